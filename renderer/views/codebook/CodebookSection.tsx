import { useRef } from 'react';
import { facets } from '../../../shared/model/schema.ts';
import { useCommands } from '../../commands.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import type { MenuEntry } from '../../parts/Menu.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSessionStore } from '../../session.ts';
import styles from '../code/code.module.css';
import { Section } from '../code/Section.tsx';
import { useSeenCodes } from '../code/coders.ts';
import { unusedName } from '../code/unusedName.ts';
import { BegunSplits } from './BegunSplits.tsx';
import { Codebook } from './Codebook.tsx';
import { CodebookFilter, useFound } from './CodebookFilter.tsx';
import { everyCode } from './filter.ts';
import { SetChips } from './SetChips.tsx';

/** The codebook in the left pane: its tree, what it is narrowed to, and the sets across it. */
export function CodebookSection() {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const codes = useSeenCodes();
  const found = useFound(codes);
  const field = useRef<HTMLInputElement>(null);
  const commands = useCommands();
  const more = ['import.codebook', 'codebook.merge', 'codebook.push', 'export.codebook', 'export.print', 'history.versions'].flatMap((id) => commands.filter((command) => command.id === id).map((command): MenuEntry => ({ id, label: command.label, run: command.run, disabled: id.startsWith('export.') && codes?.length === 0 })));
  const add: MenuEntry[] = [
    ...facets.map((facet) => ({
      id: facet, label: say('left.newCode', { facet: say(`facet.${facet}`) }), run: () => void act(async () => {
        const name = unusedName(say('left.codeName'), (codes ?? []).filter((code) => code.facet === facet && code.parent === null).map((code) => code.name));
        const { code } = await core.call('code.create', { name, facet });
        session.set({ aside: { kind: 'code', id: code }, rightShown: true, renaming: code, litCode: code, codebook: everyCode });
      }),
    })),
    { id: 'set', label: say('codeSet.new'), run: () => session.set({ open: 'newSet' }) },
  ];
  const isEmpty = codes?.length === 0;
  return (
    <Section title={say('left.codebook')} count={codes === undefined ? '' : found ? say('left.ofAll', { here: found.found.size, all: codes.length }) : codes.length} add={add} more={more} kind="codebook"
      onKeyDown={(event) => { if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key === 'f' && field.current) { event.preventDefault(); field.current.select(); field.current.focus(); } }}>
      {isEmpty ? (
        <div className={styles['facetHints']}>{facets.map((facet) => <div key={facet}><h3>{say(`facet.${facet}`)}</h3><p><Sign facet={facet} />{say(`facetHint.${facet}`)}</p></div>)}</div>
      ) : (
        <>
          <CodebookFilter found={found} field={field} />
          <SetChips />
          <BegunSplits codes={codes ?? []} />
          {found?.found.size === 0 ? <p className={styles['hint']}>{say('codeFilter.none')}</p> : <Codebook codes={codes ?? []} found={found} />}
        </>
      )}
    </Section>
  );
}
