import { baseOf, cellAt, splitsOf, type Showing, type Table } from '../model/table.ts';
import { shownDifference, type ShownDifference } from '../model/tableDifference.ts';
import { shareOf } from '../statistics/differences.ts';
import type { Words } from './index.ts';
import { countText, lineName } from './sayTable.ts';

const signed = (text: string, value: number): string => (value > 0 ? `+${text}` : value < 0 ? `\u2212${text}` : text);
const points = (value: number, { number }: Words): string => { const whole = Math.round(Math.abs(value) * 100); return signed(number(whole), whole === 0 ? 0 : value); };
/** What stands in a cell of differences: '+44' (percentage points, or as counted), '–' where there is none. */
export function differenceText({ of, value }: ShownDifference, count: Table['count'], words: Words): string {
  if (value === null) return '–';
  return of === 'shares' ? points(value, words) : signed(countText(Math.abs(value), count, words), value);
}
/** 'from −3 to +27'; '' where there is no interval. */
export const intervalText = ({ low, high }: Pick<ShownDifference, 'low' | 'high'>, words: Words): string => (low === null || high === null ? '' : words.say('tables.fromTo', { low: points(low, words), high: points(high, words) }));

/** All of a difference in words: how large, its interval, or why there is none. */
export function differenceTold(table: Table, row: number, group: number, show: Showing, words: Words): string {
  const { say } = words;
  const shown = shownDifference(table, row, group, show)!;
  const sides = [0, 1].map((split) => ({ column: group * splitsOf(table) + split, name: lineName(table.totals.columns[split]!, words) }));
  if (shown.value === null) return say(shown.reason === 'nothing' ? 'tables.noDifferenceOfNothing' : table.count === 'documents' ? 'tables.noDifferenceDocuments' : 'tables.noDifference', { groups: words.list(sides.filter(({ column }) => cellAt(table, row, column) === null || baseOf(table, row, column) === 0).map(({ name }) => name)) });
  const text = differenceText(shown, table.count, words);
  const size = say('tables.less', { first: sides[0]!.name, second: sides[1]!.name, value: shown.of === 'shares' ? say('tables.points', { value: text }) : text });
  return [size, shown.low === null ? shown.reason === 'unit' ? say('tables.noInterval.unit') : shown.reason === 'overlapping' ? say('tables.noInterval.overlapping') : '' : say('tables.interval', { interval: intervalText(shown, words) })].filter(Boolean).join(words.language === 'zh' ? '，' : '; ');
}
/** A share of n with its Wilson interval, in words; '' where a share says nothing. */
export function shareTold(table: Table, row: number, column: number, words: Words): string {
  const [k, n] = [cellAt(table, row, column), baseOf(table, row, column)];
  if (k === null || !n || k > n) return '';
  const { share, low, high } = shareOf(k, n);
  return words.say('tables.shareInterval', { k: words.number(k), n: words.number(n), share: words.percent(share), low: words.percent(low), high: words.percent(high) });
}
