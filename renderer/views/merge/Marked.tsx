import { wordDiff, type Piece } from '../../../shared/model/codebookDiff.ts';
import { contextOf } from '../../../shared/model/wordsAround.ts';

/** Texts that are longer are shown without marks: to compare them would take longer than to read them. */
const longest = 20_000;
/** A text with what is new in it marked, and, where asked, what is gone. */
export function marked(from: string | null, text: string, gone: boolean): readonly Piece[] {
  if (from === null || from.length + text.length > longest) return [{ text, kind: 'same' }];
  const pieces = wordDiff(from, text);
  const same = pieces.reduce((sum, piece) => sum + (piece.kind === 'same' ? piece.text.trim().length : 0), 0);
  // Of texts that have little in common the words of both would only stand in each other's way.
  return pieces.filter(({ kind }) => kind !== 'removed' || (gone && same * 2 > from.length));
}

export const Pieces = ({ pieces }: { pieces: readonly Piece[] }) => pieces.map(({ text, kind }, index) => (kind === 'added' ? <ins key={index}>{text}</ins> : kind === 'removed' ? <del key={index}>{text}</del> : <span key={index}>{text}</span>));

/** What becomes of a value: short ones as a whole, texts word by word. */
export function differing(from: string, to: string): readonly Piece[] {
  if (from === '' || to === '' || Math.max(from.length, to.length) < 30) return [...(from === '' ? [] : [{ text: from, kind: 'removed' } as const]), ...(from === '' || to === '' ? [] : [{ text: ' ', kind: 'same' } as const]), ...(to === '' ? [] : [{ text: to, kind: 'added' } as const])];
  return marked(from, to, true);
}
/** Signs of what stays that are told beside what does not, and of what is new or gone in one place. */
const [near, most] = [40, 400];
/** Only what differs, with the words around it. */
export const shortened = (pieces: readonly Piece[]): readonly Piece[] => pieces.map(({ text, kind }, index) => {
  if (kind !== 'same') return { kind, text: text.length <= most ? text : `${/^\s/.test(text) ? ' ' : ''}${contextOf(text, { start: 0, end: 0 }, most).after}` };
  if (text.length <= 3 * near) return { kind, text };
  const [{ after }, { before }] = [contextOf(text, { start: 0, end: 0 }, near), contextOf(text, { start: text.length, end: text.length }, near)];
  return { kind, text: `${index === 0 ? '' : `${after} `}${index === pieces.length - 1 ? '' : before}` };
});
