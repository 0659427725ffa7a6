import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'vitest';
import { isProblemRecord, problemRecord, Problem } from '../../shared/model/problem.ts';
import type { ReadChoices, Reading } from '../../electron/formats/format.ts';
import { readTranscript } from '../../electron/formats/index.ts';

export const fileOf = (name: string, contents: string | Uint8Array) => ({ name, bytes: typeof contents === 'string' ? new TextEncoder().encode(contents) : contents });
export const read = (contents: string | Uint8Array, choices: ReadChoices = {}, name = 'talk.txt'): Promise<Reading> => readTranscript(fileOf(name, contents), choices);

const clock = (time: number | null) => (time === null ? '' : `${Math.floor(time / 60_000)}:${String(Math.floor(time / 1000) % 60).padStart(2, '0')}${time % 1000 ? `.${String(time % 1000).padStart(3, '0')}` : ''}`);
/** A reading as tests write it: text of nobody as it is, turns as "label|text", with their times in front where there are any. */
export function shown({ text, turns }: Pick<Reading, 'text' | 'turns'>): string[] {
  const lines: string[] = [];
  let at = 0;
  const between = (end: number) => { if (end > at) lines.push(text.slice(at, end)); };
  for (const turn of turns) {
    between(turn.start - 1);
    const times = turn.time === null && turn.timeEnd === null ? '' : `[${clock(turn.time)}${turn.timeEnd === null ? '' : `-${clock(turn.timeEnd)}`}] `;
    lines.push(`${times}${turn.label}|${text.slice(turn.start, turn.end)}`);
    at = turn.end + 1;
  }
  between(text.length);
  return lines;
}
/** Turns as the law has them: in order, apart, each from 0 or behind an LF to before one or the end. */
export function expectLawful({ text, turns }: Pick<Reading, 'text' | 'turns'>): void {
  let before = -1;
  for (const { start, end } of turns) {
    expect(start).toBeGreaterThan(before);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(start === 0 || text[start - 1] === '\n').toBe(true);
    expect(end === text.length || text[end] === '\n').toBe(true);
    before = end;
  }
}
/** What is said of a file that cannot be read. */
export async function problemOf(reading: Promise<unknown>) {
  const failed = await reading.then(() => null, (error: unknown) => error);
  if (!(failed instanceof Problem)) throw failed ?? new Error('it was read');
  expect(isProblemRecord(problemRecord(failed))).toBe(true);
  return { code: failed.code, ...failed.values };
}

const shared = resolve(import.meta.dirname, '../../../shared/files');
/** A real file that stands beside the project. Where it does not, a test on it skips, and `why` goes behind the test's name. */
export function realFile(path: string) {
  const full = resolve(shared, path);
  const missing = !existsSync(full);
  return { missing, why: missing ? ` (no ${path} beside the project)` : '', bytes: () => new Uint8Array(readFileSync(full)) };
}
