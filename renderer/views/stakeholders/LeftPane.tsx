import type { GridDot, RatingGrid } from '../../../shared/model/ratings.ts';
import { useWords } from '../../core/words.tsx';
import { Field } from '../../parts/Field.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { sameEvidence, ways, type EvidenceAsked, type Way } from './asked.ts';
import { dotAsked } from './GridPane.tsx';
import { SavedRatings } from './SavedRatings.tsx';
import type { Asked } from './useAsked.ts';
import { corners } from '../../../shared/pictures/gridWords.ts';
import { useQuadrants } from './useGridPicture.ts';
import styles from './stakeholders.module.css';

/** The three ways to look at stakeholders; of the grid, who stands on it, on how much, and who does not and why. */
export function LeftPane({ asked, way, grid, evidence, onWay, onDot }: { asked: Asked; way: Way; grid: RatingGrid | undefined; evidence: EvidenceAsked | null; onWay: (way: Way) => void; onDot: (asked: EvidenceAsked) => void }) {
  const { say } = useWords();
  return (
    <nav className={styles['left']} aria-label={say('stakeholders.views')}>
      <h2>{say('command.view.stakeholders')}</h2>
      {ways.map((each) => <button key={each} type="button" className={styles['way']} aria-current={each === way ? 'page' : undefined} onClick={() => onWay(each)}><span className={styles['cut']}>{say(`stakeholders.ways.${each}`)}</span></button>)}
      {way === 'grid' && grid ? grid.arms.map((arm, index) => <Placed key={index} title={grid.split === null ? say('stakeholders.onGrid') : arm.key === null ? say('by.noValue') : arm.label} grid={grid} arm={index} evidence={evidence} onDot={onDot} />) : null}
      {way === 'grid' && grid ? <Quadrants /> : null}
      <SavedRatings asked={asked} />
    </nav>
  );
}
function Placed({ title, grid, arm, evidence, onDot }: { title: string; grid: RatingGrid; arm: number; evidence: EvidenceAsked | null; onDot: (asked: EvidenceAsked) => void }) {
  const words = useWords();
  const { say } = words;
  const dots = grid.dots[arm]!;
  const placed = dots.filter(({ placing }) => placing === 'placed');
  const others = dots.filter(({ placing }) => placing !== 'placed');
  const row = (dot: GridDot) => {
    const asked = dotAsked(grid, arm, dot.code);
    const supported = dot.x.passages + dot.y.passages > 0;
    const inside = <><Sign facet="stakeholder" colour={dot.colour} /><span className={styles['cut']}><bdi>{dot.label}</bdi>{dot.placing === 'placed' ? null : <small>{say(`stakeholders.placing.${dot.placing}`)}</small>}</span><small>{words.number(dot.passages)}</small></>;
    if (!supported) return <p key={dot.code} className={styles['unsupported']} title={dot.path}>{inside}</p>;
    return <button key={dot.code} type="button" className={styles['place']} data-placing={dot.placing} title={dot.path} aria-pressed={sameEvidence(evidence, asked)} onClick={() => onDot(asked)}>{inside}</button>;
  };
  return (
    <section>
      <h3 className={styles['counted']}><span className={styles['cut']} title={title}>{title}</span> <small>{say('left.ofAll', { here: placed.length, all: dots.length })}</small></h3>
      {placed.map(row)}
      {others.length === 0 ? null : <h4>{say('stakeholders.notPlaced')}</h4>}
      {others.map(row)}
      {arm === 0 ? <p className={styles['hint']}>{say('stakeholders.behind', { least: grid.least })}</p> : null}
    </section>
  );
}
function Quadrants() {
  const { say } = useWords();
  const { names, rename } = useQuadrants();
  return (
    <details className={styles['quadrants']}>
      <summary>{say('stakeholders.nameQuadrants')}</summary>
      {corners.map((corner) => <Field key={corner} label={say(`stakeholders.corners.${corner}`)} value={names[corner]} onCommit={(name) => rename(corner, name)} />)}
    </details>
  );
}
