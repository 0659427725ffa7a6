import type { AgreementAsked, Measures, PairMeasure } from '../../shared/model/agreement.ts';
import { brennanPrediger, fleissKappa, gwetAC1, percentAgreement } from '../../shared/statistics/agreement.ts';
import { cohenKappa } from '../../shared/statistics/cohenKappa.ts';
import { krippendorffAlpha } from '../../shared/statistics/krippendorffAlpha.ts';
import type { RatingsInput } from '../../shared/statistics/ratings.ts';
import { holsti } from '../../shared/statistics/segmentAgreement.ts';
import type { Coded } from './agreementItems.ts';
import { kappaOf, meanMeasures, measure, noMeasures, pairsOf, within } from './agreementMeasures.ts';
import type { Scope } from './agreementScope.ts';
import type { Ruler } from './agreementUnits.ts';

/** More different combinations of codes than this are not compared as categories. */
const mostCombinations = 300;

/** Sets of items, each with a number; 0 is none at all. */
function itemSets() {
  const sets: (readonly number[])[] = [[]];
  const known = new Map<string, number>([['', 0]]);
  const after = new Map<number, Map<number, number>>();
  return {
    sets,
    /** The set with an item more, or without it where it was there. */
    turned(set: number, item: number): number {
      const ways = after.get(set) ?? new Map<number, number>();
      if (ways.size === 0) after.set(set, ways);
      const there = ways.get(item);
      if (there !== undefined) return there;
      const items = sets[set]!.includes(item) ? sets[set]!.filter((each) => each !== item) : [...sets[set]!, item].toSorted((a, b) => a - b);
      const key = items.join();
      let number = known.get(key);
      if (number === undefined) known.set(key, (number = sets.push(items) - 1));
      ways.set(item, number);
      return number;
    },
  };
}
interface Turn { readonly at: number; readonly coder: number; readonly item: number }
/** Where each coder's codings of each item begin and end in units, by document: what one has twice joined. */
function turnsOf({ first, document, coder, start, end }: Coded, documents: Scope['documents'], coders: number, rulers: readonly Ruler[]): Turn[][] {
  const found: Turn[][] = documents.map(() => []);
  for (let item = 0; item < first.length - 1; item++) {
    const open: { document: number; start: number; end: number }[] = Array.from({ length: coders }, () => ({ document: -1, start: 0, end: 0 }));
    const close = (who: number): void => {
      const { document: where, start: from, end: to } = open[who]!;
      if (where >= 0 && from < to) found[where]!.push({ at: from, coder: who, item }, { at: to, coder: who, item });
    };
    for (let at = first[item]!; at < first[item + 1]!; at++) {
      const [who, where] = [coder[at]!, document[at]!];
      const [from, to] = [rulers[where]!.from(start[at]!), rulers[where]!.to(end[at]!)];
      const before = open[who]!;
      if (before.document === where && from <= before.end) before.end = Math.max(before.end, to);
      else { close(who); open[who] = { document: where, start: from, end: to }; }
    }
    open.forEach((_, who) => close(who));
  }
  return found;
}

/** So many units have exactly these sets (by coder's place; -1 for who did not work there). */
interface Units { readonly sets: readonly number[]; readonly times: number }
/** How many units of each document have which sets, and the sets. */
function combinations(coded: Coded, { documents, coders }: Scope, rulers: readonly Ruler[]) {
  const { sets, turned } = itemSets();
  const turns = turnsOf(coded, documents, coders.length, rulers);
  const units = documents.map(({ present }, index): readonly Units[] => {
    const found = new Map<string, { sets: readonly number[]; times: number }>();
    const now: number[] = coders.map((_, place) => (present & (1 << place) ? 0 : -1));
    const add = (times: number): void => { if (times > 0) addUnits(found, now, times); };
    let at = 0;
    for (const turn of turns[index]!.toSorted((a, b) => a.at - b.at)) {
      add(turn.at - at);
      at = turn.at;
      if (now[turn.coder]! >= 0) now[turn.coder] = turned(now[turn.coder]!, turn.item);
    }
    add(rulers[index]!.length - at);
    return [...found.values()];
  });
  return { sets, units };
}
function addUnits(into: Map<string, { sets: readonly number[]; times: number }>, sets: readonly number[], times: number): void {
  const key = sets.join();
  const known = into.get(key);
  if (known) known.times += times;
  else into.set(key, { sets: [...sets], times });
}

/** Each unit with all that a coder put there as one category: which codes of a facet, or which triples, or none. */
export function togetherMeasures(coded: Coded, scope: Scope, rulers: readonly Ruler[], average: AgreementAsked['average']): Measures {
  const { sets, units } = combinations(coded, scope, rulers);
  const joined = new Map<string, { sets: readonly number[]; times: number }>();
  for (const each of units.flat()) addUnits(joined, each.sets, each.times);
  const used = [...new Set([...joined.values()].flatMap((unit) => unit.sets.filter((set) => set >= 0)))];
  if (used.length > mostCombinations) return noMeasures('too many different combinations');
  const place = new Map(used.map((set, index) => [set, index]));
  // Where nobody gives two at once, the categories offered are the codes and none of them.
  const offered = used.every((set) => sets[set]!.length < 2) ? Math.max(used.length, coded.counted.filter(Boolean).length + 1) : used.length;
  const measured = (of: readonly Units[]): Measures => categoryMeasures(of, scope.coders.length, place, offered);
  const whole = measured([...joined.values()]);
  return average === 'pooled' ? whole : meanMeasures(units.map((of, index) => ({ measures: measured(of), weight: average === 'length' ? rulers[index]!.length : 1 })), whole);
}
/** All measures of units that each coder puts into one of several categories: sets, each with its place among them. */
function categoryMeasures(units: readonly Units[], coders: number, place: ReadonlyMap<number, number>, offered: number): Measures {
  const none = () => Array.from({ length: place.size }, () => 0);
  const tables = pairsOf(coders).map(([first, second]) => {
    const table = none().map(none);
    for (const { sets: [...said], times } of units) if (said[first]! >= 0 && said[second]! >= 0) table[place.get(said[first]!)!]![place.get(said[second]!)!]! += times;
    return table;
  });
  const pairs = tables.map((table, index): PairMeasure => ({ coders: pairsOf(coders)[index]!, percent: percentAgreement.of({ table }, {}).value, ...within(cohenKappa.of({ table }, {})) }));
  const ratings: RatingsInput = coders === 2 && units.every((unit) => !unit.sets.includes(-1)) ? { table: tables[0]! } : {
    counts: units.map((unit) => { const counts = none(); for (const set of unit.sets) if (set >= 0) counts[place.get(set)!]!++; return counts; }), times: units.map(({ times }) => times),
  };
  const options = { categories: offered };
  const percent = percentAgreement.of(ratings, options);
  return {
    units: 'units' in percent ? percent.units : 0, percent: measure(percent), kappa: kappaOf(pairs), fleiss: measure(fleissKappa.of(ratings, options)), alpha: measure(krippendorffAlpha.of(ratings, options)),
    ac1: measure(gwetAC1.of(ratings, options)), brennanPrediger: measure(brennanPrediger.of(ratings, options)), holsti: codedAlike(units, coders), unitizing: null, pairs: coders > 2 ? pairs : [],
  };
}
/** Of what either coded, how much both coded with the same. */
function codedAlike(units: readonly Units[], coders: number) {
  const values = pairsOf(coders).flatMap(([first, second]) => {
    const both = units.filter(({ sets }) => sets[first]! >= 0 && sets[second]! >= 0);
    const sum = (which: (sets: readonly number[]) => boolean) => both.reduce((total, { sets, times }) => total + (which(sets) ? times : 0), 0);
    const { value } = holsti.of({ agreed: sum((sets) => sets[first]! > 0 && sets[first] === sets[second]), n1: sum((sets) => sets[first]! > 0), n2: sum((sets) => sets[second]! > 0) }, {});
    return value === null ? [] : [value];
  });
  return values.length === 0 ? { value: null, reason: 'no decisions' as const } : { value: values.reduce((total, value) => total + value, 0) / values.length };
}
