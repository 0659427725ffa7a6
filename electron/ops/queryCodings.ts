import { isRated, tripleFacets, type CodingPart, type LeafOf, type Reference, type TripleFacet } from '../../shared/model/query.ts';
import { membersOf } from './codeSets.ts';
import { codesInOrder, subtree } from './codes.ts';
import type { Reader } from './operation.ts';
import type { Ground } from './queryGround.ts';
import type { Names } from './queryNames.ts';

/** Says of each coding (by its index into `facts.codings`) whether it is as asked. */
export type CodingMask = Uint8Array;

/** Takes out of a mask what does not pass: one test after the other for all codings, which is many times faster than all tests for one coding after the other. */
function narrow(mask: CodingMask, passes: (coding: number) => boolean): void {
  for (let coding = 0; coding < mask.length; coding++) if (mask[coding] === 1 && !passes(coding)) mask[coding] = 0;
}
/** Narrows a mask to the codings that are all of what a part asks. */
export function narrowToPart(mask: CodingMask, project: Reader, { facts, judged }: Ground, names: Names, asked: CodingPart): CodingMask {
  const { code, id } = facts.codings;
  const codes = codesInOrder(project);
  const toCodes = (wanted: Iterable<number>) => {
    const isWanted = new Uint8Array(Math.max(0, ...codes.map((each) => each.id)) + 1);
    for (const each of wanted) isWanted[each] = 1;
    narrow(mask, (coding) => isWanted[code[coding]!] === 1);
  };
  if (asked.code) {
    const wanted = names.idOf(asked.code, 'codes');
    toCodes(wanted === null ? [] : asked.subcodes ? subtree(project, wanted) : [wanted]);
  }
  if (asked.set) {
    const wanted = names.idOf(asked.set, 'codeSets');
    const members = wanted === null ? [] : [...membersOf(project, wanted)];
    toCodes(asked.subcodes ? members.flatMap((member) => subtree(project, member)) : members);
  }
  if (asked.facet) toCodes(codes.filter(({ facet }) => facet === asked.facet).map((each) => each.id));
  const { rating } = asked;
  if (rating) {
    const scales = new Map(codes.filter(({ facet }) => facet === 'dimension').map((each) => [each.id, each.scale]));
    narrow(mask, (coding) => {
      const scale = scales.get(code[coding]!);
      return scale !== undefined && isRated(rating, judged.rating[id[coding]!] ?? null, scale);
    });
  }
  const toSide = (reference: Reference | undefined, sides: readonly ('party' | 'counterparty')[]) => {
    if (!reference) return;
    const wanted = names.idOf(reference, 'codes');
    const below = new Set(wanted === null ? [] : subtree(project, wanted));
    narrow(mask, (coding) => sides.some((each) => below.has(judged[each][id[coding]!] ?? 0)));
  };
  toSide(asked.party, ['party']);
  toSide(asked.counterparty, ['counterparty']);
  toSide(asked.with, ['party', 'counterparty']);
  return mask;
}
type Coded = Pick<LeafOf<'coding'>, 'coders' | 'from' | 'to'>;
/** The codings by one of these coders, at that time. */
export function maskOfCoded({ facts, judged }: Ground, names: Names, { coders, from, to }: Coded): CodingMask {
  const { coder, id } = facts.codings;
  const mask = new Uint8Array(id.length).fill(1);
  if (coders) {
    const wanted = new Set(coders.map((each) => names.idOf(each, 'coders')));
    narrow(mask, (coding) => wanted.has(coder[coding]!));
  }
  if (from !== undefined) narrow(mask, (coding) => judged.created[id[coding]!]! >= from);
  if (to !== undefined) narrow(mask, (coding) => judged.created[id[coding]!]! < to);
  return mask;
}

/** Which passages are found, and which of a found passage's codings made it so. */
export interface Found { readonly marks: Uint8Array; readonly codingsAt: (place: number) => readonly number[] }
/** Marks of the only passages that are asked about; null: all. */
export type Among = Uint8Array | null;

/** The passages with a coding of the mask. */
export function carrying(ground: Ground, mask: CodingMask, among: Among): Found {
  const marks = new Uint8Array(ground.size);
  const { first, codings } = ground;
  for (let place = 0; place < ground.size; place++) {
    if (among && among[place] === 0) continue;
    for (let at = first[place]!; at < first[place + 1]!; at++) if (mask[codings[at]!] === 1) { marks[place] = 1; break; }
  }
  return { marks, codingsAt: (place) => codingsOf(ground, place).filter((coding) => mask[coding] === 1) };
}
export const codingsOf = ({ first, codings }: Ground, place: number): number[] => Array.from(codings.subarray(first[place]!, first[place + 1]!));

/** What each coder says of one passage, as bits: those of all of the coder's codings there together. Who says nothing is left out. */
function saidBy(ground: Ground, place: number, bits: Uint8Array, said: Map<number, number>): void {
  const { coder } = ground.facts.codings;
  said.clear();
  for (let at = ground.first[place]!; at < ground.first[place + 1]!; at++) {
    const coding = ground.codings[at]!;
    if (bits[coding] !== 0) said.set(coder[coding]!, (said.get(coder[coding]!) ?? 0) | bits[coding]!);
  }
}
/** The passages where the codings of some coder together are as `isFull` says of their bits (by coding); of those coders, the codings with bits. */
function agreed(ground: Ground, bits: Uint8Array, isFull: (bits: number) => boolean, among: Among): Found {
  const marks = new Uint8Array(ground.size);
  const said = new Map<number, number>();
  const { first, codings } = ground;
  for (let place = 0; place < ground.size; place++) {
    if (among && among[place] === 0) continue;
    if (first[place + 1]! - first[place]! === 1) {
      // Most passages carry one coding: nothing is to be put together there.
      const only = bits[codings[first[place]!]!]!;
      if (only !== 0 && isFull(only)) marks[place] = 1;
      continue;
    }
    saidBy(ground, place, bits, said);
    for (const each of said.values()) if (isFull(each)) { marks[place] = 1; break; }
  }
  return {
    marks,
    codingsAt(place) {
      saidBy(ground, place, bits, said);
      const full = new Set([...said].filter(([, each]) => isFull(each)).map(([coder]) => coder));
      return codingsOf(ground, place).filter((coding) => full.has(ground.facts.codings.coder[coding]!) && bits[coding] !== 0);
    },
  };
}
/** By coding: a bit for each of the masks that it is in. */
function bitsOf(masks: readonly CodingMask[], length: number): Uint8Array {
  const bits = new Uint8Array(length);
  masks.forEach((mask, part) => { for (let coding = 0; coding < length; coding++) bits[coding]! |= mask[coding]! << part; });
  return bits;
}

export function tripleFound(project: Reader, ground: Ground, names: Names, asked: LeafOf<'triple'>, among: Among): Found {
  const coded = maskOfCoded(ground, names, asked);
  const parts = tripleFacets.flatMap((facet) => (asked[facet] ? [narrowToPart(coded.slice(), project, ground, names, { ...asked[facet], facet })] : []));
  if (parts.length === 0) return carrying(ground, coded, among);
  const all = 2 ** parts.length - 1;
  return agreed(ground, bitsOf(parts, coded.length), (bits) => bits === all, among);
}

export function halfCoded(project: Reader, ground: Ground, { missing }: LeafOf<'halfCoded'>, among: Among): Found {
  const ofCode: number[] = [];
  for (const { id, facet } of codesInOrder(project)) ofCode[id] = facet === 'theme' ? 0 : 1 << tripleFacets.indexOf(facet);
  const { code } = ground.facts.codings;
  const bits = new Uint8Array(code.length);
  for (let coding = 0; coding < bits.length; coding++) bits[coding] = ofCode[code[coding]!] ?? 0;
  const gap = missing === undefined ? 0 : 1 << tripleFacets.indexOf(missing);
  return agreed(ground, bits, (said) => said !== 0b111 && (said & gap) === 0, among);
}

/**
 * The codings that would complete a triple of which one part is still open: those of that part's facet by a coder who says all
 * the rest here. A mask over `facts.codings`.
 */
export function completing(project: Reader, ground: Ground, names: Names, asked: LeafOf<'triple'>, facet: TripleFacet): CodingMask {
  const coded = maskOfCoded(ground, names, asked);
  const rest = tripleFacets.flatMap((each) => (asked[each] && each !== facet ? [narrowToPart(coded.slice(), project, ground, names, { ...asked[each], facet: each })] : []));
  const { code: _code, set: _set, subcodes: _subcodes, ...judged } = asked[facet] ?? { subcodes: true };
  const open = narrowToPart(coded, project, ground, names, { ...judged, subcodes: true, facet });
  const bits = bitsOf(rest, open.length);
  const all = 2 ** rest.length - 1;
  const mask = new Uint8Array(open.length);
  const said = new Map<number, number>();
  for (let place = 0; place < ground.size; place++) {
    saidBy(ground, place, bits, said);
    for (let at = ground.first[place]!; at < ground.first[place + 1]!; at++) {
      const coding = ground.codings[at]!;
      if (open[coding] === 1 && (said.get(ground.facts.codings.coder[coding]!) ?? 0) === all) mask[coding] = 1;
    }
  }
  return mask;
}
