import { Problem } from '../../shared/model/problem.ts';
import { nameKey } from '../../shared/model/text.ts';
import type { Row } from '../../shared/model/schema.ts';
import { attributesInOrder, findAttribute } from './attributes.ts';
import type { Part, PartGroup } from './axis.ts';
import type { Heard } from './heard.ts';
import type { Reader } from './operation.ts';

const order = new Intl.Collator('zh', { numeric: true });
const none: readonly number[] = [];
/** Each in the one group that it has, if any. */
const oneEach = (groupOf: ReadonlyMap<number, number>): Part['within'] => {
  const lists = new Map([...groupOf].map(([id, group]) => [id, [group]]));
  return (id) => lists.get(id) ?? none;
};

/** Adds the group of the people without a value, where there is anyone in it, or text that nobody is known to speak. */
function ofPeople(part: Part['part'], heard: Heard, groups: readonly PartGroup[], groupOf: ReadonlyMap<number, number>): Part {
  const rest = [...heard.people].filter((person) => !groupOf.has(person));
  const isThere = rest.length > 0 || heard.hasUnspoken();
  return {
    part, decides: 'people', groups: isThere ? [...groups, { key: null, label: '', code: null }] : groups,
    within: oneEach(new Map([...groupOf, ...(isThere ? rest.map((person) => [person, groups.length] as const) : [])])),
    ...(isThere ? { unspoken: groups.length } : {}),
  };
}

function participantsPart(project: Reader, heard: Heard): Part {
  const people = project.all('participants').filter(({ id }) => heard.counts(id)).toSorted((a, b) => order.compare(a.name, b.name) || a.id - b.id);
  const groups = people.map(({ id, name }) => ({ key: String(id), label: name, code: null }));
  return ofPeople({ kind: 'participant', name: '', of: null }, heard, groups, new Map(people.map(({ id }, index) => [id, index])));
}
function documentsPart(project: Reader): Part {
  const documents = project.query<{ id: number; name: string }>('SELECT id, name FROM documents').toSorted((a, b) => order.compare(a.name, b.name) || a.id - b.id);
  return {
    part: { kind: 'document', name: '', of: null }, decides: 'document',
    groups: documents.map(({ id, name }) => ({ key: String(id), label: name, code: null })), within: oneEach(new Map(documents.map(({ id }, index) => [id, index]))),
  };
}
function codersPart(project: Reader): Part {
  const coders = project.all('coders', { layer: 'coder' });
  return {
    part: { kind: 'coder', name: '', of: null }, decides: 'coder',
    groups: coders.map(({ id, name }) => ({ key: String(id), label: name, code: null })), within: oneEach(new Map(coders.map(({ id }, index) => [id, index]))),
  };
}

/** Values in the order in which tables show them: a choice's own, else by number or name. */
function valuesInOrder({ kind, choices }: Row<'attributes'>, used: ReadonlySet<string>): string[] {
  const rest = [...used].filter((value) => !choices.includes(value)).toSorted(kind === 'number' ? (a, b) => Number(a) - Number(b) || order.compare(a, b) : order.compare);
  return [...choices, ...rest];
}
/** The attribute of that name: of participants first, else of documents; `participants:NAME` and `documents:NAME` say which. */
function attributeNamed(project: Reader, by: string): Row<'attributes'> | null {
  const [, of, name] = /^(participants|documents):(.*)$/s.exec(by) ?? [];
  return (of === undefined ? null : findAttribute(project, of as 'participants' | 'documents', name!)) ?? findAttribute(project, 'participants', by) ?? findAttribute(project, 'documents', by);
}
function attributePart(project: Reader, heard: Heard, attribute: Row<'attributes'>): Part {
  const part = { kind: 'attribute', name: attribute.name, of: attribute.of } as const;
  const rows = project.all('attributeValues', { attribute: attribute.id });
  const grouped = (values: readonly string[]): PartGroup[] => values.map((value) => ({ key: value, label: value, code: null }));
  if (attribute.of === 'documents') {
    const values = valuesInOrder(attribute, new Set(rows.map((row) => row.value)));
    const groupOf = new Map(rows.map((row) => [row.document!, values.indexOf(row.value)]));
    const rest = project.query<{ id: number }>('SELECT id FROM documents').map(({ id }) => id).filter((document) => !groupOf.has(document));
    const groups = grouped(values);
    return {
      part, decides: 'document', groups: rest.length === 0 ? groups : [...groups, { key: null, label: '', code: null }],
      within: oneEach(new Map([...groupOf, ...rest.map((document) => [document, values.length] as const)])),
    };
  }
  const counting = rows.filter((row) => heard.counts(row.participant!));
  const values = valuesInOrder(attribute, new Set(counting.map((row) => row.value)));
  return ofPeople(part, heard, grouped(values), new Map(counting.map((row) => [row.participant!, values.indexOf(row.value)])));
}

/** A part of an axis whose groups are those of an attribute, documents, participants or coders; null where nothing is called so. */
export function groupsPart(project: Reader, heard: Heard, by: string): Part | null {
  const plain = nameKey(by);
  if (plain === 'document') return documentsPart(project);
  if (plain === 'participant') return participantsPart(project, heard);
  if (plain === 'coder') return codersPart(project);
  const attribute = attributeNamed(project, by);
  return attribute && attributePart(project, heard, attribute);
}
export const noSuchAttribute = (project: Reader, by: string): Problem => new Problem('no-such-attribute', { attribute: by, known: attributesInOrder(project).map(({ name }) => name).join(', ') });
