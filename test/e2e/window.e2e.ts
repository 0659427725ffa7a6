import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readSheet } from '../../electron/formats/sheet.ts';
import { commandEntries } from '../../shared/model/commands.ts';
import { createWords, type Language, type Words } from '../../shared/words/index.ts';
import { expect, serve, testOn, Workbench } from './workbench.ts';

const test = testOn('Wards', async (study) => {
  await study.interview('Ward', 'Interviewer: How is the work?\nAna: I start at six. The pay is low.\nBo: Nobody pays the nights.\nInterviewer: Thanks.\nAna: Yes.\nBo: Yes.');
  await study.interview('Clinic', 'Interviewer: And the pay?\nChen: The pay is fair.\nInterviewer: Thanks.\nChen: Yes, "so" to say.');
  await study.groups('Group', { Ana: 'Nurses', Bo: 'Doctors', Chen: 'Doctors' });
  const work = await study.newCode('◆ Work');
  await study.newCode('◆ Pay', { parent: work });
  const nurses = await study.newCode('● Nurses');
  const county = await study.newCode('● County');
  await study.code('Ward', 'The pay is low', '◆ Pay', { rating: -2 });
  await study.code('Ward', 'The pay is low', '▲ Blame', { party: nurses, counterparty: county });
  await study.code('Clinic', 'Yes, "so" to say', '■ Sayings', { who: 'Mei' });
});
/** Names in letters that are neither Latin nor Chinese: what is left in either is the program's own. */
const greek = testOn('Μελέτη', async (study) => {
  await study.interview('Θάλαμος', 'Άννα: Αρχίζω στις έξι. Ο μισθός είναι λίγος.\nΒάσω: Κανείς δεν πληρώνει.\nΆννα: Ναι.\nΒάσω: Ναι.');
  await study.groups('Ομάδα', { Άννα: 'Νοσοκόμες', Βάσω: 'Γιατροί' });
  const work = await study.newCode('◆ Δουλειά');
  await study.newCode('◆ Μισθός', { parent: work });
  await study.newCode('● Νομός');
  await study.code('Θάλαμος', 'Ο μισθός είναι λίγος', '◆ Μισθός', { rating: -2 });
  await study.code('Θάλαμος', 'Ο μισθός είναι λίγος', '▲ Ευθύνη');
  await study.code('Θάλαμος', 'Κανείς δεν πληρώνει', '■ Λόγια', { who: 'Mei' });
});

/** All that a person can read or is told in the window: text, and the names and hints of what is in sight. */
const readable = (page: Page) => page.evaluate(() => {
  const told: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    // What a screen reader was told a moment ago, in the language of then.
    if (element.closest('[data-live-announcer]')) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-roledescription']) told.push(element.getAttribute(name) ?? '');
    for (const node of element.childNodes) if (node instanceof Text) told.push(node.data);
  }
  return [...told, document.title].filter((each) => !each.includes('/concord-home-'));
});
const foreign: Record<Language, RegExp> = { en: /\p{Script=Han}+/gu, zh: /\p{Script=Latin}{2,}/gu };
/** Names of keys, formats and languages, and of the people at the desk, are the same in every language. */
const international = new Set(['简体中文', '中文', 'English', 'Concord', 'Ctrl', 'Shift', 'Alt', 'Tab', 'Esc', 'Space', 'Del', 'Backspace', 'Home', 'End', 'Delete', 'Insert', 'CSV', 'Excel', 'Markdown', 'JSON', 'SVG', 'PNG', 'MIT', 'Word', 'Lin', 'Mei', 'UTF', 'tf', 'idf', 'HTML']);
/** Goes through the views and sheets, and answers with every word in another language than the window's. */
async function strangersIn(workbench: Workbench, words: Words): Promise<string[]> {
  const { page } = workbench;
  const { say } = words;
  const coder = (await page.getByRole('contentinfo').getByRole('button').first().textContent())!;
  const found: string[] = [];
  const look = async (where: string) => {
    for (const text of await readable(page)) for (const [word] of text.replaceAll(coder, '').matchAll(foreign[words.language])) if (!international.has(word)) found.push(`${where}: ${text}`);
  };
  const heading = (name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.keyboard.press('Control+1');
  await workbench.openDocument('Θάλαμος');
  await workbench.text.click('μισθός είναι');
  await expect(workbench.rightPane.getByRole('blockquote')).toBeVisible();
  await look('passage');
  await workbench.text.drag('Αρχίζω');
  await workbench.openPalette();
  await page.keyboard.type('μ');
  await look('palette');
  await page.keyboard.press('Escape');
  await workbench.codeRow('Μισθός').click();
  await look('code');
  await page.getByRole('option', { name: 'Άννα' }).click();
  await look('person');
  await page.keyboard.press('Control+2');
  await heading(say('tables.title', { rows: say('facet.dimension'), by: 'Ομάδα' }));
  await page.getByRole('table').getByRole('cell').getByRole('button').first().click();
  await expect(page.getByRole('complementary').last()).toContainText(say('tables.passages', { count: 1 }));
  await look('table');
  await page.getByRole('button', { name: say('tables.count') }).click();
  await look('counts');
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: say('tables.picture') }).click();
  await expect(page.getByRole('img').locator('text').first()).toBeVisible();
  await look('picture');
  await page.getByRole('radio', { name: say('tables.table') }).click();
  for (const view of ['stakeholders', 'conflicts', 'survey', 'words', 'report'] as const) {
    await page.getByRole('navigation').first().getByRole('button', { name: say(`command.view.${view}`), exact: true }).click();
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible().then(() => look(view));
  }
  for (const id of ['study.new', 'study.open', 'export.excerpts', 'history.show', 'help.shortcuts', 'help.about'] as const) {
    await workbench.command(say(`command.${id}`));
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(id);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  for (const part of ['banner', 'contentinfo'] as const) {
    await page.getByRole(part).getByRole('button').first().click();
    await expect(page.getByRole('menu')).toBeVisible();
    await look(part);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toBeHidden();
  }
  await page.keyboard.press('Control+k');
  await look('commands');
  await page.keyboard.press('Escape');
  return found;
}

greek('every word of the window changes with the language, both ways, without a restart', async ({ workbench, page }) => {
  greek.setTimeout(60_000);
  await page.evaluate(() => { document.body.dataset['kept'] = 'the same page'; });
  expect(await strangersIn(workbench, createWords('en'))).toEqual([]);
  await page.getByRole('contentinfo').getByRole('button', { name: 'English' }).click();
  await page.getByRole('menuitem', { name: '简体中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  expect(await strangersIn(workbench, createWords('zh'))).toEqual([]);
  await expect(workbench.undoLabel).toHaveText(/^撤销: 编码“Λόγια”/);
  await workbench.command('English');
  await expect(workbench.undoLabel).toHaveText(/^Undo: code ‘Λόγια’/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(await page.evaluate(() => document.body.dataset['kept'])).toBe('the same page');
});

test('light and dark: the window changes at once and stays so when it is loaded again; text keeps the size that was chosen', async ({ workbench, page }) => {
  const paper = () => page.getByRole('main').evaluate((main) => getComputedStyle(main).backgroundColor);
  const size = () => workbench.transcript.evaluate((box) => Number.parseFloat(getComputedStyle(box).fontSize));
  expect(await paper()).toBe('rgb(252, 251, 248)');
  const before = await size();
  await workbench.command('Light or dark');
  await expect.poll(paper).toBe('rgb(25, 24, 21)');
  await page.keyboard.press('Control+=');
  await expect.poll(size).toBeGreaterThan(before);
  const larger = await size();
  await page.reload();
  await expect(workbench.transcript).toBeVisible();
  expect(await paper()).toBe('rgb(25, 24, 21)');
  expect(await size()).toBe(larger);
  await page.keyboard.press('Control+0');
  await expect.poll(size).toBe(before);
  await workbench.command('Light or dark');
  await expect.poll(paper).toBe('rgb(252, 251, 248)');
});

test('Ctrl+K finds documents, codes, people and commands by any part of their names, and goes there', async ({ workbench, page }) => {
  const dialog = page.getByRole('dialog', { name: 'Find documents, codes, commands' });
  const find = async (typed: string) => {
    await page.keyboard.press('Control+k');
    await expect(dialog).toBeVisible();
    await page.keyboard.type(typed);
    await expect(dialog.getByRole('option').first()).toHaveAttribute('data-focused', 'true');
  };
  await find('lini');
  await expect(dialog.getByRole('option')).toHaveText(['Clinic1']);
  await expect(dialog.getByRole('group', { name: 'Documents' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Clinic');
  await expect(workbench.transcript).toBeFocused();
  await find('pay wor');
  await expect(dialog.getByRole('option')).toHaveText(['Work > Pay1']);
  await page.keyboard.press('Enter');
  await expect(workbench.rightPane.getByRole('textbox', { name: 'Name' })).toHaveValue('Pay');
  await find('CHE');
  await expect(dialog.getByRole('option')).toHaveText(['ChenInterviewee']);
  await page.keyboard.press('Enter');
  await expect(workbench.rightPane.getByRole('textbox', { name: 'Name' })).toHaveValue('Chen');
  await find('cuts');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('xyz');
  await expect(dialog).toContainText('Nothing is called “xyz”.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('the sheet of shortcuts names every key, and each does what it says', async ({ workbench, page }) => {
  await expect(workbench.transcript).toBeFocused();
  await page.keyboard.press('F1');
  const sheet = page.getByRole('dialog', { name: 'Shortcuts' });
  const { say } = createWords('en');
  const shown: Record<string, string> = { $mod: 'Ctrl', Equal: '+', Minus: '−', Digit0: '0' };
  for (const entry of commandEntries) if ('keys' in entry) await expect(sheet).toContainText(`${say(`command.${entry.id}`)}${entry.keys.split('+').map((key) => shown[key] ?? (key.length === 1 ? key.toUpperCase() : key)).join(' ')}`);
  await expect(sheet).toContainText('Open the paletteSpace');
  await expect(sheet).toContainText('Next, previous passage][');
  await page.keyboard.press('Escape');
  await expect(workbench.transcript).toBeFocused();
  for (const [key, title] of [['Control+o', 'Open a study'], ['Control+e', 'Export coded excerpts']] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(workbench.transcript).toBeFocused();
  }
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('heading', { level: 1, name: 'Dimension by Group' })).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(workbench.transcript).toBeFocused();
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+i');
  await (await chooser).setFiles([]);
});

test('coded excerpts are saved as Excel, CSV, Markdown and JSON: of all, of a code, of a group', async ({ workbench, page, home }) => {
  const sheet = page.getByRole('dialog', { name: 'Export coded excerpts' });
  const exported = async (format: string, chosen: Record<string, string> = {}) => {
    await workbench.command('Export excerpts…');
    for (const [what, option] of Object.entries({ ...chosen, Format: format })) {
      await sheet.getByRole('button', { name: new RegExp(`^${what} `) }).click();
      await page.getByRole('listbox', { name: what }).getByRole('option', { name: option }).first().click();
    }
    const download = page.waitForEvent('download');
    await sheet.getByRole('button', { name: 'Save' }).click();
    const name = (await download).suggestedFilename();
    await (await download).saveAs(join(home, name));
    await expect(sheet).toBeHidden();
    return { name, bytes: await readFile(join(home, name)) };
  };
  const header = ['Quotation', 'Document', 'Turn', 'Time', 'Speaker', 'Group', 'Code', 'Facet', 'Coder', 'Rating', 'Party', 'Counterparty', 'Memo', 'Coded', 'Changed', 'Start', 'End', 'Codebook'];
  for (const format of ['Excel', 'CSV']) {
    const file = await exported(format);
    expect(file.name).toBe(format === 'CSV' ? 'Wards.csv' : 'Wards.xlsx');
    const read = await readSheet(file);
    expect(read.header).toEqual(header);
    // When it was coded is the moment of this test; the codebook has no version here.
    expect(read.rows.map((row) => [...row.slice(0, 3), ...row.slice(4, 12), ...row.slice(15, 17)].join('|'))).toEqual([
      'The pay is low|Ward|2|Ana|Nurses|Work > Pay|Dimension|Lin|-2|||33|47', 'The pay is low|Ward|2|Ana|Nurses|Blame|Conflict|Lin||Nurses|County|33|47', 'Yes, "so" to say|Clinic|4|Chen|Doctors|Sayings|Theme|Mei||||38|54',
    ]);
  }
  const json = await exported('JSON', { Code: 'Work', Group: 'Nurses' });
  expect(json.name).toBe('Wards Work Nurses.json');
  expect(JSON.parse(json.bytes.toString())).toMatchObject([{ quotation: 'The pay is low', code: 'Work > Pay', rating: -2, speakers: ['Ana'] }]);
  const markdown = (await exported('Markdown', { Group: 'Doctors' })).bytes.toString();
  expect(markdown).toContain('## Sayings');
  expect(markdown).toContain('> Yes, "so" to say');
  expect(markdown).not.toContain('The pay is low');
});

test('an export of nothing says so beside the sheet and saves no file', async ({ workbench, page }) => {
  await workbench.command('Export excerpts…');
  const sheet = page.getByRole('dialog', { name: 'Export coded excerpts' });
  await sheet.getByRole('button', { name: /^Code / }).click();
  await page.getByRole('option', { name: 'County' }).click();
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(sheet.getByRole('alert')).toContainText('There is nothing to export.');
  await page.keyboard.press('Escape');
  await expect(workbench.notice).toContainText('There is nothing to export.');
});

test('the history tells who did what, newest first, with what was undone', async ({ workbench, page }) => {
  await workbench.openDocument('Ward');
  await workbench.text.drag('I start at six');
  await workbench.codeAs('Pay');
  await page.keyboard.press('Control+z');
  await expect(workbench.undoLabel).toContainText('code ‘Sayings’');
  await workbench.command('History…');
  await expect(page.getByRole('dialog', { name: 'History', exact: true }).locator('time')).not.toHaveCount(0);
  const rows = await page.getByRole('dialog', { name: 'History', exact: true }).locator('time').evaluateAll((times) => times.map((time) => [time.nextElementSibling!.textContent, time.nextElementSibling!.nextElementSibling!.textContent].join(': ')));
  expect(rows.slice(0, 5).map((row) => row.replace(/^[^:]+/, (who) => (who === 'Mei' || who === 'Lin' ? who : 'me')))).toEqual(['me: Undo: code ‘Pay’', 'me: code ‘Pay’', 'Mei: code ‘Sayings’', 'Lin: add code ‘Sayings’', 'Lin: code ‘Blame’']);
  expect(rows.at(-1)).toBe('Lin: import ‘Ward’');
});

test('a new study, and back to the one before; the list says which is open', async ({ workbench, page }) => {
  await workbench.newStudy('Night shifts');
  await workbench.command('History…');
  await expect(page.getByRole('dialog', { name: 'History', exact: true })).toContainText('Nothing has been done in this study yet.');
  await page.keyboard.press('Escape');
  await expect(page).toHaveTitle('Night shifts · Concord');
  await expect(page.getByRole('banner').getByRole('button', { name: 'Night shifts' })).toBeVisible();
  await workbench.command('Open study…');
  const sheet = page.getByRole('dialog', { name: 'Open a study' });
  await expect(sheet.getByRole('button', { name: /^Night shifts/ })).toContainText('open now');
  await sheet.getByRole('button', { name: /^Wards/ }).click();
  await expect(sheet).toBeHidden();
  await expect(page).toHaveTitle('Wards · Concord');
  await expect(page.getByRole('heading', { level: 1, name: 'Clinic' })).toBeVisible();
  await workbench.openDocument('Ward');
});

test('a page that is loaded again shows everything, and Ctrl+Z still takes back the last thing', async ({ workbench, page }) => {
  await workbench.openDocument('Ward');
  await workbench.text.drag('I start at six');
  await workbench.codeAs('Pay');
  const coded = await workbench.codedIn('Ward');
  await page.reload();
  await workbench.openDocument('Ward');
  expect(await workbench.codedIn('Ward')).toEqual(coded);
  await expect.poll(() => workbench.painted()).toBe('I start at six|The pay is low');
  await expect(workbench.undoLabel).toContainText('Undo: code ‘Pay’');
  await page.keyboard.press('Control+z');
  await expect.poll(() => workbench.painted()).toBe('The pay is low');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => workbench.painted()).toBe('I start at six|The pay is low');
});

test.extend({ ownPage: true })('two windows on a study follow each other: codings, names, undo, theme, and the study that is open', async ({ workbench, page, context, served }) => {
  await workbench.openDocument('Ward');
  const other = new Workbench(await context.newPage());
  await other.page.goto(served.address);
  await other.openDocument('Ward');
  await page.bringToFront();
  await workbench.text.drag('I start at six');
  await workbench.codeAs('Pay');
  await expect.poll(() => other.painted()).toBe('I start at six|The pay is low');
  await other.page.bringToFront();
  await other.codeRow('Pay').click();
  await other.page.keyboard.press('F2');
  await other.page.keyboard.type('Wages');
  await other.page.keyboard.press('Enter');
  await expect(workbench.codeRow('Wages')).toBeVisible();
  await page.bringToFront();
  await workbench.correct();
  await workbench.text.caret('I start');
  await page.keyboard.type('Mostly ');
  await expect.poll(() => other.text.text()).toContain('Mostly I start at six.');
  await workbench.saved();
  await other.page.bringToFront();
  for (const _ of [1, 2, 3]) await other.page.keyboard.press('Control+z');
  await expect.poll(() => workbench.painted()).toBe('The pay is low');
  await expect(workbench.codeRow('Pay')).toBeVisible();
  expect(await workbench.text.text()).not.toContain('Mostly');
  await other.command('Light or dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await other.newStudy('Night shifts');
  await expect(page).toHaveTitle('Night shifts · Concord');
  expect(other.faults).toEqual([]);
});

const stoppable = test.extend({ ownProcess: true });
stoppable('when Concord is stopped the window says so, keeps what was typed, and goes on when it is started again', async ({ workbench, page, home, served, started }) => {
  await workbench.openDocument('Ward');
  await workbench.correct();
  await workbench.text.caret('I start');
  await served.stop();
  await expect(workbench.notice).toContainText('Concord does not answer.');
  await expect(page.getByRole('contentinfo')).toContainText('Not connected');
  await page.keyboard.type('Mostly ');
  const again = await serve(home, [...started, '--port', new URL(served.address).port]);
  try {
    await page.goto(again.address);
    await expect(workbench.notice).toContainText('The core was started again.');
    await workbench.saved();
    await expect.poll(() => workbench.wordsOf('Ward')).toContain('Mostly I start at six.');
    await page.keyboard.press('Escape');
    await workbench.text.drag('start at six');
    await workbench.codeAs('Pay');
    expect(await workbench.codedIn('Ward')).toContain('Pay: start at six');
    // What the browser says by itself about a server that is gone.
    expect(workbench.faults.splice(0).filter((fault) => !fault.startsWith('Failed to load resource'))).toEqual([]);
    await page.goto('about:blank');
  } finally { await again.stop(); }
});
