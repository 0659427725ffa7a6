import { isOfCodes, type Table } from '../../../shared/model/table.ts';
import { topOf } from '../../../shared/model/tableOrder.ts';

/** The highest rows of each group; codes are no groups. */
export const topOfGroups = (table: Table): ReadonlySet<number>[] => table.columns.map((_, column) => (isOfCodes(table.columnAxis) ? new Set<number>() : topOf(table, column)));
