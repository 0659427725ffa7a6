import { z } from 'zod';
import { wholeText } from '../../shared/model/fields.ts';
import { Problem } from '../../shared/model/problem.ts';
import { tables, type Row } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import { command, query, type Reader, type Writer } from './operation.ts';
import { letGo } from './removal.ts';

const id = z.int().positive();
type Attribute = Row<'attributes'>;

export const attributesInOrder = (project: Reader): Attribute[] => project.all('attributes').toSorted((a, b) => a.position - b.position || a.id - b.id);
export const findAttribute = (project: Reader, of: Attribute['of'], name: string): Attribute | null =>
  attributesInOrder(project).find((attribute) => attribute.of === of && nameKey(attribute.name) === nameKey(name)) ?? null;

/** A choice's values as they are offered: each once, none empty. */
export const offered = (choices: readonly string[]): string[] => [...new Set(choices.map((value) => value.trim()))].filter((value) => value !== '');

export function addAttribute(project: Writer, { name, of, kind = 'text', choices = [], uuid }: Pick<Attribute, 'name' | 'of'> & Partial<Attribute>): number {
  if (findAttribute(project, of, name)) throw new Problem('name-taken', { name });
  return project.add('attributes', { name, of, kind, choices: offered(choices), position: attributesInOrder(project).length, ...(uuid === undefined ? {} : { uuid }) });
}
/** Sets a value; '' takes it away. A choice gains what it did not offer yet. */
export function setValue(project: Writer, attribute: number, target: { participant: number } | { document: number }, given: string): void {
  const value = given.trim();
  const owner = { participant: null, document: null, ...target };
  const there = 'participant' in target ? project.one<{ id: number }>('SELECT id FROM attributeValues WHERE attribute = ? AND participant = ?', attribute, target.participant)
    : project.one<{ id: number }>('SELECT id FROM attributeValues WHERE attribute = ? AND document = ?', attribute, target.document);
  if (value === '') return project.remove('attributeValues', there ? [there.id] : []);
  const { kind, choices } = project.get('attributes', attribute);
  if (kind === 'choice' && !choices.includes(value)) project.change('attributes', attribute, { choices: [...choices, value] });
  if (there) project.change('attributeValues', there.id, { value });
  else project.add('attributeValues', { attribute, ...owner, value });
}

export const listAttributes = query({
  input: z.strictObject({}),
  run(project) {
    const used = Map.groupBy(project.query<{ attribute: number; value: string; n: number }>('SELECT attribute, value, count(*) AS n FROM attributeValues GROUP BY attribute, value ORDER BY value'), (row) => row.attribute);
    return attributesInOrder(project).map((attribute) => ({ ...attribute, values: (used.get(attribute.id) ?? []).map(({ value, n }) => ({ value, n })) }));
  },
});

const { name, of, kind, choices } = tables.attributes;
export const createAttribute = command({
  input: z.strictObject({ name: name.check, of: of.check, kind: kind.check.default('text'), choices: choices.check.default([]) }),
  run: (project, input) => ({ attribute: addAttribute(project, input) }),
  about: (_project, { name: attribute }) => ({ attribute }),
});

export const moveAttribute = command({
  /** Puts an attribute in front of another of its kind of owner; behind all of them where `before` is null. */
  input: z.strictObject({ attribute: id, before: id.nullable() }),
  run(project, { attribute, before }) {
    const moved = project.get('attributes', attribute);
    if (before !== null && project.get('attributes', before).of !== moved.of) throw new Problem('not-found', { table: 'attributes', id: before });
    if (before === attribute) return;
    const rest = attributesInOrder(project).filter((each) => each.id !== attribute);
    const at = before === null ? rest.length : rest.findIndex((each) => each.id === before);
    rest.toSpliced(at, 0, moved).forEach((each, position) => project.change('attributes', each.id, { position }));
  },
  about: (project, { attribute }) => ({ attribute: project.get('attributes', attribute).name }),
});

export const removeAttribute = command({
  input: z.strictObject({ attribute: id }),
  run(project, { attribute }) {
    const { name: removed } = project.get('attributes', attribute);
    project.remove('attributeValues', project.all('attributeValues', { attribute }).map((row) => row.id));
    letGo(project, 'surveys', 'attribute', [attribute]);
    project.remove('attributes', [attribute]);
    return { name: removed };
  },
  about: (_project, _input, { name: attribute }) => ({ attribute }),
});

export const setAttribute = command({
  input: z.strictObject({ attribute: id, participant: id.optional(), document: id.optional(), value: wholeText.max(2000) })
    .refine((input) => (input.participant === undefined) !== (input.document === undefined), 'a participant or a document'),
  run: (project, { attribute, participant, document, value }) => setValue(project, attribute, participant === undefined ? { document: document! } : { participant }, value),
  about: (project, { attribute, participant, document, value }) => ({
    attribute: project.get('attributes', attribute).name, value,
    whose: participant === undefined ? project.get('documents', document!).name : project.get('participants', participant).name,
  }),
});
