import { expect, test } from 'vitest';
import { hasRealFiles, qdpx, realFile } from '../helpers/projects.ts';
import { callWith } from '../helpers/handing.ts';
import { newStudy } from '../helpers/study.ts';

const sources = { 's1.txt': 'We left early.\nThe pay was low.', 's2.txt': 'Nights are long.' };
const project = (more = '') => qdpx(`<Users><User guid="u1" name="Ana"/></Users><CodeBook><Codes><Code guid="c1" name="Pay" isCodable="true" color="#AABBCC"><Description>what they earn</Description><Code guid="c2" name="Low" isCodable="true"/></Code><Code guid="c3" name="Folder" isCodable="false"/></Codes></CodeBook>
  <Cases><Case guid="k1" name="P01"><SourceRef targetGUID="s1"/></Case></Cases>
  <Sources><TextSource guid="s1" name="one" plainTextPath="internal://s1.txt"><PlainTextSelection guid="p1" startPosition="15" endPosition="31"><Description>bitter</Description><Coding guid="k1" creatingUser="u1" creationDateTime="2024-01-01T00:00:00Z"><CodeRef targetGUID="c2"/></Coding></PlainTextSelection>${more}</TextSource>
  <TextSource guid="s2" name="two" plainTextPath="internal://s2.txt"/></Sources><Graphs><Graph guid="g1" name="Net"/></Graphs>`, sources);
const file = { 'theirs.qdpx': project() };
const ask = { handle: 'theirs.qdpx' };

test('a project comes in as one step, a second time nothing of it, and undo takes all of it out', async () => {
  const engine = newStudy();
  const before = await engine.call('study.snapshot', {});
  const preview = await callWith(engine, file, 'exchange.preview', ask);
  expect([preview.format, preview.origin, preview.counts, preview.fresh]).toEqual(['qdpx', 'Test 1.0', expect.objectContaining({ documents: 2, codes: 3, codings: 1, memos: 1, participants: 1, coders: 1 }), preview.counts]);
  expect(await engine.call('study.snapshot', {})).toEqual(before);
  const taken = await callWith(engine, file, 'exchange.take', ask);
  expect([taken.added, taken.kept]).toEqual([preview.fresh, [{ element: 'Graph', count: 1 }]]);
  expect(await engine.call('excerpt.list', {})).toMatchObject([{ document: 'one', quotation: 'The pay was low.', code: 'Pay > Low', coder: 'Ana', speakers: ['P01'], created: Date.UTC(2024, 0, 1) }]);
  expect((await engine.call('code.list', {})).map(({ path, colour, codable, definition }) => [path, colour, codable, definition])).toEqual([['Pay', '#aabbcc', 'yes', 'what they earn'], ['Pay > Low', expect.any(String), 'yes', ''], ['Folder', expect.any(String), 'no', '']]);
  expect((await engine.call('history.list', {})).map(({ operation, about }) => [operation, about])).toEqual([['exchange.take', { file: 'theirs.qdpx' }]]);
  expect((await engine.call('document.list', {})).map(({ name, source, encoding }) => [name, source, encoding])).toEqual([['one', 'theirs.qdpx', 'Test 1.0'], ['two', 'theirs.qdpx', 'Test 1.0']]);
  const once = await engine.call('study.snapshot', {});

  expect((await callWith(engine, file, 'exchange.preview', ask)).fresh).toEqual(Object.fromEntries(Object.keys(preview.fresh).map((kind) => [kind, 0])));
  await callWith(engine, file, 'exchange.take', ask);
  expect(await engine.call('study.snapshot', {})).toEqual(once);
  expect((await engine.call('study.check', {})).findings).toEqual([]);
  await engine.call('history.undo', {});
  expect(await engine.call('study.snapshot', {})).toEqual(before);
});

test('what was renamed, moved to another facet, corrected and recoded here stays as it is here; what is new there finds its place', async () => {
  const engine = newStudy();
  await callWith(engine, file, 'exchange.take', ask);
  const [pay, low] = await engine.call('code.list', {});
  await engine.call('code.move', { code: pay!.id, parent: null, facet: 'dimension' });
  await engine.call('code.change', { code: low!.id, name: 'Too low' });
  const [one] = await engine.call('document.list', {});
  await engine.call('document.rename', { document: one!.id, name: 'First' });
  await engine.call('document.edit', { document: one!.id, splices: [{ at: 0, removed: 'We left', inserted: 'We all left very' }] });
  const later = { 'theirs.qdpx': project('<PlainTextSelection guid="p2" startPosition="0" endPosition="7"><Coding guid="k2" creatingUser="u1"><CodeRef targetGUID="c1"/></Coding></PlainTextSelection><PlainTextSelection guid="p3" startPosition="8" endPosition="14"><Coding guid="k3" creatingUser="u1"><CodeRef targetGUID="c2"/></Coding></PlainTextSelection>') };
  const taken = await callWith(engine, later, 'exchange.take', ask);
  expect(taken.added).toMatchObject({ documents: 0, codes: 0, codings: 1 });
  expect(taken.notes.find(({ code }) => code === 'places-lost')).toMatchObject({ count: 1 });
  expect((await engine.call('excerpt.list', {})).map(({ document, quotation, code, facet }) => [document, quotation, code, facet])).toEqual([['First', 'early.', 'Pay > Too low', 'dimension'], ['First', 'The pay was low.', 'Pay > Too low', 'dimension']]);
  expect((await engine.call('study.check', {})).findings).toEqual([]);
});

test('the same project exported again, with other identities for all that is in it, is known by its texts, names and words', async () => {
  const engine = newStudy();
  const sets = '<Notes><Note guid="n1" name="Diary"><PlainTextContent>begun</PlainTextContent></Note></Notes><Sets><Set guid="t1" name="Money"><MemberCode targetGUID="c2"/></Set></Sets>';
  const whole = (renew: (xml: string) => string) => ({ 'theirs.qdpx': qdpx(renew(`<Users><User guid="u1" name="Ana"/></Users><CodeBook><Codes><Code guid="c2" name="Low" isCodable="true"/></Codes></CodeBook><Sources><TextSource guid="s1" name="one" plainTextPath="internal://s1.txt"><PlainTextSelection guid="p1" startPosition="15" endPosition="31"><Description>bitter</Description><Coding guid="k1" creatingUser="u1" creationDateTime="2024-01-01T00:00:00Z"><CodeRef targetGUID="c2"/></Coding></PlainTextSelection></TextSource></Sources>${sets}`), sources) });
  await callWith(engine, whole((xml) => xml), 'exchange.take', ask);
  const once = await engine.call('study.snapshot', {});
  await callWith(engine, whole((xml) => xml.replace(/="([a-z])(\d)"/g, '="$1$2-again"')), 'exchange.take', ask);
  expect(await engine.call('study.snapshot', {})).toEqual(once);
});

test('a codebook of another program meets codes that are here by name, in whatever facet they are', async () => {
  const engine = newStudy();
  await engine.call('code.create', { name: 'economy', facet: 'stakeholder' });
  const book = { 'b.qdc': '<CodeBook xmlns="urn:QDA-XML:codebook:1:0"><Codes><Code guid="1" name="Economy" isCodable="true"><Code guid="2" name="Taxes" isCodable="true"/></Code></Codes><Sets/></CodeBook>' };
  expect((await callWith(engine, book, 'exchange.take', { handle: 'b.qdc' })).added).toMatchObject({ codes: 1 });
  expect((await engine.call('code.list', {})).map(({ path, facet }) => [path, facet])).toEqual([['economy', 'stakeholder'], ['economy > Taxes', 'stakeholder']]);
});

test('a file that cannot be read changes nothing, and is named', async () => {
  const engine = newStudy();
  await expect(callWith(engine, { 'x.qdpx': qdpx('<Users>') }, 'exchange.take', { handle: 'x.qdpx' })).rejects.toMatchObject({ code: 'broken-xml', values: { file: 'x.qdpx' } });
  await expect(callWith(engine, { 'x.doc': 'x' }, 'exchange.preview', { handle: 'x.doc' })).rejects.toMatchObject({ code: 'unknown-format' });
  expect(await engine.call('history.list', {})).toEqual([]);
});

test.skipIf(!hasRealFiles)('the real project of NVivo comes into a study whole, in seconds, and once', async () => {
  const engine = newStudy();
  const real = { 'nvivo.qdpx': realFile('refi/nvivo-mac-12.7.qdpx')!.bytes };
  const began = performance.now();
  expect((await callWith(engine, real, 'exchange.take', { handle: 'nvivo.qdpx' })).added).toMatchObject({ documents: 2, codes: 152, codings: 297, passages: 187 });
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(await engine.call('project.read', {})).toMatchObject({ documents: 2, codes: 152 });
  expect((await callWith(engine, real, 'exchange.take', { handle: 'nvivo.qdpx' })).added).toMatchObject({ documents: 0, codes: 0, codings: 0, passages: 0, memos: 0, coders: 0 });
  expect(await engine.call('study.check', {})).toMatchObject({ findings: [], codings: 297, passages: 187 });
}, 30_000);
