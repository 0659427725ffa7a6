import { fold } from './folding.ts';
import { expressionOf } from '../../shared/model/search.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { Condition, LeafOf, Reference } from '../../shared/model/query.ts';
import { nameKey } from '../../shared/model/text.ts';
import { asKind } from '../../shared/model/values.ts';
import { speakersOf } from './facts.ts';
import type { Reader } from './operation.ts';
import { carrying, codingsOf, halfCoded, maskOfCoded, narrowToPart, tripleFound, type Among, type Found } from './queryCodings.ts';
import { groundOf, type Ground } from './queryGround.ts';
import { namesIn, type Names, type Told } from './queryNames.ts';
import { placed } from './queryPlaces.ts';
import { foldsOf, textsOf } from './searchSources.ts';

/** What a query finds: marks by place in the ground's order. */
export interface Evaluated {
  readonly ground: Ground;
  readonly marks: Uint8Array;
  readonly told: Told;
  /**
   * The codings that made a found passage one, as indexes into `facts.codings`: those that fulfil the conditions on codings that hold of it;
   * where none does (a query for speakers, or for what is not coded), all of its codings.
   */
  codingsAt(place: number): readonly number[];
}

/** Asks a query of all coded passages; with `coder`, of what this coder coded (0: nobody), as if there were no others. */
export function evaluate(project: Reader, query: Condition, coder?: number): Evaluated {
  const ground = groundOf(project, coder);
  const names = namesIn(project);
  const { marks, codingsAt } = evaluator(project, ground, names)(query);
  return {
    ground, marks, told: names.told,
    codingsAt(place) {
      const asked = codingsAt(place);
      return asked.length > 0 ? asked : codingsOf(ground, place);
    },
  };
}

/** The passages (numbers, in the order of documents and text) and codings (numbers) that a query finds: to filter anything by. */
export function foundBy(project: Reader, query: Condition, coder?: number): { readonly passages: readonly number[]; readonly codings: readonly number[] } {
  const { ground, marks, codingsAt } = evaluate(project, query, coder);
  const passages: number[] = [];
  const codings: number[] = [];
  marks.forEach((mark, place) => {
    if (mark === 0) return;
    passages.push(ground.id[place]!);
    for (const coding of codingsAt(place)) codings.push(ground.facts.codings.id[coding]!);
  });
  return { passages, codings };
}

const none = (): readonly number[] => [];
/** What is asked first of several conditions that all must hold: what costs little leaves less to be asked of what costs more. */
const cost = (condition: Condition): number => {
  switch (condition.kind) {
    case 'document': case 'participant': case 'role': case 'attribute': case 'range': return 0;
    case 'coding': case 'memo': return 1;
    case 'halfCoded': case 'triple': return 2;
    case 'text': return 4;
    case 'place': return 5 + cost(condition.of);
    case 'not': return cost(condition.of);
    case 'all': case 'any': return condition.of.reduce((sum, each) => sum + cost(each), 0);
  }
};
/** Each condition as marks, from the leaves up. Asked of some passages only (`among`), it marks none besides. */
export function evaluator(project: Reader, ground: Ground, names: Names): (condition: Condition) => Found {
  const found = (condition: Condition, among: Among): Found => {
    switch (condition.kind) {
      case 'all': return allOf(ground, condition.of, among, found);
      case 'any': return anyOf(ground, condition.of.map((each) => found(each, among)));
      case 'not': {
        const { marks } = found(condition.of, among);
        return { marks: marks.map((mark, place) => (among ? among[place]! : 1) & (1 - mark)), codingsAt: none };
      }
      case 'place': return { marks: placed(project, ground, condition.relation, found(condition.of, null).marks, among), codingsAt: none };
      case 'coding': return carrying(ground, narrowToPart(maskOfCoded(ground, names, condition), project, ground, names, condition), among);
      case 'triple': return tripleFound(project, ground, names, condition, among);
      case 'halfCoded': return halfCoded(project, ground, condition, among);
      default: return { marks: marked(ground, plainTest(project, ground, names, condition), among), codingsAt: none };
    }
  };
  return (condition) => found(condition, null);
}
const told = (parts: readonly Found[]) => (place: number): readonly number[] => [...new Set(parts.flatMap((part) => (part.marks[place] === 1 ? part.codingsAt(place) : [])))];
function allOf(ground: Ground, conditions: readonly Condition[], among: Among, found: (condition: Condition, among: Among) => Found): Found {
  const parts: Found[] = [];
  let left = among;
  for (const index of [...conditions.keys()].toSorted((a, b) => cost(conditions[a]!) - cost(conditions[b]!))) {
    parts[index] = found(conditions[index]!, left);
    left = parts[index].marks;
  }
  return { marks: left?.slice() ?? new Uint8Array(ground.size).fill(1), codingsAt: told(parts) };
}
function anyOf(ground: Ground, parts: readonly Found[]): Found {
  const marks = new Uint8Array(ground.size);
  for (const part of parts) for (let place = 0; place < marks.length; place++) marks[place]! |= part.marks[place]!;
  return { marks, codingsAt: told(parts) };
}
function marked(ground: Ground, test: (place: number) => boolean, among: Among): Uint8Array {
  const marks = new Uint8Array(ground.size);
  for (let place = 0; place < marks.length; place++) if ((!among || among[place] === 1) && test(place)) marks[place] = 1;
  return marks;
}

/** Conditions that ask the passage itself, not its codings. */
function plainTest(project: Reader, ground: Ground, names: Names, condition: LeafOf<'text' | 'attribute' | 'range' | 'participant' | 'role' | 'document' | 'memo'>): (place: number) => boolean {
  switch (condition.kind) {
    case 'text': {
      const { source, flags } = expressionOf({ ...condition, regex: false });
      const expression = new RegExp(source, flags.replace('g', ''));
      const text = textsOf(project);
      const folded = foldsOf(project);
      return (place) => {
        const words = text(ground.document[place]!).slice(ground.start[place], ground.end[place]);
        return expression.test(folded(ground.document[place]!) === null ? words : fold(words)?.text ?? words);
      };
    }
    case 'document': {
      const wanted = new Set(condition.documents.map((document) => names.idOf(document, 'documents')));
      return (place) => wanted.has(ground.document[place]!);
    }
    case 'participant': {
      const wanted = new Set(condition.participants.map((participant) => names.idOf(participant, 'participants')));
      return bySpeakers(ground, (speakers) => speakers.some((speaker) => wanted.has(speaker)));
    }
    case 'role': {
      const wanted = new Set(project.query<{ id: number; role: string }>('SELECT id, role FROM participants').filter(({ role }) => condition.roles.includes(role as 'other')).map(({ id }) => id));
      return bySpeakers(ground, (speakers) => speakers.some((speaker) => wanted.has(speaker)));
    }
    case 'attribute': return valueTest(project, ground, names, condition.attribute, amongValues(condition.values));
    case 'range': return valueTest(project, ground, names, condition.attribute, inRange(project, names, condition));
    case 'memo': {
      const noted = (about: string) => new Set(project.query<{ target: number }>('SELECT target FROM memos WHERE about = ?', about).map(({ target }) => target));
      const [passages, codings] = [noted('passages'), noted('codings')];
      return (place) => passages.has(ground.id[place]!) || codingsOf(ground, place).some((coding) => codings.has(ground.facts.codings.id[coding]!));
    }
  }
}
/** Sets of speakers are few: each is asked once. */
function bySpeakers(ground: Ground, test: (speakers: readonly number[]) => boolean): (place: number) => boolean {
  const { passages, speakerSets } = ground.facts;
  const said = speakerSets.map(test);
  return (place) => said[passages.spokenBy[ground.index[place]!]!]!;
}
export const interviewees = (project: Reader): ReadonlySet<number> => new Set(project.query<{ id: number }>("SELECT id FROM participants WHERE role = 'interviewee'").map(({ id }) => id));

/** Whether a value (null: none) is as asked. */
type Value = (value: string | null) => boolean;
function amongValues(values: LeafOf<'attribute'>['values']): Value {
  const wanted = new Set(values.map((value) => (value === null ? null : nameKey(value))));
  return (value) => wanted.has(value === null ? null : nameKey(value));
}
function inRange(project: Reader, names: Names, { attribute, from, to }: LeafOf<'range'>): Value {
  const id = names.idOf(attribute, 'attributes');
  if (id === null) return () => false;
  const { kind, name } = project.get('attributes', id);
  if (kind !== 'number' && kind !== 'date') throw new Problem('no-range', { attribute: name });
  const read = (value: string): number | string | null => {
    const kept = asKind(kind, value);
    return kept !== null && kind === 'number' ? Number(kept) : kept;
  };
  const edge = (given: string | undefined) => {
    const value = given === undefined ? null : read(given);
    if (given !== undefined && value === null) throw new Problem(kind === 'number' ? 'not-a-number' : 'not-a-date', { value: given });
    return value;
  };
  const [least, most] = [edge(from), edge(to)];
  return (value) => {
    const known = value === null ? null : read(value);
    return known !== null && (least === null || known >= least) && (most === null || known <= most);
  };
}
/** Whether the document, or an interviewee who speaks there, has a value that is as asked. */
function valueTest(project: Reader, ground: Ground, names: Names, attribute: Reference, isAsked: Value): (place: number) => boolean {
  const id = names.idOf(attribute, 'attributes');
  if (id === null) return () => false;
  const rows = project.all('attributeValues', { attribute: id });
  const said = (of: 'document' | 'participant') => new Map(rows.map((row) => [row[of], isAsked(row.value)]));
  const none = isAsked(null);
  if (project.get('attributes', id).of === 'documents') {
    const ofDocument = said('document');
    return (place) => ofDocument.get(ground.document[place]!) ?? none;
  }
  const ofPerson = said('participant');
  const asked = interviewees(project);
  return bySpeakers(ground, (speakers) => (speakers.length === 0 ? none : speakers.some((speaker) => asked.has(speaker) && (ofPerson.get(speaker) ?? none))));
}
export const speakersAt = (ground: Ground, place: number): readonly number[] => speakersOf(ground.facts, ground.index[place]!);
