import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createDesk } from '../../electron/core/desk.ts';
import { createTranscriptReader } from '../../electron/core/transcriptReader.ts';
import { readTranscript } from '../../electron/formats/index.ts';
import { openTables } from '../../electron/core/foreignTables.ts';
import { readProjectFile } from '../../electron/formats/projectFormats.ts';
import { givenNames, qdpx } from '../helpers/projects.ts';
import { docx } from '../helpers/docx.ts';
import { temporaryFolder } from '../helpers/study.ts';

const said = (turns: number) => Array.from({ length: turns }, (_, turn) => (turn % 2 === 0 ? `Lin: And what happened in ward ${turn} on the Monday after?` : `Dr Hu: We waited in corridor ${turn}, and nobody came. ${'It was cold and we talked. '.repeat(6)}`));
const long = { name: 'long.docx', bytes: docx(said(30_000)) };

function reader() {
  const made = createTranscriptReader();
  onTestFinished(() => made.close());
  return made;
}

test('a file read beside the core is read as it is in it, and what is wrong with one is told in the same words', async () => {
  const file = { name: 'short.docx', bytes: docx(said(40)) };
  expect(await reader().read(file, {})).toEqual(await readTranscript(file, {}));
  await expect(reader().read({ name: 'no.docx', bytes: Buffer.from('not a zip at all') }, {})).rejects.toMatchObject({ code: 'damaged-file', values: { file: 'no.docx' } });
});

test('a long reading stops at once when the person stops it, and the next file is read', async () => {
  const own = reader();
  const stop = new AbortController();
  const reading = own.read(long, {}, stop.signal);
  const next = own.read({ name: 'short.txt', bytes: Buffer.from(said(4).join('\n')) }, {});
  setImmediate(() => stop.abort());
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  expect((await next).turns).toHaveLength(4);
});

test('while a long interview is read the workbench goes on answering', async () => {
  const home = temporaryFolder();
  const desk = createDesk({ places: { settings: join(home, 'settings.json'), studies: join(home, 'studies') }, sample: () => null, version: '' });
  onTestFinished(() => desk.close());
  await desk.call({ name: 'desk.create', input: { name: 'Busy' } });
  const { handle } = desk.hand(long.name, long.bytes);
  let reading = true;
  const preview = desk.call({ name: 'import.preview', input: { files: [{ handle }] }, job: 'one' }).finally(() => { reading = false; });
  let answered = 0;
  while (reading) {
    await desk.call({ name: 'project.read', input: {} });
    answered++;
    await new Promise((soon) => { setTimeout(soon, 20); });
  }
  expect(await preview).toMatchObject({ value: [{ name: 'long.docx', problem: null, found: { turns: 30_000 } }] });
  expect(answered).toBeGreaterThan(5);
});

test('another program’s project is read beside the core as it is in it, and can be stopped', async () => {
  const file = { name: 'theirs.qdpx', bytes: qdpx('<CodeBook><Codes><Code guid="c" name="Pay" isCodable="true"/></Codes></CodeBook>', {}, 'origin="Test 1.0" creationDateTime="2024-01-01T00:00:00Z"') };
  const own = reader();
  expect(await own.project(file, givenNames)).toEqual(await readProjectFile(file, givenNames, openTables));
  await expect(own.project({ name: 'no.qdpx', bytes: qdpx('<Users>') }, givenNames)).rejects.toMatchObject({ code: 'broken-xml', values: { file: 'no.qdpx' } });
  const stop = new AbortController();
  const stopped = own.project(file, givenNames, stop.signal);
  stop.abort();
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
});
