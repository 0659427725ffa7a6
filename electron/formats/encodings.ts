import { analyse } from 'chardet';

/** The encodings that a person can choose, by the names they are known by, and what the platform's decoder calls them. */
const decoders = {
  'UTF-8': 'utf-8', 'UTF-16 LE': 'utf-16le', 'UTF-16 BE': 'utf-16be',
  'GB18030': 'gb18030', 'Big5': 'big5', 'Shift_JIS': 'shift_jis', 'EUC-JP': 'euc-jp', 'EUC-KR': 'euc-kr',
  'Windows-1252': 'windows-1252', 'Windows-1250': 'windows-1250', 'Windows-1251': 'windows-1251', 'Windows-1253': 'windows-1253',
  'Windows-1254': 'windows-1254', 'Windows-1255': 'windows-1255', 'Windows-1256': 'windows-1256', 'Windows-1257': 'windows-1257',
  'Windows-1258': 'windows-1258', 'Windows-874': 'windows-874', 'KOI8-R': 'koi8-r', 'Macintosh': 'macintosh',
} as const;
export type Encoding = keyof typeof decoders;
export const encodings = Object.keys(decoders) as Encoding[];
export const isEncoding = (name: string): name is Encoding => Object.hasOwn(decoders, name);

/** The bytes as text, a BOM left out; null where they are not valid in this encoding. */
export function decodeStrict(bytes: Uint8Array, encoding: Encoding): string | null {
  try { return new TextDecoder(decoders[encoding], { fatal: true }).decode(bytes); } catch { return null; }
}
/** The bytes as text, with U+FFFD for what is not valid. */
export const decodeLoose = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(decoders[encoding]).decode(bytes);

/** What chardet's names are here; the ISO sets are parts of the Windows ones that files really use. */
const found: Readonly<Record<string, Encoding>> = {
  'GB18030': 'GB18030', 'Big5': 'Big5', 'Shift_JIS': 'Shift_JIS', 'EUC-JP': 'EUC-JP', 'EUC-KR': 'EUC-KR',
  'ISO-8859-1': 'Windows-1252', 'windows-1252': 'Windows-1252', 'ISO-8859-2': 'Windows-1250', 'windows-1250': 'Windows-1250', 'windows-1251': 'Windows-1251',
  'ISO-8859-7': 'Windows-1253', 'windows-1253': 'Windows-1253', 'ISO-8859-9': 'Windows-1254', 'windows-1254': 'Windows-1254', 'ISO-8859-8': 'Windows-1255', 'windows-1255': 'Windows-1255',
  'windows-1256': 'Windows-1256', 'windows-1257': 'Windows-1257', 'KOI8-R': 'KOI8-R',
};
const sampleSize = 64 * 1024;
/** Bytes from shortly before the first that is not ASCII: only there do encodings differ. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  return bytes.subarray(Math.max(0, first - 200), Math.max(0, first - 200) + sampleSize);
}

/** Share of the bytes above ASCII that make the commonest Chinese characters and punctuation of GB2312. */
function commonChinese(bytes: Uint8Array): number {
  let [high, common] = [0, 0];
  for (let index = 0; index < bytes.length; index++) {
    if (bytes[index]! <= 0x7f) continue;
    const [lead, trail] = [bytes[index]!, bytes[index + 1] ?? 0];
    high += 2;
    if (trail >= 0xa1 && (lead >= 0xb0 && lead <= 0xd7 || lead >= 0xa1 && lead <= 0xa3)) common += 2;
    index++;
  }
  return high === 0 ? 0 : common / high;
}

export interface Guess { readonly encoding: Encoding; readonly sure: boolean }
/**
 * Encodings that bytes which are no Unicode may be in, likeliest first. Statistics fail on a few characters; there,
 * text that is all common Chinese is taken for that. Strict decoding alone cannot tell: nearly anything is valid GB18030.
 */
export function guessEncodings(bytes: Uint8Array): Guess[] {
  const sample = sampleOf(bytes);
  const matches = analyse(sample).filter(({ name }) => Object.hasOwn(found, name));
  const best = matches[0]?.confidence ?? 0;
  const guesses = matches.map(({ name, confidence }, index): Guess => ({ encoding: found[name]!, sure: index === 0 && confidence >= 90 && (matches[1]?.confidence ?? 0) <= 65 }));
  if (best < 40 && commonChinese(sample) > 0.9) guesses.unshift({ encoding: 'GB18030', sure: false });
  return [...guesses, { encoding: 'GB18030', sure: false }, { encoding: 'Windows-1252', sure: false }];
}
