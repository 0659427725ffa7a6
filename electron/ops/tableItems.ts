import type { TableAsked } from '../../shared/model/tableAsked.ts';
import type { Part } from './axis.ts';
import type { Heard } from './heard.ts';
import type { Reader } from './operation.ts';
import type { Ground } from './queryGround.ts';
import { eachPairOfPlaces, isMutual } from './tableRelations.ts';
import type { Space, Share } from './tableSpace.ts';

/**
 * Something that is counted: a coding, a triple (its first coding), or two codings that lie as asked (the row's, and its partner). `unit` is
 * the same for all lines that it is in.
 */
export type Visit = (place: number, coding: number, partner: number, rows: readonly number[], columns: readonly number[], unit: number) => void;
/** Places that count: those that a filter found; null: all. */
export type Among = Uint8Array | null;
export type Items = (visit: Visit) => void;

/** Whether somebody speaks at a place who counts, or nobody is known to; asked once for each set of speakers. */
function heardAt({ facts, index }: Ground, heard: Heard): (place: number) => boolean {
  const said = facts.speakerSets.map((speakers) => heard.counted(speakers) !== null);
  return (place) => said[facts.passages.spokenBy[index[place]!]!]!;
}

export function codingItems(ground: Ground, space: Space, among: Among): Items {
  return (visit) => {
    const { code } = ground.facts.codings;
    for (let place = 0; place < ground.size; place++) {
      if (among && among[place] === 0) continue;
      for (let at = ground.first[place]!; at < ground.first[place + 1]!; at++) {
        const coding = ground.codings[at]!;
        const rows = space.rowsOfCode(code[coding]!);
        if (rows.length === 0) continue;
        const columns = space.columnsOfCode(code[coding]!);
        if (columns.length > 0) visit(place, coding, -1, rows, columns, at);
      }
    }
  };
}

/** The combinations of codes that one coder says of one passage, as rows: one group of each part, in the order of the axis. */
export function triplesIn(ground: Ground, heard: Heard, parts: readonly Part[], among: Among): { readonly lines: readonly (readonly number[])[]; items(visit: Visit): void } {
  const { code, coder } = ground.facts.codings;
  const lineOf = new Map<string, number>();
  const lines: number[][] = [];
  const found: { place: number; coding: number; lines: number[] }[] = [];
  const numberOf = (groups: number[]): number => {
    const name = groups.join();
    let line = lineOf.get(name);
    if (line === undefined) lineOf.set(name, (line = lines.push(groups) - 1));
    return line;
  };
  const product = <T>(lists: readonly (readonly T[])[]): T[][] => lists.reduce<T[][]>((made, list) => made.flatMap((before) => list.map((each) => [...before, each])), [[]]);
  const isHeard = heardAt(ground, heard);
  for (let place = 0; place < ground.size; place++) {
    if ((among && among[place] === 0) || ground.first[place + 1]! - ground.first[place]! < parts.length || !isHeard(place)) continue;
    const codings = Array.from(ground.codings.subarray(ground.first[place], ground.first[place + 1]));
    for (const own of Map.groupBy(codings, (coding) => coder[coding]!).values())
      for (const triple of product(parts.map((part) => own.filter((coding) => part.within(code[coding]!).length > 0))))
        found.push({ place, coding: triple[0]!, lines: product(triple.map((coding, index) => parts[index]!.within(code[coding]!))).map(numberOf) });
  }
  // In the order of the codebook, the first part's first.
  const inOrder = lines.map((_, line) => line).toSorted((a, b) => lines[a]!.map((group, part) => group - lines[b]![part]!).find((by) => by !== 0) ?? 0);
  const rank: number[] = [];
  inOrder.forEach((line, index) => { rank[line] = index; });
  for (const each of found) each.lines = each.lines.map((line) => rank[line]!);
  return {
    lines: inOrder.map((line) => lines[line]!),
    items: (visit) => found.forEach(({ place, coding, lines: rows }, unit) => visit(place, coding, -1, rows, zero, unit)),
  };
}
const zero: readonly number[] = [0];

/** Two codings that lie as asked; with `once` each two are one unit, whichever is the row's. */
export function pairItems(project: Reader, ground: Ground, heard: Heard, space: Space, asked: TableAsked, among: Among, once: boolean): Items {
  const { code, coder } = ground.facts.codings;
  const { first, codings } = ground;
  const isHeard = heardAt(ground, heard);
  const ofTriple = asked.relation === 'triple';
  return (visit) => {
    let unit = 0;
    const together = once && isMutual(asked);
    eachPairOfPlaces(project, ground, asked, together, (place, other) => {
      if ((among && (among[place] === 0 || among[other] === 0)) || !isHeard(place) || !isHeard(other)) return;
      for (let at = first[place]!; at < first[place + 1]!; at++) {
        const coding = codings[at]!;
        const [rows, columns] = [space.rowsOfCode(code[coding]!), space.columnsOfCode(code[coding]!)];
        for (let beside = together && place === other ? at + 1 : first[other]!; beside < first[other + 1]!; beside++) {
          const partner = codings[beside]!;
          if (partner === coding || (ofTriple && coder[partner] !== coder[coding])) continue;
          const [partnersRows, partnersColumns] = [space.rowsOfCode(code[partner]!), space.columnsOfCode(code[partner]!)];
          unit++;
          if (rows.length > 0 && partnersColumns.length > 0) visit(place, coding, partner, rows, partnersColumns, unit);
          if (together && partnersRows.length > 0 && columns.length > 0) visit(other, partner, coding, partnersRows, columns, unit);
        }
      }
    });
  };
}

/** Takes each item into its cells: those of its lines, and of all rows or columns together. */
export function eachInCells(ground: Ground, space: Space, items: Items, visit: (cell: number, place: number, share: Share, unit: number, coding: number, partner: number) => void): void {
  const { spokenBy } = ground.facts.passages;
  const { coder } = ground.facts.codings;
  const { width, splits, height } = space;
  const [allRows, allColumns] = [(height - 1) * width, width - splits];
  items((place, coding, partner, rows, columns, unit) => {
    const document = ground.document[place]!;
    const [rowOfDocument, columnOfDocument] = [space.rowOf('document', document), space.columnOf('document', document)];
    const [rowOfCoder, columnOfCoder] = [space.rowOf('coder', coder[coding]!), space.columnOf('coder', coder[coding]!)];
    if (rowOfDocument < 0 || columnOfDocument < 0 || rowOfCoder < 0 || columnOfCoder < 0) return;
    for (const share of space.sharesOf(spokenBy[ground.index[place]!]!)) {
      const row = rowOfDocument + rowOfCoder + share.row;
      const column = columnOfDocument + columnOfCoder + share.column;
      for (let c = 0; c < columns.length; c++) {
        const along = column + columns[c]!;
        const total = allColumns + (along % splits);
        for (let r = 0; r < rows.length; r++) {
          const down = (row + rows[r]!) * width;
          visit(down + along, place, share, unit, coding, partner);
          visit(down + total, place, share, unit, coding, partner);
        }
        visit(allRows + along, place, share, unit, coding, partner);
        visit(allRows + total, place, share, unit, coding, partner);
      }
    }
  });
}
