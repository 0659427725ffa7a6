import { normaliseName } from './text.ts';

/** Names that Windows keeps for its devices, whatever their ending. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
/** Bytes of UTF-8; leaves room for a number, an ending and what SQLite puts behind. */
const longest = 120;

/**
 * A person's words as the name of a file without its ending, as every system takes it: without separators, without a point or a
 * space at its ends, cut between characters where it is too long. `otherwise` where nothing is left of it.
 */
export function fileStem(words: string, otherwise: string): string {
  const plain = normaliseName(words).toWellFormed().replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').replace(/ {2,}/g, ' ').replace(/^[. ]+/, '');
  let stem = '';
  let bytes = 0;
  for (const character of plain) {
    const point = character.codePointAt(0)!;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (bytes > longest) break;
    stem += character;
  }
  const trimmed = stem.replace(/[. ]+$/, '');
  return trimmed === '' ? otherwise : devices.test(trimmed) ? `${trimmed} ${otherwise}` : trimmed;
}
