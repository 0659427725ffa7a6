import type { ExhibitQuotation } from '../../shared/model/exhibit.ts';
import { excerptsOf } from './excerpts.ts';
import type { Reader } from './operation.ts';

/** Quotations under an exhibit: of each coding its words, who said them and where, in the order given. */
export function quotationsOf(project: Reader, wanted: readonly { readonly of: string; readonly coding: number }[]): ExhibitQuotation[] {
  const excerpts = new Map(excerptsOf(project, [...new Set(wanted.map(({ coding }) => coding))]).map((excerpt) => [excerpt.coding, excerpt]));
  return wanted.flatMap(({ of, coding }) => {
    const excerpt = excerpts.get(coding);
    return excerpt ? [{ of, speaker: excerpt.speakers.join(', '), document: excerpt.document, turn: excerpt.turn, text: excerpt.quotation }] : [];
  });
}

/** At most `most` of the codings, each person's first before anybody's second: a few quotations are to be of as many people as they can. */
export function spread(codings: readonly { readonly coding: number; readonly by: number }[], most: number): number[] {
  const rounds: number[][] = [];
  const heard = new Map<number, number>();
  for (const { coding, by } of codings) {
    const round = heard.get(by) ?? 0;
    (rounds[round] ??= []).push(coding);
    heard.set(by, round + 1);
  }
  return rounds.flat().slice(0, most);
}
