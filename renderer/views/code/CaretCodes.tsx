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
  const codes = passage === null ? [] : at.codings.filter((coding) => coding.passage === passage).map((coding) => `${names.get(coding.code) ?? ''}${coding.rating === null ? '' : ` ${shownRating(coding.rating)}`}`);
  return <p className={styles['heard']} aria-live="polite">{codes.length === 0 ? '' : say('passage.codedHere', { codes: list(codes) })}</p>;
}
