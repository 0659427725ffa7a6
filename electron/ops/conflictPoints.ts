import { z } from 'zod';
import { Problem } from '../../shared/model/problem.ts';
import { tables, type Row } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import { pointsOf } from './conflictEntries.ts';
import { linkPassages, removePoints } from './conflictLinks.ts';
import { command, type Reader, type Writer } from './operation.ts';

const id = z.int().positive();
const { name, kind, level } = tables.conflictPoints;
const levelCheck = level.check.transform((value) => value.normalize('NFC').trim().replace(/\s+/g, ' ')).pipe(z.string().max(400));

function refuseTaken(project: Reader, wanted: Pick<Row<'conflictPoints'>, 'conflict' | 'kind' | 'name' | 'level'>, except?: number): void {
  const taken = pointsOf(project, wanted.conflict).some((point) => point.id !== except && point.kind === wanted.kind && nameKey(point.name) === nameKey(wanted.name) && nameKey(point.level) === nameKey(wanted.level));
  if (taken) throw new Problem('name-taken', { name: wanted.name });
}
const touch = (project: Writer, conflict: number) => project.change('conflicts', conflict, { changed: project.now });
const of = (project: Reader, conflict: number, point: string) => ({ conflict: project.get('conflicts', conflict).name, point });

export const addPoint = command({
  /** A cause, a consequence or a countermeasure as the last of its kind; with the passages that say so. Problem `name-taken`. */
  input: z.strictObject({ conflict: id, kind: kind.check, name: name.check, level: levelCheck.default(''), code: id.nullable().default(null), passages: z.array(id).max(10_000).default([]) }),
  run(project, { passages, ...given }) {
    project.get('conflicts', given.conflict);
    if (given.code !== null) project.get('codes', given.code);
    refuseTaken(project, given);
    const before = pointsOf(project, given.conflict).filter((point) => point.kind === given.kind);
    const point = project.add('conflictPoints', { ...given, position: Math.max(-1, ...before.map(({ position }) => position)) + 1 });
    for (const passage of passages) project.get('passages', passage);
    linkPassages(project, { conflict: given.conflict, point, side: '' }, passages);
    touch(project, given.conflict);
    return { point };
  },
  about: (project, { conflict, name: point }) => of(project, conflict, point),
});

export const changePoint = command({
  input: z.strictObject({ point: id, name: name.check.optional(), level: levelCheck.optional(), kind: kind.check.optional(), code: id.nullable().optional() }),
  run(project, { point, ...said }) {
    const before = project.get('conflictPoints', point);
    const after = { ...before, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) } as Row<'conflictPoints'>;
    if (after.code !== null && after.code !== before.code) project.get('codes', after.code);
    refuseTaken(project, after, point);
    const last = Math.max(-1, ...pointsOf(project, before.conflict).filter((each) => each.kind === after.kind).map(({ position }) => position)) + 1;
    const changes = project.changes.length;
    project.change('conflictPoints', point, { name: after.name, level: after.level, kind: after.kind, code: after.code, ...(after.kind === before.kind ? {} : { position: last }) });
    if (project.changes.length > changes) touch(project, before.conflict);
  },
  about(project, { point }) { const { conflict, name: called } = project.get('conflictPoints', point); return of(project, conflict, called); },
});

export const movePoint = command({
  /** Puts a point before another of its kind and entry, or last. */
  input: z.strictObject({ point: id, before: id.nullable() }),
  run(project, { point, before }) {
    const { conflict, kind: own } = project.get('conflictPoints', point);
    if (before === point) return;
    const others = pointsOf(project, conflict).filter((each) => each.kind === own && each.id !== point).map((each) => each.id);
    const place = before === null ? -1 : others.indexOf(before);
    others.toSpliced(place < 0 ? others.length : place, 0, point).forEach((each, position) => project.change('conflictPoints', each, { position }));
  },
  about(project, { point }) { const { conflict, name: called } = project.get('conflictPoints', point); return of(project, conflict, called); },
});

export const removePoint = command({
  /** A point goes; the passages that it rested on stay quotations of the entry. */
  input: z.strictObject({ point: id }),
  run(project, { point }) {
    const { conflict, name: called } = project.get('conflictPoints', point);
    removePoints(project, [point]);
    touch(project, conflict);
    return of(project, conflict, called);
  },
  about: (_project, _input, named) => named,
});
