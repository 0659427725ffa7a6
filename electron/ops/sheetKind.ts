import { z } from 'zod';
import { nameKey } from '../../shared/model/text.ts';
import { codebookColumns } from '../formats/codebookFormats.ts';
import { readSheet, type Sheet } from '../formats/sheet.ts';
import { withOneHead } from '../formats/sheetHeads.ts';
import { attributesInOrder } from './attributes.ts';
import { sheetColumnsOfCodes } from './codebookSheet.ts';
import { query, type Preparation, type Reader } from './operation.ts';
import { sheetColumns } from './peopleColumns.ts';
import { columnOf, groupColumns } from './surveyColumns.ts';
import { tickedQuestions } from './surveyTicks.ts';

export type SheetKind = 'participants' | 'codebook' | 'survey' | 'either';

const keys = (words: readonly (readonly string[])[]) => new Set(words.flat().map(nameKey));
const { path, name, ...described } = sheetColumnsOfCodes;
/** What may name a code; what says that it is one. A person too goes by a "code" or a "name". */
const ofCodes = keys([path, name]);
const peopleNames = keys([sheetColumns.name]);
const onlyCodes = keys([path.filter((word) => !peopleNames.has(nameKey(word)) && nameKey(word) !== '编码'), ...Object.values(described), codebookColumns]);
const onlyPeople = keys([sheetColumns.role, sheetColumns.sampling, sheetColumns.referredBy, sheetColumns.name.filter((word) => !ofCodes.has(nameKey(word)) && word !== 'id')]);

/**
 * Whether a sheet is of participants or a codebook, by its columns: those that only the one or the other has, attributes that people
 * have in this study, and others, which a sheet of people may have at will and a codebook has few of. `either` where both could be meant.
 */
export function sheetKindOf(project: Reader, { header }: Pick<Sheet, 'header'>): SheetKind {
  const headings = header.map(nameKey).filter((key) => key !== '');
  if (!headings.some((key) => ofCodes.has(key))) return 'participants';
  const attributes = new Set(attributesInOrder(project).filter((attribute) => attribute.of === 'participants').map((attribute) => nameKey(attribute.name)));
  const codes = headings.filter((key) => onlyCodes.has(key) && !attributes.has(key)).length;
  const people = headings.filter((key) => onlyPeople.has(key) || attributes.has(key)).length;
  const others = headings.length - codes - people - headings.filter((key) => ofCodes.has(key) && !onlyCodes.has(key)).length;
  if (codes === 0) return people + others === 0 ? 'either' : 'participants';
  return people === 0 && others < codes ? 'codebook' : 'either';
}

/**
 * Whether a sheet is a questionnaire: most of its columns are questions that are there already; or none says anything of people or codes, and its cells
 * are such as only answers are (several of few, in one cell or each ticked in a column of its own, steps of scales, words of one's own beside them).
 */
function isSurvey(project: Reader, sheet: Sheet): boolean {
  const { header, rows } = sheet;
  const headings = header.map(nameKey);
  const questions = new Set(project.all('questions').map((question) => nameKey(question.name)));
  const known = headings.filter((key) => questions.has(key)).length;
  if (known > 1 && known * 2 >= headings.filter((key) => key !== '').length) return true;
  const attributes = new Set(project.all('attributes', { of: 'participants' }).map((attribute) => nameKey(attribute.name)));
  const ofPeople = [...sheetColumns.role, ...sheetColumns.sampling, ...sheetColumns.referredBy].map(nameKey);
  if (headings.some((key) => ofPeople.includes(key) || onlyCodes.has(key) || (attributes.has(key) && !groupColumns.map(nameKey).includes(key)))) return false;
  if (tickedQuestions(sheet, new Set()).some(({ columns }) => columns.length > 2)) return true;
  const kinds = header.map((_, index) => columnOf(rows.map((row) => row[index]!)).kind);
  const count = (kind: string) => kinds.filter((each) => each === kind).length;
  return count('several') > 0 || count('scale') > 1 || (count('scale') + count('open') > 1 && count('choice') > 0);
}

export const kindOfSheet = query({
  /** What a sheet that was dropped on the window seems to hold. Problems: those of reading it. */
  input: z.strictObject({ handle: z.string() }),
  prepare: async ({ handle }, preparation: Preparation) => readSheet(await preparation.file(handle), {}),
  run: (project, { handle }, sheet: Sheet) => ({ kind: isSurvey(project, withOneHead(handle, sheet)) ? 'survey' as const : sheetKindOf(project, sheet), columns: sheet.header.filter((heading) => heading.trim() !== '') }),
});
