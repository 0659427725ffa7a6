import { diffText, type Splice } from '../../shared/model/span.ts';

/** Which blocks the editor has, in order: Lexical's key, the text, and where it begins in the document (UTF-16 units). */
export class BlockIndex {
  keys: string[] = [];
  texts: string[] = [];
  /** starts[i] is the offset of block i; one more entry than blocks, the last one past the end. */
  starts: Int32Array = new Int32Array(1);
  readonly #places = new Map<string, number>();

  load(keys: string[], texts: string[]): void {
    this.keys = keys;
    this.texts = texts;
    this.#places.clear();
    keys.forEach((key, place) => this.#places.set(key, place));
    this.recount(0);
  }
  /** Counts the starts anew from a block on: a thousand additions are microseconds. */
  recount(from: number): void {
    const size = this.keys.length;
    if (this.starts.length < size + 1) {
      const grown = new Int32Array((size + 1) * 2);
      grown.set(this.starts);
      this.starts = grown;
    }
    let at = from === 0 ? 0 : this.starts[from]!;
    for (let place = from; place < size; place++) {
      this.starts[place] = at;
      at += this.texts[place]!.length + 1;
    }
    this.starts[size] = at;
  }
  get length(): number { return Math.max(0, this.starts[this.keys.length]! - 1); }
  get text(): string { return this.texts.join('\n'); }
  placeOf(key: string): number | undefined { return this.#places.get(key); }
  startOf(place: number): number { return this.starts[place]!; }
  /** The block that an offset lies in. */
  placeAt(offset: number): number {
    let low = 0;
    let high = this.keys.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** What an update of the editor left of a block. */
export interface BlockNow { readonly key: string; readonly text: string }
interface Run { readonly from: number; readonly to: number; readonly nowFrom: number; readonly nowTo: number }

/** Stretches of blocks that differ, between blocks that are the same before and now. */
function runs(index: BlockIndex, now: readonly BlockNow[]): Run[] {
  const same = (place: number, other: number) => index.keys[place] === now[other]!.key && index.texts[place] === now[other]!.text;
  const nowPlaces = new Map(now.map(({ key }, place) => [key, place]));
  const found: Run[] = [];
  let place = 0;
  let other = 0;
  while (place < index.keys.length || other < now.length) {
    if (place < index.keys.length && other < now.length && same(place, other)) { place++; other++; continue; }
    let to = place;
    let nowTo = now.length;
    for (; to < index.keys.length; to++) {
      const candidate = nowPlaces.get(index.keys[to]!);
      if (candidate !== undefined && candidate >= other && same(to, candidate)) { nowTo = candidate; break; }
    }
    found.push({ from: place, to, nowFrom: other, nowTo });
    place = to;
    other = nowTo;
  }
  return found;
}

/**
 * The splices that turn the indexed text into the blocks as they are now, each in the offsets of the text that the one before
 * left. `caret` is the caret's offset in the new text, -1 where there is none: among equal answers the edit ends there.
 */
export function structuralSplices(index: BlockIndex, now: readonly BlockNow[], caret: number): Splice[] {
  const splices: Splice[] = [];
  let moved = 0;
  for (let { from, to, nowFrom, nowTo } of runs(index, now)) {
    const sameBlocks = to - from === nowTo - nowFrom && index.keys.slice(from, to).every((key, offset) => key === now[nowFrom + offset]!.key);
    const parts = sameBlocks ? Array.from({ length: to - from }, (_, offset) => ({ from: from + offset, to: from + offset + 1, nowFrom: nowFrom + offset, nowTo: nowFrom + offset + 1 })) : [{ from, to, nowFrom, nowTo }];
    for (const part of parts) {
      ({ from, to, nowFrom, nowTo } = part);
      // An empty side takes in a neighbour, so that the separator between the blocks counts.
      if (from === to || nowFrom === nowTo) {
        if (from > 0 && nowFrom > 0) { from--; nowFrom--; } else if (to < index.keys.length && nowTo < now.length) { to++; nowTo++; }
      }
      const start = (from < index.keys.length ? index.startOf(from) : index.length) + moved;
      const before = index.texts.slice(from, to).join('\n');
      const after = now.slice(nowFrom, nowTo).map((block) => block.text).join('\n');
      const splice = diffText(before, after, caret < start ? -1 : caret - start);
      if (!splice) continue;
      splices.push({ ...splice, at: splice.at + start });
      moved += splice.inserted.length - splice.removed.length;
    }
  }
  return splices;
}
