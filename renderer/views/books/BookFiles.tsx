import { Plus, X } from 'lucide-react';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import type { Compared } from './asked.ts';
import styles from './books.module.css';
import type { Books } from './useBooks.ts';

/** The codebooks beside ours, what is known of each, and the way to put one more there. */
export function BookFiles({ work: { atHand: { files, compared, wholly, isRunning }, add, drop, change } }: { work: Books }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const choose = () => void act(async () => add(await core.bridge.pickFiles('codebooks')));
  return (
    <div className={styles['files']}>
      <ul aria-label={say('books.list')}>
        {files.map((file, index) => (
          <li key={file.handle}>
            <About name={file.name} book={compared?.books[index] ?? null} />
            <Button look="icon" why={say('books.drop', { file: file.name })} isDisabled={isRunning} onPress={() => drop(file)}><X size={13} strokeWidth={1.5} /></Button>
          </li>
        ))}
      </ul>
      <Button look="plain" onPress={choose} isDisabled={isRunning}><Plus size={14} strokeWidth={1.5} aria-hidden />{say('books.add')}</Button>
      {files.length === 1 ? <label title={say('books.whollyHint')}><input type="checkbox" checked={wholly} onChange={(event) => change({ wholly: event.target.checked })} />{say('books.wholly')}</label> : null}
    </div>
  );
}

function About({ name, book }: { name: string; book: Compared['books'][number] | null }) {
  const { say, moment } = useWords();
  const since = book === null ? '' : book.since ? say('books.since', { when: moment(book.since.at), who: book.since.who }) : say(!book.hasBase ? 'books.noBase' : book.kind === 'study' ? 'books.sinceStart' : 'books.sinceFile');
  const told = book === null ? '' : [say('books.codes', { count: book.codes }), say('books.same', { count: book.same }), say('books.onlyHere', { count: book.onlyHere })].join(' · ');
  return <span><b title={name}><bdi>{name}</bdi></b>{book === null ? null : <small title={`${told} · ${since}`}>{told}<br />{since}</small>}</span>;
}
