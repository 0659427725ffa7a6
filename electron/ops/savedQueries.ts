import { z } from 'zod';
import { Problem } from '../../shared/model/problem.ts';
import { query as asked, type Condition } from '../../shared/model/query.ts';
import { tables, type Row } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import { command, query, type Reader } from './operation.ts';
import { namesIn, type Told } from './queryNames.ts';

const id = z.int().positive();
const { name } = tables.savedQueries;

const inOrder = (project: Reader): Row<'savedQueries'>[] => project.all('savedQueries').toSorted((a, b) => a.position - b.position || a.id - b.id);
/** A query as it was saved, null where this program does not understand it (a newer one wrote it). */
const read = (row: Row<'savedQueries'>): Condition | null => asked.safeParse(row.query).data ?? null;

/** The saved query of that number, or of that name, compared without case; a Problem `no-such-query` where there is none. */
export function savedQuery(project: Reader, called: string | number): Condition {
  const rows = inOrder(project);
  const found = rows.find((row) => (typeof called === 'number' ? row.id === called : nameKey(row.name) === nameKey(called)));
  const condition = found && read(found);
  if (!condition) throw new Problem('no-such-query', { query: called, known: rows.map((row) => row.name).join(', ') });
  return condition;
}

export const listSaved = query({
  /** Saved queries in their order, with the names that things have now, and what of them is gone or was merged. `query` is null where it cannot be understood. */
  input: z.strictObject({}),
  run: (project) => inOrder(project).map((row) => {
    const condition = read(row);
    const names = namesIn(project, 'lenient');
    const refreshed = condition && names.refreshed(condition);
    const { gone, followed }: Told = names.told;
    return { id: row.id, name: row.name, created: row.created, changed: row.changed, query: refreshed, gone, followed };
  }),
});

function refuseTaken(project: Reader, wanted: string, except?: number): void {
  if (inOrder(project).some((row) => row.id !== except && nameKey(row.name) === nameKey(wanted))) throw new Problem('name-taken', { name: wanted });
}
const last = (project: Reader): number => Math.max(-1, ...inOrder(project).map(({ position }) => position)) + 1;

export const saveQuery = command({
  /** Saves a query under a name; with `saved` in place of that one. What it names by name alone is kept by its UUID from then on. */
  input: z.strictObject({ saved: id.optional(), name: name.check, query: asked }),
  run(project, { saved, name: called, query: condition }) {
    refuseTaken(project, called, saved);
    const kept = { name: called, query: namesIn(project).refreshed(condition) };
    if (saved === undefined) return { saved: project.add('savedQueries', { ...kept, position: last(project), created: project.now, changed: project.now }) };
    const { name: before, query: known } = project.get('savedQueries', saved);
    if (before !== called || JSON.stringify(known) !== JSON.stringify(kept.query)) project.change('savedQueries', saved, { ...kept, changed: project.now });
    return { saved };
  },
  about: (_project, { name: called }) => ({ query: called }),
});
export const renameQuery = command({
  input: z.strictObject({ saved: id, name: name.check }),
  run(project, { saved, name: called }) {
    refuseTaken(project, called, saved);
    project.change('savedQueries', saved, { name: called });
  },
  about: (_project, { name: called }) => ({ query: called }),
});
export const duplicateQuery = command({
  /** A second one behind it, called as it with the next free number. */
  input: z.strictObject({ saved: id }),
  run(project, { saved }) {
    const { query: condition, name: called } = project.get('savedQueries', saved);
    const taken = new Set(inOrder(project).map((row) => nameKey(row.name)));
    let number = 2;
    while (taken.has(nameKey(`${called} ${number}`))) number++;
    const copy = project.add('savedQueries', { name: `${called} ${number}`, query: condition, position: 0, created: project.now, changed: project.now });
    const order = inOrder(project).filter((row) => row.id !== copy).flatMap((row) => (row.id === saved ? [saved, copy] : [row.id]));
    order.forEach((each, position) => project.change('savedQueries', each, { position }));
    return { saved: copy, name: `${called} ${number}` };
  },
  about: (_project, _input, { name: called }) => ({ query: called }),
});
export const removeQuery = command({
  input: z.strictObject({ saved: id }),
  run(project, { saved }) {
    const { name: called } = project.get('savedQueries', saved);
    project.remove('savedQueries', [saved]);
    return { name: called };
  },
  about: (_project, _input, { name: called }) => ({ query: called }),
});
