import { z } from 'zod';
import { matrixCounts, type ConflictComparison, type ConflictMatrix, type MatrixDifference } from '../../shared/model/conflicts.ts';
import { comparedArms } from '../../shared/model/ratingDifferences.ts';
import { shareDifference } from '../../shared/statistics/proportions.ts';
import { conflictMatrix, matrixAsked } from './conflictMatrix.ts';
import { groupingBy } from './groups.ts';
import { query } from './operation.ts';

const { within: _within, ...asked } = matrixAsked;
export const comparisonAsked = { ...asked, /** An attribute of participants or documents ('documents:NAME'): a matrix for each of its values. */ split: z.string().min(1) };

/** How a cell differs between two sides: people as shares of those interviewed in the group, with Newcombe's interval; passages as numbers. */
function differenceOf([first, second]: readonly [ConflictMatrix, ConflictMatrix], row: number, column: number): MatrixDifference | null {
  const [one, other] = [first.cells[row]![column]!, second.cells[row]![column]!];
  if (one === null || other === null) return null;
  if (first.count === 'passages') return { value: one - other, interval: null };
  const found = shareDifference([one, first.rows[row]!.n], [other, second.rows[row]!.n]);
  return found && { value: found.value, interval: { low: found.low, high: found.high } };
}

export const conflictComparison = query({
  /** Who says it against whom on each side of a comparison, all with the same rows and columns; and how two sides differ. Problem `no-such-attribute`. */
  input: z.strictObject({ ...comparisonAsked, count: z.enum(matrixCounts).default('participants'), least: z.int().min(1).max(10_000).optional() }),
  run(project, { split, ...given }): ConflictComparison {
    const { by: name, groups, decides } = groupingBy(project, split, 'interviewees');
    const by = `${decides === 'speakers' ? 'participants' : 'documents'}:${name}`;
    const sides = groups.map(({ key, label }) => ({ key, label, matrix: conflictMatrix.run(project, { ...given, within: { attribute: by, value: key } }, undefined) as ConflictMatrix }));
    const compared = comparedArms(sides);
    const two = compared && ([sides[compared[0]]!.matrix, sides[compared[1]]!.matrix] as const);
    return { split: by, sides, compared, differences: two && two[0].rows.map((_, row) => two[0].columns.map((__, column) => differenceOf(two, row, column))) };
  },
});
