import { z } from 'zod';
import { Problem } from '../../shared/model/problem.ts';
import { newPart, reportPart, type ReportPart } from '../../shared/model/report.ts';
import { tables, type Row } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import { lastingPart } from './lasting.ts';
import { command, query, type Reader, type Writer } from './operation.ts';

const id = z.int().positive();
const name = tables.reports.name.check;
type Report = Row<'reports'>;

export const reportsInOrder = (project: Reader): Report[] => project.all('reports').toSorted((a, b) => a.position - b.position || a.id - b.id);
/** The report of that name (compared without case); a Problem `no-such-report` that lists those there are. */
export function reportNamed(project: Reader, called: string): Report {
  const reports = reportsInOrder(project);
  const found = reports.find((report) => nameKey(report.name) === nameKey(called));
  if (!found) throw new Problem('no-such-report', { report: called, known: reports.map((report) => report.name).join(', ') });
  return found;
}
/** A report's parts as they can be shown; what a newer program put there and this one does not understand is left out, and stays in the study. */
export const partsOf = ({ parts }: Report): ReportPart[] => parts.flatMap((part) => reportPart.safeParse(part).data ?? []);

export const listReports = query({
  /** Reports in their order. */
  input: z.strictObject({}),
  run: (project) => reportsInOrder(project).map((report) => ({ id: report.id, uuid: report.uuid, name: report.name, parts: partsOf(report).length, changed: report.changed })),
});
export const readReport = query({
  /** A report's parts in the author's order; `strange` counts those that a newer program wrote. */
  input: z.strictObject({ report: id }),
  run(project, { report }) {
    const found = project.get('reports', report);
    const parts = partsOf(found);
    return { id: found.id, name: found.name, changed: found.changed, parts, strange: found.parts.length - parts.length };
  },
});

function refuseTaken(project: Reader, wanted: string, except?: number): void {
  if (project.all('reports').some((report) => report.id !== except && nameKey(report.name) === nameKey(wanted))) throw new Problem('name-taken', { name: wanted });
}
const afterLast = (project: Reader): number => Math.max(-1, ...project.all('reports').map(({ position }) => position)) + 1;
const idOf = (part: unknown): number => { const found = z.object({ id }).safeParse(part).data; return found?.id ?? 0; };
const freeId = (parts: readonly unknown[]): number => Math.max(0, ...parts.map(idOf)) + 1;

export const createReport = command({
  /** Makes a report, with parts where some are given. A Problem `name-taken`. */
  input: z.strictObject({ name, parts: z.array(newPart).max(500).default([]) }),
  run(project, { name: called, parts }) {
    refuseTaken(project, called);
    return { report: project.add('reports', { name: called, parts: parts.map((part, index) => lastingPart(project, { id: index + 1, ...part })), position: afterLast(project), created: project.now, changed: project.now }) };
  },
  about: (_project, { name: report }) => ({ report }),
});
export const renameReport = command({
  input: z.strictObject({ report: id, name }),
  run(project, { report, name: called }) {
    refuseTaken(project, called, report);
    project.change('reports', report, { name: called });
  },
  about: (_project, { name: report }) => ({ report }),
});
export const duplicateReport = command({
  /** A second one behind it, called as it with the next free number. */
  input: z.strictObject({ report: id }),
  run(project, { report }) {
    const { name: called, parts } = project.get('reports', report);
    const taken = new Set(project.all('reports').map((each) => nameKey(each.name)));
    let number = 2;
    while (taken.has(nameKey(`${called} ${number}`))) number++;
    const made = `${called} ${number}`;
    return { report: project.add('reports', { name: made, parts, position: afterLast(project), created: project.now, changed: project.now }), name: made };
  },
  about: (_project, _input, { name: report }) => ({ report }),
});
export const removeReport = command({
  input: z.strictObject({ report: id }),
  run(project, { report }) {
    const { name: called } = project.get('reports', report);
    project.remove('reports', [report]);
    return { name: called };
  },
  about: (_project, _input, { name: report }) => ({ report }),
});

/** Writes what has become of a report's parts. */
function put(project: Writer, { id: report }: Report, parts: unknown[]): { name: string } {
  project.change('reports', report, { parts, changed: project.now });
  return { name: project.get('reports', report).name };
}
const placeOf = ({ parts }: Report, part: number): number => {
  const place = parts.findIndex((each) => idOf(each) === part);
  if (place < 0) throw new Problem('not-found');
  return place;
};
const told = { about: (_project: Reader, _input: unknown, { name: report }: { name: string }) => ({ report }) };

export const addPart = command({
  /** Puts a part in, behind the part `after`; at the end without it, at the beginning for 0. */
  input: z.strictObject({ report: id, part: newPart, after: z.int().min(0).optional() }),
  run(project, { report, part, after }) {
    const found = project.get('reports', report);
    const place = after === undefined ? found.parts.length : after === 0 ? 0 : placeOf(found, after) + 1;
    const made = freeId(found.parts);
    return { ...put(project, found, found.parts.toSpliced(place, 0, lastingPart(project, { id: made, ...part }))), part: made };
  },
  about: (_project, _input, { name: report }) => ({ report }),
});
export const changePart = command({
  /** Puts a part in another's place, as the same part. */
  input: z.strictObject({ report: id, part: reportPart }),
  run(project, { report, part: given }) {
    const found = project.get('reports', report);
    const place = placeOf(found, given.id);
    const before = reportPart.safeParse(found.parts[place]).data;
    // Of another question the numbers of before say nothing.
    const isSame = before?.type === 'exhibit' && given.type === 'exhibit' && before.kind === given.kind && JSON.stringify(before.asked) === JSON.stringify(given.asked);
    const part = lastingPart(project, given.type === 'exhibit' && !isSame ? { ...given, last: null } : given);
    return JSON.stringify(found.parts[place]) === JSON.stringify(part) ? { name: found.name } : put(project, found, found.parts.with(place, part));
  },
  ...told,
});
export const movePart = command({
  /** Moves a part behind another; to the beginning for 0. */
  input: z.strictObject({ report: id, part: id, after: z.int().min(0) }),
  run(project, { report, part, after }) {
    const found = project.get('reports', report);
    if (after === part) return { name: found.name };
    const moved = found.parts[placeOf(found, part)];
    const rest = found.parts.filter((each) => each !== moved);
    const place = after === 0 ? 0 : rest.findIndex((each) => idOf(each) === after) + 1;
    if (after !== 0 && place === 0) throw new Problem('not-found');
    return put(project, found, rest.toSpliced(place, 0, moved));
  },
  ...told,
});
export const takePart = command({
  /** Takes a part out. */
  input: z.strictObject({ report: id, part: id }),
  run(project, { report, part }) {
    const found = project.get('reports', report);
    return put(project, found, found.parts.toSpliced(placeOf(found, part), 1));
  },
  ...told,
});
