import type { Change } from '../../shared/model/change.ts';
import { inOrder } from '../../shared/model/codeOrder.ts';
import { formatPath } from '../../shared/model/path.ts';
import { mapReferences, mapValues, query, type Condition, type Reference } from '../../shared/model/query.ts';
import type { RecordName } from '../../shared/model/recordNames.ts';
import { reportPart } from '../../shared/model/report.ts';
import type { Row, TableName } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import type { Words } from '../../shared/words/index.ts';
import { attributesInOrder } from './attributes.ts';
import { codeFinder } from './codeFinder.ts';
import { codePaths, codesFound, type Code } from './codes.ts';
import { exhibits } from './exhibits.ts';
import { leadsTo, nameFor, renamed, type Named, type NamedRole, type Renaming } from './naming.ts';
import type { Reader, Writer } from './operation.ts';
import { namesIn, type Told } from './queryNames.ts';
import { savedQuery } from './savedQueries.ts';

// Saved questions (queries, analyses, parts of reports) name what they ask for. This is the one place that lets them follow what becomes of it.

const fieldsOf = (kind: string): Readonly<Record<string, NamedRole>> => exhibits.find(({ id }) => id === kind)?.names ?? {};
const nothingElse: Renaming = { name: (name) => name, codeNumber: (id) => id, query: (condition) => condition };
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What stands instead of a value of an attribute (by how it is called there; null: any has it). */
type ValueRenaming = (attribute: unknown, value: unknown) => unknown;
const unchanged: ValueRenaming = (_attribute, value) => value;
/** A kept question with other names and values in it. */
function askedAnew(kind: string, asked: unknown, by: Renaming, value: ValueRenaming): unknown {
  const named = renamed(asked, fieldsOf(kind), by);
  const values = exhibits.find(({ id }) => id === kind)?.values;
  if (!values || value === unchanged || typeof named !== 'object' || named === null || Array.isArray(named)) return named;
  const changed = values(named as Readonly<Record<string, unknown>>, value);
  // What is not said is no field.
  return JSON.parse(JSON.stringify(changed)) as unknown;
}
/** Writes every saved question anew in which other names or values are to stand. */
function rewrite(project: Writer, by: Renaming, value: ValueRenaming = unchanged): void {
  for (const row of project.all('savedQueries')) {
    const condition = query.safeParse(row.query);
    const changed = condition.success ? by.query(condition.data) : row.query;
    if (condition.success && !isSame(changed, condition.data)) project.change('savedQueries', row.id, { query: changed });
  }
  for (const row of project.all('savedTables')) {
    const asked = askedAnew(row.kind, row.asked, by, value);
    if (!isSame(asked, row.asked)) project.change('savedTables', row.id, { asked: asked as typeof row.asked });
  }
  for (const row of project.all('reports')) {
    const parts = row.parts.map((part) => {
      const known = reportPart.safeParse(part).data;
      return known?.type === 'exhibit' ? { ...(part as object), asked: askedAnew(known.kind, known.asked, by, value) } : part;
    });
    if (!isSame(parts, row.parts)) project.change('reports', row.id, { parts });
  }
}

/** References by UUID lead to another record from then on, and remember what they were called. */
const redirected = (condition: Condition, survivors: ReadonlyMap<string, { readonly uuid: string; readonly name: string }>): Condition => mapReferences(condition, (reference) => {
  const stays = reference.uuid === undefined ? undefined : survivors.get(reference.uuid);
  return stays ? { ...stays, was: reference.was ?? reference.name } : reference;
});
/** Saved questions that name one of these records (by UUID) name another from then on, and remember what it was called. */
export const followPeople = (project: Writer, survivors: ReadonlyMap<string, { readonly uuid: string; readonly name: string }>): void =>
  rewrite(project, { ...nothingElse, query: (condition) => redirected(condition, survivors) });
/**
 * Saved questions that name values of this attribute name them as they are called from now on (`names`: before, now). Values are compared without
 * case; where a value may be that of any attribute, it goes along only if no other has it.
 */
export function followValues(project: Writer, attribute: Row<'attributes'>, names: ReadonlyMap<string, string>): void {
  const byKey = new Map([...names].map(([was, is]) => [nameKey(was), is]));
  const here = namedNow(project);
  const isIt = (called: string) => leadsTo(here, 'groups', called)?.id === attribute.id;
  const isNamed = ({ uuid, name }: Reference) => (uuid === undefined ? isIt(name) : uuid === attribute.uuid);
  const now = (value: string) => names.get(value) ?? byKey.get(nameKey(value)) ?? value;
  const elsewhere = new Set(project.query<{ value: string }>('SELECT DISTINCT value FROM attributeValues WHERE attribute <> ?', attribute.id).map(({ value }) => nameKey(value)));
  const inAsked: ValueRenaming = (called, value) => {
    if (typeof value !== 'string') return value;
    return (called === null ? !elsewhere.has(nameKey(value)) : typeof called === 'string' && isIt(called)) ? now(value) : value;
  };
  rewrite(project, { ...nothingElse, query: (condition) => mapValues(condition, (reference, value) => (isNamed(reference) ? now(value) : value)) }, inAsked);
}
const followed = ['codes', 'attributes', 'codeSets', 'savedQueries'] as const satisfies readonly TableName[];
const naming: readonly string[] = ['name', 'parent', 'aliases'];
/** A table's rows as they were before these changes. */
function before<T extends (typeof followed)[number]>(project: Reader, table: T, changes: readonly Change[]): Row<T>[] {
  const rows = new Map<number, Row<T>>(project.all(table).map((row) => [row.id as number, row]));
  for (const change of changes.toReversed()) {
    if (change.kind === 'spliced' || change.table !== table) continue;
    if (change.kind === 'removed') for (const row of change.rows as unknown as Row<T>[]) rows.set(row.id as number, row);
    else if (change.kind === 'changed') { const row = rows.get(change.id); if (row) rows.set(change.id, { ...row, ...change.before }); }
    else for (let id = change.first; id <= change.last; id++) rows.delete(id);
  }
  return [...rows.values()];
}
const inPlace = <R extends { readonly position: number; readonly id: number }>(rows: readonly R[]): R[] => rows.toSorted((a, b) => a.position - b.position || a.id - b.id);
const namedNow = (project: Reader): Named => ({ codes: codesFound(project), attributes: attributesInOrder(project), codeSets: inPlace(project.all('codeSets')), savedQueries: inPlace(project.all('savedQueries')) });
const namedBefore = (project: Reader, changes: readonly Change[]): Named => ({
  codes: codeFinder(inOrder(before(project, 'codes', changes))), attributes: inPlace(before(project, 'attributes', changes)),
  codeSets: inPlace(before(project, 'codeSets', changes)), savedQueries: inPlace(before(project, 'savedQueries', changes)),
});
/** Law: whatever a name in a saved question led to before a command, it leads to behind it, as long as that is there: renamed, moved, or its name given to another. */
export function followNames(project: Writer): void {
  const { changes } = project;
  const touches = (change: Change) => change.kind !== 'spliced' && followed.some((table) => table === change.table) && (change.kind !== 'changed' || Object.keys(change.after).some((field) => naming.includes(field)));
  if (!changes.some(touches) || !project.one('SELECT 1 FROM savedTables UNION ALL SELECT 1 FROM reports LIMIT 1')) return;
  const [was, is] = [namedBefore(project, changes), namedNow(project)];
  const record = (kept: RecordName): RecordName => { const id = kept.of === 'codes' ? project.all('codes', { uuid: kept.uuid })[0]?.id : undefined; return id === undefined ? kept : { ...kept, name: formatPath(is.codes.paths.get(id)!) }; };
  rewrite(project, { ...nothingElse, record, name(name, role) {
    const led = leadsTo(was, role, name);
    const leads = leadsTo(is, role, name);
    return led === null || (leads?.of === led.of && leads.id === led.id) ? name : nameFor(is, role, led) ?? name;
  } });
}

/** Saved questions that ask for a code which was merged ask for the one that stays. Where the name that the merge left behind leads there they keep it, and say so. */
export function followMerged(project: Writer, merged: readonly { readonly from: Pick<Code, 'id' | 'uuid'>; readonly into: Pick<Code, 'id' | 'uuid'> }[]): void {
  const paths = codePaths(project);
  const survivors = new Map(merged.map(({ from, into }) => [from.uuid, { uuid: into.uuid, name: formatPath(paths.get(into.id)!) }]));
  const numbers = new Map(merged.map(({ from, into }) => [from.id, into.id]));
  const [was, is] = [namedBefore(project, project.changes), namedNow(project)];
  rewrite(project, {
    codeNumber: (id) => numbers.get(id) ?? id, record: (kept) => { const into = survivors.get(kept.uuid); return kept.of === 'codes' && into ? { ...kept, ...into } : kept; }, query: (condition) => redirected(condition, survivors),
    name(name, role) {
      const led = leadsTo(was, role, name);
      const id = led?.of === 'codes' ? numbers.get(led.id) : undefined;
      return id === undefined || leadsTo(is, role, name)?.id === id ? name : nameFor(is, role, { of: 'codes', id }) ?? name;
    },
  });
}

/** What became of the things that a question names, in sentences: merged with another, or gone. */
export function sayFollowed(project: Reader, kind: string, asked: unknown, { say }: Words): string[] {
  const now = namedNow(project);
  const told: Told[] = [];
  const notes = new Set<string>();
  const look = (condition: Condition): Condition => { const names = namesIn(project, 'lenient'); told.push(names.told); return names.refreshed(condition); };
  renamed(asked, fieldsOf(kind), { ...nothingElse, query: look, name(name, role) {
    const leads = leadsTo(now, role, name);
    if (leads?.of === 'codes' && leads.by === 'alias') notes.add(say('exhibit.followed', { was: name.replace(/^code:\s*/, ''), into: formatPath(now.codes.paths.get(leads.id)!) }));
    if (leads?.of === 'savedQueries') look(savedQuery(project, leads.id));
    return name;
  } });
  for (const { gone, followed: into } of told) {
    for (const each of into) notes.add(say('exhibit.followed', { was: each.name, into: each.into }));
    for (const { name } of gone) notes.add(say('exhibit.gone', { name }));
  }
  return [...notes];
}
