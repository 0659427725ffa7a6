import { useRef, type KeyboardEvent } from 'react';
import type { GridPicture } from '../../../shared/pictures/grid.ts';
import { Shapes } from '../../charts/Shapes.tsx';
import styles from './stakeholders.module.css';

/** The picture with a place to point at on each dot; arrows walk to the nearest dot on that side. */
export function GridChart({ picture, label, told, isOpen, onDot }: { picture: GridPicture; label: string; told: (arm: number, code: number) => string; isOpen: (arm: number, code: number) => boolean; onDot: (arm: number, code: number) => void }) {
  const host = useRef<SVGSVGElement>(null);
  const onKeyDown = (event: KeyboardEvent<SVGGElement>, index: number): void => {
    const here = picture.dots[index]!;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return onDot(here.arm, here.code);
    }
    const along = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key];
    if (!along) return;
    event.preventDefault();
    // What lies straight that way is nearer than what lies aside of it.
    const away = ({ x, y }: { x: number; y: number }) => { const [forward, aside] = [(x - here.x) * along[0]! + (y - here.y) * along[1]!, Math.abs((x - here.x) * along[1]!) + Math.abs((y - here.y) * along[0]!)]; return forward <= 0 ? Infinity : forward + 2 * aside; };
    const next = picture.dots.map((dot, place) => ({ place, away: away(dot) })).filter((each) => each.away < Infinity).toSorted((a, b) => a.away - b.away)[0];
    if (next) host.current?.querySelectorAll<SVGGElement>('[data-dot]')[next.place]?.focus();
  };
  return (
    <svg ref={host} className={styles['grid']} width={picture.width} height={picture.height} viewBox={`0 0 ${picture.width} ${picture.height}`} role="group" aria-label={label}>
      <Shapes shapes={picture.shapes} />
      {picture.dots.map((dot, index) => (
        <g key={`${dot.arm}/${dot.code}`} data-dot role="button" tabIndex={index === 0 ? 0 : -1} aria-label={told(dot.arm, dot.code)} aria-pressed={isOpen(dot.arm, dot.code)}
          className={styles['hit']} onClick={() => onDot(dot.arm, dot.code)} onKeyDown={(event) => onKeyDown(event, index)}>
          <circle cx={dot.x} cy={dot.y} r={13} />
        </g>
      ))}
    </svg>
  );
}
