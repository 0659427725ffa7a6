import { ChevronRight } from 'lucide-react';
import { mergeMoves, type MergeCount, type MergeRow } from '../../../shared/model/merge.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { useWords } from '../../core/words.tsx';
import { ByCoder } from './ByCoder.tsx';
import { differing, Pieces, shortened } from './Marked.tsx';
import styles from './merge.module.css';
import type { Preview } from './merging.ts';
import { sayField, sayValue } from './saying.ts';

/** What comes in, changes and goes: by coder, kind by kind with the first rows of each, and what is corrected in the texts. */
export function Coming({ preview: { counts, coming } }: { preview: Preview }) {
  const { say } = useWords();
  return (
    <section className={styles['page']} aria-labelledby="merge-coming">
      <h2 id="merge-coming">{say('studyMerge.coming')}</h2>
      {counts.length === 0 ? <p className={styles['calm']}>{say('studyMerge.nothing')}</p> : (
        <>
          {coming.coders.length === 0 ? null : <ByCoder coders={coming.coders} />}
          <h3 className={styles['part']}>{say('studyMerge.byKind')}</h3>
          <p className={styles['calm']}>{say('studyMerge.byKindHint')}</p>
          <div className={styles['opening']}>{counts.map((count) => <Kind key={count.table} count={count} rows={coming.kinds.find(({ table }) => table === count.table)} />)}</div>
          {coming.texts.length === 0 ? null : <Texts texts={coming.texts} />}
        </>
      )}
    </section>
  );
}

function Kind({ count, rows }: { count: MergeCount; rows: Preview['coming']['kinds'][number] | undefined }) {
  const { say, number } = useWords();
  return (
    <details>
      <summary><ChevronRight size={14} strokeWidth={1.5} aria-hidden /><b>{say(`studyMerge.table.${count.table as 'codes'}`)}</b>{mergeMoves.map((move) => <span key={move} data-zero={count[move] === 0 || undefined}>{number(count[move])} {say(`studyMerge.${move}`)}</span>)}</summary>
      {mergeMoves.map((move) => (rows === undefined || rows[move].length === 0 ? null : (
        <div key={move} className={styles['moving']}>
          <h4>{say(`studyMerge.${move}`)}{rows[move].length < count[move] ? <small>{say('studyMerge.firstOf', { shown: rows[move].length, all: count[move] })}</small> : null}</h4>
          <ul>{rows[move].map((row, index) => <Row key={index} row={row} />)}</ul>
        </div>
      )))}
    </details>
  );
}
function Row({ row: { name, where, coder, fields } }: { row: MergeRow }) {
  const words = useWords();
  return (
    <li>
      <span lang={languageOf(name)}>{name || words.say('studyMerge.nameless')}</span><small><bdi>{[where, coder ?? ''].filter((part) => part !== '').join(' · ')}</bdi></small>
      {fields.map((each) => {
        const [from, to] = [sayValue(words, each, each.from) ?? '', sayValue(words, each, each.to) ?? ''];
        return <p key={each.field} lang={languageOf(to + from)}><i>{sayField(words, each.field)}</i> <Pieces pieces={shortened(differing(from, to))} /></p>;
      })}
    </li>
  );
}

function Texts({ texts }: { texts: Preview['coming']['texts'] }) {
  const { say } = useWords();
  return (
    <>
      <h3 className={styles['part']}>{say('studyMerge.texts')}</h3>
      <div className={styles['opening']}>
        {texts.map(({ document, count, edits }) => (
          <details key={document} open={texts.length < 4}>
            <summary><ChevronRight size={14} strokeWidth={1.5} aria-hidden /><b><bdi>{document}</bdi></b><span>{say('studyMerge.places', { count })}</span></summary>
            <ul className={styles['edits']}>{edits.map(({ before, removed, inserted, after }, index) => <li key={index} lang={languageOf(before + after)}>{before}{removed === '' ? null : <del>{removed}</del>}{inserted === '' ? null : <ins>{inserted}</ins>}{after}</li>)}</ul>
            {edits.length < count ? <p className={styles['calm']}>{say('studyMerge.firstOf', { shown: edits.length, all: count })}</p> : null}
          </details>
        ))}
      </div>
    </>
  );
}
