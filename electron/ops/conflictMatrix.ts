import { z } from 'zod';
import { leastOneSided, matrixCounts, oneSidedTimes, type ConflictMatrix, type MatrixColumn, type MatrixRow } from '../../shared/model/conflicts.ts';
import { Problem } from '../../shared/model/problem.ts';
import { nameKey } from '../../shared/model/text.ts';
import { attributesInOrder, findAttribute } from './attributes.ts';
import { codesInOrder, subtree } from './codes.ts';
import { siding, stakeholdersByName } from './conflictSides.ts';
import { excerptsOf } from './excerpts.ts';
import { facts, speakersOf } from './facts.ts';
import { groupingBy, type Grouping } from './groups.ts';
import { judgements } from './judgements.ts';
import { countedCoders } from './layers.ts';
import { query, type Reader } from './operation.ts';
import { seenBy } from './seen.ts';

/** What the groups are, and whose words count. */
export const matrixAsked = {
  /** An attribute of participants; the first choice among them without it. */
  by: z.string().min(1).optional(),
  /** Only people with this value of an attribute (null: without one), or what is said in documents with it. */
  within: z.strictObject({ attribute: z.string().min(1), value: z.string().nullable() }).optional(),
  /** Only this conflict code and what is below it. */
  code: z.int().positive().optional(),
  ...seenBy,
};
const asked = z.strictObject(matrixAsked);
type Asked = z.output<typeof asked>;

/** The attribute of participants of that name ('participants:NAME' too); without a name the first that offers choices, else the first. */
export function groupAttribute(project: Reader, wanted: string | undefined): string {
  const ofPeople = attributesInOrder(project).filter(({ of }) => of === 'participants');
  const named = wanted === undefined ? ofPeople.find(({ kind }) => kind === 'choice') ?? ofPeople[0] : findAttribute(project, 'participants', wanted.replace(/^participants:/, ''));
  if (!named) throw new Problem('no-such-attribute', { attribute: wanted ?? '', known: ofPeople.map(({ name }) => name).join(', ') });
  return named.name;
}
/** Whether a person's words in a document count, where only some are asked for; and who was asked at all. */
function filterOf(project: Reader, { within }: Asked, grouping: Grouping): { counts(person: number, document: number): boolean; people: ReadonlySet<number> } {
  if (!within) return { counts: () => true, people: grouping.people };
  const [, of, name = ''] = /^(?:(participants|documents):)?(.*)$/s.exec(within.attribute)!;
  const attribute = (of === 'documents' ? null : findAttribute(project, 'participants', name)) ?? (of === 'participants' ? null : findAttribute(project, 'documents', name));
  if (!attribute) throw new Problem('no-such-attribute', { attribute: within.attribute, known: attributesInOrder(project).map((each) => each.name).join(', ') });
  const values = new Map(project.all('attributeValues', { attribute: attribute.id }).map((row) => [row.participant ?? row.document!, row.value]));
  const has = (owner: number) => (values.get(owner) ?? null) === within.value;
  if (attribute.of === 'participants') return { counts: has, people: new Set([...grouping.people].filter(has)) };
  const spoken = project.query<{ participant: number; document: number }>('SELECT DISTINCT participant, document FROM turns WHERE participant IS NOT NULL').filter(({ document }) => has(document));
  return { counts: (_person, document) => has(document), people: new Set(spoken.map(({ participant }) => participant).filter((person) => grouping.people.has(person))) };
}

interface Axes { readonly rows: readonly Omit<MatrixRow, 'n'>[]; readonly columns: readonly Omit<MatrixColumn, 'n' | 'about'>[]; columnOf(code: number): number | undefined }
/** Groups as rows; as columns those that are stakeholders too, and behind them the stakeholders that are named in conflicts and are no group. */
function axesOf(project: Reader, grouping: Grouping): Axes {
  const codes = codesInOrder(project).filter(({ facet }) => facet === 'stakeholder');
  const byId = new Map(codes.map((code) => [code.id, code]));
  const named = stakeholdersByName(project);
  const groupOf = new Map<number, number>();
  grouping.groups.forEach(({ key }, group) => { const code = key === null ? undefined : named.get(nameKey(key)); if (code !== undefined && !groupOf.has(code)) groupOf.set(code, group); });
  /** The group that a code is called by, or the nearest above it; else the stakeholder at the top. */
  const heads = new Map<number, { group: number } | { code: number }>();
  for (const { id, parent } of codes) {
    const own = groupOf.get(id);
    const above = parent === null ? undefined : heads.get(parent);
    heads.set(id, own !== undefined ? { group: own } : above ?? { code: id });
  }
  const used = new Set(project.query<{ code: number }>('SELECT DISTINCT party AS code FROM codings WHERE party IS NOT NULL UNION SELECT DISTINCT counterparty FROM codings WHERE counterparty IS NOT NULL').map(({ code }) => code));
  const columns: { label: string; code: number; colour: string; row: number | null }[] = [];
  const columnOfGroup = new Map<number, number>();
  const columnOfCode = new Map<number, number>();
  grouping.groups.forEach(({ label }, group) => {
    const code = codes.find(({ id }) => groupOf.get(id) === group);
    if (code) columnOfGroup.set(group, columns.push({ label, code: code.id, colour: code.colour, row: group }) - 1);
  });
  for (const { id } of codes) {
    const head = heads.get(id)!;
    if (!used.has(id) || 'group' in head || columnOfCode.has(head.code)) continue;
    const { name, colour } = byId.get(head.code)!;
    columnOfCode.set(head.code, columns.push({ label: name, code: head.code, colour, row: null }) - 1);
  }
  return {
    rows: grouping.groups.map(({ key, label }, group) => ({ key, label, column: columnOfGroup.get(group) ?? null })), columns,
    columnOf(code) { const head = heads.get(code); return head && ('group' in head ? columnOfGroup.get(head.group) : columnOfCode.get(head.code)); },
  };
}

interface Saying { readonly coding: number; readonly passage: number; readonly person: number; readonly row: number; readonly column: number }
/**
 * Everything that somebody says of a conflict, with whom it is against: who is of one side speaks against the other, and who is of neither
 * says it of the counterparty. The one place that decides what is in a cell. Also what stays out: passages (indexes of `facts`).
 */
function sayings(project: Reader, given: Asked) {
  const grouping = groupingBy(project, `participants:${groupAttribute(project, given.by)}`, 'interviewees');
  const axes = axesOf(project, grouping);
  const filter = filterOf(project, given, grouping);
  const all = facts(project);
  const { codings, passages } = all;
  const { party, counterparty } = judgements(project);
  const below = given.code === undefined ? null : new Set(subtree(project, given.code));
  const counts = countedCoders(project, given.coder);
  const conflicts = new Set(codesInOrder(project).filter(({ id, facet }) => facet === 'conflict' && (below?.has(id) ?? true)).map(({ id }) => id));
  const sidesOf = siding(project);
  const said: Saying[] = [];
  const unnamed = new Set<number>();
  const unspoken = new Set<number>();
  codings.code.forEach((code, coding) => {
    if (!conflicts.has(code) || !counts(codings.coder[coding]!)) return;
    const passage = codings.passage[coding]!;
    const spoken = speakersOf(all, passage);
    if (spoken.length === 0) { if (!given.within) unspoken.add(passage); return; }
    const pair = { party: party[codings.id[coding]!] ?? null, counterparty: counterparty[codings.id[coding]!] ?? null };
    for (const person of grouping.counted(spoken) ?? []) {
      if (!filter.counts(person, passages.document[passage]!)) continue;
      const own = sidesOf(person, pair);
      const against = own.length === 1 && own[0] === 'counterparty' ? pair.party : pair.counterparty;
      const column = against === null ? undefined : axes.columnOf(against);
      if (column === undefined) unnamed.add(passage);
      else for (const row of grouping.groupsOf([person])) said.push({ coding, passage, person, row, column });
    }
  });
  const named = new Set(said.map(({ passage }) => passage));
  return { grouping, axes, filter, said, unnamed: unnamed.difference(named).size, unspoken: unspoken.size };
}
/** Passages (indexes of `facts`) that speak about each column's stakeholder, in words that count. */
function aboutEach(project: Reader, given: Asked, { axes, grouping, filter }: ReturnType<typeof sayings>): number[] {
  const all = facts(project);
  const { codings, passages } = all;
  const counts = countedCoders(project, given.coder);
  const about = axes.columns.map(() => new Set<number>());
  const columnOf = new Map(codesInOrder(project).flatMap(({ id, facet }) => { const column = facet === 'stakeholder' ? axes.columnOf(id) : undefined; return column === undefined ? [] : [[id, column] as const]; }));
  codings.code.forEach((code, coding) => {
    const column = columnOf.get(code);
    if (column === undefined || !counts(codings.coder[coding]!)) return;
    const passage = codings.passage[coding]!;
    if ((grouping.counted(speakersOf(all, passage)) ?? []).some((person) => filter.counts(person, passages.document[passage]!))) about[column]!.add(passage);
  });
  return about.map(({ size }) => size);
}

export const conflictMatrix = query({
  /** Who says it against whom, from the codings of conflicts. Problem `no-such-attribute`. */
  input: z.strictObject({ ...matrixAsked, count: z.enum(matrixCounts).default('participants'), least: z.int().min(1).max(10_000).optional() }),
  run(project, { count, least: chosen, ...given }): ConflictMatrix {
    const found = sayings(project, given);
    const { grouping, axes, filter, said } = found;
    const least = chosen ?? leastOneSided[count];
    const n = grouping.groups.map(({ people }) => people.intersection(filter.people).size);
    const units = (inside: readonly Saying[]) => new Set(inside.map((each) => (count === 'participants' ? each.person : each.passage))).size;
    const byRow = Map.groupBy(said, ({ row }) => row);
    const unasked = (row: number) => n[row] === 0;
    const cells = axes.rows.map((_, row) => {
      const byColumn = Map.groupBy(byRow.get(row) ?? [], ({ column }) => column);
      return axes.columns.map((__, column) => (unasked(row) ? null : units(byColumn.get(column) ?? [])));
    });
    const byColumn = Map.groupBy(said, ({ column }) => column);
    const about = aboutEach(project, given, found);
    return {
      by: groupAttribute(project, given.by), count, least, cells,
      rows: axes.rows.map((row, index) => ({ ...row, n: n[index]! })),
      columns: axes.columns.map((column, index) => ({ ...column, n: column.row === null ? 0 : n[column.row]!, about: about[index]! })),
      oneSided: axes.rows.map((row, from) => axes.columns.map(({ row: other }, column) => {
        const [value, answer] = [cells[from]![column] ?? 0, other === null || row.column === null ? null : cells[other]![row.column]!];
        return other !== from && answer !== null && value >= least && value >= oneSidedTimes * answer;
      })),
      rowTotals: axes.rows.map((_, row) => (unasked(row) ? null : units(byRow.get(row) ?? []))), columnTotals: axes.columns.map((_, column) => units(byColumn.get(column) ?? [])),
      n: filter.people.size, people: new Set(said.map(({ person }) => person)).size, passages: new Set(said.map(({ passage }) => passage)).size, unnamed: found.unnamed, unspoken: found.unspoken,
    };
  },
});

export const facingQuotations = query({
  /** What a group (the key of a row) says against a stakeholder (the code of a column), and what is said back: each passage once, with the codings that put it there. */
  input: z.strictObject({ ...matrixAsked, row: z.string().nullable(), column: z.int().positive() }),
  run(project, { row: key, column: code, ...given }) {
    const { axes, said } = sayings(project, given);
    const from = axes.rows.findIndex((row) => row.key === key);
    const to = axes.columns.findIndex((column) => column.code === code);
    const { codings, passages } = facts(project);
    const passageOf = new Map(said.map(({ coding, passage }) => [codings.id[coding]!, passages.id[passage]!]));
    const quoted = (row: number | null | undefined, column: number | null | undefined) => {
      const inside = said.filter((each) => each.row === row && each.column === column);
      const excerpts = Map.groupBy(excerptsOf(project, [...new Set(inside.map(({ coding }) => codings.id[coding]!))]), ({ coding }) => passageOf.get(coding)!);
      return { people: new Set(inside.map(({ person }) => person)).size, passages: [...excerpts].map(([passage, found]) => ({ passage, codings: found })) };
    };
    const other = axes.columns[to]?.row ?? null;
    const mirrored = axes.rows[from]?.column ?? null;
    return { said: quoted(from, to), answered: other === null || mirrored === null || other === from ? null : quoted(other, mirrored) };
  },
});
