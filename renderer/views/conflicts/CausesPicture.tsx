import type { CausesPicture as Causes } from '../../../shared/pictures/causes.ts';
import { Shapes } from '../../charts/Shapes.tsx';
import { useWords } from '../../core/words.tsx';
import { scrolledByKeys } from '../../parts/scrolled.ts';
import styles from './conflicts.module.css';

/** Causes, conflicts, consequences and countermeasures with what each says in full under the pointer; each opens its conflict. */
export function CausesPicture({ causes: { width, height, shapes, points }, label, onOpen }: { causes: Causes; label: string; onOpen: (conflict: number) => void }) {
  const { say } = useWords();
  return (
    <div className={styles['picture']} {...scrolledByKeys} role="group" aria-label={label}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} style={{ maxWidth: width, minWidth: Math.round(width * 0.75) }} role="img" aria-label={label}>
        <Shapes shapes={shapes} />
        {points.map(({ x, y, width: wide, height: high, name, quotations, conflicts }, index) => <rect key={index} className={styles['edge']} x={x} y={y} width={wide} height={high} fill="transparent" onClick={() => onOpen(conflicts[0]!)}><title>{`${name}: ${say('conflicts.passages', { count: quotations })}`}</title></rect>)}
      </svg>
    </div>
  );
}
