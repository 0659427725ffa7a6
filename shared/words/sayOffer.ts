import { smallestShare } from '../model/table.ts';
import type { Carried, CountsTest, Offer, RowRefused, RowResult, ScaleTest, WholeTest } from '../statistics/offer.ts';
import type { Words, WordValues } from './index.ts';

type Test = CountsTest | ScaleTest | WholeTest;
type Word = keyof typeof import('./en/statistics.ts').statistics['offered'];
type OfferedKey = Word extends infer K ? K extends `${infer Base}_one` | `${infer Base}_other` ? Base : Exclude<K, 'why' | 'units'> : never;

/** The tests of a table read aloud. */
export interface OfferReading {
  /** What is clear, strongest first: the row's label, a sentence to stand out, and what it rests on. */
  readonly findings: readonly { readonly row: string; readonly lead: string; readonly text: string }[];
  /** What is not clear, row by row, and that the rest is not; or why nothing is tested. */
  readonly text: readonly string[];
  /** Whom the tests stand for, and what they take for granted. */
  readonly notes: readonly string[];
}

/** Says what the tests of a table found, and never more than they can. */
export function sayOffer(words: Words, offer: Offer): OfferReading {
  if (!offer.fits) return { findings: [], text: [words.say(`statistics.refused.${offer.reason}`, { n: offer.n ?? 0 })], notes: [] };
  const tongue = tongueOf(words, offer);
  const tested = offer.rows.filter((row): row is Test => row.kind !== 'refused');
  const isClear = (row: Test) => row.pCorrected <= 1 - offer.level;
  const clear = tested.filter(isClear).toSorted((a, b) => a.pCorrected - b.pCorrected || a.p - b.p || Math.abs(b.effect.value) - Math.abs(a.effect.value));
  const near = tested.filter((row) => !isClear(row) && row.p <= 1 - offer.level).toSorted((a, b) => a.p - b.p);
  const ways = new Set(clear.map(wayOf));
  return {
    findings: clear.map((row) => ({ row: row.label, ...findingOf(tongue, row, tested.length) })),
    text: [
      ...unclear(tongue, tested, clear.length, near.length), ...nearly(tongue, near, ways),
      ...(clear.length > 0 && tested.length > clear.length + near.length ? [tongue.say('rest', { count: tested.length - clear.length - near.length })] : []),
      ...(clear.length === 0 && tested.length > 0 ? [tongue.say('noneMeans')] : []), ...notTested(tongue, offer.rows),
    ],
    notes: offer.remarks.map((remark) => words.say(`statistics.remark.${remark}`, { units: words.say(`statistics.offered.units.${offer.unit === 'documents' ? 'documents' : 'participants'}`) })),
  };
}

interface Tongue {
  readonly words: Words;
  readonly offer: Carried;
  say(key: OfferedKey, values?: WordValues): string;
  group(place: number): string;
}
const tongueOf = (words: Words, offer: Carried): Tongue => ({ words, offer, say: (key, values) => words.say(`statistics.offered.${key}` as 'statistics.offered.title', values), group: (place) => offer.groups[place]!.label });

/** 'p = 0.032', 'p < 0.001': three places where they matter. */
export function pText({ say, number }: Words, p: number): string {
  return p < 0.001 ? say('statistics.tests.pUnder', { p: number(0.001, 3) }) : say('statistics.tests.pIs', { p: number(p, p < 0.1 ? 3 : 2) });
}
/** How often something of this p comes about by chance. */
export const oftenText = ({ say }: Words, p: number): string => say(`statistics.tests.${p < 0.001 ? 'veryRarely' : p < 0.01 ? 'rarely' : p <= 0.05 ? 'notOften' : p < 0.2 ? 'nowAndThen' : 'easily'}`);
/** A share as per cent that does not break over two lines; what is neither nothing nor all is not said to be. */
export const percentText = ({ percent }: Words, share: number): string => percent(share, share > 0 && share < 1 && (share < 0.005 || share > 0.995) ? 1 : 0).replace(' ', '\u00a0');
/** A share as per cent, or as '2 of 4' where n is small. */
export function shareText(words: Words, k: number, n: number): string {
  if (n < smallestShare) return words.say('statistics.offered.sizeOf', { k, n });
  return percentText(words, k / n);
}
const medianText = ({ number }: Words, value: number | null): string => (value === null ? '–' : number(value, Number.isInteger(value) ? 0 : Number.isInteger(value * 10) ? 1 : 2));

/** 'Fisher’s exact test, p < 0.001 after Holm’s correction for 12 rows; φ = 0.45'. */
function testText({ words: { say, number, ...words }, offer }: Tongue, row: Test, rows: number): string {
  const name = row.kind === 'scale'
    ? row.kruskal ? say(row.simulated === undefined ? 'statistics.tests.kruskalWallis' : 'statistics.tests.kruskalWallisSimulated', { statistic: number(row.kruskal.H, 1), df: row.kruskal.df, orders: row.simulated ?? 0 }) : say(row.exact ? 'statistics.tests.mannWhitneyExact' : 'statistics.tests.mannWhitney')
    : row.chiSquare ? say('statistics.tests.chiSquare', { statistic: number(row.chiSquare.statistic, 1), df: row.chiSquare.df }) : row.simulated !== undefined ? say('statistics.tests.fisherSimulated', { tables: row.simulated }) : say('statistics.tests.fisher');
  const plain = say(`statistics.tests.${row.effect.measure}`, { value: number(Math.abs(row.effect.value), 2) });
  const effect = row.effect.interval ? say('statistics.tests.effectInterval', { effect: plain, ...reachText({ say, number, ...words }, row.effect) }) : plain;
  const told = { test: name, p: pText({ say, number, ...words }, row.pCorrected), effect };
  if (rows > 1 && offer.correction === 'none') return say('statistics.tests.toldUncorrected', { ...told, rows });
  return rows > 1 ? say('statistics.tests.toldCorrected', { ...told, rows, correction: say(`statistics.tests.${offer.correction as 'holm'}`) }) : say('statistics.tests.told', told);
}
/** From where to where an effect size goes, in the direction in which it is told. */
function reachText({ number }: Words, { measure, value, interval }: Test['effect']): { low: string; high: string } {
  const { low, high } = interval!;
  const isTurned = measure === 'rankBiserial' && value < 0;
  return { low: number(isTurned ? -high : low, 2), high: number(isTurned ? -low : high, 2) };
}
/** Of a row over two groups: the place of the group that has more. null where there are more groups. */
function wayOf(row: Test): 0 | 1 | null {
  if (row.kind === 'whole' || row.effect.measure === 'cramersV' || row.effect.measure === 'epsilonSquared') return null;
  return row.effect.value > 0 ? 0 : 1;
}
/** The places of the two groups that a test of two compares: the one with more first. */
function sides(row: CountsTest | ScaleTest): [more: number, less: number] {
  const [first = 0, second = 0] = row.n.flatMap((n, place) => (n > 0 ? [place] : []));
  return wayOf(row) === 0 ? [first, second] : [second, first];
}

function findingOf(tongue: Tongue, row: Test, rows: number): { lead: string; text: string } {
  const sentences = row.kind === 'whole' ? wholeSentences(tongue, row) : row.kind === 'scale' ? scaleSentences(tongue, row) : countsSentences(tongue, row);
  const [lead, ...rest] = sentences;
  const isOfTwo = wayOf(row) !== null;
  const chance = tongue.say(isOfTwo ? 'gap' : 'differences', { often: oftenText(tongue.words, row.pCorrected), test: testText(tongue, row, rows) });
  return { lead: lead!, text: joined(tongue.words, isOfTwo ? [...rest.slice(0, 1), chance, ...rest.slice(1)] : [chance, ...rest]) };
}
const joined = ({ language }: Words, sentences: readonly string[]): string => sentences.join(language === 'zh' ? '' : ' ');

function countsSentences({ words, say, group, offer }: Tongue, row: CountsTest): string[] {
  const share = (place: number) => shareText(words, row.k[place]!, row.n[place]!);
  if (row.difference) {
    const [more, less] = sides(row);
    const points = (value: number) => words.number(value * 100, 0);
    const { value, low, high } = wayOf(row) === 0 ? row.difference : { value: -row.difference.value, low: -row.difference.high, high: -row.difference.low };
    return [
      say('moreIn', { row: row.label, more: group(more), less: group(less), moreShare: share(more), lessShare: share(less) }),
      say(offer.unit === 'documents' ? 'documents' : 'people', { k1: row.k[more]!, n1: row.n[more]!, k2: row.k[less]!, n2: row.n[less]! }),
      say('interval', { points: points(value), low: points(low), high: points(high), level: percentText(words, offer.level) }),
    ];
  }
  const total = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0);
  const list = (isAbove: boolean) => words.list(row.standingOut.filter(({ z }) => (z > 0) === isAbove).toSorted((a, b) => Math.abs(b.z) - Math.abs(a.z)).map((each) => say('groupShare', { group: group(each.group), share: share(each.group) })));
  const [above, below] = [list(true), list(false)];
  return [
    say('differ', { row: row.label, share: shareText(words, total(row.k), total(row.n)) }),
    ...(above ? [say('above', { groups: above })] : []), ...(below ? [say('below', { groups: below })] : []), ...(above || below ? [] : [say('noGroup')]),
  ];
}
function wholeSentences({ words, say, group }: Tongue, row: WholeTest): string[] {
  const list = (isAbove: boolean) => words.list(row.standingOut.filter(({ z }) => (z > 0) === isAbove).toSorted((a, b) => Math.abs(b.z) - Math.abs(a.z)).map((each) => say('cell', { row: each.of, group: group(each.group) })));
  const [above, below] = [list(true), list(false)];
  return [say('whole'), ...(above ? [say('cellsAbove', { cells: above })] : []), ...(below ? [say('cellsBelow', { cells: below })] : []), ...(above || below ? [] : [say('noCell')])];
}
function scaleSentences({ words, say, group }: Tongue, row: ScaleTest): string[] {
  const median = (place: number) => medianText(words, row.medians[place]!);
  if (row.higher !== undefined) {
    const [more, less] = sides(row);
    return [
      say('higherIn', { row: row.label, more: group(more), less: group(less), moreMedian: median(more), lessMedian: median(less) }),
      say('pairShare', { more: group(more), share: percentText(words, wayOf(row) === 0 ? row.higher : 1 - row.higher) }),
    ];
  }
  const medians = words.list(row.n.flatMap((n, place) => (n > 0 ? [say('groupMedian', { group: group(place), median: median(place) })] : [])));
  const pairs = row.pairs.toSorted((a, b) => a.p - b.p).map(({ a, b, z, p }) => say('pair', { more: group(z > 0 ? b : a), less: group(z > 0 ? a : b), p: pText(words, p) }));
  return [say('levels', { row: row.label, medians }), pairs.length > 0 ? say('apart', { pairs: pairs.join(say('andList')) }) : say('noPair')];
}

/** That nothing is clear, where nothing is. */
function unclear(tongue: Tongue, tested: readonly Test[], clear: number, near: number): string[] {
  const [first] = tested;
  if (!first) return [tongue.say('nothingTested')];
  if (clear > 0) return [];
  if (first.kind === 'whole') return [tongue.say('wholeAlike', { test: testText(tongue, first, 1) })];
  if (tested.length === 1) return [tongue.say('single', { row: first.label, test: testText(tongue, first, 1) })];
  return near === tested.length ? [] : [tongue.say('none', { count: tested.length })];
}
/** Rows that would be clear alone but are not after the correction: between two groups with their shares, else together. */
function nearly({ words, say, group }: Tongue, rows: readonly Test[], ways: ReadonlySet<0 | 1 | null>): string[] {
  const isOfShares = (row: Test): row is CountsTest => row.kind === 'counts' && row.difference !== undefined;
  const others = rows.filter((row) => !isOfShares(row)).map((row) => say('rowP', { row: row.label, p: pText(words, row.pCorrected) }));
  return [
    ...rows.filter(isOfShares).map((row) => {
      const [more, less] = sides(row);
      const share = (place: number) => shareText(words, row.k[place]!, row.n[place]!);
      return say(ways.size === 1 && ways.has(wayOf(row)) ? 'sameWay' : 'otherWay', { row: row.label, more: group(more), moreShare: share(more), lessShare: share(less), p: pText(words, row.pCorrected) });
    }),
    ...(others.length > 0 ? [say('notOutlasting', { rows: words.list(others) })] : []),
  ];
}
function notTested({ words, say }: Tongue, rows: readonly RowResult[]): string[] {
  const left = rows.filter((row): row is RowRefused => row.kind === 'refused' && row.label !== '');
  if (left.length === 0) return [];
  const why = (reason: RowRefused['reason']) => words.say(`statistics.offered.why.${reason === 'oneGroup' || reason === 'nobodyDiffers' || reason === 'tooFew' ? reason : 'allZero'}`);
  return [say('notTested', { count: left.length, rows: words.list(left.map(({ label, reason }) => say('rowWhy', { row: label, why: why(reason) }))) })];
}
