import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openArchive } from '../../electron/formats/archive.ts';
import { archiveOf } from '../../electron/formats/zip.ts';
import type { IncomingFile } from '../../electron/ops/operation.ts';
import { Problem, type ProblemCode } from '../../shared/model/problem.ts';
import { callWith } from '../helpers/handing.ts';
import { hasRealFiles, qdpx, realFile } from '../helpers/projects.ts';
import { faultsBySchema } from '../helpers/standard.ts';
import { newStudy } from '../helpers/study.ts';

/** What a file may be refused for: its own fault, named with the file. */
const refusals: readonly ProblemCode[] = ['broken-xml', 'damaged-file', 'no-project-inside', 'too-big', 'password-protected', 'empty-file'];
/** Takes a file in; answers with the export of the study then, or with null where the file was refused and the study stayed as it was. */
async function tried(name: string, bytes: Uint8Array): Promise<string | null> {
  const engine = newStudy();
  try {
    await callWith(engine, { [name]: bytes }, 'exchange.take', { handle: name });
    expect((await engine.call('study.check', {})).findings).toEqual([]);
    const { codes, documents } = await engine.call('study.snapshot', {});
    if (codes.length + documents.length === 0) return null;
    const out = await engine.call('exchange.export', { format: 'qdpx', bare: true }) as unknown as IncomingFile;
    return new TextDecoder().decode(openArchive(out).read('project.qde')!);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect([refusals, error.values['file'], await engine.call('history.list', {})]).toEqual([expect.arrayContaining([error.code]), name, []]);
    return null;
  } finally { engine.close(); }
}

const own = '<Project xmlns="urn:QDA-XML:project:1.0" name="P" origin="Test 1.0"><Users><User guid="11111111-1111-4111-8111-111111111111" name="Ana"/></Users><CodeBook><Codes><Code guid="22222222-1111-4111-8111-111111111111" name="Pay" isCodable="true" color="#aabbcc"><Code guid="22222222-2222-4111-8111-111111111111" name="Low" isCodable="false"/></Code></Codes></CodeBook><Variables><Variable guid="33333333-1111-4111-8111-111111111111" name="Age" typeOfVariable="Integer"/></Variables><Cases><Case guid="44444444-1111-4111-8111-111111111111" name="P01"><VariableValue><VariableRef targetGUID="33333333-1111-4111-8111-111111111111"/><IntegerValue>41</IntegerValue></VariableValue><SourceRef targetGUID="55555555-1111-4111-8111-111111111111"/></Case></Cases><Sources><TextSource guid="55555555-1111-4111-8111-111111111111" name="one" plainTextPath="internal://one.txt" creationDateTime="2024-01-01T00:00:00Z"><PlainTextSelection guid="66666666-1111-4111-8111-111111111111" startPosition="3" endPosition="7"><Coding guid="77777777-1111-4111-8111-111111111111" creatingUser="11111111-1111-4111-8111-111111111111"><CodeRef targetGUID="22222222-1111-4111-8111-111111111111"/><NoteRef targetGUID="88888888-1111-4111-8111-111111111111"/></Coding></PlainTextSelection></TextSource><PDFSource guid="55555555-2222-4111-8111-111111111111" name="p.pdf" path="internal://p.pdf"><PDFSelection guid="66666666-2222-4111-8111-111111111111" page="0" firstX="1" firstY="2" secondX="3" secondY="4"><Coding guid="77777777-2222-4111-8111-111111111111"><CodeRef targetGUID="22222222-1111-4111-8111-111111111111"/></Coding></PDFSelection></PDFSource></Sources><Notes><Note guid="88888888-1111-4111-8111-111111111111" name="n"><PlainTextContent>why</PlainTextContent></Note></Notes><Links><Link guid="99999999-1111-4111-8111-111111111111" originGUID="22222222-1111-4111-8111-111111111111" targetGUID="55555555-1111-4111-8111-111111111111"/></Links><Sets><Set guid="99999999-2222-4111-8111-111111111111" name="s"><MemberSource targetGUID="55555555-1111-4111-8111-111111111111"/></Set></Sets></Project>';
const projects = [own, own, ...['atlasti-8.4-mac.qdpx', 'transana-3.22-annex-a3.qde'].flatMap((name) => {
  const file = realFile(`refi/${name}`);
  const archive = file && name.endsWith('.qdpx') ? openArchive(file) : null;
  return file ? [new TextDecoder().decode(archive ? archive.read(archive.names.find((each) => /\.qde$/i.test(each))!)! : file.bytes)] : [];
})];
const wicked = ['', '-1', '99999999999999999999', '1e5', 'NaN', '{}', '0001-01-01T00:00:00', '9999-12-31T23:59:59Z', '2024-13-45', '__proto__', 'constructor', '../../x', '=1+1', ' > ', '\u202E', '\u{1F600}', '\0', 'x'.repeat(5000), '22222222-1111-4111-8111-111111111111', 'rgba(1,2,3)', 'internal://../../etc/passwd', 'absolute:///etc/passwd'];
/** Changes to a project: a value that is another, twice, or one of another attribute; words cut out or put in anywhere. */
const change = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('value' as const), at: fc.nat(), value: fc.constantFrom(...wicked) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('swap' as const), at: fc.nat(), other: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), length: fc.nat(40), value: fc.constantFrom('', '<', '>', '&', '"', '<Code>', '</Code>', '<![CDATA[', '&#0;', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '&a;', '\u0001') }) },
);
function changed(xml: string, changes: readonly (typeof change extends fc.Arbitrary<infer C> ? C : never)[]): string {
  return changes.reduce((text, each) => {
    if (each.kind === 'cut') { const at = each.at % text.length; return `${text.slice(0, at)}${each.value}${text.slice(at + each.length)}`; }
    const values = [...text.matchAll(/(\w+)="([^"]*)"/g)];
    if (values.length === 0) return text;
    const [one, other] = [values[each.at % values.length]!, each.kind === 'swap' ? values[each.other % values.length]![2]! : each.value];
    return `${text.slice(0, one.index)}${one[1]}="${other.replace(/[<&"]/g, '')}"${text.slice(one.index + one[0].length)}`;
  }, xml);
}

test('whatever is wrong in a project’s XML, it comes in whole or not at all; what is written of it is valid, and it never leads out of the file', async () => {
  const written: { fileName: string; contents: string }[] = [];
  await fc.assert(fc.asyncProperty(fc.constantFrom(...projects), fc.array(change, { minLength: 1, maxLength: 4 }), async (xml, changes) => {
    const out = await tried('theirs.qdpx', archiveOf([['project.qde', changed(xml, changes)], ['sources/one.txt', 'We left early. The pay was low.']]));
    if (out !== null) { expect(out).not.toMatch(/root:x?:0/); written.push({ fileName: `${written.length}.xml`, contents: out }); }
  }), { numRuns: 40, seed: 20261122, endOnFailure: true });
  expect(written.length).toBeGreaterThan(12);
  if (hasRealFiles) expect(await faultsBySchema('Project', written)).toEqual([]);
}, 120_000);

test('an archive or database with other bytes, or cut anywhere, comes in whole or not at all', async () => {
  const db = new Database(':memory:');
  db.exec("CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text, owner text, date text); INSERT INTO source VALUES (1, 'P01', 'We left early.', null, '', 'Wei', ''); CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text, date text, color text); INSERT INTO code_name VALUES (1, 'Pay', '', null, 'Wei', '', '#000000'); CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer, pos1 integer, owner text, date text, memo text); INSERT INTO code_text VALUES (1, 1, 1, 'We left', 0, 7, 'Wei', '', '')");
  const files = [{ name: 'theirs.qda', bytes: db.serialize() }, { name: 'theirs.qdpx', bytes: Buffer.from(qdpx(own.replace(/^<Project[^>]*>|<\/Project>$/g, ''), { 'one.txt': 'We left early. The pay was low.' })) }];
  db.close();
  await fc.assert(fc.asyncProperty(fc.constantFrom(...files), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 }), fc.option(fc.nat(), { freq: 4 }), async ({ name, bytes }, flips, cut) => {
    const other = Buffer.from(bytes);
    for (const [at, value] of flips) other[at % other.length] = value;
    await tried(name, cut === null ? other : other.subarray(0, cut % other.length));
  }), { numRuns: 40, seed: 20261122, endOnFailure: true });
}, 120_000);

test('a million elements inside each other, or a row of a million, are refused or read in seconds', async () => {
  const began = performance.now();
  expect(await tried('deep.qdpx', archiveOf([['project.qde', `<Project>${'<Code>'.repeat(1_000_000)}`]]))).toBe(null);
  const many = Array.from({ length: 50_000 }, (_, index) => `<Link guid="l${index}" originGUID="x" targetGUID="y"/>`).join('');
  expect(await tried('wide.qdpx', archiveOf([['project.qde', `<Project name="P"><CodeBook><Codes><Code guid="c" name="Pay"/></Codes></CodeBook><Links>${many}</Links></Project>`]]))).toContain('<Code ');
  expect(performance.now() - began).toBeLessThan(20_000);
}, 60_000);
