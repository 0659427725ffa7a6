import { z } from 'zod';
import { facets, type Facet } from './schema.ts';
import type { Span } from './span.ts';
import type { TableCode } from './table.ts';

/** What two coders are compared by. Of a `segment` a partner overlaps by the threshold; a `document` has a code or has it not. */
export const agreementUnits = ['character', 'word', 'sentence', 'turn', 'segment', 'document'] as const;
export type AgreementUnit = (typeof agreementUnits)[number];
/** Which documents count: those that all chosen coders worked on, those of at least two of them, or whatever was chosen. */
export const workedBy = ['all', 'two', 'any'] as const;
/** How documents come together: as one text, or as the mean of what each gives by itself, by length or each alike. */
export const averages = ['pooled', 'length', 'documents'] as const;
/** More coders than this are not compared at once. */
export const mostCoders = 12;

const id = z.int().positive();
/** Whose codings are compared, where, and how: the input of `agreement.table`, and what is kept of a saved one. */
export const agreementAsked = {
  coders: z.array(id).min(2).max(mostCoders).refine((coders) => new Set(coders).size === coders.length, 'no coder twice'),
  /** All documents where it is left out. */
  documents: z.array(id).optional(),
  /** All codes, or those of the facet, where it is left out. */
  codes: z.array(id).optional(),
  facet: z.enum(facets).optional(),
  /** Rows are what a coder says of a passage in all three facets together. */
  triples: z.boolean().default(false),
  unit: z.enum(agreementUnits).default('character'),
  /** Which share of what two segments cover together they must have in common. */
  overlap: z.number().gt(0).max(1).default(0.9),
  worked: z.enum(workedBy).default('all'),
  average: z.enum(averages).default('pooled'),
  /** Who codes blind: of documents that she has not finished nothing is told. */
  coder: z.int().min(0).optional(),
};
export const agreementInput = z.strictObject(agreementAsked);
export type AgreementAsked = z.output<typeof agreementInput>;

/** What of the kinds of questions about agreement is kept under a name, as the view asks it. */
export const agreementKept = z.strictObject({ ...agreementAsked, by: z.enum(['month', 'version', 'handout']).optional(), show: z.enum(['open', 'decided']).optional(), order: z.enum(['code', 'document']).optional() });

/** A measure; where it is not defined, why: a reason of shared/statistics. */
export interface Measure { readonly value: number | null; readonly reason?: string | undefined }
/** A measure with its interval (95 %), where there is one. */
export interface MeasureWithin extends Measure { readonly low: number | null; readonly high: number | null }
/** Two of the coders by themselves. */
export interface PairMeasure extends MeasureWithin { readonly coders: readonly [number, number]; readonly percent: number | null }

export interface Measures {
  /** Units that two coders or more decided about. Of segments: all segments of all coders. */
  readonly units: number;
  readonly percent: Measure;
  /** Of more than two coders the mean of all pairs, which has no interval. */
  readonly kappa: MeasureWithin;
  readonly fleiss: Measure;
  readonly alpha: Measure;
  readonly ac1: Measure;
  readonly brennanPrediger: Measure;
  readonly holsti: Measure;
  /** α for units that coders chose themselves. Provisional. Only of segments. */
  readonly unitizing: Measure | null;
  /** Every two coders, where there are more than two. */
  readonly pairs: readonly PairMeasure[];
}
/** How coders agree on ratings of passages that they agree are coded with it. */
export interface RatingAgreement { readonly passages: number; readonly percent: Measure; readonly ordinal: Measure; readonly interval: Measure }

/** What a line is about: a code, or a triple, whose parts are null where the facet is missing. */
export interface AgreementItem { readonly key: string; readonly label: string; readonly code: TableCode | null; readonly triple: readonly (TableCode | null)[] | null }
export interface AgreementRow extends Measures {
  readonly item: AgreementItem;
  /** Documents in which any of the coders has it. */
  readonly documents: number;
  /** By coder: codings, and units that are coded. */
  readonly codings: readonly number[];
  readonly coded: readonly number[];
  /** Units that all coders have coded who decided about them. */
  readonly everybody: number;
  readonly ratings: RatingAgreement | null;
  /** False of a code that only holds others and that nobody used: nobody decided about it, so it is in no total, no mean and no list of categories. */
  readonly counted: boolean;
}
/** What a picture shows of a measure of a code, document or round; null where it is not defined. `told`: as it is written. */
export interface AgreementPoint { readonly label: string; readonly facet: Facet | null; readonly value: number | null; readonly told: string }
/** How coders agree in one document, about everything that is compared there. */
export interface DocumentAgreement {
  readonly document: { readonly id: number; readonly name: string };
  /** Who of the coders worked on it, by place. */
  readonly worked: readonly number[];
  /** By coder: codings there of what is compared. */
  readonly codings: readonly number[];
  /** Units in it; null for segments. */
  readonly length: number | null;
  readonly measures: Measures;
}
/** What documents, like codes, are put into order by: α, κ where that is not defined, of segments their share; what has none of them comes last. */
export const agreementRank = ({ alpha, kappa, unitizing, percent }: Measures): number => alpha.value ?? kappa.value ?? (unitizing ? unitizing.value ?? percent.value : null) ?? Infinity;
/** The mean of the rows that have a value. */
export interface MeanMeasure extends Measure { readonly rows: number }

/** Why a document does not count. */
export const leftOutReasons = ['notCoded', 'notFinished'] as const;
export interface LeftOutDocument { readonly document: number; readonly name: string; readonly why: (typeof leftOutReasons)[number]; /** Who did not work on it. */ readonly coders: readonly number[] }
export interface AgreementTable {
  readonly coders: readonly { readonly id: number; readonly name: string }[];
  readonly documents: readonly { readonly id: number; readonly name: string }[];
  readonly leftOut: readonly LeftOutDocument[];
  /** Units in all documents that count; null for segments. */
  readonly length: number | null;
  readonly rows: readonly AgreementRow[];
  /** All decisions about all rows together. */
  readonly overall: Measures;
  readonly means: Readonly<Record<'percent' | 'kappa' | 'alpha' | 'ac1', MeanMeasure>>;
  /** Each unit with all that a coder put there as one category; null where neither a facet nor triples are compared. */
  readonly together: Measures | null;
  readonly asked: AgreementAsked;
}

/** What is kept of a disagreement with its decision: as the originals were then. UUIDs only, so that it survives a merge. */
export const adjudicationBasis = z.object({
  coders: z.array(z.string()),
  /** The words from the first of the codings to the last. */
  text: z.string(),
  /** Places are counted from where `text` begins. */
  codings: z.array(z.object({ coding: z.string(), coder: z.string(), start: z.int(), end: z.int(), rating: z.int().nullable(), party: z.string().nullable(), counterparty: z.string().nullable() })),
  /** The codings that the decision made in the consensus layer. */
  made: z.array(z.string()),
});
export type AdjudicationBasis = z.infer<typeof adjudicationBasis>;
export const verdicts = ['coder', 'both', 'neither', 'anew', 'agreed'] as const;
export type Verdict = (typeof verdicts)[number];

/** What one coder has at a disagreement. */
export interface DisagreementSide {
  readonly coder: number;
  readonly codings: readonly (Span & { readonly id: number; readonly rating: number | null; readonly party: number | null; readonly counterparty: number | null })[];
}
export interface Decision {
  readonly id: number; readonly verdict: Verdict; readonly taken: number | null; readonly note: string; readonly coder: number; readonly created: number;
  /** Whether one of the originals changed since: then it is to be decided again. */
  readonly outdated: boolean;
}
/** A stretch of a document where coders differ about a code: all of their codings of it that overlap. */
export interface Disagreement extends Span {
  readonly key: string;
  readonly code: number;
  readonly document: number;
  /** In whether and where it is coded, or, where they agree on that, in what was judged. `gone`: nobody has it any more, but the consensus. */
  readonly kind: 'place' | 'judgement' | 'gone';
  readonly sides: readonly DisagreementSide[];
  /** The stretches that some have coded and others not. */
  readonly differing: readonly Span[];
  readonly decision: Decision | null;
  /** What the decision put into the consensus layer, as it stands there now. */
  readonly consensus: readonly (Span & { readonly code: number; readonly rating: number | null })[];
}
export interface DisagreementCode { readonly code: TableCode; readonly open: number; readonly decided: number; readonly kappa: number | null; readonly percent: number | null }

/** What documents are put together by to see how agreement goes on: when they were coded, by which codebook, in which package. */
export const roundsBy = ['month', 'version', 'handout'] as const;
export type RoundsBy = (typeof roundsBy)[number];
/** Documents that were coded in one round, and how coders agreed in them. */
export interface AgreementRound {
  /** 'YYYY-MM', or the number of the version or hand-out; null: before the first version, or never handed out. */
  readonly key: string | null;
  /** The name of the version, or of whom it was handed out to. */
  readonly label: string;
  readonly from: number | null;
  readonly documents: readonly { readonly id: number; readonly name: string }[];
  readonly overall: Measures;
  readonly means: AgreementTable['means'];
}
