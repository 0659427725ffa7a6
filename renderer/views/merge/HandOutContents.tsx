import { Check, CircleAlert, Minus } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { scrolledByKeys } from '../../parts/scrolled.ts';
import { askedOf, type Wished } from './handingOut.ts';
import styles from './team.module.css';

type Words = ReturnType<typeof useWords>;
type Preview = Outcome<'handOut.preview'>;

/** What the file will hold, what it will not, and what is to be thought of, in plain words: it is confidential, and it leaves the house. */
export function HandOutContents({ wished }: { wished: Wished }) {
  const words = useWords();
  const { say } = words;
  const asked = askedOf(useSettled(wished));
  const told = useLive('handOut.preview', asked, true);
  if (wished.documents.length === 0 || !told) return <div className={styles['contents']}><p className={styles['none']}>{say('handOut.askDocuments')}</p></div>;
  return (
    <div className={styles['contents']} role="region" aria-label={say('handOut.inIt')} {...scrolledByKeys}>
      <Lines title={say('handOut.inIt')} sign={<Check size={14} strokeWidth={1.75} aria-hidden />} lines={heldIn(words, wished, told)} />
      <Lines title={say('handOut.notInIt')} sign={<Minus size={14} strokeWidth={1.75} aria-hidden />} lines={notIn(words, wished, told)} />
      <Lines title={say('handOut.mind')} sign={<CircleAlert size={14} strokeWidth={1.75} aria-hidden />} lines={toMind(words, wished, told)} />
    </div>
  );
}
/** Pause (ms) after which what was chosen is looked at: in a large study that takes a while, and somebody ticks one document after the other. */
const pause = 250;
function useSettled<V>(value: V): V {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
function Lines({ title, sign, lines }: { title: string; sign: ReactNode; lines: readonly string[] }) {
  return lines.length === 0 ? null : <section><h3>{title}</h3><ul>{lines.map((line) => <li key={line}>{sign}<span>{line}</span></li>)}</ul></section>;
}
function heldIn(words: Words, { people }: Wished, { documents, codes, version, mine, codings, memos, participants, attributes }: Preview): string[] {
  const { say, list, number } = words;
  const told = people === 'values' && attributes.length === 0 ? 'valuesNone' : people;
  return [
    say('handOut.has_.documents', { count: documents }),
    version === '' ? say('handOut.has_.codebookNew', { codes: number(codes) }) : say('handOut.has_.codebook', { codes: number(codes), version }),
    ...(mine > 0 ? [say('handOut.has_.mine', { count: mine })] : []), ...(codings > mine ? [say('handOut.has_.others', { count: codings - mine })] : []), ...(memos > 0 ? [say('handOut.has_.memos', { count: memos })] : []),
    ...(participants > 0 ? [say(`handOut.has_.people.${told}`, { people: number(participants), attributes: list(attributes) })] : []),
  ];
}
function notIn(words: Words, { blind }: Wished, { stays, leftOut }: Preview): string[] {
  const { say } = words;
  return [
    ...(stays.documents > 0 ? [say('handOut.hasNot.documents', { count: stays.documents })] : []),
    ...(blind === 'yes' ? [stays.codings > 0 ? say('handOut.hasNot.codings', { count: stays.codings }) : say('handOut.hasNot.blind')] : []),
    ...(leftOut.codes > 0 ? [say('handOut.hasNot.lines', { count: leftOut.codes })] : []), ...(leftOut.memos > 0 ? [say('handOut.hasNot.quoting', { count: leftOut.memos })] : []),
    say('handOut.hasNot.history'), say('handOut.hasNot.rest'), say('handOut.hasNot.files'),
  ];
}
function toMind(words: Words, { coder, blind }: Wished, { out, told }: Preview): string[] {
  const { say, list } = words;
  return [
    ...(out.length > 0 ? [say('handOut.minds.has', { coder: coder.trim(), documents: list(out) })] : []),
    ...(told.codeNames.length > 0 ? [say('handOut.minds.codeNames', { codes: list(told.codeNames) })] : []), ...(blind === 'yes' && told.examples.length > 0 ? [say('handOut.minds.examples', { codes: list(told.examples) })] : []),
    say('handOut.minds.texts'),
  ];
}
