import type { Snapshot } from '../../../shared/model/snapshot.ts';
import type { XmlElement } from './xml.ts';

/** A place in a text and when it was said, ms. */
export interface Tick { readonly at: number; readonly time: number }
type Turn = Snapshot['documents'][number]['turns'][number];

/** The points of a transcript that say a time, in the order of the text. */
export function ticksOf(points: readonly XmlElement[], placeOf: (position: number) => number | null): Tick[] {
  return points.flatMap(({ attributes }): Tick[] => {
    const [position, time] = [attributes['position'], attributes['timeStamp']].map((value) => (value !== undefined && /^\s*\d{1,12}\s*$/.test(value) ? Number(value) : null));
    const at = position === null || position === undefined ? null : placeOf(position);
    return at === null || time === null || time === undefined ? [] : [{ at, time }];
  }).toSorted((a, b) => a.at - b.at);
}
/** Turns with the times of the points that stand at their beginnings: in the line where they begin, or at the end of the one before. */
export function timed(turns: readonly Turn[], ticks: readonly Tick[], text: string): Turn[] {
  let from = 0;
  return turns.map((turn) => {
    while (from < ticks.length && text.slice(ticks[from]!.at, turn.start).trim() !== '' && ticks[from]!.at < turn.start) from++;
    const tick = ticks[from];
    const line = text.indexOf('\n', turn.start);
    if (turn.time !== null || tick === undefined || tick.at > Math.min(turn.end, line < 0 ? turn.end : line)) return turn;
    return { ...turn, time: tick.time };
  });
}
