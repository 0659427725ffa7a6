import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Input, Label, TextArea, TextField } from 'react-aria-components';
import { useCore } from '../core/context.tsx';
import styles from './parts.module.css';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (value: string) => unknown;
  /** Several lines: kept whatever happens, also by Escape and when the window closes. A single line is given up by Escape. */
  readonly lines?: boolean;
  readonly hidden?: boolean;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
  /** The person is done here by key: where should the focus go? */
  readonly onLeave?: () => void;
}

/** A text that is taken over when the person leaves it or presses Enter (Ctrl Enter where it has lines). */
export function Field({ label, value, onCommit, lines = false, hidden = false, autoFocus = false, placeholder, onLeave }: FieldProps) {
  const [text, setText] = useState(value);
  const before = useRef(value);
  // Before anything else can happen: a text that is only out of date must never pass for one that was typed.
  useLayoutEffect(() => {
    const known = before.current;
    before.current = value;
    // What is being typed is not overwritten by what somebody else wrote meanwhile.
    setText((now) => (now === known ? value : now));
  }, [value]);
  const commit = useCommit(text, value, onCommit, lines);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      if (!lines && text === value && !onLeave) return;
      event.stopPropagation();
      if (lines) void commit(); else setText(value);
      onLeave?.();
    }
    if (event.key === 'Enter' && (!lines || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void commit();
      onLeave?.();
    }
  };
  const shared = { className: styles['input'] ?? '', ...(placeholder === undefined ? {} : { placeholder }) };
  return (
    <TextField value={text} onChange={setText} onBlur={() => void commit()} onKeyDown={onKeyDown} className={styles['field'] ?? ''} autoFocus={autoFocus} {...(hidden ? { 'aria-label': label } : {})}>
      {hidden ? null : <Label>{label}</Label>}
      {lines ? <TextArea rows={3} {...shared} /> : <Input {...shared} />}
    </TextField>
  );
}

/** Takes a text over, once; one with lines also when the window closes under it. */
function useCommit(text: string, value: string, onCommit: (value: string) => unknown, kept: boolean): () => Promise<void> {
  const { flushing } = useCore();
  const latest = useRef({ text, value, onCommit });
  const taken = useRef<string | null>(null);
  const listeners = useRef(new Set<() => void>());
  useLayoutEffect(() => {
    if (latest.current.value !== value) taken.current = null;
    latest.current = { text, value, onCommit };
    listeners.current.forEach((listener) => listener());
  }, [text, value, onCommit]);
  const unsaved = useMemo(() => ({
    isPending: () => latest.current.text !== latest.current.value,
    async flush() {
      const { text: now, value: known, onCommit: take } = latest.current;
      if (now === known || now === taken.current) return;
      taken.current = now;
      await take(now);
    },
    subscribe(listener: () => void) {
      const told = listeners.current;
      told.add(listener);
      return () => { told.delete(listener); };
    },
  }), []);
  useEffect(() => (kept ? flushing.add(unsaved) : undefined), [flushing, unsaved, kept]);
  return unsaved.flush;
}
