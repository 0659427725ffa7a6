import type { MergedTable } from '../../shared/model/merge.ts';
import { formatPath } from '../../shared/model/path.ts';
import type { Facet } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import { codePaths } from './codes.ts';
import type { MergeAsked, MergePlan } from './mergePlan.ts';
import type { Reader } from './operation.ts';

/** Records that a person may say are one, though they came apart. */
export const mappedTables = ['coders', 'participants', 'documents', 'codes', 'attributes'] as const satisfies readonly MergedTable[];
export type MappedTable = (typeof mappedTables)[number];
interface Named { readonly uuid: string; /** A code's whole path. */ readonly name: string; /** Only within it (a code's facet, what an attribute is of) can two be one. */ readonly within: Facet | 'participants' | 'documents' | null }
/** A record of theirs that came apart from all of ours: the one of ours that it is, and how that is known; null for a new one. */
export interface Matched extends Named { readonly table: MappedTable; readonly ours: string | null; readonly why: 'chosen' | 'text' | 'name' | 'alias' | null }
export interface MergeMatches { readonly found: readonly Matched[]; /** What each may be: records of ours that no record of theirs is by birth. */ readonly own: Readonly<Record<MappedTable, readonly Named[]>> }

interface Row { readonly id: number; readonly uuid: string; readonly name: string; readonly within: Named['within'] }
const within: Partial<Record<MappedTable, string>> = { codes: 'facet', attributes: '"of"' };
const rowsOf = (project: Reader, table: MappedTable): Row[] => project.query<Row>(`SELECT id, uuid, name, ${within[table] ?? 'NULL'} AS within FROM "${table}"`);
function namesOf(project: Reader, table: MappedTable): (row: Row) => Named {
  const paths = table === 'codes' ? codePaths(project) : null;
  return ({ id, uuid, name, within: inside }) => { const path = paths?.get(id); return { uuid, name: path ? formatPath(path) : name, within: inside }; };
}

/** What came apart in both studies, and which of it the plan takes for one. */
export function matchesOf(ours: Reader, theirs: Reader, { fresh, joined }: MergePlan, { mapping }: Pick<MergeAsked, 'mapping'>): MergeMatches {
  const one = new Map(joined);
  const comes = new Set(fresh.map((each) => each.theirs.uuid));
  const both = mappedTables.map((table) => ({ table, own: rowsOf(ours, table), other: rowsOf(theirs, table) }));
  const found = both.flatMap(({ table, own, other }): Matched[] => {
    const [tell, known] = [namesOf(theirs, table), new Map(own.map((row) => [row.uuid, row]))];
    return other.filter(({ uuid }) => !known.has(uuid) && (one.has(uuid) || comes.has(uuid))).map((row) => {
      const same = known.get(one.get(row.uuid) ?? '') ?? null;
      const isChosen = mapping[row.uuid] !== undefined && mapping[row.uuid] === (same?.uuid ?? null);
      const why = isChosen ? 'chosen' : same === null ? null : table === 'documents' ? 'text' : nameKey(same.name) === nameKey(row.name) ? 'name' : 'alias';
      return { table, ...tell(row), ours: same?.uuid ?? null, why };
    });
  });
  const own = Object.fromEntries(both.map(({ table, own: rows, other }) => {
    const [born, tell] = [new Set(other.map(({ uuid }) => uuid)), namesOf(ours, table)];
    return [table, found.some((each) => each.table === table) ? rows.filter(({ uuid }) => !born.has(uuid)).map(tell) : []];
  })) as Record<MappedTable, Named[]>;
  return { found, own };
}
