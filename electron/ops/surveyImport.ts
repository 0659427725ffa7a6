import { Problem } from '../../shared/model/problem.ts';
import type { Row } from '../../shared/model/schema.ts';
import { separators, splitAnswers } from '../../shared/model/survey.ts';
import { nameKey, normaliseName } from '../../shared/model/text.ts';
import { attributesInOrder, findAttribute } from './attributes.ts';
import { command, query, type Reader } from './operation.ts';
import { separatorOf } from './surveyColumns.ts';
import { planSurvey, prepareSurvey, surveyInput, type HandedSurvey, type SurveyAsked, type SurveyPlan } from './surveySheet.ts';
import { answersNow, respondentsNow, takeSurvey, type SurveyTaken } from './surveyWriting.ts';
import { surveysInOrder } from './surveys.ts';

/** Attributes of participants whose values are called as the groups are, those that fit best first. */
function attributesFitting(project: Reader, groups: readonly string[]) {
  const keys = new Set(groups.map(nameKey));
  return attributesInOrder(project).filter((attribute) => attribute.of === 'participants' && (attribute.kind === 'choice' || attribute.kind === 'text')).map(({ id, name, choices }) => {
    const values = new Set([...choices, ...project.query<{ value: string }>('SELECT DISTINCT value FROM attributeValues WHERE attribute = ?', id).map((row) => row.value)].map(nameKey));
    return { id, name, fits: [...keys].filter((key) => values.has(key)).length };
  }).toSorted((a, b) => b.fits - a.fits);
}
/** The attribute that joins groups and interviews: as said, else as it was, else the one that fits, else (where somebody has to carry a value) one of the column's name. */
function attributeFor(project: Reader, asked: SurveyAsked, { survey, group, columns, taken }: SurveyPlan): { id: number; name: string } | { id: null; name: string } | null {
  const named = (id: number) => ({ id, name: project.get('attributes', id).name });
  const byName = (name: string) => { const there = findAttribute(project, 'participants', name); return there ? named(there.id) : { id: null, name }; };
  if (typeof asked.attribute === 'number') return named(asked.attribute);
  if (asked.attribute === null || group === null) return null;
  if (asked.attribute !== undefined) return byName(asked.attribute);
  if (survey?.attribute) return named(survey.attribute);
  const groups = [...new Set(taken.map((row) => row.group).filter((value) => value !== ''))];
  const best = attributesFitting(project, groups)[0];
  if (best && best.fits > 0 && best.fits * 2 >= groups.length) return named(best.id);
  return columns.some(({ kind }) => kind === 'open') ? byName(group.name) : null;
}

/** What is wrong with a column, or only looks so. */
function columnFaults({ columns, taken }: SurveyPlan, place: number): ('empty' | 'no-separator' | 'other-separator')[] {
  const { kind, separator, index, ticks } = columns[place]!;
  const cells = taken.map((row) => row.cells[index]!).filter((cell) => cell !== '');
  if (cells.length === 0) return ['empty'];
  if (kind !== 'several' || ticks !== null) return [];
  if (!cells.some((cell) => splitAnswers(cell, separator).length > 1)) return ['no-separator'];
  const other = separatorOf(cells);
  return other !== null && other !== separator && separators.indexOf(other) < separators.indexOf(separator) ? ['other-separator'] : [];
}

export const previewSurvey = query({
  /** What taking a questionnaire in would come to, before anything is written: columns as they are understood, groups, faults, and what is there already. */
  input: surveyInput, prepare: prepareSurvey,
  run(project, asked, handed: HandedSurvey) {
    const plan = planSurvey(project, handed, asked);
    const { name, survey, id, group, columns, rows, taken, misfits, values, apart } = plan;
    const known = respondentsNow(project, survey?.id);
    const answers = survey ? answersNow(project, survey.id) : new Map<string, Row<'answers'>>();
    const inSheet = new Set(taken.map((row) => nameKey(row.name)));
    const attribute = attributeFor(project, asked, plan);
    const groups = Map.groupBy(taken, (row) => nameKey(row.group));
    const open = columns.flatMap(({ kind }, index) => (kind === 'open' ? [index] : []));
    const namesakes = new Set(project.all('participants').map((person) => nameKey(person.name)));
    return {
      file: handed.file.name, encoding: handed.sheet.encoding, headings: handed.sheet.header.map(normaliseName).filter((heading) => heading !== ''),
      name, survey: survey ? { id: survey.id, name: survey.name } : null, surveys: surveysInOrder(project).map((each) => ({ id: each.id, name: each.name })),
      id: id?.name ?? null, group: group?.name ?? null, attribute, attributes: group ? attributesFitting(project, [...groups.values()].map(([first]) => first!.group)) : [],
      apart: apart.map((each) => ({ name: each.name, columns: each.columns.length })),
      columns: columns.map(({ name: column, kind, found, separator, choices, blank, question, index, ticks }, place) => {
        const kept = values.map((row) => row[place]!).filter((value) => value !== null);
        const cells = taken.map((row) => row.cells[index]!).filter((cell) => cell !== '');
        return {
          name: column, /** How many columns it is put together from; 0 where it is one. */ ticks: ticks?.columns.length ?? 0, kind, found, separator, choices, blank, isNew: question === null, isGroup: index === group?.index, answered: kept.length, filled: cells.length, different: new Set(cells).size,
          sample: [...new Set(cells)].slice(0, 4), faults: columnFaults(plan, place), misfits: misfits.filter((misfit) => misfit.column === column).length,
        };
      }),
      groups: [...groups.values()].map((same) => ({ label: same[0]!.group, count: same.length })).toSorted((a, b) => b.count - a.count),
      faults: rows.filter((row) => row.fault !== null).map(({ row, name: called, fault, before }) => ({ row, name: called, fault: fault!, before })),
      misfits: misfits.slice(0, 50), taken: taken.length,
      added: taken.filter((row) => !known.has(nameKey(row.name))).length,
      /** Respondents of the study that the sheet does not have: they stay. */
      absent: [...known.keys()].filter((key) => !inSheet.has(key)).length,
      changed: taken.reduce((sum, row, at) => {
        const respondent = known.get(nameKey(row.name));
        return sum + (respondent ? columns.filter(({ question, kind }, place) => kind !== 'leave' && (question ? answers.get(`${question.id}/${respondent.id}`)?.value ?? null : null) !== values[at]![place]).length : 0);
      }, 0),
      /** Questions that are new, or understood in another way than before. */
      questions: columns.filter(({ kind, question, separator, choices }) => kind !== 'leave' && (question === null || question.kind !== kind || question.separator !== separator || JSON.stringify(question.choices) !== JSON.stringify(choices))).length,
      documents: taken.filter((_, at) => open.some((place) => values[at]![place] !== null)).length,
      namesakes: open.length === 0 ? 0 : taken.filter((row) => namesakes.has(nameKey(row.name)) && !known.get(nameKey(row.name))?.participant).length,
    };
  },
});

export const importSurvey = command({
  /**
   * Takes a questionnaire in, one row a respondent, or brings the one of its name up to date by what respondents are called. Rows without a name, or
   * with one that stands above, refuse all unless they are left out. Respondents that the sheet does not have stay as they are.
   */
  input: surveyInput, prepare: prepareSurvey,
  run(project, asked, handed: HandedSurvey): SurveyTaken {
    const plan = planSurvey(project, handed, asked);
    const left = new Set(asked.leaveOut);
    const wrong = plan.rows.find(({ fault, row }) => fault !== null && !left.has(row));
    const file = handed.file.name;
    if (wrong?.fault === 'nameless') throw new Problem('sheet-cell', { file, row: wrong.row, column: plan.id!.name, what: '—' });
    if (wrong) throw new Problem('sheet-row-twice', { file, row: wrong.row, name: wrong.name, before: wrong.before });
    if (plan.columns.every(({ kind }) => kind === 'leave')) throw new Problem('survey-no-questions', { file });
    return takeSurvey(project, plan, handed, attributeFor(project, asked, plan));
  },
  about: (_project, _input, { name, added, known }) => ({ survey: name, count: added + known }),
  remember: ({ name }) => ({ name }),
});
