import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine } from '../helpers/commandLine.ts';
import { newStudy, temporaryFolder } from '../helpers/study.ts';

test('a package is handed out, coded, brought back and told of on the command line', async () => {
  const folder = temporaryFolder();
  const engine = newStudy(folder);
  for (const name of ['One', 'Two, later']) await engine.call('document.create', { name, text: `They keep them: ${name}.` });
  await engine.call('code.create', { name: 'Kept', facet: 'theme' });
  engine.close();
  const concord = commandLine(folder);
  expect(await concord(['hand-out', 'study.concord', '--coder', 'Ana', '--documents', 'One', '--blind', '-o', 'ana.concord'])).toMatchObject({ code: 0, out: expect.stringContaining('Package for Ana: 1 documents') as string });
  expect(await concord(['hand-out', 'study.concord', '--coder', 'Ana', '--documents', 'Three', '-o', 'no.concord'])).toMatchObject({ code: 4, err: expect.stringContaining('Three') as string });
  expect(existsSync(join(folder, 'no.concord'))).toBe(false);
  expect(await concord(['merge', 'study.concord', 'ana.concord'])).toMatchObject({ code: 0 });
  const { out } = await concord(['hand-out', 'study.concord']);
  expect(out).toMatch(/^Coder +Documents +Since +Brought back +Finished +Codings\nAna +One .* 0\/1 +0\nNobody has: Two, later\n$/);
  expect(JSON.parse((await concord(['hand-out', 'study.concord', '--json'])).out)).toMatchObject({ packages: [{ coder: 'Ana', blind: true, returned: expect.any(Number) as number }] });
});
