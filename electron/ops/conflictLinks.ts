import type { Row } from '../../shared/model/schema.ts';
import type { Reader, Writer } from './operation.ts';

/** What becomes of the register when that goes, or comes together, on which it rests. All of it comes back on undo. */

type Link = Row<'conflictPassages'>;
const ids = (numbers: readonly number[]) => JSON.stringify(numbers);
const linksWith = (project: Writer, column: 'passage' | 'point' | 'conflict', numbers: readonly number[]): Link[] =>
  project.query<{ id: number }>(`SELECT id FROM conflictPassages WHERE ${column} IN (SELECT value FROM json_each(?)) ORDER BY id`, ids(numbers)).map(({ id }) => project.get('conflictPassages', id));

/** Puts passages into an entry, or on one of its points; what stands there stays as it is. Answers how many are new. */
export function linkPassages(project: Writer, { conflict, point, side }: Pick<Link, 'conflict' | 'point' | 'side'>, passages: readonly number[]): number {
  const there = project.all('conflictPassages', { conflict });
  const sideOf = new Map(there.filter((link) => link.side !== '').map((link) => [link.passage, link.side]));
  const missing = [...new Set(passages)].filter((passage) => !there.some((link) => link.passage === passage && link.point === point));
  project.addAll('conflictPassages', missing.map((passage) => ({ conflict, passage, point, side: sideOf.get(passage) ?? side })));
  return missing.length;
}
export function removeLinksOfPassages(project: Writer, passages: readonly number[]): void {
  project.remove('conflictPassages', linksWith(project, 'passage', passages).map(({ id }) => id));
}
/** What rests on one passage rests on another from now on. */
export function giveLinks(project: Writer, from: number, into: number): void {
  const links = linksWith(project, 'passage', [from]);
  copyLinks(project, from, into);
  project.remove('conflictPassages', links.map(({ id }) => id));
}
export function copyLinks(project: Writer, from: number, into: number): void {
  for (const { conflict, point, side } of linksWith(project, 'passage', [from])) linkPassages(project, { conflict, point, side }, [into]);
}
/** Points of these numbers with what they rest on; a passage that they alone held in the entry stays in it. */
export function removePoints(project: Writer, points: readonly number[]): void {
  for (const link of linksWith(project, 'point', points)) {
    if (project.all('conflictPassages', { conflict: link.conflict, passage: link.passage }).length > 1) project.remove('conflictPassages', [link.id]);
    else project.change('conflictPassages', link.id, { point: null });
  }
  project.remove('conflictPoints', points);
}
/** Whole entries; answers with the passages that they rested on. */
export function removeEntries(project: Writer, conflicts: readonly number[]): number[] {
  const links = linksWith(project, 'conflict', conflicts);
  project.remove('conflictPassages', links.map(({ id }) => id));
  for (const conflict of conflicts) project.remove('conflictPoints', project.all('conflictPoints', { conflict }).map(({ id }) => id));
  project.remove('conflicts', conflicts);
  return [...new Set(links.map(({ passage }) => passage))];
}

/** The entries that name one of these codes, themselves or in a point, by name in the register's order: what `renameCodes` changes. */
export const entriesWithCodes = (project: Reader, codes: readonly number[]): string[] => project.query<{ name: string }>(
  `WITH these AS (SELECT value FROM json_each(?)) SELECT name FROM conflicts WHERE party IN these OR counterparty IN these OR code IN these
    OR id IN (SELECT conflict FROM conflictPoints WHERE code IN these) ORDER BY position, id`, ids(codes)).map(({ name }) => name);

/** Entries and points name another code in a code's place, or none. */
export function renameCodes(project: Writer, codes: readonly number[], into: number | null): void {
  for (const side of ['party', 'counterparty', 'code'] as const)
    for (const { id } of project.query<{ id: number }>(`SELECT id FROM conflicts WHERE ${side} IN (SELECT value FROM json_each(?))`, ids(codes))) project.change('conflicts', id, { [side]: into });
  for (const { id } of project.query<{ id: number }>('SELECT id FROM conflictPoints WHERE code IN (SELECT value FROM json_each(?))', ids(codes))) project.change('conflictPoints', id, { code: into });
}
/** Entries are not said to be made of this code any more. */
export function forgetSource(project: Writer, code: number): void {
  for (const { id } of project.all('conflicts', { code })) project.change('conflicts', id, { code: null });
}
/** Entries that name a code as a party. */
export const entriesNaming = (project: Pick<Writer, 'one'>, code: number): number => project.one<{ n: number }>('SELECT count(*) AS n FROM conflicts WHERE ? IN (party, counterparty)', code)!.n;
