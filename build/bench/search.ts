import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createStudy, openStudy } from '../../electron/core/engine.ts';
import { createTextSearcher } from '../../electron/core/textSearcher.ts';
import { compared, median, report, seeded, type Measured } from './measure.ts';

const folder = mkdtempSync(join(tmpdir(), 'concord-bench-'));
const sizes = { documents: 500, turns: 100, words: 80 };
const vocabulary = 'we wrote the forms until nine and nobody ever phoned about patients who came back from county hospital with their letters late again while managers counted beds shifts hours money tired nurses doctors wards nights pay'.split(' ');

/** 500 interviews of 8,000 words: 4 million words. */
async function filled(): Promise<string> {
  const file = join(folder, 'search.concord');
  createStudy(file, 'Bench');
  const engine = openStudy(file, { who: 'Lin' });
  const random = seeded(20261122);
  const line = (turn: number) => Array.from({ length: sizes.words }, () => vocabulary[random(vocabulary.length)]).join(' ') + (turn === 40 ? ' It isn’t 公平.' : '.');
  await engine.call('study.take', { snapshot: {
    name: 'Bench', description: '', attributes: [{ name: 'Group', of: 'participants', kind: 'choice', choices: ['A', 'B'] }], codes: [], codings: [],
    participants: [{ name: 'Interviewer', role: 'interviewer', values: {} }, ...Array.from({ length: sizes.documents }, (_, index) => ({ name: `Person ${index}`, role: 'interviewee' as const, values: { Group: index % 2 === 0 ? 'A' : 'B' } }))],
    documents: Array.from({ length: sizes.documents }, (_, index) => {
      let text = '';
      const turns = Array.from({ length: sizes.turns }, (_turn, turn) => {
        const start = turn === 0 ? 0 : text.length + 1;
        text += `${turn === 0 ? '' : '\n'}${line(turn)}`;
        return { start, end: text.length, participant: turn % 2 === 0 ? 'Interviewer' : `Person ${index}`, label: '', time: null };
      });
      return { name: `Interview ${index}`, text, values: {}, turns };
    }),
  } });
  engine.close();
  return file;
}

/** The same rows by plain SQL, and every place of the word by indexOf. */
function scan(file: string, word: string, runs = 7): { ms: number; count: number } {
  const db = new Database(file, { readonly: true });
  const rows = db.prepare('SELECT id, text FROM documents ORDER BY id');
  let count = 0;
  const ms = median(runs, () => {
    count = 0;
    for (const { text } of rows.all() as { text: string }[]) for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) count++;
  });
  db.close();
  return { ms, count };
}

/** The first search after opening, against the first scan after opening: one behind the other, so that whatever else the machine does slows both. */
async function opening(file: string): Promise<Measured> {
  const runs: { ours: number; plain: number }[] = [];
  for (let run = 0; run < 9; run++) {
    const engine = openStudy(file, { who: 'Lin' });
    const start = performance.now();
    await engine.call('search.find', { text: 'nurses' });
    const ours = performance.now() - start;
    engine.close();
    runs.push({ ours, plain: scan(file, 'nurses', 1).ms });
  }
  const { ours, plain } = runs.toSorted((a, b) => a.ours / a.plain - b.ours / b.plain)[Math.floor(runs.length / 2)]!;
  return compared('the first search after opening ÷ the first plain SQL and indexOf', '4,000,000 words', ours, plain, 2);
}

/** The first screen, from when it is asked for until its hits are there: right after opening, when a word is typed further, and beside the core. To say that there is nothing, all must be read. */
async function firstScreens(file: string): Promise<Measured[]> {
  const middle = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
  const texts = createTextSearcher();
  const cases = { 'a word': { text: 'nurses' }, 'a Chinese word': { text: '公平' }, 'a word that is nowhere': { text: 'zebra' }, 'a regular expression, beside the core': { text: 'nurse|doctor', regex: true } } as const;
  const measured: Measured[] = [];
  for (const [job, search] of Object.entries(cases)) {
    const opened: number[] = [];
    const typed: number[] = [];
    for (let run = 0; run < 5; run++) {
      const engine = openStudy(file, { who: 'Lin' });
      const ask = async () => {
        const start = performance.now();
        await engine.ask('search.find', { ...search, soon: true }, { preparation: { searcher: (sought, expression) => texts.searcher(sought, expression) } });
        return performance.now() - start;
      };
      opened.push(await ask());
      await engine.call('search.find', { text: 'wards' });
      await engine.call('document.edit', { document: 1, splices: [{ at: 0, removed: '', inserted: '–' }] });
      typed.push(await ask());
      engine.close();
    }
    measured.push(compared(`first screen right after opening: ${job} ÷ 100 ms`, '4,000,000 words', middle(opened), 100, 1), compared(`first screen while working: ${job} ÷ 100 ms`, '4,000,000 words', middle(typed), 100, 1));
  }
  texts.close();
  return measured;
}

async function searching(file: string, baselines: ReadonlyMap<string, { ms: number; count: number }>): Promise<Measured[]> {
  const engine = openStudy(file, { who: 'Lin' });
  const measured: Measured[] = [];
  for (const [text, { ms, count }] of baselines) {
    const first: number[] = [];
    const further: number[] = [];
    for (let run = 0; run < 7; run++) {
      // As when a word is typed: after an edit the search is made anew, with the texts that did not change at hand.
      await engine.call('document.edit', { document: 1, splices: [{ at: 0, removed: '', inserted: '–' }] });
      const start = performance.now();
      const { total } = await engine.call('search.find', { text, matchCase: false });
      first.push(performance.now() - start);
      if (total !== count) throw new Error(`the search finds ${total}, indexOf ${count}`);
      const again = performance.now();
      await engine.call('search.find', { text, matchCase: false, from: 100 });
      further.push(performance.now() - again);
    }
    const middle = (times: readonly number[]) => times.toSorted((a, b) => a - b)[3]!;
    measured.push(compared(`“${text}” (${count} hits), first screen ÷ plain SQL and indexOf`, '4,000,000 words', middle(first), ms, 2));
    measured.push(compared(`“${text}”, next screen ÷ plain SQL and indexOf`, '4,000,000 words', middle(further), ms, 0.5));
  }
  for (const [job, more] of Object.entries({ 'whole words': { wholeWord: true }, 'interviewees of a group': { speakers: 'interviewees', group: { value: 'A' } }, 'regular expression': { text: 'nurse|doctor', regex: true } } as const)) {
    const start = performance.now();
    await engine.call('search.find', { text: 'nurses', ...more });
    measured.push(compared(`${job} ÷ 2,000 ms`, '4,000,000 words', performance.now() - start, 2000, 1));
  }
  engine.close();
  return measured;
}

try {
  const file = await filled();
  const baselines = new Map(['nurses', 'zebra', '公平', 'isn’t'].map((word) => [word, scan(file, word)]));
  process.exitCode = report([await opening(file), ...await firstScreens(file), ...await searching(file, baselines)]);
} finally { rmSync(folder, { recursive: true, force: true }); }
