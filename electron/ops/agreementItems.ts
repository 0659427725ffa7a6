import type { AgreementAsked, AgreementItem } from '../../shared/model/agreement.ts';
import { formatPath } from '../../shared/model/path.ts';
import type { Facet } from '../../shared/model/schema.ts';
import type { TableCode } from '../../shared/model/table.ts';
import type { Scope } from './agreementScope.ts';
import { codePaths, codesInOrder, type Code } from './codes.ts';
import type { Reader } from './operation.ts';

/** What the chosen coders coded in the documents that count: stretches (columns) in the order of items, documents and text. */
export interface Coded {
  readonly items: readonly AgreementItem[];
  /** Whether anybody could decide about item i: not about a code that only holds others, unless somebody used it all the same. */
  readonly counted: readonly boolean[];
  /** The stretches of item i are [first[i], first[i + 1]). */
  readonly first: Int32Array;
  /** Index into the scope's documents. */
  readonly document: Int32Array;
  /** Place among the chosen coders. */
  readonly coder: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Index into `facts.codings`; of triples -1. */
  readonly coding: Int32Array;
}

export function tableCodes(project: Reader): (code: Code) => TableCode {
  const paths = codePaths(project);
  return (code) => { const path = paths.get(code.id)!; return { id: code.id, uuid: code.uuid, path: formatPath(path), name: code.name, facet: code.facet, depth: path.length - 1, colour: code.colour }; };
}
/** The codes to compare, in the order of the codebook. */
export function codesAsked(project: Reader, { codes, facet }: Pick<AgreementAsked, 'codes' | 'facet'>): Code[] {
  const wanted = codes === undefined ? null : new Set(codes);
  return codesInOrder(project).filter((code) => (facet === undefined || code.facet === facet) && (wanted === null || wanted.has(code.id)));
}

/** Walks through the codings of the chosen coders in the order of documents and text. */
function eachCoding({ ground, coders, indexOf }: Scope, visit: (coding: number, place: number, coder: number, document: number) => void): void {
  const { coder } = ground.facts.codings;
  const placeOf: number[] = [];
  coders.forEach((id, index) => { placeOf[id] = index; });
  for (const { id, from, to } of ground.documents) {
    const document = indexOf[id]!;
    if (document < 0) continue;
    for (let place = from; place < to; place++) for (let at = ground.first[place]!; at < ground.first[place + 1]!; at++) {
      const coding = ground.codings[at]!;
      const who = placeOf[coder[coding]!];
      if (who !== undefined) visit(coding, place, who, document);
    }
  }
}

/** Stretches of each code. Gathered and counted first and put in their places then: nothing is sorted. */
export function codedByCode(project: Reader, scope: Scope, asked: AgreementAsked): Coded {
  const codes = codesAsked(project, asked);
  const toTable = tableCodes(project);
  const itemOf: number[] = [];
  codes.forEach((code, item) => { itemOf[code.id] = item; });
  const { ground } = scope;
  const { code } = ground.facts.codings;
  const first = new Int32Array(codes.length + 1);
  const found = { coding: new Int32Array(ground.codings.length), place: new Int32Array(ground.codings.length), coder: new Int32Array(ground.codings.length), document: new Int32Array(ground.codings.length), count: 0 };
  eachCoding(scope, (coding, place, coder, document) => {
    const item = itemOf[code[coding]!];
    if (item === undefined) return;
    first[item + 1]!++;
    const at = found.count++;
    found.coding[at] = coding;
    found.place[at] = place;
    found.coder[at] = coder;
    found.document[at] = document;
  });
  for (let item = 0; item < codes.length; item++) first[item + 1]! += first[item]!;
  const columns = emptyColumns(found.count);
  const next = first.slice();
  for (let index = 0; index < found.count; index++) {
    const coding = found.coding[index]!;
    const at = next[itemOf[code[coding]!]!]!++;
    columns.document[at] = found.document[index]!;
    columns.coder[at] = found.coder[index]!;
    columns.start[at] = ground.start[found.place[index]!]!;
    columns.end[at] = ground.end[found.place[index]!]!;
    columns.coding[at] = coding;
  }
  return { items: codes.map((each) => ({ key: String(each.id), label: each.name, code: toTable(each), triple: null })), counted: codes.map(({ codable }, item) => codable !== 'no' || first[item]! < first[item + 1]!), first, ...columns };
}
const emptyColumns = (size: number) => ({ document: new Int32Array(size), coder: new Int32Array(size), start: new Int32Array(size), end: new Int32Array(size), coding: new Int32Array(size).fill(-1) });

const parts = ['stakeholder', 'dimension', 'conflict'] as const satisfies readonly Facet[];
/** Stretches of each triple: what one coder says of one passage in the three facets together; where a facet is missing its part is null. */
export function codedByTriple(project: Reader, scope: Scope, asked: AgreementAsked): Coded {
  const codes = new Map(codesAsked(project, asked).map((code, rank) => [code.id, { code, rank }]));
  const toTable = tableCodes(project);
  const { code } = scope.ground.facts.codings;
  const said = new Map<string, { place: number; coder: number; document: number; codes: number[][] }>();
  eachCoding(scope, (coding, place, coder, document) => {
    const part = parts.findIndex((facet) => facet === codes.get(code[coding]!)?.code.facet);
    if (part < 0) return;
    const key = `${place}/${coder}`;
    let here = said.get(key);
    if (!here) said.set(key, (here = { place, coder, document, codes: [[], [], []] }));
    here.codes[part]!.push(code[coding]!);
  });
  const found = new Map<string, { triple: readonly (number | null)[]; at: { place: number; coder: number; document: number }[] }>();
  for (const { codes: [about = [], what = [], clash = []], ...at } of said.values()) {
    const or = (given: readonly number[]): readonly (number | null)[] => (given.length === 0 ? [null] : [...new Set(given)]);
    for (const triple of or(about).flatMap((one) => or(what).flatMap((two) => or(clash).map((three) => [one, two, three])))) {
      const key = triple.map((id) => id ?? '').join('/');
      const known = found.get(key);
      if (known) known.at.push(at);
      else found.set(key, { triple, at: [at] });
    }
  }
  // In the order of the codebook; what is missing stands behind all codes.
  const rank = (id: number | null | undefined) => (id === null || id === undefined ? Infinity : codes.get(id)!.rank);
  const inOrder = [...found].toSorted(([, a], [, b]) => { for (const part of [0, 1, 2]) { const [one, two] = [rank(a.triple[part]), rank(b.triple[part])]; if (one !== two) return one - two; } return 0; });
  const columns = emptyColumns(inOrder.reduce((sum, [, { at }]) => sum + at.length, 0));
  const first = new Int32Array(inOrder.length + 1);
  let next = 0;
  inOrder.forEach(([, { at }], item) => {
    for (const { place, coder, document } of at) {
      columns.document[next] = document;
      columns.coder[next] = coder;
      columns.start[next] = scope.ground.start[place]!;
      columns.end[next++] = scope.ground.end[place]!;
    }
    first[item + 1] = next;
  });
  const items = inOrder.map(([key, { triple }]): AgreementItem => {
    const told = triple.map((id) => (id === null ? null : toTable(codes.get(id)!.code)));
    return { key, label: told.map((each) => each?.name ?? '–').join(' × '), code: null, triple: told };
  });
  return { items, counted: items.map(() => true), first, ...columns };
}
