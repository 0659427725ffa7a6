import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import type { OpName } from '../../electron/ops/index.ts';
import { matrixCounts, type ConflictMatrix } from '../../shared/model/conflicts.ts';
import { conflictingStudies, recount } from '../helpers/conflicting.ts';
import { eachStudy } from '../helpers/eachStudy.ts';

const runs = (numRuns: number) => ({ numRuns, seed: 20261122 });

test('who is in conflict with whom is what reading every conflict coding for every speaker would count, with its quotations', () => eachStudy(conflictingStudies, runs(30), async (engine, study) => {
  const coders = await engine.call('coder.list', {});
  for (const count of matrixCounts)
    for (const site of [undefined, 'north', null])
      for (const coder of [undefined, ...coders]) {
        const asked = { by: 'Group', ...(site === undefined ? {} : { within: { attribute: 'documents:Site', value: site } }), ...(coder === undefined ? {} : { coder: coder.id }) };
        const matrix: ConflictMatrix = await engine.call('conflict.matrix', { ...asked, count, least: 1 });
        const model = recount(study, count, site, coder?.name);
        const nameOf = (column: number) => { const { row, label } = matrix.columns[column]!; return row === null ? `code ${label}` : matrix.rows[row]!.key; };
        const told = Object.fromEntries(matrix.cells.flatMap((row, index) => row.flatMap((value, column) => ((value ?? 0) > 0 ? [[`${matrix.rows[index]!.key ?? ''} against ${nameOf(column)}`, value]] : []))));
        expect(told).toEqual(model.cells);
        expect([matrix.people, matrix.passages]).toEqual([model.people, model.passages]);
        // Only where nobody was interviewed is there no number, and one-sided is what its mirror says.
        matrix.cells.forEach((row, index) => row.forEach((value, column) => {
          expect(value === null).toBe(matrix.rows[index]!.n === 0);
          const [own, other] = [matrix.rows[index]!.column, matrix.columns[column]!.row];
          const answer = own === null || other === null || other === index ? null : matrix.cells[other]![own]!;
          expect(matrix.oneSided[index]![column]).toBe(answer !== null && (value ?? 0) >= 1 && (value ?? 0) >= 3 * answer);
        }));
        if (count === 'passages') for (const [index, row] of matrix.rows.entries()) for (const [column, { code }] of matrix.columns.entries()) {
          const { said, answered } = await engine.call('conflict.facing', { ...asked, row: row.key, column: code });
          expect(said.passages.length).toBe(matrix.cells[index]![column] ?? 0);
          if (answered) expect(answered.passages.length).toBe(matrix.cells[matrix.columns[column]!.row!]![row.column!] ?? 0);
        }
      }
}), 240_000);

test('a comparison has the matrix of each side as the side alone has it, and two sides differ by the shares of those interviewed', () => eachStudy(conflictingStudies, runs(15), async (engine) => {
  for (const count of matrixCounts) for (const split of ['documents:Site', 'participants:Group']) {
    const { sides, compared, differences, split: by } = await engine.call('conflict.compared', { by: 'Group', split, count, least: 1 });
    expect(by).toBe(split);
    for (const { key, matrix } of sides) expect(matrix).toEqual(await engine.call('conflict.matrix', { by: 'Group', within: { attribute: split, value: key }, count, least: 1 }));
    const named = sides.flatMap(({ key }, place) => (key === null ? [] : [place]));
    expect(compared).toEqual(named.length === 2 ? named : null);
    if (differences === null) { expect(named.length).not.toBe(2); continue; }
    const [first, second] = named.map((place) => sides[place]!.matrix);
    differences.forEach((row, index) => row.forEach((difference, column) => {
      const [one, other] = [first!.cells[index]![column]!, second!.cells[index]![column]!];
      if (one === null || other === null) { expect(difference).toBe(null); return; }
      expect(difference!.value).toBeCloseTo(count === 'passages' ? one - other : one / first!.rows[index]!.n - other / second!.rows[index]!.n, 12);
      if (difference!.interval) expect(difference!.interval.low <= difference!.value && difference!.value <= difference!.interval.high).toBe(true);
      expect(difference!.interval === null).toBe(count === 'passages');
    }));
  }
}), 120_000);

const place = fc.nat(30);
const text = fc.constantFrom('pay', 'beds', '信任', 'a longer issue');
const steps = fc.array(fc.record({ do: fc.oneof(fc.nat(24), fc.constantFrom(4, 5, 5, 6, 7, 8, 9, 10, 11, 12)), a: place, b: place, c: place, name: text, flag: fc.boolean() }), { minLength: 6, maxLength: 22, size: 'max' });
type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never;
/** What is done, by a number: everything that can be done to the register, and everything that takes away or joins what it rests on. */
async function perform(engine: Engine, { do: which, a, b, c, name, flag }: Step): Promise<void> {
  const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)];
  const [codes, entries, documents] = [await engine.call('code.list', {}), await engine.call('conflict.list', {}), await engine.call('document.list', {})];
  const codings = (await Promise.all(documents.map(({ id }) => engine.call('coding.list', { document: id })))).flat();
  const stakeholders = codes.filter(({ facet }) => facet === 'stakeholder');
  const [entry, other, coding] = [pick(entries, a)?.id, pick(entries, b)?.id, pick(codings, c)];
  const [passage, party, counterparty] = [coding?.passage, pick(stakeholders, b)?.id ?? null, pick(stakeholders, c)?.id ?? null];
  const point = pick(entries.flatMap(({ points }) => points), b)?.id;
  const kind = (['cause', 'consequence', 'countermeasure'] as const)[c % 3]!;
  const people = await engine.call('participant.list', {});
  const code = pick(codes, a);
  const { proposals } = await engine.call('conflict.unsorted', {});
  const acts: readonly (readonly [OpName, object | null])[] = [
    ['conflict.create', { name: `${name} ${a}`, party, counterparty, passages: passage ? [passage] : [] }],
    ['conflict.change', entry ? { conflict: entry, name: `${name} ${b}`, party: counterparty, direction: flag ? 'one' : 'both', intensity: flag ? 4 : null } : null],
    ['conflict.move', entry ? { conflict: entry, before: flag ? null : other! } : null], ['conflict.remove', entry ? { conflicts: [entry] } : null], ['conflict.merge', entry ? { conflict: entry, into: other! } : null],
    ['conflict.addPoint', entry ? { conflict: entry, kind, name, level: kind === 'countermeasure' ? 'government' : '', passages: passage && flag ? [passage] : [] } : null],
    ['conflict.changePoint', point ? { point, name: `${name} ${c}`, kind } : null], ['conflict.movePoint', point ? { point, before: null } : null], ['conflict.removePoint', point ? { point } : null],
    ['conflict.link', entry && passage ? { conflict: entry, passages: [passage], point: flag ? pick(entries.find(({ id }) => id === entry)!.points, b)?.id ?? null : null } : null],
    ['conflict.link', entry && passage ? { conflict: entry, passages: codings.slice(c % 3, 6).map((each) => each.passage) } : null],
    ['conflict.unlink', entry && passage ? { conflict: entry, passages: [passage], ...(flag && point ? { point } : {}) } : null], ['conflict.side', entry && passage ? { conflict: entry, passage, side: flag ? 'party' : 'counterparty' } : null],
    ['conflict.sort', proposals.length > 0 ? { groups: proposals.slice(0, 1 + (a % 3)) } : null],
    ['code.remove', code ? { code: code.id } : null], ['code.merge', code ? { code: code.id, into: pick(codes.filter(({ facet }) => facet === code.facet), b)!.id } : null], ['code.move', code ? { code: code.id, parent: null, facet: (['conflict', 'theme', 'stakeholder'] as const)[b % 3]! } : null],
    ['coding.remove', coding ? { codings: [coding.id] } : null], ['coding.remove', coding ? { codings: codings.filter((each) => each.passage === coding.passage).map(({ id }) => id) } : null],
    ['passage.resize', coding ? { passage: coding.passage, start: coding.start, end: coding.end + 1 + (a % 3), ...(flag ? { coding: coding.id } : {}) } : null],
    ['passage.resize', coding ? { passage: coding.passage, start: pick(codings, a)!.start, end: pick(codings, a)!.end } : null],
    ['document.edit', coding ? { document: pick(documents, a)!.id, splices: [{ at: 0, removed: (await engine.call('document.read', { document: pick(documents, a)!.id })).text.slice(0, 4 + (b % 12)), inserted: flag ? 'x' : '' }] } : null],
    ['document.replace', flag && documents.length > 0 ? { document: documents[0]!.id, text: 'we are tired\nnobody asks us', turns: 'kept', lost: b % 2 === 0 ? 'nearest' : 'leaveOut' } : null],
    ['document.remove', documents.length > 1 && flag ? { documents: [documents[0]!.id] } : null], ['participant.merge', people.length > 1 ? { participant: pick(people, a)!.id, into: pick(people, b)!.id } : null],
  ];
  const [operation, input] = acts[which]!;
  if (input === null) return;
  await engine.ask(operation, input).catch((error: unknown) => { expect(error).toMatchObject({ name: 'Problem' }); });
}
const stateOf = async (engine: Engine) => ({ study: await engine.call('study.snapshot', {}), register: await engine.call('conflict.list', {}), open: await engine.call('conflict.unsorted', {}) });

test('whatever is done to the register, or to what it rests on, leaves it sound, is one step, and is undone and redone to the letter', () => eachStudy(fc.tuple(conflictingStudies, steps), runs(40), async (engine, [, done]) => {
  const sorting: Step = { do: 13, a: 2, b: 0, c: 0, name: 'pay', flag: true };
  for (const step of [sorting, sorting, ...done]) {
    const [before, seq] = [await stateOf(engine), (await engine.call('history.list', { limit: 1 }))[0]!.seq];
    await perform(engine, step);
    expect((await engine.call('study.check', {})).findings).toEqual([]);
    const entries = (await engine.call('history.list', { limit: 5 })).filter((entry) => entry.seq > seq);
    expect(entries.length).toBeLessThanOrEqual(1);
    if (entries.length === 0) continue;
    const after = await stateOf(engine);
    await engine.call('history.undo', {});
    expect(await stateOf(engine)).toEqual(before);
    await engine.call('history.redo', {});
    expect(await stateOf(engine)).toEqual(after);
  }
}, ([study]) => study), 240_000);

test('sorting puts every passage that is coded as a conflict into the register, once, in one step', () => eachStudy(conflictingStudies, runs(25), async (engine) => {
  const { proposals, passages } = await engine.call('conflict.unsorted', {});
  const documents = await engine.call('document.list', {});
  const conflicts = new Set((await engine.call('code.list', {})).filter(({ facet }) => facet === 'conflict').map(({ id }) => id));
  const coded = new Set((await Promise.all(documents.map(({ id }) => engine.call('coding.list', { document: id })))).flat().filter(({ code }) => conflicts.has(code)).map(({ passage }) => passage));
  expect(passages).toBe(coded.size);
  if (passages === 0) return;
  await engine.call('conflict.sort', { groups: proposals.map((each) => ({ ...each, passages: [...each.passages] })) });
  expect(await engine.call('conflict.unsorted', {})).toEqual({ passages: 0, proposals: [] });
  const entries = await engine.call('conflict.list', {});
  expect(entries.map(({ quotations }) => quotations)).toEqual(proposals.map((each) => each.passages.length));
  await engine.call('history.undo', {});
  expect(await engine.call('conflict.list', {})).toEqual([]);
}), 120_000);
