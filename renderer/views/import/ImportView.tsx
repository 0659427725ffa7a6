import { PanelLeft } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { LeftAside, opensLeft } from '../code/LeftAside.tsx';
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
  const [drawer, setDrawer] = useState(false);
  useEffect(() => { if (!importing && session.get().view === 'import') session.set({ view: 'code' }); }, [importing, session]);
  return (
    <div className={styles['import']}>
      <span className={styles['opens']} {...opensLeft}><Button look="icon" why={say('code.leftPane')} aria-pressed={drawer} onPress={() => setDrawer(!drawer)}><PanelLeft size={16} strokeWidth={1.5} /></Button></span>
      <LeftAside className={styles['left']} open={drawer} close={() => setDrawer(false)} />
      {importing === null ? null : importing.kind === 'transcripts' ? <TranscriptImport key={importing.id} importing={importing} /> : importing.kind === 'codebook' ? <CodebookImport key={importing.id} importing={importing} /> : importing.kind === 'sheet' ? <PeopleImport key={importing.id} importing={importing} /> : <SheetImport key={importing.id} importing={importing} />}
    </div>
  );
}
