import { clip, shift, type Span, type Splice } from '../../shared/model/span.ts';

/** Those spans of which nothing is left after the splices, each in the offsets that the one before left. As the core decides it. */
export function vanished<S extends Span>(spans: readonly S[], splices: readonly Splice[]): S[] {
  // What is only typed takes nothing away.
  if (splices.every(({ removed }) => removed === '')) return [];
  return spans.filter((span) => {
    let now: Span | null = span;
    for (const splice of splices) {
      now = clip(now, splice);
      if (now === null) return true;
      now = shift(now, splice);
    }
    return false;
  });
}
