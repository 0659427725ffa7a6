import type { Portrait } from '../../../shared/model/portrait.ts';
import type { PortraitPicture as Picture } from '../../../shared/pictures/portrait.ts';
import { Shapes } from '../../charts/Shapes.tsx';
import { useWords } from '../../core/words.tsx';
import styles from './tables.module.css';

/** The portrait with what each mark says; a mark opens its passage. */
export function PortraitPicture({ portrait, picture: { width, height, shapes, marks }, title, onOpen }: { portrait: Portrait; picture: Picture; title: string; onOpen: (coding: Portrait['codings'][number]) => void }) {
  const words = useWords();
  return (
    <svg className={styles['portraitPicture']} viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="group" aria-label={title}>
      <Shapes shapes={shapes} />
      {marks.map(({ coding: place, ...box }) => {
        const coding = portrait.codings[place]!;
        const said = `${portrait.codes[coding.code]!.name}: ${coding.speakers.join(', ')}, ${words.percent(coding.start / Math.max(1, portrait.length))}${coding.rating === null ? '' : `, ${words.number(coding.rating)}`}, ${coding.coder}`;
        return (
          <rect key={coding.coding} {...box} fill="transparent" className={styles['mark']} role="button" tabIndex={0} aria-label={said}
            onClick={() => onOpen(coding)} onKeyDown={(event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); onOpen(coding); } }}><title>{said}</title></rect>
        );
      })}
    </svg>
  );
}
