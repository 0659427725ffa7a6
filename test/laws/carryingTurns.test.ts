import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStudy, openStudy } from '../../electron/core/engine.ts';
import type { Row } from '../../shared/model/schema.ts';
import { spliceText, type TypedSplice } from '../../shared/model/span.ts';
import { pastedTurns } from '../../shared/model/turns.ts';
import { everything, temporaryFolder } from '../helpers/study.ts';

const words = fc.stringMatching(/^[a-z]{1,5}$/);
/** A line of somebody (0, 1, 2), two lines of one, or a blank line between turns. */
const parts = fc.array(fc.oneof({ weight: 4, arbitrary: fc.record({ who: fc.nat(2), lines: fc.array(words, { minLength: 1, maxLength: 2 }) }) }, { weight: 1, arbitrary: fc.constant(null) }), { minLength: 2, maxLength: 6 });

test('words cut from several turns: pasted back, every turn and coding is what it was; elsewhere whole lines stay with who spoke them; undo brings back each state to the byte', async () => {
  const folder = temporaryFolder();
  let round = 0;
  let [back, turned] = [0, 0];
  await fc.assert(fc.asyncProperty(parts, fc.nat(40), fc.nat(30), fc.option(fc.tuple(fc.nat(60), fc.nat(3))), fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 })), { minLength: 1, maxLength: 3 }), async (said, from, length, elsewhere, coded) => {
    const text = said.map((part) => part?.lines.join('\n') ?? '').join('\n');
    fc.pre(text.trim() !== '');
    const at = Math.min(from, text.length - 1);
    const cut: TypedSplice = { at, removed: text.slice(at, at + 1 + length), inserted: '', by: 'cut' };
    const left = spliceText(text, cut);
    const place = elsewhere ? Math.min(elsewhere[0], left.length) : at;
    const over = elsewhere ? left.slice(place, place + elsewhere[1]) : '';
    fc.pre(over !== cut.removed);
    const file = join(folder, `${round++}.concord`);
    createStudy(file, 'Study');
    let engine = openStudy(file, { who: 'Lin' });
    const state = () => { engine.close(); const now = everything(file); engine = openStudy(file, { who: 'Lin' }); return now; };
    const turnsOf = (study: Record<string, unknown[]>) => (study['turns'] as Row<'turns'>[]).toSorted((a, b) => a.start - b.start).map(({ id: _id, ...turn }) => turn);
    try {
      await engine.call('document.create', { name: 'one', text });
      const people = [] as number[];
      for (const name of ['Hu', 'Meng', 'Li']) people.push((await engine.call('participant.create', { name })).participant);
      let start = 0;
      for (const part of said) {
        const end = start + (part?.lines.join('\n').length ?? 0);
        if (part) {
          await engine.call('turn.speak', { document: 1, at: start, participant: people[part.who]! });
          if (part.lines.length > 1) await engine.call('turn.join', { document: 1, at: start, with: 'next' });
        }
        start = end + 1;
      }
      for (const [index, [place, size]] of coded.entries()) {
        const begin = Math.min(place, text.length - 1);
        const { code } = await engine.call('code.create', { name: `code ${index}`, facet: 'theme' });
        await engine.call('coding.apply', { document: 1, start: begin, end: Math.min(text.length, begin + size), codes: [{ code }] });
      }
      const spans = async () => (await engine.call('coding.list', { document: 1 })).map(({ code, start: first, end }) => `${code}: ${first}-${end}`).toSorted();
      const codings = await spans();
      const states = [state()];
      const turns = turnsOf(states[0]!);
      await engine.call('document.edit', { document: 1, splices: [cut] });
      states.push(state());
      await engine.call('document.edit', { document: 1, splices: [{ at: place, removed: over, inserted: cut.removed, by: 'paste' }] });
      states.push(state());
      const now = turnsOf(states[2]!);
      const after = (await engine.call('document.read', { document: 1 })).text;
      if (place === at && over === '') {
        back++;
        expect(now.map((turn) => trimmed(after, turn))).toEqual(turns.map((turn) => trimmed(text, turn)));
        expect(await spans()).toEqual(codings);
      }
      // Turns are whole lines, apart.
      let reached = -1;
      for (const turn of now) {
        expect(turn.start).toBeGreaterThan(reached);
        expect(turn.start === 0 || after[turn.start - 1] === '\n').toBe(true);
        expect(turn.end === after.length || after[turn.end] === '\n').toBe(true);
        reached = turn.end;
      }
      // Whole lines of turns that went with the cut are spoken by whoever spoke them, wherever they are whole lines again.
      for (const [first, end] of wholeLines(cut.removed)) {
        const turn = turns.find((each) => each.start <= at + first && at + end <= each.end);
        if (first === end || !turn || turn.start < at || turn.end > at + cut.removed.length || !cut.removed.includes('\n') || !isLine(after, { from: place + first, to: place + end })) continue;
        turned++;
        expect(now.find((each) => each.start <= place + first && place + end <= each.end)?.participant).toBe(turn.participant);
      }
      expect((await engine.call('study.check', {})).findings).toEqual([]);
      for (const earlier of states.slice(0, -1).toReversed()) { await engine.call('history.undo', {}); expect(state()).toEqual(earlier); }
      for (const later of states.slice(1)) { await engine.call('history.redo', {}); expect(state()).toEqual(later); }
    } finally { engine.close(); }
  }), { numRuns: 25, seed: 20261122 });
  expect(back).toBeGreaterThan(3);
  expect(turned).toBeGreaterThan(3);
}, 240_000);

/** A turn without blank lines at its edges: those between turns are nobody's, and come to belong to the one before. */
function trimmed<T extends { start: number; end: number }>(text: string, turn: T): T {
  const said = text.slice(turn.start, turn.end);
  return said.trim() === '' ? turn : { ...turn, start: turn.start + /^\n*/.exec(said)![0].length, end: turn.end - /\n*$/.exec(said)![0].length };
}
const wholeLines = (text: string): [number, number][] => { let start = 0; return text.split('\n').map((line) => { const span: [number, number] = [start, start + line.length]; start += line.length + 1; return span; }); };
const isLine = (text: string, { from, to }: { from: number; to: number }) => (from === 0 || text[from - 1] === '\n') && (to === text.length || text[to] === '\n');

test('whose the pasted lines are: pieces are whole lines, apart, in order, inside of the host, and no line with words is nobody’s', () => {
  const lines = fc.array(fc.stringMatching(/^[a-z]{0,4}$/), { minLength: 1, maxLength: 7 });
  fc.assert(fc.property(lines, fc.nat(30), fc.nat(20), fc.array(fc.nat(24), { maxLength: 6 }), fc.boolean(), (said, from, size, edges, back) => {
    const text = said.join('\n');
    const at = Math.min(from, text.length);
    const length = Math.min(size, text.length - at);
    const starts = [...new Set(edges)].toSorted((a, b) => a - b);
    const cut = starts.flatMap((start, index) => (index + 1 < starts.length ? [{ start: start - 2, end: starts[index + 1]! - 3 }] : [])).filter(({ start, end }) => start <= end);
    const pieces = pastedTurns({ text, at, length, host: { start: 0, end: text.length }, cut, back });
    let reached = -1;
    for (const { start, end, owner } of pieces) {
      expect(start).toBeGreaterThan(reached);
      expect(text.slice(reached + 1, start).trim()).toBe('');
      expect(isLine(text, { from: start, to: end })).toBe(true);
      if (owner !== 'host') expect(owner).toBeLessThan(cut.length);
      reached = end;
    }
    expect(text.slice(reached + 1).trim()).toBe('');
  }), { numRuns: 5000 });
});
