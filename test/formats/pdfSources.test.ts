import { expect, test } from 'vitest';
import { openTables } from '../../electron/core/foreignTables.ts';
import { readProjectFile } from '../../electron/formats/projectFormats.ts';
import { readPdf } from '../../electron/formats/pdfText.ts';
import { writeProject } from '../../electron/formats/refi/writeProject.ts';
import { openArchive } from '../../electron/formats/archive.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { pdfOf } from '../helpers/pdf.ts';
import { givenNames, hasRealFiles, qdpx } from '../helpers/projects.ts';
import { faultsBySchema } from '../helpers/standard.ts';

const pdf = pdfOf([[{ x: 72, y: 770, words: 'The pay was low.' }, { x: 72, y: 750, words: 'Nobody asked us about the nights.' }, { x: 72, y: 730, words: 'We left.' }], [{ x: 72, y: 770, words: 'The pay was low.' }, { x: 72, y: 750, words: 'So we stayed away.' }]]);
const read = (bytes: Uint8Array) => readProjectFile({ name: 'p.qdpx', bytes }, givenNames, openTables);
const quoted = ({ documents, codings }: Snapshot) => codings.map(({ document, start, end, code }) => `${code[0]}: ${documents.find(({ name }) => name === document)!.text.slice(start, end)}`);
const area = (guid: string, page: number, [firstX, firstY, secondX, secondY]: readonly number[], code = 'c1') => `<PDFSelection guid="${guid}" page="${page}" firstX="${firstX}" firstY="${firstY}" secondX="${secondX}" secondY="${secondY}"><Coding guid="k${guid}"><CodeRef targetGUID="${code}"/></Coding></PDFSelection>`;
const project = (inside: string, more: Record<string, string | Uint8Array> = {}) => qdpx(`<CodeBook><Codes><Code guid="c1" name="Pay" isCodable="true"/></Codes></CodeBook><Sources><PDFSource guid="d1" name="talk.pdf" path="internal://talk.pdf">${inside}</PDFSource></Sources>`, { 'talk.pdf': pdf, ...more });

test('the words of a PDF, a line a line, and what an area of a page covers', async () => {
  const found = (await readPdf(pdf))!;
  expect(found.text).toBe('The pay was low.\nNobody asked us about the nights.\nWe left.\n\nThe pay was low.\nSo we stayed away.');
  const said = (page: number, [firstX, firstY, secondX, secondY]: readonly number[]) => { const span = found.within({ page, firstX: firstX!, firstY: firstY!, secondX: secondX!, secondY: secondY! }); return span && found.text.slice(span.start, span.end); };
  expect([said(0, [72, 782, 300, 768]), said(0, [70, 762, 300, 728]), said(1, [72, 762, 112, 748]), said(1, [300, 700, 400, 600]), said(7, [0, 0, 600, 900])]).toEqual(['The pay was low.', 'Nobody asked us about the nights.\nWe left.', 'So we', null, null]);
  expect(await readPdf(Buffer.from('%PDF-1.4 nothing'))).toBe(null);
});

test('a PDF that comes without its text has its own, and its areas lie on the words that they cover', async () => {
  const { snapshot, report } = await read(project(`${area('a1', 1, [70, 784, 300, 766])}${area('a2', 0, [70, 764, 300, 744])}${area('a3', 1, [300, 300, 400, 200])}`));
  expect(snapshot.documents.map(({ uuid, name, text }) => [uuid, name, text.split('\n').length])).toEqual([['d1', 'talk.pdf', 6]]);
  expect(quoted(snapshot)).toEqual(['Pay: The pay was low.', 'Pay: Nobody asked us about the nights.']);
  expect(snapshot.codings[0]!.start).toBeGreaterThan(50);
  expect(Object.fromEntries(report.notes.map(({ code, count }) => [code, count]))).toMatchObject({ 'text-from-pdf': 1, 'area-found-by-words': 2, 'area-without-text': 1 });
  const { bytes } = writeProject(snapshot, { names: { include: 'I', exclude: 'E', example: 'X' }, unit: 'codePoint', ours: false, original: () => pdf });
  const xml = new TextDecoder().decode(openArchive({ name: 'x', bytes }).read('project.qde')!);
  if (hasRealFiles) expect(await faultsBySchema('Project', [{ fileName: 'p.xml', contents: xml }])).toEqual([]);
  expect([xml.match(/<PDFSelection /g)?.length, xml.match(/<Representation /g)?.length, xml.includes('<TextSource')]).toEqual([3, 1, false]);
  expect(quoted((await read(bytes)).snapshot).toSorted()).toEqual(quoted(snapshot).toSorted());
});

test('areas of a PDF whose text says the same in another layout are found there, the nearest of words that come twice', async () => {
  const text = 'The pay was low. Nobody asked us\nabout the nights. We left.\nThe pay was low. So we stayed away.';
  const { snapshot, report } = await read(project(`${area('a1', 1, [70, 784, 300, 766])}${area('a2', 0, [70, 764, 300, 744])}<Representation guid="r1" plainTextPath="internal://talk.txt"/>`, { 'talk.txt': text }));
  expect(snapshot.documents[0]!.text).toBe(text);
  expect(quoted(snapshot)).toEqual(['Pay: The pay was low.', 'Pay: Nobody asked us\nabout the nights.']);
  expect(snapshot.codings[0]!.start).toBe(text.lastIndexOf('The pay'));
  expect(report.notes.map(({ code }) => code)).not.toContain('text-from-pdf');
});
