import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../../electron/core/engine.ts';
import { splitsPair } from '../../shared/model/span.ts';
import { isWhole, nearestBound, nextBound, wholeGraphemes } from '../../shared/model/snapping.ts';
import { newStudy } from '../helpers/study.ts';

const text = 'We were so tired that day. Nobody asked.\n她说“累得说不出话来”。👩‍👩‍👧 fine.';
async function coded() {
  const engine = newStudy();
  const { document } = await engine.call('document.create', { name: 'P01', text });
  const codes: Record<string, number> = {};
  for (const [name, facet] of [['Nurses', 'stakeholder'], ['Strain', 'dimension'], ['Trust', 'dimension'], ['Pay', 'theme']] as const) codes[name] = (await engine.call('code.create', { name, facet, scale: name === 'Trust' ? [{ value: -1, anchor: '' }, { value: 1, anchor: '' }] : [] })).code;
  const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const code = async (words: string, name: string, who = 'Lin', rating: number | null = null) => (await engine.ask('coding.apply', { document, ...span(words), codes: [{ code: codes[name]!, rating }] }, { who })).value as { passage: number; codings: number[] };
  return { engine, document, codes, span, code };
}
/** Codings as "words: code rating, coder [memos of the coding] {memos of the passage}". */
async function shown(engine: Engine): Promise<string[]> {
  const [names, coders, memos] = [await engine.call('code.list', {}), await engine.call('coder.list', {}), await engine.call('memo.list', {})];
  const of = (about: string, target: number) => memos.filter((memo) => memo.about === about && memo.target === target).map((memo) => memo.text).join(' / ');
  return (await engine.call('coding.list', { document: 1 })).map((coding) => {
    const said = [of('codings', coding.id) && `[${of('codings', coding.id)}]`, of('passages', coding.passage) && `{${of('passages', coding.passage)}}`].filter(Boolean).join(' ');
    return `${text.slice(coding.start, coding.end)}: ${names.find((code) => code.id === coding.code)!.name}${coding.rating ?? ''}, ${coders.find((coder) => coder.id === coding.coder)!.name}${said && ` ${said}`}`;
  });
}

describe('a passage gets other edges', () => {
  test('and stays the passage that it is, with its triple and its memos, in one step that undo takes back', async () => {
    const { engine, span, code } = await coded();
    const { passage } = await code('so tired', 'Nurses');
    await code('so tired', 'Strain', 'Lin', -2);
    await engine.call('memo.write', { about: 'passages', target: passage, text: 'why' });
    const before = await shown(engine);
    const steps = (await engine.call('history.list', { limit: 50 })).length;
    expect((await engine.call('passage.resize', { passage, ...span('so tired that day') })).passage).toBe(passage);
    expect(await shown(engine)).toEqual(['so tired that day: Nurses, Lin {why}', 'so tired that day: Strain-2, Lin {why}']);
    expect(await engine.call('history.list', { limit: 50 })).toHaveLength(steps + 1);
    expect((await engine.call('history.list', { limit: 1 }))[0]).toMatchObject({ operation: 'passage.resize', about: { code: 'Nurses, Strain' } });
    await engine.call('history.undo', {});
    expect(await shown(engine)).toEqual(before);
  });
  test('the triple of one coder moves with her memo; what another coded there stays on the old words', async () => {
    const { engine, span, code } = await coded();
    const { passage } = await code('so tired', 'Nurses');
    await code('so tired', 'Strain');
    await code('so tired', 'Strain', 'Wei', 1);
    await engine.call('memo.write', { about: 'passages', target: passage, text: 'mine' });
    await engine.ask('memo.write', { about: 'passages', target: passage, text: 'hers' }, { who: 'Wei' });
    const lin = (await engine.call('coder.list', {})).find(({ name }) => name === 'Lin')!.id;
    await engine.call('passage.resize', { passage, coder: lin, ...span('tired') });
    expect(await shown(engine)).toEqual(['so tired: Strain1, Wei {hers}', 'tired: Nurses, Lin {mine}', 'tired: Strain, Lin {mine}']);
  });
  test('one coding alone leaves the others and the memo behind', async () => {
    const { engine, span, code } = await coded();
    const { passage } = await code('so tired', 'Nurses');
    const { codings } = await code('so tired', 'Strain');
    await engine.call('memo.write', { about: 'passages', target: passage, text: 'why' });
    await engine.call('passage.resize', { passage, coding: codings[0]!, ...span('tired') });
    expect(await shown(engine)).toEqual(['so tired: Nurses, Lin {why}', 'tired: Strain, Lin']);
  });
  test('onto words that are coded already: the two become one, nothing that was said is lost', async () => {
    const { engine, span, code } = await coded();
    const { passage, codings } = await code('so tired', 'Strain', 'Lin', -2);
    await engine.call('memo.write', { about: 'codings', target: codings[0]!, text: 'weak' });
    await engine.call('memo.write', { about: 'passages', target: passage, text: 'short' });
    const other = await code('so tired that day', 'Strain', 'Lin', 1);
    await code('so tired that day', 'Pay');
    await engine.call('memo.write', { about: 'passages', target: other.passage, text: 'long' });
    const before = await shown(engine);
    expect((await engine.call('passage.resize', { passage, ...span('so tired that day') })).passage).toBe(other.passage);
    expect(await shown(engine)).toEqual([expect.stringMatching(/^so tired that day: Strain1, Lin \[weak\n\n.*Strain.*−2.*\] \{long\n\nshort\}$/s), 'so tired that day: Pay, Lin {long\n\nshort}']);
    expect((await engine.call('study.check', {})).findings).toEqual([]);
    await engine.call('history.undo', {});
    expect(await shown(engine)).toEqual(before);
  });
  test('onto words that are coded already: a memo’s link to the passage leads there, where it was said to be gone; undo brings the old place', async () => {
    const { engine, document, span, code } = await coded();
    const { passage } = await code('so tired', 'Nurses');
    await code('so tired', 'Strain', 'Wei');
    const other = await code('so tired that day', 'Pay');
    const { uuid } = (await engine.call('passage.byWords', { typed: 'so tired', limit: 1 }))[0]!;
    await engine.call('memo.write', { about: 'documents', target: document, title: 'see', text: `Look at [[passage:${uuid}|so tired]].` });
    const led = async () => {
      const { text: now, id } = (await engine.call('memo.list', { about: 'documents' }))[0]!;
      const [link] = (await engine.call('memo.read', { memo: id, about: 'documents', target: document }))!.links;
      return [now.replace(/:[0-9a-f-]+\|/, '|'), link!.id, link!.label];
    };
    const [lin, wei] = (await engine.call('coder.list', {})).map(({ id }) => id);
    await engine.call('passage.resize', { passage, coder: lin!, ...span('so tired that day') });
    // Wei's coding is still there.
    expect(await led()).toEqual(['Look at [[passage|so tired]].', passage, 'so tired']);
    await engine.call('passage.resize', { passage, coder: wei!, ...span('so tired that day') });
    expect(await led()).toEqual(['Look at [[passage|so tired that day]].', other.passage, 'so tired that day']);
    expect((await engine.call('memo.mentions', { about: 'passages', target: other.passage })).map(({ title }) => title)).toEqual(['see']);
    await engine.call('history.undo', {});
    expect(await led()).toEqual(['Look at [[passage|so tired]].', passage, 'so tired']);
    await engine.call('history.redo', {});
    expect(await led()).toEqual(['Look at [[passage|so tired that day]].', other.passage, 'so tired that day']);
  });
  test('never empty, never outside, and no step for edges that stay', async () => {
    const { engine, span, code } = await coded();
    const { passage } = await code('so tired', 'Nurses');
    const steps = (await engine.call('history.list', { limit: 50 })).length;
    for (const wrong of [{ start: 8, end: 8 }, { start: 9, end: 8 }, { start: 0, end: text.length + 1 }]) await expect(engine.call('passage.resize', { passage, ...wrong })).rejects.toMatchObject({ code: 'span-outside' });
    await engine.call('passage.resize', { passage, ...span('so tired') });
    expect(await engine.call('history.list', { limit: 50 })).toHaveLength(steps);
  });
});

/** Any place, or one where a passage of the law begins or ends: so that passages meet. */
const edge = fc.oneof(fc.nat(text.length), ...['so tired', 'Nobody'].map((words) => fc.constantFrom(text.indexOf(words), text.indexOf(words) + words.length)));
test('any edges: the family stays whole, the codings stay as many as there were words for, links lead to the place or to where its last coding went, and undo brings the same study', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.record({ which: fc.nat(3), a: edge, b: edge, how: fc.constantFrom('all', 'coder', 'alone') }), { minLength: 1, maxLength: 6 }), async (acts) => {
    const { engine, code } = await coded();
    await code('so tired', 'Nurses');
    await code('so tired', 'Strain', 'Wei');
    await code('so tired', 'Pay');
    await code('Nobody', 'Pay');
    const first = (await engine.call('passage.byWords', { typed: 'so tired', limit: 1 }))[0]!;
    await engine.call('memo.write', { about: 'documents', target: 1, text: `[[passage:${first.uuid}|so tired]]` });
    const led = async () => (await engine.call('memo.resolve', { links: [{ kind: 'passage', uuid: /passage:([^|]+)/.exec((await engine.call('memo.list', { about: 'documents' }))[0]!.text)![1]!, label: '' }] }))[0]!.id;
    let place: number | null = first.id;
    const history: string[][] = [];
    for (const { which, a, b, how } of acts) {
      const codings = await engine.call('coding.list', { document: 1 });
      const coding = codings[which % codings.length]!;
      const before = await shown(engine);
      const step = (await engine.call('project.read', {})).undo?.seq;
      const [start, end] = [Math.min(a, b), Math.max(a, b)];
      const done = engine.call('passage.resize', { passage: coding.passage, start, end, ...(how === 'coder' ? { coder: coding.coder } : how === 'alone' ? { coding: coding.id } : {}) });
      if (start === end) { await expect(done).rejects.toMatchObject({ code: 'span-outside' }); continue; }
      const { passage } = await done;
      if (coding.passage === place && !(await engine.call('coding.list', { document: 1 })).some((now) => now.passage === place)) place = passage;
      expect(await led()).toBe(place);
      if ((await engine.call('project.read', {})).undo?.seq !== step) history.push(before);
      for (const now of await engine.call('coding.list', { document: 1 })) {
        expect(isWhole(text, now.start) && isWhole(text, now.end) && now.start < now.end).toBe(true);
        if (now.id === coding.id) expect(now.start <= start && now.end >= end).toBe(true);
      }
      const kinds = (list: readonly string[]) => new Set(list.map((line) => line.slice(line.lastIndexOf(': '))));
      expect(kinds(await shown(engine))).toEqual(kinds(before));
      expect((await engine.call('study.check', {})).findings).toEqual([]);
    }
    for (const before of history.toReversed()) {
      await engine.call('history.undo', {});
      expect(await shown(engine)).toEqual(before);
      expect(await led()).not.toBeNull();
    }
    if (history.length > 0) expect(await led()).toBe(first.id);
    engine.close();
  }), { numRuns: 25 });
});

describe('a code dropped on a coding', () => {
  test('of the same facet takes its place, with rating, coder and memo', async () => {
    const { engine, codes, code } = await coded();
    const { codings } = await code('so tired', 'Strain', 'Wei', 1);
    await engine.call('memo.write', { about: 'codings', target: codings[0]!, text: 'why' });
    expect(await engine.call('coding.recode', { coding: codings[0]!, code: codes['Trust']! })).toMatchObject({ coding: codings[0], recoded: true });
    expect(await shown(engine)).toEqual(['so tired: Trust1, Wei [why]']);
    await engine.call('history.undo', {});
    expect(await shown(engine)).toEqual(['so tired: Strain1, Wei [why]']);
  });
  test('whose scale has no such step: the rating is kept in a memo', async () => {
    const { engine, codes, code } = await coded();
    const { codings } = await code('so tired', 'Strain', 'Lin', -2);
    await engine.call('coding.recode', { coding: codings[0]!, code: codes['Trust']! });
    expect(await shown(engine)).toEqual([expect.stringMatching(/^so tired: Trust, Lin \[.*Strain.*−2.*\]$/)]);
  });
  test('that stands there already: one coding stays', async () => {
    const { engine, codes, code } = await coded();
    const { codings } = await code('so tired', 'Strain', 'Lin', 1);
    await code('so tired', 'Trust');
    await engine.call('coding.recode', { coding: codings[0]!, code: codes['Trust']! });
    expect(await shown(engine)).toEqual(['so tired: Trust1, Lin']);
  });
  test('made on the spot below another: rating, coder and memo stay, and one undo takes back code and recoding', async () => {
    const { engine, codes, code } = await coded();
    const { codings } = await code('so tired', 'Strain', 'Wei', -2);
    await engine.call('memo.write', { about: 'codings', target: codings[0]!, text: 'why' });
    const [before, book] = [await shown(engine), await engine.call('code.list', {})];
    const steps = (await engine.call('history.list', { limit: 50 })).length;
    const done = await engine.call('coding.recode', { coding: codings[0]!, code: { name: 'Fatigue', facet: 'dimension', parent: codes['Trust']! } });
    expect(await shown(engine)).toEqual(['so tired: Fatigue-2, Wei [why]']);
    expect((await engine.call('code.list', {})).find(({ id }) => id === done.code)).toMatchObject({ path: 'Trust > Fatigue', facet: 'dimension', codings: 1 });
    expect(await engine.call('history.list', { limit: 50 })).toHaveLength(steps + 1);
    expect((await engine.call('history.list', { limit: 1 }))[0]).toMatchObject({ operation: 'coding.recode', about: { code: 'Fatigue' } });
    await engine.call('history.undo', {});
    expect(await shown(engine)).toEqual(before);
    expect(await engine.call('code.list', {})).toEqual(book);
    await engine.call('history.redo', {});
    expect(await shown(engine)).toEqual(['so tired: Fatigue-2, Wei [why]']);
  });
  test('with a rating said along: it takes the old one’s place without a note; one that cannot stand there changes nothing', async () => {
    const { engine, codes, code } = await coded();
    const { codings } = await code('so tired', 'Strain', 'Lin', -2);
    for (const wrong of [{ code: codes['Trust']!, rating: 2 }, { code: codes['Trust']!, rating: -2 }]) await expect(engine.call('coding.recode', { coding: codings[0]!, ...wrong })).rejects.toMatchObject({ code: 'rating-outside-scale' });
    await expect(engine.call('coding.recode', { coding: codings[0]!, code: { name: 'trust', facet: 'dimension' } })).rejects.toMatchObject({ code: 'name-taken' });
    expect(await shown(engine)).toEqual(['so tired: Strain-2, Lin']);
    await engine.call('coding.recode', { coding: codings[0]!, code: codes['Trust']!, rating: 1 });
    expect(await shown(engine)).toEqual(['so tired: Trust1, Lin']);
  });
  test('of another facet is put beside it by whoever is at work', async () => {
    const { engine, codes, code } = await coded();
    const { codings } = await code('so tired', 'Strain', 'Wei', 1);
    expect(await engine.call('coding.recode', { coding: codings[0]!, code: codes['Nurses']! })).toMatchObject({ recoded: false });
    expect(await shown(engine)).toEqual(['so tired: Strain1, Wei', 'so tired: Nurses, Lin']);
  });
});

describe('edges snap', () => {
  const at = (words: string, behind = false) => text.indexOf(words) + (behind ? words.length : 0);
  test('to words and sentences, in English and in Chinese, leaving blanks and stops outside of words', () => {
    expect(nearestBound(text, at('tired') + 3, 'word', 'end')).toBe(at('tired', true));
    expect(nearestBound(text, at('tired') + 1, 'word', 'start')).toBe(at('tired'));
    expect(nextBound(text, at('tired', true), 'word', 'end', 1)).toBe(at('that', true));
    expect(nextBound(text, at('that', true), 'word', 'end', -1)).toBe(at('tired', true));
    expect(nextBound(text, at('day'), 'word', 'end', 1)).toBe(at('day', true));
    expect(nextBound(text, at('tired', true), 'sentence', 'end', 1)).toBe(at('day.', true));
    expect(nextBound(text, at('Nobody'), 'sentence', 'start', -1)).toBe(0);
    expect(nextBound(text, at('说不出') + 1, 'sentence', 'end', 1)).toBe(at('。', true));
    expect(nextBound(text, at('累'), 'word', 'end', 1)).toBeGreaterThan(at('累'));
    expect(nextBound(text, at('👩'), 'grapheme', 'end', 1)).toBe(at('👩‍👩‍👧', true));
    expect(nearestBound(text, at('👩') + 3, 'grapheme', 'start')).toBe(at('👩'));
  });
  test('and never cut a grapheme, whatever the text, the unit and the place', () => {
    const any = fc.array(fc.constantFrom('a', 'word ', '累', '说。', ' ', '\n', '😀', '👩‍👩‍👧', 'e\u0301', '🇨🇳', '. ')).map((parts) => parts.join(''));
    fc.assert(fc.property(any, fc.nat(40), fc.constantFrom('grapheme', 'word', 'sentence'), fc.constantFrom('start', 'end'), fc.constantFrom(1, -1), (given, place, unit, edge, by) => {
      const from = Math.min(place, given.length);
      for (const bound of [nearestBound(given, from, unit as 'word', edge as 'end'), nextBound(given, isWhole(given, from) ? from : 0, unit as 'word', edge as 'end', by as 1)]) {
        expect(bound).toBeGreaterThanOrEqual(0);
        expect(bound).toBeLessThanOrEqual(given.length);
        expect(isWhole(given, bound)).toBe(true);
        expect(splitsPair(given, bound)).toBe(false);
      }
      const wide = wholeGraphemes(given, { start: from, end: Math.min(given.length, from + 1) });
      expect(isWhole(given, wide.start) && isWhole(given, wide.end)).toBe(true);
    }), { numRuns: 300 });
  });
});
