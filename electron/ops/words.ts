import { z } from 'zod';
import { adjusted } from '../../shared/statistics/pAdjust.ts';
import { keynessOf } from '../../shared/statistics/words.ts';
import { stopBasesOf, stopWordsOf } from './listedWords.ts';
import { query, type Preparation, type Reader } from './operation.ts';
import { wordKey } from './segmenting.ts';
import { textsOf } from './searchSources.ts';
import { tokensAhead, tokensOf } from './tokens.ts';
import { basesOf, type WordRows } from './wordRows.ts';
import { chosenDocuments, countedWords, countWordsOf, walkWords, type CountedWords, type WordCounts } from './wordCounts.ts';

export const wordOrders = ['count', 'people', 'word', 'keyness', 'tfidf'] as const;
export const askedWords = {
  ...countedWords,
  /** Which stop words are left out of the rows; they stay among the words that a share is taken of. */
  stops: z.enum(['all', 'own', 'none']).default('all'),
  /** Words said less often are left out. */
  least: z.int().min(1).default(1),
  /** Only words with these letters in them. */
  find: z.string().max(100).default(''),
  /** The largest first, words by the alphabet; with `column`, a column's key, as they are there. */
  sort: z.enum(wordOrders).default('count'),
  column: z.string().nullable().optional(),
  /** How p values of keyness are adjusted for the number of words tested in a column. */
  adjust: z.enum(['BH', 'holm', 'none']).default('BH'),
  from: z.int().min(0).default(0),
  limit: z.int().min(0).max(2000).default(100),
};
const input = z.strictObject(askedWords);
export type AskedWords = z.output<typeof input>;

export interface WordCell {
  readonly count: number;
  readonly documents: number;
  /** Known people who say it. */
  readonly people: number;
  /** The largest part of the count that comes from one person, 0 to 1. */
  readonly most: number;
  /** Against all other columns together; null where one of the two says nothing, or too many columns would have to be compared. */
  readonly keyness: { readonly signed: number; readonly logRatio: number | null; readonly p: number; readonly adjusted: number } | null;
  /** count × log10(N/df), of documents. */
  readonly tfidf: number;
}
/** A form that a row joins. */
export interface WordForm { readonly word: string; readonly key: string; readonly count: number }
export interface WordRow { readonly word: string; readonly key: string; readonly count: number; readonly documents: number; readonly people: number; readonly isStop: boolean; /** What it joins, the most frequent first; empty where words are not counted by their base form. */ readonly forms: readonly WordForm[]; /** Null where nobody was interviewed. */ readonly cells: readonly (WordCell | null)[] }
export interface WordTable {
  /** The attribute's name, 'document', 'participant'; null for all words in one column. */
  readonly by: string | null;
  readonly columns: readonly { readonly key: string | null; readonly label: string; /** People, documents and words. */ readonly n: number; readonly documents: number; readonly words: number; readonly unasked: boolean }[];
  readonly rows: readonly WordRow[];
  /** How many words could be rows; how many keyness tests a column has (those that are not looked for too); running words, documents and people counted. */
  readonly found: number; readonly tested: number; readonly words: number; readonly documents: number; readonly people: number;
}

/** Columns that are compared with all others at most: more only where the table is in the order of one of them. */
const mostCompared = 60;

type Keyness = { readonly signed: Float64Array; readonly p: readonly number[]; readonly adjusted: readonly (number | null)[]; readonly logRatio: readonly (number | null)[] };
/** Keyness of words in a column against all others. Null where there is nothing to compare. */
function keynessIn({ sizes, inColumn, size, total }: WordCounts, column: number, words: readonly number[], adjust: AskedWords['adjust']): Keyness | null {
  const [here, elsewhere] = [sizes[column]!, size - sizes[column]!];
  if (here === 0 || elsewhere === 0) return null;
  const found = words.map((word) => keynessOf(inColumn[column]![word]!, total[word]! - inColumn[column]![word]!, here, elsewhere));
  const p = found.map((each) => each.p);
  return { signed: Float64Array.from(found, (each) => each.signed), p, adjusted: adjust === 'none' ? p : adjusted(p, adjust), logRatio: found.map((each) => each.logRatio) };
}

const order = new Intl.Collator('zh', { numeric: true });

/** What is said of chosen words besides how often: by whom, where, and in which form most often. */
function details(project: Reader, wanted: CountedWords, rows: WordRows, words: readonly number[], width: number) {
  const rowOf = new Map(words.map((word, row) => [word, row]));
  const cells = Array.from({ length: words.length * width }, () => ({ documents: new Set<number>(), people: new Map<number, number>() }));
  const forms = words.map(() => new Map<string, number>());
  const text = textsOf(project);
  walkWords(project, wanted).each(({ document, tokens, from, to, speaker, column }) => {
    for (let at = from; at < to; at++) {
      const row = rowOf.get(rows.rowOf(tokens.words[at]!));
      if (row === undefined) continue;
      const { documents, people } = cells[row * width + column]!;
      documents.add(document);
      if (speaker !== 0) people.set(speaker, (people.get(speaker) ?? 0) + 1);
      const form = text(document).slice(tokens.starts[at], tokens.ends[at]).replace(/\s+/g, ' ');
      forms[row]!.set(form, (forms[row]!.get(form) ?? 0) + 1);
    }
  });
  const commonest = (of: readonly (readonly [string, number])[]) => of.reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0] as const)[0];
  return {
    /** How a row is written: as it is said most often; of a base form, as that itself is said, if it is. */
    form(row: number): string {
      const [key, said] = [rows.keys[words[row]!]!, [...forms[row]!]];
      return rows.joins ? commonest(said.filter(([form]) => wordKey(form) === key)) || key : commonest(said);
    },
    forms: (row: number): WordForm[] => (!rows.joins ? [] : [...Map.groupBy(forms[row]!, ([form]) => wordKey(form))]
      .map(([key, said]) => ({ word: commonest(said), key, count: said.reduce((sum, [, count]) => sum + count, 0) })).toSorted((a, b) => b.count - a.count || order.compare(a.key, b.key))),
    cell: (row: number, column: number) => cells[row * width + column]!,
  };
}

/** Words and groups, as `words.table` answers. */
export function wordTable(project: Reader, asked: AskedWords): WordTable {
  const { stops, least, find, sort, column: sorted, adjust, from, limit, ...wanted } = asked;
  const counts = countWordsOf(project, wanted);
  const { columns, total, inColumn, documentsWith } = counts;
  const { keys, joins, rowOf } = counts.rows;
  const stopOf = (which: AskedWords['stops']) => (joins ? stopBasesOf(project, which, basesOf(project)) : stopWordsOf(project, which));
  const isStop = stopOf(stops);
  const sought = wordKey(find);
  const words: number[] = [];
  for (let word = 0; word < total.length; word++) if (total[word]! >= least && !isStop(keys[word]!)) words.push(word);
  const sortedBy = columns.findIndex(({ key }) => sorted !== undefined && key === sorted);
  const compared = columns.map((_, column) => (columns.length <= mostCompared || column === sortedBy ? keynessIn(counts, column, words, adjust) : null));
  const weight = (word: number) => Math.log10(counts.documents / documentsWith[word]!);
  /** What a row is ranked by, the largest first. */
  const ranks: Record<Exclude<AskedWords['sort'], 'word'>, (place: number, word: number) => number> = {
    count: (_, word) => (sortedBy >= 0 ? inColumn[sortedBy]! : total)[word]!,
    people: (_, word) => counts.peopleWith[word]!,
    keyness: (place) => (sortedBy >= 0 ? compared[sortedBy]?.signed[place] ?? 0 : Math.max(...compared.map((each) => each?.signed[place] ?? 0))),
    tfidf: (_, word) => weight(word) * (sortedBy >= 0 ? inColumn[sortedBy]![word]! : Math.max(...inColumn.map((each) => each[word]!))),
  };
  const rank = sort === 'word' ? () => 0 : ranks[sort];
  // By base forms, a row is found by any of them.
  const byForm = new Set(joins && sought !== '' ? tokensOf(project).vocabulary.keys.flatMap((key, word) => (key.includes(sought) ? [rowOf(word)] : [])) : []);
  const isFound = (word: number): boolean => keys[word]!.includes(sought) || byForm.has(word);
  // What one looks for changes neither what the others are tested against nor how many tests there are.
  const found = words.flatMap((word, place) => (isFound(word) ? [{ place, word, by: rank(place, word) }] : []));
  const places = found.toSorted((a, b) => b.by - a.by || (sort === 'word' ? 0 : total[b.word]! - total[a.word]!) || order.compare(keys[a.word]!, keys[b.word]!) || a.word - b.word).slice(from, from + limit);
  const { form, forms, cell } = details(project, wanted, counts.rows, places.map(({ word }) => word), columns.length);
  const usual = stopOf('all');
  return {
    by: counts.by, found: found.length, tested: words.length, words: counts.size, documents: counts.documents, people: counts.people,
    columns: columns.map(({ key, label, people, documents, unasked }, column) => ({ key, label, n: people.size, documents: documents.size, words: counts.sizes[column]!, unasked })),
    rows: places.map(({ place, word }, row): WordRow => ({
      word: form(row), key: keys[word]!, count: total[word]!, documents: documentsWith[word]!, people: counts.peopleWith[word]!, isStop: usual(keys[word]!), forms: forms(row),
      cells: columns.map(({ unasked }, column) => {
        if (unasked) return null;
        const { documents, people } = cell(row, column);
        const here = inColumn[column]![word]!;
        const key = compared[column];
        return {
          count: here, documents: documents.size, people: people.size, most: here === 0 ? 0 : Math.max(0, ...people.values()) / here, tfidf: here * weight(word),
          keyness: key ? { signed: key.signed[place]!, logRatio: key.logRatio[place]!, p: key.p[place]!, adjusted: key.adjusted[place]! } : null,
        };
      }),
    })),
  };
}

export const tableOfWords = query({
  /**
   * How often words are said in each group, of all words that its people say (interviewers left out unless `speakers` is 'all'). Rows `from` to
   * `from + limit` of those that are not stop words. Keyness takes each running word for an observation of its own, which words of one person are not.
   */
  input,
  prepare: ({ documents }, preparation: Preparation) => tokensAhead(preparation, chosenDocuments(preparation.project, documents)),
  run: (project, asked): WordTable => wordTable(project, asked),
});
