import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { Autocomplete, Dialog, Input, Label, ListBox, ListBoxItem, Popover, TextField } from 'react-aria-components';
import { nameKey } from '../../../shared/model/text.ts';
import { showKeys } from '../../commands.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import type { EditorHandle } from '../../editor/TranscriptEditor.tsx';
import { Button } from '../../parts/Button.tsx';
import { Segments } from '../../parts/Choice.tsx';
import parts from '../../parts/parts.module.css';
import { useSessionStore } from '../../session.ts';
import styles from './turn.module.css';
import type { DocumentAtHand } from './useDocument.ts';

/** Over the turn at a place: who speaks there, in this turn or in all of its label; and splitting and joining it. */
export function TurnPanel({ document, at: offset, split, hand, editor }: { document: number; at: number; split: boolean; hand: DocumentAtHand; editor: RefObject<EditorHandle | null> }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const anchor = useRef<HTMLSpanElement>(null);
  const [all, setAll] = useState<'one' | 'all'>('one');
  const [typed, setTyped] = useState('');
  const { turns, text } = hand.read;
  const turn = turns.find(({ start }) => split && start === offset) ?? turns.find(({ start, end }) => start <= offset && offset <= end);
  // Beside the new turn, not beside the one that it came from: the panel waits until that has been read and drawn.
  const there = !split || turn?.start === offset;
  const [placed, setPlaced] = useState(false);
  const alike = turn ? turns.filter(({ label }) => label === turn.label).length : 0;
  useLayoutEffect(() => {
    const line = editor.current?.firstLine({ start: turn?.start ?? offset, end: Math.min(text.length, (turn?.start ?? offset) + 1) });
    const frame = anchor.current?.parentElement?.getBoundingClientRect();
    if (!line || !frame || !anchor.current) return;
    Object.assign(anchor.current.style, { left: '16px', top: `${Math.max(0, line.top - frame.top)}px`, height: `${line.height}px` });
    if (there) setPlaced(true);
  }, [editor, offset, turn, text, there]);
  const close = () => {
    session.set({ turnAt: null });
    // After the panel is gone; its field took the caret away.
    requestAnimationFrame(() => {
      editor.current?.focus();
      editor.current?.select({ start: offset, end: offset });
    });
  };
  const done = (work: () => Promise<unknown>) => void act(async () => {
    await core.flushing.all();
    await work();
    close();
  });
  const speak = (participant: number | null | { name: string }) => done(() => core.call('turn.speak', { document, at: offset, participant, all: all === 'all' }));
  const here = new Set(turns.map(({ participant }) => participant));
  const people = [...hand.people.values()].toSorted((a, b) => Number(here.has(b.id)) - Number(here.has(a.id)));
  const wanted = nameKey(typed);
  const options = [
    ...people.filter(({ name }) => nameKey(name).includes(wanted)).map(({ id, name, role }) => ({ id: `p${id}`, name, hint: say(`role.${role}`), run: () => speak(id) })),
    ...(wanted !== '' && !people.some(({ name }) => nameKey(name) === wanted) ? [{ id: 'new', name: say('import.newPerson', { name: typed.trim() }), hint: '', run: () => speak({ name: typed.trim() }) }] : []),
    ...(wanted === '' && turn?.participant ? [{ id: 'nobody', name: say('document.nobody'), hint: '', run: () => speak(null) }] : []),
  ];
  return (
    <>
      <span ref={anchor} className={styles['anchor']} aria-hidden="true" />
      <Popover isOpen={placed} triggerRef={anchor} placement="bottom start" offset={4} onOpenChange={(open) => { if (!open) close(); }} className={`${parts['float']} ${styles['panel']}`}>
        <Dialog aria-label={say('correct.turn.who')} className={styles['inside'] ?? ''}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <TextField className={parts['field'] ?? ''} autoFocus><Label>{say('correct.turn.who')}</Label><Input className={parts['input'] ?? ''} autoComplete="off" spellCheck={false} /></TextField>
            <ListBox aria-label={say('correct.turn.who')} className={`${parts['options']} ${styles['people']}`} items={options} onAction={(key) => options.find(({ id }) => id === key)?.run()}>
              {(option) => (
                <ListBoxItem id={option.id} textValue={option.name} className={parts['option'] ?? ''} data-now={option.id === `p${turn?.participant}` || undefined}>
                  <span className={parts['cut']}><bdi>{option.name}</bdi></span><small>{option.hint}</small>
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
          {turn && alike > 1 ? (
            <Segments label={say('correct.turn.where')} value={all} onChange={setAll} options={[{ id: 'one', label: say('correct.turn.this') }, { id: 'all', label: turn.label === '' ? say('correct.turn.allPlain', { count: alike }) : say('correct.turn.all', { count: alike, label: turn.label }) }]} />
          ) : null}
          {turn ? (
            <div className={styles['deeds']}>
              <Button look="plain" isDisabled={offset <= turn.start || offset >= turn.end} onPress={() => done(() => core.call('turn.split', { document, at: offset }))}>{say('correct.turn.split')}<kbd>{showKeys('$mod+Enter')}</kbd></Button>
              <Button look="plain" isDisabled={turn === turns[0]} onPress={() => done(() => core.call('turn.join', { document, at: offset, with: 'previous' }))}>{say('correct.turn.join')}<kbd>{showKeys('$mod+Shift+Enter')}</kbd></Button>
              <Button look="plain" isDisabled={turn === turns.at(-1)} onPress={() => done(() => core.call('turn.join', { document, at: offset, with: 'next' }))}>{say('correct.turn.joinNext')}</Button>
            </div>
          ) : null}
        </Dialog>
      </Popover>
    </>
  );
}
