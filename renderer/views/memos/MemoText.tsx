import { useIsFetching } from '@tanstack/react-query';
import { $getNodeByKey, $isTextNode, BLUR_COMMAND, COMMAND_PRIORITY_CRITICAL, COMMAND_PRIORITY_LOW, KEY_DOWN_COMMAND, mergeRegister, type LexicalEditor } from 'lexical';
import { useId, useLayoutEffect, useMemo, useRef, useState, type MouseEvent } from 'react';
import { linksOf } from '../../../shared/model/memoText.ts';
import { fromCore } from '../../editor/textSync.ts';
import { useAnswers, useCore, useLive } from '../../core/context.tsx';
import { LinkFinder, optionId, useLinkTargets } from './LinkFinder.tsx';
import { $createLinkNode, type LinkFace } from './linkNode.ts';
import { $linkAtCaret, $linkBeingWritten, $printMemo, createMemoEditor, dressLinks, showMemo, type LinkBeingWritten } from './memoEditor.ts';
import styles from './memos.module.css';
import { useOpenLink, type LinkTarget } from './places.ts';
import { createUnsavedText } from './unsavedText.ts';

interface MemoTextProps {
  readonly label: string;
  /** As the core has it, links and all. */
  readonly value: string;
  /** Saves a text; answers undefined where that met a Problem. */
  readonly onSave: (text: string) => Promise<unknown>;
  readonly placeholder?: string;
  /** The person wants to write here: the focus goes in, once; `onFocused` says that it did. */
  readonly wanted?: boolean;
  readonly onFocused?: () => void;
  /** The person is done here by key. */
  readonly onLeave?: () => void;
  readonly large?: boolean;
}
interface Finding extends LinkBeingWritten { readonly at: DOMRect }
const faceOfTarget = ({ label, detail, id, facet, colour }: LinkTarget): LinkFace => ({ label, detail, gone: id === null, facet, colour });

/** Text with links, saved when the person rests or leaves. `[[` finds what to link to; Alt Enter opens the link at the caret. */
export function MemoText({ label, value, onSave, placeholder = '', wanted = false, onFocused, onLeave, large = false }: MemoTextProps) {
  const { flushing } = useCore();
  const openLink = useOpenLink();
  const root = useRef<HTMLDivElement>(null);
  const mounted = useRef<LexicalEditor | null>(null);
  const list = useId();
  const [text, setText] = useState(value);
  const [finding, setFinding] = useState<Finding | null>(null);
  const [reached, setReached] = useState(0);
  /** What was being written when the list was put away: it comes again with the next link. */
  const [declined, setDeclined] = useState<string | null>(null);
  const settled = useIsFetching({ predicate: ({ queryKey: [name] }) => String(name).startsWith('memo.') }) === 0;
  const answers = useAnswers('memo.');
  const shownOnce = useRef(false);
  const links = useMemo(() => [...new Map(linksOf(text).map((link) => [`${link.kind}:${link.uuid}`, link])).values()], [text]);
  const known = useLive('memo.resolve', links.length > 0 ? { links } : null, true);
  const faces = useMemo(() => new Map((known ?? []).map((target) => [`${target.kind}:${target.uuid}`, target])), [known]);
  const shown = finding !== null && declined !== `${finding.key}/${finding.from}` ? finding : null;
  const targets = useLinkTargets(shown?.typed ?? null);
  const place = Math.min(reached, targets.length - 1);
  const latest = useRef({ onSave, onLeave, onFocused, faces, shown, targets, place, openLink });
  useLayoutEffect(() => { latest.current = { onSave, onLeave, onFocused, faces, shown, targets, place, openLink }; });
  const [unsaved] = useState(createUnsavedText);
  const faceOf = (key: string): LinkFace | null => { const target = latest.current.faces.get(key); return target ? faceOfTarget(target) : null; };

  const choose = (target: LinkTarget): void => {
    const editor = mounted.current;
    const at = latest.current.shown;
    if (!editor || !at) return;
    editor.update(() => {
      const node = $getNodeByKey(at.key);
      if (!$isTextNode(node)) return;
      const chosen = $createLinkNode(target, faceOfTarget(target));
      node.select(at.from, at.to).insertNodes([chosen]);
      chosen.selectEnd();
    }, { discrete: true });
    setReached(0);
  };
  const openAtCaret = (): boolean => {
    const link = mounted.current?.getEditorState().read($linkAtCaret);
    const target = link ? latest.current.faces.get(`${link.__kind}:${link.__uuid}`) : undefined;
    if (target) latest.current.openLink(target);
    return target !== undefined;
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const { shown: open, targets: found, place: at } = latest.current;
    if (event.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (open && found.length > 0 && step !== undefined) setReached((at + step + found.length) % found.length);
    else if (open && found.length > 0 && (event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey && !event.metaKey) choose(found[at]!);
    else if (open && event.key === 'Escape') setDeclined(`${open.key}/${open.from}`);
    else if (event.key === 'Enter' && event.altKey && openAtCaret()) setFinding(null);
    else if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
      void unsaved.flush();
      latest.current.onLeave?.();
      if (event.key === 'Escape' && !latest.current.onLeave) return false;
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const keys = useRef(onKey);
  useLayoutEffect(() => { keys.current = onKey; });

  useLayoutEffect(() => {
    const { editor, destroy } = createMemoEditor(root.current!);
    mounted.current = editor;
    unsaved.connect((now) => latest.current.onSave(now), () => !editor.isComposing());
    const stop = mergeRegister(
      editor.registerUpdateListener(({ editorState, tags, dirtyElements, dirtyLeaves }) => {
        if (!tags.has(fromCore) && (dirtyElements.size > 0 || dirtyLeaves.size > 0)) {
          const now = editorState.read($printMemo);
          unsaved.type(now);
          setText(now);
        }
        const being = editor.isComposing() ? null : editorState.read($linkBeingWritten);
        const selection = getSelection();
        const rect = being && selection && selection.rangeCount > 0 ? selection.getRangeAt(0).getClientRects()[0] ?? editor.getElementByKey(being.key)?.getBoundingClientRect() : undefined;
        setFinding((before) => {
          if (!being || !rect || !root.current?.contains(document.activeElement)) return null;
          if (before?.typed !== being.typed) setReached(0);
          return { ...being, at: rect };
        });
      }),
      editor.registerCommand(KEY_DOWN_COMMAND, (event) => keys.current(event), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(BLUR_COMMAND, () => { setFinding(null); void unsaved.flush(); return false; }, COMMAND_PRIORITY_LOW),
    );
    const leave = flushing.add(unsaved);
    return () => {
      stop();
      unsaved.stop();
      leave();
      // Who closes the pane or goes elsewhere has not taken the words back.
      void unsaved.flush();
      mounted.current = null;
      destroy();
    };
  }, [flushing, unsaved]);
  useLayoutEffect(() => {
    const editor = mounted.current!;
    // Between a write and the answer that knows it, `value` is what was before. Undone at once, it is the same again after.
    if ((!settled && shownOnce.current) || !unsaved.adopt(value)) return;
    shownOnce.current = true;
    setText(value);
    if (editor.getEditorState().read($printMemo) !== value) showMemo(editor, value, faceOf);
  }, [value, settled, answers, unsaved]);
  useLayoutEffect(() => dressLinks(mounted.current!, faceOf), [faces]);
  // At once: what is typed next belongs here already.
  useLayoutEffect(() => {
    if (!wanted) return;
    root.current?.focus();
    latest.current.onFocused?.();
  }, [wanted]);

  const onClick = (event: MouseEvent): void => {
    const chip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-link]') : null;
    const target = chip ? faces.get(chip.dataset['link']!) : undefined;
    if (target) openLink(target);
  };
  return (
    <div className={styles['writing']} data-large={large || undefined}>
      <div ref={root} className={styles['memoText']} role="textbox" aria-multiline="true" aria-label={label} tabIndex={0} contentEditable suppressContentEditableWarning onClick={onClick} {...(placeholder === '' ? {} : { 'aria-placeholder': placeholder })}
        aria-autocomplete="list" {...(shown ? { 'aria-controls': list, ...(targets.length > 0 ? { 'aria-activedescendant': optionId(list, place) } : {}) } : {})} />
      {text === '' && placeholder !== '' ? <div className={styles['placeholder']} aria-hidden="true">{placeholder}</div> : null}
      {shown ? <LinkFinder id={list} at={shown.at} typed={shown.typed} targets={targets} reached={place} onReach={setReached} onChoose={choose} /> : null}
    </div>
  );
}
