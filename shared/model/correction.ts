import { diffChars } from 'diff';
import type { Replacement } from './alignment.ts';
import { quoteFinder, sameWords } from './anchor.ts';
import type { Span } from './span.ts';
import { unitAt } from './text.ts';

/**
 * What becomes of a passage when its text is replaced by a corrected version:
 * - `same`: the same words, to the letter, where the correction left them;
 * - `form`: the same words, but for blanks, punctuation marks of another kind, or capitals;
 * - `moved`: the same words at another place of the text;
 * - `changed`: words of it were corrected, went, or came in between;
 * - `lost`: its words are not there any more. `near` is then what stands in their place, null where nothing does.
 */
export type Fate = { readonly fate: 'same' | 'form' | 'moved' | 'changed'; readonly span: Span } | { readonly fate: 'lost'; readonly near: Span | null };

/** A passage that kept less than this share of its words is looked for elsewhere, and counts as lost where it is nowhere. */
const leastKept = 1 / 3;
/** How much text (UTF-16 units) before and behind a quotation tells its places apart, and how much of it must be the same. */
const context = 40;
const leastContext = 10;
/** Passages of so few units, old and new together, are compared by characters too, of which so large a share must be the same: one word may be all of it. */
const mostSpelled = 160;
const leastSpelled = 1 / 2;
/** What replaced a lost passage may be so much longer (UTF-16 units, beside twice its length) to be offered in its place. */
const mostNear = 200;
/** Places of one quotation that are compared. */
const mostPlaces = 200;

/** The first of what is in order for which this does not hold any more. */
function firstNot<T>(inOrder: readonly T[], holds: (each: T) => boolean): number {
  let low = 0;
  let high = inOrder.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(inOrder[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where an offset of the old text comes to stand. What is replaced around it draws it out: a start behind the new words, an end before them. */
function placesAfter(replacements: readonly Replacement[]): { start(at: number): number; end(at: number): number } {
  const behind = (at: number, { to, end }: Replacement) => at - to + end;
  // What was inserted before a passage stays outside; what replaces its first words is its beginning.
  const start = (at: number): number => {
    const near = replacements[firstNot(replacements, ({ from, to }) => from < at || (from === at && to === from)) - 1];
    return near === undefined ? at : at < near.to ? start(near.to) : behind(at, near);
  };
  const end = (at: number): number => {
    const near = replacements[firstNot(replacements, ({ from }) => from < at) - 1];
    return near === undefined ? at : at < near.to ? end(near.from) : behind(at, near);
  };
  return { start, end };
}

/** How much (UTF-16 units) of a passage was replaced by other words, and how much only by other forms of the same. */
function replacedIn(before: string, after: string, replacements: readonly Replacement[]): (passage: Span) => { words: number; forms: number } {
  const isForm = new Map<Replacement, boolean>();
  return ({ start, end }) => {
    let words = 0;
    let forms = 0;
    for (let index = firstNot(replacements, ({ to }) => to <= start); index < replacements.length && replacements[index]!.from < end; index++) {
      const each = replacements[index]!;
      const form = isForm.get(each) ?? sameWords(before.slice(each.from, each.to), after.slice(each.start, each.end));
      isForm.set(each, form);
      const units = Math.max(1, Math.min(end, each.to) - Math.max(start, each.from));
      if (form) forms += units;
      else words += units;
    }
    return { words, forms };
  };
}
/** The share (0 to 1) of a short text's characters that stand in another one too, in order. */
function likeness(one: string, other: string): number {
  const kept = diffChars(one, other).reduce((units, { added, removed, value }) => (added || removed ? units : units + value.length), 0);
  return kept / Math.max(1, one.length, other.length);
}

const sharedEnd = (one: string, other: string): number => {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one[one.length - 1 - length] === other[other.length - 1 - length]) length++;
  return length;
};
const sharedStart = (one: string, other: string): number => {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one[length] === other[length]) length++;
  return length;
};

/** Where a passage's words stand, if they stand exactly once in either text. */
function onlyPlace(before: string, after: string, { start, end }: Span): Span | null {
  const words = before.slice(start, end);
  const at = after.indexOf(words);
  const once = at >= 0 && after.indexOf(words, at + 1) < 0 && before.indexOf(words) === start && before.indexOf(words, start + 1) < 0;
  return once ? { start: at, end: at + words.length } : null;
}
/** Finds passages by their words and what stood around them; null where that is nowhere, or in several places alike. */
function finder(before: string, after: string): (passage: Span) => Span | null {
  const places = quoteFinder(after);
  return ({ start, end }) => {
    const [best, next] = places(before.slice(start, end), mostPlaces).map((place) => ({
      place, alike: sharedEnd(before.slice(Math.max(0, start - context), start), after.slice(Math.max(0, place.start - context), place.start)) + sharedStart(before.slice(end, end + context), after.slice(place.end, place.end + context)),
    })).toSorted((a, b) => b.alike - a.alike);
    return best && best.alike >= leastContext && best.alike > (next?.alike ?? -1) ? best.place : null;
  };
}

/**
 * Says what becomes of passages (spans of `before`) when `before` is replaced by `after`. They go along with the text around them;
 * those that would lose their words are looked for by them. Laws: with the same text all stay; a passage whose words stand once in
 * either text lies exactly on them; no answer is an empty span.
 */
export function createFates(before: string, after: string, replacements: readonly Replacement[]): (passage: Span) => Fate {
  const place = placesAfter(replacements);
  const find = finder(before, after);
  const replaced = replacedIn(before, after, replacements);
  return (passage) => {
    const words = before.slice(passage.start, passage.end);
    const span = { start: place.start(passage.start), end: place.end(passage.end) };
    const now = span.start < span.end ? after.slice(span.start, span.end) : '';
    if (now === words) return { fate: 'same', span };
    const only = onlyPlace(before, after, passage);
    if (only) return { fate: 'moved', span: only };
    const gone = replaced(passage);
    if (gone.words === 0 && gone.forms > 0 && now.trim() !== '') return { fate: 'form', span };
    const kept = Math.max(0, words.length - gone.words) / Math.max(words.length, now.length);
    if (now !== '' && (kept >= leastKept || (words.length + now.length <= mostSpelled && likeness(words, now) >= leastSpelled))) return { fate: 'changed', span };
    const found = find(passage);
    if (found) return { fate: 'moved', span: found };
    return { fate: 'lost', near: nearest(after, span, { start: place.end(passage.start), end: place.start(passage.end) }, words.length) };
  };
}

/** What stands where a lost passage stood: what is left of it, what replaced it where that is not much more, or else the sentence there. */
function nearest(after: string, left: Span, replaced: Span, length: number): Span | null {
  const said = ({ start, end }: Span) => start < end && after.slice(start, end).trim() !== '';
  if (said(left)) return left;
  if (said(replaced) && replaced.end - replaced.start <= 2 * length + mostNear) return replaced;
  const at = Math.min(left.start, left.end);
  const start = after.lastIndexOf('\n', at - 1) + 1;
  const end = after.indexOf('\n', at) < 0 ? after.length : after.indexOf('\n', at);
  if (!said({ start, end })) return null;
  const sentence = unitAt(after.slice(start, end), at - start, 'sentence');
  const place = { start: start + sentence.start, end: start + sentence.end };
  return said(place) ? place : { start, end };
}
