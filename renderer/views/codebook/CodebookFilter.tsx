import { ListFilter, Search, X } from 'lucide-react';
import { useMemo, type KeyboardEvent, type RefObject } from 'react';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator, type Selection } from 'react-aria-components';
import { facets, type Facet } from '../../../shared/model/schema.ts';
import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import parts from '../../parts/parts.module.css';
import { Sign } from '../../parts/Sign.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { useSounds } from '../code/pinyin.ts';
import styles from './codebook.module.css';
import { everyCode, findIn, isNarrowed, type CodebookAsked, type Found, type Only } from './filter.ts';
import type { Code } from './tree.ts';
import { useSeenCoder } from '../code/coders.ts';

const kinds: readonly Only[] = ['unused', 'undefined', 'here'];
const saidOf = { unused: 'codeFilter.unused', undefined: 'codeFilter.undefined', here: 'codeFilter.here' } as const;

/** The codes that fit what the codebook is narrowed to; null while it shows all. */
export function useFound(codes: readonly Code[] | undefined): Found | null {
  const asked = useSession((now) => now.codebook);
  const document = useSession((now) => now.document);
  const sets = useLive('codeSet.list', {});
  const codings = useLive('coding.list', asked.only.has('here') && document !== null ? { document } : null);
  const { coder } = useSeenCoder();
  const sounds = useSounds(codes);
  return useMemo(() => {
    // A set may have gone since.
    const set = sets?.find((each) => each.id === asked.set);
    const now = { ...asked, set: set?.id ?? null };
    if (!codes || !isNarrowed(now)) return null;
    return findIn(codes, now, { members: set ? new Set(set.codes) : null, here: new Set((codings ?? []).filter((coding) => coder === undefined || coding.coder === coder).map((coding) => coding.code)) }, sounds);
  }, [codes, asked, sets, codings, coder, sounds]);
}

/** Finds codes by words, and narrows the tree by what they are. */
export function CodebookFilter({ found, field }: { found: Found | null; field: RefObject<HTMLInputElement | null> }) {
  const { say } = useWords();
  const session = useSessionStore();
  const asked = useSession((now) => now.codebook);
  const set = (fields: Partial<CodebookAsked>) => session.set({ codebook: { ...asked, ...fields } });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && isNarrowed(asked)) {
      event.stopPropagation();
      session.set({ codebook: everyCode });
    }
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      const rows = [...(event.currentTarget.closest('section')?.querySelectorAll<HTMLElement>('[role="row"]') ?? [])];
      (rows.find((row) => found?.found.has(Number(row.dataset['key']?.slice('code:'.length)))) ?? rows[0])?.focus();
    }
  };
  return (
    <div className={styles['find']} role="search">
      <Search size={13} strokeWidth={1.5} aria-hidden />
      <input ref={field} type="text" value={asked.typed} onChange={(event) => set({ typed: event.target.value })} onKeyDown={onKeyDown} aria-label={say('codeFilter.find')} placeholder={say('codeFilter.find')} spellCheck={false} autoComplete="off" />
      <span className={styles['foundCount']} aria-live="polite" aria-label={found === null ? '' : say('codeFilter.found', { count: found.found.size })}>{found === null ? '' : found.found.size}</span>
      {found === null ? null : <Button look="icon" why={say('codeFilter.clear')} onPress={() => { session.set({ codebook: everyCode }); field.current?.focus(); }}><X size={13} strokeWidth={1.5} /></Button>}
      <FilterMenu asked={asked} set={set} />
    </div>
  );
}

function FilterMenu({ asked, set }: { asked: CodebookAsked; set: (fields: Partial<CodebookAsked>) => void }) {
  const { say } = useWords();
  const sets = useLive('codeSet.list', {}) ?? [];
  const first = (keys: Selection): string | null => (keys === 'all' ? null : [...keys].map(String)[0] ?? null);
  const option = `${parts['option']} ${styles['checked']}`;
  const isOn = asked.facet !== null || asked.set !== null || asked.only.size > 0;
  return (
    <MenuTrigger>
      <Button look="icon" why={say('codeFilter.filter')} data-on={isOn || undefined}><ListFilter size={14} strokeWidth={1.5} /></Button>
      <Popover className={parts['float'] ?? ''} offset={4}>
        <Menu aria-label={say('codeFilter.filter')} className={parts['options'] ?? ''}>
          <MenuSection selectionMode="multiple" selectedKeys={asked.only} onSelectionChange={(keys) => set({ only: new Set(keys === 'all' ? kinds : kinds.filter((kind) => keys.has(kind))) })}>
            <Header className={parts['menuTitle'] ?? ''}>{say('codeFilter.only')}</Header>
            {kinds.map((kind) => <MenuItem key={kind} id={kind} className={option} textValue={say(saidOf[kind])}><span className={parts['cut']}>{say(saidOf[kind])}</span></MenuItem>)}
          </MenuSection>
          <Separator className={parts['separator'] ?? ''} />
          <MenuSection selectionMode="single" selectedKeys={asked.facet === null ? [] : [asked.facet]} onSelectionChange={(keys) => set({ facet: first(keys) as Facet | null })}>
            <Header className={parts['menuTitle'] ?? ''}>{say('codeFilter.facet')}</Header>
            {facets.map((facet) => <MenuItem key={facet} id={facet} className={option} textValue={say(`facet.${facet}`)}><Sign facet={facet} /><span className={parts['cut']}>{say(`facet.${facet}`)}</span></MenuItem>)}
          </MenuSection>
          {sets.length === 0 ? null : (
            <MenuSection selectionMode="single" selectedKeys={asked.set === null ? [] : [String(asked.set)]} onSelectionChange={(keys) => set({ set: first(keys) === null ? null : Number(first(keys)) })}>
              <Header className={parts['menuTitle'] ?? ''}>{say('codeFilter.set')}</Header>
              {sets.map((each) => <MenuItem key={each.id} id={String(each.id)} className={option} textValue={each.name}><span className={parts['cut']}><bdi>{each.name}</bdi></span><small>{each.codes.length}</small></MenuItem>)}
            </MenuSection>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
