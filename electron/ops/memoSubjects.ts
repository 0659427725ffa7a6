import { formatPath } from '../../shared/model/path.ts';
import { inShort } from '../../shared/model/memoText.ts';
import type { Facet, Row, Subject } from '../../shared/model/schema.ts';
import { codePaths } from './codes.ts';
import type { Reader } from './operation.ts';
import { turnAt, turnsOf } from './searchSources.ts';

/** What a memo is about, as far as a list tells it. */
export interface MemoSubject {
  readonly about: Subject;
  readonly target: number;
  /** Its name; the first words of a passage. */
  readonly label: string;
  /** Where it belongs: a code's path, the document of a passage or coding. */
  readonly detail: string;
  /** Of the code that it is, or that a coding has. */
  readonly code: number | null;
  readonly facet: Facet | null;
  readonly colour: string;
  readonly document: number | null;
  readonly passage: number | null;
  readonly start: number;
  readonly end: number;
}

/** Throws `not-found` where there is no such thing. */
export function memoSubject(project: Reader, about: Subject, target: number): MemoSubject {
  const subject: MemoSubject = { about, target, label: '', detail: '', code: null, facet: null, colour: '', document: null, passage: null, start: 0, end: 0 };
  if (about === 'codes') return { ...subject, ...codeFace(project, target), detail: formatPath(codePaths(project).get(target) ?? []) };
  if (about === 'passages') return { ...subject, ...placeOf(project, target) };
  if (about === 'codings') {
    const { code, passage } = project.get('codings', target);
    return { ...subject, ...placeOf(project, passage), ...codeFace(project, code) };
  }
  if (about === 'documents') return { ...subject, label: documentNamed(project, target), document: target };
  return { ...subject, label: project.get(about as 'participants', target).name };
}
function codeFace(project: Reader, code: number): Pick<MemoSubject, 'label' | 'code' | 'facet' | 'colour'> {
  const { name, facet, colour } = project.get('codes', code);
  return { label: name, code, facet, colour };
}
/** Without the text: documents are long, and lists of memos too. */
function documentNamed(project: Reader, document: number): string {
  return project.one<{ name: string }>('SELECT name FROM documents WHERE id = ?', document)?.name ?? project.get('documents', document).name;
}
function placeOf(project: Reader, passage: number) {
  const { document, start, end } = project.get('passages', passage);
  return { label: inShort(quotationOf(project, { document, start, end })), detail: documentNamed(project, document), document, passage, start, end };
}
const quotationOf = (project: Reader, { document, start, end }: Pick<Row<'passages'>, 'document' | 'start' | 'end'>): string =>
  project.one<{ text: string }>('SELECT text FROM documents WHERE id = ?', document)!.text.slice(start, end);

/** The words that a memo on a passage or coding is about, and who said them; null for any other. */
export function quotationFor(project: Reader, { document, passage, start, end }: MemoSubject): { words: string; speaker: string; turn: number | null } | null {
  if (passage === null || document === null) return null;
  const turn = turnAt(turnsOf(project, document), start);
  return { words: quotationOf(project, { document, start, end }), speaker: turn?.participant ? project.find('participants', turn.participant)?.name ?? '' : '', turn: turn?.number ?? null };
}
