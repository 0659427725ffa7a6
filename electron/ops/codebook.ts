import { z } from 'zod';
import { fileStem } from '../../shared/model/fileName.ts';
import { formatPath } from '../../shared/model/path.ts';
import { Problem } from '../../shared/model/problem.ts';
import { createWords, type Language } from '../../shared/words/index.ts';
import { codebookFormats, formatScale } from '../formats/codebookFormats.ts';
import { readSheet, type Sheet } from '../formats/sheet.ts';
import { carryOut, planOf, type PlannedRow, type Said } from './codebookSheet.ts';
import { listCodes } from './codes.ts';
import { refusal } from './codingSheet.ts';
import { command, query, type IncomingFile, type Preparation } from './operation.ts';
import { seenBy, countedBy } from './seen.ts';
import { stampOf } from './versions.ts';

export const exportCodebook = query({
  /** The codebook as a file, in the order of the codebook. A Problem `nothing-to-export` where there are no codes. */
  input: z.strictObject({ format: z.enum(codebookFormats.map(({ id }) => id) as [string, ...string[]]), language: z.enum(['en', 'zh'] satisfies Language[]).default('en'), ...seenBy }),
  run(project, { format, language, ...seen }): IncomingFile {
    const codes = listCodes.run(project, seen, undefined);
    if (codes.length === 0) throw new Problem('nothing-to-export');
    const words = createWords(language);
    const title = `${project.all('project')[0]!.name}: ${words.say('left.codebook')}`;
    return { name: `${fileStem(title, 'Codebook')}.${format}`, bytes: codebookFormats.find(({ id }) => id === format)!.write(codes, title, words, [stampOf(project, words), countedBy(project, words, seen, '').trim()].filter(Boolean).join(' ')) };
  },
});

const input = z.strictObject({ handle: z.string() });
export interface Handed { readonly file: IncomingFile; readonly sheet: Sheet }
async function prepare({ handle }: z.infer<typeof input>, preparation: Preparation): Promise<Handed> {
  const file = await preparation.file(handle);
  return { file, sheet: await readSheet(file, {}) };
}

/** A field as a person reads it in a sheet. */
const shown = (said: Said, field: keyof Said): string => (field === 'scale' ? formatScale(said.scale ?? []) : field === 'aliases' ? (said.aliases ?? []).join('\n') : said[field] ?? '');
const becomes = ({ place, changed }: PlannedRow) => (place.code === null ? 'new' as const : changed.length > 0 ? 'changed' as const : 'same' as const);

export const previewCodebook = query({
  /** What a codebook's sheet would do to the codes, row by row, before anything is written; rows that cannot be taken are named. */
  input, prepare,
  run(project, _input, { file, sheet }: Handed) {
    const plan = planOf(project, file.name, sheet);
    return {
      file: file.name,
      rows: plan.rows.map((row) => ({
        row: row.row, path: formatPath(row.place.path), facet: row.place.facet, becomes: becomes(row),
        said: (Object.keys(row.said) as (keyof Said)[]).filter((field) => row.place.code === null || row.changed.includes(field)).map((field) => ({ field, before: row.place.code === null ? '' : shown(row.place.code, field), after: shown(row.said, field) })),
      })),
      /** New codes, with the parents that are made on the way. */
      added: plan.made.length,
      refused: plan.refused,
    };
  },
});

export const importCodebook = command({
  /**
   * Takes codes in from a sheet: a path (or a name and its parent; Taguette's `tag` and `description` too), optionally facet, definition,
   * include, exclude, example, scale (a step a line), colour, aliases (one a line). What a code has already is changed where the sheet says
   * something; missing parents are made. All rows or none: those that cannot be taken are named.
   */
  input, prepare,
  run(project, _input, { file, sheet }: Handed) {
    const plan = planOf(project, file.name, sheet);
    if (plan.refused.length > 0) throw refusal(file.name, plan.rows.length + plan.refused.length, plan.refused);
    carryOut(project, plan);
    return { added: plan.made.length, rows: plan.rows.length };
  },
  about: (_project, _input, { rows }) => ({ count: rows }),
  remember: () => ({}),
});
