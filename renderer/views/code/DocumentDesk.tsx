import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Span } from '../../../shared/model/span.ts';
import { useWords } from '../../core/words.tsx';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { laneOffsets } from '../../editor/margin.ts';
import { TranscriptEditor, type EditorHandle } from '../../editor/TranscriptEditor.tsx';
import type { Lanes } from '../../editor/passages.ts';
import { facets } from '../../../shared/model/schema.ts';
import { Sign } from '../../parts/Sign.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import styles from './code.module.css';
import { CaretCodes } from './CaretCodes.tsx';
import { CodersLegend } from './CodersMenu.tsx';
import { DocumentHeader } from './DocumentHeader.tsx';
import { Palette } from './Palette.tsx';
import { Recode } from './Recode.tsx';
import { TurnPanel } from './TurnPanel.tsx';
import { turnDeed } from './turns.ts';
import { useDigits } from './useApplying.ts';
import { useStripes } from './useStripes.ts';
import { GoingLine } from './GoingLine.tsx';
import { useGoing } from './useGoing.ts';
import { useCodingKeys } from './useCodingKeys.ts';
import { useDocument } from './useDocument.ts';

/** One document on the desk: its header, the transcript with its margin, and the code palette over the selection. */
export function DocumentDesk({ document }: { document: number }) {
  const { say } = useWords();
  const session = useSessionStore();
  const at = useDocument(document);
  const editor = useRef<EditorHandle>(null);
  // The caret moves with every key: only what is about to be coded is drawn.
  const selection = useSession((now) => (now.palette === null ? null : now.selection));
  const opened = useSession((now) => now.palette);
  const passage = useSession((now) => now.passage);
  const lit = useSession((now) => now.litCode);
  const editing = useSession((now) => now.editing);
  const readingWanted = useSession((now) => now.readingWanted);
  const goto = useSession((now) => now.goto);
  const coderNames = useLive('coder.list', {});
  const pointed = useSession((now) => now.pointedCode);
  const differing = useSession((now) => now.differing);
  const [lanes, setLanes] = useState<Lanes['widths'] | null>(null);
  const keepLanes = useCallback((next: Lanes['widths']) => setLanes((now) => (now && facets.every((facet) => now[facet] === next[facet]) ? now : next)), []);
  const stripes = useStripes(editor);
  const codingKeys = useCodingKeys(editor, at);
  const core = useCore();
  const act = useAct();
  const turnAt = useSession((now) => now.turnAt);
  const onKeyDown = (event: React.KeyboardEvent) => {
    const deed = turnDeed(event, session.get().editing);
    if (!deed) return codingKeys(event);
    event.preventDefault();
    void act(() => deed(core, session));
  };
  const digits = useDigits(at);
  useEffect(() => session.set({ digitCodes: digits }), [digits, session]);
  const marks = useMemo(() => ({ at: passage, lit, pointed, selected: selection, differing }), [passage, pointed, lit, selection, differing]);
  const ready = at !== null;
  const { going, onSplices, onSelected, dismiss } = useGoing(at, editing, editor);

  const onSelection = useCallback((span: Span | null) => {
    if (span) onSelected(span);
    const before = session.get();
    if (!span || before.palette !== null || (before.selection?.start === span.start && before.selection.end === span.end)) return;
    const here = editor.current?.passagesAt(span.start) ?? [];
    const chosen = span.start === span.end ? here[0] : here.find((each) => each.start === span.start && each.end === span.end);
    // The caret inside the passage at hand keeps it, though a shorter one may lie there too.
    const kept = span.start === span.end && here.some((each) => each.id === before.passage) && here[0]?.id !== chosen?.id ? before.passage : chosen?.id ?? null;
    session.set({ selection: span, passage: kept, ...(kept === null || before.aside?.kind === 'passages' ? {} : { aside: { kind: 'passage' } }) });
  }, [session, onSelected]);
  useEffect(() => {
    if (!goto || !ready || !editor.current) return;
    if (goto.quiet) return editor.current.reveal(goto.start, true);
    editor.current.focus();
    // A passage is at hand by its caret; words that are none are selected, to be coded at once.
    editor.current.select({ start: goto.start, end: session.get().passage === null ? goto.end : goto.start });
    editor.current.reveal(goto.start);
  }, [goto, ready, session]);
  useEffect(() => {
    // Whoever is at work elsewhere keeps the focus.
    if (!ready || (!readingWanted && window.document.activeElement !== window.document.body)) return undefined;
    // After the press that led here: what was pressed may be gone, and the browser would give the focus to nothing.
    const frame = requestAnimationFrame(() => {
      if (!session.get().goto) editor.current?.focus();
      session.set({ readingWanted: false });
    });
    return () => cancelAnimationFrame(frame);
  }, [ready, session, readingWanted]);

  if (!at) return null;
  const mirrorName = at.coders.length !== 2 ? '' : coderNames?.find((coder) => coder.id === at.coders[1])?.name ?? '';
  const offsets = lanes ? laneOffsets(lanes) : null;
  return (
    <div className={styles['document']}>
      <DocumentHeader document={document} at={at} />
      <div className={styles['heads']} data-chinese={at.chinese || undefined} aria-hidden="true">
        <span className={styles['mirrorHead']}><bdi>{mirrorName}</bdi></span>
        <CodersLegend at={at} />
        <span className={styles['laneHeads']}>{offsets ? facets.map((facet) => <span key={facet} style={{ left: `${offsets[facet] - 2}px` }} title={say(`facet.${facet}`)}><Sign facet={facet} /></span>) : null}</span>
      </div>
      <TranscriptEditor
        ref={editor} blocks={at.blocks} passages={at.passages} marks={marks} chinese={at.chinese} editing={editing} namesShown mirrorName={mirrorName}
        isPending={at.pending.isPending} since={at.pending.since} onShown={() => at.pending.rebase(at.read.textHash)}
        onSplices={onSplices} onComposing={at.pending.setComposing} onSelection={onSelection} coders={at.coders} {...stripes} onKeyDown={onKeyDown} onLanes={keepLanes} onLight={(code) => session.set({ pointedCode: code })}
        onSpeaker={(place) => session.set({ turnAt: { at: place, split: false } })}
        onPassage={(chosen) => {
          const span = editor.current?.passages().find((each) => each.id === chosen);
          if (!span) return;
          session.set({ passage: chosen, selection: { start: span.start, end: span.start }, aside: { kind: 'passage' }, rightShown: true });
          editor.current?.focus();
          editor.current?.select({ start: span.start, end: span.start });
        }}
        onGap={({ passage: chosen, facet }) => {
          const span = editor.current?.passages().find((each) => each.id === chosen);
          // Whoever leaves the palette has the passage at hand.
          if (span) session.set({ passage: chosen, before: { start: span.start, end: span.start }, selection: { start: span.start, end: span.end }, aside: { kind: 'passage' }, palette: Date.now(), paletteStep: facet });
        }}
      />
      {turnAt === null ? null : <TurnPanel key={turnAt.at} document={document} at={turnAt.at} split={turnAt.split} hand={at} editor={editor} />}
      <GoingLine going={going} close={() => { dismiss(); editor.current?.focus(); }} />
      <CaretCodes at={at} />
      {selection ? <Palette key={opened} document={document} span={selection} at={at} editor={editor} /> : null}
      <Recode at={at} editor={editor} />
    </div>
  );
}
