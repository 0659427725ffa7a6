import type { Reading, ReadChoices, TranscriptFormat } from './format.ts';
import { decodeText } from './text.ts';
import { readTurns } from './turns.ts';
import type { IncomingFile } from '../ops/operation.ts';

/** A text file of any kind as a transcript. */
export function readPlain(format: string, file: IncomingFile, choices: ReadChoices): Reading {
  const { text, encoding, sure, notes } = decodeText(file, choices.encoding);
  const turns = readTurns(text, choices);
  return { format, encoding, sure, ...turns, notes: [...notes, ...turns.notes] };
}
export const plain: TranscriptFormat = { id: 'text', extensions: ['txt', 'text', 'log'], read: async (file, choices) => readPlain('text', file, choices) };
