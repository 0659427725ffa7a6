import { facets, type Facet } from '../../shared/model/schema.ts';
import type { Words } from '../../shared/words/index.ts';
import { foldButton, keepOneStop, ratingText, type Folded } from './folds.ts';
import { createKeeping, setChildren, type Keeping } from './keeping.ts';
import { laneCap, lanesOf, type Lanes, type PassageIndex, type ShownCoding, type ShownPassage } from './passages.ts';
import { pointInBlock } from './places.ts';
import { explain, noteElement, outlines } from './sign.ts';
import type { TurnFace } from './turnNode.ts';

/** Pixels; see look: bars 4 wide every 7, lane groups 5 apart, names 17 apart. */
const pitch = 7;
const groupGap = 5;
const inset = 3;
const nameHeight = 17;
const signSize = 10;
const barWidth = 4;
/** A name that would stand this far below its bar's end is folded into "+n" on the name above. */
const farBelow = 30;

interface Bar { readonly coding: ShownCoding; readonly passage: ShownPassage; readonly top: number; readonly bottom: number; readonly first: boolean; readonly last: boolean }
interface Name { readonly bar: Bar; readonly y: number; readonly folded: Folded[] }
interface Note { readonly passage: number; readonly top: number }
/** A facet that is missing on a half-coded passage. */
export interface Gap { readonly passage: number; readonly facet: Facet }
interface PlacedGap extends Gap { readonly x: number; readonly y: number }
interface Group { readonly element: HTMLElement; readonly mirror: HTMLElement; /** Names with a "+n" behind them, the one thing in the margin that takes the focus. */ readonly open: HTMLElement; bars: readonly Bar[]; notes: readonly Note[]; gaps: readonly (Gap & { readonly top: number })[]; signs: readonly PlacedGap[]; top: number; drawn: Drawn | null; readonly parts: Keeping; folds: readonly { readonly button: HTMLButtonElement; readonly y: number }[] }
/** What a group shows, told by little: whatever else its bars could show anew makes them new bars. */
interface Drawn { readonly bars: readonly Bar[]; readonly looks: string; readonly top: number; readonly pointed: number | null }

export interface MarginMarks { readonly at: number | null; /** The code under the pointer: all others step back. */ readonly pointed: number | null }
export interface MarginBlock { readonly key: string; readonly element: HTMLElement; readonly start: number; readonly length: number; readonly face: TurnFace }

/** Left edge of each facet's lanes, and where the names begin. */
export function laneOffsets(widths: Lanes['widths']): Record<Facet, number> & { names: number } {
  let x = 0;
  const offsets = {} as Record<Facet, number> & { names: number };
  for (const facet of facets) {
    offsets[facet] = x;
    x += widths[facet] * pitch + groupGap;
  }
  offsets.names = x + 3;
  return offsets;
}

/**
 * The margin beside the text: a bar for each coding in its facet's lanes, names in one column, the second coder's bars
 * hollow on the other side. One group of elements a block, moved as a whole when text above it changes.
 */
export function createMargin(host: HTMLElement, mirrorHost: HTMLElement, firstWords: Words) {
  const groups = new Map<string, Group>();
  let words = firstWords;
  let lanes: Lanes = lanesOf([], 0);
  let namesShown = true;

  host.addEventListener('pointerover', ({ target }) => {
    const facet = target instanceof SVGElement && target.parentElement?.closest('.gaps') ? (target.dataset['facet'] as Facet | undefined) : undefined;
    if (facet) explain(target as SVGElement, words.say('margin.gap', { facet: words.say(`facet.${facet}`) }));
  });

  /** Where a passage's bars begin and end inside a block, in pixels from the block's top. */
  function measure({ element, start, length }: MarginBlock, passage: ShownPassage): { top: number; bottom: number } | null {
    const range = new Range();
    const from = pointInBlock(element, Math.max(0, passage.start - start));
    const to = pointInBlock(element, Math.min(length, passage.end - start));
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 0.5);
    if (rects.length === 0) return null;
    const top = element.getBoundingClientRect().top;
    return { top: Math.min(...rects.map((rect) => rect.top)) - top, bottom: Math.max(...rects.map((rect) => rect.bottom)) - top };
  }
  function marksOf(block: MarginBlock, passages: PassageIndex): { bars: Bar[]; notes: Note[]; gaps: (Gap & { top: number })[] } {
    const bars: Bar[] = [];
    const notes: Note[] = [];
    const gaps: (Gap & { top: number })[] = [];
    for (const passage of passages.within(block.start, block.start + block.length)) {
      const place = measure(block, passage);
      if (!place) continue;
      const first = passage.start >= block.start;
      const last = passage.end <= block.start + block.length;
      for (const coding of passage.codings) bars.push({ coding, passage, first, last, top: place.top + (first ? inset : 0), bottom: place.bottom - (last ? inset : 0) });
      if (passage.noted === true && first) notes.push({ passage: passage.id, top: place.top });
      if (first) for (const facet of passage.missing ?? []) gaps.push({ passage: passage.id, facet, top: place.top });
    }
    return { bars, notes, gaps };
  }

  /** Names from top to bottom, pushed down where they collide; those pushed too far are folded into the one above. */
  function placeNames(visible: readonly Group[], at: number | null): Map<Group, Name[]> {
    const placed = new Map<Group, Name[]>();
    let free = Number.NEGATIVE_INFINITY;
    let above: Name | null = null;
    for (const group of visible) {
      const bars = group.bars.filter((bar) => bar.first && !bar.coding.mirrored)
        .toSorted((a, b) => Math.round((a.top - b.top) / 14) || facets.indexOf(a.coding.facet) - facets.indexOf(b.coding.facet) || a.passage.start - b.passage.start);
      const names: Name[] = [];
      for (const bar of bars) {
        const y = Math.max(group.top + bar.top + 2, free);
        if (above && bar.passage.id !== at && y > group.top + bar.bottom + farBelow) { above.folded.push({ coding: bar.coding, passage: bar.passage.id }); continue; }
        names.push((above = { bar, y: y - group.top, folded: [] }));
        free = y + nameHeight;
      }
      placed.set(group, names);
    }
    return placed;
  }

  /** The band that ties the passage at hand to its names: from where to where; null where it is not in these bars. */
  function bandOf(bars: readonly Bar[], at: number | null): { top: number; height: number } | null {
    const own = bars.filter((bar) => bar.passage.id === at);
    if (own.length === 0) return null;
    const top = Math.min(...own.map((bar) => bar.top)) - inset;
    return { top, height: Math.max(...own.map((bar) => bar.bottom)) + inset - top };
  }
  /** Names of all that the hatched bar stands for beside this one's words. */
  function sharedWith({ coding, top, bottom }: Bar, bars: readonly Bar[]): string[] {
    if (!lanes.of.get(coding.id)?.shared) return [];
    return bars.filter((other) => other.coding.facet === coding.facet && other.top < bottom && other.bottom > top && lanes.of.get(other.coding.id)?.lane === laneCap - 1).map((other) => other.coding.name);
  }
  function dressBar(element: HTMLElement, { coding, passage, top, bottom, first, last }: Bar, at: number | null, sharing: readonly string[]): void {
    const { lane, shared } = lanes.of.get(coding.id) ?? { lane: 0, shared: false };
    // Beside the text there is room for one lane a facet; hollow bars may lie over each other there.
    const x = coding.mirrored ? facets.indexOf(coding.facet) * pitch : laneOffsets(lanes.widths)[coding.facet] + lane * pitch;
    element.className = `bar${passage.id === at ? ' at' : ''}${shared ? ' shared' : ''}${coding.mirrored ? ' hollow' : ''}`;
    Object.assign(element.dataset, { passage: passage.id, code: coding.code, coding: coding.id });
    element.toggleAttribute('data-first', first);
    element.toggleAttribute('data-last', last);
    element.title = shared ? sharing.join('\n') : coding.name;
    Object.assign(element.style, { top: `${top}px`, height: `${Math.max(4, bottom - top)}px`, color: coding.colour, [coding.mirrored ? 'right' : 'left']: `${x}px` });
  }
  function dressName(element: HTMLElement, { bar: { coding, passage }, folded }: Name, at: number | null): void {
    element.className = `name${passage.id === at ? ' at' : ''}`;
    // Sign and rating are drawn by the style sheet: there are hundreds of names, and each element costs at every frame of scrolling.
    Object.assign(element.dataset, { passage: passage.id, code: coding.code, coding: coding.id, facet: coding.facet });
    element.title = coding.name;
    element.style.left = `${laneOffsets(lanes.widths).names}px`;
    element.style.setProperty('--sign', coding.colour);
    if (coding.rating === null) delete element.dataset['rating'];
    else element.dataset['rating'] = ratingText(coding.rating);
    const label = document.createElement('span');
    label.textContent = coding.name;
    if (folded.length > 0) label.ariaHidden = 'true';
    element.replaceChildren(label, ...(folded.length > 0 ? [foldButton(folded, words)] : []));
  }

  /** Between the text and its bars: here is a memo. */
  function dressNote(element: HTMLElement, { passage, top }: Note, at: number | null): void {
    element.className = `memo${passage === at ? ' at' : ''}`;
    element.dataset['passage'] = String(passage);
    element.style.top = `${top + inset}px`;
    if (element.childElementCount === 0) element.append(noteElement());
  }

  /** Signs of what is missing, above the lanes of their facet: two find room there beside each other, and each a place without a bar as long as there is one. */
  function placeGaps({ gaps, bars }: Group): PlacedGap[] {
    const placed: PlacedGap[] = [];
    for (const { passage, facet, top } of gaps) {
      const y = top + inset;
      const from = laneOffsets(lanes.widths)[facet];
      const apart = (a: number, b: number, size: number) => a + size <= b || b + signSize <= a;
      const isFree = (x: number) => bars.every(({ coding, top: above, bottom }) => coding.mirrored || coding.facet !== facet || above >= y + signSize || bottom <= y || apart(from + (lanes.of.get(coding.id)?.lane ?? 0) * pitch, x, barWidth))
        && placed.every((other) => other.facet !== facet || Math.abs(other.y - y) >= signSize || apart(other.x, x, signSize));
      placed.push({ passage, facet, y, x: [from - 3, from - 3 + signSize].find(isFree) ?? from - 3 });
    }
    return placed;
  }
  function looksOf({ bars }: Group, names: readonly Name[], here: number | null): string {
    const told = names.map(({ bar, y, folded }) => `${bar.coding.id} ${y} ${folded.map(({ coding, passage }) => `${coding.id} ${coding.name} ${coding.rating} ${passage}`).join()}`);
    return `${here} ${namesShown} ${words.language} ${Object.values(lanes.widths).join()} ${bars.map(({ coding }) => { const lane = lanes.of.get(coding.id); return `${lane?.lane}${lane?.shared}`; }).join()} ${told.join()}`;
  }
  function drawGroup(group: Group, names: readonly Name[], at: number | null): void {
    const held = group.open.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset['passage'] : undefined;
    group.signs = placeGaps(group);
    const keep = group.parts.begin();
    const bar = (each: Bar, sharing: readonly string[] = []) => keep(`bar ${each.coding.id} ${each.coding.mirrored}`, [lanes.widths, lanes.of.get(each.coding.id), each.top, each.bottom, each.first, each.last, each.coding, each.passage.id, each.passage.id === at, sharing],
      () => document.createElement('i'), (element) => dressBar(element, each, at, sharing));
    const name = (each: Name) => {
      const element = keep(`name ${each.bar.coding.id}`, [lanes.widths, each.bar.coding, each.bar.passage.id, each.bar.passage.id === at, each.folded, words.language], () => document.createElement('div'), (made) => dressName(made, each, at));
      element.style.top = `${each.y}px`;
      return element;
    };
    const note = (each: Note) => keep(`note ${each.passage}`, [each, each.passage === at], () => document.createElement('i'), (element) => dressNote(element, each, at));
    const tied = bandOf(group.bars, at);
    const band = tied === null ? [] : [keep('band', tied, () => Object.assign(document.createElement('div'), { className: 'band' }), ({ style }) => Object.assign(style, { top: `${tied.top}px`, height: `${tied.height}px` }))];
    const gaps = group.signs.length === 0 ? [] : [keep(`gaps ${JSON.stringify(group.signs)}`, null, () => outlines(group.signs), () => {})];
    const [closed, open] = [names.filter(({ folded }) => folded.length === 0), names.filter(({ folded }) => folded.length > 0)];
    // Where a sign finds no lane of its own, the bar is what the pointer meets.
    setChildren(group.element, [...band, ...gaps, ...group.bars.filter(({ coding }) => !coding.mirrored).map((each) => bar(each, sharedWith(each, group.bars))), ...closed.map(name), ...group.notes.map(note)]);
    setChildren(group.open, open.map(name));
    if (held !== undefined) group.open.querySelector<HTMLElement>(`.fold[data-passage="${held}"]`)?.focus({ preventScroll: true });
    setChildren(group.mirror, group.bars.filter(({ coding }) => coding.mirrored).map((each) => bar(each)));
    group.folds = open.map(({ y }, place) => ({ button: group.open.children[place]!.querySelector<HTMLButtonElement>('.fold')!, y }));
    if (!group.element.isConnected) host.append(group.element);
    if (!group.open.isConnected && open.length > 0) host.append(group.open);
    if (!group.mirror.isConnected && group.mirror.childElementCount > 0) mirrorHost.append(group.mirror);
  }
  /** All codes but the one under the pointer step back. */
  function dim({ element, open }: Group, pointed: number | null): void {
    for (const side of [element, open]) for (const part of side.children) part.classList.toggle('dim', pointed !== null && part.className !== 'band' && !part.classList.contains('memo') && !part.classList.contains('gaps') && (part as HTMLElement).dataset['code'] !== String(pointed));
  }

  return {
    /** Takes the passages of a document; their lanes are settled once for all of it. */
    setPassages({ passages }: PassageIndex, slack: number): void {
      lanes = lanesOf(passages, slack);
    },
    showNames: (shown: boolean): void => { namesShown = shown; },
    setWords: (next: Words): void => { words = next; },
    lanes: (): Lanes['widths'] => lanes.widths,
    drop(key: string): void {
      const group = groups.get(key);
      group?.element.remove();
      group?.mirror.remove();
      group?.open.remove();
      groups.delete(key);
    },
    keys: (): Iterable<string> => groups.keys(),
    /** What is missing where the sign under the pointer stands; null where it is on none. */
    gapAt({ target, clientX, clientY }: Pick<MouseEvent, 'target' | 'clientX' | 'clientY'>): Gap | null {
      const picture = target instanceof Element ? target.closest('.gaps') : null;
      const group = picture ? groups.values().find(({ element }) => element === picture.parentElement) : undefined;
      if (!group) return null;
      const { left, top } = group.element.getBoundingClientRect();
      const away = ({ x, y }: PlacedGap) => Math.hypot(left + x + signSize / 2 - clientX, top + y + signSize / 2 - clientY);
      return group.signs.toSorted((a, b) => away(a) - away(b))[0] ?? null;
    },
    /** Reads the places of these blocks' passages; `stale` says which must be measured anew. Nothing is written yet, so one layout serves all. */
    read(blocks: readonly MarginBlock[], passages: PassageIndex, stale: (key: string) => boolean): void {
      for (const block of blocks) {
        let group = groups.get(block.key);
        const fresh = group === undefined || stale(block.key);
        // What the pictures say is told by the list of passages and at the caret.
        if (!group) groups.set(block.key, (group = { element: Object.assign(document.createElement('div'), { ariaHidden: 'true' }), mirror: document.createElement('div'), open: document.createElement('div'), bars: [], notes: [], gaps: [], signs: [], top: 0, drawn: null, parts: createKeeping(), folds: [] }));
        group.top = block.element.offsetTop;
        if (fresh) Object.assign(group, marksOf(block, passages));
      }
    },
    /** Draws what was read. A group whose picture stays the same is only moved. `from`: where the window begins, pixels. */
    write(blocks: readonly MarginBlock[], { at, pointed }: MarginMarks, from: number): void {
      const visible = blocks.map(({ key }) => groups.get(key)!);
      const names = namesShown ? placeNames(visible, at) : new Map<Group, Name[]>();
      for (const group of visible) {
        const { top, bars, drawn } = group;
        if (top !== drawn?.top) for (const side of [group.element, group.mirror, group.open]) side.style.top = `${top}px`;
        const own = names.get(group) ?? [];
        const here = bars.some((bar) => bar.passage.id === at) || group.notes.some((note) => note.passage === at) ? at : null;
        const looks = looksOf(group, own, here);
        const isNew = bars !== drawn?.bars || looks !== drawn.looks;
        if (isNew) drawGroup(group, own, at);
        if (pointed !== drawn?.pointed || (isNew && pointed !== null)) dim(group, pointed);
        group.drawn = { bars, looks, top, pointed };
      }
      keepOneStop(visible.flatMap(({ folds, top }) => folds.map(({ button, y }) => ({ button, y: top + y }))), from);
    },
  };
}
export type Margin = ReturnType<typeof createMargin>;
