import fc from 'fast-check';
import type { Engine } from '../../electron/core/engine.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { within, type Copy } from './copies.ts';

const place = fc.nat(60);
/** What coders do between two merges. */
export const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('code' as const), at: place, length: fc.integer({ min: 1, max: 12 }), code: place, rating: fc.constant(null) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('edit' as const), at: place, cut: fc.nat(6), put: fc.constantFrom('', 'x', 'so ', '病人', '\n') }) },
  fc.record({ do: fc.constantFrom('uncode' as const, 'note' as const), at: place, text: fc.constantFrom('see there', '再看') }),
  fc.record({ do: fc.constant('make' as const), name: fc.constantFrom('pay', 'load', '夜班'), below: fc.option(place), facet: fc.constantFrom('theme', 'conflict') }),
  fc.record({ do: fc.constantFrom('rename' as const, 'define' as const), code: place, name: fc.constantFrom('pay', 'care', '信任'), text: fc.constantFrom('what they earn', '多劳多得') }),
  fc.record({ do: fc.constantFrom('move' as const, 'remove' as const, 'join' as const), code: place, into: place }),
  fc.record({ do: fc.constantFrom('person' as const, 'value' as const), name: fc.constantFrom('GP 1', 'GP 2', '院长'), value: fc.constantFrom('pilot', 'other') }),
  fc.record({ do: fc.constantFrom('split' as const, 'undo' as const), at: place }),
  fc.record({ do: fc.constantFrom('open' as const, 'close' as const, 'title' as const, 'retype' as const), at: place, name: fc.constantFrom('Interview 2', 'Interview 3'), text: fc.constantFrom('A new day.\nNobody came.', 'Nobody asked us.') }),
  fc.record({ do: fc.constantFrom('anew' as const, 'recode' as const, 'resize' as const, 'rate' as const, 'speak' as const, 'join turns' as const), at: place, length: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ do: fc.constantFrom('set' as const, 'unset' as const, 'conflict' as const, 'link' as const, 'point' as const, 'end conflict' as const, 'one conflict' as const), at: place, name: fc.constantFrom('Pay', 'Beds'), code: place, into: place }),
  fc.record({ do: fc.constantFrom('one person' as const, 'no person' as const, 'who speaks' as const, 'no attribute' as const, 'attribute' as const, 'finish' as const, 'forget' as const), at: place, into: place, name: fc.constantFrom('site', 'years') }),
);
/** Corrections of words that stand apart: of two that touch, and of which one takes a passage's last words away, it depends on which came first whether the passage ends before what the other put in. */
export const apart = act.filter(({ do: what }) => what !== 'edit');
export const correction = fc.record({ do: fc.constant('correct' as const), word: fc.constantFrom('ward', 'short', 'nurses', 'asked', '医院'), put: fc.constantFrom('', 'x', 'so\n', '病') });
export type Act = (typeof act | typeof correction) extends fc.Arbitrary<infer A> ? A : never;

export async function perform(engine: Engine, each: Act): Promise<void> {
  const call = engine.call as (name: string, input: unknown) => Promise<any>;
  const [documents, codes] = [await call('document.list', {}), await call('code.list', {})];
  const pick = <T>(list: readonly T[], which: number): T => list[which % list.length]!;
  const document = documents.length === 0 ? null : pick(documents, 0) as { id: number };
  const text: string = document ? (await call('document.read', { document: document.id })).text : '';
  const codings = document ? await call('coding.list', { document: document.id }) : [];
  if (each.do === 'code' && document && codes.length > 0 && text.length > 0) { const start = each.at % text.length; await call('coding.apply', { document: document.id, start, end: Math.min(text.length, start + each.length), codes: [{ code: pick(codes as { id: number }[], each.code).id }] }); }
  else if (each.do === 'edit' && document) { const at = each.at % (text.length + 1); await call('document.edit', { document: document.id, splices: [{ at, removed: text.slice(at, at + each.cut), inserted: each.put }] }); }
  else if (each.do === 'correct' && document && text.includes(each.word)) await call('document.edit', { document: document.id, splices: [{ at: text.indexOf(each.word), removed: each.word, inserted: each.put }] });
  else if (each.do === 'uncode' && codings.length > 0) await call('coding.remove', { codings: [(pick(codings, each.at) as { id: number }).id] });
  else if (each.do === 'note' && codings.length > 0) await call('memo.write', { about: 'codings', target: (pick(codings, each.at) as { id: number }).id, text: each.text });
  else if (each.do === 'make') await call('code.create', { name: each.name, facet: each.facet, parent: each.below === null || codes.length === 0 ? null : (pick(codes, each.below) as { id: number }).id });
  else if (each.do === 'rename' && codes.length > 0) await call('code.change', { code: (pick(codes, each.code) as { id: number }).id, name: each.name });
  else if (each.do === 'define' && codes.length > 0) await call('code.change', { code: (pick(codes, each.code) as { id: number }).id, definition: each.text });
  else if (each.do === 'move' && codes.length > 0) { const code = pick(codes, each.code) as { id: number; facet: string }; await call('code.move', { code: code.id, parent: (pick(codes, each.into) as { id: number }).id, facet: code.facet }); }
  else if (each.do === 'remove' && codes.length > 0) await call('code.remove', { code: (pick(codes, each.code) as { id: number }).id });
  else if (each.do === 'join' && codes.length > 0) await call('code.merge', { code: (pick(codes, each.code) as { id: number }).id, into: (pick(codes, each.into) as { id: number }).id });
  else if (each.do === 'person') await call('participant.create', { name: each.name });
  else if (each.do === 'value') { const [person] = (await call('participant.list', {})) as { id: number; name: string }[]; const [attribute] = (await call('attribute.list', {})) as { id: number }[]; if (person && attribute) await call('attribute.set', { attribute: attribute.id, participant: person.id, value: each.value }); }
  else await performMore(call, each, { document, text, codes, codings });
}
interface Found { readonly document: { id: number } | null; readonly text: string; readonly codes: any[]; readonly codings: any[] }
/** What is done more rarely: to documents, people, attributes, sets, the register of conflicts. */
async function performMore(call: (name: string, input: unknown) => Promise<any>, each: Act, { document, text, codes, codings }: Found): Promise<void> {
  const pick = <T>(list: readonly T[], which: number): T | undefined => list[which % Math.max(1, list.length)];
  const one = async (list: string, which: number): Promise<any> => pick(await call(list, {}) as any[], which);
  if (each.do === 'undo') await call('history.undo', {});
  else if (each.do === 'open') await call('document.create', { name: each.name, text: each.text });
  else if (each.do === 'close') { const gone = await one('document.list', each.at); if (gone) await call('document.remove', { documents: [gone.id] }); }
  else if (each.do === 'title') { const named = await one('document.list', each.at); if (named) await call('document.rename', { document: named.id, name: each.name }); }
  else if (each.do === 'retype' && document) await call('document.edit', { document: document.id, splices: [{ at: 0, removed: text, inserted: each.text }] });
  else if (each.do === 'anew') { const code = pick(codes, each.at); if (code) { await call('code.remove', { code: code.id }); await call('code.create', { name: code.name, facet: code.facet, parent: codes.some(({ id }) => id === code.parent) ? code.parent : null }); } }
  else if (each.do === 'recode') { const coding = pick(codings, each.at); if (coding) { await call('coding.remove', { codings: [coding.id] }); await call('coding.apply', { document: document!.id, start: coding.start, end: coding.end, codes: [{ code: coding.code }] }); } }
  else if (each.do === 'resize') { const coding = pick(codings, each.at); if (coding) await call('passage.resize', { passage: coding.passage, start: coding.start, end: Math.min(text.length, coding.start + each.length), language: 'en' }); }
  else if (each.do === 'rate') { const [scaled, rated] = [codes.find(({ scale }) => scale.length > 0), codings.find(({ rating }) => rating !== null)]; if (rated) await call('coding.change', { coding: rated.id, rating: (each.at % 3) - 1 }); else if (scaled && document && text.length > 0) await call('coding.apply', { document: document.id, start: 0, end: Math.min(text.length, each.length), codes: [{ code: scaled.id, rating: (each.at % 3) - 1 }] }); }
  else if (each.do === 'split' && document) await call('turn.split', { document: document.id, at: each.at % Math.max(1, text.length) });
  else if (each.do === 'join turns' && document) await call('turn.join', { document: document.id, at: each.at % Math.max(1, text.length), with: 'next' });
  else if (each.do === 'speak' && document) { const person = await one('participant.list', each.at); if (person) await call('turn.speak', { document: document.id, at: each.at % Math.max(1, text.length), participant: person.id }); }
  else if (each.do === 'set') await call('codeSet.create', { name: each.name, codes: codes.length > 0 ? [pick(codes, each.code).id] : [] });
  else if (each.do === 'unset') { const set = await one('codeSet.list', each.at); if (set) await (each.code % 2 ? call('codeSet.remove', { set: set.id }) : call('codeSet.members', { set: set.id, put: codes.slice(0, 1).map(({ id }) => id), take: codes.slice(1, 2).map(({ id }) => id) })); }
  else if (each.do === 'conflict') await call('conflict.create', { name: each.name, code: pick(codes, each.code)?.id ?? null });
  else if (each.do === 'link') { const [conflict, coding] = [await one('conflict.list', each.at), pick(codings, each.code)]; if (conflict && coding) await call('conflict.link', { conflict: conflict.id, passages: [coding.passage], point: null }); }
  else if (each.do === 'point') { const conflict = await one('conflict.list', each.at); if (conflict) await call('conflict.addPoint', { conflict: conflict.id, kind: 'cause', name: each.name, code: pick(codes, each.code)?.id ?? null }); }
  else if (each.do === 'end conflict') { const conflict = await one('conflict.list', each.at); if (conflict) await call('conflict.remove', { conflicts: [conflict.id] }); }
  else if (each.do === 'one conflict') { const [conflict, into] = [await one('conflict.list', each.at), await one('conflict.list', each.into)]; if (conflict && into) await call('conflict.merge', { conflict: conflict.id, into: into.id }); }
  else if (each.do === 'one person') { const [person, into] = [await one('participant.list', each.at), await one('participant.list', each.into)]; if (person && into) await call('participant.merge', { participant: person.id, into: into.id }); }
  else if (each.do === 'no person') { const person = await one('participant.list', each.at); if (person) await call('participant.remove', { participant: person.id }); }
  else if (each.do === 'who speaks' && document) { const person = await one('participant.list', each.at); if (person) await call('turn.assign', { document: document.id, label: '', participant: person.id }); }
  else if (each.do === 'attribute') await call('attribute.create', { name: each.name, of: 'participants', kind: 'text' });
  else if (each.do === 'no attribute') { const attribute = await one('attribute.list', each.at); if (attribute) await call('attribute.remove', { attribute: attribute.id }); }
  else if (each.do === 'finish' && document) await call('document.finish', { document: document.id });
  else if (each.do === 'forget') { const memo = await one('memo.list', each.at); if (memo) await call('memo.remove', { memo: memo.id }); }
}
export const may = (work: Promise<unknown>) => work.catch((error: unknown) => { if (!(error instanceof Error) || error.name !== 'Problem' || (error as Error & { code: string }).code === 'bad-input') throw error; });
export const begin = async (engine: Engine) => {
  const { document } = await engine.call('document.create', { name: 'Interview 1', text: 'The ward was short of nurses.\nNobody asked us.\n医院没有人。' });
  for (const name of ['load', 'trust']) await engine.call('code.create', { name, facet: 'theme' });
  await engine.call('attribute.create', { name: 'site', of: 'participants', kind: 'text' });
  await engine.call('participant.create', { name: 'Nurse 1' });
  await engine.call('coding.apply', { document, start: 4, end: 12, codes: [{ code: 1 }, { code: 2 }] });
};
/** The same with a dimension that is rated. */
export const beginRated = async (engine: Engine) => {
  await begin(engine);
  await engine.call('code.create', { name: 'interest', facet: 'dimension', scale: [-1, 0, 1].map((value) => ({ value, anchor: '' })) });
};

const drop = new Set(['uuid', 'created', 'changed', 'position']);
/** A study as plain values, without what depends on which copy came first. */
export const told = (copy: Copy) => within(copy, async (engine) => {
  // Which of two that are called the same takes a number behind its name depends on who came first.
  const plain = (value: unknown): unknown => (typeof value === 'string' ? value.replaceAll(/ \(\d+\)/g, '') : Array.isArray(value) ? value.map(plain).toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).filter(([name]) => !drop.has(name)).map(([name, each]) => [name, plain(each)])) : value);
  const { passages = [], ...rest } = await engine.call('study.snapshot', {}) as Snapshot;
  // A correction may leave two passages with the same edges; whoever comes later finds one.
  return { ...plain(rest) as object, passages: [...new Set(passages.map(({ document, start, end }) => String(plain(`${document} ${start}-${end}`))))].toSorted() };
});
