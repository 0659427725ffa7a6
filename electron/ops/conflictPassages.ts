import { z } from 'zod';
import type { ConflictProposal } from '../../shared/model/conflicts.ts';
import { Problem } from '../../shared/model/problem.ts';
import { tables } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import { codesInOrder } from './codes.ts';
import { conflictsInOrder, quotePassages } from './conflictEntries.ts';
import { linkPassages } from './conflictLinks.ts';
import { addConflict } from './conflicts.ts';
import { countedInSql } from './layers.ts';
import { command, query, type Reader } from './operation.ts';
import { removeEmptyPassages } from './removal.ts';
import { seenBy, type Seen } from './seen.ts';

const id = z.int().positive();
const passages = z.array(id).min(1).max(100_000);

function checkPlace(project: Reader, conflict: number, point: number | null | undefined): void {
  project.get('conflicts', conflict);
  if (typeof point === 'number' && project.get('conflictPoints', point).conflict !== conflict) throw new Problem('not-found', { table: 'conflictPoints', id: point });
}
const named = (project: Reader, conflict: number, count: number) => ({ conflict: project.get('conflicts', conflict).name, count });

export const linkToConflict = command({
  /** Passages become quotations of an entry, or of one of its points. What is there already stays as it is. */
  input: z.strictObject({ conflict: id, passages, point: id.nullable().default(null) }),
  run(project, { conflict, passages: given, point }) {
    checkPlace(project, conflict, point);
    for (const passage of given) project.get('passages', passage);
    return { added: linkPassages(project, { conflict, point, side: '' }, given) };
  },
  about: (project, { conflict, passages: given }) => named(project, conflict, given.length),
});

export const unlinkFromConflict = command({
  /** Takes passages out of an entry altogether, or off one of its points; then they stay quotations of the entry. */
  input: z.strictObject({ conflict: id, passages, point: id.optional() }),
  run(project, { conflict, passages: given, point }) {
    checkPlace(project, conflict, point);
    const out = new Set(given);
    const links = project.all('conflictPassages', { conflict }).filter(({ passage }) => out.has(passage));
    for (const link of links) {
      if (point !== undefined && link.point !== point) continue;
      const others = project.all('conflictPassages', { conflict, passage: link.passage });
      if (point !== undefined && others.length === 1) project.change('conflictPassages', link.id, { point: null });
      else project.remove('conflictPassages', [link.id]);
    }
    if (point === undefined) removeEmptyPassages(project, given);
  },
  about: (project, { conflict, passages: given }) => named(project, conflict, given.length),
});

export const chooseSide = command({
  /** Says by hand whose side a quotation is on; '' leaves it to who speaks there. */
  input: z.strictObject({ conflict: id, passage: id, side: tables.conflictPassages.side.check }),
  run(project, { conflict, passage, side }) {
    const links = project.all('conflictPassages', { conflict, passage });
    if (links.length === 0) throw new Problem('not-found', { table: 'conflictPassages', id: passage });
    for (const link of links) project.change('conflictPassages', link.id, { side });
  },
  about: (project, { conflict }) => named(project, conflict, 1),
});

export const quotePlaces = query({
  /** The words of some passages, who says them and where. */
  input: z.strictObject({ passages: z.array(id).max(1000) }),
  run: (project, { passages: asked }) => quotePassages(project, asked.filter((passage) => project.find('passages', passage))),
});

export const conflictsOfPassage = query({
  /** The entries that a passage is a quotation of, by number. */
  input: z.strictObject({ passage: id }),
  run: (project, { passage }) => [...new Set(project.all('conflictPassages', { passage }).map(({ conflict }) => conflict))],
});

/** Passages that are coded as a conflict and belong to no entry, as the entries that they could make: one for each code and pair, in the order of the codebook. */
function proposals(project: Reader, seen: Seen): ConflictProposal[] {
  const coder = seen.coder ?? null;
  const rows = project.query<{ passage: number; code: number; party: number | null; counterparty: number | null }>(`SELECT passage, code, party, counterparty FROM codings JOIN codes ON codes.id = code
    JOIN passages ON passages.id = passage WHERE facet = 'conflict' AND passage NOT IN (SELECT passage FROM conflictPassages) AND ${countedInSql()} ORDER BY document, "start", "end", codings.id`, coder, coder);
  const order = new Map(codesInOrder(project).map(({ id: code }, index) => [code, index]));
  const pairKey = (row: { readonly code: number | null; readonly party: number | null; readonly counterparty: number | null }) => [row.code, ...[row.party ?? 0, row.counterparty ?? 0].toSorted((a, b) => a - b)].join();
  const entries = new Map(conflictsInOrder(project).toReversed().map((entry) => [pairKey(entry), entry.id]));
  return [...Map.groupBy(rows, pairKey)].map(([key, inside]): ConflictProposal => {
    // The order that most of them say comes first.
    const ways = [...Map.groupBy(inside, ({ party, counterparty }) => `${party}/${counterparty}`).values()].toSorted((a, b) => b.length - a.length);
    const { code, party, counterparty } = ways[0]![0]!;
    return { code, party, counterparty, direction: ways.length > 1 ? 'both' : 'one', into: entries.get(key) ?? null, passages: [...new Set(inside.map(({ passage }) => passage))] };
  }).toSorted((a, b) => order.get(a.code)! - order.get(b.code)! || b.passages.length - a.passages.length);
}
export const unsortedConflicts = query({
  /** What is coded as a conflict and not in the register, and how many passages that is. */
  input: z.strictObject(seenBy),
  run(project, seen) {
    const found = proposals(project, seen);
    return { passages: new Set(found.flatMap((each) => each.passages)).size, proposals: found };
  },
});

/** An entry is called as its code is; where that is taken, with the two behind it, and a number where that is taken as well. */
function nameFor(project: Reader, { code, party, counterparty }: { readonly code: number | null; readonly party: number | null; readonly counterparty: number | null }): string {
  if (code === null) throw new Problem('name-needed');
  const { name } = project.get('codes', code);
  const taken = new Set(project.all('conflicts').map((each) => nameKey(each.name)));
  const both = [party, counterparty].flatMap((side) => (side === null ? [] : [project.get('codes', side).name])).join(' – ');
  const longer = both === '' ? name : `${name} (${both})`.slice(0, 390);
  for (const wanted of [name, longer]) if (!taken.has(nameKey(wanted))) return wanted;
  for (let number = 2; ; number++) if (!taken.has(nameKey(`${longer} ${number}`))) return `${longer} ${number}`;
}

export const sortIntoRegister = command({
  /** Makes an entry of each group of passages, or puts them into one that is there: any number of them, in one step. */
  input: z.strictObject({ groups: z.array(z.strictObject({
    into: id.nullable().default(null), name: tables.conflicts.name.check.optional(), code: id.nullable().default(null), party: id.nullable().default(null), counterparty: id.nullable().default(null),
    direction: tables.conflicts.direction.check.default('both'), passages,
  })).min(1).max(10_000) }),
  run(project, { groups }) {
    let added = 0;
    const conflicts = groups.map(({ into, name, passages: given, ...pair }) => {
      for (const passage of given) project.get('passages', passage);
      if (into !== null) project.get('conflicts', into);
      const conflict = into ?? addConflict(project, { name: name ?? nameFor(project, pair), ...pair });
      added += linkPassages(project, { conflict, point: null, side: '' }, given);
      return conflict;
    });
    return { conflicts, added };
  },
  about: (_project, { groups }, { added }) => ({ count: added, entries: groups.length }),
});
