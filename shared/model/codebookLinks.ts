import type { BookAsked, BookCandidate, BookChoice, BookCode, BookItem } from './codebookMerge.ts';
import { formatPath } from './path.ts';
import { nameKey } from './text.ts';

/** The names from the root to each code of a book. Parents may come in any order; those that stand in a circle count as none. */
export function pathsOf(codes: readonly BookCode[]): Map<string, string> {
  const byUuid = new Map(codes.map((code) => [code.uuid, code]));
  const paths = new Map<string, string>();
  for (const code of codes) {
    const way: BookCode[] = [];
    for (let at: BookCode | undefined = code; at && !paths.has(at.uuid) && !way.includes(at); at = at.parent === null ? undefined : byUuid.get(at.parent)) way.push(at);
    for (const each of way.toReversed()) {
      const above = each.parent === null ? undefined : paths.get(each.parent);
      paths.set(each.uuid, above === undefined ? each.name : formatPath([above, each.name]));
    }
  }
  return paths;
}

/** A code of theirs that may be one of ours: the one that was decided about, else the likeliest, and all others that it may be. */
export interface Alike { readonly their: BookCode; readonly our: BookCode; readonly decision: BookChoice | null; readonly key: string; readonly candidates: readonly BookCandidate[] }
export interface Links {
  /** Codes of theirs that are one of ours. */
  readonly pairs: ReadonlyMap<string, BookCode>;
  /** Codes of theirs that one of ours has the name of already, or is given it. */
  readonly names: ReadonlyMap<string, BookCode>;
  readonly alike: readonly Alike[];
}
export const alikeKey = (their: BookCode, our: BookCode | null): BookItem['key'] => `alike:${their.uuid}:${our?.uuid ?? ''}`;

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
    const called = Map.groupBy(ours.flatMap((our) => our.aliases.map((alias) => ({ our, alias: nameKey(alias) }))), ({ alias }) => alias);
    for (const their of theirs.filter(isOpen)) {
      const found = [...new Set([their.name, paths.get(their.uuid)!].flatMap((name) => called.get(nameKey(name)) ?? []).map(({ our }) => our))].filter((our) => fits(their, our));
      if (found.length === 1 && !(base instanceof Map && base.has(their.uuid))) names.set(their.uuid, found[0]!);
    }
  };
  byPlace();
  byAlias();
  const isCandidate = ({ uuid }: BookCode) => !(base instanceof Map && base.has(uuid));
  // What a person said goes before all that is only likely, in whatever order she said it.
  const said = saidPairs(theirs, byUuid, decisions);
  const joinedBySaying = new Set<string>();
  for (const [their, our] of said.same) if (isOpen(their) && isCandidate(their) && link(their, our)) joinedBySaying.add(their.uuid);
  if (joinedBySaying.size > 0) byPlace();
  const alike = new Map<string, Alike>();
  const ourPaths = pathsOf(ours);
  const sayable = new Set([...joinedBySaying].map((their) => pairs.get(their)!.uuid));
  for (const their of theirs) {
    if (!(isOpen(their) || joinedBySaying.has(their.uuid)) || !isCandidate(their)) continue;
    const own = pairs.get(their.uuid);
    const meant = own ?? said.alias.get(their);
    const candidates = ours.filter((our) => our === own || !taken.has(our.uuid) || sayable.has(our.uuid)).flatMap((our): BookCandidate[] => {
      const grounds = likeness(their, our);
      const isLikely = grounds.length > 0 && (fits(their, our) || grounds[0]!.reason === 'name' || grounds[0]!.reason === 'alias');
      return isLikely || our === meant ? [{ key: alikeKey(their, our), uuid: our.uuid, about: ourPaths.get(our.uuid)!, facet: our.facet, definition: our.definition, grounds, taken: our !== own && taken.has(our.uuid) }] : [];
    }).toSorted((a, b) => strength(b, their, byUuid) - strength(a, their, byUuid));
    const best = candidates.find(({ uuid }) => uuid === meant?.uuid) ?? candidates[0];
    if (!best) continue;
    const decision = own ? 'same' : decisions[best.key] === 'same' ? null : decisions[best.key] ?? null;
    const shown = candidates.filter((each, index) => index < mostCandidates || each === best);
    alike.set(their.uuid, { their, our: byUuid.get(best.uuid)!, decision, key: best.key, candidates: shown });
    if (decision === 'alias') names.set(their.uuid, byUuid.get(best.uuid)!);
  }
  return { pairs, names, alike: [...alike.values()] };
}
/** More than these are no help to a person who has to choose. */
const mostCandidates = 5;
/** The likeliest first: by the best ground, then by how many, then codes of the same facet. */
const strength = ({ grounds, uuid }: BookCandidate, their: BookCode, ours: ReadonlyMap<string, BookCode>): number => (grounds[0]?.score ?? 0) + 0.01 * grounds.length + (ours.get(uuid)!.facet === their.facet ? 0.001 : 0);

/** Which of theirs a person said to be one of ours, or an alias of it. */
function saidPairs(theirs: readonly BookCode[], ours: ReadonlyMap<string, BookCode>, decisions: BookAsked['decisions']) {
  const [same, alias] = [new Map<BookCode, BookCode>(), new Map<BookCode, BookCode>()];
  const keys = Object.keys(decisions).filter((key) => key.startsWith('alike:') && (decisions[key] === 'same' || decisions[key] === 'alias'));
  if (keys.length > 0) for (const their of theirs) {
    const begin = alikeKey(their, null);
    for (const key of keys) {
      const our = key.startsWith(begin) ? ours.get(key.slice(begin.length)) : undefined;
      if (our) (decisions[key] === 'same' ? same : alias).set(their, our);
    }
  }
  return { same, alias };
}
