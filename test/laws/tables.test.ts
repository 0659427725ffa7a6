import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import { counts, relations, type Table, type TableLine } from '../../shared/model/table.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { countableStudies } from '../helpers/countable.ts';
import { eachStudy as eachRandom } from '../helpers/eachStudy.ts';
import { countTable, spanName, type AskedTable, type CountedTable } from '../helpers/counting.ts';
import { queryableStudies } from '../helpers/queryable.ts';

const groupings = ['Group', 'Site', 'document', 'participant', 'coder'];

const eachStudy = (studies: fc.Arbitrary<Snapshot>, numRuns: number, work: (engine: Engine, study: Snapshot) => Promise<void>): Promise<void> => eachRandom(studies, { numRuns, seed: 20261121 }, work);
const usual = { count: 'codings', speakers: 'interviewees', subcodes: false, rows: ['codes'] } as const;
function ask(engine: Engine, { passes: _passes, rows, columns, split, ...asked }: AskedTable, more: object = {}): Promise<Table> {
  return engine.call('table.make', { ...asked, rows: [...rows], columns: [...columns], ...(split === undefined ? {} : { split }), ...more });
}

type Names = (line: TableLine, axis: readonly { kind: string }[]) => string;
/** Lines by what people call them: numbers of documents, people, coders and codes become their names. */
async function namesOf(engine: Engine): Promise<Names> {
  const [documents, participants, coders, codes] = [await engine.call('document.list', {}), await engine.call('participant.list', {}), await engine.call('coder.list', {}), await engine.call('code.list', {})];
  const names = new Map<string, string>([...documents.map(({ id, name }) => [`document/${id}`, name] as const), ...participants.map(({ id, name }) => [`participant/${id}`, name] as const), ...coders.map(({ id, name }) => [`coder/${id}`, name] as const), ...codes.map(({ id, path }) => [`codes/${id}`, path] as const)]);
  return ({ key }, axis) => JSON.stringify(key.map((part, index) => (part === null || axis[index]!.kind === 'attribute' ? part : names.get(`${axis[index]!.kind}/${part}`)!)));
}
const told = ({ n, documents, state, counted }: { n: number; documents: number; state?: string; counted?: boolean }) => `n ${n} in ${documents} ${counted ?? state === 'counted'}`;
/** Every line and every cell of a table, those of all together too, in words: in any order, as the model has no opinion about it. */
function shown(table: Table, nameOf: Names): string[] {
  const columnAxis = [...table.columnAxis, ...(table.split ? [table.split] : [])];
  const [rows, columns] = [table.rows.map((row) => nameOf(row, table.rowAxis)), table.columns.map((column) => nameOf(column, columnAxis))];
  const totals = table.totals.columns.map((column) => `all ${nameOf(column, table.split ? [table.split] : [])}`);
  return [
    ...table.rows.map((row, index) => `${rows[index]} ${told(row)}`), ...table.columns.map((column, index) => `${columns[index]} ${told(column)}`), ...table.totals.columns.map((column, index) => `${totals[index]} ${told(column)}`),
    ...rows.flatMap((row, down) => [...columns.map((column, along) => `${row} | ${column} = ${table.cells[down]![along]}`), ...totals.map((total, along) => `${row} | ${total} = ${table.totals.ofRows[down]![along]}`)]),
    ...columns.map((column, along) => `all | ${column} = ${table.totals.ofColumns[along]}`), ...totals.map((total, along) => `all | ${total} = ${table.totals.all[along]}`),
  ].toSorted();
}
function modelled({ rows, columns, totals, cell }: CountedTable): string[] {
  const names = (lines: readonly { key: readonly (string | null)[] }[], before = '') => lines.map(({ key }) => `${before}${JSON.stringify(key)}`);
  const [down, along] = [[...names(rows), 'all'], [...names(columns), ...names(totals, 'all ')]];
  return [
    ...rows.map((row, index) => `${down[index]} ${told(row)}`), ...[...columns, ...totals].map((column, index) => `${along[index]} ${told(column)}`),
    ...down.flatMap((row, place) => along.map((column, index) => `${row} | ${column} = ${cell(place, index)}`)),
  ].toSorted();
}
async function expectRight(engine: Engine, study: Snapshot, asked: AskedTable, names: Names, more: object = {}): Promise<void> {
  const [table, model] = [await ask(engine, asked, more), countTable(study, asked)];
  expect({ asked, n: table.n, shown: shown(table, names) }).toEqual({ asked, n: model.n, shown: modelled(model) });
}

test('codes by any groups, every count: each cell is what reading all codings one by one would count', () => eachStudy(countableStudies, 7, async (engine, study) => {
  const names = await namesOf(engine);
  const everyRows = [['codes'], [`facet:${study.codes[0]!.facet}`], [study.codes.at(-1)!.path.join(' > ')], [study.codes[0]!.path[0]!]];
  for (const by of groupings) for (const count of counts) for (const speakers of ['interviewees', 'all'] as const)
    for (const [index, rows] of everyRows.entries()) await expectRight(engine, study, { ...usual, columns: [by], count, speakers, rows, subcodes: (index + by.length) % 2 === 0 }, names);
}), 240_000);

test('groups by groups, crossed and split: each cell counts those who are in all of its groups at once', () => eachStudy(countableStudies, 6, async (engine, study) => {
  const names = await namesOf(engine);
  const pairs = [[['Group'], ['Arm']], [['Group'], ['Site']], [['Site'], ['document']], [['document'], ['participant']], [['coder'], ['Group']], [['participant'], ['coder']], [['Group', 'Site'], ['Arm']]] as const;
  for (const [index, count] of counts.entries()) {
    const speakers = index % 2 === 0 ? 'interviewees' : 'all';
    for (const [rows, columns] of pairs) await expectRight(engine, study, { ...usual, rows, columns, count, speakers }, names);
    for (const columns of [['Group', 'Arm'], ['Arm', 'Site'], ['coder', 'Group']]) await expectRight(engine, study, { ...usual, columns, count, speakers, subcodes: true }, names);
    for (const columns of [['Group'], ['Site'], ['coder'], ['Group', 'Site']]) await expectRight(engine, study, { ...usual, columns, split: 'Arm', count, speakers }, names);
    await expectRight(engine, study, { ...usual, rows: ['Group'], columns: ['codes'], split: 'Site', count, speakers }, names);
    await expectRight(engine, study, { ...usual, rows: ['Site'], columns: ['Group'], split: 'Arm', count, speakers }, names);
  }
}), 240_000);

test('codes by codes: two codings are together as often as every two, looked at one by one, lie so', () => eachStudy(queryableStudies, 5, async (engine, study) => {
  const names = await namesOf(engine);
  for (const [index, relation] of relations.entries())
    for (const [place, count] of counts.entries()) {
      const lying = { relation, most: (index * place) % 5, unit: place % 2 === 0 ? 'characters' : 'words' } as const;
      await expectRight(engine, study, { ...usual, ...lying, columns: ['codes'], count, subcodes: (index + place) % 2 === 0, speakers: place % 3 === 0 ? 'all' : 'interviewees' }, names);
      await expectRight(engine, study, { ...usual, ...lying, rows: ['facet:stakeholder'], columns: ['facet:dimension'], split: 'Group', count, speakers: 'all' }, names);
    }
}), 240_000);

test('three facets at once: each triple that a coder said of a passage is a row', () => eachStudy(queryableStudies, 8, async (engine, study) => {
  const names = await namesOf(engine);
  for (const rows of [['facet:stakeholder', 'facet:dimension', 'facet:conflict'], ['facet:stakeholder', 'facet:theme']])
    for (const [index, count] of counts.entries()) for (const columns of [['Group'], ['coder'], ['document']])
      await expectRight(engine, study, { ...usual, rows, columns, count, subcodes: index % 2 === 0, speakers: index % 2 === 0 ? 'all' : 'interviewees' }, names);
  expect(await ask(engine, { ...usual, rows: ['triples'], columns: ['document'] })).toEqual(await ask(engine, { ...usual, rows: ['facet:stakeholder', 'facet:dimension', 'facet:conflict'], columns: ['document'] }));
}), 240_000);

test('with a filter only the passages count that its query finds, saved or not', () => eachStudy(queryableStudies, 5, async (engine, study) => {
  const names = await namesOf(engine);
  const query = { kind: 'text', text: 'we' } as const;
  const { saved } = await engine.call('query.save', { name: 'We', query });
  const texts = new Map(study.documents.map(({ name, text }) => [name, text]));
  const passes: NonNullable<AskedTable['passes']> = ({ document, start, end }) => texts.get(document)!.slice(start, end).replaceAll('\n', ' ').toLowerCase().includes('we');
  for (const [index, count] of counts.entries()) {
    const filter = [{ query }, { saved }, { saved: 'we' }][index % 3];
    await expectRight(engine, study, { ...usual, columns: ['Group'], count, passes }, names, { filter });
    await expectRight(engine, study, { ...usual, columns: ['codes'], count, passes }, names, { filter });
    await expectRight(engine, study, { ...usual, rows: ['Group'], columns: ['Site'], count, passes }, names, { filter });
  }
}), 240_000);

test('the quotations behind a cell are exactly the passages that it counts, those of all together too', () => eachStudy(queryableStudies, 5, async (engine, study) => {
  const texts = new Map(study.documents.map(({ name, text }) => [name, text]));
  const names = await namesOf(engine);
  const tables: AskedTable[] = [...groupings.map((by) => ({ ...usual, columns: [by], subcodes: true })), { ...usual, columns: ['Group'], split: 'Site', speakers: 'all' }, { ...usual, columns: ['codes'], relation: 'near', most: 2 }, { ...usual, rows: ['facet:stakeholder', 'facet:dimension', 'facet:conflict'], columns: ['Group'] }, { ...usual, rows: ['Group'], columns: ['Site'] }];
  for (const asked of tables) {
    const passages = { ...asked, count: 'passages' } as const;
    const [table, model] = [await ask(engine, passages), countTable(study, passages)];
    const columnAxis = [...table.columnAxis, ...(table.split ? [table.split] : [])];
    const [rows, columns] = [[...table.rows, null], [...table.columns, ...table.totals.columns]];
    for (const [down, row] of rows.entries())
      for (const [along, column] of columns.entries()) {
        const { passes: _passes, split, ...rest } = asked;
        const found = await engine.call('table.quotations', { ...rest, rows: [...asked.rows], columns: [...asked.columns], ...(split === undefined ? {} : { split }), row: row ? [...row.key] : null, column: along < table.columns.length || split !== undefined ? [...column.key] : null });
        const modelRow = row ? model.rows.findIndex(({ key }) => JSON.stringify(key) === names(row, table.rowAxis)) : model.rows.length;
        const modelColumn = along < table.columns.length ? model.columns.findIndex(({ key }) => JSON.stringify(key) === names(column, columnAxis)) : model.columns.length + model.totals.findIndex(({ key }) => JSON.stringify(key) === names(column, table.split ? [table.split] : []));
        const wanted = model.quotations(modelRow, modelColumn);
        expect(found.quotations.map(({ codings: [first] }) => spanName(first!)).toSorted()).toEqual(wanted);
        expect(found.passages).toBe(wanted.length);
        const cell = row ? (along < table.columns.length ? table.cells[down]![along] : table.totals.ofRows[down]![along - table.columns.length]) : along < table.columns.length ? table.totals.ofColumns[along] : table.totals.all[along - table.columns.length];
        expect(cell ?? 0).toBe(wanted.length);
        for (const excerpt of found.quotations.flatMap(({ codings, beside }) => [...codings, ...beside])) expect(excerpt.quotation).toBe(texts.get(excerpt.document)!.slice(excerpt.start, excerpt.end));
      }
  }
}), 240_000);

test('a table asked while a study is being coded is as right as one asked at the end, also after a refusal, an undo and a redo', () => eachStudy(countableStudies, 8, async (engine, { codings: all, ...rest }) => {
  // The study comes without its codings; they follow one by one, each with a second code.
  await engine.call('history.undo', {});
  await engine.call('study.take', { snapshot: { ...rest, codings: [] } });
  const documents = new Map((await engine.call('document.list', {})).map(({ id, name }) => [name, id]));
  const codes = new Map((await engine.call('code.list', {})).map(({ id, path }) => [path, id]));
  const coded: Snapshot['codings'][] = [[]];
  const check = async () => {
    const names = await namesOf(engine);
    const study = { ...rest, codings: coded.at(-1)! };
    for (const by of groupings)
      for (const count of ['codings', 'participants', 'words'] as const) await expectRight(engine, study, { ...usual, columns: [by], count, subcodes: true }, names);
    await expectRight(engine, study, { ...usual, columns: ['codes'] }, names);
  };
  for (const [index, coding] of all.entries()) {
    const { document, start, end, coder } = coding;
    const given = [coding, { ...coding, ...rest.codes[index % rest.codes.length]!, code: rest.codes[index % rest.codes.length]!.path }];
    const apply = (more: object) => engine.ask('coding.apply', { document: documents.get(document)!, start, end, codes: given.map(({ code }) => ({ code: codes.get(code.join(' > '))!, ...more })) }, { who: coder });
    await expect(apply({ party: codes.get(coding.code.join(' > '))! })).rejects.toMatchObject({ code: 'party-not-here' });
    await check();
    const before = (await engine.call('project.read', {})).undo?.seq;
    await apply({});
    const known = new Set(coded.at(-1)!.map((each) => [spanName(each), each.code, each.coder].join()));
    if ((await engine.call('project.read', {})).undo?.seq !== before) coded.push([...coded.at(-1)!, ...new Map(given.map((each) => [[spanName(each), each.code, each.coder].join(), each])).entries().filter(([key]) => !known.has(key)).map(([, each]) => each)]);
    await check();
  }
  const [, last] = coded;
  while (coded.length > 1) {
    await engine.call('history.undo', {});
    coded.pop();
    await check();
  }
  if (!last) return;
  await engine.call('history.redo', {});
  coded.push(last);
  await check();
}), 120_000);
