import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { faultsOf, ownFaults } from '../../shared/model/faults.ts';
import { createWords } from '../../shared/words/index.ts';
import { sayFaults } from '../../shared/words/sayFaults.ts';
import { statistics } from '../../shared/statistics/index.ts';

const shape = z.strictObject({
  number: z.number(), count: z.int().min(0), order: z.enum(['up', 'down']), several: z.array(z.string()).min(2), either: z.union([z.string(), z.number()]), short: z.string().max(2), level: z.number().gt(0).lt(1), single: z.array(z.number()).max(1),
  form: z.string().regex(/^a/), row: z.array(z.array(z.int())), flag: z.boolean(), whole: z.int(), way: z.union([z.object({ table: z.array(z.number()) }), z.object({ counts: z.string() })]), own: z.unknown().refine(() => false, 'rows of one length'), other: z.unknown().refine(() => false, 'a requirement without words'),
});
const given = { count: -1, order: 'left', several: ['a'], either: true, short: 'abc', level: 1, single: [1, 2], form: 'b', row: [[1], [2, 'x']], flag: 'yes', whole: 1.5, way: { table: ['x'] }, own: 1, other: 1, colour: 1 };
/** All faults, though a person is shown the first. */
const said = (language: 'en' | 'zh') => shape.safeParse(given).error!.issues.map((issue) => sayFaults(createWords(language), faultsOf({ issues: [issue] })));

test('every kind of fault is said in the person’s language, with its place', () => {
  expect(said('en')).toEqual([
    'number: is missing', 'count: no less than 0', 'order: one of up, down', 'several: at least 2 entries', 'either: should be text or a number', 'short: at most 2 characters', 'level: less than 1', 'single: at most one entry', 'form: is not as it should be',
    'row.1.1: should be a number', 'flag: should be true or false', 'whole: should be a whole number', 'way.table.0: should be a number', 'own: rows of one length', 'other: is not as it should be', 'colour is not known here',
  ]);
  expect(said('zh')).toEqual([
    'number：缺少', 'count：不得小于 0', 'order：应为 up, down 之一', 'several：至少 2 项', 'either：应为文本或数字', 'short：至多 2 个字符', 'level：应小于 1', 'single：至多 1 项', 'form：格式不符',
    'row.1.1：应为数字', 'flag：应为true 或 false', 'whole：应为整数', 'way.table.0：应为数字', 'own：各行长度应相同', 'other：格式不符', '此处没有 colour 这一项',
  ]);
});
test('what is asked of inputs besides their types has words', () => {
  const folder = new URL('../../shared/statistics/', import.meta.url);
  const asked = readdirSync(folder).flatMap((file) => [...readFileSync(new URL(file, folder), 'utf8').matchAll(/(?:\.refine\(.*, |addIssue\()'([^']+)'\)/g)].map(([, message]) => message!));
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter((message) => !Object.hasOwn(ownFaults, message))).toEqual([]);
});
test('no English stands in what Chinese says of an empty input of any statistic', () => {
  for (const { input, example } of statistics)
    for (const wrong of [{}, null, Object.fromEntries(Object.keys(example).map((key) => [key, 'x']))]) {
      const { error } = input.safeParse(wrong);
      if (error) expect(sayFaults(createWords('zh'), faultsOf(error)).replace(new RegExp(Object.keys(example).join('|'), 'g'), '')).not.toMatch(/expected|Invalid|received|missing|should| is /);
    }
});
