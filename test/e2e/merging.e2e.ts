import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openStudy } from '../../electron/core/engine.ts';
import { bringFileTogether } from '../../electron/core/together.ts';
import { expect, testOn, type Workbench } from './workbench.ts';

const test = testOn('Merging', async (study) => {
  await study.interview('GP-07 Dr Hu', 'Interviewer: How was the morning?\nDr Hu: I start at six with the registers. The same pay as before. They call it support.');
  const load = await study.newCode('◆ Workload', { definition: 'How much there is to do' });
  await study.newCode('◆ Nights', { parent: load });
  const strain = await study.newCode('◆ Strain', { definition: 'How hard it is' });
  await study.newCode('◆ Shifts', { parent: strain });
  await study.newCode('■ Sayings');
  await study.code('GP-07 Dr Hu', 'I start at six', '◆ Workload', { rating: -2 });
  await study.code('GP-07 Dr Hu', 'I start at six', '◆ Strain', { rating: -1 });
  await study.code('GP-07 Dr Hu', 'They call it support', '◆ Strain');
});
const paths = async (workbench: Workbench) => (await workbench.ask('code.list', {})).map(({ path }) => path);
const before = ['Workload', 'Workload > Nights', 'Strain', 'Strain > Shifts', 'Sayings'];

test('a code is merged into another from its menu: found by typing, what it does is said before, one undo brings it back', async ({ workbench, page }) => {
  const coded = await workbench.codedIn('GP-07 Dr Hu');
  await workbench.codeRow('Strain').hover();
  await workbench.codeRow('Strain').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Merge into…' }).click();
  const sheet = page.getByRole('dialog', { name: 'Merge “Strain” into another code' });
  await expect(sheet.getByRole('textbox', { name: 'Into which code?' })).toBeFocused();
  // Neither itself, nor what stands below it, nor another facet.
  await expect(sheet.getByRole('option')).toHaveText([/^Workload/, /^Workload > Nights/]);
  await expect(sheet.getByRole('button', { name: 'Merge' })).toBeDisabled();
  await page.keyboard.type('work');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(sheet.getByRole('listitem')).toHaveText([
    '2 codings move to “Workload”.', 'One of them stands on a passage that the same coder has coded with “Workload” already: the two become one.',
    'Where both are judged differently (once), what “Workload” has is kept and the other is written into the memo.', 'One code below it moves along.',
    'Both are described (Definition): the other’s words are put behind, under its name.', '“Strain” still leads to “Workload” in sheets and on the command line.', 'Undo brings all of it back, today or next month.',
  ]);
  await sheet.getByRole('button', { name: 'Merge' }).click();
  await expect(sheet).toBeHidden();
  expect(await paths(workbench)).toEqual(['Workload', 'Workload > Nights', 'Workload > Shifts', 'Sayings']);
  expect(await workbench.codedIn('GP-07 Dr Hu')).toEqual(['Workload -2: I start at six', 'Workload: They call it support']);
  await expect(workbench.rightPane).toContainText(/Also called\s*Strain/);
  await expect(workbench.rightPane.getByRole('textbox', { name: 'Definition' })).toHaveValue('How much there is to do\n\nStrain: How hard it is');
  await expect.poll(() => workbench.text.painted('code')).toBe('I start at six|They call it support');
  await expect(workbench.undoLabel).toContainText('Undo: merge code ‘Strain’ into ‘Workload’');
  await page.keyboard.press('Control+z');
  await expect.poll(() => paths(workbench)).toEqual(before);
  expect(await workbench.codedIn('GP-07 Dr Hu')).toEqual(coded);
});

test('Cancel changes nothing, and a code that is alone in its facet has nothing to go into', async ({ workbench, page }) => {
  await workbench.codeRow('Sayings').hover();
  await workbench.codeRow('Sayings').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Merge into…' }).click();
  const sheet = page.getByRole('dialog', { name: 'Merge “Sayings” into another code' });
  await expect(sheet).toContainText('There is no other Theme code that it can be merged into.');
  await sheet.getByRole('button', { name: 'Cancel' }).click();
  await expect(sheet).toBeHidden();
  expect(await paths(workbench)).toEqual(before);
});

test('another copy of the study is merged: what both changed stands side by side, is decided by keyboard, and comes as one step that one undo takes back', async ({ workbench, page, home }) => {
  const copy = join(home, 'study-mei.concord');
  copyFileSync(join(home, 'Merging.concord'), copy);
  const mei = openStudy(copy, { who: 'Mei' });
  const [load, strain] = ['Workload', 'Strain'].map(async (name) => (await mei.call('code.list', {})).find((code) => code.name === name)!.id);
  await mei.call('code.change', { code: await load!, definition: 'How much work is left undone' });
  await mei.call('code.change', { code: await strain!, name: 'Burden' });
  const { text } = await mei.call('document.read', { document: 1 });
  const start = text.indexOf('The same pay');
  await mei.call('coding.apply', { document: 1, start, end: start + 'The same pay'.length, codes: [{ code: await strain! }] });
  mei.close();
  await workbench.ask('code.change', { code: await load!, definition: 'How much there is to do at night' });
  await workbench.ask('code.change', { code: await strain!, name: 'Stress' });
  const coded = await workbench.codedIn('GP-07 Dr Hu');

  const chooser = page.waitForEvent('filechooser');
  await workbench.command('Merge another copy of the study…');
  await (await chooser).setFiles(copy);
  const list = page.getByRole('listbox', { name: 'To decide' });
  await expect(list.getByRole('option')).toHaveText([/^WorkloadCode · Definition$/, /^StressCode · Name$/]);
  await expect(list.getByRole('option').first()).toBeFocused();
  for (const [side, words] of [['Ours', 'How much there is to do at night'], ['Base', 'How much there is to do'], ['Theirs', 'How much work is left undone']] as const) await expect(page.getByRole('region', { name: side })).toContainText(words);
  await expect(page.getByRole('region', { name: 'Theirs' })).toContainText(/Mei, /);
  // What comes is seen before it comes.
  await page.getByRole('button', { name: /^Comes in/ }).click();
  await expect(page.getByRole('table', { name: 'By coder' }).getByRole('row', { name: /^Mei/ })).toHaveText('Mei100');
  await page.getByText('Codings', { exact: true }).last().click();
  await expect(page.getByRole('main').getByRole('listitem').filter({ visible: true })).toContainText(['Burden · The same pay']);
  await list.getByRole('option').first().click();
  const merge = page.getByRole('main').getByRole('button', { name: 'Merge' });
  await expect(merge).toBeDisabled();
  // For all at once, and taken back at once.
  await page.keyboard.press('Shift+Digit3');
  await expect(list.getByRole('option')).toContainText(['Theirs', 'Theirs']);
  await page.keyboard.press('u');
  await expect(page.getByRole('main')).toContainText('2 of 2 are left to decide');
  await page.keyboard.press('2');
  await expect(list.getByRole('option', { name: 'Stress' })).toBeFocused();
  // What was decided is found again when the same file is chosen another time.
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('region', { name: 'Begun' })).toContainText('study-mei.concord1 of 2 decided');
  const again = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a study…' }).click();
  await (await again).setFiles(copy);
  await expect(list.getByRole('option', { name: 'Workload' })).toContainText('Both');
  await page.keyboard.press('j');
  await expect(list.getByRole('option', { name: 'Stress' })).toBeFocused();
  await page.keyboard.press('3');
  await expect(page.getByRole('main')).toContainText('After the mergeBurden');
  await expect(page.getByRole('main')).toContainText(/come in, \d+ change, 0 go: one step in the history/);
  await merge.click();
  await expect(workbench.notice).toContainText('Merged “study-mei.concord”');
  expect(await workbench.codedIn('GP-07 Dr Hu')).toContain('Burden: The same pay');
  expect((await workbench.ask('code.list', {})).find(({ name }) => name === 'Workload')!.definition).toBe('How much there is to do at night\n\nHow much work is left undone');
  await expect(workbench.undoLabel).toContainText('Undo: merge ‘study-mei.concord’');
  // What it did stays, with ways to it, and is taken back from there.
  await expect(page.getByRole('region', { name: 'Documents it changed' })).toContainText('GP-07 Dr Huone new coding');
  await expect(page.getByRole('region', { name: 'What was decided' }).getByRole('button')).toHaveText(['Workload']);
  await page.getByRole('button', { name: 'Undo this merge' }).click();
  await expect.poll(() => workbench.codedIn('GP-07 Dr Hu')).toEqual(coded);
  await page.getByRole('button', { name: 'All merges' }).click();
  await expect(page.getByRole('region', { name: 'Earlier merges' }).getByRole('listitem')).toContainText(['Undone']);
});

test('a study is shared through a folder: what another did comes in, what both did is a quiet sign that leads to it, and the sign is calm again', async ({ workbench, page, home }) => {
  const team = join(home, 'Team');
  mkdirSync(team);
  await workbench.ask('code.change', { code: 1, definition: 'How much there is to do at night' });
  const copy = join(home, 'bo.concord');
  copyFileSync(join(home, 'Merging.concord'), copy);
  await workbench.command('Share this study…');
  const sheet = page.getByRole('dialog', { name: 'Working at the same time' });
  await sheet.getByRole('textbox', { name: 'Folder that you share' }).fill(join(team, 'nowhere'));
  await page.keyboard.press('Enter');
  await expect(sheet).toContainText('cannot be found');
  await sheet.getByRole('textbox', { name: 'Folder that you share' }).fill(team);
  await page.keyboard.press('Enter');
  const sign = page.getByRole('contentinfo').getByRole('button', { name: /^(Shared|One thing)/ });
  await expect(sign).toHaveText('Shared, nobody else yet · now');
  const bo = openStudy(copy, { who: 'Bo' });
  await bo.call('code.change', { code: 1, definition: 'How much work is left undone' });
  bo.close();
  await bringFileTogether(copy, 'Bo', join(team, 'Merging.shared'));
  await workbench.command('Bring together now');
  await expect(sign).toHaveText('One thing to decide with Bo');
  await sign.click();
  await expect(page.getByRole('listbox', { name: 'To decide' }).getByRole('option')).toHaveText([/^WorkloadCode · Definition/]);
  await page.keyboard.press('2');
  await page.getByRole('main').getByRole('button', { name: 'Merge' }).click();
  await expect(sign).toHaveText(/^Shared with Bo · (now|1 minute ago)$/);
  await expect(workbench.undoLabel).toContainText('Bo');
  await sign.click();
  await expect(sheet.getByRole('list', { name: 'Working at the same time' })).toContainText('Bo');
  await sheet.getByRole('button', { name: 'Work alone again' }).click();
  await expect(sign).toBeHidden();
  expect((await workbench.ask('code.list', {}))[0]).toMatchObject({ definition: 'How much there is to do at night\n\nHow much work is left undone' });
});

test('documents are handed out with what the file holds said before, the package knows its coder and what she finished, and comes back as hers', async ({ workbench, page, home }) => {
  const toMerge = async () => {
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder(/^Find documents/).fill('Merge');
    await page.getByRole('option', { name: 'Merge', exact: true }).click();
  };
  const open = (path: string) => page.evaluate(async (file) => { await fetch('/core/call', { method: 'POST', headers: { 'x-concord': '1', 'content-type': 'application/json' }, body: JSON.stringify({ name: 'desk.open', input: { file } }) }); }, path);
  await toMerge();
  await page.getByRole('button', { name: 'Hand out documents…' }).click();
  const sheet = page.getByRole('dialog', { name: 'Hand out documents' });
  await page.keyboard.type('Ana');
  await expect(sheet.getByRole('button', { name: 'Save the package…' })).toBeDisabled();
  await sheet.getByRole('option', { name: 'GP-07 Dr Hu' }).click();
  await expect(sheet.getByRole('region', { name: 'In the file' })).toContainText(/One document with its text.*The codebook as it is: 5 codes.*Not in the file.*3 codings of others on these documents.*Please note/s);
  const saved = page.waitForEvent('download');
  await sheet.getByRole('button', { name: 'Save the package…' }).click();
  const file = join(home, 'for-ana.concord');
  await (await saved).saveAs(file);
  await expect(sheet).toBeHidden();
  const row = page.getByRole('region', { name: 'Packages' }).getByRole('row', { name: /^Ana/ });
  await expect(row).toContainText(/not yet0 of 10/);

  const own = (await workbench.ask('project.read', {})).name;
  await open(file);
  await page.getByRole('contentinfo').getByRole('button', { name: `Package for Ana: one document, from “${own}”` }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Package for Ana' })).toBeVisible();
  await expect(page.getByRole('contentinfo').getByRole('button', { name: 'Ana', exact: true })).toBeVisible();
  await page.getByRole('checkbox', { name: 'GP-07 Dr Hu: finished' }).click();
  await expect(page.getByRole('main')).toContainText('1 of 1 finished');
  const copy = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a copy to send…' }).click();
  const sent = join(home, 'sent.concord');
  await (await copy).saveAs(sent);

  await open(join(home, 'Merging.concord'));
  await expect(page.getByRole('heading', { level: 1, name: 'GP-07 Dr Hu' })).toBeVisible();
  await toMerge();
  await row.getByRole('button', { name: 'More for Ana' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: 'Bring back…' }).click();
  await (await chooser).setFiles(sent);
  await expect(page.getByRole('main')).toContainText(/1 of 1 documents finished/);
  await page.getByRole('main').getByRole('button', { name: 'Merge' }).click();
  await expect.poll(async () => (await workbench.ask('handOut.list', {})).packages).toMatchObject([{ coder: 'Ana', returned: expect.any(Number), documents: [{ finished: true }] }]);
});
