import { expect, testOn, type Workbench } from './workbench.ts';

const test = testOn('Codebook', async (study) => {
  await study.interview('GP-07 Dr Hu', 'Interviewer: How was the morning?\nDr Hu: I start at six with the registers. The same pay as before. They call it support.');
  await study.newCode('● GPs');
  await study.newCode('● Patients');
  const impact = await study.newCode('◆ Impact');
  await study.newCode('◆ Workload', { parent: impact });
  await study.newCode('◆ Trust');
  await study.newCode('■ Sayings');
  await study.code('GP-07 Dr Hu', 'I start at six', '◆ Workload', { rating: -2 });
  await study.code('GP-07 Dr Hu', 'The same pay as before', '◆ Workload');
  await study.code('GP-07 Dr Hu', 'They call it support', '◆ Impact');
  await study.code('GP-07 Dr Hu', 'They call it support', '■ Sayings');
});
const paths = async (workbench: Workbench) => (await workbench.ask('code.list', {})).map(({ facet, path }) => `${facet[0]}: ${path}`);
const before = ['s: GPs', 's: Patients', 'd: Impact', 'd: Impact > Workload', 'd: Trust', 't: Sayings'];

test('a new code in each facet is named at once; F2 renames, Enter takes it, Escape leaves it; a taken name is refused in words', async ({ workbench, page }) => {
  for (const [facet, name] of [['Stakeholder', 'Nurses'], ['Dimension', 'Pay'], ['Conflict', 'Blame'], ['Theme', '比喻']] as const) {
    await page.getByRole('button', { name: 'Add to Codebook' }).click();
    await page.getByRole('menuitem', { name: `New code: ${facet}` }).click();
    await expect(workbench.codebook.getByRole('textbox', { name: 'Rename' })).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(workbench.codeRow(name)).toBeFocused();
  }
  expect(await paths(workbench)).toEqual(['s: GPs', 's: Patients', 's: Nurses', 'd: Impact', 'd: Impact > Workload', 'd: Trust', 'd: Pay', 'c: Blame', 't: Sayings', 't: 比喻']);
  await page.keyboard.press('F2');
  await page.keyboard.type('Images');
  await page.keyboard.press('Escape');
  await expect(workbench.codeRow('比喻')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('sayings');
  await page.keyboard.press('Enter');
  await expect(workbench.notice).toContainText('The name “sayings” is taken.');
  await page.keyboard.press('F2');
  await page.keyboard.type('Images');
  await page.keyboard.press('Enter');
  await expect.poll(() => paths(workbench)).toContain('t: Images');
  await page.keyboard.press('Control+z');
  await expect.poll(() => paths(workbench)).toContain('t: 比喻');
});

test('a code below another from its menu; definition, rules and colour on the right are kept and can be undone', async ({ workbench, page }) => {
  await workbench.codeRow('Trust').hover();
  await workbench.codeRow('Trust').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'New code below' }).click();
  await expect(workbench.codebook.getByRole('textbox', { name: 'Rename' })).toBeFocused();
  await page.keyboard.type('In the county');
  await page.keyboard.press('Enter');
  await expect(workbench.codeRow('In the county')).toBeVisible();
  expect(await paths(workbench)).toContain('d: Trust > In the county');
  await workbench.codeRow('Workload').click();
  await workbench.rightPane.getByRole('textbox', { name: 'Definition' }).fill('How much there is to do');
  await workbench.rightPane.getByRole('textbox', { name: 'Include', exact: true }).click();
  await workbench.rightPane.getByRole('radio', { name: 'Colour 7' }).click();
  await expect.poll(async () => (await workbench.ask('code.list', {})).filter(({ name }) => name === 'Workload').map(({ definition, colour }) => [definition, colour])).toEqual([['How much there is to do', '7']]);
  await expect(workbench.rightPane.getByRole('radio', { name: 'Colour 7' })).toHaveAttribute('aria-checked', 'true');
});

test('a code is found in the tree and its passages light up; the right pane lists its quotations, and one opens at its place', async ({ workbench, page }) => {
  await expect(workbench.transcript).toBeFocused();
  await workbench.codebook.getByRole('row').first().focus();
  await page.keyboard.type('work');
  await expect(workbench.codeRow('Workload')).toBeFocused();
  await expect.poll(() => workbench.text.painted('code')).toBe('I start at six|The same pay as before');
  await page.keyboard.press('Enter');
  await expect(workbench.rightPane.getByRole('heading', { name: 'Quotations' })).toContainText('2');
  await workbench.rightPane.getByRole('button', { name: /^The same pay as before/ }).click();
  await expect.poll(() => workbench.text.painted('at')).toBe('The same pay as before');
  await expect(workbench.transcript).toBeFocused();
  await page.keyboard.press('Escape');
  await expect.poll(() => workbench.text.painted('code')).toBe('');
});

/** Drags a row by the mouse onto another; `height` says where on it: 0.5 on it, near 0 above it. */
async function drag(workbench: Workbench, name: string, onto: string, height = 0.5): Promise<void> {
  const { page } = workbench;
  // Rows stand where the last change of the study has put them.
  const there = (await workbench.ask('code.list', {})).map((code) => `${code.path.split(' > ').length + 1} ${code.name}`);
  await expect.poll(() => workbench.codebook.getByRole('row').evaluateAll((rows) => rows.filter((row) => row.ariaLevel !== '1').map((row) => `${row.ariaLevel} ${row.ariaLabel}`))).toEqual(there);
  const [from, to] = await Promise.all([name, onto].map(async (row) => (await workbench.codebook.getByRole('row', { name: row, exact: true }).boundingBox())!));
  await page.mouse.move(from!.x + 60, from!.y + from!.height / 2);
  await page.mouse.down();
  await page.mouse.move(from!.x + 64, from!.y + from!.height / 2 + 6, { steps: 3 });
  await page.mouse.move(to!.x + 80, to!.y + to!.height * height, { steps: 6 });
  await page.mouse.move(to!.x + 81, to!.y + to!.height * height);
  await page.mouse.up();
}
test('a code is moved by mouse: below another, into another facet, between two', async ({ workbench }) => {
  await drag(workbench, 'Sayings', 'Trust');
  await expect.poll(() => paths(workbench)).toEqual(['s: GPs', 's: Patients', 'd: Impact', 'd: Impact > Workload', 'd: Trust', 'd: Trust > Sayings']);
  await drag(workbench, 'Trust', 'Theme');
  await expect.poll(() => paths(workbench)).toEqual(['s: GPs', 's: Patients', 'd: Impact', 'd: Impact > Workload', 't: Trust', 't: Trust > Sayings']);
  await drag(workbench, 'Patients', 'GPs', 0.1);
  await expect.poll(() => paths(workbench)).toEqual(['s: Patients', 's: GPs', 'd: Impact', 'd: Impact > Workload', 't: Trust', 't: Trust > Sayings']);
});

test('a code is moved by keyboard: Enter on its grip, arrows to the place, Enter', async ({ workbench, page }) => {
  await workbench.codeRow('Trust').click();
  await page.keyboard.press('ArrowRight');
  await expect(workbench.codeRow('Trust').getByRole('button', { name: 'Move “Trust”' })).toBeFocused();
  await page.keyboard.press('Enter');
  for (let press = 0; press < 20 && !(await page.evaluate(() => /^Drop on.*Theme/.test(document.activeElement?.getAttribute('aria-label') ?? ''))); press++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => paths(workbench)).toEqual(['s: GPs', 's: Patients', 'd: Impact', 'd: Impact > Workload', 't: Sayings', 't: Trust']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => paths(workbench)).toEqual(before);
});

test('Delete says how much goes along and undo brings all of it back', async ({ workbench, page }) => {
  const coded = await workbench.codedIn('GP-07 Dr Hu');
  await workbench.codeRow('Impact').click();
  await page.keyboard.press('Delete');
  const sheet = page.getByRole('dialog', { name: 'Delete “Impact”?' });
  await expect(sheet).toContainText('2 codes, 3 codings in one document, and 0 memos');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  expect(await paths(workbench)).toEqual(before);
  await page.keyboard.press('Delete');
  await sheet.getByRole('button', { name: 'Delete' }).click();
  await expect(sheet).toBeHidden();
  expect(await paths(workbench)).toEqual(['s: GPs', 's: Patients', 'd: Trust', 't: Sayings']);
  expect(await workbench.codedIn('GP-07 Dr Hu')).toEqual(['Sayings: They call it support']);
  await expect.poll(() => workbench.painted()).toBe('They call it support');
  await expect(workbench.undoLabel).toContainText('Undo: delete code ‘Impact’');
  await page.keyboard.press('Control+z');
  await expect.poll(() => paths(workbench)).toEqual(before);
  expect(await workbench.codedIn('GP-07 Dr Hu')).toEqual(coded);
  await expect.poll(() => workbench.painted()).toBe('I start at six|The same pay as before|They call it support');
});
