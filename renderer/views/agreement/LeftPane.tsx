import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import styles from './agreement.module.css';
import { ways } from './asked.ts';
import { WhichDocuments } from './Bar.tsx';
import { SavedAgreement } from './SavedAgreement.tsx';
import type { AgreementDesk } from './useAgreement.ts';

/** The ways to look at agreement, and who is compared. */
export function LeftPane({ desk }: { desk: AgreementDesk }) {
  const { say } = useWords();
  return (
    <nav className={styles['left']} aria-label={say('agreement.views')}>
      <Ways desk={desk} />
      <Coders desk={desk} />
      <section className={styles['which']}><h3>{say('agreement.documents')}</h3><WhichDocuments desk={desk} /></section>
      <div className={styles['saved']}><SavedAgreement desk={desk} /></div>
    </nav>
  );
}
export function Ways({ desk: { wished, set } }: { desk: AgreementDesk }) {
  const { say } = useWords();
  return (
    <>
      <h2>{say('command.view.agreement')}</h2>
      {ways.map((way) => <button key={way} type="button" className={styles['way']} aria-current={way === wished.way ? 'page' : undefined} onClick={() => set({ way, only: null, at: null })}><span className={styles['cut']}>{say(`agreement.ways.${way}`)}</span></button>)}
    </>
  );
}
function Coders({ desk: { coders, chosen, set } }: { desk: AgreementDesk }) {
  const { say, number } = useWords();
  const finished = useLive('document.finished', {}) ?? [];
  const toggle = (id: number, on: boolean) => set({ coders: on ? coders.map((coder) => coder.id).filter((each) => each === id || chosen.includes(each)) : chosen.filter((each) => each !== id) });
  return (
    <fieldset className={styles['coders']}>
      <legend>{say('agreement.coders')}</legend>
      {coders.map(({ id, name, codings, layer }) => (
        <label key={id} title={name}>
          <input type="checkbox" checked={chosen.includes(id)} onChange={(event) => toggle(id, event.target.checked)} />
          <span className={styles['cut']}><bdi>{name}</bdi></span>
          <small>{layer === 'consensus' ? say('agreement.consensus') : number(codings)}</small>
        </label>
      ))}
      {finished.length === 0 ? null : <p className={styles['hint']}>{say('agreement.finishedDocuments', { count: finished.length })}</p>}
    </fieldset>
  );
}
