import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-react';
import { lazy, Suspense, useState, type DragEvent, type KeyboardEvent } from 'react';
import { needsTable, type ExhibitPart, type ReportPart } from '../../../shared/model/report.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { ProblemNote } from '../../parts/Problem.tsx';
import { BelowExhibit, ExhibitTable } from './ExhibitTable.tsx';
import styles from './report.module.css';

// What draws pictures is a quarter of the program: it is read when the first picture is wanted.
const ExhibitPicture = lazy(async () => ({ default: (await import('../../charts/ExhibitPicture.tsx')).ExhibitPicture }));

/** What can be done with a part from where it stands. */
export interface PartDeeds {
  onSelect(): void;
  onChange(part: ReportPart): unknown;
  /** By so many places: −1 is up. */
  onMove(by: number): void;
  onTake(): void;
  /** Another part was dropped before or behind this one. */
  onDrop(part: number, before: boolean): void;
}
export const partType = 'application/x-concord-report-part';

/** A part of the page: text is written in place, an analysis is as the study has it now. */
export function Part({ report, part, isHere, isFirst, isLast, deeds }: { report: number; part: ReportPart; isHere: boolean; isFirst: boolean; isLast: boolean; deeds: PartDeeds }) {
  const { say } = useWords();
  const [over, setOver] = useState<'before' | 'behind' | null>(null);
  const half = (event: DragEvent<HTMLElement>): 'before' | 'behind' => { const box = event.currentTarget.getBoundingClientRect(); return event.clientY < box.top + box.height / 2 ? 'before' : 'behind'; };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    deeds.onMove(by);
  };
  const name = say(`report.parts.${part.type}`);
  return (
    <section className={styles['part']} aria-label={name} data-here={isHere || undefined} data-over={over ?? undefined} data-part={part.id} onFocus={deeds.onSelect} onClick={deeds.onSelect}
      onDragOver={(event) => { if (!event.dataTransfer.types.includes(partType)) return; event.preventDefault(); setOver(half(event)); }} onDragLeave={() => setOver(null)}
      onDrop={(event) => { const dropped = Number(event.dataTransfer.getData(partType)); setOver(null); if (!dropped) return; event.preventDefault(); deeds.onDrop(dropped, half(event) === 'before'); }}>
      <div className={styles['handles']} onKeyDown={onKeyDown} role="toolbar" aria-label={say('report.partTools', { part: name })}>
        <span className={styles['grip']} draggable title={say('report.drag')} onDragStart={(event) => { event.dataTransfer.setData(partType, String(part.id)); event.dataTransfer.effectAllowed = 'move'; }}><GripVertical size={14} strokeWidth={1.5} aria-hidden /></span>
        <Button look="icon" why={say('report.up')} keys="↑" isDisabled={isFirst} onPress={() => deeds.onMove(-1)}><ArrowUp size={14} strokeWidth={1.5} /></Button>
        <Button look="icon" why={say('report.down')} keys="↓" isDisabled={isLast} onPress={() => deeds.onMove(1)}><ArrowDown size={14} strokeWidth={1.5} /></Button>
        <Button look="icon" why={say('report.take')} onPress={deeds.onTake}><X size={14} strokeWidth={1.5} /></Button>
      </div>
      {part.type === 'exhibit' ? <Shown report={report} part={part} /> : part.type === 'heading'
        ? <div className={styles['heading']} data-level={part.level} lang={languageOf(part.text) || undefined}><Field hidden label={say('report.parts.heading')} placeholder={say('report.parts.heading')} value={part.text} onCommit={(text) => deeds.onChange({ ...part, text })} /></div>
        : <div className={styles['text']} lang={languageOf(part.text) || undefined}><Field hidden lines label={say('report.parts.text')} placeholder={say('report.write')} value={part.text} onCommit={(text) => deeds.onChange({ ...part, text })} /></div>}
    </section>
  );
}

function Shown({ report, part }: { report: number; part: ExhibitPart }) {
  const { language } = useWords();
  const shown = useLive('report.show', { report, part: part.id, language }, true);
  if (!shown) return <div className={styles['waiting']} />;
  const { exhibit, problem, stamp, foot, kind } = shown;
  if (problem) return <><h2>{part.title || kind}</h2><ProblemNote problem={problem} /></>;
  if (!exhibit) return null;
  return (
    <>
      <h2><bdi>{exhibit.title}</bdi></h2>
      {exhibit.subtitle === '' ? null : <p className={styles['subtitle']}>{exhibit.subtitle}</p>}
      {part.picture === null ? null : <div className={styles['picture']}><Suspense fallback={null}><ExhibitPicture exhibit={exhibit} kind={part.picture} foot={foot} /></Suspense></div>}
      {(part.matrix || part.picture === null || needsTable(part.picture)) && exhibit.columns.length > 0 && exhibit.rows.length > 0 ? <ExhibitTable exhibit={exhibit} /> : null}
      <BelowExhibit exhibit={exhibit} stamp={stamp} />
    </>
  );
}
