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
  const moved: ({ start: number; end: number } | null)[] = turns.map(({ start, end }) => ({
    start: start <= at ? start : start < after ? at : start + by,
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
