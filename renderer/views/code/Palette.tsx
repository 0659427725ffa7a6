import { Check, Plus } from 'lucide-react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { facets, type Facet } from '../../../shared/model/schema.ts';
import type { Span } from '../../../shared/model/span.ts';
import { normaliseName } from '../../../shared/model/text.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useDesk, useLive } from '../../core/context.tsx';
import type { InputOf } from '../../../electron/ops/index.ts';
import { useWords } from '../../core/words.tsx';
import type { EditorHandle } from '../../editor/TranscriptEditor.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSessionStore } from '../../session.ts';
import styles from './code.module.css';
import { fitOf, hits, readTyped } from './findCodes.ts';
import type { DocumentAtHand } from './useDocument.ts';

type Choice = InputOf<'coding.apply'>['codes'][number];
interface Row { readonly id: string; readonly choice: Choice; readonly facet: Facet; readonly colour?: string; readonly name: string; readonly parents: string; readonly codings: number | null; readonly there: boolean }
const most = 12;

/** Type any part of a code's name, Enter applies it to the selection; a new one is made on the spot. */
export function Palette({ document: documentId, span, at, editor }: { document: number; span: Span; at: DocumentAtHand; editor: RefObject<EditorHandle | null> }) {
  const { say } = useWords();
  const core = useCore();
  const session = useSessionStore();
  const act = useAct();
  const desk = useDesk();
  const me = useLive('coder.list', {})?.find((coder) => coder.name === desk?.coder)?.id;
  const [typed, setTyped] = useState('');
  const [facet, setFacet] = useState<Facet | null>(null);
  const [chosen, setChosen] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);

  const rows = useMemo((): Row[] => {
    const found = readTyped(typed);
    const { recent } = session.get();
    const rank = (code: number) => (recent.includes(code) ? recent.length - recent.indexOf(code) : 0);
    const there = new Set(at.codings.filter((coding) => coding.start === span.start && coding.end === span.end && coding.coder === me).map((coding) => coding.code));
    const fitting = at.codes.filter((code) => facet === null || code.facet === facet).map((code) => ({ code, fit: fitOf(code, found) })).filter(({ fit }) => fit > 0)
      .toSorted((a, b) => b.fit - a.fit || rank(b.code.id) - rank(a.code.id)).slice(0, most);
    const rated = found.rating === null ? {} : { rating: found.rating };
    const known = fitting.map(({ code }): Row => ({
      id: String(code.id), choice: { code: code.id, ...(code.facet === 'dimension' ? rated : {}) }, facet: code.facet, colour: code.colour, name: code.name,
      parents: code.path.slice(0, -code.name.length).replace(/ > $/, ''), codings: code.codings, there: there.has(code.id),
    }));
    const name = normaliseName(found.text);
    const exact = (wanted: Facet) => at.codes.some((code) => code.facet === wanted && code.parent === null && code.name.toLowerCase() === name.toLowerCase());
    const fresh = name === '' ? [] : (facet === null ? facets : [facet]).filter((wanted) => !exact(wanted)).map((wanted): Row => ({
      id: `new-${wanted}`, choice: { create: { name, facet: wanted }, ...(wanted === 'dimension' ? rated : {}) }, facet: wanted, name, parents: '', codings: null, there: false,
    }));
    return [...known, ...fresh];
  }, [typed, facet, at, span, me, session]);
  const row = rows[Math.min(chosen, rows.length - 1)];

  const close = () => {
    session.set({ palette: false });
    editor.current?.focus();
    editor.current?.select(span);
  };
  const apply = (choice: Choice, stay: boolean) => void act(async () => {
    await core.flushing.all();
    const { passage, codings } = await core.call('coding.apply', { document: documentId, start: span.start, end: span.end, codes: [choice] });
    const code = 'code' in choice ? choice.code : undefined;
    session.set({ passage, aside: { kind: 'passage' }, coders: null, ...(code === undefined ? {} : { recent: [code, ...session.get().recent.filter((each) => each !== code)].slice(0, 20) }) });
    if (codings.length > 0 && stay) setTyped('');
    else close();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 }[event.key];
    if (move !== undefined) setChosen((now) => Math.max(0, Math.min(rows.length - 1, Math.min(now, rows.length - 1) + move)));
    else if (event.key === 'Tab') {
      const order = [null, ...facets];
      setFacet(order[(order.indexOf(facet) + (event.shiftKey ? order.length - 1 : 1)) % order.length]!);
      setChosen(0);
    } else if (event.key === 'Enter') { if (row) apply(row.choice, event.shiftKey); } else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  useEffect(() => { list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }); }, [chosen, rows]);
  useLayoutEffect(() => { place(box.current, editor.current, span); }, [span, editor, rows.length]);

  return (
    <div className={styles['palette']} ref={box} role="dialog" aria-label={say('palette.title')} onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) session.set({ palette: false }); }}>
      <div className={styles['steps']} role="tablist">
        {[null, ...facets].map((each) => (
          <button key={each ?? 'all'} type="button" role="tab" tabIndex={-1} aria-selected={facet === each} onMouseDown={(event) => event.preventDefault()} onClick={() => { setFacet(each); setChosen(0); }}>
            {each ? <><Sign facet={each} />{say(`facet.${each}`)}</> : say('palette.all')}
          </button>
        ))}
      </div>
      <div className={styles['typed']}>
        <input autoFocus value={typed} onChange={(event) => { setTyped(event.target.value); setChosen(0); }} onKeyDown={onKeyDown} aria-label={say('palette.find')} placeholder={say('palette.find')} role="combobox" aria-expanded="true" aria-controls="palette-options" aria-activedescendant={row ? `palette-${row.id}` : undefined} spellCheck={false} autoComplete="off" />
      </div>
      <div className={styles['found']} role="listbox" id="palette-options" ref={list} aria-label={say('palette.title')}>
        {rows.map((each) => (
          <div key={each.id} id={`palette-${each.id}`} role="option" aria-selected={each === row} className={styles['option']} onMouseDown={(event) => event.preventDefault()} onClick={(event) => apply(each.choice, event.shiftKey)}>
            {each.codings === null ? <Plus size={12} strokeWidth={2} aria-hidden /> : null}
            <Sign facet={each.facet} colour={each.colour} />
            <span className={styles['optionName']}>{each.codings === null ? say('palette.create', { name: each.name, facet: say(`facet.${each.facet}`) }) : hits(each.name, readTyped(typed).words).map((part, index) => (part.hit ? <mark key={index}>{part.text}</mark> : part.text))}</span>
            {each.parents === '' ? null : <small>{each.parents}</small>}
            {'rating' in each.choice && each.choice.rating !== undefined ? <b>{each.choice.rating! > 0 ? `+${each.choice.rating}` : String(each.choice.rating).replace('-', '−')}</b> : null}
            {each.there ? <Check size={14} aria-label={say('palette.there')} /> : null}
            <span className={styles['n']}>{each.codings ?? ''}</span>
          </div>
        ))}
        {rows.length === 0 ? <p className={styles['quiet']}>{say('palette.empty')}</p> : null}
      </div>
      <footer className={styles['paletteKeys']}>
        <span><kbd>↵</kbd>{say('palette.apply')}</span><span><kbd>Shift ↵</kbd>{say('palette.applyMore')}</span><span><kbd>Tab</kbd>{say('palette.facet')}</span><span className={styles['grow']} /><span><kbd>Esc</kbd>{say('palette.leave')}</span>
      </footer>
    </div>
  );
}

/** Under the last line of the selection, or above its first where there is no room: never over it, and the text does not move. */
function place(box: HTMLElement | null, editor: EditorHandle | null, span: Span): void {
  const host = box?.offsetParent?.getBoundingClientRect();
  const last = editor?.lastLine(span);
  const first = editor?.firstLine(span);
  if (!box || !host || !last || !first) return;
  const below = last.bottom - host.top + 8;
  const above = first.top - host.top - box.offsetHeight - 8;
  const fitsBelow = below + box.offsetHeight <= host.height - 8;
  const top = fitsBelow ? below : above >= 8 ? above : Math.max(8, host.height - box.offsetHeight - 8);
  Object.assign(box.style, { top: `${top}px`, left: `${Math.max(8, Math.min(130, host.width - box.offsetWidth - 8))}px` });
}
