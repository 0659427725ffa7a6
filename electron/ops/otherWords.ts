import { linksOf, plainMemo } from '../../shared/model/memoText.ts';

/** Fewer than these say nothing of who spoke them: Latin letters; a Chinese character counts for three. */
const leastLetters = 12;
const weight = (words: string): number => words.length + 2 * (words.match(/\p{Script=Han}/gu)?.length ?? 0);
const quoted = /[“"„«「『]([^“”"„«»「」『』\n]+)[”"“»」』]/g;

/** What of a line could be somebody's words as a whole: the line, its sentences, and what stands in quotation marks. */
function stretches(line: string): string[] {
  const marked = [...line.matchAll(quoted)].map((match) => match[1]!);
  return [line, ...marked, ...line.split(/[.!?。！？…]+/)].map((words) => words.trim()).filter((words) => weight(words) >= leastLetters);
}
/** So many characters in a row that are the same are no chance: some five English words, or a Chinese clause. */
const runs = [{ length: 28, counts: () => true }, { length: 9, counts: (words: string) => weight(words) >= 23 }] as const;
const plain = (text: string): string => text.replace(/\s+/g, ' ').toLowerCase();
function* runsIn(text: string): Generator<string> {
  for (const { length, counts } of runs) for (let at = 0; at + length <= text.length; at++) { const words = text.slice(at, at + length); if (counts(words)) yield words; }
}
/** Those of the runs that one of the texts holds. One pass over each text, however many runs there are. */
function foundIn(texts: readonly string[], wanted: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const text of texts.map(plain)) for (const { length } of runs) for (let at = 0; at + length <= text.length; at++) { const words = text.slice(at, at + length); if (wanted.has(words)) found.add(words); }
  return found;
}

/**
 * Knows the words of interviews that a reader must not see (`hidden`) from those that she has before her (`shown`), and keeps them out of
 * what was written about them (`written`: all that will be asked about). It knows them where a sentence, a quotation or a longer run of
 * characters is as it was said, whatever its spaces and capitals.
 */
export function createOtherWords(hidden: readonly string[], shown: readonly string[], written: readonly string[]) {
  const wanted = new Set(written.flatMap((text) => [...runsIn(plain(plainMemo(text)))]));
  const inHidden = foundIn(hidden, wanted);
  const inShown = foundIn(shown, inHidden);
  const says = (words: string) => !shown.some((text) => text.includes(words)) && hidden.some((text) => text.includes(words));
  const quotes = (line: string): boolean => stretches(line).some(says) || [...runsIn(plain(line))].some((words) => inHidden.has(words) && !inShown.has(words));
  return {
    /** Whether a memo quotes what is hidden, or leads to a record that is not `known`. */
    inMemo: (text: string, known: ReadonlySet<string>): boolean => linksOf(text).some(({ uuid }) => !known.has(uuid)) || quotes(plainMemo(text)) || plainMemo(text).split('\n').some(quotes),
    /** The text without the lines that hold hidden words; '' where they run over its lines. */
    without(text: string): string {
      const lines = text.split('\n');
      const kept = lines.filter((line) => !quotes(line));
      if (kept.length === lines.length) return quotes(text) ? '' : text;
      return kept.join('\n').replace(/\n{3,}/g, '\n\n').trim();
    },
  };
}
