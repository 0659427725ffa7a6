import { z } from 'zod';
import { sides, type ConflictEntry, type Side } from '../../shared/model/conflicts.ts';
import { Problem } from '../../shared/model/problem.ts';
import { tables, type Row } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import { conflictsInOrder, entriesOf, pointsOf, quotationsOf, ratingsOf } from './conflictEntries.ts';
import { linkPassages, removeEntries } from './conflictLinks.ts';
import { command, query, type Reader, type Writer } from './operation.ts';
import { removeEmptyPassages } from './removal.ts';
import { seenBy } from './seen.ts';

const id = z.int().positive();
const { name, description, direction } = tables.conflicts;
const fields = { description: description.check, party: id.nullable(), counterparty: id.nullable(), direction: direction.check, intensity: z.int().min(1).max(5).nullable(), code: id.nullable() };
type Fields = Partial<Omit<Row<'conflicts'>, 'id' | 'uuid' | 'position' | 'created' | 'changed'>>;

export const listConflicts = query({
  /** The register in its order. With `coder`, as it rests on passages that this coder has coded, or nobody. */
  input: z.strictObject(seenBy),
  run: (project, seen): ConflictEntry[] => entriesOf(project, conflictsInOrder(project), seen),
});
export const nameConflicts = query({
  /** What the entries are called and who stands in them, in their order: for menus, which need no more. */
  input: z.strictObject({}),
  run: (project) => conflictsInOrder(project).map(({ id: conflict, name: called, party, counterparty, direction: way }) => ({ id: conflict, name: called, party, counterparty, direction: way })),
});
export const readConflict = query({
  /** One entry with its quotations and what either side rates in them; null where it is gone. */
  input: z.strictObject({ conflict: id, ...seenBy }),
  run(project, { conflict, ...seen }) {
    const row = project.find('conflicts', conflict);
    return row && { entry: entriesOf(project, [row], seen)[0]!, passages: quotationsOf(project, row, seen), ratings: ratingsOf(project, row, seen) };
  },
});

/** Parties are stakeholders, what it was made of is a conflict code, and no two entries are called alike. */
function check(project: Reader, entry: Pick<Row<'conflicts'>, 'name' | 'party' | 'counterparty' | 'code'>, except?: number): void {
  for (const side of [entry.party, entry.counterparty]) if (side !== null && project.get('codes', side).facet !== 'stakeholder') throw new Problem('party-not-here', { code: entry.name });
  if (entry.code !== null && project.get('codes', entry.code).facet !== 'conflict') throw new Problem('no-such-code', { code: project.get('codes', entry.code).name });
  const taken = project.all('conflicts').some((other) => other.id !== except && nameKey(other.name) === nameKey(entry.name));
  if (taken) throw new Problem('name-taken', { name: entry.name });
}

export type NewConflict = Pick<Row<'conflicts'>, 'name'> & Fields;
/** Adds an entry as the last one. Problems: `party-not-here`, `name-taken`. */
export function addConflict(project: Writer, given: NewConflict & { uuid?: string; created?: number; changed?: number }): number {
  const entry = { description: '', party: null, counterparty: null, direction: 'both' as const, intensity: null, code: null, ...given };
  check(project, entry);
  const position = Math.max(-1, ...project.all('conflicts').map((each) => each.position)) + 1;
  return project.add('conflicts', { position, created: project.now, changed: project.now, ...entry });
}

export const createConflict = command({
  /** An entry by hand, with the passages it is to rest on. */
  input: z.strictObject({ name: name.check, ...z.strictObject(fields).partial().shape, passages: z.array(id).max(10_000).default([]) }),
  run(project, { passages, ...given }) {
    const conflict = addConflict(project, given as NewConflict);
    for (const passage of passages) project.get('passages', passage);
    linkPassages(project, { conflict, point: null, side: '' }, passages);
    return { conflict };
  },
  about: (_project, { name: conflict }) => ({ conflict }),
});

export const changeConflict = command({
  input: z.strictObject({ conflict: id, name: name.check.optional(), ...z.strictObject(fields).partial().shape }),
  run(project, { conflict, ...said }) {
    const before = project.get('conflicts', conflict);
    const after = { ...before, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) } as Row<'conflicts'>;
    const differs = Object.keys(said).some((field) => after[field as keyof Fields] !== before[field as keyof Fields]);
    if (!differs) return;
    check(project, after, conflict);
    const { id: _id, uuid: _uuid, ...all } = after;
    project.change('conflicts', conflict, { ...all, changed: project.now });
  },
  about: (project, { conflict }) => ({ conflict: project.get('conflicts', conflict).name }),
});

export const moveConflict = command({
  /** Puts an entry before another, or last. */
  input: z.strictObject({ conflict: id, before: id.nullable() }),
  run(project, { conflict, before }) {
    project.get('conflicts', conflict);
    if (before === conflict) return;
    const others = conflictsInOrder(project).filter((each) => each.id !== conflict).map((each) => each.id);
    const place = before === null ? -1 : others.indexOf(before);
    others.toSpliced(place < 0 ? others.length : place, 0, conflict).forEach((each, position) => project.change('conflicts', each, { position }));
  },
  about: (project, { conflict }) => ({ conflict: project.get('conflicts', conflict).name }),
});

export const removeConflict = command({
  /** Entries go with their points; passages stay with their codings and memos. */
  input: z.strictObject({ conflicts: z.array(id).min(1).max(10_000) }),
  run(project, { conflicts: given }) {
    const conflicts = [...new Set(given)];
    const { name: first } = project.get('conflicts', conflicts[0]!);
    for (const conflict of conflicts) project.get('conflicts', conflict);
    removeEmptyPassages(project, removeEntries(project, conflicts));
    return { name: first, count: conflicts.length };
  },
  about: (_project, _input, { name: conflict, count }) => ({ conflict, count }),
});

export const mergeConflicts = command({
  /**
   * Two entries become one: quotations and points go to the one that stays, points of one kind, name and level fall together, and what
   * both describe is put behind. It keeps its own pair, and takes from the other what it lacks; where they name each other the other way
   * round, sides are turned. Where each was against the other, in either order, the one that stays is of both. Problem `merge-with-itself`.
   */
  input: z.strictObject({ conflict: id, into: id }),
  run(project, { conflict, into }) {
    const [from, stays] = [project.get('conflicts', conflict), project.get('conflicts', into)];
    if (conflict === into) throw new Problem('merge-with-itself', { code: from.name });
    const silent = stays.party === null && stays.counterparty === null;
    const meet = (...pairs: (readonly [number | null, number | null])[]) => pairs.filter(([one, other]) => one !== null && one === other).length;
    const [same, crossed] = [meet([from.party, stays.party], [from.counterparty, stays.counterparty]), meet([from.party, stays.counterparty], [from.counterparty, stays.party])];
    const turned = crossed > same;
    const [party, counterparty] = turned ? [from.counterparty, from.party] : [from.party, from.counterparty];
    // A side that was chosen between two others says nothing here.
    const sideNow = (side: '' | Side) => (!silent && same + crossed === 0 ? '' : turned && side !== '' ? sides.find((other) => other !== side)! : side);
    const places = mergePoints(project, conflict, into);
    for (const { passage, point, side } of project.all('conflictPassages', { conflict })) linkPassages(project, { conflict: into, point: point === null ? null : places.get(point)!, side: sideNow(side) }, [passage]);
    removeEntries(project, [conflict]);
    const after = {
      description: stays.description === '' || stays.description === from.description ? from.description : from.description === '' ? stays.description : `${stays.description}\n\n${from.name}: ${from.description}`,
      party: stays.party ?? party, counterparty: stays.counterparty ?? counterparty, intensity: stays.intensity ?? from.intensity, code: stays.code ?? from.code,
      direction: silent ? from.direction : turned || from.direction === 'both' ? 'both' as const : stays.direction, changed: project.now,
    };
    check(project, { name: stays.name, ...after }, into);
    project.change('conflicts', into, after);
    return { conflict: from.name, into: stays.name };
  },
  about: (_project, _input, names) => names,
});
/** Points of one entry on another, each with the number that it has there. */
function mergePoints(project: Writer, conflict: number, into: number): Map<number, number> {
  const there = pointsOf(project, into);
  const next = new Map(there.map(({ kind }) => [kind, Math.max(...there.filter((point) => point.kind === kind).map(({ position }) => position)) + 1]));
  return new Map(pointsOf(project, conflict).map(({ id: point, uuid: _uuid, ...fieldsOf }) => {
    const same = there.find(({ kind, name: called, level }) => kind === fieldsOf.kind && nameKey(called) === nameKey(fieldsOf.name) && nameKey(level) === nameKey(fieldsOf.level));
    if (same) return [point, same.id];
    const position = next.get(fieldsOf.kind) ?? 0;
    next.set(fieldsOf.kind, position + 1);
    return [point, project.add('conflictPoints', { ...fieldsOf, conflict: into, position })];
  }));
}
