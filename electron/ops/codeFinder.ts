import { Problem } from '../../shared/model/problem.ts';
import { formatPath } from '../../shared/model/path.ts';
import type { Facet, Row } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';

type Code = Row<'codes'>;
/** How a path leads to a code: by the names as they are, or by another name of a code on the way. */
export interface FoundCode { readonly id: number; readonly by: 'name' | 'alias' }
/** Finds codes by paths (names compared without case); null where there is none, a Problem where the path alone does not tell which. */
export interface CodeFinder {
  readonly paths: ReadonlyMap<number, readonly string[]>;
  find(path: readonly string[], facet: Facet | null): FoundCode | null;
}

// By the whole path as it is written, so that a name with a spaced ">" in it is found too.
const keyOf = (names: readonly string[]): string => nameKey(formatPath(names));
/** Codes by every path that leads to them through an alias of their own or of a code above: in place of the name, or as the whole path. */
function byAlias(codes: readonly Code[]): ReadonlyMap<string, readonly Code[]> {
  const ways = new Map<number, readonly string[]>();
  const found = new Map<string, Code[]>();
  for (const code of codes) {
    const above = code.parent === null ? [null] : ways.get(code.parent)!;
    const inPlace = [code.name, ...code.aliases].flatMap((name) => above.map((way) => (way === null ? name : formatPath([way, name]))));
    const mine = [...new Set([...inPlace, ...code.aliases].map(nameKey))];
    ways.set(code.id, mine);
    for (const way of mine) found.set(way, [...(found.get(way) ?? []), code]);
  }
  return found;
}
/** `codes` in the order of the codebook: each before its children. */
export function codeFinder(codes: readonly Code[]): CodeFinder {
  const paths = new Map<number, readonly string[]>();
  for (const { id, parent, name } of codes) paths.set(id, [...(parent === null ? [] : paths.get(parent)!), name]);
  const named = Map.groupBy(codes, ({ id }) => keyOf(paths.get(id)!));
  const kept: { aliases?: ReadonlyMap<string, readonly Code[]> } = {};
  return {
    paths,
    find(path, facet) {
      const inFacet = (list: readonly Code[] = []) => list.filter((code) => facet === null || code.facet === facet);
      const there = inFacet(named.get(keyOf(path)));
      const found = there.length > 0 ? there : inFacet((kept.aliases ??= byAlias(codes)).get(keyOf(path)));
      if (found.length > 1) throw new Problem('ambiguous-code', { path: formatPath(path) });
      return found[0] ? { id: found[0].id, by: there.length > 0 ? 'name' : 'alias' } : null;
    },
  };
}
