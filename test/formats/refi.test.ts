import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findRules, placer, rawText } from '../../electron/formats/refi/position.ts';
import { openTables } from '../../electron/core/foreignTables.ts';
import { readProjectFile } from '../../electron/formats/projectFormats.ts';
import { openArchive } from '../../electron/formats/archive.ts';
import { writeProject } from '../../electron/formats/refi/writeProject.ts';
import { archiveOf } from '../../electron/formats/zip.ts';
import type { PositionRule } from '../../shared/model/projectReport.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { faultsBySchema } from '../helpers/standard.ts';
import { givenNames, hasRealFiles, qdpx, realFile } from '../helpers/projects.ts';

const read = (bytes: Uint8Array, name = 'p.qdpx') => readProjectFile({ name, bytes }, givenNames, openTables);
/** Each coding as people see it: coder, code, quotation. */
const quoted = ({ documents, codings }: Snapshot) => {
  const texts = new Map(documents.map(({ name, text }) => [name, text]));
  return codings.map(({ document, start, end, code, coder }) => `${coder} ${code.join('/')}: ${texts.get(document)!.slice(start, end)}`);
};
const inOrder = (a: readonly unknown[], b: readonly unknown[]) => { const [one, two] = [JSON.stringify(a), JSON.stringify(b)]; return one < two ? -1 : one > two ? 1 : 0; };
const notesOf = (report: { notes: readonly { code: string; count: number }[] }) => Object.fromEntries(report.notes.map(({ code, count }) => [code, count]));

const rules = fc.record<PositionRule>({ unit: fc.constantFrom('utf16', 'codePoint'), lineEnd: fc.constantFrom(1, 2), mark: fc.constantFrom(0, 1), end: fc.constantFrom('exclusive', 'inclusive') });
const lines = fc.array(fc.array(fc.constantFrom('pay', 'night', '😀', '夜班', '𠮷', 'we', 'left.', 'ok?'), { minLength: 2, maxLength: 6 }).map((words) => words.join(' ')), { minLength: 4, maxLength: 12 });
/** What a program with that rule writes for a span of the raw text. */
function counted(raw: string, rule: PositionRule, span: readonly [number, number]): { start: number; end: number } {
  const count = (to: number) => {
    let text = raw.slice(0, to);
    if (rule.mark === 0) text = text.replace(/^\uFEFF/, '');
    if (rule.lineEnd === 1) text = text.replaceAll('\r\n', '\n');
    // Where the CR was lost on the way, it is counted all the same.
    else text = text.replace(/\r?\n/g, '\r\n');
    return rule.unit === 'utf16' ? text.length : Array.from(text).length;
  };
  // Inclusive: the position of the last character.
  const last = count(span[1]) - 1;
  return { start: count(span[0]), end: rule.end === 'inclusive' ? last : last + 1 };
}

test('whatever a program counts, its selections lie where it put them, and the rule is found by what they quote', () => {
  fc.assert(fc.property(lines, fc.constantFrom('\n', '\r\n'), fc.boolean(), rules, (said, lineEnd, marked, rule) => {
    const raw = `${marked ? '\uFEFF' : ''}${said.join(lineEnd)}`;
    const text = rawText(raw);
    expect(text.text).toBe(said.join('\n'));
    let at = marked ? 1 : 0;
    const spans = said.map((line) => { const span = [at, at + line.length] as const; at += line.length + lineEnd.length; return span; });
    const written = spans.map((span, index) => ({ ...counted(raw, rule, span), name: said[index]! }));
    const place = placer(text, rule);
    expect(written.map((each) => { const { start, end, moved } = place(each)!; return [text.text.slice(start, end), moved]; })).toEqual(said.map((line) => [line, false]));
    const found = findRules([{ document: 'd', text, places: written }], 'Other')[0]!;
    const again = placer(text, found);
    expect(written.map((each) => { const { start, end } = again(each)!; return text.text.slice(start, end); })).toEqual(said);
    expect(found.confidence).not.toBe('assumed');
  }), { numRuns: 300 });
});

describe.skipIf(!hasRealFiles)('files that other programs wrote', () => {
  test('NVivo for Mac: 152 codes, 297 codings, and every quotation begins and ends where lines and sentences do', async () => {
    const { snapshot, report, origin } = await read(realFile('refi/nvivo-mac-12.7.qdpx')!.bytes);
    expect(origin).toBe('NVivo for Mac 12.7.0');
    expect(report.counts).toMatchObject({ documents: 2, codes: 152, codings: 297, passages: 187, coders: 2 });
    expect(snapshot.codes.filter(({ codable }) => codable === 'no')).toHaveLength(1);
    expect(snapshot.codes.filter(({ definition }) => definition !== '')).toHaveLength(82);
    expect(Math.max(...snapshot.codes.map(({ path }) => path.length))).toBe(4);
    expect(report.rules).toMatchObject([{ document: 'videos_10_selected', unit: 'utf16', end: 'exclusive', confidence: 'certain' }]);
    const { text } = snapshot.documents.find(({ name }) => name === 'videos_10_selected')!;
    const within = (at: number) => /[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && /[\p{L}\p{N}]/u.test(text[at] ?? ' ');
    const edges = snapshot.codings.flatMap(({ start, end }) => [start, end]);
    // Three times the researcher herself began or ended inside a word.
    expect([...new Set(edges.filter(within))].toSorted((a, b) => a - b).map((at) => `${text.slice(at - 6, at)}|${text.slice(at, at + 4)}`)).toEqual(['ére, A|KI I', '5025\nJ|avit', ' hiede|lem ']);
    const onLine = edges.filter((at) => at === 0 || at === text.length || text[at - 1] === '\n' || text[at] === '\n');
    expect([edges.length, onLine.length]).toEqual([594, 554]);
    expect(snapshot.codings.filter(({ start, end }) => /^\s|[^\n]\s$/.test(text.slice(start, end)))).toEqual([]);
    expect(quoted(snapshot)[0]).toBe('floriansipos HBM 4. Perceived Barriers – Észlelt akadályok/politikai/politikusokkal szembeli bizalmatlanság: A Politikusoknak kötemező, ja leszavazták maguknak!');
    expect([new Set(snapshot.codings.map(({ coder }) => coder)), snapshot.coders!.map(({ name }) => name)]).toEqual([new Set(['floriansipos']), ['floriansipos', 'Gergo']]);
    expect(new Date(snapshot.codings[0]!.created).toISOString()).toBe('2025-06-08T12:34:58.000Z');
  });
  test('NVivo for Windows: CR LF counts two, the byte order mark nothing, and the quotations are as whole as on the Mac', async () => {
    const { snapshot, report } = await read(realFile('refi/nvivo-windows-12.6-small.qdpx')!.bytes);
    expect(report.counts).toMatchObject({ documents: 1, codes: 60, codings: 97, passages: 20 });
    expect(report.rules).toMatchObject([{ unit: 'utf16', lineEnd: 2, mark: 0, end: 'exclusive', confidence: 'certain' }]);
    expect(snapshot.documents[0]!.text).not.toMatch(/[\r\uFEFF]/);
    expect(quoted(snapshot).filter((each) => /: \s/.test(each) || !/[.!?)…"”\p{L}\p{Extended_Pictographic}]\n?$/u.test(each))).toEqual([]);
    // What both files quote of the same text is the same.
    const mac = (await read(realFile('refi/nvivo-mac-12.7.qdpx')!.bytes)).snapshot.documents.find(({ name }) => name === 'videos_selection')!.text;
    expect(snapshot.codings.every(({ start, end }) => mac.includes(snapshot.documents[0]!.text.slice(start, end)))).toBe(true);
  });
  test('ATLAS.ti: without its texts all that can be known comes in, and the rest is named and kept', async () => {
    const { snapshot, report } = await read(realFile('refi/atlasti-8.4-mac.qdpx')!.bytes);
    expect(report.counts).toMatchObject({ documents: 0, codes: 14, codeSets: 4, memos: 2, coders: 3 });
    expect(snapshot.codes.map(({ path, colour }) => [path[0], colour])).toContainEqual(['"rushed"', '#f00082']);
    expect(snapshot.memos!.map(({ title, text }) => [title, text.split('\n').at(-1)])).toContainEqual(['Research Plan', 'day to day log about this amazing project']);
    expect(notesOf(report)).toMatchObject({ 'media-skipped': 6, 'text-missing': 11 });
    expect(Object.fromEntries(report.kept.map(({ element, count }) => [element, count]))).toMatchObject({ Graph: 1, Link: 1, Set: 12, VideoSource: 2, TextSource: 6 });
  });
  test('ATLAS.ti with its texts: a quotation given twice, as area and as text, is one; groups become attributes', async () => {
    const { bytes } = realFile('refi/atlasti-8.4-mac.qdpx')!;
    const archive = openArchive({ name: 'a', bytes });
    const project = new TextDecoder().decode(archive.read(archive.names.find((name) => name.endsWith('.qde'))!)!);
    const filler = (length: number) => 'x'.repeat(length);
    const texts = { '142EB46D-612E-4593-A385-D0E5D04D1288.txt': `${filler(61)} granola ${filler(226)} favoritos. ${filler(300)}`, '230B768E-5A3D-42B7-BE92-2A3721177944.txt': `${filler(138)}\nOh, that was great. See you tomorrow? Eleven thirty. Mm.\nx` };
    const { snapshot, report } = await read(archiveOf([['whatever.QDE', project], ...Object.entries(texts).map(([name, text]) => [`Sources/${name.toLowerCase()}`, text] as const)]));
    const found = quoted(snapshot);
    expect(found.filter((each) => each.endsWith(': granola'))).toEqual(['Friedrich Markgraf waste of time: granola']);
    expect(found.filter((each) => each.includes('Oh, that was great.'))).toEqual(['Friedrich Markgraf Coke::diet Coke: Oh, that was great. See you tomorrow? Eleven thirty. Mm.']);
    expect(notesOf(report)['same-guid']).toBeUndefined();
    expect(snapshot.attributes.map(({ name, of, choices }) => [name, of, choices])).toEqual([['Text files', 'documents', ['yes']], ['Coke', 'documents', ['yes']], ['PDFs', 'documents', ['yes']], ['Video and Audio', 'documents', ['yes']]]);
  });
  test('Transana: what breaks the standard is read all the same, and said', async () => {
    const { snapshot, report } = await read(realFile('refi/transana-3.22-annex-a3.qde')!.bytes, 'annex.qde');
    expect(report.counts).toMatchObject({ codes: 19, coders: 63 });
    expect(snapshot.memos!.length).toBeGreaterThanOrEqual(40);
    expect(report.notes.find(({ code }) => code === 'not-in-standard')!.names).toEqual(expect.arrayContaining(['Set/@creatingUser', 'MemberSource/@guid']));
  });
  test('codebooks: folders are not codable, colours and groups come along', async () => {
    const annex = await read(realFile('refi/annex-a1.qdc')!.bytes, 'annex-a1.qdc');
    expect(annex.snapshot.codes.map(({ path, codable = 'yes', colour }) => [path[0], codable, colour])).toEqual([['Topics', 'no', undefined], ['Economy', 'yes', '#ffff00'], ['Health care', 'yes', '#33cc33'], ['Values', 'no', undefined], ['Conservatives', 'yes', '#ff0000'], ['Liberals', 'yes', '#0000ff']]);
    const atlas = await read(realFile('refi/atlasti-23.4.qdc')!.bytes, 'atlasti-23.4.qdc');
    expect(atlas.snapshot.codeSets).toMatchObject([{ name: 'code group 1', codes: [{ path: ['code1'] }] }]);
  });
});

const user = '<Users><User guid="{AAAAAAAA-0000-4000-8000-000000000001}" name="Ana"/><User guid="AAAAAAAA-0000-4000-8000-000000000002" name="ana"/></Users>';
const [ana, ben] = ['aaaaaaaa-0000-4000-8000-000000000001', 'AAAAAAAA-0000-4000-8000-000000000002'];
const code = (guid: string, name: string, more = '') => `<Code guid="${guid}" name="${name}" isCodable="true"${more.startsWith('<') || more === '' ? `>${more}</Code>` : `${more}/>`}`;
const coding = (target: string, by: string, guid: string, more = '') => `<Coding guid="${guid}" creatingUser="${by}" creationDateTime="2024-03-01T10:00:00"><CodeRef targetGUID="${target}"/>${more}</Coding>`;
const selection = (guid: string, start: number, end: number, inside: string, more = '') => `<PlainTextSelection guid="${guid}" startPosition="${start}" endPosition="${end}" ${more}>${inside}</PlainTextSelection>`;

test('selections of one span become one passage; two coders of one code stay two; one coder twice is once, and said', async () => {
  const { snapshot, report } = await read(qdpx(`${user}<CodeBook><Codes>${code('c1', 'Pay')}${code('c2', 'pay')}</Codes></CodeBook><Sources><TextSource guid="s1" name="P01" plainTextPath="internal://S1.TXT">
    ${selection('p1', 0, 2, coding('c1', ana, 'k1'))}${selection('p2', 0, 2, coding('c1', ben, 'k2') + coding('c2', ana, 'k3'))}${selection('p3', 0, 2, coding('c1', ana, 'k4'))}</TextSource></Sources>`, { 's1.txt': 'We left.' }));
  expect(quoted(snapshot)).toEqual(['Ana Pay: We', 'ana (2) Pay: We', 'Ana pay (2): We']);
  expect(snapshot.passages).toEqual([{ uuid: 'p1', document: 'P01', start: 0, end: 2 }]);
  expect(notesOf(report)).toMatchObject({ 'selections-merged': 2, 'codings-repeated': 1, renamed: 2 });
});

test('people, what is known of them and of documents, and who speaks where, come in from cases and variables', async () => {
  const { snapshot, report } = await read(qdpx(`<Variables><Variable guid="v1" name="Age" typeOfVariable="Integer"/><Variable guid="v2" name="Site" typeOfVariable="Text"/><Variable guid="v3" name="Pilot" typeOfVariable="Boolean"/></Variables>
    <CodeBook><Codes>${code('k1', 'Ana')}${code('c1', 'Pay')}</Codes></CodeBook>
    <Cases><Case guid="k1" name="Ana"><VariableValue><VariableRef targetGUID="v1"/><IntegerValue>41</IntegerValue></VariableValue><VariableValue><VariableRef targetGUID="v2"/></VariableValue><SourceRef targetGUID="s1"/></Case>
      <Case guid="k2"><VariableValue><VariableRef targetGUID="v2"/><TextValue>north</TextValue></VariableValue><SourceRef targetGUID="s1"/></Case>
      <Case guid="k3" name="Ben"><SelectionRef targetGUID="p2"/></Case><Case guid="k4" name="Cy"><SourceRef targetGUID="gone"/></Case></Cases>
    <Sources><TextSource guid="s1" name="one" plainTextPath="internal://1.txt">${selection('p1', 0, 3, coding('c1', ana, 'x1'))}<VariableValue><VariableRef targetGUID="v3"/><BooleanValue>true</BooleanValue></VariableValue></TextSource>
      <TextSource guid="s2" name="two" plainTextPath="internal://2.txt">${selection('p2', 8, 17, coding('k1', ana, 'x2'))}</TextSource></Sources>`,
  { '1.txt': 'I: So?\nAna: We left.\nI: And?\nAna: Nothing.', '2.txt': 'Nobody.\nI stayed.' }));
  expect(snapshot.participants.map(({ uuid, name, values }) => [uuid, name, values])).toEqual([['k1', 'Ana', { Age: '41' }], ['k3', 'Ben', {}], ['k4', 'Cy', {}]]);
  expect(snapshot.attributes.map(({ name, of, kind }) => [name, of, kind])).toEqual([['Age', 'participants', 'number'], ['Site', 'participants', 'text'], ['Site', 'documents', 'text'], ['Pilot', 'documents', 'choice']]);
  expect(snapshot.documents.map(({ values }) => values)).toEqual([{ Site: 'north', Pilot: 'true' }, {}]);
  expect(snapshot.codes.map(({ path }) => path)).toEqual([['Pay']]);
  const turns = ({ text, turns: all }: Snapshot['documents'][number]) => all.map(({ start, end, participant, label }) => [text.slice(start, end), participant, label]);
  expect(turns(snapshot.documents[0]!)).toEqual([['I: So?', null, 'I'], ['Ana: We left.', 'Ana', 'Ana'], ['I: And?', null, 'I'], ['Ana: Nothing.', 'Ana', 'Ana']]);
  expect(turns(snapshot.documents[1]!)[1]![0]).toBe('I stayed.');
  expect(notesOf(report)).toMatchObject({ 'cases-as-codes': 1, 'broken-references': 1 });
});

test('comments, notes and annotations become memos on what they are about', async () => {
  const note = (guid: string, name: string, text: string) => `<Note guid="${guid}" name="${name}" creatingUser="${ana}" creationDateTime="2024-01-02T03:04:05Z"><PlainTextContent>${text}</PlainTextContent></Note>`;
  const { snapshot, report } = await read(qdpx(`${user}<CodeBook><Codes>${code('c1', 'Pay', '<Description>what they earn</Description><NoteRef targetGUID="n1"/>')}</Codes></CodeBook>
    <Sources><TextSource guid="s1" name="P01"><Description>by phone</Description><PlainTextContent>We left. Twice.</PlainTextContent>
      ${selection('p1', 0, 8, `<Description>strong</Description>${coding('c1', ana, 'k1', '<NoteRef targetGUID="n2"/>')}`)}${selection('p2', 9, 15, '', 'name="Twice."')}<NoteRef targetGUID="n3"/></TextSource></Sources>
    <Notes>${note('n1', 'On pay', 'a')}${note('n2', '', 'b')}${note('n3', '', 'c')}${note('n4', 'Marginal', 'd')}${note('n5', 'Diary', 'e')}</Notes>
    <Links><Link guid="l1" originGUID="n4" targetGUID="p2"/><Link guid="l2" originGUID="c1" targetGUID="s1" direction="OneWay"/></Links>`));
  expect(snapshot.memos!.map(({ about, target, title, text, coder }) => [about, target.code?.path[0] ?? target.document ?? '', target.start ?? '', title, text, coder]).toSorted(inOrder)).toEqual([
    ['codes', 'Pay', '', 'On pay', 'a', 'Ana'], ['codings', 'Pay', 0, '', 'b', 'Ana'], ['documents', 'P01', '', '', 'by phone', null], ['documents', 'P01', '', '', 'c', 'Ana'],
    ['passages', 'P01', 0, '', 'strong', null], ['passages', 'P01', 9, 'Marginal', 'd', 'Ana'], ['passages', 'P01', 9, 'Twice.', '', null], ['project', '', '', 'Diary', 'e', 'Ana'],
  ]);
  expect(report.kept).toEqual([{ element: 'Link', count: 1 }]);
  expect(snapshot.foreignParts).toMatchObject([{ source: 'Test 1.0', owner: '', element: 'Link', text: '<Link guid="l2" originGUID="c1" targetGUID="s1" direction="OneWay"/>' }]);
});

test('what cannot be placed or understood is kept as it came, and said', async () => {
  const { snapshot, report } = await read(qdpx(`${user}<CodeBook><Codes>${code('c1', 'Pay')}</Codes></CodeBook><Sources><TextSource guid="s1" name="P01"><PlainTextContent>We left.</PlainTextContent>
    ${selection('p1', 0, 2, coding('gone', ana, 'k1'))}${selection('p2', 3, 99, coding('c1', ana, 'k2'))}${selection('p3', 4, 4, coding('c1', ana, 'k3'))}${selection('p4', 3, 7, coding('c1', 'nobody', 'k4'))}<Weather wind="strong"/></TextSource>
    <PictureSource guid="s2" name="map.png" path="internal://map.png"><PictureSelection guid="q1" firstX="0" firstY="0" secondX="9" secondY="9">${coding('c1', ana, 'k5')}</PictureSelection></PictureSource></Sources><Graphs><Graph guid="g1" name="G"/></Graphs>`));
  expect(quoted(snapshot)).toEqual(['nobody Pay: left']);
  expect(notesOf(report)).toMatchObject({ 'unknown-codes': 1, 'outside-text': 1, 'empty-selections': 1, 'unknown-coders': 1, 'not-in-standard': 1, 'media-skipped': 1, 'codings-elsewhere': 1 });
  expect(snapshot.foreignParts!.map(({ owner, element }) => `${owner} ${element}`).toSorted()).toEqual([' Graph', 'p1 Coding', 's1 PlainTextSelection', 's1 PlainTextSelection', 's1 Weather', 's2 PictureSource']);
  expect(snapshot.foreignParts!.find(({ element }) => element === 'PictureSource')!.text).toContain('<PictureSelection guid="q1"');
});

test.each<[string, Uint8Array, string]>([
  ['an archive without a project', archiveOf([['readme.txt', 'x']]), 'no-project-inside'],
  ['an archive that leads out of itself', archiveOf([['../project.qde', '<Project/>']]), 'damaged-file'],
  ['half an archive', qdpx('<Users/>').slice(0, 80), 'damaged-file'],
  ['XML that stops in the middle', archiveOf([['project.qde', '<Project><Users>']]), 'broken-xml'],
  ['entities that grow without end', archiveOf([['project.qde', '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><Project name="&b;"/>']]), 'broken-xml'],
  ['elements inside elements without end', archiveOf([['project.qde', '<Code>'.repeat(5000)]]), 'broken-xml'],
  ['another kind of XML', archiveOf([['project.qde', '<html/>']]), 'no-project-inside'],
  ['an archive that swells', archiveOf([['project.qde', `<Project name="${' '.repeat(20 * 2 ** 20)}"/>`]]), 'too-big'],
  ['nothing', new Uint8Array(), 'empty-file'],
])('%s is refused, and the file is named', async (_what, bytes, problem) => {
  await expect(read(bytes, 'their.qdpx')).rejects.toMatchObject({ code: problem, values: { file: 'their.qdpx' } });
});

describe.skipIf(!hasRealFiles)('files of other programs that Concord writes again', () => {
  test.each(['nvivo-mac-12.7.qdpx', 'nvivo-windows-12.6-small.qdpx', 'atlasti-8.4-mac.qdpx', 'transana-3.22-annex-a3.qde'])('%s is valid then, and says the same', async (name) => {
    const { snapshot } = await read(realFile(`refi/${name}`)!.bytes, name);
    const { bytes, notes } = writeProject(snapshot, { names: { include: 'I', exclude: 'E', example: 'X' }, unit: 'utf16', ours: false });
    const archive = openArchive({ name, bytes });
    const contents = new TextDecoder().decode(archive.read('project.qde')!);
    expect(await faultsBySchema('Project', [{ fileName: 'project.xml', contents }])).toEqual([]);
    expect(contents).not.toMatch(/file:|[A-Z]:[\\/]|\/Users\//);
    for (const file of archive.names.filter((each) => each.endsWith('.txt'))) expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(archive.read(file)!)).not.toMatch(/[\r\uFEFF]/);
    const again = (await read(bytes)).snapshot;
    expect(quoted(again).toSorted()).toEqual(quoted(snapshot).toSorted());
    const codes = (of: Snapshot) => of.codes.map(({ uuid, path, colour, codable, definition }) => [uuid, path, colour, codable, definition]);
    expect(codes(again)).toEqual(codes(snapshot));
    expect(again.coders).toEqual(snapshot.coders);
    if (name.startsWith('atlas')) expect([notesOf({ notes })['parts-written'], again.foreignParts!.filter(({ element }) => element === 'Graph' || element === 'Link').length]).toEqual([26, 2]);
  });
});

test('parts of other programs are written back as the standard has them, or not at all', async () => {
  const part = (element: string, text: string) => ({ source: 'Other', owner: '', element, text });
  const [code, gone] = ['aaaaaaaa-0000-4000-8000-00000000000c', 'aaaaaaaa-0000-4000-8000-00000000000d'];
  const { snapshot } = await read(qdpx(`<CodeBook><Codes><Code guid="${code}" name="Pay" isCodable="true"/></Codes></CodeBook>`));
  const { bytes, notes } = writeProject({ ...snapshot, foreignParts: [
    part('Set', `<Set guid="aaaaaaaa-0000-4000-8000-00000000000e" name="Money" colour="red"><Other/><MemberCode guid="${code}"/><MemberCode targetGUID="${gone}"/></Set>`), part('Set', `<Set guid="x"><MemberCode targetGUID="${code}"/></Set>`), part('Set', `<Set guid="y" name="empty now"><MemberCode targetGUID="${gone}"/></Set>`),
    part('Link', `<Link guid="l" originGUID="${code}" targetGUID="${gone}"/>`), part('Graph', `<Graph guid="g"><Edge guid="e" sourceVertex="1" targetVertex="2"/><Vertex guid="1" firstX="left" firstY="2"/><Vertex guid="2" firstX="1" firstY="2" shape="Cloud" representedGUID="${code}"/></Graph>`), part('Graph', 'no xml <'),
  ] }, { names: { include: 'I', exclude: 'E', example: 'X' }, unit: 'codePoint', ours: false });
  const contents = new TextDecoder().decode(openArchive({ name: 'x', bytes }).read('project.qde')!);
  if (hasRealFiles) expect(await faultsBySchema('Project', [{ fileName: 'project.xml', contents }])).toEqual([]);
  expect([...contents.matchAll(/<(Set|Link|Graph|Vertex|Edge|MemberCode)\b[^>]*>/g)].map(([tag]) => tag.replace(/ guid="[^"]*"/, ''))).toEqual(['<Set name="Money">', `<MemberCode targetGUID="${code.toUpperCase()}"/>`, '<Graph>', `<Vertex firstX="1" firstY="2" representedGUID="${code.toUpperCase()}"/>`]);
  expect(notesOf({ notes })).toMatchObject({ 'parts-written': 2, 'parts-not-written': 4 });
});
