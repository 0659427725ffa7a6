import { usualLevels, type ConflictComparison, type MatrixDifference } from '../model/conflicts.ts';
import type { Words } from './index.ts';

/** Whom a countermeasure is addressed to: one of the usual levels in words, the study's own as it is, or that nobody in particular is. */
export function levelInWords({ say }: Words, level: string): string {
  const usual = usualLevels.find((each) => each === level);
  return usual ? say(`conflicts.levels.${usual}`) : level === '' ? say('conflicts.noLevel') : level;
}

/** A side of a comparison by its name. */
export const sayConflictSide = ({ say }: Pick<Words, 'say'>, { key, label }: { readonly key: string | null; readonly label: string }): string => (key === null ? say('by.noValue') : label);
/** 'Pilot minus Non-pilot'; '' unless just two are compared. */
export const sayConflictMinus = (words: Words, { compared, sides }: ConflictComparison): string => (compared === null ? '' : words.say('stakeholders.minus', { first: sayConflictSide(words, sides[compared[0]]!), second: sayConflictSide(words, sides[compared[1]]!) }));
/** '+12' percentage points or passages, with a true minus. */
export function sayConflictDifference({ number }: Pick<Words, 'number'>, { value, interval }: MatrixDifference): string {
  const shown = Math.round(interval ? value * 100 : value);
  return `${shown > 0 ? '+' : ''}${number(shown || 0)}`;
}
/** Whether the interval of a difference holds no zero. */
export const isApart = ({ interval }: MatrixDifference): boolean => interval !== null && (interval.low > 0 || interval.high < 0);
