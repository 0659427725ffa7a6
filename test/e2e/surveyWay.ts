import { readFile } from 'node:fs/promises';
import type { Words } from '../../shared/words/index.ts';
import { expect, type Workbench } from './workbench.ts';

const sheet = `respondent,group,problems,trust,remark\n${[
  'A1,Nurses,pay; forms,4,Pay comes late and nobody says why.', 'A2,Nurses,pay,5,', 'A3,Nurses,forms; pay,3,', 'A4,Nurses,pay; beds,2,', 'A5,Nurses,pay,4,No beds are left on most of our wards.', 'A6,Doctors,beds,2,', 'A7,Doctors,beds; forms,1,', 'A8,Patients,,,',
].join('\n')}\n`;

/** A person brings a questionnaire in, sees what each group answers, and sets it beside the interviews. */
export async function surveyWay(workbench: Workbench, { say }: Words, look: (where: string, within?: string) => Promise<void>): Promise<void> {
  const { page } = workbench;
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('navigation').getByRole('button', { name: say('command.view.survey'), exact: true }).click();
  await page.getByRole('button', { name: say('survey.emptyGo') }).click();
  await (await chooser).setFiles([{ name: 'June.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) }]);
  await expect(page.getByRole('row', { name: /^problems/ })).toContainText(say('survey.kind.several'));
  await look('a questionnaire before it is taken in', 'main');
  await page.getByRole('button', { name: say('survey.import.run', { count: 8 }), exact: true }).click();
  const nurses = page.getByRole('region', { name: 'Nurses' });
  // What the window shows is what the command line tells.
  const table = await workbench.ask('survey.table', { question: 'problems' });
  const at = table.columns.findIndex(({ label }) => label === 'Nurses');
  await expect(nurses.getByRole('listitem').first()).toContainText(`${table.rows.find(({ answer }) => answer === 'pay')!.percents[at]} %`);
  await expect(nurses.getByRole('listitem').first()).toContainText('100.00 %');
  await expect(page.getByRole('region', { name: 'Patients' })).toContainText(say('survey.notAsked'));
  await page.getByRole('button', { name: 'trust' }).click();
  await expect(page.getByRole('row', { name: /^Nurses/ })).toContainText('3.60');
  await page.getByRole('button', { name: say('survey.joint') }).click();
  await page.getByRole('button', { name: say('survey.acceptAll', { count: 1 }), exact: true }).click();
  await page.getByRole('button', { name: say('survey.hideLinks') }).click();
  await page.getByRole('button', { name: new RegExp(`^${say('survey.showQuotations', { answer: 'pay', group: 'Nurses' })}`) }).click();
  await look('survey and interviews');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'problems' }).click();
  await page.getByRole('button', { name: say('survey.save'), exact: true }).click();
  await page.getByRole('menuitem', { name: 'CSV' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('pay,5,100.00,1,0,0.00,3,,,');
  // Documents of open answers do not swamp the interviews: they stand under their questionnaire, which the keyboard opens.
  await page.getByRole('navigation').getByRole('button', { name: say('command.view.code'), exact: true }).click();
  const documents = page.getByRole('listbox', { name: say('left.documents') });
  const june = (key: 'survey.folded' | 'survey.unfolded') => documents.getByRole('option', { name: say(key, { survey: 'June', answers: say('survey.answerSheets', { count: 2 }) }), exact: true });
  await june('survey.folded').focus();
  await page.keyboard.press('ArrowRight');
  await expect(june('survey.unfolded')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'June A1' })).toBeVisible();
}
