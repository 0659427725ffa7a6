import { ChevronDown, ChevronRight } from 'lucide-react';
import { createContext, useContext, useEffect, useState } from 'react';
import { Button as AriaButton, Input, TextField } from 'react-aria-components';
import type { Facet } from '../../../shared/model/schema.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import styles from '../code/code.module.css';
import type { Node } from './tree.ts';

interface RowProps { readonly node: Node; readonly level: number; readonly isExpanded: boolean; readonly isMovable: boolean; readonly onMenu: (code: number, at: Element) => void }

/** A row of the codebook. Grip and menu are always there, over the end of the name; they are seen while the row is pointed at or has the focus. */
export function CodeRow({ node, level, isExpanded, isMovable, onMenu }: RowProps) {
  const { say } = useWords();
  const { id } = node;
  return (
    <div className={styles['treeCell']} data-quiet={node.quiet || undefined} style={{ paddingLeft: `${4 + (level - 1) * 16}px` }}>
      {node.children.length > 0 ? <AriaButton slot="chevron" className={styles['chevron'] ?? ''}>{isExpanded ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}</AriaButton> : id === null ? <span className={styles['chevron']} /> : <DigitOf id={id} />}
      {id === null ? <span className={styles['cut']}>{say(`facet.${node.facet}`)}</span> : <><Sign facet={node.facet} colour={node.colour} /><CodeName id={id} name={node.name} /></>}
      {id === null ? null : (
        <span className={styles['tools']}>
          {isMovable ? <AriaButton slot="drag" className={styles['grip'] ?? ''} aria-label={say('code.move', { code: node.name })} /> : null}
          <AriaButton aria-label={say('code.more')} aria-haspopup="menu" onPress={(event) => onMenu(id, event.target)} />
        </span>
      )}
      <CodingCount of={id ?? node.facet} />
    </div>
  );
}

/** The digit that codes with it, where the chevron of a code with others below it stands. */
function DigitOf({ id }: { id: number }) {
  const place = useSession((now) => now.digitCodes.indexOf(id));
  return <span className={styles['chevron']} aria-hidden="true" data-digit={place >= 0 || undefined}>{place >= 0 ? place + 1 : null}</span>;
}

/** How often each code, and any code of each facet, is coded: told to the rows by one who asks, not asked by each of them. Empty while it is not to be seen. */
export const CountsContext = createContext<ReadonlyMap<number | Facet, number>>(new Map());
function CodingCount({ of }: { of: number | Facet }) {
  const codings = useContext(CountsContext).get(of) ?? 0;
  return <span className={styles['n']}>{codings === 0 ? '' : codings}</span>;
}

/** A code's name, or the field in which it is written. */
function CodeName({ id, name: kept }: { id: number; name: string }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const renaming = useSession((now) => now.renaming === id);
  const [name, setName] = useState(kept);
  useEffect(() => setName(kept), [kept, renaming]);
  if (!renaming) return <span className={styles['cut']} title={kept}><bdi>{kept}</bdi></span>;
  const done = (take: boolean) => {
    session.set({ renaming: null });
    if (take && name.trim() !== '' && name !== kept) void act(() => core.call('code.change', { code: id, name }));
  };
  return (
    <TextField aria-label={say('code.rename')} value={name} onChange={setName} onBlur={() => done(true)} autoFocus
      onKeyDown={(event) => { if (event.nativeEvent.isComposing) return; if (event.key === 'Enter') done(true); if (event.key === 'Escape') done(false); event.stopPropagation(); }}>
      <Input className={styles['rename'] ?? ''} onFocus={(event) => event.currentTarget.select()} />
    </TextField>
  );
}
