import { NotebookPen, Trash2 } from 'lucide-react';
import { languageOf } from '../../../shared/model/text.ts';
import { showKeys } from '../../commands.ts';
import { useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { useSessionStore } from '../../session.ts';
import type { OpenMemo } from './asked.ts';
import { LinkSign } from './LinkFinder.tsx';
import { MemoText } from './MemoText.tsx';
import { SubjectSign } from './SubjectSign.tsx';
import styles from './memos.module.css';
import { placeOfSubject, useOpenLink, useOpenMemo } from './places.ts';
import { useMemoWriting } from './useMemoWriting.ts';

type Page = NonNullable<Outcome<'memo.read'>>;

/** One memo, to read and to write: what it is about, its words, what it points at, and what points at it. */
export function MemoPage({ open, writing, onMade, onWrite, onWriting, onRemove, onLeave }: { open: OpenMemo; writing: boolean; onMade: (memo: number | null) => void; /** The focus should go into the text; it is there. */ onWrite: () => void; onWriting: () => void; onRemove: (memo: number) => void; onLeave: () => void }) {
  const words = useWords();
  const { say } = words;
  const page = useLive('memo.read', { memo: open.memo, about: open.about, target: open.target }, true);
  const write = useMemoWriting({ memo: open.memo, about: open.about, target: open.target, onMade });
  // An entry that is begun can be written in before the core has answered anything.
  if (page === undefined && open.memo !== null) return null;
  if (page === null) return <p className={styles['gone']}>{say('memos.subjectGone')}</p>;
  const { memo, quotation } = page ?? { memo: null, quotation: null };
  return (
    <article className={styles['page']} aria-label={say('passage.memo')}>
      <header className={styles['pageHead']}>
        {page ? <SubjectLine page={page} /> : <span />}
        {memo ? <Button look="icon" why={say('memos.remove')} onPress={() => onRemove(memo.id)}><Trash2 size={15} strokeWidth={1.5} /></Button> : null}
      </header>
      <div className={styles['pageTitle']}><Field label={say('field.title')} hidden placeholder={say('field.title')} value={memo?.title ?? ''} onCommit={(title) => write({ title })} onLeave={onWrite} /></div>
      {memo ? (
        <p className={styles['meta']}><bdi>{memo.author}</bdi>{memo.author === '' ? null : say('status.and')}<time>{words.moment(memo.created)}</time>{memo.changed - memo.created > 60_000 ? <> · {say('memos.changedAt', { at: words.moment(memo.changed) })}</> : null}</p>
      ) : <p className={styles['meta']}>{say('memos.notYet')}</p>}
      {quotation ? (
        <figure className={styles['quotation']}>
          <blockquote lang={languageOf(quotation.words) || undefined}>{quotation.words}</blockquote>
          <figcaption><bdi>{[quotation.speaker, page?.subject.detail, quotation.turn === null ? '' : say('passage.turn', { turn: quotation.turn })].filter(Boolean).join(say('status.and'))}</bdi></figcaption>
        </figure>
      ) : null}
      <MemoText label={say('memos.text')} value={memo?.text ?? ''} onSave={(text) => write({ text })} placeholder={say(open.about === 'project' ? 'memos.journalHint' : 'passage.memoHint')} wanted={writing} onFocused={onWriting} onLeave={onLeave} large />
      <p className={styles['hint']}><kbd>[[</kbd>{say('memos.linkHint')} <kbd>{showKeys('Alt+Enter')}</kbd>{say('memos.openHint')}</p>
      {page ? <LinkLists page={page} /> : null}
    </article>
  );
}

function SubjectLine({ page: { subject } }: { page: Page }) {
  const { say } = useWords();
  const session = useSessionStore();
  if (subject.about === 'project') return <p className={styles['subject']}><SubjectSign subject={subject} />{say('memos.journalEntry')}</p>;
  const open = () => { const place = placeOfSubject(subject); if (place) session.set(place); };
  const label = subject.about === 'passages' ? subject.detail : subject.label;
  return (
    <p className={styles['subject']}>
      <SubjectSign subject={subject} /><span>{say(`memos.on.${subject.about}`)}</span>
      <button type="button" title={subject.about === 'codes' ? subject.detail : undefined} onClick={open}><bdi>{label}</bdi></button>
    </p>
  );
}

function LinkLists({ page }: { page: Page }) {
  const { say } = useWords();
  const openLink = useOpenLink();
  const openMemo = useOpenMemo();
  if (page.links.length === 0 && page.linkedFrom.length === 0) return null;
  return (
    <div className={styles['linkLists']}>
      {page.links.length === 0 ? null : (
        <section>
          <h2>{say('memos.links')}</h2>
          {page.links.map((target) => (target.id === null
            ? <p key={`${target.kind}:${target.uuid}`} className={styles['linkGone']}><LinkSign target={target} /><s><bdi>{target.label}</bdi></s><small>{say('memos.gone')}</small></p>
            : <button key={`${target.kind}:${target.uuid}`} type="button" onClick={() => openLink(target)}><LinkSign target={target} /><bdi lang={languageOf(target.label) || undefined}>{target.label}</bdi>{target.detail === '' || target.detail === target.label ? null : <small><bdi>{target.detail}</bdi></small>}</button>))}
        </section>
      )}
      {page.linkedFrom.length === 0 ? null : (
        <section>
          <h2>{say('memos.linkedFrom')}</h2>
          {page.linkedFrom.map((memo) => <button key={memo.id} type="button" onClick={() => openMemo(memo.id, memo.about, memo.target)}><NotebookPen size={13} strokeWidth={1.5} aria-hidden /><bdi lang={languageOf(memo.heading) || undefined}>{memo.heading || say('memos.untitled')}</bdi><small><bdi>{memo.author}</bdi></small></button>)}
        </section>
      )}
    </div>
  );
}
