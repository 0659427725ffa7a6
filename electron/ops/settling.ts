import type { Row, Subject } from '../../shared/model/schema.ts';
import type { Words } from '../../shared/words/index.ts';
import type { Code } from './codes.ts';
import { redirectPlace } from './memoLinks.ts';
import type { Reader, Writer } from './operation.ts';

export type CodingRow = Row<'codings'>;
export const sides = ['party', 'counterparty'] as const;

/** What is said of a coding that comes to another code, and what of the one that goes has no place there. */
export interface Settled { readonly fields: Pick<CodingRow, 'rating' | 'party' | 'counterparty'>; readonly left: Partial<Pick<CodingRow, 'rating' | 'party' | 'counterparty'>> }
/** What of a coding can be said with another code, or together with the coding that the same coder has there already. */
export function settle(coding: CodingRow, there: CodingRow | null, scale: Code['scale']): Settled {
  const fits = (rating: number) => scale.length === 0 || scale.some((step) => step.value === rating);
  const left: { -readonly [K in keyof Settled['left']]: Settled['left'][K] } = {};
  const kept = there ?? { rating: null, party: null, counterparty: null };
  const fields = { rating: kept.rating, party: kept.party, counterparty: kept.counterparty };
  if (coding.rating !== null && coding.rating !== kept.rating) {
    if (kept.rating === null && fits(coding.rating)) fields.rating = coding.rating;
    else left.rating = coding.rating;
  }
  // Who stands against whom is one statement: halves of two would say what nobody said.
  const silent = kept.party === null && kept.counterparty === null;
  if (silent) { fields.party = coding.party; fields.counterparty = coding.counterparty; }
  else for (const side of sides) if (coding[side] !== null && coding[side] !== kept[side]) left[side] = coding[side];
  return { fields, left };
}
export const isSaid = (left: Settled['left']): boolean => Object.keys(left).length > 0;

/** What had no place, in words for a memo. */
export function leftInWords(project: Reader, from: Code, { rating, party, counterparty }: Settled['left'], { say, number }: Words): string {
  const nameOf = (code: number | null | undefined) => (code === null || code === undefined ? '' : project.get('codes', code).name);
  const lines = [
    ...(rating === null || rating === undefined ? [] : [`${say('excerpt.rating')} ${number(rating)}`]),
    ...sides.flatMap((side) => { const name = nameOf({ party, counterparty }[side]); return name === '' ? [] : [`${say(`excerpt.${side}`)} ${name}`]; }),
  ];
  return say('merge.leftNote', { code: from.name, what: lines.join(', ') });
}

export const memosOf = (project: Reader, about: Subject, target: number) => project.all('memos', { about, target });
/** Gives a memo to what stays: behind what its author wrote there without a title, or as a memo of its own. */
export function giveMemo(project: Writer, memo: Row<'memos'>, target: number): void {
  const there = memosOf(project, memo.about, target).find((each) => each.coder === memo.coder && each.title === '');
  if (!there || memo.title !== '') return project.change('memos', memo.id, { target });
  project.change('memos', there.id, { text: `${there.text}\n\n${memo.text}`, changed: project.now });
  project.remove('memos', [memo.id]);
}
/** Writes a note of a coder into the memo on a coding, behind what stands there. */
export function noteOn(project: Writer, coding: number, coder: number, note: string): void {
  const there = memosOf(project, 'codings', coding).find((each) => each.coder === coder);
  if (there) project.change('memos', there.id, { text: `${there.text}\n\n${note}`, changed: project.now });
  else project.add('memos', { about: 'codings', target: coding, title: '', text: note, coder, created: project.now, changed: project.now });
}

/**
 * Puts a coding, or a copy of it, on another passage, under another code of its facet, or both. Where its coder has that code there already
 * the two become one: what the one that comes says beside the other is kept as a memo, and so is a rating that is not on the code's scale.
 * Answers with the coding that stands there, and whether it `met` one.
 */
export function putCoding(project: Writer, coding: CodingRow, { passage, code }: { passage: number; code: number }, words: Words, copy = false): { coding: number; met: boolean } {
  if (coding.passage === passage && coding.code === code) return { coding: coding.id, met: false };
  const there = project.all('codings', { passage, code, coder: coding.coder })[0] ?? null;
  const { fields, left } = settle(coding, there, project.get('codes', code).scale);
  let stays = there?.id ?? coding.id;
  if (there) {
    if (!copy) {
      for (const memo of memosOf(project, 'codings', coding.id)) giveMemo(project, memo, there.id);
      redirectPlace(project, 'coding', coding.uuid, there.uuid);
      project.remove('codings', [coding.id]);
    }
    if (Object.entries(fields).some(([name, value]) => there[name as keyof CodingRow] !== value)) project.change('codings', there.id, { ...fields, changed: project.now });
  } else if (copy) stays = project.add('codings', { passage, code, coder: coding.coder, ...fields, created: coding.created, changed: project.now });
  else project.change('codings', coding.id, { passage, code, ...fields, changed: project.now });
  if (isSaid(left)) noteOn(project, stays, coding.coder, leftInWords(project, project.get('codes', coding.code), left, words));
  return { coding: stays, met: there !== null };
}
