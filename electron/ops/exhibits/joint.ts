import type { Exhibit, ExhibitColumn, ExhibitQuotation } from '../../../shared/model/exhibit.ts';
import { measureWords } from '../../../shared/model/survey.ts';
import { hasScale, jointRules } from '../../../shared/words/sayJoint.ts';
import { exhibitKind } from '../exhibit.ts';
import { displayJoint, jointInput } from '../surveyJoint.ts';
import { linksOf } from '../surveyLinks.ts';
import { lastingName, surveyNamed, surveysInOrder } from '../surveys.ts';

/** Survey and interviews side by side: each linked answer's share and place in a group, how many raise it there, and what both say together. */
export const jointExhibit = exhibitKind({
  id: 'joint',
  input: jointInput,
  usual(project) {
    const survey = surveysInOrder(project).find((each) => linksOf(project, each).length > 0);
    return survey ? { survey: survey.name } : null;
  },
  lasting: (project, asked) => ({ ...asked, survey: lastingName(surveyNamed(project, asked.survey)) }),
  make(project, asked, words, wanted): Exhibit {
    const { say } = words;
    const joint = displayJoint(project, { ...asked, quotations: wanted.quotations });
    const scaled = hasScale(joint);
    const interviewed = joint.groups.reduce((sum, group) => sum + group.interviewed, 0);
    return {
      title: say('survey.jointTitle'), subtitle: say('survey.jointSubtitle', { survey: joint.survey.name }), corner: say('survey.answer'),
      columns: [{ over: '', label: say('excerpt.code'), n: null }, ...joint.groups.flatMap(({ label, respondents, interviewed: people }): ExhibitColumn[] => [
        { over: label, label: `${say('survey.inSurvey')} %`, n: respondents }, ...(scaled ? [{ over: label, label: say(measureWords[joint.measure]), n: null }] : []), { over: label, label: say('survey.rank'), n: null }, { over: label, label: say('survey.inInterviews'), n: people }, { over: label, label: say('survey.together'), n: null },
      ])],
      rows: joint.rows.map((row) => ({
        label: row.answer || row.question.name, depth: 0, facet: null,
        cells: [row.paths.join('; '), ...row.cells.flatMap(({ survey, interviews, verdict }) => [survey?.percent ?? null, ...(scaled ? [survey?.centre == null ? null : Number(survey.centre.toFixed(4))] : []), survey?.rank ?? null, interviews ? `${interviews.count}/${interviews.n}` : null, verdict === null ? null : say(`survey.verdict.${verdict}`)])],
      })),
      notes: jointRules(words, joint),
      quotations: joint.rows.flatMap((row) => row.cells.flatMap(({ quotations }, group) => quotations.map((excerpt): ExhibitQuotation => ({ of: `${row.answer || row.question.name}, ${joint.groups[group]!.label}`, speaker: excerpt.speakers.join(', '), document: excerpt.document, turn: excerpt.turn, text: excerpt.quotation })))),
      asked: [[say('survey.one'), joint.survey.name], ...(joint.attribute ? [[say('survey.jointAttribute'), joint.attribute.name] as const] : []), ...(asked.coder === undefined ? [] : [[say('excerpt.coder'), project.find('coders', asked.coder)?.name ?? ''] as const])],
      n: `${say('survey.respondents', { count: joint.groups.reduce((sum, group) => sum + group.respondents, 0) })}, ${say('stamp.people', { count: interviewed })}`,
    };
  },
});
