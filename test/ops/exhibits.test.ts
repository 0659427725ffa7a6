import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkArchive } from '../../electron/formats/archive.ts';
import { exhibitFormats } from '../../electron/formats/exhibitFormats.ts';
import { cellsInWords } from '../../electron/formats/exhibitCells.ts';
import { layoutOf } from '../../electron/formats/exhibitLayout.ts';
import { articleOf } from '../../electron/formats/exhibitPage.ts';
import { readSheet } from '../../electron/formats/sheet.ts';
import { room } from '../../electron/formats/wordFile.ts';
import { exhibits } from '../../electron/ops/exhibits.ts';
import { oneSided } from '../../electron/ops/oneSided.ts';
import type { IncomingFile } from '../../electron/ops/operation.ts';
import { spread } from '../../electron/ops/quoting.ts';
import { digitsOf, headingsOf, pathsOf, type Exhibit } from '../../shared/model/exhibit.ts';
import { createWords, languages } from '../../shared/words/index.ts';
import { countableStudies } from '../helpers/countable.ts';
import { newStudy } from '../helpers/study.ts';
import { below, readXml, wordsOf } from '../helpers/xml.ts';

const words = createWords('en');
const origin = { title: 'About', codebook: 'Version 2', lines: [['Study', 'Wards & <Co>'], ['Table', 'a by b'], ['n', '3 people'], ['Codebook', 'Version 2'], ['Made', 'today']] as [string, string][] };
const evil = '=HYPERLINK("http://x","y") <script>alert(1)</script> & ]]> \u0001';
const nasty = fc.constantFrom('', 'pay', evil, '@nurses', '＋heads', '-2', 'a\nb', '医院 管理者', '|x|', '</td>', '2/4');
const made: fc.Arbitrary<Exhibit> = fc.integer({ min: 1, max: 14 }).chain((width) => fc.record({
  title: nasty.map((text) => text || 'Title'), subtitle: nasty, corner: nasty, notes: fc.array(nasty.filter(Boolean), { maxLength: 3 }), n: nasty, asked: fc.constant([]),
  columns: fc.array(fc.record({ label: nasty, over: fc.constantFrom('', 'pilot', '<b>'), n: fc.option(fc.nat(2000)) }), { minLength: width, maxLength: width }),
  rows: fc.array(fc.record({
    label: nasty, depth: fc.nat(3), facet: fc.constantFrom('dimension' as const, null),
    cells: fc.array(fc.oneof(fc.constant(null), fc.constant(0), fc.integer({ min: -5, max: 5000 }), fc.double({ min: -2, max: 100, noNaN: true }).map((value) => Math.round(value * 100) / 100 + 0), nasty), { minLength: width, maxLength: width }),
  }), { minLength: 1, maxLength: 6 }),
  quotations: fc.array(fc.record({ of: fc.constantFrom('', 'pay, GPs'), speaker: nasty, document: nasty, turn: fc.option(fc.nat(99)), text: nasty.map((text) => text || 'said') }), { maxLength: 4 }),
}));
const written = async (exhibit: Exhibit, format: string): Promise<IncomingFile> => ({ name: `x.${format}`, bytes: await exhibitFormats.find(({ id }) => id === format)!.write(exhibit, { words, origin, picture: null }) });
const textOf = (file: IncomingFile) => new TextDecoder().decode(file.bytes);
/** What XML can hold of a text. */
const inXml = (text: string) => text.replaceAll('\u0001', '');

const wordXml = (file: IncomingFile, part = 'word/document.xml') => readXml(new TextDecoder().decode(checkArchive(file).get(part)));
/** The page between its <main> tags, which is XML too. */
const pageOf = (file: IncomingFile) => readXml(/<main>[\s\S]*<\/main>/.exec(textOf(file))![0]);

describe('an exhibit leaves the program', () => {
  test('as Word: every number, heading and word of every cell stands in tables whose columns together are those of the exhibit', () => fc.assert(fc.asyncProperty(made, async (exhibit) => {
    const document = wordXml(await written(exhibit, 'docx'));
    const tables = below(document, 'w:tbl').map((table) => below(table, 'w:tr').map((row) => ({ head: below(row, 'w:tblHeader').length > 0, cells: below(row, 'w:tc').map((cell) => below(cell, 'w:t').map(wordsOf)) })));
    const shown = cellsInWords(exhibit, words);
    const lines = (text: string) => inXml(text).split('\n');
    const body = exhibit.rows.map((_, row) => tables.flatMap((table) => table.filter(({ head }) => !head)[row]!.cells.slice(1)));
    expect(body).toEqual(exhibit.rows.map((_, row) => shown[row]!.map(lines)));
    for (const table of tables) {
      expect(table.filter(({ head }) => !head).map(({ cells }) => cells[0])).toEqual(exhibit.rows.map(({ label }) => lines(label)));
      expect(table[0]!.head).toBe(true);
    }
    expect(tables.flatMap((table) => table.filter(({ head }) => head).at(-1)!.cells.slice(1))).toEqual(exhibit.columns.map(({ label, n }) => [...lines(label), ...(n === null ? [] : ['', `n ${words.number(n)}`])]));
    const all = below(document, 'w:t').map(wordsOf).join('\n');
    for (const text of [...exhibit.notes, ...exhibit.quotations.map(({ text: said }) => said), 'Codebook: Version 2', 'n: 3 people', 'Made: today']) for (const line of lines(text)) expect(all).toContain(line);
  }), { numRuns: 40 }));

  test('as a page: the same, well-formed, with no script and nothing from elsewhere', () => fc.assert(fc.asyncProperty(made, async (exhibit) => {
    const file = await written(exhibit, 'html');
    const page = pageOf(file);
    const shown = cellsInWords(exhibit, words);
    expect(below(below(page, 'tbody')[0]!, 'tr').map((row) => below(row, 'td').map(wordsOf))).toEqual(shown.map((row) => row.map(inXml)));
    expect(below(below(page, 'tbody')[0]!, 'tr').map((row) => wordsOf(below(row, 'th')[0]!))).toEqual(exhibit.rows.map(({ label }) => inXml(label)));
    expect(below(page, 'blockquote').map((quotation) => quotation.children[0])).toEqual([...Map.groupBy(exhibit.quotations, ({ of }) => of).values()].flat().map(({ text }) => inXml(text)));
    expect(textOf(file)).not.toMatch(/<script|<link|src=|href="(?!#)|@import|url\(/);
    expect(wordsOf(page)).toContain('Study: Wards & <Co> · Table: a by b · n: 3 people · Codebook: Version 2 · Made: today');
  }), { numRuns: 40 }));

  test('as CSV and Excel: numbers are numbers, nobody asked is an empty cell, zero is 0, no text runs, and every row says where it comes from', () => fc.assert(fc.asyncProperty(made, async (exhibit) => {
    const csv = textOf(await written(exhibit, 'csv')).replace(/^\uFEFF/, '');
    expect(csv.match(/(?:^|,|\r\n)"?[=+\-@＝＋－＠][^,\r\n]*/g)?.filter((cell) => !/^[,\r\n]*-?\d+(\.\d+)?$/.test(cell)) ?? []).toEqual([]);
    const book = checkArchive(await written(exhibit, 'xlsx'));
    const sheet = readXml(new TextDecoder().decode(book.get('xl/worksheets/sheet1.xml')));
    const facets = exhibit.rows.some(({ facet }) => facet !== null) ? 1 : 0;
    const heads = (headingsOf(exhibit).length > 0 ? 1 : 0) + 1 + (exhibit.columns.some(({ n }) => n !== null) ? 1 : 0);
    const cells = new Map(below(sheet, 'c').map((cell) => [cell.attributes['r']!, cell]));
    exhibit.rows.forEach((row, index) => row.cells.forEach((value, column) => {
      const place = `${String.fromCharCode(65 + 1 + facets + column)}${index + heads + 1}`;
      const cell = cells.get(place);
      if (typeof value === 'number') { expect(cell?.attributes['t'] ?? 'n').toBe('n'); expect(Number(wordsOf(cell!))).toBe(value); }
      else if (value === null) expect(cell === undefined ? '' : wordsOf(cell)).toBe('');
      else if (value !== '') expect(cell?.attributes['t']).toMatch(/s|inlineStr/);
    }));
    expect(below(sheet, 'f')).toEqual([]);
  }), { numRuns: 40 }));

  test('what CSV says of itself stands in every row, where no machine takes it for data', async () => {
    const exhibit: Exhibit = { title: 'T', subtitle: '', corner: 'Code', n: '3', asked: [], notes: ['Per cent.'], quotations: [], columns: [{ label: 'People', over: 'GPs', n: 3 }, { label: '', over: 'Nobody', n: 0 }], rows: [{ label: 'pay', depth: 0, facet: 'dimension', cells: [0, null] }, { label: 'bonus', depth: 1, facet: 'dimension', cells: [2.5, null] }] };
    const { header, rows } = await readSheet(await written(exhibit, 'csv'));
    expect(header).toEqual(['Code', 'Facet', 'GPs: People', 'Nobody', 'About']);
    expect(rows.map((row) => row.slice(0, 4))).toEqual([['n', '', '3', '0'], ['pay', 'Dimension', '0', ''], ['pay > bonus', 'Dimension', '2.5', '']]);
    for (const row of rows) expect(row[4]).toBe('Title: T; Study: Wards & <Co>; Table: a by b; n: 3 people; Codebook: Version 2; Made: today; empty: nobody was interviewed or asked, which is not zero.');
  });
  test('quotations alone are the rows of a sheet', async () => {
    const exhibit: Exhibit = { title: 'T', subtitle: '', corner: '', n: '1', asked: [], notes: [], columns: [], rows: [], quotations: [{ of: '', speaker: 'Ana', document: 'Ward', turn: 2, text: '=low' }] };
    const first = ['=low', '', 'Ana', 'Ward', '2'];
    expect((await readSheet(await written(exhibit, 'csv'))).rows.map((row) => row.slice(0, 5))).toEqual([first]);
    expect((await readSheet(await written(exhibit, 'xlsx'))).rows).toEqual([first]);
  });
  test('as JSON: the exhibit itself, null where nobody was asked', () => fc.assert(fc.asyncProperty(made, async (exhibit) => {
    const { columns, rows, quotations, notes } = JSON.parse(textOf(await written(exhibit, 'json'))) as Exhibit;
    expect({ columns, rows, quotations, notes }).toEqual(JSON.parse(JSON.stringify({ columns: exhibit.columns, rows: exhibit.rows, quotations: exhibit.quotations, notes: exhibit.notes })));
  })));
  test('the same bytes for the same exhibit', () => fc.assert(fc.asyncProperty(made, fc.constantFrom('csv', 'docx', 'html', 'md', 'json'), async (exhibit, format) => {
    expect((await written(exhibit, format)).bytes).toEqual((await written(exhibit, format)).bytes);
  }), { numRuns: 20 }));
  test('a table of many columns lies on its side and goes on in a further table, each as wide as its page at most', async () => {
    const exhibit: Exhibit = { title: 'T', subtitle: '', corner: 'Code', n: '3', asked: [], notes: [], quotations: [], columns: Array.from({ length: 40 }, (_, index) => ({ label: `Interview ${index}`, over: '', n: null })), rows: [{ label: 'pay', depth: 0, facet: null, cells: Array.from({ length: 40 }, (_, index) => index) }] };
    const document = wordXml(await written(exhibit, 'docx'));
    const tables = below(document, 'w:tbl');
    expect(tables.length).toBeGreaterThan(1);
    expect(below(document, 'w:pgSz').map(({ attributes }) => attributes['w:orient'])).toEqual(['landscape']);
    for (const table of tables) expect(below(table, 'w:gridCol').reduce((sum, column) => sum + Number(column.attributes['w:w']), 0)).toBeLessThanOrEqual(16_838 - 2 * 1134);
    expect(tables.flatMap((table) => below(below(table, 'w:tr').at(-1)!, 'w:tc').slice(1).map(wordsOf))).toEqual(exhibit.rows[0]!.cells.map(String));
  });
});

test('every kind has a name in both languages', () => {
  for (const { id } of languages) for (const kind of exhibits) expect(createWords(id).has(`exhibit.kinds.${kind.id}`), kind.id).toBe(true);
});

test('the table of codes by group is the table that the view shows, to every cell', () => fc.assert(fc.asyncProperty(countableStudies, fc.constantFrom('Group', 'document', 'participant', 'coder'), fc.constantFrom('codings' as const, 'participants' as const, 'words' as const), async (snapshot, by, count) => {
  const engine = newStudy();
  await engine.call('study.take', { snapshot });
  const table = await engine.call('table.make', { columns: by, count });
  const { exhibit, stamp } = await engine.call('exhibit.read', { kind: 'table', asked: { columns: by, count }, quotations: 2 });
  const counted = exhibit.columns.flatMap(({ label }, column) => (label === '%' ? [] : [column]));
  expect(exhibit.rows.map(({ cells }) => counted.map((column) => cells[column]))).toEqual(table.cells);
  expect(exhibit.rows.map(({ label }) => label)).toEqual(table.rows.map(({ labels: [name] }) => name));
  expect(Object.fromEntries(stamp)).toMatchObject({ Study: 'Study', n: expect.stringMatching(/interviewed, in/) as string, Codebook: expect.stringContaining('no version named') as string, Made: expect.any(String) as string });
  for (const { text } of exhibit.quotations) expect(snapshot.documents.some((document) => document.text.includes(text))).toBe(true);
  engine.close();
}), { numRuns: 25 }));

test('a question that is none of its kind, or a kind that nobody knows, is a Problem', async () => {
  const engine = newStudy();
  await expect(engine.call('exhibit.read', { kind: 'table', asked: { wrong: 1 } })).rejects.toMatchObject({ code: 'bad-input' });
  await expect(engine.call('exhibit.read', { kind: 'horoscope', asked: {} })).rejects.toMatchObject({ code: 'no-such-exhibit' });
  await expect(engine.call('exhibit.export', { kind: 'table', asked: { columns: 'Nothing' }, format: 'docx' })).rejects.toMatchObject({ code: 'no-such-attribute' });
});

test('one person in more than half of a cell’s quotations is told, half is not, and two quotations are always somebody’s', () => {
  const name = (person: number) => `P${person}`;
  expect(oneSided([{ of: 'pay, GPs', speakers: [[1], [1], [2]] }], name, words)).toEqual(['Mostly one person: pay, GPs: P1 speaks in 2 of 3 quotations.']);
  expect(oneSided([{ of: 'pay, GPs', speakers: [[1], [1], [2], [3]] }, { of: 'x', speakers: [[1], [1]] }, { of: '', speakers: [] }], name, words)).toEqual([]);
  expect(oneSided([{ of: '', speakers: [[1, 2], [1], [1, 1]] }], name, createWords('zh'))).toEqual(['主要出自一人：3 条引文中有 3 条出自 P1。']);
  expect(oneSided(Array.from({ length: 7 }, (_, index) => ({ of: `c${index}`, speakers: [[1], [1], [1]] })), name, words).at(-1)).toBe('So it is in 2 more cells (of cells with 3 quotations or more).');
});
test('a few quotations are of as many people as they can be', () => {
  expect(spread([{ coding: 1, by: 1 }, { coding: 2, by: 1 }, { coding: 3, by: 2 }, { coding: 4, by: 3 }], 3)).toEqual([1, 3, 4]);
});
test('rows taken out of their order are told apart, neighbours share a heading, and a column has as many digits as it needs', () => {
  const row = (label: string, depth: number, cells: (number | string | null)[] = []) => ({ label, depth, facet: null, cells });
  expect(pathsOf([row('a', 0), row('b', 1), row('c', 2), row('d', 1), row('e', 0), row('f', 2)])).toEqual(['a', 'a > b', 'a > b > c', 'a > d', 'e', 'e > f']);
  const exhibit: Exhibit = { title: '', subtitle: '', corner: '', n: '', asked: [], notes: [], quotations: [], columns: ['x', 'x', '', '', 'x'].map((over) => ({ over, label: '', n: null })), rows: [row('', 0, [1, 1.5, 54.95, null, 'a']), row('', 0, [2, 2, 3, null, 0])] };
  expect(headingsOf(exhibit)).toEqual([{ over: 'x', columns: 2 }, { over: '', columns: 1 }, { over: '', columns: 1 }, { over: 'x', columns: 1 }]);
  expect([0, 1, 2, 3, 4].map((column) => digitsOf(exhibit, column))).toEqual([0, 1, 2, 0, 0]);
});

test('a wide table is printed from a page in parts that each fit, every column once, the rows’ names in each; Word has the same parts', () => fc.assert(fc.property(fc.integer({ min: 12, max: 60 }), fc.integer({ min: 1, max: 9999 }), (width, seed) => {
  const wide: Exhibit = {
    title: 'Wide', subtitle: '', corner: 'Code', n: '', asked: [], notes: [], quotations: [], columns: Array.from({ length: width }, (_, column) => ({ label: `Community managers ${column}`, over: '', n: 7 })),
    rows: ['pay', 'rest'].map((label, row) => ({ label, depth: 0, facet: null, cells: Array.from({ length: width }, (_, column) => (seed * (row + 1) * (column + 3)) % 997) })),
  };
  const { landscape, label, widths, pages } = layoutOf(wide, wide.rows.map(({ cells }) => cells.map(String)));
  expect(landscape).toBe(true);
  expect(pages.flat()).toEqual(widths.map((_, column) => column));
  for (const page of pages) expect(label + page.reduce((sum, column) => sum + widths[column]!, 0)).toBeLessThanOrEqual(room({ landscape: true }));
  const article = readXml(articleOf({ exhibit: wide, origin: { title: '', codebook: '', lines: [] }, picture: null }, words, 1));
  const [screen, ...paper] = below(article, 'table').map((table) => below(table, 'tr').map((row) => row.children.flatMap((cell) => (typeof cell === 'string' ? [] : [wordsOf(cell)]))));
  expect(paper).toHaveLength(pages.length);
  expect(screen!.map(([name]) => name)).toEqual(['Code', 'pay', 'rest']);
  for (const table of paper) expect(table.map(([name]) => name)).toEqual(['Code', 'pay', 'rest']);
  expect(screen!.map((row, index) => paper.flatMap((table) => table[index]!.slice(1)))).toEqual(screen!.map((row) => row.slice(1)));
}), { numRuns: 12 }));
