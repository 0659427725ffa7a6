import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { createWords, type Language, type Words } from '../../shared/words/index.ts';
import { reportWay } from './reportWay.ts';
import { stakeholdersWay } from './stakeholdersWay.ts';
import { conflictsWay } from './conflictsWay.ts';
import { surveyWay } from './surveyWay.ts';
import { expect, test as atFirst, testOn, type Workbench } from './workbench.ts';

const test = testOn('Wards', async (study) => {
  await study.interview('Ward', 'Interviewer: How is the work?\nAna: I start at six. The pay is low.\nBo: Nobody pays the nights.\nInterviewer: Thanks.\nAna: Yes.\nBo: Yes.');
  await study.groups('Group', { Ana: 'Nurses', Bo: 'Doctors' });
  const work = await study.newCode('◆ Work');
  await study.newCode('◆ Pay', { parent: work });
  await study.newCode('● Nurses');
  await study.code('Ward', 'The pay is low', '◆ Pay', { rating: -2 });
  await study.code('Ward', 'The pay is low', '▲ Blame');
  await study.code('Ward', 'I start at six', '■ Mornings', { who: 'Mei' });
});

/** Everything that axe finds in the window as it stands, or within a part of it that opened. In the dark only colours can be other than in the light. */
async function barriers(page: Page, within?: string): Promise<string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((each) => each.playState === 'running' && each.effect?.getComputedTiming().endTime !== Infinity).map((each) => each.finished)));
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  if (within !== undefined) axe.include(within);
  const isDark = await page.evaluate(() => document.documentElement.dataset['theme'] === 'dark');
  const { violations } = await (isDark ? axe.withRules(['color-contrast']) : axe).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)} ${node.any[0]?.message ?? ''}`));
}

const dress = (page: Page, theme: string): Promise<void> => page.evaluate((wanted) => { document.documentElement.dataset['theme'] = wanted; }, theme);

/** Takes a person through the views; what is open at each name is looked at. */
type Way = (workbench: Workbench, words: Words, look: (where: string, within?: string) => Promise<void>) => Promise<void>;
const ways: Readonly<Record<string, Way>> = {
  async 'the desk'(workbench, { say }, look) {
    const { page } = workbench;
    const { id: document } = await workbench.documentNamed('Ward');
    const start = (await workbench.wordsOf('Ward')).indexOf('pay is');
    const nurses = (await workbench.ask('code.list', {})).find(({ name }) => name === 'Nurses')!.id;
    await workbench.ask('coding.apply', { document, start, end: start + 'pay'.length, codes: [{ code: nurses }] });
    await workbench.text.click('pay is');
    await expect(workbench.rightPane.getByRole('blockquote')).toBeVisible();
    // Of passages within each other, whoever hears the page is told all that is said where the caret is.
    await expect(page.locator('[aria-live]').filter({ hasText: /Nurses.*Pay −2.*Blame|Pay −2.*Blame.*Nurses/ })).toBeAttached();
    await look('a passage');
    await workbench.text.drag('The pay is low');
    await workbench.openPalette();
    await page.keyboard.type('pa');
    await look('the code palette', 'main [role=dialog]');
    await page.keyboard.press('Escape');
    await workbench.correct();
    await look('correcting', 'main');
    await page.keyboard.press('Escape');
    await workbench.codeRow('Pay').click();
    await look('a code', 'main + aside');
    await page.getByRole('option', { name: 'Ana' }).click();
    await expect(workbench.rightPane.getByRole('heading', { name: say('person.title') })).toBeVisible();
    await look('a person', 'main + aside');
    await workbench.codeRow('Pay').click({ button: 'right' });
    await page.getByRole('menuitem', { name: say('merge.into') }).click();
    await page.getByRole('option', { name: 'Work' }).click();
    await expect(page.getByRole('dialog')).toContainText(say('merge.alias', { code: 'Pay', into: 'Work' }));
    await look('a merge', '[role=dialog]');
  },
  async 'tables and pictures'({ page }, { say }, look) {
    await page.keyboard.press('Control+2');
    await page.getByRole('table').getByRole('button').first().click();
    await expect(page.getByRole('complementary').getByRole('button').nth(1)).toBeVisible();
    await look('a table and its quotations');
    await page.getByRole('button', { name: new RegExp(`^${say('tables.count')} `) }).click();
    await look('a choice', '[role=listbox]');
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: say('tables.picture') }).click();
    await expect(page.getByRole('img').locator('text').first()).toBeVisible();
    await look('a picture', 'main');
  },
  'conflicts': conflictsWay,
  async 'words'({ page }, { say }, look) {
    await page.getByRole('navigation').getByRole('button', { name: say('command.view.words'), exact: true }).click();
    await page.getByRole('button', { name: new RegExp(`^${say('words.least')} `) }).click();
    await page.getByRole('option', { name: say('words.times', { count: 1 }), exact: true }).click();
    await page.getByRole('radio', { name: say('words.keyness') }).click();
    await page.getByRole('table').getByRole('button', { name: /^pay, Nurses/ }).click();
    await expect(page.getByRole('complementary', { name: say('words.lines') }).getByRole('listitem')).toHaveCount(1);
    await look('words of groups, and the lines of one');
  },
  'stakeholders: who is rated how, by whom': stakeholdersWay,
  'a report': reportWay,
  'a questionnaire, from its sheet to the interviews': surveyWay,
  async 'a search'({ page }, { say }, look) {
    await page.keyboard.press('Control+Shift+F');
    await look('nothing typed', 'main');
    await page.keyboard.type('pay');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option').first().focus();
    await page.keyboard.press('Space');
    await expect(page.getByRole('option', { selected: true })).toBeVisible();
    await look('hits', 'main');
    await page.getByRole('combobox', { name: say('search.findCode') }).focus();
    await expect(page.getByRole('option', { name: 'Blame' })).toBeVisible();
    await look('a code for them', '[data-trigger=ComboBox]');
    await page.keyboard.press('Escape');
  },
  async 'sheets and menus'(workbench, { say }, look) {
    const { page } = workbench;
    for (const id of ['export.excerpts', 'export.codebook', 'history.show', 'history.versions', 'help.shortcuts', 'help.about', 'study.open', 'study.new'] as const) {
      await workbench.command(say(`command.${id}`));
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(id, '[role=dialog]');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    await page.keyboard.press('Control+k');
    await page.keyboard.type('a');
    await look('Ctrl+K', '[role=dialog]');
    await page.keyboard.press('Escape');
    await page.getByRole('banner').getByRole('button').first().click();
    await look('the study’s menu', '[role=menu]');
    await page.keyboard.press('Escape');
  },
  async 'people, a query, memos, versions, a split and a corrected version'(workbench, { say }, look) {
    const { page } = workbench;
    await page.keyboard.press('Control+3');
    await expect(page.getByRole('grid').getByRole('row', { name: /Ana/ })).toBeVisible();
    await look('people', 'main');
    await page.keyboard.press('Control+Shift+F');
    await page.getByRole('radio', { name: say('query.modeQuery') }).click();
    await page.getByRole('button', { name: say('query.add') }).click();
    await page.keyboard.type('pay');
    await look('conditions to choose from', '[role=dialog]');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'coded ‘Pay’', exact: true }).click();
    await look('a condition', '[role=dialog]');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox', { name: say('query.results') }).getByRole('option')).toHaveCount(1);
    await look('what a query finds', 'main');
    await page.keyboard.press('Control+4');
    await page.getByRole('button', { name: say('memos.newEntry') }).click();
    await page.keyboard.type('Pay again.');
    await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
    await look('memos', 'main');
    for (const name of ['First', 'Second']) {
      await workbench.ask('version.name', { name });
      await workbench.ask('code.change', { code: (await workbench.ask('code.list', {})).find((code) => code.name === 'Pay')!.id, definition: `What they earn: ${name}.` });
    }
    await workbench.command(say('command.history.versions'));
    await expect(page.getByRole('dialog').locator('ins').first()).toBeVisible();
    await look('versions', '[role=dialog]');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+1');
    await workbench.codeRow('Pay').click({ button: 'right' });
    await page.getByRole('menuitem', { name: say('split.into') }).click();
    await expect(page.getByRole('dialog').locator('mark')).toBeVisible();
    await look('a split', '[role=dialog]');
    await page.keyboard.press('Escape');
    const chooser = page.waitForEvent('filechooser');
    await workbench.command(say('command.document.replace'));
    await (await chooser).setFiles([{ name: 'Ward.txt', mimeType: 'text/plain', buffer: Buffer.from('Interviewer: How is the work?\nAna: I start at seven. The pay is low.\nBo: Nobody pays the nights.\nInterviewer: Thanks.\nAna: Yes.\nBo: Yes.') }]);
    await page.getByRole('radio', { name: say('correct.replace.text'), exact: true }).click();
    await expect(page.getByRole('main').locator('ins')).toHaveText(['seven']);
    await look('a corrected version', 'main');
  },
};
const views: readonly { readonly language: Language; readonly ways: readonly string[] }[] = [{ language: 'en', ways: Object.keys(ways) }, { language: 'zh', ways: ['the desk', 'a search'] }];
for (const { language, ways: names } of views) for (const name of names) {
  test(`no barrier in ${name}, ${language === 'en' ? 'in English' : 'in Chinese'}, ${language === 'en' || name === 'the desk' ? 'light and dark' : 'light'}`, async ({ workbench, page }) => {
    await workbench.openDocument('Ward');
    if (language === 'zh') await workbench.command('中文');
    await expect(page.locator(`html[data-theme=light][lang^=${language}]`)).toBeVisible();
    const found: string[] = [];
    await ways[name]!(workbench, createWords(language), async (where, within) => {
      // Colours are the same in every language, and in sheets and menus what they are in the views: the dark is walked once, but for the desk.
      for (const theme of (language === 'en' && (within?.startsWith('main') ?? true)) || where === 'a passage' ? ['light', 'dark'] : ['light']) {
        await dress(page, theme);
        found.push(...(await barriers(page, within)).map((barrier) => `${where}, ${theme}: ${barrier}`));
      }
      await dress(page, 'light');
    });
    expect(found).toEqual([]);
  });
}

atFirst('the sample, an empty study, no study, and an import that waits hold no barrier, light and dark', async ({ workbench, page, home }) => {
  const look = async (within?: string): Promise<string[]> => {
    const light = await barriers(page, within);
    await dress(page, 'dark');
    const dark = await barriers(page, within);
    await dress(page, 'light');
    return [...light, ...dark];
  };
  await expect(workbench.transcript).toBeVisible();
  expect(await look()).toEqual([]);
  await workbench.newStudy('Night shifts');
  expect(await look()).toEqual([]);
  const files = [join(home, 'ward.txt'), join(home, 'broken.docx')];
  await writeFile(files[0]!, 'Lin: Well?\nDr Wu: Yes, well.\nLin: So?\nDr Wu: So.');
  await writeFile(files[1]!, 'this is no archive');
  await workbench.chooseFiles(files);
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  expect(await look('main')).toEqual([]);
  await page.getByRole('main').getByRole('button', { name: 'ward.txt' }).click();
  expect(await look()).toEqual([]);
  // In a narrow window documents, people and codes are a drawer over the import, which Escape closes.
  await page.setViewportSize({ width: 1000, height: 700 });
  const drawer = page.getByRole('complementary', { name: 'Documents and codebook' });
  await expect(drawer).toBeHidden();
  await page.getByRole('button', { name: 'Documents and codebook' }).click();
  await expect(drawer.getByRole('button', { name: '2 files wait to be imported' })).toBeVisible();
  await drawer.getByRole('button', { name: '2 files wait to be imported' }).focus();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('button', { name: 'Documents and codebook' })).toBeFocused();
  await workbench.ask('desk.close' as never, {} as never);
  await expect(page.getByRole('heading', { level: 1, name: 'Read closely. Count fairly.' })).toBeVisible();
  expect(await look()).toEqual([]);
});

/** Walks through the window with Tab, once around: what it never came to, and what did not show that it was reached. */
async function walk(page: Page): Promise<{ missed: string[]; unseen: string[] }> {
  const controls = () => page.evaluate(() => {
    const named = (element: Element) => element.getAttribute('aria-label') ?? element.textContent.trim();
    const all = [...document.querySelectorAll<HTMLElement>('button, input, textarea, a[href], [tabindex="0"]')].filter((element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }) && !element.matches('[disabled], [role="treegrid"] *') && element.closest('[inert], [aria-hidden="true"]') === null);
    return all.map((element, index) => { element.dataset['walk'] = String(index); return named(element); });
  });
  const names = await controls();
  const reached = new Set<number>();
  const unseen = new Set<string>();
  for (let step = 0; step < names.length + 20; step++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const at = document.activeElement as HTMLElement;
      const shows = (element: Element | null) => element !== null && getComputedStyle(element).outlineStyle !== 'none' && Number.parseFloat(getComputedStyle(element).outlineWidth) >= 1;
      return { walk: at.closest<HTMLElement>('[data-walk]')?.dataset['walk'], isSeen: at === document.body || at.matches('[role="textbox"]') || shows(at) || shows(at.parentElement), name: at.getAttribute('aria-label') ?? at.textContent.slice(0, 60) };
    });
    if (here.walk !== undefined) reached.add(Number(here.walk));
    if (!here.isSeen) unseen.add(here.name);
  }
  return { missed: names.filter((_, index) => !reached.has(index)), unseen: [...unseen] };
}
test('Tab comes to every control of the desk, the tables, a search and an export, and shows where it is', async ({ workbench, page }) => {
  await workbench.openDocument('Ward');
  await workbench.text.click('pay is');
  await expect(workbench.rightPane.getByRole('blockquote')).toBeVisible();
  expect(await walk(page)).toEqual({ missed: [], unseen: [] });
  await page.keyboard.press('Control+2');
  await page.getByRole('table').getByRole('button').first().click();
  await expect(page.getByRole('complementary').getByRole('button').nth(1)).toBeVisible();
  expect(await walk(page)).toEqual({ missed: [], unseen: [] });
  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.type('pay');
  await expect(page.getByRole('option').first()).toBeVisible();
  expect(await walk(page)).toEqual({ missed: [], unseen: [] });
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await walk(page)).toEqual({ missed: [], unseen: [] });
});

test('Escape closes what is open and gives the keyboard back: menus, choices, sheets, Ctrl+K, the code palette; arrows choose table or picture', async ({ workbench, page }) => {
  await workbench.openDocument('Ward');
  const menu = page.getByRole('banner').getByRole('button', { name: 'Wards' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: /^Import transcripts/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('exp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Export coded excerpts' })).toBeVisible();
  const format = page.getByRole('dialog').getByRole('button', { name: /^Format / });
  await format.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'Excel' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(format).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(menu).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await workbench.text.drag('I start at six');
  await workbench.openPalette();
  await page.keyboard.press('Escape');
  await expect(workbench.palette).toBeHidden();
  await expect(workbench.transcript).toBeFocused();
  await page.keyboard.press('Control+2');
  await page.getByRole('radio', { name: 'Table' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Picture' })).toBeFocused();
  await expect(page.getByRole('img', { name: 'Dimension by Group' })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('table')).toBeVisible();
});

test('at 200 % zoom, where the left pane gives way, the transcript was gone; it stands there, can be coded, and nothing is cut at the side', async ({ workbench, page }) => {
  await page.setViewportSize({ width: 720, height: 450 });
  await page.reload();
  const inSight = async () => {
    const box = (await workbench.transcript.boundingBox())!;
    return box.width > 300 && box.x >= 0 && box.x < 720;
  };
  await expect.poll(inSight).toBe(true);
  await workbench.transcript.focus();
  await page.keyboard.press('Control+Home');
  await workbench.openPalette();
  const palette = (await workbench.palette.boundingBox())!;
  expect(palette.x >= 0 && palette.y >= 0 && palette.x + palette.width <= 720 && palette.y + palette.height <= 450).toBe(true);
  await page.keyboard.press('Escape');
  for (const view of ['Control+2', 'Control+3', 'Control+4', 'Control+Shift+F', 'Control+1']) {
    await page.keyboard.press(view);
    await expect.poll(() => page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight])).toEqual([720, 450]);
  }
  // The left pane opened over its own key, so that no mouse could close it.
  const [key, drawer] = [page.getByRole('button', { name: 'Documents and codebook' }), page.getByRole('complementary', { name: 'Documents and codebook' })];
  await key.click();
  await drawer.getByRole('button', { name: 'Close' }).click();
  await expect(drawer).toBeHidden();
  await expect(key).toBeFocused();
  // Both panes are closed with the window wide again.
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect.poll(inSight).toBe(true);
});

const dressed = test.extend({ ownPage: true });
dressed('with the system’s own colours (high contrast) what is chosen and what floats is told from the rest; nothing moves where less motion is asked for', async ({ workbench, page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await workbench.openDocument('Ward');
  await workbench.text.click('pay is');
  await workbench.openPalette();
  const look = (selector: string) => workbench.palette.locator(selector).first().evaluate((element) => getComputedStyle(element).backgroundColor);
  const plain = await workbench.palette.evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await look('[role="tab"][aria-selected="true"]')).not.toBe(plain);
  expect(await look('[role="option"][aria-selected="true"]')).not.toBe(plain);
  expect(await workbench.palette.evaluate((element) => getComputedStyle(element).borderTopWidth)).toBe('1px');
  // In the dark the letters that were typed were black on black in the names found.
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce', colorScheme: 'dark' });
  await page.keyboard.type('r');
  const hit = workbench.palette.locator('[role="option"]:not([aria-selected="true"]) mark').first();
  const { ink, ground } = await hit.evaluate((element) => ({ ink: getComputedStyle(element).color, ground: getComputedStyle(element).backgroundColor }));
  expect(ground).not.toBe(ink);
  expect(ground).not.toMatch(/^rgba/);
  // Whoever asked for less motion sees none.
  const moving = await page.locator('*').evaluateAll((all) => all.filter((element) => { const style = getComputedStyle(element); return style.animationName !== 'none' || (style.transitionProperty !== 'none' && style.transitionDuration.split(', ').some((time) => time !== '0s')); }).map((element) => element.outerHTML.slice(0, 80)));
  expect(moving).toEqual([]);
});
