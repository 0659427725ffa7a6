import type { Change } from '../../shared/model/change.ts';
import type { MergeAuthor, MergeConflict, MergedTable } from '../../shared/model/merge.ts';
import type { Splice } from '../../shared/model/span.ts';
import { entriesAfter } from './mergeDelta.ts';
import { mergeOperation, mergeRecord, type Ground } from './mergeGround.ts';
import { dependentsOf } from './mergeRemovals.ts';
import { traced } from './mergeTraces.ts';
import type { Reader, TrailEntry } from './operation.ts';

/** Who wrote what stands on either side of a difference; null where the journal does not tell. */
export interface MergeAuthors { readonly ours: MergeAuthor | null; readonly theirs: MergeAuthor | null }
type Side = keyof MergeAuthors;
type Entry = Pick<TrailEntry, 'seq' | 'who' | 'at' | 'operation'>;
/** What is looked for in a journal, newest entry first: what was written about a record, or where it went, or what stands on it. */
interface Wanted {
  readonly table: MergedTable;
  readonly uuids: readonly string[];
  /** Only these fields; null for all. */
  readonly fields: readonly string[] | null;
  readonly isGone: boolean;
  /** What came and points at it counts too. */
  readonly withWhatHangs: boolean;
  /** A stretch of a document's text: where it began in the text that both had, and what it says now and said. */
  readonly stretch: { readonly from: number | undefined; readonly words: string; readonly before: string } | null;
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;
/** The records that a key names: `kind:[table:]uuid:…`. */
export const uuidsOf = (key: string): string[] => key.split(':').filter((part) => uuidShape.test(part));

function wantedOf({ key, kind, table, field, ours, base, theirs, from }: MergeConflict, side: Side, sameAs: (uuid: string) => readonly string[]): Wanted | null {
  const named = uuidsOf(key);
  const uuid = named[side === 'theirs' && named.length > 1 ? 1 : 0];
  if (uuid === undefined) return null;
  const all = { table: table as MergedTable, uuids: sameAs(uuid), fields: null, isGone: false, withWhatHangs: false, stretch: null };
  if (kind === 'goneHere' || kind === 'goneThere') return (kind === 'goneHere') === (side === 'ours') ? { ...all, isGone: true } : { ...all, withWhatHangs: true };
  if (kind === 'field') return { ...all, fields: [field ?? ''] };
  if (kind === 'name') return { ...all, fields: ['name', 'parent'] };
  if (kind === 'span') return { ...all, fields: ['start', 'end'] };
  if (kind === 'turns') return { ...all, fields: [], withWhatHangs: true };
  if (kind === 'covered') return side === 'ours' ? { ...all, withWhatHangs: true } : { ...all, isGone: true };
  return { ...all, stretch: { from, words: (side === 'ours' ? ours : theirs) ?? '', before: base ?? '' } };
}

/** Who wrote either side of each difference, by its key, and when: the last entry of the journal that still holds. */
export function authorsOf(ours: Reader, theirs: Reader, { ground, joined, conflicts }: { readonly ground: Ground; readonly joined: readonly (readonly [string, string])[]; readonly conflicts: readonly MergeConflict[] }): ReadonlyMap<string, MergeAuthors> {
  const pairs = new Map(joined.flatMap(([their, own]) => [[their, own], [own, their]]));
  const sameAs = (uuid: string) => [...new Set([uuid, pairs.get(uuid) ?? uuid, ...ground.sameAs(uuid)])];
  const found = (side: Side, project: Reader) => writersOf(project, entriesAfter(ground.trails[side], ground[side]), conflicts.map((conflict) => wantedOf(conflict, side, sameAs)));
  const [mine, other] = [found('ours', ours), found('theirs', theirs)];
  return new Map(conflicts.map(({ key }, index) => [key, { ours: mine[index] ?? null, theirs: other[index] ?? null }]));
}

interface Sought { readonly index: number; readonly fields: readonly string[] | null }
/** Rows that are looked for, by number. */
type SoughtRows = Map<MergedTable, Map<number, Sought[]>>;

function rowsSought(project: Reader, wanted: readonly (Wanted | null)[]): SoughtRows {
  const rows: SoughtRows = new Map();
  const seek = (table: MergedTable, id: number, sought: Sought) => {
    let known = rows.get(table);
    if (!known) rows.set(table, (known = new Map()));
    known.set(id, [...(known.get(id) ?? []), sought]);
  };
  const tables = Map.groupBy(wanted.flatMap((each, index) => (each && !each.isGone && !each.stretch ? [{ ...each, index }] : [])), ({ table }) => table);
  for (const [table, all] of tables) {
    const ids = new Map(project.query<{ id: number; uuid: string }>(`SELECT id, uuid FROM "${table}" WHERE uuid IN (SELECT value FROM json_each(?))`, JSON.stringify(all.flatMap(({ uuids }) => uuids))).map(({ id, uuid }) => [uuid, id]));
    const hang = new Map<number, number>();
    for (const { index, uuids, fields, withWhatHangs } of all) for (const uuid of uuids) {
      const id = ids.get(uuid);
      if (id === undefined) continue;
      seek(table, id, { index, fields });
      if (withWhatHangs) hang.set(id, index);
    }
    if (hang.size > 0) for (const { table: from, id, on } of dependentsOf(project, table, [...hang.keys()])) seek(from, id, { index: hang.get(on)!, fields: null });
  }
  return rows;
}

function writersOf(project: Reader, entries: readonly TrailEntry[], wanted: readonly (Wanted | null)[]): (MergeAuthor | null)[] {
  const found = new Map<number, Entry>();
  const rows = rowsSought(project, wanted);
  const gone = new Map(wanted.flatMap((each, index) => (each?.isGone ? each.uuids.map((uuid) => [uuid, index] as const) : [])));
  const turned = new Map(wanted.flatMap((each, index) => (each?.fields?.length === 0 ? each.uuids.map((uuid) => [uuid, index] as const) : [])));
  const documents = new Map(project.query<{ id: number; uuid: string }>('SELECT id, uuid FROM documents').map(({ id, uuid }) => [id, uuid]));
  const texts = new Map(wanted.flatMap((each, index) => (each?.stretch ? each.uuids.map((uuid) => [uuid, index] as const) : [])));
  const typed = new Map<number, { splice: Splice; entry: Entry }[]>();
  const open = new Set(wanted.flatMap((each, index) => (each && !each.stretch ? [index] : [])));
  const note = (index: number | undefined, entry: Entry) => { if (index !== undefined && open.delete(index)) found.set(index, entry); };
  const noteAll = (sought: readonly Sought[] | undefined, entry: Entry, touched: (field: string) => boolean) => { for (const { index, fields } of sought ?? []) if (fields === null || fields.some(touched)) note(index, entry); };
  const look = (change: Change, entry: Entry): void => {
    if (change.kind === 'spliced') {
      if (texts.size > 0) typed.set(change.document, [{ splice: change.splice, entry }, ...(typed.get(change.document) ?? [])]);
      return;
    }
    const known = rows.get(change.table as MergedTable);
    if (change.kind === 'changed') noteAll(known?.get(change.id), entry, (field) => field in change.before);
    else if (change.kind === 'added') {
      if (!known) return;
      if (change.last - change.first < known.size) for (let id = change.first; id <= change.last; id++) noteAll(known.get(id), entry, () => true);
      else for (const [id, sought] of known) if (id >= change.first && id <= change.last) noteAll(sought, entry, () => true);
    } else for (const row of change.rows) {
      note(gone.get(row.uuid), entry);
      if (change.table === 'turns') note(turned.get(documents.get((row as unknown as { document: number }).document) ?? ''), entry);
    }
  };
  for (const entry of entries.toReversed()) {
    if (open.size === 0 && texts.size === 0) break;
    for (const change of project.changesOf(entry.seq).toReversed()) look(change, entry);
  }
  for (const [document, all] of typed) {
    const uuid = documents.get(document) ?? '';
    if (texts.has(uuid)) wanted.forEach((each, index) => { if (each?.stretch && each.uuids.includes(uuid)) found.set(index, lastAt(all, each.stretch)); });
  }
  return wanted.map((_, index) => { const entry = found.get(index); return entry ? { who: entry.who, at: entry.at, from: broughtBy(project, entry) } : null; });
}
/** Who typed last where two texts differ; where that cannot be told by its place, who typed such words last. */
function lastAt(all: readonly { readonly splice: Splice; readonly entry: Entry }[], { from, words, before }: NonNullable<Wanted['stretch']>): Entry {
  const { last } = from === undefined ? { last: -1 } : traced(all.map(({ splice }) => splice), { start: from, end: from + before.length });
  const same = all.findLast(({ splice: { removed, inserted } }) => (words === '' ? removed.includes(before) : inserted.includes(words) || (inserted !== '' && words.includes(inserted))));
  return (all[last] ?? same ?? all.at(-1)!).entry;
}
/** The file that a merge took it from, where it came by one. */
function broughtBy(project: Reader, { seq, operation }: Entry): string | null {
  if (operation !== mergeOperation) return null;
  const record = mergeRecord.safeParse(project.inputOf(seq));
  return record.success ? record.data.file : null;
}
