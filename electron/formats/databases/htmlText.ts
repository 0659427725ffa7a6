const token = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9]*)\b[^>]*>|[^<]+|</gi;
const blocks = new Set(['p', 'div', 'li', 'ul', 'ol', 'br', 'tr', 'table', 'blockquote', 'pre', 'hr', 'section', 'article', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dd', 'dt']);
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const decoded = (text: string): string => text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
  const point = hex === undefined ? (decimal === undefined ? null : Number(decimal)) : Number.parseInt(hex, 16);
  return point === null ? named[name!.toLowerCase()] ?? whole : point > 0 && point < 0x110000 ? String.fromCodePoint(point) : whole;
});
const bytesOf = (unit: number): number => (unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit < 0xe000 ? 2 : 3);

export interface HtmlText {
  readonly text: string;
  /** Where the byte of the text stands in it that Taguette counts: UTF-8, of what is no tag. Null beyond its end. */
  at(byte: number): number | null;
}
/** The words of HTML, a line a paragraph: line ends that only its tags make are not counted. */
export function htmlText(html: string): HtmlText {
  const parts: string[] = [];
  let [length, bytes, last, ends] = [0, 0, '\n', false];
  /** Where each stretch begins, in bytes and in units. */
  const stretches: { byte: number; unit: number; text: string }[] = [];
  for (const [whole, , tag] of html.matchAll(token)) {
    if (tag !== undefined || whole.startsWith('<!--')) {
      if (tag !== undefined && blocks.has(tag.toLowerCase())) ends = true;
      continue;
    }
    const text = decoded(whole).replaceAll('\r\n', '\n');
    // Blanks in front of everything are no part of a page.
    const kept = bytes === 0 ? text.replace(/^[ \t\n\r\f]+/, '') : text;
    if (kept === '') continue;
    if (ends && last !== '\n' && !kept.startsWith('\n')) { parts.push('\n'); length++; }
    ends = false;
    stretches.push({ byte: bytes, unit: length, text: kept });
    parts.push(kept);
    length += kept.length;
    for (let at = 0; at < kept.length; at++) bytes += bytesOf(kept.charCodeAt(at));
    last = kept.at(-1)!;
  }
  return {
    text: parts.join(''),
    at(byte) {
      if (byte < 0 || byte > bytes) return null;
      let [low, high] = [0, stretches.length - 1];
      while (low < high) { const middle = (low + high + 1) >> 1; if (stretches[middle]!.byte <= byte) low = middle; else high = middle - 1; }
      const found = stretches[low];
      if (!found) return byte === 0 ? 0 : null;
      let [at, left] = [0, byte - found.byte];
      while (left > 0 && at < found.text.length) { left -= bytesOf(found.text.charCodeAt(at)); at++; }
      return left < 0 ? null : found.unit + at;
    },
  };
}
