import { clip, shift, spliceText, type Span, type TypedSplice } from './span.ts';

/** What a person cut, or pasted after she had cut it: the text before, and the splice that her hands made. */
export interface Meant { readonly before: string; readonly splice: TypedSplice }
/**
 * The splices as they were meant. A text tells only where it differs: words that are pasted over others with the same first or last
 * letter look like fewer. What does not give the text that is there now was not what happened.
 */
export const asMeant = (splices: readonly TypedSplice[], meant: Meant | null, now: string): readonly TypedSplice[] =>
  (meant && spliceText(meant.before, meant.splice) === now ? [meant.splice] : splices);

/** What went of a passage at one of its edges with the words that were cut: so many UTF-16 units. */
export interface Half { readonly edge: 'start' | 'end'; readonly units: number }
/** What a deletion takes of a span that it leaves something of; null where it takes none of its edges. */
export function halfOf(span: Span, splice: TypedSplice): Half | null {
  const left = clip(span, splice);
  if (!left || splice.inserted !== '') return null;
  return left.end < span.end ? { edge: 'end', units: span.end - left.end } : left.start > span.start ? { edge: 'start', units: left.start - span.start } : null;
}
/**
 * A span with its half again, where the cut words were pasted right beside it, where they had stood; null elsewhere.
 * `span` lies as the paste has left it.
 */
export function made({ start, end }: Span, { edge, units }: Half, { at, inserted }: TypedSplice): Span | null {
  if (edge === 'end') return end === at ? { start, end: at + units } : null;
  return start === at + inserted.length ? { start: start - units, end } : null;
}

/**
 * Where a span lies after typed splices, each in the offsets that the one before left; null where none of its words is left. What was
 * cut goes along to where it is pasted first; what was cut of a span in part makes it whole again where it is pasted back, as long as
 * nothing else has moved that edge. As the core does it.
 */
export function follow(span: Span, splices: readonly TypedSplice[]): Span | null {
  let now: Span | null = span;
  let waiting: (Span & { readonly words: string }) | null = null;
  let half: (Half & { readonly words: string }) | null = null;
  for (const splice of splices) {
    const pasted = splice.by === 'paste' ? splice.inserted : null;
    if (now === null) {
      if (waiting === null || pasted !== waiting.words) continue;
      now = { start: waiting.start + splice.at, end: waiting.end + splice.at };
      waiting = null;
      continue;
    }
    if (splice.removed === splice.inserted) continue;
    const left: Span | null = clip(now, splice);
    if (splice.by === 'cut') {
      if (left === null) waiting = { start: now.start - splice.at, end: now.end - splice.at, words: splice.removed };
      const taken = halfOf(now, splice);
      if (taken) half = { ...taken, words: splice.removed };
    } else if (half && left && left[half.edge] !== now[half.edge]) half = null;
    now = left && shift(left, splice);
    const whole: Span | null = now && half && pasted === half.words ? made(now, half, splice) : null;
    if (whole) { now = whole; half = null; }
  }
  return now;
}
