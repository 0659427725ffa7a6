import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../../electron/core/file.ts';
import { readWhole } from '../../electron/core/files.ts';
import { openStudy } from '../../electron/core/engine.ts';
import { largeStudy, sizes } from './largeStudy.ts';
import Database from 'better-sqlite3';
import { kappaPlainly } from './plainTables.ts';
import { growth, timeExchange } from './refi.ts';
import { compared, report, seeded, type Measured } from './measure.ts';

/*
 * What teams do, each against the plainest that can be written for it on the same rows in the same run: a merge of 20,000 new codings, each
 * an entry of the other copy's journal, against their raw insert in one transaction into the same study. Times are the processor's, but for what a person waits.
 */
const folder = mkdtempSync(join(tmpdir(), 'concord-bench-'));
const come = 20_000;
const runs = 3;
const middle = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;

/** A copy of the study in which a coder has put many codings on places of their own. */
async function coded(base: string, file: string): Promise<void> {
  copyFileSync(base, file);
  const engine = openStudy(file, { who: 'Bo' });
  const random = seeded(7);
  const documents = (await engine.call('document.list', {})).map(({ id }) => id);
  const codes = (await engine.call('code.list', {})).map(({ id }) => id);
  for (let index = 0; index < come; index++) {
    const start = random(47_000);
    await engine.call('coding.apply', { document: documents[random(documents.length)]!, start, end: start + 1 + random(200), codes: [{ code: codes[random(codes.length)]! }] });
  }
  engine.close();
}
/** Processor time, ms, and what a person waits. */
interface Spent { readonly cpu: number; readonly wall: number }
function clock(): () => Spent {
  const [start, began] = [process.cpuUsage(), performance.now()];
  return () => { const { user, system } = process.cpuUsage(start); return { cpu: (user + system) / 1000, wall: performance.now() - began }; };
}
async function merged(base: string, other: string): Promise<Spent> {
  const file = join(folder, 'ours.concord');
  copyFileSync(base, file);
  const engine = openStudy(file, { who: 'Ana' });
  try {
    const spent = clock();
    const { value } = await engine.ask('study.merge', { handle: other }, { preparation: { file: async (path) => readWhole(path) } });
    const took = spent();
    const count = (value as { counts: { table: string; added: number }[] }).counts.find(({ table }) => table === 'codings')?.added;
    if (count !== come) throw new Error(`${count} codings came instead of ${come}`);
    return took;
  } finally { engine.close(); }
}
/** The same rows, written straight into the tables of the same study. */
function inserted(base: string, other: string): Spent {
  const file = join(folder, 'raw.concord');
  copyFileSync(base, file);
  const [from, into] = [connect(other), connect(file)];
  try {
    const rows = (db: typeof from, table: string, after: number) => db.prepare(`SELECT * FROM ${table} WHERE id > ?`).all(after) as Record<string, unknown>[];
    const last = (table: string) => into.prepare(`SELECT max(id) FROM ${table}`).pluck().get() as number;
    const fresh = ['coders', 'passages', 'codings'].map((table) => ({ table, rows: rows(from, table, last(table)) }));
    const spent = clock();
    into.transaction(() => {
      for (const { table, rows: all } of fresh) {
        const columns = Object.keys(all[0]!);
        const insert = into.prepare(`INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`);
        for (const row of all) insert.run(row);
      }
    })();
    return spent();
  } finally { from.close(); into.close(); }
}

/** κ of two coders for every code: ours with all other measures of agreement, in a study opened just now and after one more coding; and the plainest sweep. Times are the processor's. */
async function agreed(file: string): Promise<{ first: number; again: number; plain: number }> {
  const db = new Database(file, { readonly: true });
  const time = clock();
  const expected = kappaPlainly(db);
  const plain = time().cpu;
  db.close();
  const engine = openStudy(file, { who: 'Ana' });
  try {
    const table = async () => { const spent = clock(); const { rows } = await engine.call('agreement.table', { coders: [1, 2] }); return { ms: spent().cpu, sum: rows.reduce((sum, { kappa }) => sum + (kappa.value ?? 0), 0) }; };
    const first = await table();
    if (Math.abs(first.sum - expected) > 1e-6) throw new Error(`κ: ${first.sum}, plainly ${expected}`);
    await engine.call('coding.apply', { document: 1, start: 250, end: 300, codes: [{ code: 2 }] });
    const again = await table();
    await engine.call('history.undo', {});
    return { first: first.ms, again: again.ms, plain };
  } finally { engine.close(); }
}

const measured: Measured[] = [];
try {
  const [base, other] = [join(folder, 'base.concord'), join(folder, 'other.concord')];
  largeStudy(base, sizes[1]!);
  openStudy(base).close();
  await coded(base, other);
  const [ours, raw]: [Spent[], Spent[]] = [[], []];
  for (let run = 0; run <= runs; run++) { ours.push(await merged(base, other)); raw.push(inserted(base, other)); }
  const kappas: Awaited<ReturnType<typeof agreed>>[] = [];
  for (let run = 0; run <= runs; run++) kappas.push(await agreed(base));
  const spentOn = (what: 'first' | 'again' | 'plain') => middle(kappas.slice(1).map((each) => each[what]));
  measured.push(compared('agreement on 300 codes in 500 interviews, first', '200,000', spentOn('first'), spentOn('plain'), 1.5), compared('agreement on 300 codes in 500 interviews, then', '200,000', spentOn('again'), spentOn('plain'), 1.5));
  measured.push(compared('merge of 20,000 codings', '200,000', middle(ours.slice(1).map(({ cpu }) => cpu)), middle(raw.slice(1).map(({ cpu }) => cpu)), 5));
  measured.push(compared('the same, of the 2 s that a person may wait', '200,000', middle(ours.slice(1).map(({ wall }) => wall)), 2000, 1));
} finally { rmSync(folder, { recursive: true, force: true }); }
// Projects of other programs: linear in their size, and within what a person may wait and a laptop has.
const [fewer, all] = [timeExchange(50_000), timeExchange(200_000)];
for (const [part, what] of [['write', '.qdpx written'], ['read', '.qdpx read back'], ['foreign', '.qdpx of another program read']] as const) {
  measured.push(compared(`${what}, of 20 s`, '200,000', all[part].cpu, 20_000, 1), compared(`${what}, MB of 1,000`, '200,000', all[part].memory, 1000, 1));
  console.log(`${what}: grows by the power of ${growth(fewer[part].cpu, all[part].cpu, 4).toFixed(2)}`);
  measured.push(compared(`${what}, per coding beside 50,000`, '200,000', all[part].cpu / 4, fewer[part].cpu, 1.5));
}
process.exitCode = report(measured);
