import { facets, type Facet } from '../../../shared/model/schema.ts';
import type { Outcome } from '../../core/core.ts';

export type Code = Outcome<'code.list'>[number];
/** What a row shows of a code. How often it is coded is not part of it: a tree whose rows change is built anew as a whole. */
export interface Node { readonly key: string; readonly facet: Facet; readonly id: number | null; readonly name: string; readonly colour: string; /** Shown only because of what is below it. */ readonly quiet: boolean; readonly children: readonly Node[] }

/** The tree of the codes. A node in which nothing changed is the same object as before, so that its row is not drawn again. */
export function treeOf(codes: readonly Code[], known: Map<string, Node>, found: ReadonlySet<number> | null = null): readonly Node[] {
  const children = Map.groupBy(codes, (code) => (code.parent === null ? code.facet : code.parent));
  const nodeOf = (facet: Facet, code: Code | null): Node => {
    const key = code === null ? `facet:${facet}` : `code:${code.id}`;
    const now = { key, facet, id: code?.id ?? null, name: code?.name ?? '', colour: code?.colour ?? '', quiet: code !== null && found !== null && !found.has(code.id), children: (children.get(code?.id ?? facet) ?? []).map((each) => nodeOf(facet, each)) };
    const before = known.get(key);
    if (before && before.facet === facet && before.name === now.name && before.colour === now.colour && before.quiet === now.quiet && before.children.length === now.children.length && now.children.every((child, place) => child === before.children[place])) return before;
    known.set(key, now);
    return now;
  };
  const roots = facets.filter((facet) => found === null || codes.some((code) => code.facet === facet)).map((facet) => nodeOf(facet, null));
  const before = known.get('')?.children;
  if (before && before.length === roots.length && roots.every((root, place) => root === before[place])) return before;
  known.set('', { key: '', facet: 'theme', id: null, name: '', colour: '', quiet: false, children: roots });
  return roots;
}
export const keysIn = (nodes: readonly Node[]): string[] => nodes.flatMap((node) => [node.key, ...keysIn(node.children)]);
