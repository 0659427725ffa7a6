import { childrenOf, referencesIn, type Reading } from './context.ts';
import { guidOf } from './identity.ts';
import type { MemoTarget, MemoWriter } from './memos.ts';
import type { XmlElement } from './xml.ts';

/** A link between a note and something else makes it a memo on that (annotations of NVivo, memos of ATLAS.ti); links of other kinds are kept as they came. */
export function readLinks(reading: Reading, root: XmlElement, memos: MemoWriter, targetOf: (guid: string) => MemoTarget | null): void {
  for (const link of childrenOf(root, 'Links')) {
    const [origin, target] = [guidOf(link.attributes['originGUID']), guidOf(link.attributes['targetGUID'])];
    const [note, other] = memos.isNote(origin) ? [origin, target] : [target, origin];
    const on = memos.isNote(note) && !memos.isNote(other) ? targetOf(other) : null;
    if (on) memos.attach(on, note);
    if (!on || referencesIn(link, 'NoteRef').length > 0) reading.keep('', link);
    for (const each of referencesIn(link, 'NoteRef')) if (on) memos.attach(on, each);
  }
}
