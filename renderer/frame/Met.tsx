import { useState } from 'react';
import { ProblemNote } from '../parts/Problem.tsx';
import { useSession, useSessionStore } from '../session.ts';

/** A Problem that this sheet met, told inside it: the line at the foot of the window lies behind the sheet. */
export function Met() {
  const session = useSessionStore();
  const notice = useSession((now) => now.notice);
  const [before] = useState(() => session.get().notice);
  return notice !== null && notice !== before && 'problem' in notice ? <ProblemNote problem={notice.problem} /> : null;
}
