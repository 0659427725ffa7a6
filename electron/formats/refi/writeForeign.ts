import type { Snapshot } from '../../../shared/model/snapshot.ts';
import { createNotes, type ProjectNotes } from '../../../shared/model/projectReport.ts';
import type { ForeignPart } from './context.ts';
import type { Guids } from './guids.ts';
import { guidOf } from './identity.ts';
import { standard } from './standard.ts';
import { printElement, readXml, type XmlElement } from './xml.ts';

/** What must be there, and what an attribute may say. */
const needed: Readonly<Record<string, readonly string[]>> = { Set: ['guid', 'name'], Link: ['guid'], Graph: ['guid'], Vertex: ['guid', 'firstX', 'firstY'], Edge: ['guid', 'sourceVertex', 'targetVertex'], NoteRef: ['targetGUID'], MemberCode: ['targetGUID'], MemberSource: ['targetGUID'], MemberNote: ['targetGUID'] };
const whole = /^-?\d{1,15}$/;
const may: Readonly<Record<string, RegExp>> = {
  firstX: whole, firstY: whole, secondX: whole, secondY: whole, color: /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, direction: /^(?:Associative|OneWay|Bidirectional)$/, lineStyle: /^(?:dotted|dashed|solid)$/,
  shape: /^(?:Person|Oval|Rectangle|RoundedRectangle|Star|LeftTriangle|RightTriangle|UpTriangle|DownTriangle|Note)$/,
};
const references = ['representedGUID', 'originGUID', 'targetGUID'];
/** A part as it came; null where it cannot be read (a study may be written by anybody). */
export function parsed({ text }: ForeignPart): XmlElement | null {
  try { return readXml('', new TextEncoder().encode(text), createNotes()); } catch { return null; }
}
/**
 * A part as the standard has it, with what it refers to under the names that things have now; null where it refers to what is not written.
 * Points of a graph that stand for something that is not written stay without it.
 */
function standing(element: XmlElement, guids: Guids, own: ReadonlyMap<string, string>): XmlElement | null {
  const declared = standard[element.name];
  if (!declared) return null;
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.attributes)) {
    if (!declared[1].includes(name)) continue;
    const guid = guidOf(value);
    if (references.includes(name)) {
      const now = guids.of(guid) ?? own.get(guid);
      if (now === undefined && element.name !== 'Vertex' && element.name !== 'Edge') return null;
      if (now !== undefined) attributes[name] = now;
    } else if (name === 'guid' || name === 'sourceVertex' || name === 'targetVertex') {
      const now = own.get(guid);
      if (now === undefined) return null;
      attributes[name] = now;
    } else if (may[name]?.test(value) ?? true) attributes[name] = value;
  }
  if ((needed[element.name] ?? []).some((name) => attributes[name] === undefined)) return null;
  const children = element.children.flatMap((child) => (declared[0].includes(child.name) ? standing(child, guids, own) ?? [] : []));
  const points = new Set(children.filter(({ name }) => name === 'Vertex').map((vertex) => vertex.attributes['guid']));
  const stands = (child: XmlElement) => child.name !== 'Edge' || (points.has(child.attributes['sourceVertex']) && points.has(child.attributes['targetVertex']));
  return { ...element, attributes, children: declared[0].flatMap((name) => children.filter((child) => child.name === name && stands(child))) };
}
/** GUIDs for a part and all that it holds. */
function ownGuids(element: XmlElement, guids: Guids): Map<string, string> {
  const own = new Map<string, string>();
  const walk = (each: XmlElement): void => {
    const guid = guidOf(each.attributes['guid']);
    if (guid !== '' && each.name !== 'MemberCode' && !own.has(guid)) own.set(guid, guids.give(each.name, guid, guid));
    each.children.forEach(walk);
  };
  walk(element);
  return own;
}
/** Members of sets under the name that the standard gives them. */
const withTargets = (element: XmlElement): XmlElement => ({ ...element, children: element.children.map((child) => (child.name.startsWith('Member') ? { ...child, text: '', attributes: { targetGUID: child.attributes['targetGUID'] ?? child.attributes['guid'] ?? child.text.trim() } } : child)) });

export interface WrittenParts { readonly links: readonly string[]; readonly sets: readonly string[]; readonly graphs: readonly string[] }
/** Writes back what came from other programs and still refers to what there is: links, groups, graphs. The rest stays in the study, and is said. */
export function writeParts({ foreignParts = [] }: Snapshot, guids: Guids, notes: ProjectNotes, setsThere: ReadonlySet<string>): WrittenParts {
  const written: Record<'Link' | 'Set' | 'Graph', string[]> = { Link: [], Set: [], Graph: [] };
  for (const part of foreignParts) {
    const element = part.element === 'Link' || part.element === 'Set' || part.element === 'Graph' ? parsed(part) : null;
    // What hangs on something that is written comes with it.
    if (element === null && (part.element === 'User' || part.element === 'Variable')) continue;
    const whole = element && withTargets(element);
    if (!whole || setsThere.has(guidOf(whole.attributes['guid']))) { if (!whole) notes.say('parts-not-written', part.element); continue; }
    const now = standing(whole, guids, ownGuids(whole, guids));
    const empty = whole.name === 'Set' && whole.children.some(({ name }) => name.startsWith('Member')) && !now?.children.some(({ name }) => name.startsWith('Member'));
    if (!now || empty) { notes.say('parts-not-written', part.element); continue; }
    notes.say('parts-written', part.element);
    written[whole.name as keyof typeof written].push(printElement(now));
  }
  return { links: written.Link, sets: written.Set, graphs: written.Graph };
}
