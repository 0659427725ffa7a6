import { z } from 'zod';
import type { Excerpt } from '../../shared/model/excerpt.ts';
import type { TableLine } from '../../shared/model/table.ts';
import { cellAsked, tableAsked, type TableAsked } from '../../shared/model/tableAsked.ts';
import { excerptsOf } from './excerpts.ts';
import { leastQuotations } from './oneSided.ts';
import { query, type Reader } from './operation.ts';
import { countedOn, sampleFor, type Counted } from './table.ts';
import { eachInCells } from './tableItems.ts';

/** A passage behind a cell. */
export interface Quotation {
  /** The codings that put it there, and those of the column on the same passage where rows and columns are codes. */
  readonly codings: readonly Excerpt[];
  /** Codings of the column on other passages that lie to this one as asked. */
  readonly beside: readonly Excerpt[];
}
export interface Quoted {
  /** The first of them, in the order of documents and text. */
  readonly quotations: readonly Quotation[];
  /** All that there are. */
  readonly passages: number; readonly codings: number; readonly documents: number;
  /** Who speaks in them and counts for the cell, with the most passages first. */
  readonly people: readonly { readonly participant: number; readonly name: string; readonly passages: number }[];
  /** Who gives more than half of several passages where others could have spoken too; null where nobody does. */
  readonly dominant: { readonly participant: number; readonly name: string; readonly passages: number } | null;
}

/** A line by the keys of its parts; one behind the last for all of them together (of a group of the split, which is then the whole key); -1 where there is none. */
function lineAt(counted: Counted, side: 'rows' | 'columns', key: TableLine['key'] | null): number {
  const { split } = counted;
  const parts = side === 'rows' ? counted.rowParts : [...counted.columnParts, ...(split ? [split] : [])];
  const lines = counted[side];
  if (key === null || (side === 'columns' && split && key.length === 1 && parts.length > 1)) {
    const group = key === null || !split ? 0 : split.groups.findIndex((each) => each.key === key[0]);
    return group < 0 ? -1 : lines.length + group;
  }
  return lines.findIndex((groups) => groups.length === key.length && groups.every((group, index) => parts[index]!.groups[group]!.key === key[index]));
}

/** One who gives more than half of several passages, where the group has others. */
export function dominantOf<P extends { readonly passages: number }>(people: readonly P[], passages: number, n: number): P | null {
  const [first] = people;
  return first && passages >= leastQuotations && n > 1 && first.passages * 2 > passages ? first : null;
}

/** People of the groups of a cell: of all that there are, where it is of all together. */
function peopleOf(project: Reader, counted: Counted, row: number, column: number): number {
  const { rowParts, columnParts, split, rows, columns } = counted;
  const down = row < rows.length && row >= 0 ? { parts: rowParts, groups: rows[row]! } : { parts: [], groups: [] };
  const along = column < 0 ? { parts: [], groups: [] } : column < columns.length ? { parts: [...columnParts, ...(split ? [split] : [])], groups: columns[column]! } : { parts: split ? [split] : [], groups: split ? [column - columns.length] : [] };
  return sampleFor(project, counted).at([...down.parts, ...along.parts], [...down.groups, ...along.groups]).people.size;
}

interface Behind { readonly codings: Map<number, Set<number>>; readonly beside: Map<number, Set<number>>; readonly people: Map<number, Set<number>> }
/** By place: the codings behind a cell, their partners on other places, and the people that count. */
function behind(counted: Counted, cell: number): Behind {
  const found: Behind = { codings: new Map(), beside: new Map(), people: new Map() };
  const { coder, passage } = counted.ground.facts.codings;
  const put = (into: Map<number, Set<number>>, place: number, thing: number) => { const known = into.get(place); if (known) known.add(thing); else into.set(place, new Set([thing])); };
  eachInCells(counted.ground, counted.space, counted.items(false), (at, place, { people }, _unit, coding, partner) => {
    if (at !== cell) return;
    put(found.codings, place, coding);
    if (partner >= 0) put(passage[partner] === passage[coding] ? found.codings : found.beside, place, partner);
    // The other codings of a triple.
    else if (counted.rowParts.length > 1 && counted.rowParts.every(({ decides }) => decides === 'code')) {
      for (let each = counted.ground.first[place]!; each < counted.ground.first[place + 1]!; each++) {
        const other = counted.ground.codings[each]!;
        if (coder[other] === coder[coding]) put(found.codings, place, other);
      }
    }
    for (const person of people) put(found.people, person, place);
  });
  return found;
}

export function quotationsBehind(project: Reader, asked: TableAsked, row: TableLine['key'] | null, column: TableLine['key'] | null, limit: number): Quoted {
  const counted = countedOn(project, asked);
  const [down, along] = [lineAt(counted, 'rows', row), lineAt(counted, 'columns', column)];
  const { codings, beside, people } = down < 0 || along < 0 ? { codings: new Map<number, Set<number>>(), beside: new Map<number, Set<number>>(), people: new Map<number, Set<number>>() } : behind(counted, down * counted.space.width + along);
  const { ground } = counted;
  const places = [...codings.keys()].toSorted((a, b) => a - b);
  const shown = places.slice(0, limit);
  const idsOf = (at: Iterable<number>) => [...at].map((coding) => ground.facts.codings.id[coding]!);
  const excerpts = new Map(excerptsOf(project, [...new Set(shown.flatMap((place) => idsOf([...codings.get(place)!, ...(beside.get(place) ?? [])])))]).map((excerpt) => [excerpt.coding, excerpt]));
  const pick = (at: Iterable<number>) => idsOf(at).map((id) => excerpts.get(id)!).toSorted((a, b) => a.start - b.start || a.end - b.end || a.codeId - b.codeId || a.coding - b.coding);
  const names = new Map(project.all('participants').map(({ id, name }) => [id, name]));
  const counts = [...people].map(([participant, at]) => ({ participant, name: names.get(participant)!, passages: at.size })).toSorted((a, b) => b.passages - a.passages || a.participant - b.participant);
  return {
    quotations: shown.map((place) => ({ codings: pick(codings.get(place)!), beside: pick(beside.get(place) ?? []) })),
    passages: places.length, codings: [...codings.values()].reduce((sum, of) => sum + of.size, 0), documents: new Set(places.map((place) => ground.document[place])).size,
    people: counts, dominant: dominantOf(counts, places.length, peopleOf(project, counted, down, along)),
  };
}

export const tableQuotations = query({
  /** The passages behind one cell of a table, with all codings that put them there; `row` and `column` are its keys, null for all of them together. */
  input: z.strictObject({ ...tableAsked.shape, ...cellAsked, limit: z.int().min(1).max(10_000).default(10_000) }),
  run: (project, { row, column, limit, ...asked }): Quoted => quotationsBehind(project, asked, row, column, limit),
});
