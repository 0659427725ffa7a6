import { z } from 'zod';
import { fileStem } from '../../shared/model/fileName.ts';
import { formatPath, parsePath } from '../../shared/model/path.ts';
import { Problem, problemRecord } from '../../shared/model/problem.ts';
import { colourPattern, type Facet } from '../../shared/model/schema.ts';
import { nameKey, normaliseName } from '../../shared/model/text.ts';
import { createWords, type Language } from '../../shared/words/index.ts';
import { codebookFormats, parseScale } from '../formats/codebookFormats.ts';
import { readSheet, type Sheet } from '../formats/sheet.ts';
import { addCode, codePaths, codesInOrder, listCodes, type Code } from './codes.ts';
import { facetWords, refusal, type RefusedRow } from './codingSheet.ts';
import { command, query, type IncomingFile, type Writer } from './operation.ts';
import { columnFinder } from './sheets.ts';

export const exportCodebook = query({
  /** The codebook as a file, in the order of the codebook. A Problem `nothing-to-export` where there are no codes. */
  input: z.strictObject({ format: z.enum(codebookFormats.map(({ id }) => id) as [string, ...string[]]), language: z.enum(['en', 'zh'] satisfies Language[]).default('en') }),
  run(project, { format, language }): IncomingFile {
    const codes = listCodes.run(project, {}, undefined);
    if (codes.length === 0) throw new Problem('nothing-to-export');
    const words = createWords(language);
    const title = `${project.all('project')[0]!.name}: ${words.say('left.codebook')}`;
    return { name: `${fileStem(title, 'Codebook')}.${format}`, bytes: codebookFormats.find(({ id }) => id === format)!.write(codes, title, words) };
  },
});

const columns = {
  path: ['path', 'code path', 'code', 'tag', '编码路径', '编码'], name: ['name', 'code name', '名称'], parent: ['parent', '上级'], facet: ['facet', '分面'],
  definition: ['definition', 'description', '定义'], include: ['include', '包括'], exclude: ['exclude', 'do not include', '不包括'], example: ['example', '例句'],
  scale: ['scale', '量表'], colour: ['colour', 'color', '颜色'], aliases: ['aliases', 'also called', '又名'],
} satisfies Record<string, readonly string[]>;
type Cell = (column: keyof typeof columns) => string;

export const importCodebook = command({
  /**
   * Takes codes in from a sheet: a path (or a name and its parent; Taguette's `tag` and `description` too), optionally facet, definition,
   * include, exclude, example, scale (a step a line), colour, aliases (one a line). What a code has already is changed where the sheet says
   * something; missing parents are made. All rows or none: those that cannot be taken are named.
   */
  input: z.strictObject({ handle: z.string() }),
  async prepare({ handle }, preparation) {
    const file = await preparation.file(handle);
    return { file, sheet: await readSheet(file, {}) };
  },
  run(project, _input, { file, sheet }: { file: IncomingFile; sheet: Sheet }) {
    const find = columnFinder(file.name, sheet);
    const at = Object.fromEntries(Object.entries(columns).map(([column, names]) => [column, find.find(names)])) as Record<keyof typeof columns, number>;
    if (at.path < 0 && at.name < 0) find.need(columns.path);
    const before = codesInOrder(project).length;
    const taken = new Set<number>();
    const refused: RefusedRow[] = [];
    sheet.rows.forEach((row, index) => {
      if (row.every((value) => value.trim() === '')) return;
      try {
        const code = takeRow(project, (column) => (at[column] < 0 ? '' : (row[at[column]] ?? '').replaceAll('\0', '')));
        if (taken.has(code)) throw new Problem('name-taken', { name: project.get('codes', code).name });
        taken.add(code);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        refused.push({ row: sheet.firstRow + index, problem: problemRecord(error) });
      }
    });
    if (refused.length > 0) throw refusal(file.name, taken.size + refused.length, refused);
    const added = codesInOrder(project).length - before;
    return { added, rows: taken.size };
  },
  about: (_project, _input, { rows }) => ({ count: rows }),
  remember: () => ({}),
});

/** The number of the code with exactly this path (no aliases: a sheet may name both); a Problem where several facets have it. */
function exactly(project: Writer, path: readonly string[], facet: Facet | null): number | null {
  const key = nameKey(formatPath(path));
  const byPath = project.derive('codesByExactPath', () => Map.groupBy(codesInOrder(project), (code) => nameKey(formatPath(codePaths(project).get(code.id)!))));
  const found = (byPath.get(key) ?? []).filter((code) => facet === null || code.facet === facet);
  if (found.length > 1) throw new Problem('ambiguous-code', { path: formatPath(path) });
  return found[0]?.id ?? null;
}
function codeAt(project: Writer, path: readonly string[], facet: Facet | null): number {
  const parent = path.length > 1 ? exactly(project, path.slice(0, -1), facet) ?? codeAt(project, path.slice(0, -1), facet) : null;
  return exactly(project, path, facet) ?? addCode(project, { name: path.at(-1)!, facet: facet ?? 'theme', parent });
}

function takeRow(project: Writer, cell: Cell): number {
  const path = cell('path').trim() === '' ? [...parsePath(cell('parent')), normaliseName(cell('name'))] : parsePath(cell('path'));
  if (path.length === 0 || path.some((name) => name === '' || name.length > 400)) throw new Problem('no-such-code', { code: cell('path') });
  const facet = cell('facet').trim() === '' ? null : facetWords.get(nameKey(cell('facet')));
  if (facet === undefined) throw new Problem('no-such-facet', { facet: cell('facet') });
  const colour = cell('colour').trim().toLowerCase();
  if (colour !== '' && !colourPattern.test(colour)) throw new Problem('not-a-choice', { value: colour, choices: '1–12, #rrggbb' });
  const scale = parseScale(cell('scale'));
  if (scale === null) throw new Problem('not-a-choice', { value: cell('scale'), choices: '−2: …' });
  const code = codeAt(project, path, facet);
  const aliases = cell('aliases').split(/\r?\n/).map(normaliseName).filter((alias) => alias !== '');
  const texts = (['definition', 'include', 'exclude', 'example'] as const).flatMap((part) => (cell(part) === '' ? [] : [[part, cell(part)] as const]));
  const fields: Partial<Code> = { ...Object.fromEntries(texts), ...(colour === '' ? {} : { colour }), ...(scale.length === 0 ? {} : { scale }), ...(aliases.length === 0 ? {} : { aliases }) };
  if (Object.keys(fields).length > 0) project.change('codes', code, fields);
  return code;
}
