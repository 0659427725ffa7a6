import { expect, test } from 'vitest';
import { openArchive } from '../../electron/formats/archive.ts';
import { readXml, type XmlElement } from '../../electron/formats/refi/xml.ts';
import type { IncomingFile } from '../../electron/ops/operation.ts';
import { createNotes } from '../../shared/model/projectReport.ts';
import { copiesFor, merge, within } from '../helpers/copies.ts';
import { callWith } from '../helpers/handing.ts';
import { hasRealFiles, qdpx, realFile } from '../helpers/projects.ts';
import { faultsBySchema } from '../helpers/standard.ts';
import { newStudy } from '../helpers/study.ts';

/** Every element of a project with its attributes; what a program may say in its own way (case of GUIDs, file names, the project's stamps) left out. */
function said(element: XmlElement, inside: string[] = []): string[] {
  const attributes = Object.entries(element.attributes).filter(([key]) => !/path$|^origin$|^modifiedDateTime$|^modifyingUser|^color$|^name$/i.test(key)).map(([key, value]) => `${key}=${value.toLowerCase()}`);
  if (element.name !== 'Project' && element.name !== 'PlainTextSelection') inside.push(`${element.name} ${attributes.toSorted().join(' ')}`);
  for (const child of element.children) if (!(child.name === 'Description' && child.text.trim() === '')) said(child, inside);
  return inside;
}
const projectIn = ({ name, bytes }: IncomingFile) => { const archive = openArchive({ name, bytes }); return archive.read(archive.names.find((each) => /\.qde$/i.test(each))!)!; };
async function there(file: IncomingFile) {
  const engine = newStudy();
  await callWith(engine, { [file.name]: file.bytes }, 'exchange.take', { handle: file.name });
  const out = await engine.call('exchange.export', { format: 'qdpx', positions: 'utf16' }) as unknown as IncomingFile;
  const notes = Object.fromEntries((await engine.call('exchange.exportNotes', { format: 'qdpx', positions: 'utf16' })).notes.map(({ code, count }) => [code, count]));
  return { engine, out, notes, archive: openArchive(out), xml: new TextDecoder().decode(projectIn(out)) };
}

test.skipIf(!hasRealFiles).each(['nvivo-mac-12.7.qdpx', 'nvivo-windows-12.6-small.qdpx', 'atlasti-8.4-mac.qdpx'])('%s, taken in and written again, has all that it had', async (name) => {
  const file = realFile(`refi/${name}`)!;
  const { xml, archive, out } = await there(file);
  expect(await faultsBySchema('Project', [{ fileName: 'p.xml', contents: xml }])).toEqual([]);
  const back = said(readXml(name, projectIn(out), createNotes()));
  const lost = said(readXml(name, projectIn(file), createNotes())).filter((each) => { const at = back.indexOf(each); if (at >= 0) back.splice(at, 1); return at < 0; });
  // A memo's comment becomes part of its text; all else is there.
  expect(lost.filter((each) => each.trim() !== 'Description')).toEqual([]);
  const bytesOf = (of: ReturnType<typeof openArchive>) => of.names.filter((each) => each.endsWith('.docx')).map((each) => Buffer.from(of.read(each)!).toString('base64')).toSorted();
  expect(bytesOf(archive)).toEqual(bytesOf(openArchive(file)));
  expect(xml).not.toMatch(/file:|[A-Z]:[\\/]|\/Users\//);
}, 60_000);

const guid = (kind: string, number = 0) => `${kind.repeat(8)}-0000-4000-8000-${String(number).padStart(12, '0')}`;
const [ana, pay, night] = [guid('1'), guid('2'), guid('2', 1)];
const coding = (code: string, number: number) => `<Coding guid="${guid('3', number)}" creatingUser="${ana}" creationDateTime="2024-03-01T10:00:00Z"><CodeRef targetGUID="${code}"/></Coding>`;
const mixed = () => ({ name: 'mixed.qdpx', bytes: qdpx(`<Users><User guid="${ana}" name="Ana"/></Users><CodeBook><Codes><Code guid="${pay}" name="Pay" isCodable="true"/><Code guid="${night}" name="Night" isCodable="true"/></Codes></CodeBook>
  <Variables><Variable guid="${guid('4')}" name="Site" typeOfVariable="Text"/></Variables>
  <Cases><Case guid="${guid('5')}" name="Ward"><CodeRef targetGUID="${pay}"/><SourceRef targetGUID="${guid('6', 1)}"/></Case></Cases>
  <Sources><TextSource guid="${guid('6')}" name="one" richTextPath="internal://one.docx" plainTextPath="internal://one.txt"><PlainTextSelection guid="${guid('7')}" startPosition="0" endPosition="8">${coding(pay, 1)}</PlainTextSelection><PlainTextSelection guid="${guid('7', 1)}" startPosition="90" endPosition="99">${coding(pay, 2)}</PlainTextSelection></TextSource>
    <PictureSource guid="${guid('6', 1)}" name="ward.png" path="internal://ward.png" currentPath="C:/Users/me/ward.png"><TextDescription guid="${guid('6', 9)}" name="what it shows" plainTextPath="internal://shows.txt"><PlainTextSelection guid="${guid('7', 2)}" startPosition="0" endPosition="6">${coding(night, 3)}</PlainTextSelection></TextDescription><PictureSelection guid="${guid('7', 3)}" firstX="1" firstY="2" secondX="30" secondY="40"><Description>the clock</Description>${coding(night, 4)}</PictureSelection><VariableValue><VariableRef targetGUID="${guid('4')}"/><TextValue>north</TextValue></VariableValue></PictureSource>
    <PDFSource guid="${guid('6', 2)}" name="plan.pdf" path="internal://plan.pdf"><PDFSelection guid="${guid('7', 4)}" page="0" firstX="10" firstY="20" secondX="100" secondY="40">${coding(pay, 5)}</PDFSelection><Representation guid="${guid('6', 8)}" name="plan" plainTextPath="internal://plan.txt"><PlainTextSelection guid="${guid('7', 4)}" startPosition="0" endPosition="9">${coding(pay, 6)}</PlainTextSelection></Representation></PDFSource>
    <VideoSource guid="${guid('6', 3)}" name="talk.mp4" path="internal://talk.mp4"><VideoSelection guid="${guid('7', 5)}" begin="1000" end="1000">${coding(night, 7)}</VideoSelection></VideoSource></Sources>`,
{ 'one.txt': 'We left.', 'one.docx': 'PK formatted', 'ward.png': 'picture', 'shows.txt': 'A ward.', 'plan.pdf': '%PDF', 'plan.txt': 'More pay.', 'talk.mp4': 'film' }) });

test('pictures, PDFs and recordings go back with their selections, codings, values and files; the texts inside of them stay inside', async () => {
  const { xml, archive, notes, engine } = await there(mixed());
  if (hasRealFiles) expect(await faultsBySchema('Project', [{ fileName: 'p.xml', contents: xml }])).toEqual([]);
  const back = readXml('x', new TextEncoder().encode(xml), createNotes());
  const sources = back.children.find(({ name }) => name === 'Sources')!.children;
  expect(sources.map(({ name, attributes, children }) => [name, attributes['name'], children.map((child) => child.name)])).toEqual([
    ['TextSource', 'one', ['PlainTextSelection', 'PlainTextSelection']], ['PictureSource', 'ward.png', ['TextDescription', 'PictureSelection', 'VariableValue']],
    ['PDFSource', 'plan.pdf', ['PDFSelection', 'Representation']], ['VideoSource', 'talk.mp4', ['VideoSelection']],
  ]);
  const files = (of: XmlElement) => Object.entries(of.attributes).filter(([key]) => /path$/i.test(key)).map(([, path]) => Buffer.from(archive.read(`sources/${path.replace('internal://', '')}`)!).toString());
  expect([...sources, sources[1]!.children[0]!].map(files)).toEqual([['PK formatted', 'We left.'], ['picture'], ['%PDF'], ['film'], ['A ward.']]);
  expect(sources[2]!.children[0]!.children.map(({ name, children }) => [name, children[0]!.attributes['targetGUID']])).toEqual([['Coding', pay.toUpperCase()]]);
  expect(xml.match(/<Case .*?<\/Case>/s)![0]).toMatch(/<CodeRef [^>]*><SourceRef [^>]*\/><\/Case>/);
  expect(xml).not.toContain('Users/me');
  expect(notes).toMatchObject({ 'files-written': 4, 'parts-written': 4 });
  // What is uncoded here is uncoded in the area too; a text that was corrected goes without its formatted file.
  const [plan] = (await engine.call('excerpt.list', {})).filter(({ document }) => document === 'plan.pdf');
  await engine.call('coding.remove', { codings: [plan!.coding] });
  const [one] = await engine.call('document.list', {});
  await engine.call('document.edit', { document: one!.id, splices: [{ at: 0, removed: 'We', inserted: 'They' }] });
  const later = await engine.call('exchange.export', { format: 'qdpx', bare: true }) as unknown as IncomingFile;
  const text = new TextDecoder().decode(projectIn(later));
  expect([text.includes('PDFSelection'), text.includes('richTextPath')]).toEqual([false, false]);
});
test('what other programs keep is kept through Concord’s own archive and back, with the files', async () => {
  const { out, engine } = await there(mixed());
  const other = newStudy();
  await callWith(other, { 'back.qdpx': out.bytes }, 'exchange.take', { handle: 'back.qdpx' });
  const again = await other.call('exchange.export', { format: 'qdpx', positions: 'utf16' }) as unknown as IncomingFile;
  expect(openArchive(again).names.filter((name) => !name.endsWith('json')).toSorted()).toEqual(openArchive(out).names.filter((name) => !name.endsWith('json')).toSorted());
  expect((await engine.call('study.check', {})).findings).toEqual([]);
});
test('what one coder took in with its files goes back to its program from another coder’s copy too, once they are merged', async () => {
  const [lin, bo] = await copiesFor(['Lin', 'Bo'], async () => {});
  await within(bo!, (engine) => callWith(engine, { 'mixed.qdpx': mixed().bytes }, 'exchange.take', { handle: 'mixed.qdpx' }));
  await merge(lin!, bo!);
  const written = await within(lin!, (engine) => engine.call('exchange.export', { format: 'qdpx', bare: true })) as unknown as IncomingFile;
  const archive = openArchive(written);
  expect(archive.names.filter((name) => !/\.(?:txt|qde)$/.test(name)).map((name) => Buffer.from(archive.read(name)!).toString()).toSorted()).toEqual(['%PDF', 'PK formatted', 'film', 'picture']);
});
