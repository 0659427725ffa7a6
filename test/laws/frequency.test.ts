import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStudy, openStudy, type Engine } from '../../electron/core/engine.ts';
import { counts, type Table } from '../../shared/model/table.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { countableStudies } from '../helpers/countable.ts';
import { countTable, spanName, type AskedTable, type CountedTable } from '../helpers/counting.ts';
import { temporaryFolder } from '../helpers/study.ts';

const ways = ['Group', 'Site', 'document', 'participant', 'coder'];

/** Runs `work` on each random study, taken in by the engine. */
function eachStudy(numRuns: number, work: (engine: Engine, study: Snapshot) => Promise<void>): Promise<void> {
  const folder = temporaryFolder();
  let round = 0;
  return fc.assert(fc.asyncProperty(countableStudies, async (study) => {
    const file = join(folder, `${round++}.concord`);
    createStudy(file, 'Study');
    const engine = openStudy(file, { who: 'Lin' });
    try {
      await engine.call('study.take', { snapshot: study });
      await work(engine, study);
    } finally { engine.close(); }
  }), { numRuns, seed: 20261121 });
}
const ask = (engine: Engine, { rows, ...asked }: AskedTable): Promise<Table> => engine.call('frequency.table', { ...asked, ...(rows === undefined ? {} : { rows }) });
function* tables(study: Snapshot): Generator<AskedTable> {
  for (const by of ways)
    for (const count of counts)
      for (const speakers of ['interviewees', 'all'] as const)
        for (const subcodes of [false, true])
          for (const rows of [undefined, `facet:${study.codes[0]!.facet}`, study.codes.at(-1)!.path.join(' > '), study.codes[0]!.path[0]]) yield { by, count, speakers, subcodes, rows };
}

/** Groups by key, as the model has no opinion about the order of values; numbers of documents and people become their names. */
const named = (names: ReadonlyMap<string, string>, by: string, key: string | null) => (key === null || !['document', 'participant', 'coder'].includes(by) ? key : names.get(`${by}/${key}`)!);
const shown = (columns: readonly { key: string | null; n: number; documents: number }[], rows: readonly { path: string; cells: readonly (number | null)[] }[]) => ({
  columns: columns.map(({ key, n, documents }) => ({ key, n, documents })).toSorted((a, b) => String(a.key).localeCompare(String(b.key))),
  cells: rows.flatMap(({ path, cells }) => cells.map((cell, index) => `${path} | ${columns[index]!.key} = ${cell}`)).toSorted(),
});
async function namesOf(engine: Engine): Promise<ReadonlyMap<string, string>> {
  const [documents, participants, coders] = [await engine.call('document.list', {}), await engine.call('participant.list', {}), await engine.call('coder.list', {})];
  return new Map([...documents.map(({ id, name }) => [`document/${id}`, name] as const), ...participants.map(({ id, name }) => [`participant/${id}`, name] as const), ...coders.map(({ id, name }) => [`coder/${id}`, name] as const)]);
}
function expectSame(table: Table, model: CountedTable, by: string, names: ReadonlyMap<string, string>): void {
  expect(table.n).toBe(model.n);
  const columns = table.columns.map((column) => ({ ...column, key: named(names, by, column.key) }));
  expect(shown(columns, table.rows.map(({ path }, row) => ({ path, cells: table.cells[row]! })))).toEqual(shown(model.columns, model.rows));
}

test('every table is what reading all codings one by one would count', () => eachStudy(30, async (engine, study) => {
  const names = await namesOf(engine);
  for (const asked of tables(study)) expectSame(await ask(engine, asked), countTable(study, asked), asked.by, names);
}), 120_000);

test('the quotations behind a cell are exactly the passages that it counts', () => eachStudy(30, async (engine, study) => {
  const names = await namesOf(engine);
  for (const by of ways)
    for (const speakers of ['interviewees', 'all'] as const)
      for (const subcodes of [false, true]) {
        const asked = { by, speakers, subcodes, count: 'passages', rows: undefined } as const;
        const model = countTable(study, asked);
        const table = await ask(engine, asked);
        for (const [row, { code, path }] of table.rows.entries())
          for (const [column, { key }] of table.columns.entries()) {
            const quotations = await engine.call('frequency.quotations', { by, speakers, subcodes, code, key });
            const wanted = model.rows.find((each) => each.path === path)!.quotations[model.columns.findIndex((each) => each.key === named(names, by, key))]!;
            expect(quotations.map(([first]) => `${first!.document}/${first!.start}/${first!.end}`).toSorted()).toEqual(wanted);
            expect(table.cells[row]![column] ?? 0).toBe(wanted.length);
            const texts = new Map(study.documents.map(({ name, text }) => [name, text]));
            for (const excerpt of quotations.flat()) expect(excerpt.quotation).toBe(texts.get(excerpt.document)!.slice(excerpt.start, excerpt.end));
          }
      }
}), 120_000);

test('a table asked while a study is being coded is as right as one asked at the end, also after a refusal, an undo and a redo', () => eachStudy(15, async (engine, { codings: all, ...rest }) => {
  // The study comes without its codings; they follow one by one, each with a second code.
  await engine.call('history.undo', {});
  await engine.call('study.take', { snapshot: { ...rest, codings: [] } });
  const documents = new Map((await engine.call('document.list', {})).map(({ id, name }) => [name, id]));
  const codes = new Map((await engine.call('code.list', {})).map(({ id, path }) => [path, id]));
  const coded: Snapshot['codings'][] = [[]];
  const expectRight = async () => {
    const names = await namesOf(engine);
    const study = { ...rest, codings: coded.at(-1)! };
    for (const by of ways)
      for (const count of ['codings', 'participants', 'words'] as const) {
        const asked = { by, count, speakers: 'interviewees', subcodes: true, rows: undefined } as const;
        expectSame(await ask(engine, asked), countTable(study, asked), by, names);
      }
  };
  for (const [index, coding] of all.entries()) {
    const { document, start, end, coder } = coding;
    const given = [coding, { ...coding, ...rest.codes[index % rest.codes.length]!, code: rest.codes[index % rest.codes.length]!.path }];
    const apply = (more: object) => engine.ask('coding.apply', { document: documents.get(document)!, start, end, codes: given.map(({ code }) => ({ code: codes.get(code.join(' > '))!, ...more })) }, { who: coder });
    await expect(apply({ party: codes.get(coding.code.join(' > '))! })).rejects.toMatchObject({ code: 'party-not-here' });
    await expectRight();
    const before = (await engine.call('project.read', {})).undo?.seq;
    await apply({});
    const known = new Set(coded.at(-1)!.map((each) => [spanName(each), each.code, each.coder].join()));
    if ((await engine.call('project.read', {})).undo?.seq !== before) coded.push([...coded.at(-1)!, ...new Map(given.map((each) => [[spanName(each), each.code, each.coder].join(), each])).entries().filter(([key]) => !known.has(key)).map(([, each]) => each)]);
    await expectRight();
  }
  const [, last] = coded;
  while (coded.length > 1) {
    await engine.call('history.undo', {});
    coded.pop();
    await expectRight();
  }
  if (!last) return;
  await engine.call('history.redo', {});
  coded.push(last);
  await expectRight();
}), 120_000);
