import { facets } from '../model/schema.ts';
import { isOfCodes, smallestShare, splitsOf, wholeOf, cellAt, type AxisPart, type Count, type Showing, type Table, type TableLine } from '../model/table.ts';
import type { Words } from './index.ts';

function partName({ kind, name }: AxisPart, { say }: Words): string {
  if (kind === 'attribute') return name;
  if (kind !== 'codes') return say(`by.${kind}`);
  const facet = facets.find((each) => name === `facet:${each}`);
  return name === '' ? say('tables.allCodes') : facet ? say(`facet.${facet}`) : name.replace(/^set:/, '');
}
/** What rows or columns are. */
export const axisName = (axis: readonly AxisPart[], words: Words): string => axis.map((part) => partName(part, words)).join(' × ');
/** A line by its names; `path` gives codes with what they stand below. */
export function lineName({ key, labels, codes }: TableLine, { say }: Words, path = false): string {
  if (key.length === 0) return say('tables.all');
  const paths = path && codes.length === key.length ? codes.map((code) => code.path) : labels;
  return paths.map((label, index) => (key[index] === null ? say('by.noValue') : label)).join(' · ');
}

/** Whether what is missing in a table is documents: they are what it counts, or its groups are theirs alone. */
const isOfDocuments = ({ count, rowAxis, columnAxis, split }: Table): boolean => {
  const groups = [...rowAxis, ...columnAxis, ...(split ? [split] : [])].filter(({ kind }) => kind !== 'codes' && kind !== 'coder');
  return count === 'documents' || (groups.length > 0 && groups.every(({ kind, of }) => kind === 'document' || of === 'documents') && count !== 'participants');
};
/** What an empty cell means: that a group has nobody (no document), or that nobody is in both groups of the cell. */
export function emptySaid(table: Table, row: number, column: number, { say }: Words): string {
  const lines = [table.rows[row], column < table.columns.length ? table.columns[column] : table.totals.columns[column - table.columns.length]];
  const isOfOne = lines.some((line) => line && line.state !== 'counted');
  if (isOfDocuments(table)) return say(isOfOne ? 'tables.unaskedDocuments' : 'tables.noDocumentBoth');
  return say(isOfOne ? 'tables.unasked' : 'tables.nobodyBoth');
}
/** The columns of a group of a split together; behind the last: all together. */
export function groupName(table: Table, group: number, words: Words): string {
  const line = table.columns[group * splitsOf(table)];
  const parts = table.columnAxis.length;
  return line ? lineName({ ...line, key: line.key.slice(0, parts), labels: line.labels.slice(0, parts) }, words) : words.say('tables.allTogether');
}

/** A number as it is counted: time as a clock shows it. */
export const countText = (value: number, count: Count, words: Words): string => (count === 'duration' ? words.clock(value) : words.number(value));
/** What stands in a cell that has a number: a share in per cent, a count of a small n (2/4), or the number. '' where nobody was interviewed. */
export function cellText(table: Table, row: number, column: number, show: Showing, words: Words): string {
  const value = cellAt(table, row, column);
  if (value === null) return '';
  const whole = wholeOf(table, row, column, show);
  if (whole === null || whole === 0 || value === 0) return countText(value, table.count, words);
  if (show === 'n' && whole < smallestShare) return `${value}/${whole}`;
  return words.number(Math.round((value / whole) * 100));
}
/** The same for who hears it: what is counted, of how many, and the share where one is shown. */
export function cellTold(table: Table, row: number, column: number, show: Showing, words: Words): string {
  const value = cellAt(table, row, column)!;
  const whole = wholeOf(table, row, column, show);
  if (whole === null || whole === 0) return countText(value, table.count, words);
  const of = `${countText(value, table.count, words)}/${countText(whole, table.count, words)}`;
  return show === 'n' && whole < smallestShare ? of : `${of}, ${words.percent(value / whole)}`;
}

export function tableTitle({ rowAxis, columnAxis, split }: Table, words: Words): string {
  const [rows, by] = [axisName(rowAxis, words), axisName(columnAxis, words)];
  return split ? words.say('tables.titleSplit', { rows, by, split: partName(split, words) }) : words.say('tables.title', { rows, by });
}
/** What is counted, in a sentence. */
export function countedSaid({ presence, relation, count, rowAxis, columnAxis }: Pick<Table, 'presence' | 'relation' | 'count' | 'rowAxis' | 'columnAxis'>, { say }: Words): string {
  if (presence) return say('tables.presenceOnly');
  return say(relation !== null ? `tables.countedTogether.${count}` : isOfCodes([...rowAxis, ...columnAxis]) ? `tables.counted.${count}` : `tables.countedAll.${count}`);
}
/** What is counted, of how many, and whose words count. */
export function tableSubtitle(table: Table, speakers: 'interviewees' | 'all', words: Words): string {
  const { say } = words;
  const lie = table.relation === null || table.presence ? '' : `${words.language === 'zh' ? '' : ' '}${say(`tables.lying.${table.relation}`)}`;
  return say('tables.subtitle', { what: `${countedSaid(table, words)}${lie}`, people: say('tables.people', { count: table.n }), documents: say('tables.documents', { count: table.documents }), speakers: say(speakers === 'all' ? 'tables.withInterviewers' : 'tables.withoutInterviewers') });
}
