import type { Change } from '../../shared/model/change.ts';
import type { Row, TableName } from '../../shared/model/schema.ts';
import type { Splice } from '../../shared/model/span.ts';
import type { Reader, Writer } from './operation.ts';

/** Entries of the history that are looked through for the cut of what is pasted. */
const looked = 300;

/** What went with a cut: the offset of the cut, and rows as they were when it was made. */
interface Cut { readonly at: number; readonly passages: readonly Row<'passages'>[]; readonly codings: readonly Row<'codings'>[]; readonly memos: readonly Row<'memos'>[] }

/** The last splice of these changes that took exactly these words away, with what went in it; null where there is none. */
function cutIn(changes: readonly Change[], document: number, words: string): Cut | null {
  const last = changes.findLastIndex((change) => change.kind === 'spliced' && change.document === document && change.splice.removed === words && change.splice.inserted === '');
  const splice = changes[last];
  if (splice?.kind !== 'spliced') return null;
  const before = changes.slice(0, last).findLastIndex((change) => change.kind === 'spliced');
  const went = <T extends TableName>(table: T) => changes.slice(before + 1, last).flatMap((change) => (change.kind === 'removed' && change.table === table ? (change.rows as unknown as Row<T>[]) : []));
  return { at: splice.splice.at, passages: went('passages').filter((passage) => passage.document === document), codings: went('codings'), memos: went('memos') };
}

/** The cut of these words from a document that is nearest in the past: in this very command, or in an edit that is not taken back. */
function lastCut(project: Writer, document: number, words: string): Cut | null {
  const here = cutIn(project.changes, document, words);
  if (here) return here;
  for (const entry of project.history(null, looked)) {
    if (entry.operation !== 'document.edit' || entry.kind === 'undo') continue;
    const cut = cutIn(project.changesOf(entry.seq), document, words);
    if (cut) return cut;
  }
  return null;
}

const exists = (project: Reader, table: 'passages' | 'codings' | 'memos', uuid: string) => project.one(`SELECT 1 FROM ${table} WHERE uuid = ?`, uuid) !== undefined;

/**
 * Brings along what went when the pasted words were cut from the same document: passages at their place within the words, with their
 * codings and memos, by whom and when they were made. Once only: what is here again stays where it is. A coding whose code is
 * gone since then stays gone.
 */
export function carryAlong(project: Writer, document: number, { at, inserted }: Splice): void {
  const cut = lastCut(project, document, inserted);
  if (!cut) return;
  const passages = cut.passages.filter(({ uuid }) => !exists(project, 'passages', uuid));
  const codings = cut.codings.filter((coding) => passages.some(({ id }) => id === coding.passage) && !exists(project, 'codings', coding.uuid) && project.find('codes', coding.code) && project.find('coders', coding.coder));
  const known = (code: number | null) => (project.find('codes', code) ? code : null);
  const noted = (about: 'passages' | 'codings', targets: readonly { id: number }[]) => cut.memos.filter((memo) => memo.about === about && targets.some(({ id }) => id === memo.target) && !exists(project, 'memos', memo.uuid));
  // A passage is there for what is on it.
  const held = passages.filter(({ id }) => codings.some((coding) => coding.passage === id) || noted('passages', [{ id }]).length > 0);
  const numbers = (rows: readonly { id: number }[], first: number) => new Map(rows.map(({ id }, index) => [id, first + index]));
  const placeOf = numbers(held, project.addAll('passages', held.map(({ id: _id, ...passage }) => ({ ...passage, start: passage.start - cut.at + at, end: passage.end - cut.at + at }))));
  const codingOf = numbers(codings, project.addAll('codings', codings.map(({ id: _id, ...coding }) => ({ ...coding, passage: placeOf.get(coding.passage)!, party: known(coding.party), counterparty: known(coding.counterparty) }))));
  for (const [about, rows, numberOf] of [['passages', held, placeOf], ['codings', codings, codingOf]] as const)
    project.addAll('memos', noted(about, rows).map(({ id: _id, ...memo }) => ({ ...memo, target: numberOf.get(memo.target)! })));
}
