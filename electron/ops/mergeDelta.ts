import type { Change } from '../../shared/model/change.ts';
import { spanTables, tableNames, type TableName } from '../../shared/model/schema.ts';
import type { Splice } from '../../shared/model/span.ts';
import type { Reader, TrailEntry } from './operation.ts';

/** A row of any table, as the merge sees it. */
export type AnyRow = Readonly<Record<string, unknown>> & { readonly id: number; readonly uuid: string };
/** What became of a row since an entry of the journal. */
export interface Touched {
  readonly id: number;
  readonly uuid: string;
  /** Whether it came since; nothing is told of rows that came and went. */
  readonly added: boolean;
  /** As it is now; null where it went. */
  readonly now: AnyRow | null;
  /** As it was when it went, where it did. */
  readonly was: AnyRow | null;
  /** The journal's entry in which it went: what one command took away hangs together. */
  readonly goneIn: number | null;
  /** What its fields held since, oldest first, before what they hold now; fields that nobody touched are not there. */
  readonly held: ReadonlyMap<string, readonly unknown[]>;
}
export interface Delta {
  readonly rows: ReadonlyMap<TableName, readonly Touched[]>;
  /** What was typed in each document, in order. */
  readonly splices: ReadonlyMap<number, readonly Splice[]>;
}

interface Known {
  added: boolean; was: AnyRow | null; goneIn: number | null; held: Map<string, unknown[]> | null;
  /** The row that had this number before: another one, or, where an undo brought it back, this one. */
  before: Known | null;
}
const fresh = (more: Partial<Known>): Known => ({ added: false, was: null, goneIn: null, held: null, before: null, ...more });
const nothingHeld: ReadonlyMap<string, readonly unknown[]> = new Map();

/**
 * The entries after one (`seq`; 0 for all) that still hold: what was done and taken back, and taken back and done again, is left out, as undo and redo
 * go backwards and forwards over whole entries. Of what was done before, one entry is left where it stands otherwise now.
 */
export function entriesAfter(trail: readonly TrailEntry[], since: number): TrailEntry[] {
  const rootOf = new Map<number, number>();
  const steps = new Map<number, TrailEntry[]>();
  for (const entry of trail) {
    const root = entry.kind === 'do' ? entry.seq : rootOf.get(entry.reverts ?? 0) ?? entry.seq;
    rootOf.set(entry.seq, root);
    const known = steps.get(root);
    if (known) known.push(entry);
    else steps.set(root, [entry]);
  }
  const holds = (entry: TrailEntry | undefined): boolean => entry !== undefined && entry.kind !== 'undo';
  const left = [...steps.values()].flatMap((all) => {
    const last = all.at(-1)!;
    if (last.seq <= since || holds(last) === holds(all.findLast(({ seq }) => seq <= since))) return [];
    return [holds(last) && all[0]!.seq > since ? all[0]! : last];
  });
  return left.toSorted((a, b) => a.seq - b.seq);
}
/** The changes after an entry (`seq`; 0 for all), oldest first. */
function* changesAfter(project: Reader, trail: readonly TrailEntry[], seq: number): Generator<{ readonly change: Change; readonly entry: number }> {
  for (const entry of entriesAfter(trail, seq)) for (const change of project.changesOf(entry.seq)) yield { change, entry: entry.seq };
}

/** What became of a study since an entry of its journal (`seq`; 0 for its beginning): each row once, whatever was done to it and taken back. Spans that only moved with their text are not touched. */
export const deltaSince = (project: Reader, seq: number, trail = project.trail()): Delta => drained(deltaSteps(project, seq, trail));
/** The answer of work that is told in steps, done at one go. */
export function drained<R>(steps: Generator<unknown, R>): R {
  for (;;) { const { done, value } = steps.next(); if (done) return value; }
}
/** Changes that are gone through between two steps. */
const atOnce = 2_000;
/** As `deltaSince`, in steps between which others may go on; each tells how much is done (0 to 1). The study must stay as it is. */
export function* deltaSteps(project: Reader, seq: number, trail: readonly TrailEntry[]): Generator<number, Delta> {
  let looked = 0;
  const first = seq;
  const last = trail.at(-1)?.seq ?? first;
  const known = new Map<TableName, Map<number, Known>>(tableNames.map((table) => [table, new Map()]));
  const splices = new Map<number, Splice[]>();
  for (const { change, entry } of changesAfter(project, trail, seq)) {
    if (++looked % atOnce === 0) yield (entry - first) / Math.max(1, last - first);
    if (change.kind === 'spliced') {
      const there = splices.get(change.document);
      if (there) there.push(change.splice);
      else splices.set(change.document, [change.splice]);
      continue;
    }
    const rows = known.get(change.table)!;
    if (change.kind === 'added') {
      for (let id = change.first; id <= change.last; id++) rows.set(id, fresh({ added: true, before: rows.get(id) ?? null }));
    } else if (change.kind === 'changed') {
      let there = rows.get(change.id);
      if (!there) rows.set(change.id, (there = fresh({})));
      there.held ??= new Map();
      for (const [field, before] of Object.entries(change.before)) {
        const values = there.held.get(field);
        if (values) values.push(before);
        else there.held.set(field, [before]);
      }
    } else {
      for (const row of change.rows) {
        const there = rows.get(row.id);
        const went = { was: row as unknown as AnyRow, goneIn: entry };
        if (!there) rows.set(row.id, fresh(went));
        else if (!there.added) Object.assign(there, went);
        else if (there.before) rows.set(row.id, there.before.was!.uuid === row.uuid ? { ...there.before, ...went, held: joined(there.before.held, there.held) } : there.before);
        else rows.delete(row.id);
      }
    }
  }
  const rows = new Map<TableName, readonly Touched[]>();
  for (const [table, touched] of known) {
    rows.set(table, touchedRows(project, table, touched));
    if (touched.size > atOnce) yield 1;
  }
  return { rows, splices };
}

function touchedRows(project: Reader, table: TableName, known: ReadonlyMap<number, Known>): Touched[] {
  if (known.size === 0) return [];
  const now = rowsOf(project, table, [...known.keys()]);
  return renumbered([...known].flatMap(([id, last]) => told(id, last, last.was === null ? now.get(id) ?? null : null)));
}
/** A row that went and came back with another number is one that was there all the time. */
function renumbered(rows: Touched[]): Touched[] {
  const gone = new Map(rows.filter(({ now }) => now === null).map((row) => [row.uuid, row]));
  const back = new Set(rows.filter(({ added, now, uuid }) => added && now !== null && gone.has(uuid)).map(({ uuid }) => uuid));
  if (back.size === 0) return rows;
  return rows.flatMap((row) => {
    if (!back.has(row.uuid)) return [row];
    if (row.now === null) return [];
    const { was, held, added } = gone.get(row.uuid)!;
    const differs = new Map(Object.entries(was!).filter(([name, value]) => name !== 'id' && value !== row.now![name]).map(([name, value]) => [name, [value]]));
    return [{ ...row, added, held: joined(joined(new Map([...held].map(([name, values]) => [name, [...values]])), differs), new Map([...row.held].map(([name, values]) => [name, [...values]]))) ?? nothingHeld }];
  });
}
/** The rows that had one number: those that went first. A row that is not there and never went came in a way of which the journal does not tell: nothing can be said of it. */
function told(id: number, { added, was, goneIn, held, before }: Known, now: AnyRow | null): Touched[] {
  if (before && now && before.was?.uuid === now.uuid) return told(id, { ...before, was: null, goneIn: null, held: joined(before.held, held) }, now);
  const earlier = before ? told(id, before, null) : [];
  if (now === null && was === null) return earlier;
  return [...earlier, { id, uuid: (now ?? was)!.uuid, added, now, was, goneIn, held: held ?? nothingHeld }];
}
const joined = (one: Known['held'], other: Known['held']): Known['held'] => (one && other ? new Map([...one, ...[...other].map(([field, values]): [string, unknown[]] => [field, [...(one.get(field) ?? []), ...values]])]) : one ?? other);

/** Rows by their numbers. */
function rowsOf(project: Reader, table: TableName, ids: readonly number[]): Map<number, AnyRow> {
  if (ids.length < 40) return new Map(ids.flatMap((id) => { const row = project.find(table, id); return row ? [[id, row as unknown as AnyRow]] : []; }));
  const wanted = new Set(ids);
  const rows = new Map<number, AnyRow>();
  for (const row of project.between(table, ...bounds(ids))) if (wanted.has(row.id)) rows.set(row.id, row as unknown as AnyRow);
  return rows;
}
/** The least and the most, however many there are. */
const bounds = (ids: readonly number[]): [number, number] => ids.reduce<[number, number]>(([least, most], id) => [Math.min(least, id), Math.max(most, id)], [Number.MAX_SAFE_INTEGER, 0]);

export const isSpanTable = (table: TableName): boolean => (spanTables as readonly TableName[]).includes(table);
