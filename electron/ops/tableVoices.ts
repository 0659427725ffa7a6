import type { TableLine } from '../../shared/model/table.ts';
import { tableAsked, type TableAsked } from '../../shared/model/tableAsked.ts';
import { query, type Reader } from './operation.ts';
import { countedOn, makeTable, type Counted } from './table.ts';
import { eachInCells } from './tableItems.ts';
import { dominantOf } from './tableQuotations.ts';

/** A cell's passages by place, each with a coding that put it there and those who speak in it and count. */
export interface CellVoices { readonly row: number; readonly column: number; readonly passages: ReadonlyMap<number, { readonly coding: number; readonly speakers: readonly number[] }> }

/** Who speaks in the passages of each cell that has any; rows and columns by their places before the table was sorted. */
export function voicesOf(project: Reader, asked: TableAsked): { readonly counted: Counted; readonly cells: readonly CellVoices[] } {
  const counted = countedOn(project, asked);
  const { ground, space, columns } = counted;
  const cells = new Map<number, { row: number; column: number; passages: Map<number, { coding: number; speakers: number[] }> }>();
  eachInCells(ground, space, counted.items(false), (cell, place, { people }, _unit, coding) => {
    const [row, column] = [Math.floor(cell / space.width), cell % space.width];
    if (row >= counted.rows.length || column >= columns.length) return;
    let known = cells.get(cell);
    if (!known) cells.set(cell, (known = { row, column, passages: new Map() }));
    const there = known.passages.get(place);
    if (there) { for (const person of people) if (!there.speakers.includes(person)) there.speakers.push(person); }
    else known.passages.set(place, { coding: ground.facts.codings.id[coding]!, speakers: [...people] });
  });
  return { counted, cells: [...cells.values()] };
}

export interface OneSidedCell { readonly row: TableLine['key']; readonly column: TableLine['key']; readonly participant: number; readonly name: string; readonly passages: number; readonly of: number }
export const oneSidedCells = query({
  /** The cells in which one person gives more than half of several passages, though others of the group were interviewed too. */
  input: tableAsked,
  run(project, asked): OneSidedCell[] {
    const { cells } = voicesOf(project, asked);
    const table = makeTable(project, { ...asked, sort: 'order' });
    const names = new Map(project.all('participants').map(({ id, name }) => [id, name]));
    return cells.toSorted((a, b) => a.row - b.row || a.column - b.column).flatMap(({ row, column, passages }) => {
      const said = new Map<number, number>();
      for (const { speakers } of passages.values()) for (const person of speakers) said.set(person, (said.get(person) ?? 0) + 1);
      const people = [...said].map(([participant, count]) => ({ participant, passages: count })).toSorted((a, b) => b.passages - a.passages || a.participant - b.participant);
      const [line, group] = [table.rows[row]!, table.columns[column]!];
      const found = dominantOf(people, passages.size, Math.min(line.n, group.n));
      return found ? [{ row: line.key, column: group.key, participant: found.participant, name: names.get(found.participant)!, passages: found.passages, of: passages.size }] : [];
    });
  },
});
