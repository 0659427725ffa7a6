import { mergedTables, mergeMoves, type MergeCoder, type MergeComing, type MergedTable, type MergeKind, type MergeRow, type MergeTextChange } from '../../shared/model/merge.ts';
import { contextOf } from '../../shared/model/wordsAround.ts';
import type { AnyRow } from './mergeDelta.ts';
import type { MergePlan } from './mergePlan.ts';
import { sayNothing } from './mergeSettling.ts';
import type { PlannedText } from './mergeSpans.ts';
import { createTelling, type Telling } from './mergeTelling.ts';
import type { Reader } from './operation.ts';

/** Rows that are told one by one: of each coder, and of a kind altogether; and places of a text. Enough to see what it is. */
const [mostOfCoder, mostOfKind, mostPlaces] = [30, 120, 60];
type Move = (typeof mergeMoves)[number];
/** A row on its way: whose study tells of it, and what becomes of it. */
interface Moving { readonly side: 'ours' | 'theirs'; readonly row: AnyRow; readonly fields: Readonly<Record<string, unknown>> }

/** What a merge brings, so that a person sees it before it comes: how much of each coder, the first rows of each kind by what they say, and what is corrected in the texts. */
export function tellComing(ours: Reader, theirs: Reader, plan: MergePlan): MergeComing {
  const tell = createTelling(ours, theirs);
  const kinds = movesOf(ours, plan).map(({ table, moves }): MergeKind => {
    const told = (move: Move) => firstRows(moves[move], ({ side, row }) => coderOf(tell, side, row)).map(({ side, row, fields }) => ({ ...rowOf(tell, table, side, row), fields: changesOf(tell, table, row, fields) }));
    return { table, added: told('added'), changed: told('changed'), removed: told('removed') };
  });
  return { coders: codersOf(ours, plan, tell), kinds, texts: plan.texts.map((text) => textChange(ours, text)) };
}

const idsOf = (ids: readonly number[]) => JSON.stringify(ids);
/** What comes, changes and goes, kind by kind; of rows of ours only as many as are told. */
function movesOf(ours: Reader, { fresh, changed, removed }: MergePlan): { table: MergedTable; moves: Record<Move, Moving[]> }[] {
  const coming = Map.groupBy(fresh, ({ table }) => table);
  const changing = Map.groupBy(changed.filter(({ fields }) => !sayNothing(fields)), ({ table }) => table);
  const there = (table: MergedTable, id: number): Moving[] => { const row = ours.find(table, id) as unknown as AnyRow | null; return row ? [{ side: 'ours', row, fields: {} }] : []; };
  return mergedTables.flatMap((table) => {
    const moves = {
      added: (coming.get(table) ?? []).map(({ theirs: row }): Moving => ({ side: 'theirs', row, fields: {} })),
      changed: (changing.get(table) ?? []).slice(0, mostOfKind).flatMap(({ id, fields }) => there(table, id).map((each) => ({ ...each, fields }))),
      removed: (removed.get(table) ?? []).slice(0, mostOfKind).flatMap((id) => there(table, id)),
    };
    return mergeMoves.some((move) => moves[move].length > 0) ? [{ table, moves }] : [];
  });
}
/** The first of each coder, so that nobody's are told by another's alone. */
function firstRows(all: readonly Moving[], coderOf: (each: Moving) => string | null): Moving[] {
  const told = new Map<unknown, number>();
  const first: Moving[] = [];
  for (const each of all) {
    if (first.length === mostOfKind) break;
    const coder = each.row['coder'] === undefined ? null : `${each.side}${(each.row['coder'] as number | null) ?? ''}`;
    const known = told.get(coder) ?? 0;
    if (coder !== null && known === mostOfCoder) continue;
    told.set(coder, known + 1);
    first.push(each);
  }
  return first.toSorted((a, b) => (coderOf(a) ?? '').localeCompare(coderOf(b) ?? ''));
}
const coderOf = (tell: Telling, side: Moving['side'], row: AnyRow): string | null => (typeof row['coder'] === 'number' ? tell.named(side, 'coders', row['coder']) : null);
function rowOf(tell: Telling, table: MergedTable, side: Moving['side'], row: AnyRow): Omit<MergeRow, 'fields'> {
  const { about, where } = tell.about(side, table, row);
  const coder = coderOf(tell, side, row);
  return { name: about, where: coder !== null && table === 'codings' ? where.slice(0, where.length - coder.length - 3) : where, coder };
}
/** Fields that a person reads; moments and the like say nothing. */
const untold = new Set(['created', 'changed', 'position', 'original', 'colour', 'uuid']);
const changesOf = (tell: Telling, table: MergedTable, row: AnyRow, fields: Moving['fields']): MergeRow['fields'] => Object.entries(fields).filter(([name]) => !untold.has(name))
  .map(([field, to]) => ({ field, from: tell.value('ours', table, field, row[field]), to: typeof to === 'number' && to < 0 ? null : tell.value('ours', table, field, to) }));

/** Codings and memos by whose they are; who has most first. */
export function codersOf(ours: Reader, { fresh, changed, removed }: MergePlan, tell: Telling): MergeCoder[] {
  const none = () => ({ added: 0, changed: 0, removed: 0 });
  const coders = new Map<string, { codings: Record<Move, number>; memos: Record<Move, number> }>();
  const add = (name: string, table: 'codings' | 'memos', move: Move, count: number) => {
    let known = coders.get(name);
    if (!known) coders.set(name, (known = { codings: none(), memos: none() }));
    known[table][move] += count;
  };
  for (const table of ['codings', 'memos'] as const) {
    const coming = new Map<number | null, number>();
    for (const each of fresh) if (each.table === table) { const coder = each.theirs['coder'] as number | null; coming.set(coder, (coming.get(coder) ?? 0) + 1); }
    for (const [coder, count] of coming) add(coder === null ? '' : tell.named('theirs', 'coders', coder), table, 'added', count);
    const own = { changed: changed.filter((each) => each.table === table && !sayNothing(each.fields)).map(({ id }) => id), removed: removed.get(table) ?? [] };
    for (const move of ['changed', 'removed'] as const) for (const { coder, n } of ours.query<{ coder: number | null; n: number }>(`SELECT coder, count(*) AS n FROM "${table}" WHERE id IN (SELECT value FROM json_each(?)) GROUP BY coder`, idsOf(own[move]))) add(coder === null ? '' : tell.named('ours', 'coders', coder), table, move, n);
  }
  const all = ({ codings, memos }: Omit<MergeCoder, 'coder'>) => mergeMoves.reduce((sum, move) => sum + codings[move] + memos[move], 0);
  return [...coders].map(([coder, counts]) => ({ coder, ...counts })).toSorted((a, b) => all(b) - all(a) || a.coder.localeCompare(b.coder));
}

function textChange(ours: Reader, { document, name, splices }: PlannedText): MergeTextChange {
  const { text } = ours.get('documents', document);
  return {
    document: name, count: splices.length,
    // They are planned from the end on: none moves the places of the others.
    edits: splices.toReversed().slice(0, mostPlaces).map(({ at, removed, inserted }) => { const { before, after } = contextOf(text, { start: at, end: at + removed.length }); return { before, removed: inShortWithin(removed), inserted: inShortWithin(inserted), after }; }),
  };
}
/** The beginning of what is long, in whole words, with the blanks at its ends: they are part of what is typed. */
const inShortWithin = (words: string): string => (words.length <= 300 ? words.replace(/\s+/g, ' ') : contextOf(words, { start: 0, end: 0 }, 300).after);
