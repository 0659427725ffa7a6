import { z } from 'zod';
import { alignTexts, type Replacement } from '../../shared/model/alignment.ts';
import { createFates, type Fate } from '../../shared/model/correction.ts';
import { givenName, wholeText } from '../../shared/model/fields.ts';
import { Problem } from '../../shared/model/problem.ts';
import { roles, type Row } from '../../shared/model/schema.ts';
import { diffText, splitsPair, type Span, type Splice } from '../../shared/model/span.ts';
import { countWords, isChinese, nameKey } from '../../shared/model/text.ts';
import { moveTurns } from '../../shared/model/turns.ts';
import { encodings, isEncoding } from '../formats/encodings.ts';
import type { Reading } from '../formats/format.ts';
import { codePaths } from './codes.ts';
import type { NewTurn } from './documents.ts';
import { choices } from './import.ts';
import { command, query, type IncomingFile, type Preparation, type Reader, type Writer } from './operation.ts';
import { addParticipant, findParticipant } from './participants.ts';
import { proposePeople, type Person } from './people.ts';
import { removePassages } from './removal.ts';
import { seenBy } from './seen.ts';

const id = z.int().positive();
/** The corrected version: a handed file, or its text. It is read as an import reads it. */
const version = {
  document: id, handle: z.string().optional(), text: wholeText.optional(), choices: choices.optional(),
  /** Whose turns the document has afterwards: those of the file, or its own, moved along. Usually the file's, where it names speakers. */
  turns: z.enum(['file', 'kept']).optional(),
};
const person = z.strictObject({ label: z.string(), name: givenName, role: z.enum(roles) });
/** What to do with a passage: take it off with its codings, put it at the nearest place, or at a place that the person chose. */
const place = z.union([z.enum(['leaveOut', 'nearest']), z.strictObject({ start: z.int().min(0), end: z.int().min(0) })]);
export interface Version { readonly document: number; readonly handle?: string | undefined; readonly text?: string | undefined; readonly choices?: object | undefined; readonly turns?: 'file' | 'kept' | undefined }

/** The corrected version read and held against the text that the document had then. */
export interface Compared { readonly file: IncomingFile; readonly reading: Reading; readonly textHash: string; readonly replacements: readonly Replacement[]; readonly passages: readonly Row<'passages'>[]; readonly fates: readonly Fate[] }

async function compare(given: Version, preparation: Preparation): Promise<Compared> {
  const { name, text, textHash } = preparation.project.get('documents', given.document);
  await preparation.progress(0, 1);
  const file = given.handle !== undefined ? await preparation.file(given.handle) : { name: `${name}.txt`, bytes: new TextEncoder().encode(given.text ?? '') };
  const reading = await preparation.transcript(file, given.choices ?? {});
  const replacements = alignTexts(text, reading.text);
  const passages = preparation.project.all('passages', { document: given.document }).toSorted(inOrder);
  const fateOf = createFates(text, reading.text, replacements);
  const fates: Fate[] = [];
  for (const [index, passage] of passages.entries()) {
    if (index % atOnce === 0) await preparation.progress(index, passages.length);
    fates.push(fateOf(passage));
  }
  await preparation.progress(passages.length, passages.length);
  return { file, reading, textHash, replacements, passages, fates };
}
const inOrder = (one: Span, other: Span) => one.start - other.start || one.end - other.end;
/** Passages that are looked for before others may be heard. */
const atOnce = 100;

/** The document, whose turns it will have, and who speaks in them. A Problem `text-has-changed` where somebody wrote in it meanwhile. */
interface Plan {
  readonly document: Row<'documents'>;
  readonly turnsFrom: 'file' | 'kept';
  readonly oldTurns: readonly Row<'turns'>[];
  /** With the number of the participant who has the label already, null for people who are new. */
  readonly people: readonly Person[];
}
function planOf(project: Reader, { document: number, turns }: Version, { file, reading, textHash, passages }: Compared): Plan {
  const document = project.get('documents', number);
  // What was coded meanwhile has no fate yet.
  const same = (one: Row<'passages'>, other: Row<'passages'> | undefined) => one.id === other?.id && one.start === other.start && one.end === other.end;
  const now = project.all('passages', { document: number }).toSorted(inOrder);
  if (document.textHash !== textHash || now.length !== passages.length || !now.every((passage, index) => same(passage, passages[index]))) throw new Problem('text-has-changed');
  const oldTurns = project.all('turns', { document: number }).toSorted(inOrder);
  const named = reading.labels.some((label) => label.speaker);
  const turnsFrom = turns ?? (named || oldTurns.every((turn) => turn.participant === null && turn.label === '') ? 'file' : 'kept');
  return { document, turnsFrom, oldTurns, people: turnsFrom === 'file' ? peopleOf(project, document, oldTurns, reading, file) : [] };
}

/** Who the labels are: whoever has the label in this document already, else as an import proposes. */
function peopleOf(project: Reader, document: Row<'documents'>, oldTurns: readonly Row<'turns'>[], reading: Reading, file: IncomingFile): Person[] {
  const speaking = Map.groupBy(oldTurns.filter((turn) => turn.participant !== null), (turn) => nameKey(turn.label));
  return proposePeople(project, document.name, file.name, reading.labels).map((proposed) => {
    const counted = Map.groupBy(speaking.get(nameKey(proposed.label)) ?? [], (turn) => turn.participant!);
    const [known] = [...counted].toSorted((a, b) => b[1].length - a[1].length);
    if (!known) return proposed;
    const { id: participant, name, role } = project.get('participants', known[0]);
    return { label: proposed.label, name, role, participant };
  });
}

/** The document's own turns where the correction leaves them. */
function keptTurns(oldTurns: readonly Row<'turns'>[], before: string, after: string, replacements: readonly Replacement[]): (NewTurn & { uuid: string })[] {
  let turns = oldTurns.map(({ id: _id, document: _document, ...turn }) => turn);
  // The last first: then none moves the places of the others.
  for (const { from, to, start, end } of replacements.toReversed()) {
    const splice = { at: from, removed: before.slice(from, to), inserted: after.slice(start, end) };
    const near = turns.filter((turn) => turn.end >= from && turn.start <= to);
    const moved = new Map(moveTurns(near, splice).map((place, index) => [near[index]!, place] as const));
    const by = splice.inserted.length - splice.removed.length;
    turns = turns.flatMap((turn) => {
      const place = moved.has(turn) ? moved.get(turn)! : turn.start > to ? { start: turn.start + by, end: turn.end + by } : turn;
      return place === null ? [] : [{ ...turn, ...place }];
    }).toSorted((a, b) => a.start - b.start || a.end - b.end);
  }
  return turns;
}

/** Text around a replaced stretch that a preview shows, and how many stretches it shows. */
const around = 60;
const mostStretches = 2000;

/** A replaced stretch with a few words around it. */
export interface ShownReplacement { readonly at: number; readonly before: string; readonly removed: string; readonly inserted: string; readonly after: string; /** Whether more of the same text is left out behind it. */ readonly gap: boolean }
function shownReplacements(before: string, after: string, exact: readonly Replacement[]): ShownReplacement[] {
  // Words replaced one by one read better together.
  const replacements: Replacement[] = [];
  for (const each of exact) {
    const last = replacements.at(-1);
    if (last && /^ ?$/.test(before.slice(last.to, each.from))) replacements[replacements.length - 1] = { from: last.from, to: each.to, start: last.start, end: each.end };
    else replacements.push(each);
  }
  return replacements.map(({ from, to, start, end }, index) => {
    const last = replacements[index - 1]?.to ?? 0;
    const next = replacements[index + 1]?.from ?? before.length;
    const sound = (at: number) => (splitsPair(before, at) ? at + 1 : at);
    const close = next - to <= 2 * around;
    return {
      at: start, before: index > 0 && from - last <= 2 * around ? '' : before.slice(sound(Math.max(last, from - around)), from),
      removed: before.slice(from, to), inserted: after.slice(start, end),
      after: before.slice(to, close ? next : sound(to + around)), gap: !close,
    };
  });
}

function codingsOf(project: Reader, document: number, seen: number | undefined) {
  const paths = codePaths(project);
  const coders = new Map(project.all('coders').map((coder) => [coder.id, coder.name]));
  const rows = project.query<{ passage: number; code: number; coder: number; rating: number | null; memos: number }>(
    `SELECT passage, code, coder, rating, (SELECT count(*) FROM memos WHERE about = 'codings' AND target = codings.id) AS memos
     FROM codings JOIN passages ON passages.id = passage WHERE document = ? ORDER BY codings.id`, document);
  const isSeen = ({ coder }: { readonly coder: number }) => seen === undefined || coder === seen;
  const ofOthers = Map.groupBy(rows.filter((row) => !isSeen(row)), ({ passage }) => passage);
  const codings = Map.groupBy(rows.filter(isSeen).map(({ code, coder, ...row }) => {
    const { name, facet, colour } = project.get('codes', code);
    return { ...row, code, path: paths.get(code) ?? [name], name, facet, colour, coder: coders.get(coder) ?? '' };
  }), (row) => row.passage);
  return { on: (passage: number) => ({ codings: codings.get(passage) ?? [], hidden: ofOthers.get(passage)?.length ?? 0 }) };
}

export const previewReplacement = query({
  /**
   * What a corrected version would change, before anything is written: its text, the replaced stretches, the people of its turns, and
   * each passage that does not stay on the same words, with its codings; with `coder`, those of this coder, and how many of others. Problems as an import meets them, and `text-has-changed`.
   */
  input: z.strictObject({ ...version, ...seenBy }),
  prepare: compare,
  run(project, { coder, ...given }, compared: Compared) {
    const { document, turnsFrom, oldTurns, people } = planOf(project, given, compared);
    const { file, reading, replacements, passages, fates } = compared;
    const codings = codingsOf(project, document.id, coder);
    const noted = new Map(project.query<{ target: number; n: number }>("SELECT target, count(*) AS n FROM memos WHERE about = 'passages' GROUP BY target").map((row) => [row.target, row.n]));
    const words = (text: string, span: Span | null) => (span === null ? null : { ...span, text: text.slice(span.start, span.end) });
    const items = passages.flatMap(({ id: passage, start, end }, index) => {
      const fate = fates[index]!;
      if (fate.fate === 'same') return [];
      const span = fate.fate === 'lost' ? fate.near : fate.span;
      return [{ passage, fate: fate.fate, before: words(document.text, { start, end })!, after: words(reading.text, span), ...codings.on(passage), memos: noted.get(passage) ?? 0 }];
    });
    const count = (fate: Fate['fate']) => fates.filter((each) => each.fate === fate).length;
    const { text, turns, labels, ...read } = reading;
    const shown = shownReplacements(document.text, text, replacements);
    return {
      file: { name: file.name, ...read, encodings: isEncoding(reading.encoding) ? encodings : [], words: countWords(text), turns: turns.length, labels },
      textHash: compared.textHash, turnsFrom, oldTurns: oldTurns.length, people, oldWords: countWords(document.text),
      same: replacements.length === 0, stretches: shown.length, replacements: shown.slice(0, mostStretches),
      passages: { all: passages.length, same: count('same'), form: count('form'), moved: count('moved'), changed: count('changed'), lost: count('lost') },
      items, text,
    };
  },
});

export const replaceDocument = command({
  /**
   * Puts the corrected version in the document's place: text, turns and original; codings, memos and ratings stay with their passages.
   * A passage without a place needs a decision, in `places` or by `lost` for all of them; without one nothing is changed
   * (Problem `passages-without-place`). `on` is the textHash that was previewed.
   */
  input: z.strictObject({
    ...version, on: z.string().optional(), people: z.array(person).optional(),
    lost: z.enum(['leaveOut', 'nearest']).optional(), places: z.array(z.strictObject({ passage: id, place })).optional(),
  }),
  prepare: compare,
  run(project, given, compared: Compared) {
    if (given.on !== undefined && given.on !== compared.textHash) throw new Problem('text-has-changed');
    const plan = planOf(project, given, compared);
    const { document } = plan;
    const { passages, fates } = compared;
    const { places, leftOut } = decide(compared, given);
    const replaced = compared.replacements.length > 0;
    const turns = turnsAfter(project, plan, compared, given.people ?? []);
    const counts = { passages: passages.length, same: fates.filter(({ fate }) => fate === 'same').length, leftOut: leftOut.length };
    if (!replaced && sameTurns(plan.oldTurns, turns)) return { document: document.name, replaced: false, ...counts };
    removePassages(project, leftOut);
    project.remove('turns', plan.oldTurns.map((turn) => turn.id));
    if (replaced) rewrite(project, document, compared.reading.text, places);
    project.addAll('turns', turns.map((turn) => ({ ...turn, document: document.id })));
    project.change('documents', document.id, {
      language: isChinese(compared.reading.text) ? 'zh' : 'en',
      ...(given.handle === undefined ? {} : { source: compared.file.name, encoding: compared.reading.encoding, original: project.keepOriginal(compared.file.name, compared.file.bytes) }),
    });
    return { document: document.name, replaced: true, ...counts };
  },
  about: (_project, _input, { document }) => ({ document }),
  remember: ({ document, handle }) => ({ document, ...(handle === undefined ? {} : { handle }) }),
});

/** Where every passage goes, and those that the person leaves out. */
function decide({ passages, fates, reading: { text } }: Compared, { places: said = [], lost }: { places?: readonly { passage: number; place: z.output<typeof place> }[] | undefined; lost?: 'leaveOut' | 'nearest' | undefined }) {
  const decided = new Map(said.map((each) => [each.passage, each.place]));
  const places = new Map<number, Span>();
  const leftOut: number[] = [];
  let open = 0;
  passages.forEach(({ id: passage }, index) => {
    const fate = fates[index]!;
    const usual = fate.fate === 'lost' ? lost : 'nearest';
    const wanted = decided.get(passage) ?? usual;
    const there = typeof wanted === 'object' ? soundPlace(text, wanted) : fate.fate === 'lost' ? fate.near : fate.span;
    if (wanted === 'leaveOut') leftOut.push(passage);
    else if (wanted === undefined || there === null) open++;
    else places.set(passage, there);
  });
  if (open > 0) throw new Problem('passages-without-place', { count: open });
  return { places, leftOut };
}
function soundPlace(text: string, { start, end }: Span): Span {
  if (start >= end || end > text.length || splitsPair(text, start) || splitsPair(text, end)) throw new Problem('span-outside');
  return { start, end };
}

function turnsAfter(project: Writer, { document, turnsFrom, oldTurns, people }: Plan, { reading, replacements }: Compared, chosen: readonly { label: string; name: string; role: Person['role'] }[]): NewTurn[] {
  if (turnsFrom === 'kept') return keptTurns(oldTurns, document.text, reading.text, replacements);
  const who = new Map(people.map((each) => [each.label, each] as const));
  for (const each of chosen) who.set(each.label, { ...each, participant: null });
  const speakers = new Map([...who.values()].map(({ label, name, role, participant }) => [label, participant ?? findParticipant(project, name)?.id ?? addParticipant(project, name, role)]));
  return reading.turns.map(({ start, end, label, time, timeEnd }) => ({ start, end, label, time, timeEnd, participant: speakers.get(label) ?? null }));
}
const sameTurns = (old: readonly Row<'turns'>[], now: readonly NewTurn[]): boolean => old.length === now.length
  && old.every((turn, index) => (['start', 'end', 'label', 'time', 'timeEnd', 'participant'] as const).every((field) => turn[field] === now[index]![field]));

/**
 * Replaces the text in one splice. Passages that touch it wait at the text's beginning meanwhile, where no splice moves them; so
 * undo finds every one where it was.
 */
function rewrite(project: Writer, { id: document, text }: Row<'documents'>, after: string, places: ReadonlyMap<number, Span>): void {
  const splice = widened(text, diffText(text, after)!);
  const end = splice.at + splice.removed.length;
  for (const passage of project.all('passages', { document })) if (passage.end >= splice.at && passage.start <= end) project.change('passages', passage.id, { start: 0, end: 0 });
  project.splice(document, splice);
  for (const [passage, { start, end: last }] of places) project.change('passages', passage, { start, end: last });
}
/** The same edit, made so wide that it both removes and inserts: what waits at its edge is then not moved, whichever way it is done. */
function widened(text: string, { at, removed, inserted }: Splice): Splice {
  if (removed !== '' && inserted !== '') return { at, removed, inserted };
  const before = text.slice(splitsPair(text, at - 1) ? at - 2 : Math.max(0, at - 1), at);
  if (before !== '') return { at: at - before.length, removed: before + removed, inserted: before + inserted };
  const end = at + removed.length;
  const behind = text.slice(end, splitsPair(text, end + 1) ? end + 2 : end + 1);
  return { at, removed: removed + behind, inserted: inserted + behind };
}
