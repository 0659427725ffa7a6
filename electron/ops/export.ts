import { z } from 'zod';
import { fileStem } from '../../shared/model/fileName.ts';
import { Problem } from '../../shared/model/problem.ts';
import { query as asked } from '../../shared/model/query.ts';
import { facets } from '../../shared/model/schema.ts';
import { counts, type Table } from '../../shared/model/table.ts';
import { createWords, type Language, type Words } from '../../shared/words/index.ts';
import { sayQuery } from '../../shared/words/sayQuery.ts';
import { excerptFormats } from '../formats/excerptFormats.ts';
import { writeCsv, writeXlsx } from '../formats/sheet.ts';
import { sheetOfOrigin, type Provenance } from '../formats/provenance.ts';
import { tableRows } from '../formats/tableSheet.ts';
import { attributesInOrder } from './attributes.ts';
import { chosenExcerpts, excerptsOf } from './excerpts.ts';
import { asked as askedTable, frequencyTable } from './frequency.ts';
import { query, type IncomingFile, type Preparation, type Reader } from './operation.ts';
import { provenanceOf } from './provenance.ts';
import { foundBy } from './queryEvaluation.ts';
import { namesIn } from './queryNames.ts';
import { savedQuery } from './savedQueries.ts';
import { only } from './seen.ts';

const language = z.enum(['en', 'zh'] satisfies Language[]).default('en');
const studyName = (project: Reader) => project.all('project')[0]!.name;
const fileName = (words: string, extension: string) => `${fileStem(words, 'Study')}.${extension}`;

const excerptInput = z.strictObject({
  code: z.string().optional(), group: z.string().optional(),
  /** Only the codings that made passages fulfil this query, or the one saved under a name; the query stands in the file, in words. */
  query: asked.optional(), saved: z.string().optional(),
  /** Only this coder's codings (0: nobody's); the file says so. */
  coder: only,
  format: z.enum(excerptFormats.map((format) => format.id) as [string, ...string[]]), language,
});
/** Whose codings are in a file, where they are not everybody's. */
const byCoder = (project: Reader, { say }: Words, coder: number | undefined) => (coder === undefined ? [] : [[say('excerpt.coder'), project.find('coders', coder)?.name ?? ''] as const]);

export const exportExcerpts = query({
  /** Coded excerpts as a file: one row a coding. */
  input: excerptInput,
  async prepare({ code, group, coder, query: given, saved, format, language: chosen }, { project }: Preparation): Promise<IncomingFile> {
    const condition = saved === undefined ? given : savedQuery(project, saved);
    const within = condition && new Set(foundBy(project, condition, coder).codings);
    const excerpts = within && code === undefined && group === undefined ? excerptsOf(project, [...within]) : chosenExcerpts(project, code, group, coder).filter(({ coding }) => within?.has(coding) ?? true);
    if (excerpts.length === 0) throw new Problem('nothing-to-export');
    const words = createWords(chosen);
    const { say } = words;
    const { extension, write } = excerptFormats.find(({ id }) => id === format)!;
    const asked = condition && sayQuery(words, namesIn(project).refreshed(condition));
    const origin = provenanceOf(project, words, [
      ...(code === undefined ? [] : [[say('excerpt.code'), code] as const]), ...(group === undefined ? [] : [[say('search.group'), group] as const]), ...byCoder(project, words, coder), ...(asked === undefined ? [] : [[say('excerpt.query'), asked] as const]),
    ], say('stamp.excerpts', {
      codings: say('code.codings', { count: excerpts.length }), documents: say('search.inDocuments', { count: new Set(excerpts.map(({ documentId }) => documentId)).size }),
      people: say('stamp.people', { count: new Set(excerpts.flatMap(({ speakers }) => speakers)).size }),
    }));
    return { name: fileName([studyName(project), saved, code?.replace(/\s*>\s*/g, ' '), group].filter(Boolean).join(' '), extension), bytes: await write(excerpts, { attributes: attributesInOrder(project).map(({ name }) => name), words, query: asked, origin }) };
  },
  run: (_project, _input, file: IncomingFile) => file,
});

/** What a table counts, and of how many. */
function originOf(project: Reader, table: Table, { by, rows, speakers, subcodes, coder }: Omit<z.infer<typeof tableInput>, 'format' | 'language'>, words: Words): Provenance {
  const { say } = words;
  const facet = facets.find((each) => rows === `facet:${each}`);
  const shown = rows === undefined ? say('tables.allCodes') : facet ? say(`facet.${facet}`) : rows.replace(/^set:/, '');
  const column = (['document', 'participant', 'coder'] as const).find((each) => each === by);
  const documents = project.one<{ n: number }>('SELECT count(*) AS n FROM documents')!.n;
  return provenanceOf(project, words, [
    [say('stamp.table'), say('tables.title', { rows: shown, by: column ? say(`by.${column}`) : table.by })], [say('tables.count'), say(`tables.counted.${table.count}`)],
    [say('tables.speakers'), say(speakers === 'all' ? 'tables.withInterviewers' : 'tables.withoutInterviewers')], ...(subcodes ? [[say('tables.rows'), say('tables.subcodes')] as const] : []), ...byCoder(project, words, coder),
  ], say('stamp.counted', { people: say('stamp.people', { count: table.n }), documents: say('search.inDocuments', { count: documents }) }));
}

const tableInput = z.strictObject({ ...askedTable, count: z.enum(counts).default('codings'), format: z.enum(['csv', 'xlsx']).default('csv'), language });
export const exportFrequencies = query({
  /** A frequency table as a file, counts and (where they say something) shares of n. */
  input: tableInput,
  async prepare({ format, language: chosen, ...wanted }, { project }: Preparation): Promise<IncomingFile> {
    const words = createWords(chosen);
    const table = frequencyTable.run(project, wanted, undefined) as Table;
    const rows = tableRows(table, words, true);
    const bytes = format === 'csv' ? writeCsv(rows, { bom: true }) : await writeXlsx([{ name: words.say(`count.${table.count}`), rows }, sheetOfOrigin(originOf(project, table, wanted, words))]);
    return { name: fileName(`${studyName(project)} ${table.by}`, format), bytes };
  },
  run: (_project, _input, file: IncomingFile) => file,
});
