import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import mammoth from 'mammoth';
import type { Engine } from '../../electron/core/engine.ts';
import type { IncomingFile } from '../../electron/ops/operation.ts';
import { callWith } from '../helpers/handing.ts';
import { commandLine } from '../helpers/commandLine.ts';
import { codedStudy, newStudy, temporaryFolder } from '../helpers/study.ts';

const take = (engine: Engine, csv: string) => callWith(engine, { 'book.csv': csv }, 'codebook.import', { handle: 'book.csv' });
const codebook = async (engine: Engine) => (await engine.call('code.list', {})).map(({ facet, path, definition }) => `${facet}: ${path}${definition === '' ? '' : ` (${definition})`}`);
const made = async (engine: Engine, format: string) => (await engine.call('codebook.export', { format })) as IncomingFile;

async function described() {
  const study = await codedStudy('We were [load: so tired] of [load: it].');
  const code = study.codes.get('load')!;
  await study.engine.call('code.change', { code, definition: '=How much\n# there is to do', include: '*hours*', scale: [{ value: -1, anchor: 'heavy <1>' }, { value: 0, anchor: '' }] });
  return { ...study, code };
}
test('as CSV no cell can run, and counts stand beside what describes the code', async () => {
  const { engine } = await described();
  const { name, bytes } = await made(engine, 'csv');
  expect(name).toBe('Study Codebook.csv');
  expect(new TextDecoder().decode(bytes)).toBe(`path,facet,definition,include,exclude,example,scale,colour,aliases,codings,documents\r\nload,theme,"'=How much\n# there is to do",*hours*,,,"'-1: heavy <1>\n0",1,,2,1\r\n`);
});
test('as Markdown nothing in it passes for a heading or a mark', async () => {
  const { engine } = await described();
  expect(new TextDecoder().decode((await made(engine, 'md')).bytes)).toBe('# Study: Codebook\n\n## Theme\n\n### load\n\n2 codings, one document\n\n*Definition:* \\=How much\n\\# there is to do\n\n*Include:* \\*hours\\*\n\n*Scale:* \u22121 heavy \\<1\\>; 0\n');
});
test('as a Word file it says the same under headings', async () => {
  const { engine } = await described();
  const { bytes } = await made(engine, 'docx');
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  expect(value).toBe('<p>Study: Codebook</p><h1>Theme</h1><h2>load</h2><p>2 codings, one document</p><p><strong>Definition: </strong>=How much<br /># there is to do</p><p><strong>Include: </strong>*hours*</p><p><strong>Scale: </strong>\u22121 heavy &lt;1&gt;; 0</p>');
});

test('Taguette’s codebook, and one of names and parents, are taken in', async () => {
  const engine = newStudy();
  expect(await take(engine, 'tag,description\npay,what they earn\ntrust,\n')).toEqual({ added: 2, rows: 2 });
  await take(engine, '名称,parent,分面,定义\nwork,,维度,\nhours,work,维度,how long\n');
  expect(await codebook(engine)).toEqual(['dimension: work', 'dimension: work > hours (how long)', 'theme: pay (what they earn)', 'theme: trust']);
});
test('what a code has is changed where the sheet says something; one undo takes all of it back', async () => {
  const { engine } = await described();
  const before = await codebook(engine);
  expect(await take(engine, 'path,definition,include\nLOAD,new,\nload > nights,,\n')).toEqual({ added: 1, rows: 2 });
  expect((await engine.call('code.list', {})).map(({ path, definition, include }) => [path, definition, include])).toEqual([['load', 'new', '*hours*'], ['load > nights', '', '']]);
  await engine.call('history.undo', {});
  expect(await codebook(engine)).toEqual(before);
});
test('all rows or none: those that cannot be taken are named', async () => {
  const engine = newStudy();
  const sheet = 'path,facet,colour,scale\npay,theme,1,\ntrust,mood,,\nload,dimension,red,\nstrain,dimension,,heavy\npay,theme,,\n';
  await expect(take(engine, sheet)).rejects.toMatchObject({ code: 'rows-refused', values: { file: 'book.csv', rows: 5, refused: 4, row: 3, reason: 'no-such-facet', list: '3, 4, 5, 6' } });
  expect(await codebook(engine)).toEqual([]);
  await expect(take(engine, 'colour,size\n1,2\n')).rejects.toMatchObject({ code: 'sheet-column-missing' });
  await expect(engine.call('codebook.export', { format: 'csv' })).rejects.toMatchObject({ code: 'nothing-to-export' });
});

test('the command line saves a codebook in the format that the file’s name asks for, and takes one in', async () => {
  const { engine } = await described();
  engine.close();
  const folder = temporaryFolder();
  const run = commandLine(folder);
  expect(await run(['codebook', engine.file, '-o', 'book.md'])).toMatchObject({ code: 0, err: '' });
  expect(readFileSync(join(folder, 'book.md'), 'utf8')).toMatch(/^# Study: Codebook\n/);
  writeFileSync(join(folder, 'tags.csv'), 'tag,description\npay,what they earn\n');
  expect(await run(['codebook', engine.file, '--from', 'tags.csv'])).toMatchObject({ code: 0, out: 'Rows of the codebook: 1. New codes: 1.\n' });
  expect(await run(['codebook', engine.file, '--format', 'pdf'])).toMatchObject({ code: 2, err: 'There is no format pdf here. Known: csv, md, docx.\n' });
});

test('a parent that is a row itself is that code, wherever its row stands, and hands its facet down', async () => {
  const engine = newStudy();
  await take(engine, 'name,parent,facet,definition\nnights,hours,,after ten\nhours,work,,how long\nwork,,dimension,\nwork,other,theme,a namesake elsewhere\n');
  expect(await codebook(engine)).toEqual(['dimension: work', 'dimension: work > hours (how long)', 'dimension: work > hours > nights (after ten)', 'theme: other', 'theme: other > work (a namesake elsewhere)']);
  const other = newStudy();
  const refused = take(other, 'name,parent\na,b\nb,a\nx,\nhours,x\nhours,a1\nlate,hours\n');
  await expect(refused).rejects.toMatchObject({ code: 'rows-refused', values: { refused: 3, row: 2, reason: 'code-into-itself', list: '2, 3, 7' } });
  expect(await codebook(other)).toEqual([]);
});
test('the preview says row by row what the import would do, names bad rows, and writes nothing', async () => {
  const { engine } = await described();
  const look = (csv: string) => callWith(engine, { 'book.csv': csv }, 'codebook.preview', { handle: 'book.csv' });
  const before = await made(engine, 'csv');
  const sheet = 'path,definition,include,scale\nload,new words,*hours*,\nrest > nights,after ten,,0: none\nload > days,,,\n';
  expect(await look(sheet)).toEqual({
    file: 'book.csv', added: 3, refused: [], rows: [
      { row: 2, path: 'load', facet: 'theme', becomes: 'changed', said: [{ field: 'definition', before: '=How much\n# there is to do', after: 'new words' }] },
      { row: 3, path: 'rest > nights', facet: 'theme', becomes: 'new', said: [{ field: 'definition', before: '', after: 'after ten' }, { field: 'scale', before: '', after: '0: none' }] },
      { row: 4, path: 'load > days', facet: 'theme', becomes: 'new', said: [] },
    ],
  });
  expect(await made(engine, 'csv')).toEqual(before);
  expect(await take(engine, sheet)).toEqual({ added: 3, rows: 3 });
  expect((await look(sheet)).rows.map((row) => row.becomes)).toEqual(['same', 'same', 'same']);
  expect((await look('path,facet\nload,mood\npay,\n')).refused).toEqual([{ row: 2, problem: { problem: 'no-such-facet', values: { facet: 'mood' } } }]);
});

test('a sheet that is dropped on the window is told by its columns: codes, people, or to be asked', async () => {
  const engine = newStudy();
  await engine.call('attribute.create', { name: 'Description', of: 'participants', kind: 'text' });
  const kindOf = async (header: string) => (await callWith(engine, { 'a.csv': `${header}\n${header.split(',').map(() => 'x').join(',')}\n` }, 'sheet.kind', { handle: 'a.csv' })).kind;
  const headers = {
    codebook: ['path,facet,definition', 'tag,definition', 'Code,Parent', 'name,parent,definition,author', '编码路径', '编码,分面,定义', '名称,上级,量表', 'path,facet,definition,include,exclude,example,scale,colour,aliases,codings,documents'],
    participants: ['pseudonym,age', 'name,role,site', 'code,age,sex', '姓名,分组,机构', '编码,年龄', 'id,group', 'name,Description,age', 'name,Description', 'age,site'],
    either: ['code', 'name', 'name,definition,age,site', 'name,role,definition', '名称,定义,角色'],
  };
  for (const [kind, all] of Object.entries(headers)) for (const header of all) expect([header, await kindOf(header)]).toEqual([header, kind]);
  // Where no attribute of people goes by that name, it describes codes: Taguette’s own export.
  expect((await callWith(newStudy(), { 'a.csv': 'tag,description\npay,x\n' }, 'sheet.kind', { handle: 'a.csv' })).kind).toBe('codebook');
  await expect(callWith(engine, { 'a.csv': '' }, 'sheet.kind', { handle: 'a.csv' })).rejects.toMatchObject({ code: 'empty-file' });
});
