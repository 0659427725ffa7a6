import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import type { Words } from '../../shared/words/index.ts';
import type { Workbench } from './workbench.ts';
import { checkArchive } from '../../electron/formats/archive.ts';

/** From the table at hand into a new report, and what can be done there: words of one's own, another order, a picture, and the whole as Word. */
export async function tableIntoReport(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Export|Save picture)$/ }).click();
  await page.getByRole('menuitem', { name: 'A new report' }).click();
  await expect(page.locator('div[role="status"]')).toContainText('Put into “Report”.');
  await page.getByRole('navigation').getByRole('button', { name: 'Report', exact: true }).click();
  const article = page.getByRole('article');
  const pay = article.getByRole('row', { name: /^Pay/ });
  await expect(pay.getByRole('cell').first()).toHaveText('2');
  await article.getByRole('button', { name: 'Add a part' }).click();
  await page.getByRole('menuitem', { name: 'Heading' }).click();
  await expect(article.getByRole('region', { name: 'Heading' }).getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Who speaks of pay');
  await page.keyboard.press('Enter');
  await article.getByRole('region', { name: 'Heading' }).getByRole('button', { name: 'Move up' }).focus();
  await page.keyboard.press('ArrowUp');
  await expect(article.locator('[data-part]')).toHaveCount(2);
  await expect(article.locator('[data-part]').first().getByRole('textbox')).toHaveValue('Who speaks of pay');
  await article.getByRole('region', { name: 'Analysis' }).click({ position: { x: 20, y: 20 } });
  await page.getByRole('button', { name: /^Picture / }).click();
  await page.getByRole('option', { name: 'Bars', exact: true }).click();
  await expect(article.getByRole('img').locator('text').first()).toBeVisible();
  const drawn = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save picture' }).click();
  await page.getByRole('menuitem', { name: 'SVG' }).click();
  const svg = await readFile(await (await drawn).path(), 'utf8');
  for (const words of ['>Dimension by Group<', '>40 %<', 'n: 8 people', 'Codebook: no version named', 'Made: ']) expect(svg).toContain(words);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the report' }).click();
  await page.getByRole('menuitem', { name: 'Word' }).click();
  const bytes = await readFile(await (await download).path());
  const parts = checkArchive({ name: 'Report.docx', bytes });
  const text = new TextDecoder().decode(parts.get('word/document.xml'));
  expect(text.indexOf('Who speaks of pay')).toBeGreaterThan(0);
  expect(text).toMatch(/>Pay<[\s\S]*?>2</);
  // A picture as a bitmap, not the field that stands for one.
  const entry = bytes.lastIndexOf('word/media/picture1.png') - 46;
  expect(bytes.readUInt32LE(entry + 24)).toBeGreaterThan(3000);
}

/** A person begins a report: a heading, text, a table. */
export async function reportWay({ page }: Workbench, { say }: Words, look: (where: string, within?: string) => Promise<void>): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: say('command.view.report'), exact: true }).click();
  await look('no report yet', 'main');
  await page.getByRole('button', { name: say('report.make') }).click();
  for (const part of [say('report.parts.heading'), say('report.parts.text'), say('exhibit.kinds.table')]) {
    await page.getByRole('button', { name: say('report.add') }).first().click();
    await page.getByRole('menuitem', { name: part, exact: true }).click();
  }
  await expect(page.getByRole('article').getByRole('table')).toBeVisible();
  await look('a report with text and a table, and the options of one');
}
