import { isOfCodes, sizeOf, smallestShare, type Table } from '../../../shared/model/table.ts';
import { topOf } from '../../../shared/model/tableOrder.ts';

const isOfUnits = ({ count }: Table): boolean => count === 'participants' || count === 'documents';
/** Whether a group is too small to have a top five: of two people nearly every row is as high as any other. */
const isTooSmall = (table: Table, column: number): boolean => isOfUnits(table) && sizeOf(table, table.columns[column]!) < smallestShare;
/** The highest rows of each group; codes are no groups. */
export const topOfGroups = (table: Table): ReadonlySet<number>[] => table.columns.map((_, column) => (isOfCodes(table.columnAxis) || isTooSmall(table, column) ? new Set<number>() : topOf(table, column)));
/** Whether some groups would have a top five if they were larger. */
export const hasSmallGroups = (table: Table): boolean => !isOfCodes(table.columnAxis) && table.columns.some((_, column) => isTooSmall(table, column) && topOf(table, column).size > 0);
