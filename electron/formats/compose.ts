import type { ReadTurn } from './format.ts';

/** A stretch of what a file holds, in order: said by somebody, or (`turn` null) standing between the turns. */
export interface Piece {
  /** Kept as it is, without the blank lines around it. */
  readonly text: string;
  readonly turn: Omit<ReadTurn, 'start' | 'end'> | null;
}

/**
 * Joins pieces by one LF each. Turns come in order and apart from one another; each starts at 0 or behind an LF and ends
 * before one or at the end of the text. An empty turn is an empty line; an empty stretch between turns is nothing.
 */
export function compose(pieces: readonly Piece[]): { text: string; turns: ReadTurn[] } {
  const turns: ReadTurn[] = [];
  const kept = pieces.filter((piece) => piece.turn !== null || piece.text !== '');
  let at = 0;
  for (const { text, turn } of kept) {
    if (turn) turns.push({ start: at, end: at + text.length, ...turn });
    at += text.length + 1;
  }
  return { text: kept.map((piece) => piece.text).join('\n'), turns };
}
