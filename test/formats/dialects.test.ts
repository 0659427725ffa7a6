import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openTables } from '../../electron/core/foreignTables.ts';
import { openArchive } from '../../electron/formats/archive.ts';
import { readProjectFile } from '../../electron/formats/projectFormats.ts';
import { archiveOf } from '../../electron/formats/zip.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { dialects, writeDialect, type ToldProject } from '../helpers/dialects.ts';
import { docx } from '../helpers/docx.ts';
import { givenNames, hasRealFiles, qdpx, realFile } from '../helpers/projects.ts';

const read = (bytes: Uint8Array, name = 'p.qdpx') => readProjectFile({ name, bytes }, givenNames, openTables);
const quoted = ({ documents, codings }: Snapshot) => { const texts = new Map(documents.map(({ name, text }) => [name, text])); return codings.map(({ document, start, end, code, coder }) => `${document} ${coder} ${code.join('/')}: ${texts.get(document)!.slice(start, end)}`).toSorted(); };
const codesOf = (report: { notes: readonly { code: string }[] }) => report.notes.map(({ code }) => code);

const sentence = fc.array(fc.constantFrom('pay', 'nights', '😀', '夜班', '𠮷野', 'we', 'they', 'stayed', 'a&b', 'very'), { minLength: 3, maxLength: 9 }).map((words) => `${words.join(' ')}.`);
const told = fc.array(fc.tuple(fc.array(sentence, { minLength: 6, maxLength: 14 }), fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.nat(1)), { minLength: 4, maxLength: 9 })), { minLength: 1, maxLength: 4 }).map((sources): ToldProject => ({
  coders: ['Ana', 'Ben'], codes: ['Pay', '夜班', 'a < "b"'],
  sources: sources.map(([lines, picks], index) => {
    const text = lines.join('\n');
    const starts = lines.map((_, line) => lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0));
    const codings = picks.map(([line, code, coder]) => ({ start: starts[line % lines.length]!, end: starts[line % lines.length]! + lines[line % lines.length]!.length, code: ['Pay', '夜班', 'a < "b"'][code]!, coder: ['Ana', 'Ben'][coder]! }));
    return { name: `P0${index}`, text, codings: [...new Map(codings.map((each) => [JSON.stringify(each), each])).values()] };
  }),
}));

describe.each(dialects.map((each) => [each.program, each] as const))('%s', (_program, how) => {
  test('every quotation is where it has it', async () => {
    await fc.assert(fc.asyncProperty(told, async (project) => {
      // A handful of selections without names cannot tell an end that is counted from a full stop that was left out.
      fc.pre(how.rule.end === 'exclusive' || project.sources.flatMap(({ codings }) => codings).length >= 12);
      const { snapshot } = await read(writeDialect(how, project));
      expect(snapshot.documents.map(({ name, text }) => [name, text])).toEqual(project.sources.map(({ name, text }) => [name, text]));
      expect(quoted(snapshot)).toEqual(project.sources.flatMap(({ name, text, codings }) => codings.map(({ start, end, code, coder }) => `${name} ${coder} ${code}: ${text.slice(start, end)}`)).toSorted());
    }), { numRuns: 25, seed: 5 });
  });
});

test.skipIf(!hasRealFiles)('the real project of NVivo, counted and written in other ways, has the same 297 quotations', async () => {
  const { bytes } = realFile('refi/nvivo-mac-12.7.qdpx')!;
  const archive = openArchive({ name: 'a', bytes });
  const xml = new TextDecoder().decode(archive.read('project.qde')!);
  const wanted = quoted((await read(bytes)).snapshot);
  for (const [unit, lineEnd, mark, end] of [['codePoint', '\r\n', 1, 1], ['codePoint', '\n', 0, 0], ['utf16', '\r\n', 0, 1]] as const) {
    const counts = new Map<string, Uint32Array>();
    const files = archive.names.filter((name) => name.endsWith('.txt')).map((name): [string, string] => {
      const text = new TextDecoder().decode(archive.read(name)!);
      const at = new Uint32Array(text.length + 1);
      let count: number = mark;
      for (let unitAt = 0; unitAt < text.length; unitAt++) { at[unitAt] = count; const code = text.charCodeAt(unitAt); count += code === 10 ? lineEnd.length : unit === 'codePoint' && code >= 0xdc00 && code < 0xe000 ? 0 : 1; }
      at[text.length] = count;
      counts.set(name.split('/').at(-1)!, at);
      return [name, `${mark === 1 ? '\uFEFF' : ''}${text.replaceAll('\n', lineEnd)}`];
    });
    let current: Uint32Array | undefined;
    const other = xml.replace(/plainTextPath="internal:\/\/([^"]+)"|(start|end)Position="(\d+)"/g, (whole, file: string | undefined, edge: string, at: string) => { if (file !== undefined) { current = counts.get(file); return whole; } return `${edge}Position="${current![Number(at)]! - (edge === 'end' ? end : 0)}"`; }).replace(/origin="[^"]*"/, 'origin="Somebody"');
    expect(quoted((await read(archiveOf([['project.qde', other], ...files]))).snapshot)).toEqual(wanted);
  }
});

const one = (inside: string, text = 'We left early.\nThe pay was low.', more = '') => qdpx(`<CodeBook><Codes><Code guid="c1" name="Pay"/></Codes></CodeBook><Sources><TextSource guid="s1" name="P01" plainTextPath="internal://s1.txt">${inside}</TextSource></Sources>${more}`, { 's1.txt': text });
const at = (start: number | string, end: number | string, more = '', by = '') => `<PlainTextSelection startPosition="${start}" endPosition="${end}" ${more}><Coding ${by}><CodeRef targetGUID="c1"/></Coding></PlainTextSelection>`;

test('QualCoder counts in two ways in one text: each selection lies where its words are', async () => {
  const text = '😀😀 We left early. The pay was low. 😀 Nights are long.';
  const quote = (words: string, unit: 'utf16' | 'codePoint') => { const start = text.indexOf(words); const count = (to: number) => (unit === 'utf16' ? to : Array.from(text.slice(0, to)).length); return at(count(start), count(start + words.length), `name="${words}"`); };
  const { snapshot, report } = await read(one(quote('We left early.', 'utf16') + quote('The pay was low.', 'utf16') + quote('Nights are long.', 'codePoint'), text));
  expect(quoted(snapshot)).toEqual(['P01 Unknown coder Pay: Nights are long.', 'P01 Unknown coder Pay: The pay was low.', 'P01 Unknown coder Pay: We left early.']);
  expect(report.notes.find(({ code }) => code === 'found-by-words')).toMatchObject({ count: 1, names: ['P01'] });
});
test('a selection that was drawn carelessly is not moved to where another way of counting would have it', async () => {
  const { snapshot } = await read(one(at(4, 12, 'name=""')));
  expect(quoted(snapshot)).toEqual(['P01 Unknown coder Pay: eft earl']);
});
test('coders who are not among the users stay apart: their GUIDs, names or initials tell them', async () => {
  const users = '<Users><User guid="11111111-1111-4111-8111-111111111111" name="Ana Lopez" id="AL"/></Users>';
  const inside = ['', 'creatingUser="AL"', 'creatingUser="ana lopez"', 'creatingUser="Ben"', 'creatingUser="22222222-1111-4111-8111-111111111111"', 'creatingUser="33333333-1111-4111-8111-111111111111"'].map((by) => at(0, 7, '', by)).join('');
  const { snapshot, report } = await read(one(inside, undefined, users));
  expect(quoted(snapshot).map((each) => each.slice(4, -8))).toEqual(['Ana Lopez Pay:', 'Ben Pay:', 'Unknown coder (2) Pay:', 'Unknown coder (3) Pay:', 'Unknown coder Pay:']);
  expect(codesOf(report)).toContain('unknown-coders');
});
test('codes without their wrapper, wrappers that come twice, decimals, and selections beside a PDF’s text are read', async () => {
  const { snapshot } = await read(qdpx(`<CodeBook><Code guid="c1" name="Pay"/></CodeBook><Sources><PDFSource guid="s1" name="one.pdf" path="internal://s1.pdf">${at('0.0', '7.0')}<Representation guid="s2"><PlainTextContent>We left early.</PlainTextContent></Representation></PDFSource></Sources><Sources><TextSource guid="s3" name="two"><PlainTextContent>Nights.</PlainTextContent>${at(0, 6)}</TextSource></Sources>`));
  expect(quoted(snapshot)).toEqual(['one.pdf Unknown coder Pay: We left', 'two Unknown coder Pay: Nights']);
});
test('texts in no Unicode, and XML with what somebody forgot, are read all the same; what is broken is said', async () => {
  const gb = await read(qdpx(`<Sources><TextSource guid="s" name="P" plainTextPath="internal://s.txt"/></Sources>`, { 's.txt': Uint8Array.from([0xbb, 0xbc, 0xd5, 0xdf, 0xcb, 0xb5, 0xd2, 0xb9, 0xb0, 0xe0, 0xcc, 0xab, 0xb3, 0xa4, 0xc1, 0xcb, 0xa1, 0xa3]) }));
  expect(gb.snapshot.documents[0]!.text).toBe('患者说夜班太长了。');
  const loose = await read(archiveOf([['project.qde', '\n  <Project name="Pay & nights&nbsp;1"><CodeBook><Codes><Code guid="1" name="R&D" /></Codes></CodeBook></Project>']]));
  expect([loose.snapshot.name, loose.snapshot.codes[0]!.path]).toEqual(['Pay & nights\u00a01', ['R&D']]);
  const broken = await read(archiveOf([['project.qde', Buffer.concat([Buffer.from('<Project name="P"><CodeBook><Codes><Code guid="1" name="caf'), Buffer.from([0xe9]), Buffer.from('" /></Codes></CodeBook></Project>')])]]));
  expect([broken.snapshot.codes[0]!.path, codesOf(broken.report)]).toEqual([['caf\uFFFD'], ['broken-characters']]);
});

test('what a person called a quotation is a memo on it; numbers, its own words and names of codes are none', async () => {
  const names = ['My best one', '1:3 We left early', 'Segment 2', 'Pay', '15,31', 'We left…'];
  const { snapshot, report } = await read(one(names.map((name, index) => at(0, index < 3 ? 14 : 7, `name="${name}" guid="p${index}"`)).join('')));
  expect(snapshot.memos!.map(({ about, target, title }) => [about, target.start, target.end, title])).toEqual([['passages', 0, 14, 'My best one']]);
  expect(report.notes.find(({ code }) => code === 'names-left')).toMatchObject({ count: 1, names: ['Pay'] });
});
test('the times of a transcript’s points are those of its turns', async () => {
  const text = 'I: How are the nights?\r\nAna: Long.\r\nI: And the pay?\r\nAna: Low.';
  const points = [[0, 0], [24, 4000], [36, 61_000]].map(([position, time], index) => `<SyncPoint guid="y${index}" position="${position}" timeStamp="${time}"/>`).join('');
  const { snapshot } = await read(qdpx(`<CodeBook><Codes><Code guid="c1" name="Pay"/></Codes></CodeBook><Sources><AudioSource guid="a" name="talk.m4a" path="internal://talk.m4a"><Transcript guid="t" name="talk" plainTextPath="internal://t.txt">${points}<TranscriptSelection guid="q" fromSyncPoint="y1" toSyncPoint="y2"><Coding><CodeRef targetGUID="c1"/></Coding></TranscriptSelection></Transcript></AudioSource></Sources>`, { 't.txt': text }));
  expect(snapshot.documents[0]!.turns.map(({ label, time }) => [label, time])).toEqual([['I', 0], ['Ana', 4000], ['I', 61_000], ['Ana', null]]);
  expect(quoted(snapshot)).toEqual(['talk Unknown coder Pay: Ana: Long.\n']);
});
test('a text that is only there as a Word file has its words; selections lie there where they say what they quote, or where the edges of several stand well', async () => {
  const lines = ['We left early.', 'The pay was low.', 'Nights are long.', 'Nobody asked.'];
  const word = docx(lines);
  const project = (inside: string) => read(qdpx(`<CodeBook><Codes><Code guid="c1" name="Pay"/></Codes></CodeBook><Sources><TextSource guid="s1" name="P01" richTextPath="internal://s1.docx">${inside}</TextSource></Sources>`, { 's1.docx': word }, 'origin="NVivo 14"'));
  // Lines that end with CR LF, as the program counted them.
  const starts = lines.map((_, index) => lines.slice(0, index).reduce((sum, line) => sum + line.length + 2, 0));
  const several = await project(lines.map((line, index) => at(starts[index]!, starts[index]! + line.length)).join(''));
  expect(several.snapshot.documents[0]!.text.trim()).toBe(lines.join('\n'));
  expect(quoted(several.snapshot)).toEqual(lines.map((line) => `P01 Unknown coder Pay: ${line}`).toSorted());
  const alone = await project(at(starts[1]!, starts[1]! + 16, 'name="The pay was low."') + at(3, 9));
  expect(quoted(alone.snapshot)).toEqual(['P01 Unknown coder Pay: The pay was low.']);
  expect([codesOf(alone.report), alone.snapshot.foreignParts!.map(({ element }) => element)]).toEqual([expect.arrayContaining(['text-from-rich', 'places-lost']), ['SourceFile', 'PlainTextSelection']]);
});
