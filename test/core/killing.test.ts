import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStudy } from '../../electron/core/engine.ts';
import { caller, killed, started } from '../helpers/processes.ts';
import { newStudy, temporaryFolder } from '../helpers/study.ts';

const rounds = 12;

/** Codes in a process of its own, ends it at any moment, and looks at what is left; again and again on one study. */
async function killWhileCoding(rounds: number): Promise<number> {
  const folder = temporaryFolder();
  const engine = newStudy(folder);
  await engine.call('document.create', { name: 'Talk', text: 'We were so tired that day, 累得说不出话来. '.repeat(400) });
  for (const name of ['tired', 'pay', 'trust']) await engine.call('code.create', { name, facet: 'theme' });
  engine.close();
  const acknowledged = join(folder, 'acknowledged');
  const codings = new Set<string>();
  let total = 0;
  for (let round = 0; round < rounds; round++) {
    writeFileSync(acknowledged, '');
    expect(await killed(started('coder.ts', [engine.file, acknowledged, `Coder ${round}`]), 20 + Math.random() * 180)).toBe(true);
    const said = readFileSync(acknowledged, 'utf8').split('\n').slice(0, -1);
    const made: string[] = [];
    for (const line of said) if (line === '-') made.pop(); else if (line !== '?') made.push(line.slice(1));
    // An undo that was asked for and not acknowledged may have happened or not.
    const open = said.at(-1) === '?' ? made.at(-1)! : null;
    for (const one of made) codings.add(one);
    total += said.length;

    const again = openStudy(engine.file, { who: 'Lin' });
    try {
      const there = new Set((await again.call('coding.list', { document: 1 })).map((coding) => `${coding.passage}/${coding.id}`));
      expect([...codings].filter((one) => !there.has(one) && one !== open)).toEqual([]);
      // So may the last coding.
      expect([...there].filter((one) => !codings.has(one)).length).toBeLessThanOrEqual(1);
      codings.clear();
      for (const one of there) codings.add(one);
      expect((await again.call('study.check', {})).findings).toEqual([]);
      expect(await again.call('history.undo', {})).toMatchObject({ operation: 'coding.apply', who: `Coder ${round}` });
      await again.call('history.redo', {});
      expect(await again.call('coding.list', { document: 1 })).toHaveLength(there.size);
    } finally { again.close(); }
  }
  return total;
}

test(`a process that is killed while it codes loses nothing that it acknowledged, in ${rounds} rounds`, async () => {
  const totals = await Promise.all([killWhileCoding(Math.ceil(rounds / 2)), killWhileCoding(Math.floor(rounds / 2))]);
  expect(totals[0]! + totals[1]!).toBeGreaterThan(rounds * 10);
}, 120_000);

test('an import that is killed has brought in all files or none, and can be made again', async () => {
  const folder = temporaryFolder();
  const engine = newStudy(folder);
  engine.close();
  mkdirSync(join(folder, 'talks'));
  const files = Array.from({ length: 120 }, (_, index) => {
    const file = join(folder, 'talks', `P${index}.txt`);
    writeFileSync(file, Array.from({ length: 60 }, (_turn, turn) => `${turn % 2 ? 'R' : 'I'}: This is what was said ${index}/${turn}, 累得说不出话来${turn % 2 ? '.' : '?'}`).join('\n'));
    return { handle: file };
  });
  const importing = [['document.import', { files }]] as const;
  let [none, all] = [0, 0];
  for (let round = 0; round < 8 && all === 0; round++) {
    // Later each round, until one is there before the end comes.
    await killed(caller(engine.file, importing).child, 60 * round + Math.random() * 60);
    const again = openStudy(engine.file);
    const { documents, undo } = await again.call('project.read', {});
    expect([0, files.length]).toContain(documents);
    expect(undo?.operation ?? null).toBe(documents === 0 ? null : 'document.import');
    expect((await again.call('study.check', {})).findings).toEqual([]);
    if (documents === 0) none++;
    else all++;
    again.close();
  }
  expect(none).toBeGreaterThan(0);
  const last = caller(engine.file, importing);
  expect(await last.next()).toBe('ready');
  const { documents, refused } = await last.next<{ documents: unknown[]; refused: unknown[] }>();
  expect(documents.length + refused.length).toBe(files.length);
  expect(documents).toHaveLength(all === 0 ? files.length : 0);
  await killed(last.child, 'at once');
}, 60_000);
