import { Problem } from '../../shared/model/problem.ts';
import { normaliseLines } from '../../shared/model/text.ts';
import type { IncomingFile } from '../ops/operation.ts';
import { checkArchive } from './archive.ts';
import { compose } from './compose.ts';
import { readContents } from './contents.ts';
import type { Note, ReadChoices, Reading, TranscriptFormat } from './format.ts';
import { compoundProblem, isArchive, isCompound } from './signature.ts';
import { acceptInTables, layoutOf, piecesOf, rowsOf, tallyTables, type SpeechTable } from './tables.ts';
import { wholeText } from './text.ts';
import { labelsOf, type TurnReading } from './turns.ts';
import { readWordBody, type Block, type WordBody } from './wordtree.ts';

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
const hidden = /<w:r(?:\s[^>]*)?>\s*<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*?<w:vanish(?:\s*\/>|\s+w:val="(?:1|true|on)"\s*\/>)(?:(?!<\/w:rPr>)[\s\S])*?<\/w:rPr>\s*<w:t[ >]/g;
/** What a document holds that does not come in, or that nobody sees in Word. */
function notesOf(xml: string, { pictures, footnotes, comments, unread }: WordBody): Note[] {
  const counts: [Note['code'], number][] = [
    ['tracked-deletions', count(xml, /<w:(?:del|moveFrom)\s[^>]*[^/]>/g)], ['hidden-text', count(xml, hidden)],
    ['pictures-left-out', pictures], ['footnotes-left-out', footnotes], ['comments-left-out', comments], ['parts-left-out', unread],
  ];
  return counts.filter(([, found]) => found > 0).map(([code, found]) => ({ code, values: { count: found } }));
}

const plainBlock = (block: Block) => (block.kind === 'paragraph' ? block.text : block.rows.flat().filter((cell) => cell.trim() !== '').join('\n'));
const clean = (file: string, block: Block): Block => {
  // Zero-width marks go at the start of a document only: behind the dot every paragraph is in the middle of one.
  const whole = (text: string) => normaliseLines(`.${wholeText(file, text).text}`).slice(1);
  return block.kind === 'paragraph' ? { kind: 'paragraph', text: whole(block.text) } : { kind: 'table', rows: block.rows.map((row) => row.map(whole)) };
};
/** The tables of speech among the blocks as turns, and what stands around them as text of nobody; null where there are none to speak of. */
function readTables(blocks: readonly Block[], choices: ReadChoices): TurnReading | null {
  const tables = new Map<Block, SpeechTable>();
  for (const block of blocks) {
    const layout = block.kind === 'table' ? layoutOf(block.rows) : null;
    if (layout && block.kind === 'table') tables.set(block, { rows: block.rows, layout });
  }
  const all = [...tables.values()];
  const accepted = acceptInTables(all, choices);
  const tallies = tallyTables(all);
  const found = acceptInTables(all, {});
  const heard = [...tallies].filter(([key]) => found.has(key) || accepted.has(key)).reduce((sum, [, { turns }]) => sum + turns, 0);
  const timed = all.some(({ layout }) => layout.time >= 0 && layout.label < 0);
  if (choices.pattern === undefined && !timed && heard < rowsOf(all) * 0.5 || all.length === 0) return null;
  const { text, turns } = compose(blocks.flatMap((block) => (tables.has(block) ? piecesOf(tables.get(block)!, accepted, (key) => tallies.get(key)!.label) : [{ text: plainBlock(block), turn: null }])));
  const others = [...tallies].filter(([key]) => !accepted.has(key)).map(([, { label, turns: times }]) => ({ label, turns: times }));
  return { text, turns, labels: labelsOf(text, turns, others), pattern: 'table', patterns: ['table', 'none'], notes: accepted.size === 0 ? [{ code: 'no-speakers', values: {} }] : [] };
}

async function read(file: IncomingFile, choices: ReadChoices): Promise<Reading> {
  if (isCompound(file)) throw compoundProblem(file);
  if (!isArchive(file)) throw new Problem('damaged-file', { file: file.name });
  const parts = checkArchive(file);
  const main = [...parts].find(([name]) => /^word\/document\d*\.xml$/i.test(name))?.[1];
  // A document type declares entities; Word writes none, and a bomb needs one.
  if (main === undefined || [...parts.values()].some((part) => Buffer.from(part.subarray(0, 4096)).includes('<!DOCTYPE'))) throw new Problem('damaged-file', { file: file.name });
  const body = await readWordBody(file.bytes).catch(() => { throw new Problem('damaged-file', { file: file.name }); });
  const blocks = body.blocks.map((block) => clean(file.name, block));
  const table = choices.pattern === undefined || choices.pattern === 'table' ? readTables(blocks, choices) : null;
  const found = table ?? readContents(blocks.map(plainBlock).join('\n'), choices);
  const notes = [...notesOf(new TextDecoder().decode(main), body), ...wholeText(file.name, found.text).notes, ...found.notes];
  return { ...found, format: 'docx', encoding: 'Word', sure: true, notes };
}
/** Word: paragraphs and table cells in order, without deleted text, notes, comments and pictures. Nothing is fetched and no macro is run. */
export const docx: TranscriptFormat = { id: 'docx', extensions: ['docx', 'docm'], read };
