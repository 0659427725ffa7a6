import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import { callWith } from '../helpers/handing.ts';
import { newStudy } from '../helpers/study.ts';

const sheets = {
  'May.csv': 'respondent,group,trust\nA,GP,1\nB,GP,1\nC,Nurse,2\n',
  'June.csv': 'respondent,group,problems,remark\nA,GP,pay; forms,Too many\nB,GP,forms,\nC,Nurse,forms; beds; pay,No\n',
};
async function study(files: readonly (keyof typeof sheets)[]): Promise<Engine> {
  const engine = newStudy();
  for (const file of files) await callWith(engine, sheets, 'survey.import', { handle: file });
  return engine;
}
/** What of each report and each saved analysis can be read now: its rows, or its Problem. */
async function shown(engine: Engine): Promise<Record<string, string[]>> {
  const rows = (exhibit: { title: string; rows: readonly { label: string; cells: readonly unknown[] }[] }) => `${exhibit.title}: ${exhibit.rows.map(({ label, cells }) => [label, ...cells].join(' ')).join(' | ')}`;
  const reports = await Promise.all((await engine.call('report.list', {})).map(async ({ id, name }) => {
    const { parts } = await engine.call('report.read', { report: id });
    return [name, await Promise.all(parts.map(async (part) => { const { exhibit, problem } = await engine.call('report.show', { report: id, part: part.id }); return exhibit ? rows(exhibit) : problem!.problem; }))] as const;
  }));
  const saved = await Promise.all((await engine.call('savedTable.list', {})).map(async ({ name, kind, asked }) => [name, [rows((await engine.call('exhibit.read', { kind, asked: asked as never })).exhibit)]] as const));
  return Object.fromEntries([...reports, ...saved]);
}
const counted = 'problems, group: forms 2 100.00 1 1 100.00 1 | pay 1 50.00 2 1 100.00 1 | beds 0 0.00 3 1 100.00 1';

test('a question of a questionnaire that stands in a report is the same one after a renaming, and in another study whose numbers are others', async () => {
  const engine = await study(['June.csv']);
  const [survey] = await engine.call('survey.list', {});
  const question = survey!.questions.find(({ name }) => name === 'problems')!;
  const group = survey!.questions.find(({ name }) => name === 'group')!;
  // Views ask by the numbers of their file.
  const asked = { survey: survey!.id, question: question.id, by: group.id, split: null };
  const part = { type: 'exhibit' as const, kind: 'survey', asked };
  const { report } = await engine.call('report.create', { name: 'Report', parts: [part] });
  await engine.call('report.add', { report, part });
  await engine.call('savedTable.save', { name: 'Problems', kind: 'survey', asked });
  const before = await shown(engine);
  expect(before).toEqual({ Report: [counted, counted], Problems: [counted] });
  expect(JSON.stringify((await engine.call('savedTable.list', {}))[0]!.asked)).toContain(question.uuid);
  await engine.call('survey.change', { survey: survey!.id, name: 'Summer' });
  expect(await shown(engine)).toEqual(before);
  const { value: snapshot } = await engine.ask('study.snapshot', {});
  // There another questionnaire has taken these numbers, and a second time the same is there already.
  const other = await study(['May.csv']);
  await other.call('study.take', { snapshot: snapshot as never });
  expect(await shown(other)).toEqual(before);
  await other.call('study.take', { snapshot: snapshot as never });
  expect(await shown(other)).toEqual({ ...before, 'Report (2)': before['Report'], 'Problems (2)': before['Problems'] });
});

test('what an older version kept by numbers opens still, and goes into another study by identity', async () => {
  const engine = await study(['June.csv']);
  const [survey] = await engine.call('survey.list', {});
  const part = { id: 1, type: 'exhibit' as const, kind: 'survey', asked: { survey: survey!.id, question: survey!.questions.find(({ name }) => name === 'problems')!.id, split: null } };
  const nothing = { name: 'Old', description: '', attributes: [], participants: [], codes: [], documents: [], codings: [] };
  await engine.call('study.take', { snapshot: { ...nothing, reports: [{ name: 'Old', parts: [part] }] } });
  expect(await shown(engine)).toEqual({ Old: [counted] });
  const { value: snapshot } = await engine.ask('study.snapshot', {});
  const other = await study(['May.csv']);
  await other.call('study.take', { snapshot: snapshot as never });
  expect(await shown(other)).toEqual({ Old: [counted] });
  // A question that is gone says so, and is not taken for another of that number.
  await other.call('survey.remove', { survey: (await other.call('survey.list', {})).find(({ name }) => name === 'June')!.id });
  expect(await shown(other)).toEqual({ Old: ['no-such-survey'] });
});
