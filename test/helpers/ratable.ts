import fc from 'fast-check';
import type { Snapshot } from '../../shared/model/snapshot.ts';

/** Random studies in which several coders rate several stakeholders on the same passages, said by one or several people, some of them nobody knows. */

const said = ['How is it, really', 'we are tired 累', 'nobody re asks us', 'We wait and wait', 'so be it', 'they decide'];
const stakeholders = [['Nurses'], ['Nurses', 'Ward nurses'], ['Doctors'], ['Insurers']];
/** Three on one scale, two of them below the first; one without a scale; one on another scale below the first. */
const dimensions: readonly { readonly path: string[]; readonly scale: readonly number[] }[] = [
  { path: ['Impact'], scale: [-2, -1, 0, 1, 2] }, { path: ['Impact', 'Work'], scale: [2, 1, 0, -1, -2] }, { path: ['Impact', 'Pay'], scale: [1, 2, 3] }, { path: ['Influence'], scale: [] }, { path: ['Impact', 'Work', 'Nights'], scale: [-2, -1, 0, 1, 2] },
];
const groups = ['nurses', 'Doctors', 'Patients', ''];
const codes: Snapshot['codes'] = [
  ...stakeholders.map((path) => ({ path, facet: 'stakeholder' as const, scale: [] })), ...dimensions.map(({ path, scale }) => ({ path, facet: 'dimension' as const, scale: scale.map((value) => ({ value, anchor: '' })) })), { path: ['Sayings'], facet: 'theme' as const, scale: [] },
].map((code) => ({ ...code, definition: '', include: '', exclude: '', example: '' }));

const plan = fc.record({
  people: fc.array(fc.record({ role: fc.constantFrom('interviewee', 'interviewee', 'interviewee', 'interviewer'), group: fc.constantFrom(...groups), pilot: fc.constantFrom('yes', 'no', '') } as const), { minLength: 2, maxLength: 6 }),
  speakers: fc.array(fc.nat(7), { minLength: 12, maxLength: 12 }),
  passages: fc.array(fc.record({
    document: fc.nat(1), first: fc.nat(5), length: fc.constantFrom(1, 1, 1, 2, 3), coder: fc.constantFrom('Lin', 'Wei', 'Mo'),
    about: fc.subarray([0, 1, 2, 3]), rated: fc.array(fc.record({ dimension: fc.nat(4), rating: fc.option(fc.integer({ min: -2, max: 3 }), { freq: 4 }) }), { minLength: 1, maxLength: 3 }), theme: fc.boolean(),
  }), { minLength: 3, maxLength: 22, size: 'max' }),
});

export const ratableStudies: fc.Arbitrary<Snapshot> = plan.map(({ people, speakers, passages }) => {
  const starts = said.map((_, line) => said.slice(0, line).join('\n').length + (line > 0 ? 1 : 0));
  const text = said.join('\n');
  const documents = ['d0', 'd1'].map((name, index) => ({
    name, text, values: {} as Record<string, string>,
    turns: said.flatMap((line, place) => {
      const speaker = speakers[index * 6 + place]!;
      return speaker === 7 ? [] : [{ start: starts[place]!, end: starts[place]! + line.length, participant: speaker < people.length ? `p${speaker}` : null, label: '', time: null }];
    }),
  }));
  const known = new Set<string>();
  const codings = passages.flatMap(({ document, first, length, coder, about, rated, theme }) => {
    const last = Math.min(5, first + length - 1);
    const given = [...about.map((each) => ({ code: codes[each]!, rating: null })), ...rated.map(({ dimension, rating }) => ({ code: codes[4 + dimension]!, rating })), ...(theme ? [{ code: codes.at(-1)!, rating: null }] : [])];
    return given.flatMap(({ code: { path, facet }, rating }) => {
      const key = [document, first, last, coder, path].join();
      if (known.has(key)) return [];
      known.add(key);
      return [{ document: `d${document}`, start: starts[first]!, end: starts[last]! + said[last]!.length, code: path, facet, coder, rating, party: null, counterparty: null, memo: '', created: 0 }];
    });
  });
  const values = (group: string, pilot: string) => ({ ...(group === '' ? {} : { Group: group }), ...(pilot === '' ? {} : { Pilot: pilot }) });
  return {
    name: 'Ratings', description: '', codes, documents, codings,
    attributes: [{ name: 'Group', of: 'participants', kind: 'choice', choices: ['nurses', 'Doctors', 'Patients'] }, { name: 'Pilot', of: 'participants', kind: 'choice', choices: ['yes', 'no'] }],
    participants: people.map(({ role, group, pilot }, index) => ({ name: `p${index}`, role, values: values(group, pilot) as Record<string, string> })),
  };
});
