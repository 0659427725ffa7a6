import type { ProjectNotes } from '../../../shared/model/projectReport.ts';
import type { Snapshot } from '../../../shared/model/snapshot.ts';
import type { CodeName } from './context.ts';
import { codeKey } from './writeCodes.ts';
import { dateTime, type Guids } from './guids.ts';
import { memoKey, type WrittenMemos } from './writeMemos.ts';
import type { KeptSources } from './writeMedia.ts';
import { lawful, printed } from './xml.ts';

export type PositionUnit = 'utf16' | 'codePoint';
export interface SourceWriting {
  readonly guids: Guids;
  readonly notes: ProjectNotes;
  readonly memos: WrittenMemos;
  readonly unit: PositionUnit;
  readonly kept: KeptSources;
  codeOf(code: CodeName): string;
  userOf(name: string): string | undefined;
  /** <VariableValue> elements of a document's values. */
  valuesOf(values: Readonly<Record<string, string>>): readonly string[];
}
export interface WrittenSource {
  readonly document: string;
  readonly guid: string;
  readonly file: string;
  /** UTF-8, both: a large project has a hundred megabytes of them. */
  readonly text: Uint8Array;
  readonly element: Uint8Array;
  /** The text is part of another source, with this of the document behind it; null for a source of its own. */
  readonly within: { readonly uuid: string; readonly behind: string } | null;
}
type Coding = Snapshot['codings'][number];

/** What XML and other programs can hold of a text, and where each of its UTF-16 units stands in what is written, counted by the unit. */
export function writable(text: string, unit: PositionUnit): { written: string; at(offset: number): number; left: number } {
  const written = lawful(text).replaceAll('\r', '');
  const plain = written.length === text.length && (unit === 'utf16' || !/[\u{10000}-\u{10FFFF}]/u.test(text));
  if (plain) return { written, at: (offset) => offset, left: 0 };
  const places = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    places[at] = count;
    const code = text.charCodeAt(at);
    const low = code >= 0xdc00 && code < 0xe000 && unit === 'codePoint';
    if (!low && code !== 13 && lawful(text[at]!) !== '') count++;
    else if (unit === 'utf16' && code >= 0xd800 && code < 0xe000) count++;
    else if (unit === 'codePoint' && code >= 0xd800 && code < 0xdc00) count++;
  }
  places[text.length] = count;
  return { written, at: (offset) => places[offset]!, left: text.length - written.length };
}
/** The beginning of a quotation, by which any reader can find it again. */
function quote(text: string, start: number, end: number): string {
  const said = text.slice(start, Math.min(end, start + 100)).replace(/[\uD800-\uDBFF]$/, '').replace(/\s+/g, ' ').trim();
  return end - start > 100 ? `${said}…` : said;
}

/** Writes the documents as sources with their selections, in the order of the text; their texts go into files. */
export function writeSources({ documents, codings, passages = [], memos = [] }: Snapshot, writing: SourceWriting): WrittenSource[] {
  const { guids, notes, unit, memos: written, userOf, codeOf } = writing;
  const codingsOf = Map.groupBy(codings, ({ document }) => document);
  const passagesOf = Map.groupBy(passages, ({ document }) => document);
  const notedOf = Map.groupBy(memos.filter(({ about }) => about === 'passages'), ({ target }) => target.document);
  const references = (on: Parameters<typeof memoKey>[0], target: Parameters<typeof memoKey>[1]) => written.referencesOf(memoKey(on, target));
  return documents.map(({ uuid, name, text, values, created }) => {
    const guid = guids.give('document', uuid, name);
    const { written: plain, at, left } = writable(text, unit);
    if (left > 0) notes.say('controls-left', name, left);
    if (/[\u{10000}-\u{10FFFF}]/u.test(text)) notes.say('positions-units', name);
    const identities = new Map((passagesOf.get(name) ?? []).map((passage) => [`${passage.start}/${passage.end}`, passage.uuid]));
    const places = new Map<string, { start: number; end: number; codings: Coding[] }>();
    const placeAt = (start: number, end: number) => { const key = `${start}/${end}`; const there = places.get(key); if (there) return there; const fresh = { start, end, codings: [] as Coding[] }; places.set(key, fresh); return fresh; };
    for (const coding of codingsOf.get(name) ?? []) placeAt(coding.start, coding.end).codings.push(coding);
    for (const { target } of notedOf.get(name) ?? []) placeAt(target.start!, target.end!);
    const selections = [...places.values()].toSorted((a, b) => a.start - b.start || a.end - b.end).map(({ start, end, codings: here }) => {
      const [first] = here;
      const attributes = { guid: guids.give('passage', identities.get(`${start}/${end}`), `${name}\n${start}/${end}`), name: quote(text, start, end), startPosition: at(start), endPosition: at(end), creatingUser: first && userOf(first.coder), creationDateTime: first && dateTime(first.created) };
      return printed('PlainTextSelection', attributes, [
        ...here.map((coding) => printed('Coding', { guid: guids.give('coding', coding.uuid, `${name}\n${start}/${end}\n${codeKey({ path: coding.code, facet: coding.facet })}\n${coding.coder}`), creatingUser: userOf(coding.coder), creationDateTime: dateTime(coding.created) },
          [printed('CodeRef', { targetGUID: codeOf({ path: coding.code, facet: coding.facet }) }), ...references('codings', { document: name, start, end, code: { path: coding.code, facet: coding.facet }, coder: coding.coder })])),
        ...references('passages', { document: name, start, end }),
      ]);
    });
    const file = `${guid}.txt`;
    const nest = writing.kept.nestOf(uuid);
    const { richTextPath, ...more } = writing.kept.attributesOf(uuid, text);
    const behind = [...references('documents', { document: name }), ...writing.valuesOf(values)];
    const own = nest === null || nest.guid === uuid?.toLowerCase() ? guid : guids.give('text', nest.guid, `${name}\ntext`);
    const attributes = { guid: own, name, richTextPath, plainTextPath: `internal://${file}`, creationDateTime: created === undefined ? undefined : dateTime(created), ...more };
    const element = printed(nest?.tag ?? 'TextSource', attributes, [...selections, ...writing.kept.selectionsOf(uuid), ...(nest?.tag === 'Representation' ? [] : behind)]);
    return { document: name, guid, file, text: Buffer.from(plain), element: Buffer.from(element), within: nest ? { uuid: uuid!.toLowerCase(), behind: nest.tag === 'Representation' ? behind.join('') : '' } : null };
  });
}
