import { z } from 'zod';
import { inOrder } from '../../shared/model/codeOrder.ts';
import type { Row } from '../../shared/model/schema.ts';
import { snapshotFormat, type Snapshot, type SnapshotCode } from '../../shared/model/snapshot.ts';
import { attributesInOrder } from './attributes.ts';
import { listSets } from './codeSets.ts';
import { codePaths, codesInOrder } from './codes.ts';
import { query, type Reader } from './operation.ts';
import { analysesAs } from './snapshotAnalyses.ts';
import { memosAs } from './snapshotMemos.ts';
import { teamAs } from './snapshotTeam.ts';
import { listSaved } from './savedQueries.ts';
import { versionsInOrder } from './versions.ts';

function codesAs(codes: readonly Row<'codes'>[]): SnapshotCode[] {
  const paths = new Map<number, readonly string[]>();
  return inOrder(codes).map(({ id, parent, uuid, name, facet, definition, include, exclude, example, scale, aliases, colour, codable, created }) => {
    const path = [...(parent === null ? [] : paths.get(parent) ?? []), name];
    paths.set(id, path);
    return { uuid, path, facet, definition, include, exclude, example, scale, aliases, colour, ...(codable === 'no' ? { codable } : {}), created };
  });
}

/** Values by attribute name, of one participant or document each. */
function valuesBy(project: Reader, of: 'participant' | 'document'): (id: number) => Record<string, string> {
  const names = new Map(project.all('attributes').map(({ id, name }) => [id, name]));
  const rows = Map.groupBy(project.all('attributeValues').toSorted((a, b) => a.attribute - b.attribute), (row) => row[of]);
  return (id) => Object.fromEntries((rows.get(id) ?? []).map(({ attribute, value }) => [names.get(attribute)!, value]));
}

/** The study as plain values. The imported files themselves stay behind. */
export function snapshotOf(project: Reader): Snapshot {
  const [{ name, description } = { name: '', description: '' }] = project.all('project');
  const people = project.all('participants');
  const personOf = new Map(people.map((person) => [person.id, person.name]));
  const paths = codePaths(project);
  const facetOf = new Map(codesInOrder(project).map(({ id, facet }) => [id, facet]));
  const pathOf = (code: number | null) => (code === null ? null : paths.get(code)!);
  const coderOf = new Map(project.all('coders').map((coder) => [coder.id, coder.name]));
  const [valuesOfPerson, valuesOfDocument] = [valuesBy(project, 'participant'), valuesBy(project, 'document')];
  const documents = project.all('documents');
  const documentOf = new Map(documents.map((document) => [document.id, document.name]));
  const turns = Map.groupBy(project.all('turns').toSorted((a, b) => a.start - b.start || a.id - b.id), (turn) => turn.document);
  const passages = new Map(project.all('passages').map((passage) => [passage.id, passage]));
  return {
    format: snapshotFormat, name, description,
    attributes: attributesInOrder(project).map(({ uuid, name: called, of, kind, choices }) => ({ uuid, name: called, of, kind, choices })),
    participants: people.map(({ id, uuid, created, name: called, role, sampling, referredBy }) => ({ uuid, created, name: called, role, sampling, referredBy: personOf.get(referredBy ?? 0) ?? null, values: valuesOfPerson(id) })),
    codes: codesAs(project.all('codes')),
    documents: documents.map(({ id, uuid, created, name: called, text }) => ({
      uuid, created, name: called, text, values: valuesOfDocument(id),
      turns: (turns.get(id) ?? []).map(({ start, end, participant, label, time, timeEnd }) => ({ start, end, participant: personOf.get(participant ?? 0) ?? null, label, time, timeEnd })),
    })),
    codings: project.all('codings').map(({ uuid, passage, code, coder, rating, party, counterparty, created, changed }) => {
      const { document, start, end } = passages.get(passage)!;
      return { uuid, document: documentOf.get(document)!, start, end, code: pathOf(code)!, facet: facetOf.get(code)!, coder: coderOf.get(coder)!, rating, party: pathOf(party), counterparty: pathOf(counterparty), memo: '', created, changed };
    }),
    coders: project.all('coders').map(({ uuid, name: called, layer }) => ({ uuid, name: called, ...(layer === 'coder' ? {} : { layer }) })),
    passages: project.all('passages').map(({ uuid, document, start, end }) => ({ uuid, document: documentOf.get(document)!, start, end })),
    memos: memosAs(project, { documentOf, personOf, coderOf, codeOf: (code) => ({ path: paths.get(code)!, facet: facetOf.get(code)! }) }),
    codeSets: listSets.run(project, {}, undefined).map(({ uuid, name: called, codes }) => ({ uuid, name: called, codes: codes.map((code) => ({ path: paths.get(code)!, facet: facetOf.get(code)! })) })),
    // With the names that things have now; what this program cannot read goes along as it is.
    savedQueries: listSaved.run(project, {}, undefined).map(({ id, name: called, query: refreshed }) => { const { uuid, query: kept } = project.get('savedQueries', id); return { uuid, name: called, query: refreshed ?? kept }; }),
    ...analysesAs(project, { documentOf, personOf, codeOf: (code) => ({ path: paths.get(code)!, facet: facetOf.get(code)! }) }),
    ...teamAs(project, { documentOf, coderOf, codeOf: (code) => ({ path: paths.get(code)!, facet: facetOf.get(code)! }) }),
    versions: versionsInOrder(project).map(({ uuid, name: called, note, created, coder, entry }) => ({ uuid, name: called, note, created, coder: coderOf.get(coder ?? 0) ?? null, codes: codesAs(project.asOf('codes', entry)) })),
  };
}

export const readSnapshot = query({
  /** The study as plain values: what another study takes in. */
  input: z.strictObject({}),
  run: (project) => snapshotOf(project),
});
