import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import { englishBases } from '../../electron/ops/baseForms.ts';
import { hasWord, segment, wordKey, wordList } from '../../electron/ops/segmenting.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { countableStudies } from '../helpers/countable.ts';
import { eachStudy as eachRandom } from '../helpers/eachStudy.ts';

const pieces = fc.constantFrom('医院', '护士长', '的', '绩效考核', '药占比', '𠮷', '葛󠄀', '😀', 'DRG', 'day', 'care', "don't", '’', '-', '.', '3.5', ' ', '，', '\n', 'é', 'ｄ', 'ラ', 'ー', 'R', '&', 'D', '\ud800', '\u0000', '1', '年');
const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));
const lists = fc.array(fc.constantFrom('药占比', '医院的', 'day care', 'DRG绩效', 'R&D', '护士', '𠮷', '😀', 'care'), { maxLength: 4 });
const wordsOf = (text: string, list: readonly string[] = []): string[] => {
  const { starts, ends } = segment(text, wordList(list));
  return Array.from(starts, (start, index) => text.slice(start, ends[index]));
};

test('words stand in the text in its order, do not overlap, cut no character in two, and leave out nothing that could be counted', () => fc.assert(fc.property(texts, lists, (text, list) => {
  const { starts, ends } = segment(text, wordList(list));
  let reached = 0;
  starts.forEach((start, index) => {
    const end = ends[index]!;
    expect(start).toBeGreaterThanOrEqual(reached);
    expect(end).toBeGreaterThan(start);
    for (const edge of [start, end]) expect(/^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(edge - 1, edge + 1))).toBe(false);
    expect(hasWord(text.slice(reached, start))).toBe(false);
    expect(hasWord(text.slice(start, end))).toBe(true);
    reached = end;
  });
  expect(hasWord(text.slice(reached))).toBe(false);
}), { numRuns: 400, seed: 20261122 }));

test('a listed word is kept whole wherever it stands by itself, and no list has to do with the next', () => fc.assert(fc.property(texts, lists, (text, list) => {
  const before = wordsOf(text);
  expect(wordsOf(`甲，药占比，${text}`, [...list, '药占比'])).toContain('药占比');
  wordsOf(text, list);
  expect(wordsOf(text)).toEqual(before);
}), { numRuns: 200, seed: 20261122 }));

test.each([
  ['访谈员问我们县医共体的药占比', ['访谈员', '药占比', '医共体'], '访谈员 问 我们 县 医共体 的 药占比'],
  ["The co-op’s day  care isn't 3.5 km.", ['day care'], "The co-op’s day  care isn't 3.5 km"],
  ['做了B超和CT检查', [], '做 了 B超 和 CT 检查'],
  ['DRG付费和R&D', ['drg付费', 'r&d'], 'DRG付费 和 R&D'],
  ['南京市长江大桥', [], '南京市 长江大桥'],
  ['𠮷医院😀', [], '𠮷 医院'],
  ['医务人员', ['员'], '医务人员'],
])('%s', (text, list, expected) => {
  expect(wordsOf(text, list).join(' ')).toBe(expected);
});

const eachStudy = (numRuns: number, work: (engine: Engine, study: Snapshot) => Promise<void>): Promise<void> => eachRandom(countableStudies, { numRuns, seed: 20261122 }, work);

interface Said { readonly key: string; readonly document: string; readonly speaker: string | null; readonly group: string | null; readonly start: number }
/** Every word that counts, one by one, as somebody with a pencil would go through the texts. */
function saidIn(study: Snapshot, by: string, speakers: 'interviewees' | 'all', within: string | null): Said[] {
  return study.documents.flatMap(({ name, text, turns, values }) => {
    const { starts, ends } = segment(text, wordList([]));
    return Array.from(starts).flatMap((start, index): Said[] => {
      const turn = turns.find((each) => each.start <= start && start < each.end);
      if (!turn && turns.some((each) => each.start < each.end)) return [];
      const speaker = turn?.participant ?? null;
      const person = study.participants.find((each) => each.name === speaker);
      if (person && speakers === 'interviewees' && person.role !== 'interviewee') return [];
      const inside = within === null || study.codings.some((coding) => coding.document === name && coding.start <= start && start < coding.end && coding.code.join(' > ').concat(' > ').startsWith(`${within} > `));
      if (!inside) return [];
      const group = by === 'document' ? name : by === 'participant' ? speaker : by === 'Site' ? values['Site'] ?? null : person?.values['Group'] ?? null;
      return [{ key: wordKey(text.slice(start, ends[index])), document: name, speaker, group, start }];
    });
  });
}
const distinct = (values: readonly unknown[]) => new Set(values).size;

test('every count of words is what going through the texts word by word would give', () => eachStudy(30, async (engine, study) => {
  const names = new Map<string, string>([...(await engine.call('document.list', {})).map(({ id, name }) => [`document/${id}`, name] as const), ...(await engine.call('participant.list', {})).map(({ id, name }) => [`participant/${id}`, name] as const)]);
  for (const by of ['Group', 'Site', 'document', 'participant'])
    for (const speakers of ['interviewees', 'all'] as const)
      for (const within of [null, study.codes[0]!.path.join(' > ')]) {
        const said = saidIn(study, by, speakers, within);
        const table = await engine.call('words.table', { by, speakers, stops: 'none', limit: 2000, ...(within === null ? {} : { within: { code: within } }) });
        expect(table.words).toBe(said.length);
        expect(table.documents).toBe(distinct(said.map(({ document }) => document)));
        expect(table.rows.map(({ key }) => key).toSorted()).toEqual([...new Set(said.map(({ key }) => key))].toSorted());
        for (const { key, count, documents, people } of table.rows) {
          const ours = said.filter((each) => each.key === key);
          expect({ count, documents, people }).toEqual({ count: ours.length, documents: distinct(ours.map(({ document }) => document)), people: distinct(ours.flatMap(({ speaker }) => speaker ?? [])) });
        }
        for (const [index, column] of table.columns.entries()) {
          const label = column.key === null ? null : names.get(`${by}/${column.key}`) ?? column.key;
          const here = said.filter(({ group }) => group === label);
          expect(column.words).toBe(here.length);
          for (const { key, cells } of table.rows) {
            const ours = here.filter((each) => each.key === key);
            const cell = cells[index];
            if (!cell) { expect(ours).toEqual([]); continue; }
            const byPerson = Object.values(Object.groupBy(ours.filter(({ speaker }) => speaker !== null), ({ speaker }) => speaker!)).map((each) => each!.length);
            expect({ count: cell.count, documents: cell.documents, people: cell.people, most: cell.most }).toEqual({
              count: ours.length, documents: distinct(ours.map(({ document }) => document)), people: byPerson.length, most: ours.length === 0 ? 0 : Math.max(0, ...byPerson) / ours.length,
            });
          }
        }
        const [first] = table.rows;
        if (!first) continue;
        const { total, lines } = await engine.call('words.kwic', { word: first.word, by, speakers, limit: 5000, ...(within === null ? {} : { within: { code: within } }) });
        expect(total).toBe(first.count);
        expect(lines.map((line) => `${line.documentName}/${line.start}`).toSorted()).toEqual(said.filter(({ key }) => key === first.key).map((each) => `${each.document}/${each.start}`).toSorted());
        for (const line of lines) expect(wordKey(line.word)).toBe(first.key);
      }
}), 120_000);

test('by their base form words are counted as the sum of their forms, and nothing else changes', () => eachStudy(12, async (engine) => {
  const base = englishBases();
  for (const by of ['Group', 'document']) {
    const asked = { by, stops: 'none', limit: 2000 } as const;
    const [plain, joined] = [await engine.call('words.table', asked), await engine.call('words.table', { ...asked, base: true })];
    expect([joined.words, joined.documents, joined.people, joined.columns]).toEqual([plain.words, plain.documents, plain.people, plain.columns]);
    expect(joined.rows.map(({ key }) => key).toSorted()).toEqual([...new Set(plain.rows.map(({ key }) => base(key)))].toSorted());
    for (const { key, count, cells, forms } of joined.rows) {
      const own = plain.rows.filter((row) => base(row.key) === key);
      expect(count).toBe(own.reduce((sum, row) => sum + row.count, 0));
      expect(cells.map((cell) => cell?.count ?? null)).toEqual(cells.map((cell, column) => (cell ? own.reduce((sum, row) => sum + row.cells[column]!.count, 0) : null)));
      expect(forms.map((form) => `${form.key} ${form.count}`).toSorted()).toEqual(own.map((row) => `${row.key} ${row.count}`).toSorted());
      expect((await engine.call('words.kwic', { word: forms[0]!.key, base: true, by })).total).toBe(count);
    }
  }
}), 60_000);

test('a base form is its own, whatever stands in a text', () => {
  const base = englishBases();
  fc.assert(fc.property(fc.oneof(texts, fc.stringMatching(/^[a-z]{1,9}(?:s|es|ed|ing|ies|men|'s)?$/), fc.constantFrom('constructor', '__proto__', 'tostring')), (word) => {
    const found = base(wordKey(word));
    expect(typeof found).toBe('string');
    expect(base(found)).toBe(found);
    if (!/[a-z]/.test(wordKey(word))) expect(found).toBe(wordKey(word));
  }), { numRuns: 2000 });
});
test.each([
  ['be', 'was is are were been'], ['doctor', "doctors doctor's"], ['woman', 'women'], ['policy', 'policies'], ['code', 'coded coding codes'], ['hope', 'hoped hoping'], ['hop', 'hopped'],
  ['plan', 'planned planning plans'], ['meet', 'met meeting meetings'], ['life', 'lives'], ['believe', 'believes believed'], ['number', 'numbers'], ['his', 'his'], ['process', 'processes'], ['news', 'news'], ['data', 'data'],
  ['need', 'needs needed'], ['seed', 'seeds'], ['day care', 'day care'], ['医生', '医生'], ['clinic', 'clinics'], ['physics', 'physics'], ['analysis', 'analyses'], ['virus', 'viruses'], ['this', 'this'], ["it's", "it's"], ['would', 'would'],
])('%s: %s', (expected, forms) => {
  const base = englishBases();
  for (const form of expected === forms ? [forms] : forms.split(' ')) expect(base(form)).toBe(expected);
});
