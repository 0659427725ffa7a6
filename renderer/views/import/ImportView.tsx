import { useEffect } from 'react';
import { useWords } from '../../core/words.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { LeftPane } from '../code/LeftPane.tsx';
import code from '../code/code.module.css';
import styles from './import.module.css';
import { CodebookImport } from './CodebookImport.tsx';
import { PeopleImport } from './PeopleImport.tsx';
import { SheetImport } from './SheetImport.tsx';
import { TranscriptImport } from './TranscriptImport.tsx';

/** What is about to be imported, before anything is written. */
export function ImportView() {
  const { say } = useWords();
  const session = useSessionStore();
  const importing = useSession((now) => now.importing);
  useEffect(() => { if (!importing && session.get().view === 'import') session.set({ view: 'code' }); }, [importing, session]);
  return (
    <div className={styles['import']}>
      <aside className={`${code['left']} ${styles['left']}`} aria-label={say('code.leftPane')}><LeftPane /></aside>
      {importing === null ? null : importing.kind === 'transcripts' ? <TranscriptImport key={importing.id} importing={importing} /> : importing.kind === 'codebook' ? <CodebookImport key={importing.id} importing={importing} /> : importing.kind === 'sheet' ? <PeopleImport key={importing.id} importing={importing} /> : <SheetImport key={importing.id} importing={importing} />}
    </div>
  );
}
