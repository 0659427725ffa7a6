import type { AgreementAsked, AgreementPoint, Measure, Measures } from '../../../shared/model/agreement.ts';
import type { ExhibitCell, ExhibitColumn } from '../../../shared/model/exhibit.ts';
import type { Facet } from '../../../shared/model/schema.ts';
import { formatPath } from '../../../shared/model/path.ts';
import type { Words } from '../../../shared/words/index.ts';
import { sayMeasure, sayReason } from '../../../shared/words/sayAgreement.ts';
import { codePaths } from '../codes.ts';
import type { Reader } from '../operation.ts';
import { talliesOf } from '../tallies.ts';

export const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
/** A number, or in words why there is none. */
export const cell = (words: Words, measure: Measure): ExhibitCell => (measure.value === null ? words.say('agreement.notDefinedWhy', { why: sayReason(words, measure) || '–' }) : rounded(measure.value));
const limit = (value: number | null): ExhibitCell => (value === null ? '' : rounded(value));
const main = ['percent', 'kappa', 'fleiss', 'alpha', 'ac1', 'brennanPrediger', 'holsti'] as const;
/** What every exhibit of agreement shows of its measures, in columns. */
export const measured = (words: Words, measures: Measures): ExhibitCell[] => main.flatMap((name) => (name === 'kappa' ? [cell(words, measures.kappa), limit(measures.kappa.low), limit(measures.kappa.high)] : [cell(words, measures[name])]));
export const measureColumns = ({ say }: Words): string[] => main.flatMap((name) => (name === 'kappa' ? [say('agreement.kappa'), say('agreement.low'), say('agreement.high')] : [say(`agreement.${name}`)]));
export const plain = (labels: readonly string[]): ExhibitColumn[] => labels.map((label) => ({ label, over: '', n: null }));

/** A point of the picture: α; of segments α of chosen units, else their share. */
export function pointOf(words: Words, label: string, measures: Measures, facet: Facet | null = null): AgreementPoint {
  const { alpha, unitizing, percent } = measures;
  const shown = unitizing === null ? alpha : unitizing.value === null ? percent : unitizing;
  return { label, facet, value: shown.value, told: sayMeasure(words, shown) };
}
/** Codes and documents that are asked for by their numbers: kept by what they are, whatever their numbers are elsewhere. */
export const names = { codes: 'codeNumber', documents: 'documentNumber' } as const;
/** The two who coded most: whose agreement one usually wants to know. */
export function usualCoders(project: Reader): { coders: number[] } | null {
  const counted = talliesOf(project).coders;
  const coders = project.all('coders', { layer: 'coder' }).filter(({ id }) => (counted[id] ?? 0) > 0).toSorted((a, b) => counted[b.id]! - counted[a.id]!).slice(0, 2).map(({ id }) => id);
  return coders.length < 2 ? null : { coders };
}
export const nameOf = (project: Reader) => (coder: number): string => project.find('coders', coder)?.name ?? '–';
export function askedLines(project: Reader, words: Words, asked: AgreementAsked): (readonly [string, string])[] {
  const { say } = words;
  const paths = codePaths(project);
  return [
    [say('agreement.coders'), words.list(asked.coders.map(nameOf(project)))], [say('agreement.unit'), asked.unit === 'segment' ? `${say('agreement.units.segment')}, ${say('agreement.overlap')} ${say('agreement.overlapAt', { share: words.percent(asked.overlap) })}` : say(`agreement.units.${asked.unit}`)],
    [say('agreement.rows'), asked.triples ? say('agreement.triples') : asked.codes ? words.list(asked.codes.map((code) => { const path = paths.get(code); return path ? formatPath(path) : '–'; })) : asked.facet ? say(`facet.${asked.facet}`) : say('agreement.allCodes')],
    ...(asked.documents === undefined ? [] : [[say('agreement.documents'), words.list(asked.documents.map((document) => project.find('documents', document)?.name ?? '–'))] as const]),
    [say('agreement.worked'), say(`agreement.workedBy.${asked.worked}`)], ...(asked.average === 'pooled' ? [] : [[say('agreement.average'), say(`agreement.averages.${asked.average}`)] as const]),
  ];
}
export const notes = (words: Words, { unit }: AgreementAsked): string[] => [words.say('agreement.legend'), ...(unit === 'document' || unit === 'segment' ? [] : [words.say('agreement.dependent')])];
