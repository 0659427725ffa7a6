import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildSample } from '../../build/sample/build.ts';
import type { Engine } from '../../electron/core/engine.ts';
import { told } from '../helpers/acting.ts';
import { another, merge, preview, within, type Copy } from '../helpers/copies.ts';
import { scratch } from '../helpers/scratch.ts';
import { everything, temporaryFolder } from '../helpers/study.ts';

/** One coder's work in the sample study, in the program's own operations; rows are found by their names, as a person finds them. */
function workIn(engine: Engine) {
  const call = engine.call;
  const code = async (path: string): Promise<number> => {
    const found = (await call('code.list', {})).find((each) => each.path === path);
    if (!found) throw new Error(`no code ${path}`);
    return found.id;
  };
  const named = async (list: 'document.list' | 'participant.list' | 'attribute.list' | 'conflict.list', name: string): Promise<number> => {
    const found = (await call(list, {}) as readonly { id: number; name: string }[]).find((each) => each.name.startsWith(name));
    if (!found) throw new Error(`no ${name} in ${list}`);
    return found.id;
  };
  const document = (name: string) => named('document.list', name);
  const place = async (name: string, words: string) => {
    const [id, at] = [await document(name), (await call('document.read', { document: await document(name) })).text.indexOf(words)];
    if (at < 0) throw new Error(`no “${words}” in ${name}`);
    return { document: id, start: at, end: at + words.length };
  };
  return {
    call, code, document, place,
    person: (name: string) => named('participant.list', name),
    attribute: (name: string) => named('attribute.list', name),
    conflict: (name: string) => named('conflict.list', name),
    async correct(name: string, removed: string, inserted: string) { const { document: id, start } = await place(name, removed); await call('document.edit', { document: id, splices: [{ at: start, removed, inserted }] }); },
    async apply(name: string, words: string, codes: readonly { readonly path: string; readonly rating?: number; readonly party?: string }[]) {
      await call('coding.apply', { ...await place(name, words), codes: await Promise.all(codes.map(async ({ path, rating, party }) => ({ code: await code(path), ...(rating === undefined ? {} : { rating }), ...(party === undefined ? {} : { party: await code(party) }) }))) });
    },
  };
}
type Work = ReturnType<typeof workIn>;

const ledger = 'CM-01 Mrs Pereira';
const doctor = 'GP-01 Dr Alder';
const coders: Record<'Ana' | 'Bo' | 'Cai', (work: Work) => Promise<void>> = {
  async Ana({ call, code, document, person, attribute, conflict, place, correct, apply }) {
    await correct(ledger, 'photocopied, of eleven pages', 'photocopied, of twelve pages');
    await correct(ledger, 'Here. ', 'Here it is. ');
    await apply(ledger, 'somebody looked at his watch', [{ path: 'Hospital managers' }, { path: 'Degree of interest', rating: -1 }, { path: 'Rules made without us', party: 'Hospital managers' }]);
    await call('code.change', { code: await code('Sayings'), name: 'Proverbs', definition: 'Said as others have said it before.' });
    await call('code.move', { code: await code('Small wins'), parent: await code('Consequences'), facet: 'theme' });
    const { code: waiting } = await call('code.create', { name: 'Waiting', facet: 'theme', parent: await code('Consequences'), definition: 'Time that goes by.' });
    await call('coding.apply', { ...await place(doctor, 'I '), codes: [{ code: waiting }] });
    await call('code.remove', { code: await code('Looking across at the pilot') });
    const codings = await call('coding.list', { document: await document(ledger) });
    await call('memo.write', { about: 'codings', target: codings[0]!.id, title: '', text: 'The ledger comes up in every interview.' });
    await call('codeSet.create', { name: 'Money', codes: [await code('Savings stay at the hospital'), await code('Causes > Pay follows the bed'), waiting] });
    await call('attribute.create', { name: 'Shift', of: 'participants', kind: 'choice', choices: ['Day', 'Night'] });
    await call('attribute.set', { attribute: await attribute('Shift'), participant: await person('Dr Alder'), value: 'Night' });
    await call('conflict.change', { conflict: await conflict('Savings stay at the hospital'), intensity: 3 });
    await call('conflict.addPoint', { conflict: await conflict('Savings stay at the hospital'), kind: 'cause', name: 'Nobody adds it up', level: '', code: await code('Causes > Nobody\'s job'), passages: [] });
    await call('savedTable.save', { name: 'Who says what', kind: 'table', asked: { columns: 'document', count: 'codings' } });
    await call('words.add', { kind: 'stop', words: ['ledger'] });
    await call('document.rename', { document: await document('PT-01 Mr Penhale'), name: 'PT-01 Mr Penhale (first visit)' });
  },
  async Bo({ call, code, document, person, attribute, place, correct, apply }) {
    await correct(ledger, 'Two receptionists'.toLowerCase(), 'three receptionists');
    await correct(ledger, 'bring a piece of paper', 'bring a piece of paper along');
    await apply(ledger, 'somebody looked at his watch', [{ path: 'Hospital managers' }, { path: 'Degree of interest', rating: -2 }]);
    await apply(doctor, (await call('document.read', { document: await document(doctor) })).text.split('\n')[2]!.slice(0, 20), [{ path: 'Sayings' }]);
    const { code: waiting } = await call('code.create', { name: 'Waiting', facet: 'theme', parent: await code('Consequences') });
    await call('code.change', { code: waiting, example: '“An hour at the lift.”' });
    await call('coding.apply', { ...await place(ledger, 'They lose money'.toLowerCase()), codes: [{ code: waiting }] });
    await call('code.merge', { code: await code('Consequences > Queues move, not shrink'), into: await code('Consequences > Follow-up breaks off') });
    const [first] = await call('coding.list', { document: await document(doctor) });
    await call('coding.remove', { codings: [first!.id] });
    // Taken away and made anew: it is there once, as she left it.
    await call('code.change', { code: await code('Small wins'), definition: 'What went well, however small.' });
    await call('code.remove', { code: await code('Before the pilot') });
    await call('code.create', { name: 'Before the pilot', facet: 'theme', definition: 'Anew.' });
    await apply(ledger, 'I had already borrowed against it', [{ path: 'Before the pilot' }]);
    await call('participant.create', { name: 'Bukky' });
    await call('attribute.set', { attribute: await attribute('Years in the job'), participant: await person('Mrs Pereira'), value: '12' });
    await call('document.remove', { documents: [await document('PT-07')] });
    await call('document.finish', { document: await document(ledger) });
    await call('memo.write', { about: 'project', target: 1, title: 'After the second round', text: 'Ask about nights.' });
  },
  async Cai({ call, code, document, person, conflict, place, correct, apply }) {
    await correct('GP-05', (await call('document.read', { document: await document('GP-05') })).text.split('\n')[1]!.slice(0, 12), 'Well, then: ');
    await correct(ledger, 'the price of a sandwich a day', 'the price of half a sandwich a day');
    await call('document.create', { name: 'PT-08 Mrs Lowe', text: 'I wait.\nThen I wait again.' });
    await apply('PT-08', 'I wait', [{ path: 'Patients' }, { path: 'Extent of impact > Access and cost', rating: -2 }]);
    await apply('GP-02', (await call('document.read', { document: await document('GP-02') })).text.split('\n')[1]!, [{ path: 'Causes > Too few staff' }]);
    const rated = (await call('coding.list', { document: await document('HM-01') })).find(({ rating }) => rating === 1)!;
    await call('coding.change', { coding: rated.id, rating: 2 });
    await call('code.change', { code: await code('Nurses'), aliases: ['Ward nurses', '护士'] });
    await call('code.move', { code: await code('Sayings'), parent: await code('Causes > Habit and reputation'), facet: 'theme' });
    await call('conflict.create', { name: 'Nights', party: await code('GPs'), counterparty: await code('Nurses'), direction: 'both', intensity: 2 });
    await call('conflict.addPoint', { conflict: await conflict('Savings stay at the hospital'), kind: 'consequence', name: 'Trust goes', level: '', code: null, passages: [] });
    await call('participant.create', { name: 'Bukky' });
    await call('participant.change', { participant: await person('Mr Sallow'), sampling: 'by chance' });
    await call('report.create', { name: 'For the city' });
    const { document: split, start } = await place('HM-04', (await call('document.read', { document: await document('HM-04') })).text.split('\n')[3]!.slice(0, 15));
    await call('turn.split', { document: split, at: start + 8 });
    await correct(ledger, 'with such a sad face', 'with such a long face');
    await call('history.undo', {});
  },
};

const sample = { file: '' };
beforeAll(async () => {
  const folder = mkdtempSync(join(scratch, 'concord-sample-'));
  sample.file = join(folder, 'sample.concord');
  await buildSample('en', sample.file);
  return () => rmSync(folder, { recursive: true, force: true });
}, 60_000);
const findings = (copy: Copy) => within(copy, async (engine) => (await engine.call('study.check', {})).findings);

test('three coders’ copies of the sample study, each worked in for real, give the same study in whatever order they are merged', async () => {
  const copies = await Promise.all((['Ana', 'Bo', 'Cai'] as const).map(async (who) => {
    const file = join(temporaryFolder(), `${who}.concord`);
    copyFileSync(sample.file, file);
    await within({ who, file }, (engine) => coders[who](workIn(engine)));
    return { who, file };
  })) as [Copy, Copy, Copy];
  const results: unknown[] = [];
  for (const [first, ...others] of [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] as const) {
    const into: Copy = { who: 'Lin', file: another(copies[first]!) };
    for (const each of others) {
      const { conflicts } = await preview(into, copies[each]!);
      expect(conflicts, `${copies[first]!.who} takes ${copies[each]!.who}`).toEqual([]);
      const before = everything(into.file);
      await merge(into, copies[each]!);
      const after = everything(into.file);
      expect((await preview(into, copies[each]!)).counts).toEqual([]);
      await within(into, (engine) => engine.call('history.undo', {}));
      expect(everything(into.file)).toEqual(before);
      await merge(into, copies[each]!);
      expect(everything(into.file)['codings']).toEqual(after['codings']);
    }
    expect(await findings(into)).toEqual([]);
    results.push(await told(into));
  }
  for (const result of results) expect(result).toEqual(results[0]);
}, 240_000);
