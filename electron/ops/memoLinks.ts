import { z } from 'zod';
import { formatPath } from '../../shared/model/path.ts';
import { inShort, linkKinds, linksOf, memoHeading, parseMemo, plainMemo, printMemo, type LinkKind, type MemoLink } from '../../shared/model/memoText.ts';
import type { Facet, Row, TableName } from '../../shared/model/schema.ts';
import { codePaths } from './codes.ts';
import { query, type Reader, type Writer } from './operation.ts';

const tableOf = { code: 'codes', participant: 'participants', document: 'documents', passage: 'passages', coding: 'codings', memo: 'memos' } as const satisfies Record<LinkKind, TableName>;

/** What a link leads to, as it is now. */
export interface LinkTarget extends MemoLink {
  /** Its number; null where it is gone: then the label is what it was called when the link was written. */
  readonly id: number | null;
  /** Where it belongs: a code's path, the document of a passage or coding. */
  readonly detail: string;
  readonly facet: Facet | null;
  readonly colour: string;
  /** Where it stands, for passages, codings and documents. */
  readonly document: number | null;
  readonly passage: number | null;
  readonly start: number;
  readonly end: number;
}

export function resolveLink(project: Reader, { kind, uuid, label }: MemoLink): LinkTarget {
  const target: LinkTarget = { kind, uuid, label, id: null, detail: '', facet: null, colour: '', document: null, passage: null, start: 0, end: 0 };
  const id = project.one<{ id: number }>(`SELECT id FROM ${tableOf[kind]} WHERE uuid = ?`, uuid)?.id;
  if (id === undefined) return target;
  if (kind === 'code') {
    const { name, facet, colour } = project.get('codes', id);
    return { ...target, id, label: name, detail: formatPath(codePaths(project).get(id)!), facet, colour };
  }
  if (kind === 'passage') return { ...target, id, ...placeOf(project, id) };
  if (kind === 'coding') {
    const { code, passage } = project.get('codings', id);
    const { name, facet, colour } = project.get('codes', code);
    const place = placeOf(project, passage);
    return { ...target, id, ...place, label: codingLabel(name, place.label), facet, colour };
  }
  if (kind === 'memo') {
    const memo = project.get('memos', id);
    return { ...target, id, label: memoHeading(memo) || label };
  }
  const name = project.one<{ name: string }>(`SELECT name FROM ${tableOf[kind]} WHERE id = ?`, id)!.name;
  return { ...target, id, label: name, document: kind === 'document' ? id : null };
}

/** A coding by its code and the words that are coded. */
export const codingLabel = (code: string, words: string): string => `${code} · ${inShort(words, 48)}`;
function placeOf(project: Reader, passage: number) {
  const { document, start, end } = project.get('passages', passage);
  const { name, text } = project.one<Pick<Row<'documents'>, 'name' | 'text'>>('SELECT name, text FROM documents WHERE id = ?', document)!;
  return { label: inShort(text.slice(start, end)), detail: name, document, passage, start, end };
}

/** A memo's text with every link as what it leads to is called now. */
export const plainText = (project: Reader, text: string): string => plainMemo(text, (link) => resolveLink(project, link).label);

/** The memos that point at each record, by the record's UUID. */
export const memosByTarget = (project: Reader): ReadonlyMap<string, readonly number[]> => project.derive('memosByTarget', () => {
  const found = new Map<string, number[]>();
  for (const { id, text } of project.query<{ id: number; text: string }>("SELECT id, text FROM memos WHERE instr(text, '[[') > 0 ORDER BY id"))
    for (const uuid of new Set(linksOf(text).map((link) => link.uuid))) found.set(uuid, [...(found.get(uuid) ?? []), id]);
  return found;
});

/** Lets every link to one record lead to another; what that is called stands in the texts from then on. */
export function redirectLinks(project: Writer, from: string, into: { readonly uuid: string; readonly label: string }): void {
  for (const id of memosByTarget(project).get(from) ?? []) {
    const { text } = project.get('memos', id);
    project.change('memos', id, { text: printMemo(parseMemo(text).map((part) => (typeof part !== 'string' && part.uuid === from ? { kind: part.kind, uuid: into.uuid, label: into.label } : part))) });
  }
}

/** The same where a coding became one with another, or a passage with the one that its codings went to. */
export function redirectPlace(project: Writer, kind: 'coding' | 'passage', from: string, into: string): void {
  if (memosByTarget(project).has(from)) redirectLinks(project, from, resolveLink(project, { kind, uuid: into, label: '' }));
}

export const resolveLinks = query({
  /** What links lead to now, in their order. */
  input: z.strictObject({ links: z.array(z.strictObject({ kind: z.enum(linkKinds), uuid: z.string(), label: z.string() })).max(10_000) }),
  run: (project, { links }) => links.map((link) => resolveLink(project, link)),
});
