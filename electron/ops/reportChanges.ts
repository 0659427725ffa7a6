import { z } from 'zod';
import { pathsOf, type Exhibit } from '../../shared/model/exhibit.ts';
import { Problem } from '../../shared/model/problem.ts';
import { lastNumbers, type ExhibitPart, type LastMade } from '../../shared/model/report.ts';
import { createWords, type Words } from '../../shared/words/index.ts';
import { exhibitAhead, language, madeExhibit } from './exhibiting.ts';
import { command, type Preparation } from './operation.ts';
import { partsOf } from './reports.ts';

const columnNames = ({ columns }: Exhibit): string[] => columns.map(({ over, label, n: _n }) => [over, label].filter((name) => name !== '').join(', '));
/** Every number of an exhibit by its row and column; null where nobody was asked. Where two are called alike the first counts. */
function numbersOf(exhibit: Exhibit): LastMade['numbers'] {
  const [paths, names] = [pathsOf(exhibit.rows), columnNames(exhibit)];
  const found = new Map<string, Map<string, number | null>>();
  exhibit.rows.forEach(({ cells }, row) => {
    if (found.has(paths[row]!)) return;
    const numbers = new Map<string, number | null>();
    cells.forEach((cell, column) => { if (typeof cell !== 'string' && !numbers.has(names[column]!)) numbers.set(names[column]!, cell); });
    found.set(paths[row]!, numbers);
  });
  return Object.fromEntries([...found].map(([row, numbers]) => [row, Object.fromEntries(numbers)]));
}
/** Changes that are told one by one. */
const told = 8;
/** What became of a part's numbers since the report was last made, in sentences; none where it was not made yet, or in another language. */
export function sayChanges({ last }: ExhibitPart, exhibit: Exhibit, words: Words): string[] {
  if (!last || last.language !== words.language) return [];
  const { say } = words;
  const now = numbersOf(exhibit);
  const shown = (value: number | null) => (value === null ? '–' : words.number(value, Number.isInteger(value) ? 0 : 2));
  const both = Object.keys(now).flatMap((row) => Object.keys(now[row]!).flatMap((column) => (last.numbers[row] && Object.hasOwn(last.numbers[row], column) ? [{ row, column, was: last.numbers[row][column]!, is: now[row]![column]! }] : [])));
  const changed = both.filter(({ was, is }) => was !== is);
  const came = Object.keys(now).filter((row) => !Object.hasOwn(last.numbers, row));
  const went = Object.keys(last.numbers).filter((row) => !Object.hasOwn(now, row));
  const when = words.moment(last.at);
  const list = changed.slice(0, told).map(({ row, column, was, is }) => `${row}, ${column}: ${shown(was)} → ${shown(is)}`);
  const what = [
    ...(last.n === exhibit.n ? [] : [`n: ${last.n} → ${exhibit.n}`]),
    ...(changed.length === 0 ? [] : [`${say('report.changedNumbers', { count: changed.length, all: both.length })} ${list.join('; ')}${changed.length > told ? '; …' : ''}`]),
    ...(came.length === 0 ? [] : [say('report.cameRows', { rows: words.list(came.slice(0, told)) })]), ...(went.length === 0 ? [] : [say('report.wentRows', { rows: words.list(went.slice(0, told)) })]),
  ];
  return [what.length === 0 ? say('report.unchanged', { when }) : `${say('report.changedSince', { when })} ${what.join(words.language === 'zh' ? '；' : '. ')}${words.language === 'zh' ? '。' : '.'}`];
}

export const noteMade = command({
  /** Keeps the numbers of a report as they are now, so that it can say what changed when it is made again. What cannot be made keeps what it had. */
  input: z.strictObject({ report: z.int().positive(), language }),
  async prepare({ report }, preparation: Preparation) {
    for (const part of partsOf(preparation.project.get('reports', report))) if (part.type === 'exhibit') await exhibitAhead(part.kind, part.asked, preparation);
  },
  run(project, { report, language: chosen }) {
    const row = project.get('reports', report);
    const words = createWords(chosen);
    const known = new Map(partsOf(row).map((part) => [part.id, part]));
    const parts = row.parts.map((part) => {
      const found = known.get(z.object({ id: z.int() }).safeParse(part).data?.id ?? 0);
      if (found?.type !== 'exhibit') return part;
      try {
        const { exhibit } = madeExhibit(project, found.kind, found.asked, 0, words);
        const numbers = lastNumbers.safeParse(numbersOf(exhibit)).data;
        return { ...(part as object), last: numbers === undefined ? null : { at: project.now, language: chosen, n: exhibit.n, numbers } };
      } catch (error) { if (error instanceof Problem) return part; throw error; }
    });
    project.change('reports', report, { parts });
    return { name: row.name };
  },
  about: (_project, _input, { name: report }) => ({ report }),
});
