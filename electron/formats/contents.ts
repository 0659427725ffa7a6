import { looksLikeCues } from './cues.ts';
import type { Reading, ReadChoices, TranscriptFormat } from './format.ts';
import { readCues } from './subtitles.ts';
import { decodeText } from './text.ts';
import { readTurns, type TurnReading } from './turns.ts';
import { parseSegments, parseTable, readSegments } from './whisper.ts';
import type { IncomingFile } from '../ops/operation.ts';

/** What text (LF only) holds, whatever its file is called: recognised speech, subtitles, or a transcript as people write it. */
export function readContents(text: string, choices: ReadChoices): TurnReading & { readonly format: string | null } {
  const segments = parseSegments(text) ?? parseTable(text);
  if (segments !== null && segments.length > 0) return { format: 'recognised', ...readSegments(segments, choices) };
  if (looksLikeCues(text)) return { format: 'subtitles', ...readCues(text, choices) };
  return { format: null, ...readTurns(text, choices) };
}

/** A text file as a transcript; `format` is what it is where its contents say nothing else. */
export function readTextFile(format: string, file: IncomingFile, choices: ReadChoices): Reading {
  const { text, encoding, sure, notes } = decodeText(file, choices.encoding);
  const found = readContents(text, choices);
  return { ...found, format: found.format ?? format, encoding, sure, notes: [...notes, ...found.notes] };
}
export const textFormat = (id: string, ...extensions: readonly string[]): TranscriptFormat => ({ id, extensions, read: async (file, choices) => readTextFile(id, file, choices) });
