import type { Condition, CodingPart, LeafOf, Relation, TripleFacet } from '../../shared/model/query.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { wordStarts } from '../../shared/model/text.ts';

/** What a query finds, straight from the words of the contract and obviously right: everything is looked at, one by one. */

type Coding = Snapshot['codings'][number];
export interface Passage { readonly document: string; readonly start: number; readonly end: number; readonly codings: readonly Coding[] }
type Turn = Snapshot['documents'][number]['turns'][number];

export const passageName = ({ document, start, end }: Pick<Passage, 'document' | 'start' | 'end'>): string => `${document}/${start}/${end}`;
const codingName = (coding: Coding): string => `${coding.code.join(' > ')} ${coding.coder}`;

/** The codings that a study keeps: a coder gives a code to a passage once. */
export function passagesOf(study: Snapshot): Passage[] {
  const kept = new Map<string, Coding>();
  for (const coding of study.codings) { const key = `${passageName(coding)} ${codingName(coding)}`; if (!kept.has(key)) kept.set(key, coding); }
  return [...Map.groupBy(kept.values(), passageName).values()].map((codings) => ({ document: codings[0]!.document, start: codings[0]!.start, end: codings[0]!.end, codings }));
}

/** Two code sets over the codes of any study, by the place of a code in its list. */
export const setsOf = (study: Snapshot): Readonly<Record<string, readonly string[]>> => Object.fromEntries(([['Even', 2], ['Third', 3]] as const).map(([name, by]) => [name, study.codes.filter((_, index) => index % by === 0).map(({ path }) => path.join(' > '))]));

export function naively(study: Snapshot) {
  const passages = passagesOf(study);
  const documentOf = (name: string) => study.documents.find((each) => each.name === name)!;
  const below = (path: readonly string[], root: string) => path.join(' > ') === root || path.join(' > ').startsWith(`${root} > `);
  const units = ({ start, end }: { start: number; end: number }) => Array.from({ length: end - start }, (_, index) => start + index);
  const turnsOf = ({ document, start, end }: Passage): Turn[] => documentOf(document).turns.filter((turn) => units({ start, end }).some((at) => turn.start <= at && at < turn.end));
  const speakers = (passage: Passage) => turnsOf(passage).flatMap(({ participant }) => (participant === null ? [] : [study.participants.find(({ name }) => name === participant)!]));

  function isPart(coding: Coding, part: CodingPart): boolean {
    const inTree = (path: readonly string[] | null, code: string) => path !== null && below(path, code);
    if (part.code && !(part.subcodes ? below(coding.code, part.code.name) : coding.code.join(' > ') === part.code.name)) return false;
    if (part.set && !setsOf(study)[part.set.name]!.some((path) => (part.subcodes ? below(coding.code, path) : coding.code.join(' > ') === path))) return false;
    if (part.facet && coding.facet !== part.facet) return false;
    if (part.party && !inTree(coding.party, part.party.name)) return false;
    if (part.counterparty && !inTree(coding.counterparty, part.counterparty.name)) return false;
    if (part.with && !inTree(coding.party, part.with.name) && !inTree(coding.counterparty, part.with.name)) return false;
    return !part.rating || isRating(coding, part.rating);
  }
  function isRating({ rating, facet, code }: Coding, asked: NonNullable<CodingPart['rating']>): boolean {
    if (facet !== 'dimension') return false;
    if ('is' in asked && asked.is === 'unrated') return rating === null;
    if (rating === null) return false;
    if ('compare' in asked) return asked.compare === '=' ? rating === asked.value : asked.compare === '<' ? rating < asked.value : asked.compare === '>' ? rating > asked.value : asked.compare === '<=' ? rating <= asked.value : rating >= asked.value;
    const values = study.codes.find(({ path }) => path.join() === code.join())!.scale.map(({ value }) => value);
    const [least, most] = values.length === 0 ? [-2, 2] : [Math.min(...values), Math.max(...values)];
    return asked.is === 'rated' || (asked.is === 'low' ? 2 * rating < least + most : asked.is === 'high' ? 2 * rating > least + most : 2 * rating === least + most);
  }
  const isCoded = (coding: Coding, { coders, from, to }: Pick<LeafOf<'coding'>, 'coders' | 'from' | 'to'>) =>
    (!coders || coders.some(({ name }) => name === coding.coder)) && (from === undefined || coding.created >= from) && (to === undefined || coding.created < to);
  const perCoder = ({ codings }: Passage): Coding[][] => [...Map.groupBy(codings, ({ coder }) => coder).values()];
  const three: readonly TripleFacet[] = ['stakeholder', 'dimension', 'conflict'];

  function lies(one: Passage, other: Passage, relation: Relation): boolean {
    const sided = relation.is === 'near' && relation.other !== undefined;
    if (passageName(one) === passageName(other)) return !sided;
    if (one.document !== other.document) return false;
    const overlap = units(one).some((at) => at >= other.start && at < other.end);
    const { turns, text } = documentOf(one.document);
    const numbers = (passage: Passage) => turnsOf(passage).map((turn) => turns.filter((each) => each.start < each.end).indexOf(turn));
    switch (relation.is) {
      case 'overlaps': return overlap;
      case 'within': return units(one).every((at) => at >= other.start && at < other.end);
      case 'encloses': return units(other).every((at) => at >= one.start && at < one.end);
      case 'document': return true;
      case 'turn': return turns.some((turn) => units(one).every((at) => turn.start <= at && at < turn.end) && turnsOf(other).includes(turn));
      case 'near': {
        if (relation.other === 'before' && other.end > one.start) return false;
        if (relation.other === 'after' && other.start < one.end) return false;
        if (overlap) return true;
        if (relation.unit === 'turns') return numbers(one).some((a) => numbers(other).some((b) => Math.abs(a - b) <= relation.most));
        const gap = one.end <= other.start ? { start: one.end, end: other.start } : { start: other.end, end: one.start };
        return (relation.unit === 'characters' ? gap.end - gap.start : wordStarts(text).filter((at) => at >= gap.start && at < gap.end).length) <= relation.most;
      }
    }
  }

  function holds(passage: Passage, condition: Condition): boolean {
    const { document, start, end, codings } = passage;
    switch (condition.kind) {
      case 'all': return condition.of.every((each) => holds(passage, each));
      case 'any': return condition.of.some((each) => holds(passage, each));
      case 'not': return !holds(passage, condition.of);
      case 'place': return passages.some((other) => lies(passage, other, condition.relation) && holds(other, condition.of));
      case 'coding': return codings.some((coding) => isPart(coding, condition) && isCoded(coding, condition));
      case 'triple': return perCoder(passage).some((own) => own.some((coding) => isCoded(coding, condition)) && three.every((facet) => !condition[facet] || own.some((coding) => coding.facet === facet && isPart(coding, condition[facet]!) && isCoded(coding, condition))));
      case 'halfCoded': return perCoder(passage).some((own) => {
        const said = three.filter((facet) => own.some((coding) => coding.facet === facet));
        return said.length > 0 && said.length < 3 && (condition.missing === undefined || !said.includes(condition.missing));
      });
      case 'text': return contains(documentOf(document).text.slice(start, end), condition);
      case 'participant': return speakers(passage).some(({ name }) => condition.participants.some((each) => each.name === name));
      case 'role': return speakers(passage).some(({ role }) => condition.roles.includes(role));
      case 'document': return condition.documents.some(({ name }) => name === document);
      case 'memo': return codings.some(({ memo }) => memo !== '');
      case 'attribute': {
        const values = condition.values.map((value) => value?.toLowerCase() ?? null);
        return hasValue(passage, condition.attribute.name, (value) => values.includes(value));
      }
      case 'range': return hasValue(passage, condition.attribute.name, (value) => {
        const isDate = study.attributes.find(({ name }) => name === condition.attribute.name)!.kind === 'date';
        if (value === null || (isDate ? !/^\d{4}-\d\d-\d\d$/.test(value) : !/^-?\d+(\.\d+)?$/.test(value))) return false;
        const reaches = (one: string, other: string) => (isDate ? one >= other : Number(one) >= Number(other));
        return (condition.from === undefined || reaches(value, condition.from)) && (condition.to === undefined || reaches(condition.to, value));
      });
    }
  }
  function hasValue(passage: Passage, attribute: string, isAsked: (value: string | null) => boolean): boolean {
    if (study.attributes.find(({ name }) => name === attribute)!.of === 'documents') return isAsked(documentOf(passage.document).values[attribute] ?? null);
    if (speakers(passage).length === 0) return isAsked(null);
    return speakers(passage).some((person) => person.role === 'interviewee' && isAsked(person.values[attribute] ?? null));
  }
  return {
    passages, holds,
    find: (condition: Condition): Set<string> => new Set(passages.filter((passage) => holds(passage, condition)).map(passageName)),
  };
}

/** As anybody would look for it, in texts of plain letters. */
function contains(words: string, { text, wholeWord, matchCase }: LeafOf<'text'>): boolean {
  const fold = (given: string) => (matchCase ? given : given.toLowerCase()).replaceAll('\n', ' ');
  const letter = /(?![\p{Script=Han}])[\p{L}\p{N}\p{M}]/u;
  for (let at = fold(words).indexOf(fold(text)); at >= 0; at = fold(words).indexOf(fold(text), at + 1)) {
    const [before, first, last, after] = [words[at - 1] ?? '', words[at]!, words[at + text.length - 1]!, words[at + text.length] ?? ''];
    if (!wholeWord || ((!letter.test(before) || !letter.test(first)) && (!letter.test(last) || !letter.test(after)))) return true;
  }
  return false;
}
