import { parsePath, formatPath } from '../../shared/model/path.ts';
import { query, type Condition } from '../../shared/model/query.ts';
import { recordName, type RecordName } from '../../shared/model/recordNames.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { Facet, Row } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import type { CodeFinder } from './codeFinder.ts';

/**
 * What a field of a question names: a code by its path (`dimension`: one of that facet) or number, a document by its number (kept by UUID: recordNames.ts), what is in the rows or columns of a table,
 * groups by an attribute or what else groups can be made by, a query, or the one saved under a name.
 */
export type NamedRole = 'code' | 'dimension' | 'codeNumber' | 'documentNumber' | 'rows' | 'columns' | 'groups' | 'query' | 'savedQuery';

/** Everything that can be named, as it is at one moment. */
export interface Named {
  readonly codes: CodeFinder;
  /** In the order of the attributes. */
  readonly attributes: readonly Pick<Row<'attributes'>, 'id' | 'of' | 'name'>[];
  readonly codeSets: readonly Pick<Row<'codeSets'>, 'id' | 'name'>[];
  readonly savedQueries: readonly Pick<Row<'savedQueries'>, 'id' | 'name'>[];
}
/** What a name leads to. */
export interface Leads { readonly of: 'codes' | 'attributes' | 'codeSets' | 'savedQueries'; readonly id: number; readonly by: 'name' | 'alias' }

const called = <R extends { readonly name: string }>(rows: readonly R[], name: string): R | undefined => rows.find((row) => nameKey(row.name) === nameKey(name));
function codeAt({ codes }: Named, path: string, facet: Facet | null): Leads | null {
  // A path that leads to several leads to none of them.
  try { const found = codes.find(parsePath(path), facet); return found && { of: 'codes', ...found }; } catch (error) { if (error instanceof Problem) return null; throw error; }
}
function attributeAt({ attributes }: Named, by: string): Leads | null {
  if (/^(?:document|participant|coder|within)$/i.test(by)) return null;
  const [, of, name] = /^(participants|documents):(.*)$/s.exec(by) ?? [];
  const find = (side: string, wanted: string) => called(attributes.filter((each) => each.of === side), wanted);
  const found = (of === undefined ? undefined : find(of, name!)) ?? find('participants', by) ?? find('documents', by);
  return found ? { of: 'attributes', id: found.id, by: 'name' } : null;
}
/** What stands before a name, and says what it is of. */
const prefixOf = (name: string): string => /^(?:code|set|participants|documents):\s*/.exec(name)?.[0] ?? '';
/** What a name in a place of this role leads to; null for nothing. */
export function leadsTo(named: Named, role: NamedRole, name: string): Leads | null {
  const savedAs = called(named.savedQueries, name);
  switch (role) {
    case 'codeNumber': case 'documentNumber': case 'query': return null;
    case 'code': return codeAt(named, name, null);
    case 'dimension': return codeAt(named, name, 'dimension');
    case 'groups': return attributeAt(named, name);
    case 'savedQuery': return savedAs ? { of: 'savedQueries', id: savedAs.id, by: 'name' } : null;
    case 'rows': case 'columns': {
      const prefix = prefixOf(name);
      const rest = name.slice(prefix.length);
      if (prefix.startsWith('code:')) return codeAt(named, rest, null);
      if (prefix.startsWith('set:')) { const set = called(named.codeSets, rest); return set ? { of: 'codeSets', id: set.id, by: 'name' } : null; }
      if (/^(?:|codes|triples|facet:.*)$/.test(name)) return null;
      return role === 'rows' && prefix === '' ? codeAt(named, name, null) ?? attributeAt(named, name) : attributeAt(named, name) ?? codeAt(named, name, null);
    }
  }
}
/** How a record is called in a place of this role, so that it leads there and nowhere else; null where it cannot be. */
export function nameFor(named: Named, role: NamedRole, { of, id }: Pick<Leads, 'of' | 'id'>): string | null {
  const attribute = named.attributes.find((each) => each.id === id);
  const path = named.codes.paths.get(id);
  const forms = of === 'codes' ? (path ? [formatPath(path), `code:${formatPath(path)}`] : [])
    : of === 'attributes' ? (attribute ? [`${attribute.of}:${attribute.name}`] : [])
      : of === 'codeSets' ? named.codeSets.flatMap((set) => (set.id === id ? [`set:${set.name}`] : [])) : named.savedQueries.flatMap((query) => (query.id === id ? [query.name] : []));
  const wanted = of === 'codes' && (role === 'rows' || role === 'columns') ? forms.toReversed() : forms;
  return wanted.find((form) => { const leads = leadsTo(named, role, form); return leads?.of === of && leads.id === id; }) ?? null;
}

/** What becomes of the names in a question. */
export interface Renaming { name(name: string, role: NamedRole): string; codeNumber(id: number): number | RecordName; documentNumber?(id: number): number | RecordName; /** A code or document that is kept by UUID. */ record?(kept: RecordName): RecordName; query(condition: Condition): Condition; /** A saved query's number. */ savedNumber?(id: number): number | string }
/** The question with other names in it; what is in none of the named fields, or is not what stands there usually, stays as it is. */
export function renamed(asked: unknown, fields: Readonly<Record<string, NamedRole>>, by: Renaming): unknown {
  const change = (value: unknown, role: NamedRole): unknown => {
    if (role === 'query') {
      const condition = query.safeParse(value).data;
      const changed = condition && by.query(condition);
      // What does not change stays as it was written, without what is usual.
      return changed && JSON.stringify(changed) !== JSON.stringify(condition) ? changed : value;
    }
    if (role === 'codeNumber' || role === 'documentNumber') {
      if (Array.isArray(value)) return value.map((each) => change(each, role));
      if (typeof value === 'number') return role === 'codeNumber' ? by.codeNumber(value) : by.documentNumber?.(value) ?? value;
      const kept = recordName.safeParse(value).data;
      return kept && by.record ? by.record(kept) : value;
    }
    if (role === 'savedQuery' && typeof value === 'number') return by.savedNumber?.(value) ?? value;
    return typeof value === 'string' ? by.name(value, role) : Array.isArray(value) ? value.map((each) => change(each, role)) : value;
  };
  const at = (value: unknown, path: readonly string[], role: NamedRole): unknown => {
    const [field, ...rest] = path;
    if (field === undefined) return change(value, role);
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, field)) return value;
    return { ...value, [field]: at((value as Record<string, unknown>)[field], rest, role) };
  };
  return Object.entries(fields).reduce((changed, [path, role]) => at(changed, path.split('.'), role), asked);
}
