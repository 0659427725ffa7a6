import type { AgreementUnit, averages, RoundsBy, workedBy } from '../../../shared/model/agreement.ts';

export const ways = ['measures', 'disagreements', 'documents', 'coders', 'rounds'] as const;
export type Way = (typeof ways)[number];
/** What the view of agreement shows; null: what is usual in the study. */
export interface AgreementWish {
  readonly way: Way;
  readonly coders: readonly number[] | null;
  readonly unit: AgreementUnit;
  readonly overlap: number;
  /** 'codes', 'triples', 'facet:…', 'set:NAME', or 'chosen': `codes`. */
  readonly rows: string;
  /** Codes of a saved question that are no set. */
  readonly codes: readonly number[];
  readonly documents: readonly number[];
  readonly worked: (typeof workedBy)[number];
  readonly average: (typeof averages)[number];
  /** All measures, or the usual ones. */
  readonly all: boolean;
  readonly by: RoundsBy;
  readonly show: 'open' | 'decided';
  readonly order: 'code' | 'document';
  /** The one code whose disagreements are looked at; null for all. */
  readonly only: number | null;
  /** The disagreement at hand. */
  readonly at: string | null;
}
export const noAgreementAsked: AgreementWish = { way: 'measures', coders: null, unit: 'character', overlap: 0.9, rows: 'codes', codes: [], documents: [], worked: 'all', average: 'pooled', all: false, by: 'month', show: 'open', order: 'code', only: null, at: null };
