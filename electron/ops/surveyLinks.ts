import { z } from 'zod';
import { wholeText } from '../../shared/model/fields.ts';
import { likely, likeness } from '../../shared/model/joint.ts';
import { formatPath } from '../../shared/model/path.ts';
import type { Row } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import { codePaths, codesInOrder } from './codes.ts';
import { command, query, type Reader } from './operation.ts';
import { questionsInOrder } from './surveys.ts';

const id = z.int().positive();
/** '' is the whole question. */
const link = z.strictObject({ question: id, answer: wholeText, code: id });

/** What of a survey can be linked to codes: each answer of a question that is counted; a scale and open answers as a whole. The groups are not. */
export function linkable(project: Reader, survey: Row<'surveys'>): { question: Row<'questions'>; answer: string }[] {
  return questionsInOrder(project, survey.id).filter((question) => question.id !== survey.grouping).flatMap((question) =>
    question.kind === 'choice' || question.kind === 'several' ? question.choices.map((answer) => ({ question, answer })) : question.kind === 'number' ? [] : [{ question, answer: '' }]);
}
/** The links of a survey, in the order of its questions and their answers. */
export function linksOf(project: Reader, survey: Row<'surveys'>): Row<'answerCodes'>[] {
  const places = new Map(linkable(project, survey).map(({ question, answer }, place) => [`${question.id}/${nameKey(answer)}`, place]));
  const at = (row: Row<'answerCodes'>) => places.get(`${row.question}/${nameKey(row.answer)}`) ?? Infinity;
  return questionsInOrder(project, survey.id).flatMap((question) => project.all('answerCodes', { question: question.id })).toSorted((a, b) => at(a) - at(b) || a.id - b.id);
}

export const proposeLinks = query({
  /** For every answer of a survey the codes that it is linked with, and the one that is called most like it, as far as one is. */
  input: z.strictObject({ survey: id }),
  run(project, { survey }) {
    const row = project.get('surveys', survey);
    const paths = codePaths(project);
    const codes = codesInOrder(project);
    const linked = Map.groupBy(linksOf(project, row), ({ question, answer }) => `${question}/${nameKey(answer)}`);
    return linkable(project, row).map(({ question, answer }) => {
      const mine = linked.get(`${question.id}/${nameKey(answer)}`) ?? [];
      const called = answer === '' ? question.name : answer;
      const best = codes.map((code) => ({ code: code.id, alike: Math.max(...[code.name, ...code.aliases].map((name) => likeness(called, name))) })).reduce<{ code: number; alike: number } | null>((most, each) => (each.alike > (most?.alike ?? 0) ? each : most), null);
      const proposed = best && best.alike >= likely && !mine.some(({ code }) => code === best.code) ? best.code : null;
      const described = (code: number) => { const { name, facet, colour } = project.get('codes', code); return { id: code, name, facet, colour, path: formatPath(paths.get(code)!) }; };
      return { question: question.id, questionName: question.name, kind: question.kind, answer, linked: mine.map(({ code }) => described(code)), proposed: proposed === null || mine.length > 0 ? null : described(proposed) };
    });
  },
});

export const linkAnswers = command({
  /** Says which codes answers speak of; what is linked already stays as it is. */
  input: z.strictObject({ links: z.array(link).min(1).max(5000) }),
  run(project, { links }) {
    const fresh = links.filter(({ question, answer, code }, index) => {
      project.get('questions', question);
      project.get('codes', code);
      const same = (other: { question: number; answer: string; code: number }) => other.question === question && other.code === code && nameKey(other.answer) === nameKey(answer);
      return !project.all('answerCodes', { question, code }).some(same) && !links.slice(0, index).some(same);
    });
    project.addAll('answerCodes', fresh);
    return { added: fresh.length };
  },
  about: (project, { links }) => ({ count: links.length, answer: links[0]!.answer || project.get('questions', links[0]!.question).name, code: project.get('codes', links[0]!.code).name }),
});
export const unlinkAnswer = command({
  input: link,
  run(project, { question, answer, code }) {
    project.remove('answerCodes', project.all('answerCodes', { question, code }).filter((row) => nameKey(row.answer) === nameKey(answer)).map((row) => row.id));
  },
  about: (project, { question, answer, code }) => ({ answer: answer || project.get('questions', question).name, code: project.get('codes', code).name }),
});
