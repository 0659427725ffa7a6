import type { Span } from '../../shared/model/span.ts';

/** A stretch of whole lines that the editor shows as one block: a turn, or a line that belongs to none. */
export interface Block extends Span { readonly turn: number | null }

/**
 * Cuts a text into blocks. Law: the blocks' texts joined by LF are the text. `turns` are in order; a turn is a block of its
 * own where it begins and ends with a line, as imports make them; otherwise its lines are.
 */
export function blocksOf(text: string, turns: readonly Span[]): Block[] {
  const blocks: Block[] = [];
  let next = 0;
  for (let at = 0; at <= text.length;) {
    while (next < turns.length && turns[next]!.start < at) next++;
    const lineEnd = (from: number) => { const end = text.indexOf('\n', from); return end < 0 ? text.length : end; };
    const turn = turns[next];
    if (turn?.start === at) {
      const end = lineEnd(Math.max(turn.end, at));
      blocks.push({ start: at, end, turn: next });
      next++;
      at = end + 1;
    } else {
      const end = lineEnd(at);
      // A turn that begins inside this line (its label stands in the text) gives the line its speaker.
      const inside = turn && turn.start <= end ? next : turns.findIndex((each) => each.start < end && each.end > at);
      blocks.push({ start: at, end, turn: inside < 0 ? null : inside });
      at = end + 1;
    }
  }
  return blocks;
}
