import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { docx } from '../helpers/docx.ts';
import { qdpx } from '../helpers/projects.ts';
import { expect, testOn, type Workbench } from './workbench.ts';

const test = testOn('Importing', async (study) => {
  await study.interview('GP-07 Dr Hu', 'Interviewer: How was the morning?\nDr Hu: I start at six.');
});
/** “访谈者：卫生院的收入有什么变化？” and three more turns, in GB 18030, which Node does not write. */
const gb18030 = Buffer.from('t8PMuNXfo7rOwMn61Lq1xMrVyOvT0Mqyw7Sx5Luvo78K1LqzpKO61cvD5snPyse24MHLo6y/ycrHveHT4MH01NrP2MDvoaMKt8PMuNXfo7rE+rrNz9jA78y4uf3C8KO/CtS6s6Sjusy4uf3I/bTOo6zDv7TOtrzLtbXIzajWqqGjCg==', 'base64');

async function filesIn(home: string): Promise<Record<'word' | 'broken' | 'gb' | 'latin' | 'twice', string>> {
  const files = { word: 'VD-06 Yue.docx', broken: 'broken.docx', gb: 'TH-04_院长访谈.txt', latin: 'latin.txt', twice: 'again.txt' };
  const contents: Record<keyof typeof files, string | Uint8Array> = {
    word: docx(['Lin: What changed for you?', 'Dr Yue: Everything. I write until nine at night.', 'Note: the door was open', 'Lin: And the nurses?', 'Dr Yue: Two of them left in spring.']),
    broken: 'this is no archive', gb: gb18030,
    latin: Buffer.from('I: Café à la carte?\nR: Oui, bien sûr, très bon.\nI: Où ça?\nR: Voilà, là-bas, à côté.\n', 'latin1'),
    twice: 'Interviewer: How was the morning?\nDr Hu: I start at six.',
  };
  for (const [key, name] of Object.entries(files)) await writeFile(join(home, name), contents[key as keyof typeof files]);
  return Object.fromEntries(Object.entries(files).map(([key, name]) => [key, join(home, name)])) as Record<keyof typeof files, string>;
}
const row = (page: Page, name: string) => page.getByRole('main').getByRole('row').filter({ hasText: name });
/** Everything that was imported, as the core has it: title, and its turns with their speakers. */
async function turnsOf(workbench: Workbench, name: string): Promise<string[]> {
  const { text, turns } = await workbench.ask('document.read', { document: (await workbench.documentNamed(name)).id });
  const people = new Map((await workbench.ask('participant.list', {})).map((person) => [person.id, `${person.name} (${person.role})`]));
  return turns.map((turn) => `${people.get(turn.participant ?? 0) ?? turn.label}: ${text.slice(turn.start, turn.end)}`);
}

test('several files at once: each says what it holds; a broken one and one that is there already say so beside the others', async ({ workbench, page, home }) => {
  const files = await filesIn(home);
  await workbench.chooseFiles(Object.values(files));
  await expect(row(page, 'VD-06 Yue.docx')).toContainText('Ready');
  await expect(row(page, 'VD-06 Yue.docx')).toContainText('Lin, Dr Yue');
  await expect(row(page, 'broken.docx')).toContainText('Cannot be read');
  await expect(row(page, 'TH-04')).toContainText('访谈者, 院长');
  await expect(row(page, 'TH-04')).toContainText('GB');
  await expect(row(page, 'again.txt')).toContainText('In the study already');
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('“broken.docx” is damaged.');
  await alert.getByRole('button', { name: 'Leave it out' }).click();
  await expect(row(page, 'broken.docx')).toContainText(/Left out|Cannot be read/);
  await row(page, 'again.txt').click();
  await expect(alert).toContainText('“again.txt” is in this study already, as “GP-07 Dr Hu”.');
  await alert.getByRole('button', { name: 'Take it in a second time' }).click();
  await expect(row(page, 'again.txt')).toContainText('Ready');
  await page.getByRole('button', { name: 'Import 4 files' }).click();
  await expect(workbench.transcript).toBeFocused();
  expect((await workbench.ask('document.list', {})).map((document) => document.name).toSorted()).toEqual(['GP-07 Dr Hu', 'TH-04_院长访谈', 'VD-06 Yue', 'again', 'latin']);
  expect((await turnsOf(workbench, 'TH-04_院长访谈'))[1]).toMatch(/\(interviewee\): 账面上是多了，可是结余留在县里。$/);
  await expect(workbench.undoLabel).toContainText('import 4 documents');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await workbench.ask('document.list', {})).map((document) => document.name)).toEqual(['GP-07 Dr Hu']);

  // Another program's project: what it holds is shown first, and it comes and goes in one step.
  const theirs = join(home, 'theirs.qdpx');
  await writeFile(theirs, qdpx('<Users><User guid="u" name="Ana"/></Users><CodeBook><Codes><Code guid="c" name="Pay" isCodable="true"/></Codes></CodeBook><Sources><TextSource guid="s" name="Their talk"><PlainTextContent>We left. The pay was low.</PlainTextContent><PlainTextSelection guid="p" startPosition="9" endPosition="25" name="The pay was low."><Coding guid="k" creatingUser="u"><CodeRef targetGUID="c"/></Coding></PlainTextSelection></TextSource></Sources><Graphs><Graph guid="g"/></Graphs>'));
  await workbench.chooseFiles([theirs], 'Import another program’s project…');
  const main = page.getByRole('main');
  await expect(main.getByText('theirs.qdpx, written by Test 1.0. Nothing is added yet.')).toBeVisible();
  await expect(main.getByRole('row', { name: 'Codings 1 1' })).toBeVisible();
  await expect(main.getByRole('region', { name: 'Kept as it came' })).toContainText('Networks 1');
  await main.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(workbench.undoLabel).toContainText('import ‘theirs.qdpx’');
  expect((await workbench.ask('excerpt.list', {})).map(({ quotation, code, coder }) => [quotation, code, coder])).toEqual([['The pay was low.', 'Pay', 'Ana']]);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await workbench.ask('code.list', {})).length).toBe(0);
});

const forgetful = test.extend({ ownPage: true });
forgetful('files that were looked for for so long that memory was cleared meanwhile are imported all the same', async ({ workbench, page, home }) => {
  const { word } = await filesIn(home);
  const chromium = await page.context().newCDPSession(page);
  await chromium.send('Page.enable');
  await chromium.send('Page.setInterceptFileChooserDialog', { enabled: true });
  const chooser = new Promise<number>((opened) => { chromium.once('Page.fileChooserOpened', ({ backendNodeId }) => opened(backendNodeId!)); });
  await expect(workbench.transcript).toBeFocused();
  await page.keyboard.press('Control+i');
  const backendNodeId = await chooser;
  await chromium.send('HeapProfiler.collectGarbage');
  await chromium.send('DOM.setFileInputFiles', { files: [word], backendNodeId });
  await expect(row(page, 'VD-06 Yue.docx')).toContainText('Ready');
  await expect(page.locator('input[type=file]')).toHaveCount(0);
});

test('another encoding reads the file again; a label that is no speaker stays in the text and can be made one; person, role and title can be said', async ({ workbench, page, home }) => {
  const files = await filesIn(home);
  await workbench.chooseFiles([files.latin, files.word]);
  await row(page, 'latin.txt').click();
  const preview = page.getByRole('main');
  await preview.getByRole('button', { name: /^Encoding|Encoding$/ }).click();
  await page.getByRole('option', { name: 'UTF-16LE', exact: true }).or(page.getByRole('option', { name: /^UTF-16/ })).first().click();
  await expect(preview.getByText('Voilà')).toBeHidden();
  await preview.getByRole('button', { name: /^Encoding|Encoding$/ }).click();
  await page.getByRole('option', { name: /^(Windows-1252|ISO-8859-1)/ }).first().click();
  await expect(preview.getByText('Voilà, là-bas, à côté.')).toBeVisible();
  await expect(preview.locator('del').first()).toHaveText(/^I:/);

  await row(page, 'VD-06 Yue.docx').click();
  const speakers = page.getByRole('complementary').last();
  await expect(speakers.getByRole('group', { name: /^Dr Yue/ })).toBeVisible();
  await speakers.getByRole('group', { name: /^Dr Yue/ }).getByRole('button', { name: 'Not a speaker' }).click();
  await expect(speakers.getByRole('group', { name: /^Dr Yue/ }).getByRole('button', { name: 'Treat as a speaker' })).toBeVisible();
  await speakers.getByRole('group', { name: /^Dr Yue/ }).getByRole('button', { name: 'Treat as a speaker' }).click();
  await speakers.getByRole('group', { name: /^Dr Yue/ }).getByRole('textbox', { name: 'Name' }).fill('Yue Ling');
  await speakers.getByRole('group', { name: /^Lin/ }).getByRole('button', { name: /Role/ }).click();
  await page.getByRole('listbox', { name: /Role/ }).getByRole('option', { name: 'Interviewer' }).click();
  await speakers.getByRole('textbox', { name: 'Title' }).fill('Village doctor Yue');
  await speakers.getByRole('textbox', { name: 'Title' }).press('Enter');
  await page.getByRole('button', { name: 'Import 2 files' }).click();
  await expect(workbench.transcript).toBeVisible();
  expect(await turnsOf(workbench, 'Village doctor Yue')).toEqual(expect.arrayContaining(['Lin (interviewer): What changed for you?', 'Yue Ling (interviewee): Two of them left in spring.']));
  expect((await turnsOf(workbench, 'latin')).at(-1)).toMatch(/Voilà, là-bas, à côté\.$/);
});

test('whoever looks something up finds the import and her decisions again; more files can be dropped on the window; cancel writes nothing', async ({ workbench, page, home }) => {
  const files = await filesIn(home);
  await workbench.chooseFiles([files.word, files.latin]);
  await row(page, 'latin.txt').click();
  await page.getByRole('main').getByRole('button', { name: 'Leave it out' }).click();
  await workbench.documentRow('GP-07 Dr Hu').click();
  await expect(workbench.transcript).toBeFocused();
  await page.keyboard.press('Control+2');
  await page.keyboard.press('Control+1');
  await page.getByRole('button', { name: '2 files wait to be imported' }).click();
  await expect(row(page, 'latin.txt')).toContainText('Left out');
  await expect(page.getByRole('button', { name: 'Import one file' })).toBeEnabled();

  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['Lin: Well?\nDr Wu: Yes, well.\nLin: So?\nDr Wu: So.'], 'dropped <b>.txt'));
    return transfer;
  });
  await page.getByRole('banner').dispatchEvent('dragover', { dataTransfer: data });
  await page.getByRole('banner').dispatchEvent('drop', { dataTransfer: data });
  await expect(row(page, 'dropped <b>.txt')).toContainText('Lin, Dr Wu');
  await expect(row(page, 'latin.txt')).toContainText('Left out');
  await page.getByRole('main').getByRole('button', { name: 'Cancel' }).click();
  await expect(workbench.transcript).toBeVisible();
  await expect(page.getByRole('button', { name: /wait to be imported/ })).toBeHidden();
  expect((await workbench.ask('project.read', {})).documents).toBe(1);
});

test('a long import tells how far it is and can be stopped: then nothing was written', async ({ workbench, page, home }) => {
  const lines = Array.from({ length: 3000 }, (_, turn) => `${turn % 2 === 0 ? 'Lin' : 'Dr Wu'}: They sent the form on a Thursday evening and it was binding on the Monday, number ${turn}.`).join('\n');
  const files = await Promise.all(Array.from({ length: 40 }, async (_, number) => {
    const file = join(home, `long ${number}.txt`);
    await writeFile(file, lines.replaceAll('number', `number ${number}`));
    return file;
  }));
  const chooser = page.waitForEvent('filechooser');
  await workbench.command('Import transcripts…');
  await (await chooser).setFiles(files);
  await expect(page.getByText(/^Reading \d+ of 40$/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import 40 files' })).toBeEnabled({ timeout: 40_000 });
  // By a watcher in the page: the program may be done before a person, or this test, has found the button.
  const stopped = page.evaluate(() => new Promise<number>((done) => {
    const watcher = new MutationObserver(() => {
      const { value } = document.querySelector('progress') ?? { value: 0 };
      if (value < 1) return;
      watcher.disconnect();
      [...document.querySelectorAll<HTMLElement>('main button')].find((button) => button.textContent === 'Cancel')!.click();
      done(value);
    });
    watcher.observe(document.body, { subtree: true, childList: true, attributes: true });
  }));
  await page.getByRole('button', { name: 'Import 40 files' }).click();
  expect(await stopped).toBeGreaterThan(0);
  await expect(page.getByRole('progressbar')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Import 40 files' })).toBeEnabled();
  expect((await workbench.ask('project.read', {})).documents).toBe(1);
});

test('a sheet of participants with BOM, CRLF, quotes and Chinese: people and attributes come in, known ones are kept', async ({ workbench, page, home }) => {
  const sheet = join(home, '受访者.csv');
  await writeFile(sheet, '\ufeffname,role,Stakeholder group,备注\r\n"Dr Hu",interviewee,"Village doctors","says ""support"", often"\r\n王院长,interviewee,乡镇卫生院,第一次\r\n"Meng, Dr",other,,\r\n');
  const chooser = page.waitForEvent('filechooser');
  await workbench.command('Import participants…');
  await (await chooser).setFiles(sheet);
  await expect(page.getByRole('heading', { level: 1, name: 'Import participants' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('2 new, one known');
  await expect(row(page, '王院长')).toContainText('乡镇卫生院');
  await page.getByRole('button', { name: 'Import 3 people' }).click();
  await expect(page.getByRole('grid', { name: 'People' }).getByRole('rowheader', { name: '王院长', exact: true })).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(workbench.transcript).toBeVisible();
  const attributes = new Map((await workbench.ask('attribute.list', {})).map((attribute) => [attribute.id, attribute.name]));
  const people = (await workbench.ask('participant.list', {})).map((person) => [person.name, person.role, ...Object.entries(person.values).map(([id, value]) => `${attributes.get(Number(id))}: ${value}`)]);
  expect(people).toEqual(expect.arrayContaining([['Dr Hu', 'interviewee', 'Stakeholder group: Village doctors', '备注: says "support", often'], ['王院长', 'interviewee', 'Stakeholder group: 乡镇卫生院', '备注: 第一次'], ['Meng, Dr', 'other']]));
  await expect(workbench.transcript.locator('.turn').nth(1)).toHaveAttribute('aria-label', /, Village doctors$/);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await workbench.ask('participant.list', {})).length).toBe(2);
});
