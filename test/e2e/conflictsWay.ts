import type { Words } from '../../shared/words/index.ts';
import { expect, type Workbench } from './workbench.ts';

/** Through the conflicts of a study in which somebody is blamed: the matrix, and beside it an entry that is edited, with what both sides say. */
export async function conflictsWay(workbench: Workbench, _words: Words, look: (where: string, within?: string) => Promise<void>): Promise<void> {
  const { page } = workbench;
  const { id: document } = await workbench.documentNamed('Ward');
  const codes = await workbench.ask('code.list', {});
  const party = codes.find(({ name }) => name === 'Nurses')!.id;
  const { code: counterparty } = await workbench.ask('code.create', { name: 'Doctors', facet: 'stakeholder' });
  const blame = (await workbench.ask('coding.list', { document })).find(({ code }) => codes.find(({ id }) => id === code)!.name === 'Blame')!;
  await workbench.ask('coding.change', { coding: blame.id, party, counterparty });
  const { conflict } = await workbench.ask('conflict.create', { name: 'Blame', party, counterparty, intensity: 3, passages: [blame.passage] });
  await workbench.ask('conflict.addPoint', { conflict, kind: 'cause', name: 'Pay', passages: [blame.passage] });
  await page.keyboard.press('Control+6');
  await page.getByRole('listbox').getByRole('option').click();
  await expect(workbench.rightPane.getByRole('definition').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(workbench.rightPane.getByRole('textbox').first()).toBeFocused();
  await expect(page.getByRole('table').getByRole('button').first()).toBeVisible();
  await look('who is in conflict with whom, and an entry that is edited');
}
