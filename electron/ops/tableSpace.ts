import type { Axis, Part } from './axis.ts';
import { facts } from './facts.ts';
import type { Heard } from './heard.ts';
import type { Reader } from './operation.ts';

/** For whom a passage counts in a row and column that are decided by who speaks: offsets of both, and the people. */
export interface Share { readonly row: number; readonly column: number; readonly people: readonly number[] }

/** Where the cells of a table lie: behind the last row and the last column stand those of all together, one column for each group of the split. */
export interface Space {
  readonly rows: Axis; readonly columns: Axis;
  readonly splits: number;
  readonly height: number; readonly width: number;
  /** Lines that a code is in, as offsets: 0 where the axis has no codes. */
  rowsOfCode(code: number): readonly number[];
  columnsOfCode(code: number): readonly number[];
  /** Offsets of a document or coder; -1 where it is in no line. */
  rowOf(decides: 'document' | 'coder', id: number): number;
  columnOf(decides: 'document' | 'coder', id: number): number;
  /** By the number of a set of speakers (facts.speakerSets); none where only others speak than those that count. */
  sharesOf(set: number): readonly Share[];
  /** Offsets of one person who was interviewed; -1 where she is in no line. */
  rowOfPerson(id: number): number;
  columnOfPerson(id: number): number;
}

const start: readonly number[] = [0];
/** Offsets by number, each found once. */
function offsets({ parts, strides }: Axis, decides: Part['decides']): (id: number) => number {
  const deciding = parts.flatMap((part, index) => (part.decides === decides ? [{ part, stride: strides[index]! }] : []));
  const known: number[] = [];
  return (id) => {
    let offset = known[id];
    if (offset !== undefined) return offset;
    offset = 0;
    for (const { part, stride } of deciding) {
      const [group] = part.within(id);
      if (group === undefined) return (known[id] = -1);
      offset += group * stride;
    }
    return (known[id] = offset);
  };
}
function linesOfCode({ parts, strides }: Axis): (code: number) => readonly number[] {
  const index = parts.findIndex(({ decides }) => decides === 'code');
  if (index < 0 || parts.filter(({ decides }) => decides === 'code').length > 1) return () => start;
  const known: (readonly number[])[] = [];
  return (code) => (known[code] ??= parts[index]!.within(code).map((group) => group * strides[index]!));
}
/** The offset of what nobody is known to speak; -1 where it is in no line. */
function unspoken({ parts, strides }: Axis): number {
  let offset = 0;
  for (const [index, part] of parts.entries()) {
    if (part.decides !== 'people') continue;
    if (part.unspoken === undefined) return -1;
    offset += part.unspoken * strides[index]!;
  }
  return offset;
}

/** `size` of the rows is said where they are not the axis's own: triples are only those that there are. */
export function spaceOf(project: Reader, heard: Heard, rows: Axis, columns: Axis, splits: number): Space {
  const { speakerSets } = facts(project);
  const [byDocument, byCoder, byPerson] = [(axis: Axis) => offsets(axis, 'document'), (axis: Axis) => offsets(axis, 'coder'), (axis: Axis) => offsets(axis, 'people')];
  const [rowBy, columnBy] = [{ document: byDocument(rows), coder: byCoder(rows) }, { document: byDocument(columns), coder: byCoder(columns) }];
  const [rowOfPerson, columnOfPerson] = [byPerson(rows), byPerson(columns)];
  const isByPeople = [...rows.parts, ...columns.parts].some(({ decides }) => decides === 'people');
  const shares: (readonly Share[] | undefined)[] = [];
  function findShares(set: number): readonly Share[] {
    const counted = heard.counted(speakerSets[set]!);
    if (counted === null) return [];
    if (!isByPeople) return [{ row: 0, column: 0, people: counted }];
    if (counted.length === 0) {
      const [row, column] = [unspoken(rows), unspoken(columns)];
      return row < 0 || column < 0 ? [] : [{ row, column, people: counted }];
    }
    const found = new Map<string, Share & { people: number[] }>();
    for (const person of counted) {
      const [row, column] = [rowOfPerson(person), columnOfPerson(person)];
      if (row < 0 || column < 0) continue;
      const known = found.get(`${row}/${column}`);
      if (known) known.people.push(person);
      else found.set(`${row}/${column}`, { row, column, people: [person] });
    }
    return [...found.values()];
  }
  return {
    rows, columns, splits, height: rows.size + 1, width: columns.size + splits,
    rowsOfCode: linesOfCode(rows), columnsOfCode: linesOfCode(columns),
    rowOf: (decides, id) => rowBy[decides](id), columnOf: (decides, id) => columnBy[decides](id),
    rowOfPerson, columnOfPerson,
    sharesOf: (set) => (shares[set] ??= findShares(set)),
  };
}
