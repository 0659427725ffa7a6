import { expect, testOn } from './workbench.ts';

const interview = [
  'Interviewer: How was the morning?',
  'Dr Hu: Before the reform I had my clinic 😀 and my fields. Now I start at six with the registers.',
  'Interviewer: And the pay?',
  'Dr Hu: The same pay as before. They call it support. I call it doing their paperwork.',
].join('\n');
const test = testOn('Coding', async (study) => {
  await study.interview('GP-07 Dr Hu', interview);
  await study.newCode('● GPs');
  await study.newCode('● County hospital');
  await study.newCode('◆ Workload', { definition: 'How much there is to do' });
  await study.newCode('▲ Tasks without pay');
  await study.newCode('■ Sayings');
});

test('drag over words, press Space, type a part of a code, Enter: coded exactly, painted, named in the margin and on the right', async ({ workbench, page }) => {
  await workbench.text.drag('Now I start at six with the registers');
  await workbench.openPalette();
  await workbench.applyCode('work');
  expect(await workbench.codedIn('GP-07 Dr Hu')).toEqual(['Workload: Now I start at six with the registers']);
  await expect.poll(() => workbench.painted()).toBe('Now I start at six with the registers');
  expect(await workbench.text.names()).toEqual(['Workload']);
  await expect(workbench.rightPane).toContainText('Now I start at six with the registers');
  await expect(workbench.rightPane.getByRole('radiogroup', { name: 'Rating' })).toBeVisible();
  await expect(workbench.undoLabel).toContainText('Undo: code ‘Workload’');
  await page.keyboard.press('Control+z');
  await expect.poll(() => workbench.codedIn('GP-07 Dr Hu')).toEqual([]);
  await expect.poll(() => workbench.painted()).toBe('');
  // Loaded anew in the same breath, before a frame could be drawn: the coding is kept.
  await workbench.text.drag('Now I start at six with the registers');
  await workbench.openPalette();
  await page.keyboard.type('work');
  await expect(workbench.palette.getByRole('option', { selected: true })).toContainText('Workload');
  const loaded = page.waitForEvent('load');
  await page.evaluate(() => {
    window.requestAnimationFrame = () => 0;
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }));
    location.reload();
  });
  await loaded;
  await expect.poll(() => workbench.codedIn('GP-07 Dr Hu')).toEqual(['Workload: Now I start at six with the registers']);
});

test('the palette by mouse: a facet tab narrows, a click applies; a new code is made on the spot in each facet', async ({ workbench, page }) => {
  await workbench.text.drag('my clinic');
  await page.getByRole('button', { name: /^Add a code/ }).click();
  await expect(workbench.palette).toBeVisible();
  await workbench.palette.getByRole('tab', { name: 'Stakeholder' }).click();
  await expect(workbench.palette.getByRole('option')).toHaveText([/^GPs/, /^County hospital/]);
  await workbench.palette.getByRole('option', { name: 'County hospital' }).click();
  await expect(workbench.palette).toBeHidden();
  for (const [missing, tabs, facet, name] of [['Dimension', 3, 'Stakeholder', 'Nurses'], ['Dimension', 0, 'Dimension', 'Trust'], ['Conflict', 0, 'Conflict', 'Blame'], ['Theme', 0, 'Theme', 'Small wins']] as const) {
    await workbench.openPalette();
    // It begins with the facet that the passage lacks.
    await expect(workbench.palette.getByRole('tab', { name: missing })).toHaveAttribute('aria-selected', 'true');
    for (let tab = 0; tab < tabs; tab++) await page.keyboard.press('Tab');
    await expect(workbench.palette.getByRole('tab', { name: facet })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.type(name);
    await expect(workbench.palette.getByRole('option')).toContainText([`New ${facet} code “${name}”`, 'New', 'New', 'New']);
    await page.keyboard.press('Enter');
    await expect(workbench.palette).toBeHidden();
  }
  await expect.poll(() => workbench.codedIn('GP-07 Dr Hu')).toEqual(['County hospital', 'Nurses', 'Trust', 'Blame', 'Small wins'].map((code) => `${code}: my clinic`));
  expect((await workbench.ask('code.list', {})).filter(({ codings }) => codings > 0).map(({ facet, name }) => `${facet}: ${name}`)).toEqual(['stakeholder: County hospital', 'stakeholder: Nurses', 'dimension: Trust', 'conflict: Blame', 'theme: Small wins']);
});

test('the window went blank when a new code’s passage was read before the code itself', async ({ workbench, page }) => {
  await workbench.text.drag('my clinic');
  let letGo = () => {};
  const held = new Promise<void>((done) => { letGo = done; });
  await page.route('**/core/call', async (route) => {
    if ((route.request().postDataJSON() as { name: string }).name === 'code.list') await held;
    await route.continue();
  });
  const read = page.waitForResponse((response) => response.request().postData()?.includes('"coding.list"') ?? false);
  await workbench.openPalette();
  await page.keyboard.type('Nurses');
  await page.keyboard.press('Enter');
  await read;
  await expect(workbench.rightPane).toContainText('Coded by');
  letGo();
  await expect(workbench.rightPane.getByRole('button', { name: 'Nurses' }).first()).toBeVisible();
  expect(await workbench.codedIn('GP-07 Dr Hu')).toEqual(['Nurses: my clinic']);
});

test('a code that was made while the codebook was being read was missing from it until the next start', async ({ workbench, page }) => {
  let letGo = () => {};
  const held = new Promise<void>((done) => { letGo = done; });
  let asked = () => {};
  const reading = new Promise<void>((done) => { asked = done; });
  await page.route('**/core/call', async (route) => {
    if ((route.request().postDataJSON() as { name: string }).name !== 'code.list') return route.continue();
    const response = await route.fetch();
    asked();
    await held;
    await route.fulfill({ response });
  });
  await page.reload();
  await reading;
  await workbench.ask('code.create', { name: 'Late', facet: 'theme' });
  await expect(workbench.undoLabel).toContainText('Late');
  letGo();
  await expect(workbench.codeRow('Late')).toBeVisible();
});

test('several codes in one act; a rating is typed behind the name; what is taken or there already carries a tick', async ({ workbench, page }) => {
  await workbench.text.drag('I start at six');
  await workbench.openPalette();
  await workbench.applyCode('gps', 'Shift+Enter');
  await page.keyboard.type('gps');
  await expect(workbench.palette.getByRole('option', { name: 'GPs' }).first().getByLabel('taken')).toBeVisible();
  for (let letter = 0; letter < 3; letter++) await page.keyboard.press('Backspace');
  await workbench.applyCode('workload -2', 'Shift+Enter');
  expect(await workbench.codedIn('GP-07 Dr Hu')).toEqual([]);
  await workbench.applyCode('tasks');
  await expect(workbench.undoLabel).toContainText('GPs, Workload, Tasks without pay');
  await workbench.openPalette();
  await page.keyboard.type('gps');
  await expect(workbench.palette.getByRole('option', { name: 'GPs' }).first().getByLabel('already on this passage')).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await workbench.codedIn('GP-07 Dr Hu')).toEqual(['GPs', 'Workload -2', 'Tasks without pay'].map((code) => `${code}: I start at six`));
  expect(await workbench.text.names()).toEqual(['GPs', 'Workload −2', 'Tasks without pay']);
  await workbench.openPalette();
  await workbench.applyCode('workload +1');
  expect(await workbench.codedIn('GP-07 Dr Hu')).toEqual(['GPs', 'Workload 1', 'Tasks without pay'].map((code) => `${code}: I start at six`));
});

test('the caret in a passage shows its codes; U takes them off, a button takes one off, J and K walk, M writes a memo', async ({ workbench, page }) => {
  await workbench.text.drag('my clinic');
  await workbench.codeAs('gps');
  await workbench.text.drag('They call it support. I call it doing their paperwork.');
  await workbench.codeAs('sayings');
  await workbench.openPalette();
  await workbench.applyCode('tasks');
  await workbench.text.drag('support');
  await workbench.codeAs('workload');

  await workbench.text.click('And the pay');
  await expect(workbench.rightPane).toContainText('Put the caret into a coded passage');
  await workbench.text.click('doing their');
  await expect(workbench.rightPane.getByRole('button', { name: 'Sayings', exact: true })).toBeVisible();
  await expect(workbench.rightPane.getByRole('button', { name: 'Tasks without pay', exact: true })).toBeVisible();
  await expect(workbench.rightPane).toContainText('Also in these lines');
  expect(await workbench.text.painted('at')).toBe('They call it support. I call it doing their paperwork.');

  await page.keyboard.press('k');
  await expect.poll(() => workbench.text.painted('at')).toBe('my clinic');
  await page.keyboard.press('j');
  await expect.poll(() => workbench.text.painted('at')).toBe('They call it support. I call it doing their paperwork.');
  await page.keyboard.press('j');
  await expect.poll(() => workbench.text.painted('at')).toBe('support');
  await page.keyboard.press('k');
  await workbench.rightPane.getByRole('button', { name: 'Take “Sayings” off' }).click();
  await expect.poll(() => workbench.codedIn('GP-07 Dr Hu')).toEqual(['GPs: my clinic', 'Tasks without pay: They call it support. I call it doing their paperwork.', 'Workload: support']);

  await workbench.text.click('my clinic');
  await page.keyboard.press('m');
  await expect(workbench.rightPane.getByRole('textbox', { name: 'Memo' })).toBeFocused();
  await page.keyboard.type('The word “clinic” is his own.');
  await page.keyboard.press('Control+Enter');
  await expect(workbench.transcript).toBeFocused();
  await expect.poll(async () => (await workbench.ask('memo.list', { about: 'passages' })).map(({ text, author }) => `${author}: ${text}`.replace(/^.*?: /, ''))).toEqual(['The word “clinic” is his own.']);
  await workbench.text.click('And the pay');
  await workbench.text.click('support');
  await expect(workbench.rightPane.getByRole('textbox', { name: 'Memo' })).toBeVisible();
  await expect(workbench.transcript).toBeFocused();
  await page.keyboard.press('u');
  await expect.poll(() => workbench.codedIn('GP-07 Dr Hu')).toEqual(['GPs: my clinic', 'Tasks without pay: They call it support. I call it doing their paperwork.']);
  await workbench.text.click('my clinic');
  await page.keyboard.press('u');
  await expect.poll(() => workbench.codedIn('GP-07 Dr Hu')).toEqual(['Tasks without pay: They call it support. I call it doing their paperwork.']);
  await expect(workbench.rightPane.getByRole('textbox', { name: 'Memo' })).toHaveText('The word “clinic” is his own.');
});

test('a rating by keys and by mouse, and taken away again; the parties of a conflict', async ({ workbench, page }) => {
  await workbench.text.drag('The same pay as before');
  await workbench.codeAs('workload');
  await workbench.openPalette();
  await workbench.applyCode('tasks');
  const scale = workbench.rightPane.getByRole('radiogroup', { name: 'Rating' });
  await scale.getByRole('radio', { name: '0', exact: true }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(scale.getByRole('radio', { name: '−1' })).toHaveAttribute('aria-checked', 'true');
  await expect.poll(() => workbench.text.names()).toEqual(['Workload −1', 'Tasks without pay']);
  await scale.getByRole('radio', { name: '+2' }).click();
  await expect.poll(() => workbench.codedIn('GP-07 Dr Hu')).toEqual(['Workload 2: The same pay as before', 'Tasks without pay: The same pay as before']);
  await scale.getByRole('radio', { name: '+2' }).click();
  await expect.poll(() => workbench.codedIn('GP-07 Dr Hu')).toEqual(['Workload: The same pay as before', 'Tasks without pay: The same pay as before']);

  for (const [side, who] of [['Party', 'GPs'], ['Counterparty', 'County hospital']] as const) {
    await workbench.rightPane.getByRole('button', { name: new RegExp(`^${side}|${side}$`) }).click();
    await page.getByRole('option', { name: who }).click();
  }
  const names = new Map((await workbench.ask('code.list', {})).map((code) => [code.id, code.name]));
  await expect.poll(async () => (await workbench.ask('coding.list', { document: 1 })).flatMap(({ party, counterparty }) => (party ? [`${names.get(party)} ↔ ${names.get(counterparty!)}`] : []))).toEqual(['GPs ↔ County hospital']);
});

test('a selection across turns, a double click, half an emoji: coded with whole characters and without blanks at the ends', async ({ workbench, page }) => {
  await workbench.text.drag('with the registers.\nAnd the pay?\nThe same');
  await workbench.codeAs('sayings');
  await workbench.text.click('clinic', 2);
  await workbench.codeAs('gps');
  await workbench.text.caret('😀');
  await page.keyboard.press('Shift+ArrowRight');
  await workbench.codeAs('tasks');
  await workbench.text.caret('They call');
  await workbench.codeAs('workload');
  expect(await workbench.codedIn('GP-07 Dr Hu')).toEqual(['GPs: clinic', 'Tasks without pay: 😀', 'Sayings: with the registers.\nAnd the pay?\nThe same', 'Workload: They call it support.']);
  await expect.poll(() => workbench.painted()).toBe('clinic|😀|with the registers.|And the pay?|The same|They call it support.');
});
