import type { Change } from '../../shared/model/change.ts';
import type { Reader } from './operation.ts';

/** What was judged with each coding, and when it was made (ms): columns by the coding's number, beside `facts`. */
export interface Judgements { readonly rating: (number | null)[]; readonly party: (number | null)[]; readonly counterparty: (number | null)[]; readonly created: number[] }

const columns = ['rating', 'party', 'counterparty', 'created'] as const;
type Judged = { readonly id: number; readonly rating: number | null; readonly party: number | null; readonly counterparty: number | null; readonly created: number };

function take(known: Judgements, rows: readonly Judged[]): void {
  for (const row of rows) for (const column of columns) (known[column] as (number | null)[])[row.id] = row[column];
}
function makeJudgements(project: Reader): Judgements {
  const known: Judgements = { rating: [], party: [], counterparty: [], created: [] };
  // One JSON text a column is several times faster than a row object each.
  const row = project.one<Record<'id' | (typeof columns)[number], string>>(`SELECT json_group_array(id) AS id, ${columns.map((name) => `json_group_array(${name}) AS ${name}`).join(', ')} FROM codings`)!;
  const ids = JSON.parse(row.id) as number[];
  for (const column of columns) {
    const values = JSON.parse(row[column]) as number[];
    ids.forEach((id, index) => { known[column][id] = values[index]!; });
  }
  return known;
}
/** What is gone is not looked at any more; what comes or changes is read anew. */
function catchUp(project: Reader, known: Judgements, changes: readonly Change[]): Judgements {
  const read = (first: number, last: number) => take(known, project.query<Judged>('SELECT id, rating, party, counterparty, created FROM codings WHERE id BETWEEN ? AND ?', first, last));
  for (const change of changes) {
    if (change.kind === 'spliced' || change.table !== 'codings') continue;
    if (change.kind === 'added') read(change.first, change.last);
    else if (change.kind === 'changed') read(change.id, change.id);
  }
  return known;
}
export const judgements = (project: Reader): Judgements => project.derive('judgements', () => makeJudgements(project), (known, changes) => catchUp(project, known, changes));
