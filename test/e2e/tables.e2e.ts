import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { tableIntoReport } from './reportWay.ts';
import { expect, testOn, type Workbench } from './workbench.ts';

const ward = 'Interviewer: How is the work?\nAna: I start at six. The pay is low.\nEva: I start at seven.\nIda: We all start early.\nOda: The pay is low.\nUna: I cannot say.\nBo: Nobody pays the nights.\nInterviewer: Thanks.\nAna: Yes.\nEva: Yes.\nIda: Yes.\nOda: Yes.\nUna: Yes.\nBo: Yes.';
const clinic = 'Interviewer: And the pay?\nChen: The pay is fair. I start at nine.\nDan: Mine is not.\nInterviewer: Thanks.\nChen: Yes.\nDan: Yes.';
/** Five nurses, two doctors, no patient, and Dan of whom nothing is known; an interviewer in both. */
const test = testOn('Wards', async (study) => {
  await study.interview('Ward', ward);
  await study.interview('Clinic', clinic);
  const { attribute } = await study.ask('attribute.create', { name: 'Group', of: 'participants', kind: 'choice', choices: ['Nurses', 'Doctors', 'Patients'] });
  const values: Record<string, string> = { Ana: 'Nurses', Eva: 'Nurses', Ida: 'Nurses', Oda: 'Nurses', Una: 'Nurses', Bo: 'Doctors', Chen: 'Doctors' };
  for (const { id, name } of await study.ask('participant.list', {})) if (values[name]) await study.ask('attribute.set', { attribute, participant: id, value: values[name] });
  const work = await study.newCode('◆ Work');
  await study.newCode('◆ Hours', { parent: work });
  await study.newCode('◆ Pay', { parent: work });
  await study.code('Ward', 'How is the work', '◆ Work');
  await study.code('Ward', 'I start at six', '◆ Hours', { rating: -2 });
  await study.code('Ward', 'I start at six', '◆ Hours', { who: 'Mei' });
  await study.code('Ward', 'start at six', '◆ Hours');
  await study.code('Ward', 'I start at seven', '◆ Hours');
  await study.code('Ward', 'We all start early', '◆ Work');
  await study.code('Ward', 'The pay is low', '◆ Pay');
  await study.code('Ward', 'I cannot say.\nNobody pays the nights', '◆ Pay');
  await study.code('Clinic', 'And the pay', '◆ Pay');
  await study.code('Clinic', 'The pay is fair', '◆ Pay');
  await study.code('Clinic', 'I start at nine', '◆ Hours');
  await study.code('Clinic', 'Mine is not', '◆ Pay');
  await study.newCode('■ Sayings');
});

/** What the table shows but for all together: its head, then a line a row; '–' where nobody was interviewed. */
const shown = (page: Page) => page.getByRole('table').evaluate((table) => [...table.querySelectorAll('thead tr, tbody tr')].map((row) => [...row.children].filter((cell) => !cell.matches('[data-total]')).map((cell) => (cell.matches('[class*=unasked]') ? '–' : [...cell.querySelectorAll('bdi, small, td > button, td > span:not([class*=hidden])')].map((part) => part.textContent).join(' '))).join(' | ')));
async function choose(page: Page, what: string, option: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${what} `) }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
const openTables = async ({ page }: Workbench): Promise<void> => {
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('table')).toBeVisible();
};
const cell = (page: Page, name: string) => page.getByRole('table').getByRole('button', { name });
/** Saves what is shown and answers with the file. */
async function saved(page: Page, home: string, format: string): Promise<{ name: string; file: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^(Export|Save picture)$/ }).click();
  await page.getByRole('menuitem', { name: format }).click();
  const name = (await download).suggestedFilename();
  const file = join(home, name);
  await (await download).saveAs(file);
  return { name, file, bytes: await readFile(file) };
}

test('people, codings, passages, documents and words by the groups of an attribute: each cell as counted by hand, n under each group, nobody interviewed is no zero', async ({ workbench, page }) => {
  await openTables(workbench);
  await expect(page.getByRole('heading', { level: 1, name: 'Dimension by Group' })).toBeVisible();
  await expect(page.getByText('How many people raise it at least once. 8 people, 2 documents; interviewers left out.')).toBeVisible();
  const head = 'Code | Nurses n 5 | Doctors n 2 | Patients n 0 | No value n 1';
  expect(await shown(page)).toEqual([head.replace('Code', ''), 'Work | 20 | 0 | – | 0', 'Hours | 40 | 1/2 | – | 0', 'Pay | 40 | 2/2 | – | 1/1']);
  for (const legend of ['Per cent of the group’s n.', '2/4: counts where n is under 5.']) await expect(page.getByText(legend)).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Nobody was interviewed' })).toHaveCount(4);
  for (const name of ['Hours, Nurses: 2/5, 40 %', 'Pay, No value: 1/1']) await expect(cell(page, name)).toBeVisible();
  const expected: Record<string, string[]> = {
    Codings: ['Work | 1 | 0 | – | 0', 'Hours | 4 | 1 | – | 0', 'Pay | 2 | 2 | – | 1'],
    Passages: ['Work | 1 | 0 | – | 0', 'Hours | 3 | 1 | – | 0', 'Pay | 2 | 2 | – | 1'],
    Documents: ['Work | 1/1 | 0 | – | 0', 'Hours | 1/1 | 1/2 | – | 0', 'Pay | 1/1 | 2/2 | – | 1/1'],
    Words: ['Work | 4 | 0 | – | 0', 'Hours | 8 | 4 | – | 0', 'Pay | 7 | 8 | – | 3'],
  };
  for (const [count, rows] of Object.entries(expected)) {
    await choose(page, 'Count', count);
    await expect.poll(async () => (await shown(page)).slice(1)).toEqual(rows);
  }
  await choose(page, 'Count', 'Documents');
  await expect.poll(async () => (await shown(page))[0]).toBe(' | Nurses n 1 | Doctors n 2 | Patients n 0 | No value n 1');
});

test('interviewers count when asked for; subcodes count with what they stand below; columns by document, person and coder; rows by facet and by code', async ({ workbench, page }) => {
  await openTables(workbench);
  await page.getByRole('checkbox', { name: 'With subcodes' }).check();
  await expect.poll(() => shown(page)).toContain('Work | 80 | 2/2 | – | 1/1');
  await page.getByRole('checkbox', { name: 'With subcodes' }).uncheck();
  await choose(page, 'Speakers', 'Everybody');
  await expect.poll(() => shown(page)).toEqual([' | Nurses n 5 | Doctors n 2 | Patients n 0 | No value n 2', 'Work | 20 | 0 | – | 1/2', 'Hours | 40 | 1/2 | – | 0', 'Pay | 40 | 2/2 | – | 2/2']);
  await expect(page.getByText('9 people, 2 documents; interviewers count too.')).toBeVisible();
  await choose(page, 'Speakers', 'Interviewees');
  await choose(page, 'Count', 'Codings');
  await choose(page, 'Columns', 'Document');
  await expect.poll(() => shown(page)).toEqual([' | Clinic n 2 | Ward n 6', 'Work | 0 | 1', 'Hours | 1 | 4', 'Pay | 2 | 2']);
  await choose(page, 'Columns', 'Participant');
  await expect.poll(async () => (await shown(page)).at(-1)).toBe('Pay | 1 | 1 | 1 | 1 | 0 | 0 | 0 | 1');
  await choose(page, 'Columns', 'Coder');
  await expect.poll(() => shown(page)).toEqual([' | Lin n 8 | Mei n 6', 'Work | 1 | 0', 'Hours | 4 | 1', 'Pay | 4 | 0']);
  await choose(page, 'Rows', 'Theme');
  await expect.poll(async () => (await shown(page)).slice(1)).toEqual(['Sayings | 0 | 0']);
  await choose(page, 'Rows', 'Conflict');
  await expect(page.getByText('There are no codes of this kind yet.')).toBeVisible();
  await choose(page, 'Rows', 'Work');
  await expect.poll(async () => (await shown(page)).slice(1)).toEqual(['Work | 1 | 0', 'Hours | 4 | 1', 'Pay | 4 | 0']);
  await choose(page, 'Rows', 'All codes');
  await expect.poll(async () => (await shown(page)).length).toBe(5);
});

test('a cell opens its quotations, with the people of its group alone; a quotation opens at its place; Escape closes and the keyboard goes on in the table', async ({ workbench, page }) => {
  await openTables(workbench);
  await cell(page, 'Pay, Doctors: 2/2').click();
  const quotations = page.getByRole('complementary', { name: 'Quotations' });
  await expect(quotations).toContainText('2 of 2 people, 2 passages');
  await expect(quotations.getByRole('button').filter({ hasText: 'Una, Bo' })).toContainText('I cannot say.\nNobody pays the nights');
  await page.keyboard.press('Escape');
  await expect(quotations).toBeHidden();
  await expect(cell(page, 'Pay, Doctors: 2/2')).toBeFocused();
  // Over the hatched group to the next cell that opens, and up over the zeros.
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, 'Pay, No value: 1/1')).toBeFocused();
  // Above the zeros the head, which sorts; the whole table is one stop of Tab.
  for (const [key, order] of [['ArrowUp', 'Work Hours Pay'], ['Enter', 'Pay Work Hours'], ['Enter', 'Work Hours Pay']] as const) {
    await page.keyboard.press(key);
    await expect.poll(async () => (await shown(page)).slice(1).map((row) => row.split(' ')[0]).join(' ')).toBe(order);
  }
  expect(await page.getByRole('table').getByRole('button').evaluateAll((all) => all.filter((button) => button.tabIndex === 0).map((button) => button.closest('th')?.textContent))).toEqual(['No valuen 1']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(quotations).toContainText('2 of 5 people, 3 passages');
  await expect(quotations.getByRole('button').filter({ hasText: 'Lin −2' })).toContainText('Mei');
  await quotations.getByRole('button', { name: 'Close' }).click();
  await expect(cell(page, 'Hours, Nurses: 2/5, 40 %')).toBeFocused();
  await page.keyboard.press('Space');
  await quotations.getByRole('button').filter({ hasText: 'I start at seven' }).click();
  await expect(workbench.transcript).toBeFocused();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ward');
  await expect.poll(() => workbench.text.painted('at')).toBe('I start at seven');
  await expect(workbench.rightPane.getByRole('blockquote')).toHaveText('I start at seven');
});

test('two places compared: every column twice with n of both, quotations side by side, rows sorted by a column; the table is saved under a name and comes back as it was', async ({ workbench, page }) => {
  await workbench.ask('attribute.create', { name: 'Place', of: 'participants', kind: 'choice', choices: ['Pilot', 'Elsewhere'] });
  const place = (await workbench.ask('attribute.list', {})).find(({ name }) => name === 'Place')!.id;
  for (const { id, name } of await workbench.ask('participant.list', {})) if (name !== 'Interviewer') await workbench.ask('attribute.set', { attribute: place, participant: id, value: ['Ana', 'Eva', 'Chen', 'Dan'].includes(name) ? 'Pilot' : 'Elsewhere' });
  await openTables(workbench);
  await choose(page, 'Rows', 'Work');
  await page.getByRole('radiogroup', { name: 'Compare' }).getByRole('radio', { name: 'Pilot | Elsewhere' }).click();
  await expect.poll(() => shown(page)).toEqual([' | Nurses | Doctors | Patients | No value', 'Pilot n 2 | Elsewhere n 3 | Difference points | Pilot n 1 | Elsewhere n 1 | Difference points | Pilot n 0 | Elsewhere n 0 | Difference points | Pilot n 1 | Elsewhere n 0 | Difference points', 'Work | 0 | 1/3 | −33 | 0 | 0 | 0 | – | – | – | 0 | – | –', 'Hours | 2/2 | 0 | +100 | 1/1 | 0 | +100 | – | – | – | 0 | – | –', 'Pay | 1/2 | 1/3 | +17 | 1/1 | 1/1 | 0 | – | – | – | 1/1 | – | –']);
  await expect(page.getByRole('complementary', { name: 'Tables and groups' })).toContainText('Nurses2 | 3');
  await cell(page, 'Pay, Doctors, Difference: Pilot less Elsewhere: 0 percentage points; 95 % interval −79 to +79').click();
  await expect(page.getByRole('region', { name: 'Doctors · Pilot' })).toContainText('1 of 1, 100 %; 95 % interval 21 % to 100 %');
  await expect(page.getByRole('region', { name: 'Doctors · Pilot' })).toContainText('The pay is fair');
  await expect(page.getByRole('region', { name: 'Doctors · Elsewhere' })).toContainText('Nobody pays the nights');
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader').getByRole('button', { name: 'Pilot' }).first().click();
  await expect.poll(async () => (await shown(page)).slice(2).map((row) => row.split(' ')[0])).toEqual(['Hours', 'Pay', 'Work']);
  await page.getByRole('button', { name: 'Save table' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Work in two places');
  await page.keyboard.press('Enter');
  const saved = page.getByRole('button', { name: 'Work in two places', exact: true });
  await expect(saved).toHaveAttribute('aria-current', 'true');
  await choose(page, 'Columns', 'Dimension');
  await choose(page, 'Count', 'Codings');
  await expect(page.getByText('How often both are given together, each two codings once: they share text.')).toBeVisible();
  await saved.click();
  await expect.poll(async () => (await shown(page)).slice(2).map((row) => row.split(' ')[0])).toEqual(['Hours', 'Pay', 'Work']);
  await page.getByRole('radio', { name: 'Portrait' }).click();
  await expect(page.getByRole('button', { name: /^Hours: Chen, \d+ %, Lin$/ })).toBeVisible();
});

test('the table follows the study: a coding made and undone, a code renamed, a person’s group', async ({ workbench, page }) => {
  await openTables(workbench);
  await choose(page, 'Rows', 'Work');
  await page.keyboard.press('Control+1');
  await workbench.text.drag('Mine is not');
  await workbench.codeAs('Hours');
  await page.keyboard.press('Control+2');
  await expect.poll(() => shown(page)).toContain('Hours | 40 | 1/2 | – | 1/1');
  await page.keyboard.press('Control+z');
  await expect.poll(() => shown(page)).toContain('Hours | 40 | 1/2 | – | 0');
  const [work] = await workbench.ask('code.list', {});
  await workbench.ask('code.change', { code: work!.id, name: 'Labour' });
  await expect.poll(() => shown(page)).toContain('Labour | 20 | 0 | – | 0');
  const [attribute] = await workbench.ask('attribute.list', {});
  const dan = (await workbench.ask('participant.list', {})).find(({ name }) => name === 'Dan')!;
  await workbench.ask('attribute.set', { attribute: attribute!.id, participant: dan.id, value: 'Patients' });
  await expect.poll(() => shown(page)).toEqual([' | Nurses n 5 | Doctors n 2 | Patients n 1', 'Labour | 20 | 0 | 0', 'Hours | 40 | 1/2 | 0', 'Pay | 40 | 2/2 | 1/1', 'Sayings | 0 | 0 | 0']);
  await workbench.ask('attribute.change', { attribute: attribute!.id, name: 'Who' });
  await expect(page.getByRole('heading', { level: 1, name: 'All codes by Who' })).toBeVisible();
  await expect.poll(async () => (await shown(page))[1]).toBe('Labour | 20 | 0 | 0');
});

test('bold are the five highest of a group, and all that share the fifth place', async ({ workbench, page }) => {
  await expect(workbench.codeRow('Work')).toBeVisible();
  const { id: document } = await workbench.documentNamed('Clinic');
  const { text } = await workbench.ask('document.read', { document });
  const start = text.indexOf('The pay is fair');
  for (const [name, times] of Object.entries({ Alone: 4, Bored: 3, Calm: 2, Dull: 1, Even: 1, Fair: 1 })) {
    const { code } = await workbench.ask('code.create', { name, facet: 'theme' });
    for (let time = 0; time < times; time++) await workbench.ask('coding.apply', { document, start, end: start + 3 + time, codes: [{ code }] });
  }
  await openTables(workbench);
  await choose(page, 'Rows', 'Theme');
  await choose(page, 'Count', 'Codings');
  await expect.poll(async () => (await shown(page)).slice(1).map((row) => row.split(' | ').filter((_, column) => column % 2 === 0).join(' '))).toEqual(['Sayings 0 0', 'Alone 4 0', 'Bored 3 0', 'Calm 2 0', 'Dull 1 0', 'Even 1 0', 'Fair 1 0']);
  await expect(page.getByText('Bold: top five of the group.')).toBeVisible();
  const weights = await page.getByRole('table').locator('td button').evaluateAll((buttons) => buttons.filter((button) => !button.closest('[data-total]')).map((button) => `${button.getAttribute('aria-label')} ${getComputedStyle(button).fontWeight}`));
  expect(weights).toEqual(['Alone, Doctors: 4 600', 'Bored, Doctors: 3 600', 'Calm, Doctors: 2 600', 'Dull, Doctors: 1 600', 'Even, Doctors: 1 600', 'Fair, Doctors: 1 600']);
});

test('the picture has a bar a group with its number, names those nobody was asked in, and opens quotations; it is saved as SVG and PNG, the table as CSV', async ({ workbench, page, home, context }) => {
  await openTables(workbench);
  const csv = await saved(page, home, 'CSV');
  expect(csv.name).toMatch(/^Wards .* by Group\.csv$/);
  const [head, ...lines] = csv.bytes.toString('utf8').trimEnd().split('\r\n');
  expect(head).toBe('\ufeffCode,Facet,Nurses,Nurses %,Doctors,Doctors %,Patients,Patients %,No value,No value %,Total: all together,Total: all together %,About');
  expect(lines.map((line) => line.slice(0, line.indexOf(',"Title: ')))).toEqual([
    'n,,5,,2,,0,,1,,8,', 'Work,Dimension,1,20,0,0,,,0,0,1,12.5', 'Work > Hours,Dimension,2,40,1,50,,,0,0,3,37.5', 'Work > Pay,Dimension,2,40,2,100,,,1,100,5,62.5', 'Total: all together,,4,80,2,100,,,1,100,7,87.5',
  ]);
  const sheet = await saved(page, home, 'Excel');
  expect([sheet.name, sheet.bytes.subarray(0, 2).toString()]).toEqual([expect.stringMatching(/^Wards .* by Group\.xlsx$/), 'PK']);

  await workbench.ask('code.change', { code: (await workbench.ask('code.list', {})).find(({ name }) => name === 'Pay')!.id, name: 'Pay & "rest" <b>' });
  await workbench.ask('version.name', { name: 'V1' });
  await page.getByRole('radio', { name: 'Picture' }).click();
  const picture = page.getByRole('img', { name: 'Dimension by Group' });
  const title = ['Dimension by Group', 'How many people raise it at least once. 8 people, 2 documents; interviewers left out.'];
  const words = ['Nurses (n 5)', 'Doctors (n 2)', 'Patients (Nobody was interviewed)', 'No value (n 1)', 'Work', 'Hours', 'Pay & "rest" <b>', '20 %', '40 %', '1/2', '2/2', '1/1'];
  for (const each of words) await expect(picture.locator('text', { hasText: each }).first()).toBeVisible();
  const svg = await saved(page, home, 'SVG');
  expect(svg.name).toBe('Dimension by Group.svg');
  const reader = await context.newPage();
  await reader.goto(`file://${svg.file}`);
  const read = await reader.evaluate(() => ({ root: document.documentElement.localName, texts: [...document.querySelectorAll('text')].map((text) => text.textContent), width: Number(document.documentElement.getAttribute('width')), height: Number(document.documentElement.getAttribute('height')) }));
  await reader.close();
  expect(read.root).toBe('svg');
  for (const each of [...title, ...words]) expect(read.texts).toContain(each);
  expect(read.texts).toContainEqual(expect.stringMatching(/^Codebook: V1 · .*20\d\d/));
  const png = await saved(page, home, 'PNG');
  expect([...png.bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([read.width * 2, read.height * 2]);

  await page.getByRole('radio', { name: 'Heatmap' }).click();
  await picture.locator('text', { hasText: '2/2' }).click();
  await expect(page.getByRole('complementary', { name: 'Quotations' })).toContainText('2 of 2 people, 2 passages');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: 'Quotations' })).toBeHidden();
});

test('of more groups than bars can show the picture is a heatmap, its fields in the hue of their facet; the kind is kept with the saved table, and it follows light and dark', async ({ workbench, page }) => {
  await expect(workbench.codeRow('Work')).toBeVisible();
  for (let number = 1; number <= 30; number++) await workbench.ask('document.create', { name: `Village clinic number ${number}`, text: `We rise at ${number}.` });
  await openTables(workbench);
  await page.getByRole('radio', { name: 'Picture' }).click();
  await page.getByRole('radio', { name: 'Heatmap' }).click();
  await page.getByRole('button', { name: 'Save table' }).click();
  await page.keyboard.type('Fields\n');
  await expect.poll(async () => (await workbench.ask('savedTable.list', {})).map(({ asked }) => (asked as { picture: string }).picture)).toEqual(['heatmap']);
  await choose(page, 'Columns', 'Document');
  const picture = page.getByRole('img', { name: 'Dimension by Document' });
  await expect(picture.locator('text', { hasText: 'Ward' }).first()).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Bars', exact: true })).toHaveCount(0);
  const ground = () => picture.locator('svg rect').first().evaluate((rect) => getComputedStyle(rect).fill);
  expect(await ground()).toBe('rgb(252, 251, 248)');
  await workbench.command('Light or dark');
  await expect.poll(ground).toBe('rgb(25, 24, 21)');
});

test('words by group are counted with the lines behind them; a word is left out by one act, and undo brings it back', async ({ workbench, page }) => {
  await page.getByRole('navigation').getByRole('button', { name: 'Words', exact: true }).click();
  await expect(page.getByText('46 running words in 2 documents, said by 8 people; interviewers left out.')).toBeVisible();
  const rows = () => page.getByRole('table').getByRole('row').evaluateAll((each) => each.map((row) => [...row.children].map((cell) => (cell.matches('[class*=unasked]') ? '–' : cell.textContent)).join(' | ')));
  await expect.poll(rows).toEqual(['Word3 of 3 | Alln 46 | Peoplen 8 | Nursesn 28 | Doctorsn 14 | Patientsn 0 | No valuen 4', 'start | 4 | 4 | 3 | 1 | – | 0', 'pay | 3 | 3 | 2 | 1 | – | 0', 'low | 2 | 2 | 2 | 0 | – | 0']);
  await page.getByRole('button', { name: 'Save table' }).click();
  await page.keyboard.type('What they say\n');
  await page.getByRole('radio', { name: 'Keyness' }).click();
  await expect(page.getByText(/No word is said more often by Nurses|Most typical of Nurses/)).toBeVisible();
  await page.getByRole('button', { name: 'What they say', exact: true }).click();
  await cell(page, 'pay, Nurses: 2, 2 people').click();
  const lines = page.getByRole('complementary', { name: 'In context' });
  await expect(lines.getByRole('listitem')).toHaveText([/^AnaWard, turn 2I start at six\. The pay is low\.$/, /^OdaWard, turn 5The pay is low\.$/]);
  await lines.getByRole('button', { name: 'This word' }).click();
  await page.getByRole('menuitem', { name: 'Leave it out (stop word)' }).click();
  await expect.poll(async () => (await rows()).length).toBe(3);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await rows()).length).toBe(4);
  await cell(page, 'start').first().click();
  await lines.getByRole('button', { name: /^Chen/ }).click();
  await expect(workbench.transcript).toContainText('The pay is fair. I start at nine.');
});

test('a table is put into a report, a heading written above it, drawn, and the whole saved as Word with the same number and its picture', async ({ workbench, page }) => { await openTables(workbench); await tableIntoReport(page); });

const empty = testOn('Empty', async (study) => { await study.interview('Ward', ward); });
empty('without codes the tables say so and lead to the transcripts, in English and Chinese', async ({ workbench, page }) => {
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('heading', { level: 1, name: 'Nothing to count yet.' })).toBeVisible();
  await workbench.command('中文');
  await expect(page.getByRole('heading', { level: 1, name: '还没有可以计数的内容。' })).toBeVisible();
  await page.getByRole('button', { name: '去看访谈稿' }).click();
  await expect(workbench.transcript).toBeVisible();
  await workbench.ask('code.create', { name: '时间', facet: 'theme' });
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('main').getByText('时间')).toBeVisible();
  for (const [rows, told] of [['全部编码', '时间'], ['维度', '还没有这一类编码。']] as const) {
    await page.getByRole('button', { name: /^行 / }).click();
    await page.getByRole('option', { name: rows }).click();
    await expect(page.getByRole('main').getByText(told)).toBeVisible();
  }
});

const clashes = testOn('Clashes', async (study) => {
  await study.interview('Ward', 'Interviewer: How is the work?\nAna: They leave the nights to us.\nBo: The nights are theirs by contract.\nInterviewer: Thanks.\nAna: Yes.\nBo: Yes.');
  await study.groups('Group', { Ana: 'Nurses', Bo: 'Doctors' });
  const [party, counterparty] = [await study.newCode('● Nurses'), await study.newCode('● Doctors')];
  await study.code('Ward', 'leave the nights to us', '▲ Nights', { party, counterparty });
  await study.code('Ward', 'theirs by contract', '▲ Nights', { party, counterparty });
});
clashes('passages coded as a conflict go into the register in one step; its matrix opens what both sides say, its causes are drawn, and pictures are saved', async ({ workbench, page }) => {
  await page.keyboard.press('Control+6');
  await page.getByRole('button', { name: 'Sort 2 passages' }).click();
  await page.getByRole('button', { name: 'Put into the register' }).click();
  await expect(page.getByRole('listbox', { name: 'Conflict register' }).getByRole('option')).toHaveText([/^Nights.*2$/]);
  await expect(workbench.undoLabel).toHaveText(/put 2 passages into the conflict register/);
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Add a cause' }).fill('Nobody asked');
  await page.keyboard.press('Enter');
  await expect(workbench.undoLabel).toHaveText(/add ‘Nobody asked’ to ‘Nights’/);
  await page.getByRole('button', { name: 'Nurses → Doctors: 1' }).click();
  expect((await workbench.ask('conflict.matrix', {})).cells).toEqual([[0, 1], [1, 0]]);
  await expect(workbench.rightPane.getByRole('region', { name: /^Nurses/ })).toContainText('leave the nights to us');
  await expect(workbench.rightPane.getByRole('region', { name: /^Doctors/ })).toContainText('theirs by contract');
  await choose(page, 'Pairs', 'from 1 on');
  const save = async (format: string) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('menuitem', { name: format }).click();
    return readFile(await (await download).path());
  };
  const network = (await save('SVG')).toString();
  for (const said of ['Network of conflicts', '2 of 2 people interviewed', 'Nurses → Doctors: 1', '>Doctors<']) expect(network).toContain(said);
  await page.getByRole('radio', { name: 'Causes and consequences' }).click();
  expect((await save('SVG')).toString()).toContain('Nobody asked');
  const png = await save('PNG');
  expect([png.subarray(1, 4).toString(), png.readUInt32BE(16)]).toEqual(['PNG', 1640]);
  await workbench.rightPane.getByRole('button', { name: /theirs by contract/ }).click();
  await expect(workbench.rightPane.getByRole('button', { name: 'Nights' }).last()).toBeVisible();
  await expect(workbench.rightPane.getByRole('blockquote')).toHaveText('theirs by contract');
});
