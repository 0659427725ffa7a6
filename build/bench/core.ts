import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { connect } from '../../electron/core/file.ts';
import { createSchema } from '../../electron/core/migrate.ts';
import { createStudy, openStudy, type Engine } from '../../electron/core/engine.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { compared, median, medianAsync, report, seeded, type Measured } from './measure.ts';

const folder = mkdtempSync(join(tmpdir(), 'concord-bench-'));
const sizes = { documents: 500, turns: 100, codes: 300, groups: 7, codings: 200_000 };
const lines = { turn: 240 };

/** 500 interviews with 100 turns each, asked and answered in turn, and 200,000 codings of two coders. */
function study(): Snapshot {
  const random = seeded(20261121);
  const groups = Array.from({ length: sizes.groups }, (_, index) => `Group ${index + 1}`);
  const words = 'we wrote the forms until nine and nobody ever phoned about the patient who came back from the county hospital '.repeat(4).slice(0, lines.turn - 1);
  const text = Array.from({ length: sizes.turns }, () => words).join('\n');
  const turns = (document: number) => Array.from({ length: sizes.turns }, (_, turn) => ({ start: turn * lines.turn, end: turn * lines.turn + lines.turn - 1, participant: turn % 2 === 0 ? 'Interviewer' : `Person ${document}`, label: '', time: null }));
  const code = (index: number) => ({ path: [`Code ${index}`], facet: (['stakeholder', 'dimension', 'conflict', 'theme'] as const)[index % 4]! });
  return {
    name: 'Bench', description: '',
    attributes: [{ name: 'Group', of: 'participants', kind: 'choice', choices: groups }],
    participants: [{ name: 'Interviewer', role: 'interviewer', values: {} }, ...Array.from({ length: sizes.documents }, (_, index) => ({ name: `Person ${index}`, role: 'interviewee' as const, values: { Group: groups[index % sizes.groups]! } }))],
    codes: Array.from({ length: sizes.codes }, (_, index) => ({ ...code(index), definition: '', include: '', exclude: '', example: '', scale: [] })),
    documents: Array.from({ length: sizes.documents }, (_, index) => ({ name: `Interview ${index}`, text, values: {}, turns: turns(index) })),
    codings: Array.from({ length: sizes.codings }, (_, index) => {
      const start = random(sizes.turns) * lines.turn + random(lines.turn / 2);
      return { document: `Interview ${index % sizes.documents}`, start, end: start + 20 + random(100), ...codeOf(random(sizes.codes), code), coder: index % 2 === 0 ? 'Lin' : 'Wei', rating: null, party: null, counterparty: null, memo: '', created: 1_760_000_000_000 + index };
    }),
  };
}
const codeOf = (index: number, code: (index: number) => { path: string[]; facet: 'stakeholder' | 'dimension' | 'conflict' | 'theme' }) => { const { path, facet } = code(index); return { code: path, facet }; };

/** A file to work on that nothing has touched. */
function fresh(name: string): { file: string; engine: Engine } {
  const file = join(folder, `${name}-${Math.random()}.concord`);
  createStudy(file, name);
  return { file, engine: openStudy(file, { who: 'Lin' }) };
}

async function importing(given: Snapshot): Promise<{ measured: Measured; file: string }> {
  const without = { ...given, codings: [] };
  const times: number[] = [];
  let file = '';
  for (let run = 0; run < 3; run++) {
    const { engine, file: path } = fresh('import');
    await engine.call('study.take', { snapshot: without });
    // Documents are there by name already, so this snapshot brings codings alone.
    const start = performance.now();
    await engine.call('coding.add', { codings: await ready(engine, given) });
    times.push(performance.now() - start);
    engine.close();
    file = path;
  }
  const ours = times.toSorted((a, b) => a - b)[1]!;
  const source = new Database(file, { readonly: true });
  const passages = source.prepare('SELECT * FROM passages').all() as Record<string, unknown>[];
  const codings = source.prepare('SELECT * FROM codings').all() as Record<string, unknown>[];
  source.close();
  const raw = median(3, () => {
    const db = connect(join(folder, `raw-${Math.random()}.concord`));
    createSchema(db);
    db.pragma('foreign_keys = OFF');
    const insert = (table: string, row: Record<string, unknown>) => db.prepare(`INSERT INTO ${table} (${Object.keys(row).map((column) => `"${column}"`).join(', ')}) VALUES (${Object.keys(row).map((column) => `@${column}`).join(', ')})`);
    const [passage, coding] = [insert('passages', passages[0]!), insert('codings', codings[0]!)];
    db.transaction(() => {
      for (const row of passages) passage.run(row);
      for (const row of codings) coding.run(row);
    })();
    db.close();
  });
  return { measured: compared('take in codings ÷ raw insert', `${sizes.codings}`, ours, raw, 4), file };
}

/** The codings of a snapshot with the numbers of this study. */
async function ready(engine: Engine, { codings }: Snapshot) {
  const documents = new Map((await engine.call('document.list', {})).map(({ name, id }) => [name, id]));
  const codes = new Map((await engine.call('code.list', {})).map(({ path, id }) => [path, id]));
  return codings.map(({ document, start, end, code, coder, created }) => ({ document: documents.get(document)!, start, end, code: codes.get(code.join(' > '))!, coder, created }));
}

async function counting(file: string): Promise<Measured[]> {
  const engine = openStudy(file, { who: 'Lin' });
  const table = () => engine.call('table.make', { columns: 'Group', count: 'codings' });
  const [first] = await engine.call('document.list', {});
  const afterEdit: number[] = [];
  for (let run = 0; run < 7; run++) {
    // A text edit moves spans: nothing that was derived before can answer.
    await engine.call('document.edit', { document: first!.id, splices: [{ at: 0, removed: '', inserted: 'y' }] });
    const start = performance.now();
    await table();
    afterEdit.push(performance.now() - start);
  }
  const afterCoding: number[] = [];
  for (let run = 0; run < 7; run++) {
    const { codings } = await engine.call('coding.apply', { document: first!.id, start: run, end: run + 40, codes: [{ code: 2 + run }] });
    const start = performance.now();
    await table();
    afterCoding.push(performance.now() - start);
    if (codings.length !== 1) throw new Error('not coded');
  }
  const answer = await table();
  const warm = await medianAsync(7, table);
  engine.close();

  const db = new Database(file, { readonly: true });
  const plainest = db.prepare(`SELECT codings.code, value, count(DISTINCT codings.id) AS n FROM codings JOIN passages ON passages.id = codings.passage
    JOIN turns ON turns.document = passages.document AND turns."start" < passages."end" AND turns."end" > passages."start"
    JOIN participants ON participants.id = turns.participant AND role = 'interviewee' JOIN attributeValues ON attributeValues.participant = participants.id
    WHERE attribute = 1 GROUP BY codings.code, value`);
  const same = median(3, () => plainest.all());
  const total = (plainest.all() as { n: number }[]).reduce((sum, row) => sum + row.n, 0);
  const counted = answer.cells.flat().reduce<number>((sum, cell) => sum + (cell ?? 0), 0);
  if (total !== counted) throw new Error(`the table counts ${counted}, plain SQL ${total}`);
  db.close();
  const flat = new Database(':memory:');
  flat.exec('CREATE TABLE flat (id INTEGER PRIMARY KEY, code INTEGER, value TEXT)');
  flat.exec(`ATTACH '${file}' AS study; INSERT INTO flat (code, value) SELECT codings.code, coalesce(value, '') FROM study.codings JOIN study.passages ON passages.id = passage
    LEFT JOIN study.turns ON turns.document = passages.document AND turns."start" < passages."end" AND turns."end" > passages."start" LEFT JOIN study.attributeValues ON attributeValues.participant = turns.participant`);
  const grouped = flat.prepare('SELECT code, value, count(*) FROM flat GROUP BY code, value');
  const flatTime = median(7, () => grouped.all());
  flat.close();
  const middle = (times: readonly number[]) => times.toSorted((a, b) => a - b)[3]!;
  const afterOne = middle(afterCoding);
  return [
    compared('code × group, after a coding ÷ plainest SQL on the same rows', `${sizes.codings}`, afterOne, same, 1.5),
    compared('code × group, after a text edit ÷ plainest SQL on the same rows', `${sizes.codings}`, middle(afterEdit), same, 1.5),
    compared('code × group, after a coding ÷ GROUP BY over one flat table', `${sizes.codings}`, afterOne, flatTime, 1.5),
    compared('code × group, asked again ÷ GROUP BY over one flat table', `${sizes.codings}`, warm, flatTime, 1.5),
  ];
}

async function editing(): Promise<Measured> {
  const { engine } = fresh('edit');
  const text = Array.from({ length: 250 }, () => 'x'.repeat(239)).join('\n');
  const { document } = await engine.call('document.create', { name: 'Long', text });
  const { code } = await engine.call('code.create', { name: 'Code', facet: 'theme' });
  await engine.call('coding.add', { codings: Array.from({ length: 2000 }, (_, index) => ({ document, start: 30 + index * 29, end: 50 + index * 29, code, coder: 'Lin' })) });
  let at = 5;
  const ours = await medianAsync(41, () => engine.call('document.edit', { document, splices: [{ at: at++, removed: '', inserted: 'y' }] }));
  engine.close();
  return compared('one text edit at the head ÷ 5 ms', '60,000 characters, 2,000 codings', ours, 5, 1);
}

try {
  const given = study();
  const { measured, file } = await importing(given);
  process.exitCode = report([measured, ...await counting(file), await editing()]);
} finally { rmSync(folder, { recursive: true, force: true }); }
