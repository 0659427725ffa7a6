import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine } from '../helpers/commandLine.ts';
import { importAll } from '../helpers/handing.ts';
import { newStudy, temporaryFolder } from '../helpers/study.ts';

test('a corrected file takes a transcript’s place; a dry run says what would become of the passages, and one without a place needs a word', async () => {
  const folder = temporaryFolder();
  const engine = newStudy(folder);
  const { documents: [document] } = await importAll(engine, { 'P01.txt': 'I: How was it?\nR: We were so tierd. The pay came late.\n' });
  const { text } = await engine.call('document.read', { document: document!.id });
  for (const [words, name] of [['so tierd', 'Load'], ['The pay came late', 'Pay']] as const) {
    const start = text.indexOf(words);
    await engine.call('coding.apply', { document: document!.id, start, end: start + words.length, codes: [{ create: { name, facet: 'theme' } }] });
  }
  engine.close();
  writeFileSync(join(folder, 'corrected.txt'), 'I: How was it?\nR: We were so tired. Nobody came.\n');
  const concord = commandLine(folder);
  const told = expect.stringMatching(/3 places differ: 0 unchanged, 0 in other spelling, 1 changed, 0 moved, 1 without a place\.\n\nNo place: Pay \(Lin\)\n {2}- The pay came late\n {2}\? .*\n\nChanged: Load \(Lin\)\n {2}- so tierd\n {2}\+ so tired\n/s) as string;
  expect(await concord(['replace', 'study.concord', 'p01', 'corrected.txt', '--dry-run'])).toMatchObject({ code: 1, err: '', out: told });
  expect(await concord(['replace', 'study.concord', 'P01', 'corrected.txt'])).toMatchObject({ code: 4, err: 'One or more coded passages (1) find no place in the corrected version. Say of each whether it is left out or kept at the nearest place. Nothing was changed. (passages-without-place)\n' });
  expect(await concord(['replace', 'study.concord', 'P02', 'corrected.txt'])).toMatchObject({ code: 4, err: expect.stringContaining('There is no document “P02”.') as string });
  const done = await concord(['replace', 'study.concord', 'P01', 'corrected.txt', '--without-place', 'leave-out', '--json']);
  expect(JSON.parse(done.out)).toMatchObject({ replaced: true, leftOut: 1, passages: 2, items: [{ fate: 'changed' }, { fate: 'lost' }] });
  expect((await concord(['excerpts', 'study.concord', '--format', 'csv'])).out).toMatch(/so tired/);
  expect(await concord(['undo', 'study.concord'])).toMatchObject({ code: 0, out: 'Undone: replace ‘P01’ by a corrected version.\n' });
  expect((await concord(['excerpts', 'study.concord', '--format', 'csv'])).out).toMatch(/so tierd[^]*The pay came late/);
});
