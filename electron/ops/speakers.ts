import { z } from 'zod';
import { Problem } from '../../shared/model/problem.ts';
import { roles, tables } from '../../shared/model/schema.ts';
import { facts, speakersOf, wordCounter } from './facts.ts';
import { countedCoders } from './layers.ts';
import { command, query, type Reader } from './operation.ts';
import { addParticipant } from './participants.ts';
import { seenBy } from './seen.ts';

const id = z.int().positive();

interface Turn { readonly id: number; readonly start: number; readonly end: number; readonly participant: number | null }
interface Counted { readonly hash: string; readonly words: ReadonlyMap<number, { readonly start: number; readonly end: number; readonly words: number }> }

/** The words of each turn, by document. Only documents whose text or turns changed since are counted again. */
function countTurns(project: Reader, before: ReadonlyMap<number, Counted>): Map<number, Counted> {
  const turns = Map.groupBy(project.query<Turn & { document: number }>('SELECT id, document, "start", "end", participant FROM turns'), (turn) => turn.document);
  return new Map(project.query<{ id: number; textHash: string }>('SELECT id, textHash FROM documents').map(({ id: document, textHash: hash }) => {
    const here = turns.get(document) ?? [];
    const known = before.get(document);
    if (known?.hash === hash && known.words.size === here.length && here.every((turn) => known.words.get(turn.id)?.start === turn.start && known.words.get(turn.id)?.end === turn.end)) return [document, known] as const;
    const count = wordCounter(project, document);
    return [document, { hash, words: new Map(here.map(({ id: turn, start, end }) => [turn, { start, end, words: count(start, end) }])) }] as const;
  }));
}
const turnWords = (project: Reader) => project.derive('turnWords', () => countTurns(project, new Map()), (known) => countTurns(project, known));

/** How many turns a document has, and the words said in them, whoever speaks. */
export const talkByDocument = (project: Reader): ReadonlyMap<number, { readonly turns: number; readonly words: number }> =>
  new Map([...turnWords(project)].map(([document, { words }]) => [document, { turns: words.size, words: [...words.values()].reduce((sum, turn) => sum + turn.words, 0) }]));

/** What somebody says in a document: how many turns and words, and where the first begins (UTF-16 units). */
export interface Share { readonly document: number; readonly turns: number; readonly words: number; readonly start: number; readonly end: number }

export const listSpoken = query({
  /** What each participant says: turns and words over all documents and in each, and codings on what is said. Those who say nothing are missing. */
  input: z.strictObject(seenBy),
  run(project, { coder }) {
    const words = turnWords(project);
    const shares = new Map<number, Map<number, Share>>();
    for (const turn of project.query<Turn & { participant: number; document: number }>('SELECT id, document, "start", "end", participant FROM turns WHERE participant IS NOT NULL ORDER BY document, "start"')) {
      const documents = shares.get(turn.participant) ?? new Map<number, Share>();
      shares.set(turn.participant, documents);
      const so = documents.get(turn.document) ?? { document: turn.document, turns: 0, words: 0, start: turn.start, end: turn.end };
      documents.set(turn.document, { ...so, turns: so.turns + 1, words: so.words + (words.get(turn.document)?.words.get(turn.id)?.words ?? 0) });
    }
    const codings = new Map<number, number>();
    const known = facts(project);
    const counts = countedCoders(project, coder);
    known.codings.code.forEach((code, index) => {
      if (code !== 0 && counts(known.codings.coder[index]!)) for (const speaker of speakersOf(known, known.codings.passage[index]!)) codings.set(speaker, (codings.get(speaker) ?? 0) + 1);
    });
    return [...shares].map(([participant, documents]) => {
      const each = [...documents.values()];
      return { participant, documents: each, turns: each.reduce((sum, share) => sum + share.turns, 0), words: each.reduce((sum, share) => sum + share.words, 0), codings: codings.get(participant) ?? 0 };
    });
  },
});

export const listSpeakers = query({
  /** Every speaker's label in every document, with its turns and whom they are assigned to (null: nobody). */
  input: z.strictObject({}),
  run: (project) => [...Map.groupBy(
    project.query<{ document: number; name: string; label: string; participant: number | null; turns: number; start: number; end: number }>(
      'SELECT document, documents.name, label, participant, count(*) AS turns, min("start") AS "start", min("end") AS "end" FROM turns JOIN documents ON documents.id = document GROUP BY document, label, participant ORDER BY document, min("start")'),
    ({ document, label }) => JSON.stringify([document, label]),
  ).values()].map((parts) => {
    const { document, name, label, start, end } = parts[0]!;
    return { document, name, label, start, end, turns: parts.reduce((sum, part) => sum + part.turns, 0), participants: parts.map((part) => part.participant) };
  }),
});

const { name } = tables.participants;
export const assignSpeakers = command({
  /** Says who speaks in all turns that carry these labels in these documents: a participant, nobody (null), or a new person. */
  input: z.strictObject({
    speakers: z.array(z.strictObject({ document: id, label: z.string() })).min(1),
    participant: z.union([id, z.null(), z.strictObject({ name: name.check, role: z.enum(roles).default('interviewee') })]),
  }),
  run(project, { speakers, participant: given }) {
    const participant = given === null || typeof given === 'number' ? given : addParticipant(project, given.name, given.role);
    if (participant !== null) project.get('participants', participant);
    let turns = 0;
    for (const { document, label } of speakers) {
      const there = project.all('turns', { document, label });
      if (there.length === 0) throw new Problem('not-found', { table: 'turns' });
      for (const turn of there) project.change('turns', turn.id, { participant });
      turns += there.length;
    }
    return { participant, turns };
  },
  about: (project, { speakers }, { participant }) => ({ count: speakers.length, label: speakers[0]!.label, participant: project.find('participants', participant)?.name ?? '–' }),
});
