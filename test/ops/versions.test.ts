import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import mammoth from 'mammoth';
import type { IncomingFile } from '../../electron/ops/operation.ts';
import { commandLine } from '../helpers/commandLine.ts';
import { newStudy, temporaryFolder } from '../helpers/study.ts';

/** A codebook with a first version, and everything that can become of a code since. */
async function revised() {
  const engine = newStudy();
  const make = async (name: string, more: object = {}) => (await engine.call('code.create', { name, facet: 'dimension', ...more })).code;
  const load = await make('Workload', { definition: 'How much there is to do', scale: [{ value: -1, anchor: 'heavy' }, { value: 0, anchor: '' }] });
  const strain = await make('Strain');
  const pay = await make('Pay');
  const nights = await make('Nights', { parent: load });
  const gone = await make('Gone', { definition: 'used once' });
  await engine.call('version.name', { name: 'Version 1', note: 'before the pilot' });
  await engine.call('code.change', { code: load, definition: 'How much there is left to do', scale: [{ value: -1, anchor: 'crushing' }, { value: 0, anchor: '' }] });
  await engine.call('code.change', { code: pay, name: '*Income*', colour: '9' });
  await engine.call('code.move', { code: nights, parent: null, facet: 'theme' });
  await engine.call('code.merge', { code: strain, into: load });
  await engine.call('code.remove', { code: gone });
  await make('Trust', { definition: 'whether they believe it', facet: 'theme' });
  return engine;
}
const markdown = `# Codebook: Version 1 → now

## Dimension

### Workload

*Definition:* How much there is **left** to do

*Scale:* ~~−1 heavy; 0~~ **−1 crushing; 0**

*Also called:* **Strain**

### \\*Income\\*

*Renamed, was:* Pay

### Strain

*Merged into:* Workload

### Gone

*Gone:* used once

## Theme

### Nights

*Moved, was in:* Dimension: Workload

### Trust

*New:* whether they believe it
`;

test('what became of the codebook is said code by code, words by words, as Markdown and as a Word file', async () => {
  const engine = await revised();
  const [version] = await engine.call('version.list', {});
  expect(version).toMatchObject({ name: 'Version 1', note: 'before the pilot', coder: 'Lin' });
  const made = async (format: string) => (await engine.call('version.export', { from: version!.id, format })) as IncomingFile;
  expect(new TextDecoder().decode((await made('md')).bytes)).toBe(markdown);
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from((await made('docx')).bytes) });
  expect(value).toContain('<h2>Workload</h2><p><strong>Definition: </strong>How much there is left to do</p><p><strong>Scale: </strong><s>\u22121 heavy; 0</s> \u22121 crushing; 0</p>');
  await engine.call('version.name', { name: 'Version 2' });
  const [second] = await engine.call('version.list', {});
  expect((await engine.call('version.diff', { from: second!.id })).changes).toEqual([]);
  await expect(engine.call('version.export', { from: second!.id, format: 'md' })).rejects.toMatchObject({ code: 'nothing-to-export' });
});
test('a version’s name is taken once, can be changed and forgotten, and exported codebooks carry it', async () => {
  const engine = await revised();
  const stamp = async () => /\n\n(Codebook: .*)\n/.exec(new TextDecoder().decode(((await engine.call('codebook.export', { format: 'md' })) as IncomingFile).bytes))?.[1];
  expect(await stamp()).toBe('Codebook: Version 1, 6 codes changed since');
  await expect(engine.call('version.name', { name: 'VERSION 1' })).rejects.toMatchObject({ code: 'name-taken' });
  const { version } = await engine.call('version.name', { name: 'Version 2' });
  expect(await stamp()).toBe('Codebook: Version 2');
  await engine.call('version.change', { version, name: 'Second', note: 'after it' });
  expect((await engine.call('version.list', {})).map(({ name, note }) => [name, note])).toEqual([['Second', 'after it'], ['Version 1', 'before the pilot']]);
  await engine.call('version.remove', { version });
  expect(await stamp()).toBe('Codebook: Version 1, 6 codes changed since');
  await engine.call('history.undo', {});
  expect(await stamp()).toBe('Codebook: Second');
});
test('the command line names, lists and compares versions; it ends with 1 where there are differences', async () => {
  const engine = await revised();
  engine.close();
  const folder = temporaryFolder();
  const run = commandLine(folder);
  expect(await run(['codebook', 'versions', engine.file, '--name', 'Version 2', '--note', 'after the\npilot'])).toMatchObject({ code: 0, out: expect.stringMatching(/^Version 2 {2}.* {2}after the pilot\nVersion 1 {2}.* {2}Lin {2}before the pilot\n$/) as unknown });
  expect(await run(['codebook', 'diff', engine.file, 'version 1', 'Version 2'])).toMatchObject({ code: 1, out: markdown.replace('→ now', '→ Version 2') });
  expect(await run(['codebook', 'diff', engine.file, 'Version 1', '-o', 'diff.md'])).toMatchObject({ code: 1 });
  expect(readFileSync(join(folder, 'diff.md'), 'utf8')).toBe(markdown);
  expect(await run(['codebook', 'diff', engine.file, 'Version 2'])).toMatchObject({ code: 0, err: 'Nothing has changed.\n' });
  expect(await run(['codebook', 'diff', engine.file, 'Version 9'])).toMatchObject({ code: 4, err: expect.stringContaining('Versions are: Version 2, Version 1.') as unknown });
  expect(await run(['codebook', engine.file, 'nonsense'])).toMatchObject({ code: 2 });
});
