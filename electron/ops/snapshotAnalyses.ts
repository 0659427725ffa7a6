import type { Facet, Row, TableName } from '../../shared/model/schema.ts';
import type { Snapshot, SnapshotConflict, SnapshotSurvey } from '../../shared/model/snapshot.ts';
import { nameKey } from '../../shared/model/text.ts';
import { findAttribute } from './attributes.ts';
import { lastingAsked, lastingPart } from './lasting.ts';
import type { Reader, Writer } from './operation.ts';
import { passageAt, type Taken } from './snapshotMemos.ts';

type Named = { readonly path: readonly string[]; readonly facet: Facet };
interface Names { readonly documentOf: ReadonlyMap<number, string>; readonly personOf: ReadonlyMap<number, string>; codeOf(code: number): Named }
const inOrder = <T extends { readonly position: number; readonly id: number }>(rows: readonly T[]): T[] => rows.toSorted((a, b) => a.position - b.position || a.id - b.id);

function surveysAs(project: Reader, { documentOf, personOf, codeOf }: Names): SnapshotSurvey[] {
  const questions = Map.groupBy(inOrder(project.all('questions')), (question) => question.survey);
  const nameOf = new Map(project.all('questions').map(({ id, name }) => [id, name]));
  const codes = Map.groupBy(project.all('answerCodes'), (each) => each.question);
  const respondents = Map.groupBy(project.all('respondents'), (each) => each.survey);
  const answers = Map.groupBy(project.query<Row<'answers'>>('SELECT * FROM answers ORDER BY question'), (each) => each.respondent);
  return inOrder(project.all('surveys')).map(({ id, uuid, name, source, encoding, created, grouping, attribute, respondentColumn }) => ({
    uuid, name, source, encoding, created, respondentColumn, grouping: nameOf.get(grouping ?? 0) ?? null, attribute: project.find('attributes', attribute)?.name ?? null,
    questions: (questions.get(id) ?? []).map((question) => ({ uuid: question.uuid, name: question.name, kind: question.kind, separator: question.separator, choices: question.choices, wording: question.wording, columns: question.columns, missing: question.missing, blank: question.blank, codes: (codes.get(question.id) ?? []).map(({ answer, code }) => ({ answer, code: codeOf(code) })) })),
    respondents: (respondents.get(id) ?? []).map((each) => ({
      uuid: each.uuid, name: each.name, participant: personOf.get(each.participant ?? 0) ?? null, document: documentOf.get(each.document ?? 0) ?? null,
      answers: Object.fromEntries((answers.get(each.id) ?? []).map(({ question, value }) => [nameOf.get(question)!, value])),
    })),
  }));
}

function conflictsAs(project: Reader, { documentOf, codeOf }: Names): SnapshotConflict[] {
  const points = Map.groupBy(inOrder(project.all('conflictPoints')), (point) => point.conflict);
  const passages = Map.groupBy(project.all('conflictPassages'), (each) => each.conflict);
  const code = (id: number | null) => (id === null ? null : codeOf(id));
  return inOrder(project.all('conflicts')).map(({ id, uuid, name, description, party, counterparty, direction, intensity, code: made, created, changed }) => {
    const own = points.get(id) ?? [];
    return {
      uuid, name, description, party: code(party)?.path ?? null, counterparty: code(counterparty)?.path ?? null, direction, intensity, code: code(made), created, changed,
      points: own.map((point) => ({ uuid: point.uuid, kind: point.kind, name: point.name, level: point.level, code: code(point.code) })),
      passages: (passages.get(id) ?? []).map(({ passage, point, side }) => {
        const { document, start, end } = project.get('passages', passage);
        return { document: documentOf.get(document)!, start, end, point: point === null ? null : own.findIndex((each) => each.id === point), side };
      }),
    };
  });
}

/** What was made of the study besides its codes: saved tables, reports, word lists, questionnaires, conflicts. */
export const analysesAs = (project: Reader, names: Names): Required<Pick<Snapshot, 'savedTables' | 'reports' | 'listedWords' | 'surveys' | 'conflicts'>> => ({
  savedTables: inOrder(project.all('savedTables')).map(({ uuid, name, kind, asked }) => ({ uuid, name, kind, asked: lastingAsked(project, kind, asked) })),
  reports: inOrder(project.all('reports')).map(({ uuid, name, parts }) => ({ uuid, name, parts: parts.map((part) => lastingPart(project, part)) })),
  listedWords: project.all('listedWords').map(({ uuid, kind, language, word, base }) => ({ uuid, kind, language, word, ...(base === '' ? {} : { base }) })),
  surveys: surveysAs(project, names),
  conflicts: conflictsAs(project, names),
});

type Free = (names: Iterable<string>, wanted: string) => string;
/** Where a new row of an ordered table comes: a name that is free, behind the others, with its own identity where this study has none of it. */
function placed(project: Reader, table: 'savedTables' | 'reports' | 'surveys' | 'conflicts', name: string, uuid: string | undefined, free: Free) {
  const there = project.all(table) as readonly { name: string; position: number }[];
  return { name: free(there.map((each) => each.name), name), position: Math.max(-1, ...there.map((each) => each.position)) + 1, ...unknown(project, table, uuid) };
}
const unknown = (project: Reader, table: TableName, uuid: string | undefined): { uuid?: string } => (uuid === undefined || project.one(`SELECT 1 FROM "${table}" WHERE uuid = ?`, uuid) ? {} : { uuid });

/** What a listed word is by: as a word, and as a form that is counted with another, it may stand there twice. */
const listedAs = ({ kind, language, word, base = '' }: { kind: string; language: string; word: string; base?: string | undefined }): string => `${kind} ${language} ${base === '' ? '' : 'form'} ${nameKey(word)}`;

/** Takes what `analysesAs` gives. What it names must have come before; names that are taken get a number. */
export function takeAnalyses(project: Writer, { savedTables = [], reports = [], listedWords = [], surveys = [], conflicts = [] }: Snapshot, taken: Taken, free: Free): void {
  const at = { created: project.now, changed: project.now };
  for (const { name, uuid, kind, asked } of savedTables) project.add('savedTables', { kind, asked, ...at, ...placed(project, 'savedTables', name, uuid, free) });
  for (const { name, uuid, parts } of reports) project.add('reports', { parts: [...parts], ...at, ...placed(project, 'reports', name, uuid, free) });
  const listed = new Set(project.all('listedWords').map(listedAs));
  project.addAll('listedWords', listedWords.filter((word) => !listed.has(listedAs(word))).map(({ uuid, ...word }) => ({ base: '', ...word, ...unknown(project, 'listedWords', uuid) })));
  for (const survey of surveys) takeSurvey(project, survey, taken, free);
  for (const conflict of conflicts) takeConflict(project, conflict, taken, free);
}

function takeSurvey(project: Writer, { name, uuid, source, encoding, created, grouping, attribute, respondentColumn = null, questions, respondents }: SnapshotSurvey, { people, documents, code }: Taken, free: Free): void {
  const survey = project.add('surveys', {
    respondentColumn,
    source, encoding, original: '', created, grouping: null, attribute: attribute === null ? null : findAttribute(project, 'participants', attribute)?.id ?? null, ...placed(project, 'surveys', name, uuid, free),
  });
  const numbers = new Map(questions.map((question, position) => {
    const { name: asked, kind, separator, choices, wording = '', columns = [], missing = [], blank = 'none' } = question;
    const id = project.add('questions', { wording, columns: [...columns], missing: [...missing], blank, survey, name: asked, kind, separator, choices: [...choices], position, ...unknown(project, 'questions', question.uuid) });
    project.addAll('answerCodes', question.codes.map(({ answer, code: named }) => ({ question: id, answer, code: code(named.path, named.facet) })));
    return [asked, id] as const;
  }));
  if (grouping !== null) project.change('surveys', survey, { grouping: numbers.get(grouping) ?? null });
  const first = project.addAll('respondents', respondents.map((each) => ({ survey, name: each.name, participant: people.get(each.participant ?? '') ?? null, document: documents.get(each.document ?? '') ?? null, ...unknown(project, 'respondents', each.uuid) })));
  project.addAll('answers', respondents.flatMap(({ answers }, index) => Object.entries(answers).flatMap(([asked, value]) => { const question = numbers.get(asked); return question === undefined ? [] : [{ respondent: first + index, question, value }]; })));
}

function takeConflict(project: Writer, { name, uuid, party, counterparty, code: made, points, passages, ...said }: SnapshotConflict, { documents, code }: Taken, free: Free): void {
  const { description, direction, intensity, created, changed } = said;
  const stakeholder = (path: readonly string[] | null) => (path === null ? null : code(path, 'stakeholder'));
  const codeNow = (named: Named | null) => (named === null ? null : code(named.path, named.facet));
  const conflict = project.add('conflicts', { description, direction, intensity, created, changed, party: stakeholder(party), counterparty: stakeholder(counterparty), code: codeNow(made), ...placed(project, 'conflicts', name, uuid, free) });
  const numbers = points.map((point, position) => project.add('conflictPoints', { conflict, kind: point.kind, name: point.name, level: point.level, code: codeNow(point.code), position, ...unknown(project, 'conflictPoints', point.uuid) }));
  project.addAll('conflictPassages', passages.flatMap(({ document, start, end, point, side }) => {
    const there = documents.get(document);
    return there === undefined ? [] : [{ conflict, passage: passageAt(project, there, start, end, {}), point: point === null ? null : numbers[point] ?? null, side }];
  }));
}
