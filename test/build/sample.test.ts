import fc from 'fast-check';
import { expect, test } from 'vitest';
import { madeUp } from '../../build/sample/attributes.ts';
import { compileSample } from '../../build/sample/compile.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { readInterview } from '../../build/sample/source.ts';
import { readTranscript } from '../../build/sample/transcript.ts';
import { createWords } from '../../shared/words/index.ts';
import { newStudy } from '../helpers/study.ts';
import { splitsPair } from '../../shared/model/span.ts';
import { countWords, isChinese, nameKey, normaliseLines, normaliseName } from '../../shared/model/text.ts';

const sample = compileSample('en');
type SampleCoding = Snapshot['codings'][number];
const chinese = compileSample('zh');
const documents = new Map(sample.documents.map((document) => [document.name, document]));
const people = new Map(sample.participants.map((participant) => [participant.name, participant]));
const leaf = (path: readonly string[] | null) => path?.at(-1) ?? '';
const wordsOf = ({ document, start, end }: SampleCoding) => documents.get(document)!.text.slice(start, end);
const speakersOf = ({ document, start, end }: SampleCoding) =>
  documents.get(document)!.turns.filter((turn) => turn.start < end && turn.end > start).map((turn) => people.get(turn.participant ?? '')!);
/** The stakeholder groups of those who speak in a passage. */
const groupsOf = (coding: SampleCoding) => new Set(speakersOf(coding).flatMap(({ values }) => values['Stakeholder group'] ?? []));
const bothCoded = sample.documents.filter(({ name }) => new Set(sample.codings.filter((coding) => coding.document === name).map((coding) => coding.coder)).size === 2);
const passagesOf = (document: string, coder: string) =>
  [...Map.groupBy(sample.codings.filter((coding) => coding.document === document && coding.coder === coder), ({ start, end }) => `${start}-${end}`).values()]
    .map((codings) => ({ start: codings[0]!.start, end: codings[0]!.end, codes: codings.map((coding) => coding.code.join(' > ')).toSorted().join('; ') }));

test('36 interviews, at least twelve of them in Chinese, two focus groups, none of them a stub', () => {
  expect(sample.documents).toHaveLength(36);
  expect(new Set(sample.documents.map(({ name }) => nameKey(name))).size).toBe(36);
  expect(sample.documents.filter(({ text }) => isChinese(text)).length).toBeGreaterThanOrEqual(13);
  const focus = sample.documents.filter(({ values }) => values['Interview type'] === 'Focus group');
  expect(focus.map(({ turns }) => new Set(turns.map((turn) => turn.participant)).size)).toEqual([5, 5]);
  for (const { name, text, turns } of sample.documents) {
    const [fewest, most] = isChinese(text) ? [850, 1500] : [550, 950];
    expect(countWords(text), name).toBeGreaterThan(fewest!);
    expect(countWords(text), name).toBeLessThan(most!);
    expect(turns.length, name).toBeGreaterThanOrEqual(12);
  }
  expect(sample.documents.reduce((sum, { text }) => sum + countWords(text), 0)).toBeGreaterThan(24_000);
});

test('the first line of every interview says in its own language that it is made up', () => {
  for (const { name, text } of sample.documents) expect(text.split('\n')[0], name).toBe(isChinese(text) ? madeUp.zh : madeUp.en);
});

test('every text is as an import would leave it, and its turns are its lines', () => {
  for (const { name, text, turns, values } of sample.documents) {
    expect(text, name).toBe(normaliseLines(text));
    expect(turns.map(({ start, end }) => text.slice(start, end)), name).toEqual(text.split('\n').slice(1));
    expect(text, name).not.toMatch(/[[\]{}]|\d:\d\d[:：]| {2}/);
    expect(values['Date'], name).toMatch(/^2026-(09|10)-\d\d$/);
  }
  for (const { name } of sample.participants) expect(name).toBe(normaliseName(name));
  const timed = sample.documents.filter(({ turns }) => turns.every(({ time }) => time !== null));
  expect(timed.length).toBeGreaterThanOrEqual(10);
  expect(sample.documents.some(({ turns }) => turns.every(({ time }) => time === null))).toBe(true);
  for (const { name, turns } of timed) expect(turns.map(({ time }) => time), name).toEqual(turns.map(({ time }) => time).toSorted((a, b) => a! - b!));
});

test('seven groups in two districts were interviewed, but no health social worker in the district without a pilot', () => {
  const interviewed = sample.participants.filter(({ role }) => role === 'interviewee');
  const [groups, districts] = sample.attributes.map(({ choices }) => choices);
  const count = (group: string, district: string) => interviewed.filter(({ values }) => values['Stakeholder group'] === group && values['District'] === district).length;
  expect(groups).toHaveLength(7);
  expect(Object.fromEntries(groups!.map((group) => [group, districts!.map((district) => count(group, district))]))).toEqual({
    'Municipal health officials': [2, 2], 'Hospital managers': [3, 2], Specialists: [3, 2], 'Community health centre managers': [3, 2],
    GPs: [7, 3], 'Health social workers': [3, 0], Patients: [4, 6],
  });
  for (const { name, values } of interviewed) expect(values['Pilot'], name).toBe(values['District'] === 'Eastmere' ? 'Pilot' : 'Non-pilot');
  expect(interviewed.filter(({ values }) => values['Years in the job'] === undefined).map(({ values }) => values['Stakeholder group'])).toEqual(Array(10).fill('Patients'));
});

test('no sentence of more than 60 characters (20 in Chinese) stands anywhere twice', () => {
  const everything = [sample, chinese].flatMap(({ codes }) => codes.flatMap(({ definition, include, exclude, example }) => [definition, include, exclude, example]))
    .concat(sample.documents.flatMap(({ text }) => text.split('\n').slice(1)), sample.codings.map(({ memo }) => memo));
  const sentences = everything.flatMap((text) => text.split(/(?<=[.?!])\s+|(?<=[。？！])/))
    .map((sentence) => sentence.trim()).filter((sentence) => sentence.length > (isChinese(sentence) ? 20 : 60));
  expect(sentences.length).toBeGreaterThan(700);
  expect(sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)).toEqual([]);
});

test('every code of the codebook is used, and has a definition in both languages', () => {
  const used = new Set(sample.codings.map((coding) => coding.code.join(' > ')));
  expect(sample.codes.map(({ path }) => path.join(' > ')).filter((path) => !used.has(path))).toEqual([]);
  expect(new Set(sample.codes.map(({ path }) => nameKey(leaf(path)))).size).toBe(sample.codes.length);
  expect(sample.codes.length).toBeGreaterThanOrEqual(55);
  for (const { codes } of [sample, chinese]) for (const { path, definition } of codes) expect(definition.length, path.join(' > ')).toBeGreaterThan(4);
  expect(chinese.codes.filter(({ path, definition }) => !isChinese(definition) || /^[\x20-\x7e]+$/.test(leaf(path)))).toEqual([]);
});

test('a rule that sends the coder to another code names one that exists', () => {
  const pointers = [[sample.codes, /(?:use|add) (?:the (?:conflict|theme) )?([A-Z][^:.;]*)\./g], [chinese.codes, /(?:用|另加)(?:冲突|主题)?“([^”]+)”/g]] as const;
  for (const [codes, pointer] of pointers) {
    const names = new Set(codes.map(({ path }) => leaf(path)));
    const pointed = codes.flatMap(({ include, exclude }) => [...`${include} ${exclude}`.matchAll(pointer)].map((found) => found[1]!));
    expect(pointed.length).toBeGreaterThan(30);
    expect(pointed.filter((name) => !names.has(name))).toEqual([]);
  }
});

test('each of the four dimensions is rated by at least five groups, with at least three different values', () => {
  const roots = sample.codes.filter(({ facet, path }) => facet === 'dimension' && path.length === 1).map(({ path }) => leaf(path));
  expect(roots).toEqual(['Degree of interest', 'Willingness to implement', 'Extent of impact', 'Influence on implementation']);
  for (const { facet, scale, path } of sample.codes) {
    expect(scale.map((step) => step.value), leaf(path)).toEqual(facet === 'dimension' ? [-2, -1, 0, 1, 2] : []);
    if (facet === 'dimension') expect([scale[0]!.anchor, scale[4]!.anchor], leaf(path)).not.toContain('');
  }
  for (const dimension of sample.codes.filter(({ facet }) => facet === 'dimension').map(({ path }) => leaf(path))) {
    const rated = sample.codings.filter(({ code, rating }) => leaf(code) === dimension && rating !== null);
    const groups = new Set(rated.flatMap((coding) => [...groupsOf(coding)]));
    expect(groups.size, dimension).toBeGreaterThanOrEqual(roots.includes(dimension) ? 5 : 3);
    expect(new Set(rated.map(({ rating }) => rating)).size, dimension).toBeGreaterThanOrEqual(3);
  }
});

test('some conflicts are stated by both sides and others by one side only', () => {
  const said = new Map<string, Set<string>>();
  for (const coding of sample.codings.filter(({ party }) => party !== null)) {
    const sides = [leaf(coding.party), leaf(coding.counterparty)].toSorted();
    const key = `${leaf(coding.code)}: ${sides.join(' / ')}`;
    said.set(key, new Set([...(said.get(key) ?? []), ...[...groupsOf(coding)].filter((group) => sides.includes(group))]));
  }
  const stated = (by: number) => [...said].filter(([, groups]) => groups.size === by).map(([key]) => key);
  expect(stated(2)).toEqual(expect.arrayContaining([
    'Savings stay at the hospital: Community health centre managers / Hospital managers',
    'Patients not sent back: GPs / Specialists',
    'Whose job is the social work: GPs / Health social workers',
  ]));
  expect(stated(1)).toEqual(expect.arrayContaining([
    'Savings stay at the hospital: GPs / Hospital managers',
    'Medicine lists differ: Insurance bureau / Patients',
    'Work moved down without pay: GPs / Municipal health officials',
  ]));
});

test('the two districts differ in what is talked about', () => {
  const lins = sample.codings.filter(({ coder }) => coder === 'Lin');
  const count = (code: string, pilot: string) => lins.filter((coding) => leaf(coding.code) === code && speakersOf(coding).some(({ values }) => values['Pilot'] === pilot)).length;
  const here = ['Savings stay at the hospital', 'Work moved down without pay', 'Before the pilot', 'Health social workers'];
  const there = ['Going round the centre', 'Signing for the target', 'Looking across at the pilot', 'Follow-up breaks off'];
  for (const code of here) expect(count(code, 'Pilot'), code).toBeGreaterThan(2 * count(code, 'Non-pilot'));
  for (const code of there) expect(count(code, 'Non-pilot'), code).toBeGreaterThan(2 * count(code, 'Pilot'));
});

test('passages lie inside their texts, cut no character in two and hold no loose space', () => {
  for (const coding of sample.codings) {
    const { text } = documents.get(coding.document)!;
    expect(coding.start).toBeLessThan(coding.end);
    expect(coding.end).toBeLessThanOrEqual(text.length);
    expect([splitsPair(text, coding.start), splitsPair(text, coding.end)]).toEqual([false, false]);
    expect(wordsOf(coding)).toBe(wordsOf(coding).trim());
  }
  expect(sample.codings.some((coding) => /[\u{10000}-\u{10ffff}]/u.test(wordsOf(coding)))).toBe(true);
  expect(sample.codings.some((coding) => speakersOf(coding).length > 2)).toBe(true);
});

test('two coders, who agree well but not perfectly', () => {
  expect(new Set(sample.codings.map((coding) => coding.coder))).toEqual(new Set(['Lin', 'Wei']));
  expect(bothCoded).toHaveLength(27);
  const judged = bothCoded.flatMap(({ name }) => {
    const [lin, wei] = [passagesOf(name, 'Lin'), passagesOf(name, 'Wei')];
    const meets = (a: (typeof lin)[number], others: typeof lin) => others.filter((b) => a.start < b.end && b.start < a.end);
    return [...lin.map((passage) => meets(passage, wei).some(({ codes }) => codes === passage.codes)), ...wei.filter((passage) => meets(passage, lin).length === 0).map(() => false)];
  });
  const agreed = (judged.filter(Boolean).length / judged.length) * 100;
  expect(agreed).toBeGreaterThan(60);
  expect(agreed).toBeLessThan(90);
  const key = ({ document, start, end, code }: SampleCoding) => [document, start, end, ...code].join('/');
  const lins = new Map(sample.codings.filter(({ coder, rating }) => coder === 'Lin' && rating !== null).map((coding) => [key(coding), coding.rating!]));
  const apart = sample.codings.filter((coding) => coding.coder === 'Wei' && coding.rating !== null && lins.has(key(coding)))
    .map((coding) => Math.abs(coding.rating! - lins.get(key(coding))!));
  expect(apart.filter((steps) => steps === 1).length).toBeGreaterThan(15);
  expect(apart.filter((steps) => steps > 1)).toEqual([]);
});

test('memos, half-coded passages and moments in autumn 2026', () => {
  expect(sample.codings.filter(({ memo }) => memo !== '').length).toBeGreaterThan(30);
  const triples = [...Map.groupBy(sample.codings, ({ document, start, end, coder }) => [document, start, end, coder].join('/')).values()]
    .map((codings) => new Set(codings.map(({ facet }) => facet)));
  const whole = triples.filter((facets) => ['stakeholder', 'dimension', 'conflict'].every((facet) => facets.has(facet as SampleCoding['facet'])));
  expect(whole.length).toBeGreaterThan(100);
  expect(triples.filter((facets) => facets.has('conflict') && !facets.has('dimension')).length).toBeGreaterThan(30);
  for (const { document, coder, created } of sample.codings) {
    expect(new Date(created).toISOString().slice(0, 7), `${document}, ${coder}`).toMatch(/^2026-(09|10|11)$/);
    expect(created, `${document}, ${coder}`).toBeGreaterThan(Date.parse(documents.get(document)!.values['Date']!));
  }
});

test('both languages compile to the same shape, with the words of the interviews as they were spoken', () => {
  expect(chinese.documents.map(({ name, text }) => [name, text])).toEqual(sample.documents.map(({ name, text }) => [name, text]));
  const shape = ({ codings }: typeof sample) => codings.map(({ document, start, end, code, facet, rating, party, memo, created }) =>
    [document, start, end, code.length, facet, rating, party?.length, memo, created]);
  expect(shape(chinese)).toEqual(shape(sample));
  expect(chinese.codes.map(({ path, facet, scale }) => [path.length, facet, scale.length])).toEqual(sample.codes.map(({ path, facet, scale }) => [path.length, facet, scale.length]));
  expect(chinese.participants.map(({ role, values }) => [role, Object.keys(values).length])).toEqual(sample.participants.map(({ role, values }) => [role, Object.keys(values).length]));
  expect(new Set(chinese.codings.map((coding) => coding.coder))).toEqual(new Set(['林', '魏']));
  expect(chinese.attributes.map(({ name }) => name)).toEqual(['利益相关者类别', '城区', '是否试点', '从业年限', '性别', '访谈类型', '日期']);
  for (const { attributes, participants, documents: interviews } of [sample, chinese]) {
    for (const { name, kind, choices, of } of attributes.filter((attribute) => attribute.kind === 'choice')) {
      const values = (of === 'participants' ? participants : interviews).flatMap(({ values: all }) => all[name] ?? []);
      expect(new Set(values), `${name} ${kind}`).toEqual(new Set(choices));
    }
  }
});

const head = ['title: GP-99 Dr Test', 'type: Single interview', 'date: 2026-09-08', 'coded: Lin 2026-09-21 09:10, Wei 2026-10-02 14:20', 'Lin: interviewer', 'Dr Test: GPs, Eastmere, Pilot, 3 years, Female'];
const said = ['Made-up interview, written for the Concord sample study.', 'Lin 00:04: And then?', 'Dr Test 01:05: [We [1w:wrote]{1} it down]{1w}, [twice]{2}.'];
const coded = ['1 Lin, 1w Wei: GPs; Workload -2; Work moved down without pay (GPs -> Hospital managers) | Twice?', '2 Lin: Sayings', '2 Wei: same; Nobody\'s job'];
const source = (parts: { head?: string[]; said?: string[]; coded?: string[] } = {}) =>
  [...(parts.head ?? head), '---', ...(parts.said ?? said), '---', ...(parts.coded ?? coded), ''].join('\n');
const replaced = (lines: readonly string[], at: number, line: string) => lines.map((old, index) => (index === at ? line : old));

test('passages that are marked in a text come back where they were, however they nest and cross', () => {
  const spans = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 6 });
  fc.assert(fc.property(fc.array(fc.constantFrom('a', '中', '，', '😀', '𠮷', '7'), { minLength: 1, maxLength: 30 }), spans, (characters, pairs) => {
    const passages = pairs.map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const).filter(([, end]) => end <= characters.length);
    const edges = (at: number) => passages.map(([start, end], index) => (end === at ? `]{${index + 1}}` : '') + (start === at ? `[${index + 1}:` : '')).join('');
    const marked = [...characters.keys(), characters.length].map((at) => edges(at) + (characters[at] ?? '')).join('');
    const stop = (_line: unknown, message: string): never => { throw new Error(message); };
    const { text, passages: found } = readTranscript([{ text: madeUp.zh, number: 1 }, { text: `林：${marked}`, number: 2 }], new Set(['林']), stop);
    const words = [...found].map(([mark, { start, end }]) => [mark, text.slice(start, end)]);
    expect(text).toBe(`${madeUp.zh}\n${characters.join('')}`);
    expect(Object.fromEntries(words)).toEqual(Object.fromEntries(passages.map(([start, end], index) => [String(index + 1), characters.slice(start, end).join('')])));
  }), { numRuns: 2000 });
});

test('a source file gives the words without labels and marks, and each passage where its marks stood', () => {
  const { transcript, judged, speakers } = readInterview('GP-99.txt', source());
  expect(transcript.text).toBe('Made-up interview, written for the Concord sample study.\nAnd then?\nWe wrote it down, twice.');
  expect(transcript.turns.map(({ label, time, start, end }) => [label, time, transcript.text.slice(start, end)]))
    .toEqual([['Lin', 4000, 'And then?'], ['Dr Test', 65_000, 'We wrote it down, twice.']]);
  const words = (mark: string) => transcript.text.slice(transcript.passages.get(mark)!.start, transcript.passages.get(mark)!.end);
  expect({ lin: words('1'), wei: words('1w'), both: words('2') }).toEqual({ lin: 'We wrote', wei: 'wrote it down', both: 'twice' });
  expect(judged.map(({ mark, coder, judgements, memo }) => [mark, coder, judgements.map(({ code, rating, party }) => [code.name.en, rating, party?.name.en ?? null]), memo])).toEqual([
    ['1', 'Lin', [['GPs', null, null], ['Workload', -2, null], ['Work moved down without pay', null, 'GPs']], 'Twice?'],
    ['1w', 'Wei', [['GPs', null, null], ['Workload', -2, null], ['Work moved down without pay', null, 'GPs']], ''],
    ['2', 'Lin', [['Sayings', null, null]], ''],
    ['2', 'Wei', [['Nobody\'s job', null, null]], ''],
  ]);
  expect(speakers[1]!.values.group).toEqual({ en: 'GPs', zh: '全科医生' });
});

test.each([
  ['a code that is not in the codebook', { coded: replaced(coded, 1, '2 Lin: Saying') }, 'GP-99.txt:13: no code is called Saying'],
  ['a rating on something that is no dimension', { coded: replaced(coded, 1, '2 Lin: GPs -1') }, 'GP-99.txt:13: GPs cannot be rated -1'],
  ['a rating outside the scale', { coded: replaced(coded, 1, '2 Lin: Workload 3') }, 'GP-99.txt:13: Workload cannot be rated 3'],
  ['a party that is no stakeholder', { coded: replaced(coded, 1, '2 Lin: Signing for the target (GPs -> Workload)') }, 'GP-99.txt:13: Workload is no stakeholder'],
  ['parties on something that is no conflict', { coded: replaced(coded, 1, '2 Lin: Workload -1 (GPs -> Patients)') }, 'GP-99.txt:13: Workload is no conflict and has no parties'],
  ['a bracket that nobody closes', { said: replaced(said, 1, 'Lin 00:04: And [then?') }, 'GP-99.txt:9: an opening bracket is not closed'],
  ['a mark that closes nothing', { said: replaced(said, 1, 'Lin 00:04: And]{7} then?') }, 'GP-99.txt:9: mark 7 closes a bracket that was not opened'],
  ['a closing bracket without a mark', { said: replaced(said, 1, 'Lin 00:04: [And] then?') }, 'GP-99.txt:9: a closing bracket has no mark'],
  ['a passage that nobody codes', { coded: coded.slice(0, 1) }, 'GP-99.txt:12: nobody codes the passage marked 2'],
  ['a code twice on the same words', { coded: [...coded, '2 Wei: Nobody\'s job'] }, 'GP-99.txt:15: Wei has Nobody\'s job on the same words already'],
  ['a speaker whom the head does not name', { said: replaced(said, 1, 'Wei: And then?') }, 'GP-99.txt:9: nobody is called Wei here'],
  ['times that run backwards', { said: replaced(said, 1, 'Lin 02:04: And then?') }, 'GP-99.txt:10: the time runs backwards'],
  ['a group that is no choice', { head: replaced(head, 5, 'Dr Test: Plumbers, Eastmere, Pilot, Female') }, 'GP-99.txt:6: Stakeholder group has no choice Plumbers'],
  ['a text that does not say that it is made up', { said: said.slice(1) }, 'GP-99.txt:8: the first line must say that the interview is made up'],
])('%s is refused with the file and the line', (_what, parts, message) => {
  expect(() => readInterview('GP-99.txt', source(parts))).toThrow(message);
});

test('the conflict register rests on codings that are there, has both sides of some conflicts and one side of others, and is the same in both languages', () => {
  const [register, theirs] = [sample.conflicts!, chinese.conflicts!];
  expect(register.length).toBeGreaterThanOrEqual(8);
  const places = new Set(sample.codings.map(({ document, start, end }) => `${document}/${start}/${end}`));
  for (const { name, passages, points } of register) {
    expect(passages.length, name).toBeGreaterThan(3);
    expect(passages.filter(({ document, start, end }) => !places.has(`${document}/${start}/${end}`)), name).toEqual([]);
    points.forEach(({ name: point }, index) => expect(passages.some((passage) => passage.point === index), point).toBe(true));
  }
  expect(theirs.map(({ passages, points }) => [passages, points.map(({ kind }) => kind)])).toEqual(register.map(({ passages, points }) => [passages, points.map(({ kind }) => kind)]));
  expect(theirs.flatMap(({ name, description, points }) => [name, description, ...points.map((point) => point.name)]).filter((words) => !/\p{Script=Han}/u.test(words))).toEqual([]);
});

test('every word of the sample’s own list is said in its interviews', () => {
  for (const { word } of sample.listedWords ?? []) expect(sample.documents.some(({ text }) => text.toLowerCase().includes(word)), word).toBe(true);
  expect(sample.listedWords?.length).toBeGreaterThan(5);
});

test('the report of the sample is made whole in both languages: every part, every picture', async () => {
  for (const language of ['en', 'zh'] as const) {
    const engine = newStudy();
    await engine.call('study.take', { snapshot: compileSample(language) });
    const [report] = await engine.call('report.list', {});
    const { parts, strange } = await engine.call('report.read', { report: report!.id });
    expect({ strange, exhibits: parts.filter(({ type }) => type === 'exhibit').length }).toEqual({ strange: 0, exhibits: 5 });
    const { bytes } = await engine.call('report.export', { report: report!.id, format: 'html', language }) as unknown as { bytes: Uint8Array };
    const page = new TextDecoder().decode(bytes);
    expect(page.match(/<svg /g)).toHaveLength(3);
    for (const failed of [createWords(language).say('report.failed'), createWords(language).problem({ problem: 'no-such-picture', values: { picture: '', known: '' } }).what.slice(0, 20)]) expect(page).not.toContain(failed);
    expect(page.match(/<blockquote/g)).toHaveLength(6);
  }
});
