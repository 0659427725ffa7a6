/** A half-open range [start, end) of UTF-16 units of one document's text. */
export interface Span { readonly start: number; readonly end: number }

/** A text edit: replaces `removed` at `at` (UTF-16 units) by `inserted`. */
export interface Splice { readonly at: number; readonly removed: string; readonly inserted: string }

/** A splice as the person made it: what was cut, and pasted again, takes its codings along. */
export interface TypedSplice extends Splice { readonly by?: 'cut' | 'paste' | undefined }

export const invertSplice = ({ at, removed, inserted }: Splice): Splice => ({ at, removed: inserted, inserted: removed });

/** Law: spliceText(spliceText(text, splice), invertSplice(splice)) === text. Throws where `removed` does not stand at `at`. */
export function spliceText(text: string, { at, removed, inserted }: Splice): string {
  if (!text.startsWith(removed, at) || at > text.length) throw new RangeError('the text is not what the splice removes');
  return text.slice(0, at) + inserted + text.slice(at + removed.length);
}

/**
 * Moves a span along with the text; what is typed at either edge stays outside.
 * Law: for a span that `clip` returned, shift(shift(span, splice), invertSplice(splice)) equals the span.
 */
export function shift({ start, end }: Span, { at, removed, inserted }: Splice): Span {
  const after = at + removed.length;
  const by = inserted.length - removed.length;
  return {
    start: start >= after ? start + by : start,
    end: end >= after && end > at ? end + by : end,
  };
}

/** Draws a span's edges out of the text that is about to go; null when nothing of the span would be left. */
export function clip({ start, end }: Span, { at, removed, inserted }: Splice): Span | null {
  const after = at + removed.length;
  const vanishes = inserted === '' && removed !== '';
  const swallowed = (edge: number) => (vanishes ? at <= edge && edge <= after : at < edge && edge < after);
  const clipped = { start: swallowed(start) ? after : start, end: swallowed(end) ? at : end };
  return clipped.start < clipped.end ? clipped : null;
}

const isHigh = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xd800;
const isLow = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
/** True where `at` would cut a surrogate pair of the text in two. */
export const splitsPair = (text: string, at: number): boolean => at > 0 && at < text.length && isHigh(text, at - 1) && isLow(text, at);

/**
 * The one splice that turns `before` into `after`, or null when they are equal. It never cuts a surrogate pair.
 * Among equal answers (typing an "a" into "aaa") it takes the one that ends at `caret`, the caret's place in `after`.
 */
export function diffText(before: string, after: string, caret = -1): Splice | null {
  if (before === after) return null;
  const limit = Math.min(before.length, after.length);
  let head = 0;
  while (head < limit && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < limit - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  let removed = before.length - head - tail;
  let inserted = after.length - head - tail;
  const wanted = caret - inserted;
  if (caret >= 0 && (removed === 0 || inserted === 0) && wanted >= 0 && wanted < head
    && before.slice(wanted + removed, head + removed) === after.slice(wanted + inserted, head + inserted)) head = wanted;
  if (splitsPair(before, head) || splitsPair(after, head)) { head--; removed++; inserted++; }
  if (splitsPair(before, head + removed) || splitsPair(after, head + inserted)) { removed++; inserted++; }
  return { at: head, removed: before.slice(head, head + removed), inserted: after.slice(head, head + inserted) };
}
