import type { InputOf } from '../../../electron/ops/index.ts';
import { facets, type Facet, type ScaleStep } from '../../../shared/model/schema.ts';
import { nameKey, normaliseName } from '../../../shared/model/text.ts';

export type Choice = InputOf<'coding.apply'>['codes'][number];
/** What is said of a code on a passage besides that it is there. */
export interface Said { readonly rating?: number; readonly party?: number | null; readonly counterparty?: number | null }
export interface Parties { readonly party: number | null; readonly counterparty: number | null }
/** A code that goes onto the passage, one that is there or one that is made along with it. */
export interface Taken { readonly id: string; readonly choice: Choice; readonly facet: Facet; readonly name: string; readonly colour?: string; readonly scale: readonly ScaleStep[] }

/** The facets that make a triple; a theme may come along, but nothing is missing without it. */
export const tripleFacets = facets.filter((facet) => facet !== 'theme');
/** What a passage lacks of its triple; nothing where none of it was begun. */
export function missingFacets(there: Iterable<Facet>): Facet[] {
  const known = new Set(there);
  return tripleFacets.some((facet) => known.has(facet)) ? tripleFacets.filter((facet) => !known.has(facet)) : [];
}

/** The scale of a dimension that has none of its own. */
export const usualScale: readonly ScaleStep[] = [-2, -1, 0, 1, 2].map((value) => ({ value, anchor: '' }));
export const stepsOf = (scale: readonly ScaleStep[]): readonly ScaleStep[] => (scale.length > 0 ? scale : usualScale);
export const shownRating = (value: number): string => (value > 0 ? `+${value}` : String(value).replace('-', '−'));

type Coding = { readonly code: number; readonly party: number | null; readonly counterparty: number | null; readonly changed: number };
/**
 * Who clashes with whom unless it is said: the speaker's own group against the stakeholder at hand, else the two
 * stakeholders at hand, else the parties that this conflict had last, else the speaker's own group against nobody yet.
 */
export function likelyParties({ speaking, stakeholders, conflict, codings }: { speaking: number | null; stakeholders: readonly number[]; conflict: number | null; codings: readonly Coding[] }): Parties {
  const [party, counterparty] = [...new Set([...(speaking === null ? [] : [speaking]), ...stakeholders])];
  if (party !== undefined && counterparty !== undefined) return { party, counterparty };
  const last = codings.filter((coding) => coding.code === conflict && (coding.party !== null || coding.counterparty !== null)).toSorted((a, b) => b.changed - a.changed)[0];
  return last ? { party: last.party, counterparty: last.counterparty } : { party: speaking, counterparty: null };
}
/** The stakeholder code that is called as the speaker's group, or as the speaker. */
export function stakeholderNamed(codes: readonly { readonly id: number; readonly facet: Facet; readonly name: string }[], names: readonly string[]): number | null {
  for (const name of names.map(nameKey).filter(Boolean)) {
    const found = codes.find((code) => code.facet === 'stakeholder' && nameKey(code.name) === name);
    if (found) return found.id;
  }
  return null;
}

/** Codes in the order in which they were applied, newest first. */
export const newestFirst = (recent: readonly number[], applied: readonly number[]): number[] => [...new Set([...applied.toReversed(), ...recent])].slice(0, 20);
/**
 * The codes of the digits 1 to 9. A code keeps its digit as long as it is among the nine applied last, so that a hand
 * may learn it; a new one takes a free digit, else that of the code that was not applied for the longest time.
 */
export function digitsAfter(digits: readonly number[], recent: readonly number[], applied: readonly number[]): number[] {
  const after = [...digits];
  const age = (code: number) => (applied.includes(code) ? -1 : recent.includes(code) ? recent.indexOf(code) : Infinity);
  for (const code of new Set(applied)) {
    if (after.includes(code)) continue;
    if (after.length < 9) after.push(code);
    else {
      const oldest = after.reduce((place, each, index) => (age(each) > age(after[place]!) ? index : place), 0);
      after[oldest] = code;
    }
  }
  return after;
}
/** The codes that a coder applied last in a document, for the first digits of a day. */
export const lastApplied = (codings: readonly { readonly code: number; readonly coder: number; readonly created: number; readonly id: number }[], coder: number | undefined): number[] =>
  [...new Set(codings.filter((coding) => coding.coder === coder).toSorted((a, b) => b.created - a.created || b.id - a.id).map((coding) => coding.code))].slice(0, 9);
/** Pinned codes on their digits, the others on those that are left, in their order. */
export function withPinned(pinned: readonly (number | null)[], others: readonly number[]): (number | null)[] {
  const rest = others.filter((code) => !pinned.includes(code));
  return Array.from({ length: 9 }, (_, place) => pinned[place] ?? rest.shift() ?? null);
}
/** The words themselves as a name: on one line, at most 80 UTF-16 units, cut between words where they are longer. */
export function nameInVivo(words: string): string {
  const name = normaliseName(words);
  if (name.length <= 80) return name;
  const cut = name.slice(0, 79);
  const blank = cut.lastIndexOf(' ');
  return `${(blank > 40 ? cut.slice(0, blank) : [...new Intl.Segmenter().segment(cut)].slice(0, -1).map(({ segment }) => segment).join('')).trimEnd()}…`;
}
type Coded = { readonly passage: number; readonly code: number; readonly coder: number };
/** Passages on which a coder began a triple and left a facet of it out. */
export function halfCodedPassages(codings: readonly Coded[], facetOf: ReadonlyMap<number, Facet>, coder: number | undefined): ReadonlySet<number> {
  const facets = new Map<number, Set<Facet>>();
  for (const coding of codings) {
    const facet = facetOf.get(coding.code);
    if (coding.coder !== coder || facet === undefined) continue;
    const there = facets.get(coding.passage);
    if (there) there.add(facet);
    else facets.set(coding.passage, new Set([facet]));
  }
  return new Set([...facets].filter(([, there]) => missingFacets(there).length > 0).map(([passage]) => passage));
}
