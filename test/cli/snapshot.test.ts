import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine } from '../helpers/commandLine.ts';
import { newStudy, temporaryFolder } from '../helpers/study.ts';

test('a study goes out as a snapshot and into a new one, with the versions of its codebook; a newer or broken one makes nothing', async () => {
  const folder = temporaryFolder();
  const engine = newStudy(folder);
  const { code } = await engine.call('code.create', { name: 'Pay', facet: 'theme' });
  await engine.call('version.name', { name: 'V1', note: '试点之前' });
  await engine.call('code.change', { code, name: 'Wages' });
  await engine.call('codeSet.create', { name: 'Money', codes: [code] });
  await engine.call('query.save', { name: 'Paid', query: { kind: 'coding', code: 'Wages' } });
  engine.close();
  const concord = commandLine(folder);
  expect(await concord(['snapshot', 'study.concord', '-o', 'out.json'])).toMatchObject({ code: 0, err: '' });
  expect(await concord(['new', 'copy.concord', '--from', 'out.json'])).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse((await concord(['snapshot', 'copy.concord'])).out)).toEqual(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')));
  expect((await concord(['codebook', 'diff', 'copy.concord', 'V1'])).out).toContain('Pay');
  for (const [text, problem] of [['{"format":5}', 'newer-snapshot'], ['{"name":', 'bad-input'], ['{"format":2,"name":"x"}', 'bad-input'], [readFileSync(join(folder, 'out.json'), 'utf8').replace('"path": [\n    "Wages"', '"path": [\n    "Gone", "Wages"'), 'no-such-code']] as const) {
    writeFileSync(join(folder, 'bad.json'), text);
    const { code: ended, err } = await concord(['new', 'bad.concord', '--from', 'bad.json']);
    expect([ended, err]).toEqual([problem === 'bad-input' ? 2 : 4, expect.stringContaining(`(${problem})`)]);
    expect(existsSync(join(folder, 'bad.concord'))).toBe(false);
  }
}, 60_000);
