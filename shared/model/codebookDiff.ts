import { diffArrays } from 'diff';
import { inOrder } from './codeOrder.ts';
import { pathSeparator } from './path.ts';
import type { Row, ScaleStep } from './schema.ts';
import { nameKey } from './text.ts';

type Code = Row<'codes'>;
const fields = ['definition', 'include', 'exclude', 'example'] as const;
export type DescribedField = (typeof fields)[number];
/** A stretch of words that stayed, went or came. */
export interface Piece { readonly text: string; readonly kind: 'same' | 'removed' | 'added' }
/** What became of one code. What did not change of it is null or empty. */
export type CodebookChange =
  | { readonly kind: 'added' | 'removed'; readonly facet: Code['facet']; readonly path: string; readonly definition: string }
  | { readonly kind: 'merged'; readonly facet: Code['facet']; readonly path: string; readonly into: string }
  | {
    readonly kind: 'changed'; readonly facet: Code['facet']; readonly path: string;
    readonly renamed: string | null;
    /** Where it stood: facet, and path of the code above ('' for none). */
    readonly moved: { readonly facet: Code['facet']; readonly parent: string } | null;
    readonly redefined: readonly { readonly field: DescribedField; readonly pieces: readonly Piece[] }[];
    readonly scale: { readonly before: readonly ScaleStep[]; readonly after: readonly ScaleStep[] } | null;
    readonly aliases: { readonly added: readonly string[]; readonly removed: readonly string[] } | null;
  };

const tokens = (text: string): string[] => text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}'’])+|\s+|./gsu) ?? [];
/** Two texts as one, word by word. Law: without what was added it is the first, without what was removed the second. */
export function wordDiff(before: string, after: string): Piece[] {
  return diffArrays(tokens(before), tokens(after)).map(({ value, added, removed }) => ({ text: value.join(''), kind: added ? 'added' : removed ? 'removed' : 'same' }));
}

interface Book { readonly byUuid: ReadonlyMap<string, Code>; readonly path: (code: Code) => string; readonly parent: (code: Code) => Code | null }
function bookOf(codes: readonly Code[]): Book {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const parent = (code: Code) => (code.parent === null ? null : byId.get(code.parent) ?? null);
  const path = (code: Code): string => { const above = parent(code); return above ? `${path(above)}${pathSeparator}${code.name}` : code.name; };
  return { byUuid: new Map(codes.map((code) => [code.uuid, code])), path, parent };
}

/**
 * What became of a codebook, code by code: those that are there in the order of the codebook, then those that went. Colour and order
 * among siblings are no change. Laws: of a codebook with itself it is empty; added and removed change places when the two do (what was
 * merged counts as removed).
 */
export function codebookDiff(before: readonly Code[], after: readonly Code[]): CodebookChange[] {
  const [old, now] = [bookOf(before), bookOf(after)];
  const stays = inOrder(after).flatMap((code): CodebookChange[] => {
    const was = old.byUuid.get(code.uuid);
    if (!was) return [{ kind: 'added', facet: code.facet, path: now.path(code), definition: code.definition }];
    const change = changeOf(was, code, old, now);
    return change ? [change] : [];
  });
  const went = inOrder(before).filter((code) => !now.byUuid.has(code.uuid)).map((code): CodebookChange => {
    const into = mergedInto(code, old, after);
    return into ? { kind: 'merged', facet: code.facet, path: old.path(code), into: now.path(into) } : { kind: 'removed', facet: code.facet, path: old.path(code), definition: code.definition };
  });
  return [...stays, ...went];
}

function changeOf(was: Code, code: Code, old: Book, now: Book): CodebookChange | null {
  const [above, below] = [old.parent(was), now.parent(code)];
  const moved = above?.uuid !== below?.uuid || was.facet !== code.facet ? { facet: was.facet, parent: above ? old.path(above) : '' } : null;
  const renamed = was.name === code.name ? null : was.name;
  const redefined = fields.filter((field) => was[field] !== code[field]).map((field) => ({ field, pieces: wordDiff(was[field], code[field]) }));
  const scale = JSON.stringify(was.scale) === JSON.stringify(code.scale) ? null : { before: was.scale, after: code.scale };
  const aliases = { added: code.aliases.filter((alias) => !was.aliases.includes(alias)), removed: was.aliases.filter((alias) => !code.aliases.includes(alias)) };
  const renumbered = aliases.added.length + aliases.removed.length === 0;
  if (!moved && renamed === null && redefined.length === 0 && !scale && renumbered) return null;
  return { kind: 'changed', facet: code.facet, path: now.path(code), renamed, moved, redefined, scale, aliases: renumbered ? null : aliases };
}

/** The code that has taken over the name of one that went, as an alias that it did not have before. */
function mergedInto(code: Code, old: Book, after: readonly Code[]): Code | null {
  const names = new Set([nameKey(code.name), nameKey(old.path(code))]);
  return after.find((each) => each.facet === code.facet && each.aliases.some((alias) => names.has(nameKey(alias)) && !old.byUuid.get(each.uuid)?.aliases.includes(alias))) ?? null;
}
