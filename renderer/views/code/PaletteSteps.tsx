import { facets, type Facet } from '../../../shared/model/schema.ts';
import { useWords } from '../../core/words.tsx';
import { Sign } from '../../parts/Sign.tsx';
import styles from './palette.module.css';
import { shownRating } from './triple.ts';
import type { DocumentAtHand } from './useDocument.ts';
import type { PaletteAtHand } from './usePalette.ts';

const rated = (name: string, rating: number | null | undefined): string => (rating === null || rating === undefined ? name : `${name} ${shownRating(rating)}`);

/** The four facets: under each what the passage has already and what was taken for it. */
export function PaletteSteps({ palette: { steps, present }, at, onStep }: { palette: PaletteAtHand; at: DocumentAtHand; onStep: (facet: Facet) => void }) {
  const { say, list } = useWords();
  const names = new Map(at.codes.map((code) => [code.id, code]));
  return (
    <div className={styles['steps']} role="tablist" aria-label={say('palette.steps')}>
      {facets.map((facet) => {
        const taken = steps.taken.filter((each) => each.facet === facet);
        const there = present.filter((coding) => names.get(coding.code)?.facet === facet && !taken.some((each) => 'code' in each.choice && each.choice.code === coding.code));
        const shown = [...there.map((coding) => rated(names.get(coding.code)!.name, coding.rating)), ...taken.map((each) => rated(each.name, each.choice.rating))];
        return (
          <button key={facet} type="button" role="tab" tabIndex={-1} aria-selected={steps.facet === facet} onMouseDown={(event) => event.preventDefault()} onClick={() => onStep(facet)} title={shown.length > 0 ? list(shown) : say(`facetHint.${facet}`)}>
            <span className={styles['stepFacet']}><Sign facet={facet} />{say(`facet.${facet}`)}</span>
            <span className={styles['stepCodes']} data-state={taken.length > 0 ? 'taken' : there.length > 0 ? 'there' : 'none'}>{shown.length > 0 ? list(shown) : say(facet === steps.facet ? 'palette.choose' : facet === 'theme' ? 'palette.mayStay' : 'palette.nothing')}</span>
          </button>
        );
      })}
    </div>
  );
}
