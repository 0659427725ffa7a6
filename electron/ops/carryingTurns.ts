import type { Change } from '../../shared/model/change.ts';
import type { Row } from '../../shared/model/schema.ts';
import type { Span, Splice } from '../../shared/model/span.ts';
import { pastedTurns } from '../../shared/model/turns.ts';
import type { Writer } from './operation.ts';

type Turn = Row<'turns'>;
/** A turn that a cut touched: its row where it went, and its span from where the words began; beyond them where it went on there. */
export interface CutTurn { readonly id: number; readonly turn: Turn | null; readonly span: Span }

/** The turns that a cut took away, shortened or joined: of all changes of its command, where its splice stands, and what was changed for it before. */
export function cutTurns(changes: readonly Change[], place: number, before: readonly Change[], { at, removed: { length } }: Splice): CutTurn[] {
  const went = (list: readonly Change[]) => list.flatMap((change) => (change.kind === 'removed' && change.table === 'turns' ? (change.rows as Turn[]) : []));
  const edges = new Map(before.flatMap((change) => {
    if (change.kind !== 'changed' || change.table !== 'turns') return [];
    const [was, left] = [change.before, change.after] as [Partial<Turn>, Partial<Turn>];
    return [[change.id, { start: left.start === at + length ? was.start : undefined, end: left.end === at ? was.end : undefined }] as const];
  }));
  const next = changes.findIndex((change, index) => index > place && change.kind === 'spliced');
  const joined = went(changes.slice(place + 1, next < 0 ? undefined : next)).filter(({ start, end }) => start === at && end > at);
  return [
    ...went(before).filter(({ start, end }) => at <= start && end <= at + length).map((turn) => ({ id: turn.id, turn, span: { start: turn.start - at, end: turn.end - at } })),
    ...edges.entries().filter(([id]) => joined.every((turn) => turn.id !== id)).map(([id, { start, end }]) => ({ id, turn: null, span: { start: start === undefined ? -1 : start - at, end: end === undefined ? length + 1 : end - at } })),
    ...joined.map((turn) => ({ id: turn.id, turn, span: { start: (edges.get(turn.id)?.start ?? at + length) - at, end: length + 1 } })),
  ];
}

/** Where an offset lies after changes of the document's text; what is typed there comes behind it. */
const tracked = (offset: number, splices: readonly Splice[]): number =>
  splices.reduce((now, { at, removed, inserted }) => (now <= at ? now : now >= at + removed.length ? now + inserted.length - removed.length : at), offset);

/**
 * Gives whole lines that were cut from several turns and pasted back to who spoke them: turns that went with the cut come again, once;
 * of those that stayed the lines are a turn of the same speaker. `since`: what was done to the text between, without the paste.
 */
export function bringTurns(project: Writer, document: number, cut: { readonly at: number; readonly turns: readonly CutTurn[] }, { at, removed, inserted }: Splice, since: readonly Splice[]): void {
  if (!inserted.includes('\n')) return;
  const now = project.all('turns', { document });
  const host = now.find(({ start, end }) => start <= at && at + inserted.length <= end) ?? null;
  const had = cut.turns.flatMap(({ id, turn, span }) => { const row = turn ?? now.find((each) => each.id === id); return row ? [{ row, span }] : []; });
  if (had.length === 0) return;
  const pieces = pastedTurns({
    text: project.get('documents', document).text, at, length: inserted.length, host, cut: had.map(({ span }) => span), back: removed === '' && tracked(cut.at, since) === at,
  }).map(({ owner, start, end }) => ({ row: owner === 'host' || had[owner]!.row.uuid === host?.uuid ? null : had[owner]!.row, start, end }));
  const own = joinPieces(pieces.filter(({ row }) => row === null));
  if (host) {
    const [first, ...more] = own;
    if (!first) project.remove('turns', [host.id]);
    else project.change('turns', host.id, { start: first.start, end: first.end, ...(more.length > 0 ? { timeEnd: null } : {}) });
    const { id: _id, uuid: _uuid, ...same } = host;
    project.addAll('turns', more.map(({ start, end }, index) => ({ ...same, start, end, time: null, timeEnd: index === more.length - 1 ? host.timeEnd : null })));
  }
  const isThere = (uuid: string) => project.one('SELECT 1 FROM turns WHERE uuid = ?', uuid) !== undefined;
  for (const { row, start, end } of pieces) {
    if (!row) continue;
    const { id: _id, uuid, ...same } = row;
    const again = { ...same, start, end, participant: project.find('participants', row.participant)?.id ?? null };
    project.add('turns', isThere(uuid) ? { ...again, time: null, timeEnd: null } : { ...again, uuid });
  }
}

/** Pieces that stand on lines one after the other are one. */
function joinPieces(pieces: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of pieces) {
    const before = joined.at(-1);
    if (before && before.end === start - 1) joined[joined.length - 1] = { start: before.start, end };
    else joined.push({ start, end });
  }
  return joined;
}
