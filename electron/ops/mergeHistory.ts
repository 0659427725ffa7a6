import { z } from 'zod';
import type { Change } from '../../shared/model/change.ts';
import { mergeSummary, type MergeSummary } from '../../shared/model/merge.ts';
import { Problem } from '../../shared/model/problem.ts';
import { uuidsOf } from './mergeAuthors.ts';
import { mergeOperation, mergeRecord } from './mergeGround.ts';
import { placeHere } from './mergePlaces.ts';
import { query, type Reader, type TrailEntry } from './operation.ts';

const kept = mergeRecord.pick({ from: true, file: true }).extend({ summary: mergeSummary.optional() });
interface Done { readonly entry: TrailEntry; readonly last: TrailEntry }
/** Each merge of the journal with the last entry about it, the newest first. */
function mergesDone(project: Reader): Done[] {
  const done = new Map<number, Done>();
  const rootOf = new Map<number, number>();
  for (const entry of project.trail()) {
    if (entry.operation !== mergeOperation) continue;
    const root = entry.kind === 'do' ? entry.seq : rootOf.get(entry.reverts ?? 0) ?? entry.seq;
    rootOf.set(entry.seq, root);
    done.set(root, { entry: done.get(root)?.entry ?? entry, last: entry });
  }
  return [...done.values()].toReversed();
}
/** How many rows came, changed and went, of a merge of which no more is kept than its changes. */
function countsOf(changes: readonly Change[]): MergeSummary['counts'] {
  const counts = new Map<string, { added: number; changed: Set<number>; removed: number }>();
  for (const change of changes) {
    const table = change.kind === 'spliced' ? 'documents' : change.table;
    const count = counts.get(table) ?? { added: 0, changed: new Set<number>(), removed: 0 };
    counts.set(table, count);
    if (change.kind === 'added') count.added += change.last - change.first + 1;
    else if (change.kind === 'removed') count.removed += change.rows.length;
    else count.changed.add(change.kind === 'spliced' ? change.document : change.id);
  }
  return [...counts].flatMap(([table, { changed, ...count }]) => { const told = mergeSummary.shape.counts.element.safeParse({ table, ...count, changed: changed.size }); return told.success ? [told.data] : []; });
}
function told(project: Reader, { entry, last }: Done) {
  const record = kept.safeParse(project.inputOf(entry.seq));
  const { from, file, summary } = record.success ? record.data : { from: '', file: '', summary: undefined };
  const counts = summary?.counts ?? countsOf(project.changesOf(entry.seq));
  return {
    summary, counts,
    item: {
      merge: entry.seq, at: entry.at, who: entry.who, from, file,
      /** It was not taken back; and undo would take it back now. */
      stands: last.kind !== 'undo', isNext: last.kind !== 'undo' && project.next('undo')?.seq === last.seq,
      total: counts.reduce((sum, { added, changed, removed }) => ({ added: sum.added + added, changed: sum.changed + changed, removed: sum.removed + removed }), { added: 0, changed: 0, removed: 0 }),
      codings: counts.find(({ table }) => table === 'codings')?.added ?? 0, leftOut: summary?.lost.length ?? 0, both: summary?.decided.filter(({ decision }) => decision === 'both').length ?? 0,
    },
  };
}

export const listMerges = query({
  /** What was merged into the study, the newest first: who, when, from which study and file, how much, and whether it was taken back. */
  input: z.strictObject({}),
  run: (project) => mergesDone(project).map((done) => told(project, done).item),
});

/** Decisions of one kind that are told one by one. */
const most = 300;
export const readMerge = query({
  /** What one merge did, by its entry in the history: with the documents that it changed, what found no place, and what was decided, each with where it is now. A Problem `not-found`. */
  input: z.strictObject({ merge: z.int().positive() }),
  run(project, { merge }) {
    const done = mergesDone(project).find(({ entry }) => entry.seq === merge);
    if (!done) throw new Problem('not-found', { table: 'journal', id: merge });
    const { item, counts, summary } = told(project, done);
    const documents = new Map(project.query<{ id: number; uuid: string; name: string }>('SELECT id, uuid, name FROM documents').map((document) => [document.uuid, document]));
    const decided = Map.groupBy(summary?.decided ?? [], ({ decision }) => decision);
    return {
      ...item, counts, coders: summary?.coders ?? [], documents: documentsOf(project, project.changesOf(merge)),
      lost: (summary?.lost ?? []).map(({ uuid, ...lost }) => ({ ...lost, at: documents.get(uuid ?? '')?.id ?? null })),
      decided: [...decided].map(([decision, all]) => ({ decision, count: all.length, first: all.slice(0, most).map((each) => {
        const code = each.table === 'codes' ? project.all('codes', { uuid: uuidsOf(each.key)[0]! })[0]?.id ?? null : null;
        return { ...each, at: placeHere(project, each), code };
      }) })),
    };
  },
});

/** The documents whose text was corrected, that came, or in which codings came; most first. */
function documentsOf(project: Reader, changes: readonly Change[]) {
  const names = new Map(project.query<{ id: number; name: string }>('SELECT id, name FROM documents').map(({ id, name }) => [id, name]));
  const found = new Map<number, { corrections: number; codings: number; isNew: boolean }>();
  const of = (document: number) => { let known = found.get(document); if (!known) found.set(document, (known = { corrections: 0, codings: 0, isNew: false })); return known; };
  for (const change of changes) {
    if (change.kind === 'spliced') of(change.document).corrections++;
    else if (change.kind !== 'added') continue;
    else if (change.table === 'documents') for (let id = change.first; id <= change.last; id++) of(id).isNew = true;
    else if (change.table === 'codings') for (const { document, n } of project.query<{ document: number; n: number }>('SELECT document, count(*) AS n FROM codings JOIN passages ON passages.id = passage WHERE codings.id BETWEEN ? AND ? GROUP BY document', change.first, change.last)) of(document).codings += n;
  }
  return [...found].flatMap(([document, what]) => { const name = names.get(document); return name === undefined ? [] : [{ document, name, ...what }]; }).toSorted((a, b) => b.codings + b.corrections - a.codings - a.corrections || a.name.localeCompare(b.name));
}
