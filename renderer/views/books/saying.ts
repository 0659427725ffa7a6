import type { BookChoice, BookItem } from '../../../shared/model/codebookMerge.ts';
import type { Likeness } from '../../../shared/model/codeLikeness.ts';
import { facets, type Facet } from '../../../shared/model/schema.ts';
import type { WordKey, Words } from '../../../shared/words/index.ts';

/** What differs: 'Renamed'; 'Described otherwise: Definition'. */
export const sayKind = ({ say }: Words, { kind, field }: BookItem): string => `${say(`books.kind.${kind}`)}${field === null ? '' : `: ${say(`field.${field}`)}`}`;
/** What a choice is called for this kind of difference. */
export function sayChoice({ say, has }: Words, { kind }: BookItem, choice: BookChoice): string {
  const special = `books.choiceOf.${kind}.${choice}`;
  return has(special) ? say(special as WordKey) : say(`books.choice.${choice}`);
}
/** What choosing it does. */
export function sayOutcome({ say, has }: Words, { kind, choices }: BookItem, choice: BookChoice): string {
  if (choices.length === 1) return say(kind === 'moved' ? 'books.outcome.bound' : 'books.outcome.used');
  const key = `books.outcome.${kind}.${choice}`;
  return has(key) ? say(key as WordKey) : '';
}
/** Why two codes may be one, with its figure: 'Spelt almost the same (one sign differs)'. */
export function sayGround({ say, percent }: Words, { reason, score, count }: Likeness): string {
  const figure = reason === 'spelling' && count !== undefined ? say('books.signs', { count }) : reason === 'passages' && count !== undefined ? `${say('books.places', { count })}, ${say('books.covered', { share: percent(score) })}` : null;
  return figure === null ? say(`books.reason.${reason}`) : `${say(`books.reason.${reason}`)} (${figure})`;
}
/** A value as a person reads it: where a code stands at the top, its facet is told. */
export const sayValue = ({ say }: Words, { kind }: BookItem, value: string): string => (kind === 'moved' && facets.includes(value as Facet) ? say('books.facetTop', { facet: say(`facet.${value as Facet}`) }) : value);
