import { X } from 'lucide-react';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useKept } from '../../core/useKept.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { useSessionStore } from '../../session.ts';
import styles from './desk.module.css';
import { allBegun, chooseCopies, startBooks } from './asked.ts';
import own from './books.module.css';

/** What merging codebooks is for, what to do next, and merges that were begun and not carried out. */
export function BooksFirst() {
  const { say } = useWords();
  const core = useCore();
  const session = useSessionStore();
  const act = useAct();
  const { kept, put } = useKept();
  const begun = allBegun(kept);
  const choose = () => void act(async () => {
    const files = await core.bridge.pickFiles('codebooks');
    if (files.length > 0) session.set({ books: startBooks(files) });
  });
  return (
    <main className={styles['first']}>
      <div>
        <h1>{say('books.firstTitle')}</h1>
        <p>{say('books.firstText')}</p>
        <p className={own['ways']}><Button look="primary" onPress={choose}>{say('books.choose')}</Button><Button onPress={() => void act(() => chooseCopies(core, session))}>{say('command.codebook.push')}</Button></p>
        {begun.length === 0 ? null : (
          <section aria-label={say('books.begun')}>
            <h2>{say('books.begun')}</h2>
            <p>{say('books.begunHint')}</p>
            <ul>
              {begun.map(({ key, file, decisions }) => (
                <li key={key}>
                  <b title={file}><bdi>{file}</bdi></b><small>{say('books.begunCount', { count: Object.keys(decisions).length })}</small>
                  <Button look="icon" why={say('books.forget', { file })} onPress={() => put(key, null)}><X size={14} strokeWidth={1.5} /></Button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  );
}
