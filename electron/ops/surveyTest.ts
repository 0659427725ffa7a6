import { dunn, kruskalWallis } from '../../shared/statistics/kruskalWallis.ts';
import { mannWhitney } from '../../shared/statistics/mannWhitney.ts';
import { offerForCounts, offerForScale } from '../../shared/statistics/offering.ts';
import type { Offer } from '../../shared/statistics/offer.ts';
import { shareDifference } from '../../shared/statistics/proportions.ts';
import type { SurveyTable } from './surveyTable.ts';

/** Whether the groups lie alike on a scale. Respondents are independent of each other: each answered once, and for herself. */
export interface SurveyTest {
  readonly name: 'kruskalWallis' | 'mannWhitney';
  /** Indexes of the columns that are compared: those in which somebody answered, without those who gave no group. */
  readonly columns: readonly number[];
  readonly n: readonly number[];
  readonly result: Readonly<Record<string, unknown>>;
  /** Each pair with Holm's p, where there are more than two groups. */
  readonly pairs: readonly { readonly a: number; readonly b: number; readonly z: number; readonly pHolm: number }[];
}

/** The test that fits a table of measures; null where there is nothing to compare, or all gave the same. */
export function testOf({ columns, values, split }: SurveyTable): SurveyTest | null {
  const compared = columns.flatMap(({ key, part }, column) => (key !== null && part !== null && (values[column]?.length ?? 0) > 0 ? [column] : []));
  if (compared.length < 2 || split !== '') return null;
  const groups = compared.map((column) => [...values[column]!]);
  const isPair = groups.length === 2;
  const result = (isPair ? mannWhitney.compute({ x: groups[0]!, y: groups[1]! }, {}) : kruskalWallis.compute({ groups }, {})) as Record<string, unknown>;
  if (result['value'] === null) return null;
  const pairs = isPair ? [] : (dunn.compute({ groups }, {}) as { pairs: SurveyTest['pairs'] }).pairs.map(({ a, b, z, pHolm }) => ({ a: compared[a]!, b: compared[b]!, z, pHolm }));
  return { name: isPair ? 'mannWhitney' : 'kruskalWallis', columns: compared, n: groups.map((group) => group.length), result, pairs };
}

/** Respondents were not chosen as those interviewed were: what is said of these does not hold for them. */
const ofRespondents = (offer: Offer): Offer => (offer.fits ? { ...offer, remarks: offer.remarks.filter((remark) => remark !== 'chosenForVariety') } : offer);

/**
 * The tests that fit the table, with what they say of it, or why there are none: one over all answers where each respondent gave one, else one an answer.
 * Those without a group are left out. null where there is nothing to test: open answers, parts of groups, one group alone.
 */
export function offerOf({ columns, rows, values, question, split, overlapping }: SurveyTable): Offer | null {
  const compared = columns.flatMap(({ key }, column) => (key === null ? [] : [column]));
  if (split !== '' || question.kind === 'open' || compared.length < 2) return null;
  const groups = compared.map((column) => ({ label: columns[column]!.label, n: columns[column]!.n }));
  if (values.length > 0) return ofRespondents(offerForScale({ unit: 'participants', overlapping, groups, rows: [{ label: question.name, values: compared.map((column) => values[column]!) }] }));
  return ofRespondents(offerForCounts({ unit: 'participants', overlapping, exclusive: question.kind === 'choice', groups, rows: rows.map(({ answer, counts }) => ({ label: answer, counts: compared.map((column) => counts[column]!), n: groups.map(({ n }) => (n === 0 ? null : n)) })) }));
}

/** How far two parts of a group lie apart in an answer: the share of the first part minus that of the second, with its interval. */
export interface PartDifference { readonly group: string | null; /** Columns of the two parts. */ readonly first: number; readonly second: number; /** By row; null where one part has nobody. */ readonly rows: readonly ({ readonly value: number; readonly low: number; readonly high: number } | null)[] }
/** For each group that is split into two parts, how far they lie apart in every answer; none where groups are not split, or into more. */
export function differencesOf({ columns, rows, split }: Pick<SurveyTable, 'columns' | 'rows' | 'split'>): PartDifference[] {
  if (split === '') return [];
  const groups = Map.groupBy(columns.flatMap(({ key, part }, column) => (part === null ? [] : [{ key, column }])), ({ key }) => key);
  return [...groups].flatMap(([group, parts]): PartDifference[] => {
    if (parts.length !== 2) return [];
    const [first, second] = [parts[0]!.column, parts[1]!.column];
    return [{ group, first, second, rows: rows.map(({ counts }) => { const [a, b] = [counts[first], counts[second]]; return typeof a !== 'number' || typeof b !== 'number' ? null : shareDifference([a, columns[first]!.n], [b, columns[second]!.n]); }) }];
  });
}
