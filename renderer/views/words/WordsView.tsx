import { useCallback, useEffect, useRef, useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import type { InputOf } from '../../../electron/ops/index.ts';
import { sayWordGroup } from '../../../shared/words/sayWords.ts';
import { useDesk, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice, Segments, type Option } from '../../parts/Choice.tsx';
import parts from '../../parts/parts.module.css';
import { ProblemNote } from '../../parts/Problem.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { LayerChoice } from '../agreement/LayerChoice.tsx';
import { LayerProvider, useSeenCodes, useSeenCoder, useSeenDocuments } from '../code/coders.ts';
import { corrections, countedOf, firstRows, measures, noWordsAsked, type WordsAsked } from './asked.ts';
import { CountedPane } from './CountedPane.tsx';
import { Lines } from './Lines.tsx';
import { SavedWords } from './SavedWords.tsx';
import { SaveWords } from './SaveWords.tsx';
import { useWordTable } from './useWordTable.ts';
import { WordCloud } from './WordCloud.tsx';
import { Reading, WordTable } from './WordTable.tsx';
import styles from './words.module.css';

/** How long typing must rest before it is looked for, ms. */
const rest = 200;
/** What narrows or changes the rows brings the first of them back into sight. */
const fromTheTop = (fields: Partial<WordsAsked>): Partial<WordsAsked> => (['limit', 'word', 'sort'].some((name) => name in fields) ? fields : { limit: firstRows, ...fields });

/** Which words are said, how often, and by whom: a table of words and groups, with the lines behind each number. */
export function WordsView() {
  return <LayerProvider><Counting /></LayerProvider>;
}
function Counting() {
  const words = useWords();
  const { say } = words;
  const session = useSessionStore();
  const study = useDesk()?.study?.file ?? null;
  const ofStudy = useCallback((asked: WordsAsked): WordsAsked => (asked.study === study ? asked : { ...noWordsAsked, study }), [study]);
  const kept = ofStudy(useSession((now) => now.words));
  const set = useCallback((fields: Partial<WordsAsked>) => session.set({ words: { ...ofStudy(session.get().words), ...fromTheTop(fields) } }), [session, ofStudy]);
  const attributes = useLive('attribute.list', {});
  const documents = useSeenDocuments();
  const codes = useSeenCodes();
  const saved = useLive('query.saved', {});
  const seen = useSeenCoder();
  // What it was narrowed to may be gone since.
  const within = (codes ?? []).some(({ path }) => `code:${path}` === kept.within) || (saved ?? []).some(({ name }) => `saved:${name}` === kept.within) ? kept.within : '';
  const groups: Option<string>[] = [
    { id: '', label: say('words.allWords') }, ...(attributes ?? []).map(({ of, name }) => ({ id: `${of}:${name}`, label: name, hint: say(of === 'participants' ? 'tables.ofPeople' : 'tables.ofDocuments') })),
    { id: 'document', label: say('by.document') }, { id: 'participant', label: say('by.participant') }, ...(within === '' ? [] : [{ id: 'within', label: say('words.sides') }]),
  ];
  const usual = attributes?.find(({ of, kind }) => of === 'participants' && kind === 'choice') ?? attributes?.[0];
  const by = groups.some(({ id }) => id === kept.by) ? kept.by! : usual ? `${usual.of}:${usual.name}` : '';
  const chosen = kept.documents.filter((document) => documents?.some(({ id }) => id === document) ?? true);
  const asked = { ...kept, within, documents: chosen, measure: kept.measure === 'keyness' && by === '' ? 'count' as const : kept.measure };
  const counted = countedOf(asked, by, seen);
  const ready = attributes !== undefined && codes !== undefined && saved !== undefined;
  const rows = { ...counted, stops: asked.stops, least: asked.least, find: asked.find, ...(asked.measure === 'keyness' ? { adjust: asked.adjust } : {}), ...(asked.column === undefined ? {} : { column: asked.column }) };
  const input = {
    ...rows, limit: asked.limit, sort: asked.alphabet ? 'word' : asked.measure === 'keyness' || asked.measure === 'tfidf' ? asked.measure : 'count',
  } satisfies InputOf<'words.table'>;
  const { table, problem, progress } = useWordTable(ready ? input : null);
  const kind = asked.measure === 'keyness' ? 'keyness' : 'words';
  const exported = kind === 'keyness' ? rows : { ...input, limit: 2000 };
  const [typed, setTyped] = useState(kept.find);
  useEffect(() => {
    if (typed === ofStudy(session.get().words).find) return undefined;
    const timer = setTimeout(() => set({ find: typed }), rest);
    return () => clearTimeout(timer);
  }, [typed, session, ofStudy, set]);
  const body = useRef<HTMLDivElement>(null);
  const close = useCallback(() => {
    body.current?.querySelector<HTMLElement>('[data-here] button[tabindex="0"]')?.focus();
    set({ word: null });
  }, [set]);
  const { word } = asked;
  useEffect(() => {
    if (word === null) return undefined;
    const listen = (event: KeyboardEvent) => { if (event.key === 'Escape' && !event.defaultPrevented) close(); };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [word, close]);
  const groupName = groups.find(({ id }) => id === by)!.label;
  const openColumn = word?.column === undefined ? undefined : table?.columns.find(({ key }) => key === word.column);
  const group = openColumn && table ? sayWordGroup(words, openColumn, table.by) : null;
  // Of keyness the first look is at a group: against itself nothing is typical.
  const first = asked.measure === 'keyness' && table?.by && !asked.alphabet && !table.columns.some(({ key }) => key === asked.column) ? table.columns.find((column) => column.words > 0)?.key : undefined;
  useEffect(() => { if (first !== undefined) set({ column: first }); }, [first, set]);
  const said = table && {
    words: say('words.said', { count: table.words }), documents: say('code.documents', { count: table.documents }), people: say('stamp.people', { count: table.people }), speakers: say(asked.speakers === 'all' ? 'tables.withInterviewers' : 'tables.withoutInterviewers'),
  };
  const place = within === '' ? '' : within.startsWith('code:') ? say('words.withinCode', { code: within.slice(5) }) : say('words.withinQuery', { query: within.slice(6) });
  const only = chosen.length === 0 ? null : words.list(chosen.slice(0, 3).map((document) => documents?.find(({ id }) => id === document)?.name ?? '–')) + (chosen.length > 3 ? ` … (${chosen.length})` : '');
  const subtitle = (values: NonNullable<typeof said>) => (by === 'within' ? `${say('words.subtitle', values)} ${say('words.insideIs', { within: place })}` : say(place === '' ? 'words.subtitle' : 'words.subtitleWithin', { ...values, within: place }));
  // By the alphabet the first words are not the most said.
  const isDrawn = table !== undefined && table.rows.length > 0 && !asked.alphabet;
  const choose = (measure: WordsAsked['measure']) => set({ measure, alphabet: false });
  if (documents?.length === 0) return <div className={styles['words']}><main className={styles['main']}><div className={styles['empty']}><h1>{say('words.empty')}</h1><p>{say('words.emptyText')}</p><Button look="primary" onPress={() => session.set({ view: 'code' })}>{say('tables.goCoding')}</Button></div></main></div>;
  return (
    <div className={styles['words']} data-left data-right={word !== null || undefined}>
      <CountedPane asked={asked} by={by} groups={groups} onSet={set}><SavedWords kind={kind} asked={kind === 'keyness' ? rows : input} onSet={(fields) => { setTyped(fields.find ?? ''); set(fields); }} /></CountedPane>
      <main className={styles['main']}>
        <header className={styles['head']}><h1>{by === '' ? say('words.titleAll') : by === 'within' ? say('words.titleSides') : say('words.title', { by: groupName })}</h1><p>{said ? only === null ? subtitle(said) : say('words.inDocuments', { words: subtitle(said), documents: only }) : ''}</p></header>
        <div className={styles['bar']}>
          <SearchField aria-label={say('words.find')} value={typed} onChange={setTyped} className={styles['find'] ?? ''}><Input className={parts['input'] ?? ''} placeholder={say('words.find')} spellCheck={false} autoComplete="off" /></SearchField>
          <Segments label={say('words.measure')} value={asked.measure} options={measures.filter(({ id }) => id !== 'keyness' || by !== '').map(({ id, name }) => ({ id, label: say(name) }))} onChange={choose} />
          {asked.measure === 'keyness' ? <Choice label={say('words.correction')} value={asked.adjust} options={corrections.map(({ id, name }) => ({ id, label: say(name) }))} onChange={(adjust) => set({ adjust })} /> : null}
          {within === '' ? null : <LayerChoice />}
          <span className={styles['grow']} />
          <SaveWords label={say('tables.saveTable')} kind={kind} asked={exported} cloud={isDrawn && (kind === 'words' || asked.column !== undefined)} />
        </div>
        <div className={styles['body']} ref={body}>
          {problem ? <ProblemNote problem={problem} /> : null}
          {progress && progress.total > 1 ? <p className={styles['note']} role="status">{say('words.counting', { done: progress.done, total: progress.total })}</p> : null}
          {table && table.rows.length === 0 ? <p className={styles['note']}>{asked.find === '' ? say('words.noWords') : say('words.noFind', { typed: asked.find })}</p> : null}
          {table && table.rows.length > 0 ? <div className={styles['beside']}><WordTable table={table} asked={asked} onSet={set} />{isDrawn ? <WordCloud rows={table.rows} at={word?.key ?? null} onWord={(row) => set({ word: { key: row.key, word: row.word, column: asked.column } })} /> : null}</div> : null}
          {table && table.rows.length > 0 ? <Reading table={table} asked={asked} /> : null}
        </div>
      </main>
      {word ? <aside className={styles['right']} aria-label={say('words.lines')}><Lines counted={counted} asked={{ ...asked, word }} isStop={table?.rows.find(({ key }) => key === word.key)?.isStop ?? false} group={group} onSet={set} onClose={close} /></aside> : null}
    </div>
  );
}
