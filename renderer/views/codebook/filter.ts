import type { Facet } from '../../../shared/model/schema.ts';
import { nameKey } from '../../../shared/model/text.ts';
import { unheard, type Sounds } from '../code/findCodes.ts';
import type { Code } from './tree.ts';

/** What the codebook is narrowed to: words, a facet, a set, and codes of which something is true. */
export interface CodebookAsked { readonly typed: string; readonly facet: Facet | null; readonly set: number | null; readonly only: ReadonlySet<Only> }
/** Not coded with yet; without a definition; used in the document on the desk. */
export type Only = 'unused' | 'undefined' | 'here';
export const everyCode: CodebookAsked = { typed: '', facet: null, set: null, only: new Set() };
export const isNarrowed = ({ typed, facet, set, only }: CodebookAsked): boolean => nameKey(typed) !== '' || facet !== null || set !== null || only.size > 0;

/** What is known of the study besides its codes. */
export interface Known { readonly members: ReadonlySet<number> | null; readonly here: ReadonlySet<number> }
/** Codes that fit, and the codes that the tree shows: these and those above them. */
export interface Found { readonly found: ReadonlySet<number>; readonly shown: readonly Code[] }

/** Every word must stand somewhere in the name, another name, or the description; a Chinese name is found by its sound too. Law: `shown` holds `found` and every ancestor of it, and nothing else, in the order of the codebook. */
export function findIn(codes: readonly Code[], { typed, facet, set, only }: CodebookAsked, { members, here }: Known, sounds: Sounds = unheard): Found {
  const words = nameKey(typed).split(' ').filter(Boolean);
  const fits = (code: Code): boolean => {
    if (facet !== null && code.facet !== facet) return false;
    if (set !== null && !members?.has(code.id)) return false;
    if ((only.has('unused') && code.codings > 0) || (only.has('undefined') && code.definition !== '') || (only.has('here') && !here.has(code.id))) return false;
    if (words.length === 0) return true;
    const said = nameKey([code.name, ...code.aliases, code.definition, code.include, code.exclude, code.example].join(' '));
    if (words.every((word) => said.includes(word))) return true;
    const typedSound = words.join('').replaceAll("'", '');
    return /^[a-zü]+$/.test(typedSound) && [code.name, ...code.aliases].some((name) => sounds(name, typedSound) !== null);
  };
  const found = new Set(codes.filter(fits).map((code) => code.id));
  const parents = new Map(codes.map((code) => [code.id, code.parent]));
  const shown = new Set<number>();
  for (const code of found) for (let each: number | null = code; each !== null && !shown.has(each); each = parents.get(each) ?? null) shown.add(each);
  return { found, shown: codes.filter((code) => shown.has(code.id)) };
}
