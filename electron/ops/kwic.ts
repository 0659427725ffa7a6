import { z } from 'zod';
import { parsePath } from '../../shared/model/path.ts';
import { Problem } from '../../shared/model/problem.ts';
import { facets } from '../../shared/model/schema.ts';
import { splitsPair, type Span } from '../../shared/model/span.ts';
import { codeAtPath } from './codes.ts';
import { addCodings } from './codingSheet.ts';
import { command, query, type Preparation, type Reader } from './operation.ts';
import { wordKey } from './segmenting.ts';
import { soughtWords } from './wordRows.ts';
import { textsOf, turnAt, turnsOf } from './searchSources.ts';
import { tokensAhead, tokensOf } from './tokens.ts';
import { chosenDocuments, countedWords, documentsInOrder, walkWords, type CountedWords, type Stretch } from './wordCounts.ts';

/** A word where it stands, with what stands around it in its turn. */
export interface WordLine extends Span {
  readonly document: number;
  readonly documentName: string;
  /** Number of the turn in its document, from 1. */
  readonly turn: number | null;
  readonly speaker: string;
  /** The label of the group that it counts in. */
  readonly group: string;
  readonly left: string;
  readonly word: string;
  readonly right: string;
}

/** UTF-16 units of context on either side. */
const context = 90;
/** Neighbours that lines are sorted by. */
const neighbours = 3;
const order = new Intl.Collator('zh', { numeric: true });
const sound = (text: string, at: number) => (splitsPair(text, at) ? at + 1 : at);

interface Place extends Stretch { readonly at: number }
const asked = { ...countedWords, word: z.string().min(1).max(200), /** Only in the column of this key. */ column: z.string().nullable().optional() };
const wordInput = z.strictObject(asked);

/** All places of a word, in the order of documents and text, and the columns that they count in. */
function placesOf(project: Reader, { word, column: only, ...wanted }: z.output<typeof wordInput>) {
  const { columns, each } = walkWords(project, wanted satisfies CountedWords);
  const places: Place[] = [];
  const isSought = soughtWords(project, word, wanted.base);
  each((stretch) => {
    const { tokens, from, to, column } = stretch;
    if (only !== undefined && columns[column]!.key !== only) return;
    for (let at = from; at < to; at++) if (isSought(tokens.words[at]!)) places.push({ ...stretch, at });
  });
  return { columns, places };
}
/** The words next to a place in what is said there, the nearest first; '' where there are no more. */
function besides(project: Reader, { tokens, at, from, to }: Place, direction: 1 | -1): string[] {
  const { keys } = tokensOf(project).vocabulary;
  return Array.from({ length: neighbours }, (_, step) => at + direction * (step + 1)).map((beside) => (beside < from || beside >= to ? '' : keys[tokens.words[beside]!]!));
}
const compare = (a: readonly string[], b: readonly string[]): number => a.reduce((found, each, index) => found || order.compare(each, b[index]!), 0);
function sortedBy(project: Reader, places: readonly Place[], sort: 'text' | 'left' | 'right'): readonly Place[] {
  if (sort === 'text') return places;
  return places.map((place) => ({ place, words: besides(project, place, sort === 'right' ? 1 : -1) })).toSorted((a, b) => compare(a.words, b.words)).map(({ place }) => place);
}

/** Words that stand beside a place without a sign between, with it: what may be one word; the most frequent first. */
function joinsOf(project: Reader, places: readonly Place[]): { word: string; count: number }[] {
  const counts = new Map<string, { word: string; count: number }>();
  for (const { document, tokens, at, from, to } of places) {
    const text = textsOf(project)(document);
    for (const first of [at - 1, at]) {
      if (first < from || first + 1 >= to || !/^ ?$/.test(text.slice(tokens.ends[first], tokens.starts[first + 1]))) continue;
      const word = text.slice(tokens.starts[first], tokens.ends[first + 1]);
      const known = counts.get(wordKey(word));
      if (known) known.count++;
      else counts.set(wordKey(word), { word, count: 1 });
    }
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count || order.compare(a.word, b.word)).slice(0, mostJoins);
}
const mostJoins = 6;

export const keywordInContext = query({
  /**
   * The lines of a word, `from` to `from + limit`, in the order of the text or of the words left or right of it, and what it often stands
   * beside as if it were one word with it.
   */
  input: wordInput.extend({ sort: z.enum(['text', 'left', 'right']).default('text'), from: z.int().min(0).default(0), limit: z.int().min(0).max(5000).default(200) }),
  prepare: ({ documents }, preparation: Preparation) => tokensAhead(preparation, chosenDocuments(preparation.project, documents)),
  run(project, { sort, from, limit, ...wanted }) {
    const { columns, places } = placesOf(project, wanted);
    const people = new Map(project.all('participants').map(({ id, name }) => [id, name]));
    const names = new Map(documentsInOrder(project, undefined).map(({ id, name }) => [id, name]));
    const turns = new Map<number, ReturnType<typeof turnsOf>>();
    const lineOf = ({ document, tokens, at, speaker, column }: Place): WordLine => {
      const text = textsOf(project)(document);
      const [start, end] = [tokens.starts[at]!, tokens.ends[at]!];
      if (!turns.has(document)) turns.set(document, turnsOf(project, document));
      const turn = turnAt(turns.get(document)!, start);
      const line = turn ?? { start: text.lastIndexOf('\n', start - 1) + 1, end: text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end) };
      return {
        document, documentName: names.get(document)!, start, end, turn: turn?.number ?? null, speaker: people.get(speaker) ?? '', group: columns[column]!.label,
        left: text.slice(sound(text, Math.max(line.start, start - context)), start), word: text.slice(start, end), right: text.slice(end, sound(text, Math.max(end, Math.min(line.end, end + context)))),
      };
    };
    return {
      total: places.length, documents: new Set(places.map(({ document }) => document)).size, people: new Set(places.flatMap(({ speaker }) => (speaker === 0 ? [] : [speaker]))).size,
      joins: joinsOf(project, places),
      lines: sortedBy(project, places, sort).slice(from, from + limit).map(lineOf),
    };
  },
});

export const codeWord = command({
  /** Codes a word wherever it is counted: the turn that each stands in, or the word itself. One step of the history. */
  input: wordInput.extend({ code: z.union([z.int().positive(), z.strictObject({ path: z.string(), facet: z.enum(facets).nullable().default(null) })]), extent: z.enum(['turn', 'word']).default('turn') }),
  prepare: ({ documents }, preparation: Preparation) => tokensAhead(preparation, chosenDocuments(preparation.project, documents)),
  run(project, { code: chosen, extent, ...wanted }) {
    const { places } = placesOf(project, wanted);
    if (places.length === 0) throw new Problem('nothing-found');
    const path = typeof chosen === 'number' ? null : parsePath(chosen.path);
    if (path?.length === 0) throw new Problem('no-such-code', { code: '' });
    const code = typeof chosen === 'number' ? project.get('codes', chosen).id : codeAtPath(project, path!, chosen.facet);
    const coder = project.coder();
    const turns = new Map([...new Set(places.map(({ document }) => document))].map((document) => [document, turnsOf(project, document)]));
    const spans = new Map(places.map(({ document, tokens, at }) => {
      const [start, end] = [tokens.starts[at]!, tokens.ends[at]!];
      const around = extent === 'turn' ? turnAt(turns.get(document)!, start) : undefined;
      const span = around ? { start: around.start, end: Math.max(end, around.end) } : { start, end };
      return [`${document}/${span.start}`, { document, ...span }] as const;
    }));
    return { code, hits: places.length, ...addCodings(project, [...spans.values()].map((span) => ({ ...span, code, coder }))) };
  },
  about: (project, { word }, { code, added }) => ({ word, code: project.get('codes', code).name, count: added }),
});
