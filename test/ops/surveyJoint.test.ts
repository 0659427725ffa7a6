import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import { fillStudy } from '../../electron/core/wholeStudy.ts';
import type { IncomingFile } from '../../electron/ops/operation.ts';
import { likeness, placesAmong, verdictOf } from '../../shared/model/joint.ts';
import { callWith, importAll, importSheet } from '../helpers/handing.ts';
import { newStudy } from '../helpers/study.ts';

const sheet = `respondent,who,problems,trust,remark\n${[
  ['GPs', 'too many forms; pay', 4], ['gps', 'too many forms', 5], ['GPs', 'too many forms', 2], ['GPs', 'pay', 1], ['GPs', 'beds', 3],
  ['Nurses', 'beds', 5], ['Nurses', 'beds', 5], ['Nurses', 'beds', ''], ['Nurses', 'pay', 4], ['Nurses', 'beds; too many forms', 2], ['Officials', 'pay', 3],
].map((cells, index) => `R${index + 1},${cells.join(',')},${index === 0 ? 'Forms again' : ''}`).join('\n')}\n`;

/** Three GPs and two nurses were interviewed; what they say of forms and pay is coded. */
async function study(): Promise<{ engine: Engine; forms: number; pay: number }> {
  const engine = newStudy();
  await importSheet(engine, 'participant.import', 'name,Stakeholder\nAna,GPs\nBo,GPs\nCy,GPs\nDee,Nurses\nEve,Nurses\n');
  await importAll(engine, { 'P1.txt': 'I: How is it?\nAna: Forms all day.\nI: And you?\nBo: Forms too.\nCy: Nothing new.\nAna: Yes.\nBo: Yes.\nCy: No.\n', 'P2.txt': 'Dee: We are paid late.\nEve: Beds are full.\n' });
  const { code: paper } = await engine.call('code.create', { name: 'Paperwork', facet: 'theme' });
  const { code: forms } = await engine.call('code.create', { name: 'Too many forms', facet: 'theme', parent: paper });
  const { code: pay } = await engine.call('code.create', { name: 'Pay', facet: 'theme' });
  await callWith(engine, { 'June.csv': sheet }, 'survey.import', { handle: 'June.csv', columns: [{ column: 'remark', kind: 'open' }] });
  const documents = new Map((await engine.call('document.list', {})).map(({ id, name }) => [name, id]));
  const code = async (name: string, words: string, given: number) => {
    const document = documents.get(name)!;
    const { text } = await engine.call('document.read', { document });
    await engine.call('coding.apply', { document, start: text.indexOf(words), end: text.indexOf(words) + words.length, codes: [{ code: given }] });
  };
  await code('P1', 'Forms all', forms);
  await code('P1', 'Forms too', paper);
  await code('P2', 'paid late', pay);
  await code('June R1', 'Forms again', forms);
  return { engine, forms: paper, pay };
}
const joint = async (engine: Engine) => {
  const { groups, rows } = await engine.call('survey.joint', { quotations: 1 });
  return rows.map((row) => [row.answer || row.question.name, ...row.cells.map(({ survey, interviews, verdict, quotations }, at) =>
    `${groups[at]!.label} ${survey ? `${survey.count}/${survey.n} ${survey.percent} #${survey.rank}${survey.tied ? '=' : ''}${survey.centre === null ? '' : ` at ${survey.centre}`}` : '–'} ~ ${interviews ? `${interviews.count}/${interviews.n}` : '–'} ${verdict ?? '–'}${quotations.map(({ quotation }) => ` “${quotation}”`).join('')}`)].join(' | '));
};

test('linked answers stand beside what people of the same group say in interviews; answers to the questionnaire are no interviews', async () => {
  const { engine, forms, pay } = await study();
  const [survey] = await engine.call('survey.list', {});
  expect(survey).toMatchObject({ attributeName: 'Stakeholder', documents: 1 });
  const proposals = await engine.call('survey.proposals', { survey: survey!.id });
  expect(proposals.map(({ answer, questionName, proposed }) => `${answer || questionName}: ${proposed?.name ?? '–'}`)).toEqual(['beds: –', 'pay: Pay', 'too many forms: Too many forms', 'trust: –', 'remark: –']);
  const question = proposals[0]!.question;
  expect(await engine.call('survey.link', { links: [{ question, answer: 'too many forms', code: forms }, { question, answer: 'pay', code: pay }, { question, answer: 'PAY', code: pay }, { question: proposals[3]!.question, answer: '', code: pay }] })).toEqual({ added: 3 });
  expect(await joint(engine)).toEqual([
    'pay | GPs 2/5 40.00 #2 ~ 0/3 silent | Nurses 1/5 20.00 #2= ~ 1/2 contradictory “paid late” | Officials 1/1 100.00 #1 ~ – –',
    'too many forms | GPs 3/5 60.00 #1 ~ 2/3 convergent “Forms all” | Nurses 1/5 20.00 #2= ~ 0/2 silent | Officials 0/1 0.00 #2= ~ – –',
    'trust | GPs 2/5 40.00 #2= at 3 ~ 0/3 silent | Nurses 3/4 75.00 #1 at 4 ~ 1/2 convergent “paid late” | Officials 0/1 0.00 #2= at 3 ~ – –',
  ]);
  // By their medians the groups lie otherwise: 3 of the GPs, 4.5 of the nurses.
  expect((await engine.call('survey.joint', { measure: 'median' })).rows[2]!.cells.map(({ survey: place }) => [place!.rank, place!.tied, place!.centre])).toEqual([[2, true, 3], [1, false, 4.5], [2, true, 3]]);
  const { exhibit: medians } = await engine.call('exhibit.read', { kind: 'joint', asked: { measure: 'median' } });
  expect(medians.columns.slice(0, 6).map(({ label }) => label)).toEqual(['Code', 'Survey %', 'Median', 'Rank', 'Interviews', 'Together']);
  expect(medians.rows[2]!.cells.slice(0, 11)).toEqual(['Pay', '40.00', 3, 2, '0/3', 'silent', '75.00', 4.5, 1, '1/2', 'convergent']);
  expect(medians.notes).toContain('Of a scale, those above its middle are counted, and the groups are placed by their median, highest first; equal medians share a place.');
  // Whoever codes blind sees nobody else's codings here either.
  expect((await engine.call('survey.joint', { coder: 0 })).rows.flatMap(({ cells }) => cells.flatMap(({ interviews }) => interviews?.count ?? [])).every((count) => count === 0)).toBe(true);
  // Merged and removed codes take their links along; nothing points nowhere.
  const { code: again } = await engine.call('code.create', { name: 'Wages', facet: 'theme' });
  await engine.call('code.merge', { code: pay, into: again });
  expect((await joint(engine))[0]).toContain('1/2 contradictory');
  await engine.call('code.remove', { code: again });
  expect((await joint(engine)).map((row) => row.split(' | ')[0])).toEqual(['too many forms']);
  expect((await engine.call('study.check', {})).findings).toEqual([]);
  await engine.call('history.undo', {});
  await engine.call('survey.unlink', { question, answer: 'Pay', code: again });
  expect((await joint(engine)).map((row) => row.split(' | ')[0])).toEqual(['too many forms', 'trust']);
});

test('a question and the joint display leave the program as exhibits, their per cent to the last digit', async () => {
  const { engine, pay } = await study();
  const [survey] = await engine.call('survey.list', {});
  const { question } = (await engine.call('survey.proposals', { survey: survey!.id }))[0]!;
  await engine.call('survey.link', { links: [{ question, answer: 'pay', code: pay }] });
  const { exhibit } = await engine.call('exhibit.read', { kind: 'survey', asked: { question: 'problems' } });
  expect([exhibit.title, exhibit.n, exhibit.rows.map(({ label, cells }) => [label, ...cells].join(' '))]).toEqual(['problems, who', '11 respondents who answered', ['beds 1 20.00 3 4 80.00 1 0 0.00 2', 'pay 2 40.00 2 1 20.00 2 1 100.00 1', 'too many forms 3 60.00 1 1 20.00 2 0 0.00 2']]);
  const file = (await engine.ask('exhibit.export', { kind: 'survey', asked: { question: 'problems' }, format: 'csv' })).value as IncomingFile;
  expect(new TextDecoder().decode(file.bytes)).toContain('beds,1,20.00,3,4,80.00,1,0,0.00,2');
  const scale = (await engine.call('exhibit.read', { kind: 'survey', asked: { question: 'trust', by: 'all' }, language: 'zh' })).exhibit;
  expect(scale.rows.map(({ label, cells }) => [label, ...cells].join(' '))).toEqual(['全部 10 3.4 3.5 2.25 4.75 5.5 10.00 20.00 20.00 20.00 30.00']);
  const open = (await engine.call('exhibit.read', { kind: 'survey', asked: { question: 'remark' } })).exhibit;
  expect([open.corner, ...open.rows.map(({ label, cells }) => [label, ...cells].join(': '))]).toEqual(['Respondent', 'R1: GPs: Forms again']);
  const both = (await engine.call('exhibit.read', { kind: 'joint', asked: {}, quotations: 2 })).exhibit;
  expect(both.rows.map(({ label, cells }) => [label, ...cells.map((cell) => cell ?? '–')].join(' '))).toEqual(['pay Pay 40.00 2 0/3 silent 20.00 2 1/2 contradictory 100.00 1 – –']);
  expect(both.quotations.map(({ of, speaker, text }) => `${of}: ${speaker}: ${text}`)).toEqual(['pay, Nurses: Dee: paid late']);
});

test('a questionnaire with its answers, documents and links comes through a snapshot as it was', async () => {
  const { engine, forms } = await study();
  const [survey] = await engine.call('survey.list', {});
  await engine.call('survey.link', { links: [{ question: survey!.questions[1]!.id, answer: 'too many forms', code: forms }] });
  const snapshot = await engine.call('study.snapshot', {});
  const other = newStudy();
  await fillStudy(other.call, snapshot);
  expect((await other.call('study.snapshot', {})).surveys).toEqual(snapshot.surveys);
  expect(await joint(other)).toEqual(await joint(engine));
});

test('the rule of the joint display: silent with nobody on one side only, contradictory across a third and 20 points apart, else convergent', () => fc.assert(fc.property(
  fc.record({ n: fc.integer({ min: 0, max: 40 }), count: fc.nat(40) }), fc.record({ n: fc.integer({ min: 0, max: 40 }), count: fc.nat(40) }), (one, other) => {
    const [a, b] = [one, other].map(({ n, count }) => ({ n, count: Math.min(n, count) })) as [typeof one, typeof other];
    const verdict = verdictOf(a, b);
    expect(verdictOf(b, a)).toBe(verdict);
    if (a.n === 0 || b.n === 0) expect(verdict).toBeNull();
    else if (a.count === 0 || b.count === 0) expect(verdict).toBe(a.count === b.count ? 'nothing' : 'silent');
    else {
      // In whole numbers: 3·count ≥ n is a third, 5·|…| ≥ n·n is 20 points.
      const crosses = (3 * a.count >= a.n) !== (3 * b.count >= b.n) && 5 * Math.abs(a.count * b.n - b.count * a.n) >= a.n * b.n;
      expect(verdict).toBe(crosses ? 'contradictory' : 'convergent');
    }
  }), { numRuns: 3000 }));

test('a place among others counts those that lie higher, and is shared by equals alone; who gave nothing has none', () => fc.assert(fc.property(fc.array(fc.option(fc.integer({ min: -4, max: 4 }), { nil: null })), (values) => {
  const places = placesAmong(values.map((value) => (value === null ? null : value / 3)));
  expect(places).toEqual(values.map((value) => (value === null ? null : { rank: 1 + values.filter((other) => other !== null && other > value).length, tied: values.filter((other) => other === value).length > 1 })));
})));

test.each([['Too many forms', 'too many form', 1], ['病人不下转', '病人上去了就不转下来', 0], ['药品目录不一致', '医院和社区的药品目录不一致', 0.5], ['Before the pilot', 'Non-pilot', 0], ['Pay', 'pay', 1], ['Pay', 'far', 0]])('%s and %s are alike by at least %f', (one, other, least) => {
  expect(likeness(one, other)).toBeGreaterThanOrEqual(least);
  if (least === 0) expect(likeness(one, other)).toBeLessThan(0.4);
});
