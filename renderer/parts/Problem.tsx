import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ProblemRecord } from '../../shared/model/problem.ts';
import { useWords } from '../core/words.tsx';
import styles from './parts.module.css';

/** What went wrong, the way out, and buttons to take it; stands beside the thing, never in front of it. */
export function ProblemNote({ problem, children }: { problem: ProblemRecord; children?: ReactNode }) {
  const { what, way } = useWords().problem(problem);
  return (
    <div role="alert" className={styles['problem']}>
      <CircleAlert size={16} strokeWidth={1.5} aria-hidden />
      <div>
        <b>{what}</b>
        <p>{way} <small>({problem.problem})</small></p>
        {children === undefined ? null : <div className={styles['problemButtons']}>{children}</div>}
      </div>
    </div>
  );
}
