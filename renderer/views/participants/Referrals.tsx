import { ChevronDown, ChevronRight } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { languageOf } from '../../../shared/model/text.ts';
import { referralTree, type Referred } from '../../../shared/model/referrals.ts';
import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import frame from './participants.module.css';
import styles from './referrals.module.css';

interface Line { readonly key: string; readonly node: Referred | null; readonly depth: number; readonly parent: string | null; readonly below: number; /** For each step in front: whether a line goes on there. */ readonly rails: readonly boolean[]; readonly last: boolean }

/** Who referred whom: chains from their seeds on, wave by wave. Those outside of any chain stand folded at the end. */
export function Referrals({ tabs }: { tabs: ReactNode }) {
  const { say } = useWords();
  const session = useSessionStore();
  const people = useLive('participant.list', {});
  const open = useSession((now) => (now.aside?.kind === 'participant' ? now.aside.id : null));
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set(['outside']));
  const [reached, setReached] = useState('');
  const tree = useRef<HTMLDivElement>(null);
  if (!people) return null;
  const { chains, outside, referred, waves } = referralTree(people);
  const byId = new Map(people.map((person) => [person.id, person]));
  const walk = (nodes: readonly Referred[], depth: number, parent: string | null, rails: readonly boolean[]): Line[] => nodes.flatMap((node, at): Line[] => {
    const key = String(node.id);
    const last = at === nodes.length - 1;
    return [{ key, node, depth, parent, below: node.below.length, rails, last }, ...(folded.has(key) ? [] : walk(node.below, depth + 1, key, depth === 0 ? [] : [...rails, !last]))];
  });
  const lines: Line[] = [
    ...walk(chains, 0, null, []),
    ...(outside.length === 0 || chains.length === 0 ? [] : [{ key: 'outside', node: null, depth: 0, parent: null, below: outside.length, rails: [], last: false }, ...(folded.has('outside') ? [] : walk(outside.map((id) => ({ id, wave: 0, below: [] })), 1, 'outside', []))]),
  ];
  const stop = lines.some(({ key }) => key === reached) ? reached : lines[0]?.key;
  const fold = (key: string, wanted: boolean) => setFolded(new Set(wanted ? [...folded, key] : [...folded].filter((each) => each !== key)));
  const show = (line: Line) => { if (line.node) session.set({ aside: { kind: 'participant', id: line.node.id } }); else fold(line.key, !folded.has(line.key)); };
  const focus = (key: string | undefined) => { if (key !== undefined) tree.current?.querySelector<HTMLElement>(`[data-key="${key}"]`)?.focus(); };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = lines.findIndex(({ key }) => key === stop);
    const line = lines[at];
    if (!line) return;
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
    if (next !== undefined) focus(lines[Math.max(0, Math.min(lines.length - 1, next))]!.key);
    else if (event.key === 'ArrowRight' && line.below > 0) { if (folded.has(line.key)) fold(line.key, false); else focus(lines[at + 1]?.key); }
    else if (event.key === 'ArrowLeft') { if (line.below > 0 && !folded.has(line.key)) fold(line.key, true); else focus(line.parent ?? undefined); }
    else if (event.key === 'Enter' || event.key === ' ') show(line);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={frame['bar']}>
        {tabs}
        <span className={frame['count']} role="status">{chains.length === 0 ? '' : say('participants.referral.counted', { referred: say('participants.referral.referred', { count: referred }), seeds: say('participants.referral.seeds', { count: chains.length }), waves: say('participants.referral.waves', { count: waves }) })}</span>
      </div>
      {chains.length === 0 ? (
        <div className={styles['empty']}><h2>{say('participants.referral.emptyTitle')}</h2><p>{say('participants.referral.emptyText')}</p><Button onPress={() => session.set({ peopleTab: 'people' })}>{say('participants.referral.goGrid')}</Button></div>
      ) : (
        <div className={styles['scroll']}>
          <div role="tree" aria-label={say('participants.referral.tree')} className={styles['tree']} ref={tree} onKeyDown={onKeyDown}>
            {lines.map((line) => {
              const person = line.node ? byId.get(line.node.id)! : null;
              const isFolded = folded.has(line.key);
              return (
                <div key={line.key} role="treeitem" aria-level={line.depth + 1} aria-selected={person !== null && person.id === open} {...(line.below > 0 ? { 'aria-expanded': !isFolded } : {})} tabIndex={line.key === stop ? 0 : -1} data-key={line.key} className={styles['person']}
                  onFocus={() => setReached(line.key)} onClick={() => show(line)}>
                  {line.rails.map((goes, at) => <i key={at} className={styles['rail']} data-goes={goes || undefined} aria-hidden />)}
                  {line.depth > 0 && line.parent !== 'outside' ? <i className={styles['branch']} data-last={line.last || undefined} aria-hidden /> : null}
                  <span className={styles['fold']} aria-hidden onClick={(event) => { if (line.below > 0) { event.stopPropagation(); fold(line.key, !isFolded); } }}>{line.below === 0 ? <b /> : isFolded ? <ChevronRight size={12} /> : <ChevronDown size={12} />}</span>
                  {person === null ? <span className={styles['quiet']}>{say('participants.referral.outside', { count: outside.length })}</span> : (
                    <>
                      <bdi lang={languageOf(person.name) || undefined} className={styles['name']}>{person.name}</bdi>
                      {line.parent === 'outside' ? null : <small className={styles['wave']}>{say('participants.referral.wave', { wave: line.node!.wave })}</small>}
                      {line.below > 0 ? <small>{say('participants.referral.brought', { count: line.below })}</small> : null}
                      {person.sampling === '' ? null : <small><bdi>{person.sampling}</bdi></small>}
                    </>
                  )}
                </div>
              );
            })}
          </div>
        </div>
      )}
    </>
  );
}
