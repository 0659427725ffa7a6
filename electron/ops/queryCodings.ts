import { isRated, tripleFacets, type CodingPart, type LeafOf, type Reference, type TripleFacet } from '../../shared/model/query.ts';
import { codesInOrder, subtree } from './codes.ts';
import type { Reader } from './operation.ts';
import type { Ground } from './queryGround.ts';
import type { Names } from './queryNames.ts';

/** Says of a coding (an index into `facts.codings`) whether it is as asked. */
export type CodingTest = (coding: number) => boolean;

const never: CodingTest = () => false;
const together = (tests: readonly CodingTest[]): CodingTest => (tests.length === 1 ? tests[0]! : (coding) => tests.every((test) => test(coding)));

/** A test that asks nothing is left out: null. */
export function testOfPart(project: Reader, { facts, judged }: Ground, names: Names, asked: CodingPart): CodingTest | null {
  const { code, id } = facts.codings;
  const codes = codesInOrder(project);
  const tests: CodingTest[] = [];
  const among = (wanted: ReadonlySet<number>): CodingTest => {
    const mask = new Uint8Array(Math.max(0, ...codes.map((each) => each.id)) + 1);
    for (const each of wanted) mask[each] = 1;
    return (coding) => mask[code[coding]!] === 1;
  };
  if (asked.code) {
    const wanted = names.idOf(asked.code, 'codes');
    tests.push(wanted === null ? never : among(new Set(asked.subcodes ? subtree(project, wanted) : [wanted])));
  }
  if (asked.facet) tests.push(among(new Set(codes.filter(({ facet }) => facet === asked.facet).map((each) => each.id))));
  const { rating } = asked;
  if (rating) {
    const scales = new Map(codes.filter(({ facet }) => facet === 'dimension').map((each) => [each.id, each.scale]));
    tests.push((coding) => {
      const scale = scales.get(code[coding]!);
      return scale !== undefined && isRated(rating, judged.rating[id[coding]!] ?? null, scale);
    });
  }
  const side = (reference: Reference | undefined, sides: readonly ('party' | 'counterparty')[]) => {
    if (!reference) return;
    const wanted = names.idOf(reference, 'codes');
    const below = new Set(wanted === null ? [] : subtree(project, wanted));
    tests.push((coding) => sides.some((each) => below.has(judged[each][id[coding]!] ?? 0)));
  };
  side(asked.party, ['party']);
  side(asked.counterparty, ['counterparty']);
  side(asked.with, ['party', 'counterparty']);
  return tests.length === 0 ? null : together(tests);
}
type Coded = Pick<LeafOf<'coding'>, 'coders' | 'from' | 'to'>;
export function testOfCoded({ facts, judged }: Ground, names: Names, { coders, from, to }: Coded): CodingTest | null {
  const tests: CodingTest[] = [];
  if (coders) {
    const wanted = new Set(coders.map((coder) => names.idOf(coder, 'coders')));
    tests.push((coding) => wanted.has(facts.codings.coder[coding]!));
  }
  if (from !== undefined) tests.push((coding) => judged.created[facts.codings.id[coding]!]! >= from);
  if (to !== undefined) tests.push((coding) => judged.created[facts.codings.id[coding]!]! < to);
  return tests.length === 0 ? null : together(tests);
}

/** Which passages are found, and which of a found passage's codings made it so. */
export interface Found { readonly marks: Uint8Array; readonly codingsAt: (place: number) => readonly number[] }

/** The passages with a coding that passes the test. */
export function carrying(ground: Ground, test: CodingTest | null): Found {
  const marks = new Uint8Array(ground.size);
  const { first, codings } = ground;
  for (let place = 0; place < ground.size; place++)
    for (let at = first[place]!; at < first[place + 1]!; at++) if (test === null || test(codings[at]!)) { marks[place] = 1; break; }
  return { marks, codingsAt: (place) => codingsOf(ground, place).filter((coding) => test === null || test(coding)) };
}
export const codingsOf = ({ first, codings }: Ground, place: number): number[] => Array.from(codings.subarray(first[place]!, first[place + 1]!));

/** What each coder says of one passage, as bits: those of `bitsOf` of all of the coder's codings there. */
function saidBy(ground: Ground, place: number, bitsOf: (coding: number) => number, said: Map<number, number>): void {
  const { coder } = ground.facts.codings;
  said.clear();
  for (let at = ground.first[place]!; at < ground.first[place + 1]!; at++) {
    const coding = ground.codings[at]!;
    const bits = bitsOf(coding);
    if (bits !== 0) said.set(coder[coding]!, (said.get(coder[coding]!) ?? 0) | bits);
  }
}
/** The passages where the codings of some coder together are as `isFull` says of their bits; of those coders, the codings with bits. */
function agreed(ground: Ground, bitsOf: (coding: number) => number, isFull: (bits: number) => boolean): Found {
  const marks = new Uint8Array(ground.size);
  const said = new Map<number, number>();
  for (let place = 0; place < ground.size; place++) {
    saidBy(ground, place, bitsOf, said);
    for (const bits of said.values()) if (isFull(bits)) { marks[place] = 1; break; }
  }
  return {
    marks,
    codingsAt(place) {
      saidBy(ground, place, bitsOf, said);
      const full = new Set([...said].filter(([, bits]) => isFull(bits)).map(([coder]) => coder));
      return codingsOf(ground, place).filter((coding) => full.has(ground.facts.codings.coder[coding]!) && bitsOf(coding) !== 0);
    },
  };
}

export function tripleFound(project: Reader, ground: Ground, names: Names, asked: LeafOf<'triple'>): Found {
  const coded = testOfCoded(ground, names, asked);
  const parts = tripleFacets.flatMap((facet) => (asked[facet] ? [testOfPart(project, ground, names, { ...asked[facet], facet })!] : []));
  if (parts.length === 0) return carrying(ground, coded);
  const all = 2 ** parts.length - 1;
  const bitsOf = (coding: number) => (coded && !coded(coding) ? 0 : parts.reduce((bits, test, part) => (test(coding) ? bits | (1 << part) : bits), 0));
  return agreed(ground, bitsOf, (bits) => bits === all);
}

export function halfCoded(project: Reader, ground: Ground, { missing }: LeafOf<'halfCoded'>): Found {
  const bits: number[] = [];
  for (const { id, facet } of codesInOrder(project)) bits[id] = facet === 'theme' ? 0 : 1 << tripleFacets.indexOf(facet);
  const gap = missing === undefined ? 0 : 1 << tripleFacets.indexOf(missing);
  return agreed(ground, (coding) => bits[ground.facts.codings.code[coding]!] ?? 0, (said) => said !== 0b111 && (said & gap) === 0);
}

/**
 * The codings that would complete a triple of which one part is still open: those of that part's facet by a coder who says all
 * the rest here. A mask over `facts.codings`.
 */
export function completing(project: Reader, ground: Ground, names: Names, asked: LeafOf<'triple'>, facet: TripleFacet): Uint8Array {
  const mask = new Uint8Array(ground.facts.codings.id.length);
  const coded = testOfCoded(ground, names, asked);
  const rest = tripleFacets.flatMap((each) => (asked[each] && each !== facet ? [testOfPart(project, ground, names, { ...asked[each], facet: each })!] : []));
  const { code: _code, subcodes: _subcodes, ...judged } = asked[facet] ?? { subcodes: true };
  const open = testOfPart(project, ground, names, { ...judged, subcodes: true, facet })!;
  const all = 2 ** rest.length - 1;
  const said = new Map<number, number>();
  const isCoded = (coding: number) => !coded || coded(coding);
  for (let place = 0; place < ground.size; place++) {
    saidBy(ground, place, (coding) => (isCoded(coding) ? rest.reduce((bits, test, part) => (test(coding) ? bits | (1 << part) : bits), 0) : 0), said);
    for (let at = ground.first[place]!; at < ground.first[place + 1]!; at++) {
      const coding = ground.codings[at]!;
      if ((said.get(ground.facts.codings.coder[coding]!) ?? 0) === all && isCoded(coding) && open(coding)) mask[coding] = 1;
    }
  }
  return mask;
}
