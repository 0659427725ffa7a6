import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import { newStudy, temporaryFolder } from '../helpers/study.ts';

const minute = 60_000;
async function study() {
  let now = 10 * minute;
  const engine = newStudy(temporaryFolder(), { who: 'Lin', now: () => now });
  const { document } = await engine.call('document.create', { name: 'P01', text: 'The pay is low.\nNights are long, 累。' });
  const { code } = await engine.call('code.create', { name: 'Pay', facet: 'theme' });
  const code2 = async (words: string) => {
    const { text } = await engine.call('document.read', { document });
    await engine.call('coding.apply', { document, start: text.indexOf(words), end: text.indexOf(words) + words.length, codes: [{ code }] });
  };
  return {
    engine, document, codeWords: code2, wait: (by: number) => { now += by; },
    async edit(removed: string, inserted: string, who = 'Lin') {
      const { text } = await engine.call('document.read', { document });
      await engine.ask('document.edit', { document, splices: [{ at: text.indexOf(removed), removed, inserted }] }, { who });
    },
  };
}
const told = async (engine: Engine, document: number) => (await engine.call('document.history', { document })).map(({ who, kind, operation, left, removed, inserted, right, lost, shortened, restored }) => [who, kind === 'do' ? operation : kind, `${left}[${removed}|${inserted}]${right}`, lost, shortened, restored]);

test('typing of one person within a minute is one step; another person, a later minute, coding in between and undo begin another', async () => {
  const { engine, document, edit, wait, codeWords } = await study();
  expect(await engine.call('document.history', { document })).toEqual([]);
  await edit('low', 'l');
  wait(20_000);
  await edit('is l', 'is lo');
  wait(20_000);
  await edit('is lo', 'is lousy');
  wait(30_000);
  await edit('Nights', 'Days');
  await edit('long', 'short', 'Wei');
  await codeWords('The pay');
  await edit('short', 'long');
  await engine.call('history.undo', {});
  expect(await told(engine, document)).toEqual([
    ['Lin', 'undo', 'lousy. Days are [long|short], 累。', 0, 0, 0], ['Lin', 'document.edit', 'lousy. Days are [short|long], 累。', 0, 0, 0], ['Wei', 'document.edit', 'lousy. Days are [long|short], 累。', 0, 0, 0],
    ['Lin', 'document.edit', 'The pay is lousy. [Night|Day]s are long, 累。', 0, 0, 0], ['Lin', 'document.edit', 'The pay is lo[w|usy]. Nights are', 0, 0, 0],
  ]);
});

test('passages that an edit took or shortened are named with their codes, then and against now; what is uncoded by hand is not', async () => {
  const { engine, document, edit, wait, codeWords } = await study();
  await codeWords('pay is low');
  await codeWords('Nights');
  await codeWords('累');
  const start = (await engine.call('history.list', { limit: 1 }))[0]!.seq;
  await edit(' is low', '');
  wait(2 * minute);
  await edit('Nights are long, ', '');
  wait(2 * minute);
  await engine.call('coding.remove', { codings: [(await engine.call('coding.list', { document })).at(-1)!.id] });
  expect((await told(engine, document)).map(([, , , ...losses]) => losses)).toEqual([[1, 0, 0], [0, 1, 0]]);
  const compared = await engine.call('document.compare', { document, from: start, to: null });
  expect(compared.hurt.map(({ before, after, codes }) => [before, after, codes.map(({ name }) => name)])).toEqual([['pay is low', 'pay', ['Pay']], ['Nights', null, ['Pay']]]);
  expect(compared.pieces).toEqual([{ kind: 'same', text: 'The pay' }, { kind: 'removed', text: ' is low' }, { kind: 'same', text: '.\n' }, { kind: 'removed', text: 'Nights are long, ' }, { kind: 'same', text: '累。' }]);
  const [, first] = await engine.call('document.history', { document });
  expect(await engine.call('document.compare', { document, from: first!.first - 1, to: first!.last })).toMatchObject({ later: 'The pay.\nNights are long, 累。', hurt: [{ before: 'pay is low', after: 'pay' }] });
  await engine.call('history.undo', {});
  await engine.call('history.undo', {});
  expect((await told(engine, document))[0]!.slice(1)).toEqual(['undo', 'The pay. [|Nights are long,]累。', 0, 0, 1]);
  expect((await engine.call('document.compare', { document, from: start, to: null })).hurt.map(({ before, after }) => [before, after])).toEqual([['pay is low', 'pay']]);
});

test('a replaced transcript is a step of its own; a document removed and brought back keeps its history', async () => {
  const { engine, document, edit } = await study();
  await edit('low', 'poor');
  await engine.call('document.replace', { document, text: 'The pay is really poor.\nNights are long, 累。' });
  await engine.call('document.remove', { documents: [document] });
  await engine.call('history.undo', {});
  expect((await told(engine, document)).map(([, what, sample]) => [what, sample])).toEqual([['document.replace', 'The pay is [|really]poor. Nights are'], ['document.edit', 'The pay is [low|poor]. Nights are']]);
  expect(await engine.call('document.compare', { document, from: 0, to: null })).toMatchObject({ earlier: 'The pay is low.\nNights are long, 累。', later: 'The pay is really poor.\nNights are long, 累。' });
});
