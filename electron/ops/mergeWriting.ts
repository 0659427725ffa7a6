import { columnsOf, mergedTables, type MergedTable } from '../../shared/model/merge.ts';
import type { NewRow, Row, TableName } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import { splice } from './documents.ts';
import type { AnyRow } from './mergeDelta.ts';
import { nameScopes } from './mergeMatching.ts';
import type { Changed, Fresh, MergePlan } from './mergePlan.ts';
import { redirectLinks } from './memoLinks.ts';
import type { Reader, Writer } from './operation.ts';
import { removeEmptyPassages } from './removal.ts';

/** A name, with a number behind it where the name is taken by another row. */
function freeName(project: Reader, table: MergedTable, row: AnyRow, id: number | null): string {
  const scope = nameScopes[table]!;
  const wanted = String(row['name']);
  const rows = table === 'documents' ? project.query<AnyRow>('SELECT id, uuid, name FROM documents') : project.all(table) as unknown as AnyRow[];
  const taken = new Set(rows.filter((each) => each.id !== id && scope(each) === scope(row)).map((each) => nameKey(String(each['name']))));
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted} (${number})`;
    if (!taken.has(nameKey(name))) return name;
  }
}

/** Writes what was planned, as the same command that planned it. */
export function writeMerge(project: Writer, theirs: Reader, plan: MergePlan): void {
  const known = rowsKnown(project, plan);
  for (const { document, splices } of plan.texts) for (const each of splices) splice(project, document, each);
  const numbers = new Map<number, number>();
  const wanted: WantedName[] = [];
  // Who gives a name up gets a number behind it before the other takes it.
  for (const { table, id } of plan.yields) { const row = project.get(table, id) as unknown as AnyRow; project.change(table, id, { name: freeName(project, table, row, null) } as Partial<Row<TableName>>); }
  const ours = (value: unknown): unknown => (typeof value === 'number' && value < 0 ? numbers.get(value) ?? null : value);
  for (const table of mergedTables) {
    let open = plan.fresh.filter((each) => each.table === table);
    // Parents before what stands below them.
    while (open.length > 0) {
      const later = table === 'codes' ? new Set(open.filter(({ fields: { parent } }) => typeof parent === 'number' && parent < 0 && !numbers.has(parent))) : new Set<Fresh>();
      const now: readonly Fresh[] = later.size > 0 && later.size < open.length ? open.filter((each) => !later.has(each)) : open;
      addFresh(project, theirs, table, now, { numbers, ours, wanted });
      open = now === open ? [] : [...later];
    }
  }
  // What pointed at rows that came later.
  for (const { table, number, fields } of plan.fresh) for (const { name, refers } of columnsOf(table))
    if (refers !== null && typeof fields[name] === 'number' && fields[name] < 0 && isLater(table, refers)) project.change(table, numbers.get(number)!, { [name]: ours(fields[name]) } as Partial<Row<TableName>>);
  for (const change of plan.changed) { const id = known(change.table, change.id); if (id !== undefined) writeChange(project, { ...change, id }, ours, wanted); }
  const passages = removeRows(project, plan, known);
  // A passage on which nothing came is none.
  const coded = new Set(plan.fresh.flatMap(({ table, fields }) => (table === 'codings' ? [fields['passage']] : [])));
  const bare = plan.fresh.flatMap(({ table, number }) => (table === 'passages' && !coded.has(number) ? numbers.get(number) ?? [] : []));
  // What a memo that came is about may have gone with what the person let go.
  const memos = plan.fresh.flatMap(({ table, number }) => (table === 'memos' ? project.find('memos', numbers.get(number) ?? 0) ?? [] : []));
  project.remove('memos', memos.filter(({ about, target }) => about !== 'project' && project.find(about, target) === null).map(({ id }) => id));
  if (passages.length + bare.length > 0) removeEmptyPassages(project, [...passages, ...bare]);
  keepFacets(project, plan);
  nameAsWanted(project, wanted);
  for (const document of documentsWithTurns(project, plan, known, ours)) partTurns(project, document);
  for (const [their, own] of plan.joined) redirectTo(project, their, own);
}
/** A row that had to take a number behind its name, for another had it when it was written. */
interface WantedName { readonly table: MergedTable; readonly id: number; readonly name: string }
/** Names that became free with what moved, was renamed or went meanwhile. */
function nameAsWanted(project: Writer, wanted: readonly WantedName[]): void {
  for (const { table, id, name } of wanted) {
    const row = project.find(table, id) as unknown as AnyRow | null;
    if (row) project.change(table, id, { name: freeName(project, table, { ...row, name }, id) } as Partial<Row<TableName>>);
  }
}
const isLater = (table: MergedTable, refers: TableName | 'about'): boolean => refers !== 'about' && (refers === table || mergedTables.indexOf(refers as MergedTable) > mergedTables.indexOf(table)) && table !== 'codes';

interface Written { readonly numbers: Map<number, number>; readonly ours: (value: unknown) => unknown; readonly wanted: WantedName[] }
function addFresh(project: Writer, theirs: Reader, table: MergedTable, fresh: readonly Fresh[], { numbers, ours, wanted }: Written): void {
  if (fresh.length === 0) return;
  const columns = columnsOf(table);
  const rows = fresh.map(({ fields: { id: _id, ...fields } }) => {
    for (const { name, refers } of columns) if (refers !== null) fields[name] = ours(fields[name]);
    // A part of another program's file names the file of its source in the same way.
    const original = table === 'foreignParts' && fields['element'] === 'SourceFile' ? /hash="([0-9a-f]{64})"/.exec(String(fields['text']))?.[1] : fields['original'];
    if (typeof original === 'string' && original !== '') { const kept = theirs.original(original); if (kept) project.keepOriginal(kept.name, kept.bytes); }
    return fields;
  });
  if (!nameScopes[table]) {
    const first = project.addAll(table, rows as unknown as NewRow<TableName>[]);
    fresh.forEach(({ number }, index) => numbers.set(number, first + index));
    return;
  }
  rows.forEach((row, index) => {
    const name = freeName(project, table, row as unknown as AnyRow, null);
    const id = project.add(table, { ...row, name } as unknown as NewRow<TableName>);
    numbers.set(fresh[index]!.number, id);
    if (name !== row['name']) wanted.push({ table, id, name: String(row['name']) });
  });
}

function writeChange(project: Writer, { table, id, fields }: Changed, ours: (value: unknown) => unknown, wanted: WantedName[]): void {
  const own = project.get(table, id) as unknown as AnyRow;
  const columns = new Map(columnsOf(table).map((column) => [column.name, column]));
  const after: Record<string, unknown> = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, columns.get(name)?.refers ? ours(value) : value]));
  if (table === 'codes' && 'parent' in after && standsBelow(project, after['parent'] as number | null, id)) { delete after['parent']; delete after['facet']; }
  if (table === 'participants' && after['referredBy'] === id) delete after['referredBy'];
  if (nameScopes[table] && ['name', 'parent', 'facet'].some((name) => name in after)) {
    const name = String(after['name'] ?? own['name']);
    after['name'] = freeName(project, table, { ...own, ...after }, id);
    if (after['name'] !== name) wanted.push({ table, id, name });
  }
  project.change(table, id, after as Partial<Row<TableName>>);
}
function standsBelow(project: Reader, code: number | null, above: number): boolean {
  for (let at = code; at !== null; at = project.find('codes', at)?.parent ?? null) if (at === above) return true;
  return false;
}

/** The number that a row of the plan has now: its words, and it with them, may have gone with an edit, and its number to a row that came since. */
function rowsKnown(project: Reader, { changed, removed }: MergePlan): (table: MergedTable, id: number) => number | undefined {
  const named = [...changed, ...[...removed].flatMap(([table, ids]) => ids.map((id) => ({ table, id })))];
  const uuids = new Map(named.map(({ table, id }) => [`${table}/${id}`, project.find(table, id)?.uuid]));
  return (table, id) => {
    const uuid = uuids.get(`${table}/${id}`);
    if (uuid === undefined || project.find(table, id)?.uuid === uuid) return uuid === undefined ? undefined : id;
    return project.one<{ id: number }>(`SELECT id FROM "${table}" WHERE uuid = ?`, uuid)?.id;
  };
}

/** Answers with the passages that codings went from. */
function removeRows(project: Writer, { removed }: MergePlan, known: ReturnType<typeof rowsKnown>): number[] {
  const there = (table: MergedTable) => (removed.get(table) ?? []).flatMap((id) => known(table, id) ?? []);
  const passages = new Set([...there('passages'), ...there('codings').map((id) => project.get('codings', id).passage), ...there('conflictPassages').map((id) => project.get('conflictPassages', id).passage)]);
  for (const table of mergedTables.toReversed()) if (table !== 'passages' || there('documents').length > 0) project.remove(table, table === 'passages' ? there(table).filter((id) => there('documents').includes(project.get('passages', id).document)) : there(table));
  return [...passages].filter((id) => project.find('passages', id) !== null);
}

/** What stands below a code is of its facet. */
function keepFacets(project: Writer, { changed, fresh }: MergePlan): void {
  if (!changed.some(({ table, fields }) => table === 'codes' && ('facet' in fields || 'parent' in fields)) && !fresh.some(({ table }) => table === 'codes')) return;
  const codes = new Map(project.all('codes').map((code) => [code.id, code]));
  const facetOf = (id: number): Row<'codes'>['facet'] => { const code = codes.get(id)!; return code.parent === null ? code.facet : facetOf(code.parent); };
  for (const id of codes.keys()) project.change('codes', id, { facet: facetOf(id) });
}
/** Documents in which turns came or moved. */
function documentsWithTurns(project: Reader, { texts, fresh, changed }: MergePlan, known: ReturnType<typeof rowsKnown>, ours: (value: unknown) => unknown): ReadonlySet<number> {
  const moved = changed.flatMap(({ table, id, fields }) => { const now = table === 'turns' && ('start' in fields || 'end' in fields) ? known(table, id) : undefined; return now === undefined ? [] : [project.get('turns', now).document]; });
  return new Set([...texts.map(({ document }) => document), ...fresh.filter(({ table }) => table === 'turns').map(({ fields }) => Number(ours(fields['document']))), ...moved]);
}
/** Turns never lie on each other: where both sides divided them, the earlier one ends where the next begins. */
function partTurns(project: Writer, document: number): void {
  const turns = project.all('turns', { document }).toSorted((a, b) => a.start - b.start || a.end - b.end || a.id - b.id);
  turns.forEach((turn, index) => {
    const next = turns[index + 1];
    if (!next || turn.end <= next.start) return;
    if (turn.start === next.start) project.remove('turns', [turn.id]);
    else project.change('turns', turn.id, { end: next.start });
  });
}

const linked = { code: 'codes', participant: 'participants', document: 'documents', passage: 'passages', coding: 'codings', memo: 'memos' } as const;
/** Links in memos that lead to a record of theirs lead to the one of ours that it became. */
function redirectTo(project: Writer, their: string, own: string): void {
  const kind = Object.values(linked).find((table) => project.one(`SELECT 1 AS there FROM ${table} WHERE uuid = ?`, own));
  if (kind) redirectLinks(project, their, { uuid: own, label: (project.all(kind, { uuid: own } as never)[0] as unknown as { name?: string })?.name ?? '' });
}
