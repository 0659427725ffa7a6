import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { operations } from '../../electron/ops/index.ts';
import { findingCodes, noteCodes, problemCodes } from '../../shared/model/problem.ts';
import { counts } from '../../shared/model/table.ts';
import { createWords, languageFor, languages, type WordKey } from '../../shared/words/index.ts';
import { en } from '../../shared/words/en.ts';
import { zh } from '../../shared/words/zh.ts';

const root = resolve(import.meta.dirname, '../..');
type Tree = { readonly [key: string]: string | Tree };
const leaves = (tree: Tree, path = ''): [string, string][] => Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`)));
const inEnglish = new Map(leaves(en));
const inChinese = new Map(leaves(zh));
const values = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]!).toSorted();
const filesUnder = (folder: string): string[] => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));

test('every word is there in both languages, with the same values in it', () => {
  const chineseFor = (key: string) => inChinese.get(key.replace(/_one$/, '_other'));
  expect([...inEnglish.keys()].filter((key) => !chineseFor(key))).toEqual([]);
  expect([...inChinese.keys()].filter((key) => !inEnglish.has(key))).toEqual([]);
  const differing = [...inEnglish].filter(([key, text]) => !key.endsWith('_one') && values(text).join() !== values(chineseFor(key)!).join());
  expect(differing).toEqual([]);
});

test('Chinese is Chinese and English is English', () => {
  expect([...inEnglish].filter(([key, text]) => /\p{Script=Han}/u.test(text) && key !== 'command.view.language')).toEqual([]);
  const wordless = [...inChinese].filter(([key, text]) => !/\p{Script=Han}/u.test(text.replace(/\{\{\w+\}\}/g, '')) && !/^(export\.|app\.name$|command\.view\.language$|left\.ofAll$)/.test(key) && /[A-Za-z]{2}/.test(text.replace(/\{\{\w+\}\}/g, '')));
  expect(wordless).toEqual([]);
  expect([...inChinese].filter(([, text]) => /[\u4e00-\u9fff][,;:?!]/.test(text))).toEqual([]);
});

test('everything that can go wrong, be found, noted, counted or done has words', () => {
  for (const { id } of languages) {
    const words = createWords(id);
    for (const code of problemCodes) for (const part of ['what', 'way'] as const) expect(words.say(`problem.${code}.${part}`)).not.toBe(`problem.${code}.${part}`);
    for (const code of findingCodes) expect(words.has(`finding.${code}`)).toBe(true);
    for (const code of noteCodes) expect(words.has(`note.${code}`)).toBe(true);
    for (const count of counts) expect(words.has(`count.${count}`)).toBe(true);
    const unsaid = Object.entries(operations).filter(([name, operation]) => operation.kind === 'command' && !words.has(`done.${name}`)).map(([name]) => name);
    expect(unsaid).toEqual([]);
  }
});

test('numbers, plurals, minus and times are written as each language writes them', () => {
  const english = createWords('en');
  const chinese = createWords('zh');
  expect(english.say('tables.people', { count: 1 })).toBe('One person');
  expect(english.say('tables.people', { count: 1309 })).toBe('1,309 people');
  expect(chinese.say('tables.people', { count: 1309 })).toBe('1,309 人');
  expect(english.number(-2)).toBe('\u22122');
  expect(english.percent(0.625)).toBe('63 %');
  expect(chinese.percent(0.625)).toBe('63%');
  expect(english.clock(760_000)).toBe('12:40');
  expect(english.clock(3_725_000)).toBe('1:02:05');
  expect(['zh_CN.UTF-8', 'zh-Hant-TW', 'zh', 'en_GB', 'C', 'zhx'].map(languageFor)).toEqual(['zh', 'zh', 'zh', 'en', 'en', 'en']);
});

test('no words are written into the views themselves', () => {
  const written = filesUnder('renderer').filter((file) => file.endsWith('.tsx')).flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    const found = [
      ...source.matchAll(/(?<![=\w])>\s*([A-Za-z\u4e00-\u9fff][^<>{}=;()]*[a-z\u4e00-\u9fff])\s*<\//g),
      ...source.matchAll(/\s(?:aria-label|placeholder|title|label|alt)="([^"]*[A-Za-z\u4e00-\u9fff][^"]*)"/g),
    ];
    return found.map((match) => `${file.slice(root.length + 1)}: ${match[1]}`);
  });
  // Names of keys are the same in every language.
  expect(written.filter((line) => !/: (Space|Tab|Esc|Shift ↵)$/.test(line))).toEqual([]);
});

test('every word that is declared is said somewhere', () => {
  const source = ['renderer', 'electron', 'shared/words/index.ts', 'shared/words/codebookChanges.ts', 'shared/model', 'shared/pictures', ...readdirSync(join(root, 'shared/words')).filter((name) => name.startsWith('say')).map((name) => `shared/words/${name}`)].flatMap((place) => (place.endsWith('.ts') ? [join(root, place)] : filesUnder(place))).filter((file) => /\.(ts|tsx|mjs)$/.test(file)).map((file) => readFileSync(file, 'utf8')).join('\n');
  const put = /^memos\.(?:kinds?|since|orders|on|md|docx|json)(?:\.|$)|^(correct\.replace\.fate(Hint)?|correct\.people|problem|done|finding|note|facet|facetHint|role|count|kind|excerpt|command|cli|pattern|keys|export|merge|notice|statistics|fault|query\.(?:inWords|orders|places|ratings|sides)|tables\.(?:counted\w*|lying|relations|units|shows|corrections|correctionHints)|conflicts\.(?:levels|kinds|counted|directions|addPoint)|stakeholders\.(?:placing|measures|ways|quadrants|corners|undefinedFor)|agreement\.(?:averages|layers|reads|readsLong|rounds|unitHint|units|unitsIn|verdicts|ways|workedBy|workedHint)|exhibit\.kinds|studyMerge\.(?:kind|table|one|field|hint|choice|decided|count|side_|why|scope|allOf|narrowBy|narrowAll|keptOf)|report\.(?:parts|formats)|exchange\.(?:note|kinds?|export|elements|units|ends|lineEnds|confidences)|picture\.kinds|books\.(?:kind|choice|choiceOf|count|outcome|pushed|reason|state|wouldPush)|handOut\.(?:columns|ways|blind|people|has_\.people)|shared\.(?:by|became))\./;
  const unsaid = [...inEnglish.keys()].map((key) => key.replace(/_(one|other)$/, '')).filter((key) => !put.test(key) && !source.includes(`'${key}'`) && !source.includes(`"${key}"`));
  expect([...new Set(unsaid)] as WordKey[]).toEqual([]);
});
