import type { Reader } from './operation.ts';

/** The layer that the team agreed on, by its number among the coders; null while nothing was decided. */
export const consensusOf = (project: Reader): number | null => project.derive('consensus', () => ({ id: project.query<{ id: number }>("SELECT id FROM coders WHERE layer = 'consensus'")[0]?.id ?? null })).id;

/** Whose codings count: those of the one coder (or layer) that is asked for, else those of all people; the consensus says the same once more. */
export function countedCoders(project: Reader, coder?: number | null): (who: number) => boolean {
  if (coder !== undefined && coder !== null) return (who) => who === coder;
  const consensus = consensusOf(project);
  return consensus === null ? () => true : (who) => who !== consensus;
}
/** The same in SQL, of a column that says who coded: binds the coder twice, null for all people. */
export const countedInSql = (column = 'coder'): string => `iif(? IS NULL, ${column} NOT IN (SELECT id FROM coders WHERE layer = 'consensus'), ${column} = ?)`;
