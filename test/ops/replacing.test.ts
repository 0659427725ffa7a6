import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createStudy, openStudy, type Engine } from '../../electron/core/engine.ts';
import type { InputOf } from '../../electron/ops/index.ts';
import { callWith, importAll } from '../helpers/handing.ts';
import { codedStudy, everything, temporaryFolder } from '../helpers/study.ts';

const replace = (engine: Engine, document: number, text: string, more: Partial<InputOf<'document.replace'>> = {}) => engine.call('document.replace', { document, text, turns: 'kept', ...more });
const preview = (engine: Engine, document: number, text: string) => engine.call('document.replacePreview', { document, text, turns: 'kept' });

test('passages keep their words through a correction, and who coded them, how and when', async () => {
  const { engine, document, shown } = await codedStudy('We fill in [forms: the registres every night]. [load: So tired].\nAnd [pay: the pay] is late.');
  const before = await engine.call('coding.list', { document });
  expect(await replace(engine, document, 'Well, we fill in the registers every night. So very tired.\nAnd the pay is late.')).toMatchObject({ replaced: true, passages: 3, same: 1, leftOut: 0 });
  expect(await shown()).toBe('Well, we fill in [forms: the registers every night]. [load: So very tired].\nAnd [pay: the pay] is late.');
  const after = await engine.call('coding.list', { document });
  expect(after.map(({ start: _start, end: _end, ...coding }) => coding)).toEqual(before.map(({ start: _start, end: _end, ...coding }) => coding));
  expect((await engine.call('study.check', {})).findings).toEqual([]);
  expect((await engine.call('project.read', {})).undo).toMatchObject({ operation: 'document.replace', about: { document: 'Interview' } });
});

test('the preview counts, and names each passage that is not the same: its words before and after, codes, coders, memos', async () => {
  const { engine, document, codes } = await codedStudy('[a: Alpha stays]. [b: Bravo is corected]. [c: Charlie goes away from here]. [d: "Delta"] is quoted.');
  const [coding] = await engine.call('coding.list', { document });
  await engine.ask('coding.apply', { document, start: 14, end: 31, codes: [{ code: codes.get('b')! }] }, { who: 'Wei' });
  const lost = (await engine.call('coding.list', { document })).find(({ code }) => code === codes.get('c'))!;
  await engine.call('memo.write', { about: 'codings', target: lost.id, text: 'why?' });
  await engine.call('memo.write', { about: 'passages', target: lost.passage, text: 'look again' });
  const said = await preview(engine, document, 'Alpha stays. Bravo is corrected. “Delta” is quoted.');
  expect(said.passages).toEqual({ all: 5, same: 1, form: 1, moved: 0, changed: 2, lost: 1 });
  expect(said.items.map(({ fate, before, after, codings, memos }) => [fate, before.text, after?.text, codings.map(({ name, coder, memos: own }) => `${name} ${coder} ${own}`), memos])).toEqual([
    ['changed', 'Bravo is corected', 'Bravo is corrected', ['b Lin 0'], 0],
    ['changed', 'ravo is corected.', 'ravo is corrected', ['b Wei 0'], 0],
    ['lost', 'Charlie goes away from here', expect.any(String), ['c Lin 1'], 1],
    ['form', '"Delta"', '“Delta”', ['d Lin 0'], 0],
  ]);
  expect(coding!.start).toBe(0);
});

describe('a passage without a place', () => {
  const text = '[a: We waited]. [b: The county sent the money late.] So [c: we left].';
  const without = 'We waited. So we left.';
  test('needs a decision: without one nothing is changed', async () => {
    const { engine, document, shown } = await codedStudy(text);
    await expect(replace(engine, document, without)).rejects.toMatchObject({ code: 'passages-without-place', values: { count: 1 } });
    expect(await shown()).toBe(text);
  });
  test('is left out with its memos, and comes back on undo', async () => {
    const { engine, document, shown } = await codedStudy(text);
    const [, lost] = await engine.call('coding.list', { document });
    await engine.call('memo.write', { about: 'codings', target: lost!.id, text: 'why?' });
    expect(await replace(engine, document, without, { lost: 'leaveOut' })).toMatchObject({ leftOut: 1 });
    expect(await shown()).toBe('[a: We waited]. So [c: we left].');
    expect(await engine.call('memo.list', {})).toEqual([]);
    await engine.call('history.undo', {});
    expect(await shown()).toBe(text);
    expect(await engine.call('memo.list', {})).toMatchObject([{ text: 'why?', target: lost!.id }]);
  });
  test('is kept at the nearest place, or where the person says, one by one', async () => {
    const { engine, document, shown } = await codedStudy(text);
    const { items } = await preview(engine, document, without);
    expect(items.map(({ fate, after }) => [fate, after!.text])).toEqual([['lost', 'So we left.']]);
    await replace(engine, document, without, { lost: 'nearest' });
    expect(await shown()).toBe('[a: We waited]. [b: So [c: we left].]');
    await engine.call('history.undo', {});
    await replace(engine, document, without, { places: [{ passage: items[0]!.passage, place: { start: 11, end: 13 } }] });
    expect(await shown()).toBe('[a: We waited]. [b: So] [c: we left].');
    await expect(replace(engine, document, 'We.', { lost: 'leaveOut', places: [{ passage: items[0]!.passage, place: { start: 2, end: 9 } }] })).rejects.toMatchObject({ code: 'span-outside' });
  });
  test('also one that changed can be left out', async () => {
    const { engine, document, shown } = await codedStudy('[a: so tird] of it');
    const { items } = await preview(engine, document, 'so tired of it');
    await replace(engine, document, 'so tired of it', { places: [{ passage: items[0]!.passage, place: 'leaveOut' }] });
    expect(await shown()).toBe('so tired of it');
  });
});

const interview = 'Interviewer: How was it?\nDr Hu: We were tierd.\nInterviewer: And the pay?\nDr Hu: Late.';
async function imported() {
  const engine = openStudyIn(temporaryFolder());
  const { documents: [document] } = await importAll(engine, { 'GP-07.txt': interview });
  return { engine, document: document!.id };
}
const openStudyIn = (folder: string) => {
  const file = join(folder, 'study.concord');
  createStudy(file, 'Study');
  return openStudy(file, { who: 'Lin' });
};
async function turnsOf(engine: Engine, document: number): Promise<string[]> {
  const people = new Map((await engine.call('participant.list', {})).map((each) => [each.id, each.name]));
  const { text, turns } = await engine.call('document.read', { document });
  return turns.map((turn) => `${people.get(turn.participant ?? 0) ?? '?'} (${turn.label}): ${text.slice(turn.start, turn.end)}`);
}

describe('a corrected file', () => {
  test('brings its turns; whoever has a label keeps it, also under another name; new labels are new people', async () => {
    const { engine, document } = await imported();
    const hu = (await engine.call('participant.list', {})).find(({ name }) => name === 'Dr Hu')!;
    await engine.call('participant.change', { participant: hu.id, name: 'GP-07' });
    const file = 'Interviewer: How was it?\nDr Hu: We were tired.\nNurse Li: Very.\nInterviewer: And the pay?\nDr Hu: Late.';
    const files = { 'GP-07 corrected.txt': file };
    const said = await callWith(engine, files, 'document.replacePreview', { document, handle: 'GP-07 corrected.txt' });
    expect(said.people.map(({ label, name, participant }) => [label, name, participant !== null])).toEqual([['Interviewer', 'Interviewer', true], ['Dr Hu', 'GP-07', true], ['Nurse Li', 'Nurse Li', false]]);
    await callWith(engine, files, 'document.replace', { document, handle: 'GP-07 corrected.txt', people: [{ label: 'Nurse Li', name: 'NU-01', role: 'other' }] });
    expect(await turnsOf(engine, document)).toEqual(['Interviewer (Interviewer): How was it?', 'GP-07 (Dr Hu): We were tired.', 'NU-01 (Nurse Li): Very.', 'Interviewer (Interviewer): And the pay?', 'GP-07 (Dr Hu): Late.']);
    expect(await engine.call('document.list', {})).toMatchObject([{ name: 'GP-07', source: 'GP-07 corrected.txt', encoding: 'UTF-8' }]);
    expect((await engine.call('study.check', {})).findings).toEqual([]);
    engine.close();
  });
  test('without speakers leaves the document its own turns', async () => {
    const { engine, document } = await imported();
    const files = { 'plain.txt': 'How was it?\nWe were so tired.\nAnd the pay?\nIt is late. Always.' };
    expect(await callWith(engine, files, 'document.replacePreview', { document, handle: 'plain.txt' })).toMatchObject({ turnsFrom: 'kept', people: [] });
    await callWith(engine, files, 'document.replace', { document, handle: 'plain.txt' });
    expect(await turnsOf(engine, document)).toEqual(['Interviewer (Interviewer): How was it?', 'Dr Hu (Dr Hu): We were so tired.', 'Interviewer (Interviewer): And the pay?', 'Dr Hu (Dr Hu): It is late. Always.']);
    engine.close();
  });
  test('that cannot be read, or is empty, is told by its name and changes nothing', async () => {
    const { engine, document } = await imported();
    await expect(callWith(engine, { 'x.pdf': '%PDF-1.4' }, 'document.replace', { document, handle: 'x.pdf' })).rejects.toMatchObject({ code: 'unknown-format', values: { file: 'x.pdf' } });
    await expect(callWith(engine, { 'x.txt': ' \n ' }, 'document.replacePreview', { document, handle: 'x.txt' })).rejects.toMatchObject({ code: 'empty-file' });
    await expect(callWith(engine, { 'x.txt': 'New.' }, 'document.replace', { document, handle: 'x.txt', on: 'another' })).rejects.toMatchObject({ code: 'text-has-changed' });
    expect((await engine.call('project.read', {})).undo?.operation).toBe('document.import');
    engine.close();
  });
  test('that is the one it came from changes nothing at all', async () => {
    const { engine, document } = await imported();
    const said = await callWith(engine, { 'GP-07.txt': interview }, 'document.replacePreview', { document, handle: 'GP-07.txt' });
    expect(said).toMatchObject({ same: true, items: [], replacements: [] });
    expect(await callWith(engine, { 'GP-07.txt': interview }, 'document.replace', { document, handle: 'GP-07.txt' })).toMatchObject({ replaced: false });
    expect((await engine.call('project.read', {})).undo?.operation).toBe('document.import');
    engine.close();
  });
});

const scraps = ['We ', 'were', ' so', ' tired', '. ', '\n', '“so”', '患者', '等了', '，', '😀', '𠮷', ' and then they sent the form back to the county'];
const written = fc.array(fc.constantFrom(...scraps), { minLength: 1, maxLength: 30 }).map((each) => `${each.join('')}.`);
test('law: every passage that is not left out is where the preview said; undo and redo bring back each state to the byte', async () => {
  const folder = temporaryFolder();
  let round = 0;
  await fc.assert(fc.asyncProperty(written, fc.oneof(written, fc.constant(null)), fc.array(fc.tuple(fc.nat(200), fc.nat(30)), { maxLength: 6 }), fc.array(fc.tuple(fc.nat(200), fc.nat(6), fc.constantFrom(...scraps, '')), { maxLength: 4 }), fc.boolean(), fc.constantFrom('file' as const, 'kept' as const), async (before, other, spans, edits, keep, turns) => {
    const file = join(folder, `${round++}.concord`);
    createStudy(file, 'Study');
    let engine = openStudy(file, { who: 'Lin' });
    const state = () => { engine.close(); const now = everything(file); engine = openStudy(file, { who: 'Lin' }); return now; };
    try {
      const { document } = await engine.call('document.create', { name: 'P01', text: before });
      const { code } = await engine.call('code.create', { name: 'any', facet: 'theme' });
      const { text } = await engine.call('document.read', { document });
      for (const [from, length] of spans) await engine.call('coding.apply', { document, start: from % text.length, end: Math.min(text.length, (from % text.length) + 1 + length), codes: [{ code }] }).catch(() => {});
      const after = other ?? edits.reduce((now, [at, length, inserted]) => { const from = Math.min(at, now.length); return (now.slice(0, from) + inserted + now.slice(from + length)).toWellFormed(); }, text);
      if (after.trim() === '') return;
      const first = state();
      const said = await engine.call('document.replacePreview', { document, text: after, turns });
      const codings = await engine.call('coding.list', { document });
      const noPlace = said.items.filter((item) => item.fate === 'lost' && (!keep || item.after === null)).map(({ passage }) => passage);
      const places = noPlace.map((passage) => ({ passage, place: 'leaveOut' as const }));
      expect(said.passages.all).toBe(new Set(codings.map(({ passage }) => passage)).size);
      expect(said.items.length + said.passages.same).toBe(said.passages.all);
      const { replaced } = await engine.call('document.replace', { document, text: after, turns, places, ...(keep ? { lost: 'nearest' } : {}) });
      const now = await engine.call('document.read', { document });
      const left = await engine.call('coding.list', { document });
      expect(new Set(left.map(({ id }) => id))).toEqual(new Set(codings.filter(({ passage }) => !noPlace.includes(passage)).map(({ id }) => id)));
      for (const coding of left) {
        const item = said.items.find(({ passage }) => passage === coding.passage);
        const was = codings.find(({ id }) => id === coding.id)!;
        expect(now.text.slice(coding.start, coding.end)).toBe(item ? item.after!.text : text.slice(was.start, was.end));
      }
      expect((await engine.call('study.check', {})).findings).toEqual([]);
      for (const turn of now.turns) expect(now.text.slice(turn.start - 1, turn.start)).toMatch(/^\n?$/);
      if (!replaced) { expect(state()).toEqual(first); return; }
      const second = state();
      await engine.call('history.undo', {});
      expect(state()).toEqual(first);
      await engine.call('history.redo', {});
      expect(state()).toEqual(second);
    } finally { engine.close(); }
  }), { numRuns: 60, seed: 20261122 });
}, 120_000);
