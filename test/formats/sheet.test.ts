import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { checkArchive } from '../../electron/formats/archive.ts';
import { guard, unguard } from '../../shared/model/clip.ts';
import { readSheet, writeCsv, writeXlsx, type Cell } from '../../electron/formats/sheet.ts';
import { zip } from '../helpers/docx.ts';
import { fileOf, problemOf } from '../helpers/transcripts.ts';

const csv = (contents: string | Uint8Array, encoding?: string) => readSheet(fileOf('people.csv', contents), { encoding });
const xlsx = (bytes: Uint8Array) => readSheet(fileOf('people.xlsx', bytes));

const scraps = ['=1+1', '＝SUM(A1)', '+', '-3', '@x', '\t', '\r', '\n', "'", "''=", '"', ',', ';', 'we', '我们', '𠮷', '👩‍⚕️', ' ', '　', '_x000D_', '\u2028', '\u0085', '<b>', '&amp;'];
const cell = fc.oneof(fc.array(fc.constantFrom(...scraps), { maxLength: 4 }).map((parts) => parts.join('')), fc.string({ unit: 'grapheme' }))
  .filter((text) => !/[^\P{Cc}\t\n\r\u0085]|[\uFFFD\uFFFE\uFFFF]/u.test(text));
/** A sheet of text: a first row of different names, and others of the same length, in which something stands. */
const sheet = fc.integer({ min: 1, max: 5 }).chain((width) => fc.tuple(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: width, maxLength: width }), fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 })))
  .filter(([, rows]) => rows.flat().some((text) => text !== '')).map(([header, rows]) => ({ header, rows }));

describe('law: a sheet that was written is read as it was', () => {
  test('CSV, with a BOM and without', () => fc.assert(fc.asyncProperty(sheet, fc.boolean(), async ({ header, rows }, bom) => {
    expect(await csv(writeCsv([header, ...rows], { bom }))).toEqual({ encoding: 'UTF-8', header, rows, firstRow: 2 });
  }), { numRuns: 500 }));
  test('XLSX', () => fc.assert(fc.asyncProperty(sheet, async ({ header, rows }) => {
    expect(await xlsx(await writeXlsx([{ name: 'x', rows: [header, ...rows] }]))).toEqual({ encoding: 'Excel', header, rows, firstRow: 2 });
  }), { numRuns: 150 }));
  test('the apostrophe that keeps a formula from running is one, and comes off again', () => fc.assert(fc.property(cell, (text) => {
    expect(unguard(guard(text))).toBe(text);
    expect(/^[=+\-@\t\r\n＝＋－＠]/.test(guard(text))).toBe(false);
  })));
});

describe('writing', () => {
  const rows: Cell[][] = [['quotation', 'n'], ['=HYPERLINK("http://x")', 3], ['＋1', -3.5], ['-', null], ['said "no"\nand left', 0], ['a\u0000b', 1e21]];
  test('CSV is RFC 4180 with CRLF, guards text, and leaves numbers alone', () => {
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(rows.slice(0, 5), { bom: true }))).toBe('\uFEFFquotation,n\r\n"\'=HYPERLINK(""http://x"")",3\r\n\'＋1,-3.5\r\n\'-,\r\n"said ""no""\nand left",0\r\n');
  });
  test('XLSX types text as text, never as a formula, with a bold first row that stays in sight', async () => {
    const bytes = await writeXlsx([{ name: 'Codes / all: [1]', rows }, { name: 'codes   all   1', rows: [['a'], ['b']] }, { name: '', rows: [['说法', 'x'], ['我们医院的收入没有变化', 'y']] }]);
    const parts = checkArchive(fileOf('x.xlsx', bytes));
    const xml = (name: string) => new TextDecoder().decode(parts.get(name));
    const cells = xml('xl/worksheets/sheet1.xml');
    expect(cells).not.toMatch(/<f[ >]/);
    expect(cells.match(/<c [^>]*t="s"[^>]*>/g)).toHaveLength(7);
    expect(cells).toMatch(/<c r="B2"><v>3<\/v>/);
    expect(cells).toMatch(/<c r="B3"><v>-3\.5<\/v>/);
    expect(cells).not.toMatch(/r="B4"/);
    expect(cells).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(xml('xl/sharedStrings.xml')).toContain('<t>=HYPERLINK("http://x")</t>');
    expect(cells).toMatch(/<c r="A1"[^>]* s="[1-9]/);
    expect(xml('xl/styles.xml')).toContain('<b/>');
    expect([...xml('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map((match) => match[1])).toEqual(['Codes   all   1', 'codes   all   1 (2)', 'Sheet']);
    expect(xml('xl/worksheets/sheet3.xml')).toMatch(/<col min="1" max="1" width="24"/);
  });
  test('a quotation longer than a cell of Excel ends in an ellipsis', async () => {
    const { rows: back } = await xlsx(await writeXlsx([{ name: 'x', rows: [['a'], ['𠮷'.repeat(20_000)]] }]));
    expect(back[0]![0]).toHaveLength(32_767);
    expect(back[0]![0]!.isWellFormed()).toBe(true);
    expect(back[0]![0]!.endsWith('𠮷…')).toBe(true);
  });
});

describe('reading', () => {
  const wanted = { header: ['姓名', 'group'], rows: [['王, 小明', 'staff'], ['李', '']], firstRow: 2 };
  test('any delimiter, line end and encoding', async () => {
    for (const delimiter of [',', ';', '\t'])
      for (const ends of ['\n', '\r\n', '\r']) {
        const text = ['姓名|group', '"王, 小明"|staff', '李|'].join(ends).replaceAll('|', delimiter);
        expect(await csv(text)).toEqual({ encoding: 'UTF-8', ...wanted });
        expect(await csv(`\uFEFF${text}${ends}`)).toEqual({ encoding: 'UTF-8', ...wanted });
        expect(await csv(iconv.encode(text, 'gb18030'), 'GB18030')).toEqual({ encoding: 'GB18030', ...wanted });
        expect(await csv(iconv.encode(text, 'utf-16le', { addBOM: true }))).toEqual({ encoding: 'UTF-16 LE', ...wanted });
      }
    const long = ['姓名,单位,意见', ...Array.from({ length: 20 }, (_, index) => `王${index},县医院,我们医院的收入没有什么变化，大家都很忙`)].join('\r\n');
    expect(await csv(iconv.encode(long, 'gb18030'))).toMatchObject({ encoding: 'GB18030', header: ['姓名', '单位', '意见'] });
  });
  test('a sheet of one column, one with semicolons inside, and one with marks that tabs need not quote', async () => {
    expect((await csv('name\nAna\nBen; and Carl\n')).rows).toEqual([['Ana'], ['Ben; and Carl']]);
    expect((await csv('a,b\nx; y; z,1\nx; y,2\nx,3')).rows).toEqual([['x; y; z', '1'], ['x; y', '2'], ['x', '3']]);
    expect((await csv('a\tb\nhe said "no"\t1\n"so\t2')).rows).toEqual([['he said "no"', '1'], ['"so', '2']]);
  });
  test('short rows are padded, long ones keep what they hold, blank lines count as rows', async () => {
    expect(await csv('\n\na,b\n1\n\n1,2,3\n')).toEqual({ encoding: 'UTF-8', header: ['a', 'b', ''], rows: [['1', '', ''], ['', '', ''], ['1', '2', '3']], firstRow: 4 });
    const skipping = '<row r="2"><c r="A2" t="inlineStr"><is><t>name</t></is></c></row><row r="5"><c r="A5" t="inlineStr"><is><t>Ana</t></is></c></row>';
    expect(await xlsx(book(skipping))).toMatchObject({ header: ['name'], rows: [[''], [''], ['Ana']], firstRow: 3 });
  });
  test('XLSX: numbers as they are written, dates as ISO text, what a formula comes to', async () => {
    const cells = '<row r="1"><c r="A1" t="inlineStr"><is><t>when</t></is></c><c r="B1" t="inlineStr"><is><t>n</t></is></c></row><row r="2"><c r="A2" s="1"><v>45292</v></c><c r="B2"><v>0.1</v></c></row><row r="3"><c r="A3" s="1"><v>45292.5</v></c><c r="B3"><f>1+1</f><v>2</v></c></row><row r="4"><c r="A4" t="b"><v>1</v></c></row>';
    expect((await xlsx(book(cells))).rows).toEqual([['2024-01-01', '0.1'], ['2024-01-01 12:00:00', '2'], ['TRUE', '']]);
  });
});

describe('sheets that cannot be read', () => {
  const problem = (contents: string | Uint8Array, name = 'people.csv') => problemOf(readSheet(fileOf(name, contents)));
  test('say why, and where', async () => {
    expect(await problem('')).toEqual({ code: 'empty-file', file: 'people.csv' });
    expect(await problem('name,group\n')).toEqual({ code: 'sheet-empty', file: 'people.csv' });
    expect(await problem('name,Name \n1,2')).toEqual({ code: 'sheet-column-twice', file: 'people.csv', column: 'Name ' });
    expect(await problem('name,group\nAna,1\nBen,"2\nCarl,3\n')).toEqual({ code: 'sheet-broken', file: 'people.csv', line: 4 });
    expect(await problem(zip([['a.xml', '<a/>']]), 'people.xlsx')).toEqual({ code: 'damaged-file', file: 'people.xlsx' });
    expect(await problem(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]), 'people.xlsx')).toEqual({ code: 'password-protected', file: 'people.xlsx' });
  });
});

/** A workbook of one sheet with these rows, its second style a date's. */
function book(rows: string): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (list: string) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
  return zip([
    ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>'],
    ['_rels/.rels', relations(`<Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`)],
    ['xl/_rels/workbook.xml.rels', relations(`<Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/>`)],
    ['xl/workbook.xml', `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`],
    ['xl/styles.xml', `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`],
    ['xl/worksheets/sheet1.xml', `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`],
  ]);
}
