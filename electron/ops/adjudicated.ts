import { adjudicationBasis, type AdjudicationBasis, type Decision } from '../../shared/model/agreement.ts';
import type { Row } from '../../shared/model/schema.ts';
import { diffText, shift } from '../../shared/model/span.ts';
import type { Reader } from './operation.ts';

/** A decision as it is kept, with what it was about. */
export interface Adjudicated { readonly row: Row<'adjudications'>; readonly basis: AdjudicationBasis }
/** Decisions of these documents and codes, oldest first. What this program cannot read is left alone. */
export function adjudicationsOf(project: Reader, where: { readonly document?: number; readonly code?: number } = {}): Adjudicated[] {
  return project.all('adjudications', where).flatMap((row) => { const basis = adjudicationBasis.safeParse(row.basis); return basis.success ? [{ row, basis: basis.data }] : []; });
}

const uuids = (project: Reader, table: 'coders' | 'codes', ids: readonly (number | null)[]): (string | null)[] => ids.map((id) => (id === null ? null : project.get(table, id).uuid));
/** Originals as they are now: what a decision is about. Places are counted from the first of them. Null where one of them is gone. */
export function basisOf(project: Reader, document: number, coders: readonly number[], codings: readonly number[]): AdjudicationBasis | null {
  const rows = codings.map((coding) => project.find('codings', coding));
  if (rows.some((row) => row === null)) return null;
  const placed = (rows as Row<'codings'>[]).map((row) => ({ row, passage: project.get('passages', row.passage) }));
  const [start, end] = [Math.min(...placed.map(({ passage }) => passage.start)), Math.max(...placed.map(({ passage }) => passage.end))];
  return {
    coders: uuids(project, 'coders', coders).map(String).toSorted(),
    text: placed.length === 0 ? '' : project.get('documents', document).text.slice(start, end),
    codings: placed.map(({ row, passage }) => {
      const [party, counterparty] = uuids(project, 'codes', [row.party, row.counterparty]);
      return { coding: row.uuid, coder: project.get('coders', row.coder).uuid, start: passage.start - start, end: passage.end - start, rating: row.rating, party: party!, counterparty: counterparty! };
    }).toSorted((a, b) => (a.coding < b.coding ? -1 : 1)),
    made: [],
  };
}
/** Whether the originals are still as they were when it was decided. Editing the words changes no original: its places move along. */
export function holds(then: AdjudicationBasis, now: AdjudicationBasis): boolean {
  if (then.coders.join() !== now.coders.join() || then.codings.length !== now.codings.length) return false;
  const edit = diffText(then.text, now.text);
  return then.codings.every((coding, index) => {
    const other = now.codings[index]!;
    const { start, end } = edit ? shift(coding, edit) : coding;
    return coding.coding === other.coding && coding.coder === other.coder && start === other.start && end === other.end && coding.rating === other.rating && coding.party === other.party && coding.counterparty === other.counterparty;
  });
}
export const decisionOf = ({ row: { id, verdict, taken, note, coder, created } }: Adjudicated, outdated: boolean): Decision => ({ id, verdict, taken, note, coder, created, outdated });

/** Finds the decisions that were about a coding, by its number. */
export function decidedAbout(project: Reader, all: readonly Adjudicated[]): ReadonlyMap<number, readonly Adjudicated[]> {
  const known = new Map(project.query<{ id: number; uuid: string }>('SELECT id, uuid FROM codings WHERE uuid IN (SELECT value FROM json_each(?))', JSON.stringify(all.flatMap(({ basis }) => basis.codings.map(({ coding }) => coding)))).map(({ id, uuid }) => [uuid, id]));
  const found = new Map<number, Adjudicated[]>();
  for (const each of all) for (const { coding } of each.basis.codings) {
    const id = known.get(coding);
    if (id === undefined) continue;
    const there = found.get(id);
    if (there) there.push(each); else found.set(id, [each]);
  }
  return found;
}
