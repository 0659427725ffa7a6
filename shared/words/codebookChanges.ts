import type { CodebookChange, Piece } from '../model/codebookDiff.ts';
import type { Words } from './index.ts';

/** One thing that is said of a code: a label, and words of which some went and some came. */
export interface Line { readonly label: string; readonly pieces: readonly Piece[] }
const same = (text: string): Piece[] => [{ text, kind: 'same' }];
const scaleWords = (scale: readonly { value: number; anchor: string }[], { number, say }: Words): string => (scale.length === 0 ? say('version.noScale') : scale.map(({ value, anchor }) => (anchor === '' ? number(value) : `${number(value)} ${anchor}`)).join('; '));

/** What became of a code, a line each. */
export function linesOf(change: CodebookChange, words: Words): Line[] {
  const { say } = words;
  if (change.kind === 'merged') return [{ label: say('version.merged'), pieces: same(change.into) }];
  if (change.kind !== 'changed') return [{ label: say(change.kind === 'added' ? 'version.added' : 'version.removed'), pieces: same(change.definition) }];
  const from = change.moved && [change.moved.facet === change.facet ? '' : say(`facet.${change.moved.facet}`), change.moved.parent || say('version.top')].filter(Boolean).join(': ');
  const replaced = (before: string, after: string): Piece[] => [{ text: before, kind: 'removed' }, { text: ' ', kind: 'same' }, { text: after, kind: 'added' }];
  return [
    ...(change.renamed === null ? [] : [{ label: say('version.renamed'), pieces: same(change.renamed) }]),
    ...(from === null ? [] : [{ label: say('version.moved'), pieces: same(from) }]),
    ...change.redefined.map(({ field, pieces }) => ({ label: say(`field.${field}`), pieces })),
    ...(change.scale === null ? [] : [{ label: say('field.scale'), pieces: replaced(scaleWords(change.scale.before, words), scaleWords(change.scale.after, words)) }]),
    ...(change.aliases === null ? [] : [{ label: say('merge.aliases'), pieces: [...change.aliases.removed.map((text): Piece => ({ text, kind: 'removed' })), ...change.aliases.added.map((text): Piece => ({ text, kind: 'added' }))].flatMap((piece, index): Piece[] => (index === 0 ? [piece] : [{ text: ', ', kind: 'same' }, piece])) }]),
  ];
}
