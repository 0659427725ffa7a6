import { Download } from 'lucide-react';
import { useCallback } from 'react';
import { pruned, type Condition } from '../../../shared/model/query.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { sayQuery } from '../../../shared/words/sayQuery.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useDesk } from '../../core/context.tsx';
import { usePages } from '../../core/pages.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { CodeAll, type ChosenCode } from '../../parts/CodeAll.tsx';
import { GroupedList } from '../../parts/GroupedList.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { ProblemNote } from '../../parts/Problem.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { LayerChoice } from '../agreement/LayerChoice.tsx';
import { LayerProvider, useCountedNote, useSeenCoder } from '../code/coders.ts';
import { asGroup, noQuery, type QueryAsked } from './asked.ts';
import { Builder } from './Builder.tsx';
import { PassageRow } from './PassageRow.tsx';
import styles from './query.module.css';
import { SavedQueries } from './SavedQueries.tsx';
import { useThings, type Things } from './useThings.ts';

const formats = ['xlsx', 'csv', 'md', 'json'] as const;
/** Height of a passage in the list, px. */
const rowHeight = 80;

/** A query built of conditions, what it says in words, and the passages that it finds. */
export function QueryPane() {
  return <LayerProvider><Asking /></LayerProvider>;
}
function Asking() {
  const words = useWords();
  const { say } = words;
  const session = useSessionStore();
  const study = useDesk()?.study?.file ?? null;
  const kept = useSession((now) => now.query);
  const asked = kept.study === study ? kept : { ...noQuery, study };
  const things = useThings();
  const set = useCallback((fields: Partial<QueryAsked>) => {
    const now = session.get().query;
    session.set({ query: { ...(now.study === study ? now : { ...noQuery, study }), ...fields } });
  }, [session, study]);
  const condition = pruned(asked.condition);
  const said = sayQuery(words, condition);
  if (!things) return null;
  return (
    <div className={styles['pane']}>
      <div className={styles['top']}>
        <p className={styles['sentence']} lang={languageOf(said) || undefined} aria-live="polite">{said}{say('query.stop')}</p>
        <SavedQueries asked={asked} onAsk={(query, saved) => set({ condition: asGroup(query), saved, picked: [] })} onSaved={(saved) => set({ saved })} />
      </div>
      <Builder query={asked.condition} things={things} onChange={(query) => set({ condition: query, picked: [] })} />
      <Passages condition={condition} asked={asked} things={things} onPicked={(picked) => set({ picked })} />
    </div>
  );
}

function Passages({ condition, asked, things, onPicked }: { condition: Condition; asked: QueryAsked; things: Things; onPicked: (picked: readonly number[]) => void }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const seen = useSeenCoder();
  const note = useCountedNote();
  const { head, problem, pageOf, onVisible } = usePages('query.find', { query: condition, ...seen });
  const rowAt = (index: number) => { const there = pageOf(index); return there?.page.rows[there.row]; };
  const picked = new Set(asked.picked);
  const pick = (index: number) => {
    const passage = rowAt(index)?.passage;
    if (passage !== undefined) onPicked(picked.has(passage) ? asked.picked.filter((each) => each !== passage) : [...asked.picked, passage]);
  };
  const open = (index: number) => {
    const row = rowAt(index);
    if (row) session.set({ view: 'code', document: row.document, passage: row.passage, coders: null, selection: null, goto: { start: row.start, end: row.end, wish: Date.now() }, readingWanted: true });
  };
  const apply = (code: ChosenCode, name: string) => void act(async () => {
    await core.flushing.all();
    const done = await core.call('query.code', { query: condition, ...seen, code, ...(asked.picked.length > 0 ? { only: [...asked.picked] } : {}) });
    onPicked([]);
    session.set({ notice: { said: done.added === 0 ? say('search.codedKnown', { code: name }) : say('search.coded', { code: name, count: done.added }) } });
  });
  if (problem) return <div className={styles['problem']}><ProblemNote problem={problem} /></div>;
  if (!head) return null;
  return (
    <>
      <div className={styles['counts']}>
        <p aria-live="polite">{say('query.counted', { found: head.total, of: say('query.passages', { count: head.of }) })}</p>
        {note === '' ? null : <p className={styles['note']}>{note}</p>}
        {head.gone.length > 0 ? <p className={styles['gone']}>{say('query.gone', { what: head.gone.map(({ name }) => name).join(', ') })}</p> : null}
        <span className={styles['grow']} />
        <LayerChoice />
        {head.total > 0 ? <Export condition={condition} /> : null}
      </div>
      {head.total === 0 ? <div className={styles['empty']}><h2>{say(head.of === 0 ? 'query.nothingCoded' : 'query.nothing')}</h2><p>{say(head.of === 0 ? 'query.nothingCodedWay' : 'query.nothingWay')}</p></div> : (
        <GroupedList label={say('query.results')} groups={head.documents} rowHeight={rowHeight} onVisible={onVisible} onOpen={open} onPick={pick} isPicked={(index) => picked.has(rowAt(index)?.passage ?? 0)} row={(index) => <PassageRow row={rowAt(index)} things={things} />} />
      )}
      {head.total > 0 ? <CodeAll what="query" codes={things.codes} picked={asked.picked.length} total={head.total} hint={say('search.hint')} onPickNone={() => onPicked([])} onCode={apply} /> : null}
    </>
  );
}

function Export({ condition }: { condition: Condition }) {
  const { say, language } = useWords();
  const core = useCore();
  const act = useAct();
  const seen = useSeenCoder();
  const save = (format: string) => void act(async () => {
    await core.flushing.all();
    await core.bridge.save(await core.call('excerpt.export', { query: condition, ...seen, format, language }));
  });
  return <Menu label={say('query.export')} groups={[{ entries: formats.map((format) => ({ id: format, label: say(`export.${format}`), run: () => save(format) })) }]}><Button><Download size={14} aria-hidden />{say('query.export')}</Button></Menu>;
}
