import { extname } from 'node:path';
import { Problem } from '../../shared/model/problem.ts';
import type { IncomingFile } from '../ops/operation.ts';
import type { ReadChoices, Reading, TranscriptFormat } from './format.ts';
import { checkSize } from './limits.ts';
import { markdown } from './markdown.ts';
import { plain } from './plain.ts';

/** Every kind of file that interviews come in. */
export const transcriptFormats: readonly TranscriptFormat[] = [plain, markdown];

const extensionOf = (name: string) => extname(name).slice(1).toLowerCase();

/** Reads a transcript, whatever it is; a Problem that names the file where it cannot be read. */
export async function readTranscript(file: IncomingFile, choices: ReadChoices = {}): Promise<Reading> {
  checkSize(file.name, file.bytes.length);
  if (file.bytes.length === 0) throw new Problem('empty-file', { file: file.name });
  const format = transcriptFormats.find(({ extensions }) => extensions.includes(extensionOf(file.name)));
  if (!format) throw new Problem('unknown-format', { file: file.name });
  return format.read(file, choices);
}
