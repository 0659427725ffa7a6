import type { Guids } from './guids.ts';
import { guidOf } from './identity.ts';
import { standard } from './standard.ts';
import type { XmlElement } from './xml.ts';

const area = ['firstX', 'firstY', 'secondX', 'secondY'];
/** What must be there, and what an attribute may say. */
const needed: Readonly<Record<string, readonly string[]>> = {
  Set: ['guid', 'name'], Vertex: ['guid', 'firstX', 'firstY'], Edge: ['guid', 'sourceVertex', 'targetVertex'], PictureSelection: ['guid', ...area], PDFSelection: ['guid', 'page', ...area], AudioSelection: ['guid', 'begin', 'end'], VideoSelection: ['guid', 'begin', 'end'], PlainTextSelection: ['guid', 'startPosition', 'endPosition'],
  ...Object.fromEntries(['Link', 'Graph', 'PictureSource', 'PDFSource', 'AudioSource', 'VideoSource', 'TextSource', 'Representation', 'TextDescription', 'Transcript', 'TranscriptSelection', 'SyncPoint', 'Coding', 'Note', 'Case'].map((name) => [name, ['guid']])),
  ...Object.fromEntries(['NoteRef', 'CodeRef', 'SourceRef', 'SelectionRef', 'VariableRef', 'MemberCode', 'MemberSource', 'MemberNote'].map((name) => [name, ['targetGUID']])),
};
/** What an element is nothing without. */
const core: Readonly<Record<string, string>> = { Coding: 'CodeRef', VariableValue: 'VariableRef' };
const whole = /^-?\d{1,15}$/;
/** A moment as XML has it. */
export const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/;
const may: Readonly<Record<string, RegExp>> = {
  ...Object.fromEntries([...area, 'page', 'begin', 'end', 'startPosition', 'endPosition', 'timeStamp', 'position'].map((name) => [name, whole])), creationDateTime: moment, modifiedDateTime: moment,
  color: /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, direction: /^(?:Associative|OneWay|Bidirectional)$/, lineStyle: /^(?:dotted|dashed|solid)$/,
  shape: /^(?:Person|Oval|Rectangle|RoundedRectangle|Star|LeftTriangle|RightTriangle|UpTriangle|DownTriangle|Note)$/,
};
/** Elements that hold words alone, and what they may say. */
const words: Readonly<Record<string, RegExp>> = { Description: /^/, PlainTextContent: /^/, TextValue: /^/, BooleanValue: /^(?:true|false|0|1)$/, IntegerValue: /^[+-]?\d+$/, FloatValue: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/, DateValue: /^\d{4}-\d\d-\d\d(?:Z|[+-]\d\d:\d\d)?$/, DateTimeValue: moment };
const references = ['representedGUID', 'originGUID', 'targetGUID'];
const inside = ['guid', 'sourceVertex', 'targetVertex', 'fromSyncPoint', 'toSyncPoint'];
const users = ['creatingUser', 'modifyingUser'];

export interface Standing {
  readonly guids: Guids;
  /** What the part's own GUIDs are now. */
  readonly own: ReadonlyMap<string, string>;
  /** Where a file of a source is now; undefined for a path that is not written. */
  pathOf?(attribute: string, path: string): string | undefined;
  /** A piece of the part that cannot be written. */
  lose?(element: XmlElement): void;
}
/**
 * A part as the standard has it, with what it refers to under the names that things have now; null where it refers to what is not written.
 * Points of a graph that stand for something that is not written stay without it.
 */
export function standing(element: XmlElement, how: Standing): XmlElement | null {
  const { guids, own } = how;
  if (words[element.name]) return words[element.name]!.test(element.text.trim()) ? { name: element.name, attributes: {}, children: [], text: element.text } : null;
  const declared = standard[element.name];
  if (!declared) return null;
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.attributes)) {
    if (!declared[1].includes(name)) continue;
    const guid = guidOf(value);
    const [there, here] = [guids.of(guid), own.get(guid)];
    if (references.includes(name)) {
      const now = there ?? here;
      if (now === undefined && element.name !== 'Vertex' && element.name !== 'Edge') return null;
      if (now !== undefined) attributes[name] = now;
    } else if (inside.includes(name)) {
      if (here !== undefined) attributes[name] = here;
      else if (name !== 'guid') return null;
    } else if (users.includes(name)) {
      if (there !== null) attributes[name] = there;
    } else if (/path$/i.test(name)) {
      const path = how.pathOf?.(name, value);
      if (path !== undefined) attributes[name] = path;
    } else if (may[name]?.test(value) ?? true) attributes[name] = value;
  }
  const must = needed[element.name] ?? [];
  if (must.includes('guid')) attributes['guid'] ??= guids.give(element.name, undefined, JSON.stringify([element.attributes, element.text, guids.count()]));
  if (must.some((name) => attributes[name] === undefined)) return null;
  const children = element.children.flatMap((child) => {
    const now = declared[0].includes(child.name) ? standing(child, how) : null;
    if (!now && child.name !== 'NoteRef') how.lose?.(child);
    return now ?? [];
  });
  if (core[element.name] !== undefined && !children.some(({ name }) => name === core[element.name])) return null;
  const points = new Set(children.filter(({ name }) => name === 'Vertex').map((vertex) => vertex.attributes['guid']));
  const stands = (child: XmlElement) => child.name !== 'Edge' || (points.has(child.attributes['sourceVertex']) && points.has(child.attributes['targetVertex']));
  return { ...element, attributes, text: '', children: declared[0].flatMap((name) => children.filter((child) => child.name === name && stands(child))) };
}
/** GUIDs for a part and all that it holds; `known`: those that are given already. */
export function ownGuids(element: XmlElement, guids: Guids, known: ReadonlyMap<string, string> = new Map()): Map<string, string> {
  const own = new Map<string, string>(known);
  const walk = (each: XmlElement): void => {
    const guid = guidOf(each.attributes['guid']);
    if (guid !== '' && !each.name.startsWith('Member') && !own.has(guid)) own.set(guid, guids.give(each.name, guid, guid));
    each.children.forEach(walk);
  };
  walk(element);
  return own;
}
