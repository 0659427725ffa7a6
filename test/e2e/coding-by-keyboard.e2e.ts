import { expect, testOn, type Workbench } from './workbench.ts';

const stakeholders = ['GPs', 'County hospital', 'Village doctors', 'Insurance bureau'];
const dimensions = ['Workload', 'Income and bonus', 'Recognition', 'Trust', 'Referral procedure'];
const conflicts = ['Tasks without pay', 'Patients not sent back', 'Staff poached', 'Medicine lists differ'];
const sentences = Array.from({ length: 30 }, (_, turn) => `Sentence number ${turn + 1} tells of one thing`);
const test = testOn('By keyboard', async (study) => {
  await study.interview('GP-07 Dr Hu', sentences.map((sentence, turn) => `${turn % 2 ? 'Dr Meng' : 'Dr Hu'}: ${sentence}`).join('\n'));
  for (const name of stakeholders) await study.newCode(`● ${name}`);
  for (const name of dimensions) await study.newCode(`◆ ${name}`, { definition: `What ${name} means` });
  for (const name of conflicts) await study.newCode(`▲ ${name}`);
  await study.groups('Group', { 'Dr Hu': 'GPs', 'Dr Meng': 'County hospital' });
});

/** What a researcher who knows the palette presses for a code: its digit where it has one, else the beginnings of its words and Tab. */
async function choose(workbench: Workbench, name: string): Promise<number> {
  const shown = await workbench.palette.getByRole('option').evaluateAll((rows) => rows.map((row) => [row.querySelector('kbd')?.textContent ?? '', row.textContent ?? ''] as const));
  const digit = shown.find(([key, text]) => /\d/.test(key) && text.slice(key.length).startsWith(name))?.[0];
  const keys = digit === undefined ? [name[0]!, name[1]!, 'Tab'] : [digit];
  for (const key of keys) await workbench.page.keyboard.press(key);
  return keys.length;
}

test('30 passages are coded with whole triples by keyboard alone, with at most eight keys for the usual one (a chord counts once)', async ({ workbench, page }, info) => {
  // A study's triples come back: few groups, few dimensions; the same one now and then twice in a row.
  let seed = 7;
  const draw = (n: number) => { seed = (seed * 48271) % 2147483647; return Math.floor(Math.min(seed % n, (seed >> 8) % n)); };
  const triples = sentences.map(() => ({ who: stakeholders[draw(4)]!, what: dimensions[draw(5)]!, rating: draw(5) - 2, clash: conflicts[draw(4)]! }));
  const counted: number[] = [];
  await workbench.transcript.focus();
  await page.keyboard.press('Control+Home');
  for (const [place, { who, what, rating, clash }] of triples.entries()) {
    const before = triples[place - 1];
    const same = before && before.who === who && before.what === what && before.rating === rating && before.clash === clash;
    let keys = 1;
    if (same) await page.keyboard.press('.');
    else {
      await workbench.openPalette();
      keys += await choose(workbench, who);
      keys += await choose(workbench, what);
      await page.keyboard.press(`Alt+${rating + 3}`);
      keys++;
      keys += await choose(workbench, clash);
      await page.keyboard.press('Enter');
      keys++;
      await expect(workbench.palette).toBeHidden();
    }
    counted.push(keys);
    await page.keyboard.press('ArrowDown');
  }
  const expected = triples.flatMap(({ who, what, rating, clash }, place) => [who, `${what} ${rating}`, clash].map((code) => `${code}: ${sentences[place]}`));
  await expect.poll(async () => (await workbench.codedIn('GP-07 Dr Hu')).toSorted()).toEqual(expected.toSorted());
  const sorted = counted.toSorted((a, b) => a - b);
  const median = (sorted[14]! + sorted[15]!) / 2;
  info.annotations.push({ type: 'keys per triple', description: `median ${median}, least ${sorted[0]}, most ${sorted.at(-1)}` });
  expect(median).toBeLessThanOrEqual(8);
  // Who clashes with whom: the speaker's own group against the stakeholder of the first step.
  const codes = new Map((await workbench.ask('code.list', {})).map((code) => [code.id, code.name]));
  const clashes = (await workbench.ask('coding.list', { document: 1 })).filter((coding) => conflicts.includes(codes.get(coding.code)!)).map((coding) => `${codes.get(coding.party ?? 0)} ↔ ${codes.get(coding.counterparty ?? 0)}`);
  const speaking = (place: number) => (place % 2 ? 'County hospital' : 'GPs');
  const place = triples.findIndex(({ who }, turn) => who !== speaking(turn));
  expect(clashes[place]).toBe(`${speaking(place)} ↔ ${triples[place]!.who}`);
});

test('digits, ".", "v", "u", "[", "]", "h", "?" and Escape do what the sheet says, with an input method on too', async ({ workbench, page }) => {
  const coded = () => workbench.codedIn('GP-07 Dr Hu');
  await workbench.transcript.focus();
  await page.keyboard.press('Control+Home');
  await workbench.openPalette();
  for (const key of ['g', 'p', 'Tab', 'w', 'o', '-', '1', 'Tab', 't', 'a', 'Enter']) await page.keyboard.press(key);
  await expect(workbench.palette).toBeHidden();
  await expect.poll(coded).toEqual([`GPs: ${sentences[0]}`, `Workload -1: ${sentences[0]}`, `Tasks without pay: ${sentences[0]}`]);
  await expect(workbench.codebook.getByRole('row', { name: 'GPs' })).toContainText(/^1GPs/);
  // The same triple on the next sentence, by the key of a Chinese keyboard; then a single code by its digit.
  await page.keyboard.press('ArrowDown');
  const typed = (key: string, code: string) => page.evaluate(([name, place]) => { document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: name!, code: place!, bubbles: true, cancelable: true })); }, [key, code]);
  await typed('。', 'Period');
  await expect.poll(async () => (await coded()).slice(3)).toEqual([`GPs: ${sentences[1]}`, `Workload -1: ${sentences[1]}`, `Tasks without pay: ${sentences[1]}`]);
  await page.keyboard.press('ArrowDown');
  await typed('Process', 'Digit1');
  await expect.poll(async () => (await coded()).slice(6)).toEqual([`GPs: ${sentences[2]}`]);
  await expect(page.getByRole('contentinfo')).toContainText('One half-coded');
  // Whoever does not see the margin hears it.
  await expect(page.getByText(/^Coded here: GPs$/)).toBeAttached();
  // In vivo on selected words; uncoded again.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  for (let word = 0; word < 3; word++) await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('v');
  await expect.poll(async () => (await coded()).slice(7)).toEqual(['Sentence number 4: Sentence number 4']);
  await page.keyboard.press('u');
  await expect.poll(async () => (await coded()).length).toBe(7);
  // One code of the passage replaced by another of its facet: the key as an input method tells it, or the command.
  await page.keyboard.press('Control+Home');
  const recode = page.getByRole('dialog', { name: 'Another code in its place' });
  await typed('Process', 'KeyR');
  await expect(recode.getByRole('tab')).toHaveText(['StakeholderGPs', 'DimensionWorkload −1', 'ConflictTasks without pay']);
  await page.keyboard.press('Tab');
  await expect(recode.getByRole('option')).toHaveCount(dimensions.length - 1);
  await page.keyboard.type('trus');
  await page.keyboard.press('Enter');
  await expect(recode).toBeHidden();
  await expect(workbench.transcript).toBeFocused();
  await expect.poll(async () => (await coded()).slice(0, 3)).toEqual([`GPs: ${sentences[0]}`, `Trust -1: ${sentences[0]}`, `Tasks without pay: ${sentences[0]}`]);
  await workbench.command('Replace a code of the passage…');
  await expect(recode.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(workbench.transcript).toBeFocused();
  // By one that is only being made, below another: the code and its place on the passage are one step.
  await typed('Process', 'KeyR');
  await page.keyboard.press('Tab');
  await page.keyboard.type('trust > Among colleagues +1');
  await expect(recode.getByRole('option')).toHaveText([/^New Dimension code .Among colleagues.Trust\+1/]);
  await page.keyboard.press('Enter');
  await expect(workbench.codebook.getByRole('row', { name: 'Among colleagues' })).toBeVisible();
  await expect.poll(async () => (await coded()).slice(0, 3)).toEqual([`GPs: ${sentences[0]}`, `Among colleagues 1: ${sentences[0]}`, `Tasks without pay: ${sentences[0]}`]);
  await page.keyboard.press('Control+z');
  await expect(workbench.codebook.getByRole('row', { name: 'Among colleagues' })).toHaveCount(0);
  await expect.poll(async () => (await coded()).slice(1, 2)).toEqual([`Trust -1: ${sentences[0]}`]);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await coded()).slice(1, 2)).toEqual([`Workload -1: ${sentences[0]}`]);
  // Half-coded passages only.
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('h');
  await expect(workbench.rightPane).toContainText(sentences[2]!);
  await page.keyboard.press('h');
  await page.keyboard.press('[');
  await expect(workbench.rightPane).toContainText(sentences[1]!);
  await page.keyboard.press(']');
  await expect(workbench.rightPane).toContainText(sentences[2]!);
  // The same passages as a list, by keyboard: what is said and its codes in one breath, Enter leads into the text.
  await page.keyboard.press('l');
  const passages = page.getByRole('listbox', { name: 'Passages of this document' });
  await expect(passages.getByRole('option')).toHaveCount(3);
  await expect(passages.getByRole('option', { selected: true })).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(workbench.transcript).toBeFocused();
  await expect(page.getByText('Coded here: GPs, Workload −1, and Tasks without pay')).toBeAttached();
  await expect(passages.getByRole('option').first()).toContainText(`${sentences[0]}GPsWorkload −1Tasks without payDr Hu, turn 1`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Shortcuts' });
  await sheet.getByRole('textbox', { name: 'Find a shortcut' }).fill('vivo');
  await expect(sheet).toContainText('In vivo: the words become a theme');
  await expect(sheet).not.toContainText('Uncode');
  await page.keyboard.press('Escape');
  await expect(workbench.transcript).toBeFocused();
  // Escape: nothing is written, and what was selected is selected again.
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Home');
  for (let word = 0; word < 2; word++) await page.keyboard.press('Control+Shift+ArrowRight');
  const selected = await workbench.text.selected();
  await workbench.openPalette();
  for (const key of ['c', 'o', 'Tab', 't']) await page.keyboard.press(key);
  await expect(workbench.palette).toContainText('Still missing: Conflict');
  await expect(workbench.rightPane).toContainText('What Trust means');
  await page.keyboard.press('Escape');
  await expect(workbench.palette).toBeHidden();
  expect(await workbench.text.selected()).toBe(selected);
  expect(await coded()).toHaveLength(7);
});

test('with an input method composing in the palette, its keys stay its own, and what it writes finds a code', async ({ workbench, page }) => {
  const client = await page.context().newCDPSession(page);
  await workbench.ask('code.create', { name: '患者转上不转下', facet: 'conflict' });
  await workbench.transcript.focus();
  await page.keyboard.press('Control+Home');
  await workbench.openPalette();
  // While it composes, the letters already find by pinyin; Enter and Tab are the input method's.
  await client.send('Input.imeSetComposition', { text: 'hzzs', selectionStart: 4, selectionEnd: 4 });
  await expect(workbench.palette.getByRole('option').first()).toContainText('患者转上不转下');
  await page.evaluate(() => { document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })); });
  await expect(workbench.palette).toBeVisible();
  await client.send('Input.insertText', { text: '患者' });
  await expect(workbench.palette.getByRole('option').first()).toContainText('患者转上不转下');
  await page.keyboard.press('Enter');
  await expect.poll(() => workbench.codedIn('GP-07 Dr Hu')).toEqual([`患者转上不转下: ${sentences[0]}`]);
});
