import { useSession } from '../../session.ts';
import { LeftPane } from '../code/LeftPane.tsx';
import code from '../code/code.module.css';
import { PeopleImport } from './PeopleImport.tsx';
import { TranscriptImport } from './TranscriptImport.tsx';

/** What is about to be imported, before anything is written. */
export function ImportView() {
  const importing = useSession((now) => now.importing);
  return (
    <div className={code['code']} data-left>
      <aside className={code['left']}><LeftPane /></aside>
      {importing === null ? null : importing.kind === 'transcripts' ? <TranscriptImport key={importing.files[0]?.handle} files={importing.files} /> : <PeopleImport key={importing.files[0]?.handle} file={importing.files[0]!} />}
    </div>
  );
}
