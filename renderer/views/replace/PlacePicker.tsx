import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Input, Label, ListBox, ListBoxItem, TextField } from 'react-aria-components';
import { candidatePlaces, withoutBlanks } from '../../../shared/model/candidates.ts';
import { expressionOf } from '../../../shared/model/search.ts';
import { wholeGraphemes } from '../../../shared/model/snapping.ts';
import { splitsPair, type Span } from '../../../shared/model/span.ts';
import { isChinese } from '../../../shared/model/text.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import parts from '../../parts/parts.module.css';
import styles from './picker.module.css';

/** Places that are listed, and text (UTF-16 units) that is shown around each. */
const most = 30;
const likely = 6;
const around = 40;

function placesOf(text: string, sought: string): Span[] {
  const { source, flags } = expressionOf({ text: sought, regex: false, wholeWord: false, matchCase: false });
  const found: Span[] = [];
  for (const { 0: words, index } of text.matchAll(new RegExp(source, flags))) if (words !== '' && found.push({ start: index, end: index + words.length }) === most) break;
  return found;
}

/** What stands around a place, whole words as far as they are set apart; what goes on is marked. */
function wordsAround(text: string, { start, end }: Span): { before: string; after: string } {
  const sound = (at: number) => (splitsPair(text, at) ? at + 1 : at);
  const [from, to] = [Math.max(0, start - around), Math.min(text.length, end + around)];
  return {
    before: `${from === 0 ? '' : '…'}${text.slice(sound(from), start).replace(from === 0 ? '' : /^\S{0,12}\s+/, '')}`,
    after: `${text.slice(end, sound(to)).replace(to === text.length ? '' : /\s+\S{0,12}$/, '')}${to === text.length ? '' : '…'}`,
  };
}

/** Brings a place of the text to the middle of its field and selects it there, whether or not the field has the focus. */
function reveal(area: HTMLTextAreaElement, text: string, { start, end }: Span): void {
  // How tall the text before it is.
  area.value = text.slice(0, end);
  const bottom = area.scrollHeight;
  area.value = text;
  area.setSelectionRange(start, end);
  area.scrollTop = bottom - area.clientHeight * 0.6;
}

/**
 * The new text, in which the person says where a passage of the old one belongs: she selects the words, or finds them, or takes one
 * of the places that are like it. `words` are the passage's own, `first` is the place to begin at.
 */
export function PlacePicker({ words, text, first, onPut, onGiveUp }: { words: string; text: string; first: Span | null; onPut: (place: Span) => void; onGiveUp: () => void }) {
  const { say } = useWords();
  const area = useRef<HTMLTextAreaElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [sought, setSought] = useState('');
  const [picked, setPicked] = useState<Span | null>(first);
  const places = useMemo(() => (sought.trim() === '' ? candidatePlaces(text, words, likely) : placesOf(text, sought.trim())), [text, words, sought]);
  const lang = isChinese(text) ? 'zh-Hans' : 'en';
  useEffect(() => { if (area.current) reveal(area.current, text, first ?? { start: 0, end: 0 }); }, [text, first]);

  const take = () => {
    if (!area.current) return;
    const place = wholeGraphemes(text, withoutBlanks(text, { start: area.current.selectionStart, end: area.current.selectionEnd }));
    setPicked(place.start < place.end ? place : null);
  };
  const goTo = (place: Span | undefined) => {
    if (!place || !area.current) return;
    reveal(area.current, text, place);
    area.current.focus({ preventScroll: true });
    setPicked(place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    onGiveUp();
  };
  const onField = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') goTo(places[0]);
    else if (event.key === 'ArrowDown') list.current?.querySelector<HTMLElement>('[role=option]')?.focus();
    else return;
    event.preventDefault();
  };
  const onText = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (picked) onPut(picked);
  };
  const rows = places.map((place) => ({ id: place.start, place, ...wordsAround(text, place) }));
  return (
    <div className={styles['picker']} onKeyDown={onKeyDown} role="group" aria-label={say('correct.replace.elsewhere')}>
      <div className={styles['find']}>
        <TextField value={sought} onChange={setSought} className={parts['field'] ?? ''} onKeyDown={onField}>
          <Label>{say('correct.replace.find')}</Label>
          <Input className={parts['input'] ?? ''} autoComplete="off" spellCheck={false} />
        </TextField>
        {rows.length === 0 ? <p role="status">{say('correct.replace.notFound')}</p> : (
          <ListBox ref={list} aria-label={say('correct.replace.meant')} items={rows} selectionMode="none" className={styles['places'] ?? ''} onAction={(key) => goTo(places.find(({ start }) => start === key))}>
            {({ id, place, before, after }) => (
              <ListBoxItem id={id} textValue={text.slice(place.start, place.end)} className={styles['place'] ?? ''}>
                <span lang={lang}>{before}<b>{text.slice(place.start, place.end)}</b>{after}</span>
              </ListBoxItem>
            )}
          </ListBox>
        )}
      </div>
      <div className={styles['text']}>
        <label>{say('correct.replace.newText')}<textarea ref={area} readOnly lang={lang} spellCheck={false} defaultValue={text} onSelect={take} onKeyDown={onText} /></label>
      </div>
      <div className={styles['foot']}>
        <div><p aria-live="polite" lang={picked ? lang : undefined}>{picked ? <q>{text.slice(picked.start, picked.end)}</q> : say('correct.replace.nothingPicked')}</p><small>{say('correct.replace.pick')}</small></div>
        <Button onPress={onGiveUp}>{say('word.cancel')}</Button>
        <Button look="primary" isDisabled={picked === null} onPress={() => { if (picked) onPut(picked); }}>{say('correct.replace.put')}</Button>
      </div>
    </div>
  );
}
