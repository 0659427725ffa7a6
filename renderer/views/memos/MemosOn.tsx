import { NotebookPen, Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Subject } from '../../../shared/model/schema.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { showKeys } from '../../commands.ts';
import { useDesk, useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { MemoText } from './MemoText.tsx';
import styles from './memos.module.css';
import { useOpenMemo } from './places.ts';
import { useMemoWriting } from './useMemoWriting.ts';
import { useRemoveMemo } from './useRemoveMemo.ts';

type Memo = Outcome<'memo.list'>[number];
interface MemosOnProps { readonly about: Subject; readonly target: number; /** This one is meant by the key M. */ readonly wanted?: boolean; /** It was asked for just now: the focus goes in. */ readonly focused?: boolean; readonly title?: string }

/** The memos on one thing, written in place where it stands, and those elsewhere that point at it. */
export function MemosOn({ about, target, wanted = false, focused = false, title }: MemosOnProps) {
  const { say } = useWords();
  const session = useSessionStore();
  const asked = useSession((now) => wanted && now.memoWanted);
  const me = useDesk()?.coder;
  const answer = useLive('memo.list', { about, target });
  // Who asked for it just now knows that none is written yet, and types at once.
  const memos = answer ?? (focused ? [] : undefined);
  const [fresh, setFresh] = useState(focused);
  const [added, setAdded] = useState<readonly { readonly key: number; readonly memo: number | null }[]>([]);
  if (!memos) return null;
  const claimed = new Set(added.map(({ memo }) => memo));
  const free = memos.filter(({ id }) => !claimed.has(id));
  const own = free.find((memo) => memo.author === me) ?? (memos.length === 1 && memos[0]!.author === '' ? free[0] : undefined);
  const label = title ?? say('passage.memo');
  const leave = wanted ? { onLeave: () => session.set({ readingWanted: true }) } : {};
  return (
    <div className={styles['memosOn']}>
      <MemoCard key={`${about}/${target}`} memo={own ?? null} about={about} target={target} label={label} heading={title === undefined ? null : <h3>{title}{wanted ? <kbd>{showKeys('m')}</kbd> : null}</h3>} placeholder={say('passage.memoHint')}
        wanted={asked || fresh} onFocused={() => { setFresh(false); if (asked) session.set({ memoWanted: false }); }} {...leave} />
      {free.filter((memo) => memo !== own).map((memo) => <MemoCard key={memo.id} memo={memo} about={about} target={target} label={memo.title || memo.author || label} {...leave} />)}
      {added.map(({ key, memo }) => (
        <MemoCard key={`added/${key}`} memo={memos.find(({ id }) => id === memo) ?? null} about={about} target={target} label={say('memos.another')} titled wanted={memo === null} {...leave}
          onMade={(made) => setAdded((before) => before.map((each) => (each.key === key ? { key, memo: made } : each)))} onRemoved={() => setAdded((before) => before.filter((each) => each.key !== key))} />
      ))}
      {own && added.every(({ memo }) => memo !== null) ? <div><Button look="plain" onPress={() => setAdded([...added, { key: Date.now(), memo: null }])}><Plus size={13} strokeWidth={1.5} aria-hidden />{say('memos.another')}</Button></div> : null}
      <Mentions about={about} target={target} />
    </div>
  );
}

interface CardProps {
  readonly memo: Memo | null;
  readonly about: Subject;
  readonly target: number;
  readonly label: string;
  readonly heading?: ReactNode;
  readonly titled?: boolean;
  readonly placeholder?: string;
  readonly wanted?: boolean;
  readonly onFocused?: () => void;
  readonly onLeave?: () => void;
  readonly onMade?: (memo: number | null) => void;
  readonly onRemoved?: () => void;
}
function MemoCard({ memo, about, target, label, heading = null, titled = false, placeholder = '', wanted = false, onFocused, onLeave, onMade, onRemoved }: CardProps) {
  const words = useWords();
  const { say } = words;
  const openMemo = useOpenMemo();
  const removeMemo = useRemoveMemo();
  const me = useDesk()?.coder;
  const write = useMemoWriting({ memo: memo?.id ?? null, about, target, ...(onMade ? { onMade } : {}) });
  const hasTitle = titled || (memo !== null && memo.title !== '');
  const theirs = memo !== null && memo.author !== me && memo.author !== '';
  const titleField = <Field label={say('field.title')} hidden placeholder={say('field.title')} value={memo?.title ?? ''} onCommit={(title) => write({ title })} />;
  const tools = memo === null ? null : (
    <span className={styles['cardTools']}>
      <Button look="icon" why={say('memos.openMemo')} onPress={() => openMemo(memo.id, about, target)}><NotebookPen size={14} strokeWidth={1.5} /></Button>
      <Button look="icon" why={say('memos.remove')} onPress={() => { removeMemo(memo.id); onRemoved?.(); }}><Trash2 size={14} strokeWidth={1.5} /></Button>
    </span>
  );
  return (
    <div className={styles['card']}>
      {heading || hasTitle ? <div className={styles['cardHead']}>{heading ?? titleField}{tools}</div> : null}
      {heading && hasTitle ? titleField : null}
      <MemoText label={label} value={memo?.text ?? ''} onSave={(text) => write({ text })} placeholder={placeholder} wanted={wanted} {...(onFocused ? { onFocused } : {})} {...(onLeave ? { onLeave } : {})} />
      {memo && (theirs || !(heading || hasTitle)) ? <div className={styles['cardFoot']}><small className={styles['by']}>{theirs ? <><bdi>{memo.author}</bdi>, {words.date(memo.changed)}</> : null}</small>{heading || hasTitle ? null : tools}</div> : null}
    </div>
  );
}

/** Memos elsewhere that point at a thing. */
export function Mentions({ about, target }: { about: Subject; target: number }) {
  const { say } = useWords();
  const openMemo = useOpenMemo();
  const mentions = useLive('memo.mentions', { about, target }) ?? [];
  if (mentions.length === 0) return null;
  return (
    <section className={styles['mentions']}>
      <h3>{say('memos.linkedFrom')}</h3>
      {mentions.map((memo) => (
        <button key={memo.id} type="button" onClick={() => openMemo(memo.id, memo.about, memo.target)}><NotebookPen size={13} strokeWidth={1.5} aria-hidden /><bdi lang={languageOf(memo.heading) || undefined}>{memo.heading || say('memos.untitled')}</bdi></button>
      ))}
    </section>
  );
}
