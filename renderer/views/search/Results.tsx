import { useState, type KeyboardEvent } from 'react';
import { languageOf } from '../../../shared/model/text.ts';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { pickOf, type SearchIn } from './asked.ts';
import styles from './search.module.css';

export type Found = Outcome<'search.find'>;
export type Hit = Found['hits'][number];
type Code = Outcome<'code.list'>[number];

const oneLine = (text: string) => text.replace(/\s/g, ' ');

/** Key words in context under their documents, memos or codes. One stop for Tab; arrows walk, Enter opens, Space picks. */
export function Results({ found, where, codes, picked, onPick, onOpen, onNearEnd }: {
  found: Found; where: SearchIn; codes: ReadonlyMap<number, Code>; picked: ReadonlySet<string>; onPick: (hit: Hit) => void; onOpen: (hit: Hit) => void; onNearEnd: () => void;
}) {
  const { say } = useWords();
  /** The hit that Tab comes to. */
  const [reached, setReached] = useState(0);
  const stop = Math.min(reached, found.hits.length - 1);
  const inside = Map.groupBy(found.hits.map((hit, index) => ({ hit, index })), ({ hit }) => hit.of);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const hit = found.hits[stop];
    if (!hit) return;
    const next = { ArrowDown: stop + 1, ArrowUp: stop - 1, PageDown: stop + 20, PageUp: stop - 20, Home: 0, End: found.hits.length - 1 }[event.key];
    if (event.key === 'Enter') onOpen(hit);
    else if (event.key === ' ' && where === 'documents') onPick(hit);
    else if (next !== undefined) event.currentTarget.querySelector<HTMLElement>(`[data-index="${Math.max(0, Math.min(found.hits.length - 1, next))}"]`)?.focus();
    else return;
    event.preventDefault();
  };
  const labelOf = (group: Found['groups'][number]) => (where === 'memos' ? say('search.memoOn', { subject: group.about?.about === 'project' ? say('search.project') : group.label }) : group.label);
  return (
    <div className={styles['results']} onScroll={({ currentTarget: list }) => { if (list.scrollTop + 2 * list.clientHeight > list.scrollHeight) onNearEnd(); }}>
      <div role="listbox" aria-label={say('search.results')} aria-multiselectable={where === 'documents'} onKeyDown={onKeyDown}>
        {found.groups.filter(({ id }) => inside.has(id)).map((group) => {
          const code = where === 'codes' ? codes.get(group.id) : undefined;
          return (
            <div key={group.id} role="group" aria-label={labelOf(group)} className={styles['group']}>
              <div role="presentation" className={styles['groupHead']}>{code ? <Sign facet={code.facet} colour={code.colour} /> : null}<bdi>{labelOf(group)}</bdi><small>{group.count}</small></div>
              {inside.get(group.id)!.map(({ hit, index }) => (
                <div key={`${hit.field}/${hit.start}`} role="option" aria-selected={picked.has(pickOf(hit))} tabIndex={index === stop ? 0 : -1} data-index={index} className={styles['hit']} onFocus={() => setReached(index)} onClick={() => onOpen(hit)}>
                  {where === 'documents' ? <span className={styles['pick']} aria-hidden onClick={(event) => { event.stopPropagation(); onPick(hit); }}><i /></span> : null}
                  <span className={styles['who']}>{hit.field === 'text' ? <><bdi>{hit.speaker}</bdi>{hit.turn === null ? null : <small>{say('passage.turn', { turn: hit.turn })}</small>}</> : <small>{say(`field.${hit.field}`)}</small>}</span>
                  <span className={styles['left']} lang={languageOf(hit.left) || undefined}><span>{oneLine(hit.left)}</span></span>
                  <span className={styles['right']} lang={languageOf(hit.hit + hit.right) || undefined}><mark>{oneLine(hit.hit)}</mark>{oneLine(hit.right)}</span>
                </div>
              ))}
            </div>
          );
        })}
      </div>
      {found.hits.length < found.total ? <p className={styles['note']}>{say('search.firstHits', { shown: found.hits.length })}</p> : null}
    </div>
  );
}
