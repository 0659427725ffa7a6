import { expect, test } from 'vitest';
import { codedStudy, newStudy } from '../helpers/study.ts';
import { callWith } from '../helpers/handing.ts';

test('a quotation comes behind the examples of its code, with its source; twice it is there once; undo takes only it', async () => {
  const engine = newStudy();
  await callWith(engine, { 'GP-07.txt': 'Interviewer: How was the morning?\nDr Hu: I start at six. The same pay as before.\n' }, 'document.import', { files: [{ handle: 'GP-07.txt', title: 'GP-07' }] });
  const { text } = await engine.call('document.read', { document: 1 });
  const { code } = await engine.call('code.create', { name: 'Workload', facet: 'dimension', example: 'Up before dawn.' });
  const coded = async (words: string) => (await engine.call('coding.apply', { document: 1, start: text.indexOf(words), end: text.indexOf(words) + words.length, codes: [{ code }] })).codings[0]!;
  const example = async () => (await engine.call('code.list', {}))[0]!.example;
  const [six, pay] = [await coded('I start at six.'), await coded('The same pay as before')];
  expect(await engine.call('code.example', { coding: six })).toEqual({ code: 'Workload', added: true });
  expect(await engine.call('code.example', { coding: six })).toEqual({ code: 'Workload', added: false });
  await engine.call('code.example', { coding: pay, language: 'zh' });
  expect(await example()).toBe('Up before dawn.\n\n“I start at six.” (GP-07, turn 2)\n\n“The same pay as before”（GP-07，第 2 段）');
  await engine.call('history.undo', {});
  expect(await example()).toBe('Up before dawn.\n\n“I start at six.” (GP-07, turn 2)');
  await expect(engine.call('code.example', { coding: 99 })).rejects.toMatchObject({ code: 'not-found' });
});
test('outside of turns the document alone is the source', async () => {
  const engine = newStudy();
  const described = { definition: '', include: '', exclude: '', example: '', scale: [] };
  await engine.call('study.take', { snapshot: {
    name: 'S', description: '', attributes: [], participants: [], codes: [{ ...described, path: ['tired'], facet: 'theme' }], documents: [{ name: 'Interview', text: 'We were so tired.', values: {}, turns: [] }],
    codings: [{ document: 'Interview', start: 8, end: 16, code: ['tired'], facet: 'theme', coder: 'Lin', rating: null, party: null, counterparty: null, memo: '', created: 0 }],
  } });
  await engine.call('code.example', { coding: 1 });
  expect((await engine.call('code.list', {}))[0]!.example).toBe('“so tired” (Interview)');
});
test('ratings are counted by step, and stay when the scale loses theirs', async () => {
  const { engine, document } = await codedStudy('a b c d e');
  const scale = [-1, 0, 1].map((value) => ({ value, anchor: '' }));
  const { code } = await engine.call('code.create', { name: 'load', facet: 'dimension', scale });
  for (const [start, rating] of [[0, -1], [2, 1], [4, -1], [6, null]] as const) await engine.call('coding.apply', { document, start, end: start + 1, codes: [{ code, rating }] });
  expect(await engine.call('code.ratings', { code })).toEqual([{ rating: -1, codings: 2 }, { rating: 1, codings: 1 }]);
  await engine.call('code.change', { code, scale: scale.slice(1) });
  expect(await engine.call('code.ratings', { code })).toEqual([{ rating: -1, codings: 2 }, { rating: 1, codings: 1 }]);
});
test('a study taken in as plain values brings the other names of its codes, by which they are found', async () => {
  const engine = newStudy();
  const described = { definition: '', include: '', exclude: '', example: '', scale: [] };
  await engine.call('study.take', { snapshot: { name: 'S', description: '', attributes: [], participants: [], documents: [], codings: [], codes: [{ ...described, path: ['Workload'], facet: 'dimension', aliases: ['Strain'] }, { ...described, path: ['Pay'], facet: 'dimension' }] } });
  expect((await engine.call('code.list', {})).map(({ name, aliases }) => [name, aliases])).toEqual([['Workload', ['Strain']], ['Pay', []]]);
  await expect(engine.call('table.make', { columns: 'document', rows: 'strain' })).resolves.toMatchObject({ rows: [{ codes: [{ path: 'Workload' }] }] });
  await engine.call('code.change', { code: 2, aliases: ['Wages', '工资'] });
  await expect(engine.call('table.make', { columns: 'document', rows: '工资' })).resolves.toMatchObject({ rows: [{ codes: [{ path: 'Pay' }] }] });
});
