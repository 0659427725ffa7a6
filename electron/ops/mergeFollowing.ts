import { z } from 'zod';
import type { MergedTable } from '../../shared/model/merge.ts';
import type { Reader, TrailEntry } from './operation.ts';

const pairs = {
  'code.merge': { table: 'codes', shape: z.object({ code: z.int(), into: z.int() }).transform(({ code, into }) => [code, into] as const) },
  'participant.merge': { table: 'participants', shape: z.object({ participant: z.int(), into: z.int() }).transform(({ participant, into }) => [participant, into] as const) },
} as const satisfies Record<string, { readonly table: MergedTable; readonly shape: z.ZodType }>;

/** Which rows of a study became one with another since an entry of its journal, and are not apart again: into which, by table and number. What is done on one of them elsewhere is meant for the other. */
export function becameOne(project: Reader, trail: readonly TrailEntry[], since: number): (table: MergedTable, id: number) => number | undefined {
  const live = new Map<number, TrailEntry>();
  const rootOf = new Map<number, number>();
  for (const entry of trail) {
    if (entry.seq <= since || !(entry.operation in pairs)) continue;
    const root = entry.kind === 'do' ? entry.seq : rootOf.get(entry.reverts ?? 0) ?? entry.seq;
    rootOf.set(entry.seq, root);
    if (entry.kind === 'undo') live.delete(root);
    else live.set(root, entry);
  }
  const into = new Map<string, number>();
  for (const [seq, { operation }] of live) {
    const { table, shape } = pairs[operation as keyof typeof pairs];
    const asked = shape.safeParse(project.inputOf(seq));
    if (asked.success) into.set(`${table}/${asked.data[0]}`, asked.data[1]);
  }
  return (table, id) => {
    let at = into.get(`${table}/${id}`);
    for (let next = at; next !== undefined; next = into.get(`${table}/${next}`)) at = next;
    return at !== undefined && project.find(table, at) ? at : undefined;
  };
}
