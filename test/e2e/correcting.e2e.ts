import { expect, testOn, type Workbench } from './workbench.ts';

const words = 'Before the reform I had my clinic and my fields.';
const test = testOn('Correcting', async (study) => {
  await study.interview('GP-07 Dr Hu', ['Interviewer: How was the morning?', `Dr Hu: ${words} Now I start at six with the registers.`, 'Interviewer: And the pay?', 'Dr Hu: The same pay as before. They call it support.'].join('\n'));
  await study.interview('GP-08 Dr Meng', 'Interviewer: Well?\nDr Meng: The county counts those forms against us too.\nInterviewer: Yes?\nDr Meng: Yes.');
  await study.code('GP-07 Dr Hu', 'my clinic', '● GPs');
  await study.code('GP-07 Dr Hu', 'I start at six', '◆ Workload', { rating: -2 });
  await study.code('GP-07 Dr Hu', 'The same pay', '■ Pay');
});
const coded = ['GPs: my clinic', 'Workload -2: I start at six', 'Pay: The same pay'];

/** What the core has, what is painted and where the bars stand say the same. */
async function allAgree(workbench: Workbench, text: string, expected: readonly string[]): Promise<void> {
  await workbench.saved();
  await expect.poll(() => workbench.wordsOf('GP-07 Dr Hu')).toBe(text);
  await expect.poll(() => workbench.text.text()).toBe(text);
  expect(await workbench.codedIn('GP-07 Dr Hu')).toEqual(expected);
  const passages = expected.map((each) => ({ code: each.split(': ')[0]!.replace(/ -?\d$/, ''), words: each.slice(each.indexOf(': ') + 2) }));
  await expect.poll(async () => (await workbench.painted()).replaceAll('|', '')).toBe(passages.map((each) => each.words).join('').replaceAll('\n', ''));
  expect(await workbench.text.barsOff(passages)).toBeLessThan(2);
}
const lines = ['How was the morning?', `${words} Now I start at six with the registers.`, 'And the pay?', 'The same pay as before. They call it support.'];

test('type before and inside a coding, delete, paste rich text as plain: positions, paint and bars follow', async ({ workbench, page, context }) => {
  await workbench.correct();
  await workbench.text.caret('Before the reform');
  await page.keyboard.type('Well. ');
  await workbench.text.caret('start at six');
  await page.keyboard.type('had to ');
  await workbench.text.caret('morning?');
  await page.keyboard.press('Delete');
  await allAgree(workbench, [lines[0]!.replace('morning', 'orning'), `Well. ${words} Now I had to start at six with the registers.`, ...lines.slice(2)].join('\n'), ['GPs: my clinic', 'Workload -2: I had to start at six', 'Pay: The same pay']);

  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob(['<b>quite</b> <a href="https://example.org">the</a> '], { type: 'text/html' }), 'text/plain': new Blob(['quite the '], { type: 'text/plain' }) })]));
  await workbench.text.caret('same pay');
  await page.keyboard.press('Control+v');
  await allAgree(workbench, [lines[0]!.replace('morning', 'orning'), `Well. ${words} Now I had to start at six with the registers.`, lines[2]!, `The quite the ${lines[3]!.slice(4)}`].join('\n'), ['GPs: my clinic', 'Workload -2: I had to start at six', 'Pay: The quite the same pay']);
  expect(await workbench.transcript.locator('b, a, strong').count()).toBe(0);
});

test('Enter breaks a line inside a turn, Backspace at its start joins two turns, a cut across turns joins what is left, undo brings back each', async ({ workbench, page }) => {
  await workbench.correct();
  await workbench.text.caret('Now I start');
  await page.keyboard.press('Enter');
  const broken = [lines[0], `${words} \nNow I start at six with the registers.`, ...lines.slice(2)].join('\n');
  await allAgree(workbench, broken, coded);
  await workbench.text.caret('And the pay');
  await page.keyboard.press('Backspace');
  const joined = broken.replace('registers.\nAnd', 'registers.And');
  await allAgree(workbench, joined, coded);
  await expect(workbench.transcript.locator('.turn')).toHaveCount(3);

  await workbench.text.drag('six with the registers.And the pay?\nThe same');
  await page.keyboard.press('Control+x');
  await allAgree(workbench, joined.replace('six with the registers.And the pay?\nThe same', ''), ['GPs: my clinic', 'Workload -2: I start at ', 'Pay:  pay']);
  await page.keyboard.press('Control+z');
  await allAgree(workbench, joined, coded);
  await page.keyboard.press('Control+z');
  await allAgree(workbench, broken, coded);
  await page.keyboard.press('Control+z');
  await allAgree(workbench, lines.join('\n'), coded);
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+Shift+z');
  await allAgree(workbench, joined, coded);
});

test('undo while typing is not sent yet takes the typing back, not what was before it; leaving by Escape keeps it', async ({ workbench, page }) => {
  await workbench.correct();
  await workbench.text.caret('Before the reform');
  await page.keyboard.type('Oh, ');
  await workbench.saved();
  await page.keyboard.type('well, ');
  await page.keyboard.press('Control+z');
  await allAgree(workbench, [lines[0], `Oh, ${lines[1]}`, ...lines.slice(2)].join('\n'), coded);
  await page.keyboard.type('no. ');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Correct text' })).toBeVisible();
  await allAgree(workbench, [lines[0], `Oh, no. ${lines[1]}`, ...lines.slice(2)].join('\n'), coded);
  await page.keyboard.type('xyz');
  await allAgree(workbench, [lines[0], `Oh, no. ${lines[1]}`, ...lines.slice(2)].join('\n'), coded);
});

test('another document is opened, or the page is loaded anew, while typing is not sent yet: nothing is lost', async ({ workbench, page }) => {
  await workbench.correct();
  await workbench.text.caret('Before the reform');
  await page.keyboard.type('First. ');
  await workbench.documentRow('GP-08 Dr Meng').click();
  await expect(page.getByRole('heading', { level: 1, name: 'GP-08 Dr Meng' })).toBeVisible();
  await workbench.openDocument('GP-07 Dr Hu');
  await expect.poll(() => workbench.text.text()).toBe([lines[0], `First. ${lines[1]}`, ...lines.slice(2)].join('\n'));
  await workbench.correct();
  await workbench.text.caret('Before the reform');
  await page.keyboard.type('Second. ');
  await page.reload();
  await expect(workbench.transcript).toBeVisible();
  await allAgree(workbench, [lines[0], `First. Second. ${lines[1]}`, ...lines.slice(2)].join('\n'), coded);
});

test('a paste of 200,000 characters arrives whole and is undone as one step', async ({ workbench, page, context }) => {
  const long = 'They sent the form on a Thursday evening and it was binding on the Monday. '.repeat(2700);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), long);
  await workbench.correct();
  await workbench.text.caret('Before the reform');
  await page.keyboard.press('Control+v');
  await workbench.saved();
  await expect.poll(async () => (await workbench.wordsOf('GP-07 Dr Hu')).length).toBe(lines.join('\n').length + long.length);
  expect(await workbench.codedIn('GP-07 Dr Hu')).toEqual(coded);
  await page.keyboard.press('Control+z');
  await allAgree(workbench, lines.join('\n'), coded);
});

test('bars stay within two pixels of their words when the window is made wider and narrower, and the text larger', async ({ workbench, page }) => {
  for (const width of [1440, 1340, 1280, 1366, 1150]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => workbench.text.barsOff(coded.map((each) => ({ code: each.split(': ')[0]!.replace(/ -?\d$/, ''), words: each.slice(each.indexOf(': ') + 2) })))).toBeLessThan(2);
  }
  await page.keyboard.press('Control+Equal');
  await page.keyboard.press('Control+Equal');
  await expect.poll(() => page.evaluate(() => document.documentElement.style.getPropertyValue('--reading-scale'))).toBe('1.2');
  await expect.poll(() => workbench.text.barsOff(coded.map((each) => ({ code: each.split(': ')[0]!.replace(/ -?\d$/, ''), words: each.slice(each.indexOf(': ') + 2) })))).toBeLessThan(2);
});
