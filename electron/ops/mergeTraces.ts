import type { Span, Splice } from '../../shared/model/span.ts';

/** A stretch of a text as it was before some splices, followed through them: where it stands afterwards, grown by what was typed in it, and the last splice that touched it (its place in their order; -1 for none). */
export function traced(splices: readonly Splice[], stretch: Span): Span & { readonly last: number } {
  let { start, end } = stretch;
  let last = -1;
  splices.forEach(({ at, removed, inserted }, index) => {
    const by = inserted.length - removed.length;
    if (at + removed.length < start) { start += by; end += by; return; }
    if (at > end) return;
    last = index;
    start = Math.min(start, at);
    end = Math.max(end, at + removed.length) + by;
  });
  return { start, end, last };
}
