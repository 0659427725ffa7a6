import { z } from 'zod';
import { matrixCounts, oneSidedTimes, pointKinds, usualDrawn, type ConflictComparison, type ConflictEntry, type ConflictMatrix, type MatrixDifference } from '../../../shared/model/conflicts.ts';
import type { Excerpt } from '../../../shared/model/excerpt.ts';
import type { Exhibit, ExhibitCell } from '../../../shared/model/exhibit.ts';
import type { Words } from '../../../shared/words/index.ts';
import { isApart, levelInWords, sayConflictDifference, sayConflictMinus, sayConflictSide } from '../../../shared/words/sayConflicts.ts';
import { codePaths } from '../codes.ts';
import { formatPath } from '../../../shared/model/path.ts';
import { conflictComparison } from '../conflictComparison.ts';
import { conflictMatrix, facingQuotations, groupAttribute, matrixAsked } from '../conflictMatrix.ts';
import { conflictsInOrder, entriesOf, quotationsOf } from '../conflictEntries.ts';
import { exhibitKind } from '../exhibit.ts';
import type { Reader } from '../operation.ts';
import { seenBy, type Seen } from '../seen.ts';

const peopleInterviewed = (project: Reader): number => project.one<{ n: number }>("SELECT count(DISTINCT participant) AS n FROM turns JOIN participants ON participants.id = participant WHERE role = 'interviewee'")!.n;
const byWhom = (project: Reader, { say }: Words, { coder }: Seen) => (coder === undefined ? [] : [[say('excerpt.coder'), project.find('coders', coder)?.name ?? '–'] as const]);

/** Points of a kind in one cell: each with the number of its quotations, and whom it is addressed to. */
const pointsInWords = ({ points }: ConflictEntry, kind: (typeof pointKinds)[number], words: Words): string =>
  points.filter((point) => point.kind === kind).map(({ name, level, quotations }) => `${name}${level === '' ? '' : ` [${levelInWords(words, level)}]`} (${quotations})`).join('; ');

export const conflictRegisterExhibit = exhibitKind({
  id: 'conflictRegister',
  input: z.strictObject(seenBy),
  usual: (project) => (project.one('SELECT 1 FROM conflicts LIMIT 1') ? {} : null),
  make(project, seen, words, { quotations }): Exhibit {
    const { say } = words;
    const paths = codePaths(project);
    const named = (code: number | null) => (code === null ? say('conflicts.unknownParty') : formatPath(paths.get(code)!));
    const entries = entriesOf(project, conflictsInOrder(project), seen);
    const headings = [say('excerpt.party'), say('conflicts.direction'), say('excerpt.counterparty'), say('conflicts.description'), say('conflicts.intensity'), say('conflicts.quotations'), say('conflicts.saidBy', { side: say('excerpt.party') }), say('conflicts.saidBy', { side: say('excerpt.counterparty') }), say('conflicts.neither'), say('conflicts.oneSided'), ...pointKinds.map((kind) => say(`conflicts.kinds.${kind}`))];
    return {
      title: say('conflicts.register'), subtitle: say('conflicts.stamped', { entries: say('conflicts.entries', { count: entries.length }), people: say('conflicts.people', { count: peopleInterviewed(project) }) }), corner: say('conflicts.name'),
      columns: headings.map((label) => ({ label, over: '', n: null })),
      rows: entries.map((entry) => ({
        label: entry.name, depth: 0, facet: null, cells: [
          named(entry.party), entry.direction === 'both' ? '↔' : '→', named(entry.counterparty), entry.description, entry.intensity === null ? '' : entry.intensity, entry.quotations, entry.said.party, entry.said.counterparty, entry.said.neither,
          entry.oneSided === null ? '' : say('conflicts.oneSidedBy', { side: named(entry[entry.oneSided]) }), ...pointKinds.map((kind) => pointsInWords(entry, kind, words)),
        ],
      })),
      notes: [], asked: byWhom(project, words, seen), pictured: { kind: 'causes', entries: entries.filter(({ points }) => points.length > 0) },
      quotations: quotations > 0 ? conflictsInOrder(project).flatMap((entry) => quotationsOf(project, entry, seen).slice(0, quotations).map(({ speakers, documentName, turn, quotation }) => ({ of: entry.name, speaker: speakers.join(', '), document: documentName, turn, text: quotation }))) : [],
      n: say('conflicts.stamped', { entries: say('conflicts.entries', { count: entries.length }), people: say('conflicts.people', { count: peopleInterviewed(project) }) }),
    };
  },
});

/** What a matrix is of, and what of it stays out, in sentences. */
export function matrixNotes({ oneSided, least, unnamed, unspoken }: ConflictMatrix, { say }: Words): string[] {
  return [
    ...(oneSided.flat().includes(true) ? [say('conflicts.oneSidedLegend', { times: oneSidedTimes, least })] : []),
    ...(unnamed > 0 ? [say('conflicts.unnamed', { count: unnamed })] : []), ...(unspoken > 0 ? [say('conflicts.unspoken', { count: unspoken })] : []),
  ];
}
/** The first coding of each passage in a cell. */
const saidInCell = (project: Reader, asked: Parameters<typeof conflictMatrix.run>[1], row: string | null, column: number) => {
  const { count: _count, least: _least, ...given } = asked;
  const found = facingQuotations.run(project, { ...given, row, column }, undefined) as { said: { passages: { codings: Excerpt[] }[] } };
  return found.said.passages.map(({ codings }) => codings[0]!);
};
const plainName = (attribute: string): string => attribute.replace(/^(participants|documents):/, '');
/** Matrices of a comparison beside each other, each with its n and its one-sided cells, and how two differ; `whole` is that of everybody. */
function comparedExhibit(comparison: ConflictComparison, whole: ConflictMatrix, words: Words, { drawn, asked }: { drawn: number; asked: Exhibit['asked'] }): Exhibit {
  const { say } = words;
  const { sides, differences } = comparison;
  const summary = say('conflicts.summary', { passages: say('conflicts.passages', { count: whole.passages }), people: words.number(whole.people), all: say('conflicts.people', { count: whole.n }) });
  const labelled = sides.map((side) => ({ label: say('conflicts.sideOf', { side: sayConflictSide(words, side), n: words.number(side.matrix.n) }), matrix: side.matrix }));
  const told = (difference: MatrixDifference | null): ExhibitCell => (difference === null ? null : Math.round(difference.value * (difference.interval ? 1000 : 1)) / (difference.interval ? 10 : 1));
  const apart = (differences ?? []).flatMap((row, index) => row.flatMap((difference, column) => (difference && isApart(difference) ? [`${say('conflicts.against', { party: whole.rows[index]!.label || say('by.noValue'), counterparty: whole.columns[column]!.label })} (${sayConflictDifference(words, difference)})`] : [])));
  const width = whole.columns.length + 1;
  return {
    title: say('stakeholders.withSplit', { title: say('conflicts.matrix'), split: plainName(comparison.split) }), subtitle: `${say(`conflicts.counted.${whole.count}`)} ${summary}`, corner: `${say('conflicts.says')} ↓ ${say('conflicts.meant')} →`,
    columns: [
      ...labelled.flatMap(({ label: over, matrix }) => [...matrix.columns.map(({ label, n, row }) => ({ label, over, n: row === null ? null : n })), { label: say('conflicts.total'), over, n: null }]),
      ...(differences ? whole.columns.map(({ label }) => ({ label, over: sayConflictMinus(words, comparison), n: null })) : []),
    ],
    rows: [
      ...whole.rows.map(({ key, label }, row) => ({ label: key === null ? say('by.noValue') : label, depth: 0, facet: null, cells: [...sides.flatMap(({ matrix }) => [...matrix.cells[row]!, matrix.rowTotals[row]!]), ...(differences?.[row] ?? []).map(told)] })),
      { label: say('conflicts.total'), depth: 0, facet: null, cells: [...sides.flatMap(({ matrix }) => [...matrix.columnTotals, matrix.count === 'participants' ? matrix.people : matrix.passages]), ...(differences ? whole.columns.map(() => '') : [])] },
    ],
    drawn: { columns: sides.flatMap((_, side) => whole.columns.map((__, column) => side * width + column)), rows: whole.rows.map((_, row) => row), percent: false },
    pictured: { kind: 'network', sides: labelled, least: drawn },
    notes: [
      ...(differences ? [say(whole.count === 'participants' ? 'conflicts.differencePoints' : 'conflicts.differencePassages'), ...(apart.length > 0 ? [words.list(apart)] : [])] : []),
      ...labelled.flatMap(({ label, matrix }) => oneSidedIn(matrix, words).map((cells) => `${label}: ${cells}`)), ...matrixNotes(whole, words),
    ],
    quotations: [], asked: [...asked, [say('stakeholders.compared'), plainName(comparison.split)]], n: summary,
  };
}
/** The cells of a matrix that are one-sided, in words. */
const oneSidedIn = ({ oneSided, rows, columns }: ConflictMatrix, { say, list }: Words): string[] => {
  const cells = oneSided.flatMap((row, index) => row.flatMap((marked, column) => (marked ? [say('conflicts.against', { party: rows[index]!.label, counterparty: columns[column]!.label })] : [])));
  return cells.length === 0 ? [] : [`${say('conflicts.oneSided')}: ${list(cells)}`];
};
export const conflictMatrixExhibit = exhibitKind({
  id: 'conflictMatrix',
  input: z.strictObject({ ...matrixAsked, /** An attribute of which each value has a matrix; then without `within`. */ split: z.string().min(1).optional(), count: z.enum(matrixCounts).default('participants'), least: z.int().min(1).max(10_000).optional(), /** Pairs from this number on are drawn in a network. */ drawn: z.int().min(1).max(10_000).default(usualDrawn) }),
  values(asked, renamed) {
    const within = asked['within'];
    return typeof within === 'object' && within !== null && 'attribute' in within && 'value' in within ? { ...asked, within: { ...within, value: renamed(within.attribute, within.value) } } : asked;
  },
  names: { by: 'groups', split: 'groups', 'within.attribute': 'groups', code: 'codeNumber' },
  usual: (project) => (project.one("SELECT 1 FROM codings JOIN codes ON codes.id = code WHERE facet = 'conflict' LIMIT 1") && project.one("SELECT 1 FROM attributes WHERE of = 'participants' LIMIT 1") ? {} : null),
  make(project, { drawn, split, ...asked }, words, { quotations }): Exhibit {
    const { say } = words;
    const { within: _within, ...whole } = asked;
    if (split !== undefined) return comparedExhibit(conflictComparison.run(project, { ...whole, split }, undefined) as ConflictComparison, conflictMatrix.run(project, whole, undefined) as ConflictMatrix, words, { drawn, asked: [[say('tables.rows'), groupAttribute(project, asked.by)], ...(asked.code === undefined ? [] : [[say('excerpt.code'), project.get('codes', asked.code).name] as const]), ...byWhom(project, words, asked)] });
    const matrix = conflictMatrix.run(project, asked, undefined) as ConflictMatrix;
    const summary = say('conflicts.summary', { passages: say('conflicts.passages', { count: matrix.passages }), people: words.number(matrix.people), all: say('conflicts.people', { count: matrix.n }) });
    const within = asked.within && say('conflicts.within', { attribute: asked.within.attribute.replace(/^(participants|documents):/, ''), value: asked.within.value ?? say('by.noValue') });
    return {
      title: say('conflicts.matrix'), subtitle: `${say(`conflicts.counted.${matrix.count}`)} ${summary}`, corner: `${say('conflicts.says')} ↓ ${say('conflicts.meant')} →`,
      columns: [...matrix.columns.map(({ label, n, row }) => ({ label, over: '', n: row === null ? null : n })), { label: say('conflicts.total'), over: '', n: null }],
      rows: [
        ...matrix.rows.map(({ key, label }, index) => ({ label: key === null ? say('by.noValue') : label, depth: 0, facet: null, cells: [...matrix.cells[index]!, matrix.rowTotals[index]!] })),
        { label: say('conflicts.total'), depth: 0, facet: null, cells: [...matrix.columnTotals, matrix.count === 'participants' ? matrix.people : matrix.passages] },
      ],
      drawn: { columns: matrix.columns.map((_, column) => column), rows: matrix.rows.map((_, row) => row), percent: false },
      pictured: { kind: 'network', sides: [{ label: '', matrix }], least: drawn },
      notes: [...matrixNotes(matrix, words), ...(matrix.columns.some(({ row }) => row === null) ? [`${matrix.columns.filter(({ row }) => row === null).map(({ label }) => label).join(', ')}: ${say('conflicts.noAnswer')}`] : [])],
      quotations: quotations === 0 ? [] : matrix.rows.flatMap(({ key, label }, row) => matrix.columns.flatMap(({ code, label: meant }, column) => ((matrix.cells[row]![column] ?? 0) === 0 ? [] : saidInCell(project, asked, key, code).slice(0, quotations)
        .map((excerpt) => ({ of: `${key === null ? say('by.noValue') : label} → ${meant}`, speaker: excerpt.speakers.join(', '), document: excerpt.document, turn: excerpt.turn, text: excerpt.quotation }))))),
      asked: [[say('tables.rows'), groupAttribute(project, asked.by)], ...(within === undefined ? [] : [[say('conflicts.onlyWithin'), within] as const]), ...(asked.code === undefined ? [] : [[say('excerpt.code'), project.get('codes', asked.code).name] as const]), ...byWhom(project, words, asked)],
      n: summary,
    };
  },
});
