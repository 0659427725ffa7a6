import { z } from 'zod';
import { Problem } from '../../shared/model/problem.ts';
import { roles, tables, type Row } from '../../shared/model/schema.ts';
import { splitsPair } from '../../shared/model/span.ts';
import { splice } from './documents.ts';
import { command, type Reader } from './operation.ts';
import { addParticipant } from './participants.ts';

/** A place in a document's text (UTF-16 units): the caret, in the turn that is meant. */
const here = { document: z.int().positive(), at: z.int().min(0) };

const turnsInOrder = (project: Reader, document: number): Row<'turns'>[] => project.all('turns', { document }).toSorted((a, b) => a.start - b.start || a.id - b.id);
const turnAt = (turns: readonly Row<'turns'>[], at: number): number => turns.findIndex(({ start, end }) => start <= at && at <= end);
const nameOf = (project: Reader, document: number) => ({ document: project.get('documents', document).name });

export const splitTurn = command({
  /**
   * Ends a turn at a place inside it; what follows is a turn of its own, of the same speaker until somebody says otherwise. Turns are
   * whole lines: a blank at the place becomes the line break, else one is put in. Passages keep their words. Problems: `no-turn-here`,
   * `turn-not-split` where one of the two would be empty.
   */
  input: z.strictObject(here),
  run(project, { document, at: given }) {
    const { text } = project.get('documents', document);
    const at = splitsPair(text, given) ? given - 1 : given;
    const turn = turnsInOrder(project, document).find(({ start, end }) => start <= at && at <= end);
    if (!turn) throw new Problem('no-turn-here');
    if (text.slice(turn.start, at).trim() === '' || text.slice(at, turn.end).trim() === '') throw new Problem('turn-not-split');
    const blank = /[ \u3000\n]/.test(text[at - 1]!) ? at - 1 : /[ \u3000\n]/.test(text[at]!) ? at : null;
    const cut = blank ?? at;
    splice(project, document, { at: cut, removed: blank === null ? '' : text[cut]!, inserted: '\n' });
    const { end } = project.get('turns', turn.id);
    project.change('turns', turn.id, { end: cut, timeEnd: null });
    const { id: _id, uuid: _uuid, ...same } = turn;
    return { turn: project.add('turns', { ...same, start: cut + 1, end, time: null, timeEnd: turn.timeEnd }), at: cut + 1 };
  },
  about: (project, { document }) => nameOf(project, document),
});

export const joinTurns = command({
  /** Makes a turn one with its neighbour: the earlier one's speaker, label and time stay, and so does the line break between them. */
  input: z.strictObject({ ...here, with: z.enum(['previous', 'next']) }),
  run(project, { document, at, with: side }) {
    const turns = turnsInOrder(project, document);
    const place = turnAt(turns, at);
    if (place < 0) throw new Problem('no-turn-here');
    const [first, second] = side === 'previous' ? [turns[place - 1], turns[place]] : [turns[place], turns[place + 1]];
    if (!first || !second) throw new Problem('no-turn-beside');
    project.remove('turns', [second.id]);
    project.change('turns', first.id, { end: second.end, timeEnd: second.timeEnd });
    return { turn: first.id };
  },
  about: (project, { document }) => nameOf(project, document),
});

export const speakTurns = command({
  /**
   * Says who speaks at a place: in this turn, or in all turns of the document with its label. A line that is in no turn becomes one.
   * `participant` is somebody known, nobody (null), or somebody new.
   */
  input: z.strictObject({
    ...here, all: z.boolean().default(false),
    participant: z.union([z.int().positive(), z.null(), z.strictObject({ name: tables.participants.name.check, role: z.enum(roles).default('interviewee') })]),
  }),
  run(project, { document, at, all, participant: said }) {
    const turns = turnsInOrder(project, document);
    const turn = turns[turnAt(turns, at)];
    if (typeof said === 'number') project.get('participants', said);
    const participant = typeof said === 'object' && said !== null ? addParticipant(project, said.name, said.role) : said;
    if (!turn) {
      const { text } = project.get('documents', document);
      const start = text.lastIndexOf('\n', at - 1) + 1;
      const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
      if (text.slice(start, end).trim() === '' || turns.some((each) => each.start < end && each.end > start)) throw new Problem('no-turn-here');
      project.add('turns', { document, start, end, participant, label: '', time: null, timeEnd: null });
      return { participant, turns: 1 };
    }
    const meant = all ? turns.filter((each) => each.label === turn.label) : [turn];
    for (const each of meant) project.change('turns', each.id, { participant });
    return { participant, turns: meant.length };
  },
  about: (project, { document }, { participant, turns }) => ({ ...nameOf(project, document), participant: project.find('participants', participant)?.name ?? '–', count: turns }),
});
