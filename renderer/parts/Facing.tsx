import { Fragment, type ReactNode } from 'react';
import { languageOf } from '../../shared/model/text.ts';
import { useWords } from '../core/words.tsx';
import styles from './facing.module.css';

/** Quotations drawn at once on a side. */
const most = 100;
export interface FacingSide<T> {
  readonly name: string;
  /** What it is called by who hears it. */
  readonly told: string;
  /** Of the sign before the name; none without. */
  readonly colour?: string;
  /** What stands below the name: how many say it, who says the most. */
  readonly about?: ReactNode;
  readonly quotations: readonly T[];
  /** What stands there where nothing was said. */
  readonly none: string;
}

/** What either side says, in two columns that face each other. */
export function Facing<T>({ sides, keyOf, children }: { sides: readonly [FacingSide<T>, FacingSide<T>]; keyOf: (quotation: T) => number; children: (quotation: T) => ReactNode }) {
  const { say } = useWords();
  return (
    <div className={styles['facing']}>
      {sides.map((side, index) => (
        <section key={index} aria-label={side.told}>
          <h3>{side.colour === undefined ? null : <i style={{ background: side.colour }} />}<bdi title={side.name}>{side.name}</bdi></h3>
          {side.about === undefined ? null : <div className={styles['about']}>{side.about}</div>}
          {side.quotations.length === 0 ? <p className={styles['quiet']}>{side.none}</p> : null}
          {side.quotations.slice(0, most).map((quotation) => <Fragment key={keyOf(quotation)}>{children(quotation)}</Fragment>)}
          {side.quotations.length > most ? <p className={styles['quiet']}>{say('code.firstQuotations', { most })}</p> : null}
        </section>
      ))}
    </div>
  );
}
/** Quotations of nobody's side. */
export function Others<T>({ quotations, keyOf, children }: { quotations: readonly T[]; keyOf: (quotation: T) => number; children: (quotation: T) => ReactNode }) {
  return <div>{quotations.slice(0, most).map((quotation) => <Fragment key={keyOf(quotation)}>{children(quotation)}</Fragment>)}</div>;
}

/** One quotation on its side: its words open it in the transcript. `rated`: what coders say of it; `menu`: what can be done with it. */
export function FacingQuotation({ quotation, speakers, document, turn, rated, menu, onOpen }: { quotation: string; speakers: readonly string[]; document: string; turn: number | null; rated?: ReactNode; menu?: ReactNode; onOpen: () => void }) {
  const { say } = useWords();
  // Transcripts are often called as those who speak in them.
  const called = speakers.join(', ');
  const source = [document.includes(called) ? '' : called, document, turn === null ? '' : say('passage.turn', { turn })].filter(Boolean).join(', ');
  return (
    <div className={styles['quotation']} data-menu={menu !== undefined || undefined}>
      <button type="button" onClick={onOpen}><span lang={languageOf(quotation) || undefined}>{quotation}</span><small><bdi>{source}</bdi></small>{rated === undefined ? null : <small className={styles['rated']}>{rated}</small>}</button>
      {menu}
    </div>
  );
}
