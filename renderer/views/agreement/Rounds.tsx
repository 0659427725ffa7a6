import { useMemo } from 'react';
import type { AgreementPoint, AgreementRound } from '../../../shared/model/agreement.ts';
import { agreementLine } from '../../../shared/pictures/agreement.ts';
import { sayMeasure } from '../../../shared/words/sayAgreement.ts';
import { Shapes } from '../../charts/Shapes.tsx';
import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import styles from './agreement.module.css';
import { Value } from './MeasureTable.tsx';
import type { AgreementDesk } from './useAgreement.ts';

/** Agreement from round to round: as a line, and as the numbers that it is drawn of. */
export function Rounds({ desk }: { desk: AgreementDesk }) {
  const words = useWords();
  const { say, number } = words;
  const { by } = desk.wished;
  const rounds = useLive('agreement.rounds', { ...desk.asked, ...desk.seen, by }, true);
  if (!rounds) return null;
  if (rounds.length === 0) return <p className={styles['note']}>{desk.blind ? say('agreement.blindNone') : say('agreement.noRounds')}</p>;
  const labelOf = ({ key, label }: AgreementRound) => (key === null ? say(by === 'handout' ? 'agreement.noHandOut' : 'agreement.beforeFirst') : label);
  const names = ['percent', 'kappa', 'alpha', 'ac1'] as const;
  return (
    <div className={styles['beside']}>
      <figure className={styles['figure']}>
        <figcaption>{say('agreement.line')}</figcaption>
        <Line points={rounds.map((round): AgreementPoint => { const { alpha, unitizing, percent } = round.overall; const shown = unitizing === null ? alpha : unitizing.value === null ? percent : unitizing; return { label: labelOf(round), facet: null, value: shown.value, told: sayMeasure(words, shown) }; })} />
      </figure>
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <thead><tr><th scope="col">{say(`agreement.rounds.${by}`)}</th><th scope="col">{say('count.documents')}</th>{names.map((name) => <th key={name} scope="col">{say(`agreement.${name}`)}</th>)}</tr></thead>
          <tbody>
            {rounds.map((round) => (
              <tr key={round.key ?? ''}>
                <th scope="row"><span title={labelOf(round)}><span className={styles['cut']}><bdi>{labelOf(round)}</bdi></span></span></th>
                <td title={round.documents.map(({ name }) => name).join('\n')}>{number(round.documents.length)}</td>
                {names.map((name) => <td key={name}><Value measure={round.overall[name]} percent={name === 'percent'} /></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** px */
const width = 480;
/** α over the rounds on its scale, as it stands in files and reports. */
function Line({ points }: { points: readonly AgreementPoint[] }) {
  const words = useWords();
  const picture = useMemo(() => agreementLine(points, words, { width }), [points, words]);
  return <svg className={styles['line']} viewBox={`0 0 ${picture.width} ${picture.height}`} width={picture.width} height={picture.height} role="img" aria-label={`${words.say('agreement.line')}: ${points.map(({ label, told }) => `${label} ${told}`).join(', ')}`}><Shapes shapes={picture.shapes} /></svg>;
}
