import { linksOf, plainMemo } from '../../shared/model/memoText.ts';
import { phraseFinder } from './phraseFinder.ts';

/** Fewer than these say nothing of who spoke them: Latin letters; a Chinese character counts for three. */
const leastLetters = 12;
const leastInName = 18;
const weight = (words: string): number => words.length + 2 * (words.match(/\p{Script=Han}/gu)?.length ?? 0);
const quoted = /[“"„«「『]([^“”"„«»「」『』\n]+)[”"“»」』]/g;

/** What of a line could be somebody's words as a whole: the line, its sentences, and what stands in quotation marks. */
export function quotesOf(line: string): string[] {
  const marked = [...line.matchAll(quoted)].map((match) => match[1]!);
  return [line, ...marked, ...line.split(/[.!?。！？…]+/)].map((words) => words.trim()).filter((words) => weight(words) >= leastLetters);
}
/** So many characters in a row that are the same are no chance: some five English words, or a Chinese clause. */
const runs = [{ length: 28, counts: () => true }, { length: 9, counts: (words: string) => weight(words) >= 23 }] as const;
const plain = (text: string): string => text.replace(/\s+/g, ' ').toLowerCase();
function* runsIn(text: string): Generator<string> {
  for (const { length, counts } of runs) for (let at = 0; at + length <= text.length; at++) { const words = text.slice(at, at + length); if (counts(words)) yield words; }
}
/** Those of the phrases that one of the texts holds. */
function foundIn(texts: readonly string[], wanted: Iterable<string>): Set<string> {
  const find = phraseFinder(wanted);
  const found = new Set<string>();
  for (const text of texts) find(text, found);
  return found;
}

const word = (inside: string, flags: string) => new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${inside})(?![\p{L}\p{N}])`, flags);
/** The name, and the sign of a document or a person that it begins with, by which people call them among themselves: "GP-07 Dr Lund" is also GP-07. */
const calledBy = (name: string): string[] => [name, ...(/^\p{L}{1,6}[-_ ]?\p{N}{1,4}(?![\p{L}\p{N}])/u.exec(name) ?? [])];
const isHan = (name: string) => /\p{Script=Han}/u.test(name);
/**
 * Finds names (of people and documents) that must not be told: as whole words, whatever their capitals. What stands in a shown text is no secret; and a
 * single word without a number is a name only where nobody uses it as a word ("Baker", but not "Nurse").
 */
function nameFinder(names: readonly string[], hidden: readonly string[], shown: readonly string[]): (line: string) => boolean {
  const wanted = [...new Set(names.flatMap((name) => calledBy(name.trim())))].filter((name) => name.length > 1 && !/^\p{N}+$/u.test(name));
  const stands = (texts: readonly string[]) => {
    const met = foundIn(texts, wanted.map((name) => name.toLowerCase()));
    return (name: string) => met.has(name.toLowerCase()) && (isHan(name) || texts.some((text) => word(RegExp.escape(name.toLowerCase()), 'u').test(text)));
  };
  const isShown = stands(shown.map((text) => text.toLowerCase()));
  const secret = wanted.filter((name) => !isShown(name));
  const isSingle = (name: string) => !isHan(name) && !/[\p{N}\s]/u.test(name);
  const isUsed = secret.some(isSingle) ? stands([...shown, ...hidden]) : () => false;
  /** By what a line of small letters holds: the names, and how each is told from a mere word. */
  const told = Map.groupBy(secret.filter((name) => !isSingle(name) || !isUsed(name)), (name) => name.toLowerCase());
  const find = phraseFinder(told.keys());
  const isTold = (line: string) => (name: string) => (isHan(name) ? line.includes(name) : word(RegExp.escape(name), isSingle(name) ? 'u' : 'iu').test(line));
  return (line) => [...find(line.toLowerCase())].some((met) => told.get(met)!.some(isTold(line)));
}

/**
 * Knows the words of interviews that a reader must not see (`hidden`) from those that she has before her (`shown`), and keeps them out of
 * what was written about them (`written`: all that will be asked about). It knows them where a sentence, a quotation or a longer run of
 * characters is as it was said, whatever its spaces and capitals; and `names` of who and what must not be told.
 */
export function createOtherWords(hidden: readonly string[], shown: readonly string[], written: readonly string[], names: readonly string[]) {
  const all = [...new Set(written.flatMap((text) => [text, plainMemo(text)]))];
  const wanted = new Set(all.flatMap((text) => [...runsIn(plain(text))]));
  const inHidden = foundIn(hidden.map(plain), wanted);
  const inShown = foundIn(shown.map(plain), inHidden);
  const asWhole = new Set(all.flatMap((text) => [text, ...text.split('\n')].flatMap(quotesOf)));
  const wholeHidden = foundIn(hidden, asWhole);
  const wholeShown = foundIn(shown, wholeHidden);
  const says = (words: string) => wholeHidden.has(words) && !wholeShown.has(words);
  const quotes = (line: string): boolean => quotesOf(line).some(says) || [...runsIn(plain(line))].some((words) => inHidden.has(words) && !inShown.has(words));
  const isNamed = nameFinder(names, hidden, shown);
  const gives = (line: string): boolean => quotes(line) || isNamed(line);
  return {
    /** Whether a line quotes or names what is hidden. */
    gives,
    /** The same of a name, which is short: words that anybody would use are no quotation. */
    givesAsName: (name: string): boolean => isNamed(name) || (weight(name) >= leastInName && quotes(name)),
    /** Whether a memo quotes or names what is hidden, or leads to a record that is not `known`. */
    inMemo: (text: string, known: ReadonlySet<string>): boolean => linksOf(text).some(({ uuid }) => !known.has(uuid)) || quotes(plainMemo(text)) || plainMemo(text).split('\n').some(gives),
    /** The text without the lines that hold hidden words; '' where they run over its lines. */
    without(text: string): string {
      const lines = text.split('\n');
      const kept = lines.filter((line) => !gives(line));
      if (kept.length === lines.length) return quotes(text) ? '' : text;
      return kept.join('\n').replace(/\n{3,}/g, '\n\n').trim();
    },
  };
}
