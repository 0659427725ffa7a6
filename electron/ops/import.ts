import { basename, extname } from 'node:path';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { givenName } from '../../shared/model/fields.ts';
import { Problem, problemRecord, type ProblemRecord } from '../../shared/model/problem.ts';
import { roles } from '../../shared/model/schema.ts';
import { countWords, normaliseName } from '../../shared/model/text.ts';
import type { ReadChoices, Reading } from '../formats/format.ts';
import { encodings, isEncoding } from '../formats/encodings.ts';
import { addDocument } from './documents.ts';
import { command, query, type IncomingFile, type Preparation, type Reader } from './operation.ts';
import { addParticipant, findParticipant } from './participants.ts';
import { proposePeople, type Person } from './people.ts';

export const choices = z.strictObject({ encoding: z.string().optional(), pattern: z.string().optional(), speakers: z.array(z.string()).optional(), notSpeakers: z.array(z.string()).optional() });
const titleOf = (file: string) => normaliseName(basename(file, extname(file))) || 'Document';

export interface Read { readonly handle: string; readonly file: IncomingFile; readonly reading: Reading }
export interface Refused { readonly handle: string; readonly name: string; readonly problem: ProblemRecord }

/** Reads handed-in files one by one; one that cannot be read is named with its reason, and the others go on. */
async function readAll(files: readonly { handle: string; choices?: ReadChoices | undefined }[], preparation: Preparation): Promise<(Read | Refused)[]> {
  const results: (Read | Refused)[] = [];
  for (const [index, { handle, choices: chosen }] of files.entries()) {
    await preparation.progress(index, files.length);
    let name = basename(handle);
    try {
      const file = await preparation.file(handle);
      name = file.name;
      results.push({ handle, file, reading: await preparation.transcript(file, chosen ?? {}) });
    } catch (error) {
      if (!(error instanceof Problem) || error.code === 'cancelled') throw error;
      results.push({ handle, name, problem: problemRecord(error) });
    }
  }
  await preparation.progress(files.length, files.length);
  return results;
}
const isRead = (result: Read | Refused): result is Read => 'reading' in result;
const hashOf = (file: IncomingFile) => createHash('sha256').update(file.bytes).digest('hex');
const documentOfFile = (project: Reader, file: IncomingFile) => project.one<{ name: string }>('SELECT name FROM documents WHERE original = ?', hashOf(file))?.name ?? null;

/** How many turns a preview shows. */
const previewTurns = 60;

/** A file as the preview shows it. */
export interface ImportPreview {
  readonly handle: string;
  readonly name: string;
  readonly title: string;
  readonly problem: ProblemRecord | null;
  /** Encodings to choose from, where the file is plain text. */
  readonly encodings: readonly string[];
  /** The document that has the same bytes already. */
  readonly duplicate: string | null;
  readonly found: (Omit<Reading, 'text' | 'turns'> & { readonly words: number; readonly turns: number; readonly people: readonly Person[]; readonly sample: readonly PreviewTurn[] }) | null;
}
export interface PreviewTurn { readonly label: string; readonly lifted: string; readonly text: string; readonly time: number | null }

function preview(project: Reader, result: Read | Refused): ImportPreview {
  if (!isRead(result)) {
    const unreadable = result.problem.problem === 'unknown-encoding' || result.problem.problem === 'broken-text';
    return { handle: result.handle, name: result.name, title: titleOf(result.name), problem: result.problem, encodings: unreadable ? encodings : [], duplicate: null, found: null };
  }
  const { handle, file, reading } = result;
  const { text, turns, ...found } = reading;
  const title = titleOf(file.name);
  const before = text.slice(0, turns[0]?.start ?? text.length).trimEnd();
  const sample = turns.slice(0, previewTurns).map(({ label, lifted, start, end, time }) => ({ label, lifted, text: text.slice(start, end), time }));
  return {
    handle, name: file.name, title, problem: null, encodings: isEncoding(reading.encoding) ? encodings : [], duplicate: documentOfFile(project, file),
    found: {
      ...found, words: countWords(text), turns: turns.length, people: proposePeople(project, title, file.name, reading.labels),
      sample: before === '' ? sample : [{ label: '', lifted: '', text: before, time: null }, ...sample],
    },
  };
}

export const previewImport = query({
  /** What the files hold, before anything is written. Choices override what was found. */
  input: z.strictObject({ files: z.array(z.strictObject({ handle: z.string(), choices: choices.optional() })).min(1).max(5000) }),
  prepare: ({ files }, preparation) => readAll(files, preparation),
  run: (project, _input, results: (Read | Refused)[]) => results.map((result) => preview(project, result)),
});

export const importDocuments = command({
  input: z.strictObject({
    files: z.array(z.strictObject({
      handle: z.string(), choices: choices.optional(), title: givenName.optional(),
      /** Who the labels are, where that is not what `import.preview` proposed. */
      people: z.array(z.strictObject({ label: z.string(), name: givenName, role: z.enum(roles) })).optional(),
      /** Take the file in although its bytes are in the study already. */
      again: z.boolean().optional(),
    })).min(1).max(5000),
  }),
  prepare: ({ files }, preparation) => readAll(files, preparation),
  run(project, { files }, results: (Read | Refused)[]) {
    const refused = results.filter((result): result is Refused => !isRead(result));
    const documents: { id: number; name: string; file: string; turns: number; speakers: number }[] = [];
    for (const { handle, file, reading } of results.filter(isRead)) {
      const chosen = files.find((each) => each.handle === handle)!;
      const duplicate = chosen.again ? null : documentOfFile(project, file);
      if (duplicate !== null) {
        refused.push({ handle, name: file.name, problem: { problem: 'same-file-twice', values: { file: file.name, document: duplicate } } });
        continue;
      }
      const title = chosen.title ?? titleOf(file.name);
      const people = new Map(proposePeople(project, title, file.name, reading.labels).map((person) => [person.label, person] as const));
      for (const person of chosen.people ?? []) people.set(person.label, { ...person, participant: null });
      const speakers = new Map([...people.values()].map(({ label, name, role }) => [label, findParticipant(project, name)?.id ?? addParticipant(project, name, role)]));
      const turns = reading.turns.map(({ start, end, label, time, timeEnd }) => ({ start, end, label, time, timeEnd, participant: speakers.get(label) ?? null }));
      const id = addDocument(project, { name: title, text: reading.text, turns, source: file.name, encoding: reading.encoding, original: project.keepOriginal(file.name, file.bytes) });
      documents.push({ id, name: project.get('documents', id).name, file: file.name, turns: turns.length, speakers: new Set(speakers.values()).size });
    }
    return { documents, refused: refused.map(({ name, problem }) => ({ file: name, problem })) };
  },
  about: (_project, _input, { documents }) => ({ document: documents[0]?.name ?? '', count: documents.length }),
  remember: ({ files }) => ({ files: files.length }),
});
