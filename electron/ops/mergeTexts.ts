import { alignTexts, type Replacement } from '../../shared/model/alignment.ts';
import { createFates, type Fate } from '../../shared/model/correction.ts';
import { clip, invertSplice, shift, spliceText, type Span, type Splice } from '../../shared/model/span.ts';
import { applyHunks, hunksBetween, hunksOf, mergeHunks, replacementsBetween, type Hunk, type TextClash } from '../../shared/model/textMerge.ts';

/** One document of both studies: what its text becomes, and where spans of either come to stand in it. */
export interface MergedText {
  /** What ours is edited by, the last first: none moves the places of the others. */
  readonly splices: readonly Splice[];
  readonly text: string;
  /** Whether the journals tell everything that was typed in either since they were the same. */
  readonly known: boolean;
  /** Where a span of their text stands in the merged one; null where its words are gone. */
  placeTheirs(span: Span): Span | null;
  placeOurs(span: Span): Span | null;
}
export interface TextSide { readonly text: string; /** What was typed since the two had it in common. */ readonly splices: readonly Splice[] }

const stays: MergedText['placeTheirs'] = (span) => span;
const before = ({ text, splices }: TextSide): string => splices.reduceRight((now, splice) => spliceText(now, invertSplice(splice)), text);
const spanOf = (found: Fate): Span | null => (found.fate === 'lost' ? null : found.span);
const through = (splices: readonly Splice[], span: Span): Span | null => splices.reduce<Span | null>((now, splice) => { const left = now && clip(now, splice); return left && shift(left, splice); }, span);

/** The last first: then none moves the places of the others. */
const splicesOf = (before: string, after: string, replacements: readonly Replacement[]): Splice[] => replacements.toReversed().map(({ from, to, start, end }) => ({ at: from, removed: before.slice(from, to), inserted: after.slice(start, end) }));

/**
 * Brings two versions of a text together by what was typed in each since they were the same. Where they never were the same, to the letter,
 * nothing is trusted by its offset: the texts are held against each other, and spans are looked for by their words and what stands around them.
 * `theyKnow`: whether theirs took in what ours did after the two parted. What they changed and what `covers` refuses is left out: words that we coded are not taken away.
 */
export function mergeTexts(ours: TextSide, theirs: TextSide, theyKnow: boolean, decide: (clash: TextClash) => 'mine' | 'theirs', covers: (splices: readonly Splice[]) => boolean): MergedText {
  if (ours.text === theirs.text) return { splices: [], text: ours.text, known: false, placeTheirs: stays, placeOurs: stays };
  const [our0, their0] = [before(ours), before(theirs)];
  const known = our0 === their0;
  // Theirs may have decided about what ours was when they took it in: that is what both are told from then.
  const base = theyKnow ? our0 : their0;
  const hunks = ({ text, splices }: TextSide, began: string): Hunk[] => (began === base ? hunksOf(base, splices) : hunksBetween(text, alignTexts(base, text)));
  const [our, their] = [hunks(ours, our0), hunks(theirs, their0)];
  const edits = (hunks: readonly Hunk[]): Splice[] => splicesOf(ours.text, applyHunks(base, hunks), replacementsBetween(our, hunks));
  let merged = mergeHunks(base, our, their, decide);
  if (covers(edits(merged))) merged = mergeHunks(base, our, their.filter((hunk) => !covers(edits(mergeHunks(base, our, [hunk], decide)))), decide);
  const text = applyHunks(base, merged);
  /** As an edit moves it, where the journals tell all edits; what has lost all its words, or whose text is only held against the other, is looked for. */
  const placing = (from: string, hunks: readonly Hunk[]): MergedText['placeTheirs'] => {
    if (text === from) return stays;
    const replacements = replacementsBetween(hunks, merged);
    const fate = createFates(from, text, replacements);
    const edited = splicesOf(from, text, replacements);
    return (span) => (known ? through(edited, span) : null) ?? spanOf(fate(span));
  };
  return {
    text,
    known,
    splices: edits(merged),
    placeOurs: placing(ours.text, our),
    placeTheirs: placing(theirs.text, their),
  };
}
