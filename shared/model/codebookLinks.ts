import type { BookAsked, BookChoice, BookCode, BookItem } from './codebookMerge.ts';
import type { Likeness } from './codeLikeness.ts';
import { formatPath } from './path.ts';
import { nameKey } from './text.ts';

/** The names from the root to each code of a book. Parents may come in any order. */
export function pathsOf(codes: readonly BookCode[]): Map<string, string> {
  const byUuid = new Map(codes.map((code) => [code.uuid, code]));
  const paths = new Map<string, string>();
  const pathOf = (code: BookCode): string => {
    let path = paths.get(code.uuid);
    if (path === undefined) {
      const above = code.parent === null ? undefined : byUuid.get(code.parent);
      paths.set(code.uuid, (path = above ? formatPath([pathOf(above), code.name]) : code.name));
    }
    return path;
  };
  for (const code of codes) pathOf(code);
  return paths;
}

/** Two codes that are alike, and what was decided about them. */
export interface Alike { readonly their: BookCode; readonly our: BookCode; readonly likeness: Likeness; readonly decision: BookChoice | null; readonly key: string }
export interface Links {
  /** Codes of theirs that are one of ours. */
  readonly pairs: ReadonlyMap<string, BookCode>;
  /** Codes of theirs that one of ours has the name of already, or is given it. */
  readonly names: ReadonlyMap<string, BookCode>;
  readonly alike: readonly Alike[];
}
export const alikeKey = (their: BookCode, our: BookCode): BookItem['key'] => `alike:${their.uuid}:${our.uuid}`;

/** Which code of theirs is which of ours: by UUID, by what was joined before, by its name where it stands, by an alias, and as the person says. */
export function linkBooks(ours: readonly BookCode[], theirs: readonly BookCode[], { joined, decisions, likeness, base }: BookAsked): Links {
  const byUuid = new Map(ours.map((code) => [code.uuid, code]));
  const pairs = new Map<string, BookCode>();
  const taken = new Set<string>();
  const link = (their: BookCode, our: BookCode | undefined): boolean => {
    if (!our || taken.has(our.uuid) || pairs.has(their.uuid)) return false;
    pairs.set(their.uuid, our);
    taken.add(our.uuid);
    return true;
  };
  for (const their of theirs) link(their, byUuid.get(their.uuid));
  const names = new Map<string, BookCode>();
  for (const their of theirs) {
    const before = byUuid.get(joined.get(their.uuid) ?? '');
    if (before && !pairs.has(their.uuid) && !link(their, before)) names.set(their.uuid, before);
  }
  const below = Map.groupBy(ours, ({ parent }) => parent);
  const paths = pathsOf(theirs);
  const isOpen = ({ uuid }: BookCode) => !pairs.has(uuid) && !names.has(uuid);
  const fits = (their: BookCode, our: BookCode) => !their.facetSaid || their.facet === our.facet;
  const byPlace = () => {
    for (const their of theirs.filter(isOpen)) {
      const above = their.parent === null ? null : pairs.get(their.parent)?.uuid;
      if (above === undefined) continue;
      const found = (below.get(above) ?? []).filter((our) => !taken.has(our.uuid) && fits(their, our) && nameKey(our.name) === nameKey(their.name));
      if (found.length === 1) link(their, found[0]);
    }
  };
  const byAlias = () => {
    for (const their of theirs.filter(isOpen)) {
      const called = [their.name, paths.get(their.uuid)!].map(nameKey);
      const found = ours.filter((our) => fits(their, our) && our.aliases.some((alias) => called.includes(nameKey(alias))));
      if (found.length === 1 && !(base instanceof Map && base.has(their.uuid))) names.set(their.uuid, found[0]!);
    }
  };
  byPlace();
  byAlias();
  const alike = new Map<string, Alike>();
  for (let more = true; more;) {
    more = false;
    for (const their of theirs.filter((each) => isOpen(each) && !alike.has(each.uuid) && !(base instanceof Map && base.has(each.uuid)))) {
      const candidates = ours.filter((our) => !taken.has(our.uuid) && fits(their, our)).flatMap((our) => { const found = likeness(their, our); return found ? [{ our, found }] : []; });
      const best = candidates.toSorted((a, b) => b.found.score - a.found.score)[0];
      if (!best) continue;
      const key = alikeKey(their, best.our);
      const decision = decisions[key] ?? null;
      alike.set(their.uuid, { their, our: best.our, likeness: best.found, decision, key });
      if (decision === 'same') more = link(their, best.our) || more;
      else if (decision === 'alias') names.set(their.uuid, best.our);
    }
    if (more) byPlace();
  }
  return { pairs, names, alike: [...alike.values()] };
}
