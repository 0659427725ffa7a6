import type { Snapshot } from '../../../shared/model/snapshot.ts';
import { nameKey } from '../../../shared/model/text.ts';
import { labelsOf, turnsInPlace } from '../turns.ts';
import type { SpanPlace } from './context.ts';

type Turn = Snapshot['documents'][number]['turns'][number];
/** What of a text is whose, by the participant's name: all of it, or a span. */
export interface Voice { readonly name: string; readonly span: Pick<SpanPlace, 'start' | 'end'> | null }

/**
 * The turns of a text that stays as it is. Who speaks in them is the case whose name the label is, the only case of the text where a label is no
 * interviewer's, or the case whose selection holds the turn. Answers also with the cases that found no turn.
 */
export function turnsOf(text: string, voices: readonly Voice[], people: readonly string[]): { turns: Turn[]; labelled: boolean; silent: string[] } {
  const found = turnsInPlace(text);
  const labelled = found.some(({ label }) => label !== '');
  const roles = new Map(labelled ? labelsOf(text, found.map((turn) => ({ ...turn, lifted: '', liftedAfter: '' }))).map(({ label, role }) => [label, role]) : []);
  const known = new Map(people.map((name) => [nameKey(name), name]));
  const all = [...new Set(voices.filter(({ span }) => span === null).map(({ name }) => name))];
  const spans = voices.filter((voice): voice is Voice & { span: NonNullable<Voice['span']> } => voice.span !== null).toSorted((a, b) => a.span.start - b.span.start);
  const heard = new Set<string>();
  let from = 0;
  const turns = found.map(({ start, end, ...turn }): Turn => {
    while (from < spans.length && spans[from]!.span.end < end) from++;
    const held = spans.slice(from, from + 20).find(({ span }) => span.start <= start && span.end >= end)?.name;
    const only = all.length === 1 && (turn.label === '' ? !labelled : roles.get(turn.label) !== 'interviewer') ? all[0] : undefined;
    const participant = (turn.label === '' ? undefined : known.get(nameKey(turn.label))) ?? held ?? only ?? null;
    if (participant !== null) heard.add(participant);
    return { start, end, participant, ...turn };
  });
  return { turns, labelled, silent: [...new Set(voices.map(({ name }) => name))].filter((name) => !heard.has(name)) };
}
