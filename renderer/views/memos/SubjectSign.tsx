import { BookOpen, FileText, Quote, User } from 'lucide-react';
import type { Outcome } from '../../core/core.ts';
import { Sign } from '../../parts/Sign.tsx';

type MemoSubject = Outcome<'memo.find'>['memos'][number]['subject'];
const icon = { size: 13, strokeWidth: 1.5, 'aria-hidden': true } as const;
/** The sign of what a memo is about. */
export function SubjectSign({ subject: { about, facet, colour } }: { subject: Pick<MemoSubject, 'about' | 'facet' | 'colour'> }) {
  if (facet !== null) return <Sign facet={facet} colour={colour} />;
  return { project: <BookOpen {...icon} />, documents: <FileText {...icon} />, participants: <User {...icon} />, passages: <Quote {...icon} />, codes: null, codings: null }[about];
}
