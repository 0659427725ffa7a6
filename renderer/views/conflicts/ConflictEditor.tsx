import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import { intensities, pointKinds, usualLevels, type ConflictEntry, type PointKind } from '../../../shared/model/conflicts.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice, Segments } from '../../parts/Choice.tsx';
import { Field } from '../../parts/Field.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Sign } from '../../parts/Sign.tsx';
import parts from '../../parts/parts.module.css';
import styles from './conflicts.module.css';
import { useLevelName } from './levels.ts';
import type { CodeNames } from './useConflicts.ts';

/** An entry, to write: each field is taken over when it is left, each is a step of its own. */
export function ConflictEditor({ entry, entries, names, onGone }: { entry: ConflictEntry; entries: readonly ConflictEntry[]; names: CodeNames; onGone: (next: number | null) => void }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const change = (fields: object) => act(() => core.call('conflict.change', { conflict: entry.id, ...fields }));
  const codesOf = (facet: 'stakeholder' | 'conflict') => [{ id: '', label: say(facet === 'conflict' ? 'conflicts.noCode' : 'conflicts.unknownParty') }, ...names.codes.filter((code) => code.facet === facet).map((code) => ({ id: String(code.id), label: code.path, sign: <Sign facet={facet} colour={code.colour} /> }))];
  const others = entries.filter(({ id }) => id !== entry.id);
  return (
    <div className={styles['editor']}>
      <div onFocus={(event) => { if (event.target instanceof HTMLInputElement) event.target.select(); }}><Field label={say('conflicts.name')} autoFocus value={entry.name} onCommit={(name) => (name.trim() === '' ? undefined : change({ name }))} /></div>
      <div className={styles['pair']}>
        {(['party', 'counterparty'] as const).map((side) => <Choice key={side} wide label={say(`excerpt.${side}`)} value={String(entry[side] ?? '')} options={codesOf('stakeholder')} onChange={(code) => void change({ [side]: code === '' ? null : Number(code) })} />)}
      </div>
      <div className={styles['line']}><span>{say('conflicts.direction')}</span><Segments label={say('conflicts.direction')} value={entry.direction} options={(['both', 'one'] as const).map((id) => ({ id, label: say(`conflicts.directions.${id}`) }))} onChange={(direction) => void change({ direction })} /></div>
      <div className={styles['line']}><span>{say('conflicts.intensity')}</span><Segments label={say('conflicts.intensity')} value={String(entry.intensity ?? '')} options={[{ id: '', label: '–' }, ...intensities.map((each) => ({ id: String(each), label: String(each) }))]} onChange={(intensity) => void change({ intensity: intensity === '' ? null : Number(intensity) })} /></div>
      <Field label={say('conflicts.description')} lines value={entry.description} onCommit={(description) => change({ description })} />
      {pointKinds.map((kind) => <Points key={kind} entry={entry} entries={entries} kind={kind} />)}
      <Choice wide label={say('conflicts.code')} value={String(entry.code ?? '')} options={codesOf('conflict')} onChange={(code) => void change({ code: code === '' ? null : Number(code) })} />
      <div className={styles['editorFoot']}>
        <Menu label={say('conflicts.mergeInto')} groups={[{ entries: others.map((other) => ({ id: String(other.id), label: other.name, hint: names.pair(other), run: () => void act(async () => { await core.call('conflict.merge', { conflict: entry.id, into: other.id }); onGone(other.id); }) })) }]}><Button isDisabled={others.length === 0}>{say('conflicts.mergeInto')}</Button></Menu>
        <Button look="danger" onPress={() => void act(async () => { await core.call('conflict.remove', { conflicts: [entry.id] }); onGone(null); })}><Trash2 size={14} strokeWidth={1.5} />{say('conflicts.remove')}</Button>
      </div>
    </div>
  );
}

/** The points of one kind: written where they stand, put in order, taken away; a new one at the end. */
function Points({ entry, entries, kind }: { entry: ConflictEntry; entries: readonly ConflictEntry[]; kind: PointKind }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const levelName = useLevelName();
  const points = entry.points.filter((point) => point.kind === kind);
  const own = [...new Set(entries.flatMap((each) => each.points.map(({ level }) => level)))].filter((level) => level !== '' && !usualLevels.some((usual) => usual === level));
  const levels = ['', ...usualLevels, ...own];
  const move = (index: number, by: 1 | -1) => { const before = by < 0 ? points[index - 1] : points[index + 2]; void act(() => core.call('conflict.movePoint', { point: points[index]!.id, before: before?.id ?? null })); };
  return (
    <section className={styles['points']} aria-label={say(`conflicts.kinds.${kind}`)}>
      <h3>{say(`conflicts.kinds.${kind}`)}</h3>
      {points.map((point, index) => (
        <div key={point.id} className={styles['point']}>
          <Field hidden label={say('conflicts.pointName', { kind: say(`conflicts.kinds.${kind}`), number: index + 1 })} value={point.name} onCommit={(name) => (name.trim() === '' ? undefined : act(() => core.call('conflict.changePoint', { point: point.id, name })))} />
          <Button look="icon" why={say('conflicts.pointUp', { point: point.name })} isDisabled={index === 0} onPress={() => move(index, -1)}><ArrowUp size={13} strokeWidth={1.5} /></Button>
          <Button look="icon" why={say('conflicts.pointDown', { point: point.name })} isDisabled={index === points.length - 1} onPress={() => move(index, 1)}><ArrowDown size={13} strokeWidth={1.5} /></Button>
          <Button look="icon" why={say('conflicts.pointRemove', { point: point.name })} onPress={() => void act(() => core.call('conflict.removePoint', { point: point.id }))}><Trash2 size={13} strokeWidth={1.5} /></Button>
          {kind === 'countermeasure' ? <Level point={point.id} level={point.level} levels={levels} levelName={levelName} /> : null}
        </div>
      ))}
      <NewPoint key={points.length} label={say(`conflicts.addPoint.${kind}`)} onAdd={(name) => void act(() => core.call('conflict.addPoint', { conflict: entry.id, kind, name }))} />
    </section>
  );
}
/** Whom a countermeasure is addressed to: a usual level, one of the study's own, or another that is written here. */
function Level({ point, level, levels, levelName }: { point: number; level: string; levels: readonly string[]; levelName: (level: string) => string }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const [writing, setWriting] = useState(false);
  const take = (wanted: string) => { setWriting(false); void act(() => core.call('conflict.changePoint', { point, level: wanted })); };
  if (writing) return <div className={styles['level']}><Field label={say('conflicts.ownLevel')} hidden autoFocus placeholder={say('conflicts.ownLevel')} value="" onCommit={(wanted) => { if (wanted.trim() !== '') take(wanted); }} onLeave={() => setWriting(false)} /></div>;
  return <div className={styles['level']}><Choice label={say('conflicts.level')} value={level === '' ? 'none' : `=${level}`} options={[...levels.map((each) => ({ id: each === '' ? 'none' : `=${each}`, label: levelName(each) })), { id: 'own', label: say('conflicts.ownLevel') }]} onChange={(chosen) => (chosen === 'own' ? setWriting(true) : take(chosen === 'none' ? '' : chosen.slice(1)))} /></div>;
}
function NewPoint({ label, onAdd }: { label: string; onAdd: (name: string) => void }) {
  const [text, setText] = useState('');
  const take = () => { if (text.trim() !== '') { onAdd(text); setText(''); } };
  return <TextField aria-label={label} value={text} onChange={setText} onBlur={take} onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); take(); } }}><Input className={parts['input'] ?? ''} placeholder={label} /></TextField>;
}
