import type { Span, Splice } from './span.ts';

/**
 * Where the turns near a splice come to lie. `turns` are those with end >= at and start <= at + removed.length, in order;
 * the answer has one span for each, null for a turn that another one took over.
 * Turns hold whole lines, so unlike a coding a turn takes in what is typed at its edges; one whose words are all deleted
 * stays as an empty line, and two that come to stand on one line become the first of them that still has words.
 */
export function moveTurns(turns: readonly Span[], { at, removed, inserted }: Splice): (Span | null)[] {
  const after = at + removed.length;
  const by = inserted.length - removed.length;
  // A line whose beginning went is joined to what was put in its place.
  const joins = removed.endsWith('\n') && !inserted.endsWith('\n');
  const moved: ({ start: number; end: number } | null)[] = turns.map(({ start, end }) => ({
    start: start <= at ? start : start < after ? at : start === after && joins ? at + inserted.lastIndexOf('\n') + 1 : start + by,
    end: end >= after ? end + by : end < at ? end : at + inserted.length,
  }));
  let before = -1;
  for (let index = 0; index < moved.length; index++) {
    const turn = moved[index]!;
    const earlier = before < 0 ? null : moved[before]!;
    if (earlier && turn.start <= earlier.end) {
      const empty = earlier.start === earlier.end && turn.end > turn.start;
      const joined = { start: Math.min(earlier.start, turn.start), end: Math.max(earlier.end, turn.end) };
      moved[empty ? index : before] = joined;
      moved[empty ? before : index] = null;
      if (empty) before = index;
    } else before = index;
  }
  return moved;
}

/** What was pasted, in the text as it stands now, and which turns had its lines before they were cut. */
export interface PastedLines {
  readonly text: string;
  /** Where the words begin, and how many UTF-16 units they are. */
  readonly at: number;
  readonly length: number;
  /** The turn that took them in; null where they stand in none. */
  readonly host: Span | null;
  /** Spans of the turns that the cut touched, in offsets from the beginning of the words; beyond them (below 0, above `length`) where a turn went on there. */
  readonly cut: readonly Span[];
  /** Whether the words are back where they were cut. */
  readonly back: boolean;
}
export interface Piece extends Span { readonly owner: 'host' | number }

/**
 * Whose the lines are around words that were cut and pasted: whole lines are of the turn they were cut from (its place in `cut`), a line that
 * is joined with others is of the turn that took the words in, unless it is back where it was. Blank lines between turns are nobody's.
 * Pieces are whole lines, apart and in order; together with the blank lines they are the host.
 */
export function pastedTurns({ text, at, length, host, cut, back }: PastedLines): Piece[] {
  const after = at + length;
  const first = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const behind = text.indexOf('\n', after);
  const last = behind < 0 ? text.length : behind;
  const wentOn = (owner: number) => back && cut[owner]!.end > length;
  const pieces: Piece[] = [];
  const give = (owner: Piece['owner'] | null, start: number, end: number) => {
    const before = pieces.at(-1);
    if (owner === null) return;
    if (before && before.owner === owner && before.end === start - 1) pieces[pieces.length - 1] = { ...before, end };
    else pieces.push({ owner, start, end });
  };
  if (host && host.start < first) give('host', host.start, first - 1);
  let owner: Piece['owner'] | null = 'host';
  for (let start = first; start <= last;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 || found > last ? last : found;
    const words = { start: Math.max(start, at) - at, end: Math.min(end, after) - at };
    const had = cut.findIndex((turn) => turn.start <= words.start && words.end <= turn.end);
    const isJoined = start < at || (end > after && !(had >= 0 && wentOn(had)));
    owner = isJoined || (had < 0 && text.slice(start, end).trim() !== '') ? 'host' : had < 0 ? null : had;
    give(host === null && owner === 'host' ? null : owner, start, end);
    start = end + 1;
  }
  if (host && host.end > last) give(typeof owner === 'number' && wentOn(owner) ? owner : 'host', last + 1, host.end);
  return pieces;
}
