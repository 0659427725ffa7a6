import { $getSelection, $isRangeSelection, COMMAND_PRIORITY_CRITICAL, COPY_COMMAND, CUT_COMMAND, mergeRegister, PASTE_COMMAND, type LexicalEditor } from 'lexical';
import { asMeant, type Meant } from '../../shared/model/cutting.ts';
import type { Span, Splice, TypedSplice } from '../../shared/model/span.ts';
import { normaliseLines } from '../../shared/model/text.ts';

/**
 * Follows what is cut from a text and pasted into it again, so that its codings can come along. What is copied is another thing: it
 * stays where it is, and so do they. The clipboard gets the text to the letter, with its blank lines.
 */
export function createCutting(editor: LexicalEditor, { text, selected }: { text(): string; selected(): Span | null }) {
  let cut: string | null = null;
  /** The cut or paste that is under way: the text will tell that it has happened. */
  let meant: Meant | null = null;
  const take = (event: ClipboardEvent | KeyboardEvent | null): string | null => {
    const span = selected();
    if (!(event instanceof ClipboardEvent) || !event.clipboardData || !span || span.start === span.end) return null;
    event.preventDefault();
    const words = text().slice(span.start, span.end);
    event.clipboardData.setData('text/plain', words);
    return words;
  };
  /** What is selected in the window: the editor learns of it only after the keys that select. */
  const $selectSeen = () => {
    const [selection, seen] = [$getSelection(), getSelection()];
    if ($isRangeSelection(selection) && seen && seen.rangeCount > 0) selection.applyDOMRange(seen.getRangeAt(0));
    return selection;
  };
  const stop = mergeRegister(
    editor.registerCommand(CUT_COMMAND, (event) => {
      const words = editor.isEditable() ? take(event) : null;
      if (words === null) return false;
      cut = words;
      meant = { before: text(), splice: { at: selected()!.start, removed: words, inserted: '', by: 'cut' } };
      const selection = $selectSeen();
      if ($isRangeSelection(selection)) selection.removeText();
      return true;
    }, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(COPY_COMMAND, (event) => {
      cut = null;
      return take(event) !== null;
    }, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(PASTE_COMMAND, (event) => {
      const pasted = 'clipboardData' in event ? event.clipboardData?.getData('text/plain') : undefined;
      const span = selected();
      if (span !== null) $selectSeen();
      const before = text();
      meant = cut !== null && span !== null && pasted !== undefined && normaliseLines(pasted) === normaliseLines(cut)
        ? { before, splice: { at: span.start, removed: before.slice(span.start, span.end), inserted: cut, by: 'paste' } } : null;
      return false;
    }, COMMAND_PRIORITY_CRITICAL),
  );
  return {
    stop,
    /** The splices of an update, as they were meant where words were cut, or pasted after that. Asked once an update. */
    asMeant(splices: readonly Splice[]): readonly TypedSplice[] {
      const now = meant;
      meant = null;
      return now === null ? splices : asMeant(splices, now, text());
    },
  };
}
