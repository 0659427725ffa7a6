import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine } from '../helpers/commandLine.ts';
import { newStudy, temporaryFolder } from '../helpers/study.ts';

test('a report from the command line: made of parts, listed, and written as what its name asks for', async () => {
  const folder = temporaryFolder();
  const engine = newStudy(folder);
  const { document } = await engine.call('document.create', { name: 'Ward', text: 'The pay is low.' });
  await engine.call('coding.apply', { document, start: 0, end: 7, codes: [{ create: { name: 'Pay', facet: 'theme' } }] });
  await engine.call('savedTable.save', { name: 'By ward', kind: 'table', asked: { columns: 'document' } });
  engine.close();
  const concord = commandLine(folder);
  expect(await concord(['report', 'study.concord'])).toMatchObject({ code: 0, out: 'There is no report yet.\n' });
  writeFileSync(join(folder, 'parts.json'), JSON.stringify([{ type: 'heading', text: 'Pay' }, { type: 'exhibit', kind: 'table', asked: { columns: 'document' }, quotations: 1 }]));
  expect(await concord(['report', 'study.concord', 'First', '--from', 'parts.json'])).toMatchObject({ code: 0 });
  expect(await concord(['report', 'study.concord', '--list'])).toMatchObject({ code: 0, out: 'First  (2 parts)\n' });
  expect(await concord(['report', 'study.concord', 'first', '-o', 'first.docx'])).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder, 'first.docx')).subarray(0, 2).toString()).toBe('PK');
  const { out } = await concord(['report', 'study.concord', '--format', 'html']);
  expect(out).toContain('<blockquote>The pay');
  expect(await concord(['report', 'study.concord', 'Second', '--format', 'html'])).toMatchObject({ code: 4, err: expect.stringContaining('There is no report “Second” in this study. Its reports are: First.') as string });
  expect(await concord(['report', 'study.concord', 'First', '--format', 'pdf'])).toMatchObject({ code: 2, err: expect.stringContaining('Known: docx, html.') as string });
  expect((await concord(['exhibit', 'study.concord'])).out).toMatch(/^table {2}Table of codes by group$/m);
  expect(JSON.parse((await concord(['exhibit', 'study.concord', '--saved', 'by ward', '--json'])).out)).toMatchObject({ rows: [{ label: 'Pay', cells: [1] }], stamp: { lines: expect.arrayContaining([{ label: 'Study', what: 'Study' }]) as unknown } });
  expect((await concord(['exhibit', 'study.concord', 'quotations', '--format', 'md'])).out).toContain('> The pay');
  expect(await concord(['exhibit', 'study.concord', 'horoscope'])).toMatchObject({ code: 4 });
});
