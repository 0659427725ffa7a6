import type { ProblemCode } from './problem.ts';
import type { Role } from './schema.ts';
import { nameKey, normaliseName } from './text.ts';
import { asKind, asRole, longestName, longestValue, type Kind } from './values.ts';

/** Columns of a grid that are no attributes. Attributes are named by their numbers. */
export const fixedColumns = { participants: ['name', 'role', 'sampling', 'referredBy'], documents: ['name'] } as const;
export type Of = keyof typeof fixedColumns;

/** A person or a document as a row of the grid; documents have neither role nor referral. */
export interface GridRow {
  readonly id: number;
  readonly name: string;
  readonly role?: Role;
  readonly sampling?: string;
  readonly referredBy?: number | null;
  /** Values by attribute number. */
  readonly values: Readonly<Record<number, string>>;
}
export interface GridAttribute { readonly id: number; readonly name: string; readonly kind: Kind; readonly choices: readonly string[] }
export interface Grid { readonly of: Of; readonly rows: readonly GridRow[]; readonly attributes: readonly GridAttribute[] }

/** What is to stand in some cells of a row, as it was typed or pasted; `id` null for a person who is not there yet. */
export interface AskedRow { readonly id: number | null; readonly cells: Readonly<Record<string, string>> }
/** A cell that cannot be taken: which of the asked rows, which column, and why. */
export interface Misfit { readonly index: number; readonly column: string; readonly value: string; readonly why: ProblemCode }
/** What changes in one row; of a new one what it begins with. A referrer below zero is the new person of the asked row −1 − it. */
export interface FilledRow {
  readonly index: number;
  readonly id: number | null;
  readonly fields: { name?: string; role?: Role; sampling?: string; referredBy?: number | null };
  readonly values: readonly (readonly [attribute: number, value: string])[];
}
export interface Filling {
  /** Rows in which something changes, in the order asked. */
  readonly rows: readonly FilledRow[];
  /** Values that no choice offers yet, by attribute number. */
  readonly newChoices: ReadonlyMap<number, readonly string[]>;
  readonly misfits: readonly Misfit[];
  /** Cells that change. */
  readonly cells: number;
}

const newRow = (index: number): number => -1 - index;
const cellKey = (index: number, column: string) => `${index}/${column}`;

/** Names first: the other cells may speak of people by the names that they get here. Answers with everybody's name by number. */
function takeNames({ of, rows }: Grid, asked: readonly AskedRow[], refuse: (index: number, column: string, why: ProblemCode) => void): Map<number, string> {
  const before = new Map(rows.map(({ id, name }) => [id, name]));
  const wanted = new Map<number, { index: number; name: string }>();
  asked.forEach(({ id, cells }, index) => {
    const given = cells['name'];
    if (id === null && of === 'documents') return refuse(index, 'name', 'outside-grid');
    if (given === undefined ? id !== null : given === before.get(id ?? 0)) return;
    const name = normaliseName(given ?? '');
    if (name === '') refuse(index, 'name', 'name-needed');
    else if (name.length > longestName) refuse(index, 'name', 'value-too-long');
    else wanted.set(id ?? newRow(index), { index, name });
  });
  // A refused name stays as it was, which may be what another one was to be called.
  for (;;) {
    const holders = new Map<string, number>();
    for (const [id, name] of before) if (!wanted.has(id)) holders.set(nameKey(name), id);
    const taken = [...wanted].find(([id, { name }]) => {
      const there = holders.get(nameKey(name));
      holders.set(nameKey(name), there ?? id);
      return there !== undefined;
    });
    if (!taken) break;
    wanted.delete(taken[0]);
    refuse(taken[1].index, 'name', 'name-taken');
  }
  return new Map([...before, ...[...wanted].map(([id, { name }]) => [id, name] as const)]);
}

/** The numbers of those whose referrals lead back to themselves. */
export function referralCircle(referrers: ReadonlyMap<number, number | null>): Set<number> {
  const inCircle = new Set<number>();
  const settled = new Set<number>();
  for (const start of referrers.keys()) {
    const path: number[] = [];
    const on = new Set<number>();
    let at: number | null = start;
    while (at !== null && !settled.has(at) && !on.has(at)) {
      path.push(at);
      on.add(at);
      at = referrers.get(at) ?? null;
    }
    if (at !== null && on.has(at)) for (const id of path.slice(path.indexOf(at))) inCircle.add(id);
    for (const id of path) settled.add(id);
  }
  return inCircle;
}

/** What an asked row's cells other than its name become, or why one cannot be taken. */
function takeCell(column: string, given: string, { there, attribute, choices, named }: {
  there: GridRow | undefined; attribute: GridAttribute | undefined; choices: ReadonlyMap<string, string>; named: ReadonlyMap<string, number>;
}): { field?: FilledRow['fields']; value?: string; newChoice?: true; why?: ProblemCode } {
  const text = given.trim();
  if (text.length > longestValue) return { why: 'value-too-long' };
  if (column === 'sampling') return { field: { sampling: text } };
  if (column === 'role') {
    const role = asRole(text);
    return role ? { field: { role } } : { why: 'not-a-role' };
  }
  if (column === 'referredBy') {
    const referrer = text === '' ? null : named.get(nameKey(text));
    return referrer === undefined ? { why: 'no-such-participant' } : { field: { referredBy: referrer } };
  }
  if (!attribute) return { why: 'outside-grid' };
  // What stands there is not judged again: its column may have been of another kind when it was written.
  if (text === '' || text === there?.values[attribute.id]) return { value: text };
  const value = asKind(attribute.kind, text);
  if (value === null) return { why: attribute.kind === 'number' ? 'not-a-number' : 'not-a-date' };
  if (attribute.kind !== 'choice' || attribute.choices.includes(value)) return { value };
  const known = choices.get(nameKey(value));
  return known === undefined ? { value, newChoice: true } : { value: known };
}

/**
 * What filling these cells comes to: what changes, what a choice would have to offer besides, and the cells that do not
 * fit. Laws: asking for what stands there changes nothing and nothing misfits; what is asked without its misfits has none.
 */
export function planFilling(grid: Grid, asked: readonly AskedRow[]): Filling {
  const refused = new Map<string, Misfit>();
  const refuse = (index: number, column: string, why: ProblemCode) => { refused.set(cellKey(index, column), { index, column, value: asked[index]!.cells[column] ?? '', why }); };
  const there = new Map(grid.rows.map((row) => [row.id, row]));
  const attributes = new Map(grid.attributes.map((attribute) => [String(attribute.id), attribute]));
  const choices = new Map(grid.attributes.map((attribute) => [attribute.id, new Map(attribute.choices.map((choice) => [nameKey(choice), choice]))]));
  const newChoices = new Map<number, string[]>();
  const fixed: readonly string[] = fixedColumns[grid.of];
  const names = takeNames(grid, asked, refuse);
  // Who is renamed here can be spoken of by either name; the new ones come first.
  const named = new Map([...grid.rows.map(({ id, name }) => [nameKey(name), id] as const), ...[...names].map(([id, name]) => [nameKey(name), id] as const)]);
  const filled = asked.map(({ id, cells }, index): { index: number; id: number | null; number: number; fields: FilledRow['fields']; values: [number, string][] } => {
    const number = id ?? newRow(index);
    const row = id === null ? undefined : there.get(id);
    const name = names.get(number);
    const made = { index, id, number, fields: {} as FilledRow['fields'], values: [] as [number, string][] };
    // Without a name nobody is made, and the row's other cells have nowhere to stand.
    if (name === undefined) return made;
    if (name !== row?.name) made.fields.name = name;
    for (const [column, given] of Object.entries(cells)) {
      if (column === 'name') continue;
      const attribute = attributes.get(column);
      if (!attribute && !fixed.includes(column)) { refuse(index, column, 'outside-grid'); continue; }
      const taken = takeCell(column, given, { there: row, attribute, choices: choices.get(attribute?.id ?? 0) ?? new Map<string, string>(), named });
      if (taken.why) refuse(index, column, taken.why);
      else if (taken.field) Object.assign(made.fields, taken.field);
      else if (taken.value !== (row?.values[attribute!.id] ?? '')) made.values.push([attribute!.id, taken.value!]);
      if (taken.newChoice) {
        choices.get(attribute!.id)!.set(nameKey(taken.value!), taken.value!);
        newChoices.set(attribute!.id, [...(newChoices.get(attribute!.id) ?? []), taken.value!]);
      }
    }
    return made;
  });
  refuseCircles(grid, filled, refuse);
  const rows = filled.flatMap(({ number: _number, ...row }) => {
    const before = row.id === null ? undefined : there.get(row.id);
    const fields = Object.fromEntries(Object.entries(row.fields).filter(([field, value]) => value !== (before ? before[field as keyof GridRow] : field === 'referredBy' ? null : field === 'sampling' ? '' : undefined))) as FilledRow['fields'];
    return Object.keys(fields).length === 0 && row.values.length === 0 ? [] : [{ ...row, fields }];
  });
  return { rows, newChoices, misfits: [...refused.values()].toSorted((a, b) => a.index - b.index), cells: rows.reduce((sum, row) => sum + Object.keys(row.fields).length + row.values.length, 0) };
}

/** Takes back the referrals that would lead in a circle, until none does: those before were none. */
function refuseCircles(grid: Grid, filled: readonly { index: number; number: number; fields: FilledRow['fields'] }[], refuse: (index: number, column: string, why: ProblemCode) => void): void {
  if (!filled.some(({ fields }) => fields.referredBy)) return;
  for (;;) {
    const referrers = new Map(grid.rows.map(({ id, referredBy }) => [id, referredBy ?? null]));
    for (const { number, fields } of filled) if (fields.referredBy !== undefined) referrers.set(number, fields.referredBy);
    const circle = referralCircle(referrers);
    const before = new Map(grid.rows.map(({ id, referredBy }) => [id, referredBy ?? null]));
    const wrong = filled.filter(({ number, fields }) => circle.has(number) && fields.referredBy !== undefined && fields.referredBy !== (before.get(number) ?? null));
    if (wrong.length === 0) return;
    for (const { index, fields } of wrong) {
      delete fields.referredBy;
      refuse(index, 'referredBy', 'referral-circle');
    }
  }
}

/** What was asked, without the cells that do not fit; a new row without a name goes whole. */
export function withoutMisfits(asked: readonly AskedRow[], misfits: readonly Misfit[]): AskedRow[] {
  const gone = new Set(misfits.map(({ index, column }) => cellKey(index, column)));
  return asked.flatMap(({ id, cells }, index) => {
    if (id === null && gone.has(cellKey(index, 'name'))) return [];
    const kept = Object.entries(cells).filter(([column]) => !gone.has(cellKey(index, column)));
    return kept.length === 0 ? [] : [{ id, cells: Object.fromEntries(kept) }];
  });
}
