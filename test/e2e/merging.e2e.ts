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
