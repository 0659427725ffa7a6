import { $create, ParagraphNode, type EditorConfig, type LexicalUpdateJSON, type SerializedParagraphNode, type Spread } from 'lexical';

/** What a block shows of its turn, outside of the text: it can be neither selected nor coded. */
export interface TurnFace { readonly speaker: string; readonly group: string; /** 'interviewer' reads quieter; 'gap' is a blank line between turns. */ readonly kind: 'speech' | 'interviewer' | 'plain' | 'gap'; readonly chinese: boolean }
export const plainFace: TurnFace = { speaker: '', group: '', kind: 'plain', chinese: false };

type SerializedTurn = Spread<{ face: TurnFace }, SerializedParagraphNode>;

/** Pixels that a line of the reading face takes, and characters on it: for the height of blocks that were not laid out yet. */
const estimate = { latin: { line: 27, characters: 62 }, chinese: { line: 32, characters: 31 } };

/** One turn of the transcript. Speaker and time are properties, drawn by the style sheet beside the text. */
export class TurnNode extends ParagraphNode {
  __face: TurnFace = plainFace;
  /** How long its text was when it was made, for the guess of its height: to ask all of a long interview's nodes takes milliseconds. */
  __guess = 0;

  override $config() { return this.config('turn', { extends: ParagraphNode }); }
  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__face = previous.__face;
    this.__guess = previous.__guess;
  }
  override exportJSON(): SerializedTurn { return { ...super.exportJSON(), face: this.__face }; }
  override updateFromJSON(serialized: LexicalUpdateJSON<SerializedTurn>): this {
    super.updateFromJSON(serialized);
    this.getWritable().__face = serialized.face;
    return this;
  }
  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config);
    // Until it has been laid out once, near the window or in an idle moment, only its height is guessed: a long interview opens at once.
    element.classList.add('unseen');
    this.#dress(element);
    const { line, characters } = this.__face.chinese ? estimate.chinese : estimate.latin;
    element.style.containIntrinsicBlockSize = `${Math.max(1, Math.ceil(this.__guess / characters)) * line}px`;
    return element;
  }
  override updateDOM(previous: this, element: HTMLElement, config: EditorConfig): boolean {
    const anew = super.updateDOM(previous, element, config);
    if (previous.__face !== this.__face) this.#dress(element);
    return anew;
  }
  /** As little as can be: a long interview has a thousand of them, and each attribute is paid for when it opens. */
  #dress(element: HTMLElement): void {
    const { speaker, group, kind } = this.__face;
    const isUnseen = element.classList.contains('unseen');
    element.className = `turn ${kind}${group === '' ? '' : ' grouped'}${speaker === '' ? ' unnamed' : ''}${isUnseen ? ' unseen' : ''}`;
    if (!isUnseen) this.label(element);
  }
  /** Tells who speaks to whoever hears the page: it is seen beside the text. What is not laid out is not heard either. */
  label(element: HTMLElement): void {
    const { speaker, group } = this.__face;
    if (speaker !== '') {
      element.role = 'group';
      element.ariaLabel = group === '' ? speaker : `${speaker}, ${group}`;
    } else if (element.role !== null) element.role = element.ariaLabel = null;
  }
  setFace(face: TurnFace): void { this.getWritable().__face = face; }
}

/** A turn that still has to be filled with a text of `length` characters. */
export function $createTurnNode(face: TurnFace, length = 0): TurnNode {
  const node = $create(TurnNode);
  node.__face = face;
  node.__guess = length;
  return node;
}
/** What the editor may hold: where it would make a paragraph of its own (all text was deleted, say), it makes a turn. */
export const turnsOnly = [TurnNode, { replace: ParagraphNode, with: () => $createTurnNode(plainFace), withKlass: TurnNode }];
