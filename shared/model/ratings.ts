import type { RatingDifference } from './ratingDifferences.ts';
import type { Facet, ScaleStep } from './schema.ts';

/** Where values lie: their number, extremes, quartiles and mean. Quartiles lie between neighbours as R and Excel have it (type 7 of Hyndman & Fan 1996). */
export interface Spread {
  readonly n: number;
  readonly least: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly most: number;
  readonly mean: number;
}
/**
 * Who is rated how, and by whom it was said. A dimension's coding speaks of the stakeholders that the same coder names on the same passage
 * (the facet triple), and belongs to whoever speaks there. A participant has one value: the median of the ratings of what she said.
 */
export interface RatingCell {
  /** Passages in which the dimension is coded about the stakeholder, rated or not. */
  readonly passages: number;
  /** Participants who say them. */
  readonly people: number;
  /** Codings with a rating that counts, without one, and with one that is not on the scale. */
  readonly rated: number;
  readonly unrated: number;
  readonly offScale: number;
  /** The participants' own medians, ascending. */
  readonly values: readonly number[];
  /** Where these lie; null where nobody's words are rated. */
  readonly spread: Spread | null;
}

export interface Anchors { readonly low: number; readonly high: number; readonly steps: readonly ScaleStep[] }
/** A row or a column: a code, or a group of speakers. */
export interface RatingAxis {
  readonly code: number | null;
  /** A group's value; null for those who have none, and for codes. */
  readonly key: string | null;
  readonly label: string;
  /** The code's path; '' for a group. */
  readonly path: string;
  readonly facet: Facet | null;
  readonly colour: string;
  readonly depth: number;
  /** People interviewed in the group; null for a code. */
  readonly n: number | null;
  /** The scale of a dimension; null for anything else. */
  readonly scale: Anchors | null;
}
/** One side of a comparison: a value of the attribute that it is split by. Without a comparison there is one, with an empty label. */
export interface Arm { readonly key: string | null; readonly label: string; readonly n: number }
/** What could not be counted anywhere: codings of dimensions on passages where their coder names no stakeholder; and those that speak of several at once. */
export interface LeftOut { readonly unnamed: number; readonly shared: number }

export interface RatingMatrix {
  readonly rows: readonly RatingAxis[];
  readonly columns: readonly RatingAxis[];
  /** The attribute that the rows are groups of; null where they are stakeholders. */
  readonly by: string | null;
  readonly split: string | null;
  readonly arms: readonly Arm[];
  /** By row, column and arm. null: nobody was interviewed there. */
  readonly cells: readonly (readonly (readonly (RatingCell | null)[])[])[];
  /** By row and column: how the medians of the two sides differ; null without a comparison of two. */
  readonly differences: readonly (readonly RatingDifference[])[] | null;
  /** People interviewed who are in the row's group, by row and arm. */
  readonly interviewed: readonly (readonly number[])[];
  /** People interviewed, each once. */
  readonly n: number;
  readonly left: LeftOut;
}
/** A stakeholder as seen by its own group and by everybody else. */
export interface TwoViews {
  /** Index of the row that is called as the stakeholder; null where no group is. */
  readonly own: number | null;
  readonly self: RatingCell | null;
  readonly others: RatingCell;
  /** Median of its own people minus that of the others; null where either is missing. */
  readonly difference: number | null;
}
/** Who (rows: groups of speakers) sees whom (columns: stakeholders) how, in one dimension. */
export interface Perception extends RatingMatrix {
  readonly dimension: RatingAxis;
  /** By column and arm. */
  readonly views: readonly (readonly TwoViews[])[];
}

export const centres = ['mean', 'median'] as const;
export type Centre = (typeof centres)[number];
/** Passages behind a position below which a stakeholder is not placed, unless another number is asked for. */
export const usualLeast = 5;
/** Coders this far apart (as a share of the scale, in either direction) are named. */
export const farApart = 0.2;
/** Why a stakeholder has no place: too few passages, ratings in one of the two dimensions only, none in either, or not spoken of in them. */
export const placings = ['placed', 'few', 'half', 'unrated', 'none'] as const;
export type Placing = (typeof placings)[number];
export interface CoderPlace { readonly coder: number; readonly name: string; readonly x: number; readonly y: number }
export interface GridDot {
  readonly code: number;
  readonly label: string;
  readonly path: string;
  readonly colour: string;
  readonly depth: number;
  readonly placing: Placing;
  /** Passages rated in either dimension, and the participants who say them. */
  readonly passages: number;
  readonly people: number;
  readonly x: RatingCell;
  readonly y: RatingCell;
  /** Where it stands on both scales; null where it cannot stand anywhere. */
  readonly at: { readonly x: number; readonly y: number } | null;
  /** Where it would stand by each coder's codings alone. */
  readonly coders: readonly CoderPlace[];
  /** How far the two farthest coders lie apart, as a share of the scale. */
  readonly apart: number;
}
export interface RatingGrid {
  readonly x: RatingAxis;
  readonly y: RatingAxis;
  readonly centre: Centre;
  readonly least: number;
  readonly split: string | null;
  readonly arms: readonly Arm[];
  /** By arm, then in the order of the codebook. */
  readonly dots: readonly (readonly GridDot[])[];
  /** By stakeholder: how the two sides differ across and up, as shown (mean or median); null without a comparison of two. */
  readonly differences: readonly Readonly<Record<'x' | 'y', RatingDifference>>[] | null;
  readonly n: number;
  readonly left: LeftOut;
}

/** Ends and steps of a dimension's scale; one without steps goes from −2 to +2, and farther where it was rated so. */
export function anchorsOf(scale: readonly ScaleStep[], ratings: Iterable<number> = []): Anchors {
  const steps = scale.toSorted((a, b) => a.value - b.value);
  const values = steps.length > 0 ? steps.map(({ value }) => value) : [-2, 2, ...ratings];
  const [low, high] = values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity] as [number, number]);
  return { low, high: high === low ? low + 1 : high, steps };
}
/** A value's place on its scale, 0 to 1. */
export const placeOn = ({ low, high }: Anchors, value: number): number => (value - low) / (high - low);

const usually = { x: /interest|关注|兴趣|利益/i, y: /influence|power|影响力|权力|话语权/i };
/** The dimensions (indexes) that the grid begins with: those called so, else the first two. */
export function usualAxes(names: readonly string[]): { readonly x: number; readonly y: number } | null {
  if (names.length < 2) return null;
  const called = (name: RegExp) => names.findIndex((each) => name.test(each));
  const y = called(usually.y);
  const x = names.findIndex((each, index) => index !== y && usually.x.test(each));
  const first = x >= 0 ? x : names.findIndex((_, index) => index !== y);
  return { x: first, y: y >= 0 ? y : names.findIndex((_, index) => index !== first) };
}
