import { readFile } from 'node:fs/promises';
import type { Words } from '../../shared/words/index.ts';
import { expect, type Workbench } from './workbench.ts';

/** A person asks how stakeholders are rated, and opens what that rests on. */
export async function stakeholdersWay(workbench: Workbench, { say }: Words, look: (where: string, within?: string) => Promise<void>): Promise<void> {
  const { page } = workbench;
  const { id: document } = await workbench.documentNamed('Ward');
  const start = (await workbench.wordsOf('Ward')).indexOf('Nobody pays the nights');
  const codes = new Map((await workbench.ask('code.list', {})).map(({ name, id }) => [name, id]));
  await workbench.ask('coding.apply', { document, start, end: start + 'Nobody pays the nights'.length, codes: [{ code: codes.get('Nurses')! }, { code: codes.get('Work')!, rating: 2 }, { code: codes.get('Pay')!, rating: -1 }] });
  await page.keyboard.press('Control+5');
  await page.getByRole('button', { name: new RegExp(`^${say('stakeholders.leastLabel')} `) }).click();
  await page.getByRole('option', { name: say('tables.passages', { count: 1 }), exact: true }).click();
  const [[dot]] = (await workbench.ask('ratings.grid', { x: 'Work', y: 'Work > Pay', least: 1 })).dots as unknown as [[{ at: { x: number; y: number }; passages: number }]];
  expect(dot).toMatchObject({ at: { x: 2, y: -1 }, passages: 1 });
  await page.getByRole('button', { name: `Nurses, Work +${dot.at.x}, Pay −${-dot.at.y}, One person, one passage` }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: say('stakeholders.evidence') })).toContainText('Nobody pays the nights');
  await look('a dot and what it rests on');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: say('tables.save'), exact: true }).click();
  await page.getByRole('menuitem', { name: 'SVG' }).click();
  const svg = await readFile(await (await download).path(), 'utf8');
  for (const words of ['Work and Pay', '>Nurses<', 'Work with closely']) expect(svg).toContain(words);
  expect(svg).not.toMatch(/var\(|color-mix/);
  await page.getByRole('button', { name: say('stakeholders.ways.perception') }).click();
  await page.getByRole('table').getByRole('button', { name: /^Doctors, Nurses/ }).click();
  await look('who sees whom', 'table');
  // What others say of them faces what they say of themselves.
  await page.locator('tr[data-about=others]').getByRole('button', { name: /Nurses/ }).click();
  const [own, others] = [say('stakeholders.self'), say('stakeholders.others')];
  await expect(page.getByRole('complementary', { name: say('stakeholders.evidence') }).getByRole('region')).toHaveText([new RegExp(`^${own}`), new RegExp(`^${others}`)]);
  await page.getByRole('complementary', { name: say('stakeholders.evidence') }).getByRole('button', { name: /Nobody pays/ }).click();
  await expect(workbench.rightPane.getByRole('blockquote')).toContainText('Nobody pays the nights');
}
