import type { Correction, Table } from '../model/table.ts';
import type { Offer } from '../statistics/offer.ts';
import { offerForTable } from '../statistics/offerForTable.ts';
import type { Words } from './index.ts';
import { sayOffer } from './sayOffer.ts';
import { lineName } from './sayTable.ts';

/** The tests that fit a table, its lines named as people read them; null where there is nothing to compare. */
export const testsOf = (words: Words, table: Table, correction?: Correction): Offer | null => offerForTable(table, (line) => lineName(line, words), correction);
/** All that the tests of a table say, line by line: what is clear, what is not, whom it stands for; or why nothing is tested. */
export function sayTests(words: Words, offer: Offer | null): string[] {
  if (!offer) return [];
  const { findings, text, notes } = sayOffer(words, offer);
  return [...findings.map(({ lead, text: more }) => `${lead}${words.language === 'zh' ? '' : ' '}${more}`), ...text, ...notes];
}
