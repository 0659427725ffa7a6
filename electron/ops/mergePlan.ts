import { columnsOf, joinable, mergedTables, settled, type MergeChoice, type MergeConflict, type MergeCount, type MergeLost, type MergedTable } from '../../shared/model/merge.ts';
import { packageRecord } from '../../shared/model/handOut.ts';
import { editedAmong } from '../../shared/model/mergeLines.ts';
import type { TableName } from '../../shared/model/schema.ts';
import { deltaSteps, drained, isSpanTable, type AnyRow, type Delta, type Touched } from './mergeDelta.ts';
import { becameOne } from './mergeFollowing.ts';
import { groundOf, type Ground } from './mergeGround.ts';
import { createMatching, nameScopes } from './mergeMatching.ts';
import { planRemovals } from './mergeRemovals.ts';
import { breakCircles, bringBackWhatHung, comingOf, countsOf } from './mergeSettling.ts';
import { createSpans, planSpans, type PlannedText, type Spans } from './mergeSpans.ts';
import { createTelling, fingerprint, type Telling } from './mergeTelling.ts';
import type { Reader } from './operation.ts';

/** A row of theirs that comes in. Its number is negative until it has one of ours; references to such rows are negative too. */
export interface Fresh { readonly table: MergedTable; readonly number: number; readonly theirs: AnyRow; fields: Record<string, unknown> }
export interface Changed { readonly table: MergedTable; readonly id: number; fields: Record<string, unknown> }
export interface MergePlan {
  readonly ground: Ground;
  readonly fresh: readonly Fresh[];
  readonly changed: readonly Changed[];
  readonly removed: ReadonlyMap<MergedTable, readonly number[]>;
  readonly texts: readonly PlannedText[];
  /** Rows of ours that leave their name to one of theirs, and get a number behind it. */
  readonly yields: readonly { readonly table: MergedTable; readonly id: number }[];
  readonly conflicts: readonly MergeConflict[];
  readonly lost: readonly MergeLost[];
  readonly joined: readonly (readonly [string, string])[];
  readonly counts: readonly MergeCount[];
}
export interface MergeAsked {
  readonly decisions: Readonly<Record<string, MergeChoice>>;
  /** For what `decisions` does not name. */
  readonly rest?: MergeChoice | undefined;
  readonly mapping: Readonly<Record<string, string | null>>;
}
/** What the parts of a plan share. */
export interface Planning {
  readonly ours: Reader;
  readonly theirs: Reader;
  readonly ourDelta: Delta;
  readonly theirDelta: Delta;
  /** Whether theirs took in what ours did after the two parted. */
  readonly theyKnow: boolean;
  readonly tell: Telling;
  readonly fresh: Fresh[];
  readonly changed: Map<string, Changed>;
  /** Rows of ours that say what one says that theirs made: they stay, also where theirs took the one away that they were and made it anew. By table and number: 'codes/3'. */
  readonly renewed: ReadonlySet<string>;
  /** The place of a row of theirs in ours: its number, a negative one for what comes, undefined for what is not there. */
  placeOf(table: MergedTable, theirs: number): number | undefined;
  /** Notes a conflict and says what was decided; null where nobody has yet. Noted twice, it hangs together with one more record. */
  decide(conflict: Omit<MergeConflict, 'decision' | 'touches'>): MergeChoice | null;
  ourTouched(table: TableName, id: number): Touched | undefined;
  ourGone(uuid: string): Touched | undefined;
  theirTouched(table: TableName, id: number): Touched | undefined;
  /** Which row of theirs one that went became one with. */
  readonly theirOne: ReturnType<typeof becameOne>;
  /** The number of ours that has this UUID, or one that was joined with it. */
  oursBy(table: MergedTable, uuid: string): number | undefined;
  setFields(table: MergedTable, id: number, fields: Record<string, unknown>): void;
  /** Brings a row of theirs in that ours has deleted. */
  restore(table: MergedTable, row: AnyRow): number | undefined;
}

const sameValue = (one: unknown, other: unknown): boolean => one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
const isBlank = (value: unknown): boolean => value === '' || value === null || (Array.isArray(value) && value.length === 0);
const byId = (delta: Delta) => new Map([...delta.rows].map(([table, rows]) => [table, new Map(rows.map((row) => [row.id, row]))] as const));

/** What merging another study into ours would do. Nothing is written; with the same decisions it is the same plan. */
export const planMerge = (ours: Reader, theirs: Reader, asked: MergeAsked): MergePlan => drained(planSteps(ours, theirs, asked));
/** Rows that are planned between two steps. */
const atOnce = 500;
/** As `planMerge`, in steps between which others may go on; each tells how much is done (0 to 1). Neither study may change meanwhile. What became of each since they were one is kept with it for the next plan. */
export function* planSteps(ours: Reader, theirs: Reader, { decisions, rest, mapping }: MergeAsked): Generator<number, MergePlan> {
  const ground = groundOf(ours, theirs);
  yield 0;
  const ourDelta = yield* keptDelta(ours, ground.ours, ground.trails.ours, [0, 0.1]);
  const theirDelta = yield* keptDelta(theirs, ground.theirs, ground.trails.theirs, [0.1, 0.3]);
  const isPackage = packageRecord(theirs.all('project')[0]?.handedOut) !== null;
  const [ourRows, theirRows] = [byId(ourDelta), byId(theirDelta)];
  const goneHere = new Map([...ourDelta.rows.values()].flatMap((rows) => rows.filter(({ now }) => now === null).map((row) => [row.uuid, row] as const)));
  const goneThere = new Map([...theirDelta.rows.values()].flatMap((rows) => rows.filter(({ now }) => now === null).map((row) => [row.uuid, row] as const)));
  const theirUuids = new Map([...theirDelta.rows].map(([table, rows]) => [table, new Set(rows.map(({ uuid }) => uuid))] as const));
  const match = createMatching(ours, ground.relation === 'apart');
  const tell = createTelling(ours, theirs);
  const ourOne = becameOne(ours, ground.trails.ours, ground.ours);
  const places = new Map<MergedTable, Map<number, number | undefined>>(mergedTables.map((table) => [table, new Map()]));
  const taken = new Map<MergedTable, Set<number>>(mergedTables.map((table) => [table, new Set()]));
  const fresh: Fresh[] = [];
  const changed = new Map<string, Changed>();
  const conflicts = new Map<string, MergeConflict>();
  const joined: [string, string][] = [];
  const coming = new Map<string, number>();
  const renewed = new Set<string>();
  const yields: { table: MergedTable; id: number }[] = [];

  const there = new Map<MergedTable, ReadonlyMap<string, number>>();
  /** Asked for all at once: one by one takes many times as long. */
  const thereOf = (table: MergedTable): ReadonlyMap<string, number> => {
    let known = there.get(table);
    if (!known) there.set(table, (known = new Map(ours.query<{ id: number; uuid: string }>(`SELECT id, uuid FROM "${table}" WHERE uuid IN (SELECT value FROM json_each(?))`, JSON.stringify((theirDelta.rows.get(table) ?? []).map(({ uuid }) => uuid))).map(({ id, uuid }) => [uuid, id]))));
    return known;
  };
  const oursBy = (table: MergedTable, uuid: string): number | undefined => {
    if (table === 'project') return 1;
    const known = thereOf(table).get(uuid);
    if (known !== undefined) return known;
    for (const same of ground.sameAs(uuid)) {
      if (same === uuid && theirUuids.get(table)!.has(uuid)) continue;
      const row = ours.one<{ id: number }>(`SELECT id FROM "${table}" WHERE uuid = ?`, same);
      if (row) return row.id;
    }
    return undefined;
  };
  const planning: Planning = {
    ours, theirs, ourDelta, theirDelta, theyKnow: ground.theyKnow, tell, fresh, changed, renewed, oursBy, theirOne: becameOne(theirs, ground.trails.theirs, ground.theirs),
    placeOf, restore,
    ourTouched: (table, id) => ourRows.get(table)?.get(id),
    theirTouched: (table, id) => theirRows.get(table)?.get(id),
    ourGone: (uuid) => goneHere.get(uuid),
    decide(conflict) {
      const there = conflicts.get(conflict.key);
      const decision = decisions[conflict.key] ?? (rest !== undefined && conflict.choices.includes(rest) ? rest : null);
      conflicts.set(conflict.key, there ? { ...there, touches: there.touches + 1 } : { ...conflict, decision, touches: 0 });
      return decision;
    },
    setFields(table, id, fields) {
      const key = `${table}/${id}`;
      const there = changed.get(key);
      if (there) Object.assign(there.fields, fields);
      else changed.set(key, { table, id, fields: { ...fields } });
    },
  };

  const spans: Spans = createSpans(planning);

  function placeOf(table: MergedTable, id: number): number | undefined {
    const known = places.get(table)!;
    if (known.has(id)) return known.get(id);
    const touched = theirRows.get(table)?.get(id);
    const row = touched ? touched.now ?? touched.was : theirs.find(table, id) as unknown as AnyRow | null;
    if (!row) return undefined;
    const wanted = mapping[row.uuid];
    const there = wanted === undefined ? oursBy(table, row.uuid) : wanted === null ? undefined : mapped(table, row.uuid, wanted);
    known.set(id, there);
    if (there !== undefined) taken.get(table)!.add(there);
    if (there === undefined && touched?.added && touched.now && !goneHere.has(row.uuid)) takeIn(table, touched.now, wanted === null);
    // What theirs had from its beginning and ours never took in, as a coder whom only a package names, comes with what needs it.
    else if (there === undefined && !touched && !goneHere.has(row.uuid)) takeIn(table, row, wanted === null);
    // A passage is nothing but a place: it is made again for whatever stands on it.
    else if (there === undefined && table === 'passages' && touched?.now !== null) {
      const at = spans.matchPassage(row);
      if (at === undefined) restore(table, row);
      else known.set(id, at ?? undefined);
    }
    return known.get(id);
  }
  /** The row of ours that the person says one of theirs is; undefined where that is another of theirs already. What she said is remembered as what was found. */
  function mapped(table: MergedTable, uuid: string, wanted: string): number | undefined {
    const there = oursBy(table, wanted);
    if (there === undefined || uuid === wanted) return there;
    if (taken.get(table)!.has(there) || theirs.one(`SELECT 1 AS there FROM "${table}" WHERE uuid = ?`, wanted)) return undefined;
    joined.push([uuid, wanted]);
    return there;
  }
  /** Brings a row of theirs in: as one of ours that says the same, or as a new one. */
  function takeIn(table: MergedTable, row: AnyRow, apart: boolean): void {
    const number = -(fresh.length + 1);
    const known = places.get(table)!;
    const entry: Fresh = { table, number, theirs: row, fields: {} };
    fresh.push(entry);
    const needed = translate(table, row, true);
    const found = needed === null || apart ? undefined : table === 'passages' ? spans.matchPassage(row) : table === 'turns' ? spans.matchTurn(row) : match(table, { ...row, ...needed });
    if (found === null) { known.set(row.id, undefined); return; }
    const there = found !== undefined && leavesName(table, found) ? undefined : found;
    const other = there !== undefined && nameScopes[table] && theirs.one(`SELECT 1 FROM "${table}" WHERE uuid = ?`, ours.get(table, there).uuid) ? there : undefined;
    if (other !== undefined) sameName(table, row, other);
    // Two of theirs are never one of ours.
    if (there !== undefined && other === undefined && (table === 'passages' || !taken.get(table)!.has(there))) {
      known.set(row.id, there);
      taken.get(table)!.add(there);
      joined.push([row.uuid, ours.get(table, there).uuid]);
      renewed.add(`${table}/${there}`);
      return;
    }
    if (!needed && table === 'codings') spans.noteLost(row);
    const twin = needed && onceComing(table, needed, number);
    known.set(row.id, twin || (needed ? number : undefined));
    if (twin) return;
    const all = needed && translate(table, row, false);
    if (all) entry.fields = { ...row, ...all };
    else known.set(row.id, undefined);
  }
  /** Whether a row of ours is called otherwise, or stands elsewhere, in theirs: then its name is free there. */
  function leavesName(table: MergedTable, id: number): boolean {
    if (!nameScopes[table]) return false;
    const theirId = theirs.one<{ id: number }>(`SELECT id FROM "${table}" WHERE uuid = ?`, ours.get(table, id).uuid)?.id;
    const held = theirId === undefined ? undefined : theirRows.get(table)?.get(theirId)?.held;
    return held !== undefined && ['name', 'parent', 'facet'].some((name) => held.has(name));
  }
  /** A row that comes already and says the same: codings of two codes that became one here. */
  function onceComing(table: MergedTable, { passage, code, coder, codeSet }: Record<string, unknown>, number: number): number | undefined {
    if (table !== 'codings' && table !== 'codeSetMembers') return undefined;
    const key = `${String(passage)}/${String(code)}/${String(coder)}/${String(codeSet)}`;
    const there = coming.get(key);
    if (there === undefined) coming.set(key, number);
    return there;
  }
  /** Two different rows are called the same: the person says which has to take a number behind it. */
  function sameName(table: MergedTable, row: AnyRow, id: number): void {
    const own = ours.get(table, id) as unknown as AnyRow;
    const decision = planning.decide({ key: `name:${table}:${own.uuid}:${row.uuid}`, kind: 'name', table, ...tell.about('ours', table, own), field: 'name', ours: tell.shown('ours', table, own), base: null, theirs: tell.shown('theirs', table, row), choices: ['mine', 'theirs'] });
    if (decision === 'theirs') yields.push({ table, id });
  }
  function restore(table: MergedTable, row: AnyRow): number | undefined {
    const number = -(fresh.length + 1);
    const entry: Fresh = { table, number, theirs: row, fields: {} };
    fresh.push(entry);
    places.get(table)!.set(row.id, number);
    const all = translate(table, row, false);
    if (all) entry.fields = { ...row, ...all };
    else places.get(table)!.set(row.id, undefined);
    return places.get(table)!.get(row.id);
  }
  /** The references of a row as numbers of ours, `needed` ones alone or all; null where one that it cannot do without is not there. */
  function translate(table: MergedTable, row: AnyRow, needed: boolean): Record<string, unknown> | null {
    const fields: Record<string, unknown> = {};
    for (const { name, refers, required } of columnsOf(table)) {
      if (refers === null || (needed && !required && name !== 'parent' && name !== 'participant' && name !== 'document')) continue;
      const value = row[name] as number | null;
      if (value === null) { fields[name] = null; continue; }
      const to = (refers === 'about' ? row['about'] : refers) as MergedTable;
      const place = placeOf(to, value) ?? becameHere(to, value) ?? deletedHere(to, value);
      if (place === undefined && required) return null;
      fields[name] = place ?? null;
    }
    return fields;
  }
  /** What theirs needs and ours has made one with another: that one. */
  function becameHere(table: MergedTable, id: number): number | undefined {
    const gone = goneHere.get(theirs.find(table, id)?.uuid ?? '');
    return gone && ourOne(table, gone.id);
  }
  /** What theirs needs and ours has deleted: the person says which holds. */
  function deletedHere(table: MergedTable, id: number): number | undefined {
    const row = theirs.find(table, id) as unknown as AnyRow | null;
    if (!row || !goneHere.has(row.uuid)) return undefined;
    const decision = planning.decide({ key: `gone:${table}:${row.uuid}`, kind: 'goneHere', table, ...tell.about('theirs', table, row), field: null, ours: null, base: tell.shown('theirs', table, row), theirs: tell.shown('theirs', table, row), choices: ['mine', 'theirs'] });
    return decision === 'theirs' ? restore(table, row) : undefined;
  }

  function compare(table: MergedTable, { added, now, held }: Touched, id: number): void {
    const [row, own] = [now!, ours.get(table, id) as unknown as AnyRow];
    const ownHeld = ourRows.get(table)?.get(id)?.held;
    const refs = translate(table, row, false) ?? {};
    // It came to theirs from ours.
    const tookIn = ground.theyKnow && !isPackage && own.uuid === row.uuid && !ourRows.get(table)?.get(id)?.added;
    const gone = added ? goneThere.get(own.uuid)?.was : undefined;
    for (const { name, refers } of columnsOf(table)) {
      const past = gone ? [gone[name]] : held.get(name);
      if (!added && past === undefined) continue;
      const [mine, other] = [own[name], refers === null ? row[name] : refs[name]];
      if (other === undefined || sameValue(mine, other)) continue;
      const earlier = (past ?? []).map((value) => (refers === null || value === null ? value : placeOf((refers === 'about' ? row['about'] : refers) as MergedTable, value as number)));
      const weChanged = ownHeld?.get(name) ?? [];
      // What ours did not touch since they took it in: what they say of it they said knowing it. A package may not know our words.
      if (earlier.some((value) => sameValue(value, mine)) || (weChanged.length === 0 && ((past !== undefined && (!isPackage || refers !== null)) || isBlank(mine) || tookIn))) planning.setFields(table, id, { [name]: other });
      else if (weChanged.some((value) => sameValue(value, other)) || (isBlank(other) && past === undefined)) continue;
      else if (settled[name]) { const value = settled[name](mine, other); if (!sameValue(value, mine)) planning.setFields(table, id, { [name]: value }); } else if (table === 'codes' && name === 'name') clashOfNames(id, row, own);
      else {
        const before = past?.[0];
        const joined = isPackage && joinable.has(name) && typeof before === 'string' && typeof mine === 'string' && typeof other === 'string' ? editedAmong(before, mine, other) : null;
        if (joined === null) settle(table, id, { name, mine, other, base: weChanged[0] ?? before }, row, own);
        // A package was not told all lines: hers come into them.
        else planning.setFields(table, id, { [name]: joined });
      }
    }
  }
  interface Difference { readonly name: string; readonly mine: unknown; readonly other: unknown; readonly base: unknown }
  function settle(table: MergedTable, id: number, { name, mine, other, base }: Difference, row: AnyRow, own: AnyRow): MergeChoice | null {
    const both = joinable.has(name);
    const decision = planning.decide({
      key: `field:${table}:${own.uuid}:${name}:${fingerprint(mine, tell.value('theirs', table, name, row[name]))}`, kind: 'field', table, ...tell.about('ours', table, own), field: name,
      ours: tell.value('ours', table, name, mine), base: base === undefined ? null : tell.value('ours', table, name, base), theirs: tell.value('theirs', table, name, row[name]), choices: both || (table === 'codes' && name === 'name') ? ['mine', 'theirs', 'both'] : ['mine', 'theirs'],
    });
    if (decision === 'theirs') planning.setFields(table, id, { [name]: other });
    else if (decision === 'both' && both) planning.setFields(table, id, { [name]: `${String(mine)}\n\n${String(other)}` });
    return decision;
  }
  /** Of two names of a code both may be kept: the other is one that it is found by. */
  function clashOfNames(id: number, row: AnyRow, own: AnyRow): void {
    const [mine, other] = [String(own['name']), String(row['name'])];
    const decision = settle('codes', id, { name: 'name', mine, other, base: ourRows.get('codes')?.get(id)?.held.get('name')?.[0] }, row, own);
    const aliases = own['aliases'] as readonly string[];
    if (decision === 'both') planning.setFields('codes', id, { aliases: [...new Set([...aliases, other])] });
  }

  // First, for what hangs on them.
  if (ground.theyKnow) for (const { table, id } of keptThere(theirs, yield* keptDelta(ours, ground.parted, ground.trails.ours, [0.3, 0.3]), goneHere)) if (placeOf(table, id) === undefined && table !== 'passages') takeIn(table, theirs.get(table, id) as unknown as AnyRow, false);
  const all = [...theirDelta.rows.values()].reduce((sum, rows) => sum + rows.length, 0);
  let planned = 0;
  for (const table of mergedTables) for (const touched of theirDelta.rows.get(table) ?? []) {
    if (++planned % atOnce === 0) yield 0.3 + 0.6 * (planned / all);
    // A passage that ours took away comes back with what stands on it, and not for itself.
    if (touched.now === null || (table === 'passages' && !touched.added)) continue;
    const place = placeOf(table, touched.id);
    if (place !== undefined && place > 0) { if (!isSpanTable(table) || table === 'turns') compare(table, touched, place); } else if (place === undefined && !touched.added && !isSpanTable(table) && goneHere.has(touched.uuid) && touched.held.size > 0) deletedHere(table, touched.id);
  }
  // A document that ours took away, and whose text theirs corrected.
  for (const id of theirDelta.splices.keys()) if (placeOf('documents', id) === undefined && !conflicts.has(`gone:documents:${theirs.find('documents', id)?.uuid}`)) deletedHere('documents', id);
  yield 0.9;
  bringBackWhatHung(planning, conflicts);
  breakCircles(planning);
  const removed = planRemovals(planning);
  for (const { table, id, fields } of changed.values()) {
    if (!nameScopes[table] || !('name' in fields || 'parent' in fields)) continue;
    const other = match(table, { ...ours.get(table, id), ...fields });
    const moves = other === undefined ? undefined : changed.get(`${table}/${other}`)?.fields;
    if (other !== undefined && other !== id && !(moves && ('name' in moves || 'parent' in moves)) && !removed.get(table)?.includes(other)) sameName(table, { ...ours.get(table, id), ...fields } as AnyRow, other);
  }
  const stands = (each: Fresh) => places.get(each.table)!.get(each.theirs.id) === each.number;
  const { texts, placeless } = planSpans(planning, spans, removed, stands);
  const comes = comingOf(planning, stands, placeless, spans.noteLost);
  return { ground, fresh: fresh.filter(comes), changed: [...changed.values()], removed, texts, yields, conflicts: [...conflicts.values()], lost: spans.lost(), joined, counts: countsOf(planning, removed, texts, comes) };
}

/** What became of a study since an entry, worked out once as long as it stays as it is. */
function* keptDelta(project: Reader, seq: number, trail: Ground['trails']['ours'], [from, to]: readonly [number, number]): Generator<number, Delta> {
  const kept = project.derive(`merge delta since ${seq}`, (): { delta: Delta | null } => { project.trail(); return { delta: null }; });
  if (kept.delta) return kept.delta;
  const steps = deltaSteps(project, seq, trail);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return (kept.delta = step.value);
    yield from + (to - from) * step.value;
  }
}

/** Rows of theirs that ours took away, that theirs knows of, and that are there all the same: it was decided that they stay. */
function keptThere(theirs: Reader, { rows }: Delta, goneHere: ReadonlyMap<string, Touched>): { readonly table: MergedTable; readonly id: number }[] {
  return mergedTables.flatMap((table) => (rows.get(table) ?? []).flatMap(({ now, uuid }) => {
    const kept = now === null && !goneHere.has(uuid) ? theirs.one<{ id: number }>(`SELECT id FROM "${table}" WHERE uuid = ?`, uuid) : undefined;
    return kept ? [{ table, id: kept.id }] : [];
  }));
}
