export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Ranks from 1 on, ties sharing the middle of theirs; and Σ(t³ − t) over the sizes t of the ties. */
export function ranksOf(values: readonly number[]): { ranks: number[]; ties: number } {
  const order = values.map((value, place) => ({ value, place })).toSorted((a, b) => a.value - b.value);
  const ranks = Array.from<number>({ length: values.length });
  let ties = 0;
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && order[to]!.value === order[from]!.value) to++;
    for (let at = from; at < to; at++) ranks[order[at]!.place] = (from + 1 + to) / 2;
    ties += (to - from) ** 3 - (to - from);
    from = to;
  }
  return { ranks, ties };
}
/** The ranks of groups among all values together, group by group. */
export function rankedGroups(groups: readonly (readonly number[])[]): { ranks: number[][]; ties: number; n: number } {
  const { ranks, ties } = ranksOf(groups.flat());
  let at = 0;
  return { ranks: groups.map((group) => ranks.slice(at, (at += group.length))), ties, n: ranks.length };
}
