import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { readWhole } from '../../electron/core/files.ts';
import { Problem } from '../../shared/model/problem.ts';
import { another, copiesFor, handOut, merge, preview, within } from '../helpers/copies.ts';
import { apply, begin, codeNamed, edit } from '../helpers/ward.ts';

test('each difference says who wrote either side and when; what was deleted, who deleted it; and what another merge brought, from which file', async () => {
  const [ana, bo, cy] = await copiesFor(['Ana', 'Bo', 'Cy'], begin);
  const define = (definition: string) => async (engine: any) => { await engine.call('code.change', { code: await codeNamed(engine, 'Workload'), definition }); };
  await within({ ...bo!, who: 'Di' }, define('Written first, by another.'));
  await within(bo!, async (engine) => { await define('Work that is left undone.')(engine); await edit('March', 'May')(engine); await edit('nurses', 'staff')(engine); await engine.call('code.remove', { code: await codeNamed(engine, 'Trust') }); });
  // What was taken back is nobody's.
  await within({ ...bo!, who: 'Eve' }, async (engine) => { await define('Not meant.')(engine); await engine.call('history.undo', {}); });
  await within(ana!, async (engine) => { await define('Hours and tasks.')(engine); await edit('March', 'April')(engine); await apply('Trust', 'Nobody asked us')(engine); });
  await within({ ...ana!, who: 'Fay' }, edit('The ward', 'Our ward'));
  const writers = ({ conflicts }: any) => Object.fromEntries(conflicts.map(({ kind, by }: any) => [kind, [by.ours?.who, by.theirs?.who]]));
  const first = await preview(ana!, bo!);
  expect(writers(first)).toEqual({ field: ['Ana', 'Bo'], text: ['Ana', 'Bo'], goneThere: ['Ana', 'Bo'] });
  const entries = await within(bo!, (engine) => engine.call('history.list', {}));
  expect(first.conflicts.find(({ kind }: any) => kind === 'goneThere').by.theirs).toEqual({ who: 'Bo', at: entries.find(({ operation }: any) => operation === 'code.remove')!.at, from: null });
  expect(writers(await preview(bo!, ana!))).toEqual({ field: ['Bo', 'Ana'], text: ['Bo', 'Ana'], goneHere: ['Bo', 'Ana'] });
  await merge(cy!, bo!);
  const brought = (await preview(ana!, cy!)).conflicts.find(({ kind }: any) => kind === 'field').by.theirs;
  expect(brought).toMatchObject({ who: 'Cy', from: basename(bo!.file) });
});

test('words around a text difference are whole, in Chinese too, and stand where the difference is, not where the same words stand first', async () => {
  const told = async (text: string, from: string, ours: string, theirs: string) => {
    const at = text.lastIndexOf(from);
    const [ana, bo] = await copiesFor(['Ana', 'Bo'], async (engine: any) => { await engine.call('document.create', { name: 'Interview 1', text }); });
    for (const [copy, inserted] of [[ana!, ours], [bo!, theirs]] as const) await within(copy, async (engine) => { await engine.call('document.edit', { document: 1, splices: [{ at, removed: from, inserted }] }); });
    const [{ where, at: place }] = (await preview(ana!, bo!)).conflicts;
    return { where, place: place.start - at };
  };
  expect(await told(`Nobody told us. ${'The registers are kept at the county hospital. '.repeat(4)}We were told in April, and after that nobody from the bureau came to see what was done.`, 'April', 'May', 'June'))
    .toEqual({ where: '…at the county hospital. We were told in May, and after that nobody from the bureau…', place: 0 });
  const chinese = `五月。${'我们把病人转上去，他们就不回来了。县医院把他们留下。'.repeat(4)}到了三月份才通知我们，之前没有任何人来村里问过大家的意见，我们一直都不知道有这样的改革，后来县里派人来开会，才把事情讲清楚。`;
  const { where } = await told(chinese, '三月份', '五月', '六月');
  const words = where.slice(1, -1);
  const whole = chinese.replace('三月份', '五月');
  const at = whole.indexOf(words);
  const bounds = new Set([...new Intl.Segmenter('zh', { granularity: 'word' }).segment(whole)].map(({ index }) => index));
  expect([where[0], where.at(-1), at > 0 && bounds.has(at), bounds.has(at + words.length), words.includes('到了五月才通知')]).toEqual(['…', '…', true, true, true]);
});

test('while one decides in an open study, the other file may be worked on: it is told anew, with what was decided; whoever stops the merge changes nothing', async () => {
  const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin);
  const define = (definition: string) => async (engine: any) => { await engine.call('code.change', { code: await codeNamed(engine, 'Workload'), definition }); };
  await within(ana!, define('Hours and tasks.'));
  await within(bo!, define('Work that is left undone.'));
  await within(ana!, async (engine) => {
    const look = async (decisions = {}): Promise<any> => (await engine.ask('study.mergePreview', { handle: bo!.file, decisions }, { preparation: { file: async (path) => readWhole(path) } })).value;
    const first = await look();
    const decisions = { [first.conflicts[0].key]: 'theirs' };
    expect((await look(decisions)).head).toBe(first.head);
    await within(bo!, apply('Trust', 'Nobody asked us'));
    const again = await look(decisions);
    expect([again.head === first.head, again.conflicts[0].decision, again.counts.find(({ table }: any) => table === 'codings').added]).toEqual([false, 'theirs', 1]);
    // What is done here meanwhile is reckoned with, too.
    await define('What both of us say.')(engine);
    expect((await look(decisions)).conflicts).toMatchObject([{ ours: 'What both of us say.', decision: null }]);
    const entries = (await engine.call('history.list', {})).length;
    let told = 0;
    const stopped = { file: async (path: string) => readWhole(path), progress: async () => { if (++told > 1) throw new Problem('cancelled'); } };
    await expect(engine.ask('study.merge', { handle: bo!.file, rest: 'mine' }, { preparation: stopped })).rejects.toMatchObject({ code: 'cancelled' });
    expect((await engine.call('history.list', {})).length).toBe(entries);
  });
});

test('a copy in which only the text was corrected brings that correction: it is counted, and told as a difference', async () => {
  const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin);
  await within(bo!, edit('in March', 'in late March'));
  const { counts, coming } = await preview(ana!, bo!);
  expect(counts).toEqual([{ table: 'documents', added: 0, changed: 1, removed: 0 }]);
  expect(coming.texts).toEqual([{ document: 'Interview 1', count: 1, edits: [{ before: '…before the reform. We were told in ', removed: '', inserted: 'late ', after: 'March.' }] }]);
  await merge(ana!, bo!);
  expect((await preview(ana!, bo!)).counts).toEqual([]);
});

test('before a merge it is told what comes: how much of each coder, and rows of each kind by what they say', async () => {
  const [ana, bo, cy] = await copiesFor(['Ana', 'Bo', 'Cy'], begin);
  await within(cy!, async (engine) => { await apply('Trust', 'told in March')(engine); await engine.call('memo.write', { about: 'codes', target: await codeNamed(engine, 'Trust'), text: 'Rarely said aloud.' }); });
  await merge(bo!, cy!);
  await within(bo!, async (engine) => {
    await apply('Trust', 'Nobody asked us')(engine);
    await apply('Workload', 'Nobody asked us')(engine);
    await engine.call('code.change', { code: await codeNamed(engine, 'Workload'), definition: 'What there is to do in a day.' });
    const [{ id }]: any = (await engine.call('coding.list', { document: 1 })).filter((each: any) => each.start === 0);
    await engine.call('coding.remove', { codings: [id] });
  });
  const { coming } = await preview(ana!, bo!);
  expect(coming.coders).toEqual([
    { coder: 'Bo', codings: { added: 2, changed: 0, removed: 0 }, memos: { added: 0, changed: 0, removed: 0 } },
    { coder: 'Cy', codings: { added: 1, changed: 0, removed: 0 }, memos: { added: 1, changed: 0, removed: 0 } },
    { coder: 'Lin', codings: { added: 0, changed: 0, removed: 1 }, memos: { added: 0, changed: 0, removed: 0 } },
  ]);
  const rows = (table: string, what: string) => coming.kinds.find((each: any) => each.table === table)?.[what];
  expect(rows('codings', 'added').map(({ name, where, coder }: any) => [name, where, coder]).toSorted()).toEqual([
    ['Trust · Nobody asked us', 'Interview 1', 'Bo'], ['Trust · told in March', 'Interview 1', 'Cy'], ['Workload · Nobody asked us', 'Interview 1', 'Bo'],
  ]);
  expect(rows('codings', 'removed')).toEqual([{ name: 'Workload · The ward was short of nurses', where: 'Interview 1', coder: 'Lin', fields: [] }]);
  expect(rows('codes', 'changed')).toEqual([{ name: 'Workload', where: '', coder: null, fields: [{ field: 'definition', from: 'How much there is to do.', to: 'What there is to do in a day.' }] }]);
  expect(rows('memos', 'added')).toMatchObject([{ name: 'Rarely said aloud.', where: 'Trust', coder: 'Cy' }]);
});

test('what was merged is found later: who, when, from where and how much, what found no place, what was kept of both, and whether it was taken back', async () => {
  const [ana, bo, cy] = await copiesFor(['Ana', 'Bo', 'Cy'], begin);
  const define = (definition: string) => async (engine: any) => { await engine.call('code.change', { code: await codeNamed(engine, 'Workload'), definition }); };
  await within(ana!, async (engine) => { await define('Hours and tasks.')(engine); await edit('Nobody asked us before the reform.', 'Nothing.')(engine); });
  await within(bo!, async (engine) => { await define('Work that is left undone.')(engine); await apply('Trust', 'asked us before')(engine); await apply('Trust', 'told in March')(engine); await edit('in March', 'in May')(engine); });
  await merge(ana!, bo!, { rest: 'both' }).catch(() => undefined);
  const { conflicts } = await preview(ana!, bo!);
  await merge(ana!, bo!, { decisions: Object.fromEntries(conflicts.map(({ key, choices }: any) => [key, choices.includes('both') ? 'both' : 'mine'])) });
  await within(cy!, apply('Workload', 'We were told'));
  await merge(ana!, cy!);
  const list = () => within(ana!, (engine) => engine.call('study.mergeList', {}));
  const [second, first] = await list();
  expect(second).toMatchObject({ who: 'Ana', file: basename(cy!.file), from: 'Study', stands: true, isNext: true, codings: 1, leftOut: 0, both: 0 });
  expect(first).toMatchObject({ file: basename(bo!.file), stands: true, isNext: false, codings: 1, leftOut: 1, both: 1 });
  const told = await within(ana!, (engine) => engine.call('study.mergeRead', { merge: first!.merge }));
  expect(told.documents).toEqual([{ document: 1, name: 'Interview 1', corrections: 1, codings: 1, isNew: false }]);
  expect(told.lost).toEqual([{ document: 'Interview 1', quotation: 'asked us before', codes: ['Trust'], at: 1 }]);
  expect(told.coders).toEqual([{ coder: 'Bo', codings: { added: 1, changed: 0, removed: 0 }, memos: { added: 0, changed: 0, removed: 0 } }]);
  expect(told.decided.find(({ decision }) => decision === 'both')!.first).toMatchObject([{ about: 'Workload', field: 'definition', code: 1 }]);
  await within(ana!, (engine) => engine.call('history.undo', {}));
  expect((await list()).map(({ stands, isNext }) => [stands, isNext])).toEqual([[false, false], [true, true]]);
  await within(ana!, (engine) => engine.call('history.redo', {}));
  expect((await list()).map(({ stands, isNext }) => [stands, isNext])).toEqual([[true, true], [true, false]]);
  await expect(within(ana!, (engine) => engine.call('study.mergeRead', { merge: 1 }))).rejects.toMatchObject({ code: 'not-found' });
});

test('a file in which there is nothing to merge says why: the study itself, an earlier state of it, or a copy of which all is here', async () => {
  const [ana, bo] = await copiesFor(['Ana', 'Bo'], begin);
  const itself = { who: 'Ana', file: another(ana!) };
  expect(await preview(ana!, itself)).toMatchObject({ state: 'same', counts: [], conflicts: [], package: null });
  await within(ana!, apply('Trust', 'told in March'));
  expect(await preview(ana!, itself)).toMatchObject({ state: 'earlier', counts: [], conflicts: [] });
  await within(bo!, apply('Trust', 'Nobody asked us'));
  expect(await preview(ana!, bo!)).toMatchObject({ state: null });
  await merge(ana!, bo!);
  expect(await preview(ana!, bo!)).toMatchObject({ state: null, counts: [], conflicts: [] });
  const handed = await handOut(ana!, 'Di', { documents: [1] });
  expect(await preview(ana!, handed)).toMatchObject({ package: { coder: 'Di', isOurs: true } });
  const [apart] = await copiesFor(['Eve'], async (engine: any) => { await engine.call('document.create', { name: 'Paper', text: 'Nothing of that.' }); });
  expect(await preview(apart!, handed)).toMatchObject({ package: { coder: 'Di', isOurs: false }, relation: 'apart' });
  expect((await preview(ana!, apart!)).matches.found).toMatchObject([{ table: 'documents', name: 'Paper', ours: null }]);
});
