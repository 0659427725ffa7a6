import { z } from 'zod';
import { command, query, type Reader } from './operation.ts';

const id = z.int().positive();

/** Documents that a coder has said she is through with. */
export const finishedBy = (project: Reader, coder: number): ReadonlySet<number> => new Set(project.all('finishedDocuments', { coder }).map(({ document }) => document));

export const listFinished = query({
  /** Which coder is through with which document, and since when. */
  input: z.strictObject({}),
  run: (project) => project.all('finishedDocuments').map(({ document, coder, created }) => ({ document, coder, created })),
});

export const finishDocument = command({
  /** Whoever is at work is through with a document. Who read it and found nothing has worked on it too. */
  input: z.strictObject({ document: id }),
  run(project, { document }) {
    project.get('documents', document);
    const coder = project.coder();
    if (project.all('finishedDocuments', { document, coder }).length === 0) project.add('finishedDocuments', { document, coder, created: project.now });
  },
  about: (project, { document }) => ({ document: project.get('documents', document).name }),
});

export const resumeDocument = command({
  /** Whoever is at work is not through with it after all. */
  input: z.strictObject({ document: id }),
  run: (project, { document }) => project.remove('finishedDocuments', project.all('finishedDocuments', { document, coder: project.coder() }).map((row) => row.id)),
  about: (project, { document }) => ({ document: project.get('documents', document).name }),
});
