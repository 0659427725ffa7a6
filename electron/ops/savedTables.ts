import { z } from 'zod';
import { faultsOf } from '../../shared/model/faults.ts';
import { Problem } from '../../shared/model/problem.ts';
import { tables, type Row } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import { lastingAsked } from './lasting.ts';
import { askedHere } from './exhibit.ts';
import { exhibits } from './exhibits.ts';
import { command, query, type Reader } from './operation.ts';

const id = z.int().positive();
const name = tables.savedTables.name.check;
const kind = z.string().min(1).max(100);

export const savedTablesInOrder = (project: Reader): Row<'savedTables'>[] => project.all('savedTables').toSorted((a, b) => a.position - b.position || a.id - b.id);

export const listSavedTables = query({
  /** Analyses that were given a name, in their order; of one kind only where `kind` is given. */
  input: z.strictObject({ kind: kind.optional() }),
  run: (project, { kind: wanted }) => savedTablesInOrder(project).filter((row) => wanted === undefined || row.kind === wanted)
    .map((row) => ({ id: row.id, uuid: row.uuid, name: row.name, kind: row.kind, asked: row.asked, created: row.created, changed: row.changed })),
});

function refuseTaken(project: Reader, wanted: string, except?: number): void {
  if (project.all('savedTables').some((row) => row.id !== except && nameKey(row.name) === nameKey(wanted))) throw new Problem('name-taken', { name: wanted });
}

/** A kind that is not there, or a question that it does not take, would be a table that nobody can open. */
function refuseUnasked(project: Reader, which: string, given: unknown): void {
  const found = exhibits.find((each) => each.id === which);
  if (!found) throw new Problem('no-such-exhibit', { kind: which, known: exhibits.map((each) => each.id).join(', ') });
  const parsed = found.input.safeParse(askedHere(project, given));
  if (!parsed.success) throw new Problem('bad-input', { operation: which, faults: faultsOf(parsed.error) });
}

export const saveTable = command({
  /** Saves an analysis under a name; with `saved` in place of that one. A Problem `name-taken`, `no-such-exhibit`, `no-such-coder`, or `bad-input` where the kind cannot be asked so. */
  input: z.strictObject({ saved: id.optional(), name, kind, asked: z.json() }),
  run(project, { saved, name: called, kind: which, asked: given }) {
    refuseTaken(project, called, saved);
    refuseUnasked(project, which, given);
    const asked = lastingAsked(project, which, given);
    const kept = { name: called, kind: which, asked };
    if (saved === undefined) return { saved: project.add('savedTables', { ...kept, position: Math.max(-1, ...savedTablesInOrder(project).map(({ position }) => position)) + 1, created: project.now, changed: project.now }) };
    const before = project.get('savedTables', saved);
    if (before.name !== called || before.kind !== which || JSON.stringify(before.asked) !== JSON.stringify(asked)) project.change('savedTables', saved, { ...kept, changed: project.now });
    return { saved };
  },
  about: (_project, { name: table }) => ({ table }),
});

export const renameTable = command({
  input: z.strictObject({ saved: id, name }),
  run(project, { saved, name: called }) {
    refuseTaken(project, called, saved);
    project.change('savedTables', saved, { name: called });
  },
  about: (_project, { name: table }) => ({ table }),
});

export const removeTable = command({
  /** Forgets an analysis; what it counted stays, and so does every report that shows it. */
  input: z.strictObject({ saved: id }),
  run(project, { saved }) {
    const { name: called } = project.get('savedTables', saved);
    project.remove('savedTables', [saved]);
    return { name: called };
  },
  about: (_project, _input, { name: table }) => ({ table }),
});
