import { ArrowLeft, ChevronRight, History, Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { languageOf } from '../../../shared/model/text.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { scrolledByKeys } from '../../parts/scrolled.ts';
import { useSessionStore, type SessionStore } from '../../session.ts';
import { ByCoder, KindCounts } from './ByCoder.tsx';
import styles from './merge.module.css';
import { sayWhat } from './saying.ts';

type Read = Outcome<'study.mergeRead'>;
const openDocument = (session: SessionStore, document: number, span?: { readonly start: number; readonly end: number } | null) => session.set({ view: 'code', document, passage: null, coders: null, selection: span && span.end > span.start ? { start: span.start, end: span.end } : null, goto: span ? { start: span.start, end: span.end, wish: Date.now() } : null, readingWanted: true });

/** What a merge did, told from the history: it stays, and leads to what changed, to what found no place, and to what was decided. */
export function Merged({ merge }: { merge: number }) {
  const { say, moment } = useWords();
  const core = useCore();
  const session = useSessionStore();
  const act = useAct();
  const read = useLive('study.mergeRead', { merge });
  const main = useRef<HTMLElement>(null);
  const isRead = read !== undefined;
  useEffect(() => { if (isRead && document.activeElement === document.body) main.current?.focus(); }, [isRead]);
  if (!read) return <main className={styles['merged']} />;
  const { file, from, who, at, stands, isNext, total, counts, coders, documents, lost, decided } = read;
  return (
    <main className={styles['merged']} ref={main} {...scrolledByKeys} aria-labelledby="merged-head">
      <div>
        <Button look="plain" onPress={() => session.set({ mergeRead: null })}><ArrowLeft size={14} strokeWidth={1.5} aria-hidden />{say('studyMerge.allMerges')}</Button>
        <h1 id="merged-head">{say('studyMerge.merged', { file })}</h1>
        <p>{[who, moment(at), from].filter((part) => part !== '').join(' · ')}</p>
        <p className={styles['lead']}>{stands ? say('studyMerge.came', total) : say('studyMerge.tookBack')}</p>
        <p className={styles['ends']}>
          {isNext ? <Button onPress={() => void act(async () => { await core.flushing.all(); await core.call('history.undo', {}); })}><Undo2 size={14} strokeWidth={1.5} aria-hidden />{say('studyMerge.undoThis')}</Button> : null}
          <Button onPress={() => session.set({ open: 'history', historyAt: merge })}><History size={14} strokeWidth={1.5} aria-hidden />{say('studyMerge.inHistory')}</Button>
        </p>
        <LostHere lost={lost} open={(document) => openDocument(session, document)} />
        <DecidedHere decided={decided} session={session} />
        {documents.length === 0 ? null : <DocumentsHere documents={documents} open={(document) => openDocument(session, document)} />}
        {coders.length === 0 ? null : <ByCoder coders={coders} />}
        <KindCounts counts={counts} />
      </div>
    </main>
  );
}

function DocumentsHere({ documents, open }: { documents: Read['documents']; open: (document: number) => void }) {
  const { say } = useWords();
  return (
    <section aria-label={say('studyMerge.changedDocuments')}>
      <h2>{say('studyMerge.changedDocuments')}</h2>
      <ul>{documents.map(({ document, name, corrections, codings, isNew }) => (
        <li key={document}>
          <button type="button" onClick={() => open(document)}><bdi>{name}</bdi></button>
          <small>{[...(isNew ? [say('studyMerge.isNew')] : []), ...(codings > 0 ? [say('studyMerge.newCodings', { count: codings })] : []), ...(corrections > 0 ? [say('studyMerge.corrections', { count: corrections })] : [])].join(' · ')}</small>
        </li>
      ))}</ul>
    </section>
  );
}
/** They came with their words and codes to this list and nowhere else: it is where they are found again. */
function LostHere({ lost, open }: { lost: Read['lost']; open: (document: number) => void }) {
  const { say, list } = useWords();
  if (lost.length === 0) return null;
  return (
    <section aria-label={say('studyMerge.leftOut')}>
      <h2>{say('studyMerge.leftOut')} <small>{lost.length}</small></h2>
      <p>{say('studyMerge.leftOutLater')}</p>
      <ul className={styles['lost']}>{lost.map(({ document, quotation, codes, at }, index) => (
        <li key={index}>
          <blockquote lang={languageOf(quotation)}>{quotation}</blockquote>
          <p>{at === null ? <b><bdi>{document}</bdi></b> : <button type="button" onClick={() => open(at)}><bdi>{document}</bdi></button>} <bdi>{list(codes)}</bdi></p>
        </li>
      ))}</ul>
    </section>
  );
}
function DecidedHere({ decided, session }: { decided: Read['decided']; session: SessionStore }) {
  const words = useWords();
  const { say, number } = words;
  // What was kept of both may want a look first.
  const sorted = decided.toSorted((a, b) => Number(b.decision === 'both') - Number(a.decision === 'both'));
  if (sorted.length === 0) return null;
  return (
    <section aria-label={say('studyMerge.decisions')}>
      <h2>{say('studyMerge.decisions')}</h2>
      <div className={styles['opening']}>
        {sorted.map(({ decision, count, first }) => (
          <details key={decision} open={decision === 'both'}>
            <summary><ChevronRight size={14} strokeWidth={1.5} aria-hidden /><b>{say(`studyMerge.keptOf.${decision}`)}</b><span>{number(count)}</span></summary>
            <ul>{first.map((each) => {
              const { key, about, where, at, code } = each;
              const open = at ? () => openDocument(session, at.document, at) : code === null ? null : () => session.set({ view: 'code', aside: { kind: 'code', id: code }, litCode: code, rightShown: true });
              return <li key={key}>{open ? <button type="button" onClick={open}><bdi>{about}</bdi></button> : <bdi>{about}</bdi>}<small>{sayWhat(words, each)}{where === '' ? '' : ` · ${where}`}</small></li>;
            })}</ul>
            {first.length < count ? <p className={styles['calm']}>{say('studyMerge.firstOf', { shown: first.length, all: count })}</p> : null}
          </details>
        ))}
      </div>
    </section>
  );
}
