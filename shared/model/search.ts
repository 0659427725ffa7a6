/** What is looked for in texts. */
export interface Sought {
  /** As typed: words or a phrase, or with `regex` an expression of JavaScript's. Never empty. */
  readonly text: string;
  readonly regex: boolean;
  /** Only where no letter or digit goes on at either end. Chinese and Japanese are written without gaps: there any word counts as whole. */
  readonly wholeWord: boolean;
  readonly matchCase: boolean;
}

/** A letter or digit of a script that puts gaps between words. */
const letter = '(?:(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}])[\\p{L}\\p{N}\\p{M}])';
const edge = `(?:(?<!${letter})|(?!${letter}))`;

/** Signs that are typed alike, or mean the same in another convention: quotation marks (also the corner brackets of traditional Chinese), hyphens, the dots within foreign names, tildes. Each is one unit (UTF-16) long. */
const alike = [`'‘’『』`, '"“”「」〝〞', '-‐‑', '·・‧•', '~〜'];
const inClass = (character: string) => (/[\\\]^-]/.test(character) ? `\\${character}` : character);
const alone = (character: string) => (/[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character);

/** A character, in full width or not: both are one unit (UTF-16) long, so offsets hold. */
function literal(character: string): string {
  const point = character.codePointAt(0)!;
  const narrow = point >= 0xff01 && point <= 0xff5e ? String.fromCodePoint(point - 0xfee0) : character;
  const kin = Array.from(alike.find((signs) => signs.includes(narrow)) ?? narrow).flatMap((each) => {
    const unit = each.codePointAt(0)!;
    return unit > 0x20 && unit < 0x7f ? [each, String.fromCodePoint(unit + 0xfee0)] : [each];
  });
  return kin.length === 1 ? alone(kin[0]!) : `[${kin.map(inClass).join('')}]`;
}

/** An expression as source and flags of a RegExp. `length`: each of its matches is so many UTF-16 units long; left out where they differ. */
export interface Expression { readonly source: string; readonly flags: string; readonly length?: number | undefined }

/**
 * The expression that finds what is sought. What is not a regular expression finds itself
 * composed or decomposed (é), in full or half width, in a text whose compatibility forms were written out (`fold`), and with any white space between its words; case counts only with
 * `matchCase`. The source of a regular expression is the person's own, and may be none that can be read.
 * Law: without those freedoms its matches are those of indexOf, one behind the other.
 */
export function expressionOf({ text, regex, wholeWord, matchCase }: Sought): Expression {
  const forms = [...new Set([text, text.normalize('NFC'), text.normalize('NFD'), text.normalize('NFKC')])];
  const phrase = (words: string) => (words.trim() === '' ? `[${inClass(words[0]!)}\u3000]` : words.trim().split(/\s+/).map((word) => Array.from(word, literal).join('')).join('\\s+'));
  const source = regex ? text : forms.map(phrase).join('|');
  const words = text.trim() || ' ';
  return { length: regex || forms.length > 1 || /\s./.test(words) ? undefined : words.length, source: wholeWord ? `${edge}(?:${source})${edge}` : source, flags: `gmu${matchCase ? '' : 'i'}` };
}
