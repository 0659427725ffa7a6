import type { AgreementAsked, AgreementTable, LeftOutDocument, Measure, Measures } from '../model/agreement.ts';
import { reasons, type Reason } from '../statistics/reasons.ts';
import { pairValue, type Departing } from '../model/coderPairs.ts';
import type { Words } from './index.ts';

export type Reading = 'good' | 'fair' | 'poor' | 'none' | 'unused';
/** From what α on a code is reliable, and from what on tentative conclusions may be drawn (Krippendorff 2019, §12.7.3). */
const [reliable, tentative] = [0.8, 0.667];
/** What a row may be used for: by α, by κ where that is not defined, of segments by their share. */
export function readingOf({ alpha, kappa, unitizing, percent }: Measures, isUsed: boolean): Reading {
  if (!isUsed) return 'unused';
  const value = alpha.value ?? kappa.value ?? (unitizing ? unitizing.value ?? percent.value : null);
  return value === null ? 'none' : value >= reliable ? 'good' : value >= tentative ? 'fair' : 'poor';
}
/** Why something is not defined; '' where it is. */
export const sayReason = ({ say }: Words, { value, reason }: Measure): string => (value !== null || reason === undefined ? '' : say(`statistics.undefined.${reasons[reason as Reason]}`));
export const sayMeasure = (words: Words, measure: Measure, digits = 2): string => (measure.value === null ? words.say('agreement.notDefined') : words.number(measure.value, digits));

export const sayAgreementTitle = ({ say, list }: Words, { coders, asked }: Pick<AgreementTable, 'coders' | 'asked'>): string => say(asked.triples ? 'agreement.titleRows.triples' : 'agreement.titleRows.codes', { coders: list(coders.map(({ name }) => name)) });
export const sayAgreementSubtitle = (words: Words, { documents, length, asked }: Pick<AgreementTable, 'documents' | 'length'> & { readonly asked: AgreementAsked }): string =>
  words.say('agreement.subtitle', { documents: words.say('code.documents', { count: documents.length }), unit: words.say(`agreement.unitsIn.${asked.unit}`, { length: words.number(length ?? 0), overlap: words.percent(asked.overlap) }) });

/** Who of several departs, and who agrees most and least, in a sentence. */
export function sayDeparting(words: Words, { coder, mean, most, least }: Departing, nameOf: (place: number) => string, isShare: boolean): string {
  const told = (value: number): string => (isShare ? words.percent(value) : `κ\u00a0${words.number(value, 2)}`);
  const both = (pair: Departing['most']) => ({ pair: words.list(pair.coders.map(nameOf)), value: told(pairValue(pair, isShare)!) });
  return words.say('agreement.departs', { coder: nameOf(coder), mean: told(mean), mostPair: both(most).pair, mostValue: both(most).value, leastPair: both(least).pair, leastValue: both(least).value });
}
/** Which documents do not count, and why: the first of them by name. */
export function sayLeftOutDocuments(words: Words, leftOut: readonly LeftOutDocument[], nameOf: (coder: number) => string, most = 12): string[] {
  if (leftOut.length === 0) return [];
  const told = leftOut.slice(0, most).map(({ name, why, coders }) => (why === 'notFinished' ? words.say('agreement.leftOutNotFinished', { document: name }) : words.say('agreement.leftOutNotCoded', { document: name, coders: words.list(coders.map(nameOf)) })));
  return [words.say('agreement.leftOut', { count: leftOut.length }), words.list([...told, ...(leftOut.length > most ? ['…'] : [])])];
}
