import type { Span } from './span.ts';

/** Forms that differ between programs without saying anything else: quotation marks, dashes, full-width letters, kinds of space. */
const plainForms: Readonly<Record<string, string>> = {
  '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '「': '"', '」': '"', '‘': "'", '’': "'", '‚': "'", '–': '-', '—': '-', '‑': '-', '−': '-', '…': '...', '\u00AD': '',
};

/** A character with the accents behind it, or a Korean syllable written in its letters: what may stand as one or apart. */
const character = /[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?|\P{M}\p{M}*|\p{M}+/gu;
/** A text made comparable, and for each of its units the bounds (UTF-16) of the character of the text that it came from. */
function loosen(text: string): { plain: string; from: number[]; to: number[] } {
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let last = '';
  for (const { 0: written, index } of text.matchAll(character)) {
    const loose = /^\s$/u.test(written) ? ' ' : (plainForms[written] ?? written.normalize('NFKC').toLowerCase());
    if (loose === ' ' && last === ' ') continue;
    if (loose !== '') last = loose.slice(-1);
    parts.push(loose);
    for (let unit = 0; unit < loose.length; unit++) {
      from.push(index);
      to.push(index + written.length);
    }
  }
  return { plain: parts.join(''), from, to };
}
/** Where `part` stands in a loosened text, beginning and ending with whole characters of the text that it was made of. */
function* placesOf({ plain, from }: ReturnType<typeof loosen>, part: string): Generator<number> {
  const between = (at: number) => at === 0 || at === plain.length || from[at] !== from[at - 1];
  for (let at = plain.indexOf(part); at >= 0; at = plain.indexOf(part, at + 1)) if (between(at) && between(at + part.length)) yield at;
}

/** A text as it is compared: forms that say nothing else made one, blanks around it gone. */
export const comparable = (text: string): string => loosen(text).plain.trim();
/** Whether two texts say the same words: without regard to line breaks, kinds of quotation marks, dashes and spaces, and case. */
export const sameWords = (one: string, other: string): boolean => comparable(one) === comparable(other);

/**
 * Where quotations stand in a text: to the letter, or else without regard to line breaks, kinds of quotation marks and case.
 * Answers with at most `most` places, in order; the text is made comparable once, when that is needed first.
 */
export function quoteFinder(text: string): (quote: string, most: number) => Span[] {
  let loosened: ReturnType<typeof loosen> | undefined;
  return (quote, most) => {
    const wanted = quote.trim();
    const found: Span[] = [];
    if (wanted === '') return found;
    for (let at = text.indexOf(wanted); at >= 0 && found.length < most; at = text.indexOf(wanted, at + 1)) found.push({ start: at, end: at + wanted.length });
    if (found.length > 0) return found;
    const loose = comparable(wanted);
    if (loose === '') return found;
    loosened ??= loosen(text);
    for (const place of placesOf(loosened, loose)) if (found.push({ start: loosened.from[place]!, end: loosened.to[place + loose.length - 1]! }) === most) break;
    return found;
  };
}

/** Where a quotation stands in a text, as `quoteFinder` finds it. Answers with its first place and how many there are; null where there is none. */
export function findQuote(text: string, quote: string): (Span & { places: number }) | null {
  const places = quoteFinder(text)(quote, Number.POSITIVE_INFINITY);
  return places.length === 0 ? null : { ...places[0]!, places: places.length };
}
