import { lineOf, sampleOf } from './axis.ts';
import { groupsPart, noSuchAttribute } from './axisGroups.ts';
import { facts } from './facts.ts';
import { heardBy } from './heard.ts';
import { countedCoders } from './layers.ts';
import type { Reader } from './operation.ts';

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
/** One part of a table's axis by itself: for analyses that split by groups without being tables of codings. */
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

/**
 * Splits the study into groups. A coding belongs to the group of whoever speaks there, to several where several speak. `by` is 'document',
 * 'participant' or 'coder', or names an attribute (of participants first, else of documents); `participants:NAME` and `documents:NAME` say which is meant.
 */
export function groupingBy(project: Reader, by: string, speakers: Speakers): Grouping {
  const heard = heardBy(project, speakers);
  const part = groupsPart(project, heard, by);
  if (!part) throw noSuchAttribute(project, by);
  const sample = sampleOf(heard, project.query<{ id: number }>('SELECT id FROM documents').map(({ id }) => id), part.decides === 'coder' ? codersByDocument(project) : () => []);
  const ofPeople = part.decides === 'people';
  return {
    by: part.part.kind === 'attribute' ? part.part.name : part.part.kind, people: heard.people, counted: heard.counted, decides: ofPeople ? 'speakers' : part.decides as 'document' | 'coder',
    groups: part.groups.map(({ key, label }, index) => ({ key, label, ...sample.at([part], [index]), unasked: lineOf(sample, [part], [index]).state !== 'counted' })),
    groupsOf: (deciding) => (deciding.length > 0 || !ofPeople ? [...new Set(deciding.flatMap((each) => part.within(each)))] : part.unspoken === undefined ? [] : [part.unspoken]),
    speakersIn: (group, all) => (ofPeople ? all.filter((speaker) => part.within(speaker).includes(group)) : all),
  };
}
function codersByDocument(project: Reader): (document: number) => readonly number[] {
  const { codings, passages } = facts(project);
  const coders = new Map<number, Set<number>>();
  const counts = countedCoders(project);
  codings.coder.forEach((coder, index) => {
    if (codings.code[index] === 0 || !counts(coder)) return;
    const document = passages.document[codings.passage[index]!]!;
    const met = coders.get(document);
    if (met) met.add(coder); else coders.set(document, new Set([coder]));
  });
  return (document) => [...coders.get(document) ?? []];
}
