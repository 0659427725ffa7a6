import { useEffect } from 'react';
import { useWords } from '../../core/words.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { Aside } from './Aside.tsx';
import styles from './code.module.css';
import { DocumentDesk } from './DocumentDesk.tsx';
import { EmptyDesk } from './EmptyDesk.tsx';
import { LeftAside } from './LeftAside.tsx';
import { useSeenDocuments } from './coders.ts';
import { useReadAhead } from './useReadAhead.ts';

/** The desk: documents, participants and codebook on the left, the transcript in the middle, the passage at hand on the right. */
export function CodeView() {
  const { say } = useWords();
  const session = useSessionStore();
  const documents = useSeenDocuments();
  const document = useSession((now) => now.document);
  const leftShown = useSession((now) => now.leftShown);
  const rightShown = useSession((now) => now.rightShown);
  const there = documents?.find((each) => each.id === document);
  useReadAhead(there?.id, documents);
  useEffect(() => {
    if (documents && !there) session.set({ document: documents[0]?.id ?? null, passage: null, selection: null, editing: false });
  }, [documents, there, session]);
  return (
    <div className={styles['code']} data-left={leftShown || undefined} data-right={(rightShown && there !== undefined) || undefined}>
      <LeftAside close={() => session.set({ leftShown: false })} />
      <main className={styles['main']}>{there ? <DocumentDesk key={there.id} document={there.id} /> : documents ? <EmptyDesk /> : null}</main>
      {rightShown && there ? <aside className={styles['right']} aria-label={say('code.rightPane')}><Aside document={there.id} /></aside> : null}
    </div>
  );
}
