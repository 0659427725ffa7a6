import { z } from 'zod';
import type { Exhibit, ExhibitCell, ExhibitColumn } from '../../../shared/model/exhibit.ts';
import { sayQuery } from '../../../shared/words/sayQuery.ts';
import { sayCorrected, sayWordGroup, sayWordGroups } from '../../../shared/words/sayWords.ts';
import type { Words } from '../../../shared/words/index.ts';
import { mostCloudWords } from '../../../shared/pictures/cloud.ts';
import { attributesInOrder } from '../attributes.ts';
import { exhibitKind, type ExhibitKind } from '../exhibit.ts';
import { keywordInContext } from '../kwic.ts';
import { stopWordsOf } from '../listedWords.ts';
import type { Preparation, Reader } from '../operation.ts';
import { namesIn } from '../queryNames.ts';
import { segment, wordKey, wordList } from '../segmenting.ts';
import { tokensAhead } from '../tokens.ts';
import { chosenDocuments, lastingWords, type CountedWords } from '../wordCounts.ts';
import { askedWords, wordTable, type AskedWords, type WordTable } from '../words.ts';

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
const usualGroups = (project: Reader): { by: string } | null => {
  const attribute = attributesInOrder(project).find(({ of, kind }) => of === 'participants' && kind === 'choice');
  return attribute ? { by: `participants:${attribute.name}` } : null;
};

/** How it was asked, line by line. */
function askedLines(project: Reader, words: Words, { speakers, documents, within, coder, base }: CountedWords, by: string | null, stops?: AskedWords): (readonly [string, string])[] {
  const { say } = words;
  const place = !within ? null : 'code' in within ? say('words.withinCode', { code: within.code }) : say('words.withinQuery', { query: 'saved' in within ? within.saved : sayQuery(words, namesIn(project, 'lenient').refreshed(within.query)) });
  return [
    [say('words.groups'), sayWordGroups(words, by)], [say('tables.speakers'), say(speakers === 'all' ? 'tables.withInterviewers' : 'tables.withoutInterviewers')],
    ...(base ? [[say('words.formsAre'), say('words.asBase')] as const] : []),
    ...(documents === undefined ? [] : [[say('search.document'), words.list(chosenDocuments(project, documents)!.map((document) => project.find('documents', document)?.name ?? '–'))] as const]),
    ...(place === null ? [] : [[say('words.within'), place] as const]), ...(within && coder !== undefined ? [[say('excerpt.coder'), project.find('coders', coder)?.name ?? '–'] as const] : []),
    ...(stops ? [[say('words.stops'), say(stops.stops === 'all' ? 'words.stopsAll' : stops.stops === 'own' ? 'words.stopsOwn' : 'words.stopsNone')] as const, [say('words.least'), say('words.times', { count: stops.least })] as const] : []),
  ];
}
const countedOf = ({ say }: Words, table: Pick<WordTable, 'words' | 'documents' | 'people'>, speakers: CountedWords['speakers']): string =>
  say('words.subtitle', { words: say('words.said', { count: table.words }), documents: say('code.documents', { count: table.documents }), people: say('stamp.people', { count: table.people }), speakers: say(speakers === 'all' ? 'tables.withInterviewers' : 'tables.withoutInterviewers') });

/** Texts that were never split into words take a while. */
const ahead = ({ documents }: Pick<CountedWords, 'documents'>, preparation: Preparation): Promise<void> => tokensAhead(preparation, chosenDocuments(preparation.project, documents));

/** 'doctors 12, doctor 5': what a row joins. */
const formsSaid = (words: Words, { forms }: WordTable['rows'][number]): string => forms.map(({ word, count }) => `${word} ${words.number(count)}`).join(words.language === 'zh' ? '，' : ', ');

const ofWords = { by: 'groups', 'within.code': 'code', 'within.query': 'query', 'within.saved': 'savedQuery' } as const satisfies ExhibitKind['names'];
const ofColumn: NonNullable<ExhibitKind['values']> = (asked, renamed) => ({ ...asked, column: renamed(asked['by'], asked['column']) });
const table = z.strictObject(askedWords);
/** How often words are said in each group: count, per 10,000 words of the group, and by how many people; tf-idf where rows are in its order. */
export const wordsExhibit = exhibitKind({
  id: 'words', input: table, usual: (project) => usualGroups(project) ?? {}, ahead, lasting: lastingWords, names: ofWords, values: ofColumn,
  make(project, asked, words): Exhibit {
    const { say } = words;
    const found = wordTable(project, asked);
    const isWeighed = asked.sort === 'tfidf';
    const columns = found.columns.flatMap((column): ExhibitColumn[] => {
      const over = sayWordGroup(words, column, found.by);
      return [
        { label: say('words.count'), over, n: column.words }, { label: say('words.rate'), over, n: null }, { label: say('words.people'), over, n: column.n }, ...(isWeighed ? [{ label: say('words.tfidf'), over, n: null }] : []),
      ];
    });
    const cells = (row: WordTable['rows'][number]): ExhibitCell[] => row.cells.flatMap((cell, column) => (cell === null ? [null, null, null, ...(isWeighed ? [null] : [])] : [
      cell.count, cell.count === 0 ? 0 : rounded((cell.count / found.columns[column]!.words) * 10_000, 1), cell.people, ...(isWeighed ? [rounded(cell.tfidf, 3)] : []),
    ]));
    const all: ExhibitColumn[] = found.by === null ? [] : [{ label: say('words.count'), over: say('words.total'), n: found.words }, { label: say('words.people'), over: say('words.total'), n: found.people }];
    return {
      title: found.by === null ? say('words.titleAll') : say('words.title', { by: sayWordGroups(words, found.by) }), subtitle: countedOf(words, found, asked.speakers), corner: say('words.word'), columns: [...(asked.base ? [{ label: say('words.forms'), over: '', n: null }] : []), ...all, ...columns],
      rows: found.rows.map((row) => ({ label: row.word, depth: 0, facet: null, cells: [...(asked.base ? [formsSaid(words, row)] : []), ...(found.by === null ? [] : [row.count, row.people]), ...cells(row)] })),
      notes: [say('words.nNote'), ...(asked.base ? [say('words.baseLegend')] : []), ...(isWeighed ? [say('words.tfidfLegend', { documents: words.number(found.documents) })] : []), ...(found.rows.length < found.found ? [say('words.firstOf', { shown: found.rows.length, found: found.found })] : [])],
      quotations: [], asked: askedLines(project, words, asked, found.by, asked), n: countedOf(words, found, asked.speakers),
      // By the alphabet the first words are not the most said.
      ...(asked.sort === 'word' ? {} : { pictured: { kind: 'cloud' as const, words: found.rows.slice(0, mostCloudWords).map(({ word }) => word) } }),
    };
  },
});

/** Words of each group that are most typical of it against all others; with `column` of one group alone. */
export const keynessExhibit = exhibitKind({
  id: 'keyness', input: table.omit({ sort: true, from: true, limit: true }).extend({ by: z.string().min(1), least: z.int().min(1).default(2), limit: z.int().min(1).max(200).default(10) }), usual: usualGroups, ahead, lasting: lastingWords, names: ofWords, values: ofColumn,
  make(project, asked, words): Exhibit {
    const { say } = words;
    const of = (column: string | null | undefined, limit: number) => wordTable(project, { ...asked, from: 0, sort: 'keyness', limit, ...(column === undefined ? {} : { column }) });
    const whole = of(undefined, 0);
    const shown = whole.columns.filter(({ key, words: size }) => size > 0 && (asked.column === undefined || key === asked.column));
    const rows = shown.flatMap((column) => {
      const found = of(column.key, asked.limit);
      const place = found.columns.findIndex(({ key }) => key === column.key);
      const typical = found.rows.flatMap((row) => {
        const cell = row.cells[place];
        if (!cell?.keyness || cell.keyness.signed <= 0) return [];
        const { signed, logRatio, adjusted } = cell.keyness;
        const rate = (count: number, size: number) => rounded((count / size) * 10_000, 1);
        return [{ label: row.word, depth: 1, facet: null, cells: [cell.count, rate(cell.count, column.words), rate(row.count - cell.count, found.words - column.words), cell.people, Math.round(cell.most * 100), rounded(signed, 2), logRatio === null ? '∞' : rounded(logRatio, 2), rounded(adjusted, 4)] }];
      });
      return [{ label: `${sayWordGroup(words, column, whole.by)} (n ${words.number(column.words)})`, depth: 0, facet: null, cells: Array<ExhibitCell>(8).fill('') }, ...typical];
    });
    return {
      title: say('words.typicalTitle', { by: sayWordGroups(words, whole.by) }), subtitle: countedOf(words, whole, asked.speakers), corner: say('words.word'), rows,
      columns: [say('words.count'), say('words.rate'), say('words.elsewhere'), say('words.people'), say('words.mostShare'), say('words.keyness'), say('words.logRatio'), say(asked.adjust === 'BH' ? 'words.adjustedBH' : asked.adjust === 'holm' ? 'words.adjustedHolm' : 'words.adjustedNone')].map((label) => ({ label, over: '', n: null })),
      notes: [say('words.nNote'), ...(asked.base ? [say('words.baseLegend')] : []), say('words.keynessNote', { corrected: sayCorrected(words, asked.adjust, whole.tested) }), say('words.keynessCaveat')],
      quotations: [], asked: askedLines(project, words, asked, whole.by, { ...asked, sort: 'keyness', from: 0 }), n: countedOf(words, whole, asked.speakers),
      // Of one group: the words of several side by side would be nobody's.
      ...(shown.length === 1 ? { pictured: { kind: 'cloud' as const, words: rows.slice(1, mostCloudWords + 1).map(({ label }) => label) } } : {}),
    };
  },
});

/** A word in its lines. */
export const wordLinesExhibit = exhibitKind({
  id: 'kwic', input: keywordInContext.input, ahead, lasting: lastingWords, names: ofWords, values: ofColumn,
  usual(project) {
    // Not counted in the whole study: to be offered must cost nothing.
    const beginning = project.one<{ text: string }>('SELECT substr(text, 1, 4000) AS text FROM documents ORDER BY id LIMIT 1')?.text ?? '';
    const { starts, ends } = segment(beginning, wordList([]));
    const isStop = stopWordsOf(project, 'all');
    const words = Map.groupBy(Array.from(starts, (start, index) => wordKey(beginning.slice(start, ends[index]))).filter((word) => !isStop(word)), (word) => word);
    const [first] = [...words.values()].toSorted((a, b) => b.length - a.length);
    return first ? { word: first[0]!, speakers: 'all' as const } : null;
  },
  make(project, asked, words): Exhibit {
    const { say } = words;
    const found = keywordInContext.run(project, asked, undefined);
    const isGrouped = asked.by !== undefined;
    return {
      title: say('words.linesTitle', { word: found.lines[0]?.word ?? asked.word }), subtitle: `${say('words.linesOf', { count: found.total })}${say('status.and')}${say('words.byPeople', { people: say('stamp.people', { count: found.people }) })}`, corner: say('words.line'),
      columns: [say('words.left'), say('words.word'), say('words.right'), say('excerpt.speaker'), ...(isGrouped ? [say('words.group')] : []), say('excerpt.document'), say('excerpt.turn')].map((label) => ({ label, over: '', n: null })),
      rows: found.lines.map(({ left, word, right, speaker, group, documentName, turn }, index) => ({ label: String(asked.from + index + 1), depth: 0, facet: null, cells: [left.replace(/\s+/g, ' '), word, right.replace(/\s+/g, ' '), speaker, ...(isGrouped ? [group] : []), documentName, turn ?? ''] })),
      notes: found.lines.length < found.total ? [say('words.firstOf', { shown: found.lines.length, found: found.total })] : [],
      quotations: [], asked: [[say('words.word'), asked.word], ...askedLines(project, words, asked, asked.by ?? null)], n: `${say('words.linesOf', { count: found.total })}${say('status.and')}${say('words.byPeople', { people: say('stamp.people', { count: found.people }) })}`,
    };
  },
});
