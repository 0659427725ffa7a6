import { z } from 'zod';
import type { MergeChoice } from '../../../shared/model/merge.ts';
import type { WordKey, Words } from '../../../shared/words/index.ts';
import type { Conflict } from './merging.ts';

/** The column's name in the researcher's words, where there are some. */
export function sayField({ say, has }: Words, field: string): string {
  const key = `studyMerge.field.${field}`;
  return has(key) ? say(key as WordKey) : field;
}
/** What differs about what: 'Code · Definition'; 'Memo · Deleted here, used or changed there'. */
export const sayWhat = (words: Words, { table, kind, field }: Pick<Conflict, 'table' | 'kind' | 'field'>): string => `${words.say(`studyMerge.one.${table as 'codes'}`)} · ${kind === 'field' && field !== null ? sayField(words, field) : words.say(`studyMerge.kind.${kind}`)}`;
/** What choosing it does. */
export function sayChoice({ say, has }: Words, { kind, table, field, touches }: Conflict, choice: MergeChoice): string {
  const special = `studyMerge.hint.${kind}.${table}${field === 'name' ? 'Name' : ''}.${choice}`;
  return has(special) ? say(special as WordKey) : say(`studyMerge.hint.${kind}.${choice}` as WordKey, { count: touches });
}

const steps = z.array(z.object({ value: z.number(), anchor: z.string() }));
/** A value as a person reads it: ratings with a true minus, scales step by step, facets and roles by their names. */
export function sayValue({ say, has, number, list }: Words, { field }: Pick<Conflict, 'field'>, value: string | null): string | null {
  if (value === null || value === '') return value === null ? null : '';
  if (field === 'rating') return number(Number(value));
  if (field === 'scale') { const scale = steps.safeParse(JSON.parse(value)); return scale.success ? list(scale.data.map((step) => `${number(step.value)}${step.anchor === '' ? '' : ` ${step.anchor}`}`)) : value; }
  const key = `${field}.${value}`;
  return (field === 'facet' || field === 'role') && has(key) ? say(key as WordKey) : value;
}
