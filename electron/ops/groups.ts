import { Problem } from '../../shared/model/problem.ts';
import { nameKey } from '../../shared/model/text.ts';
import { onlyAnswered } from './answerDocuments.ts';
import { attributesInOrder, findAttribute } from './attributes.ts';
import { facts } from './facts.ts';
import type { Reader } from './operation.ts';
import type { Row } from '../../shared/model/schema.ts';

export type Speakers = 'interviewees' | 'all';
export interface Group {
  /** The value, or the number of the document, participant or coder as text; null for those without a value. */
  readonly key: string | null;
  readonly label: string;
  /** People interviewed. */
  readonly people: ReadonlySet<number>;
  readonly documents: ReadonlySet<number>;
  /** Whether nothing can be counted here because nobody was interviewed. */
  readonly unasked: boolean;
}
export interface Grouping {
  /** What the columns are: an attribute's name, or 'document', 'participant', 'coder'. */
  readonly by: string;
  readonly groups: readonly Group[];
  /** People interviewed, over all groups. */
  readonly people: ReadonlySet<number>;
  /** The participants of a passage that count; null where only others (interviewers) speak. Empty where nobody is known to speak. */
  counted(speakers: readonly number[]): readonly number[] | null;
  /** What decides about a coding's groups: who speaks there, its document, or its coder. */
  readonly decides: 'speakers' | 'document' | 'coder';
  /** The groups (indexes, each once) of the speakers that count, of a document's number, or of a coder's. */
  groupsOf(deciding: readonly number[]): readonly number[];
  /** Those of the speakers for whom a cell of this group counts. */
  speakersIn(group: number, speakers: readonly number[]): readonly number[];
}

const order = new Intl.Collator('zh', { numeric: true });

/**
 * Splits the study into groups. A coding belongs to the group of whoever speaks there, to several where several speak;
 * interviewers, and who only answered a questionnaire, count with `speakers: 'all'` alone. `by` is 'document', 'participant' or 'coder', or names an
 * attribute (of participants first, else of documents); `participants:NAME` and `documents:NAME` say which is meant.
 */
export function groupingBy(project: Reader, by: string, speakers: Speakers): Grouping {
  const roles = new Map(project.all('participants').map((participant) => [participant.id, participant.role]));
  const answered = onlyAnswered(project);
  const counts = (participant: number) => speakers === 'all' || (roles.get(participant) === 'interviewee' && !answered.has(participant));
  const spoken = project.query<{ participant: number; document: number }>('SELECT DISTINCT participant, document FROM turns WHERE participant IS NOT NULL').filter((row) => counts(row.participant));
  const people = new Set(spoken.map((row) => row.participant));
  const context: Context = {
    project, spoken, people,
    speaking: (documents) => new Set(spoken.filter((row) => documents.has(row.document)).map((row) => row.participant)),
    speakingIn: (chosen) => new Set(spoken.filter((row) => chosen.has(row.participant)).map((row) => row.document)),
  };
  return {
    by: nameKey(by), people, ...(splits.get(nameKey(by))?.(context, counts) ?? byAttribute(context, by, counts)),
    counted(all) {
      if (all.length === 0 || speakers === 'all') return all;
      const counting = all.every(counts) ? all : all.filter(counts);
      return counting.length === 0 ? null : counting;
    },
  };
}

interface Context {
  readonly project: Reader;
  readonly spoken: readonly { participant: number; document: number }[];
  readonly people: ReadonlySet<number>;
  speaking(documents: ReadonlySet<number>): ReadonlySet<number>;
  speakingIn(people: ReadonlySet<number>): ReadonlySet<number>;
}
type Split = Pick<Grouping, 'groups' | 'decides' | 'groupsOf' | 'speakersIn'>;
type Counts = (participant: number) => boolean;

/** The groups of those that a coding may be decided by, each group once. */
const groupsIn = (groupOf: ReadonlyMap<number, number>) => (deciding: readonly number[]): readonly number[] => [...new Set(deciding.flatMap((each) => groupOf.get(each) ?? []))];

function byPeople(groups: readonly Group[], groupOf: ReadonlyMap<number, number>, without: number | null): Split {
  const groupsOf = groupsIn(groupOf);
  return {
    groups, decides: 'speakers',
    groupsOf: (speakers) => (speakers.length > 0 ? groupsOf(speakers) : without === null ? [] : [without]),
    speakersIn: (group, speakers) => speakers.filter((speaker) => groupOf.get(speaker) === group),
  };
}

function byParticipant(context: Context, counts: Counts): Split {
  const participants = context.project.all('participants').filter((participant) => counts(participant.id)).toSorted((a, b) => order.compare(a.name, b.name) || a.id - b.id);
  const groups = participants.map((participant): Group => {
    const people = new Set(context.people.has(participant.id) ? [participant.id] : []);
    return { key: String(participant.id), label: participant.name, people, documents: context.speakingIn(people), unasked: people.size === 0 };
  });
  const groupOf = new Map(participants.map((participant, index) => [participant.id, index]));
  return byPeople(...withoutValue(context, groups, groupOf));
}

function byDocuments(context: Context, groups: readonly { key: string | null; label: string; documents: ReadonlySet<number> }[]): Split {
  const groupOf = new Map(groups.flatMap((group, index) => [...group.documents].map((document) => [document, index] as const)));
  return {
    groups: groups.map((group) => ({ ...group, people: context.speaking(group.documents), unasked: group.documents.size === 0 })),
    decides: 'document', groupsOf: groupsIn(groupOf),
    speakersIn: (_group, speakers) => speakers,
  };
}
function byDocument(context: Context): Split {
  const documents = context.project.query<{ id: number; name: string }>('SELECT id, name FROM documents').toSorted((a, b) => order.compare(a.name, b.name) || a.id - b.id);
  return byDocuments(context, documents.map(({ id, name }) => ({ key: String(id), label: name, documents: new Set([id]) })));
}
function byCoder(context: Context): Split {
  const coders = context.project.all('coders');
  const { codings, passages } = facts(context.project);
  const coded = new Map(coders.map((coder) => [coder.id, new Set<number>()]));
  codings.coder.forEach((coder, index) => codings.code[index] !== 0 && coded.get(coder)?.add(passages.document[codings.passage[index]!]!));
  return {
    groups: coders.map(({ id, name }) => ({ key: String(id), label: name, documents: coded.get(id)!, people: context.speaking(coded.get(id)!), unasked: false })),
    decides: 'coder', groupsOf: groupsIn(new Map(coders.map((coder, index) => [coder.id, index]))),
    speakersIn: (_group, speakers) => speakers,
  };
}
const splits: ReadonlyMap<string, (context: Context, counts: Counts) => Split> = new Map([['document', byDocument], ['participant', byParticipant], ['coder', byCoder]]);

/** Values in the order in which tables show them: a choice's own, else by number or name. */
function valuesInOrder({ kind, choices }: Row<'attributes'>, used: ReadonlySet<string>): string[] {
  const rest = [...used].filter((value) => !choices.includes(value)).toSorted(kind === 'number' ? (a, b) => Number(a) - Number(b) || order.compare(a, b) : order.compare);
  return [...choices, ...rest];
}
/** Adds the group of those without a value, where there is anyone in it, or text that nobody is known to speak. */
function withoutValue(context: Context, groups: readonly Group[], groupOf: ReadonlyMap<number, number>): [readonly Group[], ReadonlyMap<number, number>, number | null] {
  const people = new Set([...context.people].filter((participant) => !groupOf.has(participant)));
  const unspoken = facts(context.project).passages.spokenBy.includes(0);
  if (people.size === 0 && !unspoken) return [groups, groupOf, null];
  const without: Group = { key: null, label: '', people, documents: context.speakingIn(people), unasked: false };
  return [[...groups, without], new Map([...groupOf, ...[...people].map((participant) => [participant, groups.length] as const)]), groups.length];
}
/** The attribute of that name: of participants first, else of documents; `participants:NAME` and `documents:NAME` say which. */
function attributeNamed(project: Reader, by: string) {
  const [, of, name] = /^(participants|documents):(.*)$/.exec(by) ?? [];
  return (of === undefined ? null : findAttribute(project, of as 'participants' | 'documents', name!)) ?? findAttribute(project, 'participants', by) ?? findAttribute(project, 'documents', by);
}
function byAttribute(context: Context, by: string, counts: Counts): Split & { readonly by: string } {
  const attribute = attributeNamed(context.project, by);
  if (!attribute) throw new Problem('no-such-attribute', { attribute: by, known: attributesInOrder(context.project).map(({ name }) => name).join(', ') });
  const rows = context.project.all('attributeValues', { attribute: attribute.id });
  if (attribute.of === 'documents') {
    const values = valuesInOrder(attribute, new Set(rows.map((row) => row.value)));
    const groups = values.map((value) => ({ key: value, label: value, documents: new Set(rows.filter((row) => row.value === value).map((row) => row.document!)) }));
    const valued = new Set(rows.map((row) => row.document!));
    const rest = context.project.query<{ id: number }>('SELECT id FROM documents').map((row) => row.id).filter((document) => !valued.has(document));
    return { by: attribute.name, ...byDocuments(context, rest.length === 0 ? groups : [...groups, { key: null, label: '', documents: new Set(rest) }]) };
  }
  const counting = rows.filter((row) => counts(row.participant!));
  const values = valuesInOrder(attribute, new Set(counting.map((row) => row.value)));
  const groupOf = new Map(counting.map((row) => [row.participant!, values.indexOf(row.value)]));
  const groups = values.map((value, index): Group => {
    const people = new Set([...context.people].filter((participant) => groupOf.get(participant) === index));
    return { key: value, label: value, people, documents: context.speakingIn(people), unasked: people.size === 0 };
  });
  return { by: attribute.name, ...byPeople(...withoutValue(context, groups, groupOf)) };
}
