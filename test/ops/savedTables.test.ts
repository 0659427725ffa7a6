import { expect, test } from 'vitest';
import type { Problem } from '../../shared/model/problem.ts';
import { createWords } from '../../shared/words/index.ts';
import { newStudy } from '../helpers/study.ts';

test('an analysis keeps its name, kind and question, can be saved over, renamed and taken away, and undo gives it back', async () => {
  const engine = newStudy();
  const named = async () => (await engine.call('savedTable.list', {})).map(({ name, kind, asked }) => ({ name, kind, asked }));
  const { saved } = await engine.call('savedTable.save', { name: 'Who says what', kind: 'table', asked: { columns: 'document', count: 'codings' } });
  await engine.call('savedTable.save', { name: '谁说了什么', kind: 'table', asked: { columns: 'document' } });
  expect(await named()).toEqual([{ name: 'Who says what', kind: 'table', asked: { columns: 'document', count: 'codings' } }, { name: '谁说了什么', kind: 'table', asked: { columns: 'document' } }]);
  await expect(engine.call('savedTable.save', { name: 'WHO SAYS WHAT', kind: 'table', asked: { columns: 'coder' } })).rejects.toMatchObject({ code: 'name-taken' });
  await engine.call('savedTable.save', { saved, name: 'Who says what', kind: 'table', asked: { columns: 'coder' } });
  await engine.call('savedTable.rename', { saved, name: 'Coders' });
  expect((await named())[0]).toEqual({ name: 'Coders', kind: 'table', asked: { columns: 'coder' } });
  await engine.call('savedTable.remove', { saved });
  expect((await named()).map(({ name }) => name)).toEqual(['谁说了什么']);
  for (let step = 0; step < 3; step++) await engine.call('history.undo', {});
  expect((await named())[0]).toEqual({ name: 'Who says what', kind: 'table', asked: { columns: 'document', count: 'codings' } });
  expect((await engine.call('history.list', { limit: 10 })).find(({ operation }) => operation === 'savedTable.remove')?.about).toEqual({ table: 'Coders' });
  expect(await engine.call('savedTable.list', { kind: 'survey' })).toEqual([]);
});

test('what is of no kind that is known here, or asked as its kind cannot be, is not saved, and says what is wrong', async () => {
  const engine = newStudy();
  await expect(engine.call('savedTable.save', { name: 'x', kind: 'horoscope', asked: {} })).rejects.toMatchObject({ code: 'no-such-exhibit', values: { kind: 'horoscope' } });
  const refused = await engine.call('savedTable.save', { name: 'x', kind: 'words', asked: { least: 0, colour: 'red', speakers: 'nobody' } }).then(() => null, (error: unknown) => error);
  expect(refused).toMatchObject({ code: 'bad-input' });
  expect(createWords('en').problem(refused as Problem).way).toBe('Check the values: speakers: one of interviewees, all; least: no less than 1; colour is not known here.');
  expect(createWords('zh').problem(refused as Problem).way).toBe('请检查填写的内容：speakers：应为 interviewees, all 之一；least：不得小于 1；此处没有 colour 这一项。');
  expect(await engine.call('savedTable.list', {})).toEqual([]);
});

test('an analysis or a part of a report that names a coder counts the same codings after a snapshot, in a study where coders have other numbers; kept numbers still open', async () => {
  const code = { path: ['pay'], facet: 'theme' as const, definition: '', include: '', exclude: '', example: '', scale: [] };
  const coding = (start: number, coder: string) => ({ document: 'Ward', start, end: start + 3, code: ['pay'], facet: 'theme' as const, coder, rating: null, party: null, counterparty: null, memo: '', created: 0 });
  const engine = newStudy();
  await engine.call('study.take', { snapshot: { name: 'Ward', description: '', attributes: [], participants: [], codes: [code], documents: [{ name: 'Ward', text: 'the pay is low, very low', values: {}, turns: [] }], codings: [coding(0, 'Lin'), coding(4, 'Mei'), coding(8, 'Mei')] } });
  const mei = (await engine.call('coder.list', {})).find(({ name }) => name === 'Mei')!;
  const asked = { rows: 'codes', columns: 'document', count: 'codings', coder: mei.id };
  const { saved: query } = await engine.call('query.save', { name: 'Pay', query: { kind: 'coding', code: 'pay' } });
  await engine.call('savedTable.save', { name: 'Mei’s', kind: 'table', asked: { ...asked, filter: { saved: query } } });
  await engine.call('savedTable.save', { name: 'Nobody’s', kind: 'table', asked: { ...asked, coder: 0 } });
  await engine.call('report.create', { name: 'R', parts: [{ type: 'exhibit', kind: 'table', asked }, { type: 'exhibit', kind: 'quotations', asked: { code: 'pay', coder: mei.id } }] });
  const kept = await engine.call('savedTable.list', {});
  expect(kept.map(({ asked: each }) => each)).toEqual([{ ...asked, coder: { uuid: mei.uuid, name: 'Mei' }, filter: { saved: 'Pay' } }, { ...asked, coder: 0 }].map((each) => expect.objectContaining(each) as unknown));
  const other = newStudy();
  const strangers = ['Ada', 'Bea', 'Cleo'].map((name, at) => coding(at, name));
  await other.call('study.take', { snapshot: { name: 'Ward', description: '', attributes: [], participants: [], codes: [code], documents: [{ name: 'Elsewhere', text: 'the pay is low', values: {}, turns: [] }], codings: strangers.map((each) => ({ ...each, document: 'Elsewhere' })) } });
  await other.call('study.take', { snapshot: await engine.call('study.snapshot', {}) });
  expect((await other.call('coder.list', {})).find(({ name }) => name === 'Mei')!.id).not.toBe(mei.id);
  for (const study of [engine, other]) {
    const tables = await study.call('savedTable.list', {});
    const shown = async (of: number) => (await study.call('exhibit.read', { kind: tables[of]!.kind, asked: tables[of]!.asked as never })).exhibit;
    expect((await shown(0)).rows.flatMap(({ cells }) => cells.map(Number)).reduce((sum, n) => sum + n, 0)).toBe(2);
    expect((await shown(1)).rows.flatMap(({ cells }) => cells.map(Number)).reduce((sum, n) => sum + n, 0)).toBe(0);
    const { id: report } = (await study.call('report.list', {}))[0]!;
    expect((await study.call('report.show', { report, part: 2 })).exhibit!.quotations.map(({ text }) => text)).toEqual(['pay', 'is ']);
  }
  // Numbers, as an older version kept them.
  expect((await engine.call('exhibit.read', { kind: 'quotations', asked: { code: 'pay', coder: mei.id } })).exhibit.quotations).toHaveLength(2);
  const gone = engine.call('exhibit.read', { kind: 'quotations', asked: { code: 'pay', coder: { uuid: 'nobody', name: 'Zoe' } } });
  await expect(gone).rejects.toMatchObject({ code: 'no-such-coder', values: { name: 'Zoe' } });
});

test('a kept question about agreement or conflicts asks for the same codes and documents whatever their numbers are: after a snapshot, renamed, merged, and back after undo', async () => {
  const facets = { pay: 'theme', trust: 'theme', quarrel: 'conflict' } as const;
  const codes = Object.entries(facets).map(([name, facet]) => ({ path: [name], facet, definition: '', include: '', exclude: '', example: '', scale: [] }));
  const coding = (document: string, start: number, code: keyof typeof facets, coder: string) => ({ document, start, end: start + 3, code: [code], facet: facets[code], coder, rating: null, party: null, counterparty: null, memo: '', created: 0 });
  const text = 'the pay is low, very low';
  const documents = ['Ward', 'Clinic'].map((name) => ({ name, text, values: {}, turns: [] }));
  const engine = newStudy();
  await engine.call('study.take', { snapshot: { name: 'Ward', description: '', attributes: [{ name: 'Group', of: 'participants', kind: 'choice', choices: ['nurse'] }], participants: [], codes, documents, codings: ['Lin', 'Mei'].flatMap((coder) => [coding('Ward', 4, 'pay', coder), coding('Clinic', 4, 'pay', coder), coding('Clinic', coder === 'Lin' ? 0 : 8, 'trust', coder), coding('Ward', 8, 'quarrel', coder)]) } });
  const idOf = async (study: typeof engine, name: string) => (await study.call('code.list', {})).find((each) => each.name === name)!.id;
  const clinic = (await engine.call('document.list', {})).find(({ name }) => name === 'Clinic')!;
  const coders = (await engine.call('coder.list', {})).map(({ id }) => id);
  const [pay, trust, quarrel] = [await idOf(engine, 'pay'), await idOf(engine, 'trust'), await idOf(engine, 'quarrel')];
  await engine.call('savedTable.save', { name: 'Trust', kind: 'agreement', asked: { coders, codes: [pay, trust], documents: [clinic.id] } });
  await engine.call('savedTable.save', { name: 'Quarrels', kind: 'conflictMatrix', asked: { by: 'Group', code: quarrel } });
  await engine.call('report.create', { name: 'R', parts: [{ type: 'exhibit', kind: 'disagreements', asked: { coders, codes: [trust], documents: [clinic.id] } }] });
  const kept = (await engine.call('savedTable.list', {})).map(({ asked }) => asked as Record<string, unknown>);
  expect(kept[0]!['documents']).toEqual([{ of: 'documents', uuid: clinic.uuid, name: 'Clinic' }]);
  expect(kept[1]!['code']).toMatchObject({ of: 'codes', name: 'quarrel' });
  const shown = async (study: typeof engine, name: string) => { const { kind, asked } = (await study.call('savedTable.list', {})).find((each) => each.name === name)!; return (await study.call('exhibit.read', { kind, asked: asked as never })).exhibit; };
  const agreed = async (study: typeof engine) => { const { rows, n, notes } = await shown(study, 'Trust'); return [rows.map(({ label }) => label).slice(0, -1), n, notes.filter((note) => note.includes('“'))]; };
  expect(await agreed(engine)).toEqual([['pay', 'trust'], 'one document', []]);
  // Another file has other numbers: strangers came first.
  const other = newStudy();
  await other.call('study.take', { snapshot: { name: 'Else', description: '', attributes: [], participants: [], codes: [{ ...codes[0]!, path: ['zeal'] }, { ...codes[2]!, path: ['strife'] }], documents: [{ name: 'Elsewhere', text, values: {}, turns: [] }], codings: [] } });
  await other.call('study.take', { snapshot: await engine.call('study.snapshot', {}) });
  expect(await idOf(other, 'trust')).not.toBe(trust);
  expect(await agreed(other)).toEqual([['pay', 'trust'], 'one document', []]);
  const { id: report } = (await other.call('report.list', {}))[0]!;
  expect((await other.call('report.show', { report, part: 1 })).exhibit!.rows.map(({ label }) => label)).toEqual(['trust', 'trust']);
  expect((await shown(other, 'Quarrels')).asked.flat()).toContain('quarrel');
  // Renamed, merged, gone, and there again.
  await engine.call('code.change', { code: quarrel, name: 'dispute' });
  expect((await shown(engine, 'Quarrels')).asked.flat()).toContain('dispute');
  await engine.call('code.merge', { code: pay, into: trust });
  expect(((await engine.call('savedTable.list', {}))[0]!.asked as { codes: { name: string }[] }).codes.map(({ name }) => name)).toEqual(['trust', 'trust']);
  expect(await agreed(engine)).toEqual([['trust'], 'one document', []]);
  await engine.call('history.undo', {});
  await engine.call('code.remove', { code: pay });
  expect(await agreed(engine)).toEqual([['trust'], 'one document', [expect.stringContaining('pay') as string]]);
  await engine.call('history.undo', {});
  expect(await agreed(engine)).toEqual([['pay', 'trust'], 'one document', []]);
  await engine.call('code.remove', { code: quarrel });
  await expect(shown(engine, 'Quarrels')).rejects.toMatchObject({ code: 'no-such-code', values: { code: 'dispute' } });
  await engine.call('document.remove', { documents: [clinic.id] });
  await expect(shown(engine, 'Trust')).rejects.toMatchObject({ code: 'no-such-document', values: { document: 'Clinic' } });
  await engine.call('history.undo', {});
  expect(await agreed(engine)).toEqual([['pay', 'trust'], 'one document', []]);
});
