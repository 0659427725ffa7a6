import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, testOn, type Workbench } from './workbench.ts';

const test = testOn('Wards', async (study) => {
  await study.interview('Ward', 'Interviewer: How is the pay?\nAna: I start at six. The pay is low.\nBo: Nobody pays the nights.\nInterviewer: Thanks.\nAna: Yes.\nBo: Yes.');
  await study.interview('Ward 2', 'Interviewer: And now?\nAna: It is better.\nInterviewer: Thanks.\nAna: Yes.');
  await study.interview('诊所', '访谈者：待遇怎么样？\n陈医生：待遇还行。\n访谈者：谢谢。\n陈医生：好。');
  await study.groups('Group', { Ana: 'Nurses', Bo: 'Doctors' });
  await study.ask('attribute.create', { name: 'Age', of: 'participants', kind: 'number' });
});

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'People' });
/** A cell by the person and the column. */
async function cell(page: Page, person: string, column: string): Promise<Locator> {
  const at = await grid(page).getByRole('columnheader', { name: new RegExp(`^${column}`) }).getAttribute('aria-colindex');
  return grid(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name: person, exact: true }) }).locator(`[aria-colindex="${at}"]`);
}
/** What the study holds: name, sampling, referred by, and the values. */
async function held(workbench: Workbench): Promise<string[]> {
  const people = await workbench.ask('participant.list', {});
  const attributes = await workbench.ask('attribute.list', {});
  return people.map(({ name, sampling, referredBy, values }) => [name, sampling, people.find(({ id }) => id === referredBy)?.name ?? '', ...attributes.map(({ id }) => values[id] ?? '')].join('|'));
}
async function open({ page }: Workbench): Promise<void> {
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('heading', { level: 1, name: 'Participants' })).toBeVisible();
}
async function put(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((given) => navigator.clipboard.writeText(given), text);
}

test('the grid is edited like a spreadsheet: typing, Enter, Tab, Escape, choices, a new choice on purpose, a number that is none refused, Delete, and undo', async ({ workbench, page }) => {
  await open(workbench);
  await (await cell(page, 'Ana', 'Sampling')).click();
  await page.keyboard.type('snowball');
  await page.keyboard.press('Tab');
  await page.keyboard.type('bo');
  await page.keyboard.press('Enter');
  // Enter goes back to where Tab began, one row on.
  await page.keyboard.type('purposive');
  await page.keyboard.press('Enter');
  await expect.poll(() => held(workbench)).toEqual(['陈医生||||', '访谈者||||', 'Ana|snowball|Bo|Nurses|', 'Bo|purposive||Doctors|', 'Interviewer||||']);
  await (await cell(page, 'Bo', 'Group')).click();
  await page.keyboard.type('head');
  await expect(page.getByRole('option', { name: 'New choice “head”' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await page.keyboard.press('F2');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Tab');
  await page.keyboard.type('old');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('“old” is no number. Write it with digits');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('41,5');
  await page.keyboard.press('Enter');
  await expect.poll(() => held(workbench)).toContain('Bo|purposive||Nurses|41.5');
  await (await cell(page, '陈医生', 'Group')).click();
  await page.keyboard.type('医生');
  await page.keyboard.press('Enter');
  await expect.poll(() => held(workbench)).toContain('陈医生|||医生|');
  await (await cell(page, 'Ana', 'Sampling')).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Delete');
  await expect.poll(() => held(workbench)).toEqual(['陈医生|||医生|', '访谈者||||', 'Ana||Bo|Nurses|', 'Bo|||Nurses|41.5', 'Interviewer||||']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => held(workbench)).toContain('Bo|purposive||Nurses|41.5');
  await expect(await cell(page, 'Ana', 'Sampling')).toContainText('snowball');
  // Wider by keyboard, by hand and from the menu; it stays so when Concord is opened again.
  const sampling = grid(page).getByRole('columnheader', { name: /^Sampling/ });
  const width = async () => (await sampling.boundingBox())!.width;
  const before = await width();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(width).toBe(before + 24);
  const edge = (await sampling.boundingBox())!;
  await page.mouse.move(edge.x + edge.width, edge.y + 10);
  await page.mouse.down();
  await page.mouse.move(edge.x + edge.width + 60, edge.y + 10, { steps: 3 });
  await page.mouse.up();
  await expect.poll(width).toBe(before + 84);
  await workbench.saved();
  await page.reload();
  await expect(page.getByRole('banner')).toBeVisible();
  await open(workbench);
  await expect.poll(width).toBe(before + 84);
  await sampling.getByRole('button').click();
  await page.getByRole('menuitem', { name: 'As wide as its contents' }).click();
  await expect.poll(width).toBe(before);
  // The head is above the first row; its menu sorts, and the keys in it are its own.
  await (await cell(page, '陈医生', 'Name')).click();
  await page.keyboard.press('ArrowUp');
  await expect(grid(page).getByRole('button', { name: 'Name' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Sort upwards' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(grid(page).getByRole('rowheader')).toHaveText(['1', '2', '3', '4', '5', '+']);
  await expect.poll(() => grid(page).getByRole('rowheader').evaluateAll((heads) => heads.map((head) => head.getAttribute('aria-label')))).toEqual(['Interviewer', 'Bo', 'Ana', '访谈者', '陈医生', 'New participant']);
  await expect(grid(page).getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending');
  // What does not fit is told when the cell is left for something else.
  await (await cell(page, 'Ana', 'Age')).click();
  await page.keyboard.type('old');
  await page.getByRole('searchbox', { name: 'Filter' }).click();
  await expect(workbench.notice.filter({ hasText: '“old” is no number.' })).toBeVisible();
  expect(await held(workbench)).toContain('Ana|snowball|Bo|Nurses|');
});

test('a block from Excel is pasted in one step: what does not fit, new choices and new people are told first; copying it back and pasting it changes nothing', async ({ workbench, page }) => {
  await open(workbench);
  await (await cell(page, 'Interviewer', 'Name')).click();
  await put(page, 'Interviewer\tinterviewer\t"theory-\nled"\tAna\r\nDee\tinterviewee\tsnowball\tNobody\r\nEve\tother\tsnowball\tDee\r\n');
  await page.keyboard.press('Control+v');
  const asking = page.getByRole('dialog', { name: 'Paste into 3 rows' });
  await expect(asking).toContainText('2 rows are beyond the end. They become new participants: Dee and Eve.');
  await expect(asking).toContainText('Dee, Referred by: There is no participant called “Nobody”.');
  await asking.getByRole('button', { name: 'Do the rest' }).click();
  await expect.poll(() => held(workbench)).toEqual(['陈医生||||', '访谈者||||', 'Ana|||Nurses|', 'Bo|||Doctors|', 'Dee|snowball|||', 'Eve|snowball|Dee||', 'Interviewer|theory-\nled|Ana||']);
  await expect(workbench.undoLabel).toHaveText(/fill \d+ cells of participants/);
  const before = await held(workbench);
  await expect(await cell(page, 'Eve', 'Sampling')).toContainText('snowball');
  await (await cell(page, '陈医生', 'Name')).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Interviewer\tInterviewer\t"theory-\nled"\tAna\t2');
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('dialog')).toBeHidden();
  // Filling down a column, in one step as well.
  await (await cell(page, '陈医生', 'Sampling')).click();
  await page.keyboard.type('x');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  await expect.poll(async () => (await held(workbench)).slice(0, 3)).toEqual(['陈医生|x|||', '访谈者|x|||', 'Ana|x||Nurses|']);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => held(workbench)).toEqual(before);
  await page.keyboard.press('Control+z');
  await expect.poll(() => held(workbench)).toHaveLength(5);
});

test('labels of all documents are given to one person together; the chain of referrals is walked by keyboard and opens people; a sheet is taken in without the column left out', async ({ workbench, page, home }) => {
  await open(workbench);
  await page.getByRole('radio', { name: 'Speakers' }).click();
  const row = (label: string) => page.getByRole('treegrid').getByRole('row').filter({ hasText: label }).first();
  await row('Interviewer').click();
  await row('访谈者').focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('3 picked')).toBeVisible();
  await page.getByRole('combobox', { name: 'Person' }).fill('Lin');
  await page.getByRole('button', { name: 'New participant “Lin”' }).click();
  await expect(row('访谈者')).toContainText('Lin');
  expect((await workbench.ask('speaker.list', {})).filter(({ label }) => /^(Interviewer|访谈者)$/.test(label)).map(({ turns, participants }) => [turns, participants.length])).toEqual([[2, 1], [2, 1], [2, 1]]);
  await expect(workbench.undoLabel).toHaveText(/assign 3 speakers to Lin/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole('radio', { name: 'Referrals' }).click();
  const people = await workbench.ask('participant.list', {});
  const id = (name: string) => people.find((person) => person.name === name)!.id;
  await workbench.ask('participant.fill', { rows: [{ id: id('Ana'), cells: { referredBy: 'Bo' } }, { id: id('陈医生'), cells: { referredBy: 'Ana' } }] });
  const tree = page.getByRole('tree', { name: 'Referrals' });
  await tree.getByRole('treeitem', { name: /^Bo/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Details' }).getByRole('textbox', { name: 'Name' })).toHaveValue('陈医生');
  await expect(tree.getByRole('treeitem', { name: /陈医生/ })).toContainText('wave 2');

  const sheet = join(home, 'people.csv');
  await writeFile(sheet, 'name,Group,Age,Referred by\nAna,Heads,34,陈医生\nBo,Doctors,35,\nFay,Nurses,36,Bo\n');
  await page.getByRole('radio', { name: 'People' }).click();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import a sheet' }).click();
  await (await chooser).setFiles(sheet);
  await expect(page.getByRole('region', { name: 'This stays out' })).toContainText('That referral would lead back to the same person.');
  await expect(page.getByRole('row').filter({ hasText: 'Ana' })).toContainText('Nurses');
  await page.getByRole('checkbox', { name: 'Group' }).uncheck();
  await expect(page.getByRole('row').filter({ hasText: 'Ana' })).not.toContainText('Heads');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Import 3 people' }).click();
  await expect(await cell(page, 'Fay', 'Age')).toContainText('36');
  expect((await held(workbench)).filter((line) => /^(Ana|Bo|Fay)/.test(line))).toEqual(['Ana||Bo|Nurses|34', 'Bo|||Doctors|35', 'Fay||Bo||36']);
});
