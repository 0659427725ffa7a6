import type { Snapshot } from '../../../shared/model/snapshot.ts';
import { asDate, asNumber, longestValue, type Kind } from '../../../shared/model/values.ts';
import { childrenOf, referencesIn, type Reading } from './context.ts';
import { nameKey } from '../../../shared/model/text.ts';
import { createIdentities, createNames, guidOf, isGuid } from './identity.ts';
import { childNamed, textIn, type XmlElement } from './xml.ts';

export interface ReadUsers {
  readonly coders: NonNullable<Snapshot['coders']>;
  /** Who coded, by GUID; the name for those whom the file does not say where it does not. */
  nameOf(guid: string | undefined): string;
  /** Null where nobody is named. */
  known(guid: string | undefined): string | null;
}
export function readUsers(reading: Reading, root: XmlElement): ReadUsers {
  const identity = createIdentities(reading.notes);
  const free = createNames(reading.notes, reading.names.unknownCoder);
  const names = new Map<string, string>();
  const coders: { uuid?: string; name: string }[] = [];
  const unknown = new Set<string>();
  for (const user of childrenOf(root, 'Users')) {
    const { guid, name, id } = user.attributes;
    if (names.has(guidOf(guid))) { reading.notes.say('same-guid'); continue; }
    const called = free(name || id || '');
    names.set(guidOf(guid), called);
    coders.push({ ...identity(guidOf(guid)), name: called });
    // Concord has no initials.
    if (id && id !== name) reading.keep(guidOf(guid), user);
  }
  /** Some write a user's name, or her initials, where her GUID should stand. */
  const called = new Map<string, string>();
  for (const user of childrenOf(root, 'Users')) for (const word of [user.attributes['id'], user.attributes['name']]) if (word) called.set(nameKey(word), names.get(guidOf(user.attributes['guid']))!);
  const known = (guid: string | undefined): string | null => names.get(guidOf(guid)) ?? called.get(nameKey(guid ?? '')) ?? null;
  /** Who is not among the users stays one coder apart from any other. */
  const stranger = (guid: string | undefined): string => {
    const key = guidOf(guid);
    const name = free(key === '' || isGuid(key) ? '' : guid!.trim());
    names.set(key, name);
    coders.push({ ...(isGuid(key) ? identity(key) : {}), name });
    return name;
  };
  return {
    coders, known: (guid) => (guidOf(guid) === '' ? null : known(guid)),
    nameOf(guid) {
      const found = guidOf(guid) === '' ? names.get('') ?? null : known(guid);
      if (found === null || guidOf(guid) === '' || unknown.has(guidOf(guid))) { reading.notes.say('unknown-coders'); unknown.add(guidOf(guid)); }
      return found ?? stranger(guid);
    },
  };
}

const kinds: Readonly<Record<string, Kind>> = { Text: 'text', Boolean: 'choice', Integer: 'number', Float: 'number', Date: 'date', DateTime: 'text' };
/** A value as Concord keeps it. */
function valueOf(kind: Kind, text: string): string {
  const value = text.trim().slice(0, longestValue).toWellFormed();
  return kind === 'number' ? asNumber(value) ?? value : kind === 'date' ? asDate(value.slice(0, 10)) ?? value : value;
}
export interface ReadVariables {
  /** Those that something has a value of, or nothing at all. */
  attributes(): Snapshot['attributes'];
  /** The values that hang on an element, by the attribute's name. */
  valuesOf(element: XmlElement, of: 'participants' | 'documents'): Record<string, string>;
  /** An attribute that the file knows as something else (a group of documents). */
  add(name: string, choices: readonly string[]): string;
}
export function readVariables(reading: Reading, root: XmlElement): ReadVariables {
  const identity = createIdentities(reading.notes);
  const free = createNames(reading.notes, reading.names.unnamed);
  const variables = new Map<string, { name: string; kind: Kind; uuid: { uuid?: string }; used: Set<'participants' | 'documents'>; choices: Set<string> }>();
  for (const variable of childrenOf(root, 'Variables')) {
    const guid = guidOf(variable.attributes['guid']);
    if (variables.has(guid)) { reading.notes.say('same-guid'); continue; }
    const kind = kinds[variable.attributes['typeOfVariable'] ?? ''] ?? 'text';
    variables.set(guid, { name: free(variable.attributes['name'] ?? ''), kind, uuid: identity(guid), used: new Set(), choices: new Set(kind === 'choice' ? ['true', 'false'] : []) });
    if (textIn(variable, 'Description') !== '') reading.keep(guid, variable);
  }
  const groups: { name: string; choices: readonly string[] }[] = [];
  return {
    valuesOf(element, of) {
      const values: Record<string, string> = {};
      for (const each of element.children) {
        if (each.name !== 'VariableValue') continue;
        const variable = variables.get(referencesIn(each, 'VariableRef')[0] ?? '');
        if (!variable) { reading.notes.say('broken-references', 'VariableRef'); reading.keep(guidOf(element.attributes['guid']), each); continue; }
        const said = each.children.find((child) => child.name !== 'VariableRef');
        const value = said ? valueOf(variable.kind, said.text) : '';
        variable.used.add(of);
        if (value === '') continue;
        if (variable.kind === 'choice') variable.choices.add(value);
        if ((variable.kind === 'number' && asNumber(value) === null) || (variable.kind === 'date' && asDate(value) === null)) { variable.kind = 'text'; reading.notes.say('values-unreadable', variable.name); }
        values[variable.name] = value;
      }
      return values;
    },
    add(name, choices) { const called = free(name); groups.push({ name: called, choices }); return called; },
    attributes: () => [
      ...[...variables.values()].flatMap(({ name, kind, uuid, used, choices }) => (used.size === 0 ? ['participants' as const] : [...used].toSorted().toReversed()).map((of, index) => ({ ...(index === 0 ? uuid : {}), name, of, kind, choices: [...choices] }))),
      ...groups.map(({ name, choices }) => ({ name, of: 'documents' as const, kind: 'choice' as const, choices: [...choices] })),
    ],
  };
}

/** A case: a person, or (without a name) what is said of a document. */
export interface ReadCase { readonly guid: string; readonly name: string | null; readonly element: XmlElement; readonly sources: readonly string[]; readonly selections: readonly string[] }
export const readCases = (root: XmlElement): ReadCase[] => childrenOf(root, 'Cases').map((element) => {
  const name = (element.attributes['name'] ?? '').trim();
  return { guid: guidOf(element.attributes['guid']), name: name === '' ? null : name, element, sources: referencesIn(element, 'SourceRef'), selections: referencesIn(element, 'SelectionRef') };
});
export const isCodedCase = (element: XmlElement): boolean => childNamed(element, 'CodeRef') !== undefined;
