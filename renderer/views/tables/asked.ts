import { codersHere, type KnownCoder } from '../../../shared/model/coderNames.ts';
import type { Correction, TableRelation, Showing, Count } from '../../../shared/model/table.ts';
import { tableAsked, type TableAskedInput, type TableSort } from '../../../shared/model/tableAsked.ts';
import { nameKey } from '../../../shared/model/text.ts';

/** A table as the person left it: kept while the window is open. */
export interface TablesAsked {
  /** The study that it was made in: another has other groups. */
  readonly study: string | null;
  /** null: what is usual in the study. */
  readonly rows: readonly string[] | null;
  readonly columns: readonly string[] | null;
  readonly count: Count;
  readonly show: Showing;
  readonly presence: boolean;
  readonly speakers: 'interviewees' | 'all';
  readonly subcodes: boolean;
  readonly relation: TableRelation;
  readonly most: number;
  readonly unit: 'characters' | 'words';
  /** The attribute that is compared by (null: the first that has two groups), and whether it is. */
  readonly splitBy: string | null;
  readonly isSplit: boolean;
  /** A saved query. */
  readonly filter: number | null;
  readonly coder: number | null;
  readonly sort: TableSort;
  readonly correction: Correction;
  /** The kind of picture; null: the usual one. */
  readonly picture: string | null;
  readonly shown: 'table' | 'picture' | 'portrait';
  /** The saved table that it came from. */
  readonly saved: number | null;
}
export const noTable: TablesAsked = {
  study: null, rows: null, columns: null, count: 'participants', show: 'n', presence: false, speakers: 'interviewees', subcodes: false, relation: 'overlap', most: 100, unit: 'characters',
  splitBy: null, isSplit: false, filter: null, coder: null, sort: 'order', correction: 'holm', picture: null, shown: 'table', saved: null,
};

/** A cell of the table: keys of its row and column; null for all of them together. `beside`: the difference of the column's groups, which stand beside each other. */
export interface CellAsked { readonly row: readonly (string | null)[] | null; readonly column: readonly (string | null)[] | null; readonly beside?: true }
export const sameCell = (one: CellAsked | null, other: CellAsked | null): boolean => JSON.stringify(one) === JSON.stringify(other);

const several = (axes: string | string[] | undefined): string[] => (axes === undefined ? ['codes'] : typeof axes === 'string' ? [axes] : axes);
/** A saved table with the numbers that coders and saved queries have in this file; null where this view cannot ask it. */
export function savedHere(asked: unknown, coders: readonly KnownCoder[], queries: readonly { readonly id: number; readonly name: string }[]): TableAskedInput | null {
  const here = tableAsked.safeParse(codersHere(asked, coders, () => null)).data;
  if (here?.filter === undefined || !('saved' in here.filter) || typeof here.filter.saved === 'number') return here ?? null;
  const called = here.filter.saved;
  const id = queries.find(({ name }) => nameKey(name) === nameKey(called))?.id;
  return id === undefined ? null : { ...here, filter: { saved: id } };
}
/** What was saved, as the view asks it. */
export function fromSaved(asked: TableAskedInput, saved: number): TablesAsked {
  const { rows, columns, split, filter, coder = null, ...rest } = asked;
  return { ...noTable, ...rest, rows: several(rows), columns: several(columns), splitBy: split ?? null, isSplit: split !== undefined, filter: filter && 'saved' in filter && typeof filter.saved === 'number' ? filter.saved : null, coder, saved } as TablesAsked;
}
