import { z } from 'zod';
import type { Excerpt } from '../../shared/model/excerpt.ts';
import { jointMeasures, placesAmong, verdictOf, type JointMeasure, type Place, type Share, type Verdict } from '../../shared/model/joint.ts';
import { formatPath } from '../../shared/model/path.ts';
import type { Row } from '../../shared/model/schema.ts';
import { isMeasured, measureOf } from '../../shared/model/survey.ts';
import { nameKey } from '../../shared/model/text.ts';
import { percentText } from '../../shared/statistics/proportions.ts';
import { answerDocuments } from './answerDocuments.ts';
import { codePaths, codesInOrder, subtree, type Code } from './codes.ts';
import { excerptsOf } from './excerpts.ts';
import { speakersOf } from './facts.ts';
import { groupingBy, type Grouping } from './groups.ts';
import { query, type Reader } from './operation.ts';
import { groundOf } from './queryGround.ts';
import { spread } from './quoting.ts';
import { seenBy } from './seen.ts';
import { linksOf } from './surveyLinks.ts';
import { answeredTo, surveyTable, surveyTableInput, type SurveyTable } from './surveyTable.ts';
import { surveyNamed } from './surveys.ts';

/** One answer in one group, in both sources; null where nobody was asked, or interviewed. */
export interface JointCell {
  /** Its place: of an answer among the answers of its group; of a whole question, of the group among the groups. `centre`: mean or median of a scale. */
  readonly survey: (Share & Place & { readonly percent: string; readonly centre: number | null }) | null;
  readonly interviews: (Share & { readonly percent: string; readonly codings: number }) | null;
  readonly verdict: Verdict | null;
  readonly quotations: readonly Excerpt[];
}
export interface JointRow { readonly question: { readonly id: number; readonly name: string; readonly kind: Row<'questions'>['kind'] }; /** '' for the whole question. */ readonly answer: string; readonly codes: readonly Pick<Code, 'id' | 'name' | 'facet' | 'colour'>[]; readonly paths: readonly string[]; readonly cells: readonly JointCell[] }
export const jointInput = z.strictObject({
  survey: surveyTableInput.shape.survey,
  /** Of each answer and group, at most. */
  quotations: z.int().min(0).max(20).default(2),
  /** By what groups are placed on a scale. */
  measure: z.enum(jointMeasures).default('mean'), ...seenBy,
});

/** What each group answered to a row's question: as it is counted, for the whole of a scale those who are above its middle, for open answers those who gave one. */
function sharesOf(question: Row<'questions'>, answer: string, table: SurveyTable, measure: JointMeasure): (JointCell['survey'])[] {
  const shown = (count: number, n: number, place: Place | null, centre: number | null = null) => (n === 0 || !place ? null : { count, n, percent: percentText(count, n), ...place, centre });
  if (answer !== '') {
    const row = table.rows.find((each) => nameKey(each.answer) === nameKey(answer));
    return table.columns.map(({ n }, column) => {
      const rank = row?.ranks[column] ?? table.rows.length + 1;
      return shown(row?.counts[column] ?? 0, n, { rank, tied: table.rows.filter((other) => other.ranks[column] === rank).length > 1 });
    });
  }
  if (!isMeasured(question.kind)) {
    const places = placesAmong(table.columns.map(({ key, n, respondents }) => (key === null || respondents === 0 ? null : n / respondents)));
    return table.columns.map(({ n, respondents }, column) => shown(n, respondents, places[column]!));
  }
  const steps = question.choices.map((step) => measureOf(question, step)!).filter((step) => step !== null);
  const middle = (Math.min(...steps) + Math.max(...steps)) / 2;
  const centres = table.columns.map(({ key }, column) => (key === null ? null : table.measures[column]?.[measure] ?? null));
  const places = placesAmong(centres);
  return table.values.map((values, column) => shown(values.filter((value) => value > middle).length, values.length, places[column]!, centres[column]!));
}

/** Who raises the codes of each row in which group, in interviews alone: answers to the questionnaire are no second source. */
function raised(project: Reader, grouping: Grouping, codes: readonly (readonly number[])[], coder: number | undefined) {
  const answers = answerDocuments(project);
  const known = new Set(codesInOrder(project).map((code) => code.id));
  const rowsOfCode = new Map<number, Set<number>>();
  for (const [row, each] of codes.entries()) for (const root of each) if (known.has(root)) for (const code of subtree(project, root)) rowsOfCode.set(code, (rowsOfCode.get(code) ?? new Set()).add(row));
  const cells = new Map<string, { people: Set<number>; codings: Map<number, { coding: number; by: number }> }>();
  const ground = groundOf(project, coder);
  const { code, id } = ground.facts.codings;
  for (let place = 0; place < ground.size; place++) {
    const counted = answers.has(ground.document[place]!) ? null : grouping.counted(speakersOf(ground.facts, ground.index[place]!));
    if (counted === null) continue;
    const inRows = new Map<number, number>();
    for (const coding of ground.codings.subarray(ground.first[place], ground.first[place + 1])) for (const row of rowsOfCode.get(code[coding]!) ?? []) if (!inRows.has(row)) inRows.set(row, id[coding]!);
    if (inRows.size === 0) continue;
    for (const group of grouping.groupsOf(counted)) for (const [row, coding] of inRows) {
      const key = `${row}/${group}`;
      let cell = cells.get(key);
      if (!cell) cells.set(key, (cell = { people: new Set(), codings: new Map() }));
      const speaking = grouping.speakersIn(group, counted);
      for (const person of speaking) cell.people.add(person);
      cell.codings.set(place, { coding, by: speaking[0] ?? 0 });
    }
  }
  return (row: number, group: number) => cells.get(`${row}/${group}`) ?? null;
}

/**
 * Each linked answer beside the codes that speak of it, group by group: its share and place in the survey, how many of those interviewed raise it, and
 * some of their words. Groups go together by name: values of the survey's attribute. Problem `no-surveys`.
 */
export function displayJoint(project: Reader, { survey: wanted, quotations, measure, coder }: z.output<typeof jointInput>) {
  const survey = surveyNamed(project, wanted);
  const attribute = project.find('attributes', survey.attribute);
  const links = Map.groupBy(linksOf(project, survey), ({ question, answer }) => `${question}/${nameKey(answer)}`);
  const tables = new Map<number, SurveyTable>();
  const tableOf = (question: number): SurveyTable => {
    let table = tables.get(question);
    if (!table) tables.set(question, (table = surveyTable(project, { survey: survey.id, question, split: null })));
    return table;
  };
  const groups = groupsOf(project, survey);
  const grouping = attribute && survey.grouping !== null ? groupingBy(project, `participants:${attribute.name}`, 'interviewees') : null;
  const places = groups.map((group) => grouping?.groups.findIndex((each) => each.key !== null && nameKey(each.key) === nameKey(group)) ?? -1);
  const linked = [...links.values()];
  const cellOf = grouping ? raised(project, grouping, linked.map((each) => each.map(({ code }) => code)), coder) : () => null;
  const paths = codePaths(project);
  const made = linked.map((each, row) => {
    const question = project.get('questions', each[0]!.question);
    const table = tableOf(question.id);
    const shares = sharesOf(question, each[0]!.answer, table, measure);
    return groups.map((group, index) => {
      const column = table.columns.findIndex(({ key }) => key !== null && nameKey(key) === nameKey(group));
      const place = places[index]!;
      const interviewed = place < 0 ? 0 : grouping!.groups[place]!.people.size;
      const found = place < 0 ? null : cellOf(row, place);
      const [count, codings] = [found?.people.size ?? 0, found?.codings.size ?? 0];
      const asked = column < 0 ? null : shares[column]!;
      const interviews = interviewed === 0 ? null : { count, n: interviewed, percent: percentText(count, interviewed), codings };
      return { survey: asked, interviews, verdict: verdictOf(asked, interviews), chosen: spread([...found?.codings.values() ?? []], quotations) };
    });
  });
  const excerpts = new Map(excerptsOf(project, [...new Set(made.flat().flatMap(({ chosen }) => chosen))]).map((excerpt) => [excerpt.coding, excerpt]));
  const rows = linked.map((each, row): JointRow => {
    const { id, name, kind } = project.get('questions', each[0]!.question);
    const codes = each.map(({ code }) => project.get('codes', code));
    return {
      question: { id, name, kind }, answer: each[0]!.answer, codes: codes.map((code) => ({ id: code.id, name: code.name, facet: code.facet, colour: code.colour })), paths: codes.map((code) => formatPath(paths.get(code.id)!)),
      cells: made[row]!.map(({ chosen, ...cell }) => ({ ...cell, quotations: chosen.flatMap((coding) => excerpts.get(coding) ?? []) })),
    };
  });
  return {
    survey: { id: survey.id, name: survey.name }, attribute: attribute ? { id: attribute.id, name: attribute.name } : null, measure, rows,
    groups: groups.map((label, index) => ({ label, respondents: respondentsIn(project, survey, label), interviewed: places[index]! < 0 ? 0 : grouping!.groups[places[index]!]!.people.size })),
  };
}
export const jointDisplay = query({
  input: jointInput,
  run: (project, asked) => displayJoint(project, asked),
});
/** The groups of a survey in the order in which its tables show them. */
function groupsOf(project: Reader, survey: Row<'surveys'>): string[] {
  if (survey.grouping === null) return [];
  return surveyTable(project, { survey: survey.id, question: survey.grouping, split: null }).columns.flatMap(({ key }) => (key === null ? [] : [key]));
}
const respondentsIn = (project: Reader, { grouping }: Row<'surveys'>, group: string): number => (grouping === null ? 0 : [...answeredTo(project, grouping).values()].filter((value) => nameKey(value) === nameKey(group)).length);
