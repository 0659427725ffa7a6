import { useWords } from '../../core/words.tsx';
import { Segments } from '../../parts/Choice.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { QueryPane } from '../query/QueryPane.tsx';
import styles from './search.module.css';
import { TextPane } from './TextPane.tsx';

/** Finds words in texts, or passages by how they are coded. */
export function SearchView() {
  const { say } = useWords();
  const session = useSessionStore();
  const mode = useSession((now) => now.searchMode);
  return (
    <main className={styles['search']}>
      <h1 className={styles['hidden']}>{say('command.view.search')}</h1>
      <div className={styles['modes']}><Segments label={say('query.look')} value={mode} options={[{ id: 'text', label: say('query.modeText') }, { id: 'query', label: say('query.modeQuery') }]} onChange={(searchMode) => session.set({ searchMode })} /></div>
      {mode === 'text' ? <TextPane /> : <QueryPane />}
    </main>
  );
}
