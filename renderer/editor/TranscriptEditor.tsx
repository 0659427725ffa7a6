import { registerPlainText } from '@lexical/plain-text';
import { $getNearestNodeFromDOMNode, COMMAND_PRIORITY_CRITICAL, createEditor, DRAGSTART_COMMAND, DROP_COMMAND, KEY_ENTER_COMMAND, mergeRegister, SKIP_DOM_SELECTION_TAG } from 'lexical';
import { useEffect, useLayoutEffect, useRef, type Ref } from 'react';
import { diffText, type Span, type Splice, type TypedSplice } from '../../shared/model/span.ts';
import { useWords } from '../core/words.tsx';
import { BlockIndex } from './blockIndex.ts';
import { tellCaret } from './caretTelling.ts';
import { createCodedView, type CodedView, type Marks } from './codedView.ts';
import { PassageIndex, type KnownPassages, type ShownPassage } from './passages.ts';
import { createPlaces, type Places } from './places.ts';
import { createCutting } from './cutting.ts';
import { createDropping } from './dropping.ts';
import { createFolds } from './folds.ts';
import type { Gap } from './margin.ts';
import { createReading } from './reading.ts';
import { createResizing, type Resized } from './resizing.ts';
import { $readBlocks, $setBlocks, $setBlocksUnderCaret, fromCore, movedBy, watchText, type FacedBlock } from './textSync.ts';
import { turnsOnly } from './turnNode.ts';
import styles from './TranscriptEditor.module.css';

/** What a view can ask of the editor. */
export interface EditorHandle {
  text(): string;
  selected(): Span | null;
  select(span: Span): void;
  /** As `select`, after the next frame (see Places). */
  selectSoon(span: Span): void;
  focus(): void;
  /** Brings an offset into sight. */
  reveal(offset: number, amid?: boolean): void;
  /** The last line of a span on the screen, in pixels of the window. */
  lastLine(span: Span): DOMRect | null;
  firstLine(span: Span): DOMRect | null;
  /** Shows codings before the core has answered that they are there; null: it refused them. */
  foresee(passage: ShownPassage | null): void;
  /** All passages where they stand now, with what is typed and not yet acknowledged. */
  passages(): readonly ShownPassage[];
  /** Passages at an offset, the shortest first. */
  passagesAt(offset: number): readonly ShownPassage[];
  /** Offset of a point in the window; null outside of the text. */
  offsetAtPoint(x: number, y: number): number | null;
}
export interface TranscriptEditorProps {
  readonly ref: Ref<EditorHandle>;
  readonly blocks: readonly FacedBlock[];
  readonly passages: KnownPassages;
  readonly marks: Marks;
  readonly chinese: boolean;
  readonly editing: boolean;
  readonly namesShown: boolean;
  readonly mirrorName: string;
  /** Whether something was typed that the core has not acknowledged; then the editor's text is newer than `blocks`. */
  isPending(): boolean;
  /** What was typed since an answer was asked for that knows of so many edits: its passages are moved by it. */
  since(edits: number): readonly Splice[];
  /** The text on the screen is now that of `blocks`. */
  onShown(): void;
  /** Typed text, each splice in the offsets that the one before left. */
  onSplices(splices: readonly TypedSplice[]): void;
  onComposing(composing: boolean): void;
  onSelection(span: Span | null): void;
  onPassage(passage: number): void;
  /** The sign of what a half-coded passage lacks was pressed. */
  onGap(gap: Gap): void;
  /** The speaker's name beside a turn was pressed: where the turn begins. */
  onSpeaker(at: number): void;
  /** A code's name or bar is under the pointer; null when none is. */
  onLight(code: number | null): void;
  /** Coders that show, the margin's own first. */
  readonly coders: readonly number[];
  /** A passage was given other edges; false where that could not be done. */
  onResize(resized: Resized): Promise<boolean>;
  /** A code was dropped on a stripe. */
  onDropCode(coding: number, code: number): void;
  /** The edge that the keys move from now on. */
  onEdge(edge: 'start' | 'end'): void;
  onKeyDown(event: React.KeyboardEvent): void;
  /** Lane widths have changed: for the column heads. */
  onLanes(lanes: ReturnType<CodedView['lanes']>): void;
}

interface Mounted { /** What it was mounted with, until it is given anything. */ first: readonly FacedBlock[] | null; readonly index: BlockIndex; readonly view: CodedView; readonly places: Places; readonly reading: ReturnType<typeof createReading>; readonly editor: ReturnType<typeof createEditor> }

/** One document: its text in Lexical, its codings beside and under it, never in it. Remount it (key) for another document. */
export function TranscriptEditor(props: TranscriptEditorProps) {
  const words = useWords();
  const { say } = words;
  const { ref, blocks, passages, marks, chinese, editing, namesShown, mirrorName } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const margin = useRef<HTMLDivElement>(null);
  const mirror = useRef<HTMLDivElement>(null);
  const speakers = useRef<HTMLDivElement>(null);
  const caret = useRef<HTMLDivElement>(null);
  const mounted = useRef<Mounted | null>(null);
  const latest = useRef({ ...props, words });
  useLayoutEffect(() => { latest.current = { ...props, words }; });
  const slack = chinese ? 32 : 62;

  useLayoutEffect(() => {
    const index = new BlockIndex();
    const editor = createEditor({ namespace: 'transcript', nodes: turnsOnly, editable: false, onError: (error) => { throw error; } });
    editor.setRootElement(root.current);
    const places = createPlaces(root.current!, index,
      (place) => editor.getElementByKey(index.keys[place]!),
      (element) => editor.getEditorState().read(() => { const key = $getNearestNodeFromDOMNode(element)?.getTopLevelElement()?.getKey(); return key === undefined ? null : index.placeOf(key) ?? null; }, { editor }));
    const first = latest.current.blocks;
    editor.update(() => $setBlocks(first), { discrete: true, tag: fromCore });
    editor.getEditorState().read(() => { const now = $readBlocks(); index.load(now.map((block) => block.key), now.map((block) => block.text)); });
    const view = createCodedView({ editor, scroller: scroller.current!, margin: margin.current!, mirror: mirror.current!, speakers: speakers.current!, index, words: latest.current.words });
    const reading = createReading({ scroller: scroller.current!, root: root.current!, caret: caret.current!, places, length: () => index.length });
    const cutting = createCutting(editor, { text: () => index.text, selected: () => places.selected() });
    const stop = mergeRegister(
      cutting.stop,
      createResizing({
        scroller: scroller.current!, root: root.current!, margin: margin.current!, mirror: mirror.current!, places, view, text: () => index.text, at: () => latest.current.marks.at, coders: () => latest.current.coders,
        reveal: (offset) => reading.reveal(offset), done: (resized) => latest.current.onResize(resized), onEdge: (edge) => latest.current.onEdge(edge),
      }),
      createFolds(margin.current!),
      tellCaret({ root: root.current!, selected: () => places.selected(), tell: (span) => latest.current.onSelection(span) }),
      createDropping(margin.current!, (coding, code) => latest.current.onDropCode(coding, code)),
      registerPlainText(editor),
      // With Ctrl or Alt, Enter is for whoever listens outside: it breaks no line.
      editor.registerCommand(KEY_ENTER_COMMAND, (event) => event !== null && (event.ctrlKey || event.metaKey || event.altKey), COMMAND_PRIORITY_CRITICAL),
      // A turn dragged elsewhere would leave its codings behind.
      editor.registerCommand(DRAGSTART_COMMAND, (event) => { event.preventDefault(); return true; }, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(DROP_COMMAND, (event) => { event.preventDefault(); return true; }, COMMAND_PRIORITY_CRITICAL),
      watchText(editor, index, ({ splices, fromCore: known, changed, removed }) => {
        if (known || removed.length > 0) view.settleAnew();
        if (known) return view.repaint();
        const meant = cutting.asMeant(splices);
        if (meant.length === 0 && removed.length === 0) return view.repaint(changed);
        view.movePassages(view.passages().after(meant), changed, removed);
        if (meant.length > 0) latest.current.onSplices(meant);
      }),
    );
    mounted.current = { first, index, view, places, reading, editor };
    return () => {
      stop();
      reading.destroy();
      view.destroy();
      editor.setRootElement(null);
      mounted.current = null;
    };
  }, []);

  useLayoutEffect(() => {
    const { editor, index, places, first } = mounted.current!;
    mounted.current!.first = null;
    if (blocks === first) return latest.current.onShown();
    if (latest.current.isPending()) return undefined;
    const before = { text: index.text, selected: latest.current.editing ? null : places.selected() };
    const wanted = blocks.map((block) => block.text).join('\n');
    const focused = root.current!.contains(document.activeElement);
    editor.update(() => $setBlocksUnderCaret(index, blocks), { discrete: true, tag: focused ? fromCore : [fromCore, SKIP_DOM_SELECTION_TAG] });
    // While the text is only read, the selection is the browser's.
    const splice = before.selected && diffText(before.text, wanted);
    if (before.selected && splice) places.select({ start: movedBy(before.selected.start, splice), end: movedBy(before.selected.end, splice) });
    if (index.text !== wanted) throw new Error('the editor does not show the text that it was given');
    return latest.current.onShown();
  }, [blocks]);
  useLayoutEffect(() => mounted.current!.view.setMarks(marks), [marks]);
  useLayoutEffect(() => mounted.current!.view.showNames(namesShown), [namesShown]);
  useEffect(() => mounted.current!.view.setWords(words), [words]);
  useLayoutEffect(() => {
    mounted.current!.view.setPassages(new PassageIndex(passages.passages).after(latest.current.since(passages.edits)), slack);
    latest.current.onLanes(mounted.current!.view.lanes());
  }, [passages, slack]);
  useEffect(() => {
    const { editor, reading } = mounted.current!;
    const before = editor.isEditable();
    editor.setEditable(editing);
    reading.setActive(!editing);
    if (before !== editing) root.current!.focus({ preventScroll: true });
  }, [editing]);
  useLayoutEffect(() => {
    const handle: EditorHandle = {
      text: () => mounted.current!.index.text,
      selected: () => mounted.current!.places.selected(),
      select: (span) => mounted.current!.places.select(span),
      selectSoon: (span) => mounted.current!.places.selectSoon(span),
      focus: () => root.current?.focus({ preventScroll: true }),
      reveal: (offset, amid) => mounted.current!.reading.reveal(offset, amid),
      lastLine: (span) => [...(mounted.current!.places.rangeOf(span)?.getClientRects() ?? [])].findLast((rect) => rect.width > 0) ?? null,
      firstLine: (span) => [...(mounted.current!.places.rangeOf(span)?.getClientRects() ?? [])].find((rect) => rect.width > 0) ?? null,
      foresee: (passage) => mounted.current!.view.foresee(passage),
      passages: () => mounted.current!.view.passages().passages.filter(({ id }) => id > 0),
      passagesAt: (offset) => mounted.current!.view.passages().at(offset).filter(({ id }) => id > 0),
      offsetAtPoint(x, y) {
        const position = document.caretPositionFromPoint(x, y);
        return position ? mounted.current!.places.offsetAt(position.offsetNode, position.offset) : null;
      },
    };
    if (typeof ref === 'function') { ref(handle); return () => { ref(null); }; }
    if (ref) ref.current = handle;
    return undefined;
  }, [ref]);

  const passageOf = (target: EventTarget) => (target instanceof Element ? target.closest<HTMLElement>('[data-passage]') : null);
  const light = (event: React.PointerEvent) => props.onLight(Number(passageOf(event.target)?.dataset['code']) || null);
  const chooseSpeaker = (event: React.MouseEvent) => {
    const key = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-block]')?.dataset['block'] : undefined;
    const place = key === undefined ? undefined : mounted.current!.index.placeOf(key);
    if (place !== undefined) props.onSpeaker(mounted.current!.index.startOf(place));
  };
  const choose = (event: React.MouseEvent) => {
    const gap = mounted.current!.view.gapAt(event);
    if (gap) return props.onGap(gap);
    const passage = Number(passageOf(event.target)?.dataset['passage']);
    if (passage) props.onPassage(passage);
  };
  return (
    <div className={styles['scroller']} ref={scroller} data-chinese={chinese || undefined} data-names={namesShown || undefined} data-editing={editing || undefined}>
      <div className={styles['sheet']}>
        <div className={styles['text']} ref={root} role="textbox" lang={chinese ? 'zh-Hans' : 'en'} aria-multiline="true" aria-readonly={!editing} aria-label={say('code.transcript')} tabIndex={0} spellCheck={false} contentEditable={editing} suppressContentEditableWarning
          onKeyDown={props.onKeyDown} onCompositionStart={() => props.onComposing(true)} onCompositionEnd={() => props.onComposing(false)} />
        <div className={styles['speakers']} ref={speakers} aria-hidden="true" onMouseDown={(event) => event.preventDefault()} onClick={chooseSpeaker} />
        <div className={styles['mirror']} ref={mirror} aria-hidden="true" title={mirrorName} onPointerOver={light} onPointerLeave={() => props.onLight(null)} onClick={choose} />
        <div className={styles['margin']} ref={margin} onPointerOver={light} onPointerLeave={() => props.onLight(null)} onClick={choose} />
        <div className={styles['caret']} ref={caret} hidden />
      </div>
    </div>
  );
}
