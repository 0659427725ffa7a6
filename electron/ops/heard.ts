import { onlyAnswered } from './answerDocuments.ts';
import { facts } from './facts.ts';
import type { Reader } from './operation.ts';

/** Whose words count, and who was interviewed where. */
export interface Heard {
  /** Whether what a participant says counts. */
  counts(participant: number): boolean;
  /** Each person that counts with each document that she speaks in. */
  readonly spoken: readonly { readonly participant: number; readonly document: number }[];
  /** People interviewed. */
  readonly people: ReadonlySet<number>;
  /** Those of the speakers that count; null where only others (interviewers) speak. Empty where nobody is known to speak. */
  counted(speakers: readonly number[]): readonly number[] | null;
  /** Whether there is coded text that nobody is known to speak. */
  hasUnspoken(): boolean;
}

/** Interviewers, and who only answered a questionnaire, count with `all` alone. */
export function heardBy(project: Reader, speakers: 'interviewees' | 'all'): Heard {
  const roles = new Map(project.all('participants').map(({ id, role }) => [id, role]));
  const answered = onlyAnswered(project);
  const counts = (participant: number) => speakers === 'all' || (roles.get(participant) === 'interviewee' && !answered.has(participant));
  const spoken = spokenPairs(project).filter(({ participant }) => counts(participant));
  return {
    counts, spoken, people: new Set(spoken.map(({ participant }) => participant)),
    counted(all) {
      if (all.length === 0 || speakers === 'all') return all;
      const counting = all.every(counts) ? all : all.filter(counts);
      return counting.length === 0 ? null : counting;
    },
    hasUnspoken: () => facts(project).passages.spokenBy.includes(0),
  };
}
const spokenPairs = (project: Reader) => project.derive('spokenPairs', () => project.query<{ participant: number; document: number }>('SELECT DISTINCT participant, document FROM turns WHERE participant IS NOT NULL'));
