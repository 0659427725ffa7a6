import { useWords } from '../../core/words.tsx';
import { useSession } from '../../session.ts';
import styles from './code.module.css';
import { shownRating } from './triple.ts';
import type { DocumentAtHand } from './useDocument.ts';

/** What is coded where the caret is, told to whoever hears the page instead of seeing it. */
export function CaretCodes({ at }: { at: DocumentAtHand }) {
  const { say, list } = useWords();
  const passage = useSession((now) => now.passage);
  const names = new Map(at.codes.map((code) => [code.id, code.name]));
  const caret = useSession((now) => (now.selection && now.selection.start === now.selection.end ? now.selection.start : null));
  const isHere = ({ start, end }: { start: number; end: number }) => caret !== null && start <= caret && caret < end;
  // The passage at hand first, then those around it or within it; what several coders or passages say alike is said once.
  const here = passage === null && caret === null ? [] : [...at.codings.filter((coding) => coding.passage === passage), ...at.codings.filter((coding) => coding.passage !== passage && isHere(coding))];
  const codes = [...new Set(here.map((coding) => `${names.get(coding.code) ?? ''}${coding.rating === null ? '' : ` ${shownRating(coding.rating)}`}`))];
  return <p className={styles['heard']} aria-live="polite">{codes.length === 0 ? '' : say('passage.codedHere', { codes: list(codes) })}</p>;
}
