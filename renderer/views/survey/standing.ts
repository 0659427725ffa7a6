import type { Outcome } from '../../core/core.ts';
import type { Table } from './QuestionPage.tsx';

/** Whether a group gives an answer more or less often than all groups together, further than by chance. */
export type Standing = 'more' | 'less';

/** What the tests say of single cells, by 'row/column' of the table: the p of the row corrected for the rows, that of the cell for the groups. null where nothing could be tested. */
export function standingOf(table: Pick<Table, 'columns' | 'rows'>, offer: Outcome<'survey.tests'>): ReadonlyMap<string, Standing> | null {
  if (!offer?.fits) return null;
  const compared = table.columns.flatMap(({ key }, column) => (key === null ? [] : [column]));
  const at = (row: number, group: number) => `${row}/${compared[offer.groups[group]!.place]!}`;
  return new Map(offer.rows.flatMap((test, row): [string, Standing][] => {
    if (test.kind === 'whole') return test.standingOut.map(({ row: of, group, z }) => [at(of, group), z > 0 ? 'more' : 'less']);
    if (test.kind !== 'counts') return [];
    // Of two groups one stands as far above both together as the other below.
    if (test.difference && test.pCorrected <= 1 - offer.level) return [0, 1].map((group) => [at(row, group), (test.difference!.value > 0) === (group === 0) ? 'more' : 'less']);
    return test.standingOut.map(({ group, z }) => [at(row, group), z > 0 ? 'more' : 'less']);
  }));
}
