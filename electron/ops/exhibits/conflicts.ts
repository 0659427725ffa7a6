import { z } from 'zod';
import { matrixCounts, oneSidedTimes, pointKinds, usualDrawn, type ConflictEntry, type ConflictMatrix } from '../../../shared/model/conflicts.ts';
import type { Excerpt } from '../../../shared/model/excerpt.ts';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import type { Words } from '../../../shared/words/index.ts';
import { levelInWords } from '../../../shared/words/sayConflicts.ts';
import { codePaths } from '../codes.ts';
import { formatPath } from '../../../shared/model/path.ts';
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
export const conflictMatrixExhibit = exhibitKind({
  id: 'conflictMatrix',
  input: z.strictObject({ ...matrixAsked, count: z.enum(matrixCounts).default('participants'), least: z.int().min(1).max(10_000).optional(), /** Pairs from this number on are drawn in a network. */ drawn: z.int().min(1).max(10_000).default(usualDrawn) }),
  names: { by: 'groups', 'within.attribute': 'groups', code: 'codeNumber' },
  usual: (project) => (project.one("SELECT 1 FROM codings JOIN codes ON codes.id = code WHERE facet = 'conflict' LIMIT 1") && project.one("SELECT 1 FROM attributes WHERE of = 'participants' LIMIT 1") ? {} : null),
  make(project, { drawn, ...asked }, words, { quotations }): Exhibit {
    const { say } = words;
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
