import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
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
  await run.click();
  await expect(workbench.notice).toContainText('“GP-07” is replaced. 1 of 3 passages stay on their words, 1 were left out.');
  await expect.poll(() => workbench.codedIn('GP-07')).toEqual(['Workload -2: fill in the registers', 'Strain: We are tired']);
  await expect.poll(() => workbench.text.text()).toContain('I fill in the registers every night. They sent nobody at all.');
  await workbench.notice.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => workbench.codedIn('GP-07')).toEqual(before);
  await expect.poll(() => workbench.text.text()).toContain('the registres every night. The pay came late.');
});
