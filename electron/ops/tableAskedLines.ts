import type { Table } from '../../shared/model/table.ts';
import type { TableAsked } from '../../shared/model/tableAsked.ts';
import { countedSaid, tableTitle } from '../../shared/words/sayTable.ts';
import { sayQuery } from '../../shared/words/sayQuery.ts';
import type { Words } from '../../shared/words/index.ts';
import { byCoder } from './export.ts';
import type { Reader } from './operation.ts';
import { namesIn } from './queryNames.ts';
import { savedQuery } from './savedQueries.ts';

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
