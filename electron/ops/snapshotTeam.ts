import type { Facet } from '../../shared/model/schema.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import type { Reader, Writer } from './operation.ts';
import type { Taken } from './snapshotMemos.ts';

type Team = Required<Pick<Snapshot, 'adjudications' | 'finishedDocuments' | 'handOuts' | 'foreignParts'>>;
interface Names { readonly documentOf: ReadonlyMap<number, string>; readonly coderOf: ReadonlyMap<number, string>; codeOf(code: number): { path: readonly string[]; facet: Facet } }

/** What a team decided, finished and handed out, and what of other programs' files has no place here. */
export const teamAs = (project: Reader, { documentOf, coderOf, codeOf }: Names): Team => ({
  adjudications: project.all('adjudications').map(({ uuid, document, code, verdict, taken, basis, note, coder, created }) => ({ uuid, document: documentOf.get(document)!, code: codeOf(code), verdict, taken: coderOf.get(taken ?? 0) ?? null, basis, note, coder: coderOf.get(coder)!, created })),
  finishedDocuments: project.all('finishedDocuments').map(({ uuid, document, coder, created }) => ({ uuid, document: documentOf.get(document)!, coder: coderOf.get(coder)!, created })),
  handOuts: project.all('handOuts').map(({ uuid, name, documents, blind, entry, package: packed, note, created, returned }) => ({ uuid, name, documents, blind, entry, package: packed, note, created, returned })),
  foreignParts: project.all('foreignParts').map(({ uuid, source, owner, element, text }) => ({ uuid, source, owner, element, text })),
});

type TeamTable = 'adjudications' | 'finishedDocuments' | 'handOuts' | 'foreignParts';
const unknown = (project: Reader, table: TeamTable, uuid: string | undefined): { uuid?: string } => (uuid === undefined || project.one(`SELECT 1 FROM "${table}" WHERE uuid = ?`, uuid) ? {} : { uuid });

/** Takes what `teamAs` gives. A document that a coder has finished stays finished once. */
export function takeTeam(project: Writer, { adjudications = [], finishedDocuments = [], handOuts = [], foreignParts = [] }: Snapshot, { documents, code }: Taken): void {
  for (const { uuid, document, code: named, taken, coder, ...decision } of adjudications) {
    const at = documents.get(document);
    if (at !== undefined) project.add('adjudications', { ...decision, document: at, code: code(named.path, named.facet), taken: taken === null ? null : project.coder(taken), coder: project.coder(coder), ...unknown(project, 'adjudications', uuid) });
  }
  for (const { uuid, document, coder, created } of finishedDocuments) {
    const [at, who] = [documents.get(document), project.coder(coder)];
    if (at !== undefined && project.all('finishedDocuments', { document: at, coder: who }).length === 0) project.add('finishedDocuments', { document: at, coder: who, created, ...unknown(project, 'finishedDocuments', uuid) });
  }
  for (const { uuid, documents: handed, ...handOut } of handOuts) project.add('handOuts', { ...handOut, documents: [...handed], ...unknown(project, 'handOuts', uuid) });
  project.addAll('foreignParts', foreignParts.map(({ uuid, ...part }) => ({ ...part, ...unknown(project, 'foreignParts', uuid) })));
}
