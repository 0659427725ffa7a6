import { mapReferences, type Condition, type Named, type Reference } from '../../shared/model/query.ts';
import { formatPath, parsePath } from '../../shared/model/path.ts';
import { Problem } from '../../shared/model/problem.ts';
import { nameKey } from '../../shared/model/text.ts';
import { attributesInOrder } from './attributes.ts';
import { codePaths, findCode } from './codes.ts';
import { setsInOrder } from './codeSets.ts';
import type { Reader } from './operation.ts';

/** What a query names that is not there any more, or goes by another name. */
export interface Told {
  /** Gone: what asks for it finds nothing. */
  readonly gone: { readonly of: Named; readonly name: string }[];
  /** Merged into another code, or gone and found again by its name. */
  readonly followed: { readonly of: Named; readonly name: string; readonly into: string }[];
}
/** Finds the records that a query names. */
export interface Names {
  /** The record's number; null where it is gone. A Problem where a name without a UUID leads nowhere: whoever wrote it meant something. */
  idOf(reference: Reference, of: Named): number | null;
  /** The query with the names that things have now. */
  refreshed(condition: Condition): Condition;
  readonly told: Told;
}

interface Listed { readonly id: number; readonly uuid: string; readonly name: string }

/** With `lenient` an unknown name is merely gone: for what was saved. */
export function namesIn(project: Reader, unknownIs: 'refused' | 'lenient' = 'refused'): Names {
  const told: Told = { gone: [], followed: [] };
  const lists = new Map<Named, readonly Listed[]>();
  const listed = (of: Named): readonly Listed[] => {
    let known = lists.get(of);
    if (!known) {
      const paths = of === 'codes' ? codePaths(project) : null;
      known = project.query<Listed>(`SELECT id, uuid, name FROM ${of}`).map((row) => (paths ? { ...row, name: formatPath(paths.get(row.id) ?? [row.name]) } : row));
      lists.set(of, known);
    }
    return known;
  };
  const find = ({ uuid, name }: Reference, of: Named): Listed | null => {
    const byUuid = uuid === undefined ? undefined : listed(of).find((row) => row.uuid === uuid);
    if (byUuid) return byUuid;
    const code = of === 'codes' ? findCode(project, parsePath(name), null) : null;
    return listed(of).find((row) => (of === 'codes' ? row.id === code : nameKey(row.name) === nameKey(name))) ?? null;
  };
  const found = new Map<string, Listed | null>();
  const look = (reference: Reference, of: Named): Listed | null => {
    const key = JSON.stringify([of, reference]);
    if (found.has(key)) return found.get(key)!;
    const row = find(reference, of);
    if (row === null && reference.uuid === undefined && unknownIs === 'refused') throw unknown(project, reference.name, of);
    if (row === null) told.gone.push({ of, name: reference.name });
    else if (reference.was !== undefined) told.followed.push({ of, name: reference.was, into: row.name });
    else if (reference.uuid !== undefined && reference.uuid !== row.uuid) told.followed.push({ of, name: reference.name, into: row.name });
    found.set(key, row);
    return row;
  };
  return {
    told,
    idOf: (reference, of) => look(reference, of)?.id ?? null,
    refreshed: (condition) => mapReferences(condition, (reference, of) => {
      const row = look(reference, of);
      return row ? { uuid: row.uuid, name: row.name } : reference;
    }),
  };
}

function unknown(project: Reader, name: string, of: Named): Problem {
  if (of === 'codes') return new Problem('no-such-code', { code: name });
  if (of === 'documents') return new Problem('no-such-document', { document: name });
  if (of === 'attributes') return new Problem('no-such-attribute', { attribute: name, known: attributesInOrder(project).map((row) => row.name).join(', ') });
  if (of === 'codeSets') return new Problem('no-such-set', { set: name, known: setsInOrder(project).map((row) => row.name).join(', ') });
  return new Problem('no-such-person', { name });
}
