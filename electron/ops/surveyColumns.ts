import { holdsSeparator, separators, splitAnswers, type QuestionKind } from '../../shared/model/survey.ts';
import { nameKey } from '../../shared/model/text.ts';
import { asDate, asNumber } from '../../shared/model/values.ts';

/** What people call the column that says who answered, and the one that says of which group; those in front are looked for first. */
export const respondentColumns = ['respondent', 'respondent id', 'respondent_id', 'respondentid', 'responseid', 'participant', 'participant id', 'id', 'case', 'response id', '受访者编号', '受访者', '答卷编号', '问卷编号', '编号', '序号', 'no', 'no.', '#'];
export const groupColumns = ['group', 'stakeholder group', 'stakeholder', 'respondent group', '组别', '分组', '群体', '利益相关者类别', '利益相关者', '受访者类别', '类别'];

/** What a column was found to be. */
export interface FoundColumn { readonly kind: QuestionKind | 'leave'; readonly separator: string; readonly choices: readonly string[] }

/** Steps of scales in words, low to high: a column that holds nothing else is one. */
const scalesInWords = [
  ['strongly disagree', 'disagree', 'somewhat disagree', 'neither agree nor disagree', 'neutral', 'undecided', 'somewhat agree', 'agree', 'strongly agree'],
  ['very dissatisfied', 'dissatisfied', 'somewhat dissatisfied', 'neither satisfied nor dissatisfied', 'neutral', 'somewhat satisfied', 'satisfied', 'very satisfied'],
  ['not at all important', 'not important', 'slightly important', 'moderately important', 'important', 'very important', 'extremely important'],
  ['never', 'rarely', 'seldom', 'sometimes', 'often', 'usually', 'always'],
  ['very poor', 'poor', 'fair', 'good', 'very good', 'excellent'],
  ['非常不同意', '很不同意', '不同意', '比较不同意', '不太同意', '一般', '中立', '说不清', '比较同意', '同意', '很同意', '非常同意'],
  ['非常不满意', '很不满意', '不满意', '不太满意', '一般', '比较满意', '满意', '很满意', '非常满意'],
  ['完全不重要', '不重要', '不太重要', '一般', '比较重要', '重要', '很重要', '非常重要'],
  ['从不', '很少', '偶尔', '有时', '经常', '总是'],
];
/** How many different answers there are, however they are written. */
const differentIn = (cells: readonly string[]): number => new Set([...new Set(cells)].map(nameKey)).size;
const order = new Intl.Collator('zh', { numeric: true });
const longestAnswer = 120;

/** Answers as they are offered: each once, in the spelling that is most frequent, in the order of their names. */
export function offered(answers: readonly string[]): string[] {
  const spellings = Map.groupBy(Map.groupBy(answers, (each) => each), ([answer]) => nameKey(answer));
  const usual = [...spellings.values()].map((same) => same.toSorted(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))[0]![0]);
  return usual.toSorted((a, b) => order.compare(a, b) || (a < b ? -1 : 1));
}

/**
 * What stands between the answers of a column of several; null where it holds single ones. The same few answers must be found in
 * combinations: fewer different ones than there are different cells (or as many, where one stands alone too), and not in every cell as many.
 */
export function separatorOf(cells: readonly string[]): string | null {
  const different = new Set(cells.map(nameKey));
  const candidates = separators.flatMap((separator) => {
    if (!cells.some((cell) => holdsSeparator(cell, separator))) return [];
    const split = cells.map((cell) => splitAnswers(cell, separator));
    const answers = split.flat();
    const kinds = new Set(answers.map(nameKey));
    const combines = split.some((each) => each.length > 1) && new Set(split.map((each) => each.length)).size > 1;
    const alone = new Set(split.flatMap((each) => (each.length === 1 ? [nameKey(each[0]!)] : [])));
    const joins = split.some((each) => each.length > 1 && each.some((answer) => alone.has(nameKey(answer))));
    const isFew = (kinds.size < different.size || (joins && kinds.size === different.size)) && kinds.size * 2 <= answers.length && answers.every((answer) => answer.length <= longestAnswer);
    return combines && isFew ? [{ separator, often: answers.length / kinds.size }] : [];
  });
  return candidates.toSorted((a, b) => b.often - a.often)[0]?.separator ?? null;
}

function scaleInWords(answers: readonly string[]): string[] | null {
  const given = new Map(answers.map((answer) => [nameKey(answer), answer]));
  const steps = scalesInWords.find((words) => [...given.keys()].every((key) => words.includes(key)));
  return steps && given.size > 2 ? steps.flatMap((step) => given.get(step) ?? []) : null;
}
const none = { separator: '', choices: [] };

/** The whole steps that a scale of numbers has: from the lowest to the highest that was given. */
export function stepsOf(cells: readonly string[]): string[] {
  const numbers = cells.flatMap((cell) => asNumber(cell) ?? []).map(Number);
  if (numbers.length === 0 || numbers.some((number) => !Number.isInteger(number))) return offered(cells);
  // One, not the spread of arguments: a column may have a hundred thousand cells.
  const [low, high] = numbers.reduce(([least, most], number) => [Math.min(least, number), Math.max(most, number)] as const, [Infinity, -Infinity] as const);
  return high - low > 20 ? offered(cells) : Array.from({ length: high - low + 1 }, (_, step) => String(low + step));
}

/** What a column of a questionnaire is, as far as its cells tell: a proposal that the person may change. */
export function columnOf(given: readonly string[]): FoundColumn {
  const cells = given.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (cells.length === 0) return { kind: 'leave', ...none };
  const different = differentIn(cells);
  if (cells.every((cell) => asNumber(cell) !== null)) {
    const numbers = cells.map((cell) => Number(asNumber(cell)));
    const within = (low: number, high: number) => numbers.every((number) => Number.isInteger(number) && number >= low && number <= high);
    const isScale = different > 2 && ((different < cells.length && different <= 11 && within(-5, 10)) || within(1, 7));
    return isScale ? { kind: 'scale', separator: '', choices: stepsOf(cells) } : different <= 2 && cells.length > 4 ? { kind: 'choice', separator: '', choices: offered(cells) } : { kind: 'number', ...none };
  }
  // Some words among numbers (“about 5”) are told as what does not fit.
  if (cells.filter((cell) => asNumber(cell) !== null).length >= cells.length * 0.75) return { kind: 'number', ...none };
  // When it was filled in is nobody's opinion.
  if (cells.every((cell) => asDate(cell.split(/[ T]/)[0]!) !== null || /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/.test(cell))) return { kind: 'leave', ...none };
  const words = scaleInWords(cells);
  if (words) return { kind: 'scale', separator: '', choices: words };
  const separator = separatorOf(cells);
  if (separator !== null) return { kind: 'several', separator, choices: offered(cells.flatMap((cell) => splitAnswers(cell, separator))) };
  const isFew = (different < cells.length && different <= Math.max(12, Math.min(40, cells.length / 3))) || (different <= 3 && cells.length <= 4 && cells.every((cell) => cell.length <= 30));
  if (isFew && cells.every((cell) => cell.length <= longestAnswer && !cell.includes('\n'))) return { kind: 'choice', separator: '', choices: offered(cells) };
  // One word each and no two alike: a number, an address, a token of the survey's own.
  if (different === cells.length && cells.length > 4 && cells.every((cell) => /^[\w.@:+-]{1,60}$/.test(cell))) return { kind: 'leave', ...none };
  return { kind: 'open', ...none };
}
