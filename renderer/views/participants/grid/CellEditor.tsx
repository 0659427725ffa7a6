import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { nameKey } from '../../../../shared/model/text.ts';
import { useWords } from '../../../core/words.tsx';
import type { GridColumn } from './types.ts';
import styles from './grid.module.css';

export type Leave = 'down' | 'up' | 'right' | 'left' | 'stay';
interface EditorProps {
  readonly column: GridColumn;
  readonly label: string;
  readonly text: string;
  /** What is being typed; null while the cell is only active. */
  readonly draft: string | null;
  /** Why the draft cannot be taken. */
  readonly complaint: string | null;
  /** The grid has the focus, so that this cell is to get it. */
  readonly focused: boolean;
  readonly onDraft: (draft: string | null) => void;
  readonly onCommit: (text: string, leave: Leave, newChoice: boolean) => void;
}

/** Offers drawn at once, around the one that is meant: who was referred by whom is chosen among thousands. */
const mostDrawn = 100;
interface Offer { readonly text: string; readonly isNew: boolean }
function offersFor({ options = [], mayAdd = false }: GridColumn, draft: string, opened: boolean): Offer[] {
  const typed = nameKey(draft);
  // Opened with what stands there, all is offered; once something is typed, what holds it.
  const found = (opened ? options : options.filter((option) => nameKey(option).includes(typed))).map((text) => ({ text, isNew: false }));
  return mayAdd && typed !== '' && !options.some((option) => nameKey(option) === typed) ? [...found, { text: draft.trim(), isNew: true }] : found;
}

/**
 * The active cell's own field. It always has the grid's focus, empty and unseen until something is typed: so the first
 * key of a Chinese input method goes where it belongs.
 */
export function CellEditor({ column, label, text, draft, complaint, focused, onDraft, onCommit }: EditorProps) {
  const { say } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [opened, setOpened] = useState(false);
  const [reached, setReached] = useState<number | null>(null);
  const [place, setPlace] = useState<{ left: number; top: number; bottom: number; width: number; host: Element } | null>(null);
  const editing = draft !== null;
  const offers = editing ? offersFor(column, draft, opened) : [];
  const free = column.kind === 'suggested';
  // A choice takes the first that holds what was typed; a suggestion is only taken when it is walked to.
  const exact = offers.findIndex((offer) => nameKey(offer.text) === nameKey(draft ?? ''));
  const chosen = reached ?? (free || (draft ?? '').trim() === '' ? exact : exact >= 0 ? exact : offers.length > 0 ? 0 : -1);

  useLayoutEffect(() => {
    if (!focused) return;
    field.current?.focus({ preventScroll: true });
    field.current?.closest('[role=gridcell]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [focused]);
  useLayoutEffect(() => {
    if (!editing) { setOpened(false); setReached(null); setPlace(null); return; }
    const { left, top, bottom, width } = field.current!.closest('[role=gridcell]')!.getBoundingClientRect();
    // Outside of the grid, which would cut it off, but inside of the page's main part.
    setPlace({ left, top, bottom, width, host: field.current!.closest('main') ?? document.body });
  }, [editing]);
  useEffect(() => { if (chosen >= 0) document.getElementById(`${id}${chosen}`)?.scrollIntoView({ block: 'nearest' }); }, [chosen, id]);

  const open = () => {
    setOpened(true);
    onDraft(text);
    // After the text is in the field.
    requestAnimationFrame(() => field.current?.setSelectionRange(text.length, text.length));
  };
  const commit = (leave: Leave) => {
    if (draft === null) return;
    const offer = offers[chosen];
    onCommit(offer?.text ?? draft, leave, offer?.isNew ?? false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return event.stopPropagation();
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    if (!editing) {
      if (column.readOnly || ctrlKey || metaKey || !((key === 'Enter' && !shiftKey) || key === 'F2' || (altKey && key === 'ArrowDown'))) return;
      event.preventDefault();
      event.stopPropagation();
      return open();
    }
    // While a cell is edited, every key is the field's.
    event.stopPropagation();
    if (key === 'Enter' && altKey && column.kind === 'text') {
      event.preventDefault();
      document.execCommand('insertText', false, '\n');
    } else if (key === 'Enter' || key === 'Tab') {
      event.preventDefault();
      commit(key === 'Enter' ? (shiftKey ? 'up' : 'down') : shiftKey ? 'left' : 'right');
    } else if (key === 'Escape') {
      event.preventDefault();
      onDraft(null);
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && offers.length > 0) {
      event.preventDefault();
      setReached(((chosen < 0 && key === 'ArrowUp' ? 0 : chosen) + (key === 'ArrowDown' ? 1 : -1) + offers.length) % offers.length);
    }
  };
  const firstDrawn = Math.max(0, Math.min(chosen - mostDrawn / 2, offers.length - mostDrawn));
  const lists = column.options !== undefined && !column.readOnly;
  const list = editing && place && (offers.length > 0 || complaint !== null);
  const below = place ? innerHeight - place.bottom > 220 || place.top < 220 : true;
  return (
    <>
      <textarea
        ref={field} rows={1} className={styles['field']} data-editing={editing || undefined} value={draft ?? ''} readOnly={column.readOnly} spellCheck={false} autoComplete="off" aria-label={label} aria-invalid={complaint !== null || undefined}
        {...(complaint === null ? {} : { 'aria-describedby': `${id}why` })} {...(lists ? { 'aria-haspopup': 'listbox' as const, 'aria-controls': list ? id : undefined, 'aria-activedescendant': list && chosen >= 0 ? `${id}${chosen}` : undefined } : {})}
        onChange={(event) => { setOpened(false); setReached(null); onDraft(event.target.value); }}
        onKeyDown={onKeyDown}
        onDoubleClick={() => { if (!editing && !column.readOnly) open(); }}
      />
      {list ? createPortal(
        <div className={styles['float']} style={{ left: Math.max(4, Math.min(place.left, innerWidth - Math.max(place.width, 200) - 8)), minWidth: Math.max(place.width, 200), ...(below ? { top: place.bottom + 2 } : { bottom: innerHeight - place.top + 2 }) }} onMouseDown={(event) => event.preventDefault()}>
          {complaint === null ? null : <p role="alert" id={`${id}why`} className={styles['complaint']}>{complaint}</p>}
          {offers.length === 0 ? null : (
            <div role="listbox" id={id} aria-label={say('participants.options', { column: column.label })}>
              {offers.slice(firstDrawn, firstDrawn + mostDrawn).map((offer, index) => ({ offer, at: firstDrawn + index })).map(({ offer, at }) => (
                <div key={`${offer.isNew}${offer.text}`} role="option" aria-posinset={at + 1} aria-setsize={offers.length} id={`${id}${at}`} aria-selected={at === chosen} onClick={() => onCommit(offer.text, 'stay', offer.isNew)}><bdi>{offer.isNew ? say('participants.newChoice', { value: offer.text }) : offer.text}</bdi></div>
              ))}
            </div>
          )}
        </div>, place.host) : null}
    </>
  );
}
