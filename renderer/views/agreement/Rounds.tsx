import type { AgreementRound } from '../../../shared/model/agreement.ts';
import { sayMeasure } from '../../../shared/words/sayAgreement.ts';
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
        <Line points={rounds.map((round) => ({ label: labelOf(round), value: round.overall.alpha.value ?? round.overall.unitizing?.value ?? null, told: sayMeasure(words, round.overall.alpha.value === null && round.overall.unitizing ? round.overall.unitizing : round.overall.alpha) }))} />
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

const [width, height, left, right, top, bottom] = [480, 220, 44, 12, 20, 34];
/** Between the axis and the first and last point, px: what is written at a point does not lie on the axis. */
const inner = 28;
/** α over the rounds between 0 and 1, with what Krippendorff asks for; where it is not defined the line is broken. */
function Line({ points }: { points: readonly { readonly label: string; readonly value: number | null; readonly told: string }[] }) {
  const { say, number } = useWords();
  const least = Math.min(0, ...points.map(({ value }) => value ?? 0));
  const x = (index: number) => (points.length === 1 ? (left + width - right) / 2 : left + inner + (index / (points.length - 1)) * (width - left - right - 2 * inner));
  const y = (value: number) => top + (1 - (value - least) / (1 - least)) * (height - top - bottom);
  const runs = points.reduce<number[][]>((all, { value }, index) => { if (value === null) all.push([]); else all.at(-1)!.push(index); return all; }, [[]]).filter((run) => run.length > 1);
  const every = Math.ceil(points.length / 6);
  const short = (label: string) => (Array.from(label).length > 12 ? `${Array.from(label).slice(0, 11).join('')}…` : label);
  return (
    <svg className={styles['line']} viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={`${say('agreement.line')}: ${points.map(({ label, told }) => `${label} ${told}`).join(', ')}`}>
      <rect x={left} y={y(1)} width={width - left - right} height={y(0.8) - y(1)} className={styles['goodBand']} />
      <rect x={left} y={y(0.8)} width={width - left - right} height={y(0.667) - y(0.8)} className={styles['fairBand']} />
      {[0, 0.667, 0.8, 1].map((value) => <g key={value}><line x1={left} x2={width - right} y1={y(value)} y2={y(value)} className={styles['rule']} /><text x={left - 6} y={y(value) + 4} textAnchor="end">{number(value, value === 0.667 ? 3 : value === 0.8 ? 1 : 0)}</text></g>)}
      {runs.map((run) => <polyline key={run[0]} points={run.map((index) => `${x(index)},${y(points[index]!.value!)}`).join(' ')} className={styles['stroke']} />)}
      {points.map(({ label, value, told }, index) => (
        <g key={index}>
          {value === null ? null : <><circle cx={x(index)} cy={y(value)} r="4" className={styles['dot']}><title>{`${label}: ${told}`}</title></circle>{points.length <= 12 ? <text x={x(index)} y={y(value) - 9} textAnchor="middle" className={styles['told']}>{told}</text> : null}</>}
          {index % every === 0 ? <text x={x(index)} y={height - 10} textAnchor="middle">{short(label)}<title>{label}</title></text> : null}
        </g>
      ))}
    </svg>
  );
}
