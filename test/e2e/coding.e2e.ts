import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { docx } from '../helpers/docx.ts';
import { expect, test } from './workbench.ts';

const zoom = resolve(import.meta.dirname, '../../../shared/files/transcripts/zoom/meeting001_transcript.vtt');

test('import a Word file and a Zoom recording, code by keyboard, correct a word, undo all, redo, reload: every position and count is right', async ({ workbench, home, page }) => {
  test.skip(!existsSync(zoom), 'the real Zoom transcript is not beside this checkout');
  const word = join(home, 'GP-07 Dr Hu.docx');
  await writeFile(word, docx(['Interviewer: How was the morning?', 'Dr Hu: Before the reform I had my clinic 😀 and my fields. Now I start at six with the registers.', 'Interviewer: And the pay?', 'Dr Hu: The same pay as before.']));
  await workbench.newStudy('Two kinds');
  await workbench.importFiles([word, zoom]);

  await workbench.openDocument('GP-07 Dr Hu');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await workbench.codeNextWords(3, 'Before');
  await page.keyboard.press('ArrowRight');
  await workbench.codeNextWords(4, 'Own time');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Home');
  await workbench.codeNextWords(3, 'Pay');
  await expect.poll(() => workbench.codedIn('GP-07 Dr Hu')).toEqual(['Before: Before the reform', 'Own time: I had my clinic', 'Pay: The same pay']);

  await workbench.openDocument('meeting001_transcript');
  await page.keyboard.press('Control+Home');
  await workbench.codeNextWords(2, 'Opening');
  await page.keyboard.press('ArrowRight');
  await workbench.codeNextWords(2, 'Pay');
  await expect.poll(async () => (await workbench.codedIn('meeting001_transcript')).length).toBe(2);
  const coded = { word: await workbench.codedIn('GP-07 Dr Hu'), zoom: await workbench.codedIn('meeting001_transcript') };
  expect(coded.zoom.map((each) => each.split(': ')[0])).toEqual(['Opening', 'Pay']);

  await workbench.openDocument('GP-07 Dr Hu');
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.type('And exactly how');
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await workbench.ask('document.read', { document: 1 })).text.slice(0, 40)).toMatch(/^And exactly how ?was the morning/);
  expect(await workbench.codedIn('GP-07 Dr Hu')).toEqual(coded.word);
  await expect.poll(() => workbench.painted()).toBe('Before the reform|I had my clinic|The same pay');

  const steps = (await workbench.ask('history.list', {})).filter((entry) => entry.kind === 'do').length;
  for (let step = 0; step < steps; step++) await page.keyboard.press('Control+z');
  await expect.poll(async () => (await workbench.ask('project.read', {})).undo).toBeNull();
  expect(await workbench.ask('project.read', {})).toMatchObject({ documents: 0, codes: 0, codings: 0 });
  for (let step = 0; step < steps; step++) await page.keyboard.press('Control+Shift+z');
  await expect.poll(async () => (await workbench.ask('project.read', {})).redo).toBeNull();
  await page.reload();
  await expect(workbench.transcript).toBeVisible();
  expect(await workbench.codedIn('GP-07 Dr Hu')).toEqual(coded.word);
  expect(await workbench.codedIn('meeting001_transcript')).toEqual(coded.zoom);
  expect((await workbench.ask('code.list', {})).map(({ name, codings }) => [name, codings])).toEqual(expect.arrayContaining([['Pay', 2], ['Before', 1], ['Own time', 1], ['Opening', 1]]));
  await workbench.openDocument('GP-07 Dr Hu');
  await expect.poll(() => workbench.painted()).toBe('Before the reform|I had my clinic|The same pay');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await workbench.ask('document.read', { document: 1 })).text.slice(0, 20)).toBe('How was the morning?');
});
