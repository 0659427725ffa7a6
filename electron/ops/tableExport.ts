import { z } from 'zod';
import type { Table } from '../../shared/model/table.ts';
import { tableAsked, type TableAsked } from '../../shared/model/tableAsked.ts';
import { axisName, countedSaid, tableTitle } from '../../shared/words/sayTable.ts';
import { sayQuery } from '../../shared/words/sayQuery.ts';
import { createWords, type Words } from '../../shared/words/index.ts';
import { sheetOfOrigin } from '../formats/provenance.ts';
import { writeCsv, writeXlsx } from '../formats/sheet.ts';
import { tableSheet } from '../formats/tableSheet.ts';
import { byCoder, fileName, language, studyName } from './export.ts';
import { query, type IncomingFile, type Preparation, type Reader } from './operation.ts';
import { provenanceOf } from './provenance.ts';
import { namesIn } from './queryNames.ts';
import { savedQuery } from './savedQueries.ts';
import { makeTable } from './table.ts';

/** How a table was asked, line by line. */
export function askedLines(project: Reader, table: Table, { speakers, subcodes, coder, filter }: TableAsked, words: Words): (readonly [string, string])[] {
  const { say } = words;
  const condition = filter && ('saved' in filter ? savedQuery(project, filter.saved) : filter.query);
  return [
    [say('stamp.table'), tableTitle(table, words)], [say('tables.count'), countedSaid(table, words)],
    ...(table.relation === null ? [] : [[say('tables.relation'), say(`tables.lying.${table.relation}`)] as const]),
    [say('tables.speakers'), say(speakers === 'all' ? 'tables.withInterviewers' : 'tables.withoutInterviewers')], ...(subcodes ? [[say('tables.rows'), say('tables.subcodes')] as const] : []),
    ...(condition ? [[say('tables.filter'), sayQuery(words, namesIn(project, 'lenient').refreshed(condition))] as const] : []), ...byCoder(project, words, coder),
  ];
}
export const countedOf = (table: Table, { say }: Words): string => say('stamp.counted', { people: say('stamp.people', { count: table.n }), documents: say('search.inDocuments', { count: table.documents }) });

export const exportTable = query({
  /** A table as a file: numbers and (where they say something) shares, differences and totals, as they are shown. */
  input: z.strictObject({ ...tableAsked.shape, format: z.enum(['csv', 'xlsx']).default('csv'), language }),
  async prepare({ format, language: chosen, ...asked }, { project }: Preparation): Promise<IncomingFile> {
    const words = createWords(chosen);
    const table = makeTable(project, asked);
    const { rows, totals } = tableSheet(table, words, asked.show);
    const origin = () => sheetOfOrigin(provenanceOf(project, words, askedLines(project, table, asked, words), countedOf(table, words)));
    const bytes = format === 'csv' ? writeCsv(rows, { bom: true }) : await writeXlsx([{ name: words.say(`count.${table.count}`), rows, totals }, origin()]);
    return { name: fileName(`${studyName(project)} ${axisName(table.columnAxis, words)}`, format), bytes };
  },
  run: (_project, _input, file: IncomingFile) => file,
});
