import { z } from 'zod';
import { wholeText } from '../../shared/model/fields.ts';
import { Problem } from '../../shared/model/problem.ts';
import { tables } from '../../shared/model/schema.ts';
import { longestValue } from '../../shared/model/values.ts';
import { findAttribute, offered } from './attributes.ts';
import { followValues } from './following.ts';
import { command } from './operation.ts';

const { name, kind, choices } = tables.attributes;
export const changeAttribute = command({
  /** `renamed` gives values another name wherever they stand, in saved questions too, all at once: two that change names with each other do so. */
  input: z.strictObject({
    attribute: z.int().positive(), name: name.check.optional(), kind: kind.check.optional(), choices: choices.check.optional(), position: z.int().min(0).optional(),
    renamed: z.array(z.strictObject({ from: wholeText, to: wholeText.max(longestValue).transform((text) => text.trim()).pipe(z.string().min(1)) })).optional(),
  }),
  run(project, { attribute, choices: given, renamed, ...said }) {
    const fields = given === undefined ? said : { ...said, choices: offered(given) };
    const there = fields.name === undefined ? null : findAttribute(project, project.get('attributes', attribute).of, fields.name);
    if (there && there.id !== attribute) throw new Problem('name-taken', { name: fields.name! });
    project.change('attributes', attribute, fields);
    if (!renamed || renamed.length === 0) return;
    const names = new Map(renamed.map(({ from, to }) => [from, to]));
    followValues(project, project.get('attributes', attribute), names);
    for (const row of project.all('attributeValues', { attribute })) if (names.has(row.value)) project.change('attributeValues', row.id, { value: names.get(row.value)! });
  },
  about: (project, { attribute }) => ({ attribute: project.get('attributes', attribute).name }),
});
