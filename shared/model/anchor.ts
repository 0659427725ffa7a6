import type { Span } from './span.ts';

/** Forms that differ between programs without saying anything else: quotation marks, dashes, full-width letters, kinds of space. */
const loosened: Readonly<Record<string, string>> = {
  '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '「': '"', '」': '"', '‘': "'", '’': "'", '‚': "'", '–': '-', '—': '-', '‑': '-', '−': '-', '…': '...', '\u00AD': '',
};

/** A character with the accents behind it, or a Korean syllable written in its letters: what may stand as one or apart. */
const character = /[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?|\P{M}\p{M}*|\p{M}+/gu;
/** A text made comparable, and for each of its units the bounds (UTF-16) of the character of the text that it came from. */
function loosen(text: string): { plain: string; from: number[]; to: number[] } {
  let plain = '';
  const from: number[] = [];
  const to: number[] = [];
  for (const { 0: written, index } of text.matchAll(character)) {
    const loose = /^\s$/u.test(written) ? ' ' : (loosened[written] ?? written.normalize('NFKC').toLowerCase());
    if (loose === ' ' && plain.endsWith(' ')) continue;
    plain += loose;
    for (let unit = 0; unit < loose.length; unit++) {
      from.push(index);
      to.push(index + written.length);
    }
  }
  return { plain, from, to };
}
/** Where `part` stands in a loosened text, beginning and ending with whole characters of the text that it was made of. */
function* placesOf({ plain, from }: ReturnType<typeof loosen>, part: string): Generator<number> {
  const between = (at: number) => at === 0 || at === plain.length || from[at] !== from[at - 1];
  for (let at = plain.indexOf(part); at >= 0; at = plain.indexOf(part, at + 1)) if (between(at) && between(at + part.length)) yield at;
}

/**
 * Where a quotation stands in a text: to the letter, or else without regard to line breaks, kinds of quotation marks and case.
 * Answers with its first place and how many there are; null where there is none.
 */
export function findQuote(text: string, quote: string): (Span & { places: number }) | null {
  const wanted = quote.trim();
  if (wanted === '') return null;
  const count = (whole: string, part: string) => whole.split(part).length - 1;
  const exact = text.indexOf(wanted);
  if (exact >= 0) return { start: exact, end: exact + wanted.length, places: count(text, wanted) };
  const comparable = loosen(text);
  const loose = loosen(wanted).plain.trim();
  if (loose === '') return null;
  const places = [...placesOf(comparable, loose)];
  return places.length === 0 ? null : { start: comparable.from[places[0]!]!, end: comparable.to[places[0]! + loose.length - 1]!, places: places.length };
}
