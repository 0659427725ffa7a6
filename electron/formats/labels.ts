import type { Role } from '../../shared/model/schema.ts';
import { anybody, beginsSentence, leadsUp, metadataKeys, metadataShape, nameSuffix, notSpeakers, roleOfWord, sentenceWords, shortenings } from './labelwords.ts';

/**
 * What two spellings of a label are compared by: width, case, spaces and a final point do not make another speaker, nor does
 * what a meeting program put behind the name. Titles stay: Mr Hu and Mrs Hu are two people.
 */
export const labelKey = (label: string): string => label.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim().replace(nameSuffix, '').replace(/\.$/, '');

const ending = /^(.*?\p{L})\s*[-_#.]?\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3}|(?<=[\s\p{Script=Han}])[a-z甲乙丙丁]|(?<=\s)(?:one|two|three|four|five|six))$/u;
/** A label's key without the number or the letter that counts several of a kind: speaker_00, 说话人一, 访谈员a. */
const stem = (key: string) => ending.exec(key)?.[1] ?? key;
const letter = /^\p{L}\d?$/u;
const hanLetter = /^\p{Script=Han}/u;
const isLetter = (key: string) => letter.test(key) && !hanLetter.test(key);
const words = (key: string) => key.split(/[\s_]+/);

/** The role that a label's word names, or a word in brackets behind a name (Lin (interviewer)); null for other words; single letters (I, R) say nothing by themselves. */
export const roleOfLabel = (label: string): Role | null =>
  roleOfWord.get(labelKey(label)) ?? roleOfWord.get(stem(labelKey(label))) ?? roleOfWord.get(/\(([^()]+)\)$/.exec(labelKey(label))?.[1] ?? '') ?? (/^(?:unknown|unidentified|未知)/u.test(labelKey(label)) ? 'other' : null);
const namesAnybody = (key: string) => anybody.has(key) || anybody.has(stem(key)) || (words(key).length <= 3 && words(stem(key)).every((word) => anybody.has(word) || roleOfWord.has(word)));
/** A word for somebody's part, with or without a number, of more than a letter. */
export const isRoleWord = (label: string): boolean => (roleOfLabel(label) !== null && !label.normalize('NFKC').endsWith(')')) || namesAnybody(labelKey(label));
/** Whether a label may be anybody: a role word, a letter with at most one digit, or what speech recognition calls speakers. P01, VD-03, Dr Hu are somebody. */
export const isGeneric = (label: string): boolean => isLetter(labelKey(label)) || isRoleWord(label);
export const isSingleLetter = (label: string): boolean => isLetter(labelKey(label));
/** The shape by which P04, said once, is one with P01 and P02; null for labels without a number. */
export const shapeOfLabel = (label: string): string | null => (/\d/.test(label) ? labelKey(label).replace(/\d+/g, '#') : null);

/** A key of the block above a transcript. */
export const isMetadata = (label: string): boolean => metadataKeys.has(labelKey(label)) || metadataShape.test(labelKey(label));
/** Words that stand before a colon and are no speaker, unless a person says so. */
export const isStopped = (label: string): boolean => {
  const key = labelKey(label);
  return notSpeakers.has(key) || notSpeakers.has(stem(key)) || isMetadata(key) || (!roleOfWord.has(key) && (leadsUp.test(key) || beginsSentence.test(key)));
};

const han = /\p{Script=Han}/gu;
const wrong = /[?!,;"“”。？！，；…、|<>{}=*\\]|:\/|\/\//u;
const pointed = (label: string) => [...label.matchAll(/([\p{L}\p{N}]+)\.(?=.)/gu)].every(([, before]) => before!.length === 1 || shortenings.has(before!.toLowerCase()));
const balanced = (label: string) => (label.match(/[(（[【]/g)?.length ?? 0) === (label.match(/[)）\]】]/g)?.length ?? 0);

/** Whether words could be a speaker's label at all: short, no sentence and no part of one ("he said"), not only digits. */
export function isPlausible(label: string): boolean {
  if (label.length === 0 || label.length > 40 || (label.match(han)?.length ?? 0) > 12) return false;
  if (!/\p{L}/u.test(label) || /\d{4}[-/.年]\d{1,2}[-/.月]\d/.test(label) || wrong.test(label) || !pointed(label) || !balanced(label)) return false;
  const parts = label.normalize('NFKC').trim().split(/\s+/);
  if (parts.length === 1) return true;
  if (parts.length > 6 || parts.some((part) => sentenceWords.has(part.toLowerCase()))) return isRoleWord(label);
  return hanLetter.test(label) || /^[\p{Lu}\p{Lo}\p{N}]/u.test(parts[0]!) || isRoleWord(label) || roleOfWord.has(parts[0]!.toLowerCase());
}
