import { copyFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { commandLine } from '../helpers/commandLine.ts';
import { expect, test } from './workbench.ts';

/** What the command line tells of the sample study: each command on a copy of its own, all at once. */
async function toldOf(home: string, commands: Readonly<Record<string, readonly string[]>>): Promise<Record<string, any>> {
  const concord = commandLine(home);
  return Object.fromEntries(await Promise.all(Object.entries(commands).map(async ([name, [command, ...options]]) => {
    const file = join(home, `${name}.concord`);
    copyFileSync(resolve(import.meta.dirname, '../../out/sample/en.concord'), file);
    return [name, JSON.parse((await concord([command!, file, ...options, '--json'])).out)];
  })));
}
const open = async (page: Page, view: string, heading: RegExp): Promise<void> => {
  await page.getByRole('navigation').getByRole('button', { name: view, exact: true }).click();
  await expect(page.getByRole('main').getByRole('heading', { level: 1, name: heading })).toBeVisible();
};
/** Saves the picture as SVG and answers with all that is written in it, read by a browser as a file of its own. */
async function savedPicture(page: Page, home: string, menu: string): Promise<string[]> {
  const download = page.waitForEvent('download');
  await page.getByRole('main').getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: 'SVG' }).click();
  const file = join(home, (await download).suggestedFilename());
  await (await download).saveAs(file);
  const reader = await page.context().newPage();
  await reader.setContent(await readFile(file, 'utf8'));
  const texts = await reader.locator('svg text').evaluateAll((all) => all.map((text) => text.textContent.trim()));
  await reader.close();
  return texts;
}

test('each analysis of the sample study shows the numbers that the command line tells, and its picture is saved with them', async ({ workbench, page, home }) => {
  const told = await toldOf(home, {
    table: ['table', '--rows', 'facet:dimension', '--columns', 'Stakeholder group', '--count', 'participants'],
    matrix: ['conflicts', '--matrix'], grid: ['ratings', '--grid', 'Degree of interest,Influence on implementation'],
    survey: ['survey', '--question', 'Which problems have you met?', '--by', 'Group'], words: ['words', '--by', 'Stakeholder group', '--top', '1'],
  });
  await expect(workbench.transcript).toBeVisible();

  await open(page, 'Tables', /^Dimension by Stakeholder group$/);
  const { rows, columns, cells } = told['table'] as { rows: { labels: string[] }[]; columns: { labels: string[]; n: number }[]; cells: number[][] };
  const [row, column] = [rows.findIndex(({ labels }) => labels[0] === 'Workload'), columns.findIndex(({ labels }) => labels[0] === 'GPs')];
  const people = `${cells[row]![column]}/${columns[column]!.n}`;
  await expect(page.getByRole('button', { name: new RegExp(`^Workload, GPs: ${people}`) })).toBeVisible();

  await open(page, 'Conflicts', /^Who is in conflict with whom$/);
  const matrix = told['matrix'] as { rows: { label: string }[]; columns: { label: string }[]; cells: number[][] };
  const said = matrix.cells[matrix.rows.findIndex(({ label }) => label === 'GPs')]![matrix.columns.findIndex(({ label }) => label === 'Hospital managers')]!;
  await page.getByRole('button', { name: new RegExp(`^GPs → Hospital managers: ${said}\\b`) }).click();
  await expect(page.getByRole('complementary').last().getByText(/GPs/).first()).toBeVisible();
  expect(await savedPicture(page, home, 'Save')).toEqual(expect.arrayContaining(['GPs', 'Hospital managers', 'Insurance bureau']));

  await open(page, 'Stakeholders', /Influence on implementation/);
  const placed = (told['grid'] as { dots: { label: string; people: number; passages: number }[][] }).dots.flat().find(({ label }) => label === 'Hospital managers')!;
  await page.getByRole('button', { name: new RegExp(`^Hospital managers, .*, ${placed.people} people, ${placed.passages} passages`) }).click();
  await expect(page.getByRole('complementary').last()).toContainText('Hospital managers');
  expect(await savedPicture(page, home, 'Export')).toEqual(expect.arrayContaining(['Hospital managers', 'Work with closely']));
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('main').getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Copy picture' }).click();
  await expect.poll(() => page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types))).toEqual(['image/png']);

  await open(page, 'Survey', /./);
  await page.getByText('Which problems have you met?').first().click();
  const survey = told['survey'] as { columns: { label: string; n: number }[]; rows: { answer: string; counts: number[]; percents: string[] }[] };
  const patients = survey.columns.findIndex(({ label }) => label === 'Patients');
  const most = survey.rows.toSorted((a, b) => b.counts[patients]! - a.counts[patients]!)[0]!;
  await expect(page.getByRole('region', { name: 'Patients' }).getByRole('listitem').first()).toContainText(new RegExp(`${most.answer}.*${most.percents[patients]} %`));

  await open(page, 'Words', /^Words by Stakeholder group$/);
  await expect(page.getByText(`${(told['words'] as { words: number }).words.toLocaleString('en')} running words`)).toBeVisible();
});
