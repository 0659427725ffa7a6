import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, testOn, type Workbench } from './workbench.ts';

const test = testOn('Codebook at work', async (study) => {
  await study.interview('GP-07 Dr Hu', 'Interviewer: How was the morning?\nDr Hu: I start at six with the registers. The same pay as before. They call it support.');
  await study.newCode('● GPs');
  const impact = await study.newCode('◆ Impact');
  await study.newCode('◆ Workload', { parent: impact, definition: 'How much there is to do', scale: [-2, -1, 0].map((value) => ({ value, anchor: value === -2 ? 'heavy' : '' })) });
  await study.newCode('◆ Trust');
  await study.newCode('◆ Pay');
  await study.newCode('■ 夜班');
  await study.code('GP-07 Dr Hu', 'I start at six', '◆ Workload', { rating: -2 });
  await study.code('GP-07 Dr Hu', 'The same pay as before', '◆ Workload');
  await study.code('GP-07 Dr Hu', 'They call it support', '◆ Workload');
});
const paths = async (workbench: Workbench) => (await workbench.ask('code.list', {})).map(({ facet, path }) => `${facet[0]}: ${path}`);
const before = ['s: GPs', 'd: Impact', 'd: Impact > Workload', 'd: Trust', 'd: Pay', 't: 夜班'];
const rowsShown = (workbench: Workbench) => workbench.codebook.getByRole('row').evaluateAll((rows) => rows.map((row) => row.ariaLabel));

test('codes are found and narrowed; several are chosen and moved by keyboard in one step, and put into a set that narrows the tree', async ({ workbench, page }) => {
  await workbench.codeRow('Trust').click();
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('textbox', { name: 'Find codes' })).toBeFocused();
  await page.keyboard.type('much DO');
  await expect.poll(() => rowsShown(workbench)).toEqual(['Dimension', 'Impact', 'Workload']);
  await page.keyboard.press('ArrowDown');
  await expect(workbench.codeRow('Workload')).toBeFocused();
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Escape');
  await expect.poll(() => rowsShown(workbench)).toHaveLength(10);
  await page.keyboard.type('yeban');
  await expect.poll(() => rowsShown(workbench)).toEqual(['Theme', '夜班']);
  await page.keyboard.press('Escape');
  await workbench.codeRow('Trust').click();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(workbench.rightPane).toContainText('2 codes chosen');
  await page.keyboard.press('ArrowRight');
  await expect(workbench.codeRow('Pay').getByRole('button', { name: 'Move “Pay”' })).toBeFocused();
  await page.keyboard.press('Enter');
  for (let press = 0; press < 24 && !(await page.evaluate(() => /^Drop on.*夜班/.test(document.activeElement?.getAttribute('aria-label') ?? ''))); press++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => paths(workbench)).toEqual(['s: GPs', 'd: Impact', 'd: Impact > Workload', 't: 夜班', 't: 夜班 > Trust', 't: 夜班 > Pay']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => paths(workbench)).toEqual(before);
  await workbench.rightPane.getByRole('button', { name: 'New set' }).click();
  await page.keyboard.type('Money');
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'Code sets' }).getByRole('button', { name: /^Money/ }).click();
  await expect.poll(() => rowsShown(workbench)).toEqual(['Dimension', 'Trust', 'Pay']);
});

test('a codebook’s file shows what it would change and which rows are wrong before it is taken in; a version says what became of it', async ({ workbench, page, home }) => {
  await workbench.command('Versions of the codebook…');
  const versions = page.getByRole('dialog', { name: 'Versions of the codebook' });
  await versions.getByRole('textbox', { name: 'Note' }).fill('before the pilot');
  await versions.getByRole('button', { name: 'Name it as it is now' }).click();
  await expect(versions.getByRole('list', { name: 'Versions' })).toContainText('before the pilot');
  await expect(versions).toContainText('Nothing has changed.');
  await page.keyboard.press('Escape');
  const files = [join(home, 'wrong.csv')];
  await writeFile(files[0]!, 'path,facet\nPay,mood\n');
  await workbench.chooseFiles([files[0]!], 'Import a codebook…');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Row 2There is no facet “mood”.');
  await expect(page.getByRole('button', { name: 'Take the codebook in' })).toBeDisabled();
  // Dropped on the window together: what may be people is asked about, what can only be codes is shown as such.
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['name\nNights\n'], 'either.csv'));
    transfer.items.add(new File(['name,parent,definition\nNights,Workload,after ten\nWorkload,Impact,How much there is left to do\n'], 'book.csv'));
    return transfer;
  });
  await page.getByRole('banner').dispatchEvent('drop', { dataTransfer: dropped });
  await page.getByRole('main').getByRole('button', { name: 'Participants' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Import participants' })).toBeVisible();
  await page.getByRole('button', { name: 'This is a codebook' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Import a codebook' })).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('main').getByRole('row').nth(2)).toContainText('Impact > WorkloadchangesDefinition How much there is left to dowas: How much there is to do');
  expect(await paths(workbench)).toEqual(before);
  await page.getByRole('button', { name: 'Take the codebook in' }).click();
  await expect.poll(() => paths(workbench)).toContain('d: Impact > Workload > Nights');
  await workbench.command('Versions of the codebook…');
  const changes = versions.getByRole('region', { name: 'Changes' });
  await expect(changes.getByRole('heading', { level: 4 })).toHaveText(['Impact > Workload', 'Impact > Workload > Nights']);
  await expect(changes.locator('ins')).toHaveText(/^left\s*$/);
});

test('a code is split by digits, left and taken up again, carried out in one step; E makes a quotation its example', async ({ workbench, page }) => {
  const coded = await workbench.codedIn('GP-07 Dr Hu');
  const open = async () => {
    await workbench.codeRow('Workload').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Split…' }).click();
    await expect(page.getByRole('dialog', { name: 'Split “Workload”' }).locator('mark')).toBeVisible();
  };
  const sheet = page.getByRole('dialog', { name: 'Split “Workload”' });
  await open();
  await sheet.getByRole('textbox', { name: 'Another code, or a new one' }).fill('Early hours');
  await expect(sheet.getByRole('option')).toHaveText([/New Dimension code “Early hours”/]);
  await page.keyboard.press('Enter');
  await sheet.getByRole('textbox').fill('pay');
  await page.keyboard.press('Enter');
  await expect(sheet.getByRole('listitem')).toHaveText([/^1Early hours/, /^2Pay/, /^0Stays with “Workload”/]);
  // Out of the field, to where digits choose; once more leaves the sheet.
  await page.keyboard.press('Escape');
  await page.keyboard.press('1');
  await expect(sheet.locator('mark')).toHaveText('The same pay as before');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  expect(await workbench.codedIn('GP-07 Dr Hu')).toEqual(coded);
  // Also in another view, and when Concord was left and started again.
  await page.reload();
  const goOn = page.getByRole('button', { name: 'Split “Workload”, 1 of 3 decided: go on', exact: true });
  await goOn.click();
  await expect(sheet).toContainText('1 of 3 decided.');
  await expect(sheet.locator('mark')).toHaveText('The same pay as before');
  await page.keyboard.press('2');
  await page.keyboard.press('0');
  await sheet.getByRole('button', { name: 'Move 2 passages' }).click();
  await expect(sheet).toBeHidden();
  expect(await workbench.codedIn('GP-07 Dr Hu')).toEqual(['Early hours -2: I start at six', 'Pay: The same pay as before', 'Workload: They call it support']);
  expect(await paths(workbench)).toContain('d: Impact > Workload > Early hours');
  await expect(goOn).toBeHidden();
  await expect(workbench.undoLabel).toContainText('Undo: split ‘Workload’ (2 codings)');
  await page.keyboard.press('Control+z');
  await expect.poll(() => workbench.codedIn('GP-07 Dr Hu')).toEqual(coded);
  await workbench.codeRow('Workload').click();
  await workbench.rightPane.getByRole('button', { name: /^They call it support/ }).focus();
  await page.keyboard.press('e');
  await expect(workbench.rightPane.getByRole('textbox', { name: 'Example' })).toHaveValue('“They call it support” (GP-07 Dr Hu, turn 2)');
});

test('a definition that is changed elsewhere again and again is never written back by the pane that shows it', async ({ workbench, page }) => {
  await workbench.codeRow('Workload').click();
  const definition = workbench.rightPane.getByRole('textbox', { name: 'Definition' });
  await expect(definition).toHaveValue('How much there is to do');
  const { id } = (await workbench.ask('code.list', {})).find(({ name }) => name === 'Workload')!;
  for (let round = 1; round <= 12; round++) {
    // The name changes in between, so that the pane is being drawn for another reason when the definition comes.
    await Promise.all([workbench.ask('code.change', { code: id, name: `Load ${round}` }), workbench.ask('code.change', { code: id, definition: `as of ${round}` })]);
  }
  await expect(definition).toHaveValue('as of 12');
  await workbench.codebook.getByRole('row').first().focus();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await workbench.ask('history.list', {})).slice(0, 3).map(({ kind, operation }) => `${kind} ${operation}`)).toEqual(['undo code.change', 'do code.change', 'do code.change']);
  expect((await workbench.ask('history.list', {})).filter(({ operation }) => operation === 'code.change')).toHaveLength(25);
});

test('another codebook stands beside ours, is decided by keyboard, left and taken up again, merged in one step and undone', async ({ workbench, page, home }) => {
  const sheet = join(home, 'their book.csv');
  await writeFile(sheet, 'path,facet,definition\nWork-load,dimension,What has to be done.\nWaiting,theme,How long.\nTrust,dimension,\n');
  const choose = async () => {
    await workbench.command('Merge codebooks…');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose codebooks…' }).click();
    await (await chooser).setFiles([sheet]);
  };
  const differences = page.getByRole('listbox', { name: 'Differences' });
  await choose();
  await expect(differences.getByRole('option')).toHaveText([/Work-load/, /Waiting/]);
  await expect(differences.getByRole('option', { name: 'Work-load' })).toBeFocused();
  await expect(page.getByRole('region', { name: 'Here', exact: true })).toContainText('Impact > WorkloadThe same name, written otherwise3 codings here');
  await page.keyboard.press('1');
  await expect(differences.getByRole('option')).toHaveText([/Workload/, /Work-loadDimensionOne code/, /Waiting/]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await choose();
  await expect(differences.getByRole('option', { name: /^Workload/ })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Merge the codebooks' })).toBeDisabled();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
  await page.keyboard.press('2');
  await page.getByRole('button', { name: 'The codebook afterwards' }).click();
  await expect(page.getByRole('row', { name: /^Waiting/ })).toHaveText(/Waiting\s*new0$/);
  await expect(page.getByRole('row', { name: /^Workload/ })).toHaveText(/Workload\s*changed3$/);
  expect(await paths(workbench)).toEqual(before);
  await page.getByRole('button', { name: 'Merge the codebooks' }).click();
  await expect.poll(() => paths(workbench)).toEqual([...before, 't: Waiting']);
  expect((await workbench.ask('code.list', {})).find(({ name }) => name === 'Workload')).toMatchObject({ definition: 'How much there is to do\nWhat has to be done.', aliases: ['Work-load'], codings: 3 });
  await expect(workbench.undoLabel).toContainText('Undo: merge the codebook of ‘their book.csv’ (2 codes)');
  await page.keyboard.press('Control+z');
  await expect.poll(() => paths(workbench)).toEqual(before);
});
