import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { moved, type State } from './randomEdits.ts';
import { expect, testOn, type Workbench } from './workbench.ts';

const test = testOn('Corrected', async (study) => {
  await study.interview('GP-07', ['Interviewer: How was the morning?', 'Dr Hu: I fill in the registres every night. The pay came late. We are tired of it.', 'Interviewer: And now?', 'Dr Hu: Nothing has changed.'].join('\n'));
  await study.code('GP-07', 'fill in the registres', '◆ Workload', { rating: -2 });
  await study.code('GP-07', 'The pay came late.', '■ Pay');
  await study.code('GP-07', 'We are tired', '■ Strain');
});
const before = ['Workload -2: fill in the registres', 'Pay: The pay came late.', 'Strain: We are tired'];

async function chooseVersion({ page }: Workbench, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'More' }).last().click();
  await page.getByRole('menuitem', { name: 'Replace by a corrected version…' }).click();
  await (await chooser).setFiles([file]);
  await expect(page.getByRole('heading', { level: 1, name: 'Replace “GP-07” by a corrected version' })).toBeVisible();
}

test('a corrected file takes the transcript’s place: what changed is looked at, what has no place is decided, one undo takes it back', async ({ workbench, page, home }) => {
  const file = join(home, 'GP-07 corrected.txt');
  writeFileSync(file, 'Interviewer: How was the morning?\nDr Hu: I fill in the registers every night. They sent nobody at all. We are tired of it.\nInterviewer: And now?\nDr Hu: Nothing has changed.\n');
  await expect(workbench.transcript).toBeFocused();
  await chooseVersion(workbench, file);
  const run = page.getByRole('button', { name: 'Replace the text' });
  await expect(page.getByText('One stays on its words')).toBeVisible();
  await expect(run).toBeDisabled();
  await expect(page.getByRole('region', { name: 'Changed' }).getByRole('listitem')).toHaveText(/Workload.*−2.*Beforefill in the registres.*Afterfill in the registers/);
  const lost = page.getByRole('region', { name: 'No place' });
  await expect(lost.getByRole('listitem')).toHaveText(/Pay.*BeforeThe pay came late\..*Nearest placeThey sent nobody at all\./);
  await page.getByRole('radio', { name: 'Text', exact: true }).click();
  await expect(page.locator('ins')).toHaveText(['registers', 'They sent nobody at all']);
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
  await page.getByRole('radio', { name: 'Coded passages' }).click();
  // By keyboard: into the choice, arrow to leaving it out.
  await lost.getByRole('radio', { name: 'Keep it at the nearest place' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(lost.getByRole('radio', { name: 'Leave it out' })).toBeChecked();
  await expect(page.getByText('One passage is left out; undo brings it back.')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
  // On to another place: the one that is like it, found by its words, and made narrower in the text.
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('One passage needs a decision.')).toBeVisible();
  await expect(run).toBeDisabled();
  const place = lost.getByRole('group', { name: 'Another place…' });
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.type('nobody at ALL');
  await expect(place.getByRole('option')).toHaveText(/They sent nobody at all\. We are tired/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(place.getByRole('textbox', { name: 'New text', exact: true })).toBeFocused();
  await expect(place.locator('q')).toHaveText('nobody at all');
  for (let characters = 0; characters < 7; characters++) await page.keyboard.press('Shift+ArrowLeft');
  await expect(place.locator('q')).toHaveText('nobody');
  await page.keyboard.press('Enter');
  await expect(place).toBeHidden();
  await expect(lost.getByRole('radio', { name: 'Another place…' })).toBeFocused();
  await expect(lost.getByRole('listitem')).toHaveText(/BeforeThe pay came late\.Chosen placenobody$/);
  await run.click();
  const notice = page.getByRole('status').filter({ hasText: '“GP-07” is replaced. Passages on the same words: 1 of 3; left out: 0.' });
  await expect(notice).toBeVisible();
  await expect.poll(() => workbench.codedIn('GP-07')).toEqual(['Workload -2: fill in the registers', 'Pay: nobody', 'Strain: We are tired']);
  await expect.poll(() => workbench.text.text()).toContain('I fill in the registers every night. They sent nobody at all.');
  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => workbench.codedIn('GP-07')).toEqual(before);
  await expect.poll(() => workbench.text.text()).toContain('the registres every night. The pay came late.');
});

/** Who speaks in which turn, as the eye sees it. */
const spoken = ({ transcript }: Workbench) => transcript.locator('.turn').evaluateAll((turns) => turns.map((turn) => `${turn.ariaLabel}: ${turn.textContent}`));

test('a turn is split, given to somebody and joined again by keyboard; a name beside the text opens the same; passages stay, undo takes each back', async ({ workbench, page }) => {
  await workbench.correct();
  await workbench.text.caret('We are tired');
  await page.keyboard.press('Control+Enter');
  const panel = page.getByRole('dialog', { name: 'Who speaks here?' });
  await expect(panel.getByRole('textbox')).toBeFocused();
  // It stands beside the new turn.
  const [line] = await workbench.text.boxesOf('We are tired');
  await expect(async () => {
    const { y, height } = (await panel.boundingBox())!;
    expect(Math.min(Math.abs(y - line!.bottom), Math.abs(y + height - line!.top))).toBeLessThan(16);
  }).toPass();
  await page.keyboard.type('Nurse Li');
  await expect(panel.getByRole('option', { name: 'New: Nurse Li' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(panel).toBeHidden();
  await expect(workbench.transcript).toBeFocused();
  const split = ['Interviewer: How was the morning?', 'Dr Hu: I fill in the registres every night. The pay came late.', 'Nurse Li: We are tired of it.', 'Interviewer: And now?', 'Dr Hu: Nothing has changed.'];
  await expect.poll(() => spoken(workbench)).toEqual(split);
  expect(await workbench.codedIn('GP-07')).toEqual(before);
  await page.keyboard.press('Alt+Enter');
  await expect(panel.getByRole('option', { name: 'Nurse Li' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(workbench.transcript).toBeFocused();
  await page.keyboard.press('Control+Shift+Enter');
  await expect.poll(() => spoken(workbench)).toEqual([split[0], `${split[1]}We are tired of it.`, split[3], split[4]]);
  const name = await workbench.transcript.locator('.turn').last().boundingBox();
  await page.mouse.click(name!.x + 8, name!.y + 12);
  await panel.getByRole('radio', { name: 'All 2 “Dr Hu”' }).click();
  await panel.getByRole('option', { name: 'Nurse Li' }).click();
  await expect(workbench.transcript).toBeFocused();
  await expect.poll(async () => (await spoken(workbench)).filter((line) => line.startsWith('Nurse Li'))).toHaveLength(2);
  for (const turns of [['Dr Hu', 'Dr Hu'], ['Dr Hu', 'Nurse Li', 'Dr Hu'], ['Dr Hu', 'Dr Hu', 'Dr Hu'], ['Dr Hu', 'Dr Hu']]) {
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await spoken(workbench)).map((line) => line.split(':')[0]).filter((each) => each !== 'Interviewer')).toEqual(turns);
  }
  expect(await workbench.codedIn('GP-07')).toEqual(before);
});

test('codings that go with the words are named before they go, and after; undo brings them back', async ({ workbench, page }) => {
  await workbench.correct();
  await workbench.text.drag('The pay came late. We are tired');
  const line = page.locator('[aria-live]').filter({ hasText: 'coding' });
  await expect(line).toHaveText('2 codings go if these words go:PayStrain');
  await page.keyboard.press('Delete');
  await expect(line).toHaveText('2 codings went with their words:PayStrainUndo');
  await expect.poll(() => workbench.codedIn('GP-07')).toEqual(before.slice(0, 1));
  await expect(line).toHaveText('2 codings went with their words:PayStrainUndo');
  await line.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => workbench.codedIn('GP-07')).toEqual(before);
  await expect(line).toBeHidden();
  // Cut and pasted elsewhere, they come along; each of both steps is undone alone.
  await workbench.text.drag('The pay came late. We are tired');
  await page.keyboard.press('Control+x');
  await expect(line).toHaveText('2 codings were cut with their words; pasting them brings these along:PayStrainUndo');
  await workbench.text.caret('How was the');
  await page.keyboard.press('Control+v');
  await expect.poll(() => workbench.codedIn('GP-07')).toEqual([before[1], before[2], before[0]]);
  await expect(line).toBeHidden();
  expect(await workbench.text.text()).toContain('The pay came late. We are tiredHow was');
  await expect.poll(() => workbench.painted()).toContain('The pay came late.|We are tired|');
  await page.keyboard.press('Control+z');
  await expect.poll(() => workbench.codedIn('GP-07')).toEqual(before.slice(0, 1));
  await page.keyboard.press('Control+z');
  await expect.poll(() => workbench.codedIn('GP-07')).toEqual(before);
  await expect(line).toBeHidden();
  // Pasted over words that end as they do, they are still what was cut.
  await workbench.text.drag('The pay came late.');
  await page.keyboard.press('Control+x');
  await workbench.text.drag('Nothing has changed.');
  await page.keyboard.press('Control+v');
  await expect.poll(() => workbench.codedIn('GP-07')).toEqual([before[0], before[2], before[1]]);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => workbench.codedIn('GP-07')).toEqual(before);
  // What was cut in part is told, and whole again when it is pasted back.
  await workbench.text.drag('late. We are');
  await page.keyboard.press('Control+x');
  await expect(line).toHaveText('2 codings keep only their words that were not cut:PayStrainUndo');
  await expect.poll(() => workbench.codedIn('GP-07')).toEqual([before[0], 'Pay: The pay came ', 'Strain:  tired']);
  await page.keyboard.press('Control+v');
  await expect.poll(() => workbench.codedIn('GP-07')).toEqual(before);
  await expect(line).toBeHidden();
  await expect.poll(() => workbench.painted()).toContain('The pay came late.|We are tired');
  // Over several turns: pasted back, they are the turns that they were.
  const turns = await spoken(workbench);
  await workbench.text.drag('every night. The pay came late. We are tired of it.\nAnd now?\nNothing has');
  await page.keyboard.press('Control+x');
  await expect.poll(() => spoken(workbench)).toHaveLength(2);
  await page.keyboard.press('Control+v');
  await expect.poll(() => spoken(workbench)).toEqual(turns);
  await expect.poll(() => workbench.codedIn('GP-07')).toEqual(before);
  // Selected and cut by keys as fast as one types: what is selected is what goes.
  await workbench.text.caret('We are tired');
  for (let word = 0; word < 3; word++) await page.keyboard.press('Shift+Control+ArrowRight');
  await page.keyboard.press('Control+x');
  await page.keyboard.press('Control+v');
  await workbench.saved();
  expect(await spoken(workbench)).toEqual(turns);
  await expect.poll(() => workbench.codedIn('GP-07')).toEqual(before);
  // One key at a time: nothing is said until the last character goes.
  await workbench.text.drag('e are tired');
  await page.keyboard.press('Delete');
  await workbench.saved();
  expect(await workbench.codedIn('GP-07')).toEqual([...before.slice(0, 2), 'Strain: W']);
  await expect(line).toBeHidden();
  await page.keyboard.press('Backspace');
  await expect(line).toHaveText('One coding went with its words:StrainUndo');
  await page.keyboard.press('Control+z');
  await expect.poll(() => workbench.codedIn('GP-07')).toEqual([...before.slice(0, 2), 'Strain: W']);
  await expect(line).toBeHidden();
});

const chinese = testOn('Composing', async (study) => {
  await study.text('TH-04', '账面上是多了，可是结余留在县里。\n我们只拿到一点，还要先垫公卫的钱。');
  for (const [words, code] of [['是多了', '■ A'], ['可是结余留在', '■ B'], ['结余', '■ C'], ['我们只拿到', '■ D']] as const) await study.code('TH-04', words, code);
});

chinese('an input method composes at both ends of a coding, inside it and over several, and is given up: no coding is lost or moved', async ({ workbench }) => {
  const state = async (): Promise<State> => {
    const [{ text }, codings] = await Promise.all([workbench.ask('document.read', { document: 1 }), workbench.ask('coding.list', { document: 1 })]);
    return { text, passages: codings.map(({ id, start, end }) => ({ id, start, end })) };
  };
  await workbench.correct();
  let expected = await state();
  /** Composes over selected words, or at a caret before words; what comes of it is what one replacement would. */
  const over = async (selected: string, before: string, steps: readonly string[], result: string) => {
    if (selected === '') await workbench.text.caret(before);
    else await workbench.text.drag(selected);
    await workbench.text.compose(steps, result);
    const at = expected.text.indexOf(selected === '' ? before : selected);
    if (selected !== result) expected = moved(expected, { at, removed: selected, inserted: result });
    expect((await workbench.text.text()).replaceAll('\u200b', '')).toBe(expected.text);
  };
  const inTheCore = async () => {
    await workbench.saved();
    await expect.poll(state).toEqual(expected);
  };
  const first = expected;
  for (const place of ['是多了', '，可是', '可是结余', '结余', '留在县', '县里', '我们只']) await over('', place, ['h', 'hai', '还'], '');
  await inTheCore();
  expect(expected).toEqual(first);
  for (const [place, word] of [['是多了', '确实'], ['，可是', '些'], ['结余', '那个'], ['留在县', '都'], ['县里', '在'], ['我们只', '所以']] as const) await over('', place, ['x', 'xi', word.slice(0, 1), `${word.slice(0, 1)}x`], word);
  await inTheCore();
  await over('结余都', '', ['j', 'jie', '借'], '借款');
  await over('多了些，可是', '', ['h', 'hen', '很'], '很少，但');
  // Given up over selected words: these are gone, and what was coded beside them stays.
  await over('县里。\n所以我们', '', ['x', 'xian'], '');
  await inTheCore();
  const edits = async () => (await workbench.ask('history.list', {})).filter(({ operation }) => operation === 'document.edit').length;
  for (let left = await edits(); left > 0; left--) await workbench.ask('history.undo', {});
  await expect.poll(state).toEqual(first);
});
