import { Check } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { Span } from '../../../shared/model/span.ts';
import { showKeys } from '../../commands.ts';
import { useWords } from '../../core/words.tsx';
import type { EditorHandle } from '../../editor/TranscriptEditor.tsx';
import { useSessionStore } from '../../session.ts';
import styles from './palette.module.css';
import { CodeOption } from './CodeOption.tsx';
import { PaletteFoot } from './PaletteFoot.tsx';
import type { Row } from './paletteRows.ts';
import { PaletteSteps } from './PaletteSteps.tsx';
import { useSounds } from './pinyin.ts';
import { shownRating } from './triple.ts';
import type { DocumentAtHand } from './useDocument.ts';
import { usePalette, type PaletteAtHand } from './usePalette.ts';

/**
 * The facet palette: stakeholder, dimension with its rating, conflict with its parties, theme. Any part of a name finds a
 * code; Tab takes it and goes on, Enter puts all that was taken on the passage in one act, Escape leaves everything as it was.
 */
export function Palette({ document, span, at, editor }: { document: number; span: Span; at: DocumentAtHand; editor: RefObject<EditorHandle | null> }) {
  const { say } = useWords();
  const session = useSessionStore();
  const box = useRef<HTMLDivElement>(null);
  const hide = useCallback((hidden: boolean) => {
    if (!box.current) return;
    box.current.hidden = hidden;
    if (!hidden) field.current?.focus();
  }, []);
  const palette = usePalette(document, span, at, editor, hide);
  const { sent, steps, rows, row } = palette;
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => { list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }); }, [steps.chosen, rows]);
  useLayoutEffect(() => { if (!sent.current) placeBeside(box.current, editor.current, span); });
  useEffect(() => { if (!sent.current) session.set({ offered: row && 'code' in row.choice ? row.choice.code : null }); }, [row, sent, session]);
  // What a code means stays in sight until the passage comes with it.
  useEffect(() => () => session.set({ offered: null }), [session]);

  return (
    <div className={styles['palette']} ref={box} role="dialog" aria-label={say('palette.title')} onKeyDown={(event) => { if (event.key === 'Escape' && !event.nativeEvent.isComposing) palette.close(); }}
      onBlur={(event) => {
        // Another window may be looked at in between.
        if (!sent.current && !event.currentTarget.contains(event.relatedTarget) && window.document.hasFocus()) session.set({ palette: null, before: null });
      }}>
      <PaletteSteps palette={palette} at={at} onStep={(facet) => { palette.step(facet); field.current?.focus(); }} />
      <div className={styles['typed']}>
        <input ref={field} autoFocus value={steps.typed} onChange={(event) => palette.type(event.target.value)} onKeyDown={(event) => onKey(event, palette)}
          aria-label={say('palette.find')} placeholder={say(steps.facet === 'conflict' ? 'palette.findConflict' : 'palette.find')} role="combobox" aria-expanded="true" aria-controls="palette-options" aria-activedescendant={row ? `palette-${row.id}` : undefined} aria-describedby="palette-missing" spellCheck={false} autoComplete="off" />
      </div>
      <div className={styles['found']} role="listbox" id="palette-options" ref={list} aria-label={say('palette.title')}>
        {rows.map((each) => <Option key={each.id} row={each} chosen={each === row} palette={palette} at={at} />)}
        {rows.length === 0 ? <p className={styles['quiet']}>{say('palette.empty', { facet: say(`facet.${steps.facet}`) })}</p> : null}
      </div>
      <PaletteFoot palette={palette} at={at} />
    </div>
  );
}

/** What the keys do while a name is typed. What an input method composes with is its own. */
function onKey(event: KeyboardEvent<HTMLInputElement>, palette: PaletteAtHand): void {
  if (event.nativeEvent.isComposing) return;
  const { steps } = palette;
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  const move = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 }[event.key];
  const mod = event.ctrlKey || event.metaKey;
  if (move !== undefined && !event.altKey) palette.move(move);
  else if (event.altKey && digit !== undefined && event.shiftKey) palette.pin(Number(digit));
  else if (event.altKey && digit !== undefined) palette.rate(Number(digit));
  else if (event.altKey && event.code === 'KeyX') palette.swap();
  else if (event.key === 'Tab') palette.walk(event.shiftKey ? -1 : 1);
  else if (event.key === 'Enter' && mod) palette.create();
  else if (event.key === 'Enter' && event.shiftKey) palette.add(palette.row);
  else if (event.key === 'Enter') palette.apply();
  else if (event.key === 'Backspace' && steps.typed === '') palette.giveBack();
  else if (/^[.。．]$/.test(event.key) && steps.typed === '' && steps.taken.length === 0) palette.repeat();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function Option({ row, chosen, palette, at }: { row: Row; chosen: boolean; palette: PaletteAtHand; at: DocumentAtHand }) {
  const { say } = useWords();
  const sounds = useSounds(at.codes);
  const taken = palette.steps.taken.some((each) => each.id === row.id);
  const { rating } = row.choice;
  const firstFresh = palette.rows.find((each) => each.codings === null);
  return (
    <CodeOption id={`palette-${row.id}`} row={row} chosen={chosen} words={palette.words} sounds={sounds} count={row.codings ?? (row === firstFresh ? <kbd>{showKeys('$mod+Enter')}</kbd> : '')} onPress={(event) => (event.shiftKey ? palette.add(row) : palette.apply(row))}>
      {rating === undefined || rating === null ? null : <b>{shownRating(rating)}</b>}
      {row.there || taken ? <Check size={14} aria-label={say(row.there ? 'palette.there' : 'palette.taken')} /> : null}
    </CodeOption>
  );
}

/** The palette with two rows of its list, in pixels. */
const least = 256;
/** Under the last line of the selection, or above its first where there is no room: never over it, and the text does not move. */
export function placeBeside(box: HTMLElement | null, editor: EditorHandle | null, span: Span): void {
  const host = box?.offsetParent?.getBoundingClientRect();
  const last = editor?.lastLine(span);
  const first = editor?.firstLine(span);
  if (!box || !host || !last || !first) return;
  const spaceBelow = host.bottom - last.bottom - 16;
  const spaceAbove = first.top - host.top - 16;
  box.style.maxHeight = '';
  const natural = box.offsetHeight;
  const under = natural <= spaceBelow || spaceBelow >= spaceAbove;
  // Where the selection fills the window neither side has room; then the list is shorter, and at last the selection is covered.
  const height = Math.min(natural, Math.max(least, under ? spaceBelow : spaceAbove));
  const top = under ? last.bottom - host.top + 8 : first.top - host.top - height - 8;
  Object.assign(box.style, { maxHeight: `${height}px`, top: `${Math.max(8, Math.min(top, host.height - height - 8))}px`, left: `${Math.max(8, Math.min(130, host.width - box.offsetWidth - 8))}px` });
}
