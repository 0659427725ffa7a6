import { expect, testOn, type Workbench } from './workbench.ts';

const test = testOn('Wards', async (study) => {
  await study.interview('Ward', 'Interviewer: How is the pay?\nAna: I start at six. The pay is low. So be it.\nBo: Nobody pays the nights.\nInterviewer: Thanks.\nAna: Yes.\nBo: Yes.');
  await study.interview('诊所', '访谈者：待遇怎么样？\n陈医生：待遇还行。病人太多，Pay 也不高。\n访谈者：谢谢。\n陈医生：好。');
  await study.groups('Group', { Ana: 'Nurses', Bo: 'Doctors' });
  const code = await study.newCode('◆ Wages');
  await study.ask('code.change', { code, definition: 'What people say of their pay.' });
  await study.ask('memo.write', { about: 'codes', target: code, text: 'Pay comes up first.' });
});

const hits = ({ page }: Workbench) => page.getByRole('listbox', { name: 'Hits' }).getByRole('option');
/** Each hit as its speaker, and the hit in its words. */
const shown = ({ page }: Workbench) => page.getByRole('listbox', { name: 'Hits' }).evaluate((list) => [...list.querySelectorAll('[role=group]')].map((group) => [
  group.getAttribute('aria-label'), ...[...group.querySelectorAll('[role=option]')].map((hit) => `${hit.querySelector('bdi')?.textContent ?? ''}: ${[...hit.querySelectorAll('[class*=left], [class*=right]')].map((part) => part.textContent).join('|')}`),
]));
async function search({ page }: Workbench, text: string): Promise<void> {
  await page.keyboard.press('Control+Shift+F');
  const field = page.getByRole('textbox', { name: 'Words or a phrase' });
  await expect(field).toBeFocused();
  await page.keyboard.type(text);
}
async function choose({ page }: Workbench, what: string, option: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${what} `) }).click();
  await page.getByRole('option', { name: new RegExp(`^${option}`) }).click();
}

test('hits stand in their words under their documents; arrows walk, Space picks, what is picked is coded by its sentence, and one undo takes it back', async ({ workbench, page }) => {
  await search(workbench, 'pay');
  await expect(page.getByText('4 hits in 2 documents.')).toBeVisible();
  expect(await shown(workbench)).toEqual([
    ['诊所', '陈医生: 待遇还行。病人太多，|Pay 也不高。'], ['Ward', 'Interviewer: How is the |pay?', 'Ana: I start at six. The |pay is low. So be it.', 'Bo: Nobody |pays the nights.'],
  ]);
  await page.keyboard.press('ArrowDown');
  await expect(hits(workbench).first()).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect(page.getByText('2 picked')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Words or a phrase' })).toBeFocused();
  await page.getByRole('combobox', { name: 'Code for the hits' }).fill('wag');
  await page.getByRole('option', { name: 'Wages' }).click();
  await choose(workbench, 'As passage', 'Its sentence');
  await page.getByRole('button', { name: 'Code 2 hits' }).click();
  await expect(page.getByText('2 passages coded ‘Wages’.')).toBeVisible();
  expect(await workbench.codedIn('Ward')).toEqual(['Wages: The pay is low.']);
  expect(await workbench.codedIn('诊所')).toEqual(['Wages: 病人太多，Pay 也不高。']);
  await expect(workbench.undoLabel).toHaveText(/code 2 found passages ‘Wages’/);
  await workbench.undoLabel.click();
  await expect.poll(async () => [await workbench.codedIn('Ward'), await workbench.codedIn('诊所')]).toEqual([[], []]);
});

test('Enter opens a hit at its place, selected and ready to be coded, and the search is still there on coming back; speakers, documents and groups narrow it', async ({ workbench, page }) => {
  await search(workbench, 'pay');
  await expect(hits(workbench)).toHaveCount(4);
  await choose(workbench, 'Speakers', 'Interviewees');
  await expect(hits(workbench)).toHaveCount(3);
  await choose(workbench, 'Group', 'Doctors');
  await expect(hits(workbench)).toHaveText([/Bo/]);
  await hits(workbench).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Ward' })).toBeVisible();
  await expect(workbench.transcript).toBeFocused();
  await expect.poll(() => workbench.text.selected()).toBe('pay');
  await workbench.openPalette();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+F');
  await expect(page.getByText('One hit in one document.')).toBeVisible();
  await choose(workbench, 'Document', '诊所');
  await expect(page.getByRole('heading', { name: 'Nothing found for “pay”.' })).toBeVisible();
  await workbench.newStudy('Another');
  await page.keyboard.press('Control+Shift+F');
  await expect(page.getByRole('heading', { name: 'Find what was said.' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Words or a phrase' })).toHaveValue('');
});

test('Chinese words of two characters, regular expressions with their faults told in words, memos and codes', async ({ workbench, page }) => {
  await search(workbench, '病人');
  await expect(page.getByText('One hit in one document.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Regular expression' }).check();
  await search(workbench, 'p(a');
  await expect(page.getByRole('alert')).toContainText('“p(a” is not a regular expression that can be read.');
  await search(workbench, 'p.y\\b');
  await expect(hits(workbench)).toHaveCount(3);
  await page.getByRole('radio', { name: 'Codes' }).click();
  await expect.poll(() => shown(workbench)).toEqual([['Wages', ': What people say of their |pay.']]);
  await page.getByRole('radio', { name: 'Memos' }).click();
  await expect.poll(() => shown(workbench)).toEqual([['Memo on Wages', ': |Pay comes up first.']]);
  await hits(workbench).first().click();
  await expect(workbench.rightPane.getByText('What people say of their pay.')).toBeVisible();
});
