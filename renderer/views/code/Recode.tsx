import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { facets } from '../../../shared/model/schema.ts';
import { showKeys } from '../../commands.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import type { EditorHandle } from '../../editor/TranscriptEditor.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSession, useSessionStore, type Recoding } from '../../session.ts';
import { CodeOption } from './CodeOption.tsx';
import { placeBeside } from './Palette.tsx';
import styles from './palette.module.css';
import { readSaid, rowsFor, type Row } from './paletteRows.ts';
import { useSounds } from './pinyin.ts';
import { shownRating } from './triple.ts';
import { useMe } from './useApplying.ts';
import type { DocumentAtHand } from './useDocument.ts';

/** The codings of a passage that a person would recode: her own, or where she has none those of the coder whose margin it is. */
export function recodable({ codings, codes, coders }: Pick<DocumentAtHand, 'codings' | 'codes' | 'coders'>, { passage, coding }: Recoding, me: number | undefined) {
  const there = codings.filter((each) => each.passage === passage);
  const wanted = there.find(({ id }) => id === coding)?.coder ?? [me, ...coders].find((coder) => there.some((each) => each.coder === coder));
  const facetOf = new Map(codes.map(({ id, facet }) => [id, facets.indexOf(facet)]));
  return there.filter(({ coder }) => coder === wanted).toSorted((a, b) => (facetOf.get(a.code) ?? 0) - (facetOf.get(b.code) ?? 0) || a.id - b.id);
}

/**
 * Another code in a coding's place, of the same facet, also one made on the spot: Tab walks the codings of the passage, any part of a
 * name finds the code, Enter puts it there. Rating, parties, memos and coder stay.
 */
export function Recode({ at, editor }: { at: DocumentAtHand; editor: RefObject<EditorHandle | null> }) {
  const session = useSessionStore();
  const recoding = useSession((now) => now.recoding);
  const me = useMe();
  const codings = useMemo(() => (recoding ? recodable(at, recoding, me) : []), [at, recoding, me]);
  const none = recoding !== null && codings.length === 0;
  useEffect(() => { if (none) session.set({ recoding: null }); }, [none, session]);
  return recoding === null || none ? null : <RecodeBox key={`${recoding.passage}/${recoding.coding}`} at={at} editor={editor} codings={codings} first={recoding.coding} />;
}

function RecodeBox({ at, editor, codings, first }: { at: DocumentAtHand; editor: RefObject<EditorHandle | null>; codings: DocumentAtHand['codings']; first: number | null }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const { language } = useWords();
  const sounds = useSounds(at.codes);
  const recent = useSession((now) => now.recent);
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [which, setWhich] = useState(first ?? codings[0]!.id);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const byId = useMemo(() => new Map(at.codes.map((code) => [code.id, code])), [at.codes]);
  const coding = codings.find(({ id }) => id === which) ?? codings[0]!;
  const code = byId.get(coding.code);
  const rows = useMemo(() => {
    if (!code) return [];
    const alike = at.codes.filter((each) => each.facet === code.facet);
    return rowsFor({ codes: alike, typed, facet: code.facet, recent, digits: [], there: new Set(codings.map((each) => each.code)), sounds }).filter((row) => row.facet === code.facet && row.id !== String(code.id));
  }, [at.codes, code, typed, recent, codings, sounds]);
  const { words } = readSaid({ codes: at.codes, typed, sounds });
  const row = rows[Math.min(chosen, rows.length - 1)];
  const fresh = rows.find((each) => each.codings === null);
  useLayoutEffect(() => placeBeside(box.current, editor.current, coding));
  useEffect(() => {
    // The list of commands gives the focus back to where it came from, after this stands.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => field.current?.focus()));
    return () => cancelAnimationFrame(frame);
  }, []);
  useEffect(() => { list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }); }, [chosen, rows]);

  const close = () => {
    session.set({ recoding: null });
    editor.current?.focus();
    editor.current?.select({ start: coding.start, end: coding.start });
  };
  const put = (to: Row | undefined) => {
    if (!to) return;
    void act(async () => {
      await core.flushing.all();
      const { choice } = to;
      const { passage } = await core.call('coding.recode', { coding: coding.id, code: 'code' in choice ? choice.code : choice.create, rating: choice.rating ?? undefined, language });
      session.set({ passage, aside: { kind: 'passage' } });
      close();
    });
  };
  const turnTo = (id: number) => { setWhich(id); setTyped(''); setChosen(0); field.current?.focus(); };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 }[event.key];
    if (event.key === 'Escape') close();
    else if (move !== undefined) setChosen(Math.max(0, Math.min(rows.length - 1, chosen + move)));
    else if (event.key === 'Tab') turnTo(codings[(codings.indexOf(coding) + (event.shiftKey ? -1 : 1) + codings.length) % codings.length]!.id);
    else if (event.key === 'Enter') put(event.ctrlKey || event.metaKey ? fresh : row);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const rated = (name: string, rating: number | null) => (rating === null ? name : `${name} ${shownRating(rating)}`);
  return (
    <div className={styles['palette']} ref={box} role="dialog" aria-label={say('recode.title')} onKeyDown={onKeyDown} onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget) && window.document.hasFocus()) session.set({ recoding: null }); }}>
      <div className={`${styles['steps']} ${styles['codings']}`} role="tablist" aria-label={say('recode.which')}>
        {codings.map((each) => {
          const its = byId.get(each.code);
          return its ? (
            <button key={each.id} type="button" role="tab" tabIndex={-1} aria-selected={each === coding} onMouseDown={(event) => event.preventDefault()} onClick={() => turnTo(each.id)} title={its.path}>
              <span className={styles['stepFacet']}><Sign facet={its.facet} colour={its.colour} />{say(`facet.${its.facet}`)}</span>
              <span className={styles['stepCodes']} data-state="taken"><bdi>{rated(its.name, each.rating)}</bdi></span>
            </button>
          ) : null;
        })}
      </div>
      <div className={styles['typed']}>
        <input ref={field} autoFocus value={typed} onChange={(event) => { setTyped(event.target.value); setChosen(0); }} aria-label={say('recode.find', { code: code?.name ?? '' })} placeholder={say('recode.find', { code: code?.name ?? '' })}
          role="combobox" aria-expanded="true" aria-controls="recode-options" aria-activedescendant={row ? `recode-${row.id}` : undefined} spellCheck={false} autoComplete="off" />
      </div>
      <div className={styles['found']} role="listbox" id="recode-options" ref={list} aria-label={say('recode.title')}>
        {rows.map((each) => (
          <CodeOption key={each.id} id={`recode-${each.id}`} row={each} chosen={each === row} words={words} sounds={sounds} count={each.codings ?? <kbd>{showKeys('$mod+Enter')}</kbd>} onPress={() => put(each)}>
            {typeof each.choice.rating === 'number' ? <b>{shownRating(each.choice.rating)}</b> : null}
          </CodeOption>
        ))}
        {rows.length === 0 && code ? <p className={styles['quiet']}>{say('recode.none', { facet: say(`facet.${code.facet}`) })}</p> : null}
      </div>
      <footer className={styles['keys']}>
        {codings.length > 1 ? <span><kbd>{showKeys('Tab')}</kbd>{say('recode.next')}</span> : null}
        <span className={styles['grow']} />
        <span><kbd>{showKeys('Escape')}</kbd>{say('palette.leave')}</span><span><kbd>{showKeys('Enter')}</kbd>{say('recode.put')}</span>
      </footer>
    </div>
  );
}
