import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStudy } from '../../electron/core/engine.ts';
import { commandLine } from '../helpers/commandLine.ts';
import { newStudy, temporaryFolder } from '../helpers/study.ts';

async function team(folder: string): Promise<void> {
  const engine = newStudy(folder);
  await engine.call('document.create', { name: 'One', text: 'They keep them to themselves.' });
  await engine.call('code.create', { name: 'Kept', facet: 'theme' });
  engine.close();
}
async function coded(file: string, who: string, definition?: string): Promise<void> {
  const engine = openStudy(file, { who });
  await engine.call('coding.apply', { document: 1, start: 0, end: 4, codes: [{ code: 1 }] });
  if (definition) await engine.call('code.change', { code: 1, definition });
  engine.close();
}

test('two people bring their studies together through a folder: what came, what waits and what cannot be read is told, for people and for programs', async () => {
  const folder = temporaryFolder();
  await team(folder);
  copyFileSync(join(folder, 'study.concord'), join(folder, 'bo.concord'));
  await coded(join(folder, 'bo.concord'), 'Bo', 'By Bo.');
  await coded(join(folder, 'study.concord'), 'Ana');
  const concord = commandLine(folder);
  expect(await concord(['together', 'bo.concord', '--folder', 'team', '--coder', 'Bo'])).toMatchObject({ code: 0, out: 'Yours is in the folder as Bo.concord.\n' });
  expect(await concord(['together', 'study.concord', '--folder', 'team', '--coder', 'Ana'])).toMatchObject({ code: 0, out: 'Bo.concord: brought in, 1 codings.\nYours is in the folder as Ana.concord.\n' });
  await coded(join(folder, 'study.concord'), 'Ana', 'By Ana.');
  const bo = openStudy(join(folder, 'bo.concord'), { who: 'Bo' });
  await bo.call('code.change', { code: 1, definition: 'By Bo, again.' });
  bo.close();
  await concord(['together', 'bo.concord', '--folder', 'team', '--coder', 'Bo']);
  const { code, out } = await concord(['together', 'study.concord', '--folder', 'team', '--coder', 'Ana', '--json']);
  expect([code, JSON.parse(out)]).toEqual([1, { met: [expect.objectContaining({ file: 'Ana.concord', became: 'same' }), expect.objectContaining({ file: 'Bo.concord', became: 'waits', undecided: 1 })], written: 'Ana.concord' }]);
});

test('a study that lies in a shared folder is worked on in its copy by every command, and the file there stays as it is', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, '.stfolder'));
  await team(folder);
  const before = readFileSync(join(folder, 'study.concord'));
  const concord = commandLine(folder);
  const first = await concord(['together', 'study.concord', '--coder', 'Ana', '--json']);
  const { copy, written } = JSON.parse(first.out) as { copy: string; written: string };
  expect(written).toBe('Ana.concord');
  await coded(copy, 'Ana');
  expect(JSON.parse((await concord(['snapshot', 'study.concord'])).out)).toMatchObject({ codings: [{ coder: 'Ana' }] });
  expect(await concord(['together', 'study.concord', '--coder', 'Ana'])).toMatchObject({ code: 0, err: expect.stringContaining(copy) as string, out: expect.stringContaining('study.concord: nothing new.') as string });
  // A file of the folder that is named itself is that file.
  expect(JSON.parse((await concord(['snapshot', 'study.shared/Ana.concord'])).out)).toMatchObject({ codings: [{ coder: 'Ana' }] });
  expect(readFileSync(join(folder, 'study.concord')).equals(before)).toBe(true);
  expect(readdirSync(join(folder, 'study.shared'))).toEqual(['Ana.concord']);
});
