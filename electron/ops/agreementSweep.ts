/** Stretches in the order of their starts, each of one coder (by place): in columns, [from, to) of them. */
export interface Stretches { readonly coder: ArrayLike<number>; readonly start: ArrayLike<number>; readonly end: ArrayLike<number> }

/** Ends of what each coder has begun: one sweep after the other uses them. */
export type Reach = Float64Array;

/**
 * Adds up how much is covered by exactly which coders: `units[bits]`, a bit for each coder's place. What one coder has twice counts once;
 * what nobody has is not added. Costs what the stretches cost, however long they are.
 */
export function sweep({ coder, start, end }: Stretches, from: number, to: number, units: Float64Array, reach: Reach): void {
  reach.fill(0);
  let at = 0;
  const advance = (until: number): void => {
    while (at < until) {
      let next = until;
      let bits = 0;
      for (let place = 0; place < reach.length; place++) {
        const ends = reach[place]!;
        if (ends <= at) continue;
        bits |= 1 << place;
        if (ends < next) next = ends;
      }
      // Nothing is open: on to the next stretch.
      if (bits === 0) { at = until; return; }
      units[bits]! += next - at;
      at = next;
    }
  };
  for (let index = from; index < to; index++) {
    advance(start[index]!);
    const place = coder[index]!;
    if (end[index]! > reach[place]!) reach[place] = end[index]!;
  }
  let last = at;
  for (const ends of reach) if (ends > last) last = ends;
  advance(last);
}

export const bitsIn = (bits: number): number => {
  let count = 0;
  for (let rest = bits; rest > 0; rest &= rest - 1) count++;
  return count;
};
