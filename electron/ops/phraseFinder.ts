/** Lengths (UTF-16 units) of the beginnings by which phrases are looked for: each by the longest that it has. */
const beginnings = [24, 12, 8, 4, 2, 1] as const;
/** Places in the table that says where it is worth looking closer: a power of two. */
const places = 1 << 22;
const step = 31;

/**
 * Finds which of many phrases a text holds, letter by letter, in one pass over it: the place of a beginning is reckoned on from character to character,
 * and only where some phrase begins so is it compared.
 */
export function phraseFinder(phrases: Iterable<string>): (text: string, found?: Set<string>) => Set<string> {
  const byLength = new Map<number, Map<string, string[]>>();
  for (const phrase of phrases) {
    const length = beginnings.find((each) => each <= phrase.length);
    if (length === undefined) continue;
    let heads = byLength.get(length);
    if (!heads) byLength.set(length, (heads = new Map()));
    const head = phrase.slice(0, length);
    const known = heads.get(head);
    if (known) known.push(phrase);
    else heads.set(head, [phrase]);
  }
  const looking = [...byLength].map(([length, heads]) => {
    const worth = new Uint8Array(places);
    for (const head of heads.keys()) worth[placeOf(head)] = 1;
    let last = 1;
    for (let at = 1; at < length; at++) last = Math.imul(last, step);
    return { length, heads, worth, last };
  });
  return (text, found = new Set()) => {
    for (const { length, heads, worth, last } of looking) {
      let reckoned = 0;
      for (let end = 0; end < text.length; end++) {
        if (end >= length) reckoned = (reckoned - Math.imul(text.charCodeAt(end - length), last)) | 0;
        reckoned = (Math.imul(reckoned, step) + text.charCodeAt(end)) | 0;
        if (end < length - 1 || worth[scattered(reckoned)] === 0) continue;
        const at = end - length + 1;
        for (const phrase of heads.get(text.slice(at, end + 1)) ?? []) if (!found.has(phrase) && text.startsWith(phrase, at)) found.add(phrase);
      }
    }
    return found;
  };
}
function placeOf(head: string): number {
  let reckoned = 0;
  for (let at = 0; at < head.length; at++) reckoned = (Math.imul(reckoned, step) + head.charCodeAt(at)) | 0;
  return scattered(reckoned);
}
/** Neighbours far from each other in the table. */
const scattered = (reckoned: number): number => (Math.imul(reckoned ^ (reckoned >>> 15), 0x2c1b3c6d) >>> 10) & (places - 1);
