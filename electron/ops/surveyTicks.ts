import { joinAnswers } from '../../shared/model/survey.ts';
import { nameKey, normaliseName } from '../../shared/model/text.ts';
import type { Sheet } from '../formats/sheet.ts';

/** One question whose answers have a column each, ticked or not: how programs for surveys write several answers. */
export interface TickedQuestion {
  readonly name: string;
  /** The columns by their headings, each with its answer, as they stand in the sheet. */
  readonly columns: readonly { readonly heading: string; readonly answer: string; /** What the sheet calls the answer, where it was renamed. */ readonly ticked?: string }[];
  /** Whether what is not ticked is written (0, No): then a row without either was not answered. */
  readonly explicit: boolean;
}
/** What stands between the answers that were put together. */
export const tickSeparator = ';';

const ticked = new Set(['1', '1.0', 'y', 'yes', 'true', 'x', '✓', '✔', '√', '☑', 'checked', 'selected', 'quoted', 'ticked', '是', '有', '选中', '已选', '选择'].map(nameKey));
const unticked = new Set(['0', '0.0', 'n', 'no', 'false', '☐', 'unchecked', 'not selected', 'not quoted', 'not checked', '否', '无', '未选中', '未选', '未选择'].map(nameKey));

// Q3[SQ001] and “Which problems? [Pay]” (LimeSurvey); problems/pay (KoBo); “problems: pay”, “problems - pay”; 问题（钱）; q3_1, q3.1 (SPSS, Qualtrics).
const patterns = [/^(.+?)\s*\[([^[\]]+)\]$/, /^([^/]+)\/([^/]+)$/, /^(.+?)\s*[:：]\s*([^:：]+)$/, /^(.+?)\s+[-–—]\s+(.+)$/, /^(.+?)\s*[(（]([^()（）]+)[)）]$/];
const numbered = /^(.+?)[_.\- ](\d{1,3})$/;
/** The question and the answer that a heading names; of a number alone the whole heading is the answer. */
function partsOf(heading: string): { stem: string; answer: string } | null {
  for (const pattern of patterns) {
    const [, stem, answer] = pattern.exec(heading) ?? [];
    if (stem !== undefined && answer !== undefined) return { stem: stem.trim(), answer: answer.trim() };
  }
  const [, stem] = numbered.exec(heading) ?? [];
  return stem === undefined ? null : { stem: stem.trim(), answer: heading };
}
/** Whether a cell says that this answer was ticked, or not; null for a cell that says neither. */
function tickOf(cell: string, answer: string): boolean | null {
  const key = nameKey(cell);
  return ticked.has(key) || key === nameKey(answer) ? true : unticked.has(key) ? false : null;
}

/** Questions of the sheet whose answers have a column each: two or more of one name, of which every cell says ticked or not. `not`: headings that are something else. */
export function tickedQuestions({ header, rows }: Sheet, not: ReadonlySet<string>): TickedQuestion[] {
  const candidates = header.flatMap((given, index) => {
    const heading = normaliseName(given);
    const parts = heading === '' || not.has(nameKey(heading)) ? null : partsOf(heading);
    if (parts === null) return [];
    const ticks = rows.flatMap((row) => { const cell = row[index]!.trim(); return cell === '' ? [] : [tickOf(cell, parts.answer)]; });
    return ticks.includes(null) ? [] : [{ ...parts, heading, ticks }];
  });
  return [...Map.groupBy(candidates, ({ stem }) => nameKey(stem)).values()].flatMap((same): TickedQuestion[] => {
    const isOne = same.length > 1 && new Set(same.map(({ answer }) => nameKey(answer))).size === same.length && same.some(({ ticks }) => ticks.includes(true));
    return isOne ? [{ name: same[0]!.stem.slice(0, 400).trim(), columns: same.map(({ heading, answer }) => ({ heading, answer })), explicit: same.some(({ ticks }) => ticks.includes(false)) }] : [];
  });
}

/** The sheet with one column for each of these questions, where its first stood: what was ticked, the separator alone where nothing was, empty where no cell says anything. */
export function gatheredSheet(sheet: Sheet, questions: readonly TickedQuestion[]): Sheet {
  if (questions.length === 0) return sheet;
  const indexes = new Map(sheet.header.map((heading, index) => [nameKey(heading), index]));
  const placed = questions.map((question) => ({ question, members: question.columns.flatMap(({ heading, answer, ticked: called = answer }) => { const index = indexes.get(nameKey(heading)); return index === undefined ? [] : [{ index, answer, called }]; }) }));
  const gone = new Set(placed.flatMap(({ members }) => members.map(({ index }) => index)));
  const at = new Map(placed.map((each) => [each.members[0]!.index, each]));
  const cellOf = (row: readonly string[], { members }: (typeof placed)[number]): string => {
    const given = members.filter(({ index }) => row[index]!.trim() !== '');
    const chosen = given.filter(({ index, called }) => tickOf(row[index]!.trim(), called) === true);
    return given.length === 0 ? '' : chosen.length === 0 ? tickSeparator : joinAnswers(chosen.map(({ answer }) => answer), tickSeparator);
  };
  const fold = (row: readonly string[], made: (each: (typeof placed)[number]) => string) => row.flatMap((cell, index) => { const each = at.get(index); return each ? [made(each)] : gone.has(index) ? [] : [cell]; });
  return { ...sheet, header: fold(sheet.header, ({ question }) => question.name), rows: sheet.rows.map((row) => fold(row, (each) => cellOf(row, each))) };
}
/** These questions under names that no other column has. */
export function namedApart(questions: readonly TickedQuestion[], { header }: Sheet): TickedQuestion[] {
  const members = new Set(questions.flatMap(({ columns }) => columns.map(({ heading }) => nameKey(heading))));
  const taken = new Set(header.map(nameKey).filter((key) => !members.has(key)));
  return questions.map((question) => {
    let name = question.name;
    for (let number = 2; taken.has(nameKey(name)); number++) name = `${question.name} (${number})`;
    taken.add(nameKey(name));
    return { ...question, name };
  });
}
