import type { Change } from '../../shared/model/change.ts';
import { made, type Half } from '../../shared/model/cutting.ts';
import type { Row, TableName } from '../../shared/model/schema.ts';
import type { Splice } from '../../shared/model/span.ts';
import { bringTurns, cutTurns, type CutTurn } from './carryingTurns.ts';
import type { Reader, Writer } from './operation.ts';

/** Entries of the history that are looked through for the cut of what is pasted. */
const looked = 300;

/** What went with a cut: its offset, rows as they were when it was made, and halves of passages that stayed. */
interface Cut {
  readonly at: number;
  readonly passages: readonly Row<'passages'>[];
  readonly codings: readonly Row<'codings'>[];
  readonly memos: readonly Row<'memos'>[];
  readonly links: readonly Row<'conflictPassages'>[];
  readonly halves: readonly (Half & { readonly passage: number })[];
  /** Turns that it took away, shortened or joined, each with its span from where the words began. */
  readonly turns: readonly CutTurn[];
  /** What was done to the study since, and is not taken back. */
  since(): readonly Change[];
}

/** The last splice of these changes that took exactly these words away, with what went in it; null where there is none. */
function cutIn(changes: readonly Change[], document: number, words: string, later: () => readonly Change[]): Cut | null {
  const last = changes.findLastIndex((change) => change.kind === 'spliced' && change.document === document && change.splice.removed === words && change.splice.inserted === '');
  const splice = changes[last];
  if (splice?.kind !== 'spliced') return null;
  const { at } = splice.splice;
  const before = changes.slice(0, last).findLastIndex((change) => change.kind === 'spliced');
  const along = changes.slice(before + 1, last);
  const went = <T extends TableName>(table: T) => along.flatMap((change) => (change.kind === 'removed' && change.table === table ? (change.rows as unknown as Row<T>[]) : []));
  const halves = along.flatMap((change) => {
    if (change.kind !== 'changed' || change.table !== 'passages') return [];
    const [was, left] = [change.before, change.after] as [Partial<Row<'passages'>>, Partial<Row<'passages'>>];
    return [
      ...(was.end !== undefined && left.end === at ? [{ passage: change.id, edge: 'end' as const, units: was.end - at }] : []),
      ...(was.start !== undefined && left.start === at + words.length ? [{ passage: change.id, edge: 'start' as const, units: left.start - was.start }] : []),
    ];
  });
  return { at, passages: went('passages').filter((passage) => passage.document === document), codings: went('codings'), memos: went('memos'), links: went('conflictPassages'), halves, turns: cutTurns(changes, last, along, splice.splice), since: () => [...changes.slice(last + 1), ...later()] };
}

/** The cut of these words from a document that is nearest in the past: in this very command, or in an edit that is not taken back. */
function lastCut(project: Writer, document: number, words: string): Cut | null {
  const here = cutIn(project.changes, document, words, () => []);
  if (here) return here;
  const later: number[] = [];
  let taken = 0;
  for (const { seq, kind, operation } of project.history(null, looked)) {
    // Each undo takes back the nearest entry before it that is not taken back yet.
    if (kind === 'undo') { taken++; continue; }
    if (taken > 0) { taken--; continue; }
    const cut = operation === 'document.edit' ? cutIn(project.changesOf(seq), document, words, () => [...later.toReversed().flatMap((each) => project.changesOf(each)), ...project.changes]) : null;
    if (cut) return cut;
    later.push(seq);
  }
  return null;
}

/** Makes passages whole again that the cut had left a half of, where its words are back where they were: as long as only edits of the text moved that edge since. */
function makeWhole(project: Writer, { halves, since }: Cut, paste: Splice): void {
  const there = halves.flatMap(({ passage, ...half }) => {
    const row = project.find('passages', passage);
    const whole = row && made(row, half, paste);
    return whole ? [{ passage, half, whole }] : [];
  });
  if (there.length === 0) return;
  const moved = new Set(since().flatMap((change) => (change.kind === 'changed' && change.table === 'passages' ? Object.keys(change.after).map((edge) => `${change.id} ${edge}`) : [])));
  for (const { passage, half, whole } of there) if (!moved.has(`${passage} ${half.edge}`)) project.change('passages', passage, whole);
}

const exists = (project: Reader, table: 'passages' | 'codings' | 'memos', uuid: string) => project.one(`SELECT 1 FROM ${table} WHERE uuid = ?`, uuid) !== undefined;

/**
 * Brings along what went when the pasted words were cut from the same document: passages at their place within the words, with their
 * codings and memos, by whom and when they were made, and with the conflicts that rest on them. Once only: what is here again stays where it is. A coding whose code is
 * gone since then stays gone. A passage of which the cut left a half keeps that half, and is whole again where the words are pasted back. Lines keep their turns (see bringTurns).
 */
export function carryAlong(project: Writer, document: number, paste: Splice): void {
  const { at, inserted } = paste;
  const cut = lastCut(project, document, inserted);
  if (!cut) return;
  makeWhole(project, cut, paste);
  const splices = () => cut.since().flatMap((change) => (change.kind === 'spliced' && change.document === document ? [change.splice] : []));
  // The last of them is the paste.
  if (inserted !== paste.removed) bringTurns(project, document, cut, paste, splices().slice(0, -1));
  const passages = cut.passages.filter(({ uuid }) => !exists(project, 'passages', uuid));
  const codings = cut.codings.filter((coding) => passages.some(({ id }) => id === coding.passage) && !exists(project, 'codings', coding.uuid) && project.find('codes', coding.code) && project.find('coders', coding.coder));
  const known = (code: number | null) => (project.find('codes', code) ? code : null);
  const noted = (about: 'passages' | 'codings', targets: readonly { id: number }[]) => cut.memos.filter((memo) => memo.about === about && targets.some(({ id }) => id === memo.target) && !exists(project, 'memos', memo.uuid));
  const links = cut.links.filter(({ uuid, conflict }) => !project.one('SELECT 1 FROM conflictPassages WHERE uuid = ?', uuid) && project.find('conflicts', conflict));
  // A passage is there for what is on it.
  const held = passages.filter(({ id }) => codings.some((coding) => coding.passage === id) || noted('passages', [{ id }]).length > 0 || links.some((link) => link.passage === id));
  const numbers = (rows: readonly { id: number }[], first: number) => new Map(rows.map(({ id }, index) => [id, first + index]));
  const placeOf = numbers(held, project.addAll('passages', held.map(({ id: _id, ...passage }) => ({ ...passage, start: passage.start - cut.at + at, end: passage.end - cut.at + at }))));
  const codingOf = numbers(codings, project.addAll('codings', codings.map(({ id: _id, ...coding }) => ({ ...coding, passage: placeOf.get(coding.passage)!, party: known(coding.party), counterparty: known(coding.counterparty) }))));
  for (const [about, rows, numberOf] of [['passages', held, placeOf], ['codings', codings, codingOf]] as const)
    project.addAll('memos', noted(about, rows).map(({ id: _id, ...memo }) => ({ ...memo, target: numberOf.get(memo.target)! })));
  project.addAll('conflictPassages', links.filter(({ passage }) => placeOf.has(passage)).map(({ id: _id, ...link }) => ({ ...link, passage: placeOf.get(link.passage)!, point: project.find('conflictPoints', link.point) ? link.point : null })));
}
