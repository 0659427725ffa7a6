import type { MergeConflict } from '../../shared/model/merge.ts';
import type { Span } from '../../shared/model/span.ts';
import { uuidsOf } from './mergeAuthors.ts';
import type { Reader } from './operation.ts';

/** A place in a document of ours. */
export interface PlaceHere extends Span { readonly document: number }

/** Where in our texts a difference lies, so that it can be looked at there; null where it lies in none. Known by the key's UUID: `kind:[table:]uuid:…`. */
export function placeHere(project: Reader, { key, table, here }: Pick<MergeConflict, 'key' | 'table' | 'here'>): PlaceHere | null {
  const [uuid] = uuidsOf(key);
  if (uuid === undefined) return null;
  const passage = (id: number): PlaceHere | null => { const found = project.find('passages', id); return found && { document: found.document, start: found.start, end: found.end }; };
  const start = (document: number): PlaceHere => ({ document, start: 0, end: 0 });
  if (table === 'codings') { const coding = project.all('codings', { uuid })[0]; return coding ? passage(coding.passage) : null; }
  if (table === 'passages') { const found = project.all('passages', { uuid })[0]; return found ? passage(found.id) : null; }
  if (table === 'turns') { const turn = project.all('turns', { uuid })[0]; return turn ? { document: turn.document, start: turn.start, end: turn.end } : null; }
  if (table === 'documents') {
    const document = project.all('documents', { uuid })[0];
    return document ? here ? { document: document.id, ...here } : start(document.id) : null;
  }
  const memo = table === 'memos' ? project.all('memos', { uuid })[0] : undefined;
  if (memo?.about === 'passages') return passage(memo.target);
  if (memo?.about === 'codings') { const coding = project.find('codings', memo.target); return coding ? passage(coding.passage) : null; }
  return memo?.about === 'documents' ? start(memo.target) : null;
}
