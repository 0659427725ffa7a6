import { z } from 'zod';
import { sum } from './ranks.ts';
import type { Reason } from './reasons.ts';
import { statistic } from './statistic.ts';

const unit = z.tuple([z.int().min(0), z.int().min(0), z.union([z.string(), z.number()])]).refine(([start, end]) => start < end, 'start before end');
type Unit = z.infer<typeof unit>;
const areApart = (units: readonly Unit[]): boolean => units.toSorted((a, b) => a[0] - b[0]).every(([start], place, all) => place === 0 || all[place - 1]![1] <= start);

/** A stretch of the text within which no coder begins or ends a unit: what each of them has there (place among the codes; 0: a gap), and of which unit. */
interface Stretch { readonly length: number; readonly codes: readonly number[]; readonly units: readonly (Unit | null)[] }
function stretchesOf(length: number, coders: readonly (readonly Unit[])[], placeOf: (unit: Unit) => number): Stretch[] {
  const bounds = [...new Set([0, length, ...coders.flat().flatMap(([start, end]) => [start, end])])].toSorted((a, b) => a - b);
  const sorted = coders.map((units) => units.toSorted((a, b) => a[0] - b[0]));
  const at = coders.map(() => 0);
  return bounds.slice(0, -1).map((from, place) => {
    const units = sorted.map((own, coder) => {
      while (at[coder]! < own.length && own[at[coder]!]![1] <= from) at[coder]!++;
      const here = own[at[coder]!];
      return here && here[0] <= from ? here : null;
    });
    return { length: bounds[place + 1]! - from, units, codes: units.map((here) => (here ? placeOf(here) : 0)) };
  });
}
type Square = readonly (readonly number[])[];
const offDiagonal = (matrix: Square): number => sum(matrix.map((row, c) => sum(row.filter((_, k) => k !== c))));
/** ε: what would meet by chance, where no unit meets itself. `own[c]` is the correction for value c. null where nothing is left to meet. */
function expectedOf(observed: Square, own: readonly number[]): Square | null {
  const totals = observed.map(sum);
  const whole = sum(totals);
  const rest = whole - sum(own) / whole;
  return whole === 0 || rest <= 0 ? null : observed.map((row, c) => row.map((_, k) => (totals[c]! * totals[k]! - (c === k ? own[c]! : 0)) / rest));
}
/** 1 − D_o/D_e; 1 where neither is there; undefined where there is disagreement that chance could not have. */
const alphaOf = (observed: number, expected: number): number | null => (expected === 0 ? (observed === 0 ? 1 : null) : 1 - observed / expected);

/**
 * Agreement of coders who chose their own units in a text of so many characters: on units and codes together (`uAlphaNominal`),
 * on what is coded at all (`uAlphaBinary`), on codes where two have units (`cuAlphaNominal`), and for each code there
 * (`perValue`; coverage: the share of its text that another coder coded too). Units of one coder do not overlap. With units
 * of length 1 it is nominal α over the positions. Held to going through all pairs of positions one by one; provisional until compared with figures of the book.
 */
export const unitizingAlpha = statistic({
  name: 'unitizingAlpha',
  source: 'Krippendorff 2019, §12.6, equations 32–38; Krippendorff, Mathet, Bouvry & Widlöcher 2016',
  example: { length: 100, coders: [[[10, 30, 'trust']], [[12, 30, 'trust'], [50, 70, 'workload']]] },
  input: z.object({ length: z.int().min(0), coders: z.array(z.array(unit)) })
    .refine(({ length, coders }) => coders.flat().every(([, end]) => end <= length), 'units within the length')
    .refine(({ coders }) => coders.every(areApart), 'no units of one coder that overlap'),
  options: z.object({}),
  compute({ length, coders }) {
    const nothing = (reason: Reason) => ({ value: null, reason, uAlphaNominal: null, uAlphaBinary: null, cuAlphaNominal: null, perValue: [] });
    const m = coders.length;
    if (m < 2) return nothing('two coders are needed');
    const values = [...new Set(coders.flat().map(([, , value]) => value))];
    if (values.length === 0) return nothing('no units');
    const places = new Map(values.map((value, place) => [value, place + 1]));
    const placeOf = ([, , value]: Unit) => places.get(value)!;
    const stretches = stretchesOf(length, coders, placeOf);
    const observed = [0, ...values].map(() => [0, ...values].map(() => 0));
    const own = observed.map(() => 0);
    const pairable = new Map<Unit, number>();
    for (const { length: long, codes, units } of stretches) {
      const coded = codes.filter((code) => code > 0).length;
      for (const [i, c] of codes.entries()) {
        for (const [j, k] of codes.entries()) if (i !== j) observed[c]![k]! += long / (m - 1);
        if (c === 0) own[0]! += long;
        else if (coded > 1) pairable.set(units[i]!, (pairable.get(units[i]!) ?? 0) + long);
      }
    }
    for (const each of coders.flat()) own[placeOf(each)]! += (each[1] - each[0]) ** 2;
    const expected = expectedOf(observed, own);
    if (!expected) return nothing('a text too short to disagree about');
    const gaps = (matrix: Square) => 2 * sum(matrix[0]!.slice(1));
    return { uAlphaNominal: alphaOf(offDiagonal(observed), offDiagonal(expected)), uAlphaBinary: alphaOf(gaps(observed), gaps(expected)), ...codesWhereTwo(observed, pairable, values, placeOf) };
  },
});
/** cuα and (k)uα: only where two coders have units. null where they never meet. */
function codesWhereTwo(all: Square, pairable: ReadonlyMap<Unit, number>, values: readonly Unit[2][], placeOf: (unit: Unit) => number) {
  const observed = all.slice(1).map((row) => row.slice(1));
  const own = observed.map(() => 0);
  for (const [each, long] of pairable) own[placeOf(each) - 1]! += long ** 2;
  const expected = expectedOf(observed, own);
  const perValue = values.map((value, k) => {
    const [met, whole] = [sum(observed[k]!), sum(all[k + 1]!)];
    const byChance = expected ? sum(expected[k]!) : 0;
    const [differs, differsByChance] = [met - observed[k]![k]!, expected ? byChance - expected[k]![k]! : 0];
    return { value, alpha: met === 0 || !expected ? null : differsByChance === 0 ? (differs === 0 ? 1 : null) : 1 - (byChance / met) * (differs / differsByChance), coverage: whole === 0 ? 0 : met / whole };
  });
  return { cuAlphaNominal: expected ? alphaOf(offDiagonal(observed), offDiagonal(expected)) : null, perValue };
}
