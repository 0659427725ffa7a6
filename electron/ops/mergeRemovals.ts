import { columnsOf, mergedTables, type MergedTable } from '../../shared/model/merge.ts';
import type { AnyRow, Touched } from './mergeDelta.ts';
import type { Planning } from './mergePlan.ts';
import type { Reader } from './operation.ts';

interface Reference { readonly table: MergedTable; readonly column: string; readonly required: boolean; readonly about: boolean }
/** The columns that point at each table. */
const referencesTo = new Map<MergedTable, Reference[]>(mergedTables.map((to) => [to, mergedTables.flatMap((table) =>
  columnsOf(table).filter(({ refers }) => refers === to || (refers === 'about' && ['documents', 'participants', 'codes', 'passages', 'codings'].includes(to))).map(({ name, required, refers }) => ({ table, column: name, required, about: refers === 'about' })))]));

interface Dependent extends Reference { readonly id: number; readonly on: number }
/** The rows of ours that point at these. */
export function dependentsOf(ours: Reader, table: MergedTable, ids: readonly number[]): Dependent[] {
  return referencesTo.get(table)!.flatMap((reference) => ours.query<{ id: number; target: number }>(
    `SELECT id, "${reference.column}" AS target FROM "${reference.table}" WHERE "${reference.column}" IN (SELECT value FROM json_each(?))${reference.about ? ` AND about = '${table}'` : ''}`, JSON.stringify(ids))
    .map(({ id, target }) => ({ ...reference, id, on: target })));
}

interface Candidate { readonly table: MergedTable; readonly id: number; readonly theirs: Touched; stays: boolean; hangs: number }
const nameOf = (table: MergedTable, id: number): string => `${table}/${id}`;

/**
 * What goes in ours because it went in theirs. What we changed since, or what something hangs on that theirs never knew, is asked about, once for
 * all that hangs together; passages without codings, and turns, go without a word.
 */
export function planRemovals(planning: Planning): Map<MergedTable, number[]> {
  const { ours, ourDelta, theirDelta, ourTouched, changed, renewed, oursBy } = planning;
  const candidates = new Map<string, Candidate>();
  for (const table of mergedTables) for (const theirs of theirDelta.rows.get(table) ?? []) {
    const id = theirs.now === null ? oursBy(table, theirs.uuid) : undefined;
    if (id === undefined || table === 'project' || table === 'turns' || renewed.has(nameOf(table, id))) continue;
    const own = ourTouched(table, id);
    const isEdited = (own !== undefined && own.held.size > 0) || (table === 'documents' && ourDelta.splices.has(id));
    candidates.set(nameOf(table, id), { table, id, theirs, stays: table !== 'passages' && isEdited, hangs: 0 });
  }
  const hangOn = new Map<string, string[]>();
  const also: { readonly table: MergedTable; readonly id: number }[] = [];
  for (const table of mergedTables) {
    const ids = [...candidates.values()].filter((each) => each.table === table).map(({ id }) => id);
    for (const dependent of ids.length === 0 ? [] : dependentsOf(ours, table, ids)) {
      const after = changed.get(nameOf(dependent.table, dependent.id))?.fields;
      if (after && dependent.column in after) continue;
      const [on, who] = [nameOf(table, dependent.on), nameOf(dependent.table, dependent.id)];
      hangOn.set(who, [...(hangOn.get(who) ?? []), on]);
      const candidate = candidates.get(on)!;
      if (candidates.has(who) || follows(planning, candidate, dependent, also)) continue;
      // A turn goes along with its document.
      if (dependent.table !== 'turns' || dependent.column !== 'document') { candidate.stays = true; candidate.hangs++; }
    }
  }
  const staying = [...candidates].filter(([, { stays }]) => stays).map(([name]) => name);
  for (let name = staying.pop(); name !== undefined; name = staying.pop())
    for (const on of hangOn.get(name) ?? []) { const below = candidates.get(on)!; below.hangs++; if (!below.stays) { below.stays = true; staying.push(on); } }

  const asked = new Map<string, ReturnType<typeof asksToRemove>>();
  for (const [name, candidate] of candidates) {
    const hangsOnOther = (hangOn.get(name) ?? []).some((on) => candidates.get(on)!.stays);
    if (candidate.stays && !hangsOnOther && candidate.table !== 'passages') asked.set(name, asksToRemove(planning, candidate));
  }
  // What one command took away there stays here altogether, or goes altogether.
  const kept = [...candidates].filter(([name, { stays }]) => stays && asked.get(name) !== 'theirs').map(([name]) => name);
  const hanging = new Map<string, string[]>();
  for (const [who, on] of hangOn) for (const name of on) hanging.set(name, [...(hanging.get(name) ?? []), who]);
  for (let name = kept.pop(); name !== undefined; name = kept.pop()) {
    const stays = (other: string) => { const candidate = candidates.get(other); if (candidate && !candidate.stays) { candidate.stays = true; kept.push(other); } };
    for (const who of hanging.get(name) ?? []) if (candidates.get(who)?.theirs.goneIn === candidates.get(name)!.theirs.goneIn) stays(who);
    // What it cannot be without.
    for (const on of hangOn.get(name) ?? []) stays(on);
  }
  const removed = new Map<MergedTable, number[]>();
  const remove = (table: MergedTable, id: number) => { const ids = removed.get(table) ?? []; if (!ids.includes(id)) ids.push(id); removed.set(table, ids); };
  for (const { table, id } of also) remove(table, id);
  for (const [name, candidate] of candidates) {
    if (!candidate.stays) {
      remove(candidate.table, candidate.id);
      if (candidate.table === 'documents') for (const turn of ours.all('turns', { document: candidate.id })) remove('turns', turn.id);
      continue;
    }
    if (asked.get(name) === 'theirs') removeAll(planning, candidate, remove);
  }
  return removed;
}

const isAbove = (ours: Reader, above: number, code: number): boolean => {
  for (let at: number | null = code; at !== null && at > 0; at = ours.find('codes', at)?.parent ?? null) if (at === above) return true;
  return false;
};
/** Rows of which a study has one: what else must be the same for two to be one. */
const onceBy: Partial<Record<MergedTable, readonly string[]>> = { codings: ['passage', 'coder'], codeSetMembers: ['codeSet'], answerCodes: ['question', 'answer'], attributeValues: ['attribute'], conflictPassages: [] };
/** What hangs on a row that theirs made one with another goes to that other; where it has the same already, that stays. */
function follows({ ours, theirOne, placeOf, setFields }: Planning, { table, theirs, stays }: Candidate, { table: from, column, id, on: dependentOn }: Dependent, also: { table: MergedTable; id: number }[]): boolean {
  const other = stays ? undefined : theirOne(table, theirs.id);
  const into = other === undefined ? undefined : placeOf(table, other);
  if (into === undefined) return false;
  // What stands above the code that stays cannot come below it: it takes the place of the one that goes.
  if (from === 'codes' && isAbove(ours, id, into)) { setFields(from, id, { [column]: ours.find('codes', dependentOn)?.parent ?? null }); return true; }
  const row = ours.get(from, id) as unknown as AnyRow;
  const same = into > 0 && onceBy[from] ? (ours.all(from, { [column]: into } as never) as unknown as AnyRow[]).find((each) => onceBy[from]!.every((name) => each[name] === row[name])) : undefined;
  if (!same) { setFields(from, id, { [column]: into }); return true; }
  also.push({ table: from, id });
  for (const memo of ours.all('memos', { about: from as 'codings', target: id })) setFields('memos', memo.id, { target: same.id });
  return true;
}

function asksToRemove({ ours, tell, decide }: Planning, { table, id, hangs, theirs }: Candidate) {
  const row = ours.get(table, id) as unknown as AnyRow;
  const conflict = { key: `removed:${table}:${row.uuid}:${hangs}`, kind: 'goneThere', table, ...tell.about('ours', table, row), field: null, ours: tell.shown('ours', table, row), base: tell.shown('theirs', table, theirs.was!), theirs: null, choices: ['mine', 'theirs'] } as const;
  const decision = decide(conflict);
  for (let more = 0; more < hangs; more++) decide(conflict);
  return decision;
}
/** A row of ours with all that cannot be without it; what only names it names nothing from then on. */
function removeAll({ ours, changed, setFields }: Planning, { table, id }: Pick<Candidate, 'table' | 'id'>, remove: (table: MergedTable, id: number) => void): void {
  const open: Pick<Candidate, 'table' | 'id'>[] = [{ table, id }];
  for (let next = open.pop(); next; next = open.pop()) {
    remove(next.table, next.id);
    for (const { table: from, column, required, id: hanging } of dependentsOf(ours, next.table, [next.id])) {
      // What is given another place stays.
      if (column in (changed.get(nameOf(from, hanging))?.fields ?? {})) continue;
      if (required || from === 'attributeValues' || from === 'codes') open.push({ table: from, id: hanging });
      else setFields(from, hanging, { [column]: null });
    }
  }
}
