import type { Change } from '../../shared/model/change.ts';
import type { Reader } from './operation.ts';

/** What was judged with each coding, and when it was made (ms): columns by the coding's number, beside `facts`. Each is read when it is first asked for. */
export interface Judgements { readonly rating: readonly (number | null)[]; readonly party: readonly (number | null)[]; readonly counterparty: readonly (number | null)[]; readonly created: readonly number[] }

type Column = keyof Judgements;
/** One JSON text a column is several times faster than a row object each; of what few codings have only those are read. */
function makeColumn(project: Reader, name: Column): (number | null)[] {
  const { most, ids, said } = project.one<{ most: number | null; ids: string; said: string }>(`SELECT (SELECT max(id) FROM codings) AS most, json_group_array(id) AS ids, json_group_array(${name}) AS said FROM codings WHERE ${name} IS NOT NULL`)!;
  const values = JSON.parse(said) as number[];
  const known = Array.from<number | null>({ length: (most ?? 0) + 1 }).fill(null);
  (JSON.parse(ids) as number[]).forEach((id, index) => { known[id] = values[index]!; });
  return known;
}
/** What is gone is not looked at any more; what comes or changes is read anew. */
function catchUp(project: Reader, name: Column, known: (number | null)[], changes: readonly Change[]): (number | null)[] {
  const read = (first: number, last: number) => { for (const { id, said } of project.query<{ id: number; said: number | null }>(`SELECT id, ${name} AS said FROM codings WHERE id BETWEEN ? AND ?`, first, last)) known[id] = said; };
  for (const change of changes) {
    if (change.kind === 'spliced' || change.table !== 'codings') continue;
    if (change.kind === 'added') read(change.first, change.last);
    else if (change.kind === 'changed') read(change.id, change.id);
  }
  return known;
}
const column = (project: Reader, name: Column): (number | null)[] => project.derive(`judgements/${name}`, () => makeColumn(project, name), (known, changes) => catchUp(project, name, known, changes));

/** For one operation: what is asked of it twice is looked up once. */
export function judgements(project: Reader): Judgements {
  const known: Partial<Record<Column, (number | null)[]>> = {};
  const of = (name: Column) => (known[name] ??= column(project, name));
  return { get rating() { return of('rating'); }, get party() { return of('party'); }, get counterparty() { return of('counterparty'); }, get created() { return of('created') as number[]; } };
}
