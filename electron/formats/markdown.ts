import type { TranscriptFormat } from './format.ts';
import { readPlain } from './plain.ts';

/** Markdown is read as it is written: headings and emphasis stay in the text, but for emphasis around a speaker's label (`**Ana:**`). */
export const markdown: TranscriptFormat = { id: 'markdown', extensions: ['md', 'markdown'], read: async (file, choices) => readPlain('markdown', file, choices) };
