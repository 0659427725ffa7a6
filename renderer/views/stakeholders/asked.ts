import { usualLeast, type Centre } from '../../../shared/model/ratings.ts';

export const ways = ['ratings', 'perception', 'grid'] as const;
export type Way = (typeof ways)[number];
/** The cell or dot whose evidence is open: as `ratings.evidence` takes it. */
export interface EvidenceAsked {
  readonly about: number;
  readonly dimensions: readonly string[];
  /** The group of speakers; null: those without a value; undefined: everybody. */
  readonly key?: string | null | undefined;
  readonly view?: 'self' | 'others' | undefined;
  readonly arm?: string | null | undefined;
}
/** What the view of stakeholders shows; null: what is usual in the study. Dimensions by their paths, attributes as `participants:NAME`. */
export interface StakeholdersAsked {
  readonly way: Way;
  readonly dimension: string | null;
  readonly by: string | null;
  readonly x: string | null;
  readonly y: string | null;
  readonly centre: Centre;
  readonly least: number;
  readonly split: string | null;
  /** Of what is compared: as in the codebook, or what differs most first. */
  readonly sort: 'order' | 'difference';
  readonly speakers: 'interviewees' | 'all';
  readonly subcodes: boolean;
  /** A saved query by its name. */
  readonly saved: string | null;
  readonly evidence: EvidenceAsked | null;
}
export const nobodyRated: StakeholdersAsked = {
  way: 'grid', dimension: null, by: null, x: null, y: null, centre: 'mean', least: usualLeast, split: null, sort: 'order', speakers: 'interviewees', subcodes: false, saved: null, evidence: null,
};
export const sameEvidence = (a: EvidenceAsked | null, b: EvidenceAsked): boolean => a !== null && a.about === b.about && a.dimensions.join('\n') === b.dimensions.join('\n') && a.key === b.key && a.view === b.view && a.arm === b.arm;
