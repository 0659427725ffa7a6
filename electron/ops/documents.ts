import { z } from 'zod';
import type { Change } from '../../shared/model/change.ts';
import { wholeText } from '../../shared/model/fields.ts';
import { Problem } from '../../shared/model/problem.ts';
import { isChinese, nameKey, normaliseLines } from '../../shared/model/text.ts';
import { tables, type Row } from '../../shared/model/schema.ts';
import { clip, type Splice } from '../../shared/model/span.ts';
import { moveTurns } from '../../shared/model/turns.ts';
import { surveyOfDocuments } from './answerDocuments.ts';
import { carryAlong } from './carrying.ts';
import { command, query, type Reader, type Writer } from './operation.ts';
import { removeDocuments, removePassages } from './removal.ts';
import { seenBy } from './seen.ts';
import { talliesOf } from './tallies.ts';

const id = z.int().positive();

/** What a text edit leaves as it is need not be read again after one. */
const unlessEdited = <V>(known: V, changes: readonly Change[]): V | null => (changes.every(({ kind }) => kind === 'spliced') ? known : null);

/** Documents without their texts, by number. Their rows are long: to read past the texts of thousands takes time. */
type Head = Omit<Row<'documents'>, 'text' | 'textHash'>;
const documentHeads = (project: Reader): readonly Head[] => project.derive('documentHeads', () => project.query<Head>('SELECT id, uuid, name, language, source, encoding, original, created FROM documents'), unlessEdited, 'inFile');
/** Who is known to speak in each document. */
const speakersOfDocuments = (project: Reader): Readonly<Record<number, readonly number[]>> => project.derive('speakersOfDocuments', () => {
  const speakers: Record<number, number[]> = {};
  for (const { document, participant } of project.query<{ document: number; participant: number }>('SELECT DISTINCT document, participant FROM turns WHERE participant IS NOT NULL')) (speakers[document] ??= []).push(participant);
  return speakers;
}, unlessEdited, 'inFile');

export const listDocuments = query({
  /** The documents with who speaks there, their values, how many codings they carry, and how much of them is coded; those that hold open answers to a questionnaire behind the others. */
  input: z.strictObject(seenBy),
  run(project, { coder = null }) {
    const tallies = talliesOf(project, coder).documents;
    const speakers = speakersOfDocuments(project);
    const spoken = new Map(project.query<{ document: number; units: number }>(
      "SELECT document, sum(\"end\" - \"start\") AS units FROM turns LEFT JOIN participants ON participants.id = participant WHERE role IS NULL OR role <> 'interviewer' GROUP BY document").map((row) => [row.document, row.units]));
    const values = Map.groupBy(project.query<{ document: number; attribute: number; value: string }>('SELECT document, attribute, value FROM attributeValues WHERE document IS NOT NULL'), (row) => row.document);
    const documents = documentHeads(project);
    const order = new Intl.Collator('zh', { numeric: true });
    const surveys = surveyOfDocuments(project);
    const behind = ({ id: document }: Head) => { const survey = surveys.get(document); return survey ? survey.position + survey.id * 1e-6 : -1; };
    return documents.toSorted((a, b) => behind(a) - behind(b) || order.compare(a.name, b.name) || a.id - b.id).map((document) => ({
      ...document,
      codings: tallies[document.id]?.codings ?? 0,
      /** Share of the interviewees' words that is coded, 0 to 1. */
      coded: Math.min(1, (tallies[document.id]?.units ?? 0) / Math.max(1, spoken.get(document.id) ?? 0)),
      /** Values by attribute number. */
      values: Object.fromEntries((values.get(document.id) ?? []).map((row) => [row.attribute, row.value])) as Record<number, string>,
      speakers: speakers[document.id] ?? [],
      /** The questionnaire that it holds somebody's open answers to. */
      survey: surveys.get(document.id) ?? null,
    }));
  },
});

export const readDocument = query({
  input: z.strictObject({ document: id }),
  run(project, { document }) {
    const { id: number, name, text, textHash, language, source, encoding, created } = project.get('documents', document);
    const turns = project.query<Pick<Row<'turns'>, 'id' | 'start' | 'end' | 'participant' | 'label' | 'time'>>('SELECT id, "start", "end", participant, label, time FROM turns WHERE document = ? ORDER BY "start", id', document);
    return { id: number, name, text, textHash, language, source, encoding, created, turns };
  },
});

export type NewTurn = Omit<Row<'turns'>, 'id' | 'uuid' | 'document'>;
export interface NewDocument { readonly name: string; readonly text: string; readonly turns: readonly NewTurn[]; readonly source?: string; readonly encoding?: string; readonly original?: string; readonly uuid?: string; /** ms; now, if it does not say. */ readonly created?: number }
/** A document's name, with a number behind it where the name is taken. */
export function freeName(project: Reader, wanted: string): string {
  const taken = new Set(project.query<{ name: string }>('SELECT name FROM documents').map((row) => nameKey(row.name)));
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted} (${number})`;
    if (!taken.has(nameKey(name))) return name;
  }
}
/** Adds a document with its turns (in order, not overlapping, in UTF-16 units of the text). */
export function addDocument(project: Writer, { name, text, turns, source = '', encoding = '', original = '', uuid, created = project.now }: NewDocument): number {
  const document = project.add('documents', { name: freeName(project, name), text, textHash: '', language: isChinese(text) ? 'zh' : 'en', source, encoding, original, created, ...(uuid === undefined ? {} : { uuid }) });
  project.addAll('turns', turns.map((turn) => ({ ...turn, document })));
  return document;
}

export const createDocument = command({
  /** A document from text that is at hand (pasted, say): one turn a line that is not blank, its speaker not known. */
  input: z.strictObject({ name: tables.documents.name.check, text: wholeText }),
  run(project, { name, text: given }) {
    const text = normaliseLines(given);
    const turns = [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((line) => ({ start: line.index, end: line.index + line[0].length, participant: null, label: '', time: null, timeEnd: null }));
    return { document: addDocument(project, { name, text, turns }) };
  },
  about: (project, _input, { document }) => ({ document: project.get('documents', document).name }),
});

/** One splice, and what it does to the spans that touch it; the store moves all that lie behind. */
export function splice(project: Writer, document: number, edit: Splice): void {
  if (edit.removed === edit.inserted) return;
  const near = (table: 'passages' | 'turns') => project.query<{ id: number; start: number; end: number }>(
    `SELECT id, "start", "end" FROM ${table} WHERE document = ? AND "end" >= ? AND "start" <= ? ORDER BY "start", id`, document, edit.at, edit.at + edit.removed.length);
  const gone: number[] = [];
  for (const passage of near('passages')) {
    const left = clip(passage, edit);
    if (left) project.change('passages', passage.id, left);
    else gone.push(passage.id);
  }
  removePassages(project, gone);

  const turns = near('turns').map((turn) => project.get('turns', turn.id));
  const places = moveTurns(turns, edit);
  // A turn stays exact under undo only while no edge of it lies inside the edit: such turns leave before it and come back after it.
  const clipped = turns.map((turn) => clip(turn, edit));
  turns.forEach((turn, index) => { if (clipped[index]) project.change('turns', turn.id, clipped[index]); });
  project.remove('turns', turns.filter((_, index) => !clipped[index]).map((turn) => turn.id));
  project.splice(document, edit);
  turns.forEach((turn, index) => {
    const place = places[index];
    if (!clipped[index]) { if (place) project.add('turns', { ...turn, ...place }); } else if (place) project.change('turns', turn.id, place);
    else project.remove('turns', [turn.id]);
  });
}

const edit = z.strictObject({ at: z.int().min(0), removed: wholeText, inserted: wholeText, by: z.enum(['cut', 'paste']).optional() });

export const editDocument = command({
  /**
   * Splices in the order in which they were typed, each in the offsets (UTF-16 units) of the text that the one before left.
   * `on` is the textHash of the text that the first was typed into: another text is refused with `text-has-changed`, where an
   * insertion alone would fit any text. What is pasted (`by`) after it was cut from the same document brings back the codings,
   * memos and turns that went with the cut. Answers with the textHash that the edit left.
   */
  input: z.strictObject({ document: id, splices: z.array(edit).min(1), on: z.string().optional() }),
  run(project, { document, splices, on }) {
    if (on !== undefined && project.get('documents', document).textHash !== on) throw new Problem('text-has-changed');
    for (const { by, ...each } of splices) {
      splice(project, document, each);
      if (by === 'paste') carryAlong(project, document, each);
    }
    return { textHash: project.get('documents', document).textHash };
  },
  about: (project, { document }) => ({ document: project.get('documents', document).name }),
});

export const renameDocument = command({
  input: z.strictObject({ document: id, name: tables.documents.name.check }),
  run(project, { document, name }) {
    const taken = project.query<{ id: number; name: string }>('SELECT id, name FROM documents').some((other) => other.id !== document && nameKey(other.name) === nameKey(name));
    if (taken) throw new Problem('name-taken', { name });
    project.change('documents', document, { name });
  },
  about: (_project, { name }) => ({ document: name }),
});

export const removeDocument = command({
  input: z.strictObject({ documents: z.array(id).min(1) }),
  run(project, { documents }) {
    const names = documents.map((document) => project.get('documents', document).name);
    removeDocuments(project, documents);
    return { names };
  },
  about: (_project, { documents }, { names }) => ({ document: names[0]!, count: documents.length }),
});
