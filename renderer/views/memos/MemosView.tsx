import { Download, Plus } from 'lucide-react';
import { useCallback, useEffect, useRef } from 'react';
import { subjects, type Subject } from '../../../shared/model/schema.ts';
import { showKeys } from '../../commands.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useDesk, useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { filterOf, nothingAsked, type MemoOrder, type MemosAsked, type Since } from './asked.ts';
import { kindWord, MemoList } from './MemoList.tsx';
import { MemoPage } from './MemoPage.tsx';
import styles from './memos.module.css';
import { useOpenMemo } from './places.ts';
import { useRemoveMemo } from './useRemoveMemo.ts';

const orders: readonly MemoOrder[] = ['newest', 'changed', 'subject', 'author'];
const periods: readonly Since[] = ['ever', 'today', 'week', 'month', 'between'];
/** Memos shown at most: who has more narrows them. */
const most = 1000;
const nothingFound: Outcome<'memo.find'> = { all: 0, total: 0, kinds: [], authors: [], memos: [] };
const inText = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, [role=dialog], [role=listbox][data-rac], [role=menu]') !== null);

/** All memos and the journal: the list on the left, the memo at hand to the right. */
export function MemosView() {
  const { say, language } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const study = useDesk()?.study?.file ?? null;
  const openMemo = useOpenMemo();
  const removeMemo = useRemoveMemo();
  const kept = useSession((now) => now.memos);
  const asked = kept.study === study ? kept : nothingAsked;
  const list = useRef<HTMLDivElement>(null);
  const filter = filterOf(asked);
  const answer = useLive('memo.find', { ...filter, order: asked.order, limit: most }, true);
  const set = useCallback((fields: Partial<MemosAsked>) => {
    const { memos } = session.get();
    session.set({ memos: { ...(memos.study === study ? memos : nothingAsked), study, ...fields } });
  }, [session, study]);
  const newEntry = useCallback(() => openMemo(null, 'project', 1, true), [openMemo]);
  const { open } = asked;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'n' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || inText(event.target)) return;
      event.preventDefault();
      newEntry();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [newEntry]);
  // An entry that is begun is written in before the list has come.
  if (!answer && open === null) return null;
  const found = answer ?? nothingFound;
  const first = found.memos[0];
  const shown = open ?? (first ? { key: String(first.id), memo: first.id, about: first.about, target: first.target } : null);
  const focusList = () => list.current?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')?.focus();
  const remove = (memo: number) => {
    const place = found.memos.findIndex(({ id }) => id === memo);
    const next = found.memos[place + 1] ?? found.memos[place - 1];
    removeMemo(memo);
    set({ open: next ? { key: String(next.id), memo: next.id, about: next.about, target: next.target } : null });
  };
  const save = (format: 'md' | 'docx' | 'json') => void act(async () => {
    await core.flushing.all();
    await core.bridge.save(await core.call('memo.export', { ...filter, format, language }));
  });
  if (found.all === 0 && open === null) {
    return (
      <main className={styles['memos']}>
        <div className={styles['empty']}>
          <h1>{say('memos.emptyTitle')}</h1>
          <p>{say('memos.emptyText')}</p>
          <p>{say('memos.emptyWhere')}</p>
          <Button look="primary" onPress={newEntry}>{say('memos.newEntry')}<kbd>{showKeys('n')}</kbd></Button>
        </div>
      </main>
    );
  }
  return (
    <main className={styles['memos']}>
      <section className={styles['left']} ref={list} aria-label={say('command.view.memos')}>
        <header className={styles['listHead']}>
          <h1>{say('command.view.memos')}{' '}<span>{found.total}</span></h1>
          <Menu label={say('memos.save')} groups={[{ entries: (['md', 'docx', 'json'] as const).map((format) => ({ id: format, label: say(`memos.${format}`), run: () => save(format) })) }]}>
            <Button look="icon" why={say('memos.save')} isDisabled={found.total === 0}><Download size={15} strokeWidth={1.5} /></Button>
          </Menu>
          <Button onPress={newEntry}><Plus size={14} strokeWidth={1.5} />{say('memos.entry')}<kbd>{showKeys('n')}</kbd></Button>
        </header>
        <input type="search" className={styles['find']} value={asked.typed} aria-label={say('memos.find')} placeholder={say('memos.find')} spellCheck={false} autoComplete="off" onChange={(event) => set({ typed: event.target.value })}
          onKeyDown={(event) => { if (!event.nativeEvent.isComposing && (event.key === 'ArrowDown' || event.key === 'Enter')) { event.preventDefault(); focusList(); } }} />
        <div className={styles['narrowing']}>
          <Choice label={say('memos.about')} value={asked.about ?? ''} options={[{ id: '', label: say('memos.everything') }, ...subjects.map((about) => ({ id: about, label: say(kindWord(about)), hint: String(found.kinds.find((kind) => kind.about === about)?.memos ?? 0) }))]} onChange={(about) => set({ about: about === '' ? null : about as Subject })} />
          <Choice label={say('memos.by')} value={asked.author ?? 'all'} options={[{ id: 'all', label: say('tables.everybody') }, ...found.authors.map(({ id, name, memos }) => ({ id: id === null ? '' : String(id), label: name || say('memos.nobody'), hint: String(memos) }))]} onChange={(author) => set({ author: author === 'all' ? null : author })} />
          <Choice label={say('memos.when')} value={asked.since} options={periods.map((id) => ({ id, label: say(`memos.since.${id}`) }))} onChange={(since) => set({ since })} />
          {asked.since === 'between' ? <Period from={asked.from} to={asked.to} onChange={set} /> : null}
          <Choice label={say('memos.order')} value={asked.order} options={orders.map((id) => ({ id, label: say(`memos.orders.${id}`) }))} onChange={(order) => set({ order })} />
          <label className={styles['check']}><input type="checkbox" checked={asked.linked} onChange={(event) => set({ linked: event.target.checked })} />{say('memos.withLinks')}</label>
        </div>
        {found.memos.length === 0 ? <p className={styles['none']}>{say(found.all === 0 ? 'memos.notYet' : 'memos.noneFits')}</p>
          : <MemoList memos={found.memos} order={asked.order} open={shown?.memo ?? null} onOpen={(memo) => { if (memo.id !== shown?.memo) openMemo(memo.id, memo.about, memo.target); }} onWrite={() => set({ writing: true, open: shown })} onRemove={remove} />}
        {found.total > found.memos.length ? <p className={styles['none']}>{say('memos.first', { shown: found.memos.length })}</p> : null}
      </section>
      <div className={styles['desk']}>
        {shown ? (
          <MemoPage key={shown.key} open={shown} writing={asked.writing} onWrite={() => set({ writing: true, open: shown })} onWriting={() => set({ writing: false })} onRemove={remove} onLeave={focusList}
            onMade={(memo) => { const now = session.get().memos.open; if (now?.key === shown.key) set({ open: { ...now, memo } }); }} />
        ) : <p className={styles['none']}>{say('memos.noneFits')}</p>}
      </div>
    </main>
  );
}

/** From one day to another, both as the system writes dates; either end may stay open. */
function Period({ from, to, onChange }: { from: string; to: string; onChange: (days: { from?: string; to?: string }) => void }) {
  const { say } = useWords();
  return (
    <div className={styles['period']} role="group" aria-label={say('memos.since.between')}>
      <label>{say('memos.from')}<input type="date" autoFocus={from === '' && to === ''} value={from} max={to || '9999-12-31'} onChange={(event) => onChange({ from: event.target.value })} /></label>
      <label>{say('memos.to')}<input type="date" value={to} min={from || undefined} max="9999-12-31" onChange={(event) => onChange({ to: event.target.value })} /></label>
    </div>
  );
}
