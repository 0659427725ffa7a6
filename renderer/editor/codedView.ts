import { $getNodeByKey, type LexicalEditor } from 'lexical';
import type { Span } from '../../shared/model/span.ts';
import type { Words } from '../../shared/words/index.ts';
import type { BlockIndex } from './blockIndex.ts';
import { createHighlights } from './highlights.ts';
import { createMargin, type MarginBlock } from './margin.ts';
import { changedSpans, PassageIndex, type ShownCoding, type ShownPassage } from './passages.ts';
import { createSpeakers } from './speakers.ts';
import { plainFace, type TurnNode } from './turnNode.ts';

export interface Marks {
  /** The passage at hand. */
  readonly at: number | null;
  /** The code whose passages are lit up, and the one under the pointer. */
  readonly lit: number | null;
  readonly pointed: number | null;
  readonly selected: Span | null;
  /** What one coder has coded and another has not. */
  readonly differing: readonly Span[];
}

/** A passage whose edges are being moved: all of it, one coder's codings, or one coding alone. */
export interface Preview { readonly passage: number; readonly coder: number | null; readonly coding: number | null; readonly span: Span }

/** Screens above and below the window that are painted too, once the window has been: at first, what lies there is not even laid out. */
const aheadLater = 0.5;
/** Screens that may be scrolled before what comes into the window is painted: enough for many frames, and well within `ahead`. */
const patience = 0.25;
/** Blocks laid out in one idle slice, and the time (ms) that must be left for another. */
const slice = 5;
const spare = 6;

/** The passages with one of them on other words; what is not moved along stays where it was. */
function withEdges({ passages }: PassageIndex, { passage: id, coder, coding, span }: Preview): PassageIndex {
  const moves = (each: ShownCoding) => (coding === null ? coder === null || each.coder === coder : each.id === coding);
  return new PassageIndex(passages.flatMap((passage) => {
    if (passage.id !== id) return [passage];
    const stay = passage.codings.filter((each) => !moves(each));
    const moved = { ...passage, start: span.start, end: span.end, codings: passage.codings.filter(moves) };
    return stay.length === 0 ? [moved] : [moved, { ...passage, id: -id, codings: stay, noted: false }];
  }));
}

/** Paints codings and margin of the blocks near the window, once a frame at most. The editor has its element already. */
export function createCodedView({ editor, scroller, margin: marginHost, mirror, speakers: speakersHost, index, words }: { editor: LexicalEditor; scroller: HTMLElement; margin: HTMLElement; mirror: HTMLElement; speakers: HTMLElement; index: BlockIndex; words: Words }) {
  const highlights = createHighlights();
  const margin = createMargin(marginHost, mirror, words);
  const speakers = createSpeakers(speakersHost);
  let passages = new PassageIndex([]);
  /** The passages without what is being moved, or is only foreseen. */
  let settled: PassageIndex | null = null;
  let slack = 0;
  let marks: Marks = { at: null, lit: null, pointed: null, selected: null, differing: [] };
  /** Blocks to be painted anew; null: all of them. */
  let stale: Set<string> | null = null;
  let frame = 0;
  let everything = false;
  /** Where the window stood when it was painted last, pixels. */
  let drawnAt = Number.NEGATIVE_INFINITY;

  let ahead = 0;
  const text = editor.getRootElement()!;
  /** What lines break by; '' until the first drawing. */
  let setting = '';
  const settingNow = () => `${text.clientWidth} ${getComputedStyle(text).fontSize}`;

  const elementOf = (place: number): HTMLElement | null => editor.getElementByKey(index.keys[place]!);

  /** Lays a block out that was only guessed; whether it was. */
  function see(place: number): boolean {
    const element = elementOf(place);
    if (!element?.classList.contains('unseen')) return false;
    element.classList.remove('unseen');
    element.style.containIntrinsicBlockSize = '';
    editor.getEditorState().read(() => $getNodeByKey<TurnNode>(index.keys[place]!)?.label(element));
    return true;
  }
  /** The first and last block that lie in the window and `ahead` screens around it, all of them laid out. */
  function nearWindow(): [number, number] {
    for (;;) {
      const [first, last] = guessedNearWindow();
      let guessed = false;
      for (let place = first; place <= last; place++) guessed = see(place) || guessed;
      if (!guessed) return [first, last];
    }
  }
  function guessedNearWindow(): [number, number] {
    if (everything) return [0, index.keys.length - 1];
    const from = scroller.scrollTop - scroller.clientHeight * ahead;
    const to = scroller.scrollTop + scroller.clientHeight * (1 + ahead);
    const firstBelow = (y: number): number => {
      let low = 0;
      let high = index.keys.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        const element = elementOf(middle);
        if (element && element.offsetTop + element.offsetHeight < y) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    return [firstBelow(from), firstBelow(to)];
  }
  function litPassages(first: number, last: number): Set<number> {
    const lit = new Set<number>();
    const code = marks.pointed ?? marks.lit;
    if (code !== null) for (const passage of passages.within(index.startOf(first), index.startOf(last) + index.texts[last]!.length)) if (passage.codings.some((coding) => coding.code === code)) lit.add(passage.id);
    return lit;
  }
  function draw(): void {
    cancelAnimationFrame(frame);
    frame = 0;
    if (index.keys.length === 0) return;
    const isFirst = drawnAt === Number.NEGATIVE_INFINITY;
    drawnAt = scroller.scrollTop;
    const [first, last] = nearWindow();
    const blocks = editor.getEditorState().read(() => Array.from({ length: last - first + 1 }, (_, offset): MarginBlock[] => {
      const place = first + offset;
      const [key, element] = [index.keys[place]!, elementOf(place)];
      return element ? [{ key, element, start: index.startOf(place), length: index.texts[place]!.length, face: $getNodeByKey<TurnNode>(key)?.__face ?? plainFace }] : [];
    }).flat());
    const near = new Set(blocks.map((block) => block.key));
    for (const key of highlights.paintedKeys()) if (!near.has(key)) highlights.clear(key);
    const isStale = (key: string) => stale === null || stale.has(key);
    const lit = litPassages(first, last);
    for (const { key, element, start, length } of blocks)
      if (isStale(key) || !highlights.isPainted(key)) highlights.paint(key, element, start, length, [...passages.within(start, start + length)], { lit, at: marks.at, selected: marks.selected, differing: marks.differing });
    margin.read(blocks, passages, isStale);
    const tops = speakers.read(blocks);
    setting ||= settingNow();
    for (const key of speakers.keys()) if (!near.has(key)) speakers.drop(key);
    speakers.write(blocks, tops);
    for (const key of margin.keys()) if (!near.has(key)) margin.drop(key);
    margin.write(blocks, marks, drawnAt);
    stale = new Set();
    if (isFirst) settle();
  }
  const schedule = () => { frame ||= requestAnimationFrame(draw); };
  const repaint = (keys?: Iterable<string>) => {
    if (keys === undefined) stale = null;
    else if (stale) for (const key of keys) stale.add(key);
    schedule();
  };

  /** Keys of the blocks that these spans lie in. */
  const keysIn = (spans: Iterable<Span>): Set<string> => {
    const keys = new Set<string>();
    if (index.keys.length > 0) for (const { start, end } of spans) for (let place = index.placeAt(start); place <= index.placeAt(end); place++) keys.add(index.keys[place]!);
    return keys;
  };
  /** After the first paint: all blocks are laid out in idle moments, those near the window first. */
  let idle = 0;
  let waiting: number[] | null = null;
  const step: IdleRequestCallback = (deadline) => {
    idle = 0;
    if (ahead === 0) { ahead = aheadLater; schedule(); }
    const [first] = index.keys.length === 0 ? [0] : guessedNearWindow();
    waiting ??= [...index.keys.keys()].filter((place) => elementOf(place)?.classList.contains('unseen'));
    waiting.sort((a, b) => Math.abs(b - first) - Math.abs(a - first));
    do {
      for (const place of waiting.splice(-slice)) if (place < index.keys.length) see(place);
      void scroller.scrollHeight;
    } while (waiting.length > 0 && deadline.timeRemaining() > spare);
    if (waiting.length > 0) settle();
    else waiting = null;
  };
  const settle = () => { idle ||= requestIdleCallback(step, { timeout: 300 }); };

  // Blocks that only moved are not measured anew; words that stand in other lines are, though no height may have changed.
  const resized = new ResizeObserver(() => {
    if (drawnAt === Number.NEGATIVE_INFINITY) return;
    const now = settingNow();
    if (now === setting) return schedule();
    setting = now;
    repaint();
  });
  resized.observe(text);
  resized.observe(scroller);
  const onFonts = () => repaint();
  document.fonts.addEventListener('loadingdone', onFonts);
  const onScroll = () => { if (Math.abs(scroller.scrollTop - drawnAt) > scroller.clientHeight * Math.min(patience, ahead)) schedule(); };
  scroller.addEventListener('scroll', onScroll, { passive: true });
  const beforePrint = () => { everything = true; stale = null; draw(); };
  const afterPrint = () => { everything = false; schedule(); };
  addEventListener('beforeprint', beforePrint);
  addEventListener('afterprint', afterPrint);

  return {
    repaint,
    passages: (): PassageIndex => passages,
    setPassages(next: PassageIndex, nextSlack: number): void {
      const changed = changedSpans(passages, next);
      passages = next;
      settled = null;
      slack = nextSlack;
      margin.setPassages(next, slack);
      // The first time with what the window shows first: text and codings in one frame.
      if (drawnAt === Number.NEGATIVE_INFINITY) draw();
      else repaint(changed && keysIn(changed));
    },
    /** Blocks came or went: those that were only guessed are laid out when there is time. */
    settleAnew(): void {
      waiting = null;
      if (drawnAt !== Number.NEGATIVE_INFINITY) settle();
    },
    /** Shows codings before the core has answered that they are there, until the passages come anew; null: it refused them. */
    foresee(next: ShownPassage | null): void {
      const before = passages;
      const base = settled ?? passages;
      passages = next ? base.with(next) : base;
      settled = next ? base : null;
      margin.setPassages(passages, slack);
      const changed = changedSpans(before, passages);
      repaint(changed && keysIn(changed));
    },
    /** Moves the passages with an edit that the core has not answered yet. */
    movePassages(next: PassageIndex, changed: Iterable<string>, removed: Iterable<string>): void {
      passages = next;
      for (const key of removed) { highlights.clear(key); margin.drop(key); speakers.drop(key); }
      repaint(changed);
    },
    /** Shows a passage with other edges, until the passages come anew; null: as they were. */
    preview(next: Preview | null): void {
      const before = passages;
      const base = settled ?? passages;
      passages = next ? withEdges(base, next) : base;
      settled = next ? base : null;
      const changed = changedSpans(before, passages);
      repaint(changed && keysIn(changed));
    },
    setMarks(next: Marks): void {
      const before = marks;
      marks = next;
      // A code that is lit may lie anywhere; the passage at hand and a selection lie where they lie.
      if (before.lit !== next.lit || before.pointed !== next.pointed) return repaint();
      const own = passages.passages.filter((passage) => passage.id === before.at || passage.id === next.at);
      return repaint(keysIn([...own, ...[before.selected, next.selected].filter((span) => span !== null), ...(before.differing === next.differing ? [] : [...before.differing, ...next.differing])]));
    },
    showNames(shown: boolean): void {
      margin.showNames(shown);
      repaint();
    },
    setWords(next: Words): void {
      margin.setWords(next);
      schedule();
    },
    lanes: () => margin.lanes(),
    gapAt: margin.gapAt,
    destroy(): void {
      cancelAnimationFrame(frame);
      cancelIdleCallback(idle);
      resized.disconnect();
      document.fonts.removeEventListener('loadingdone', onFonts);
      scroller.removeEventListener('scroll', onScroll);
      removeEventListener('beforeprint', beforePrint);
      removeEventListener('afterprint', afterPrint);
      highlights.destroy();
    },
  };
}
export type CodedView = ReturnType<typeof createCodedView>;
