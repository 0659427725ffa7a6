import type { AgreementAsked, LeftOutDocument } from '../../shared/model/agreement.ts';
import { finishedBy } from './finishing.ts';
import type { Reader } from './operation.ts';
import { wholeGround, type Ground } from './queryGround.ts';

/** The documents that count, with who of the chosen coders worked on each: bits by their place. */
export interface Scope {
  readonly coders: readonly number[];
  readonly documents: readonly { readonly id: number; readonly name: string; readonly present: number }[];
  /** Index into `documents` by a document's number; -1 where it does not count. */
  readonly indexOf: Int32Array;
  readonly leftOut: readonly LeftOutDocument[];
  readonly ground: Ground;
}
const order = new Intl.Collator('zh', { numeric: true });

/** Who coded anything at all in each document, or said that she is through with it: who read and found nothing worked on it too. */
function presenceOf(project: Reader, ground: Ground, coders: readonly number[]): Int32Array {
  const { coder } = ground.facts.codings;
  const place: number[] = [];
  coders.forEach((id, index) => { place[id] = 1 << index; });
  const ids = ground.documents.map(({ id }) => id);
  const present = new Int32Array(Math.max(0, ...ids, ...project.query<{ id: number }>('SELECT max(id) AS id FROM documents').map(({ id }) => id ?? 0)) + 1);
  for (const { id, from, to } of ground.documents) {
    let bits = 0;
    for (let at = ground.first[from]!; at < ground.first[to]!; at++) bits |= place[coder[ground.codings[at]!]!] ?? 0;
    present[id] = bits;
  }
  coders.forEach((id, index) => { for (const document of finishedBy(project, id)) present[document]! |= 1 << index; });
  return present;
}

/**
 * The documents to compare coders in. Whoever never coded a document did not disagree there: by default only those count that all of them
 * worked on, with `two` those that at least two did, and who did not is missing there; with `any` whoever has nothing there has coded nothing.
 */
export function scopeOf(project: Reader, { coders, documents: chosen, worked, coder: blind }: AgreementAsked): Scope {
  for (const coder of coders) project.get('coders', coder);
  const ground = wholeGround(project);
  const present = presenceOf(project, ground, coders);
  const full = 2 ** coders.length - 1;
  const finished = blind === undefined ? null : finishedBy(project, blind);
  const wanted = chosen === undefined ? null : new Set(chosen);
  const documents: { id: number; name: string; present: number }[] = [];
  const leftOut: LeftOutDocument[] = [];
  const indexOf = new Int32Array(present.length).fill(-1);
  for (const { id, name } of project.query<{ id: number; name: string }>('SELECT id, name FROM documents').toSorted((a, b) => order.compare(a.name, b.name) || a.id - b.id)) {
    if (wanted && !wanted.has(id)) continue;
    const here = present[id]!;
    const missing = coders.filter((_, index) => (here & (1 << index)) === 0);
    const counts = worked === 'any' ? wanted !== null || here !== 0 : worked === 'two' ? coders.length - missing.length > 1 : missing.length === 0;
    if (!counts) leftOut.push({ document: id, name, why: 'notCoded', coders: missing });
    else if (finished && !finished.has(id)) leftOut.push({ document: id, name, why: 'notFinished', coders: [blind!] });
    else indexOf[id] = documents.push({ id, name, present: worked === 'two' ? here : full }) - 1;
  }
  return { coders, documents, indexOf, leftOut, ground };
}
