import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStudy, type Engine } from '../../electron/core/engine.ts';
import { largeStudy, sizes, type Size } from './largeStudy.ts';
import { compared, report, type Measured } from './measure.ts';
import { excerptsPlainly, participantsPlainly, sweepOfInterviewees, sweepPlainly, tablePlainly } from './plainTables.ts';

/*
 * Each job against the plainest that can be written for it in better-sqlite3, on the same rows in the same run, and both must come to the same
 * sum. "first": the study was opened just now and nothing was read from it; the other side opens the file anew too. "then": after one more
 * coding, when nothing of an earlier answer holds, but columns that were read before are kept in step; the other side has its pages in memory.
 * Times are the processor's, but for opening, which is what a person waits. Both sides have run before either is timed, but for the largest study: else the smallest would measure how the program itself gets going.
 */
const folder = mkdtempSync(join(tmpdir(), 'concord-bench-'));
const wanted = process.argv.find((argument) => /^--size=\d+$/.test(argument))?.slice(7);
interface Job { readonly limit: number; /** Where it is another in a study just opened. */ readonly first?: number; ours(engine: Engine): Promise<number>; plain(db: Database.Database): number }
const jobs: Readonly<Record<string, Job>> = {
  'code × group, distinct documents': { limit: 1.5, ours: (engine: Engine) => engine.call('table.make', { columns: 'Group', count: 'documents' }).then(({ cells }) => sum(cells)), plain: (db: Database.Database) => tablePlainly(db, 'passages.document', 'value') },
  'code × group, people': { limit: 2, ours: (engine: Engine) => engine.call('table.make', { columns: 'Group', count: 'participants' }).then(({ cells }) => sum(cells)), plain: (db: Database.Database) => tablePlainly(db, 'turns.participant', 'value') },
  'code × participant': { limit: 2, ours: (engine: Engine) => engine.call('table.make', { columns: 'participant', count: 'codings' }).then(({ cells }) => sum(cells)), plain: participantsPlainly },
  'code × code, all pairs that overlap': { limit: 1.5, ours: (engine: Engine) => engine.call('table.make', { columns: 'codes' }).then(({ cells }) => sum(cells)), plain: sweepOfInterviewees },
  // A sweep that need not know who speaks reads no turns: in a study just opened a table, which always says of how many people it is, must.
  'code × code, whoever speaks': { limit: 1.5, first: Infinity, ours: (engine: Engine) => engine.call('table.make', { columns: 'codes', speakers: 'all' }).then(({ cells }) => sum(cells)), plain: sweepPlainly },
  'excerpts of the largest code': { limit: 2, ours: (engine: Engine) => engine.call('excerpt.list', { code: 'Code 0' }).then((excerpts) => excerpts.reduce((total, { quotation }) => total + quotation.length, 0)), plain: excerptsPlainly },
};
const sum = (cells: readonly (readonly (number | null)[])[]): number => cells.reduce((total, row) => total + row.reduce<number>((all, cell) => all + (cell ?? 0), 0), 0);
/** Processor time, ms: what else the machine does meanwhile counts for neither side. */
function spentSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
async function timed<R>(work: () => R | Promise<R>): Promise<{ ms: number; value: R }> {
  const start = process.cpuUsage();
  const value = await work();
  return { ms: spentSince(start), value };
}
const middle = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;

/** What the first screen asks: the lists on the left, and the first document with its codings. */
async function firstScreen(file: string): Promise<number> {
  const start = performance.now();
  const engine = openStudy(file, { who: 'Lin' });
  await Promise.all([engine.call('project.read', {}), engine.call('coder.list', {}), engine.call('attribute.list', {}), engine.call('participant.list', {}), engine.call('code.list', {}), engine.call('codeSet.list', {}), engine.call('version.now', {})]);
  const [first] = await engine.call('document.list', {});
  await Promise.all([engine.call('document.read', { document: first!.id }), engine.call('coding.list', { document: first!.id })]);
  const ms = performance.now() - start;
  engine.close();
  return ms;
}
/** A study is opened with what was counted when it was closed last; the very first opening of a file from elsewhere has nothing of that. */
async function opening(file: string, size: string): Promise<Measured[]> {
  const never = await firstScreen(file);
  const times: number[] = [];
  for (let run = 0; run < 5; run++) times.push(await firstScreen(file));
  return [compared('opening to the first screen ÷ 500 ms', size, middle(times), 500, 1), compared('(the first opening ever ÷ 500 ms, for comparison)', size, never, 500, Infinity)];
}

const spent: Record<string, { size: Size; ours: number; plain: number }[]> = {};
async function measuring(file: string, size: Size): Promise<Measured[]> {
  const named = size.codings.toLocaleString('en');
  // Before anything else has read the file, and closed it with what it counted.
  const measured = await opening(file, named);
  const runs = size.codings > 500_000 ? { before: 0, ours: 3, plain: 1 } : size.codings > 50_000 ? { before: 1, ours: 5, plain: 3 } : { before: 12, ours: 9, plain: 9 };
  for (const [job, { limit, first = limit, ours, plain }] of Object.entries(jobs)) {
    const plainly = () => { const db = new Database(file, { readonly: true }); try { return plain(db); } finally { db.close(); } };
    const engine = () => openStudy(file, { who: 'Lin' });
    for (let run = 0; run < runs.before; run++) { plainly(); const warming = engine(); await ours(warming); warming.close(); }
    const [fresh, plainFresh]: [number[], number[]] = [[], []];
    for (let run = 0; run < (runs.before > 1 ? 5 : 1); run++) {
      const opened = engine();
      const made = await timed(() => ours(opened));
      opened.close();
      const plainFirst = await timed(plainly);
      if (made.value !== plainFirst.value) throw new Error(`${job}: ${made.value}, plainly ${plainFirst.value}`);
      fresh.push(made.ms);
      plainFresh.push(plainFirst.ms);
    }
    const [times, again] = [await thenTimes(engine(), ours, runs), plainTimes(file, plain, runs)];
    measured.push(compared(`${job}, first`, named, middle(fresh), middle(plainFresh), first), compared(`${job}, then`, named, middle(times), middle(again), limit));
    (spent[job] ??= []).push({ size, ours: middle(times), plain: middle(again) });
  }
  return measured;
}
async function thenTimes(engine: Engine, ours: (engine: Engine) => Promise<number>, runs: { readonly before: number; readonly ours: number }): Promise<number[]> {
  const times: number[] = [];
  await ours(engine);
  for (let run = 0; run < runs.before + runs.ours; run++) {
    const { codings } = await engine.call('coding.apply', { document: 1, start: 250 + run, end: 300 + run, codes: [{ code: 2 + run }] });
    times.push((await timed(() => ours(engine))).ms);
    await engine.call('coding.remove', { codings });
  }
  engine.close();
  return times.slice(runs.before);
}
function plainTimes(file: string, plain: (db: Database.Database) => number, runs: { readonly plain: number }): number[] {
  const db = new Database(file, { readonly: true });
  plain(db);
  const times = Array.from({ length: runs.plain }, () => { const start = process.cpuUsage(); plain(db); return spentSince(start); });
  db.close();
  return times;
}
/** How cost grows from one size to the next: 1 is in step with the codings. Codes and interviews grow along. */
function growth(): void {
  for (const [job, all] of Object.entries(spent)) {
    const exponents = all.slice(1).map((each, index) => {
      const before = all[index]!;
      const of = (what: 'ours' | 'plain') => (Math.log(each[what] / before[what]) / Math.log(each.size.codings / before.size.codings)).toFixed(2);
      return `${before.size.codings.toLocaleString('en')} to ${each.size.codings.toLocaleString('en')}: ${of('ours')} (plainly ${of('plain')})`;
    });
    console.log(`exponent of growth, ${job}: ${exponents.join('; ')}`);
  }
}

try {
  const measured: Measured[] = [];
  for (const size of sizes.filter(({ codings }) => wanted === undefined || String(codings) === wanted)) {
    const file = join(folder, `${size.codings}.concord`);
    const { ms } = await timed(() => largeStudy(file, size));
    if (!process.argv.includes('--json')) console.log(`${size.codings.toLocaleString('en')} codings made in ${(ms / 1000).toFixed(1)} s`);
    measured.push(...await measuring(file, size));
    rmSync(file, { force: true });
  }
  process.exitCode = report(measured);
  if (!process.argv.includes('--json')) growth();
} finally { rmSync(folder, { recursive: true, force: true }); }
