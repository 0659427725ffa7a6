import { useState } from 'react';
import { pointKinds, sides, type ConflictEntry, type ConflictQuotation, type QuotedPassage, type Side, type SideRating } from '../../../shared/model/conflicts.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import type { MenuGroup } from '../../parts/Menu.tsx';
import { useSeenCoder } from '../code/coders.ts';
import { ConflictEditor } from './ConflictEditor.tsx';
import styles from './conflicts.module.css';
import { Facing, Others } from './Facing.tsx';
import { useLevelName } from './levels.ts';
import { PaneHead } from './PaneHead.tsx';
import type { CodeNames } from './useConflicts.ts';

/** An entry of the register: its sides, what it is about, why, what follows, what would help, and what either side says. */
export function ConflictPane({ conflict, editing, entries, names, onEditing, onClose, onGone }: { conflict: number; editing: boolean; entries: readonly ConflictEntry[]; names: CodeNames; onEditing: (editing: boolean) => void; onClose: () => void; onGone: (next: number | null) => void }) {
  const { say } = useWords();
  const seen = useSeenCoder();
  const read = useLive('conflict.read', { conflict, ...seen });
  if (read === undefined) return <PaneHead title={say('conflicts.name')} onClose={onClose} />;
  if (read === null) return <><PaneHead title={say('conflicts.name')} onClose={onClose} /><p className={styles['hint']}>{say('conflicts.gone')}</p></>;
  const { entry, passages, ratings } = read;
  return (
    <>
      <PaneHead title={say('conflicts.name')} onClose={onClose}><Button look={editing ? 'default' : 'plain'} onPress={() => onEditing(!editing)}>{say(editing ? 'code.editDone' : 'conflicts.edit')}</Button></PaneHead>
      <div className={styles['paneBody']}>
        {editing ? <ConflictEditor entry={entry} entries={entries} names={names} onGone={onGone} /> : <Told entry={entry} names={names} ratings={ratings} />}
        <Quoted key={entry.id} entry={entry} passages={passages} names={names} />
      </div>
    </>
  );
}

/** What is said of a conflict, to read. */
function Told({ entry, names, ratings }: { entry: ConflictEntry; names: CodeNames; ratings: readonly SideRating[] }) {
  const { say, number } = useWords();
  const levelName = useLevelName();
  return (
    <>
      <p className={styles['parties']}><Party code={entry.party} names={names} /><span>{entry.direction === 'both' ? '↔' : '→'}</span><Party code={entry.counterparty} names={names} /></p>
      <h3 className={styles['title']}><bdi>{entry.name}</bdi></h3>
      {entry.description === '' ? null : <p className={styles['issue']}>{entry.description}</p>}
      {entry.oneSided === null ? null : <p className={styles['flag']}><i className={styles['oneSided']} aria-hidden />{say(silence(entry), { side: names.name(entry[entry.oneSided]), other: names.name(entry[entry.oneSided === 'party' ? 'counterparty' : 'party']) })}</p>}
      <dl className={styles['said']}>
        {pointKinds.map((kind) => {
          const points = entry.points.filter((point) => point.kind === kind);
          return points.length === 0 ? null : <div key={kind}><dt>{say(`conflicts.kinds.${kind}`)}</dt><dd>{points.map((point) => <p key={point.id}><span><bdi>{point.name}</bdi>{point.level === '' ? null : <small>{levelName(point.level)}</small>}</span><span className={styles['n']}>{number(point.quotations)}</span></p>)}</dd></div>;
        })}
        {entry.intensity === null ? null : <div><dt>{say('conflicts.intensity')}</dt><dd><Intensity value={entry.intensity} /></dd></div>}
        {ratings.length === 0 ? null : <div data-wide><dt title={say('conflicts.ratedHint')}>{say('conflicts.rated')}</dt><dd><Rated entry={entry} names={names} ratings={ratings} /></dd></div>}
      </dl>
    </>
  );
}
/** What either side rates: a line a dimension. */
function Rated({ entry, names, ratings }: { entry: ConflictEntry; names: CodeNames; ratings: readonly SideRating[] }) {
  const { say, number } = useWords();
  return (
    <table className={styles['rated']}>
      <caption className={styles['unseen']}>{say('conflicts.ratedHint')}</caption>
      <thead><tr><td />{sides.map((side) => <th key={side} scope="col" title={names.name(entry[side])}><bdi>{names.name(entry[side])}</bdi></th>)}</tr></thead>
      <tbody>
        {[...Map.groupBy(ratings, ({ code }) => code)].map(([code, both]) => (
          <tr key={code}><th scope="row"><bdi>{names.name(code)}</bdi></th>{sides.map((side) => { const own = both.find((rating) => rating.side === side); return <td key={side}>{own ? <><b>{signed(own.median, number)}</b> <small>n {own.people}</small></> : '–'}</td>; })}</tr>
        ))}
      </tbody>
    </table>
  );
}
/** Nobody of the other side was interviewed; or they were, and do not say so. */
const silence = (entry: ConflictEntry) => (entry.interviewed[entry.oneSided === 'party' ? 'counterparty' : 'party'] === 0 ? 'conflicts.onlyUnasked' : 'conflicts.onlySilent');
const signed = (value: number, number: (value: number, digits?: number) => string): string => `${value > 0 ? '+' : ''}${number(value, Number.isInteger(value) ? 0 : 1)}`;
export function Party({ code, names }: { code: number | null; names: CodeNames }) {
  return <span className={styles['party']}><i style={{ background: names.colour(code) }} /><bdi title={names.name(code)}>{names.name(code)}</bdi></span>;
}
function Intensity({ value }: { value: number }) {
  const { say } = useWords();
  return <span className={styles['intensity']} role="img" aria-label={say('conflicts.ofFive', { value })}>{[1, 2, 3, 4, 5].map((step) => <i key={step} data-on={step <= value || undefined} />)}<small>{value}/5</small></span>;
}

/** The quotations of both sides, facing each other; those of nobody's side below. */
function Quoted({ entry, passages, names }: { entry: ConflictEntry; passages: readonly ConflictQuotation[]; names: CodeNames }) {
  const { say, number } = useWords();
  const core = useCore();
  const act = useAct();
  const [point, setPoint] = useState<number | null>(null);
  const shown = entry.points.some(({ id }) => id === point) ? passages.filter(({ points }) => points.includes(point!)) : passages;
  const on = (side: Side) => shown.filter(({ sides: own }) => own.includes(side));
  const neither = shown.filter(({ sides: own }) => own.length === 0);
  const menuOf = (quoted: QuotedPassage): MenuGroup[] => {
    const own = passages.find(({ passage }) => passage === quoted.passage)!;
    const mark = (chosen: boolean) => (chosen ? { hint: '✓' } : {});
    return [
      { title: say('conflicts.side'), entries: [
        ...sides.map((side) => ({ id: side, label: names.name(entry[side]), ...mark(own.chosen === side), run: () => void act(() => core.call('conflict.side', { conflict: entry.id, passage: quoted.passage, side })) })),
        { id: 'speaker', label: say('conflicts.bySpeaker'), ...mark(own.chosen === ''), run: () => void act(() => core.call('conflict.side', { conflict: entry.id, passage: quoted.passage, side: '' })) },
      ] },
      ...(entry.points.length === 0 ? [] : [{ title: say('conflicts.standsFor'), entries: entry.points.map((each) => ({ id: `point/${each.id}`, label: each.name, ...mark(own.points.includes(each.id)), run: () => void act<unknown>(() => core.call(own.points.includes(each.id) ? 'conflict.unlink' : 'conflict.link', { conflict: entry.id, passages: [quoted.passage], point: each.id })) })) }]),
      { entries: [{ id: 'out', label: say('conflicts.takeOut'), danger: true, run: () => void act(() => core.call('conflict.unlink', { conflict: entry.id, passages: [quoted.passage] })) }] },
    ];
  };
  return (
    <section className={styles['quoted']} aria-label={say('conflicts.facing')}>
      <header><h3>{say('conflicts.facing')}</h3><span>{say('conflicts.facingCount', { party: number(on('party').length), counterparty: number(on('counterparty').length) })}</span></header>
      {entry.points.length > 0 ? (
        <div className={styles['narrowed']}><Choice label={say('conflicts.onlyFor')} value={String(point ?? '')} options={[{ id: '', label: say('conflicts.allQuotations') }, ...entry.points.map((each) => ({ id: String(each.id), label: each.name, hint: number(each.quotations) }))]} onChange={(chosen) => setPoint(chosen === '' ? null : Number(chosen))} /></div>
      ) : null}
      <Facing menuOf={menuOf} sides={[side('party'), side('counterparty')]} />
      {neither.length > 0 ? <><h3 className={styles['neither']}>{say('conflicts.neither')}</h3><Others quotations={neither} menuOf={menuOf} /></> : null}
    </section>
  );
  function side(which: Side) {
    return { name: names.name(entry[which]), colour: names.colour(entry[which]), quotations: on(which), none: say(entry[which] !== null && entry.interviewed[which] === 0 ? 'conflicts.nobodyAsked' : 'conflicts.saysNothing') };
  }
}
