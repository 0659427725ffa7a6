/**
 * Measures of agreement in the plainest way there is: straight from what each coder said of each unit, one by one, by the formulas as they are printed.
 * Nothing of shared/statistics is used: the program is held to these.
 */
/** What each coder (first index) said of each unit: null where she did not decide. */
export type Said = readonly (readonly (string | null)[])[];
export interface Plain { readonly value: number | null; readonly low?: number | null; readonly high?: number | null }
const nothing: Plain = { value: null };
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
export const meanOf = (values: readonly (number | null | undefined)[]): number | null => { const there = values.filter((value) => value !== null && value !== undefined); return there.length === 0 ? null : total(there) / there.length; };
export const everyTwo = (coders: number): [number, number][] => { const pairs: [number, number][] = []; for (let one = 0; one < coders; one++) for (let other = one + 1; other < coders; other++) pairs.push([one, other]); return pairs; };

/** The values of each unit, without those that nobody gave. */
const unitsOf = (said: Said): string[][] => (said[0] ?? []).map((_, unit) => said.flatMap((own) => (own[unit] === null ? [] : [own[unit]!])));
const orderedPairs = (values: readonly string[]): [string, string][] => values.flatMap((one, i) => values.flatMap((other, j): [string, string][] => (i === j ? [] : [[one, other]])));
const agreeing = (values: readonly string[]): number => { const pairs = orderedPairs(values); return pairs.filter(([one, other]) => one === other).length / pairs.length; };

/** Mean over the units with two values or more of the pairs that are alike. */
export const percent = (said: Said): Plain => ({ value: meanOf(unitsOf(said).filter((values) => values.length > 1).map(agreeing)) });
/** Mean over all units with any value of the share that a category has there. */
function shares(said: Said): Map<string, number> {
  const units = unitsOf(said).filter((values) => values.length > 0);
  const found = new Map<string, number>();
  for (const values of units) for (const value of values) found.set(value, (found.get(value) ?? 0) + 1 / values.length / units.length);
  return found;
}
const corrected = (observed: number | null, expected: number): Plain => (observed === null || Math.abs(1 - expected) < 1e-12 ? nothing : { value: (observed - expected) / (1 - expected) });
/** Fleiss 1971; with missing values Gwet 2014, table 2.10: Pe is the sum of squared shares. */
export const fleiss = (said: Said): Plain => corrected(percent(said).value, total([...shares(said).values()].map((share) => share ** 2)));
/** Gwet 2008: Pe = Σ π(1 − π)/(q − 1), of q categories that were offered. Where it is one, nobody could disagree (golden: `oneCategory`). */
export const ac1 = (said: Said, offered: number): Plain => (offered === 1 ? percent(said) : corrected(percent(said).value, total([...shares(said).values()].map((share) => share * (1 - share))) / (offered - 1)));
/** Brennan & Prediger 1981: each category as likely as another. */
export const brennanPrediger = (said: Said, offered: number): Plain => (offered === 1 ? percent(said) : corrected(percent(said).value, 1 / offered));

/** Krippendorff 2011: all ordered pairs of values within units, each unit's by 1/(m − 1), against all ordered pairs of all values that can be paired. */
export function alpha(said: readonly (readonly (string | number | null)[])[], metric: 'nominal' | 'ordinal' | 'interval' = 'nominal'): Plain {
  const units = (said[0] ?? []).map((_, unit) => said.flatMap((own) => (own[unit] === null ? [] : [own[unit]!]))).filter((values) => values.length > 1);
  const all = units.flat();
  const distance = (a: string | number, b: string | number): number => {
    if (metric === 'interval') return (Number(a) - Number(b)) ** 2;
    const [low, high] = [Math.min(Number(a), Number(b)), Math.max(Number(a), Number(b))];
    const times = (value: number) => all.filter((each) => each === value).length;
    return (all.filter((value) => Number(value) >= low && Number(value) <= high).length - (times(low) + times(high)) / 2) ** 2;
  };
  // Names are apart or not: as many pairs as there are, but for those of one name.
  const apart = (values: readonly (string | number)[]): number => (metric === 'nominal' ? values.length ** 2 - total([...Map.groupBy(values, (value) => value).values()].map(({ length }) => length ** 2)) : total(values.flatMap((one, i) => values.map((other, j) => (i === j ? 0 : distance(one, other))))));
  const observed = total(units.map((values) => apart(values) / (values.length - 1))) / all.length;
  const expected = apart(all) / (all.length * (all.length - 1));
  return all.length === 0 || expected === 0 ? nothing : { value: 1 - observed / expected };
}

/** Cohen 1960, with the interval of Fleiss, Cohen & Everitt 1969, equation 13 (as SAS PROC FREQ and Agresti 2013, §11.5.4, print it). */
export function kappa(first: readonly (string | null)[], second: readonly (string | null)[]): Plain {
  const pairs = first.flatMap((value, unit): [string, string][] => (value === null || second[unit] === null ? [] : [[value, second[unit]!]]));
  const n = pairs.length;
  if (n === 0) return nothing;
  const values = [...new Set(pairs.flat())];
  const p = (i: string, j: string) => pairs.filter(([one, other]) => one === i && other === j).length / n;
  const row = (i: string) => pairs.filter(([one]) => one === i).length / n;
  const column = (j: string) => pairs.filter(([, other]) => other === j).length / n;
  const observed = total(values.map((value) => p(value, value)));
  const expected = total(values.map((value) => row(value) * column(value)));
  if (Math.abs(1 - expected) < 1e-12) return nothing;
  const value = (observed - expected) / (1 - expected);
  const A = total(values.map((i) => p(i, i) * (1 - (row(i) + column(i)) * (1 - value)) ** 2));
  const B = (1 - value) ** 2 * total(values.flatMap((i) => values.map((j) => (i === j ? 0 : p(i, j) * (column(i) + row(j)) ** 2))));
  const C = (value - expected * (1 - value)) ** 2;
  const error = Math.sqrt(Math.max(0, A + B - C) / n) / (1 - expected);
  return { value, low: value - 1.959963984540054 * error, high: value + 1.959963984540054 * error };
}
/** Holsti 1969, 2M/(N₁ + N₂): of the decisions that something is coded, those that are the same. `empty` is not a decision. */
export function holsti(first: readonly (string | null)[], second: readonly (string | null)[], empty: string): Plain {
  const both = first.flatMap((value, unit): [string, string][] => (value === null || second[unit] === null ? [] : [[value, second[unit]!]]));
  const made = both.filter(([one]) => one !== empty).length + both.filter(([, other]) => other !== empty).length;
  return made === 0 ? nothing : { value: (2 * both.filter(([one, other]) => one === other && one !== empty).length) / made };
}

export interface PlainMeasures { readonly percent: Plain; readonly kappa: Plain; readonly fleiss: Plain; readonly alpha: Plain; readonly ac1: Plain; readonly brennanPrediger: Plain; readonly holsti: Plain; readonly pairs: readonly (Plain & { readonly percent: number | null })[] }
/** All of them; κ and Holsti of more than two coders are the mean of all pairs that have one. */
export function measuresOf(said: Said, offered: number, empty: string): PlainMeasures {
  const pairs = everyTwo(said.length).map(([one, other]) => ({ ...kappa(said[one]!, said[other]!), percent: percent([said[one]!, said[other]!]).value }));
  return {
    percent: percent(said), kappa: said.length === 2 ? pairs[0]! : { value: meanOf(pairs.map(({ value }) => value)), low: null, high: null }, fleiss: fleiss(said), alpha: alpha(said), ac1: ac1(said, offered), brennanPrediger: brennanPrediger(said, offered),
    holsti: { value: meanOf(everyTwo(said.length).map(([one, other]) => holsti(said[one]!, said[other]!, empty).value)) }, pairs: said.length > 2 ? pairs : [],
  };
}
/** The mean of what parts give by themselves, each by its weight; of a measure only those where it is defined. */
export function weighted(parts: readonly { readonly measures: PlainMeasures; readonly weight: number }[], coders: number): PlainMeasures {
  const of = (read: (measures: PlainMeasures) => number | null | undefined): number | null => {
    const there = parts.filter(({ measures, weight }) => weight > 0 && typeof read(measures) === 'number');
    return there.length === 0 ? null : total(there.map(({ measures, weight }) => read(measures)! * weight)) / total(there.map(({ weight }) => weight));
  };
  const named = (name: Exclude<keyof PlainMeasures, 'pairs'>): Plain => ({ value: of((measures) => measures[name].value), low: null, high: null });
  return { percent: named('percent'), kappa: named('kappa'), fleiss: named('fleiss'), alpha: named('alpha'), ac1: named('ac1'), brennanPrediger: named('brennanPrediger'), holsti: named('holsti'), pairs: (coders > 2 ? everyTwo(coders) : []).map((_, index) => ({ value: of((measures) => measures.pairs[index]?.value), percent: of((measures) => measures.pairs[index]?.percent), low: null, high: null })) };
}
