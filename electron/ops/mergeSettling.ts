import { columnsOf, mergedTables, type MergeConflict, type MergeCount, type MergedTable } from '../../shared/model/merge.ts';
import type { AnyRow } from './mergeDelta.ts';
import type { Changed, Fresh, MergePlan, Planning } from './mergePlan.ts';

/** Each put one code below the other: the person says whose move holds. */
export function breakCircles({ ours, changed, ourTouched, decide, setFields, tell }: Planning): void {
  const parentOf = (id: number): number | null => {
    const planned = changed.get(`codes/${id}`)?.fields['parent'];
    return planned === undefined ? ours.find('codes', id)?.parent ?? null : planned as number | null;
  };
  for (const [key, { table, id, fields }] of changed) {
    if (table !== 'codes' || fields['parent'] === undefined) continue;
    const above: number[] = [];
    for (let at = parentOf(id); at !== null && at > 0 && !above.includes(at); at = parentOf(at)) above.push(at);
    if (!above.includes(id)) continue;
    const moved = above.find((each) => each !== id && ourTouched('codes', each)?.held.has('parent'));
    const row = (code: number) => ours.get('codes', code) as unknown as AnyRow;
    const under = (code: number, parent: number | null) => `${tell.shown('ours', 'codes', row(code))} < ${parent === null || parent < 0 ? '' : tell.shown('ours', 'codes', row(parent))}`;
    const decision = moved === undefined ? 'mine' : decide({ key: `circle:${ours.get('codes', moved).uuid}:${ours.get('codes', id).uuid}`, kind: 'field', table: 'codes', ...tell.about('ours', 'codes', row(id)), field: 'parent', ours: under(moved, parentOf(moved)), base: null, theirs: under(id, parentOf(id)), choices: ['mine', 'theirs'] });
    if (decision === 'theirs' && moved !== undefined) { setFields('codes', moved, { parent: ourTouched('codes', moved)!.held.get('parent')![0] }); continue; }
    const { parent: _parent, facet: _facet, ...rest } = fields;
    if (Object.keys(rest).length === 0) changed.delete(key);
    else changed.set(key, { table, id, fields: rest });
  }
}

/** With what theirs keeps although ours deleted it, all comes back that went along here and is still there. */
export function bringBackWhatHung({ ourDelta, theirs, placeOf, restore }: Planning, conflicts: ReadonlyMap<string, MergeConflict>): void {
  if (![...conflicts.values()].some(({ kind, decision }) => kind === 'goneHere' && decision === 'theirs')) return;
  for (const table of mergedTables) for (const gone of ourDelta.rows.get(table) ?? []) {
    if (gone.now !== null) continue;
    const row = theirs.one<{ id: number }>(`SELECT id FROM "${table}" WHERE uuid = ?`, gone.uuid);
    if (!row || placeOf(table, row.id) !== undefined) continue;
    const there = theirs.get(table, row.id) as unknown as AnyRow;
    const hangs = columnsOf(table).some(({ name, refers }) => refers !== null && there[name] !== null && (placeOf((refers === 'about' ? there['about'] : refers) as MergedTable, there[name] as number) ?? 1) < 0);
    if (hangs) restore(table, there);
  }
}

/** The rows of theirs that come after all: none without its place, and none that needs one that does not come; passages of codings that stay away are told. */
export function comingOf({ fresh }: Planning, stands: (each: Fresh) => boolean, placeless: ReadonlySet<number>, noteLost: (row: AnyRow) => void): (each: Fresh) => boolean {
  const away = new Set([...fresh.filter((each) => !stands(each)).map(({ number }) => number), ...placeless]);
  for (let found = true; found;) {
    found = false;
    for (const { table, number, theirs, fields } of fresh) {
      if (away.has(number) || !columnsOf(table).some(({ name, refers, required }) => required && refers !== null && away.has(fields[name] as number))) continue;
      away.add(number);
      if (table === 'codings') noteLost(theirs);
      found = true;
    }
  }
  return ({ number }) => !away.has(number);
}

/** Moments alone are nothing that a person would call a change. */
export const sayNothing = (fields: Changed['fields']): boolean => Object.keys(fields).every((name) => name === 'changed' || name === 'created');
/** How many rows of each kind come, change and go. A document whose text is edited is one that changes. */
export function countsOf({ fresh, changed }: Planning, removed: MergePlan['removed'], texts: MergePlan['texts'], comes: (each: Fresh) => boolean): MergeCount[] {
  const [added, change] = [new Map<MergedTable, number>(), new Map<MergedTable, Set<number>>([['documents', new Set(texts.map(({ document }) => document))]])];
  for (const each of fresh) if (comes(each)) added.set(each.table, (added.get(each.table) ?? 0) + 1);
  for (const { table, id, fields } of changed.values()) if (!sayNothing(fields)) { const ids = change.get(table); if (ids) ids.add(id); else change.set(table, new Set([id])); }
  return mergedTables.flatMap((table) => {
    const count = { table, added: added.get(table) ?? 0, changed: change.get(table)?.size ?? 0, removed: removed.get(table)?.length ?? 0 };
    return count.added + count.changed + count.removed > 0 ? [count] : [];
  });
}
