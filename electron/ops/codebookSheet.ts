import { formatPath, parsePath, pathSeparator } from '../../shared/model/path.ts';
import { Problem, problemRecord } from '../../shared/model/problem.ts';
import { colourPattern, type Facet } from '../../shared/model/schema.ts';
import { nameKey, normaliseName } from '../../shared/model/text.ts';
import { parseScale } from '../formats/codebookFormats.ts';
import type { Sheet } from '../formats/sheet.ts';
import { addCode, codePaths, codesInOrder, type Code } from './codes.ts';
import { facetWords, type RefusedRow } from './codingSheet.ts';
import type { Reader, Writer } from './operation.ts';
import { columnFinder } from './sheets.ts';

/** What people call the columns of a codebook's sheet; those in front are looked for first. */
export const sheetColumnsOfCodes = {
  path: ['path', 'code path', 'code', 'tag', '编码路径', '编码'], name: ['name', 'code name', '名称'], parent: ['parent', 'parent code', '上级', '上级编码', '父编码', '父级编码'], facet: ['facet', '分面'],
  definition: ['definition', 'description', 'memo', 'code memo', 'comment', '定义', '描述', '说明', '备忘'], include: ['include', '包括'], exclude: ['exclude', 'do not include', '不包括'], example: ['example', '例句'],
  scale: ['scale', '量表'], colour: ['colour', 'color', '颜色'], aliases: ['aliases', 'also called', '又名'],
} satisfies Record<string, readonly string[]>;
type Cell = (column: keyof typeof sheetColumnsOfCodes) => string;
const texts = ['definition', 'include', 'exclude', 'example'] as const;
/** What a row says of its code; nothing of what it leaves empty. */
export type Said = Partial<Pick<Code, (typeof texts)[number] | 'colour' | 'scale' | 'aliases'>>;

/** A code that is there, or will be. */
interface Place { readonly code: Code | null; readonly path: readonly string[]; readonly facet: Facet; readonly parent: Place | null }
/** A row of the sheet: what it says of which code, and what of that is another than the code has. */
export interface PlannedRow { readonly row: number; readonly place: Place; readonly said: Said; readonly changed: readonly (keyof Said)[] }
/** What taking the sheet in would do. `made` are the codes that are new, parents first. */
export interface Plan { readonly rows: readonly PlannedRow[]; readonly made: readonly Place[]; readonly refused: readonly RefusedRow[] }

interface ReadRow { readonly row: number; readonly cell: Cell; path: readonly string[]; facet: Facet | null; problem: Problem | null }

/** Reads a codebook's sheet against the codes of the study; nothing is written. Rows that cannot be taken are named. */
export function planOf(project: Reader, file: string, sheet: Sheet): Plan {
  const rows = rowsOf(file, sheet);
  resolveParents(rows);
  inheritFacets(rows);
  const tree = placesIn(project);
  const planned: PlannedRow[] = [];
  const refused: RefusedRow[] = [];
  const taken = new Set<Place>();
  for (const { row, cell, path, facet, problem } of rows) {
    try {
      if (problem) throw problem;
      const said = saidIn(cell);
      const place = tree.at(path, facet);
      if (taken.has(place)) throw new Problem('name-taken', { name: place.path.at(-1)! });
      taken.add(place);
      const changed = (Object.keys(said) as (keyof Said)[]).filter((field) => place.code !== null && JSON.stringify(said[field]) !== JSON.stringify(place.code[field]));
      planned.push({ row, place, said, changed });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refused.push({ row, problem: problemRecord(error) });
    }
  }
  return { rows: planned, made: tree.made, refused };
}

/** Writes what was planned. */
export function carryOut(project: Writer, { rows, made }: Plan): void {
  const ids = new Map<Place, number>();
  const idOf = (place: Place) => place.code?.id ?? ids.get(place)!;
  for (const place of made) ids.set(place, addCode(project, { name: place.path.at(-1)!, facet: place.facet, parent: place.parent === null ? null : idOf(place.parent) }));
  for (const { place, said } of rows) if (Object.keys(said).length > 0) project.change('codes', idOf(place), said);
}

function rowsOf(file: string, sheet: Sheet): ReadRow[] {
  const find = columnFinder(file, sheet);
  const at = Object.fromEntries(Object.entries(sheetColumnsOfCodes).map(([column, names]) => [column, find.find(names)])) as Record<keyof typeof sheetColumnsOfCodes, number>;
  // Where a code's parent has a column of its own, as MAXQDA writes it, the one that is called "Code" holds names.
  if (at.parent >= 0 && at.name < 0 && at.path === find.find(['code', 'tag', '编码'])) { at.name = at.path; at.path = -1; }
  if (at.path < 0 && at.name < 0) find.need(sheetColumnsOfCodes.path);
  return sheet.rows.flatMap((cells, index) => {
    if (cells.every((value) => value.trim() === '')) return [];
    const cell: Cell = (column) => (at[column] < 0 ? '' : (cells[at[column]] ?? '').replaceAll('\0', ''));
    const facet = cell('facet').trim() === '' ? null : facetWords.get(nameKey(cell('facet')));
    const path = cell('path').trim() === '' ? [normaliseName(cell('name'))] : parsePath(cell('path'));
    const problem = path.length === 0 || path.some((name) => name === '' || name.length > 400) ? new Problem('no-such-code', { code: cell('path') })
      : facet === undefined ? new Problem('no-such-facet', { facet: cell('facet') }) : null;
    return [{ row: sheet.firstRow + index, cell, path, facet: facet ?? null, problem }];
  });
}

/** Where codes are given by name and parent, a parent that is a row itself is that code, wherever it stands; else it is read as a path. */
function resolveParents(rows: readonly ReadRow[]): void {
  const named = rows.filter((row) => row.problem === null && row.cell('path').trim() === '');
  const byName = Map.groupBy(named, (row) => nameKey(row.path[0]!));
  const known = new Map<ReadRow, readonly string[]>();
  const pathOf = (row: ReadRow, below: readonly ReadRow[]): readonly string[] => {
    const before = known.get(row);
    if (before) return before;
    if (below.includes(row)) throw new Problem('code-into-itself', { name: row.path[0]! });
    const parent = row.cell('parent').trim();
    const given = (byName.get(nameKey(parent)) ?? []).filter((each) => each !== row && (row.facet === null || each.facet === null || each.facet === row.facet));
    const atTop = given.filter((each) => each.cell('parent').trim() === '');
    if (given.length > 1 && atTop.length !== 1) throw new Problem('ambiguous-code', { path: parent });
    const above = parent === '' ? [] : given.length === 0 ? parsePath(/\s[>＞]\s/.test(parent) ? parent : parent.replaceAll('\\', pathSeparator)) : pathOf(given.length === 1 ? given[0]! : atTop[0]!, [...below, row]);
    const path = [...above, row.path.at(-1)!];
    known.set(row, path);
    return path;
  };
  const found = named.map((row) => {
    try { return pathOf(row, []); } catch (error) {
      if (!(error instanceof Problem)) throw error;
      row.problem = error;
      return row.path;
    }
  });
  named.forEach((row, index) => { row.path = found[index]!; });
}

/** A row without a facet is of the facet that a row above it in the tree is given, as long as that is one. */
function inheritFacets(rows: readonly ReadRow[]): void {
  const keyOf = (path: readonly string[]) => nameKey(formatPath(path));
  const given = Map.groupBy(rows.filter((row) => row.problem === null && row.facet !== null), (row) => keyOf(row.path));
  for (const row of rows) {
    for (let depth = row.path.length - 1; depth > 0 && row.facet === null; depth--) {
      const said = new Set((given.get(keyOf(row.path.slice(0, depth))) ?? []).map((above) => above.facet));
      if (said.size === 1) row.facet = [...said][0]!;
    }
  }
}

/** The codes by their exact path (no aliases: a sheet may name both), and those that are made on the way. */
function placesIn(project: Reader) {
  const made: Place[] = [];
  const byPath = new Map<string, Place[]>();
  const keyOf = (path: readonly string[]) => nameKey(formatPath(path));
  const put = (place: Place): Place => {
    byPath.set(keyOf(place.path), [...(byPath.get(keyOf(place.path)) ?? []), place]);
    return place;
  };
  const byId = new Map<number, Place>();
  for (const code of codesInOrder(project)) byId.set(code.id, put({ code, path: codePaths(project).get(code.id)!, facet: code.facet, parent: code.parent === null ? null : byId.get(code.parent)! }));
  const exactly = (path: readonly string[], facet: Facet | null): Place | null => {
    const found = (byPath.get(keyOf(path)) ?? []).filter((place) => facet === null || place.facet === facet);
    if (found.length > 1) throw new Problem('ambiguous-code', { path: formatPath(path) });
    return found[0] ?? null;
  };
  const at = (path: readonly string[], facet: Facet | null): Place => {
    const known = exactly(path, facet);
    if (known) return known;
    const parent = path.length > 1 ? at(path.slice(0, -1), facet) : null;
    const place = put({ code: null, path: [...(parent?.path ?? []), path.at(-1)!], facet: parent?.facet ?? facet ?? 'theme', parent });
    made.push(place);
    return place;
  };
  return { at, made };
}

function saidIn(cell: Cell): Said {
  const colour = cell('colour').trim().toLowerCase();
  if (colour !== '' && !colourPattern.test(colour)) throw new Problem('not-a-choice', { value: colour, choices: '1–12, #rrggbb' });
  const scale = parseScale(cell('scale'));
  if (scale === null) throw new Problem('not-a-choice', { value: cell('scale'), choices: '−2: …' });
  const aliases = cell('aliases').split(/\r?\n/).map(normaliseName).filter((alias) => alias !== '');
  const described = texts.flatMap((part) => (cell(part) === '' ? [] : [[part, cell(part)] as const]));
  return { ...Object.fromEntries(described), ...(colour === '' ? {} : { colour }), ...(scale.length === 0 ? {} : { scale }), ...(aliases.length === 0 ? {} : { aliases }) };
}
