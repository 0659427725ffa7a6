import { Problem } from '../../shared/model/problem.ts';
import { formatPath, parsePath } from '../../shared/model/path.ts';
import { facets, type Facet } from '../../shared/model/schema.ts';
import type { TableCode } from '../../shared/model/table.ts';
import type { Part } from './axis.ts';
import { findSet, membersOf } from './codeSets.ts';
import { codePaths, codesInOrder, findCode, subtree, type Code } from './codes.ts';
import type { Reader } from './operation.ts';

interface Chosen { readonly name: string; readonly codes: readonly Code[] }
/** The codes that an axis names: 'codes' or '', 'facet:…', 'set:…', 'code:PATH', or a bare path; null where it names none. */
function codesNamed(project: Reader, axis: string): Chosen | null {
  const codes = codesInOrder(project);
  if (axis === '' || axis === 'codes') return { name: '', codes };
  const facet = /^facet:\s*(\w+)$/.exec(axis)?.[1];
  if (facet !== undefined && facets.includes(facet as Facet)) return { name: `facet:${facet}`, codes: codes.filter((code) => code.facet === facet) };
  const named = /^set:\s*(.+)$/.exec(axis)?.[1];
  const set = named === undefined ? null : findSet(project, named);
  if (set) {
    const members = membersOf(project, set.id);
    return { name: `set:${set.name}`, codes: codes.filter((code) => members.has(code.id)) };
  }
  const path = /^code:(.*)$/.exec(axis)?.[1];
  const root = findCode(project, parsePath(axis), null) ?? (path === undefined ? null : findCode(project, parsePath(path), null));
  if (root === null) return null;
  const below = new Set(subtree(project, root));
  return { name: formatPath(codePaths(project).get(root)!), codes: codes.filter((code) => below.has(code.id)) };
}

/** A part of an axis whose groups are codes; null where there are none of that name. With `subcodes` a coding is in the groups of all codes above its own too. */
export function codesPart(project: Reader, axis: string, subcodes: boolean): Part | null {
  const chosen = codesNamed(project, axis);
  if (!chosen) return null;
  const paths = codePaths(project);
  const within: (number[] | undefined)[] = [];
  chosen.codes.forEach((row, index) => {
    for (const code of subcodes ? subtree(project, row.id) : [row.id]) (within[code] ??= []).push(index);
  });
  const tableCode = (code: Code): TableCode => ({ id: code.id, uuid: code.uuid, path: formatPath(paths.get(code.id)!), name: code.name, facet: code.facet, depth: paths.get(code.id)!.length - 1, colour: code.colour });
  return {
    part: { kind: 'codes', name: chosen.name, of: null }, decides: 'code',
    groups: chosen.codes.map((code) => ({ key: String(code.id), label: code.name, code: tableCode(code) })),
    within: (code) => within[code] ?? none,
  };
}
const none: readonly number[] = [];

export const noSuchRows = (rows: string): Problem => new Problem('no-such-rows', { rows });
