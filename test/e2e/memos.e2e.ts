import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, testOn, type Workbench } from './workbench.ts';

const test = testOn('Wards', async (study) => {
  await study.interview('Ward', 'Interviewer: How is the pay?\nAna: I start at six. The pay is low. So be it.\nBo: Nobody pays the nights.\nInterviewer: Thanks.\nAna: Yes.\nBo: Yes.');
  const code = await study.newCode('◆ Workload');
  await study.newCode('■ [Odd] | name');
  await study.code('Ward', 'The pay is low.', '◆ Workload');
  await study.ask('memo.write', { about: 'codes', target: code, title: 'On the scale', text: 'What it costs them.' });
});
const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the memo' });
const rows = (page: Page) => page.getByRole('listbox', { name: 'Memos' }).getByRole('option');
const kept = async (workbench: Workbench) => (await workbench.ask('memo.list', { about: 'project' })).map((memo) => `${memo.title}: ${memo.text.replace(/(?<=\[\[\w+:)[^|]+/g, 'ID')}`);

test('N begins a journal entry; [[ links to codes, people and passages by the keyboard; names follow, what is gone is struck out, backlinks show, and undo goes step by step', async ({ workbench, page }) => {
  await page.keyboard.press('Control+4');
  await expect(rows(page)).toHaveText([/On the scale/]);
  await page.keyboard.press('n');
  await expect(text(page)).toBeFocused();
  await page.keyboard.type('Compare [[workl');
  await expect(page.getByRole('option', { name: 'Workload Code' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' with 【【ana');
  await page.getByRole('option', { name: 'Ana Participant' }).click();
  await page.keyboard.type(': [[pay is');
  await expect(page.getByRole('option', { name: 'The pay is low. Ward', exact: true })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.type(', [[odd');
  await page.keyboard.press('Enter');
  await page.keyboard.type('.');
  // A link is passed in one step, and what is typed beside it does not take its place.
  await page.keyboard.press('Home');
  for (let step = 0; step < 9; step++) {
    await page.keyboard.press('ArrowRight');
    // The browser tells where the caret went a moment later; no hand is quicker than a frame.
    await page.evaluate(() => new Promise((next) => { requestAnimationFrame(next); }));
  }
  await page.keyboard.type('!');
  await expect(text(page)).toHaveText('Compare Workload! with Ana: The pay is low., [Odd] | name.');
  await page.keyboard.press('Backspace');
  await expect(text(page)).toHaveText('Compare Workload with Ana: The pay is low., [Odd] | name.');
  await workbench.saved();
  expect(await kept(workbench)).toEqual([': Compare [[code:ID|Workload]] with [[participant:ID|Ana]]: [[passage:ID|The pay is low.]], [[code:ID|\\[Odd\\] | name]].']);
  await expect(rows(page)).toHaveText([/Compare Workload with Ana/, /On the scale/]);
  // Renamed, it is called so everywhere at once; removed, it stays legible.
  const codes = await workbench.ask('code.list', {});
  await workbench.ask('code.change', { code: codes.find(({ name }) => name === 'Workload')!.id, name: 'Burden' });
  await workbench.ask('code.remove', { code: codes.find(({ name }) => name.startsWith('[Odd]'))!.id });
  await expect(text(page)).toHaveText('Compare Burden with Ana: The pay is low., [Odd] | name.');
  await expect(text(page).locator('[data-gone]')).toHaveText('[Odd] | name');
  await expect(rows(page).first()).toContainText('Compare Burden with Ana');
  await page.keyboard.press('Escape');
  await expect(rows(page).first()).toBeFocused();
  // Between two days, either of which may stay open.
  await page.getByRole('button', { name: /^When/ }).click();
  await page.getByRole('option', { name: 'From – to…' }).click();
  await page.getByLabel('To', { exact: true }).fill('2020-01-31');
  await expect(rows(page)).toHaveCount(0);
  await page.getByLabel('From', { exact: true }).fill('2020-01-01');
  await page.getByLabel('To', { exact: true }).fill('');
  await expect(rows(page)).toHaveCount(2);
  await rows(page).first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: /Compare Burden/ })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: /Compare Burden/ }).click();
  await text(page).locator('[data-kind="passage"]').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ward' })).toBeVisible();
  await expect(workbench.rightPane.getByRole('blockquote')).toHaveText('The pay is low.');
  await expect(workbench.rightPane.getByRole('button', { name: /Compare Burden/ })).toBeVisible();
});

test('what is typed is kept when the view is left at once, when it is undone and done again, and when the memo is deleted', async ({ workbench, page }) => {
  await page.keyboard.press('Control+4');
  await expect(rows(page)).toHaveText([/On the scale/]);
  await page.keyboard.press('n');
  await page.keyboard.type('First thought');
  await page.keyboard.press('Control+1');
  await expect.poll(() => kept(workbench)).toEqual([': First thought']);
  await page.keyboard.press('Control+4');
  await expect(text(page)).toHaveText('First thought');
  await text(page).click();
  await page.keyboard.press('End');
  await page.keyboard.type(', and more');
  await page.keyboard.press('Control+z');
  await expect(text(page)).toHaveText('First thought');
  await page.keyboard.type('!');
  await expect(text(page)).toHaveText('First thought!');
  await page.getByRole('textbox', { name: 'Title' }).fill('Day one');
  await page.keyboard.press('Enter');
  await expect(text(page)).toBeFocused();
  await expect.poll(() => kept(workbench)).toEqual(['Day one: First thought!']);
  await page.getByRole('button', { name: 'Delete this memo' }).click();
  await expect(workbench.notice).toContainText('Undo brings it back.');
  await expect(rows(page)).toHaveText([/On the scale/]);
  await workbench.undoLabel.click();
  await expect(rows(page)).toHaveText([/Day one/, /On the scale/]);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('the scale');
  await page.getByRole('dialog').getByRole('option', { name: 'On the scale' }).click();
  await expect(text(page)).toHaveText('What it costs them.');
});

test('a view whose program takes its time to be read is calm paper until then: keys do nothing there, and it opens', async ({ workbench, page }) => {
  const reading = Promise.withResolvers<void>();
  await page.route('**/MemosView-*.js', async (route) => { await reading.promise; await route.continue(); });
  await page.reload();
  await workbench.openDocument('Ward');
  const coded = await workbench.codedIn('Ward');
  expect(coded).toEqual(['Workload: The pay is low.']);
  await workbench.text.click('pay is');
  await page.keyboard.press('Control+4');
  await expect(page.locator('main[aria-busy=true]')).toBeEmpty();
  await page.keyboard.press('u');
  reading.resolve();
  await expect(rows(page)).toHaveCount(1);
  await expect(page.locator('main[aria-busy=true]')).toHaveCount(0);
  expect(await workbench.codedIn('Ward')).toEqual(coded);
});

test('an input method composes in a memo without a letter lost; several memos stand on one code, and one on a coding', async ({ workbench, page }) => {
  await workbench.codeRow('Workload').click();
  const pane = workbench.rightPane;
  // What a colleague wrote stands below one's own.
  await expect(pane.getByRole('textbox', { name: 'On the scale' })).toHaveText('What it costs them.');
  await pane.getByRole('textbox', { name: 'Memo', exact: true }).click();
  await page.keyboard.type('Mine.');
  await pane.getByRole('button', { name: 'Another memo' }).click();
  const another = pane.getByRole('textbox', { name: 'Another memo' });
  await expect(another).toBeFocused();
  const client = await page.context().newCDPSession(page);
  for (const part of ['f', 'fu', 'fuh']) await client.send('Input.imeSetComposition', { text: part, selectionStart: part.length, selectionEnd: part.length });
  await client.send('Input.insertText', { text: '负荷' });
  await page.keyboard.type(' is more');
  await expect(another).toHaveText('负荷 is more');
  await workbench.saved();
  expect((await workbench.ask('memo.list', { about: 'codes' })).map((memo) => memo.text)).toEqual(['What it costs them.', 'Mine.', '负荷 is more']);
  await workbench.openDocument('Ward');
  await workbench.text.click('pay is low');
  await pane.getByRole('button', { name: 'Memo on a coding' }).click();
  await page.keyboard.type('Irony?');
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await workbench.ask('memo.list', { about: 'codings' })).map((memo) => memo.text)).toEqual(['Irony?']);
});

test('the text history says who changed which words when, draws them, and names what was lost; J walks, nothing is written', async ({ workbench, page }) => {
  const { id: document } = await workbench.documentNamed('Ward');
  const { text: before } = await workbench.ask('document.read', { document });
  const edit = (removed: string, inserted: string) => workbench.ask('document.read', { document }).then(({ text: now }) => workbench.ask('document.edit', { document, splices: [{ at: now.indexOf(removed), removed, inserted }] }));
  await edit('start at six', 'begin at six');
  await edit(' The pay is low.', '');
  await edit('nights', 'night shifts');
  await workbench.openDocument('Ward');
  await page.getByRole('main').getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Text history…' }).click();
  const sheet = page.getByRole('dialog', { name: 'Text history of “Ward”' });
  await expect(sheet.getByRole('option')).toHaveText([/one passage lost/]);
  await expect(sheet.getByRole('listitem')).toHaveText(/The pay is low\..*Workload/);
  await expect(sheet.getByRole('deletion')).toContainText(['start', 'The pay is low.']);
  await expect(sheet.getByText('Change 1 of 3')).toBeVisible();
  await sheet.getByRole('textbox', { name: 'The text with its differences' }).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(sheet.getByText('Change 3 of 3')).toBeVisible();
  await expect(sheet.locator('[data-change="2"]')).toBeFocused();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await workbench.undoLabel.click();
  await workbench.undoLabel.click();
  await workbench.undoLabel.click();
  await expect.poll(() => workbench.wordsOf('Ward')).toBe(before);
});
