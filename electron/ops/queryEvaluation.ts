import { fold } from './folding.ts';
import { expressionOf } from '../../shared/model/search.ts';
import type { Condition, LeafOf } from '../../shared/model/query.ts';
import { nameKey } from '../../shared/model/text.ts';
import { speakersOf } from './facts.ts';
import type { Reader } from './operation.ts';
import { carrying, codingsOf, halfCoded, testOfCoded, testOfPart, tripleFound, type CodingTest, type Found } from './queryCodings.ts';
import { groundOf, type Ground } from './queryGround.ts';
import { namesIn, type Names, type Told } from './queryNames.ts';
import { placed } from './queryPlaces.ts';
import { textsOf } from './searchSources.ts';

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

export function evaluate(project: Reader, query: Condition): Evaluated {
  const ground = groundOf(project);
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
export function foundBy(project: Reader, query: Condition): { readonly passages: readonly number[]; readonly codings: readonly number[] } {
  const { ground, marks, codingsAt } = evaluate(project, query);
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
/** Each condition as marks, from the leaves up. */
export function evaluator(project: Reader, ground: Ground, names: Names): (condition: Condition) => Found {
  const found = (condition: Condition): Found => {
    switch (condition.kind) {
      case 'all': case 'any': return combined(ground, condition.kind, condition.of.map(found));
      case 'not': {
        const { marks } = found(condition.of);
        return { marks: marks.map((mark) => 1 - mark), codingsAt: none };
      }
      case 'place': return { marks: placed(project, ground, condition.relation, found(condition.of).marks), codingsAt: none };
      case 'coding': {
        const tests = [testOfPart(project, ground, names, condition), testOfCoded(ground, names, condition)].filter((test): test is CodingTest => test !== null);
        return carrying(ground, tests.length === 0 ? null : (coding) => tests.every((test) => test(coding)));
      }
      case 'triple': return tripleFound(project, ground, names, condition);
      case 'halfCoded': return halfCoded(project, ground, condition);
      default: return { marks: marked(ground, plainTest(project, ground, names, condition)), codingsAt: none };
    }
  };
  return found;
}
function combined(ground: Ground, kind: 'all' | 'any', parts: readonly Found[]): Found {
  const marks = new Uint8Array(ground.size).fill(kind === 'all' ? 1 : 0);
  for (const part of parts)
    for (let place = 0; place < marks.length; place++) marks[place] = kind === 'all' ? marks[place]! & part.marks[place]! : marks[place]! | part.marks[place]!;
  return { marks, codingsAt: (place) => [...new Set(parts.flatMap((part) => (part.marks[place] === 1 ? part.codingsAt(place) : [])))] };
}
function marked(ground: Ground, test: (place: number) => boolean): Uint8Array {
  const marks = new Uint8Array(ground.size);
  for (let place = 0; place < marks.length; place++) if (test(place)) marks[place] = 1;
  return marks;
}

/** Conditions that ask the passage itself, not its codings. */
function plainTest(project: Reader, ground: Ground, names: Names, condition: LeafOf<'text' | 'attribute' | 'participant' | 'role' | 'document' | 'memo'>): (place: number) => boolean {
  switch (condition.kind) {
    case 'text': {
      const { source, flags } = expressionOf({ ...condition, regex: false });
      const expression = new RegExp(source, flags.replace('g', ''));
      const text = textsOf(project);
      return (place) => {
        const words = text(ground.document[place]!).slice(ground.start[place], ground.end[place]);
        return expression.test(fold(words)?.text ?? words);
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
    case 'attribute': return attributeTest(project, ground, names, condition);
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

function attributeTest(project: Reader, ground: Ground, names: Names, { attribute, values }: LeafOf<'attribute'>): (place: number) => boolean {
  const id = names.idOf(attribute, 'attributes');
  if (id === null) return () => false;
  const keyOf = (value: string | null | undefined) => (value === null || value === undefined ? null : nameKey(value));
  const wanted = new Set(values.map(keyOf));
  const rows = project.all('attributeValues', { attribute: id });
  if (project.get('attributes', id).of === 'documents') {
    const valueOf = new Map(rows.map((row) => [row.document, keyOf(row.value)]));
    return (place) => wanted.has(valueOf.get(ground.document[place]!) ?? null);
  }
  const valueOf = new Map(rows.map((row) => [row.participant, keyOf(row.value)]));
  const asked = interviewees(project);
  return bySpeakers(ground, (speakers) => {
    if (speakers.length === 0) return wanted.has(null);
    return speakers.some((speaker) => asked.has(speaker) && wanted.has(valueOf.get(speaker) ?? null));
  });
}
export const speakersAt = (ground: Ground, place: number): readonly number[] => speakersOf(ground.facts, ground.index[place]!);
