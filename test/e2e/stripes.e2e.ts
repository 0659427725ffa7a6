/** The stripes beside the text: their ends, what is dropped on them, whose they are. */
import type { Locator, Page } from '@playwright/test';
import { expect, testOn } from './workbench.ts';

const interview = 'Lin: And the pay?\nDr Hu: The same pay as before. They call it support. I call it doing their paperwork.\n李医生: 她说累得说不出话来。我们也没有时间。';
const test = testOn('Stripes', async (study) => {
  await study.interview('GP-07', interview);
  await study.code('GP-07', 'call it support', '◆ Workload');
  await study.code('GP-07', 'call it support', '● GPs');
  await study.code('GP-07', 'call it support', '◆ Workload', { who: 'Wei' });
  await study.code('GP-07', '累得说不出话', '■ Sayings');
  await study.newCode('◆ Trust');
});
const bar = (page: Page, code: string): Locator => page.locator(`.bar[title="${code}"]:not(.hollow)`).first();
/** Takes a bar's end with the mouse and leads it to words: to the middle of their last letter, or to their first. */
async function takeEnd(page: Page, code: string, edge: 'start' | 'end', to: { x: number; y: number }): Promise<void> {
  const box = (await bar(page, code).boundingBox())!;
  await page.mouse.move(box.x + 2, edge === 'end' ? box.y + box.height - 2 : box.y + 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
}

test('a stripe’s end drawn to other words by the mouse: its whole triple follows, Wei’s coding stays', async ({ workbench, page }) => {
  await workbench.openDocument('GP-07');
  await expect.poll(() => workbench.painted()).toBe('call it support|累得说不出话');
  const [there] = await workbench.text.boxesOf('doing');
  const before = (await workbench.ask('history.list', { limit: 50 })).length;
  await takeEnd(page, 'Workload', 'end', { x: there!.right - 8, y: (there!.top + there!.bottom) / 2 });
  // The words follow before anything is written.
  await expect.poll(() => workbench.painted()).toBe('call it support. I call it doing|累得说不出话');
  expect(await workbench.ask('history.list', { limit: 50 })).toHaveLength(before);
  await page.keyboard.press('Escape');
  await expect.poll(() => workbench.painted()).toBe('call it support|累得说不出话');
  await page.mouse.up();
  expect(await workbench.ask('history.list', { limit: 50 })).toHaveLength(before);

  await takeEnd(page, 'Workload', 'end', { x: there!.right - 8, y: (there!.top + there!.bottom) / 2 });
  await page.mouse.up();
  await expect.poll(() => workbench.codedIn('GP-07')).toEqual(['Workload: call it support. I call it doing', 'GPs: call it support. I call it doing', 'Workload: call it support', 'Sayings: 累得说不出话']);
  await expect(workbench.undoLabel).toContainText('resize ‘Workload, GPs’');
  await expect.poll(() => workbench.painted()).toBe('call it support. I call it doing|累得说不出话');
  await workbench.undoLabel.click();
  await expect.poll(() => workbench.codedIn('GP-07')).toEqual(['Workload: call it support', 'GPs: call it support', 'Workload: call it support', 'Sayings: 累得说不出话']);
  await expect.poll(() => workbench.painted()).toBe('call it support|累得说不出话');
});

test('edges by keys: characters, words, sentences, the start; one step however many keys; in Chinese too', async ({ workbench, page }) => {
  await workbench.openDocument('GP-07');
  await workbench.text.click('说不出');
  await expect(workbench.rightPane.getByRole('button', { name: /^Sayings/ })).toBeVisible();
  const before = (await workbench.ask('history.list', { limit: 50 })).length;
  await page.keyboard.down('Shift');
  await page.keyboard.down('Alt');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => workbench.painted()).toBe('call it support|累得说不出话来');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => workbench.painted()).toBe('call it support|累得说不出话来。');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.up('Alt');
  await page.keyboard.up('Shift');
  await expect.poll(() => workbench.codedIn('GP-07')).toContain('Sayings: 累得说不出话来。我们也没有时间。');
  expect(await workbench.ask('history.list', { limit: 50 })).toHaveLength(before + 1);
  await page.keyboard.press('Shift+Alt+Home');
  await expect(workbench.notice.filter({ hasText: 'start of the passage' })).toBeVisible();
  await page.keyboard.press('Shift+Alt+ArrowUp');
  await expect.poll(() => workbench.codedIn('GP-07')).toContain('Sayings: 李医生: 她说累得说不出话来。我们也没有时间。');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => workbench.codedIn('GP-07')).toContain('Sayings: 累得说不出话');
});

test('a code dropped on a stripe takes its place, one of another facet comes beside it', async ({ workbench, page }) => {
  await workbench.openDocument('GP-07');
  await expect(bar(page, 'Workload')).toBeVisible();
  await workbench.codeRow('Trust').dragTo(bar(page, 'Workload'));
  await expect.poll(() => workbench.codedIn('GP-07')).toEqual(['Trust: call it support', 'GPs: call it support', 'Workload: call it support', 'Sayings: 累得说不出话']);
  await expect(workbench.undoLabel).toContainText('recode to ‘Trust’');
  await workbench.codeRow('Sayings').dragTo(bar(page, 'Trust'));
  await expect.poll(() => workbench.codedIn('GP-07')).toEqual(['Trust: call it support', 'GPs: call it support', 'Workload: call it support', 'Sayings: call it support', 'Sayings: 累得说不出话']);
  await expect(page.locator('.bar[title="Trust"]')).toHaveCount(1);
  await expect(page.locator('.drop')).toHaveCount(0);

  // Two passages of a line lack a conflict of whoever is at work: each has its own sign, which leads to the palette where it is missing.
  const gps = (await workbench.ask('code.list', {})).find(({ name }) => name === 'GPs')!.id;
  const said = await workbench.wordsOf('GP-07');
  for (const words of ['The same pay', 'as before']) await workbench.ask('coding.apply', { document: 1, start: said.indexOf(words), end: said.indexOf(words) + words.length, codes: [{ code: gps }] });
  const signs = page.locator('.gaps path[data-facet="conflict"]');
  await expect(signs).toHaveAttribute('d', /^M[^M]*M[^M]*$/);
  const places = await signs.evaluate((path) => [...path.getAttribute('d')!.matchAll(/M([-\d.]+) ([-\d.]+)/g)].map(([, x, y]) => { const { left, top } = path.closest('svg')!.getBoundingClientRect(); return { x: left + Number(x) + 5, y: top + Number(y) + 5 }; }));
  await page.mouse.move(places[0]!.x, places[0]!.y);
  await expect(signs.locator('title')).toHaveText('Still missing: Conflict. Click to add it.');
  await page.mouse.click(places[0]!.x, places[0]!.y);
  await expect(workbench.palette.getByRole('tab', { selected: true })).toContainText('Conflict');
  await page.keyboard.press('Escape');
  await expect(workbench.transcript).toBeFocused();
  await expect(workbench.rightPane).toContainText('The same pay');
  await expect(workbench.rightPane.getByRole('button', { name: /^GPs/ })).toBeVisible();
  await page.mouse.click(places[1]!.x, places[1]!.y);
  await expect(workbench.palette.getByRole('tab', { selected: true })).toContainText('Conflict');
  await page.keyboard.type('Staff poached');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => workbench.codedIn('GP-07')).toContain('Staff poached: as before');
  await expect(signs).toHaveAttribute('d', /^M[^M]*$/);
});

/** What the two do not agree on: chosen and decided by keys, both in the margins, and taken back. */
async function settleByKeyboard(page: Page): Promise<void> {
  await page.keyboard.press('Control+7');
  await expect(page.getByRole('row', { name: /^Workload/ })).toContainText(/reliable|tentative/);
  await page.getByRole('button', { name: 'Where they differ' }).press('Enter');
  const list = page.getByRole('listbox', { name: 'Disagreements' });
  const decision = page.getByRole('complementary', { name: 'Decide' });
  await expect(list.getByRole('option')).toHaveText([/^GPs.*only Lin/, /^Sayings.*only Lin/]);
  await expect(page.locator('.bar.hollow')).toHaveCount(1);
  await list.press('ArrowDown');
  await expect(decision).toContainText(/Sayings2 of 2.*Lin.*累得说不出话.*Wei.*not coded/);
  await expect.poll(() => page.evaluate(() => Array.from(CSS.highlights.get('differing') ?? []).map(String))).toEqual(['累得说不出话']);
  await page.keyboard.press('1');
  await expect(list.getByRole('option')).toHaveText([/^GPs/]);
  await expect(page.getByText('1 of 2 decided')).toBeVisible();
  // Neither's: the same words, another code; C on the choice is the decision, and no letter to find a code by.
  await page.keyboard.press('o');
  await expect(page.getByRole('listbox', { name: 'Code' }).getByRole('option', { selected: true })).toHaveText('GPs');
  await page.keyboard.type('Tru');
  await page.keyboard.press('Enter');
  await expect(decision.getByRole('button', { name: 'Code Trust' })).toBeFocused();
  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { name: 'Nothing is left to decide.' })).toBeVisible();
  await page.getByRole('radio', { name: 'Decided', exact: true }).click();
  await expect(list.getByRole('option')).toHaveText([/^GPs.*coded anew/, /^Sayings.*as Lin has it/]);
  await expect(decision).toContainText(/coded anew, decided by .*Trustcall it support/);
  await page.getByRole('radio', { name: 'To decide' }).click();
  await page.keyboard.press('Control+z');
  await expect(list.getByRole('option')).toHaveText([/^GPs/]);
  await page.keyboard.press('Control+z');
  await expect(list.getByRole('option')).toHaveCount(2);
  await page.keyboard.press('Control+1');
}

const watched = test.extend({ ownPage: true });
watched('two coders in mirrored margins, a coder hidden, colours by coder, and only one’s own while coding blind', async ({ workbench, page }) => {
  await workbench.openDocument('GP-07');
  const menu = page.getByRole('button', { name: /^Coders / });
  const ticks = async (...names: readonly string[]) => {
    for (const name of names) {
      await menu.press('Enter');
      await page.getByRole('menuitemcheckbox', { name, exact: true }).click();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toHaveCount(0);
    }
  };
  const bars = async () => (await workbench.text.bars()).map(({ code, hollow }) => `${code}${hollow ? ' (mirrored)' : ''}`).toSorted();
  await expect.poll(bars).toEqual(['GPs', 'Sayings', 'Workload']);
  await ticks('Wei');
  await expect(menu).toHaveAccessibleName('Coders Lin and Wei');
  await expect.poll(bars).toEqual(['GPs', 'Sayings', 'Workload', 'Workload (mirrored)']);
  // A conflict is missing of Lin's triple: its sign stands in outline in that lane.
  await expect(page.locator('.gaps path')).toHaveAttribute('d', /^M[^M]*h-8\.6z$/);
  // A mirrored stripe is taken by its end as any other.
  const [there] = await workbench.text.boxesOf('doing');
  const hollow = (await page.locator('.bar.hollow').boundingBox())!;
  await page.mouse.move(hollow.x + 2, hollow.y + hollow.height - 2);
  await page.mouse.down();
  await page.mouse.move(there!.right - 8, (there!.top + there!.bottom) / 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => workbench.codedIn('GP-07')).toEqual(['Workload: call it support. I call it doing', 'Workload: call it support', 'GPs: call it support', 'Sayings: 累得说不出话']);
  await page.keyboard.press('Control+z');
  await expect.poll(bars).toEqual(['GPs', 'Sayings', 'Workload', 'Workload (mirrored)']);
  await settleByKeyboard(page);
  await expect.poll(bars).toEqual(['GPs', 'Sayings', 'Workload', 'Workload (mirrored)']);
  await ticks('Lin');
  await expect.poll(bars).toEqual(['Workload']);
  await ticks('Lin', 'Colour by coder');
  const colours = () => page.locator('.bar').evaluateAll((found) => new Set(found.map((each) => getComputedStyle(each).color)).size);
  await expect.poll(colours).toBe(2);
  await expect(page.getByText('Lin', { exact: true }).first()).toBeVisible();
  await ticks('Only mine (code blind)');
  await expect.poll(bars).toEqual([]);
  expect(await workbench.painted()).toBe('');
  await expect(page.getByText('Others’ codings are hidden')).toBeVisible();
  await expect(workbench.codeRow('Workload').locator('[class*="_n_"]')).toHaveText('');
  // Not for a moment do others' codings count, or show, when the study is opened again.
  await page.addInitScript(() => {
    const told = new Set<string>();
    const look = () => {
      told.add(`${/([1-9][\d,]*|One) codings? (?:here|in)/.exec(document.querySelector('footer')?.textContent ?? '')?.[1] ?? 'none'}, ${document.querySelectorAll('.bar').length}`);
      Object.assign(window, { told: [...told] });
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.reload();
  await workbench.openDocument('GP-07');
  expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual(['none, 0']);
  await expect(menu).toHaveAccessibleName('Coders only mine');
  await workbench.text.click('paperwork');
  await workbench.codeAs('trust');
  await expect.poll(bars).toEqual(['Trust']);
  // What is counted beside documents and codes, and below, is one's own too; a merge tells what it would change of others'.
  await expect(page.getByRole('contentinfo')).toContainText('One coding here, one in the study');
  await expect(page.getByRole('option', { name: 'GP-07' })).toHaveText(/GP-071$/);
  await workbench.codeRow('Workload').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Merge into…' }).click();
  await page.getByRole('option', { name: 'Trust' }).click();
  await expect(page.getByRole('dialog')).toContainText(/You have coded nothing with it\.2 codings of others, which you do not see, change too\./);
  await page.getByRole('button', { name: 'Cancel' }).click();
  // Nor do others' codings show in a code's quotations; a table says that it does not count them.
  await workbench.codeRow('Workload').click();
  await expect(workbench.rightPane).toContainText('Quotations0Only your own codings: you are coding blind.');
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('main').getByText('Only your own codings: you are coding blind.').first()).toBeVisible();
  await page.keyboard.press('Control+1');
  await workbench.transcript.focus();
  // What goes of others' is told by its number alone.
  await page.keyboard.press('F2');
  const line = page.locator('[aria-live]').filter({ hasText: 'these words go' });
  await workbench.text.drag('call it support');
  await expect(line).toHaveText('3 codings of others, which you do not see, go if these words go.');
  await page.keyboard.press('ArrowLeft');
  await workbench.text.drag('call it support. I call it doing their paperwork.');
  await expect(line).toHaveText('One coding goes if these words go:Trustand 3 of others, which you do not see');
});

const depth = 10;
const deep = 'One morning two nurses and three doctors wrote four long forms for the five offices of the six poor counties.';
/** The passages of a place that is coded ten times over: each begins a word later and ends a word earlier. */
const nested = Array.from({ length: depth }, (_, level) => deep.split(' ').slice(level, 20 - level).join(' '));
const deepTest = testOn('Deep', async (study) => {
  await study.interview('GP-10', `Lin: Well?\nDr Hu: ${deep} And so on.\nLin: Yes?\nDr Hu: Yes.`);
  for (const [level, words] of nested.entries()) await study.code('GP-10', words, `■ Level ${level + 1}`);
});

deepTest('ten passages over one place stay legible: three lanes, the shared bar names what it stands for, keys, clicks and the list reach each', async ({ workbench, page }) => {
  await workbench.openDocument('GP-10');
  await expect.poll(async () => (await workbench.text.bars()).length).toBe(depth);
  const bars = await page.locator('.bar').evaluateAll((all) => all.map((bar) => ({ left: (bar as HTMLElement).style.left, title: (bar as HTMLElement).title, shared: bar.classList.contains('shared'), hatched: getComputedStyle(bar).backgroundImage !== 'none' })));
  expect(new Set(bars.map(({ left }) => left)).size).toBe(3);
  const shared = bars.filter((bar) => bar.shared);
  expect(shared.length).toBeGreaterThan(0);
  for (const bar of shared) {
    expect(bar.hatched).toBe(true);
    expect(bar.title.split('\n').toSorted()).toEqual(bars.slice(2).map((_, index) => `Level ${index + 3}`).toSorted());
  }
  const named = async () => { const names = await workbench.text.names(); return names.reduce((sum, name) => sum + 1 + Number(/\+(\d+)$/.exec(name)?.[1] ?? 0), 0); };
  await expect.poll(named).toBe(depth);
  // "+n" is called by all that it stands for, and lists it to whoever points at it or comes to it by keyboard; a name in the list leads there.
  const fold = page.getByRole('button', { name: /more codes: / });
  const count = Number((await fold.innerText()).slice(1));
  const stoodFor = Array.from({ length: count }, (_, place) => `Level ${depth - count + 1 + place}`);
  await expect(fold).toHaveAccessibleName(`${count} more codes: ${new Intl.ListFormat('en').format(stoodFor)}`);
  const listed = page.getByRole('tooltip');
  await fold.hover();
  await expect(listed.locator('bdi')).toHaveText(stoodFor);
  await page.mouse.move(300, 5);
  await expect(listed).toHaveCount(0);
  await workbench.transcript.focus();
  await page.keyboard.press('Tab');
  await expect(fold).toBeFocused();
  await expect(listed.locator('bdi')).toHaveText(stoodFor);
  await page.keyboard.press('Enter');
  await expect(workbench.transcript).toBeFocused();
  await expect(workbench.rightPane.getByRole('button', { name: stoodFor[0]!, exact: true }).first()).toBeVisible();
  // By keyboard, one after the other, as far as the last.
  await page.keyboard.press('Control+Home');
  for (const [level, words] of nested.entries()) {
    await page.keyboard.press(']');
    await expect(workbench.rightPane).toContainText(words);
    await expect(workbench.rightPane.getByRole('button', { name: `Level ${level + 1}`, exact: true }).first()).toBeVisible();
  }
  // Those that the hatched bar and "+n" stand for are a click away in the list.
  await page.keyboard.press('l');
  const list = page.getByRole('listbox', { name: 'Passages of this document' });
  await page.keyboard.press('End');
  await list.getByRole('option', { name: `Level ${depth}` }).click();
  await expect(workbench.transcript).toBeFocused();
  await expect(page.getByText(`Coded here: Level ${depth}`)).toBeAttached();
  // Pointing at the shared bar leads to one of its passages, and the pane from there to the others.
  await page.locator('.bar.shared').last().click();
  await expect(workbench.rightPane.getByRole('heading', { name: 'Also in these lines' })).toBeVisible();
});
