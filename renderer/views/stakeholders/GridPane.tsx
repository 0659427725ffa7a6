import { useLayoutEffect, useRef, useState } from 'react';
import { farApart, type RatingGrid } from '../../../shared/model/ratings.ts';
import { sayRating } from '../../../shared/words/sayRatings.ts';
import { useWords } from '../../core/words.tsx';
import { GridChart } from './GridChart.tsx';
import type { EvidenceAsked } from './asked.ts';
import type { useGridPicture } from './useGridPicture.ts';
import styles from './stakeholders.module.css';

/** The width that is there (px), and that there will be. */
export function useWidth(): [number, React.RefObject<HTMLDivElement | null>] {
  const host = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, []);
  return [width, host];
}

export const armOf = (grid: RatingGrid, arm: number): Pick<EvidenceAsked, 'arm'> => (grid.split === null ? {} : { arm: grid.arms[arm]!.key });
export const dotAsked = (grid: RatingGrid, arm: number, code: number): EvidenceAsked => ({ about: code, dimensions: [grid.x.path, grid.y.path], ...armOf(grid, arm) });

export function GridPane({ grid, drawn, label, evidence, onDot }: { grid: RatingGrid; drawn: NonNullable<ReturnType<typeof useGridPicture>>; label: string; evidence: EvidenceAsked | null; onDot: (asked: EvidenceAsked) => void }) {
  const words = useWords();
  const { say } = words;
  const told = (arm: number, code: number): string => {
    const dot = grid.dots[arm]!.find((each) => each.code === code)!;
    const side = grid.split === null ? [] : [grid.arms[arm]!.key === null ? say('by.noValue') : grid.arms[arm]!.label];
    return [dot.label, ...side, `${grid.x.label} ${sayRating(words, dot.at!.x)}`, `${grid.y.label} ${sayRating(words, dot.at!.y)}`, say('tables.people', { count: dot.people }), say('tables.passages', { count: dot.passages }), ...(dot.apart > farApart ? [say('stakeholders.apart')] : [])].join(say('status.and'));
  };
  return (
    <div className={styles['gridBody']}>
      <GridChart picture={drawn.picture} label={label} told={told} isOpen={(arm, code) => evidence?.about === code && evidence.arm === armOf(grid, arm).arm} onDot={(arm, code) => onDot(dotAsked(grid, arm, code))} />
    </div>
  );
}
/** Each coder's own position, where there are several: what the hollow dots say in numbers. */
export function CoderPlaces({ grid, evidence }: { grid: RatingGrid; evidence: EvidenceAsked }) {
  const words = useWords();
  const { say } = words;
  const arm = grid.split === null ? 0 : grid.arms.findIndex(({ key }) => key === evidence.arm);
  const dot = grid.dots[arm]?.find(({ code }) => code === evidence.about);
  if (!dot) return null;
  const value = (side: 'x' | 'y') => { const { spread } = dot[side]; return `${grid[side].label} ${spread ? `${sayRating(words, spread[grid.centre])} (n ${spread.n})` : '–'}`; };
  return (
    <>
      <p>{value('x')}</p><p>{value('y')}</p>
      {dot.coders.length < 2 ? null : <p>{dot.coders.map(({ name, x, y }) => `${name} ${sayRating(words, x)} / ${sayRating(words, y)}`).join(say('status.and'))}{dot.apart > farApart ? <b className={styles['apart']}> {say('stakeholders.apart')}</b> : null}</p>}
    </>
  );
}
