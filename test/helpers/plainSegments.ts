import { expect } from 'vitest';
import type { OutputOf } from '../../electron/ops/index.ts';
import { everyTwo, meanOf } from './plainAgreement.ts';

interface Place { readonly coder: number; readonly document: number; readonly start: number; readonly end: number }
type Segment = readonly [start: number, end: number];
interface Asked { readonly coders: readonly number[]; readonly average: 'pooled' | 'length' | 'documents'; readonly overlap?: number | undefined; readonly worked: string }

/** Characters of one coder that lie together: what she has twice is one segment. Segments that only touch stay two. */
function segmentsOf(places: readonly Place[]): Segment[] {
  const all: Segment[] = [];
  for (const { start, end } of places.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = all.at(-1);
    if (last && start < last[1]) all[all.length - 1] = [last[0], Math.max(last[1], end)];
    else all.push([start, end]);
  }
  return all;
}
/** The best pair of those that are free, then the next best: how many find each other. */
function matched(one: readonly Segment[], other: readonly Segment[], least: number): number {
  const share = (a: Segment, b: Segment) => { const common = Math.min(a[1], b[1]) - Math.max(a[0], b[0]); return common <= 0 ? 0 : common / (Math.max(a[1], b[1]) - Math.min(a[0], b[0])); };
  const [free, theirs] = [[...one], [...other]];
  for (let found = 0; ; found++) {
    let best: [number, number, number] | null = null;
    free.forEach((a, i) => theirs.forEach((b, j) => { const now = share(a, b); if (now > 0 && now >= least - 1e-12 && (!best || now > best[2])) best = [i, j, now]; }));
    if (!best) return found;
    free.splice(best[0], 1);
    theirs.splice(best[1], 1);
  }
}
/** α of units position by position, as the definition reads: observed are two coders at one place, expected any two places that are not of one unit. */
function unitizing(length: number, coders: readonly (readonly { readonly at: Segment; readonly key: string }[])[]): number | null {
  if (coders.every((own) => own.length === 0) || coders.some((own) => own.some(({ at }, i) => own.some((other, j) => j > i && at[0] < other.at[1] && other.at[0] < at[1])))) return null;
  // Stretches within which nobody begins or ends anything weigh by their length.
  const cells = coders.map((own) => Array.from({ length }, (_, at) => own.findIndex(({ at: [start, end] }) => start <= at && at < end)));
  const valueOf = (coder: number, at: number) => (cells[coder]![at]! < 0 ? '' : coders[coder]![cells[coder]![at]!]!.key);
  const counts = new Map<string, number>();
  let [same, observedApart, observedAll] = [0, 0, 0];
  const inUnit = new Map<string, number>();
  for (let coder = 0; coder < coders.length; coder++) for (let at = 0; at < length; at++) {
    const value = valueOf(coder, at);
    counts.set(value, (counts.get(value) ?? 0) + 1);
    const unit = cells[coder]![at]! < 0 ? `${coder}/gap/${at}` : `${coder}/${cells[coder]![at]}`;
    inUnit.set(unit, (inUnit.get(unit) ?? 0) + 1);
    for (let other = 0; other < coders.length; other++) if (other !== coder) { observedAll++; if (valueOf(other, at) !== value) observedApart++; }
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  for (const size of inUnit.values()) same += size ** 2;
  const apart = all ** 2 - [...counts.values()].reduce((sum, count) => sum + count ** 2, 0);
  const [observed, expected] = [observedApart / observedAll, apart / (all ** 2 - same)];
  return apart === 0 ? (observedApart === 0 ? 1 : null) : 1 - observed / expected;
}
function near(found: number | null | undefined, expected: number | null, what: string): void {
  if (expected === null || found === null || found === undefined) expect(found ?? null, what).toBe(expected);
  else if (!(Math.abs(found - expected) < 1e-9)) throw new Error(`${what}: ${found}, not ${expected}`);
}

/** Segments that coders chose themselves, counted once more: by coder’s view, Holsti, MAXQDA’s chance of one in so many codes, and α of units. */
export function plainSegments({ texts, plain, finished }: { readonly texts: ReadonlyMap<number, string>; readonly plain: readonly Place[]; readonly finished: readonly { readonly coder: number; readonly document: number }[] }, asked: Asked, found: OutputOf<'agreement.table'>, items: readonly { readonly key: string; readonly places: readonly Place[] }[], counted: readonly number[]): void {
  const worksOn = (coder: number, document: number) => asked.worked !== 'two' || plain.some((each) => each.coder === coder && each.document === document) || finished.some((each) => each.coder === coder && each.document === document);
  const offsetOf = (document: number) => counted.slice(0, counted.indexOf(document)).reduce((sum, each) => sum + texts.get(each)!.length, 0);
  const length = counted.reduce((sum, document) => sum + texts.get(document)!.length, 0);
  const rows = found.rows.filter((row) => row.counted).length;
  const pairs = everyTwo(asked.coders.length);
  const ownIn = (places: readonly Place[], document: number) => asked.coders.map((coder) => segmentsOf(places.filter((place) => place.coder === coder && place.document === document)));
  const tally = (places: readonly Place[], documents: readonly number[]) => pairs.map(([one, other]) => {
    let [m, a, b] = [0, 0, 0];
    for (const document of documents) {
      if (!worksOn(asked.coders[one]!, document) || !worksOn(asked.coders[other]!, document)) continue;
      const own = ownIn(places, document);
      m += matched(own[one]!, own[other]!, asked.overlap ?? 0.9);
      a += own[one]!.length;
      b += own[other]!.length;
    }
    return { m, a, b };
  });
  const read = (all: readonly { m: number; a: number; b: number }[]) => {
    const [agree, each] = [all.reduce((sum, { m }) => sum + 2 * m, 0), all.reduce((sum, { a, b }) => sum + a + b, 0)];
    return {
      percent: each === 0 ? null : agree / each, holsti: meanOf(all.map(({ m, a, b }) => (a + b === 0 ? null : (2 * m) / (a + b)))),
      brennanPrediger: meanOf(all.map(({ m, a, b }) => (a + b === 0 || rows < 2 ? null : (m / (a + b - m) - 1 / rows) / (1 - 1 / rows)))),
    };
  };
  for (const { key, places } of items) {
    const row = found.rows.find(({ item }) => item.key === key)!;
    const what = `segments of ${key} ${JSON.stringify(asked)}`;
    const used = counted.filter((document) => places.some((place) => place.document === document));
    const segments = counted.flatMap((document) => ownIn(places, document).map((own) => own.length));
    expect([row.units, row.documents, row.kappa.value, row.kappa.reason], what).toEqual([segments.reduce((sum, each) => sum + each, 0), used.length, null, 'segments are chosen freely']);
    const whole = tally(places, counted);
    expect(row.everybody, what).toBe(Math.min(...whole.map(({ m }) => m)));
    const weight = (document: number) => (asked.average === 'length' ? texts.get(document)!.length : 1);
    const parts = used.map((document) => ({ weight: weight(document), ...read(tally(places, [document])), unitizing: unitizing(texts.get(document)!.length, ownIn(places, document).map((own) => own.map((at) => ({ at, key })))) }));
    const mean = (of: (part: (typeof parts)[number]) => number | null) => { const there = parts.filter((part) => of(part) !== null); return there.length === 0 ? null : there.reduce((sum, part) => sum + of(part)! * part.weight, 0) / there.reduce((sum, part) => sum + part.weight, 0); };
    const expected = asked.average === 'pooled' ? { ...read(whole), unitizing: unitizing(length, asked.coders.map((_, coder) => counted.flatMap((document) => ownIn(places, document)[coder]!.map(([start, end]) => ({ at: [start + offsetOf(document), end + offsetOf(document)] as const, key }))))) } : { percent: mean((part) => part.percent), holsti: mean((part) => part.holsti), brennanPrediger: mean((part) => part.brennanPrediger), unitizing: mean((part) => part.unitizing) };
    for (const name of ['percent', 'holsti', 'brennanPrediger'] as const) near(row[name].value, expected[name], `${name} of ${what}`);
    near(row.unitizing!.value, expected.unitizing, `α of units of ${what}`);
  }
}
