import { z } from 'zod';
import { Problem } from '../../shared/model/problem.ts';
import { formatPath, parsePath } from '../../shared/model/path.ts';
import { facets, type Facet } from '../../shared/model/schema.ts';
import { counts, type Count, type Table } from '../../shared/model/table.ts';
import { findSet, membersOf } from './codeSets.ts';
import { codePaths, codesInOrder, findCode, subtree, type Code } from './codes.ts';
import { facts, speakersOf, wordCounter } from './facts.ts';
import { groupingBy, type Grouping } from './groups.ts';
import { query, type Reader } from './operation.ts';
import { seenBy } from './seen.ts';

/** What the rows are, whose words count, and whether a code counts what stands below it too. */
export const asked = {
  by: z.string().min(1),
  /** 'facet:<facet>', 'set:<name of a code set>' or a code's path (it and what is below it); every code without it. */
  rows: z.string().optional(),
  speakers: z.enum(['interviewees', 'all']).default('interviewees'),
  subcodes: z.boolean().default(false),
  ...seenBy,
};

export function rowsOf(project: Reader, rows: string | undefined): Code[] {
  const codes = codesInOrder(project);
  if (rows === undefined || rows === '') return codes;
  const facet = /^facet:\s*(\w+)$/.exec(rows)?.[1];
  if (facet !== undefined && facets.includes(facet as Facet)) return codes.filter((code) => code.facet === facet);
  const named = /^set:\s*(.+)$/.exec(rows)?.[1];
  const set = named === undefined ? null : findSet(project, named);
  if (set) {
    const members = membersOf(project, set.id);
    return codes.filter((code) => members.has(code.id));
  }
  const root = findCode(project, parsePath(rows), null);
  if (root === null) throw new Problem('no-such-rows', { rows });
  const below = new Set(subtree(project, root));
  return codes.filter((code) => below.has(code.id));
}

/** What of the codings of a row counts. */
export interface Counted { readonly subcodes: boolean; readonly coder?: number | undefined }

/** Calls `visit` for every coding with each row and group that it falls into: the one place that decides what is in a cell. */
export function eachInCells(project: Reader, grouping: Grouping, rows: readonly Code[], { subcodes, coder }: Counted, visit: (coding: number, passage: number, row: number, group: number) => void): void {
  const all = facts(project);
  const { codings, passages } = all;
  const rowsOfCode: (number[] | undefined)[] = [];
  rows.forEach((row, index) => {
    for (const code of subcodes ? subtree(project, row.id) : [row.id]) (rowsOfCode[code] ??= []).push(index);
  });
  const counted = all.speakerSets.map((speakers) => grouping.counted(speakers));
  const groupsOfSpeakers = counted.map((speakers) => (speakers !== null && grouping.decides === 'speakers' ? grouping.groupsOf(speakers) : []));
  const groupsOfOthers: (readonly number[] | undefined)[] = [];
  for (let coding = 0; coding < codings.code.length; coding++) {
    const into = rowsOfCode[codings.code[coding]!];
    if (!into || (coder !== undefined && codings.coder[coding] !== coder)) continue;
    const passage = codings.passage[coding]!;
    const set = passages.spokenBy[passage]!;
    if (counted[set] === null) continue;
    let groups = groupsOfSpeakers[set]!;
    if (grouping.decides !== 'speakers') {
      const deciding = grouping.decides === 'document' ? passages.document[passage]! : codings.coder[coding]!;
      groups = groupsOfOthers[deciding] ??= grouping.groupsOf([deciding]);
    }
    for (const group of groups) for (const row of into) visit(coding, passage, row, group);
  }
}

/** What a cell amounts to that holds these passages of this group. */
type Measure = (passages: ReadonlySet<number>, group: number) => number;
const sizeOfUnion = <T, U>(things: Iterable<T>, of: (thing: T) => Iterable<U>): number => {
  const union = new Set<U>();
  for (const thing of things) for (const each of of(thing)) union.add(each);
  return union.size;
};
const measures: Readonly<Record<Exclude<Count, 'codings'>, (project: Reader, grouping: Grouping) => Measure>> = {
  passages: () => (passages) => passages.size,
  documents(project) {
    const { document } = facts(project).passages;
    return (passages) => sizeOfUnion(passages, (passage) => [document[passage]!]);
  },
  participants(project, grouping) {
    const all = facts(project);
    return (passages, group) => sizeOfUnion(passages, (passage) => grouping.speakersIn(group, grouping.counted(speakersOf(all, passage)) ?? []));
  },
  words: measureWords,
};

/** Words said by the group inside the passages, each word once however often it is coded. */
function measureWords(project: Reader, grouping: Grouping): Measure {
  const all = facts(project);
  const { passages } = all;
  const turns = Map.groupBy(project.query<{ document: number; start: number; end: number; participant: number | null }>('SELECT document, "start", "end", participant FROM turns ORDER BY document, "start"'), (turn) => turn.document);
  const counters = new Map<number, ReturnType<typeof wordCounter>>();
  const said = (passage: number, group: number): { start: number; end: number }[] => {
    const span = { start: passages.start[passage]!, end: passages.end[passage]! };
    const speakers = new Set(grouping.speakersIn(group, grouping.counted(speakersOf(all, passage)) ?? []));
    if (speakers.size === 0) return [span];
    return (turns.get(passages.document[passage]!) ?? []).filter((turn) => turn.participant !== null && speakers.has(turn.participant) && turn.start < span.end && turn.end > span.start)
      .map((turn) => ({ start: Math.max(turn.start, span.start), end: Math.min(turn.end, span.end) }));
  };
  return (cell, group) => {
    let words = 0;
    for (const [document, inside] of Map.groupBy(cell, (passage) => passages.document[passage]!)) {
      let counter = counters.get(document);
      if (!counter) counters.set(document, (counter = wordCounter(project, document)));
      let reached = 0;
      for (const { start, end } of inside.flatMap((passage) => said(passage, group)).toSorted((a, b) => a.start - b.start)) {
        if (end > reached) words += counter(Math.max(start, reached), end);
        reached = Math.max(reached, end);
      }
    }
    return words;
  };
}

export const frequencyTable = query({
  input: z.strictObject({ ...asked, count: z.enum(counts).default('codings') }),
  run(project, { by, rows: wanted, count, speakers, ...counted }): Table {
    const rows = rowsOf(project, wanted);
    const grouping = groupingBy(project, by, speakers);
    const width = grouping.groups.length;
    const numbers = count === 'codings' ? countCodings(project, grouping, rows, counted) : measureCells(project, grouping, rows, counted, measures[count](project, grouping));
    const paths = codePaths(project);
    return {
      count, by: grouping.by, n: grouping.people.size,
      rows: rows.map((code) => ({ id: code.uuid, code: code.id, path: formatPath(paths.get(code.id)!), name: code.name, facet: code.facet, depth: paths.get(code.id)!.length - 1, colour: code.colour })),
      columns: grouping.groups.map(({ key, label, people, documents }) => ({ key, label, n: people.size, documents: documents.size })),
      cells: rows.map((_, row) => grouping.groups.map((group, column) => (group.unasked ? null : numbers[row * width + column]!))),
    };
  },
});

function countCodings(project: Reader, grouping: Grouping, rows: readonly Code[], counted: Counted): ArrayLike<number> {
  const width = grouping.groups.length;
  const cells = new Uint32Array(rows.length * width);
  eachInCells(project, grouping, rows, counted, (_coding, _passage, row, group) => { cells[row * width + group]!++; });
  return cells;
}
function measureCells(project: Reader, grouping: Grouping, rows: readonly Code[], counted: Counted, measure: Measure): ArrayLike<number> {
  const width = grouping.groups.length;
  const cells = Array.from({ length: rows.length * width }, () => new Set<number>());
  eachInCells(project, grouping, rows, counted, (_coding, passage, row, group) => { cells[row * width + group]!.add(passage); });
  return cells.map((passages, cell) => (passages.size === 0 ? 0 : measure(passages, cell % width)));
}
