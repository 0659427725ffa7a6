/** A person in a chain of referrals, with those whom she brought; the wave counts from the chain's seed, which is 0. */
export interface Referred { readonly id: number; readonly wave: number; readonly below: readonly Referred[] }
export interface ReferralTree {
  /** Seeds that brought somebody, with all that came of it; in the order given. */
  readonly chains: readonly Referred[];
  /** Those whom nobody brought and who brought nobody. */
  readonly outside: readonly number[];
  /** How many were brought by somebody. */
  readonly referred: number;
  /** The last wave's number. */
  readonly waves: number;
}

/** The chains of who referred whom. Law: everybody stands in it exactly once, below who referred her; referrals in a circle (which the study refuses) stand outside. */
export function referralTree(people: readonly { readonly id: number; readonly referredBy: number | null }[]): ReferralTree {
  const below = Map.groupBy(people.filter(({ referredBy }) => referredBy !== null), ({ referredBy }) => referredBy!);
  const placed = new Set<number>();
  let waves = 0;
  const grow = (id: number, wave: number): Referred => {
    placed.add(id);
    waves = Math.max(waves, wave);
    return { id, wave, below: (below.get(id) ?? []).map((person) => grow(person.id, wave + 1)) };
  };
  const chains = people.filter(({ id, referredBy }) => referredBy === null && below.has(id)).map(({ id }) => grow(id, 0));
  const outside = people.filter(({ id }) => !placed.has(id)).map(({ id }) => id);
  return { chains, outside, referred: placed.size - chains.length, waves };
}
