/** Every kind of line end becomes LF; a BOM and zero-width marks at the very start go. The result is what offsets count in. */
export const normaliseLines = (text: string): string =>
  text.replace(/^[\uFEFF\u200B\u2060]+/, '').replace(/\r\n?|[\u0085\u2028\u2029\v]/g, '\n');

// Directional overrides and other controls could make one name pass for another on the screen.
const unseen = /[\p{Cc}\u200B\u2028-\u202E\u2060\u2066-\u2069\uFEFF]+/gu;
/** A name as it is kept: NFC, on one line, single spaces, without controls that hide what it says. */
export const normaliseName = (name: string): string => name.normalize('NFC').replace(/[\t\n\r\v\f]+/g, ' ').replace(unseen, '').replace(/ {2,}/g, ' ').trim();
/** What two names are compared by: compatibility forms and case do not make them different. */
export const nameKey = (name: string): string => normaliseName(name.normalize('NFKC').toLowerCase());

const segmenters = { grapheme: new Intl.Segmenter('zh', { granularity: 'grapheme' }), word: new Intl.Segmenter('zh', { granularity: 'word' }), sentence: new Intl.Segmenter('zh', { granularity: 'sentence' }) };
/**
 * The bounds [start, end) of the grapheme, word or sentence at an offset of `text` (UTF-16 units). Good for selecting,
 * not for counting: the answer may differ between versions of ICU.
 */
export function unitAt(text: string, offset: number, unit: keyof typeof segmenters): { start: number; end: number } {
  const found = segmenters[unit].segment(text).containing(Math.min(offset, text.length - 1));
  return found ? { start: found.index, end: found.index + found.segment.length } : { start: offset, end: offset };
}

const han = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;
/** Whether the text is mostly Chinese: decides its reading face, its measure and how a screen reader speaks it. */
export function isChinese(text: string): boolean {
  const sample = text.slice(0, 4000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return letters > 0 && (sample.match(/\p{Script=Han}/gu)?.length ?? 0) > letters * 0.3;
}

/** What a sign is to words: one by itself (Chinese, Japanese), a part of one, what may join two parts, or neither. */
const [single, part, joint, neither] = [1, 2, 3, 4] as const;
const singles = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const parts = /[\p{L}\p{N}\p{M}]/u;
const wordKind = (sign: string): number => (singles.test(sign) ? single : parts.test(sign) ? part : /['’\-.]/.test(sign) ? joint : neither);
/** By UTF-16 unit, filled as units are met: asking an expression of each word takes several times as long. 0: not met yet, or half of a pair. */
const wordKinds = new Uint8Array(0x10000);
const wordKindAt = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  return wordKinds[unit] || (unit >= 0xd800 && unit < 0xe000 ? wordKind(String.fromCodePoint(text.codePointAt(at)!)) : (wordKinds[unit] = wordKind(text[at]!)));
};
/**
 * The starts (UTF-16 units, ascending) of the words of a text, counted as word processors do it: each Chinese or Japanese
 * character is one (字数), elsewhere a run of letters and digits with its inner hyphens, apostrophes and points is one.
 * The same on every machine: it asks no dictionary and no ICU.
 */
export function wordStarts(text: string): number[] {
  const starts: number[] = [];
  let within = false;
  for (let at = 0; at < text.length; at++) {
    const kind = wordKinds[text.charCodeAt(at)] || wordKindAt(text, at);
    if (kind === single || (kind === part && !within)) starts.push(at);
    within = kind === part || (within && kind === joint && at + 1 < text.length && wordKindAt(text, at + 1) === part);
    if (kind !== neither && wordKinds[text.charCodeAt(at)] === 0) at++;
  }
  return starts;
}
export const countWords = (text: string): number => wordStarts(text).length;

/** 'zh-Hans' or '' for a name or a label: Han drawn without a language would take Japanese forms. */
export const languageOf = (text: string): 'zh-Hans' | '' => (han.test(text) ? 'zh-Hans' : '');
