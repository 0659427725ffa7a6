import type { Facet } from '../../../shared/model/schema.ts';
import { showKeys } from '../../commands.ts';
import { useWords } from '../../core/words.tsx';
import { Sign } from '../../parts/Sign.tsx';
import styles from './palette.module.css';
import { shownRating, stepsOf, type Parties } from './triple.ts';
import type { DocumentAtHand } from './useDocument.ts';
import type { PaletteAtHand } from './usePalette.ts';

/** Under the list: the scale of the dimension at hand, who clashes with whom, what is missing, and the keys. */
export function PaletteFoot({ palette, at }: { palette: PaletteAtHand; at: DocumentAtHand }) {
  const { say } = useWords();
  const { steps, dimension, clashing, missing } = palette;
  const keys: [string, string][] = [
    ['Tab', say('palette.next')], ...(dimension && steps.facet === 'dimension' ? [['Alt+1…', say('palette.rate')] as [string, string]] : []), ...(clashing ? [['Alt+X', say('palette.swap')] as [string, string]] : []),
    ['Shift+Enter', say('palette.more')], ...(steps.taken.length === 0 && steps.typed === '' ? [['.', say('palette.repeat')] as [string, string]] : []),
  ];
  return (
    <>
      {dimension && (steps.facet === 'dimension' || dimension === palette.row) ? <Scale palette={palette} /> : null}
      {clashing ? <PartiesLine parties={palette.parties} at={at} onChange={palette.setParties} /> : null}
      <p className={styles['missing']} id="palette-missing" aria-live="polite">{missing.length === 0 ? null : <>{missing.map((facet: Facet) => <Sign key={facet} facet={facet} />)}<b>{say('palette.missing', { facets: missing.map((facet) => say(`facet.${facet}`)).join(say('palette.between')) })}</b><span>{say('palette.mayMiss')}</span></>}</p>
      <footer className={styles['keys']}>
        {keys.map(([key, label]) => <span key={key}><kbd>{showKeys(key)}</kbd>{label}</span>)}
        <span className={styles['grow']} />
        <span><kbd>{showKeys('Escape')}</kbd>{say('palette.leave')}</span><span><kbd>{showKeys('Enter')}</kbd>{say('palette.apply')}</span>
      </footer>
    </>
  );
}

/** The scale of a dimension; the step is also chosen by Alt and its place, or typed behind the name. */
function Scale({ palette: { dimension, rate } }: { palette: PaletteAtHand }) {
  const { say } = useWords();
  const steps = stepsOf(dimension!.scale);
  const { rating } = dimension!.choice;
  return (
    <div className={styles['line']}>
      <span>{say('excerpt.rating')}</span>
      <span className={styles['scale']} role="radiogroup" aria-label={say('excerpt.rating')}>
        {steps.map((step, place) => <button key={step.value} type="button" role="radio" tabIndex={-1} aria-checked={step.value === rating} title={step.anchor || undefined} onMouseDown={(event) => event.preventDefault()} onClick={() => rate(place + 1)}>{shownRating(step.value)}</button>)}
      </span>
      <small><bdi>{[steps[0]!.anchor, steps.at(-1)!.anchor].filter(Boolean).join(' … ')}</bdi></small>
    </div>
  );
}

/** Who clashes with whom. */
function PartiesLine({ parties, at, onChange }: { parties: Parties; at: DocumentAtHand; onChange: (parties: Parties) => void }) {
  const { say } = useWords();
  const stakeholders = at.codes.filter((code) => code.facet === 'stakeholder');
  const side = (name: keyof Parties) => (
    <select aria-label={say(`excerpt.${name}`)} value={parties[name] ?? ''} onChange={(event) => onChange({ ...parties, [name]: event.target.value === '' ? null : Number(event.target.value) })}>
      <option value="">{say('passage.nobody')}</option>
      {stakeholders.map((code) => <option key={code.id} value={code.id}>{code.name}</option>)}
    </select>
  );
  return <div className={styles['line']}><span>{say('palette.parties')}</span>{side('party')}<span aria-hidden="true">↔</span>{side('counterparty')}</div>;
}
