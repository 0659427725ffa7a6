import type { Role, Row } from './schema.ts';
import { nameKey } from './text.ts';

/** What an attribute's values are. */
export type Kind = Row<'attributes'>['kind'];
/** The longest value of an attribute, and the longest name, in UTF-16 units. */
export const longestValue = 2000;
export const longestName = 400;

// 1,234 may be meant as 1.234 or as 1234.
const ambiguous = /^[+-]?[1-9]\d{0,2},\d{3}$/;
/** A number as it is kept, '.' before its decimals ('41,5' and '−3' are read as they were meant); null for what is none, or may be two. */
export function asNumber(given: string): string | null {
  const text = given.normalize('NFKC').trim().replace('\u2212', '-');
  return /^[+-]?\d+(?:[.,]\d+)?$/.test(text) && !ambiguous.test(text) ? text.replace(/^\+/, '').replace(',', '.') : null;
}
/** A date as it is kept, 2026-03-01, from the ways that put the year first; null for others (3/1/2026 may be two) and for days that are none. */
export function asDate(given: string): string | null {
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(given.normalize('NFKC').trim());
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? `${parts[1]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` : null;
}

const roleWords: ReadonlyMap<string, Role> = new Map(Object.entries({
  interviewee: 'interviewee', participant: 'interviewee', respondent: 'interviewee', interviewer: 'interviewer', researcher: 'interviewer', moderator: 'interviewer', other: 'other',
  受访者: 'interviewee', 被访者: 'interviewee', 访谈者: 'interviewer', 访谈员: 'interviewer', 主持人: 'interviewer', 研究者: 'interviewer', 其他: 'other',
}));
/** The role that a word of a sheet means, in either language; null where it means none. */
export const asRole = (given: string): Role | null => roleWords.get(nameKey(given)) ?? null;

/** A value as an attribute of this kind keeps it; null where it does not fit. What a choice offers is for others to know. */
export const asKind = (kind: Kind, given: string): string | null => (kind === 'number' ? asNumber(given) : kind === 'date' ? asDate(given) : given.trim());
