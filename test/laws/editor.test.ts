import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facets } from '../../shared/model/schema.ts';
import { spliceText, splitsPair } from '../../shared/model/span.ts';
import { BlockIndex, structuralSplices, type BlockNow } from '../../renderer/editor/blockIndex.ts';
import { blocksOf } from '../../renderer/editor/blocks.ts';
import { laneCap, lanesOf, PassageIndex, type ShownPassage } from '../../renderer/editor/passages.ts';

const line = fc.array(fc.constantFrom('a', 'bb', ' ', '累', '😀', '😁', 'é'), { maxLength: 6 }).map((parts) => parts.join(''));

describe('the blocks of a text', () => {
  const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(12)), { maxLength: 6 });
  test('joined by LF are the text, whatever its turns', () => fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), spans, (lines, pairs) => {
    const text = lines.join('\n');
    let reached = 0;
    const turns = pairs.toSorted(([a], [b]) => a - b).flatMap(([from, length]) => {
      const start = Math.min(Math.max(from, reached), text.length);
      const end = Math.min(text.length, start + length);
      reached = end + 1;
      return start < text.length || length === 0 ? [{ start, end }] : [];
    });
    const blocks = blocksOf(text, turns);
    expect(blocks.map(({ start, end }) => text.slice(start, end)).join('\n')).toBe(text);
    for (const { start, turn } of blocks) if (turn !== null && turns[turn]!.start <= start) expect(turns[turn]!.end).toBeGreaterThanOrEqual(Math.min(start, turns[turn]!.end));
  }), { numRuns: 5000 }));
  test('are the turns, where these are whole lines', () => fc.assert(fc.property(fc.array(fc.record({ said: line, turn: fc.boolean(), more: line }), { minLength: 1, maxLength: 8 }), (parts) => {
    let text = '';
    const turns: { start: number; end: number }[] = [];
    parts.forEach(({ said, turn, more }, index) => {
      if (index > 0) text += '\n';
      const start = text.length;
      text += turn && more !== '' ? `${said}\n${more}` : said;
      if (turn) turns.push({ start, end: text.length });
    });
    const blocks = blocksOf(text, turns);
    expect(blocks.flatMap(({ turn, start, end }) => (turn === null ? [] : [{ start, end }]))).toEqual(turns);
    expect(blocks.map(({ start, end }) => text.slice(start, end)).join('\n')).toBe(text);
  }), { numRuns: 5000 }));
});

const change = fc.oneof(
  fc.record({ do: fc.constant('type' as const), place: fc.nat(20), text: line }),
  fc.record({ do: fc.constant('split' as const), place: fc.nat(20), at: fc.nat(12) }),
  fc.record({ do: fc.constant('join' as const), place: fc.nat(20) }),
  fc.record({ do: fc.constant('remove' as const), place: fc.nat(20), count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('paste' as const), place: fc.nat(20), lines: fc.array(line, { minLength: 1, maxLength: 3 }) }),
);
/** What the editor does to its blocks between two updates; a block that stays keeps its key. */
function edited(blocks: readonly BlockNow[], changes: readonly (typeof change extends fc.Arbitrary<infer C> ? C : never)[]): BlockNow[] {
  let fresh = 1000;
  const now = [...blocks];
  for (const each of changes) {
    const place = each.place % Math.max(1, now.length);
    const block = now[place];
    if (each.do === 'paste') now.splice(place, 0, ...each.lines.map((text) => ({ key: String(fresh++), text })));
    else if (!block) continue;
    else if (each.do === 'type') now[place] = { ...block, text: each.text };
    else if (each.do === 'remove') now.splice(place, Math.min(each.count, now.length - 1));
    else if (each.do === 'split') {
      const at = Math.min(each.at, block.text.length);
      const cut = splitsPair(block.text, at) ? at - 1 : at;
      now.splice(place, 1, { ...block, text: block.text.slice(0, cut) }, { key: String(fresh++), text: block.text.slice(cut) });
    } else if (place > 0) now.splice(place - 1, 2, { ...now[place - 1]!, text: now[place - 1]!.text + block.text });
  }
  return now;
}

test('what the editor did to its blocks, as splices of the old text, gives the new text', () => fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.array(change, { maxLength: 5 }), fc.integer({ min: -1, max: 40 }), (lines, changes, caret) => {
  const before = lines.map((text, index) => ({ key: String(index), text }));
  const index = new BlockIndex();
  index.load(before.map(({ key }) => key), before.map(({ text }) => text));
  const now = edited(before, changes);
  fc.pre(now.length > 0);
  let text = lines.join('\n');
  for (const splice of structuralSplices(index, now, caret)) {
    for (const edge of [splice.at, splice.at + splice.removed.length]) expect(splitsPair(text, edge)).toBe(false);
    text = spliceText(text, splice);
  }
  expect(text).toBe(now.map((block) => block.text).join('\n'));
}), { numRuns: 20_000 }));

test('every offset lies in the block that holds it', () => fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.nat(60), (lines, offset) => {
  const index = new BlockIndex();
  index.load(lines.map((_, place) => String(place)), [...lines]);
  const at = Math.min(offset, index.length);
  expect(index.text).toBe(lines.join('\n'));
  const place = index.placeAt(at);
  expect(index.startOf(place)).toBeLessThanOrEqual(at);
  expect(at - index.startOf(place)).toBeLessThanOrEqual(lines[place]!.length);
  expect(index.placeOf(String(place))).toBe(place);
})));

const shown = fc.array(fc.record({ start: fc.nat(60), length: fc.integer({ min: 1, max: 25 }), codings: fc.array(fc.record({ facet: fc.constantFrom(...facets), mirrored: fc.boolean() }), { minLength: 1, maxLength: 3 }) }), { maxLength: 14 })
  .map((made): ShownPassage[] => made.map(({ start, length, codings }, place) => ({
    id: place + 1, start, end: start + length, codings: codings.map((coding, index) => ({ id: place * 10 + index, code: 1, coder: 1, name: '', colour: '', rating: null, ...coding })),
  })));

describe('passages', () => {
  test('within a span are those that share a unit with it', () => fc.assert(fc.property(shown, fc.nat(80), fc.nat(30), (passages, start, length) => {
    const index = new PassageIndex(passages);
    const found = [...index.within(start, start + length)];
    expect(found).toEqual(index.passages.filter((passage) => passage.start < start + length && passage.end > start));
    const at = index.at(start);
    expect(new Set(at)).toEqual(new Set(passages.filter((passage) => passage.start <= start && start < passage.end)));
    expect(at.map(({ start: from, end }) => end - from)).toEqual(at.map(({ start: from, end }) => end - from).toSorted((a, b) => a - b));
  }), { numRuns: 5000 }));

  test('never touch in a lane, unless they share the last one', () => fc.assert(fc.property(shown, fc.nat(5), (passages, slack) => {
    const { passages: inOrder } = new PassageIndex(passages);
    const { of, widths } = lanesOf(inOrder, slack);
    const bars = inOrder.flatMap(({ start, end, codings }) => codings.filter((coding) => !coding.mirrored).map((coding) => ({ start, end, facet: coding.facet, ...of.get(coding.id)! })));
    expect(of.size).toBe(bars.length);
    for (const bar of bars) {
      expect(bar.lane).toBeLessThan(Math.min(laneCap, widths[bar.facet]));
      if (bar.shared) expect(bar.lane).toBe(laneCap - 1);
    }
    for (const one of bars)
      for (const other of bars)
        if (one !== other && one.facet === other.facet && one.lane === other.lane && !one.shared && !other.shared) expect(one.end + slack <= other.start || other.end + slack <= one.start).toBe(true);
  }), { numRuns: 2000 }));
});

describe('a passage that is foreseen', () => {
  const coding = fc.record({ code: fc.integer({ min: 1, max: 4 }), coder: fc.integer({ min: 1, max: 2 }) });
  const passage = fc.record({ start: fc.nat(20), length: fc.integer({ min: 1, max: 8 }), codings: fc.uniqueArray(coding, { maxLength: 4, selector: ({ code, coder }) => `${code}/${coder}` }) });
  const shown = (each: { start: number; length: number; codings: readonly { code: number; coder: number }[] }, id: number): ShownPassage => ({
    id, start: each.start, end: each.start + each.length, codings: each.codings.map(({ code, coder }, place) => ({ id: id * 10 + Math.sign(id) * place, code, coder, facet: 'theme', name: `C${code}`, colour: 'red', rating: null, mirrored: false })),
  });
  const given = ({ codings }: ShownPassage) => codings.map(({ code, coder }) => `${code}/${coder}`);
  test('brings its codings to the passage of the same words, none twice, and leaves all others as they are', () => fc.assert(fc.property(fc.uniqueArray(passage, { maxLength: 8, selector: ({ start, length }) => `${start}+${length}` }), passage, (there, more) => {
    const before = new PassageIndex(there.map((each, place) => shown(each, place + 1)));
    const foreseen = shown(more, -1);
    const after = before.with(foreseen);
    const isHere = ({ start, end }: ShownPassage) => start === foreseen.start && end === foreseen.end;
    const same = before.passages.find(isHere);
    expect(after.passages.filter((each) => !isHere(each))).toEqual(before.passages.filter((each) => !isHere(each)));
    expect(after.passages.filter(isHere)).toHaveLength(1);
    const now = after.passages.find(isHere)!;
    expect(now.id).toBe(same?.id ?? -1);
    expect(given(now)).toEqual([...new Set([...(same ? given(same) : []), ...given(foreseen)])]);
  }), { numRuns: 2000 }));
});
