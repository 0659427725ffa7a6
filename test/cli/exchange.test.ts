import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine } from '../helpers/commandLine.ts';
import { qdpx } from '../helpers/projects.ts';
import { newStudy, temporaryFolder } from '../helpers/study.ts';

test('a study goes to other programs and comes back whole; what they will not see is said; their projects come in by import and make new studies', async () => {
  const folder = temporaryFolder();
  const engine = newStudy(folder);
  const { document } = await engine.call('document.create', { name: 'P01', text: 'I start at six 😀.\nThe load is too much.' });
  const { code } = await engine.call('code.create', { name: 'Load', facet: 'dimension', definition: 'how much', scale: [{ value: -1, anchor: 'little' }, { value: 1, anchor: 'much' }] });
  await engine.call('coding.apply', { document, start: 19, end: 40, codes: [{ code, rating: 1 }] });
  await engine.call('version.name', { name: 'V1' });
  engine.close();
  const concord = commandLine(folder);
  const out = await concord(['export', 'study.concord', '--format', 'qdpx', '-o', 'study.qdpx']);
  expect([out.code, out.err]).toEqual([0, expect.stringContaining('One rating is seen by Concord alone. (Load)')]);
  expect(await concord(['new', 'copy.concord', '--from', 'study.qdpx'])).toMatchObject({ code: 0, err: '' });
  expect((await concord(['snapshot', 'copy.concord'])).out).toBe((await concord(['snapshot', 'study.concord'])).out);
  expect(await concord(['export', 'study.concord', '-o', 'study.json'])).toMatchObject({ code: 0, err: '' });
  expect(readFileSync(join(folder, 'study.json'), 'utf8')).toBe((await concord(['snapshot', 'study.concord'])).out);
  expect((await concord(['import', 'copy.concord', 'study.json'])).out).toBe('All of it is in this study already.\n');
  expect(await concord(['export', 'study.concord', '-o', 'book.qdc'])).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder, 'book.qdc'), 'utf8')).toContain('<Description>how much</Description>');
  expect((await concord(['export', 'study.concord', '--format', 'nvp'])).err).toContain('qdpx, qdc, archive');

  writeFileSync(join(folder, 'theirs.qdpx'), qdpx('<CodeBook><Codes><Code guid="1" name="Pay" isCodable="true"/></Codes></CodeBook><Sources><TextSource guid="2" name="T"><PlainTextContent>We left.</PlainTextContent><PlainTextSelection guid="3" startPosition="0" endPosition="2" name="We"><Coding guid="4"><CodeRef targetGUID="1"/></Coding></PlainTextSelection></TextSource></Sources><Graphs><Graph guid="5"/></Graphs>'));
  const taken = await concord(['import', 'study.concord', 'theirs.qdpx']);
  expect([taken.code, taken.out, taken.err]).toEqual([0, 'Out of “theirs.qdpx”: one document, one code, one coding, one passage, and one coder.\nT: UTF-16 units, line end counts 1, and end not counted; certain\n', 'Kept as it came: Networks (1)\nOne coding does not say who made it.\nOne name was taken or missing, and got a number or a name. (Unknown coder)\n']);
  expect(JSON.parse((await concord(['import', 'study.concord', 'theirs.qdpx', '--json'])).out)).toMatchObject({ added: { documents: 0, codings: 0 }, counts: { codings: 1 } });
  expect((await concord(['undo', 'study.concord'])).out).toContain('theirs.qdpx');
  writeFileSync(join(folder, 'broken.qdpx'), qdpx('<Users>'));
  expect(await concord(['new', 'none.concord', '--from', 'broken.qdpx'])).toMatchObject({ code: 4, err: expect.stringContaining('(broken-xml)') as string });
  expect(existsSync(join(folder, 'none.concord'))).toBe(false);
}, 60_000);
