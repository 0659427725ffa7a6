import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine } from '../helpers/commandLine.ts';
import { newStudy, temporaryFolder } from '../helpers/study.ts';

test('memos and journal go to a file or to the screen, by format or by the file’s ending; without any a Problem says so', async () => {
  const folder = temporaryFolder();
  const engine = newStudy(folder);
  const { code } = await engine.call('code.create', { name: 'Pay', facet: 'theme' });
  const { uuid } = (await engine.call('code.list', {}))[0]!;
  await engine.call('memo.write', { about: 'project', target: 1, title: 'Day one', text: `See [[code:${uuid}|was]].` });
  await engine.call('memo.write', { about: 'codes', target: code, text: 'How much.' });
  engine.close();
  const concord = commandLine(folder);
  const { code: ended, out } = await concord(['memos', 'study.concord']);
  expect(ended).toBe(0);
  expect(out).toMatch(/^# Study: Memos\n\n## Journal\n\n### Day one\n\n\*Lin, Written [^\n]+\*\n\nSee \*\*Pay\*\*\.\n\n## Codes\n\n### Pay\n\n\*Lin, Written [^\n]+\*\n\nHow much\.\n$/);
  expect(await concord(['memos', 'study.concord', '--find', 'much', '-o', 'm.json'])).toMatchObject({ code: 0, out: '', err: '' });
  expect(JSON.parse(readFileSync(join(folder, 'm.json'), 'utf8'))).toMatchObject([{ about: 'codes', subject: 'Pay', text: 'How much.' }]);
  expect(await concord(['memos', 'study.concord', '--format', 'pdf'])).toMatchObject({ code: 2, err: 'There is no format pdf here. Known: md, docx, json.\n' });
  expect(await concord(['memos', 'study.concord', '--find', 'nowhere'])).toMatchObject({ code: 4, err: expect.stringContaining('(nothing-to-export)') as string });
});
