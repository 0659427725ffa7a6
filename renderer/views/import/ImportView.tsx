import { useEffect } from 'react';
import { useSession, useSessionStore } from '../../session.ts';
import { CodebookImport } from './CodebookImport.tsx';
import { PeopleImport } from './PeopleImport.tsx';
import { ProjectImport } from './ProjectImport.tsx';
import { SheetImport } from './SheetImport.tsx';
import { SurveyImport } from './SurveyImport.tsx';
import { TranscriptImport } from './TranscriptImport.tsx';
import { WaitingDesk } from './WaitingDesk.tsx';

/** What is about to be imported, before anything is written. */
export function ImportView() {
  const session = useSessionStore();
  const importing = useSession((now) => now.importing);
  useEffect(() => { if (!importing && session.get().view === 'import') session.set({ view: 'code' }); }, [importing, session]);
  return (
    <WaitingDesk>
      {importing === null ? null : importing.kind === 'transcripts' ? <TranscriptImport key={importing.id} importing={importing} /> : importing.kind === 'codebook' ? <CodebookImport key={importing.id} importing={importing} /> : importing.kind === 'project' ? <ProjectImport key={importing.id} importing={importing} /> : importing.kind === 'survey' ? <SurveyImport key={importing.id} importing={importing} /> : importing.kind === 'sheet' ? <PeopleImport key={importing.id} importing={importing} /> : <SheetImport key={importing.id} importing={importing} />}
    </WaitingDesk>
  );
}
