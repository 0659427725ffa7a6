import { useMemo, type Ref } from 'react';
import type { ConflictMatrix } from '../../../shared/model/conflicts.ts';
import type { Words } from '../../../shared/words/index.ts';
import { useWords } from '../../core/words.tsx';
import { scrolledByKeys } from '../../parts/scrolled.ts';
import { codeColour } from '../../parts/Sign.tsx';
import type { OpenConflict } from './asked.ts';
import styles from './conflicts.module.css';
import { cropped, useDress } from './dress.ts';
import { linesOf } from './lettering.ts';
import { layNetwork } from './network.ts';

const foot = 26;

/** What arrows and circles say, and what is not drawn. */
export const networkLegend = (say: Words['say'], leftOut: number, least: number): string => `${say('conflicts.networkLegend')}${leftOut > 0 ? ` ${say('conflicts.networkLeftOut', { least })}` : ''}`;

/** Who is in conflict with whom, drawn: an arrow from who says it, its width how many, a circle as large as all that is said about the group. */
export function NetworkPicture({ matrix, least, title, subtitle, origin, open, onCell, picture }: { matrix: ConflictMatrix; least: number; title: string; subtitle: string; origin: string; open: OpenConflict | null; onCell: (row: string | null, column: number) => void; picture: Ref<SVGSVGElement> }) {
  const { say, number } = useWords();
  const { colour, face, measure } = useDress();
  const network = useMemo(() => layNetwork(matrix, least, measure), [matrix, least, measure]);
  const width = Math.max(network.width, 640);
  const told = [subtitle, networkLegend(say, network.leftOut, least)].flatMap((text) => linesOf(text, width * 0.85, 3, measure));
  const head = 26 + told.length * 17;
  const height = network.height + head + foot;
  const left = (width - network.width) / 2;
  const nameOf = (row: number, column: number) => say('conflicts.against', { party: matrix.rows[row]!.label, counterparty: matrix.columns[column]!.label });
  const isOpen = (row: number, column: number) => open?.kind === 'cell' && open.row === matrix.rows[row]!.key && open.column === matrix.columns[column]!.code;
  return (
    <div className={styles['picture']} {...scrolledByKeys} role="group" aria-label={title}>
      <svg ref={picture} xmlns="http://www.w3.org/2000/svg" {...cropped(width, height, head)} style={{ maxWidth: width, minWidth: Math.round(width * 0.75) }} role="img" aria-label={`${title}. ${subtitle}`} fontFamily={face} fontSize="12">
        <rect width={width} height={height} fill={colour('var(--paper)')} />
        <text x="2" y="17" fontSize="15" fontWeight="600" fill={colour('var(--ink)')}>{title}</text>
        {told.map((line, index) => <text key={index} x="2" y={37 + index * 17} fill={colour('var(--ink-2)')}>{line}</text>)}
        <g transform={`translate(${left} ${head})`}>
          {network.edges.map(({ row, column, value, path, head: tip, width: wide }) => {
            const ink = colour(isOpen(row, column) ? 'var(--accent)' : 'var(--conflict-fill)');
            return <g key={`${row}/${column}`} className={styles['edge']} onClick={() => onCell(matrix.rows[row]!.key, matrix.columns[column]!.code)}><title>{`${nameOf(row, column)}: ${number(value)}`}</title><path d={path} fill="none" stroke="transparent" strokeWidth={Math.max(10, wide)} /><path d={path} fill="none" stroke={ink} strokeWidth={wide} strokeOpacity={isOpen(row, column) ? 1 : 0.75} /><path d={tip} fill={ink} /></g>;
          })}
          {network.nodes.map(({ column, x, y, radius, label }) => {
            const { label: whole, colour: code, about, n, row } = matrix.columns[column]!;
            return (
              <g key={column}>
                <title>{`${whole}: ${say('conflicts.aboutGroup', { count: about })}${row === null ? `, ${say('conflicts.noAnswer')}` : `, n ${n}`}`}</title>
                {label.moved ? <line x1={x} y1={y} x2={label.anchor === 'start' ? label.x - 3 : label.x + 3} y2={(label.box.top + label.box.bottom) / 2} stroke={colour('var(--ink-3)')} strokeWidth="1" /> : null}
                <circle cx={x} cy={y} r={radius} fill={row === null ? colour('var(--paper)') : colour(codeColour('stakeholder', code))} stroke={row === null ? colour(codeColour('stakeholder', code)) : colour('var(--paper)')} strokeWidth="2" strokeDasharray={row === null ? '3 2' : undefined} />
                {label.lines.map((line, index) => <text key={index} x={label.x} y={label.y + 12 + index * 16} textAnchor={label.anchor} fill={colour('var(--ink)')} stroke={colour('var(--paper)')} strokeWidth="3" strokeLinejoin="round" paintOrder="stroke">{line}</text>)}
              </g>
            );
          })}
        </g>
        <text data-origin="" x="2" y={height - 8} fontSize="11" fill={colour('var(--ink-2)')}>{origin}</text>
      </svg>
    </div>
  );
}
