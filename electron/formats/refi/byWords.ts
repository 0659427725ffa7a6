import { quoteFinder } from '../../../shared/model/anchor.ts';
import type { PositionRule } from '../../../shared/model/projectReport.ts';
import { isQuoted, placer, rulesFor, type Place, type PlacedSpan, type RawText } from './position.ts';

/** Programs whose selections always say in full what was coded. */
const quoting = /qualcoder|rqda|taguette/i;
export interface WordedSpan extends PlacedSpan { /** It lies where its words are, not where the rule has it. */ readonly byWords: boolean }

/**
 * Places selections by a rule. One that names its words in full and has others there lies where another rule finds them (QualCoder counts in two ways in
 * one text); where a program always says the words, also where they are nearest.
 */
export function placerByWords(text: RawText, rule: PositionRule, origin: string): (place: Place) => WordedSpan | null {
  const usual = placer(text, rule);
  const others = lazily(() => rulesFor(text, origin).map((other) => placer(text, other)));
  const finder = lazily(() => quoteFinder(text.text));
  const says = (span: PlacedSpan, name: string) => isQuoted(text.text.slice(span.start, span.end), name);
  return (place) => {
    const span = usual(place);
    if (span ? says(span, place.name) !== false : isQuoted('', place.name) === null) return span && { ...span, byWords: false };
    for (const other of others()) {
      const found = other(place);
      if (found && !found.moved && says(found, place.name)) return { ...found, byWords: true };
    }
    if (!quoting.test(origin)) return span && { ...span, byWords: false };
    const found = finder()(place.name, 200);
    const nearest = found.length === 0 ? null : found.reduce((best, each) => (Math.abs(each.start - place.start) < Math.abs(best.start - place.start) ? each : best));
    return nearest ? { ...nearest, moved: false, byWords: true } : span && { ...span, byWords: false };
  };
}
export const lazily = <T>(make: () => T): (() => T) => { let made: T | undefined; return () => (made ??= make()); };
