import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillStudy } from '../../electron/core/wholeStudy.ts';
import { openTables } from '../../electron/core/foreignTables.ts';
import { openArchive } from '../../electron/formats/archive.ts';
import { readProjectFile } from '../../electron/formats/projectFormats.ts';
import { projectWriters } from '../../electron/formats/projectWriters.ts';
import type { Snapshot, SnapshotMemo } from '../../shared/model/snapshot.ts';
import { givenNames, hasRealFiles } from '../helpers/projects.ts';
import { queryableStudies } from '../helpers/queryable.ts';
import { faultsBySchema } from '../helpers/standard.ts';
import { newStudy } from '../helpers/study.ts';

const how = { names: { include: 'Include', exclude: 'Exclude', example: 'Example' }, unit: 'codePoint' as const, ours: true };
const write = (format: string, snapshot: Snapshot, more: object = {}) => projectWriters.find(({ id }) => id === format)!.write(snapshot, { ...how, ...more });
const read = async (bytes: Uint8Array, name = 'study.qdpx') => (await readProjectFile({ name, bytes }, givenNames, openTables)).snapshot;
const xmlIn = (bytes: Uint8Array) => new TextDecoder().decode(openArchive({ name: 'x', bytes }).read('project.qde')!);

/** Words that other programs stumble over. */
const awkward = fc.constantFrom('', '\u{20BB7}\u91CE', 'a < b & "c"', "it's\n\u00a0so", '\u{1F600}\u{1F600}', 'tab\there', ']]>', '\u0007bell');
const drawn = queryableStudies.chain((study) => fc.record({ study: fc.constant(study), words: fc.array(awkward, { minLength: 6, maxLength: 6 }), notes: fc.array(fc.tuple(fc.constantFrom('project', 'documents', 'participants', 'codes', 'passages', 'codings'), fc.nat(50), awkward), { maxLength: 8 }) }));
type Drawn = typeof drawn extends fc.Arbitrary<infer D> ? D : never;

/** A study with all that a snapshot can hold of this draw, as an open study says it. */
async function studyOf({ study, words, notes }: Drawn): Promise<Snapshot> {
  const documents = study.documents.map((document, index) => ({ ...document, text: `${document.text}\n${words[index % words.length]!}` }));
  const codes = study.codes.map((code, index) => ({ ...code, definition: words[index % words.length]!, include: words[(index + 1) % words.length]!, ...(index % 4 === 3 ? { codable: 'no' as const } : {}), ...(index % 3 === 0 ? { colour: index % 2 === 0 ? '7' : '#a0b1c2' } : {}) }));
  const moment = { created: 1_700_000_000_000, changed: 1_700_000_060_000 };
  const memos = notes.flatMap(([about, which, text]): SnapshotMemo[] => {
    const pick = <T>(list: readonly T[]): T | undefined => list[which % Math.max(1, list.length)];
    const [document, participant, code, coding] = [pick(documents)?.name, pick(study.participants)?.name, pick(codes), pick(study.codings)];
    const place = coding && { document: coding.document, start: coding.start, end: coding.end };
    const target = { project: {}, documents: document === undefined ? null : { document }, participants: participant === undefined ? null : { participant }, codes: code ? { code: { path: code.path, facet: code.facet } } : null, passages: place ?? null, codings: coding && place ? { ...place, code: { path: coding.code, facet: coding.facet }, coder: coding.coder } : null }[about];
    return target ? [{ about, target, title: which % 2 === 0 ? '' : `N ${which}`, text, coder: which % 3 === 0 ? null : 'Wei', ...moment } as SnapshotMemo] : [];
  });
  const engine = newStudy();
  const codeSets = codes.length > 1 ? [{ name: 'Two of them', codes: codes.slice(0, 2).map(({ path, facet }) => ({ path, facet })) }] : [];
  await fillStudy(engine.call, { ...study, documents, codes, memos, codeSets, description: words[0]!.replaceAll('\u0007', ''), foreignParts: [{ source: 'Other 1', owner: '', element: 'Graph', text: '<Graph guid="11111111-1111-4111-8111-111111111111" name="Net" mood="good"><Vertex guid="11111111-1111-4111-8111-111111111112" firstX="1" firstY="2" representedGUID="99999999-1111-4111-8111-111111111112"/></Graph>' }] });
  const taken = await engine.call('study.snapshot', {});
  engine.close();
  return taken;
}

test('a study that is written as .qdpx, or as an archive, and read again is the same study; without Concord’s own part it says the same of texts, codes, codings, people and memos', async () => {
  const projects: { fileName: string; contents: string }[] = [];
  const books: typeof projects = [];
  await fc.assert(fc.asyncProperty(drawn, async (draw) => {
    const snapshot = await studyOf(draw);
    const whole = write('qdpx', snapshot);
    expect(await read(whole.bytes)).toEqual(snapshot);
    expect(await read(write('archive', snapshot).bytes, 'study.json')).toEqual(snapshot);
    projects.push({ fileName: `${projects.length}.xml`, contents: xmlIn(whole.bytes) });
    if (snapshot.codes.length > 0) books.push({ fileName: `${books.length}.xml`, contents: new TextDecoder().decode(write('qdc', snapshot).bytes) });

    for (const unit of ['codePoint', 'utf16'] as const) {
      const bare = write('qdpx', snapshot, { unit, ours: false });
      const back = await read(bare.bytes);
      const clean = (text: string) => text.replaceAll('\u0007', '');
      const codeOf = ({ path, facet, codable, definition }: Snapshot['codes'][number]) => [path, facet, codable, clean(definition)];
      expect(back.codes.map(({ path, facet, codable }) => [path, facet, codable])).toEqual(snapshot.codes.map((code) => codeOf(code).slice(0, 3)));
      expect(back.documents.map(({ name, text, values }) => [name, text, values])).toEqual(snapshot.documents.map(({ name, text, values }) => [name, clean(text), values]));
      const said = ({ documents, codings }: Snapshot) => codings.map(({ document, start, end, code, facet, coder, created }) => [document, clean(documents.find(({ name }) => name === document)!.text.slice(start, end)), code, facet, coder, Math.floor(created / 1000)]);
      const order = (list: readonly unknown[]) => list.map((each) => JSON.stringify(each)).toSorted();
      expect(order(said(back))).toEqual(order(said(snapshot)));
      expect(back.participants.map(({ name, values }) => [name, values])).toEqual(snapshot.participants.map(({ name, values }) => [name, values]));
      const noted = ({ memos = [] }: Snapshot) => order(memos.map(({ about, title, text, coder, target }) => [about, title, clean(text).trim(), coder, target.code?.path, target.participant, target.document]));
      expect(noted(back)).toEqual(noted(snapshot));
      expect(back.codeSets!.map(({ name, codes }) => [name, codes])).toEqual(snapshot.codeSets!.map(({ name, codes }) => [name, codes]));
      expect(bare.notes.map(({ code }) => code)).toContain('without-ours');
    }
  }), { numRuns: 20, seed: 20261122, endOnFailure: true });
  if (!hasRealFiles) return;
  expect(await faultsBySchema('Project', projects)).toEqual([]);
  expect(await faultsBySchema('Codebook', books)).toEqual([]);
}, 120_000);
