import { z } from 'zod';
import type { ReadChoices } from './format.ts';
import { labelKey } from './labels.ts';
import { readSpeech, type Utterance } from './speech.ts';
import { readTime } from './times.ts';
import type { TurnReading } from './turns.ts';

const seconds = z.number().nullish();
/** What Whisper and WhisperX write: times in seconds. */
const segments = z.object({ segments: z.array(z.object({ start: seconds, end: seconds, text: z.string(), speaker: z.string().nullish() })) });
/** What whisper.cpp writes: times in ms. */
const transcription = z.object({ transcription: z.array(z.object({ offsets: z.object({ from: z.number(), to: z.number() }), text: z.string(), speaker: z.string().nullish() })) });

interface Segment { readonly time: number | null; readonly timeEnd: number | null; readonly text: string; readonly speaker: string }

/** The segments of a speech recogniser's JSON; null for any other JSON or text. */
export function parseSegments(text: string): Segment[] | null {
  if (!/^\s*\{/.test(text)) return null;
  let json: unknown;
  try { json = JSON.parse(text); } catch { return null; }
  const ms = (time: number | null | undefined) => (time === null || time === undefined ? null : Math.round(time * 1000));
  const whisper = segments.safeParse(json);
  if (whisper.success) return whisper.data.segments.map(({ start, end, text: said, speaker }) => ({ time: ms(start), timeEnd: ms(end), text: said, speaker: speaker ?? '' }));
  const cpp = transcription.safeParse(json);
  return cpp.success ? cpp.data.transcription.map(({ offsets, text: said, speaker }) => ({ time: offsets.from, timeEnd: offsets.to, text: said, speaker: speaker ?? '' })) : null;
}

const columns = { start: ['start', 'in', 'start time', 'timestamp'], end: ['end', 'out', 'end time'], speaker: ['speaker', 'name'], text: ['text', 'transcript', 'content'] };
/** A whole number is ms, one with a point seconds, anything else a time as people write it. */
const timeOf = (cell = ''): number | null =>
  /^\s*\d+\s*$/.test(cell) ? Number(cell) : /^\s*\d+\.\d+\s*$/.test(cell) ? Math.round(Number(cell) * 1000) : readTime(cell, true);
/** The rows of a table with tabs whose first row names its columns (start, end, speaker, text); times are ms, or written out. null for any other text. */
export function parseTable(text: string): Segment[] | null {
  const header = (/^[^\n]{0,400}/.exec(text)?.[0] ?? '').split('\t').map((cell) => cell.trim().toLowerCase());
  const at = (names: readonly string[]) => header.findIndex((cell) => names.includes(cell));
  const [start, end, speaker, said] = [at(columns.start), at(columns.end), at(columns.speaker), at(columns.text)];
  if (start < 0 || said < 0) return null;
  return text.split('\n').slice(1).filter((line) => line.trim() !== '').map((line) => {
    const cells = line.split('\t');
    return { time: timeOf(cells[start]), timeEnd: end < 0 ? null : timeOf(cells[end]), speaker: speaker < 0 ? '' : cells[speaker]?.trim() ?? '', text: cells.slice(said).join('\t') };
  });
}

/** Turns of recognised speech: what one speaker says on end is one turn; a segment without a speaker goes on with the one before. */
export function readSegments(found: readonly Segment[], choices: ReadChoices): TurnReading {
  const refused = (choices.notSpeakers ?? []).map(labelKey);
  const heard = found.some(({ speaker }) => speaker !== '');
  const without = choices.pattern === 'none' || !heard;
  const utterances = found.filter(({ text }) => text.trim() !== '').map(({ text, time, timeEnd, speaker }): Utterance => {
    const label = without || speaker === '' || refused.includes(labelKey(speaker)) ? null : speaker;
    return { label, text: text.trim().replace(/\s*\n\s*/g, ' '), time, timeEnd, lifted: label ?? '' };
  });
  const counts = Map.groupBy(found.filter(({ speaker }) => speaker !== '' && (without || refused.includes(labelKey(speaker)))), ({ speaker }) => speaker);
  return readSpeech(utterances, without ? 'none' : 'table', heard ? ['table', 'none'] : ['none'], [...counts].map(([label, each]) => ({ label, turns: each.length })));
}
