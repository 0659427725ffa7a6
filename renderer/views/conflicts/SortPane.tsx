import { useState } from 'react';
import type { ConflictEntry, ConflictProposal } from '../../../shared/model/conflicts.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { useSeenCoder } from '../code/coders.ts';
import { Party } from './ConflictPane.tsx';
import styles from './conflicts.module.css';
import { Others } from './Facing.tsx';
import { PaneHead } from './PaneHead.tsx';
import type { CodeNames } from './useConflicts.ts';

const keyOf = ({ code, party, counterparty }: ConflictProposal) => `${code}/${party}/${counterparty}`;
/** Proposals drawn at once; what is not drawn yet goes in too where it is ticked. */
const page = 60;
/** Where passages are to go: left out, an entry of their own, or one that is there. */
type Place = 'out' | 'new' | number;

/** What is coded as a conflict and not in the register: an entry is proposed for each conflict code and pair; what is ticked goes in together, as one step. */
export function SortPane({ entries, names, onClose, onSorted }: { entries: readonly ConflictEntry[]; names: CodeNames; onClose: () => void; onSorted: (first: number | null) => void }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const seen = useSeenCoder();
  const found = useLive('conflict.unsorted', seen);
  const [places, setPlaces] = useState<Readonly<Record<string, Place>>>({});
  const [most, setMost] = useState(page);
  const [looked, setLooked] = useState<string | null>(null);
  if (!found) return <PaneHead title={say('conflicts.unsorted')} onClose={onClose} />;
  const placeOf = (proposal: ConflictProposal): Place => { const chosen = places[keyOf(proposal)]; return typeof chosen === 'number' && !entries.some(({ id }) => id === chosen) ? 'new' : chosen ?? proposal.into ?? 'new'; };
  const set = (proposal: ConflictProposal, place: Place) => setPlaces((before) => ({ ...before, [keyOf(proposal)]: place }));
  const taken = found.proposals.filter((proposal) => placeOf(proposal) !== 'out');
  const passages = new Set(taken.flatMap((proposal) => proposal.passages)).size;
  const setAll = (out: boolean) => setPlaces(out ? Object.fromEntries(found.proposals.map((proposal) => [keyOf(proposal), 'out' as const])) : {});
  const run = () => act(async () => {
    const { conflicts } = await core.call('conflict.sort', { groups: taken.map((proposal) => { const place = placeOf(proposal); const { code, party, counterparty, direction } = proposal; return { into: typeof place === 'number' ? place : null, code, party, counterparty, direction, passages: [...proposal.passages] }; }) });
    onSorted(conflicts[0] ?? null);
  });
  return (
    <>
      <PaneHead title={say('conflicts.unsorted')} onClose={onClose} />
      <div className={styles['paneBody']}>
        <p className={styles['told']}>{found.proposals.length === 0 ? say('conflicts.allSorted') : say('conflicts.sortHint', { count: found.proposals.length })}</p>
        {found.proposals.length > 1 ? <label className={styles['all']}><input type="checkbox" checked={taken.length === found.proposals.length} ref={(box) => { if (box) box.indeterminate = taken.length > 0 && taken.length < found.proposals.length; }} onChange={(event) => setAll(!event.target.checked)} />{say('conflicts.sortAll')}</label> : null}
        <ul className={styles['proposals']}>
          {found.proposals.slice(0, most).map((proposal) => {
            const place = placeOf(proposal);
            const key = keyOf(proposal);
            const name = `${names.name(proposal.code)}: ${names.pair(proposal)}`;
            return (
              <li key={key} data-out={place === 'out' || undefined}>
                <input type="checkbox" aria-label={name} checked={place !== 'out'} onChange={(event) => set(proposal, event.target.checked ? proposal.into ?? 'new' : 'out')} />
                <div>
                  <b><bdi>{names.name(proposal.code)}</bdi></b>
                  <p className={styles['parties']}><Party code={proposal.party} names={names} /><span>{proposal.direction === 'both' ? '↔' : '→'}</span><Party code={proposal.counterparty} names={names} /></p>
                  <div className={styles['into']}>
                    <Choice label={say('conflicts.goesTo')} value={place === 'out' ? null : String(place)} placeholder={say('conflicts.staysOut')} options={[{ id: 'new', label: say('conflicts.newEntry') }, ...entries.map((entry) => ({ id: String(entry.id), label: entry.name }))]} onChange={(chosen) => set(proposal, chosen === 'new' ? 'new' : Number(chosen))} />
                    <button type="button" className={styles['look']} aria-expanded={looked === key} onClick={() => setLooked(looked === key ? null : key)}>{say('conflicts.passages', { count: proposal.passages.length })}</button>
                  </div>
                  {looked === key ? <Look passages={proposal.passages} /> : null}
                </div>
              </li>
            );
          })}
        </ul>
        {found.proposals.length > most ? <Button look="plain" onPress={() => setMost(most + page)}>{say('conflicts.showMore', { count: found.proposals.length - most })}</Button> : null}
      </div>
      {found.proposals.length > 0 ? <footer className={styles['paneFoot']}><span>{say('conflicts.sortPicked', { count: passages })}</span><Button look="primary" isDisabled={taken.length === 0} onPress={() => void run()}>{say('conflicts.sortRun')}</Button></footer> : null}
    </>
  );
}
/** The passages of a proposal, to look at before anything is done. */
function Look({ passages }: { passages: readonly number[] }) {
  const quoted = useLive('conflict.quote', { passages: passages.slice(0, 100) });
  return <Others quotations={quoted ?? []} />;
}
