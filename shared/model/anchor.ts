import type { Span } from './span.ts';

/** Forms that differ between programs without saying anything else: quotation marks, dashes, full-width letters, kinds of space. */
const loosened: Readonly<Record<string, string>> = {
  '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '「': '"', '」': '"', '‘': "'", '’': "'", '‚': "'", '–': '-', '—': '-', '‑': '-', '−': '-', '…': '...', '\u00AD': '',
};

/** A text made comparable, and for each of its units the offset (UTF-16) in the text that it came from. */
function loosen(text: string): { plain: string; from: number[] } {
  let plain = '';
  const from: number[] = [];
  let at = 0;
  for (const character of text) {
    const loose = /\s/u.test(character) ? ' ' : (loosened[character] ?? character.normalize('NFKC').toLowerCase());
    if (!(loose === ' ' && plain.endsWith(' '))) {
      plain += loose;
      for (let unit = 0; unit < loose.length; unit++) from.push(at);
    }
    at += character.length;
  }
  from.push(at);
  return { plain, from };
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
  const { plain, from } = loosen(text);
  const loose = loosen(wanted).plain.trim();
  const at = loose === '' ? -1 : plain.indexOf(loose);
  if (at < 0) return null;
  const last = from[at + loose.length - 1]!;
  return { start: from[at]!, end: last + (/\s/u.test(text[last]!) ? 1 : String.fromCodePoint(text.codePointAt(last)!).length), places: count(plain, loose) };
}
