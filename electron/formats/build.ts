import { compose, type Piece } from './compose.ts';
import type { ReadTurn } from './format.ts';
import { withoutBlankEdges, type Line } from './lines.ts';
import type { Start } from './patterns.ts';
import type { Stamp } from './stamps.ts';
import { orderOf, sinceFirst, type Order } from './times.ts';

/**
 * Bare times among the labels: one on the line above a label is that label's; any other lets the speaker go on, in a turn
 * of its own, so that the time is kept. Times before the first label stay in the text that belongs to nobody.
 */
export function withTimes(starts: readonly Start[], times: readonly Start[], lines: readonly Line[]): Start[] {
  const there = new Set(starts.map((start) => start.at));
  const indexes = new Map(lines.map((line, index) => [line.at, index] as const));
  const above = new Map<number, Start>();
  const alone: Start[] = [];
  for (const time of times.filter((each) => !there.has(each.at))) {
    const index = indexes.get(time.at)!;
    const below = lines[index + 1]?.at;
    if (below !== undefined && there.has(below) && time.to - time.at === lines[index]!.text.length) above.set(below, time);
    else if (time.at > starts[0]!.at) alone.push(time);
  }
  const timed = starts.map((start) => {
    const time = above.get(start.at);
    return time ? { ...start, at: time.at, time: start.time ?? time.time, timeEnd: start.timeEnd ?? time.timeEnd } : start;
  });
  return [...timed, ...alone].toSorted((a, b) => a.at - b.at);
}

/** Time stamps at the ends of paragraphs: a turn starts where the stamp before it stood, and where the speaker goes on below one, in a turn of its own. */
export function withStamps(starts: readonly Start[], stamps: readonly Stamp[]): Start[] {
  const there = new Set(starts.map((start) => start.at));
  const more = stamps.flatMap(({ next }): Start[] => (next !== null && next > starts[0]!.at && !there.has(next) ? [{ at: next, to: next, label: null, time: null, timeEnd: null, strong: false }] : []));
  let passed = 0;
  return [...starts, ...more].toSorted((a, b) => a.at - b.at).map((start) => {
    while (passed < stamps.length && stamps[passed]!.to <= start.at) passed++;
    return start.time === null && passed > 0 ? { ...start, time: stamps[passed - 1]!.time } : start;
  });
}

/**
 * Cuts the text at the starts, labels and times and what stands from `until` on left out of it. What stands before the
 * first start belongs to nobody.
 */
function cut(text: string, starts: readonly Start[], stamps: readonly Stamp[], until: number, spelling: (label: string) => string): Piece[] {
  const before = withoutBlankEdges(text, 0, starts[0]!.at);
  let [passed, label] = [0, ''];
  const turns = starts.map((start, index): Piece => {
    const end = starts[index + 1]?.at ?? until;
    if (start.label !== null) label = spelling(start.label);
    while (passed < stamps.length && stamps[passed]!.to <= start.to) passed++;
    const stamp = stamps[passed] !== undefined && stamps[passed]!.at < end ? stamps[passed]! : null;
    const body = withoutBlankEdges(text, start.to, stamp ? Math.max(stamp.at, start.to) : end);
    const after = (stamp ? text.slice(Math.max(stamp.at, start.to), stamp.to) : '') + (index === starts.length - 1 ? text.slice(until) : '');
    const lifted = text.slice(start.at, start.to).replace(/^\n+|\n+$/g, '');
    return { text: text.slice(body.start, body.end), turn: { label, time: start.time, timeEnd: start.timeEnd ?? stamp?.time ?? null, lifted, liftedAfter: after.trim() } };
  });
  return [{ text: text.slice(before.start, before.end), turn: null }, ...turns];
}

const counted = (turn: ReadTurn, order: Order, first: number): ReadTurn => {
  if (order === 'recording') return turn;
  const moved = (time: number | null) => (time === null || order === 'backwards' ? null : sinceFirst(time, first));
  return { ...turn, time: moved(turn.time), timeEnd: moved(turn.timeEnd) };
};
/** The text and turns (UTF-16 units, ms) that the starts make of a text; times of a clock are counted from the first, times that run backwards are left out. */
export function build(text: string, starts: readonly Start[], stamps: readonly Stamp[], until: number, spelling: (label: string) => string): { text: string; turns: ReadTurn[]; order: Order } {
  const end = until >= starts[0]!.to ? until : text.length;
  const said = starts.filter((start) => start.to <= end);
  const ended = stamps.map((stamp) => (stamp.next !== null && stamp.next >= end ? { ...stamp, next: null } : stamp));
  const made = compose(cut(text, withStamps(said, ended), ended, end, spelling));
  const { order, first } = orderOf(made.turns.map((turn) => turn.time));
  return { text: made.text, turns: made.turns.map((turn) => counted(turn, order, first)), order };
}
