import { follow } from '../../shared/model/cutting.ts';
import type { Span, TypedSplice } from '../../shared/model/span.ts';

/** Those spans of which nothing is left after the splices, each in the offsets that the one before left. As the core decides it. */
export function vanished<S extends Span>(spans: readonly S[], splices: readonly TypedSplice[]): S[] {
  // What is only typed takes nothing away.
  if (splices.every(({ removed }) => removed === '')) return [];
  return spans.filter((span) => follow(span, splices) === null);
}
/** Those of which the last cut took a part and left a part. */
export function halved<S extends Span>(spans: readonly S[], splices: readonly TypedSplice[]): S[] {
  const last = splices.findLastIndex(({ by }) => by === 'cut');
  const cut = splices[last];
  if (!cut) return [];
  return spans.filter((span) => {
    const now = follow(span, splices.slice(0, last));
    return now !== null && now.start < cut.at + cut.removed.length && now.end > cut.at && follow(now, [cut]) !== null;
  });
}
