/**
 * A text with its compatibility forms written out (NFKC), as search looks through it: ﬁ as fi, ㎏ as kg, ½ as 1⁄2, … as three
 * points. Full-width ASCII stays as it is (Chinese is full of it, and the expression itself knows it), and so does white space.
 */
export interface Folded {
  readonly text: string;
  /** For each form that was written out: where it begins in the folded text, how long it is there, where it stands in the text, and how long. */
  readonly at: readonly number[]; readonly length: readonly number[]; readonly from: readonly number[]; readonly taken: readonly number[];
}

/** Code points that NFKC writes out, as ranges (hexadecimal); those between that are not assigned yet are counted in. A test holds them to NFKC. */
const ranges = `
  aa b2-b3 b5 b9-ba bc-be 132-133 13f-140 149 17f 1c4-1cc 1f1-1f3 2b0-2b8 2e0-2e4 3d0-3d6 3f0-3f2 3f4-3f5 3f9 587 675-678 e33 eb3 edc-edd f0c f77 f79
  10fc 1d2c-1d2e 1d30-1d3a 1d3c-1d4d 1d4f-1d6a 1d78 1d9b-1dbf 1e9a-1e9b 2024-2026 2033-2034 2036-2037 203c 2047-2049 2057 2070-209c 20a8 2100-2103
  2105-2107 2109-2113 2115-2116 2119-211d 2120-2122 2124 2128 212c-212d 212f-2131 2133-2139 213b-2140 2145-2149 2150-217f 2189 222c-222d 222f-2230
  2460-24ea 2a0c 2a74-2a76 2c7c-2c7d 2d6f 2e9f 2ef3-2fd5 3036 3038-303a 309f 30ff 3131-318e 3192-319f 3200-3247 3250-327e 3280-33ff a69c-a69d a770
  a7f1-a7f4 a7f8-a7f9 ab5c-ab5f ab69 fb00-fb17 fb20-fb29 fb4f-fbb1 fbd3-fc5d fc64-fd3d fd50-fd8f fd92-fdc7 fdf0-fdfc fe10-fe19 fe30-fe44 fe47-fe48
  fe4d-fe6b fe71 fe77 fe79 fe7b fe7d fe7f-fefc ff5f-ffe2 ffe4-ffee 10781-107ba 1ccd6-1ccf9 1d400-1d7ff 1e030-1e06d 1ee00-1eebb 1f100-1f10a 1f110-1f12e
  1f130-1f14f 1f16a-1f16c 1f190 1f200-1f251 1fbf0-1fbf9`;
const bounds = ranges.trim().split(/\s+/).map((range) => range.split('-').map((point) => Number.parseInt(point, 16))).map(([first, last]) => [first!, last ?? first!] as const);
const forms = new RegExp(`[${bounds.map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`).join('')}]`, 'gu');
/** By UTF-16 unit: whether a form is or may begin there. */
const beginning = new Uint8Array(0x10000);
for (const [first, last] of bounds) for (let point = first; point <= last; point++) beginning[String.fromCodePoint(point).charCodeAt(0)] = 1;
/**
 * A text is looked through as pairs of units in memory of its own, eight units at a time while they are ASCII: an expression takes
 * ten times as long, asking the string for one unit after the other four times, and most texts hold no form at all.
 */
const scratch = Buffer.alloc(1 << 17);
const units = new Uint16Array(scratch.buffer, scratch.byteOffset, scratch.length / 2);
const pairs = new Uint32Array(scratch.buffer, scratch.byteOffset, scratch.length / 4);
const beyondAscii = 0xff80ff80;
function mayHold(text: string): boolean {
  for (let from = 0; from < text.length; from += units.length) {
    const length = scratch.write(from === 0 && text.length <= units.length ? text : text.slice(from, from + units.length), 'utf16le') / 2;
    for (let at = 0; at < length; at += 8) {
      const pair = at / 2;
      if (at + 8 <= length && ((pairs[pair]! | pairs[pair + 1]! | pairs[pair + 2]! | pairs[pair + 3]!) & beyondAscii) === 0) continue;
      for (let unit = at; unit < Math.min(at + 8, length); unit++) if (beginning[units[unit]!] === 1) return true;
    }
  }
  return false;
}

/** The text folded; null where there is nothing to write out, as in most texts. */
export function fold(text: string): Folded | null {
  if (!mayHold(text)) return null;
  const folded: { -readonly [K in Exclude<keyof Folded, 'text'>]: number[] } = { at: [], length: [], from: [], taken: [] };
  let written = '';
  let end = 0;
  for (const { 0: form, index } of text.matchAll(forms)) {
    written += text.slice(end, index);
    const plain = form.normalize('NFKC');
    folded.at.push(written.length);
    folded.length.push(plain.length);
    folded.from.push(index);
    folded.taken.push(form.length);
    written += plain;
    end = index + form.length;
  }
  return end === 0 ? null : { text: written + text.slice(end), ...folded };
}

/** How many forms begin at or before an offset of the folded text. */
function formsUpTo(at: readonly number[], offset: number): number {
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Spans of the folded text (start, end, start, end …, ascending) as spans of the text itself: one that begins or ends within a form
 * takes all of it; of those that would overlap, the first stays. Law: each holds what was found, folded, and nothing smaller does.
 */
export function unfold({ at, length, from, taken }: Folded, places: readonly number[]): number[] {
  const spans: number[] = [];
  const outside = (offset: number, isEnd: boolean): number => {
    const form = formsUpTo(at, isEnd ? offset - 1 : offset) - 1;
    if (form < 0) return offset;
    const within = (isEnd ? offset - 1 : offset) - at[form]!;
    if (within < length[form]!) return isEnd ? from[form]! + taken[form]! : from[form]!;
    return from[form]! + taken[form]! + (offset - at[form]! - length[form]!);
  };
  for (let place = 0; place < places.length; place += 2) {
    const [start, end] = [outside(places[place]!, false), outside(places[place + 1]!, true)];
    if (spans.length === 0 || start >= spans.at(-1)!) spans.push(start, end);
  }
  return spans;
}
