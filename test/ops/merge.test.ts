import { expect, test } from 'vitest';
import { fillStudy } from '../../electron/core/wholeStudy.ts';
import { another, contents, copiesFor, merge, preview, within, type Copy } from '../helpers/copies.ts';
import { everything } from '../helpers/study.ts';
import { apply, begin, codeNamed, edit, text } from '../helpers/ward.ts';

/** The codings of the first document as words, code and coder. */
const coded = async (engine: any) => {
  const [{ text: now }, codings, codes, coders] = [await engine.call('document.read', { document: 1 }), await engine.call('coding.list', { document: 1 }), await engine.call('code.list', {}), await engine.call('coder.list', {})];
  return codings.map((each: any) => `${now.slice(each.start, each.end)} = ${codes.find(({ id }: any) => id === each.code).name} (${coders.find(({ id }: any) => id === each.coder).name})`).toSorted();
};

test('two coders’ codings of the same words stay two, on one passage; a correction moves the other’s codings', async () => {
  const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin);
  await within(ana!, async (engine) => { await apply('Trust', 'told in March')(engine); await edit('short of', 'two shifts short of')(engine); });
  await within(bo!, async (engine) => { await apply('Trust', 'told in March')(engine); await apply('Trust', 'Nobody asked us')(engine); });
  const { conflicts, counts, lost, relation } = await preview(ana!, bo!);
  expect({ conflicts, lost, relation }).toEqual({ conflicts: [], lost: [], relation: 'copies' });
  expect(counts).toEqual([{ table: 'coders', added: 1, changed: 0, removed: 0 }, { table: 'passages', added: 1, changed: 0, removed: 0 }, { table: 'codings', added: 2, changed: 0, removed: 0 }]);
  await merge(ana!, bo!);
  expect(await within(ana!, coded)).toEqual(['Nobody asked us = Trust (Bo)', 'The ward was two shifts short of nurses = Workload (Lin)', 'told in March = Trust (Ana)', 'told in March = Trust (Bo)']);
  expect(await within(ana!, async (engine) => (await engine.call('study.check', {})).findings)).toEqual([]);
});

test('a merge is one step of the history that says where it came from, and undo gives the old study, byte for byte', async () => {
  const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin);
  await within(bo!, async (engine) => { await apply('Trust', 'Nobody asked us')(engine); await edit('in March', 'in May')(engine); });
  const before = everything(ana!.file);
  await merge(ana!, bo!);
  expect(await within(ana!, async (engine) => (await engine.call('history.list', {}))[0])).toMatchObject({ operation: 'study.merge', who: 'Ana', about: { from: 'Study', count: 1 } });
  await within(ana!, (engine) => engine.call('history.undo', {}));
  expect(everything(ana!.file)).toEqual(before);
});

test('a merge that is repeated adds nothing, and what came later is all that comes later', async () => {
  const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin);
  await within(bo!, apply('Trust', 'Nobody asked us'));
  await merge(ana!, bo!);
  const once = everything(ana!.file);
  expect((await preview(ana!, bo!)).counts).toEqual([]);
  await merge(ana!, bo!);
  expect(everything(ana!.file)).toEqual(once);
  await within(bo!, apply('Workload', 'told in March'));
  expect((await preview(ana!, bo!)).counts.filter(({ table }: any) => table === 'codings')).toEqual([{ table: 'codings', added: 1, changed: 0, removed: 0 }]);
});

test('a definition that both changed is asked about with what it was, and each answer holds', async () => {
  const define = (definition: string) => async (engine: any) => { await engine.call('code.change', { code: await codeNamed(engine, 'Workload'), definition }); };
  const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin);
  await within(ana!, define('Hours and tasks.'));
  await within(bo!, define('Work that is left undone.'));
  const { conflicts } = await preview(ana!, bo!);
  expect(conflicts).toMatchObject([{ kind: 'field', table: 'codes', about: 'Workload', field: 'definition', ours: 'Hours and tasks.', base: 'How much there is to do.', theirs: 'Work that is left undone.', choices: ['mine', 'theirs', 'both'], decision: null }]);
  await expect(merge(ana!, bo!)).rejects.toMatchObject({ code: 'merge-undecided', values: { count: 1 } });
  for (const [choice, expected] of [['mine', 'Hours and tasks.'], ['theirs', 'Work that is left undone.'], ['both', 'Hours and tasks.\n\nWork that is left undone.']] as const) {
    const copy = { ...ana!, file: another(ana!) };
    await merge(copy, bo!, { decisions: { [conflicts[0].key]: choice } });
    expect(await within(copy, async (engine) => (await engine.call('code.list', {})).find(({ name }: any) => name === 'Workload')!.definition)).toBe(expected);
    expect((await preview(copy, bo!)).conflicts).toEqual([]);
  }
});

test('a code that was deleted here and used there is asked about; it comes back with all that hung on it, or stays away with what is new on it', async () => {
  const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin);
  await within(ana!, async (engine) => { await engine.call('code.remove', { code: await codeNamed(engine, 'Workload') }); });
  await within(bo!, apply('Workload', 'told in March'));
  const { conflicts } = await preview(ana!, bo!);
  expect(conflicts).toMatchObject([{ kind: 'goneHere', table: 'codes', about: 'Workload', choices: ['mine', 'theirs'] }]);
  const [mine, theirs] = [{ ...ana!, file: another(ana!) }, { ...ana!, file: another(ana!) }];
  await merge(mine, bo!, { rest: 'mine' });
  expect(await within(mine, coded)).toEqual([]);
  await merge(theirs, bo!, { rest: 'theirs' });
  expect(await within(theirs, coded)).toEqual(['The ward was short of nurses = Workload (Lin)', 'told in March = Workload (Bo)']);
  expect(await within(theirs, async (engine) => (await engine.call('study.check', {})).findings)).toEqual([]);
});

test('a code that was deleted there and used here is asked about, once for all that hangs on it', async () => {
  const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin);
  await within(ana!, apply('Workload', 'told in March'));
  await within(bo!, async (engine) => { await engine.call('code.remove', { code: await codeNamed(engine, 'Workload') }); });
  const { conflicts } = await preview(ana!, bo!);
  expect(conflicts).toMatchObject([{ kind: 'goneThere', table: 'codes', about: 'Workload', theirs: null }]);
  const [mine, theirs] = [{ ...ana!, file: another(ana!) }, { ...ana!, file: another(ana!) }];
  await merge(mine, bo!, { rest: 'mine' });
  expect(await within(mine, coded)).toEqual(['The ward was short of nurses = Workload (Lin)', 'told in March = Workload (Ana)']);
  await merge(theirs, bo!, { rest: 'theirs' });
  expect(await within(theirs, coded)).toEqual([]);
  expect(await within(theirs, async (engine) => (await engine.call('study.check', {})).findings)).toEqual([]);
});

test('words that both corrected otherwise are asked about; words that are coded here are not taken away without asking', async () => {
  const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin);
  await within(ana!, async (engine) => { await edit('March', 'April')(engine); await apply('Trust', 'before the reform')(engine); });
  await within(bo!, async (engine) => { await edit('March', 'May')(engine); await edit(' before the reform', '')(engine); });
  const { conflicts } = await preview(ana!, bo!);
  expect(conflicts.map(({ kind, ours, base, theirs }: any) => ({ kind, ours, base, theirs }))).toEqual(expect.arrayContaining([{ kind: 'text', ours: 'April', base: 'March', theirs: 'May' }, { kind: 'covered', ours: 'before the reform', base: 'before the reform', theirs: null }]));
  expect(conflicts).toHaveLength(2);
  const read = async (engine: any) => (await engine.call('document.read', { document: 1 })).text;
  const [mine, theirs] = [{ ...ana!, file: another(ana!) }, { ...ana!, file: another(ana!) }];
  await merge(mine, bo!, { rest: 'mine' });
  expect(await within(mine, read)).toBe(text.replace('March', 'April'));
  await merge(theirs, bo!, { rest: 'theirs' });
  expect(await within(theirs, read)).toBe(text.replace('March', 'May').replace(' before the reform', ''));
  for (const each of [mine, theirs]) expect(await within(each, async (engine) => (await engine.call('study.check', {})).findings)).toEqual([]);
});

test('the same code made by both is one code, found by what either wrote of it; whose words came first does not matter', async () => {
  const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin);
  const make = (definition: string) => async (engine: any) => { const { code } = await engine.call('code.create', { name: 'Pay', facet: 'theme', definition }); await engine.call('coding.apply', { document: 1, start: 30, end: 36, codes: [{ code }] }); };
  await within(ana!, make(''));
  await within(bo!, make('What they earn.'));
  await merge(ana!, bo!);
  expect(await within(ana!, async (engine) => (await engine.call('code.list', {})).filter(({ name }: any) => name === 'Pay').map(({ definition, codings }: any) => [definition, codings]))).toEqual([['What they earn.', 2]]);
  // What theirs does with its own later is done to the one that it became.
  await within(bo!, async (engine) => { await engine.call('code.change', { code: await codeNamed(engine, 'Pay'), name: 'Wages' }); });
  await merge(ana!, bo!);
  expect(await within(ana!, async (engine) => (await engine.call('code.list', {})).map(({ name }: any) => name))).toEqual(['Workload', 'Trust', 'Wages']);
});

test('studies that began apart: documents are known by their text, codes and people by their names', async () => {
  const [ana] = await copiesFor(['Ana'], begin);
  const [bo] = await copiesFor(['Bo'], begin);
  await within(bo!, apply('Trust', 'Nobody asked us'));
  const { relation, conflicts } = await preview(ana!, bo!);
  expect({ relation, conflicts }).toEqual({ relation: 'apart', conflicts: [] });
  await merge(ana!, bo!);
  expect(await within(ana!, coded)).toEqual(['Nobody asked us = Trust (Bo)', 'The ward was short of nurses = Workload (Lin)']);
  expect(contents(ana!)['documents']).toHaveLength(1);
  const once = everything(ana!.file);
  await merge(ana!, bo!);
  expect(everything(ana!.file)).toEqual(once);
});

test('codes that one made one, and on which the other went on coding, stay one with all that came', async () => {
  for (const first of ['Ana', 'Bo']) {
    const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin);
    await within(ana!, async (engine) => { await engine.call('code.merge', { code: await codeNamed(engine, 'Workload'), into: await codeNamed(engine, 'Trust') }); });
    await within(bo!, async (engine) => { await apply('Workload', 'told in March')(engine); await apply('Workload', 'Nobody asked us')(engine); await apply('Trust', 'Nobody asked us')(engine); });
    const [into, from] = first === 'Ana' ? [ana!, bo!] : [bo!, ana!];
    expect((await preview(into, from)).conflicts).toEqual([]);
    await merge(into, from);
    expect(await within(into, coded)).toEqual(['Nobody asked us = Trust (Bo)', 'The ward was short of nurses = Trust (Lin)', 'told in March = Trust (Bo)']);
    expect(await within(into, async (engine) => (await engine.call('study.check', {})).findings)).toEqual([]);
  }
});

test('of studies that began apart a person says what is one: the preview tells what was found and why, and what she says holds, also later', async () => {
  const [ana] = await copiesFor(['Ana'], async (engine) => { await begin(engine); await engine.call('code.create', { name: 'Pay', facet: 'theme' }); });
  const [bo] = await copiesFor(['Bo'], async (engine) => { await begin(engine); await engine.call('code.create', { name: 'Wages', facet: 'theme' }); });
  await within(bo!, apply('Wages', 'Nobody asked us'));
  const { matches } = await preview(ana!, bo!);
  const codes = ({ found }: any) => found.filter(({ table }: any) => table === 'codes').map(({ name, why, ours }: any) => [name, why, ours === null]);
  expect(codes(matches)).toEqual([['Workload', 'name', false], ['Trust', 'name', false], ['Wages', null, true]]);
  expect(matches.found.filter(({ table }: any) => table === 'documents')).toMatchObject([{ name: 'Interview 1', why: 'text' }]);
  const [wages, pay] = [matches.found.find(({ name }: any) => name === 'Wages').uuid, matches.own.codes.find(({ name }: any) => name === 'Pay').uuid];
  const mapping = { [wages]: pay };
  const mapped = await preview(ana!, bo!, { mapping, rest: 'mine' });
  expect(codes(mapped.matches).at(-1)).toEqual(['Wages', 'chosen', false]);
  await merge(ana!, bo!, { mapping, rest: 'mine' });
  expect(await within(ana!, coded)).toContain('Nobody asked us = Pay (Bo)');
  // Without being told again.
  await within(bo!, apply('Wages', 'told in March'));
  await merge(ana!, bo!);
  expect(await within(ana!, coded)).toContain('told in March = Pay (Bo)');
  expect(await within(ana!, async (engine) => (await engine.call('code.list', {})).map(({ name }: any) => name))).toEqual(['Workload', 'Trust', 'Pay']);
});

test('two records of theirs never become one of ours, whatever is said; what is said to be new comes beside', async () => {
  const [ana] = await copiesFor(['Ana'], begin);
  const [bo] = await copiesFor(['Bo'], begin);
  await within(bo!, apply('Trust', 'Nobody asked us'));
  const { matches: { found, own } } = await preview(ana!, bo!);
  const [workload, trust] = ['Workload', 'Trust'].map((name) => found.find((each: any) => each.name === name).uuid);
  const ours = own.codes.find(({ name }: any) => name === 'Workload').uuid;
  const both = await preview(ana!, bo!, { mapping: { [workload!]: ours, [trust!]: ours }, rest: 'mine' });
  expect(both.matches.found.filter(({ ours: own }: any) => own === ours)).toHaveLength(1);
  await merge(ana!, bo!, { mapping: { [trust!]: null } });
  expect(await within(ana!, coded)).toContain('Nobody asked us = Trust (2) (Bo)');
});

test('another copy is known again as it is worked on, and each difference says where it lies in the text', async () => {
  const [ana, bo, cy] = await copiesFor(['Ana', 'Bo', 'Cy'], begin);
  for (const copy of [bo!, cy!]) await within(copy, apply('Trust', 'Nobody asked us'));
  const first = (await preview(ana!, bo!)).origin;
  expect((await preview(ana!, cy!)).origin).not.toBe(first);
  await within(bo!, edit('March', 'May'));
  await within(ana!, edit('March', 'April'));
  const { origin, conflicts } = await preview(ana!, bo!);
  expect(origin).toBe(first);
  const { text: now } = await within(ana!, (engine) => engine.call('document.read', { document: 1 }));
  expect(conflicts.map(({ at }: any) => now.slice(at.start, at.end))).toEqual(['April']);
  await merge(ana!, bo!, { rest: 'mine' });
  expect((await preview(ana!, bo!)).origin).toBe(first);
});

test('a study that was taken out as plain values and comes back brings nothing twice, its turns neither', async () => {
  const [ana] = await copiesFor(['Ana'], async (engine: any) => { await begin(engine); await engine.call('participant.create', { name: 'Nurse 1' }); await engine.call('speaker.assign', { document: 1, label: '', participant: 1 }).catch(() => {}); });
  const snapshot = await within(ana!, (engine) => engine.call('study.snapshot', {}));
  const [back] = await copiesFor(['Bo'], async (engine: any) => { await fillStudy(engine.call, snapshot); });
  expect(await preview(ana!, back!)).toMatchObject({ counts: [], conflicts: [], lost: [] });
  await within(back!, apply('Trust', 'told in March'));
  expect((await preview(ana!, back!)).counts.map(({ table, added, changed, removed }: any) => [table, added, changed, removed])).toEqual([['coders', 1, 0, 0], ['passages', 1, 0, 0], ['codings', 1, 0, 0]]);
  await merge(ana!, back!);
  expect(await within(ana!, async (engine) => (await engine.call('study.check', {})).findings)).toEqual([]);
});

test('what one has decided holds when the other takes her copy in, and is asked about again only where the other went on with it', async () => {
  const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin) as [Copy, Copy];
  const define = (definition: string) => async (engine: any) => { await engine.call('code.change', { code: await codeNamed(engine, 'Workload'), definition }); };
  await within(ana, async (engine) => { await define('Hours and shifts.')(engine); await edit('in March', 'in May')(engine); });
  await within(bo, async (engine) => { await define('Beds per nurse.')(engine); await edit('in March', 'in June')(engine); await apply('Trust', 'Nobody asked us')(engine); });
  expect((await merge(ana, bo, { rest: 'mine' })).conflicts).toHaveLength(2);
  expect((await preview(bo, ana)).conflicts).toEqual([]);
  const apart = another(bo);
  await merge(bo, ana);
  expect(await within(bo, async (engine) => [(await engine.call('code.list', {})).map(({ definition }) => definition), (await engine.call('document.read', { document: 1 })).text])).toEqual([['Hours and shifts.', ''], text.replace('in March', 'in May')]);
  expect((await preview(ana, bo)).counts).toEqual([]);
  const later = { who: 'Bo', file: apart };
  await within(later, define('Beds per nurse and shift.'));
  expect((await preview(later, ana)).conflicts).toMatchObject([{ field: 'definition', ours: 'Beds per nurse and shift.', theirs: 'Hours and shifts.' }]);
});

test('a code that was deleted and made anew under its name, names that were exchanged, and a document that was removed come as they are there', async () => {
  const [ana, bo] = await copiesFor(['Ana', 'Bo'], async (engine) => { await begin(engine); await engine.call('document.create', { name: 'Interview 2', text: 'Nobody came.' }); }) as [Copy, Copy];
  await within(bo, async (engine) => {
    await engine.call('code.remove', { code: await codeNamed(engine, 'Workload') });
    const { code } = await engine.call('code.create', { name: 'Workload', facet: 'theme', definition: 'Anew.' });
    await engine.call('coding.apply', { document: 1, start: 4, end: 8, codes: [{ code }] });
    const trust = await codeNamed(engine, 'Trust');
    await engine.call('code.change', { code: trust, name: 'Faith' });
    await engine.call('code.create', { name: 'Trust', facet: 'theme' });
    await engine.call('document.remove', { documents: [2] });
  });
  expect((await merge(ana, bo)).conflicts).toEqual([]);
  expect(await within(ana, async (engine) => Object.fromEntries((await engine.call('code.list', {})).map(({ name, definition }) => [name, definition])))).toEqual({ Faith: '', Trust: '', Workload: 'Anew.' });
  expect(await within(ana, coded)).toEqual(['ward = Workload (Bo)']);
  expect(await within(ana, async (engine) => (await engine.call('document.list', {})).map(({ name }) => name))).toEqual(['Interview 1']);
});
