import { describe, expect, test } from 'vitest';
import { checkArchive } from '../../electron/formats/archive.ts';
import { readSheet } from '../../electron/formats/sheet.ts';
import type { Engine } from '../../electron/core/engine.ts';
import type { InputOf } from '../../electron/ops/index.ts';
import type { IncomingFile } from '../../electron/ops/operation.ts';
import { importSheet } from '../helpers/handing.ts';
import { newStudy } from '../helpers/study.ts';

type Made = { readonly name: string; readonly bytes: Uint8Array; readonly text: string };
async function made(engine: Engine, name: 'excerpt.export' | 'exhibit.export', input: object): Promise<Made> {
  const file = await engine.call(name, input as InputOf<'excerpt.export'>) as unknown as IncomingFile;
  return { ...file, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes) };
}
const tableFile = (engine: Engine, { format = 'csv', language = 'en', ...asked }: { format?: string; language?: string; [asked: string]: unknown }) => made(engine, 'exhibit.export', { kind: 'table', asked, format, language });
const excerpts = (engine: Engine, format: string, more: object = {}) => made(engine, 'excerpt.export', { format, ...more });

const evil = '=HYPERLINK("http://x","y")';
/** A study in which every text begins as a spreadsheet's formula would. */
async function evilStudy(): Promise<Engine> {
  const engine = newStudy(undefined, { who: '@coder', now: () => Date.UTC(2026, 10, 21, 12) });
  const text = `${evil} they said.\nAnd more.`;
  await engine.call('study.take', { snapshot: {
    name: '-study', description: '', attributes: [{ name: '+site', of: 'participants', kind: 'text', choices: [] }], participants: [{ name: '=Ana', role: 'interviewee', values: { '+site': '＝north' } }],
    codes: [
      { path: ['-pay'], facet: 'conflict', definition: '', include: '', exclude: '', example: '', scale: [] },
      { path: ['@nurses'], facet: 'stakeholder', definition: '', include: '', exclude: '', example: '', scale: [] }, { path: ['＋heads'], facet: 'stakeholder', definition: '', include: '', exclude: '', example: '', scale: [] },
      { path: ['strain'], facet: 'dimension', definition: '', include: '', exclude: '', example: '', scale: [] },
    ],
    documents: [{ name: '=P01', text, values: {}, turns: [{ start: 0, end: 37, participant: '=Ana', label: 'R', time: 65_000 }, { start: 38, end: 47, participant: null, label: '', time: null }] }],
    codings: [
      { document: '=P01', start: 0, end: 26, code: ['-pay'], facet: 'conflict', coder: '@coder', rating: null, party: ['@nurses'], counterparty: ['＋heads'], memo: '\t=1+1', created: Date.UTC(2026, 10, 20) },
      { document: '=P01', start: 27, end: 47, code: ['strain'], facet: 'dimension', coder: '@coder', rating: -2, party: null, counterparty: null, memo: '', created: Date.UTC(2026, 10, 20) },
    ],
  } });
  return engine;
}
const header = ['Quotation', 'Document', 'Turn', 'Time', 'Speaker', '+site', 'Code', 'Facet', 'Coder', 'Rating', 'Party', 'Counterparty', 'Memo', 'Coded', 'Changed', 'Start', 'End', 'Codebook'];
const first = [evil, '=P01', '1', '01:05', '=Ana', '＝north', '-pay', 'Conflict', '@coder', '', '@nurses', '＋heads', '\t=1+1', '2026-11-20T00:00:00Z', '2026-11-20T00:00:00Z', '0', '26', ''];
const second = ['they said.\nAnd more.', '=P01', '1', '01:05', '=Ana', '＝north', 'strain', 'Dimension', '@coder', '-2', '', '', '', '2026-11-20T00:00:00Z', '2026-11-20T00:00:00Z', '27', '47', ''];

describe('coded excerpts', () => {
  test('as CSV: with a BOM, one row a coding, and no cell that a spreadsheet would run', async () => {
    const { text, bytes, name } = await excerpts(await evilStudy(), 'csv');
    expect(name).toBe('Study.csv');
    expect(text.startsWith('\uFEFFQuotation,Document,')).toBe(true);
    expect(text).toContain('"\'=HYPERLINK(""http://x"",""y"")"');
    for (const cell of ["'=P01", "'=Ana", "'＝north", "'-pay", "'@coder", "'@nurses", "'＋heads", "'\t=1+1", "'+site"]) expect(text).toContain(cell);
    // No cell begins with what starts a formula, but for the rating, which is a number.
    expect(text.replaceAll('\uFEFF', '').split(/[,\r\n]+/).filter((cell) => /^"?[=+\-@\t＝＋－＠]/.test(cell))).toEqual(['-2']);
    expect(await readSheet({ name, bytes })).toEqual({ encoding: 'UTF-8', header, rows: [first, second], firstRow: 2 });
  });
  test('as XLSX: every text is typed as text, ratings and places are numbers', async () => {
    const { bytes, name } = await excerpts(await evilStudy(), 'xlsx');
    expect(name).toBe('Study.xlsx');
    expect(await readSheet({ name, bytes })).toMatchObject({ header, rows: [first, second] });
    const parts = checkArchive({ name, bytes });
    const xml = (part: string) => new TextDecoder().decode(parts.get(part));
    const cells = xml('xl/worksheets/sheet1.xml');
    expect(cells).not.toMatch(/<f[ >]/);
    for (const [place, number] of [['J3', '-2'], ['C2', '1'], ['P2', '0'], ['Q2', '26']]) expect(cells).toMatch(new RegExp(`<c r="${place}"[^>]*><v>${number}</v>`));
    for (const place of ['A2', 'B2', 'E2', 'F2', 'G2', 'I2', 'K2', 'L2', 'M2']) expect(cells).toMatch(new RegExp(`<c r="${place}"[^>]* t="s"`));
    expect(xml('xl/sharedStrings.xml')).toContain('=HYPERLINK(&quot;http://x&quot;,&quot;y&quot;)'.replaceAll('&quot;', xml('xl/sharedStrings.xml').includes('&quot;') ? '&quot;' : '"'));
  });
  test('as JSON: whole values, and no number of this study', async () => {
    const list = JSON.parse((await excerpts(await evilStudy(), 'json')).text) as Record<string, unknown>[];
    expect(list).toHaveLength(2);
    expect(list[0]).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, quotation: evil, document: '=P01', start: 0, end: 26, turn: 1, time: 65_000, speakers: ['=Ana'], attributes: { '+site': ['＝north'] },
      code: '-pay', facet: 'conflict', coder: '@coder', rating: null, party: '@nurses', counterparty: '＋heads', memo: '\t=1+1', created: '2026-11-20T00:00:00Z', changed: '2026-11-20T00:00:00Z', codebook: '',
    });
  });
  test('in Chinese: the words of the header, not what was said', async () => {
    const { text } = await excerpts(await evilStudy(), 'csv', { language: 'zh' });
    expect(text.slice(1).split('\r\n')[0]).toBe("引文,文档,话轮,时间,说话人,'+site,编码,分面,编码员,评分,一方,另一方,备忘,编码时间,修改时间,起点,终点,编码本");
    expect(text).toContain(',冲突,');
  });
  test('of a code and what is below it, and of a group; none is a Problem, not an empty file', async () => {
    const engine = await evilStudy();
    const { text, name } = await excerpts(engine, 'json', { code: 'STRAIN', group: '＝NORTH' });
    expect(name).toBe('Study STRAIN ＝NORTH.json');
    expect(JSON.parse(text)).toMatchObject([{ code: 'strain' }]);
    await engine.call('code.create', { name: 'empty', facet: 'theme' });
    await expect(excerpts(engine, 'csv', { code: 'empty' })).rejects.toMatchObject({ code: 'nothing-to-export' });
    await expect(excerpts(engine, 'csv', { code: 'x' })).rejects.toMatchObject({ code: 'no-such-code' });
    await expect(excerpts(engine, 'csv', { group: 'x' })).rejects.toMatchObject({ code: 'no-such-group', values: { group: 'x', known: '＝north' } });
    await expect(excerpts(engine, 'pdf')).rejects.toMatchObject({ code: 'bad-input' });
  });
});

test('excerpts as Markdown: nothing that was said passes for markup', async () => {
  const engine = newStudy();
  const said = ['# big', '- one', '<img src=x onerror=alert(1)>', '[here](javascript:x) ![i](y)', '| a | b |', '*so* _tired_ `x` ~~no~~', '> quoted', '+ plus', '\\# twice', '1. first', '2020) that year', '=====', '---', '    we were', '&lt;b&gt;'];
  await engine.call('document.create', { name: 'P<01>', text: said.join('\n') });
  const { code } = await engine.call('code.create', { name: '[x](y) #1', facet: 'theme' });
  await engine.call('coding.apply', { document: 1, start: 0, end: said.join('\n').length, codes: [{ code }] });
  await engine.call('memo.write', { about: 'codings', target: 1, text: '# why\n- because' });
  expect((await excerpts(engine, 'md')).text.replace(/^(- \*Made:\* ).*/m, '$1today').split('\n')).toEqual([
    '- *Study:* Study', '- *n:* one coding in one document, 0 people speaking', '- *Codebook:* no version named, one code', '- *Made:* today', '',
    '## \\[x\\](y) \\#1', '', 'Theme, 1', '',
    '> \\# big', '> \\- one', '> \\<img src=x onerror=alert(1)\\>', '> \\[here\\](javascript:x) !\\[i\\](y)', '> \\| a \\| b \\|', '> \\*so\\* \\_tired\\_ \\`x\\` \\~\\~no\\~\\~', '> \\> quoted', '> \\+ plus', '> \\\\\\# twice', '> 1\\. first', '> 2020\\) that year', '> \\=====', '> \\---', '> we were', '> \\&lt;b\\&gt;', '',
    'P\\<01\\>, Turn 1. Coder Lin.', '', '*Memo:* \\# why', '\\- because', '',
  ]);
});

describe('a frequency table as a file', () => {
  async function study() {
    const engine = newStudy();
    await importSheet(engine, 'participant.import', 'name,group\nAna,=nurse\nBen,doctor\n');
    await engine.call('document.create', { name: 'P01', text: 'We were tired.\nWe too.' });
    await engine.call('turn.assign', { document: 1, label: '', participant: 1 });
    const { code } = await engine.call('code.create', { name: '@strain', facet: 'dimension' });
    await engine.call('coding.apply', { document: 1, start: 0, end: 7, codes: [{ code, rating: 1 }] });
    await engine.call('code.create', { name: 'pay', facet: 'theme' });
    return engine;
  }
  test('as CSV: codes, n, counts and shares; an empty cell where nobody was asked', async () => {
    const { name, text, bytes } = await tableFile(await study(), { columns: 'group', count: 'participants' });
    expect(name).toBe('Study All codes by group.csv');
    const [head, ...lines] = text.trimEnd().split('\r\n');
    expect(head).toBe("\uFEFFCode,Facet,'=nurse,'=nurse %,doctor,doctor %,Total: all together,Total: all together %,About");
    expect(lines.map((line) => line.slice(0, line.indexOf(',"Title: ')))).toEqual(['n,,1,,0,,1,', "'@strain,Dimension,1,100,,,1,100", 'pay,Theme,0,0,,,0,0', 'Total: all together,,1,100,,,1,100']);
    // Each row says of what it is, also when it is copied out of the file.
    for (const line of lines) for (const said of ['Table: All codes by group; Count: ', 'n: one person interviewed', 'Codebook: no version named, 2 codes; Made: ']) expect(line).toContain(said);
    expect((await readSheet({ name, bytes })).header).toEqual(['Code', 'Facet', '=nurse', '=nurse %', 'doctor', 'doctor %', 'Total: all together', 'Total: all together %', 'About']);
  });
  test('n is what the shares are of: people, or documents', async () => {
    const engine = await study();
    await engine.call('document.create', { name: 'P02', text: 'And again.' });
    await engine.call('turn.assign', { document: 2, label: '', participant: 1 });
    expect((await tableFile(engine, { columns: 'group', count: 'documents' })).text.split('\r\n').slice(1, 3).map((line) => line.slice(0, line.indexOf(',"Title: ')))).toEqual(['n,,2,,0,,2,', "'@strain,Dimension,1,50,,,1,50"]);
  });
  test('as XLSX, in Chinese, with numbers as numbers', async () => {
    const { name, bytes } = await tableFile(await study(), { columns: 'group', format: 'xlsx', language: 'zh' });
    expect(await readSheet({ name, bytes })).toMatchObject({ header: ['编码', '分面', '=nurse', 'doctor', '总计：合计'], rows: [['n', '', '1', '0', '1'], ['@strain', '维度', '1', '', '1'], ['pay', '主题', '0', '', '0'], ['总计：合计', '', '1', '', '1']] });
    const cells = new TextDecoder().decode(checkArchive({ name, bytes }).get('xl/worksheets/sheet1.xml'));
    expect(cells).not.toMatch(/<f[ >]/);
    expect(cells).toMatch(/<c r="C3"[^>]*><v>1<\/v>/);
    // Totals have a style of their own, in their column and their row; data have none.
    const styleOf = (cell: string) => new RegExp(`<c r="${cell}"([^>]*)>`).exec(cells)![1]!.match(/ s="(\d+)"/)?.[1];
    expect([styleOf('E3'), styleOf('C5'), styleOf('E5')].every((style) => style !== undefined && style === styleOf('A5'))).toBe(true);
    expect([styleOf('C3'), styleOf('C4')]).not.toContain(styleOf('A5'));
  });
  test('where groups are compared each group’s difference follows, with its interval, or why there is none; in Word and JSON too', async () => {
    const engine = await study();
    await importSheet(engine, 'participant.import', 'name,place\nAna,Pilot\nBen,Elsewhere\nEva,Pilot\nIda,Elsewhere\n');
    const asked = { columns: 'group', split: 'place', count: 'participants' };
    const { bytes, name } = await tableFile(engine, asked);
    const { header, rows } = await readSheet({ name, bytes });
    const at = (row: number, column: string) => rows[row]![header.indexOf(column)];
    const columns = header.filter((each) => each.includes('ifference'));
    expect(columns).toContain('=nurse: why no difference');
    expect(at(1, '=nurse: why no difference')).toBe('No difference: nobody was interviewed (Elsewhere)');
    expect([at(1, '=nurse: Difference (points)'), at(1, 'Total: all together: Difference (points)')]).toEqual(['', '']);
    const exhibit = await engine.call('exhibit.read', { kind: 'table', asked: asked as never });
    const place = exhibit.exhibit.columns.findIndex(({ over }) => over === 'Difference: =nurse');
    expect(exhibit.exhibit.rows[0]!.cells[place]).toBe('No difference: nobody was interviewed (Elsewhere)');
  });
});

test('what is exported says which codebook it was made with, and of how many: on a sheet of its own, above the text, or in each row', async () => {
  const engine = await evilStudy();
  await engine.call('version.name', { name: '=V1' });
  await engine.call('code.create', { name: 'later', facet: 'theme' });
  const codebook = '=V1, one code changed since';
  expect(await engine.call('version.now', {})).toEqual({ name: '=V1', changes: 1 });
  const { text } = await excerpts(engine, 'md', { group: '＝north' });
  expect(text.split('\n').slice(0, 5)).toEqual(['- *Study:* Study', '- *Group:* ＝north', '- *n:* 2 codings in one document, one person speaking', `- *Codebook:* \\${codebook}`, expect.stringMatching(/^- \*Made:\* \S.*20\d\d/)]);
  expect(JSON.parse((await excerpts(engine, 'json')).text)).toMatchObject([{ codebook }, { codebook }]);
  const csv = await excerpts(engine, 'csv');
  const { header: columns, rows } = await readSheet(csv);
  expect([columns.at(-1), ...rows.map((row) => row.at(-1))]).toEqual(['Codebook', codebook, codebook]);
  const table = (await tableFile(engine, { columns: 'document' })).text.trimEnd().split('\r\n');
  expect(table.slice(1).every((row) => row.includes(`Codebook: ${codebook}; Made: `))).toBe(true);
  for (const { name, bytes } of [await tableFile(engine, { columns: 'document', format: 'xlsx', rows: 'facet:dimension' }), await excerpts(engine, 'xlsx', { group: '＝north' })]) {
    const parts = checkArchive({ name, bytes });
    expect(new TextDecoder().decode(parts.get('xl/workbook.xml'))).toContain('name="About"');
    expect(new TextDecoder().decode(parts.get('xl/worksheets/sheet2.xml'))).not.toMatch(/<f[ >]/);
    const strings = new TextDecoder().decode(parts.get('xl/sharedStrings.xml'));
    for (const words of ['Study', 'Codebook', codebook]) expect(strings).toContain(`>${words}<`);
    expect(strings).toContain(name.includes('Document') ? '>Dimension by Document<' : '>2 codings in one document, one person speaking<');
  }
});

test.each([
  ['..\\..\\etc/passwd: "x"?', 'etc passwd x.csv'], ['研究'.repeat(100), null], [`a${'😀'.repeat(60)}`, null], ['///', 'Study.csv'], ['CON', 'CON Study.csv'], ['.hidden', 'hidden.csv'],
])('a study called %j is exported under a name that every system takes', async (name, expected) => {
  const engine = newStudy();
  await engine.call('document.create', { name: 'P01', text: 'tired' });
  const { code } = await engine.call('code.create', { name: 'x', facet: 'theme' });
  await engine.call('coding.apply', { document: 1, start: 0, end: 5, codes: [{ code }] });
  await engine.call('project.change', { name });
  const file = (await excerpts(engine, 'csv')).name;
  if (expected !== null) expect(file).toBe(expected);
  expect(file.isWellFormed()).toBe(true);
  expect(Buffer.byteLength(file)).toBeLessThanOrEqual(160);
  expect(file).toMatch(/^[^\\/:*?"<>|\p{Cc}. ][^\\/:*?"<>|\p{Cc}]*\.csv$/u);
});
