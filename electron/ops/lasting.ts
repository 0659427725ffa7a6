import { Problem } from '../../shared/model/problem.ts';
import { reportPart } from '../../shared/model/report.ts';
import { exhibits } from './exhibits.ts';
import type { Reader } from './operation.ts';

/** What is asked of an analysis as it is kept: without numbers that only this file knows. What cannot be asked here, or is of no known kind, stays as it is. */
export function lastingAsked(project: Reader, kind: string, asked: unknown): unknown {
  const found = exhibits.find(({ id }) => id === kind);
  const parsed = found?.input.safeParse(asked);
  if (!found?.lasting || !parsed?.success) return asked;
  try { return found.lasting(project, parsed.data); } catch (error) {
    if (error instanceof Problem) return asked;
    throw error;
  }
}
/** The same for a part of a report; what this program does not understand stays as it is. */
export function lastingPart(project: Reader, part: unknown): unknown {
  const known = reportPart.safeParse(part).data;
  return known?.type === 'exhibit' ? { ...(part as object), asked: lastingAsked(project, known.kind, known.asked) } : part;
}
