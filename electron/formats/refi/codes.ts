import { formatPath } from '../../../shared/model/path.ts';
import { facets, type Facet } from '../../../shared/model/schema.ts';
import type { SnapshotCode } from '../../../shared/model/snapshot.ts';
import { nameKey } from '../../../shared/model/text.ts';
import { referencesIn, type CodeName, type Reading } from './context.ts';
import { colourOf, createIdentities, createNames, guidOf } from './identity.ts';
import { textIn, type XmlElement } from './xml.ts';

export interface ReadCodes {
  readonly codes: readonly SnapshotCode[];
  readonly byGuid: ReadonlyMap<string, CodeName>;
  /** Notes that a code points at, by its name. */
  readonly notes: readonly { readonly code: CodeName; readonly note: string }[];
}
/** Sets by which Concord tells another Concord what its codes are; other programs show them as groups of codes. */
export const facetSet = (facet: Facet): string => `Concord: ${facet}`;
const facetOfSet = (name: string): Facet | undefined => facets.find((facet) => facetSet(facet) === name);
export const isFacetSet = (set: XmlElement): boolean => facetOfSet(set.attributes['name'] ?? '') !== undefined;

/** The codes of a codebook in their order. A code that is also a case (NVivo) is left out, and what stands below it moves up. */
export function readCodes(reading: Reading, roots: readonly XmlElement[], sets: readonly XmlElement[], cases: ReadonlySet<string>): ReadCodes {
  const identity = createIdentities(reading.notes);
  const free = createNames(reading.notes, reading.names.unnamed);
  const facetOf = new Map(sets.flatMap((set) => { const facet = facetOfSet(set.attributes['name'] ?? ''); return facet ? referencesIn(set, 'MemberCode').map((guid) => [guid, facet] as const) : []; }));
  const codes: SnapshotCode[] = [];
  const byGuid = new Map<string, CodeName>();
  const notes: { code: CodeName; note: string }[] = [];
  const paths = new Set<string>();
  const walk = (element: XmlElement, above: readonly string[], under: Facet | null): void => {
    const { attributes, children } = element;
    const guid = guidOf(attributes['guid']);
    const below = children.filter((child) => child.name === 'Code');
    if (cases.has(guid)) {
      reading.notes.say('cases-as-codes', attributes['name']);
      for (const child of below) walk(child, above, under);
      return;
    }
    const facet = under ?? facetOf.get(guid) ?? 'theme';
    const inside = `${facet}\n${nameKey(formatPath(above))}`;
    let path = [...above, free(attributes['name'] ?? '', inside)];
    // A name with ' > ' in it may read like the path of another code.
    while (paths.has(`${facet}\n${nameKey(formatPath(path))}`)) path = [...above, free(attributes['name'] ?? '', inside)];
    paths.add(`${facet}\n${nameKey(formatPath(path))}`);
    const colour = colourOf(attributes['color']);
    const codable = /^(?:false|0)$/i.test((attributes['isCodable'] ?? '').trim()) ? { codable: 'no' as const } : {};
    codes.push({ ...identity(guid), path, facet, definition: textIn(element, 'Description').toWellFormed(), include: '', exclude: '', example: '', scale: [], ...(colour === undefined ? {} : { colour }), ...codable });
    if (guid !== '' && !byGuid.has(guid)) byGuid.set(guid, { path, facet });
    for (const note of referencesIn(element, 'NoteRef')) notes.push({ code: { path, facet }, note });
    for (const child of below) walk(child, path, facet);
  };
  for (const root of roots) if (root.name === 'Code') walk(root, [], null);
  return { codes, byGuid, notes };
}
