import type { Words } from './index.ts';

/** What a column of a table of words is called. */
export const sayWordGroup = ({ say }: Words, { key, label }: { readonly key: string | null; readonly label: string }, by: string | null): string =>
  (by === null ? say('words.total') : by === 'within' ? say(key === 'inside' ? 'words.inside' : 'words.outside') : key === null ? say('by.noValue') : label);
/** What all its columns are: an attribute, documents, people, or the two sides of passages. */
export const sayWordGroups = ({ say }: Words, by: string | null): string =>
  (by === null ? say('words.allWords') : by === 'within' ? say('words.sides') : by === 'document' || by === 'participant' ? say(`by.${by}`) : by);
/** What is said of p values of keyness: how they were corrected, and for how many words. */
export const sayCorrected = ({ say, number }: Words, adjust: 'BH' | 'holm' | 'none', tested: number): string =>
  (adjust === 'none' ? say('words.notCorrected') : say(adjust === 'BH' ? 'words.correctedBH' : 'words.correctedHolm', { tested: number(tested) }));
