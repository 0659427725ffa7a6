import type { Snapshot } from '../../../shared/model/snapshot.ts';
import type { ProjectNotes } from '../../../shared/model/projectReport.ts';
import type { Guids } from './guids.ts';
import { referencesIn } from './context.ts';
import { guidOf } from './identity.ts';
import { fileElement, parsed, stampsElement } from './keptFiles.ts';
import { ownGuids, standing } from './standing.ts';
import { printed, printElement, type XmlElement } from './xml.ts';

/** Members of sets under the name that the standard gives them. */
const withTargets = (element: XmlElement): XmlElement => ({ ...element, children: element.children.map((child) => (child.name.startsWith('Member') ? { ...child, text: '', attributes: { targetGUID: child.attributes['targetGUID'] ?? child.attributes['guid'] ?? child.text.trim() } } : child)) });

/** What is written with the thing that it hangs on. */
const withSources = new Set(['User', 'Variable', 'PictureSource', 'PDFSource', 'AudioSource', 'VideoSource', 'TextSource', 'PDFSelection', 'PlainTextSelection', 'Transcript', fileElement, stampsElement]);
/** What a case said besides what the study knows of that person: what is coded, whole texts, selections. By the person's UUID. */
export type CaseReferences = (uuid: string | undefined, but: ReadonlySet<string>) => readonly string[];
export function caseReferences({ foreignParts = [] }: Snapshot, guids: Guids, notes: ProjectNotes): CaseReferences {
  const cases = new Map(foreignParts.flatMap((part) => { const element = part.element === 'Case' ? parsed(part) : null; return element && part.owner !== '' ? [[part.owner, element] as const] : []; }));
  return (uuid, but) => ['CodeRef', 'SourceRef', 'SelectionRef'].flatMap((name) => referencesIn(cases.get(uuid?.toLowerCase() ?? '') ?? { name: '', attributes: {}, children: [], text: '' }, name).flatMap((target) => {
    const now = guids.of(target);
    if (now === null) notes.say('parts-not-written', name);
    return now === null || but.has(now) ? [] : [printed(name, { targetGUID: now })];
  }));
}
export interface WrittenParts { readonly cases: readonly string[]; readonly links: readonly string[]; readonly sets: readonly string[]; readonly graphs: readonly string[] }
/** Writes back what came from other programs and still refers to what there is: links, groups, graphs. The rest stays in the study, and is said. */
export function writeParts({ foreignParts = [], participants }: Snapshot, guids: Guids, notes: ProjectNotes, setsThere: ReadonlySet<string>): WrittenParts {
  const written: Record<'Link' | 'Set' | 'Graph' | 'Case', string[]> = { Link: [], Set: [], Graph: [], Case: [] };
  const people = new Set(participants.flatMap(({ uuid }) => uuid?.toLowerCase() ?? []));
  for (const part of foreignParts) {
    const element = part.element in written && !(part.element === 'Case' && people.has(part.owner)) ? parsed(part) : null;
    // What hangs on something that is written comes with it.
    if (element === null && (withSources.has(part.element) || part.element === 'Case')) continue;
    const whole = element && withTargets(element);
    if (!whole || setsThere.has(guidOf(whole.attributes['guid']))) { if (!whole) notes.say('parts-not-written', part.element); continue; }
    const now = standing(whole, { guids, own: ownGuids(whole, guids) });
    const empty = whole.name === 'Set' && whole.children.some(({ name }) => name.startsWith('Member')) && !now?.children.some(({ name }) => name.startsWith('Member'));
    if (!now || empty) { notes.say('parts-not-written', part.element); continue; }
    notes.say('parts-written', part.element);
    written[whole.name as keyof typeof written].push(printElement(now));
  }
  return { cases: written.Case, links: written.Link, sets: written.Set, graphs: written.Graph };
}
