import type { BookItem } from '../../../shared/model/codebookMerge.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { useWords } from '../../core/words.tsx';
import { Sign } from '../../parts/Sign.tsx';
import desk from './desk.module.css';
import type { Compared } from './asked.ts';
import styles from './books.module.css';
import { sayGround } from './saying.ts';

/** A code of theirs beside those of ours that it may be, each with what speaks for it. */
export function Candidates({ item, meant, look, compared: { tree, books } }: { item: BookItem; meant: string; look: (key: string) => void; compared: Compared }) {
  const words = useWords();
  const { say } = words;
  const rows = new Map(tree.map((row) => [row.uuid, row]));
  const theirCodings = books[item.book]?.kind === 'study' ? rows.get(item.their ?? '')?.theirs[item.book] ?? null : null;
  const isOne = item.candidates.length === 1;
  return (
    <div className={`${desk['sides']} ${styles['sides']}`} data-sides={2}>
      <section data-side="ours" aria-label={say('books.ours')}>
        <h3>{say(isOne ? 'books.ours' : 'books.candidates')}</h3>
        <div className={styles['candidates']} {...(isOne ? {} : { role: 'radiogroup', 'aria-label': say('books.candidates') })}>
          {item.candidates.map(({ key, uuid, about, facet, definition, grounds, taken }) => {
            const count = rows.get(uuid)?.before ?? 0;
            const told = (
              <span>
                <b><Sign facet={facet} /> <bdi lang={languageOf(about) || undefined}>{about}</bdi></b>
                {grounds.map((ground) => <small key={ground.reason}>{sayGround(words, ground)}</small>)}
                <small>{[say('books.codingsOurs', { count }), ...(facet === item.facet || item.candidates.length === 0 ? [] : [say('books.otherFacet', { facet: say(`facet.${facet}`) })]), ...(taken ? [say('books.taken')] : [])].join(' · ')}</small>
                <span className={desk['value']} lang={languageOf(definition) || undefined}>{definition === '' ? <i>{say('books.noDefinition')}</i> : definition}</span>
              </span>
            );
            return isOne ? <div key={key}>{told}</div> : <label key={key} data-chosen={key === meant || undefined}><input type="radio" name="candidate" checked={key === meant} onChange={() => look(key)} />{told}</label>;
          })}
        </div>
      </section>
      <section data-side="theirs" aria-label={say('books.theirs')}>
        <h3>{say('books.theirs')}</h3>
        <div className={styles['candidates']}>
          <div>
            <span>
              <b><bdi lang={languageOf(item.theirs) || undefined}>{item.theirs}</bdi></b>
              {theirCodings === null ? null : <small>{say('books.codingsTheirs', { count: theirCodings })}</small>}
              <span className={desk['value']} lang={languageOf(item.defined) || undefined}>{item.defined === '' ? <i>{say('books.noDefinition')}</i> : item.defined}</span>
            </span>
          </div>
        </div>
      </section>
    </div>
  );
}
