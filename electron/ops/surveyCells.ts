import { Problem } from '../../shared/model/problem.ts';
import type { Row } from '../../shared/model/schema.ts';
import { nameKey, normaliseName } from '../../shared/model/text.ts';
import { readSheet, type Sheet } from '../formats/sheet.ts';
import { withOneHead } from '../formats/sheetHeads.ts';
import type { Preparation, Reader } from './operation.ts';
import { respondentColumns } from './surveyColumns.ts';
import { tidy, type PlannedRow } from './surveySheet.ts';
import { answeredTo } from './surveyTable.ts';
import { gatheredSheet, tickSeparator } from './surveyTicks.ts';

/** The sheet that a survey came from last, read again; null where this file does not keep it (it came with another study) or it cannot be read any more. */
export async function keptSheet(survey: Row<'surveys'>, { project }: Preparation): Promise<Sheet | null> {
  const file = survey.original === '' ? null : project.original(survey.original);
  if (!file) return null;
  try { return withOneHead(file.name, await readSheet(file, survey.encoding === 'Excel' || survey.encoding === '' ? {} : { encoding: survey.encoding })); } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** A respondent's cell as the sheet has it; `row` 0 where only the kept answer is known. */
export interface RawCell extends PlannedRow { readonly respondent: number }
export interface RawCells { readonly cells: readonly RawCell[]; /** Whether they were read from the sheet. Else what did not fit the question before is not among them. */ readonly fromSheet: boolean }

/** The sheet's rows by the respondent that each is of; null where it names none of them. */
function rowsByName(survey: Row<'surveys'>, sheet: Sheet, known: ReadonlySet<string>): Map<string, number> | null {
  const column = (name: string) => sheet.header.findIndex((heading) => nameKey(heading) === nameKey(name));
  const from = survey.respondentColumn === null ? respondentColumns.map(column).find((index) => index >= 0) ?? -1 : column(survey.respondentColumn);
  const by = (nameOf: (cells: readonly string[], index: number) => string) => {
    const rows = new Map<string, number>();
    sheet.rows.forEach((cells, index) => { const key = nameKey(nameOf(cells, index)); if (known.has(key) && !rows.has(key)) rows.set(key, index); });
    return rows;
  };
  const numbered = () => by((cells, index) => (cells.every((cell) => tidy(cell) === '') ? '' : String(index + 1)));
  const named = from < 0 ? null : by((cells) => normaliseName(tidy(cells[from]!)).slice(0, 400).trim());
  const rows = named === null || named.size === 0 ? numbered() : named;
  return rows.size === 0 ? null : rows;
}

/** What stands in the sheet for each respondent of a question; of those whom it does not have, or where it is not kept, what was kept as their answer. */
export function rawCells(project: Reader, survey: Row<'surveys'>, question: Row<'questions'>, kept: Sheet | null): RawCells {
  const respondents = project.all('respondents', { survey: survey.id });
  const answers = answeredTo(project, question.id);
  const groups = survey.grouping === null ? new Map<number, string>() : answeredTo(project, survey.grouping);
  const sheet = kept && question.columns.length > 1 ? gatheredSheet(kept, [{ name: question.name, columns: question.columns, explicit: true }]) : kept;
  const heading = question.columns.length > 1 ? question.name : question.columns[0]?.heading ?? question.name;
  const column = sheet ? sheet.header.findIndex((each) => nameKey(each) === nameKey(heading)) : -1;
  const rows = sheet && column >= 0 ? rowsByName(survey, sheet, new Set(respondents.map(({ name }) => nameKey(name)))) : null;
  const cells = respondents.map(({ id, name }): RawCell => {
    const index = rows?.get(nameKey(name));
    const answer = answers.get(id);
    const cell = index === undefined ? (answer === '' ? question.separator || tickSeparator : answer ?? '') : tidy(sheet!.rows[index]![column]!);
    return { respondent: id, name, group: survey.grouping === question.id ? cell : groups.get(id) ?? '', row: index === undefined ? 0 : sheet!.firstRow + index, cells: [cell], fault: null, before: 0 };
  });
  return { cells, fromSheet: rows !== null };
}
