import fc from 'fast-check';
import { ratingWords, comparisons, type ConditionInput, type Relation } from '../../shared/model/query.ts';
import { facets } from '../../shared/model/schema.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { countableStudies } from './countable.ts';
import { setsOf } from './querying.ts';

/** Random studies with judgements, memos and passages that several coders share, and random queries that name what is in them. */

const decoration = fc.record({ same: fc.boolean(), rating: fc.integer({ min: -3, max: 6 }), rated: fc.boolean(), party: fc.nat(8), counterparty: fc.nat(8), memo: fc.boolean(), created: fc.nat(5) });

function decorate(study: Snapshot, decorations: readonly (typeof decoration extends fc.Arbitrary<infer D> ? D : never)[], scales: readonly number[]): Snapshot {
  const stakeholders = study.codes.filter(({ facet }) => facet === 'stakeholder');
  const stakeholder = (choice: number) => (choice < stakeholders.length ? stakeholders[choice]!.path : null);
  let before: Pick<Snapshot['codings'][number], 'document' | 'start' | 'end'> | null = null;
  const ages = ['34', '-2', '51.5', null, 'unknown', '100'];
  return {
    ...study,
    attributes: [...study.attributes, { name: 'Age', of: 'participants', kind: 'number', choices: [] }, { name: 'Held', of: 'documents', kind: 'date', choices: [] }],
    participants: study.participants.map((person, index) => { const age = ages[(index + decorations.length) % ages.length]; return age ? { ...person, values: { ...person.values, Age: age } } : person; }),
    documents: study.documents.map((document, index) => (index === 1 ? document : { ...document, values: { ...document.values, Held: `2026-0${index + 2}-15` } })),
    codes: study.codes.map((code, index) => (code.facet !== 'dimension' || scales[index % scales.length] === 0 ? code : { ...code, scale: Array.from({ length: scales[index % scales.length]! }, (_, step) => ({ value: step + 1, anchor: '' })) })),
    codings: study.codings.map((coding, index) => {
      const { same, rating, rated, party, counterparty, memo, created } = decorations[index % decorations.length]!;
      const place: Pick<typeof coding, 'document' | 'start' | 'end'> = same && before ? before : { document: coding.document, start: coding.start, end: coding.end };
      before = place;
      return {
        ...coding, ...place, rating: rated && coding.facet === 'dimension' ? rating : null, created, memo: memo ? 'noted' : '',
        party: coding.facet === 'conflict' ? stakeholder(party) : null, counterparty: coding.facet === 'conflict' ? stakeholder(counterparty) : null,
      };
    }),
  };
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const given = <T extends object>(fields: T): T => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/** Queries over a study; deeper ones are rarer. */
export function queriesOver(study: Snapshot): fc.Arbitrary<ConditionInput> {
  const path = fc.constantFrom(...study.codes.map((code) => code.path.join(' > ')));
  const stakeholders = study.codes.filter(({ facet }) => facet === 'stakeholder').map((code) => code.path.join(' > '));
  const stakeholder = stakeholders.length === 0 ? fc.constant(undefined) : maybe(fc.constantFrom(...stakeholders));
  const coders = [...new Set(study.codings.map(({ coder }) => coder))];
  const rating = fc.oneof(fc.record({ is: fc.constantFrom(...ratingWords) }), fc.record({ compare: fc.constantFrom(...comparisons), value: fc.integer({ min: -2, max: 5 }) }));
  const coded = { coders: coders.length === 0 ? fc.constant(undefined) : maybe(fc.subarray(coders, { minLength: 1 })), from: maybe(fc.nat(5)), to: maybe(fc.nat(5)) };
  const set = fc.constantFrom(...Object.keys(setsOf(study)));
  const part = { code: maybe(path), set: fc.option(set, { nil: undefined, freq: 5 }), subcodes: fc.boolean(), rating: maybe(rating), party: stakeholder, counterparty: stakeholder, with: stakeholder };
  const parts = maybe(fc.record(part).map(given));
  const some = <T>(all: readonly T[]) => fc.subarray([...all], { minLength: 1 });
  const leaf = fc.oneof(
    fc.record({ kind: fc.constant('coding' as const), ...part, facet: maybe(fc.constantFrom(...facets)), ...coded }).map(given),
    fc.record({ kind: fc.constant('coding' as const), code: path, subcodes: fc.boolean() }),
    fc.record({ kind: fc.constant('triple' as const), stakeholder: parts, dimension: parts, conflict: parts, ...coded }).map(given),
    fc.record({ kind: fc.constant('halfCoded' as const), missing: maybe(fc.constantFrom('stakeholder', 'dimension', 'conflict')) }).map(given),
    fc.record({ kind: fc.constant('text' as const), text: fc.constantFrom('a', 'we', 'Tired', '累', '3.5', 're t', '说'), wholeWord: fc.boolean(), matchCase: fc.boolean() }),
    fc.record({ kind: fc.constant('attribute' as const), attribute: fc.constant('Group'), values: some(['nurse', 'Doctor', '12', '患者', null]) }),
    fc.record({ kind: fc.constant('attribute' as const), attribute: fc.constant('Site'), values: some(['north', 'South', null]) }),
    fc.record({ kind: fc.constant('range' as const), attribute: fc.constant('Age'), from: maybe(fc.constantFrom(-2, 34.5, '51.5', 60)), to: maybe(fc.constantFrom(34, 51.5, '100')) }).map(given),
    fc.record({ kind: fc.constant('range' as const), attribute: fc.constant('Held'), from: maybe(fc.constantFrom('2026-02-15', '2026-03-01')), to: maybe(fc.constantFrom('2026-02-14', '2026-04-15')) }).map(given),
    fc.record({ kind: fc.constant('coding' as const), set, subcodes: fc.boolean() }),
    fc.record({ kind: fc.constant('participant' as const), participants: some(study.participants.map(({ name }) => name)) }),
    fc.record({ kind: fc.constant('role' as const), roles: some(['interviewee', 'interviewer', 'other'] as const) }),
    fc.record({ kind: fc.constant('document' as const), documents: some(study.documents.map(({ name }) => name)) }),
    fc.constant({ kind: 'memo' as const }),
  ) as unknown as fc.Arbitrary<ConditionInput>;
  const relation: fc.Arbitrary<Relation> = fc.oneof(
    fc.record({ is: fc.constantFrom('overlaps', 'within', 'encloses', 'turn', 'document') }),
    fc.record({ is: fc.constant('near'), unit: fc.constantFrom('words', 'characters', 'turns'), most: fc.nat(4) }),
    fc.record({ is: fc.constant('near'), unit: fc.constantFrom('words', 'characters', 'turns'), most: fc.nat(4), other: fc.constantFrom('before', 'after') }),
  ) as fc.Arbitrary<Relation>;
  return fc.letrec<{ any: ConditionInput }>((tie) => ({
    any: fc.oneof({ maxDepth: 4, withCrossShrink: true }, { arbitrary: leaf, weight: 4 },
      { arbitrary: fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), of: fc.array(tie('any'), { maxLength: 3 }) }), weight: 2 },
      { arbitrary: fc.record({ kind: fc.constant('not' as const), of: tie('any') }), weight: 1 },
      { arbitrary: fc.record({ kind: fc.constant('place' as const), relation, of: tie('any') }), weight: 2 }),
  })).any;
}

const sparse: fc.Arbitrary<Snapshot> = fc.tuple(countableStudies, fc.array(decoration, { minLength: 5, maxLength: 14 }), fc.array(fc.constantFrom(0, 0, 4, 5), { minLength: 1, maxLength: 4 }))
  .map(([study, decorations, scales]) => decorate(study, decorations, scales));

const text = 'How is it, really\nwe are tired 累 and 3.5 hours late\n\nnobody re asks us\nWe wait and wait and wait\nso be it';
const paths = [['GP'], ['Hospital'], ['Hospital', 'Managers'], ['Will'], ['Access'], ['Work']];
const facetOf = ['stakeholder', 'stakeholder', 'stakeholder', 'dimension', 'conflict', 'theme'] as const;
/** Many short passages close to each other, and coders who say whole triples and parts of them on the same ones. */
const dense: fc.Arbitrary<Snapshot> = fc.tuple(
  fc.array(fc.record({ document: fc.nat(1), start: fc.nat(text.length - 8), length: fc.integer({ min: 1, max: 7 }), codes: fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 }), coder: fc.constantFrom('Lin', 'Wei'), both: fc.boolean() }), { minLength: 6, maxLength: 12, size: 'max' }),
  fc.array(decoration.map((each) => ({ ...each, same: false })), { minLength: 5, maxLength: 14, size: 'max' }),
).map(([codings, decorations]) => {
  const turns = text.split('\n').reduce<{ at: number; turns: { start: number; end: number; participant: string | null; label: string; time: null }[] }>(({ at, turns: before }, line, index) => ({ at: at + line.length + 1, turns: index === 2 ? before : [...before, { start: at, end: at + line.length, participant: ['I', 'Ana', 'Bo', null][index % 4]!, label: '', time: null }] }), { at: 0, turns: [] }).turns;
  return decorate({
    name: 'Dense', description: '', attributes: [{ name: 'Group', of: 'participants', kind: 'text', choices: [] }, { name: 'Site', of: 'documents', kind: 'text', choices: [] }],
    participants: [{ name: 'I', role: 'interviewer', values: {} }, { name: 'Ana', role: 'interviewee', values: { Group: 'nurse' } }, { name: 'Bo', role: 'interviewee', values: {} }],
    documents: ['d0', 'd1'].map((name, index) => ({ name, text, turns, values: (index === 0 ? { Site: 'north' } : {}) as Record<string, string> })),
    codes: paths.map((path, index) => ({ path, facet: facetOf[index]!, definition: '', include: '', exclude: '', example: '', scale: [] })),
    codings: codings.flatMap(({ document, start, length, codes, coder, both }) => codes.map((code, index) => ({
      document: `d${document}`, start, end: start + length, code: paths[code]!, facet: facetOf[code]!, coder: both && index > 0 ? 'Wei' : coder, rating: null, party: null, counterparty: null, memo: '', created: 0,
    }))),
  }, decorations, [0]);
});
export const queryableStudies: fc.Arbitrary<Snapshot> = fc.oneof({ arbitrary: sparse, weight: 1 }, { arbitrary: dense, weight: 3 });
