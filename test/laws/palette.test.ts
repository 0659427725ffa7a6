import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facets, type Facet } from '../../shared/model/schema.ts';
import { fitOf, hits, plainly, readTyped } from '../../renderer/views/code/findCodes.ts';
import { readSaid, rowsFor, type Offering } from '../../renderer/views/code/paletteRows.ts';
import { begin, firstStep, giveBack, rate, take, takeAndWalk, walk } from '../../renderer/views/code/paletteSteps.ts';
import { loadSounds } from '../../renderer/views/code/pinyin.ts';
import { plainKey } from '../../renderer/views/code/plainKey.ts';
import { digitsAfter, halfCodedPassages, likelyParties, nameInVivo, newestFirst, withPinned, type Taken } from '../../renderer/views/code/triple.ts';

let next = 0;
const code = (path: string, facet: Facet = 'stakeholder', more: { codings?: number; aliases?: string[] } = {}) => ({ id: ++next, facet, name: path.split(' > ').at(-1)!, path, colour: '1', codings: more.codings ?? 0, parent: null, scale: [], aliases: more.aliases ?? [] });
const sounds = await loadSounds();
const gps = code('GPs');
const county = code('County hospital');
const village = code('村医');
const codes = [gps, county, village, code('Patients and families'), code('Workload', 'dimension'), code('Income and bonus', 'dimension'), code('转诊流程', 'dimension'), code('Tasks without pay', 'conflict'), code('患者转上不转下', 'conflict'), code('Causes > Money', 'theme', { aliases: ['Finance'] })];
const offer = (typed: string, more: Partial<Offering> = {}) => rowsFor({ codes, typed, facet: 'stakeholder', recent: [], digits: [], there: new Set(), sounds, ...more });
const names = (typed: string, more: Partial<Offering> = {}) => offer(typed, more).filter((row) => row.codings !== null).map((row) => row.name);

describe('a code is found by', () => {
  test.each([
    ['hosp', 'County hospital'], ['tal', 'County hospital'], ['pf', 'Patients and families'], ['couho', 'County hospital'], ['twp', 'Tasks without pay'], ['causes', 'Money'], ['finance', 'Money'],
    ['cunyi', '村医'], ['cy', '村医'], ['zzlc', '转诊流程'], ['zhuanz', '转诊流程'], ['hzzs', '患者转上不转下'], ['不转', '患者转上不转下'],
  ])('%s: %s', (typed, name) => expect(names(typed)[0]).toBe(name));
  test('letters that stand for signs are drawn stronger', () => {
    expect(hits('患者转上不转下', plainly('zs').words, sounds).filter((part) => part.hit).map((part) => part.text).join('')).toBe('转上');
    expect(hits('County hospital', plainly('couho').words, sounds).filter((part) => part.hit).map((part) => part.text)).toEqual(['Cou', 'ho']);
  });
  test('whatever was typed, what is drawn is the name', () => fc.assert(fc.property(fc.constantFrom(...codes), fc.string(), ({ name }, typed) => {
    expect(hits(name, plainly(typed).words, sounds).map((part) => part.text).join('')).toBe(name);
  })));
  test('any part of its name', () => fc.assert(fc.property(fc.constantFrom(...codes), fc.nat(), fc.nat(), (each, from, length) => {
    const part = each.name.slice(from % each.name.length, (from % each.name.length) + 1 + (length % each.name.length)).trim();
    if (part !== '') expect(fitOf(each, plainly(part), sounds)).toBeGreaterThan(0);
  })));
});

describe('what is offered', () => {
  test('with nothing typed: the facet at hand, what was applied last first', () => expect(names('', { recent: [county.id] })).toEqual(['County hospital', 'GPs', '村医', 'Patients and families']));
  test('the facet at hand comes first, but a code of another facet is found without going there', () => {
    expect(names('wo', { facet: 'dimension' })[0]).toBe('Workload');
    expect(names('workload')[0]).toBe('Workload');
  });
  test('a new code, first of the facet at hand, below the parent that was typed, and never one that is there', () => {
    expect(offer('Money > Bonus', { facet: 'theme' }).map((row) => ('create' in row.choice ? row.choice.create : null))).toEqual([{ name: 'Bonus', facet: 'theme', parent: codes.at(-1)!.id }]);
    expect(offer('gps').filter((row) => row.codings === null).map((row) => row.facet)).toEqual(['dimension', 'conflict', 'theme']);
  });
  test('a rating behind the name, but not where it is a part of a name', () => {
    expect(readTyped('workload -2')).toMatchObject({ text: 'workload', rating: -2 });
    expect(offer('workload-2')[0]!.choice).toMatchObject({ rating: -2 });
    const phase = code('Phase 2', 'dimension');
    expect(rowsFor({ codes: [phase], typed: 'phase 2', facet: 'dimension', recent: [], digits: [], there: new Set(), sounds })[0]!.choice).toEqual({ code: phase.id });
  });
  test('who against whom behind a colon, also a full-width one', () => {
    expect(readSaid({ codes, typed: 'tasks: gps, county', sounds })).toMatchObject({ text: 'tasks', parties: { party: gps.id, counterparty: county.id } });
    expect(offer('转上：村医，county')[0]).toMatchObject({ name: '患者转上不转下', choice: { party: village.id, counterparty: county.id } });
  });
});

describe('the steps of the palette', () => {
  const row = (facet: Facet, id: string, facetCode = 1): Taken => ({ id, choice: { code: facetCode }, facet, name: id, scale: [] });
  test('begin where the passage lacks something', () => expect([[], ['stakeholder'], ['stakeholder', 'dimension'], ['stakeholder', 'dimension', 'conflict']].map((there) => firstStep(new Set(there as Facet[])))).toEqual(['stakeholder', 'dimension', 'conflict', 'theme']));
  const acts = fc.array(fc.oneof(
    fc.record({ act: fc.constantFrom('take', 'takeAndWalk'), facet: fc.constantFrom(...facets), id: fc.constantFrom('a', 'b', 'c') }),
    fc.record({ act: fc.constantFrom('next', 'back', 'giveBack', 'adding'), facet: fc.constant('theme' as Facet), id: fc.constant('') }),
  ), { maxLength: 30 });
  test('no code is taken twice, and what was taken last stands last', () => fc.assert(fc.property(acts, (done) => {
    let steps = begin(new Set());
    for (const { act, facet, id } of done) {
      const each = row(facet, `${facet} ${id}`);
      steps = act === 'take' ? take(steps, each) : act === 'takeAndWalk' ? takeAndWalk(steps, each) : act === 'next' ? walk(steps, 1) : act === 'back' ? walk(steps, -1) : act === 'giveBack' ? giveBack(steps) : { ...steps, adding: true };
      expect(new Set(steps.taken.map((taken) => taken.id)).size).toBe(steps.taken.length);
      if (act === 'take' || act === 'takeAndWalk') expect(steps.taken.at(-1)!.id).toBe(each.id);
      expect(steps.typed).toBe('');
    }
  })));
  test('Tab on and Shift+Tab back is where one was; what was taken stays', () => fc.assert(fc.property(fc.constantFrom(...facets), (facet) => {
    const steps = takeAndWalk({ ...begin(new Set()), facet }, row(facet, 'x'));
    expect(steps.taken.map((taken) => taken.id)).toEqual(['x']);
    expect(walk(steps, -1).facet).toBe(facet);
    expect(giveBack(walk(steps, -1)).taken).toEqual([]);
  })));
  test('another code of the same facet comes in place of the first, unless it is added', () => {
    const one = take(begin(new Set()), row('stakeholder', 'GPs'));
    expect(take(one, row('stakeholder', 'County')).taken.map((each) => each.id)).toEqual(['County']);
    expect(take({ ...one, adding: true }, row('stakeholder', 'County')).taken.map((each) => each.id)).toEqual(['GPs', 'County']);
  });
  test('the dimension taken last is rated', () => expect(rate(take({ ...begin(new Set()), facet: 'dimension' }, row('dimension', 'Workload')), -2).taken[0]!.choice).toMatchObject({ rating: -2 }));
});

describe('digits', () => {
  const applied = fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 40 });
  test('a code keeps its digit as long as eight others were not applied since', () => fc.assert(fc.property(applied, (order) => {
    let recent: number[] = [];
    let digits: number[] = [];
    for (const each of order) {
      const before = digits;
      recent = newestFirst(recent, [each]);
      digits = digitsAfter(digits, recent, [each]);
      expect(digits).toContain(each);
      expect(new Set(digits).size).toBe(digits.length);
      for (const [place, was] of before.entries()) if (recent.indexOf(was) < 9) expect(digits[place]).toBe(was);
    }
  })));
  test('pinned codes have theirs, the others what is left', () => expect(withPinned([null, 7, null], [5, 7, 6])).toEqual([5, 7, 6, null, null, null, null, null, null]));
});

test('the parties are likely the speaker’s group against the stakeholder at hand, else those of the last time', () => {
  const codings = [{ code: 9, party: 3, counterparty: 4, changed: 1 }, { code: 9, party: 5, counterparty: 6, changed: 2 }];
  expect(likelyParties({ speaking: 1, stakeholders: [2], conflict: 9, codings })).toEqual({ party: 1, counterparty: 2 });
  expect(likelyParties({ speaking: null, stakeholders: [2, 3], conflict: 9, codings })).toEqual({ party: 2, counterparty: 3 });
  expect(likelyParties({ speaking: 1, stakeholders: [1], conflict: 9, codings })).toEqual({ party: 5, counterparty: 6 });
  expect(likelyParties({ speaking: 1, stakeholders: [], conflict: null, codings })).toEqual({ party: 1, counterparty: null });
});

test('half-coded: one coder began a triple and left a facet out; themes neither make nor mend one', () => {
  const facetOf = new Map(codes.map((each) => [each.id, each.facet]));
  const [stakeholder, dimension, conflict, theme] = facets.map((facet) => codes.find((each) => each.facet === facet)!.id);
  const coded = (passage: number, coder: number, ...of: (number | undefined)[]) => of.map((each) => ({ passage, coder, code: each! }));
  const codings = [...coded(1, 1, stakeholder, dimension, conflict), ...coded(2, 1, stakeholder, dimension), ...coded(2, 2, conflict), ...coded(3, 1, theme), ...coded(4, 2, conflict)];
  expect([...halfCodedPassages(codings, facetOf, 1)]).toEqual([2]);
  expect([...halfCodedPassages(codings, facetOf, 2)]).toEqual([2, 4]);
});

test('keys mean the same with a Chinese input method on', () => {
  const key = (name: string, place: string, shiftKey = false) => plainKey({ key: name, code: place, shiftKey });
  expect([key('。', 'Period'), key('【', 'BracketLeft'), key('】', 'BracketRight'), key('？', 'Slash', true), key('　', 'Space'), key('Ｖ', 'KeyV'), key('１', 'Digit1')]).toEqual(['.', '[', ']', '?', ' ', 'v', '1']);
  expect([key('Process', 'KeyV'), key('Process', 'Digit3'), key('Process', 'Period'), key('Process', 'Slash', true), key('Process', 'Space'), key('Process', 'BracketLeft')]).toEqual(['v', '3', '.', '?', ' ', '[']);
  expect([key('V', 'KeyV', true), key('Escape', 'Escape'), key('Enter', 'Enter')]).toEqual(['v', 'Escape', 'Enter']);
});

test('in vivo: a name on one line that is not too long and cuts no character', () => fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (words) => {
  const name = nameInVivo(words);
  expect(name.length).toBeLessThanOrEqual(80);
  expect(name.isWellFormed()).toBe(true);
  expect(name).not.toMatch(/\n/);
})));

test('what only holds other codes is not offered for coding, and codes are still made below it', () => {
  const folder = { ...code('Folder of all'), codable: 'no' as const };
  expect(offer('folder', { codes: [...codes, folder] }).filter(({ choice }) => 'code' in choice && choice.code === folder.id)).toEqual([]);
  expect(offer('Folder of all > Fresh', { codes: [...codes, folder] }).map(({ choice }) => ('create' in choice ? choice.create.parent : null))).toContain(folder.id);
});
