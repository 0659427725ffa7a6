import { facts, type Facts } from './facts.ts';
import { judgements, type Judgements } from './judgements.ts';
import { consensusOf, countedCoders } from './layers.ts';
import type { Reader } from './operation.ts';

/** The coded passages of a study as columns of numbers, in the order of documents and text: what queries are asked of. */
export interface Ground {
  readonly size: number;
  /** By place in this order: number of the passage, its document, its span; its index in `facts.passages`. */
  readonly id: Int32Array; readonly document: Int32Array; readonly start: Int32Array; readonly end: Int32Array; readonly index: Int32Array;
  /** The codings of the passage at `place` are `codings` from `first[place]` up to `first[place + 1]`: indexes into `facts.codings`. */
  readonly first: Int32Array; readonly codings: Int32Array;
  /** The stretch of places of each document, in order: [from, to). */
  readonly documents: readonly { readonly id: number; readonly name: string; readonly from: number; readonly to: number }[];
  readonly facts: Facts;
  readonly judged: Judgements;
}

const order = new Intl.Collator('zh', { numeric: true });

/** Of all people's codings, or of one's alone (0: nobody's), as if there were no others: what a person sees who codes blind. */
export const groundOf = (project: Reader, coder?: number): Ground => project.derive(`queryGround/${coder ?? ''}`, () => makeGround(project, countedCoders(project, coder)));
/** Of everybody's, with the layer that the team agreed on. */
export const wholeGround = (project: Reader): Ground => (consensusOf(project) === null ? groundOf(project) : project.derive('queryGround/everybody', () => makeGround(project, () => true)));

function makeGround(project: Reader, counts: (coder: number) => boolean): Ground {
  const all = facts(project);
  const { codings, passages } = all;
  const isThere = (coding: number) => codings.code[coding] !== 0 && counts(codings.coder[coding]!);
  const count = new Int32Array(passages.id.length);
  for (let coding = 0; coding < codings.id.length; coding++) if (isThere(coding)) count[codings.passage[coding]!]!++;
  const named = project.query<{ id: number; name: string }>('SELECT id, name FROM documents').toSorted((a, b) => order.compare(a.name, b.name) || a.id - b.id);
  const rank = new Map(named.map(({ id }, index) => [id, index]));
  const inDocument: number[][] = named.map(() => []);
  for (let passage = 0; passage < count.length; passage++) if (count[passage]! > 0 && !passages.gone.has(passage)) inDocument[rank.get(passages.document[passage]!)!]!.push(passage);
  // Nearly in order already, each of them: sorting all at once would cost ten times as much.
  for (const inside of inDocument) inside.sort((a, b) => passages.start[a]! - passages.start[b]! || passages.end[a]! - passages.end[b]! || passages.id[a]! - passages.id[b]!);
  const coded = inDocument.flat();
  const column = (of: readonly number[]) => {
    const values = new Int32Array(coded.length);
    for (let place = 0; place < values.length; place++) values[place] = of[coded[place]!]!;
    return values;
  };
  const first = new Int32Array(coded.length + 1);
  const placeOf = new Int32Array(count.length).fill(-1);
  coded.forEach((passage, place) => { placeOf[passage] = place; first[place + 1] = first[place]! + count[passage]!; });
  const next = first.slice();
  const inOrder = new Int32Array(first[coded.length]!);
  for (let coding = 0; coding < codings.id.length; coding++) {
    const place = isThere(coding) ? placeOf[codings.passage[coding]!]! : -1;
    if (place >= 0) inOrder[next[place]!++] = coding;
  }
  const document = column(passages.document);
  const documents: { id: number; name: string; from: number; to: number }[] = [];
  for (let place = 0; place < coded.length; place++) {
    const known = documents.at(-1);
    if (known && known.id === document[place]) known.to = place + 1;
    else documents.push({ id: document[place]!, name: named[rank.get(document[place]!)!]!.name, from: place, to: place + 1 });
  }
  return { size: coded.length, id: column(passages.id), document, start: column(passages.start), end: column(passages.end), index: new Int32Array(coded), first, codings: inOrder, documents, facts: all, get judged() { return judgements(project); } };
}
