import { facets } from '../../../shared/model/schema.ts';
import type { Snapshot, SnapshotCode } from '../../../shared/model/snapshot.ts';
import type { ProjectNotes } from '../../../shared/model/projectReport.ts';
import { facetSet } from './codes.ts';
import { colourFor } from './colours.ts';
import type { CodeName } from './context.ts';
import type { Guids } from './guids.ts';
import { printed } from './xml.ts';

/** How the parts of a code's wording are called in its description. */
export interface WordingNames { readonly include: string; readonly exclude: string; readonly example: string }
export const codeKey = ({ path, facet }: CodeName): string => `${facet}\n${path.join('\n')}`;

export interface WrittenCodes {
  /** <Code> elements, one inside the other; empty for none. */
  readonly elements: readonly string[];
  readonly guidOf: ReadonlyMap<string, string>;
  /** The roots of each facet, as sets that another Concord reads the facets from. */
  facetSets(member: (guid: string) => string): string[];
}
/** Writes the codebook as a tree, the facets behind each other. `notesOf`: what points at memos on a code. */
export function writeCodes({ codes }: Pick<Snapshot, 'codes'>, guids: Guids, notes: ProjectNotes, names: WordingNames, notesOf: (key: string) => readonly string[]): WrittenCodes {
  const guidOf = new Map(codes.map((code) => [codeKey(code), guids.give('code', code.uuid, codeKey(code))]));
  const below = Map.groupBy(codes.filter(({ path }) => path.length > 1), ({ path, facet }) => codeKey({ path: path.slice(0, -1), facet }));
  const element = (code: SnapshotCode): string => {
    const key = codeKey(code);
    const rules = ([['include', code.include], ['exclude', code.exclude], ['example', code.example]] as const).filter(([, text]) => text !== '').map(([part, text]) => `${names[part]}: ${text}`);
    if (rules.length > 0) notes.say('wording-joined', code.path.at(-1));
    if (code.scale.length > 0) notes.say('scales-unseen', code.path.at(-1));
    const description = [code.definition, ...rules].filter((part) => part !== '').join('\n\n');
    return printed('Code', { guid: guidOf.get(key)!, name: code.path.at(-1)!, isCodable: code.codable === 'no' ? 'false' : 'true', color: colourFor(code.facet, code.colour) }, [
      ...(description === '' ? [] : [printed('Description', {}, { text: description })]), ...notesOf(key), ...(below.get(key) ?? []).map(element),
    ]);
  };
  const roots = codes.filter(({ path }) => path.length === 1);
  return {
    elements: roots.map(element), guidOf,
    facetSets(member) {
      const used = facets.filter((facet) => roots.some((root) => root.facet === facet));
      if (used.every((facet) => facet === 'theme')) return [];
      return used.map((facet) => {
        notes.say('facets-as-sets');
        return printed('Set', { guid: guids.give('facet', undefined, facet), name: facetSet(facet) }, roots.filter((root) => root.facet === facet).map((root) => member(guidOf.get(codeKey(root))!)));
      });
    },
  };
}
