import type { Outcome } from '../../core/core.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { useWords } from '../../core/words.tsx';
import { Sign } from '../../parts/Sign.tsx';
import styles from './query.module.css';
import type { Things } from './useThings.ts';

type Row = Outcome<'query.find'>['rows'][number];

/** A quotation with who says it and its codes; those that were asked for stand out. An empty line while it is on its way. */
export function PassageRow({ row, things }: { row: Row | undefined; things: Things }) {
  const { say, number } = useWords();
  if (!row) return null;
  const codings = new Map<string, Row['codings'][number]>();
  for (const coding of row.codings.toSorted((a, b) => Number(b.asked) - Number(a.asked))) {
    const key = `${coding.code}/${coding.rating ?? ''}`;
    if (!codings.has(key)) codings.set(key, coding);
  }
  return (
    <div className={styles['passage']}>
      <span className={styles['who']}><bdi>{row.speakers.join(', ')}</bdi>{row.turn === null ? null : <small>{say('passage.turn', { turn: row.turn })}</small>}</span>
      <span className={styles['quotation']} lang={languageOf(row.quotation) || undefined}>{row.quotation.replace(/\s+/g, ' ')}</span>
      <span className={styles['codes']}>
        {[...codings.values()].map((coding) => {
          const code = things.code(coding.code);
          return code ? <span key={coding.id} className={styles['code']} data-asked={coding.asked}><Sign facet={code.facet} colour={code.colour} /><bdi>{code.name}</bdi>{coding.rating === null ? null : <b>{coding.rating > 0 ? `+${number(coding.rating)}` : number(coding.rating)}</b>}</span> : null;
        })}
      </span>
    </div>
  );
}
