import { expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import type { RatingDifference } from '../../shared/model/ratingDifferences.ts';
import type { Arm, GridDot, RatingCell } from '../../shared/model/ratings.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { ratableStudies } from '../helpers/ratable.ts';
import { eachStudy as eachRandom } from '../helpers/eachStudy.ts';
import { rateNaively, type NaiveAsked } from '../helpers/rating.ts';

type Person = Snapshot['participants'][number];
const eachStudy = (numRuns: number, work: (engine: Engine, study: Snapshot) => Promise<void>): Promise<void> => eachRandom(ratableStudies, { numRuns, seed: 20261122 }, work);
const everyWay = [undefined, 'Pilot'].flatMap((split) => (['interviewees', 'all'] as const).flatMap((speakers) => [false, true].map((subcodes) => ({ ...(split === undefined ? {} : { split }), speakers, subcodes }))));
const close = (cell: RatingCell | null) => cell && { ...cell, spread: cell.spread && Object.fromEntries(Object.entries(cell.spread).map(([name, value]) => [name, Number((value as number).toFixed(9))])) };
const expected = (cell: ReturnType<typeof rateNaively>): RatingCell | null => { const { quotations: _quotations, ratedAt: _ratedAt, ...rest } = cell; return close(rest as RatingCell) as RatingCell; };
/** Whether a person stands on a side of the comparison, and whether words of nobody do. */
const inArm = (split: string | undefined, arm: Arm) => (person: Person) => split === undefined || (person.values[split] ?? null) === arm.key;
const takesUnknown = (split: string | undefined, { key }: Arm) => split === undefined || key === null;
/** People who speak at all and count. */
const interviewed = (study: Snapshot, speakers: string) => study.participants.filter(({ name, role }) => (speakers === 'all' || role === 'interviewee') && study.documents.some(({ turns }) => turns.some(({ participant }) => participant === name)));

test('every cell of stakeholder by dimension is what looking at all codings one by one would find', () => eachStudy(12, async (engine, study) => {
  for (const asked of everyWay) {
    const table = await engine.call('ratings.table', asked);
    expect(table.n).toBe(interviewed(study, asked.speakers).length);
    for (const [row, { path: about }] of table.rows.entries()) for (const [column, { path }] of table.columns.entries()) for (const [place, arm] of table.arms.entries()) {
      const who = inArm(asked.split, arm);
      const people = interviewed(study, asked.speakers).filter(who).length;
      const cell = table.cells[row]![column]![place]!;
      if (people === 0 && asked.split !== undefined && arm.key !== null) { expect(cell).toBe(null); continue; }
      expect(arm.n).toBe(people);
      expect(close(cell), `${about} ${path} ${arm.key}`).toEqual(expected(rateNaively(study, { ...asked, about, dimensions: [path], who, unknown: takesUnknown(asked.split, arm) })));
    }
  }
}), 120_000);

/** The two named sides of a comparison, straight from what was asked; null where there are not two. */
function twoSides(arms: readonly Arm[]): [number, number] | null {
  const named = arms.flatMap(({ key }, place) => (key === null ? [] : [place]));
  return named.length === 2 ? [named[0]!, named[1]!] : null;
}
function expectDifference(found: RatingDifference, cells: readonly (RatingCell | null)[], sides: readonly [number, number], centre: 'mean' | 'median'): void {
  const [first, second] = sides.map((side) => cells[side]!);
  expect(found.n).toEqual([first?.values.length ?? 0, second?.values.length ?? 0]);
  if (first?.spread && second?.spread) {
    expect(found.value).toBeCloseTo(first.spread[centre] - second.spread[centre], 9);
    expect(found.why).toBe(null);
    return;
  }
  const side = first?.spread ? 1 : 0;
  const lacking = [first, second][side];
  expect(found).toMatchObject({ value: null, p: null, why: { arm: sides[side], reason: lacking === null || lacking === undefined ? 'unasked' : lacking.passages === 0 ? 'silent' : 'unrated' } });
}
test('two sides differ by what is shown of the one less what is shown of the other, and where one lacks it the reason is told; of more or fewer sides there is no difference', () => eachStudy(12, async (engine) => {
  for (const split of [undefined, 'Pilot', 'Group', 'participant']) for (const speakers of ['interviewees', 'all'] as const) {
    const asked = { ...(split === undefined ? {} : { split }), speakers };
    const [table, perception] = [await engine.call('ratings.table', asked), await engine.call('ratings.perception', { ...asked, dimension: 'Impact', by: 'Group' })];
    for (const found of [table, perception]) {
      const sides = split === undefined ? null : twoSides(found.arms);
      if (sides === null) { expect(found.differences).toBe(null); continue; }
      found.cells.forEach((row, index) => row.forEach((cells, place) => expectDifference(found.differences![index]![place]!, cells, sides, 'median')));
    }
    for (const centre of ['mean', 'median'] as const) {
      const grid = await engine.call('ratings.grid', { ...asked, x: 'Influence', y: 'Impact', centre });
      const sides = split === undefined ? null : twoSides(grid.arms);
      if (sides === null) { expect(grid.differences).toBe(null); continue; }
      grid.differences!.forEach((difference, index) => (['x', 'y'] as const).forEach((side) => {
        if (grid.arms.every(({ n }) => n > 0)) expectDifference(difference[side], grid.dots.map((dots) => dots[index]![side]), sides, centre);
        else if (difference[side].value !== null) expect(grid.dots.every((dots, arm) => !sides.includes(arm) || dots[index]![side].spread)).toBe(true);
      }));
    }
  }
}), 120_000);

test('every cell of a perception matrix, and the views of oneself and of others, are those of the people who speak', () => eachStudy(10, async (engine, study) => {
  for (const asked of everyWay) for (const dimension of ['Impact', 'Influence']) {
    const table = await engine.call('ratings.perception', { ...asked, dimension, by: 'Group' });
    const naive = (about: string, who: NaiveAsked['who'], unknown: boolean) => expected(rateNaively(study, { ...asked, about, dimensions: [dimension], who, unknown }));
    for (const [column, { path: about, label }] of table.columns.entries()) for (const [place, arm] of table.arms.entries()) {
      const here = inArm(asked.split, arm);
      for (const [row, { key }] of table.rows.entries()) {
        const cell = table.cells[row]![column]![place]!;
        const isOf = (person: Person) => (person.values['Group'] ?? null) === key && here(person);
        expect(table.interviewed[row]![place]).toBe(interviewed(study, asked.speakers).filter(isOf).length);
        if (cell === null) { expect(table.interviewed[row]![place]).toBe(0); continue; }
        expect(close(cell)).toEqual(naive(about, isOf, key === null && takesUnknown(asked.split, arm)));
      }
      const { own, self, others, difference } = table.views[column]![place]!;
      const isOwn = (person: Person) => person.values['Group']?.toLowerCase() === label.toLowerCase();
      expect(own === null ? null : table.rows[own]!.label.toLowerCase()).toBe(['nurses', 'doctors'].includes(label.toLowerCase()) ? label.toLowerCase() : null);
      if (self) expect(close(self)).toEqual(naive(about, (person) => isOwn(person) && here(person), false));
      else if (own !== null) expect(interviewed(study, asked.speakers).filter((person) => isOwn(person) && here(person))).toEqual([]);
      expect(close(others)).toEqual(naive(about, (person) => !isOwn(person) && here(person), false));
      expect(difference).toBe(self?.spread && others.spread ? self.spread.median - others.spread.median : null);
    }
  }
}), 120_000);

test('a dot stands where the participants’ own medians put it, each coder’s where hers alone do, and only with enough passages', () => eachStudy(10, async (engine, study) => {
  for (const asked of everyWay) for (const centre of ['mean', 'median'] as const) {
    const grid = await engine.call('ratings.grid', { ...asked, x: 'Influence', y: 'Impact', centre, least: 3 });
    for (const [place, arm] of grid.arms.entries()) for (const dot of grid.dots[place]!) {
      const of = (dimensions: string[], coder?: string) => rateNaively(study, { ...asked, about: dot.path, dimensions, who: inArm(asked.split, arm), unknown: takesUnknown(asked.split, arm), ...(coder === undefined ? {} : { coder }) });
      const value = (dimension: string, coder?: string): number | null => { const { spread } = of([dimension], coder); return spread && Number((spread as Record<string, number>)[centre]!.toFixed(9)); };
      const shown = (at: { x: number; y: number } | null) => at && { x: Number(at.x.toFixed(9)), y: Number(at.y.toFixed(9)) };
      const [x, y] = [value('Influence'), value('Impact')];
      expect(close(dot.x)).toEqual(expected(of(['Influence'])));
      expect(close(dot.y)).toEqual(expected(of(['Impact'])));
      expect(dot.passages).toBe(new Set([...of(['Influence']).ratedAt, ...of(['Impact']).ratedAt]).size);
      expect(shown(dot.at)).toEqual(x === null || y === null ? null : { x, y });
      const coders = ['Lin', 'Wei', 'Mo'].flatMap((name) => { const at = { x: value('Influence', name), y: value('Impact', name) }; return at.x === null || at.y === null ? [] : [{ name, ...at }]; });
      expect(dot.coders.map(({ name, ...at }) => ({ name, ...shown(at) })).toSorted((a, b) => a.name.localeCompare(b.name))).toEqual(coders.toSorted((a, b) => a.name.localeCompare(b.name)));
      const apart = (side: 'x' | 'y', width: number) => (coders.length === 0 ? 0 : (Math.max(...coders.map((coder) => coder[side]!)) - Math.min(...coders.map((coder) => coder[side]!))) / width);
      expect(dot.apart).toBeCloseTo(Math.max(apart('x', grid.x.scale!.high - grid.x.scale!.low), apart('y', 4)), 9);
      expectPlacing(dot, x, y, 3);
    }
  }
}), 120_000);
function expectPlacing(dot: GridDot, x: number | null, y: number | null, least: number): void {
  const there = dot.x.passages + dot.y.passages;
  expect(dot.placing).toBe(x !== null && y !== null ? (dot.passages >= least ? 'placed' : 'few') : x !== null || y !== null ? 'half' : there > 0 ? 'unrated' : 'none');
}

test('the evidence of a cell is exactly its passages, each with the ratings that count in it', () => eachStudy(10, async (engine, study) => {
  for (const asked of everyWay) {
    const table = await engine.call('ratings.perception', { ...asked, dimension: 'Impact', by: 'Group' });
    for (const [column, { code, path: about, label }] of table.columns.entries()) for (const [place, arm] of table.arms.entries()) {
      const of = { ...asked, about: code!, dimensions: ['Impact'], by: 'Group', ...(asked.split === undefined ? {} : { arm: arm.key }) };
      const expectEvidence = async (more: object, cell: RatingCell, who: NaiveAsked['who'], unknown: boolean) => {
        const { passages, people, most } = await engine.call('ratings.evidence', { ...of, ...more });
        expect(passages.map(([first]) => `${first!.document}/${first!.start}/${first!.end}`).toSorted()).toEqual(rateNaively(study, { ...asked, about, dimensions: ['Impact'], who, unknown }).quotations);
        expect({ passages: passages.length, people, counting: passages.flat().filter(({ counts }) => counts).length, unrated: passages.flat().filter(({ rating }) => rating === null).length }).toEqual({ passages: cell.passages, people: cell.people, counting: cell.rated, unrated: cell.unrated });
        if (most) expect(most.passages * 2).toBeGreaterThan(passages.length);
      };
      const here = inArm(asked.split, arm);
      for (const [row, { key }] of table.rows.entries()) {
        const cell = table.cells[row]![column]![place]!;
        if (cell) await expectEvidence({ key }, cell, (person) => (person.values['Group'] ?? null) === key && here(person), key === null && takesUnknown(asked.split, arm));
      }
      const { self, others } = table.views[column]![place]!;
      const isOwn = (person: Person) => person.values['Group']?.toLowerCase() === label.toLowerCase();
      if (self) await expectEvidence({ view: 'self' }, self, (person) => isOwn(person) && here(person), false);
      await expectEvidence({ view: 'others' }, others, (person) => !isOwn(person) && here(person), false);
    }
  }
}), 120_000);

test('a filter leaves the passages that its query finds, whoever coded them; a coder who codes blind sees her own alone', () => eachStudy(10, async (engine, study) => {
  await engine.call('query.save', { name: 'Said so', query: { kind: 'coding', code: 'Sayings' } });
  const coder = (await engine.call('coder.list', {})).find(({ name }) => name === 'Wei');
  const all = { speakers: 'interviewees', subcodes: false, who: () => true, unknown: true } as const;
  const [saved, blind] = [await engine.call('ratings.table', { saved: 'said so' }), coder && await engine.call('ratings.table', { coder: coder.id })];
  for (const [row, { path: about }] of saved.rows.entries()) for (const [column, { path }] of saved.columns.entries()) {
    expect(close(saved.cells[row]![column]![0]!)).toEqual(expected(rateNaively(study, { ...all, about, dimensions: [path], theme: true })));
    if (blind) expect(close(blind.cells[row]![column]![0]!)).toEqual(expected(rateNaively(study, { ...all, about, dimensions: [path], coder: 'Wei' })));
  }
}), 120_000);

test('what is asked while a study is being coded is as right as what is asked at the end, also after an undo and a redo', () => eachStudy(5, async (engine, { codings: all, ...rest }) => {
  // The study comes without its codings; they follow one by one, as a person codes: rated anew, taken off, undone.
  await engine.call('history.undo', {});
  await engine.call('study.take', { snapshot: { ...rest, codings: [] } });
  const documents = new Map((await engine.call('document.list', {})).map(({ id, name }) => [name, id]));
  const codes = new Map((await engine.call('code.list', {})).map(({ id, path }) => [path, id]));
  const expectRight = async (codings: Snapshot['codings']) => {
    const table = await engine.call('ratings.table', {});
    const study = { ...rest, codings };
    for (const [row, { path: about }] of table.rows.entries()) for (const [column, { path }] of table.columns.entries())
      expect(close(table.cells[row]![column]![0]!)).toEqual(expected(rateNaively(study, { speakers: 'interviewees', subcodes: false, about, dimensions: [path], who: () => true, unknown: true })));
  };
  const steps: Snapshot['codings'][] = [[]];
  for (const coding of all) {
    const { document, start, end, coder, rating } = coding;
    const scale = rest.codes.find(({ path }) => path.join() === coding.code.join())!.scale.map(({ value }) => value);
    const kept = rating !== null && scale.length > 0 && !scale.includes(rating) ? { ...coding, rating: null } : coding;
    const { value } = await engine.ask('coding.apply', { document: documents.get(document)!, start, end, codes: [{ code: codes.get(coding.code.join(' > '))!, ...(kept.rating === null ? {} : { rating: kept.rating }) }] }, { who: coder }) as { value: { codings: number[] } };
    steps.push([...steps.at(-1)!, kept]);
    await expectRight(steps.at(-1)!);
    if (kept.rating === null) continue;
    await engine.call('coding.change', { coding: value.codings[0]!, rating: null });
    steps.push([...steps.at(-2)!, { ...kept, rating: null }]);
    await expectRight(steps.at(-1)!);
  }
  for (let back = 0; back < 4 && steps.length > 1; back++) {
    await engine.call('history.undo', {});
    const undone = steps.pop()!;
    await expectRight(steps.at(-1)!);
    if (back === 3) { await engine.call('history.redo', {}); await expectRight(undone); }
  }
}), 120_000);
