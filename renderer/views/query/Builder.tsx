import { X } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { conditionAt, replaceAt, type Condition, type Group } from '../../../shared/model/query.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { phrase } from '../../../shared/words/sayQuery.ts';
import { useWords } from '../../core/words.tsx';
import { Choice } from '../../parts/Choice.tsx';
import parts from '../../parts/parts.module.css';
import { Sign } from '../../parts/Sign.tsx';
import { AddCondition } from './AddCondition.tsx';
import { asGroup, conditionOf, coreAt, partsOf } from './asked.ts';
import { ConditionEditor } from './ConditionEditor.tsx';
import styles from './query.module.css';
import type { Things } from './useThings.ts';

interface Shared { readonly query: Group; readonly things: Things; readonly onChange: (query: Group) => void; readonly opened: string | null; readonly onOpened: (path: string | null) => void }
const nameOf = (at: readonly number[]): string => at.join('/');

/** The query as rows of conditions. Arrows walk over them, Enter opens one, Delete takes it away. */
export function Builder({ query, things, onChange }: { query: Group; things: Things; onChange: (query: Group) => void }) {
  const { say } = useWords();
  /** The condition whose editor is open. */
  const [opened, setOpened] = useState<string | null>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const chips = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-chip]')];
    const here = chips.indexOf(event.target as HTMLElement);
    if (step === undefined || here < 0) return;
    event.preventDefault();
    chips[here + step]?.focus();
  };
  return (
    <div className={styles['builder']} role="group" aria-label={say('query.conditions')} onKeyDown={onKeyDown}>
      <GroupBox at={[]} shared={{ query, things, onChange, opened, onOpened: setOpened }} />
    </div>
  );
}

const newlyOpen = (condition: Condition): boolean => condition.kind === 'triple' || condition.kind === 'range' || (condition.kind === 'coding' && condition.from !== undefined);

function GroupBox({ at, shared }: { at: readonly number[]; shared: Shared }) {
  const { say } = useWords();
  const { query, things, onChange, onOpened } = shared;
  const group = asGroup(conditionAt(query, at)!);
  const change = (by: Condition) => onChange(asGroup(replaceAt(query, at, by)!));
  return (
    <div className={styles['groupBox']} data-depth={Math.min(at.length, 3)}>
      <div className={styles['groupKind']}>
        <Choice label={say('query.holds')} value={group.kind} options={[{ id: 'all', label: say('query.all') }, { id: 'any', label: say('query.any') }]} onChange={(kind) => change({ ...group, kind })} />
      </div>
      {group.of.length === 0 ? null : <ul className={styles['rows']}>{group.of.map((_, index) => <Row key={index} at={[...at, index]} shared={shared} />)}</ul>}
      <AddCondition query={query} at={at} things={things} onAdd={(condition) => {
        change({ ...group, of: [...group.of, condition] });
        if (newlyOpen(condition)) onOpened(nameOf([...at, group.of.length]));
      }} />
    </div>
  );
}

function Row({ at, shared }: { at: readonly number[]; shared: Shared }) {
  const words = useWords();
  const { say } = words;
  const { query, things, onChange, opened, onOpened } = shared;
  const condition = conditionAt(query, at)!;
  const row = partsOf(condition);
  const isGroup = row.core.kind === 'all' || row.core.kind === 'any';
  const change = (by: Condition | null) => onChange(asGroup(replaceAt(query, at, by) ?? { kind: 'all', of: [] }));
  // A group's own conditions stand in the box below it: its chip says only how the group is taken.
  const said = isGroup ? phrase(words, conditionOf({ ...row, core: { kind: 'all', of: [] } })) : phrase(words, condition);
  const code = row.core.kind === 'coding' && row.core.code ? things.code(things.idOf('codes', row.core.code) ?? 0) : undefined;
  const facet = code?.facet ?? (row.core.kind === 'coding' ? row.core.facet : undefined);
  const isGone = row.core.kind === 'coding' && ((row.core.code !== undefined && !code) || (row.core.set !== undefined && things.idOf('codeSets', row.core.set) === null));
  return (
    <li className={styles['row']} data-group={isGroup}>
      <div className={styles['chipRow']}>
        <DialogTrigger isOpen={opened === nameOf(at)} onOpenChange={(open) => onOpened(open ? nameOf(at) : null)}>
          <AriaButton className={styles['chip'] ?? ''} data-chip="" data-not={row.negated} data-gone={isGone} onKeyDown={(event) => {
            if (event.key === 'Delete' || event.key === 'Backspace') change(null);
            else event.continuePropagation();
          }}>
            {facet ? <Sign facet={facet} colour={code?.colour} /> : null}
            <span className={styles['said']} lang={languageOf(said) || undefined}>{isGroup && said === say('query.inWords.anyCode') ? say('query.group') : said}</span>
          </AriaButton>
          <Popover className={`${parts['float']} ${styles['editor']}`} offset={4} placement="bottom start">
            <Dialog aria-label={said} className={styles['editorDialog'] ?? ''}>
              <ConditionEditor query={query} at={at} things={things} onChange={change} />
            </Dialog>
          </Popover>
        </DialogTrigger>
        <AriaButton className={`${parts['button']} ${parts['icon']} ${styles['away']}`} aria-label={say('query.takeAway', { what: said })} onPress={() => change(null)}><X size={14} aria-hidden /></AriaButton>
      </div>
      {isGroup ? <GroupBox at={coreAt(at, row)} shared={shared} /> : null}
    </li>
  );
}
