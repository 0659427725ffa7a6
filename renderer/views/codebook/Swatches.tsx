import type { Facet } from '../../../shared/model/schema.ts';
import { useWords } from '../../core/words.tsx';
import { Sign } from '../../parts/Sign.tsx';
import styles from '../code/code.module.css';

const colours = Array.from({ length: 12 }, (_, step) => String(step + 1));

/** The twelve steps of a facet's colours, one chosen, or none where several codes differ. */
export function Swatches({ facet, colour: chosen, onChange }: { facet: Facet; colour: string | null; onChange: (colour: string) => void }) {
  const { say } = useWords();
  return (
    <div role="radiogroup" aria-label={say('field.colour')} className={styles['swatches']}>
      {colours.map((colour) => <button key={colour} type="button" role="radio" aria-checked={colour === chosen} aria-label={`${say('field.colour')} ${colour}`} onClick={() => onChange(colour)}><Sign facet={facet} colour={colour} /></button>)}
    </div>
  );
}
