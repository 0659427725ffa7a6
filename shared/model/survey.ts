import type { Row } from './schema.ts';
import { nameKey } from './text.ts';
import { asNumber } from './values.ts';

/** What an answer is: one of several, several of them, a step of a scale, a number, or words of one's own. */
export const questionKinds = ['choice', 'several', 'scale', 'number', 'open'] as const satisfies readonly Row<'questions'>['kind'][];
export type QuestionKind = (typeof questionKinds)[number];
/** What a person reads for a kind, and for what is said of a group's numbers. */
export const kindWords = { choice: 'survey.kind.choice', several: 'survey.kind.several', scale: 'survey.kind.scale', number: 'survey.kind.number', open: 'survey.kind.open' } as const satisfies Record<QuestionKind, string>;
export const measureWords = { mean: 'survey.mean', median: 'survey.median', meanRank: 'survey.meanRank' } as const;
/** Kinds whose answers are counted one by one. */
export const isCounted = (kind: QuestionKind): boolean => kind === 'choice' || kind === 'several' || kind === 'scale';
/** Kinds whose answers have a mean. */
export const isMeasured = (kind: QuestionKind): boolean => kind === 'scale' || kind === 'number';

/** What may stand between several answers, with the forms that mean the same. */
const separatorForms: ReadonlyMap<string, string> = new Map([[';', ';；'], ['|', '|｜'], ['\n', '\n'], ['、', '、'], ['/', '/／'], [',', ',，']]);
/** In the order in which they are looked for: a comma may well stand within an answer. */
export const separators = [...separatorForms.keys()];

/** Whether a cell may hold several answers. */
export const holdsSeparator = (cell: string, separator: string): boolean => Array.from(separatorForms.get(separator) ?? separator).some((form) => cell.includes(form));

/**
 * The answers of one cell, trimmed, each once however it is written; those that are empty are none. A backslash before the separator
 * (or before another backslash) makes it a part of the answer. Without a separator the whole cell is one answer.
 */
export function splitAnswers(value: string, separator: string): string[] {
  const forms = separatorForms.get(separator) ?? separator;
  const text = value.replace(/\r\n?/g, '\n');
  const found = new Map<string, string>();
  let answer = '';
  const end = () => {
    const trimmed = answer.trim();
    if (trimmed !== '' && !found.has(nameKey(trimmed))) found.set(nameKey(trimmed), trimmed);
    answer = '';
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    const next = text[at + 1] ?? '';
    if (forms !== '' && sign === '\\' && next !== '' && (next === '\\' || forms.includes(next))) answer += text[++at]!;
    else if (forms !== '' && forms.includes(sign)) end();
    else answer += sign;
  }
  end();
  return [...found.values()];
}
/** The inverse of `splitAnswers`, for answers that are trimmed and differ. */
export function joinAnswers(answers: readonly string[], separator: string): string {
  const forms = separatorForms.get(separator) ?? separator;
  return answers.map((answer) => Array.from(answer, (sign) => (sign === '\\' || forms.includes(sign) ? `\\${sign}` : sign)).join('')).join(separator === '\n' ? '\n' : `${separator} `);
}

export type Question = Pick<Row<'questions'>, 'kind' | 'separator' | 'choices'>;
/** The answers that a kept value gives to a question that is counted. */
export const answersIn = ({ kind, separator }: Question, value: string): string[] => (kind === 'several' ? splitAnswers(value, separator) : value.trim() === '' ? [] : [value.trim()]);

/** A kept value as a number: what is written, or the place of its step on a scale of words (from 1); null where it is neither. */
export function measureOf({ kind, choices }: Question, value: string): number | null {
  const number = asNumber(value);
  if (kind === 'number') return number === null ? null : Number(number);
  if (number !== null && choices.every((choice) => asNumber(choice) !== null)) return Number(number);
  const place = choices.findIndex((choice) => nameKey(choice) === nameKey(value));
  return place < 0 ? null : place + 1;
}

/** The place of each number from the highest down, from 1; equal ones share a place, and the next is as far behind as they are many. */
export const placesOf = (counts: readonly number[]): number[] => counts.map((count) => 1 + counts.filter((other) => other > count).length);
/** Which of the numbers are among the five highest, ties of the fifth included; zeros never are. */
export function topFive(counts: readonly (number | null)[]): boolean[] {
  const places = placesOf(counts.map((count) => count ?? 0));
  return counts.map((count, index) => (count ?? 0) > 0 && places[index]! <= 5);
}

/** A group of respondents, or one part of it where the groups are split. */
export interface SurveyColumn {
  /** The answer that makes the group; null for those who did not give one. */
  readonly key: string | null;
  readonly label: string;
  /** The answer that makes the part; '' where nothing is split, null for those who did not give one. */
  readonly part: string | null;
  /** Who answered the question. */
  readonly n: number;
  /** All of the group. */
  readonly respondents: number;
}
/** What of each group gave an answer. null: nobody of that group was asked. */
export interface SurveyRow {
  readonly answer: string;
  readonly counts: readonly (number | null)[];
  /** Of those who answered, halves rounded up: "54.95". */
  readonly percents: readonly (string | null)[];
  readonly ranks: readonly (number | null)[];
}
/** Means of a scale or of numbers, by group; null where nobody answered. */
export interface SurveyMeasure { readonly n: number; readonly mean: number; readonly median: number; readonly low: number; readonly q1: number; readonly q3: number; readonly high: number; readonly meanRank: number }
