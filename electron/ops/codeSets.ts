import { z } from 'zod';
import { Problem } from '../../shared/model/problem.ts';
import { tables, type Row } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import { codesInOrder } from './codes.ts';
import { command, query, type Reader, type Writer } from './operation.ts';

const id = z.int().positive();
const name = tables.codeSets.name.check;
const codes = z.array(id).max(10_000);

export const setsInOrder = (project: Reader): Row<'codeSets'>[] => project.all('codeSets').toSorted((a, b) => a.position - b.position || a.id - b.id);
/** The set of that name (compared without case), null where there is none. */
export const findSet = (project: Reader, wanted: string): Row<'codeSets'> | null => setsInOrder(project).find((set) => nameKey(set.name) === nameKey(wanted)) ?? null;
/** The codes of a set. */
export const membersOf = (project: Reader, codeSet: number): Set<number> => new Set(project.all('codeSetMembers', { codeSet }).map(({ code }) => code));

export const listSets = query({
  /** All sets with their codes, in the order of the codebook. */
  input: z.strictObject({}),
  run(project) {
    const order = codesInOrder(project);
    return setsInOrder(project).map((set) => {
      const members = membersOf(project, set.id);
      return { id: set.id, uuid: set.uuid, name: set.name, codes: order.filter((code) => members.has(code.id)).map((code) => code.id) };
    });
  },
});

function refuseTaken(project: Reader, wanted: string, except?: number): void {
  const there = findSet(project, wanted);
  if (there && there.id !== except) throw new Problem('name-taken', { name: wanted });
}
function put(project: Writer, codeSet: number, wanted: readonly number[]): number {
  const members = membersOf(project, codeSet);
  const missing = [...new Set(wanted)].filter((code) => !members.has(code));
  for (const code of missing) project.get('codes', code);
  project.addAll('codeSetMembers', missing.map((code) => ({ codeSet, code })));
  return missing.length;
}

export const createSet = command({
  /** Makes a set of codes of any facet and place. A Problem `name-taken` where a set is called so. */
  input: z.strictObject({ name, codes: codes.default([]) }),
  run(project, { name: wanted, codes: members }) {
    refuseTaken(project, wanted);
    const position = Math.max(-1, ...project.all('codeSets').map((set) => set.position)) + 1;
    const set = project.add('codeSets', { name: wanted, position, created: project.now });
    put(project, set, members);
    return { set };
  },
  about: (_project, { name: set }) => ({ set }),
});

export const renameSet = command({
  input: z.strictObject({ set: id, name }),
  run(project, { set, name: wanted }) {
    refuseTaken(project, wanted, set);
    project.change('codeSets', set, { name: wanted });
  },
  about: (_project, { name: set }) => ({ set }),
});

export const removeSet = command({
  /** Removes a set; its codes stay. */
  input: z.strictObject({ set: id }),
  run(project, { set }) {
    const removed = project.get('codeSets', set).name;
    project.remove('codeSetMembers', project.all('codeSetMembers', { codeSet: set }).map((member) => member.id));
    project.remove('codeSets', [set]);
    return { name: removed };
  },
  about: (_project, _input, { name: set }) => ({ set }),
});

export const changeMembers = command({
  /** Puts codes into a set and takes others out of it. What is there already, or is not, stays as it is. */
  input: z.strictObject({ set: id, put: codes.default([]), take: codes.default([]) }),
  run(project, { set, put: wanted, take }) {
    const { name: called } = project.get('codeSets', set);
    const gone = new Set(take);
    const taken = project.all('codeSetMembers', { codeSet: set }).filter((member) => gone.has(member.code)).map((member) => member.id);
    project.remove('codeSetMembers', taken);
    return { name: called, put: put(project, set, wanted.filter((code) => !gone.has(code))), taken: taken.length };
  },
  about: (_project, _input, { name: set, put: added, taken }) => ({ set, count: added + taken }),
});
