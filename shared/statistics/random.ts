/** Random numbers from 0 to 1 that are the same every time (mulberry32): a p that is estimated must not change when it is looked at again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A p that is estimated, and from how many random cases. */
export interface Estimated { readonly p: number; readonly cases: number }
/**
 * The share of random cases that lie at least as far out as what was observed, which counts as one of them: p is never 0.
 * Once `enough` of them do, p is known well enough and no more are drawn. Source: Besag & Clifford 1991.
 */
export function estimatedP(liesAsFar: () => boolean, most: number, enough = Number.POSITIVE_INFINITY): Estimated {
  let asFar = 0;
  for (let cases = 1; cases <= most; cases++) if (liesAsFar() && ++asFar >= enough) return { p: asFar / cases, cases };
  return { p: (asFar + 1) / (most + 1), cases: most };
}
