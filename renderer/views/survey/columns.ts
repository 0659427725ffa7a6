import { smallestShare } from '../../../shared/model/table.ts';
import type { Words } from '../../../shared/words/index.ts';
import type { Table } from './QuestionPage.tsx';

/** What a group is called; its part, where groups are split. */
export const groupName = ({ say }: Words, { by }: Pick<Table, 'by'>, { key, label }: Table['columns'][number]): string => (by === '' ? say('survey.everybody') : key === null ? say('survey.noGroup') : label);
export const partName = ({ say }: Words, { part }: Table['columns'][number]): string => part ?? say('survey.noPart');
/** A share as it is read: per cent to two decimals, as it is exported, or 2/4 where n is small. */
export function shareText(words: Words, count: number, n: number, percent: string): string {
  return n < smallestShare ? `${count}/${n}` : `${percent}${words.language === 'zh' ? '%' : ' %'}`;
}
