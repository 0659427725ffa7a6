import { placeOn, type Anchors, type RatingCell } from '../../../shared/model/ratings.ts';
import styles from './stakeholders.module.css';

const width = 64;
const x = (scale: Anchors, value: number): number => 4 + Math.max(0, Math.min(1, placeOn(scale, value))) * (width - 8);
/** Where the people lie on the scale: a line for it, a bar for the middle half of them, a dot for their median. */
export function Strip({ scale, cell: { spread } }: { scale: Anchors; cell: RatingCell }) {
  if (!spread) return null;
  const [lower, upper] = [x(scale, spread.lower), x(scale, spread.upper)];
  return (
    <svg className={styles['strip']} viewBox={`0 0 ${width} 10`} aria-hidden="true">
      <line x1="4" x2={width - 4} y1="5" y2="5" className={styles['stripScale']} />
      <line x1={x(scale, (scale.low + scale.high) / 2)} x2={x(scale, (scale.low + scale.high) / 2)} y1="3" y2="7" className={styles['stripScale']} />
      <rect x={lower - 1} width={Math.max(2, upper - lower + 2)} y="3" height="4" className={styles['stripBar']} />
      <circle cx={x(scale, spread.median)} cy="5" r="3.4" className={styles['stripDot']} />
    </svg>
  );
}
