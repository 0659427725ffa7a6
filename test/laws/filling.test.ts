import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStudy, openStudy, type Engine } from '../../electron/core/engine.ts';
import { readClip, writeClip } from '../../shared/model/clip.ts';
import { planFilling, referralCircle, withoutMisfits, type AskedRow, type Grid } from '../../shared/model/filling.ts';
import { emptyBlock, fillDown, pasteBlock, readBlock, type Block, type ShownGrid } from '../../shared/model/pasting.ts';
import { referralTree, type Referred } from '../../shared/model/referrals.ts';
import { nameKey } from '../../shared/model/text.ts';
import { asDate, asNumber } from '../../shared/model/values.ts';
import { everything, temporaryFolder } from '../helpers/study.ts';

const cellText = fc.string({ unit: fc.constantFrom('a', '累', '\t', '\n', '\r', '"', "'", '=', '-', '1', ',', ' ', '＝', '😀'), maxLength: 6 });

test('a block that goes to the clipboard comes back as it was, whatever its cells hold', () => {
  fc.assert(fc.property(fc.array(fc.array(cellText, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => { expect(readClip(writeClip(rows))).toEqual(rows); }), { numRuns: 3000 });
});

test('numbers and dates are read once: what was made of them is read as itself', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: fc.constantFrom('1', '0', '2', '-', '−', '.', ',', '/', '年', '月', '日', '＋', '+', '３', ' '), maxLength: 11 }), fc.double().map(String), fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))), (text) => {
    for (const read of [asNumber, asDate]) {
      const kept = read(text);
      if (kept !== null) expect(read(kept)).toBe(kept);
    }
    const number = asNumber(text);
    if (number !== null) expect(Number.isFinite(Number(number))).toBe(true);
  }), { numRuns: 3000 });
});

const names = ['Ana', 'ana', 'Bo', 'Chen', '陈', ' Dee ', 'Eve', ''];
const values = ['', 'x', 'nurse', 'Nurse', 'doctor', '3', '−4,5', '1,234', '2026-3-1', '2026-02-30', 'interviewer', '其他', 'Ana', 'Bo', 'Chen', '=1+1'];
const attributes = [{ id: 1, name: 'Group', kind: 'choice' as const, choices: ['nurse', 'doctor'] }, { id: 2, name: 'Age', kind: 'number' as const, choices: [] }, { id: 3, name: 'Met', kind: 'date' as const, choices: [] }, { id: 4, name: 'Note', kind: 'text' as const, choices: [] }];
const columns = ['name', 'role', 'sampling', 'referredBy', '1', '2', '3', '4', '99'];
const startNames = ['Ana', 'Bo', 'Chen', 'Dee'];
const gridOf = (referrers: readonly (number | null)[]): Grid => ({
  of: 'participants', attributes,
  rows: startNames.map((name, at) => ({ id: at + 1, name, role: 'interviewee', sampling: '', referredBy: referrers[at] !== null && referrers[at]! < at + 1 ? referrers[at]! : null, values: (at === 0 ? { 1: 'nurse', 2: 'old' } : {}) as Record<number, string> })),
});
const asked = fc.uniqueArray(fc.record({
  id: fc.option(fc.integer({ min: 1, max: 4 })),
  cells: fc.dictionary(fc.constantFrom(...columns), fc.constantFrom(...values, ...names), { maxKeys: 5 }),
}), { maxLength: 6, selector: ({ id }) => id ?? Symbol('new') });
const referrers = fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { minLength: 4, maxLength: 4 });

/** The grid as it is after a filling, the obvious way. */
interface Now { name: string; role: string; sampling: string; referredBy: number | null; values: Record<number, string> }
function after(grid: Grid, rows: ReturnType<typeof planFilling>['rows']): Map<number, Now> {
  const now = new Map<number, Now>(grid.rows.map(({ id, name, role, sampling, referredBy, values: given }) => [id, { name, role: role!, sampling: sampling!, referredBy: referredBy!, values: { ...given } as Record<number, string> }]));
  for (const { index, id, fields, values: given } of rows) {
    const row: Now = now.get(id ?? -1 - index) ?? { name: '', role: 'interviewee', sampling: '', referredBy: null, values: {} };
    now.set(id ?? -1 - index, Object.assign(row, fields));
    for (const [attribute, value] of given) { if (value === '') delete row.values[attribute]; else row.values[attribute] = value; }
  }
  return now;
}

test('whatever is asked of a grid: names stay different, referrals never lead back, numbers and dates are such, and without its misfits it has none', () => {
  fc.assert(fc.property(referrers, asked, (given, rows) => {
    const grid = gridOf(given);
    const plan = planFilling(grid, rows);
    const now = after(grid, plan.rows);
    const keys = [...now.values()].map(({ name }) => nameKey(name));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).not.toContain('');
    expect([...referralCircle(new Map([...now].map(([id, { referredBy }]) => [id, referredBy])))]).toEqual([]);
    for (const { values: now_ } of now.values()) for (const [id, read] of [[2, asNumber], [3, asDate]] as const) if (now_[id] !== undefined && now_[id] !== 'old') expect(read(now_[id])).toBe(now_[id]);
    const rest = withoutMisfits(rows, plan.misfits);
    const again = planFilling(grid, rest);
    expect(again.misfits).toEqual([]);
    expect([...after(grid, again.rows).values()].map((row) => row.name).toSorted()).toEqual([...now.values()].map((row) => row.name).toSorted());
    expect(again.cells).toBe(plan.cells);
    // Asking for what is there now changes nothing.
    const known = new Map([...now].filter(([id]) => id > 0));
    const filled: Grid = { ...grid, attributes: attributes.map((each) => (each.kind === 'choice' ? { ...each, choices: [...each.choices, ...(plan.newChoices.get(each.id) ?? [])] } : each)), rows: [...known].map(([id, row]) => ({ id, ...row, role: row.role as 'other', referredBy: (row.referredBy ?? 0) > 0 ? row.referredBy : null })) };
    const same = planFilling(filled, filled.rows.map((row): AskedRow => ({ id: row.id, cells: { name: row.name, role: row.role!, sampling: row.sampling!, referredBy: filled.rows.find(({ id }) => id === row.referredBy)?.name ?? '', ...row.values } })));
    expect([same.rows, same.misfits, [...same.newChoices]]).toEqual([[], [], []]);
  }), { numRuns: 2000 });
});

const shownGrid = fc.integer({ min: 1, max: 5 }).chain((height) => fc.record({
  lines: fc.array(fc.array(fc.constantFrom('', 'a', 'b', 'c\nd'), { minLength: 4, maxLength: 4 }), { minLength: height, maxLength: height }),
  readOnly: fc.integer({ min: 0, max: 3 }),
})).map(({ lines, readOnly }): ShownGrid => ({ lines: lines.map((cells, at) => ({ id: at + 1, cells })), columns: ['w', 'x', 'y', 'z'].map((id, at) => (at === readOnly ? { id, readOnly: true } : { id })) }));
const block = fc.record({ a: fc.nat(4), b: fc.nat(4), c: fc.nat(3), d: fc.nat(3) });
const within = (grid: ShownGrid, { a, b, c, d }: { a: number; b: number; c: number; d: number }): Block => ({ top: Math.min(a, b, grid.lines.length - 1), bottom: Math.min(Math.max(a, b), grid.lines.length - 1), left: Math.min(c, d), right: Math.max(c, d) });
const apply = (grid: ShownGrid, rows: readonly AskedRow[]) => grid.lines.map(({ id, cells }) => cells.map((cell, at) => (grid.columns[at]!.readOnly ? cell : rows.find((row) => row.id === id)?.cells[grid.columns[at]!.id] ?? cell)));

test('pasting, filling down and emptying do to a grid what a naive model of it does, and a block pasted onto itself changes nothing', () => {
  fc.assert(fc.property(shownGrid, block, fc.array(fc.array(fc.constantFrom('', 'a', 'q', ' '), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), (grid, given, pasted) => {
    const at = within(grid, given);
    expect(pasteBlock(grid, at, readClip(writeClip(readBlock(grid, at))))).toEqual([]);
    const model = grid.lines.map(({ cells }) => [...cells]);
    const width = pasted[0]!.length;
    const even = pasted.every((row) => row.length === width) && (at.bottom - at.top + 1) % pasted.length === 0 && (at.right - at.left + 1) % width === 0;
    const [high, wide] = even ? [at.bottom - at.top + 1, at.right - at.left + 1] : [pasted.length, Math.max(...pasted.map((row) => row.length))];
    const beyond: string[] = [];
    for (let row = 0; row < high; row++) for (let column = 0; column < wide; column++) {
      const text = (even ? pasted[row % pasted.length]![column % width] : pasted[row]![column]);
      if (text === undefined) continue;
      const [y, x] = [at.top + row, at.left + column];
      if (y < model.length && x < 4 && !grid.columns[x]!.readOnly) model[y]![x] = text;
      else if (text.trim() !== '' && text !== grid.lines[y]?.cells[x]) beyond.push(text);
    }
    const rows = pasteBlock(grid, at, pasted);
    expect(apply(grid, rows)).toEqual(model);
    const written = new Set(grid.columns.filter(({ readOnly }) => !readOnly).map(({ id }) => id));
    expect(rows.flatMap((row) => Object.entries(row.cells).filter(([column]) => row.id === null || !written.has(column)).map(([, text]) => text)).toSorted()).toEqual(beyond.toSorted());

    const first = at.top === at.bottom ? at.top - 1 : at.top;
    const down = grid.lines.map(({ cells }, row) => cells.map((cell, x) => (first >= 0 && row > first && row <= at.bottom && x >= at.left && x <= at.right && !grid.columns[x]!.readOnly ? grid.lines[first]!.cells[x]! : cell)));
    expect(apply(grid, fillDown(grid, at))).toEqual(down);
    const emptied = grid.lines.map(({ cells }, row) => cells.map((cell, x) => (row >= at.top && row <= at.bottom && x >= at.left && x <= at.right && !grid.columns[x]!.readOnly ? '' : cell)));
    expect(apply(grid, emptyBlock(grid, at))).toEqual(emptied);
  }), { numRuns: 3000 });
});

test('everybody stands once in the tree of referrals, below who referred her and one wave later', () => {
  fc.assert(fc.property(fc.array(fc.option(fc.nat(11)), { maxLength: 12 }), (given) => {
    const people = given.map((referrer, at) => ({ id: at + 1, referredBy: referrer !== null && referrer < at ? referrer + 1 : null }));
    const { chains, outside, referred, waves } = referralTree(people);
    const found: { id: number; parent: number | null; wave: number }[] = [];
    const walk = (nodes: readonly Referred[], parent: number | null) => nodes.forEach((node) => { found.push({ id: node.id, parent, wave: node.wave }); walk(node.below, node.id); });
    walk(chains, null);
    expect([...found.map(({ id }) => id), ...outside].toSorted((a, b) => a - b)).toEqual(people.map(({ id }) => id));
    for (const { id, parent, wave } of found) {
      expect(people[id - 1]!.referredBy).toBe(parent);
      expect(wave).toBe(parent === null ? 0 : found.find((each) => each.id === parent)!.wave + 1);
    }
    expect(referred).toBe(people.filter(({ referredBy }) => referredBy !== null).length);
    expect(waves).toBe(Math.max(0, ...found.map(({ wave }) => wave)));
  }), { numRuns: 500 });
});

async function peopleIn(engine: Engine): Promise<Map<number, unknown>> {
  return new Map((await engine.call('participant.list', {})).map(({ id, name, role, sampling, referredBy, values: given }) => [id, { name, role, sampling, referredBy, values: given }]));
}

test('the study does what was planned, all or nothing, in one step, and undo restores the file byte for byte', async () => {
  const folder = temporaryFolder();
  let round = 0;
  await fc.assert(fc.asyncProperty(referrers, fc.array(asked, { minLength: 1, maxLength: 3 }), fc.boolean(), async (given, askings, newChoices) => {
    const file = join(folder, `${round++}.concord`);
    createStudy(file, 'Study');
    let engine = openStudy(file, { who: 'Lin' });
    try {
      for (const { name, kind, choices } of attributes) await engine.call('attribute.create', { name, of: 'participants', kind, choices });
      const begun = gridOf(given);
      await engine.call('participant.fill', { rows: begun.rows.map(({ name }) => ({ id: null, cells: { name } })) });
      await engine.call('participant.fill', { rows: begun.rows.map(({ id, referredBy, values: start }) => ({ id, cells: { referredBy: referredBy ? startNames[referredBy - 1]! : '', 1: start[1] ?? '' } })) });
      for (const rows of askings) {
        const known = await engine.call('participant.list', {});
        const offered = await engine.call('attribute.list', {});
        const grid: Grid = { of: 'participants', rows: known, attributes: offered };
        const mine = rows.filter(({ id }) => id === null || known.some((person) => person.id === id));
        const plan = planFilling(grid, mine);
        const before = await peopleIn(engine);
        const undo = (await engine.call('project.read', {})).undo?.seq;
        engine.close();
        const bytes = everything(file);
        engine = openStudy(file, { who: 'Lin' });
        const expectRefused = plan.misfits.length > 0 || (plan.newChoices.size > 0 && !newChoices);
        const made = await engine.call('participant.fill', { rows: mine.map(({ id, cells }) => ({ id, cells: { ...cells } })), newChoices }).catch((error: { code: string }) => error.code);
        if (expectRefused) {
          expect(['cells-refused', 'not-a-choice']).toContain(made);
          expect(await peopleIn(engine)).toEqual(before);
          continue;
        }
        const added = (made as { added: number[] }).added;
        const fresh = plan.rows.filter(({ id }) => id === null).map(({ index }) => -1 - index);
        const numberOf = (id: number | null) => (id !== null && id < 0 ? added[fresh.indexOf(id)]! : id);
        expect(await peopleIn(engine)).toEqual(new Map([...after(grid, plan.rows)].map(([id, row]) => [numberOf(id), { ...row, referredBy: numberOf(row.referredBy) }])));
        if (plan.rows.length === 0) { expect((await engine.call('project.read', {})).undo?.seq).toBe(undo); continue; }
        await engine.call('history.undo', {});
        engine.close();
        expect(everything(file)).toEqual(bytes);
        engine = openStudy(file, { who: 'Lin' });
        await engine.call('history.redo', {});
      }
    } finally { engine.close(); }
  }), { numRuns: 40 });
}, 60_000);
