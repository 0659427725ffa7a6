import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import { another, copiesFor, handOut, merge, preview, within, type Copy } from '../helpers/copies.ts';
import { everything } from '../helpers/study.ts';

const first = 'Nurse: The ward was short of nurses all through the winter.\nNobody asked us before the reform.';
const second = 'The minister never answered our letters about the budget.\n我们从来没有收到过任何答复和补偿。';
/** Two interviews that Lin and Bo coded; Ana has not begun. */
async function begin(engine: Engine) {
  const call = engine.call as (name: string, input: unknown, options?: unknown) => Promise<any>;
  const as = (who: string) => (name: string, input: unknown) => engine.call(name as never, input as never, ...([{ who }] as unknown as []));
  const documents = [await call('document.create', { name: 'Interview 1', text: first }), await call('document.create', { name: 'Interview 2', text: second })].map(({ document }) => document);
  await call('code.create', { name: 'Workload', facet: 'theme', definition: 'How much there is to do.', example: '“The ward was short of nurses all through the winter” (Interview 1)\n\n“The minister never answered our letters about the budget” (Interview 2)' });
  await call('code.create', { name: 'Trust', facet: 'theme' });
  await call('code.create', { name: 'Hidden from no one', facet: 'theme' });
  const { participant } = await call('participant.create', { name: 'Secretive Sue' });
  const { participant: other } = await call('participant.create', { name: 'Minister Absent' });
  await call('turn.split', { document: documents[0], at: first.indexOf('\n') + 1 }).catch(() => null);
  const { attribute } = await call('attribute.create', { name: 'Where from', of: 'participants', kind: 'text' });
  await call('attribute.set', { attribute, participant, value: 'Northern hospital' });
  await call('attribute.set', { attribute, participant: other, value: 'Southern ministry' });
  await call('coding.apply', { document: documents[0], start: 11, end: 34, codes: [{ code: 1 }] });
  await call('coding.apply', { document: documents[1], start: 4, end: 12, codes: [{ code: 2 }] });
  await as('Bo')('coding.apply', { document: documents[0], start: 60, end: 75, codes: [{ code: 2 }] });
  await as('Bo')('memo.write', { about: 'documents', target: documents[0]!, text: 'Bo finds that a most peculiar silence' });
  await as('Bo')('memo.write', { about: 'codes', target: 2, text: 'Compare: never answered our letters about the budget. As the minister said.' });
  await call('memo.write', { about: 'documents', target: documents[1], text: 'A memo on what Ana never sees' });
  await call('document.edit', { document: documents[0], splices: [{ at: 0, removed: 'Nurse: ', inserted: '' }] });
}
const study = async () => (await copiesFor(['Lin'], begin))[0]!;
const bytes = ({ file }: Copy) => readFileSync(file);
const holds = (copy: Copy, words: string) => (['utf8', 'utf16le'] as const).some((encoding) => bytes(copy).includes(Buffer.from(words, encoding)));
const code = (document: number, words: string, name: string) => async (engine: Engine) => {
  const { text } = await engine.call('document.read', { document });
  await engine.call('coding.apply', { document, start: text.indexOf(words), end: text.indexOf(words) + words.length, codes: [{ code: (await engine.call('code.list', {})).find((each) => each.name === name)!.id }] });
};
const list = (copy: Copy) => within(copy, (engine) => engine.call('handOut.list', {}));

test('nothing of other interviews or of others’ codings stands in the bytes of a blind package', async () => {
  const lin = await study();
  for (const words of ['minister never answered', '从来没有收到过', 'most peculiar silence', 'Nurse: ', 'Ana never sees', 'Interview 2', 'Southern ministry', 'Minister Absent']) expect(holds(lin, words), words).toBe(true);
  const ana = await handOut(lin, 'Ana', { documents: [1], blind: true });
  for (const words of ['minister never', 'never answered', '从来没有', '补偿', 'peculiar silence', 'Nurse: ', 'never sees', 'Interview 2', 'Southern', 'Northern', 'Minister Absent', 'Where from', 'Bo finds', 'Lin']) expect(holds(ana, words), words).toBe(false);
  for (const words of ['short of nurses', 'How much there is to do', 'Workload', 'all through the winter” (Interview 1)']) expect(holds(ana, words), words).toBe(true);
  expect(everything(ana.file)).toMatchObject({ codings: [], passages: [], memos: [], handOuts: [], coders: [{ name: 'Ana' }], documents: [{ name: 'Interview 1' }] });
  expect(await within(ana, async (engine) => [(await engine.call('study.check', {})).findings, await engine.call('version.now', {}), (await engine.call('handOut.list', {})).isPackage])).toEqual([[], { name: expect.stringMatching(/ · Ana$/), changes: 0 }, expect.objectContaining({ coder: 'Ana', blind: true, study: 'Study', codebook: expect.stringMatching(/ · Ana$/), documents: [{ document: 1, name: 'Interview 1', finished: false, codings: 0 }], added: [] })]);
  await expect(within(ana, (engine) => engine.call('history.undo', {}))).rejects.toMatchObject({ code: 'nothing-to-undo' });
});

test('one that is not blind holds the codings of its documents, and memos that quote nothing else', async () => {
  const ana = await handOut(await study(), 'Ana', { documents: [1], blind: false, people: 'values' });
  expect(everything(ana.file)).toMatchObject({ codings: [{}, {}], memos: [{ text: 'Bo finds that a most peculiar silence' }], attributes: [{ name: 'Where from' }] });
  expect(holds(ana, 'answered our letters')).toBe(false);
  expect(holds(ana, 'Southern')).toBe(false);
});

test('what the coder did comes in as hers, what was not in the package stays, and the package is noted as brought back', async () => {
  const lin = await study();
  const ana = await handOut(lin, 'Ana', { documents: [1] });
  await within(ana, code(1, 'Nobody asked us', 'Trust'));
  await within(ana, (engine) => engine.call('document.edit', { document: 1, splices: [{ at: 0, removed: 'The', inserted: 'Our' }] }));
  await within(lin, code(2, 'the budget', 'Workload'));
  const before = everything(lin.file);
  expect(await preview(lin, ana)).toMatchObject({ relation: 'copies', conflicts: [], lost: [] });
  await merge(lin, ana);
  const after = everything(lin.file);
  for (const table of ['codes', 'participants', 'attributes', 'attributeValues', 'memos', 'coders'] as const) expect(after[table]).toEqual(before[table]);
  expect(after['documents']).toMatchObject([{ text: expect.stringMatching(/^Our ward was/) }, { text: second }]);
  expect(after['codings']).toHaveLength(before['codings']!.length + 1);
  expect(after['codings']!.at(-1)).toMatchObject({ coder: (after['coders'] as any[]).find(({ name }) => name === 'Ana').id });
  expect(await list(lin)).toMatchObject({ packages: [{ coder: 'Ana', returned: expect.any(Number), documents: [{ name: 'Interview 1', finished: false, codings: 1 }] }], documents: [{ out: [], back: ['Ana'] }, { out: [], back: [] }] });
  await within(lin, (engine) => engine.call('history.undo', {}));
  expect(everything(lin.file)).toEqual(before);
});

test('later packages to the same coder and repeated returns add nothing twice', async () => {
  const lin = await study();
  const one = await handOut(lin, 'Ana', { documents: [1] });
  await within(one, code(1, 'Nobody asked us', 'Trust'));
  await merge(lin, one);
  const two = await handOut(lin, 'ana', { documents: [1, 2] });
  expect(everything(two.file)['codings']).toHaveLength(1);
  await within(two, code(2, 'the budget', 'Workload'));
  await within(one, code(1, 'the reform', 'Trust'));
  for (const each of [two, one, two, one]) await merge(lin, each);
  const { codings, coders } = everything(lin.file);
  const ana = (coders as any[]).filter(({ name }) => /ana/i.test(name));
  expect(ana).toHaveLength(1);
  expect((codings as any[]).filter(({ coder }) => coder === ana[0].id)).toHaveLength(3);
  expect((await preview(lin, one)).counts).toEqual([]);
});

test('a package that was forgotten, and one whose making was taken back, can still be brought back', async () => {
  for (const lose of ['handOut.forget', 'history.undo'] as const) {
    const lin = await study();
    const ana = await handOut(lin, 'Ana', { documents: [1] });
    await within(ana, code(1, 'Nobody asked us', 'Trust'));
    await within(lin, (engine) => (engine.call as any)(lose, lose === 'handOut.forget' ? { handOut: 1 } : {}));
    const before = everything(lin.file);
    expect(await preview(lin, ana)).toMatchObject({ conflicts: [], lost: [] });
    await merge(lin, ana);
    expect(everything(lin.file)['codings']).toHaveLength(before['codings']!.length + 1);
    expect(everything(lin.file)['documents']).toEqual(before['documents']);
  }
});

test('a document that nobody or that two have is told', async () => {
  const lin = await study();
  await handOut(lin, 'Ana', { documents: [1] });
  await handOut(lin, 'Bo', { documents: [1] });
  expect((await list(lin)).documents).toMatchObject([{ name: 'Interview 1', out: ['Bo', 'Ana'] }, { name: 'Interview 2', out: [], back: [] }]);
});

test('a package hands nothing out itself', async () => {
  const ana = await handOut(await study(), 'Ana', { documents: [1] });
  await expect(handOut(ana, 'Cai', { documents: [1] })).rejects.toMatchObject({ code: 'package-of-package' });
});

test('no name of other people, documents, files, answers, saved things or earlier codes stands in the bytes of a package, whatever it tells of who speaks', async () => {
  const lin = (await copiesFor(['Lin'], async (engine) => {
    const call = engine.call as (name: string, input: unknown) => Promise<any>;
    await call('document.create', { name: 'GP-07 Dr Lund', text: 'Lund: We start at six and nobody helps.' });
    await call('document.create', { name: 'HM-03 Ms Whitlock', text: 'Whitlock: Beds are what we are paid for.' });
    for (const name of ['Dr Lund', 'Ms Whitlock', 'Zacharias', '欧阳明远']) await call('participant.create', { name });
    await call('turn.speak', { document: 1, at: 0, participant: 1 });
    await call('turn.speak', { document: 2, at: 0, participant: 2 });
    const { attribute } = await call('attribute.create', { name: 'Hospital', of: 'participants', kind: 'choice', choices: ['Quarry Lane', 'Harbour General'] });
    await call('attribute.set', { attribute, participant: 1, value: 'Quarry Lane' });
    await call('attribute.set', { attribute, participant: 2, value: 'Harbour General' });
    await call('code.create', { name: 'Hours', facet: 'theme', definition: 'How long they work.\nNot what HM-03 says of beds.\nAsk Zacharias.\nAs 欧阳明远 has it.', example: 'as in GP-07' });
    await call('code.create', { name: 'Beds are what we are paid for', facet: 'theme' });
    const gone = await call('code.create', { name: 'Forgotten category', facet: 'theme' });
    await call('code.merge', { code: gone.code, into: 1 });
    await call('code.change', { code: 1, include: 'Once worded otherwise' });
    await call('code.change', { code: 1, include: 'Long days' });
    await call('project.change', { description: 'Ten hospitals.\nMs Whitlock opened the doors.' });
    await call('conflict.create', { name: 'Purse or patients', code: null });
    await call('memo.write', { about: 'project', target: 1, title: 'Journal day', text: 'A journal of mine' });
    await call('memo.write', { about: 'documents', target: 1, text: 'Reminds me of Ms Whitlock' });
    await call('coding.apply', { document: 1, start: 6, end: 21, codes: [{ code: 1 }] });
    await call('codeSet.create', { name: 'Set of mine', codes: [1] });
  }))[0]!;
  const never = ['HM-03', 'Whitlock', 'Zacharias', '欧阳明远', 'Harbour General', 'Once worded', 'Purse or patients', 'A journal of mine', 'Journal day', 'Reminds me', 'opened the doors'];
  for (const words of never) expect(holds(lin, words), words).toBe(true);
  for (const blind of [true, false]) for (const people of ['values', 'names', 'numbers'] as const) {
    const ana = await handOut(lin, 'Ana', { documents: [1], blind, people });
    for (const words of never) expect(holds(ana, words), `${people} ${words}`).toBe(false);
    for (const words of ['How long they work', 'as in GP-07', 'Ten hospitals', 'Long days', 'Set of mine', 'Forgotten category']) expect(holds(ana, words), words).toBe(true);
    expect(holds(ana, 'Quarry Lane')).toBe(people === 'values');
    expect(everything(ana.file)).toMatchObject({ participants: [{ name: people === 'numbers' ? 'P1' : 'Dr Lund' }], codings: blind ? [] : [{}], attributes: people === 'values' ? [{ choices: '["Quarry Lane"]' }] : [] });
  }
  const told = await within(lin, (engine) => engine.call('handOut.preview', { coder: 'Ana', documents: [1], people: 'values' }));
  expect(told).toMatchObject({ documents: 1, participants: 1, attributes: ['Hospital'], leftOut: { codes: 1, memos: 0 }, told: { codeNames: ['Beds are what we are paid for'] }, stays: { documents: 1, codings: 1 }, out: ['GP-07 Dr Lund'] });
  expect(told.version).toMatch(/ · Ana \(7\)$/);
});

test('of attributes a package tells those that were chosen, and a label of the file no more than the pseudonym', async () => {
  const lin = await study();
  await within(lin, async (engine) => { await engine.call('turn.speak', { document: 1, at: 0, participant: 1 }); await engine.call('attribute.create', { name: 'Age', of: 'participants', kind: 'number' }); await engine.call('attribute.set', { attribute: 2, participant: 1, value: '47' }); });
  const ana = await handOut(lin, 'Ana', { documents: [1], people: 'values', attributes: [2] });
  expect(everything(ana.file)).toMatchObject({ attributes: [{ name: 'Age' }], attributeValues: [{ value: '47' }] });
  expect(holds(ana, 'Northern')).toBe(false);
});

test('a definition of which lines were not told keeps them when the coder words it better, however often it comes back', async () => {
  const lin = await study();
  await within(lin, (engine) => engine.call('code.change', { code: 1, definition: 'How much there is to do.\n“The minister never answered our letters about the budget”\nNot pay.' }));
  const ana = await handOut(lin, 'Ana', { documents: [1] });
  const definition = async () => (await within(lin, (engine) => engine.call('code.list', {})))[0]!.definition;
  await within(ana, (engine) => engine.call('code.change', { code: 1, definition: 'How much there is to do in a shift.\nNot pay.' }));
  expect((await merge(lin, ana)).conflicts).toEqual([]);
  expect(await definition()).toBe('How much there is to do in a shift.\n“The minister never answered our letters about the budget”\nNot pay.');
  await within(ana, (engine) => engine.call('code.change', { code: 1, definition: 'How much there is to do in a shift.\nNeither pay nor hours.' }));
  expect((await merge(lin, ana)).conflicts).toEqual([]);
  expect(await definition()).toBe('How much there is to do in a shift.\n“The minister never answered our letters about the budget”\nNeither pay nor hours.');
});

test('the codebook of a package names its version, and what both worked at meanwhile is brought together field by field', async () => {
  const lin = await study();
  const ana = await handOut(lin, 'Ana', { documents: [1] });
  await within(lin, async (engine) => { await engine.call('code.change', { code: 1, name: 'Burden' }); await engine.call('code.change', { code: 2, definition: 'Whom they believe' }); await engine.call('code.create', { name: 'Pay', facet: 'theme' }); });
  await within(ana, async (engine) => { await engine.call('code.change', { code: 1, include: 'Overtime' }); await engine.call('code.change', { code: 2, definition: 'Whom they rely on' }); await engine.call('code.create', { name: 'Shifts', facet: 'theme', parent: 1 }); });
  expect(await within(ana, (engine) => engine.call('version.now', {}))).toMatchObject({ name: expect.stringMatching(/ · Ana$/) as string, changes: 3 });
  expect((await preview(lin, ana)).conflicts).toMatchObject([{ kind: 'field', about: 'Trust', ours: 'Whom they believe', base: '', theirs: 'Whom they rely on' }]);
  await merge(lin, ana, { rest: 'mine' });
  expect((await within(lin, (engine) => engine.call('code.list', {}))).map(({ path, include, definition }) => [path, include, definition])).toEqual(expect.arrayContaining([['Burden', 'Overtime', expect.any(String)], ['Burden > Shifts', '', ''], ['Trust', '', 'Whom they believe'], ['Pay', '', '']]));
});

test('an older package that comes back after a newer one brings what is only in it, and takes nothing back', async () => {
  const lin = await study();
  const older = await handOut(lin, 'Ana', { documents: [1] });
  await within(older, code(1, 'Nobody asked us', 'Trust'));
  await within(older, (engine) => engine.call('document.finish', { document: 1 }));
  await within(lin, (engine) => engine.call('document.edit', { document: 1, splices: [{ at: 0, removed: 'The', inserted: 'Our' }] }));
  const newer = await handOut(lin, 'Ana', { documents: [1, 2] });
  await within(newer, code(1, 'Nobody asked us', 'Workload'));
  await within(newer, code(2, 'the budget', 'Workload'));
  await merge(lin, newer);
  expect((await list(lin)).packages).toMatchObject([{ returned: expect.any(Number), documents: [{ finished: false, codings: 1 }, { codings: 1 }] }, { returned: null }]);
  expect(await preview(lin, older)).toMatchObject({ conflicts: [], lost: [] });
  await merge(lin, older);
  expect((await list(lin)).packages).toMatchObject([{ documents: [{ finished: true, codings: 2 }, { finished: false, codings: 1 }] }, { returned: expect.any(Number), documents: [{ finished: true, codings: 2 }] }]);
  const once = everything(lin.file);
  for (const each of [newer, older]) { await merge(lin, each); expect(everything(lin.file)).toEqual(once); }
  expect((await within(lin, (engine) => engine.call('document.read', { document: 1 }))).text).toMatch(/^Our ward/);
  expect(await within(lin, async (engine) => (await engine.call('study.check', {})).findings)).toEqual([]);
});

test.each([['copy of the study'], ['package']])('a document that was taken away on one side and corrected on the other is asked about, in a %s', async (way) => {
  for (const taken of ['here', 'there']) {
    const lin = await study();
    await within(lin, (engine) => engine.call('code.remove', { code: 2 }));
    const ana = way === 'package' ? await handOut(lin, 'Ana', { documents: [1] }) : { file: another(lin), who: 'Ana' };
    const [takes, corrects] = taken === 'here' ? [lin, ana] : [ana, lin];
    await within(takes, (engine) => engine.call('document.remove', { documents: [1] }));
    await within(corrects, (engine) => engine.call('document.edit', { document: 1, splices: [{ at: 0, removed: first.slice(7), inserted: 'A new day.' }] }));
    expect((await preview(lin, ana)).conflicts).toMatchObject([{ kind: taken === 'here' ? 'goneHere' : 'goneThere', table: 'documents', about: 'Interview 1' }]);
    await merge(lin, ana, { rest: taken === 'here' ? 'theirs' : 'mine' });
    expect(await within(lin, async (engine) => (await engine.call('document.read', { document: (await engine.call('document.list', {})).find(({ name }) => name === 'Interview 1')!.id })).text)).toBe('A new day.');
  }
});

test('before it is merged a package says when it was handed out, how far its coder is, and whether it came back before', async () => {
  const lin = await study();
  const ana = await handOut(lin, 'Ana', { documents: [1, 2] });
  await within(ana, (engine) => engine.call('document.finish', { document: 1 }));
  const told = async () => (await preview(lin, ana)).package;
  expect(await told()).toEqual({ coder: 'Ana', isOurs: true, isListed: true, since: expect.any(Number), returned: null, documents: 2, finished: 1 });
  await merge(lin, ana);
  expect(await told()).toMatchObject({ isListed: true, returned: expect.any(Number) });
  await within(lin, (engine) => engine.call('handOut.forget', { handOut: 1 }));
  expect(await told()).toMatchObject({ isListed: false, returned: null });
});
