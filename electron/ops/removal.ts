import type { Row, Subject } from '../../shared/model/schema.ts';
import { entriesWithCodes, removeLinksOfPassages, renameCodes } from './conflictLinks.ts';
import type { Reader, Writer } from './operation.ts';

/** What goes when its last hold goes: memos with what they are about, passages with their last coding. All of it comes back on undo. */

const list = (ids: readonly number[]) => JSON.stringify(ids);
const idsOf = (project: Reader, sql: string, ids: readonly number[]) => project.query<{ id: number }>(sql, list(ids)).map((row) => row.id);
const memosAbout = (project: Reader, about: Subject, targets: readonly number[]) =>
  project.query<{ id: number }>('SELECT id FROM memos WHERE about = ? AND target IN (SELECT value FROM json_each(?))', about, list(targets)).map((row) => row.id);
const removeMemosAbout = (project: Writer, about: Subject, targets: readonly number[]) => project.remove('memos', memosAbout(project, about, targets));

export function removeCodings(project: Writer, codings: readonly number[]): void {
  const passages = idsOf(project, 'SELECT DISTINCT passage AS id FROM codings WHERE id IN (SELECT value FROM json_each(?))', codings);
  removeMemosAbout(project, 'codings', codings);
  project.remove('codings', codings);
  removeEmptyPassages(project, passages);
}

/** Removes those of the passages that carry neither a coding nor a memo, and that no conflict of the register rests on. */
export function removeEmptyPassages(project: Writer, passages: readonly number[]): void {
  project.remove('passages', idsOf(project, `SELECT id FROM passages WHERE id IN (SELECT value FROM json_each(?))
    AND id NOT IN (SELECT passage FROM codings) AND id NOT IN (SELECT target FROM memos WHERE about = 'passages') AND id NOT IN (SELECT passage FROM conflictPassages)`, passages));
}

export function removePassages(project: Writer, passages: readonly number[]): void {
  const codings = idsOf(project, 'SELECT id FROM codings WHERE passage IN (SELECT value FROM json_each(?))', passages);
  removeMemosAbout(project, 'codings', codings);
  project.remove('codings', codings);
  removeMemosAbout(project, 'passages', passages);
  removeLinksOfPassages(project, passages);
  project.remove('passages', passages);
}

/** Rows that pointed at what goes point at nothing from now on. */
export function letGo<T extends 'respondents' | 'surveys'>(project: Writer, table: T, column: T extends 'surveys' ? 'attribute' : 'participant' | 'document', gone: readonly number[]): void {
  for (const row of idsOf(project, `SELECT id FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?))`, gone)) project.change(table, row, { [column]: null } as Partial<Row<T>>);
}

export function removeDocuments(project: Writer, documents: readonly number[]): void {
  const of = (table: string) => idsOf(project, `SELECT id FROM ${table} WHERE document IN (SELECT value FROM json_each(?))`, documents);
  removePassages(project, of('passages'));
  project.remove('turns', of('turns'));
  project.remove('attributeValues', of('attributeValues'));
  removeMemosAbout(project, 'documents', documents);
  letGo(project, 'respondents', 'document', documents);
  for (const table of ['adjudications', 'finishedDocuments'] as const) project.remove(table, of(table));
  project.remove('documents', documents);
}

/** Participants go, their turns stay without a speaker. */
export function removeParticipants(project: Writer, participants: readonly number[]): void {
  for (const turn of idsOf(project, 'SELECT id FROM turns WHERE participant IN (SELECT value FROM json_each(?))', participants)) project.change('turns', turn, { participant: null });
  project.remove('attributeValues', idsOf(project, 'SELECT id FROM attributeValues WHERE participant IN (SELECT value FROM json_each(?))', participants));
  for (const referred of idsOf(project, 'SELECT id FROM participants WHERE referredBy IN (SELECT value FROM json_each(?))', participants)) project.change('participants', referred, { referredBy: null });
  letGo(project, 'respondents', 'participant', participants);
  removeMemosAbout(project, 'participants', participants);
  project.remove('participants', participants);
}

/** Codes go with their codings; where one was a party to a conflict, that coding, or that entry of the register, stays without this party. */
export function removeCodes(project: Writer, codes: readonly number[]): void {
  removeCodings(project, idsOf(project, 'SELECT id FROM codings WHERE code IN (SELECT value FROM json_each(?))', codes));
  for (const side of ['party', 'counterparty'] as const)
    for (const coding of idsOf(project, `SELECT id FROM codings WHERE ${side} IN (SELECT value FROM json_each(?))`, codes)) project.change('codings', coding, { [side]: null });
  renameCodes(project, codes, null);
  removeMemosAbout(project, 'codes', codes);
  project.remove('codeSetMembers', idsOf(project, 'SELECT id FROM codeSetMembers WHERE code IN (SELECT value FROM json_each(?))', codes));
  project.remove('answerCodes', idsOf(project, 'SELECT id FROM answerCodes WHERE code IN (SELECT value FROM json_each(?))', codes));
  project.remove('adjudications', idsOf(project, 'SELECT id FROM adjudications WHERE code IN (SELECT value FROM json_each(?))', codes));
  // Children first: a code may not outlive its parent.
  project.remove('codes', codes.toReversed());
}

/** How much goes along with these codes; where only one `coder` is seen, how much of that coder's, and how many codings of others. */
export function whatGoesAlong(project: Reader, codes: readonly number[], coder: number | null = null) {
  const ids = list(codes);
  const count = (sql: string) => project.one<{ n: number }>(`${sql} code IN (SELECT value FROM json_each(?)) AND (? IS NULL OR codings.coder = ?)`, ids, coder, coder)!.n;
  return {
    codes: codes.length,
    codings: count('SELECT count(*) AS n FROM codings WHERE'),
    documents: count('SELECT count(DISTINCT document) AS n FROM passages JOIN codings ON codings.passage = passages.id WHERE'),
    memos: memosAbout(project, 'codes', codes).length + count("SELECT count(*) AS n FROM memos JOIN codings ON codings.id = target WHERE about = 'codings' AND"),
    /** Entries of the conflict register that name one of them, and do so no more. */
    register: entriesWithCodes(project, codes),
    /** Codings of others that go too. */
    hidden: coder === null ? 0 : project.one<{ n: number }>('SELECT count(*) AS n FROM codings WHERE code IN (SELECT value FROM json_each(?)) AND coder <> ?', ids, coder)!.n,
  };
}
