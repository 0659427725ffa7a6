import { z } from 'zod';
import { fileStem } from '../../shared/model/fileName.ts';
import { Problem } from '../../shared/model/problem.ts';
import { createNotes, type ProjectKind, type ProjectNote } from '../../shared/model/projectReport.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { nameKey } from '../../shared/model/text.ts';
import { createWords, type Language } from '../../shared/words/index.ts';
import type { GivenNames, ProjectReading } from '../formats/projectFormat.ts';
import { projectWriters } from '../formats/projectWriters.ts';
import { findAttribute } from './attributes.ts';
import { findCode } from './codes.ts';
import { partOf } from './exchangePart.ts';
import { joinTo } from './joining.ts';
import { command, query, type IncomingFile, type Preparation, type Reader } from './operation.ts';
import { findParticipant } from './participants.ts';
import { snapshotOf } from './snapshotOf.ts';
import { takeIn } from './snapshots.ts';

const language = z.enum(['en', 'zh'] satisfies Language[]).default('en');
const input = z.strictObject({ handle: z.string(), language });
/** Words that become data, in the language of whoever takes a file in. */
export function givenNames(language: Language): GivenNames {
  const { say } = createWords(language);
  return { documentGroup: say('exchange.documentGroup'), inGroup: say('exchange.inGroup'), unnamed: say('exchange.unnamed'), unknownCoder: say('exchange.unknownCoder') };
}
export interface Handed { readonly file: IncomingFile; readonly reading: ProjectReading }
async function prepare({ handle, language: spoken }: z.infer<typeof input>, preparation: Preparation): Promise<Handed> {
  await preparation.progress(0, 1);
  const file = await preparation.file(handle);
  const reading = await preparation.foreignProject(file, givenNames(spoken));
  await preparation.progress(1, 1);
  return { file, reading };
}

/** What a study has no place for in one step. */
function leftOf({ versions = [] }: Snapshot): ProjectNote[] {
  const notes = createNotes();
  for (const { name } of versions) notes.say('versions-left', name);
  return notes.list();
}
/** How many of each kind are new to the study, of a snapshot in the study's own names. */
function newOf(project: Reader, { participants, codes, attributes, coders = [], documents, codings, passages, memos, codeSets }: Snapshot): Record<ProjectKind, number> {
  const who = new Set(project.all('coders').map(({ name }) => nameKey(name)));
  return {
    documents: documents.length, codings: codings.length, passages: passages?.length ?? 0, memos: memos?.length ?? 0, codeSets: codeSets?.length ?? 0,
    participants: participants.filter(({ name }) => findParticipant(project, name) === null).length, attributes: attributes.filter(({ of, name }) => findAttribute(project, of, name) === null).length,
    codes: codes.filter(({ path, facet }) => findCode(project, path, facet) === null).length, coders: coders.filter(({ name }) => !who.has(nameKey(name))).length,
  };
}

export const previewExchange = query({
  /** What another program's file holds, how its positions were read, what of it is new to the study, and what is kept or left: before anything is written. */
  input, prepare,
  run(project, _input, { file, reading }: Handed) {
    const notes = createNotes();
    const { snapshot } = joinTo(project, reading.snapshot, notes);
    return { file: file.name, format: reading.format, origin: reading.origin, name: reading.snapshot.name, ...reading.report, notes: [...reading.report.notes, ...notes.list(), ...leftOf(reading.snapshot)], fresh: newOf(project, snapshot) };
  },
});

export const takeExchange = command({
  /**
   * Takes another program's project or codebook in, in one step. What the study has already, by its identity, stays as it is and comes no second time.
   * Problems: those of reading the file; nothing comes in then.
   */
  input, prepare,
  run(project, _input, { file, reading }: Handed) {
    const notes = createNotes();
    const { snapshot, there } = joinTo(project, reading.snapshot, notes);
    const added = newOf(project, snapshot);
    for (const { name, bytes } of reading.files ?? []) project.keepOriginal(name, bytes);
    takeIn(project, snapshot, there, { source: file.name, encoding: reading.origin || reading.format });
    return { file: file.name, format: reading.format, origin: reading.origin, counts: reading.report.counts, added, rules: reading.report.rules, kept: reading.report.kept, notes: [...reading.report.notes, ...notes.list(), ...leftOf(reading.snapshot)] };
  },
  about: (_project, _input, { file }) => ({ file }),
  remember: () => ({}),
});

const writing = z.strictObject({
  format: z.enum(projectWriters.map(({ id }) => id) as [string, ...string[]]), language,
  /** How positions are counted in texts with emoji and rare characters: 'codePoint' by the standard, 'utf16' as NVivo does. */
  positions: z.enum(['codePoint', 'utf16']).default('codePoint'),
  /** Leaves out what Concord alone reads: for those who may see no more than the format holds. */
  bare: z.boolean().default(false),
  /** Only these documents and the work of these coders, by number, without what could tell of the others; all of them without it. */
  documents: z.array(z.int()).optional(), coders: z.array(z.int()).optional(),
});
function written(project: Reader, { format, language: spoken, positions, bare, documents, coders }: z.output<typeof writing>) {
  const { say } = createWords(spoken);
  const writer = projectWriters.find(({ id }) => id === format)!;
  const whole = snapshotOf(project);
  const namesOf = (table: 'documents' | 'coders', ids: readonly number[] | undefined) => ids && new Set(ids.map((id) => project.get(table, id).name));
  const { snapshot, notes } = documents || coders ? partOf(whole, { documents: namesOf('documents', documents), coders: namesOf('coders', coders) }) : { snapshot: whole, notes: [] };
  if (snapshot.codes.length === 0 && (format === 'qdc' || snapshot.documents.length === 0)) throw new Problem('nothing-to-export');
  const how = { names: { include: say('field.include'), exclude: say('field.exclude'), example: say('field.example') }, unit: positions, ours: !bare, original: (hash: string) => project.original(hash)?.bytes ?? null };
  const made = writer.write(snapshot, how);
  return { name: `${fileStem(snapshot.name, 'Study')}.${writer.extension}`, bytes: made.bytes, notes: [...notes, ...made.notes] };
}
export const exportExchange = query({
  /** The whole study (.qdpx, or Concord's own archive) or its codebook (.qdc) as a file for other programs. A Problem `nothing-to-export` where there is nothing. */
  input: writing,
  run(project, asked): IncomingFile {
    const { name, bytes } = written(project, asked);
    return { name, bytes };
  },
});
export const noteExchange = query({
  /** What those who read such a file will not see, or see in another way. */
  input: writing,
  run: (project, asked) => ({ notes: written(project, asked).notes }),
});
