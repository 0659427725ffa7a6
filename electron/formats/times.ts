/** A time as transcripts write it: mm:ss, h:mm:ss, with a fraction or frames behind; minutes may pass 59 where there are no hours. */
export const timeSource = String.raw`(?:\d{1,3}[:：]\d{1,2}[:：]\d{2}|\d{1,3}[:：]\d{2})(?:[.,;:：]\d{1,3})?(?![:：]?\d)`;
const looseTime = String.raw`(?:\d{1,3}[:：]){1,2}\d{1,2}(?:[.,;:：]\d{1,3}|-\d)?|(?:\d{1,3}\.){1,2}\d{2}`;
/** A time in brackets of any kind, where points may stand for colons: [00:01:02], (1:02), {00:05:00.12}, #00:01:02-3#, [12.34]. */
export const bracketedTime = String.raw`[\[(（{<【〔#]\s*(?:${looseTime})\s*[\])）}>】〕#]`;
/** From one time to another, with an arrow or a dash. */
export const rangeSource = String.raw`\d{1,3}[:：][\d:：.,]{2,12}\s*(?:-->|->|→|[-–—~～])\s*\d{1,3}[:：][\d:：.,]{2,12}`;

const colons = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:([.,;:-])(\d{1,3}))?$/;
const points = /^(?:(\d{1,3})\.)?(\d{1,3})\.(\d{2})$/;
const framesInSecond = 30;

/** A time in ms, brackets around it ignored; null where it is none (61 seconds, 70 minutes past an hour). `frames`: two digits behind the seconds count frames. */
export function readTime(written: string, frames = false): number | null {
  const plain = written.normalize('NFKC').replace(/^[\s[({<【〔#]+|[\s\])}>】〕#]+$/g, '');
  const match = colons.exec(plain) ?? points.exec(plain);
  if (!match) return null;
  const [, hours, minutes, seconds, sign, fraction = ''] = match;
  if (Number(seconds) > 59 || hours !== undefined && Number(minutes) > 59) return null;
  const whole = (Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  const inFrames = sign === ':' || sign === ';' || frames && fraction.length === 2;
  return whole + Math.round(inFrames ? Number(fraction) * 1000 / framesInSecond : Number(`0.${fraction || 0}`) * 1000);
}
/** Both ends of a range in ms. */
export function readRange(written: string): readonly [number | null, number | null] {
  const [from = '', to = ''] = written.split(/\s*(?:-->|->|→|[-–—~～])\s*/);
  return [readTime(from), readTime(to)];
}
/** Whether a text's bracketed times end in frames (InqScribe), not in hundredths: all of them stay below a second's frames. */
export function countsFrames(text: string): boolean {
  const ends = [...text.matchAll(/[[({<]\d{1,2}:\d{2}:\d{2}\.(\d{2})[\])}>]/g)].map((match) => Number(match[1]));
  return ends.length > 0 && ends.every((end) => end < framesInSecond);
}

const tolerance = 2000;
const halfDay = 12 * 3_600_000;
/** A recording does not start this far in: such times are the clock's. */
const firstClock = 6 * 3_600_000;
export type Order = 'recording' | 'clock' | 'backwards';
/**
 * How times (ms, null where there is none) run: as a recording's, as a clock's (to be counted from `first`), or too
 * often backwards to mean anything. A second recording in the same file may start over.
 */
export function orderOf(times: readonly (number | null)[]): { order: Order; first: number } {
  const known = times.filter((time) => time !== null);
  const backwards = known.filter((time, index) => index > 0 && time < known[index - 1]! - tolerance && known[index - 1]! - time < halfDay).length;
  if (backwards > 1 && backwards > known.length * 0.05) return { order: 'backwards', first: 0 };
  return { order: (known[0] ?? 0) >= firstClock ? 'clock' : 'recording', first: known[0] ?? 0 };
}
/** A clock's time counted from the first; past midnight the day goes on. */
export const sinceFirst = (time: number, first: number): number => (time < first - halfDay ? time + 2 * halfDay - first : Math.max(0, time - first));
