import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createStudy, openStudy, type Engine } from '../../electron/core/engine.ts';
import { join } from 'node:path';
import { importAll } from '../helpers/handing.ts';
import { everything, newStudy, temporaryFolder } from '../helpers/study.ts';

async function turnsOf(engine: Engine, document: number): Promise<string[]> {
  const people = new Map((await engine.call('participant.list', {})).map((each) => [each.id, each.name]));
  const { text, turns } = await engine.call('document.read', { document });
  return turns.map((turn) => `${people.get(turn.participant ?? 0) ?? '?'} (${turn.label}): ${text.slice(turn.start, turn.end)}`);
}
async function interview(engine = newStudy(), text = 'I: How was it?\nHu: We were tired. And you?\nI: And the pay?\nHu: Late.') {
  const { documents: [document] } = await importAll(engine, { 'GP.txt': text });
  const at = async (words: string) => (await engine.call('document.read', { document: document!.id })).text.indexOf(words);
  const person = async (name: string) => (await engine.call('participant.list', {})).find((each) => each.name === name)!.id;
  return { engine, document: document!.id, at, person };
}

describe('a turn', () => {
  test('is split at the caret: the blank becomes the line break, passages keep their words, the speaker is the same until said otherwise', async () => {
    const { engine, document, at, person } = await interview();
    const code = (await engine.call('code.create', { name: 'any', facet: 'theme' })).code;
    await engine.call('coding.apply', { document, start: await at('were tired'), end: (await at('And you?')) + 3, codes: [{ code }] });
    const [before] = await engine.call('coding.list', { document });
    const { at: cut } = await engine.call('turn.split', { document, at: await at('And you?') });
    expect(await turnsOf(engine, document)).toEqual(['Interviewer (I): How was it?', 'Hu (Hu): We were tired.', 'Hu (Hu): And you?', 'Interviewer (I): And the pay?', 'Hu (Hu): Late.']);
    expect(await engine.call('coding.list', { document })).toEqual([before]);
    await engine.call('turn.speak', { document, at: cut, participant: await person('Interviewer') });
    expect((await turnsOf(engine, document))[2]).toBe('Interviewer (Hu): And you?');
    expect(await engine.call('history.list', { limit: 2 })).toMatchObject([{ operation: 'turn.speak', about: { participant: 'Interviewer', count: 1 } }, { operation: 'turn.split' }]);
  });
  test('of Chinese has no blank to give: a line break is put in', async () => {
    const { engine, document, at } = await interview(undefined, '问：怎么样？\n答：很累。您呢？\n问：待遇呢？\n答：还好。');
    await engine.call('turn.split', { document, at: await at('您呢') });
    expect((await turnsOf(engine, document)).map((each) => each.replace(/^.*: /, ''))).toEqual(['怎么样？', '很累。', '您呢？', '待遇呢？', '还好。']);
  });
  test('is not split at its ends or outside of turns, and nothing is changed', async () => {
    const { engine, document, at } = await interview();
    for (const place of [await at('We were'), (await at('And you?')) + 8]) await expect(engine.call('turn.split', { document, at: place })).rejects.toMatchObject({ code: 'turn-not-split' });
    await expect(engine.call('turn.split', { document, at: 4000 })).rejects.toMatchObject({ code: 'no-turn-here' });
    expect(await turnsOf(engine, document)).toHaveLength(4);
  });
  test('is joined with its neighbour; the first has none before it', async () => {
    const { engine, document, at } = await interview();
    await engine.call('turn.join', { document, at: await at('the pay'), with: 'previous' });
    expect(await turnsOf(engine, document)).toEqual(['Interviewer (I): How was it?', 'Hu (Hu): We were tired. And you?\nAnd the pay?', 'Hu (Hu): Late.']);
    await engine.call('turn.join', { document, at: await at('were'), with: 'next' });
    expect(await turnsOf(engine, document)).toHaveLength(2);
    await expect(engine.call('turn.join', { document, at: 0, with: 'previous' })).rejects.toMatchObject({ code: 'no-turn-beside' });
  });
  test('is given to somebody known, somebody new or nobody; all of its label together; a line without a turn becomes one', async () => {
    const { engine, document, at } = await interview();
    expect(await engine.call('turn.speak', { document, at: await at('Late'), participant: { name: 'Nurse Li', role: 'other' } })).toMatchObject({ turns: 1 });
    expect(await turnsOf(engine, document)).toEqual(['Interviewer (I): How was it?', 'Hu (Hu): We were tired. And you?', 'Interviewer (I): And the pay?', 'Nurse Li (Hu): Late.']);
    expect(await engine.call('turn.speak', { document, at: 0, participant: null, all: true })).toMatchObject({ turns: 2 });
    expect((await turnsOf(engine, document))[2]).toBe('? (I): And the pay?');
    await expect(engine.call('turn.speak', { document, at: 0, participant: { name: 'hu' } })).rejects.toMatchObject({ code: 'name-taken' });
    const plain = await importAll(engine, { 'plain.txt': 'A talk without speakers.\n\nIts second line.' });
    const { id } = plain.documents[0]!;
    const { text, turns } = await engine.call('document.read', { document: id });
    if (turns.length === 0) {
      await engine.call('turn.speak', { document: id, at: text.indexOf('second'), participant: { name: 'Wei' } });
      expect(await turnsOf(engine, id)).toEqual(['Wei (): Its second line.']);
    }
  });
});

const step = fc.record({ do: fc.constantFrom('split' as const, 'join' as const, 'speak' as const), at: fc.nat(90), side: fc.constantFrom('previous' as const, 'next' as const), all: fc.boolean(), who: fc.constantFrom(null, 1, 2) });
test('law: whatever is done to turns, passages keep their words, turns stay apart on lines of their own, and undo is exact', async () => {
  const folder = temporaryFolder();
  let round = 0;
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), fc.array(fc.tuple(fc.nat(80), fc.nat(25)), { maxLength: 5 }), async (steps, spans) => {
    const file = join(folder, `${round++}.concord`);
    createStudy(file, 'Study');
    let engine = openStudy(file, { who: 'Lin' });
    const state = () => { engine.close(); const now = everything(file); engine = openStudy(file, { who: 'Lin' }); return now; };
    try {
      const { document } = await interview(engine, 'I: How was it 😀 then?\nHu: 累得说不出话。And you?\nI: And the pay? Well?\nHu: Late.\nI: So.');
      const { code } = await engine.call('code.create', { name: 'any', facet: 'theme' });
      for (const [start, length] of spans) await engine.call('coding.apply', { document, start, end: start + 1 + length, codes: [{ code }] }).catch(() => {});
      const said = async () => { const { text } = await engine.call('document.read', { document }); return (await engine.call('coding.list', { document })).map(({ id, start, end }) => `${id} ${text.slice(start, end).replace(/\s/g, '')}`); };
      const words = await said();
      const first = state();
      let done = 0;
      for (const each of steps) {
        const before = (await engine.call('project.read', {})).undo?.seq;
        await (each.do === 'split' ? engine.call('turn.split', { document, at: each.at }) : each.do === 'join' ? engine.call('turn.join', { document, at: each.at, with: each.side }) : engine.call('turn.speak', { document, at: each.at, all: each.all, participant: each.who }))
          .catch((error: unknown) => { expect(error).toMatchObject({ name: 'Problem' }); });
        if ((await engine.call('project.read', {})).undo?.seq !== before) done++;
        expect(await said()).toEqual(words);
        const { text, turns } = await engine.call('document.read', { document });
        turns.forEach((turn, index) => {
          expect(turn.start).toBe(index === 0 ? 0 : turns[index - 1]!.end + 1);
          expect(text.slice(turn.start, turn.end).trim()).not.toBe('');
        });
      }
      expect((await engine.call('study.check', {})).findings).toEqual([]);
      for (; done > 0; done--) await engine.call('history.undo', {});
      expect(state()).toEqual(first);
    } finally { engine.close(); }
  }), { numRuns: 40, seed: 20261122 });
}, 60_000);
