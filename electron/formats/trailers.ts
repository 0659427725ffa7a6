import type { Line } from './lines.ts';
import type { PatternId } from './patterns.ts';

/** Last lines that programs add, by the pattern of the programs that do. */
const trailers: Partial<Record<PatternId, RegExp>> = {
  'name-time': /^\s*(?:Transcribed by https:\/\/otter\.ai\/?|(?:以上)?内容由\s*AI\s*生成[^\n]{0,20}|[^\n]{1,60} stopped transcription)\s*$/i,
  'name-colon': /^\s*(?:(?:Meeting|Transcription) ended after \d[^\n]{0,20}|This editable transcript was computer generated[^\n]{0,120}|(?:以上)?内容由\s*AI\s*生成[^\n]{0,20})\s*$/i,
};

/** The offset from which a text is a program's last lines, or its length. Lines of a pattern whose programs write none always stay. */
export function trailerStart(text: string, lines: readonly Line[], pattern: PatternId): number {
  let from = text.length;
  for (let index = lines.length - 1; index > 0 && trailers[pattern]?.test(lines[index]!.text); index--) from = lines[index]!.at;
  return from;
}
