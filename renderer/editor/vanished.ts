import { clip, shift, type Span, type TypedSplice } from '../../shared/model/span.ts';

/** Those spans of which nothing is left after the splices, each in the offsets that the one before left. As the core decides it. */
export function vanished<S extends Span>(spans: readonly S[], splices: readonly TypedSplice[]): S[] {
  // What is only typed takes nothing away.
  if (splices.every(({ removed }) => removed === '')) return [];
  return spans.filter((span) => {
    let now: Span | null = span;
    let cut: (Span & { words: string }) | null = null;
    for (const splice of splices) {
      if (now === null) {
        if (cut === null || splice.by !== 'paste' || splice.inserted !== cut.words) continue;
        now = { start: cut.start + splice.at, end: cut.end + splice.at };
        cut = null;
        continue;
      }
      const left = clip(now, splice);
      if (left === null && splice.by === 'cut') cut = { start: now.start - splice.at, end: now.end - splice.at, words: splice.removed };
      now = left && shift(left, splice);
    }
    return now === null;
  });
}
