import { codersLasting } from '../../shared/model/coderNames.ts';
import { Problem } from '../../shared/model/problem.ts';
import { formatPath } from '../../shared/model/path.ts';
import type { RecordName } from '../../shared/model/recordNames.ts';
import { reportPart } from '../../shared/model/report.ts';
import { codePaths } from './codes.ts';
import { askedHere } from './exhibit.ts';
import { exhibits } from './exhibits.ts';
import { renamed } from './naming.ts';
import type { Reader } from './operation.ts';
import { namesIn } from './queryNames.ts';

/** What is asked of an analysis as it is kept: without numbers that only this file knows. What cannot be asked here, or is of no known kind, stays as it is. */
export function lastingAsked(project: Reader, kind: string, asked: unknown): unknown {
  const found = exhibits.find(({ id }) => id === kind);
  if (!found) return asked;
  const lasting = (of: RecordName['of'], id: number): number | RecordName => {
    const row = project.find(of, id);
    return row ? { of, uuid: row.uuid, name: of === 'codes' ? formatPath(codePaths(project).get(id)!) : row.name } : id;
  };
  const byUuid = (given: unknown) => codersLasting(renamed(given, found.names ?? {}, { name: (name) => name, codeNumber: (id) => lasting('codes', id), documentNumber: (id) => lasting('documents', id), savedNumber: (id) => project.find('savedQueries', id)?.name ?? id, query: (condition) => namesIn(project, 'lenient').refreshed(condition) }), project.all('coders'));
  try {
    const here = askedHere(project, asked);
    const parsed = found.input.safeParse(here);
    return parsed.success ? byUuid(found.lasting ? found.lasting(project, parsed.data) : here) : asked;
  } catch (error) {
    if (error instanceof Problem) return asked;
    throw error;
  }
}
/** The same for a part of a report; what this program does not understand stays as it is. */
export function lastingPart(project: Reader, part: unknown): unknown {
  const known = reportPart.safeParse(part).data;
  return known?.type === 'exhibit' ? { ...(part as object), asked: lastingAsked(project, known.kind, known.asked) } : part;
}
