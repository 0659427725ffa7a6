import { expect, test } from 'vitest';
import { checkArchive } from '../../electron/formats/archive.ts';
import { readTranscript } from '../../electron/formats/index.ts';
import type { Engine } from '../../electron/core/engine.ts';
import type { IncomingFile } from '../../electron/ops/operation.ts';
import type { NewPart } from '../../shared/model/report.ts';
import { newStudy } from '../helpers/study.ts';
import { below, readXml, wordsOf, type Node } from '../helpers/xml.ts';

/** Two nurses and a doctor; both nurses speak of pay, one three times, and nobody is a manager. */
async function wards(): Promise<Engine> {
  const engine = newStudy();
  const lines = ['Ana: the pay is low', 'Ana: the pay <again>', 'Ana: and pay & more pay', 'Bo: pay, too', 'Cai: 我很累'];
  const text = lines.map((line) => line.replace(/^\w+: /, '')).join('\n');
  let at = 0;
  const turns = lines.map((line) => { const said = line.replace(/^\w+: /, ''); const turn = { start: at, end: at + said.length, participant: line.split(':')[0]!, label: '', time: null }; at += said.length + 1; return turn; });
  const code = (name: string) => ({ path: [name], facet: 'dimension' as const, definition: `${name} <defined>`, include: '', exclude: '', example: '', scale: [] });
  const coding = (turn: number, name: string) => ({ document: 'Ward', start: turns[turn]!.start, end: turns[turn]!.end, code: [name], facet: 'dimension' as const, coder: 'Lin', rating: null, party: null, counterparty: null, memo: '', created: 0 });
  await engine.call('study.take', { snapshot: {
    name: 'Wards', description: '', attributes: [{ name: 'Group', of: 'participants', kind: 'choice', choices: ['nurse', 'doctor', 'manager'] }],
    participants: [['Ana', 'nurse'], ['Bo', 'nurse'], ['Cai', 'doctor']].map(([name, group]) => ({ name: name!, role: 'interviewee' as const, values: { Group: group! } })),
    codes: [code('pay'), code('strain')], documents: [{ name: 'Ward', text, values: {}, turns }], codings: [coding(0, 'pay'), coding(1, 'pay'), coding(2, 'pay'), coding(3, 'pay'), coding(4, 'strain')],
  } });
  return engine;
}
const parts: NewPart[] = [
  { type: 'heading', text: 'Pay & strain' }, { type: 'text', text: 'What we asked.\n\n第二段 <b>不是粗体</b>。' },
  { type: 'exhibit', kind: 'table', asked: { columns: 'Group', count: 'codings' }, title: 'Who speaks of pay', quotations: 2 },
  { type: 'exhibit', kind: 'quotations', asked: { code: 'pay', most: 2 } }, { type: 'exhibit', kind: 'codebook', asked: {} },
];
const written = async (engine: Engine, report: number, format: string, language: 'en' | 'zh' = 'en') => await engine.call('report.export', { report, format, language }) as unknown as IncomingFile;
const pageOf = ({ bytes }: IncomingFile) => readXml(/<main>[\s\S]*<\/main>/.exec(new TextDecoder().decode(bytes))![0]);
const wordOf = (file: IncomingFile) => readXml(new TextDecoder().decode(checkArchive(file).get('word/document.xml')));
const tablesIn = (root: Node, table: string, row: string, cell: readonly string[]) => below(root, table).map((each) => below(each, row).map((line) => line.children.flatMap((child) => (typeof child !== 'string' && cell.includes(child.name) ? [wordsOf(child)] : []))));
/** What differs from one minute to the next. */
const undated = (text: string) => text.replace(/(?:Counted on|Made:|统计时间：|生成时间：?) ?[^.<·]*?(?=[.<·]|$)/g, '');

test('a report has its parts in the author’s order, as a page and as Word, with the numbers of the table in both', async () => {
  const engine = await wards();
  const { report } = await engine.call('report.create', { name: 'Wards <2026>', parts });
  const table = await engine.call('table.make', { columns: 'Group', count: 'codings' });
  expect(table.cells).toEqual([[4, 0, null], [0, 1, null]]);
  const page = pageOf(await written(engine, report, 'html'));
  const word = wordOf(await written(engine, report, 'docx'));
  const rows = [['pay', '4', '0', '–'], ['strain', '0', '1', '–']];
  expect(tablesIn(page, 'table', 'tr', ['th', 'td'])[0]!.slice(1)).toEqual(rows);
  expect(tablesIn(word, 'w:tbl', 'w:tr', ['w:tc'])[0]!.slice(1)).toEqual(rows);
  expect(tablesIn(page, 'table', 'tr', ['th', 'td'])[0]![0]).toEqual(['Code', 'nursen 2', 'doctorn 1', 'managern 0']);
  expect(below(page, 'a').map((link) => [wordsOf(link), link.attributes['href']])).toEqual([['Pay & strain', '#part1'], ['Who speaks of pay', '#part3'], ['Quotations: pay', '#part4'], ['Codebook', '#part5']]);
  expect(below(word, 'w:hyperlink').map((link) => [wordsOf(link), link.attributes['w:anchor']])).toEqual([['Pay & strain', 'part1'], ['Who speaks of pay', 'part3'], ['Quotations: pay', 'part4'], ['Codebook', 'part5']]);
  expect(below(word, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name'])).toEqual(['part1', 'part3', 'part4', 'part5']);
  for (const text of [wordsOf(page), wordsOf(word)]) {
    expect(text).toContain('第二段 <b>不是粗体</b>。');
    expect(text).toContain('–: nobody was interviewed or asked, which is not zero.');
    expect(text).toContain('Mostly one person: pay, nurse: Ana speaks in 3 of 4 quotations.');
    expect(text).toContain('2 of 4 passages, 2 people speaking.');
    expect(text.match(/Study: Study · /g)).toHaveLength(3);
    expect(text.match(/Codebook: no version named, 2 codes · Made: /g)).toHaveLength(3);
    expect(text.indexOf('What we asked.')).toBeLessThan(text.indexOf('How often each code was given.'));
  }
  // Two quotations of the cell, of two people.
  expect(below(page, 'blockquote').slice(0, 2).map((quotation) => quotation.children[0])).toEqual(['the pay is low', 'pay, too']);
});

test('a report exported twice without a change is the same but for the date; after recoding its numbers are the new ones', async () => {
  const engine = await wards();
  const { report } = await engine.call('report.create', { name: 'R', parts });
  const text = async (format: string) => { const file = await written(engine, report, format); return undated(format === 'html' ? new TextDecoder().decode(file.bytes) : wordsOf(wordOf(file))); };
  for (const format of ['html', 'docx']) expect(await text(format)).toBe(await text(format));
  const before = await text('html');
  const [first] = await engine.call('coding.list', { document: 1 });
  await engine.call('coding.remove', { codings: [first!.id] });
  expect(tablesIn(pageOf(await written(engine, report, 'html')), 'table', 'tr', ['th', 'td'])[0]![1]).toEqual(['pay', '3', '0', '–']);
  await engine.call('history.undo', {});
  expect(await text('html')).toBe(before);
});

test('parts are added, changed, moved and taken out one step at a time, each undone by one undo', async () => {
  const engine = await wards();
  const { report } = await engine.call('report.create', { name: 'R', parts: parts.slice(0, 2) });
  const shown = async () => (await engine.call('report.read', { report })).parts.map((part) => ('text' in part ? part.text : part.kind));
  const { part } = await engine.call('report.add', { report, part: { type: 'exhibit', kind: 'codebook', asked: {} }, after: 1 });
  expect(await shown()).toEqual(['Pay & strain', 'codebook', expect.stringContaining('What we asked')]);
  await engine.call('report.move', { report, part, after: 0 });
  expect((await shown())[0]).toBe('codebook');
  await engine.call('report.change', { report, part: { id: 1, type: 'heading', text: 'Money', level: 2 } });
  expect(await shown()).toEqual(['codebook', 'Money', expect.stringContaining('What we asked')]);
  await engine.call('report.take', { report, part: 1 });
  await engine.call('report.add', { report, part: { type: 'text', text: 'last' } });
  expect(await shown()).toEqual(['codebook', expect.stringContaining('What we asked'), 'last']);
  await expect(engine.call('report.move', { report, part, after: 99 })).rejects.toMatchObject({ code: 'not-found' });
  for (let step = 0; step < 5; step++) await engine.call('history.undo', {});
  expect(await shown()).toEqual(['Pay & strain', expect.stringContaining('What we asked')]);
  const copy = await engine.call('report.duplicate', { report });
  expect(copy.name).toBe('R 2');
  await expect(engine.call('report.rename', { report, name: 'r 2' })).rejects.toMatchObject({ code: 'name-taken' });
  await engine.call('report.remove', { report });
  expect((await engine.call('report.list', {})).map(({ name }) => name)).toEqual(['R 2']);
});

test('a part that cannot be made any more says so in its place and keeps the others', async () => {
  const engine = await wards();
  const { report } = await engine.call('report.create', { name: 'R', parts: [...parts, { type: 'exhibit', kind: 'table', asked: { columns: 'Nothing' }, title: 'Gone' }, { type: 'text', text: 'The end.' }] });
  const page = wordsOf(pageOf(await written(engine, report, 'html')));
  expect(page).toContain('This part cannot be made. There is no attribute “Nothing”');
  expect(page).toContain('The end.');
});

test('in Chinese all of the program’s words are Chinese, and the file can be read again', async () => {
  const engine = await wards();
  const { report } = await engine.call('report.create', { name: '病房', parts });
  const file = await written(engine, report, 'docx', 'zh');
  expect(file.name).toBe('病房.docx');
  const text = wordsOf(wordOf(file));
  expect(text).toContain('主要出自一人：pay, nurse：4 条引文中有 3 条出自 Ana。');
  expect(text).toContain('–：无人受访或未被问到，不等于零。');
  expect(text).not.toMatch(/Codebook|Made|interviewed|Quotations/);
  const read = await readTranscript(file, {});
  expect(JSON.stringify(read)).toContain('第二段 <b>不是粗体</b>。');
});

test('a report that is made again after recoding says which numbers changed since, and of how many; asked otherwise it compares nothing', async () => {
  const engine = await wards();
  const { report } = await engine.call('report.create', { name: 'R', parts });
  const notes = async (language: 'en' | 'zh' = 'en') => (await engine.call('report.show', { report, part: 3, language })).exhibit!.notes.filter((note) => /last made|上次生成/.test(note));
  expect(await notes()).toEqual([]);
  await engine.call('report.made', { report });
  expect(await notes()).toEqual([expect.stringMatching(/^No number has changed since it was last made \(.*\)\.$/)]);
  expect(await notes('zh')).toEqual([]);
  const [first] = await engine.call('coding.list', { document: 1 });
  await engine.call('coding.remove', { codings: [first!.id] });
  await engine.call('code.create', { name: 'rota', facet: 'dimension' });
  expect(await notes()).toEqual([expect.stringMatching(/^Since it was last made \(.*\): one of 6 numbers changed: pay, nurse: 4 → 3\. new: rota\.$/)]);
  expect(wordsOf(wordOf(await written(engine, report, 'docx')))).toContain('pay, nurse: 4 → 3');
  expect(wordsOf(pageOf(await written(engine, report, 'html')))).toContain('pay, nurse: 4 → 3');
  await engine.call('report.made', { report });
  expect(await notes()).toEqual([expect.stringContaining('No number has changed')]);
  const part = (await engine.call('report.read', { report })).parts[2]!;
  await engine.call('report.change', { report, part: { ...part, title: 'Money' } as never });
  expect(await notes()).toHaveLength(1);
  await engine.call('report.change', { report, part: { ...part, asked: { columns: 'document' } } as never });
  expect(await notes()).toEqual([]);
});
