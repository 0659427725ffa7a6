import { expect, testOn, type Workbench } from './workbench.ts';

const test = testOn('Wards', async (study) => {
  await study.interview('Ward', 'Interviewer: How is it?\nAna: We refer nobody. The hospital keeps them all.\nBo: I would share, if they asked.\nAna: The pay is low.');
  await study.interview('诊所', '访谈者：怎么样？\n陈医生：我们不转诊。待遇还行。');
  await study.groups('Group', { Ana: 'Doctors', Bo: 'Nurses' });
  const hospital = await study.newCode('● Hospital');
  await study.newCode('● GP');
  for (const [document, words] of [['Ward', 'We refer nobody.'], ['诊所', '我们不转诊。']] as const) {
    await study.code(document, words, '● GP');
    await study.code(document, words, '◆ Willingness', { rating: document === 'Ward' ? -2 : 1 });
    await study.code(document, words, '▲ Access', { counterparty: hospital });
  }
  await study.code('Ward', 'I would share, if they asked.', '● GP');
  await study.code('Ward', 'The pay is low.', 'Pay');
});

const passages = ({ page }: Workbench) => page.getByRole('listbox', { name: 'Passages' }).getByRole('option');
const counted = ({ page }: Workbench, text: string) => expect(page.getByText(text, { exact: true })).toBeVisible();
async function ask({ page }: Workbench): Promise<void> {
  await page.keyboard.press('Control+Shift+F');
  await page.getByRole('radio', { name: 'Query' }).click();
  await expect(page.getByText('All coded passages.')).toBeVisible();
}
/** Adds a condition that is shown so. */
async function add({ page }: Workbench, typed: string, shown: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Add a condition' }).last().press('Enter');
  await expect(page.getByPlaceholder('Code, group, person, words…')).toBeFocused();
  await page.keyboard.type(typed);
  await page.getByRole('listbox', { name: 'Add a condition' }).getByRole('option', { name: shown }).click();
  await expect(page.getByPlaceholder('Code, group, person, words…')).toBeHidden();
}
async function choose({ page }: Workbench, what: string, option: RegExp): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${what} `) }).click();
  await page.getByRole('option', { name: option }).click();
  // The next key is for what lies under the list, once the list is gone.
  await expect(page.getByRole('button', { name: new RegExp(`^${what} `) })).toBeFocused();
}

test('a facet triple, a range and an order are put together with the numbers beside each choice, read aloud, saved, and opened again', async ({ workbench, page }) => {
  await ask(workbench);
  await counted(workbench, '4 of 4 coded passages');
  await add(workbench, 'triple', 'Facet triple');
  await counted(workbench, '2 of 4 coded passages');
  await choose(workbench, 'Stakeholder', /^GP\s*2$/);
  await choose(workbench, 'Rating', /^low\s*1$/);
  await choose(workbench, 'With', /^Hospital\s*1$/);
  await page.keyboard.press('Escape');
  await counted(workbench, 'Passages where one coder says ‘GP’ × any dimension (rated low) × any conflict (with ‘Hospital’).');
  await expect(passages(workbench)).toHaveText([/^Ana.*We refer nobody\..*GP.*Willingness.*−2.*Access/]);
  await page.getByRole('button', { name: 'Saved queries' }).click();
  await page.getByRole('menuitem', { name: 'Save under a name…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Unwilling');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Unwilling', exact: true })).toBeVisible();
  await expect(workbench.undoLabel).toHaveText(/save query ‘Unwilling’/);
  await page.getByRole('button', { name: 'Unwilling', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Begin a new one' }).click();
  await counted(workbench, '4 of 4 coded passages');
  await page.getByRole('button', { name: 'Saved queries' }).click();
  await page.getByRole('menuitem', { name: 'Unwilling', exact: true }).click();
  await counted(workbench, '1 of 4 coded passages');

  await page.getByRole('button', { name: 'Unwilling', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Begin a new one' }).click();
  const { attribute } = await workbench.ask('attribute.create', { name: 'Years', of: 'participants', kind: 'number' });
  for (const { id, name } of await workbench.ask('participant.list', {})) if (name !== 'Bo') await workbench.ask('attribute.set', { attribute, participant: id, value: name === 'Ana' ? '10' : '30' });
  await add(workbench, 'range', /^Range\s*Years\s*3$/);
  await page.getByRole('spinbutton', { name: 'At least' }).fill('12.5');
  await counted(workbench, 'Passages where Years is at least 12.5.');
  await expect(passages(workbench)).toHaveText([/陈医生/]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'where Years is at least 12.5', exact: true }).press('Delete');
  await add(workbench, 'gp', /^GP\s*3$/);
  await page.getByRole('button', { name: 'coded ‘GP’', exact: true }).press('Enter');
  await choose(workbench, 'Place', /^near one that is, in turns/);
  await choose(workbench, 'Order', /^after it\s*2$/);
  await page.keyboard.press('Escape');
  await counted(workbench, 'Passages after a passage coded ‘GP’, at most one turn on.');
  await expect(passages(workbench)).toHaveText([/I would share/, /The pay is low/]);
});

test('conditions are turned round, placed and taken away by the keyboard; a passage opens in its transcript, and all of them are coded in one step', async ({ workbench, page }) => {
  await ask(workbench);
  await add(workbench, 'gp', /^GP\s*3$/);
  await counted(workbench, '3 of 4 coded passages');
  await add(workbench, 'doctors', /^Doctors.*1$/);
  await counted(workbench, '1 of 4 coded passages');
  await page.getByRole('button', { name: 'where Group is Doctors', exact: true }).press('Enter');
  await page.getByRole('radio', { name: 'It is not so (2)' }).click();
  await page.keyboard.press('Escape');
  await counted(workbench, 'Passages coded ‘GP’ and not where Group is Doctors.');
  await expect(passages(workbench)).toHaveText([/陈医生.*我们不转诊。/, /Bo.*I would share/]);
  await page.getByRole('button', { name: 'coded ‘GP’', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Delete');
  await counted(workbench, '3 of 4 coded passages');
  await passages(workbench).last().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await page.getByRole('combobox', { name: 'Code for the passages' }).fill('Referral');
  await choose(workbench, 'New', /^Dimension/);
  await page.getByRole('button', { name: 'Code 2 passages' }).click();
  await expect(page.getByText('2 passages coded ‘Referral’.')).toBeVisible();
  expect(await workbench.codedIn('Ward')).toEqual(expect.arrayContaining(['Referral: We refer nobody.', 'Referral: I would share, if they asked.']));
  await workbench.undoLabel.click();
  await expect.poll(async () => (await workbench.codedIn('Ward')).filter((line) => line.startsWith('Referral'))).toEqual([]);
  await passages(workbench).last().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Ward' })).toBeVisible();
  await expect(workbench.rightPane.getByText('I would share, if they asked.')).toBeVisible();
});
