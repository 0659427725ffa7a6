import type { ProjectNotes } from '../../../shared/model/projectReport.ts';
import type { Snapshot } from '../../../shared/model/snapshot.ts';
import type { Guids } from './guids.ts';
import { guidOf } from './identity.ts';
import { fileElement, isTextOf, parsed, stampsElement, storedName } from './keptFiles.ts';
import { standard } from './standard.ts';
import { moment, ownGuids, standing } from './standing.ts';
import { printed, printElement, type XmlElement } from './xml.ts';

const media = ['PictureSource', 'PDFSource', 'AudioSource', 'VideoSource', 'TextSource'];
interface Part { readonly owner: string; readonly element: XmlElement; readonly program: string }

/** What another program's file said of sources and Concord has no place for, ready to be written back with them. */
export interface KeptSources {
  /** The source that a document's text is a part of: written inside of it, under that name and GUID. */
  nestOf(uuid: string | undefined): { readonly tag: 'Representation' | 'TextDescription'; readonly guid: string } | null;
  /** Attributes of a document's own: its formatted text, who made and changed it. */
  attributesOf(uuid: string | undefined, text: string): Readonly<Record<string, string | undefined>>;
  /** Selections that found no place in a document's text, as they came. */
  selectionsOf(uuid: string | undefined): readonly string[];
  /** The sources themselves, once the documents are written: `textOf` gives those that are inside, `codingsOf` the codings of a passage by its UUID. */
  sources(textOf: (uuid: string) => { readonly element: string; readonly behind: string } | null, codingsOf: (passage: string) => readonly string[] | null): string[];
  /** Who made the project, and when, where one program says it. */
  made(): Readonly<Record<string, string | undefined>>;
  /** Files that the sources name, for the archive. */
  files(): readonly (readonly [name: string, bytes: Uint8Array])[];
}
export function keptSources({ foreignParts = [], documents }: Snapshot, guids: Guids, notes: ProjectNotes, original: (hash: string) => Uint8Array | null): KeptSources {
  const wanted = new Set([...media, fileElement, stampsElement, 'PDFSelection', 'PlainTextSelection', 'Transcript']);
  const parts = foreignParts.flatMap((part): Part[] => { const element = wanted.has(part.element) ? parsed(part) : null; return element ? [{ owner: part.owner, element, program: part.source }] : []; });
  const byOwner = Map.groupBy(parts, ({ owner }) => owner);
  const of = (owner: string | undefined, name: string): XmlElement[] => (owner === undefined ? [] : byOwner.get(owner.toLowerCase()) ?? []).flatMap(({ element }) => (element.name === name ? [element] : []));
  const roots = [...new Map(parts.filter(({ element }) => media.includes(element.name)).map((part) => [part.owner, part.element])).values()];
  const there = new Set(documents.flatMap(({ uuid }) => uuid?.toLowerCase() ?? []));
  const files = new Map<string, Uint8Array>();
  /** Puts a kept file into the archive; undefined where the study has it not. */
  const fileAt = (file: XmlElement | undefined): string | undefined => {
    const { hash = '', name = '' } = file?.attributes ?? {};
    const bytes = hash === '' ? null : original(hash);
    if (!bytes) return undefined;
    const stored = storedName(hash, name);
    if (!files.has(stored)) { files.set(stored, bytes); notes.say('files-written', name); }
    return `internal://${stored}`;
  };
  /** What of a source holds a document's text, by the document's UUID. */
  const nests = new Map<string, { tag: 'Representation' | 'TextDescription'; guid: string; root: XmlElement }>();
  for (const root of roots) for (const child of root.children) {
    const inside = root.name === 'PDFSource' && child.name === 'Representation' ? guidOf(root.attributes['guid']) : child.name === 'TextDescription' ? guidOf(child.attributes['guid']) : '';
    if (inside !== '' && there.has(inside) && (child.name === 'Representation' || child.name === 'TextDescription')) nests.set(inside, { tag: child.name, guid: guidOf(child.attributes['guid']), root });
  }
  const base = (path: string) => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  /** A part of a source as it is written; null where it cannot be. */
  function written(element: XmlElement, owner: string, known: ReadonlyMap<string, string>): XmlElement | null {
    const own = of(owner, fileElement);
    return standing(element, {
      guids, own: ownGuids(element, guids, known), lose: (piece) => notes.say('parts-not-written', piece.name),
      pathOf(attribute, path) {
        if (attribute === 'currentPath' || path.trim() === '') return undefined;
        const found = fileAt(own.find((file) => file.attributes['name']?.toLowerCase() === base(path).toLowerCase()));
        if (found === undefined) notes.say('file-not-kept', element.attributes['name'] ?? base(path));
        // Where the file lay on somebody's disk is nobody else's business.
        return found ?? (attribute === 'path' ? `relative:///${base(path)}` : `internal://${base(path)}`);
      },
    });
  }
  return {
    files: () => [...files].map(([name, bytes]) => [`sources/${name}`, bytes] as const),
    nestOf(uuid) {
      const nest = uuid === undefined ? undefined : nests.get(uuid.toLowerCase());
      return nest ? { tag: nest.tag, guid: nest.guid } : null;
    },
    attributesOf(uuid, text) {
      const [stamps] = of(uuid, stampsElement);
      const rich = of(uuid, fileElement).find((file) => file.attributes['text'] !== undefined);
      if (rich && !isTextOf(rich, text)) notes.say('rich-stale', rich.attributes['name']);
      const user = (name: string) => (stamps?.attributes[name] === undefined ? undefined : guids.of(guidOf(stamps.attributes[name])) ?? undefined);
      return { richTextPath: rich && isTextOf(rich, text) ? fileAt(rich) : undefined, creatingUser: user('creatingUser'), modifyingUser: user('modifyingUser') };
    },
    made() {
      const all = of('', stampsElement);
      const { creatingUserGUID: who, creationDateTime: when } = all.length === 1 ? all[0]!.attributes : {};
      return { creatingUserGUID: who === undefined ? undefined : guids.of(guidOf(who)) ?? undefined, creationDateTime: when !== undefined && moment.test(when) ? when : undefined };
    },
    selectionsOf: (uuid) => of(uuid, 'PlainTextSelection').flatMap((element) => { const now = written(element, uuid!.toLowerCase(), new Map()); if (now) notes.say('parts-written', element.name); return now ? [printElement(now)] : []; }),
    sources: (textOf, codingsOf) => roots.flatMap((root) => {
      const guid = guidOf(root.attributes['guid']);
      const areas = of(guid, 'PDFSelection').flatMap((area): XmlElement[] => {
        if (area.attributes['placed'] !== 'true') return [area];
        // Whose passage is gone here is gone; what the passage is coded with now is said of the area too.
        return codingsOf(guidOf(area.attributes['guid'])) === null ? [] : [{ ...area, children: area.children.filter(({ name }) => name !== 'Coding') }];
      });
      const children = [...root.children.map((child) => (child.name === 'Transcript' ? of(guidOf(child.attributes['guid']), 'Transcript')[0] ?? child : child)), ...areas].filter((child) => {
        if (child.name !== 'Transcript') return child.name !== 'Representation' && child.name !== 'TextDescription' ? true : !nests.has(child.name === 'Representation' ? guid : guidOf(child.attributes['guid']));
        const apart = there.has(guidOf(child.attributes['guid']));
        if (apart) notes.say('transcripts-apart', child.attributes['name'] ?? root.attributes['name']);
        return !apart;
      });
      const known = new Map<string, string>();
      if (there.has(guid)) known.set(guid, guids.of(guid)!);
      for (const area of areas) { const place = guids.of(guidOf(area.attributes['guid'])); if (area.attributes['placed'] === 'true' && place !== null) known.set(guidOf(area.attributes['guid']), place); }
      const now = written({ ...root, children }, guid, known);
      if (!now) { notes.say('parts-not-written', root.name); return []; }
      notes.say('parts-written', root.name);
      const nested = [...nests].filter(([, nest]) => nest.root === root).flatMap(([uuid, { tag }]) => { const text = textOf(uuid); return text ? [{ tag, ...text }] : []; });
      const placed = new Map(areas.flatMap((area) => (area.attributes['placed'] === 'true' ? [[known.get(guidOf(area.attributes['guid'])) ?? '', codingsOf(guidOf(area.attributes['guid'])) ?? []] as const] : [])));
      const inside = (standard[root.name]![0]).flatMap((name) => [
        ...nested.flatMap((text) => (text.tag === name ? [text.element] : [])),
        ...now.children.filter((child) => child.name === name).map((child) => withCodings(child, placed.get(child.attributes['guid'] ?? '') ?? [])),
      ]);
      return [printed(root.name, now.attributes, [...inside, ...nested.map(({ behind }) => behind)])];
    }),
  };
}
/** A selection with codings, already written, among what it holds. */
function withCodings(element: XmlElement, codings: readonly string[]): string {
  if (codings.length === 0) return printElement(element);
  const order = standard[element.name]![0];
  const stands = (child: XmlElement, before: boolean) => (order.indexOf(child.name) < order.indexOf('Coding')) === before;
  return printed(element.name, element.attributes, [...element.children.filter((child) => stands(child, true)).map(printElement), ...codings, ...element.children.filter((child) => !stands(child, true)).map(printElement)]);
}
