import { ChevronDown, ChevronRight } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { languageOf, nameKey } from '../../../shared/model/text.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { useSessionStore } from '../../session.ts';
import { openTurn } from '../code/openTurn.ts';
import { AssignTo } from './AssignTo.tsx';
import styles from './speakers.module.css';
import frame from './participants.module.css';

type Speaker = Outcome<'speaker.list'>[number];
/** A label with the documents that it stands in; or one of those, where it stands in several. */
interface Line { readonly key: string; readonly label: string; readonly parts: readonly Speaker[]; readonly depth: 0 | 1; readonly last: boolean }

const headings = ['participants.speakersOf.label', 'participants.speakersOf.documents', 'participants.speakersOf.turns', 'participants.speakersOf.assigned'] as const;
const keyOf = ({ document, label }: Speaker) => JSON.stringify([document, label]);
const isOpen = (part: Speaker) => part.participants.includes(null);
const order = new Intl.Collator('zh', { numeric: true });

/** Labels, those with turns that nobody speaks first. */
function labelsInOrder(speakers: readonly Speaker[]): [string, Speaker[]][] {
  return [...Map.groupBy(speakers, ({ label }) => label)].toSorted(([a, inA], [b, inB]) => Number(inB.some(isOpen)) - Number(inA.some(isOpen)) || order.compare(a, b));
}

/** Every label of every document, who it is taken for, and the way to say so for several at once. */
export function Speakers({ tabs }: { tabs: ReactNode }) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const speakers = useLive('speaker.list', {});
  const people = useLive('participant.list', {});
  const [typed, setTyped] = useState('');
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [reached, setReached] = useState('');
  const grid = useRef<HTMLDivElement>(null);
  if (!speakers || !people) return null;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const key = nameKey(typed);
  const groups = labelsInOrder(speakers).filter(([label, parts]) => key === '' || nameKey(label).includes(key) || parts.some((part) => nameKey(part.name).includes(key) || part.participants.some((id) => nameKey(names.get(id ?? 0) ?? '').includes(key))));
  const lines = groups.flatMap(([label, parts]): Line[] => [
    { key: JSON.stringify([label]), label, parts, depth: 0, last: false },
    ...(parts.length > 1 && expanded.has(label) ? parts.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || order.compare(a.name, b.name)).map((part, at): Line => ({ key: keyOf(part), label, parts: [part], depth: 1, last: at === parts.length - 1 })) : []),
  ]);
  const stop = lines.some((line) => line.key === reached) ? reached : lines[0]?.key;
  const chosen = speakers.filter((part) => picked.has(keyOf(part)));
  const open = groups.filter(([, parts]) => parts.some(isOpen)).length;
  const labelName = (label: string) => (label === '' ? say('participants.speakersOf.noLabel') : label);
  const pick = ({ parts }: Line) => {
    const keys = parts.map(keyOf);
    const all = keys.every((each) => picked.has(each));
    setPicked(new Set(all ? [...picked].filter((each) => !keys.includes(each)) : [...picked, ...keys]));
  };
  const expand = (label: string, wanted = !expanded.has(label)) => setExpanded(new Set(wanted ? [...expanded, label] : [...expanded].filter((each) => each !== label)));
  const show = ({ parts: [part] }: Line) => openTurn(session, part!);
  const assign = (participant: number | null | { name: string }) => void act(async () => {
    await core.call('speaker.assign', { speakers: chosen.map(({ document, label }) => ({ document, label })), participant });
    setPicked(new Set());
  });
  const assigned = ({ parts }: Line): string => {
    const ids = [...new Set(parts.flatMap(({ participants }) => participants))];
    const known = ids.flatMap((id) => (id === null ? [] : [names.get(id) ?? '']));
    if (known.length === 0) return say('participants.speakersOf.nobody');
    const shown = known.length > 3 ? say('participants.speakersOf.several', { count: known.length }) : words.list(known);
    return ids.includes(null) ? say('participants.speakersOf.partly', { names: shown }) : shown;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = lines.findIndex((line) => line.key === stop);
    const line = lines[at];
    if (!line) return;
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 12, PageUp: at - 12, Home: 0, End: lines.length - 1 }[event.key];
    if (next !== undefined) grid.current?.querySelectorAll<HTMLElement>('[data-line]')[Math.max(0, Math.min(lines.length - 1, next))]?.focus();
    else if (event.key === ' ') pick(line);
    else if (event.key === 'Enter') show(line);
    else if (event.key === 'ArrowRight' && line.depth === 0 && line.parts.length > 1) expand(line.label, true);
    else if (event.key === 'ArrowLeft' && line.depth === 0) expand(line.label, false);
    else if (event.key === 'ArrowLeft') grid.current?.querySelectorAll<HTMLElement>('[data-line]')[lines.findIndex((each) => each.depth === 0 && each.label === line.label)]?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={frame['bar']}>
        {tabs}
        <input type="search" className={frame['find']} aria-label={say('participants.find')} placeholder={say('participants.findHint')} value={typed} onChange={(event) => setTyped(event.target.value)} />
        <span className={frame['count']} role="status">{speakers.length === 0 ? '' : open === 0 ? say('participants.speakersOf.allAssigned') : say('participants.speakersOf.unassigned', { count: open })}</span>
      </div>
      {speakers.length === 0 ? <p className={frame['nothing']}>{say('participants.speakersOf.empty')}</p> : (
        <div className={styles['scroll']}>
          <div role="treegrid" aria-label={say('participants.speakers')} aria-multiselectable className={styles['speakers']} ref={grid} onKeyDown={onKeyDown}>
            <div role="row" className={styles['head']}>{headings.map((heading) => <span key={heading} role="columnheader">{say(heading)}</span>)}</div>
            {lines.map((line) => {
              const several = line.depth === 0 && line.parts.length > 1;
              const mine = line.parts.filter((part) => picked.has(keyOf(part))).length;
              return (
                <div key={line.key} role="row" data-line aria-level={line.depth + 1} aria-selected={mine === line.parts.length} data-some={(mine > 0 && mine < line.parts.length) || undefined} {...(several ? { 'aria-expanded': expanded.has(line.label) } : {})} tabIndex={line.key === stop ? 0 : -1}
                  className={styles['row']} onFocus={() => setReached(line.key)} onClick={() => pick(line)} onDoubleClick={() => show(line)}>
                  <span role="gridcell" className={styles['label']} data-depth={line.depth}>
                    <i className={styles['box']} aria-hidden />
                    {several ? <button type="button" tabIndex={-1} aria-label={say('participants.speakersOf.expand', { label: labelName(line.label) })} onClick={(event) => { event.stopPropagation(); expand(line.label); }}>{expanded.has(line.label) ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}</button> : <b aria-hidden />}
                    <bdi lang={languageOf(line.label) || undefined} data-quiet={line.label === '' || undefined}>{line.depth === 1 ? line.parts[0]!.name : labelName(line.label)}</bdi>
                  </span>
                  <span role="gridcell" className={styles['documents']}>{line.depth === 1 ? '' : several ? line.parts.length : <bdi>{line.parts[0]!.name}</bdi>}</span>
                  <span role="gridcell" className={styles['turns']}>{line.parts.reduce((sum, { turns }) => sum + turns, 0)}</span>
                  <span role="gridcell" data-open={line.parts.some(isOpen) || undefined}><bdi>{assigned(line)}</bdi></span>
                </div>
              );
            })}
          </div>
        </div>
      )}
      {chosen.length === 0 ? null : (
        <footer className={styles['foot']}>
          <span>{say('participants.speakersOf.picked', { count: chosen.length })}</span>
          <Button look="plain" onPress={() => setPicked(new Set())}>{say('participants.speakersOf.none')}</Button>
          <AssignTo people={people} suggested={chosen.every(({ label }) => label === chosen[0]!.label) ? chosen[0]!.label : ''} onAssign={assign} />
        </footer>
      )}
    </>
  );
}
