import { described, type BookAsked, type BookChoice, type BookCode, type BookItem, type MergedBook } from './codebookMerge.ts';
import { linkBooks, pathsOf } from './codebookLinks.ts';
import { mergeLines } from './mergeLines.ts';
import { formatPath } from './path.ts';
import type { Facet } from './schema.ts';
import { nameKey } from './text.ts';

/** A few letters that stand for some texts: a decision about them holds for nothing else. */
function fingerprint(...texts: readonly string[]): string {
  let [one, other] = [0x811c9dc5, 0x1b873593];
  for (const sign of JSON.stringify(texts)) { one = Math.imul(one ^ sign.codePointAt(0)!, 0x01000193) >>> 0; other = (Math.imul(other, 33) + sign.codePointAt(0)!) >>> 0; }
  return one.toString(36) + other.toString(36);
}
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const scaleText = ({ scale }: BookCode): string => scale.map(({ value, anchor }) => (anchor === '' ? String(value) : `${value}: ${anchor}`)).join('\n');
/** Where a code stands, as it is compared between codebooks. */
const placeKey = (facet: Facet, path: string): string => `${facet} ${nameKey(path)}`;
type Mutable = { -readonly [K in keyof BookCode]: BookCode[K] };

/**
 * Another codebook brought together with this one: three-way, field by field, where it is known what both began with. Nothing of this study is
 * lost: a code that something hangs on never goes. Laws: with itself, nothing changes; repeated, nothing is added; what theirs alone changed is
 * taken, what ours alone changed stays.
 */
export function mergeBooks(ours: readonly BookCode[], theirs: readonly BookCode[], asked: BookAsked): MergedBook {
  const { base, decisions, rest, book } = asked;
  const links = linkBooks(ours, theirs, asked);
  const { pairs, names } = links;
  const [ourPaths, theirPaths] = [pathsOf(ours), pathsOf(theirs)];
  const result = new Map<string, Mutable>(ours.map((code) => [code.uuid, { ...code }]));
  const items: BookItem[] = [];
  const settled = new Set<string>();
  /** Notes a difference. `otherwise` holds where nothing is chosen; null: somebody has to, or `rest` says. */
  function decide(item: Omit<BookItem, 'book' | 'decision' | 'holds' | 'likeness' | 'asks' | 'candidates' | 'defined' | 'after' | 'from'> & Partial<Pick<BookItem, 'likeness' | 'candidates' | 'defined'>>, otherwise: BookChoice | null): BookChoice | null {
    const said = decisions[item.key];
    const decision = said !== undefined && item.choices.includes(said) ? said : null;
    const holds = decision ?? otherwise ?? (rest !== undefined && item.choices.includes(rest) ? rest : null);
    if (!settled.has(item.key)) items.push({ likeness: null, candidates: [], defined: '', after: null, from: null, ...item, book, decision, holds, asks: otherwise === null });
    settled.add(item.key);
    return holds;
  }
  const baseOf = (their: BookCode, our: BookCode): BookCode | null => (base === 'wholly' ? our : base?.get(their.uuid) ?? null);
  const about = (our: BookCode | null, their: BookCode | null) => ({ facet: (our ?? their)!.facet, about: our ? ourPaths.get(our.uuid)! : theirPaths.get(their!.uuid)!, uuid: our?.uuid ?? null, their: their?.uuid ?? null, field: null });

  // Codes that may be one, and codes that come.
  for (const { their, our, key, candidates } of links.alike) {
    const { grounds, taken } = candidates.find((each) => each.key === key)!;
    decide({ key, kind: 'alike', ...about(our, their), ours: ourPaths.get(our.uuid)!, base: null, theirs: theirPaths.get(their.uuid)!, choices: taken ? ['alias', 'apart'] : ['same', 'alias', 'apart'], likeness: grounds[0] ?? null, candidates, defined: their.definition }, 'apart');
  }
  const doubtful = new Set(links.alike.map(({ their }) => their.uuid));
  const places = new Map<string, string>([...pairs].map(([their, our]) => [their, our.uuid]));
  const left = new Set<string>();
  const leftOut: string[] = [];
  for (const their of theirs) {
    if (pairs.has(their.uuid)) continue;
    const known = names.get(their.uuid);
    if (known) { places.set(their.uuid, known.uuid); continue; }
    if (their.parent !== null && left.has(their.parent)) { left.add(their.uuid); continue; }
    const wasHere = base instanceof Map && base.has(their.uuid);
    const place = placeKey(their.facet, theirPaths.get(their.uuid)!);
    if (asked.leftOut?.has(place)) { left.add(their.uuid); continue; }
    const holds = doubtful.has(their.uuid) ? 'theirs' : decide({ key: `${wasHere ? 'goneHere' : 'added'}:${their.uuid}:${fingerprint(theirPaths.get(their.uuid)!)}`, kind: wasHere ? 'goneHere' : 'added', ...about(null, their), ours: '', base: null, theirs: their.definition, choices: ['mine', 'theirs'] }, wasHere ? 'mine' : 'theirs');
    if (holds !== 'theirs') { left.add(their.uuid); leftOut.push(place); continue; }
    const parent = their.parent === null ? null : places.get(their.parent) ?? null;
    const above = parent === null ? null : result.get(parent)!;
    places.set(their.uuid, their.uuid);
    result.set(their.uuid, { ...their, parent, facet: above?.facet ?? their.facet, facetSaid: true });
  }
  // An alias alone: the name is taken, and nothing else.
  for (const { their, our, decision } of links.alike) if (decision === 'alias' || decision === 'same') addAlias(result.get(our.uuid)!, their.name);

  for (const their of theirs) {
    const our = pairs.get(their.uuid);
    if (our) mergeFields(our, their);
  }
  function mergeFields(our: BookCode, their: BookCode): void {
    const now = result.get(our.uuid)!;
    const past = baseOf(their, our);
    const where = about(our, their);
    const key = (kind: string, ...texts: string[]) => `${kind}:${our.uuid}:${their.uuid}:${fingerprint(...texts)}`;
    for (const field of described) {
      const [mine, other] = [our[field], their[field]];
      if (mine === other || (other === '' && !past) || past?.[field] === other) continue;
      const said = { kind: 'redefined' as const, ...where, field };
      if (mine === '' || past?.[field] === mine) { if (decide({ key: key(field, mine, other), ...said, ours: mine, base: past ? past[field] : null, theirs: other, choices: ['mine', 'theirs'] }, 'theirs') === 'theirs') now[field] = other; continue; }
      let asks = false;
      const merged = mergeLines(past ? past[field] : null, mine, other, (clash) => {
        asks = true;
        return decide({ key: key(field, clash.base, clash.ours, clash.theirs), ...said, ours: clash.ours, base: past ? clash.base : null, theirs: clash.theirs, choices: ['mine', 'theirs', 'both'] }, null) as 'mine' | 'theirs' | 'both' | null ?? 'mine';
      });
      if (asks || merged === mine || decide({ key: key(field, mine, other), ...said, ours: mine, base: past ? past[field] : null, theirs: other, choices: ['both', 'mine', 'theirs'] }, 'both') === 'both') now[field] = merged;
      else if (decisions[key(field, mine, other)] === 'theirs') now[field] = other;
    }
    if (!isSame(our.scale, their.scale) && (!their.facetSaid || their.facet === our.facet) && !(their.scale.length === 0 && !past) && !(past && isSame(past.scale, their.scale))) {
      const taken = our.scale.length === 0 || (past !== null && isSame(past.scale, our.scale));
      if (decide({ key: key('scale', scaleText(our), scaleText(their)), kind: 'scale', ...where, ours: scaleText(our), base: past ? scaleText(past) : null, theirs: scaleText(their), choices: ['mine', 'theirs'] }, taken ? 'theirs' : null) === 'theirs') now.scale = their.scale;
    }
    mergeAliases(now, our, their, past, key);
    if (our.name !== their.name && past?.name !== their.name && (past || nameKey(our.name) !== nameKey(their.name)) && !decidedAsOne(our, their)) {
      const holds = decide({ key: key('name', our.name, their.name), kind: 'renamed', ...where, ours: our.name, base: past?.name ?? null, theirs: their.name, choices: ['mine', 'theirs', 'both'] }, past?.name === our.name ? 'theirs' : null);
      if (holds === 'theirs') now.name = their.name;
      else if (holds === 'both') addAlias(now, their.name);
    }
    move(now, our, their, past, key);
  }
  function decidedAsOne(our: BookCode, their: BookCode): boolean { return links.alike.some((each) => each.our.uuid === our.uuid && each.their.uuid === their.uuid) || asked.joined.get(their.uuid) === our.uuid; }
  function mergeAliases(now: Mutable, our: BookCode, their: BookCode, past: BookCode | null, key: (kind: string, ...texts: string[]) => string): void {
    const known = new Set([our.name, ...our.aliases].map(nameKey));
    const was = new Set((past?.aliases ?? []).map(nameKey));
    const there = new Set(their.aliases.map(nameKey));
    const come = their.aliases.filter((alias) => !known.has(nameKey(alias)) && (base === 'wholly' || !was.has(nameKey(alias))));
    const go = our.aliases.filter((alias) => was.has(nameKey(alias)) && !there.has(nameKey(alias)));
    if (come.length + go.length === 0) return;
    const after = [...our.aliases.filter((alias) => !go.includes(alias)), ...come];
    if (decide({ key: key('aliases', ...after), kind: 'aliases', ...about(our, their), ours: our.aliases.join('\n'), base: past ? past.aliases.join('\n') : null, theirs: after.join('\n'), choices: ['mine', 'theirs'] }, 'theirs') === 'theirs') now.aliases = now.aliases.filter((alias) => !go.includes(alias));
    if (items.at(-1)!.holds === 'theirs') for (const alias of come) addAlias(now, alias);
  }
  function move(now: Mutable, our: BookCode, their: BookCode, past: BookCode | null, key: (kind: string, ...texts: string[]) => string): void {
    if (their.parent !== null && !places.has(their.parent)) return;
    const above = their.parent === null ? null : places.get(their.parent)!;
    const facet = above === null ? (their.facetSaid ? their.facet : our.facet) : result.get(above)!.facet;
    if (above === our.parent && facet === our.facet) return;
    const was = past === null ? null : past.parent === null ? null : base === 'wholly' ? past.parent : places.get(past.parent) ?? past.parent;
    const theyMoved = past === null || was !== above || (above === null && past.facet !== facet);
    // Without a common beginning, a code at another place of the tree with the same UUID alone is one that moved.
    if (!theyMoved || (past === null && our.uuid !== their.uuid)) return;
    const weMoved = past === null || was !== our.parent || (our.parent === null && past.facet !== our.facet);
    const path = (parent: string | null, of: Facet) => (parent === null ? of : ourPaths.get(parent) ?? theirPaths.get(parent) ?? '');
    const choices: readonly BookChoice[] = asked.mayMove(our.uuid, facet) ? ['mine', 'theirs'] : ['mine'];
    const holds = decide({ key: key('place', path(our.parent, our.facet), path(above, facet)), kind: 'moved', ...about(our, their), ours: path(our.parent, our.facet), base: past ? path(was, past.facet) : null, theirs: path(above, facet), choices }, choices.length === 1 ? 'mine' : weMoved ? null : 'theirs');
    if (holds === 'theirs') { now.parent = above; now.facet = facet; }
  }

  // What theirs has no more.
  const linked = new Set([...pairs.values()].map(({ uuid }) => uuid));
  const folded: [string, string][] = [];
  const going: string[] = [];
  const called = new Map(theirs.filter(({ uuid }) => pairs.has(uuid)).toReversed().flatMap((their) => their.aliases.map((alias) => [`${pairs.get(their.uuid)!.facet} ${nameKey(alias)}`, their] as const)));
  const named = new Set(names.values());
  for (const our of ours) {
    const past = base === 'wholly' ? our : base?.get(our.uuid);
    if (linked.has(our.uuid) || !past || named.has(our)) continue;
    const into = called.get(`${our.facet} ${nameKey(our.name)}`) ?? called.get(`${our.facet} ${nameKey(ourPaths.get(our.uuid)!)}`);
    const target = into && pairs.get(into.uuid)!;
    if (target) {
      if (decide({ key: `merged:${our.uuid}:${target.uuid}`, kind: 'merged', ...about(our, into), ours: our.definition, base: null, theirs: theirPaths.get(into.uuid)!, choices: ['mine', 'theirs'] }, 'mine') === 'theirs') folded.push([our.uuid, target.uuid]);
      continue;
    }
    const mayGo = !asked.isUsed(our.uuid);
    if (decide({ key: `gone:${our.uuid}`, kind: 'gone', ...about(our, null), ours: our.definition, base: null, theirs: '', choices: mayGo ? ['mine', 'theirs'] : ['mine'] }, base === 'wholly' && mayGo ? 'theirs' : 'mine') === 'theirs') going.push(our.uuid);
  }
  untangle(result, ours);
  const gone: string[] = [];
  for (let more = true; more;) {
    more = false;
    for (const uuid of going) if (result.has(uuid) && ![...result.values()].some(({ parent }) => parent === uuid)) { result.delete(uuid); gone.push(uuid); more = true; }
  }
  keepFacets(result);
  freeNames(result, ours);
  const touched = new Set(items.flatMap(({ uuid }) => (uuid === null ? [] : [uuid])));
  const told = items.map((item) => (item.kind === 'redefined' ? { ...item, after: result.get(item.uuid!)?.[item.field!] ?? null } : item));
  return { codes: [...result.values()], items: told, links: [...places], folded, gone, leftOut, same: [...linked].filter((uuid) => !touched.has(uuid)).length, onlyHere: ours.filter(({ uuid }) => !linked.has(uuid) && !touched.has(uuid)).length };
  function addAlias(code: Mutable, alias: string): void {
    if (![code.name, ...code.aliases].some((each) => nameKey(each) === nameKey(alias))) code.aliases = [...code.aliases, alias];
  }
}

/** Where moves of either side would put a code below itself, it stays where it was. */
function untangle(result: Map<string, Mutable>, ours: readonly BookCode[]): void {
  const was = new Map(ours.map((code) => [code.uuid, code]));
  const inCircle = (code: Mutable): boolean => {
    const seen = new Set<string>();
    for (let at: Mutable | undefined = code; at; at = at.parent === null ? undefined : result.get(at.parent)) { if (seen.has(at.uuid)) return true; seen.add(at.uuid); }
    return false;
  };
  for (const code of result.values()) {
    if (!inCircle(code)) continue;
    for (const each of result.values()) { const before = was.get(each.uuid); if (before && inCircle(each)) { each.parent = before.parent; each.facet = before.facet; } }
  }
}
function keepFacets(result: ReadonlyMap<string, Mutable>): void {
  const facetOf = (code: Mutable): Facet => { const above = code.parent === null ? undefined : result.get(code.parent); return above ? facetOf(above) : code.facet; };
  for (const code of result.values()) code.facet = facetOf(code);
}
/** Siblings are never called as one: what comes, or was renamed or moved, has a number behind its name. */
function freeNames(result: ReadonlyMap<string, Mutable>, ours: readonly BookCode[]): void {
  const was = new Map(ours.map((code) => [code.uuid, code]));
  for (const inside of Map.groupBy([...result.values()], ({ parent, facet }) => formatPath([parent ?? '', facet])).values()) {
    const isOld = (code: Mutable) => { const before = was.get(code.uuid); return before !== undefined && before.name === code.name && before.parent === code.parent && before.facet === code.facet; };
    const taken = new Set(inside.filter(isOld).map(({ name }) => nameKey(name)));
    for (const code of inside.filter((each) => !isOld(each))) {
      const wanted = code.name;
      for (let number = 2; taken.has(nameKey(code.name)); number++) code.name = `${wanted.slice(0, 390)} (${number})`;
      taken.add(nameKey(code.name));
    }
  }
}
