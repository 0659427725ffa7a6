import { readingOf } from '../../../shared/words/sayAgreement.ts';
import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import styles from './agreement.module.css';
import { ReadingMark, Value } from './MeasureTable.tsx';
import type { AgreementDesk } from './useAgreement.ts';

const units = ['percent', 'kappa', 'alpha', 'ac1'] as const;
const segments = ['percent', 'brennanPrediger', 'holsti'] as const;
/** A line a document, the one in which they agree least first; its name opens what they differ about there. */
export function ByDocument({ desk }: { desk: AgreementDesk }) {
  const words = useWords();
  const { say, number } = words;
  const found = useLive('agreement.documents', { ...desk.asked, ...desk.seen }, true);
  if (!found) return null;
  if (found.length === 0) return <p className={styles['note']}>{desk.blind ? say('agreement.blindNone') : say('agreement.noRounds')}</p>;
  const isFree = desk.wished.unit === 'segment';
  const names = isFree ? segments : units;
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{say('excerpt.document')}<small>{say('agreement.worstDocument')}</small></th>
            {desk.chosen.map((coder) => <th key={coder} scope="col" title={say('agreement.codingsOf', { coder: desk.nameOf(coder) })}><bdi>{desk.nameOf(coder)}</bdi></th>)}
            {isFree ? null : <th scope="col">{say(`agreement.units.${desk.wished.unit}`)}</th>}
            {names.map((name) => <th key={name} scope="col">{say(`agreement.${name}`)}</th>)}
            {isFree ? <th scope="col">{say('agreement.unitizing')}<small>{say('agreement.unitizingHint')}</small></th> : null}
            <th scope="col" className={styles['reading']}>{say('agreement.reading')}</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ document, worked, codings, length, measures }) => (
            <tr key={document.id}>
              <th scope="row"><button type="button" title={document.name} onClick={() => desk.set({ way: 'disagreements', documents: [document.id], only: null, show: 'open', order: 'document', at: null })}><span className={styles['cut']}><bdi>{document.name}</bdi></span></button></th>
              {codings.map((count, place) => (worked.includes(place) ? <td key={place}>{number(count)}</td> : <td key={place} title={say('agreement.notThere')}><span className={styles['undefined']} aria-hidden>–</span><span className={styles['hidden']}>{say('agreement.notThere')}</span></td>))}
              {isFree ? null : <td>{number(length ?? 0)}</td>}
              {names.map((name) => <td key={name}><Value measure={measures[name]} percent={name === 'percent'} /></td>)}
              {isFree ? <td><Value measure={measures.unitizing ?? { value: null }} /></td> : null}
              <td className={styles['reading']}><ReadingMark reading={readingOf(measures, codings.some((count) => count > 0))} measures={measures} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['legend']}>{say('agreement.legend')}{isFree || desk.wished.unit === 'document' ? '' : ` ${say('agreement.dependent')}`}</p>
    </div>
  );
}
