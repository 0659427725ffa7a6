import { Problem } from '../../shared/model/problem.ts';
import { normaliseLines } from '../../shared/model/text.ts';
import type { IncomingFile } from '../ops/operation.ts';
import { decodeLoose, decodeStrict, guessEncodings, isEncoding, type Encoding } from './encodings.ts';
import type { Note } from './format.ts';
import { checkLength, checkSize } from './limits.ts';

/** A file's bytes as text: well-formed, without NUL. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** False where the encoding was guessed and should be looked at. */
  readonly sure: boolean;
  readonly notes: readonly Note[];
}

/** How many characters of the text are of a class; `pattern` matches one UTF-16 unit. */
const countOf = (text: string, pattern: RegExp) => text.length - text.replace(pattern, '').length;
const broken = /\uFFFD/g;
// Controls that no transcript holds: all but tab, line ends, form feed and NEL.
const controls = /[^\P{Cc}\t\n\v\f\r\u0085]/gu;
const looksBinary = (text: string) => countOf(text, controls) > text.length / 100;
// What UTF-16 text is made of; the same bytes read with the wrong order are not.
const ordinary = /[\t\n\r\x20-\x7e\xa0-\xff\u2010-\u2027\u3000-\u303f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]/g;

const starts = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, index) => bytes[index] === byte);
const markOf = (bytes: Uint8Array): Encoding | null =>
  starts(bytes, 0xef, 0xbb, 0xbf) ? 'UTF-8' : starts(bytes, 0xff, 0xfe) ? 'UTF-16 LE' : starts(bytes, 0xfe, 0xff) ? 'UTF-16 BE' : null;

/** UTF-16 without a BOM: every line end and every ASCII character has a zero byte, always on the same side. */
function unmarked(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 64 * 1024);
  const zeros = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (zeros < sample.length / 200) return null;
  const share = (encoding: Encoding) => {
    const text = decodeLoose(sample, encoding);
    return text.includes('\0') ? 0 : countOf(text, ordinary) / Math.max(1, text.length);
  };
  const [little, big] = [share('UTF-16 LE'), share('UTF-16 BE')];
  return Math.max(little, big) < 0.9 ? null : little >= big ? 'UTF-16 LE' : 'UTF-16 BE';
}

interface Found { readonly text: string; readonly encoding: Encoding; readonly sure: boolean }
function guess(file: IncomingFile): Found {
  for (const { encoding, sure } of guessEncodings(file.bytes)) {
    const text = decodeStrict(file.bytes, encoding);
    if (text !== null && !looksBinary(text)) return { text, encoding, sure };
  }
  throw new Problem(looksBinary(decodeLoose(file.bytes, 'Windows-1252')) ? 'not-text' : 'unknown-encoding', { file: file.name });
}
function find(file: IncomingFile): Found {
  const { bytes } = file;
  const unicode = markOf(bytes) ?? (bytes.includes(0) ? unmarked(bytes) : null);
  const utf8 = unicode === null || unicode === 'UTF-8' ? decodeStrict(bytes, 'UTF-8') : null;
  if (utf8 !== null) return { text: utf8, encoding: 'UTF-8', sure: true };
  const loose = decodeLoose(bytes, unicode ?? 'UTF-8');
  const damage = countOf(loose, broken);
  if (unicode === 'UTF-16 LE' || unicode === 'UTF-16 BE') return { text: loose, encoding: unicode, sure: markOf(bytes) !== null && damage === 0 };
  // UTF-8 that one bad byte has got into (two files joined, a cut character) is not another encoding.
  if (countOf(loose, /[^\0-\x7f\uFFFD]/g) >= 20 * damage) return { text: loose, encoding: 'UTF-8', sure: false };
  return guess(file);
}
function asChosen(file: IncomingFile, chosen: string): Found {
  if (!isEncoding(chosen)) throw new Problem('unknown-encoding', { file: file.name });
  const text = decodeLoose(file.bytes, chosen);
  if (countOf(text, broken) > text.length / 10) throw new Problem('broken-text', { file: file.name, encoding: chosen });
  return { text, encoding: chosen, sure: true };
}

/** Makes text from anywhere fit to be kept: no lone surrogates, no NUL; says what had to be replaced. */
export function wholeText(file: string, given: string): { text: string; notes: Note[] } {
  checkLength(file, given.length);
  const nul = countOf(given, /\0/g);
  const text = given.replaceAll('\0', '\u2400').toWellFormed();
  const damage = countOf(text, broken);
  const notes: Note[] = [];
  if (nul > 0) notes.push({ code: 'nul-characters', values: { count: nul } });
  if (damage > 0) notes.push({ code: 'broken-characters', values: { count: damage } });
  return { text, notes };
}

/**
 * Decodes a text file: by its BOM, else strictly as UTF-8, else as UTF-16 by its zero bytes, else by statistics and
 * strictly; or as `chosen` (a name of `encodings`). U+FFFD never comes in without a note. Line ends stay as they are.
 * Problems: `empty-file`, `too-big`, `not-text`, `unknown-encoding`, `broken-text`.
 */
export function decodeCells(file: IncomingFile, chosen?: string): Decoded {
  checkSize(file.name, file.bytes.length);
  const { text: decoded, encoding, sure } = chosen === undefined ? find(file) : asChosen(file, chosen);
  if (looksBinary(decoded)) throw new Problem('not-text', { file: file.name });
  const { text, notes } = wholeText(file.name, decoded);
  if (!/\S/.test(text)) throw new Problem('empty-file', { file: file.name });
  const guessed: Note[] = sure || notes.some((note) => note.code === 'broken-characters') ? [] : [{ code: 'encoding-guessed', values: { encoding } }];
  return { text, encoding, sure, notes: [...guessed, ...notes] };
}
/** The same for a text that becomes a document: every line end is LF. */
export function decodeText(file: IncomingFile, chosen?: string): Decoded {
  const decoded = decodeCells(file, chosen);
  return { ...decoded, text: normaliseLines(decoded.text) };
}
