import type { Snapshot } from '../../../shared/model/snapshot.ts';
import { isFacetSet } from './codes.ts';
import { referencesIn, type CodeName, type Reading } from './context.ts';
import { createIdentities, createNames, guidOf } from './identity.ts';
import { textIn, type XmlElement } from './xml.ts';

export interface Group { readonly name: string; readonly documents: readonly string[] }
export interface ReadSets {
  readonly codeSets: NonNullable<Snapshot['codeSets']>;
  /** Groups of documents. */
  readonly groups: readonly Group[];
}
/** Groups of codes become sets; groups of documents become attributes of theirs (see `groupsAsAttributes`). What else a set holds is kept with it. */
export function readSets(reading: Reading, sets: readonly XmlElement[], codes: ReadonlyMap<string, CodeName>, documents: (guid: string) => readonly string[]): ReadSets {
  const identity = createIdentities(reading.notes);
  const free = createNames(reading.notes, reading.names.unnamed);
  const codeSets: NonNullable<Snapshot['codeSets']>[number][] = [];
  const groups: Group[] = [];
  for (const set of sets) {
    if (set.name !== 'Set' || isFacetSet(set)) continue;
    const name = (set.attributes['name'] ?? '').trim();
    const [codeRefs, sources, noted] = [referencesIn(set, 'MemberCode'), referencesIn(set, 'MemberSource'), referencesIn(set, 'MemberNote')];
    const members = codeRefs.flatMap((guid) => codes.get(guid) ?? []);
    const there = [...new Set(sources.flatMap(documents))];
    if (members.length > 0) codeSets.push({ ...identity(guidOf(set.attributes['guid'])), name: free(name), codes: members.map(({ path, facet }) => ({ path: [...path], facet })) });
    if (there.length > 0) groups.push({ name, documents: there });
    const understood = members.length === codeRefs.length && codeRefs.length > 0 && sources.length === 0 && noted.length === 0 && textIn(set, 'Description') === '';
    if (!understood) reading.keep('', set);
  }
  return { codeSets, groups };
}

const disjoint = (groups: readonly Group[]): boolean => { const all = groups.flatMap(({ documents }) => documents); return new Set(all).size === all.length; };
/**
 * Groups as attributes of documents: 'gender: male' (ATLAS.ti) is the value of one, groups that share no document are the values of one,
 * any other is an attribute of its own. Answers with values by document.
 */
export function groupsAsAttributes(reading: Reading, groups: readonly Group[], add: (name: string, choices: readonly string[]) => string): Map<string, Record<string, string>> {
  const values = new Map<string, Record<string, string>>();
  const put = (attribute: string, { documents }: Group, value: string) => { for (const document of documents) values.set(document, { ...values.get(document), [attribute]: value }); };
  const spread = (attribute: string, of: readonly Group[], valueOf: (group: Group) => string) => {
    const called = add(attribute, [...new Set(of.map(valueOf))]);
    for (const group of of) { reading.notes.say('groups-as-attributes', group.name); put(called, group, valueOf(group)); }
  };
  const parts = (group: Group) => /^([^:：]{1,60})[:：]\s*(\S.*)$/.exec(group.name);
  const rest = [...Map.groupBy(groups, (group) => parts(group)?.[1]?.trim() ?? '')].flatMap(([prefix, members]) => {
    if (prefix === '' || !disjoint(members)) return members;
    spread(prefix, members, (group) => parts(group)![2]!.trim());
    return [];
  });
  if (rest.length > 1 && disjoint(rest)) spread(reading.names.documentGroup, rest, ({ name }) => name || reading.names.unnamed);
  else for (const group of rest) spread(group.name, [group], () => reading.names.inGroup);
  return values;
}
