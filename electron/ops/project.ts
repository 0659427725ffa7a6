import { z } from 'zod';
import { Problem } from '../../shared/model/problem.ts';
import { tables } from '../../shared/model/schema.ts';
import { command, query, type Reader } from './operation.ts';
import { seenBy } from './seen.ts';
import { talliesOf } from './tallies.ts';

const onlyProject = (project: Reader) => {
  const [row] = project.all('project');
  if (!row) throw new Problem('not-found', { table: 'project', id: 1 });
  return row;
};

export const readProject = query({
  input: z.strictObject(seenBy),
  run(project, { coder = null }) {
    const count = (sql: string) => project.one<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`)!.n;
    return {
      ...onlyProject(project),
      documents: count('documents'), participants: count('participants'), codes: count('codes'),
      codings: Object.values(talliesOf(project, coder).coders).reduce((sum, n) => sum + n, 0),
      undo: project.next('undo'), redo: project.next('redo'),
    };
  },
});

export const changeProject = command({
  input: z.strictObject({ name: tables.project.name.check.optional(), description: tables.project.description.check.optional() }),
  run: (project, fields) => project.change('project', onlyProject(project).id, fields),
  about: (project) => ({ name: onlyProject(project).name }),
});

export const listCoders = query({
  input: z.strictObject({}),
  run(project) {
    const counted = talliesOf(project).coders;
    return project.all('coders').map((coder) => ({ ...coder, codings: counted[coder.id] ?? 0 }));
  },
});
