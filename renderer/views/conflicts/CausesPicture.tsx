import { useMemo, type Ref } from 'react';
import { usualLevels, type ConflictEntry } from '../../../shared/model/conflicts.ts';
import { useWords } from '../../core/words.tsx';
import { scrolledByKeys } from '../../parts/scrolled.ts';
import { causeHead, countermeasures, layCauses } from './causes.ts';
import styles from './conflicts.module.css';
import { cropped, useDress } from './dress.ts';
import { useLevelName } from './levels.ts';
import { linesOf } from './lettering.ts';

const head = 48;
const foot = 26;

/** Causes, conflicts and consequences in three columns, countermeasures beneath by whom they are addressed to. */
export function CausesPicture({ entries, title, subtitle, origin, open, onOpen, picture }: { entries: readonly ConflictEntry[]; title: string; subtitle: string; origin: string; open: number | null; onOpen: (conflict: number) => void; picture: Ref<SVGSVGElement> }) {
  const { say, number } = useWords();
  const levelName = useLevelName();
  const { colour, face, measure } = useDress();
  const map = useMemo(() => layCauses(entries, measure), [entries, measure]);
  const names = new Map(entries.map(({ id, name }) => [id, name]));
  const levels = countermeasures(entries, usualLevels);
  const rows = levels.flatMap(({ level, measures }) => measures.map(({ name, count, conflicts }, index) => {
    const lines = linesOf(name, 330, 3, measure);
    const of = linesOf(conflicts.map((id) => names.get(id)!).join('; '), 230, 3, measure);
    return { level: index === 0 ? levelName(level) : '', lines, of, count, conflicts, height: Math.max(lines.length, of.length, 1) * 16 + 8 };
  }));
  const tops = rows.reduce<number[]>((all, { height }) => [...all, all.at(-1)! + height], [map.below + 34]);
  const [width, height] = [map.width + 2, head + (rows.length > 0 ? tops.at(-1)! : map.below) + foot];
  const lit = (conflicts: readonly number[]) => open === null || conflicts.includes(open);
  return (
    <div className={styles['picture']} {...scrolledByKeys} role="group" aria-label={title}>
      <svg ref={picture} xmlns="http://www.w3.org/2000/svg" {...cropped(width, height, head)} style={{ maxWidth: width, minWidth: Math.round(width * 0.75) }} role="img" aria-label={`${title}. ${subtitle}`} fontFamily={face} fontSize="12">
        <rect width={width} height={height} fill={colour('var(--paper)')} />
        <text x="2" y="17" fontSize="15" fontWeight="600" fill={colour('var(--ink)')}>{title}</text>
        <text x="2" y="37" fill={colour('var(--ink-2)')}>{subtitle}</text>
        <g transform={`translate(1 ${head})`}>
          {map.columns.map(({ kind, x }) => <text key={kind} x={x} y={causeHead - 12} fontWeight="600" fill={colour('var(--ink)')}>{kind === 'conflict' ? say('command.view.conflicts') : say(`conflicts.kinds.${kind}`)}</text>)}
          {map.lines.map(({ conflict, path, width: wide }, index) => <path key={index} d={path} fill="none" stroke={colour(open === conflict ? 'var(--accent)' : 'var(--conflict-fill)')} strokeWidth={wide} strokeOpacity={lit([conflict]) ? 0.7 : 0.2} />)}
          {map.boxes.map((box) => (
            <g key={box.key} className={styles['edge']} onClick={() => onOpen(box.conflicts[0]!)}>
              <title>{`${box.whole}: ${say('conflicts.passages', { count: box.count })}`}</title>
              <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="4" fill={colour(box.kind === 'conflict' ? 'var(--pane)' : 'var(--paper)')} stroke={colour(box.conflicts.includes(open ?? 0) ? 'var(--accent)' : box.kind === 'conflict' ? 'var(--conflict-fill)' : 'var(--ink-3)')} strokeWidth={box.kind === 'conflict' ? 1.5 : 1} />
              {box.lines.map((line, index) => <text key={index} x={box.x + 8} y={box.y + 19 + index * 16} fontWeight={box.kind === 'conflict' ? 600 : 400} fill={colour('var(--ink)')}>{line}</text>)}
              <text x={box.x + box.width - 8} y={box.y + 19} textAnchor="end" fill={colour('var(--ink-2)')}>{number(box.count)}</text>
            </g>
          ))}
          {rows.length > 0 ? <><line x1="0" x2={map.width} y1={map.below} y2={map.below} stroke={colour('var(--ink-3)')} /><text x="0" y={map.below + 22} fontWeight="600" fill={colour('var(--ink)')}>{say('conflicts.kinds.countermeasure')}</text></> : null}
          {rows.map(({ level, lines, of, count, conflicts }, row) => (
            <g key={row} className={styles['edge']} onClick={() => onOpen(conflicts[0]!)}>
              <text x="0" y={tops[row]! + 14} fill={colour('var(--ink-2)')}>{level}</text>
              {lines.map((line, index) => <text key={index} x="130" y={tops[row]! + 14 + index * 16} fill={colour('var(--ink)')}>{line}</text>)}
              <text x="500" y={tops[row]! + 14} textAnchor="end" fill={colour('var(--ink-2)')}>{number(count)}</text>
              {of.map((line, index) => <text key={index} x="524" y={tops[row]! + 14 + index * 16} fill={colour('var(--ink-2)')}>{line}</text>)}
            </g>
          ))}
        </g>
        <text data-origin="" x="2" y={height - 8} fontSize="11" fill={colour('var(--ink-2)')}>{origin}</text>
      </svg>
    </div>
  );
}
