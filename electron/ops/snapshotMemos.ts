import { parseMemo, printMemo, type MemoLink } from '../../shared/model/memoText.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { Facet, Row } from '../../shared/model/schema.ts';
import type { Snapshot, SnapshotMemo } from '../../shared/model/snapshot.ts';
import type { Reader, Writer } from './operation.ts';

/** Records of a snapshot as they are in this study. */
export interface Taken {
  readonly people: ReadonlyMap<string, number>;
  readonly documents: ReadonlyMap<string, number>;
  code(path: readonly string[], facet: Facet): number;
}

/** What a memo is about, by names and places. */
export function memosAs(project: Reader, { documentOf, personOf, codeOf, coderOf }: {
  documentOf: ReadonlyMap<number, string>; personOf: ReadonlyMap<number, string>; coderOf: ReadonlyMap<number, string>; codeOf: (code: number) => { path: readonly string[]; facet: Facet };
}): SnapshotMemo[] {
  const place = (passage: number) => { const { document, start, end } = project.get('passages', passage); return { document: documentOf.get(document)!, start, end }; };
  const targets: Record<Row<'memos'>['about'], (target: number) => SnapshotMemo['target']> = {
    project: () => ({}), documents: (target) => ({ document: documentOf.get(target)! }), participants: (target) => ({ participant: personOf.get(target)! }),
    codes: (target) => ({ code: codeOf(target) }), passages: place,
    codings: (target) => { const { passage, code, coder } = project.get('codings', target); return { ...place(passage), code: codeOf(code), coder: coderOf.get(coder)! }; },
  };
  return project.all('memos').map(({ uuid, about, target, title, text, coder, created, changed }) => ({ uuid, about, target: targets[about](target), title, text, coder: coderOf.get(coder ?? 0) ?? null, created, changed }));
}

/** The passage at a place, made with this identity where there is none. */
export function passageAt(project: Writer, document: number, start: number, end: number, identity: { uuid?: string }): number {
  return project.all('passages', { document, start, end })[0]?.id ?? project.add('passages', { document, start, end, ...identity });
}
const free = (project: Reader, table: 'passages' | 'memos', uuid: string | undefined): { uuid?: string } => (uuid === undefined || project.one(`SELECT 1 FROM ${table} WHERE uuid = ?`, uuid) ? {} : { uuid });

/** Passages that carry a coding or a memo, or belong to a conflict, with the identity that links know them by. Before the codings. */
export function takePassages(project: Writer, { passages = [], codings, memos = [], conflicts = [] }: Snapshot, { documents }: Taken): void {
  const key = (place: { document?: string | undefined; start?: number | undefined; end?: number | undefined }) => JSON.stringify([place.document, place.start, place.end]);
  const used = new Set([...codings, ...memos.map(({ target }) => target), ...conflicts.flatMap((conflict) => conflict.passages)].map(key));
  const there = new Set([...new Set(passages.flatMap(({ document }) => documents.get(document) ?? []))].flatMap((document) => project.query<{ start: number; end: number }>('SELECT "start", "end" FROM passages WHERE document = ?', document).map(({ start, end }) => `${document}/${start}/${end}`)));
  const isThere = (passage: { document: string; start: number; end: number }) => there.has(`${documents.get(passage.document)}/${passage.start}/${passage.end}`);
  project.addAll('passages', passages.filter((passage) => used.has(key(passage)) && documents.has(passage.document) && !isThere(passage)).map(({ uuid, document, start, end }) => ({ document: documents.get(document)!, start, end, ...free(project, 'passages', uuid) })));
}

/** Memos with their links: what was known by name, and has another identity here, is what they lead to from now on. */
export function takeMemos(project: Writer, given: Snapshot, { people, documents, code }: Taken): void {
  const missing = (table: string) => new Problem('not-found', { table, id: 0 });
  const linkNow = ({ kind, uuid, label }: MemoLink): MemoLink => {
    const codeOf = kind === 'code' ? given.codes.find((each) => each.uuid === uuid) : undefined;
    const table = { code: 'codes', participant: 'participants', document: 'documents' } as const;
    const id = codeOf ? code(codeOf.path, codeOf.facet) : kind === 'participant' ? people.get(given.participants.find((each) => each.uuid === uuid)?.name ?? '') : kind === 'document' ? documents.get(given.documents.find((each) => each.uuid === uuid)?.name ?? '') : undefined;
    return { kind, label, uuid: id === undefined ? uuid : project.get(table[kind as keyof typeof table], id).uuid };
  };
  const idOf = ({ about, target }: SnapshotMemo): number => {
    const document = documents.get(target.document ?? '');
    if (about === 'project') return project.all('project')[0]!.id;
    if (about === 'participants') return people.get(target.participant ?? '') ?? refuse('participants');
    if (about === 'codes') return target.code ? code(target.code.path, target.code.facet) : refuse('codes');
    if (document === undefined) throw missing('documents');
    if (about === 'documents') return document;
    const { start = 0, end = 0 } = target;
    const passage = passageAt(project, document, start, end, {});
    if (about === 'passages') return passage;
    const [coding] = target.code && target.coder !== undefined ? project.all('codings', { passage, code: code(target.code.path, target.code.facet), coder: project.coder(target.coder) }) : [];
    return coding?.id ?? refuse('codings');
  };
  const refuse = (table: string): never => { throw missing(table); };
  for (const memo of given.memos ?? []) {
    const { uuid, about, title, text, coder, created, changed } = memo;
    const linked = printMemo(parseMemo(text).map((part) => (typeof part === 'string' ? part : linkNow(part))));
    project.add('memos', { about, target: idOf(memo), title, text: linked, coder: coder === null ? null : project.coder(coder), created, changed, ...free(project, 'memos', uuid) });
  }
}
