import { $create, TextNode, type EditorConfig, type LexicalNode, type LexicalUpdateJSON, type SerializedTextNode, type Spread } from 'lexical';
import type { LinkKind, MemoLink } from '../../../shared/model/memoText.ts';
import type { Facet } from '../../../shared/model/schema.ts';
import { codeColour } from '../../parts/Sign.tsx';

/** How a link looks now: what it leads to is called so, is of this facet, or is gone. */
export interface LinkFace { readonly label: string; readonly detail: string; readonly gone: boolean; readonly facet: Facet | null; readonly colour: string }
type SerializedLink = Spread<{ kind: LinkKind; uuid: string }, SerializedTextNode>;

/** A link in a memo: its label is text that is passed, deleted and selected as one. */
export class LinkNode extends TextNode {
  __kind: LinkKind = 'code';
  __uuid = '';
  __face: LinkFace | null = null;

  override $config() { return this.config('memo-link', { extends: TextNode }); }
  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__kind = previous.__kind;
    this.__uuid = previous.__uuid;
    this.__face = previous.__face;
  }
  override exportJSON(): SerializedLink { return { ...super.exportJSON(), kind: this.__kind, uuid: this.__uuid }; }
  override updateFromJSON(serialized: LexicalUpdateJSON<SerializedLink>): this {
    super.updateFromJSON(serialized);
    const self = this.getWritable();
    self.__kind = serialized.kind;
    self.__uuid = serialized.uuid;
    return self;
  }
  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config);
    this.#dress(element);
    return element;
  }
  override updateDOM(previous: this, element: HTMLElement, config: EditorConfig): boolean {
    const anew = super.updateDOM(previous, element, config);
    if (previous.__face !== this.__face) this.#dress(element);
    return anew;
  }
  #dress(element: HTMLElement): void {
    element.classList.add('memoLink');
    element.dataset['link'] = `${this.__kind}:${this.__uuid}`;
    element.dataset['kind'] = this.__kind;
    element.spellcheck = false;
    const { gone = false, facet = null, colour = '', detail = '' } = this.__face ?? {};
    element.toggleAttribute('data-gone', gone);
    element.title = detail;
    if (facet === null) return;
    element.dataset['facet'] = facet;
    element.style.setProperty('--sign', codeColour(facet, colour));
  }
  override canInsertTextBefore(): boolean { return false; }
  override canInsertTextAfter(): boolean { return false; }
  override isTextEntity(): boolean { return true; }
  link(): MemoLink { return { kind: this.__kind, uuid: this.__uuid, label: this.getTextContent() }; }
  setFace(face: LinkFace): void {
    const self = this.getWritable();
    self.__face = face;
    self.__text = face.label;
  }
}

export function $createLinkNode({ kind, uuid, label }: MemoLink, face: LinkFace | null = null): LinkNode {
  const node = $create(LinkNode);
  node.__kind = kind;
  node.__uuid = uuid;
  node.__face = face;
  // A mark without a single character could be neither seen nor deleted.
  node.__text = label === '' ? '…' : label;
  node.setMode('token');
  return node;
}
export const $isLinkNode = (node: LexicalNode | null | undefined): node is LinkNode => node instanceof LinkNode;
