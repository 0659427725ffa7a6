import { alignTexts } from '../../shared/model/alignment.ts';
import { createFates, type Fate } from '../../shared/model/correction.ts';
import { invertSplice, spliceText, type Span, type Splice } from '../../shared/model/span.ts';
import { applyHunks, hunksBetween, hunksOf, mergeHunks, replacementsBetween, type Hunk, type TextClash } from '../../shared/model/textMerge.ts';

/** One document of both studies: what its text becomes, and where spans of either come to stand in it. */
export interface MergedText {
  /** What ours is edited by, the last first: none moves the places of the others. */
  readonly splices: readonly Splice[];
  readonly text: string;
  /** Where a span of their text stands in the merged one; null where its words are gone. */
  placeTheirs(span: Span): Span | null;
  placeOurs(span: Span): Span | null;
}
export interface TextSide { readonly text: string; /** What was typed since the two had it in common. */ readonly splices: readonly Splice[] }

const stays: MergedText['placeTheirs'] = (span) => span;
const before = ({ text, splices }: TextSide): string => splices.reduceRight((now, splice) => spliceText(now, invertSplice(splice)), text);
const placing = (fate: (span: Span) => Fate) => (span: Span): Span | null => { const found = fate(span); return found.fate === 'lost' ? null : found.span; };

/**
 * Brings two versions of a text together by what was typed in each since they were the same. Where they never were the same, to the letter,
 * nothing is trusted by its offset: the texts are held against each other, and spans are looked for by their words and what stands around them.
 * What they changed and what `covers` refuses is left out: words that we coded are not taken away.
 */
export function mergeTexts(ours: TextSide, theirs: TextSide, decide: (clash: TextClash) => 'mine' | 'theirs', covers: (splices: readonly Splice[]) => boolean): MergedText {
  if (ours.text === theirs.text) return { splices: [], text: ours.text, placeTheirs: stays, placeOurs: stays };
  const base = before(theirs);
  const their = hunksOf(base, theirs.splices);
  const our: Hunk[] = before(ours) === base ? hunksOf(base, ours.splices) : hunksBetween(ours.text, alignTexts(base, ours.text));
  const edits = (hunks: readonly Hunk[]): Splice[] => {
    const after = applyHunks(base, hunks);
    return replacementsBetween(our, hunks).toReversed().map(({ from, to, start, end }) => ({ at: from, removed: ours.text.slice(from, to), inserted: after.slice(start, end) }));
  };
  let merged = mergeHunks(base, our, their, decide);
  if (covers(edits(merged))) merged = mergeHunks(base, our, their.filter((hunk) => !covers(edits(mergeHunks(base, our, [hunk], decide)))), decide);
  const text = applyHunks(base, merged);
  const [fromOurs, fromTheirs] = [replacementsBetween(our, merged), replacementsBetween(their, merged)];
  return {
    text,
    splices: edits(merged),
    placeOurs: text === ours.text ? stays : placing(createFates(ours.text, text, fromOurs)),
    placeTheirs: text === theirs.text ? stays : placing(createFates(theirs.text, text, fromTheirs)),
  };
}
