import { facets, type Facet, type Row } from './schema.ts';

/** Codes in the order of the codebook: by facet, each before its children, siblings by position. */
export function inOrder(codes: readonly Row<'codes'>[]): Row<'codes'>[] {
  const children = Map.groupBy(codes, (code) => code.parent ?? code.facet);
  const walk = (key: number | Facet): Row<'codes'>[] => (children.get(key) ?? []).toSorted((a, b) => a.position - b.position || a.id - b.id).flatMap((code) => [code, ...walk(code.id)]);
  return facets.flatMap(walk);
}
