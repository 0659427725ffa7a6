import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createStudy, openStudy } from '../../electron/core/engine.ts';
import type { ConditionInput } from '../../shared/model/query.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { compared, medianAsync, report, seeded, type Measured } from './measure.ts';

const folder = mkdtempSync(join(tmpdir(), 'concord-bench-'));
const sizes = { documents: 200, turns: 100, codings: 200_000 };

/** 200 interviews with 200,000 codings of two coders; a third of the passages are facet triples. */
async function filled(): Promise<string> {
  const file = join(folder, 'query.concord');
  createStudy(file, 'Bench');
  const engine = openStudy(file, { who: 'Lin' });
  const random = seeded(20261122);
  const facets = ['stakeholder', 'dimension', 'conflict', 'theme'] as const;
  const codes = facets.flatMap((facet) => Array.from({ length: 50 }, (_, index) => ({ path: index % 5 === 0 ? [`${facet} ${index}`] : [`${facet} ${index - (index % 5)}`, `${facet} ${index}`], facet, definition: '', include: '', exclude: '', example: '', scale: [] })));
  const documents = Array.from({ length: sizes.documents }, (_, index) => {
    let text = '';
    const turns = Array.from({ length: sizes.turns }, (_turn, turn) => {
      const start = turn === 0 ? 0 : text.length + 1;
      text += `${turn === 0 ? '' : '\n'}${'we wrote the forms until nine and nobody ever phoned about patients who came back '.repeat(6)}`;
      return { start, end: text.length, participant: turn % 2 === 0 ? 'Interviewer' : `Person ${index}`, label: '', time: null };
    });
    return { name: `Interview ${index}`, text, values: {}, turns };
  });
  const codings: Snapshot['codings'][number][] = [];
  while (codings.length < sizes.codings) {
    const document = documents[random(documents.length)]!;
    const start = random(document.text.length - 200);
    const coder = random(2) === 0 ? 'Lin' : 'Wei';
    for (const facet of random(3) === 0 ? facets.slice(0, 3) : [facets[random(4)]!]) {
      const code = codes[facets.indexOf(facet) * 50 + random(50)]!;
      codings.push({ document: document.name, start, end: start + 20 + (start % 150), code: code.path, facet, coder, rating: facet === 'dimension' ? random(5) - 2 : null, party: null, counterparty: facet === 'conflict' ? codes[random(50)]!.path : null, memo: '', created: 0 });
    }
  }
  await engine.call('study.take', { snapshot: {
    name: 'Bench', description: '', attributes: [{ name: 'Group', of: 'participants', kind: 'choice', choices: ['A', 'B'] }], codes, documents, codings,
    participants: [{ name: 'Interviewer', role: 'interviewer', values: {} }, ...documents.map((_, index) => ({ name: `Person ${index}`, role: 'interviewee' as const, values: { Group: index % 2 === 0 ? 'A' : 'B' } }))],
  } });
  engine.close();
  return file;
}

const triple: ConditionInput = { kind: 'triple', stakeholder: { code: 'stakeholder 0' }, dimension: { rating: { is: 'low' } }, conflict: { with: 'stakeholder 5' } };
const near = (unit: 'words' | 'turns'): ConditionInput => ({ kind: 'all', of: [{ kind: 'coding', code: 'theme 10' }, { kind: 'not', of: { kind: 'place', relation: { is: 'near', unit, most: 10 }, of: { kind: 'coding', facet: 'conflict' } } }] });
const queries: Readonly<Record<string, ConditionInput>> = {
  'a code and what is below it': { kind: 'coding', code: 'theme 10' }, 'a facet triple': triple, 'half-coded passages of a group': { kind: 'all', of: [{ kind: 'halfCoded' }, { kind: 'attribute', attribute: 'Group', values: ['A'] }] },
  'near, in words, turned round': near('words'), 'near, in turns, turned round': near('turns'), 'words of passages': { kind: 'text', text: 'nobody ever' },
};

try {
  const file = await filled();
  const started = performance.now();
  const engine = openStudy(file, { who: 'Lin' });
  await engine.call('query.find', { query: triple });
  const opening = performance.now() - started;
  const { codings } = await engine.call('project.read', {});
  if (codings < sizes.codings * 0.99) throw new Error(`only ${codings} codings`);
  const measured: Measured[] = [compared('opening the study and its first query ÷ 2,000 ms', '200,000 codings', opening, 2000, 1)];
  const code = (await engine.call('code.list', {}))[0]!.id;
  let at = 0;
  for (const [job, query] of Object.entries(queries)) {
    // Each as the first since the study changed: after a coding.
    let touched = Promise.resolve() as Promise<unknown>;
    const ours = await medianAsync(5, async () => { await touched; await engine.call('query.find', { query }); }, () => { touched = engine.call('coding.apply', { document: 1, start: (at += 3), end: at + 9, codes: [{ code }] }); });
    measured.push(compared(`${job}: first screen after a coding ÷ 100 ms`, '200,000 codings', ours, 100, 1));
    const again = await medianAsync(5, () => engine.call('query.find', { query, from: 100 }));
    measured.push(compared(`${job}: next screen ÷ 50 ms`, '200,000 codings', again, 50, 1));
  }
  measured.push(compared('the number beside every choice ÷ 1,000 ms', '200,000 codings', await medianAsync(5, () => engine.call('query.choices', { query: { kind: 'all', of: [] } })), 1000, 1));
  engine.close();
  const db = new Database(file, { readonly: true });
  const sql = await medianAsync(5, async () => { db.prepare("SELECT count(*) FROM passages WHERE id IN (SELECT passage FROM codings JOIN codes ON codes.id = code WHERE codes.name = 'theme 10')").get(); });
  db.close();
  measured.push(compared('(one code in plain SQL, for comparison)', '200,000 codings', sql, sql, 1));
  process.exitCode = report(measured);
} finally { rmSync(folder, { recursive: true, force: true }); }
