import { inShort } from '../../../shared/model/memoText.ts';
import { languageOf } from '../../../shared/model/text.ts';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Sign } from '../../parts/Sign.tsx';
import styles from './textHistory.module.css';

/** Passages whose words an edit took, or took some of, with what was coded on them. */
export function HurtPassages({ hurt }: { hurt: Outcome<'document.compare'>['hurt'] }) {
  const { say } = useWords();
  if (hurt.length === 0) return null;
  const lost = hurt.filter(({ after }) => after === null).length;
  const told = [lost > 0 ? say('textHistory.lost', { count: lost }) : '', hurt.length > lost ? say('textHistory.shortened', { count: hurt.length - lost }) : ''].filter(Boolean).join(say('status.and'));
  return (
    <details className={styles['hurt']} open={hurt.length <= 3}>
      <summary>{told}</summary>
      <ul>
        {hurt.map(({ passage, before, after, codes, hidden }) => (
          <li key={passage}>
            <p lang={languageOf(before) || undefined}>{after === null ? <del>{inShort(before, 160)}</del> : <>{inShort(before, 160)}<span aria-hidden="true"> → </span><ins>{inShort(after, 160)}</ins></>}</p>
            <p className={styles['codes']}>{codes.map((code, index) => <span key={index}>{code.facet === null ? null : <Sign facet={code.facet} colour={code.colour} />}<bdi>{code.name || say('memos.gone')}</bdi></span>)}{hidden > 0 ? <small>{say('blind.others', { count: hidden })}</small> : null}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
