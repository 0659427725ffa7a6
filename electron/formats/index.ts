import { extname } from 'node:path';
import { Problem } from '../../shared/model/problem.ts';
import type { IncomingFile } from '../ops/operation.ts';
import { readTextFile, textFormat } from './contents.ts';
import { docx } from './docx.ts';
import type { ReadChoices, Reading, TranscriptFormat } from './format.ts';
import { checkSize } from './limits.ts';
import { compoundProblem, isArchive, isCompound } from './signature.ts';

/** What speech recognition writes. Any other JSON is not for reading. */
const recognised: TranscriptFormat = {
  id: 'recognised', extensions: ['json'],
  async read(file, choices) {
    const reading = readTextFile('json', file, choices);
    if (reading.format === 'json') throw new Problem('unknown-format', { file: file.name });
    return reading;
  },
};
/**
 * Every kind of file that interviews come in. Markdown is read as it is written: headings and emphasis stay in the text,
 * but for emphasis around a speaker's label.
 */
export const transcriptFormats: readonly TranscriptFormat[] = [
  docx, textFormat('text', 'txt', 'text', 'tsv'), textFormat('markdown', 'md', 'markdown'), textFormat('subtitles', 'vtt', 'srt'), recognised,
];

const looksLikePdf = ({ bytes }: IncomingFile) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
const looksLikeRtf = ({ bytes }: IncomingFile) => Buffer.from(bytes.subarray(0, 5)).equals(Buffer.from('{\\rtf'));

const otherArchives = ['odt', 'xlsx', 'pptx', 'epub', 'zip', 'pages', 'qdpx'];
function formatOf(file: IncomingFile): TranscriptFormat {
  const extension = extname(file.name).slice(1).toLowerCase();
  const format = isArchive(file) && !otherArchives.includes(extension) ? docx : transcriptFormats.find(({ extensions }) => extensions.includes(/^[a-z]\w{0,9}$/.test(extension) ? extension : 'txt'));
  if (!format || looksLikePdf(file) || looksLikeRtf(file)) throw new Problem('unknown-format', { file: file.name });
  return format;
}
/**
 * Reads a transcript by what its bytes say it is, then by its ending; a file without an ending is text. Problems name the
 * file: `unknown-format` (.doc, .pdf, .rtf, .odt among them), and those of its format.
 */
export async function readTranscript(file: IncomingFile, choices: ReadChoices = {}): Promise<Reading> {
  checkSize(file.name, file.bytes.length);
  if (file.bytes.length === 0) throw new Problem('empty-file', { file: file.name });
  if (isCompound(file)) throw compoundProblem(file);
  const format = formatOf(file);
  const reading = await format.read(file, choices);
  if (reading.text.trim() === '') throw new Problem('nothing-inside', { file: file.name });
  return reading;
}
