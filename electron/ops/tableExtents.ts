import type { Count } from '../../shared/model/table.ts';
import type { Reader } from './operation.ts';
import type { Ground } from './queryGround.ts';
import { countBelow } from './queryPlaces.ts';
import { textsOf, wordsOf } from './searchSources.ts';
import type { Counter } from './tableCounts.ts';
import type { Share } from './tableSpace.ts';
import { turnColumns } from './turnColumns.ts';

type Extent = Extract<Count, 'words' | 'characters' | 'duration'>;
interface Timed { readonly start: number; readonly end: number; readonly time: number | null; readonly timeEnd: number | null }

/** Text of each cell, gathered for one document after the other as spans [start, end) and measured without what is said twice. */
export function extentCounter(project: Reader, ground: Ground, count: Extent, cells: number): Counter {
  const numbers = new Float64Array(cells);
  const gathered = new Map<number, number[]>();
  let document = 0;
  let reached: { place: number; share: Share | null; spans: readonly number[] } = { place: -1, share: null, spans: [] };
  const lastPlace = new Int32Array(cells).fill(-1);
  const lastShare: (Share | undefined)[] = [];
  const saidBy = speech(project, ground);
  function finish(): void {
    if (gathered.size === 0) return;
    const measure = measureOf(project, count, document);
    for (const [cell, spans] of gathered) numbers[cell]! += measure(merged(spans));
    gathered.clear();
  }
  return {
    visit(cell, place, share) {
      if (ground.document[place] !== document) { finish(); document = ground.document[place]!; }
      if (lastPlace[cell] === place && lastShare[cell] === share) return;
      lastPlace[cell] = place;
      lastShare[cell] = share;
      if (reached.place !== place || reached.share !== share) reached = { place, share, spans: saidBy(place, share.people) };
      let known = gathered.get(cell);
      if (!known) gathered.set(cell, (known = []));
      for (const edge of reached.spans) known.push(edge);
    },
    numbers() { finish(); return numbers; },
  };
}

/** What these people say of a passage, as spans: all of it where nobody is known to speak. */
function speech(project: Reader, ground: Ground): (place: number, people: readonly number[]) => readonly number[] {
  const turns = turnColumns(project);
  return (place, people) => {
    const [start, end] = [ground.start[place]!, ground.end[place]!];
    if (people.length === 0) return [start, end];
    const { from, to } = turns.of.get(ground.document[place]!) ?? { from: 0, to: 0 };
    const spans: number[] = [];
    let [low, high] = [from, to];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (turns.end[middle]! <= start) low = middle + 1;
      else high = middle;
    }
    for (let turn = low; turn < to && turns.start[turn]! < end; turn++)
      if (people.includes(turns.participant[turn]!)) spans.push(Math.max(start, turns.start[turn]!), Math.min(end, turns.end[turn]!));
    return spans;
  };
}
/** The same text as spans in order that do not meet. */
function merged(spans: readonly number[]): number[] {
  const starts = Array.from({ length: spans.length / 2 }, (_, index) => index * 2);
  let isOrdered = true;
  for (let index = 2; index < spans.length; index += 2) if (spans[index]! < spans[index - 2]!) { isOrdered = false; break; }
  if (!isOrdered) starts.sort((a, b) => spans[a]! - spans[b]!);
  const whole: number[] = [];
  for (const at of starts) {
    const [start, end] = [spans[at]!, spans[at + 1]!];
    if (whole.length > 0 && start <= whole.at(-1)!) whole[whole.length - 1] = Math.max(end, whole.at(-1)!);
    else whole.push(start, end);
  }
  return whole;
}

/** Measures spans of one document that are in order and do not meet. */
function measureOf(project: Reader, count: Extent, document: number): (spans: readonly number[]) => number {
  const sum = (of: (start: number, end: number) => number) => (spans: readonly number[]) => {
    let total = 0;
    for (let index = 0; index < spans.length; index += 2) total += of(spans[index]!, spans[index + 1]!);
    return total;
  };
  const between = (sorted: ArrayLike<number>) => (start: number, end: number) => countBelow(sorted, sorted.length, end) - countBelow(sorted, sorted.length, start);
  if (count === 'words') return sum(between(wordsOf(project)(document)));
  if (count === 'duration') return durationOf(project, document);
  const second = between(secondHalves(textsOf(project)(document)));
  return sum((start, end) => end - start - second(start, end));
}
/** Where second halves of surrogate pairs stand: no characters of their own. */
function secondHalves(text: string): number[] {
  const found: number[] = [];
  for (const { index } of text.matchAll(/[\uDC00-\uDFFF](?<=[\uD800-\uDBFF].)/g)) found.push(index);
  return found;
}
/** Turns take the time up to their end, or to the next turn's beginning; what is said of a turn takes that part of it, to the ms. */
function durationOf(project: Reader, document: number): (spans: readonly number[]) => number {
  const rows = project.query<Timed>('SELECT "start", "end", time, "timeEnd" FROM turns WHERE document = ? ORDER BY "start", id', document);
  const timed = rows.flatMap(({ start, end, time, timeEnd }, index) => {
    const behind = timeEnd ?? rows[index + 1]?.time ?? null;
    return start < end && time !== null && behind !== null && behind > time ? [{ start, end, takes: behind - time }] : [];
  });
  return (spans) => {
    let total = 0;
    let first = 0;
    for (const { start, end, takes } of timed) {
      while (first < spans.length && spans[first + 1]! <= start) first += 2;
      let said = 0;
      for (let at = first; at < spans.length && spans[at]! < end; at += 2) said += Math.max(0, Math.min(end, spans[at + 1]!) - Math.max(start, spans[at]!));
      if (said > 0) total += Math.round((takes * said) / (end - start));
    }
    return total;
  };
}
/** Whether any turn of the study says when it was said. */
export const isTimed = (project: Reader): boolean => project.one('SELECT 1 FROM turns WHERE time IS NOT NULL LIMIT 1') !== undefined;
