import { clip, shift, type Span, type Splice } from '../../shared/model/span.ts';
import { facets, type Facet } from '../../shared/model/schema.ts';

/** A coding as the editor draws it. What is only foreseen has a number below zero, as its passage has. */
export interface ShownCoding {
  readonly id: number;
  readonly code: number;
  readonly coder: number;
  readonly facet: Facet;
  readonly name: string;
  /** CSS colour. */
  readonly colour: string;
  readonly rating: number | null;
  /** Drawn hollow on the other side of the text: the second coder's. */
  readonly mirrored: boolean;
}
export interface ShownPassage extends Span { readonly id: number; readonly codings: readonly ShownCoding[]; /** Carries a memo. */ readonly noted?: boolean; /** Facets that the margin's own coder left out of a triple that was begun. */ readonly missing?: readonly Facet[] }

/** Passages as an answer of the core has them, and the edits that it knows of (see Core.edits). */
export interface KnownPassages { readonly passages: readonly ShownPassage[]; readonly edits: number }

/** Passages in the order of the text, that can be asked who lies in a span without looking at all. */
export class PassageIndex {
  readonly passages: ShownPassage[];
  /** reach[i]: the farthest end among passages 0 to i. */
  readonly #reach: Int32Array;

  constructor(passages: readonly ShownPassage[]) {
    this.passages = passages.toSorted((a, b) => a.start - b.start || b.end - a.end || a.id - b.id);
    this.#reach = new Int32Array(this.passages.length);
    let reach = 0;
    this.passages.forEach((passage, place) => { this.#reach[place] = reach = Math.max(reach, passage.end); });
  }
  /** Those that share at least one unit with [start, end), in order. */
  *within(start: number, end: number): Generator<ShownPassage> {
    let low = 0;
    let high = this.passages.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#reach[middle]! <= start) low = middle + 1;
      else high = middle;
    }
    for (let place = low; place < this.passages.length && this.passages[place]!.start < end; place++)
      if (this.passages[place]!.end > start) yield this.passages[place]!;
  }
  /** Those that hold the offset, the shortest first. */
  at(offset: number): ShownPassage[] {
    return [...this.within(offset, offset + 1)].toSorted((a, b) => (a.end - a.start) - (b.end - b.start));
  }
  /** These and the codings of one more, which has a number of its own only where no passage has its words. */
  with(more: ShownPassage): PassageIndex {
    const same = this.passages.find(({ start, end }) => start === more.start && end === more.end);
    return new PassageIndex([...this.passages.filter((each) => each !== same), same ? { ...same, codings: [...same.codings, ...more.codings.filter(({ code, coder }) => !same.codings.some((each) => each.code === code && each.coder === coder))] } : more]);
  }
  /** As the core moves them: what is typed at an edge stays outside, what is swallowed is gone. */
  after(splices: readonly Splice[]): PassageIndex {
    const moved = this.passages.flatMap((passage) => {
      let span: Span | null = passage;
      for (const splice of splices) {
        // Words that were pasted over the same words.
        if (splice.removed === splice.inserted) continue;
        span = clip(span, splice);
        if (!span) return [];
        span = shift(span, splice);
      }
      return [span.start === passage.start && span.end === passage.end ? passage : { ...passage, start: span.start, end: span.end }];
    });
    return new PassageIndex(moved);
  }
}

/** More changes than this, and everything is painted anew. */
const few = 100;
const sameCodings = (a: readonly ShownCoding[], b: readonly ShownCoding[]): boolean =>
  a === b || (a.length === b.length && a.every((coding, place) => { const other = b[place]!; return coding === other || (Object.keys(coding) as (keyof ShownCoding)[]).every((field) => coding[field] === other[field]); }));
/** Where passages came, went, moved or are coded otherwise; undefined where that is nearly everywhere. Spans are those before and after. */
export function changedSpans(before: PassageIndex, now: PassageIndex): Span[] | undefined {
  const known = new Map(before.passages.map((passage) => [passage.id, passage]));
  const changed: Span[] = [];
  for (const passage of now.passages) {
    const was = known.get(passage.id);
    known.delete(passage.id);
    if (was && was.start === passage.start && was.end === passage.end && (was.noted ?? false) === (passage.noted ?? false) && sameCodings(was.codings, passage.codings)) continue;
    changed.push(passage, ...(was ? [was] : []));
    if (changed.length > few) return undefined;
  }
  changed.push(...known.values());
  return changed.length > few ? undefined : changed;
}

/** Lanes that a facet has at most; what does not fit shares the last one, hatched. */
export const laneCap = 3;
/** Lanes that a facet has at least, so that a triple reads as a row in every document. */
const leastLanes = 2;

export interface Lanes {
  /** Lane of each coding within its facet, and whether it shares it. */
  readonly of: ReadonlyMap<number, { lane: number; shared: boolean }>;
  /** Lanes of each facet, fixed for the document so that bars do not jump while it is scrolled. */
  readonly widths: Readonly<Record<Facet, number>>;
}
/** Gives each coding a lane: greedily by start, then length. Bars less than a line (`slack` units) apart would touch, so they count as overlapping. */
export function lanesOf(passages: readonly ShownPassage[], slack: number): Lanes {
  const of = new Map<number, { lane: number; shared: boolean }>();
  const ends = Object.fromEntries(facets.map((facet) => [facet, [] as number[]])) as Record<Facet, number[]>;
  for (const { start, end, codings } of passages) {
    for (const { id, facet, mirrored } of codings) {
      if (mirrored) continue;
      const taken = ends[facet];
      let lane = taken.findIndex((reached) => reached + slack <= start);
      if (lane < 0) lane = taken.length;
      const shared = lane >= laneCap;
      lane = Math.min(lane, laneCap - 1);
      taken[lane] = Math.max(taken[lane] ?? 0, end);
      of.set(id, { lane, shared });
    }
  }
  const widths = Object.fromEntries(facets.map((facet) => [facet, Math.max(leastLanes, ends[facet].length)])) as Record<Facet, number>;
  return { of, widths };
}
