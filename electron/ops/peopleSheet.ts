import { z } from 'zod';
import { planFilling, withoutMisfits, type AskedRow, type Filling, type Grid, type GridAttribute } from '../../shared/model/filling.ts';
import { Problem } from '../../shared/model/problem.ts';
import { nameKey, normaliseName } from '../../shared/model/text.ts';
import { asDate, asNumber, type Kind } from '../../shared/model/values.ts';
import { readSheet, type Sheet } from '../formats/sheet.ts';
import { addAttribute } from './attributes.ts';
import { gridOf, writeFilling } from './filling.ts';
import { command, query, type Preparation, type Reader } from './operation.ts';
import { documentColumns } from './people.ts';
import { sheetColumns } from './peopleColumns.ts';

/** What a column of values is: numbers, dates, a choice among few, or text. */
function kindOf(values: readonly string[]): Kind {
  const given = values.filter((value) => value !== '');
  if (given.length === 0) return 'text';
  if (given.every((value) => asNumber(value) !== null)) return 'number';
  if (given.every((value) => asDate(value) !== null)) return 'date';
  const different = new Set(given).size;
  return different <= 30 && (different < given.length || given.length <= 3) && given.every((value) => value.length <= 80) ? 'choice' : 'text';
}

export interface HandedSheet { readonly file: string; readonly sheet: Sheet }
const leaveOut = z.strictObject({ rows: z.array(z.int()).default([]), columns: z.array(z.string()).default([]) }).default({ rows: [], columns: [] });
/** `leaveOut`: rows by their numbers in the sheet, columns by their headings. */
const input = z.strictObject({ handle: z.string(), leaveOut });
type Asked = z.infer<typeof input>;
async function prepare({ handle }: Asked, preparation: Preparation): Promise<HandedSheet> {
  const file = await preparation.file(handle);
  return { file: file.name, sheet: await readSheet(file, {}) };
}

/** Where a column of the sheet goes: a column of our own, an attribute that is there, or a new one (a number below zero). */
interface Column { readonly index: number; readonly heading: string; readonly id: string; readonly attribute: GridAttribute | null; readonly isNew: boolean }
interface SheetRow { readonly number: number; readonly name: string; readonly cells: readonly string[]; readonly fault: 'nameless' | 'twice' | null; /** The row that has the same name, above. */ readonly before: number }

/** The sheet's columns, as they belong to this study. A heading that is an attribute's name already is that attribute. */
function columnsOf({ header, rows }: Sheet, { attributes }: Grid): { name: number; columns: Column[] } {
  const keys = header.map(nameKey);
  const known = new Map(attributes.map((attribute) => [nameKey(attribute.name), attribute]));
  const free = (key: string) => !known.has(key);
  const names = sheetColumns.name.map(nameKey).filter(free).map((key) => keys.indexOf(key)).filter((index) => index >= 0);
  const name = names[0] ?? 0;
  const own = new Map(Object.entries(sheetColumns).filter(([id]) => id !== 'name').map(([id, words]) => [keys.findIndex((key, index) => index !== name && free(key) && words.map(nameKey).includes(key)), id]));
  return { name, columns: header.flatMap((heading, index): Column[] => {
    if (index === name || heading.trim() === '') return [];
    const fixed = own.get(index);
    if (fixed !== undefined) return [{ index, heading, id: fixed, attribute: null, isNew: false }];
    const there = known.get(keys[index]!);
    const attribute = there ?? { id: -1 - index, name: normaliseName(heading), kind: documentColumns.includes(keys[index]!) ? 'text' as const : kindOf(rows.map((row) => row[index]!.trim())), choices: [] };
    return [{ index, heading, id: String(attribute.id), attribute, isNew: !there }];
  }) };
}

/** The sheet's rows that are not blank, with what keeps one from being anybody's. Rows that are left out take no name from others. */
function rowsOf({ rows, firstRow }: Sheet, name: number, left: ReadonlySet<number>): SheetRow[] {
  const seen = new Map<string, number>();
  return rows.flatMap((cells, index): SheetRow[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const number = firstRow + index;
    const given = normaliseName(cells[name]!);
    const before = seen.get(nameKey(given));
    if (given !== '' && before === undefined && !left.has(number)) seen.set(nameKey(given), number);
    return [{ number, name: given, cells: cells.map((cell) => cell.trim()), fault: given === '' ? 'nameless' : before === undefined ? null : 'twice', before: before ?? 0 }];
  });
}

interface Reading { readonly grid: Grid; readonly name: number; readonly columns: readonly Column[]; readonly rows: readonly SheetRow[]; readonly taken: readonly SheetRow[]; readonly asked: readonly AskedRow[]; readonly filling: Filling }
/** What taking the sheet in would come to. Empty cells ask for nothing. */
function readPeople(project: Reader, { file, sheet }: HandedSheet, { leaveOut: left }: Asked): Reading {
  const there = gridOf(project, 'participants');
  const { name, columns } = columnsOf(sheet, there);
  const leftRows = new Set(left.rows);
  const leftColumns = new Set(left.columns.map(nameKey));
  const rows = rowsOf(sheet, name, leftRows);
  if (rows.length === 0) throw new Problem('sheet-empty', { file });
  const taken = rows.filter(({ number, fault }) => !leftRows.has(number) && fault === null);
  const takenColumns = columns.filter(({ heading }) => !leftColumns.has(nameKey(heading)));
  const grid = { ...there, attributes: [...there.attributes, ...columns.flatMap(({ isNew, attribute }) => (isNew && attribute ? [attribute] : []))] };
  const ids = new Map(there.rows.map((person) => [nameKey(person.name), person.id]));
  const asked = taken.map(({ name: given, cells }): AskedRow => {
    const id = ids.get(nameKey(given)) ?? null;
    return { id, cells: Object.fromEntries([...(id === null ? [['name', given]] : []), ...takenColumns.flatMap((column) => (cells[column.index] === '' ? [] : [[column.id, cells[column.index]!]]))]) as Record<string, string> };
  });
  return { grid, name, columns, rows, taken, asked, filling: planFilling(grid, asked) };
}

/** A cell as the grid has it now. */
function cellNow({ rows }: Grid, id: number | null, column: string): string {
  const row = rows.find((each) => each.id === id);
  if (!row) return '';
  if (column === 'role' || column === 'sampling') return row[column] ?? '';
  return column === 'referredBy' ? rows.find((each) => each.id === row.referredBy)?.name ?? '' : row.values[Number(column)] ?? '';
}

export const previewPeople = query({
  /** What taking a sheet of participants in would change: one row a person, known by name; old and new value of each cell; what does not fit. */
  input, prepare,
  run(project, asked, handed: HandedSheet) {
    const reading = readPeople(project, handed, asked);
    const { grid, columns, rows, taken, filling } = reading;
    const byNumber = new Map(taken.map(({ number }, index) => [number, index]));
    const filled = new Map(filling.rows.map((row) => [row.index, row]));
    const misfits = Map.groupBy(filling.misfits, ({ index }) => index);
    const byId = new Map(grid.rows.map((row) => [row.id, row]));
    const ids = new Map(grid.rows.map((row) => [nameKey(row.name), row.id]));
    const newNames = new Map(filling.rows.flatMap(({ index, fields }) => (fields.name === undefined ? [] : [[-1 - index, fields.name] as const])));
    const found = rows.map((row) => {
      const index = byNumber.get(row.number);
      const id = ids.get(nameKey(row.name)) ?? null;
      const change = index === undefined ? undefined : filled.get(index);
      const cells = columns.flatMap(({ id: column, heading }) => {
        const { referredBy, ...fields } = change?.fields ?? {};
        const to = column === 'referredBy' ? (referredBy ? newNames.get(referredBy) ?? byId.get(referredBy)?.name : undefined) : (fields as Record<string, string>)[column] ?? change?.values.find(([attribute]) => String(attribute) === column)?.[1];
        return to === undefined ? [] : [{ column: heading, from: cellNow(grid, id, column), to }];
      });
      return {
        row: row.number, name: row.name, isNew: id === null, fault: row.fault, before: row.before, taken: index !== undefined, cells,
        refused: (index === undefined ? [] : misfits.get(index) ?? []).map(({ column, value, why }) => ({ column: columns.find((each) => each.id === column)?.heading ?? column, value, why })),
      };
    });
    const known = found.filter((row) => row.taken && !row.isNew);
    return {
      file: handed.file, nameColumn: handed.sheet.header[reading.name]!, rows: found,
      added: found.filter((row) => row.taken && row.isNew).length, known: known.length, unchanged: known.filter((row) => row.cells.length === 0).length,
      changed: known.reduce((sum, row) => sum + row.cells.length, 0), refused: filling.misfits.length,
      columns: columns.map(({ heading, index, attribute, isNew, id }) => ({
        name: heading, to: attribute ? null : id as 'role' | 'sampling' | 'referredBy', kind: attribute?.kind ?? 'text', isNew, changes: found.reduce((sum, row) => sum + row.cells.filter(({ column }) => column === heading).length, 0),
        values: [...new Set(rows.map(({ cells }) => cells[index]!).filter((value) => value !== ''))].slice(0, 6),
      })),
    };
  },
});

export const importPeople = command({
  /**
   * Takes a sheet of participants in: new ones are made, known ones (by name) get the values; an empty cell changes nothing, a cell
   * that does not fit stays out and is answered with. A row without a name, or with one that stands above, refuses all unless it is left out.
   */
  input, prepare,
  run(project, asked, handed: HandedSheet) {
    const { grid, name, columns, rows, taken, asked: cells, filling: { misfits } } = readPeople(project, handed, asked);
    const left = new Set(asked.leaveOut.rows);
    const wrong = rows.find(({ fault, number }) => fault !== null && !left.has(number));
    if (wrong?.fault === 'nameless') throw new Problem('sheet-cell', { file: handed.file, row: wrong.number, column: handed.sheet.header[name]!, what: '—' });
    if (wrong) throw new Problem('sheet-row-twice', { file: handed.file, row: wrong.number, name: wrong.name, before: wrong.before });
    // An attribute of which nothing is taken is made all the same: its column stands in the sheet.
    const leftColumns = new Set(asked.leaveOut.columns.map(nameKey));
    const takenColumns = columns.filter(({ heading }) => !leftColumns.has(nameKey(heading)));
    const made = new Map(takenColumns.flatMap(({ isNew, attribute }) => (isNew && attribute ? [[attribute.id, addAttribute(project, { name: attribute.name, kind: attribute.kind, of: 'participants' })] as const] : [])));
    const { rows: filled, newChoices } = planFilling(grid, withoutMisfits(cells, misfits));
    const numbered = (attribute: number) => made.get(attribute) ?? attribute;
    writeFilling(project, 'participants', {
      rows: filled.map((row) => ({ ...row, values: row.values.map(([attribute, value]) => [numbered(attribute), value] as const) })),
      newChoices: new Map([...newChoices].map(([attribute, values]) => [numbered(attribute), values])),
    });
    const added = filled.filter(({ id }) => id === null).length;
    return {
      added, known: taken.length - added, attributes: takenColumns.flatMap(({ attribute, heading }) => (attribute ? [normaliseName(heading)] : [])),
      refused: misfits.map(({ index, column, value, why }) => ({ row: taken[index]!.number, column: columns.find((each) => each.id === column)?.heading ?? column, value, why })),
    };
  },
  about: (_project, _input, { added, known }) => ({ count: added + known }),
  remember: () => ({}),
});
