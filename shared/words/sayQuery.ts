import { tripleFacets, type CodingPart, type Condition, type LeafOf, type RatingAsked, type Reference, type TripleFacet } from '../model/query.ts';
import { parsePath } from '../model/path.ts';
import { asDate, asNumber } from '../model/values.ts';
import type { Words } from './index.ts';

/** A query read aloud, in one sentence without its full stop: 'Passages coded ‘GP’ and not with a memo'. */
export function sayQuery(words: Words, condition: Condition): string {
  const { say } = words;
  return isEmpty(condition) ? say('query.inWords.everything') : say('query.inWords.passages', { what: phrase(words, condition) });
}
const isEmpty = (condition: Condition): boolean => condition.kind === 'all' && condition.of.length === 0;
const isGroup = (condition: Condition): boolean => (condition.kind === 'all' || condition.kind === 'any') && condition.of.length > 1;

/** One condition as a phrase that says of passages what they are; groups within stand in brackets. */
export function phrase(words: Words, condition: Condition): string {
  const { say } = words;
  const inside = (inner: Condition) => (isGroup(inner) ? say('query.inWords.group', { what: phrase(words, inner) }) : phrase(words, inner));
  switch (condition.kind) {
    case 'all': case 'any':
      if (condition.of.length === 0) return say('query.inWords.anyCode');
      return condition.of.map((each) => (condition.of.length > 1 ? inside(each) : phrase(words, each))).join(say(condition.kind === 'all' ? 'query.inWords.and' : 'query.inWords.or'));
    case 'not': return isGroup(condition.of) ? say('query.inWords.notGroup', { what: phrase(words, condition.of) }) : say('query.inWords.not', { what: phrase(words, condition.of) });
    case 'place': return placePhrase(words, condition.relation, inside(condition.of));
    case 'coding': return joined(words, [codingPhrase(words, condition), ...codedPhrases(words, condition)]);
    case 'triple': return joined(words, [triplePhrase(words, condition), ...codedPhrases(words, condition)]);
    case 'halfCoded': return condition.missing === undefined ? say('query.inWords.half') : say('query.inWords.halfMissing', { facet: facetWord(words, condition.missing) });
    case 'text': return joined(words, [say('query.inWords.text', { text: condition.text }), ...(condition.wholeWord ? [say('query.inWords.wholeWord')] : []), ...(condition.matchCase ? [say('query.inWords.matchCase')] : [])]);
    case 'attribute': return say('query.inWords.attribute', { attribute: condition.attribute.name, values: either(words, condition.values.map((value) => value ?? say('query.inWords.noValue'))) });
    case 'range': return rangePhrase(words, condition);
    case 'participant': return say('query.inWords.participant', { who: either(words, condition.participants.map(({ name }) => name)) });
    case 'role': return say('query.inWords.role', { roles: either(words, condition.roles.map((role) => lower(words, say(`role.${role}`)))) });
    case 'document': return say('query.inWords.document', { documents: either(words, condition.documents.map(({ name }) => quoted(words, name))) });
    case 'memo': return say('query.inWords.memo');
  }
}

const joined = ({ say }: Words, phrases: readonly string[]): string => phrases.reduce((so, more) => so + say('query.inWords.and1', { more }));
const either = ({ say }: Words, names: readonly string[]): string => names.reduce((one, other) => say('query.inWords.orList', { one, other }));
const lower = ({ tag }: Words, word: string): string => word.toLocaleLowerCase(tag);
const facetWord = (words: Words, facet: CodingPart['facet'] & string): string => lower(words, words.say(`facet.${facet}`));
const quoted = ({ language }: Words, name: string): string => (language === 'zh' ? `“${name}”` : `‘${name}’`);
/** The last name of the path: what the code is called. */
const codeName = ({ name }: Reference): string => parsePath(name).at(-1) ?? name;

function ratingPhrase({ say, number }: Words, rating: RatingAsked): string {
  return 'is' in rating ? say(`query.inWords.${rating.is}`) : say('query.inWords.compare', { compare: { '=': '=', '<': '<', '>': '>', '<=': '≤', '>=': '≥' }[rating.compare], value: number(rating.value) });
}
const qualities = (words: Words, part: CodingPart): string[] => [
  ...(part.set && part.code ? [words.say('query.inWords.ofSet', { set: part.set.name })] : []),
  ...(part.rating ? [ratingPhrase(words, part.rating)] : []),
  ...(['party', 'counterparty', 'with'] as const).flatMap((side) => (part[side] ? [words.say(`query.inWords.${side}`, { code: quoted(words, codeName(part[side])) })] : [])),
];
function codingPhrase(words: Words, part: CodingPart): string {
  const { say } = words;
  const what = part.code ? say(part.subcodes ? 'query.inWords.code' : 'query.inWords.onlyCode', { code: codeName(part.code) })
    : part.set ? say(part.subcodes ? 'query.inWords.set' : 'query.inWords.onlySet', { set: part.set.name }) : part.facet ? say('query.inWords.facet', { facet: facetWord(words, part.facet) }) : say('query.inWords.anyCode');
  return joined(words, [what, ...qualities(words, part)]);
}
function codedPhrases(words: Words, { coders, from, to }: Pick<LeafOf<'coding'>, 'coders' | 'from' | 'to'>): string[] {
  const { say, date } = words;
  return [
    ...(coders ? [say('query.inWords.by', { who: either(words, coders.map(({ name }) => name)) })] : []),
    ...(from === undefined ? [] : [say('query.inWords.from', { date: date(from) })]), ...(to === undefined ? [] : [say('query.inWords.to', { date: date(to) })]),
  ];
}
function triplePhrase(words: Words, triple: LeafOf<'triple'>): string {
  const { say } = words;
  const partPhrase = (facet: TripleFacet): string => {
    const part = triple[facet];
    if (!part) return say('query.inWords.nothing');
    const said = qualities(words, part);
    const what = part.code ? quoted(words, codeName(part.code)) : part.set ? say('query.inWords.anyOfSet', { facet: facetWord(words, facet), set: part.set.name }) : say('query.inWords.any', { facet: facetWord(words, facet) });
    return said.length === 0 ? what : say('query.inWords.quality', { what, said: joined(words, said) });
  };
  return say('query.inWords.triple', { parts: tripleFacets.map(partPhrase).join(say('query.inWords.times')) });
}
function placePhrase({ say }: Words, relation: Extract<Condition, { kind: 'place' }>['relation'], what: string): string {
  if (relation.is !== 'near') return say(relation.is === 'document' ? 'query.inWords.inDocument' : `query.inWords.${relation.is}`, { what });
  const { unit, most, other } = relation;
  // Where the other lies before, this passage stands after it.
  const side = other === undefined ? '' : other === 'before' ? 'After' : 'Before';
  return unit === 'turns' && most === 0 ? say(`query.inWords.sameTurn${side}`, { what }) : say(`query.inWords.${unit}${side}`, { what, count: most });
}

/** A bound of a range: a date as dates are written, a number with its decimals; what is neither as it stands. */
function boundPhrase({ date, number }: Words, bound: string): string {
  const day = asDate(bound)?.split('-').map(Number);
  if (day) return date(new Date(day[0]!, day[1]! - 1, day[2]!).getTime());
  const value = asNumber(bound);
  return value === null ? bound : number(Number(value), value.split('.')[1]?.length ?? 0);
}
function rangePhrase(words: Words, { attribute: { name: attribute }, from, to }: LeafOf<'range'>): string {
  const { say } = words;
  const isDate = [from, to].some((bound) => bound !== undefined && asDate(bound) !== null);
  const told = { attribute, from: from === undefined ? '' : boundPhrase(words, from), to: to === undefined ? '' : boundPhrase(words, to) };
  if (from === undefined) return to === undefined ? say('query.inWords.given', told) : say(isDate ? 'query.inWords.dateUntil' : 'query.inWords.atMost', told);
  return to === undefined ? say(isDate ? 'query.inWords.dateFrom' : 'query.inWords.atLeast', told) : say('query.inWords.between', told);
}
