import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStudy, openStudy, type Engine } from '../../electron/core/engine.ts';
import type { InputOf } from '../../electron/ops/index.ts';
import { callWith } from '../helpers/handing.ts';
import { everything, newStudy, temporaryFolder } from '../helpers/study.ts';

const sheet = 'respondent,group,trust,problems,remark,q_1,q_2\n1,GP,1,pay; forms,Too many forms,1,0\n2,GP,5,forms,,0,0\n3,Nurse,99,,No time at all,,\n4,Nurse,often,beds; pay,"Beds\nare full",1,1\n';
const take = (engine: Engine) => callWith(engine, { 'June.csv': sheet }, 'survey.import', { handle: 'June.csv', columns: [{ column: 'remark', kind: 'open' }, { column: 'trust', kind: 'scale', choices: ['1', '2', '3', '4', '5'] }, { column: 'problems', kind: 'several', separator: ';' }] });
const question = async (engine: Engine, name: string) => (await engine.call('survey.list', {}))[0]!.questions.find((each) => each.name === name)!;
const answers = async (engine: Engine, name: string) => Object.fromEntries((await engine.call('survey.answers', { question: name })).rows.map(({ respondent, answer }) => [respondent, answer]));
type Change = Omit<InputOf<'survey.changeQuestion'>, 'question'>;
const change = async (engine: Engine, name: string, fields: Change) => engine.call('survey.changeQuestion', { question: (await question(engine, name)).id, ...fields });
const preview = async (engine: Engine, name: string, fields: Change) => engine.call('survey.previewQuestion', { question: (await question(engine, name)).id, ...fields });

test('a question is understood in another way without a new import: from the kept sheet, told before it is done, back again as it was', async () => {
  const engine = newStudy();
  await take(engine);
  expect(await answers(engine, 'trust')).toEqual({ 1: '1', 2: '5', 3: '99', 4: 'often' });
  expect(await preview(engine, 'trust', { missing: ['99'], choices: ['1', '2', '3', '4', '5'] })).toMatchObject({ fromSheet: true, before: 4, after: 2, misfits: 1, faults: [{ row: 5, value: 'often' }], changed: 2 });
  await change(engine, 'trust', { missing: ['99'], choices: ['1', '2', '3', '4', '5'], name: 'Trust', wording: 'How far do you trust them?' });
  expect([await answers(engine, 'Trust'), (await question(engine, 'Trust')).choices]).toEqual([{ 1: '1', 2: '5' }, ['1', '2', '3', '4', '5']]);
  // A word among numbers was out; as a choice it is in, whatever the question is called since.
  await change(engine, 'Trust', { kind: 'choice' });
  expect(await answers(engine, 'Trust')).toEqual({ 1: '1', 2: '5', 4: 'often' });
  await change(engine, 'Trust', { kind: 'number', missing: [] });
  expect(await answers(engine, 'Trust')).toEqual({ 1: '1', 2: '5', 3: '99' });
  // The same sheet again finds the renamed question, and how it is read.
  expect(await callWith(engine, { 'June.csv': sheet }, 'survey.preview', { handle: 'June.csv' })).toMatchObject({ added: 0, changed: 0, questions: 0 });
  // What an empty cell means.
  expect(await answers(engine, 'problems')).toEqual({ 1: 'pay; forms', 2: 'forms', 3: '', 4: 'beds; pay' });
  await change(engine, 'problems', { blank: 'missing' });
  expect(await answers(engine, 'problems')).toEqual({ 1: 'pay; forms', 2: 'forms', 4: 'beds; pay' });
  expect(await preview(engine, 'problems', { blank: 'missing' })).toMatchObject({ different: false, changed: 0 });
});

test('open answers move into documents and out of them; the question’s name moves there too, coded words stay, links to codes stay sound', async () => {
  const engine = newStudy();
  await take(engine);
  const texts = async () => Object.fromEntries(await Promise.all((await engine.call('document.list', {})).map(async ({ id, name }) => [name, (await engine.call('document.read', { document: id })).text.replaceAll('\n', '¶')] as const)));
  const { code } = await engine.call('code.create', { name: 'forms', facet: 'theme' });
  const [first] = await engine.call('document.list', {});
  await engine.call('coding.apply', { document: first!.id, start: 'remark\nToo many '.length, end: 'remark\nToo many forms'.length, codes: [{ code }] });
  await change(engine, 'remark', { name: 'What is hard?' });
  expect(await texts()).toEqual({ 'June 1': 'What is hard?¶Too many forms', 'June 3': 'What is hard?¶No time at all', 'June 4': 'What is hard?¶Beds¶are full' });
  expect((await engine.call('excerpt.list', {})).map(({ quotation }) => quotation)).toEqual(['forms']);
  await engine.call('survey.link', { links: [{ question: (await question(engine, 'What is hard?')).id, answer: '', code }, { question: (await question(engine, 'problems')).id, answer: 'forms', code }, { question: (await question(engine, 'problems')).id, answer: 'pay', code }] });
  expect(await preview(engine, 'What is hard?', { kind: 'choice' })).toMatchObject({ unlinked: 1, documents: 'gone' });
  expect((await change(engine, 'What is hard?', { kind: 'choice' })).documents).toMatchObject({ kept: 1 });
  expect(await texts()).toEqual({ 'June 1': 'What is hard?¶Too many forms' });
  await change(engine, 'problems', { kind: 'open' });
  expect((await texts())['June 1']).toBe('What is hard?¶Too many forms¶¶problems¶pay; forms');
  expect((await engine.call('survey.joint', {})).rows).toEqual([]);
  expect((await engine.call('study.check', {})).findings).toEqual([]);
});

test('what cannot be is refused with its reason and changes nothing', async () => {
  const engine = newStudy();
  await take(engine);
  const history = async () => (await engine.call('history.list', {})).length;
  const before = await history();
  await expect(change(engine, 'trust', { name: 'PROBLEMS' })).rejects.toMatchObject({ code: 'name-taken' });
  await expect(change(engine, 'group', { kind: 'open' })).rejects.toMatchObject({ code: 'question-is-groups' });
  await expect(change(engine, 'q', { kind: 'choice' })).rejects.toMatchObject({ code: 'question-of-columns' });
  await expect(change(engine, 'q', { answers: [{ answer: 'q_1', name: 'q_2' }] })).rejects.toMatchObject({ code: 'answers-alike' });
  expect(await history()).toBe(before);
  // Columns of an SPSS file say little: their answers get names, which the next sheet keeps.
  await change(engine, 'q', { answers: [{ answer: 'q_1', name: 'fax; phone' }, { answer: 'q_2', name: 'mail' }] });
  expect(await answers(engine, 'q')).toEqual({ 1: 'fax\\; phone', 2: '', 4: 'fax\\; phone; mail' });
  expect(await callWith(engine, { 'June.csv': sheet }, 'survey.preview', { handle: 'June.csv' })).toMatchObject({ added: 0, changed: 0, questions: 0 });
  // In a study without the sheet, what was left out is not known any more; kept answers can be read in another way.
  const other = newStudy();
  await other.call('study.take', { snapshot: (await engine.ask('study.snapshot', {})).value as never });
  await expect(change(other, 'trust', { kind: 'choice' })).rejects.toMatchObject({ code: 'survey-sheet-gone' });
  await change(other, 'problems', { kind: 'choice' });
  expect(await answers(other, 'problems')).toMatchObject({ 1: 'pay; forms', 2: 'forms', 4: 'beds; pay' });
});

test('whatever is done to questions, undo takes back each step exactly, and all stays sound', async () => {
  const folder = temporaryFolder();
  const kind = fc.constantFrom('choice' as const, 'several' as const, 'scale' as const, 'number' as const, 'open' as const);
  const step = fc.record({ at: fc.constantFrom(1, 2, 3), change: fc.record({ kind, missing: fc.constantFrom<string[]>(['99'], ['often', 'forms'], []), blank: fc.constantFrom('none' as const, 'missing' as const), name: fc.constantFrom('A', 'B', '题 3') }, { requiredKeys: [] }) });
  let round = 0;
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
    const file = join(folder, `${round++}.concord`);
    createStudy(file, 'Study');
    let engine = openStudy(file, { who: 'Lin' });
    const now = () => { engine.close(); const rows = JSON.stringify(everything(file)); engine = openStudy(file, { who: 'Lin' }); return rows; };
    try {
      await take(engine);
      const states = [now()];
      for (const { at, change: fields } of steps) {
        const asked = { question: (await engine.call('survey.list', {}))[0]!.questions[at]!.id, ...fields };
        const seen = await engine.call('survey.previewQuestion', asked).catch(() => null);
        const done = await engine.call('survey.changeQuestion', asked).catch(() => null);
        expect(done === null).toBe(seen === null);
        if (done === null) continue;
        const after = (await engine.call('survey.list', {}))[0]!.questions[at]!;
        expect(after.answered).toBe(seen!.after);
        expect((await engine.call('study.check', {})).findings).toEqual([]);
        const state = now();
        if (state !== states.at(-1)) states.push(state);
      }
      while (states.length > 1) {
        expect(now()).toBe(states.pop());
        await engine.call('history.undo', {});
      }
      expect(now()).toBe(states[0]);
    } finally { engine.close(); }
  }), { numRuns: 20 });
}, 60_000);
