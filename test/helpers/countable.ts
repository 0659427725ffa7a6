import fc from 'fast-check';
import { facets } from '../../shared/model/schema.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';

/** Random small studies with all that a count has to tell apart, as plain values: the model reads them, the engine takes them in. */

const words = ['we', 'are', "don't", 'tired', '累', '说不出', '3.5', '😀', 'co-op', '-', 'é'];
const line = fc.record({
  /** 0 and 1 are nobody: a line outside of turns, a turn whose speaker is not known. */
  speaker: fc.nat(7),
  said: fc.array(fc.constantFrom(...words), { maxLength: 6 }),
  /** When it was said, seconds, and how long it took; 0 is not known. */
  at: fc.nat(9), took: fc.nat(3),
});
const plan = fc.record({
  people: fc.array(fc.record({ role: fc.constantFrom('interviewee', 'interviewee', 'interviewer', 'other'), group: fc.constantFrom('', 'nurse', 'doctor', '12', '患者'), arm: fc.constantFrom('', 'pilot', 'non-pilot', 'non-pilot') } as const), { minLength: 1, maxLength: 6 }),
  kind: fc.constantFrom('choice', 'text', 'number'),
  documents: fc.array(fc.record({ site: fc.constantFrom('', 'north', 'south'), lines: fc.array(line, { minLength: 1, maxLength: 6 }) }), { minLength: 1, maxLength: 3 }),
  codes: fc.array(fc.record({ parent: fc.nat(8), facet: fc.nat(3) }), { minLength: 1, maxLength: 7 }),
  codings: fc.array(fc.record({ document: fc.nat(2), a: fc.nat(90), b: fc.nat(90), code: fc.nat(6), coder: fc.constantFrom('Lin', 'Wei') }), { maxLength: 14 }),
});
const valueOf = (attribute: string, value: string): Record<string, string> => (value === '' ? {} : { [attribute]: value });
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never;

function codesOf({ codes }: Plan): Snapshot['codes'] {
  const made: { path: string[]; facet: Snapshot['codes'][number]['facet'] }[] = [];
  codes.forEach(({ parent, facet }, index) => {
    const above = parent < made.length ? made[parent]! : null;
    made.push(above ? { path: [...above.path, `c${index}`], facet: above.facet } : { path: [`c${index}`], facet: facets[facet]! });
  });
  return made.map((code) => ({ ...code, definition: '', include: '', exclude: '', example: '', scale: [] }));
}
function documentOf({ site, lines }: Plan['documents'][number], index: number, people: number): Snapshot['documents'][number] {
  const turns: Snapshot['documents'][number]['turns'][number][] = [];
  let text = '';
  lines.forEach(({ speaker, said, at, took }, place) => {
    if (place > 0) text += '\n';
    const start = text.length;
    text += said.join(' ');
    const participant = speaker >= 2 && speaker - 2 < people ? `p${speaker - 2}` : null;
    if (speaker > 0) turns.push({ start, end: text.length, participant, label: participant ?? '', time: at === 0 ? null : place * 7000 + at * 1000, timeEnd: at === 0 || took === 0 ? null : place * 7000 + (at + took) * 1000 });
  });
  return { name: `d${index}`, text, turns, values: valueOf('Site', site) };
}
function studyOf(made: Plan): Snapshot {
  const documents = made.documents.map((document, index) => documentOf(document, index, made.people.length));
  const codes = codesOf(made);
  const codings = made.codings.flatMap(({ document: place, a, b, code: which, coder }) => {
    const document = documents[place % documents.length]!;
    const code = codes[which % codes.length]!;
    const edges = [a, b].map((edge) => snapped(document.text, edge % (document.text.length + 1)));
    const [start, end] = [Math.min(...edges), Math.max(...edges)];
    return start === end ? [] : [{ document: document.name, start, end, code: code.path, facet: code.facet, coder, rating: null, party: null, counterparty: null, memo: '', created: 0 }];
  });
  return {
    name: 'Study', description: '',
    attributes: [
      { name: 'Group', of: 'participants', kind: made.kind, choices: made.kind === 'choice' ? ['doctor', 'manager', 'nurse'] : [] },
      { name: 'Arm', of: 'participants', kind: 'choice', choices: ['pilot', 'non-pilot'] },
      { name: 'Site', of: 'documents', kind: 'choice', choices: ['west', 'north'] },
    ],
    participants: made.people.map(({ role, group, arm }, index) => ({ name: `p${index}`, role, values: { ...valueOf('Group', group), ...valueOf('Arm', arm) } })),
    codes, documents, codings,
  };
}
const snapped = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at);

export const countableStudies: fc.Arbitrary<Snapshot> = plan.map(studyOf);
