import { ArrowDown } from 'lucide-react';
import { useState } from 'react';
import { byDifference, type RatingDifference } from '../../../shared/model/ratingDifferences.ts';
import type { Arm, Centre, RatingAxis, RatingCell } from '../../../shared/model/ratings.ts';
import { sayArm, sayMinus, sayRating, sayUndefined } from '../../../shared/words/sayRatings.ts';
import { pText } from '../../../shared/words/sayOffer.ts';
import { useWords } from '../../core/words.tsx';
import { Sign } from '../../parts/Sign.tsx';
import type { EvidenceAsked } from './asked.ts';
import { opens, RatingTd, walkCells } from './RatingTd.tsx';
import styles from './stakeholders.module.css';

/** A stakeholder in a dimension on every side, and how the two compared sides differ. */
export interface Compared { readonly who: Pick<RatingAxis, 'label' | 'path' | 'colour' | 'depth'> & { readonly code: number }; readonly what: RatingAxis; readonly cells: readonly (RatingCell | null)[]; readonly difference: RatingDifference | null }

/** The sides of a comparison beside each other, with their difference: in the order of the codebook, or what differs most first. */
export function CompareTable({ rows, arms, split, centre, sort, onSort, evidence, onCell }: { rows: readonly Compared[]; arms: readonly Arm[]; split: string; centre: Centre; sort: 'order' | 'difference'; onSort: (sort: 'order' | 'difference') => void; evidence: EvidenceAsked | null; onCell: (asked: EvidenceAsked) => void }) {
  const words = useWords();
  const { say } = words;
  const [reached, setReached] = useState('');
  const spoken = rows.filter(({ cells }) => cells.some(opens));
  const isSorted = sort === 'difference';
  const shown = isSorted ? byDifference(spoken, ({ difference }) => difference) : spoken;
  const hasDifference = rows.some(({ difference }) => difference !== null);
  const places = shown.flatMap(({ cells }, row) => cells.flatMap((cell, column) => (opens(cell) ? [`${row}/${column}`] : [])));
  const stop = places.includes(reached) ? reached : places[0];
  /** A stakeholder's name stands once over its dimensions, unless they are sorted apart. */
  const spanOf = (row: number) => (isSorted ? 1 : shown[row - 1]?.who.code === shown[row]!.who.code ? 0 : shown.filter(({ who }) => who.code === shown[row]!.who.code).length);
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']} onKeyDown={(event) => walkCells(event, shown.length, arms.length)}>
        <thead>
          <tr>
            <th scope="col" className={styles['corner']}>{say('stakeholders.stakeholder')}</th>
            <th scope="col" className={`${styles['side']} ${styles['what']}`}>{say('stakeholders.dimension')}</th>
            {arms.map((arm) => <th key={arm.key ?? ''} scope="col" title={`${split}: ${sayArm(words, arm)}`}><span><bdi>{sayArm(words, arm)}</bdi></span><small>n {words.number(arm.n)}</small></th>)}
            {hasDifference ? <th scope="col" className={styles['differs']} aria-sort={isSorted ? 'descending' : 'none'}><button type="button" onClick={() => onSort(isSorted ? 'order' : 'difference')} title={say('stakeholders.byDifference')}><span>{say(centre === 'mean' ? 'stakeholders.differenceOfMeans' : 'stakeholders.difference')}{isSorted ? <ArrowDown size={12} strokeWidth={1.5} aria-hidden="true" /> : null}</span><small>{sayMinus(words, arms)}</small></button></th> : null}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ who, what, cells, difference }, row) => {
            const span = spanOf(row);
            return (
              <tr key={`${who.code}/${what.code}`} data-first={span > 0 || undefined}>
                {span === 0 ? null : <th scope={span > 1 ? 'rowgroup' : 'row'} rowSpan={span} title={who.path}><span style={{ paddingLeft: isSorted ? 0 : `${Math.min(who.depth, 4) * 14}px` }}><Sign facet="stakeholder" colour={who.colour} /><span className={styles['cut']}><bdi>{who.label}</bdi></span></span></th>}
                <th scope="row" className={`${styles['side']} ${styles['what']}`}><span className={styles['cut']} title={what.path}><bdi>{what.label}</bdi></span></th>
                {cells.map((cell, column) => <RatingTd key={column} cell={cell} centre={centre} at={{ row, column, scale: what.scale!, told: [who.label, sayArm(words, arms[column]!), what.label].join(', '), asked: { about: who.code, dimensions: [what.path], arm: arms[column]!.key }, stop, evidence, onReach: setReached, onCell }} />)}
                {hasDifference ? <td className={styles['differs']}>{difference === null ? null : difference.value === null ? <em>{sayUndefined(words, difference, arms)}</em> : <span><b>{sayRating(words, difference.value)}</b>{difference.p === null ? null : <small>{pText(words, difference.p)}</small>}</span>}</td> : null}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles['caveat']}>{hasDifference ? `${sayMinus(words, arms, 'stakeholders.differenceNote')} ${say('stakeholders.untested')}` : say('stakeholders.onlyTwo', { split })}</p>
    </div>
  );
}
