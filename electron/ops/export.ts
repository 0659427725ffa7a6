import { z } from 'zod';
import { fileStem } from '../../shared/model/fileName.ts';
import { Problem } from '../../shared/model/problem.ts';
import { counts, type Table } from '../../shared/model/table.ts';
import { createWords, type Language } from '../../shared/words/index.ts';
import { excerptFormats } from '../formats/excerptFormats.ts';
import { writeCsv, writeXlsx } from '../formats/sheet.ts';
import { tableRows } from '../formats/tableSheet.ts';
import { attributesInOrder } from './attributes.ts';
import { chosenExcerpts } from './excerpts.ts';
import { asked, frequencyTable } from './frequency.ts';
import { query, type IncomingFile, type Preparation, type Reader } from './operation.ts';

const language = z.enum(['en', 'zh'] satisfies Language[]).default('en');
const studyName = (project: Reader) => project.all('project')[0]!.name;
const fileName = (words: string, extension: string) => `${fileStem(words, 'Study')}.${extension}`;

const excerptInput = z.strictObject({ code: z.string().optional(), group: z.string().optional(), format: z.enum(excerptFormats.map((format) => format.id) as [string, ...string[]]), language });
export const exportExcerpts = query({
  /** Coded excerpts as a file: one row a coding. */
  input: excerptInput,
  async prepare({ code, group, format, language: chosen }, { project }: Preparation): Promise<IncomingFile> {
    const excerpts = chosenExcerpts(project, code, group);
    if (excerpts.length === 0) throw new Problem('nothing-to-export');
    const words = createWords(chosen);
    const { extension, write } = excerptFormats.find(({ id }) => id === format)!;
    return { name: fileName([studyName(project), code?.replace(/\s*>\s*/g, ' '), group].filter(Boolean).join(' '), extension), bytes: await write(excerpts, attributesInOrder(project).map(({ name }) => name), words) };
  },
  run: (_project, _input, file: IncomingFile) => file,
});

const tableInput = z.strictObject({ ...asked, count: z.enum(counts).default('codings'), format: z.enum(['csv', 'xlsx']).default('csv'), language });
export const exportFrequencies = query({
  /** A frequency table as a file, counts and (where they say something) shares of n. */
  input: tableInput,
  async prepare({ format, language: chosen, ...wanted }, { project }: Preparation): Promise<IncomingFile> {
    const words = createWords(chosen);
    const table = frequencyTable.run(project, wanted, undefined) as Table;
    const rows = tableRows(table, words, true);
    const bytes = format === 'csv' ? writeCsv(rows, { bom: true }) : await writeXlsx([{ name: words.say(`count.${table.count}`), rows }]);
    return { name: fileName(`${studyName(project)} ${table.by}`, format), bytes };
  },
  run: (_project, _input, file: IncomingFile) => file,
});
