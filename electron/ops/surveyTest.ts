import { dunn, kruskalWallis } from '../../shared/statistics/kruskalWallis.ts';
import { mannWhitney } from '../../shared/statistics/mannWhitney.ts';
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
