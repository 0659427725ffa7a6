import type { RefObject } from 'react';
import type { Portrait } from '../../../shared/model/portrait.ts';
import { useWords } from '../../core/words.tsx';
import { codeColour } from '../../parts/Sign.tsx';
import styles from './tables.module.css';

const [labels, width, rowHeight, head] = [220, 720, 22, 58];
/** Marks are at least as wide as that, so that a short passage is seen. */
const least = 3;

/** A row a code, a mark a passage in its place in the text; above them the turns, interviewers' lighter. */
export function PortraitPicture({ drawn, title, onOpen, picture }: { drawn: Portrait; title: string; onOpen: (coding: Portrait['codings'][number]) => void; picture: RefObject<SVGSVGElement | null> }) {
  const words = useWords();
  const at = (offset: number) => labels + (offset / Math.max(1, drawn.length)) * width;
  const height = head + drawn.codes.length * rowHeight + 28;
  const short = (name: string) => (Array.from(name).length > 30 ? `${Array.from(name).slice(0, 29).join('')}…` : name);
  return (
    <svg ref={picture} className={styles['portraitPicture']} viewBox={`0 0 ${labels + width + 16} ${height}`} width={labels + width + 16} height={height} role="group" aria-label={title}>
      <rect x="0" y="0" width={labels + width + 16} height={height} style={{ fill: 'var(--paper)' }} />
      <text x="0" y="16" style={{ fill: 'var(--ink)', fontSize: 14, fontWeight: 600 }}>{title}</text>
      <text x="0" y="47" style={{ fill: 'var(--ink-2)', fontSize: 12 }}>{words.say('tables.turnsRow')}</text>
      {drawn.turns.map((turn) => <rect key={turn.start} x={at(turn.start)} y="38" width={Math.max(0.6, at(turn.end) - at(turn.start) - 0.6)} height="10" style={{ fill: turn.interviewer ? 'var(--line)' : 'var(--ink-3)' }}><title>{turn.speaker}</title></rect>)}
      {drawn.codes.map((code, row) => (
        <g key={code.id}>
          <line x1={labels} x2={labels + width} y1={head + row * rowHeight + 11} y2={head + row * rowHeight + 11} style={{ stroke: 'var(--line)' }} />
          <text x="0" y={head + row * rowHeight + 15} style={{ fill: 'var(--ink)', fontSize: 12 }}>{short(code.name)}<title>{code.path}</title></text>
        </g>
      ))}
      {drawn.codings.map((coding) => {
        const code = drawn.codes[coding.code]!;
        const said = `${code.name}: ${coding.speakers.join(', ')}, ${words.percent(coding.start / Math.max(1, drawn.length))}${coding.rating === null ? '' : `, ${words.number(coding.rating)}`}, ${coding.coder}`;
        return (
          <rect key={coding.coding} x={at(coding.start)} y={head + coding.code * rowHeight + 4} width={Math.max(least, at(coding.end) - at(coding.start))} height="14" className={styles['mark']} style={{ fill: codeColour(code.facet, code.colour) }}
            role="button" tabIndex={0} aria-label={said} onClick={() => onOpen(coding)} onKeyDown={(event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); onOpen(coding); } }}><title>{said}</title></rect>
        );
      })}
      {[0, 0.25, 0.5, 0.75, 1].map((share) => <text key={share} x={labels + share * width} y={height - 8} textAnchor={share === 0 ? 'start' : share === 1 ? 'end' : 'middle'} style={{ fill: 'var(--ink-3)', fontSize: 11 }}>{words.percent(share)}</text>)}
    </svg>
  );
}
