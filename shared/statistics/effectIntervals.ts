import { bootstrap, type Bootstrapped, type BootstrapOptions } from './bootstrap.ts';
import { gammaQ, logGamma, normalQuantile, root } from './distributions.ts';

interface Reach { readonly low: number; readonly high: number }

/** The chance of a noncentral χ² of at most x, for any noncentrality: a sum over Poisson weights of central ones, which are worked out once. */
function noncentralBelow(x: number, df: number): (noncentrality: number) => number {
  const central: number[] = [];
  for (let j = 0; j < 20_000; j++) {
    const below = 1 - gammaQ(df / 2 + j, x / 2);
    central.push(below);
    if (below < 1e-15) break;
  }
  const logFactorials = central.map((_, j) => logGamma(j + 1));
  return (noncentrality) => {
    const half = noncentrality / 2;
    return half === 0 ? central[0]! : central.reduce((all, below, j) => all + below * Math.exp(j * Math.log(half) - half - logFactorials[j]!), 0);
  };
}
/**
 * Which noncentralities fit a χ² that was found: those under which neither as small nor as large a one is rarer than half of what the level leaves.
 * Source: Steiger 2004, Beyond the F test; Smithson 2003, ch. 4.
 */
export function noncentralityInterval(x: number, df: number, level: number): Reach {
  const below = noncentralBelow(x, df);
  const at = (share: number) => (below(0) <= share ? 0 : root((noncentrality) => share - below(noncentrality), 0, 4 * x + 40 * Math.sqrt(x + df) + 100));
  return { low: at((1 + level) / 2), high: at((1 - level) / 2) };
}
/** The interval of Cramér’s V (and of |φ|: V of two by two) from the χ² of a table, `n` units and its smaller side less one; it rests on large numbers. */
export function cramersVInterval({ chiSquare, df, n, smaller }: { chiSquare: number; df: number; n: number; smaller: number }, level = 0.95): Reach {
  const { low, high } = noncentralityInterval(chiSquare, df, level);
  const told = (noncentrality: number) => Math.min(1, Math.sqrt(noncentrality / (n * smaller)));
  return { low: told(low), high: told(high) };
}

/**
 * The interval of the rank-biserial correlation of two groups: that of the chance θ = (r + 1)/2 that one of the first lies higher. It keeps within
 * −1 and 1, also where no values of the groups meet. Source: Newcombe 2006, Statistics in Medicine 25, 559–573, method 5.
 */
export function rankBiserialInterval(r: number, nx: number, ny: number, level = 0.95): Reach {
  const found = (r + 1) / 2;
  const z = normalQuantile(level);
  const more = (nx + ny) / 2 - 1;
  const error = (theta: number) => Math.sqrt((theta * (1 - theta) * (1 + more * ((1 - theta) / (2 - theta) + theta / (1 + theta)))) / (nx * ny));
  const low = found <= 0 ? 0 : root((theta) => theta - found + z * error(theta), 0, found);
  const high = found >= 1 ? 1 : root((theta) => theta - found - z * error(theta), found, 1);
  return { low: 2 * low - 1, high: 2 * high - 1 };
}

/** The interval of ε² when people are drawn again within their groups. Small values are drawn too high: where groups do not differ it does not reach 0. */
export function epsilonSquaredInterval(groups: readonly (readonly number[])[], options: BootstrapOptions = {}): Bootstrapped | null {
  const values = [...new Set(groups.flat())].toSorted((a, b) => a - b);
  const places = new Map(values.map((value, place) => [value, place]));
  const own = groups.map((group) => Int32Array.from(group, (value) => places.get(value)!));
  const n = groups.flat().length;
  const [all, drawn] = [new Int32Array(values.length), groups.map(() => new Int32Array(values.length))];
  const middle = new Float64Array(values.length);
  return bootstrap((random) => {
    all.fill(0);
    for (const [group, from] of own.entries()) {
      const counts = drawn[group]!.fill(0);
      for (let each = 0; each < from.length; each++) { const place = from[Math.floor(random() * from.length)]!; counts[place]!++; all[place]!++; }
    }
    let [reached, ties] = [0, 0];
    for (const [place, times] of all.entries()) { middle[place] = reached + (times + 1) / 2; reached += times; ties += times ** 3 - times; }
    if (ties === n ** 3 - n) return null;
    const apart = drawn.reduce((total, counts, group) => total + counts.reduce((ranks, times, place) => ranks + times * middle[place]!, 0) ** 2 / own[group]!.length, 0);
    return Math.max(0, ((12 / (n * (n + 1))) * apart - 3 * (n + 1)) / (1 - ties / (n ** 3 - n)) / (n - 1));
  }, options);
}
