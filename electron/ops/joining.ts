import { quoteFinder } from '../../shared/model/anchor.ts';
import { formatPath } from '../../shared/model/path.ts';
import type { createNotes } from '../../shared/model/projectReport.ts';
import type { Facet, TableName } from '../../shared/model/schema.ts';
import type { Snapshot, SnapshotMemo } from '../../shared/model/snapshot.ts';
import type { Span } from '../../shared/model/span.ts';
import { nameKey } from '../../shared/model/text.ts';
import { Problem } from '../../shared/model/problem.ts';
import { listSets } from './codeSets.ts';
import { codePaths, codesInOrder, findCode } from './codes.ts';
import type { Reader } from './operation.ts';
import { memosAs } from './snapshotMemos.ts';

/** What of a snapshot is new to a study, in the study's own names; and the documents of it that are there already. */
export interface Joined { readonly snapshot: Snapshot; readonly there: ReadonlyMap<string, number> }
interface Named { readonly path: readonly string[]; readonly facet: Facet }
type Notes = ReturnType<typeof createNotes>;
const keyOf = ({ path, facet }: Named): string => `${facet}\n${nameKey(formatPath(path))}`;

/** The numbers that a table's rows have by their UUIDs. */
const byUuid = (project: Reader, table: TableName): ReadonlyMap<string, number> => new Map(project.query<{ uuid: string; id: number }>(`SELECT uuid, id FROM "${table}"`).map(({ uuid, id }) => [uuid, id]));

/** How the study calls the codes of a snapshot: by UUID, else by path; below a code that is there, in its facet. */
function codeNames(project: Reader, { codes }: Snapshot): (named: Named) => Named {
  const ours = new Map(codesInOrder(project).map((code) => [code.uuid, code]));
  const paths = codePaths(project);
  const names = new Map<string, Named>();
  for (const { uuid, path, facet } of codes) {
    const there = uuid === undefined ? undefined : ours.get(uuid);
    const above = path.length > 1 ? names.get(keyOf({ path: path.slice(0, -1), facet })) : undefined;
    const here: Named = { path: [...(above?.path ?? path.slice(0, -1)), path.at(-1)!], facet: above?.facet ?? facet };
    names.set(keyOf({ path, facet }), there ? { path: paths.get(there.id)!, facet: there.facet } : calledHere(project, here) ?? here);
  }
  return (named) => names.get(keyOf(named)) ?? named;
}
/** A code of this path in the study, in whatever facet where only one has it: other programs know no facets. */
function calledHere(project: Reader, { path, facet }: Named): Named | null {
  const find = (of: Facet | null): number | null => {
    try { return findCode(project, path, of); } catch (error) {
      if (error instanceof Problem && error.code === 'ambiguous-code') return null;
      throw error;
    }
  };
  const id = find(facet) ?? (facet === 'theme' ? find(null) : null);
  if (id === null) return null;
  const code = project.get('codes', id);
  return { path: codePaths(project).get(id)!, facet: code.facet };
}

/** Names of records that the study knows by UUID under another name. */
function renamed(project: Reader, table: 'participants' | 'coders' | 'attributes', given: readonly { uuid?: string | undefined; name: string }[]): (name: string) => string {
  const ours = byUuid(project, table);
  const names = new Map(given.flatMap(({ uuid, name }) => { const id = uuid === undefined ? undefined : ours.get(uuid); return id === undefined ? [] : [[name, project.get(table, id).name] as const]; }));
  return (name) => names.get(name) ?? name;
}

/** A document of the snapshot that the study has, and how its spans lie there; null where they lie nowhere. */
interface Known { readonly id: number; place(span: Span): Span | null }
function knownDocuments(project: Reader, { documents }: Snapshot): ReadonlyMap<string, Known> {
  const ours = byUuid(project, 'documents');
  const byText = new Map(project.query<{ id: number; name: string; textHash: string }>('SELECT id, name, textHash FROM documents').map(({ id, name, textHash }) => [`${nameKey(name)}\n${textHash}`, id]));
  return new Map(documents.flatMap(({ uuid, name, text }) => {
    const id = (uuid === undefined ? undefined : ours.get(uuid)) ?? byText.get(`${nameKey(name)}\n${project.integrity.hash(text)}`);
    if (id === undefined) return [];
    const now = project.get('documents', id).text;
    return [[name, { id, place: now === text ? (span: Span) => span : anew(text, now) }] as const];
  }));
}
/** Finds spans again in a text that was corrected since: by the words they quote, the nearest to where they were. */
function anew(before: string, now: string): Known['place'] {
  const find = quoteFinder(now);
  return ({ start, end }) => {
    const about = (start / Math.max(1, before.length)) * now.length;
    const found = find(before.slice(start, end), 200);
    return found.length === 0 ? null : found.reduce((best, each) => (Math.abs(each.start - about) < Math.abs(best.start - about) ? each : best));
  };
}

/**
 * What of a snapshot a study does not have yet. Records are matched by UUID, documents also by name and text, codes by path; what is there stays
 * as the study has it. Where a document was corrected since, quotations are found again by their words; those that are not found are said.
 */
export function joinTo(project: Reader, given: Snapshot, notes: Notes): Joined {
  const codeOf = codeNames(project, given);
  const person = renamed(project, 'participants', given.participants);
  const coder = renamed(project, 'coders', given.coders ?? []);
  const attributeOf = { participants: renamed(project, 'attributes', given.attributes.filter(({ of }) => of === 'participants')), documents: renamed(project, 'attributes', given.attributes.filter(({ of }) => of === 'documents')) };
  const known = knownDocuments(project, given);
  const fresh = <T extends { uuid?: string | undefined }>(table: TableName, list: readonly T[] | undefined): readonly T[] => { const ours = byUuid(project, table); return (list ?? []).filter(({ uuid }) => uuid === undefined || !ours.has(uuid)); };
  const placed = <T extends Span & { document: string }>(list: readonly T[], said: boolean): T[] => list.flatMap((each) => {
    const at = known.get(each.document);
    const span = at ? at.place(each) : each;
    if (span === null && said) notes.say('places-lost', each.document);
    return span === null ? [] : [{ ...each, start: span.start, end: span.end }];
  });
  const named = ({ path, facet }: Named): { path: string[]; facet: Facet } => { const found = codeOf({ path, facet }); return { path: [...found.path], facet: found.facet }; };
  const partyOf = (path: readonly string[] | null) => (path === null ? null : named({ path, facet: 'stakeholder' }).path);
  const valuesIn = (of: 'participants' | 'documents', values: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(values).map(([name, value]) => [attributeOf[of](name), value]));

  const codings = placed(fresh('codings', given.codings), true).map((each) => { const code = named({ path: each.code, facet: each.facet }); return { ...each, code: code.path, facet: code.facet, coder: coder(each.coder), party: partyOf(each.party), counterparty: partyOf(each.counterparty) }; });
  const isThere = codingsThere(project, known);
  const news = codings.filter(({ code, ...place }) => !isThere({ ...place, path: code }));
  const coded = new Set(news.map((each) => `${each.document}/${each.start}/${each.end}/${keyOf({ path: each.code, facet: each.facet })}/${nameKey(each.coder)}`));
  /** A memo on a coding that the study gave another code since is one on its passage. */
  const about = ({ about: kind, target }: SnapshotMemo): SnapshotMemo['about'] => {
    const { document = '', start = 0, end = 0, code, coder: who = '' } = target;
    if (kind !== 'codings' || !code || coded.has(`${document}/${start}/${end}/${keyOf(code)}/${nameKey(who)}`) || isThere({ document, start, end, coder: who, ...code })) return kind;
    return 'passages';
  };
  const isNoted = memosThere(project, known, given.memos ?? []);
  const memos = fresh('memos', given.memos).flatMap((memo): SnapshotMemo[] => {
    const { document, start, end, code, participant, coder: who } = memo.target;
    const at = document === undefined ? undefined : known.get(document);
    const span = at && start !== undefined && end !== undefined ? at.place({ start, end }) : { start, end };
    if (span === null) { notes.say('places-lost', document); return []; }
    const moved: SnapshotMemo = { ...memo, coder: memo.coder === null ? null : coder(memo.coder), target: { ...memo.target, ...span, ...(code ? { code: named(code) } : {}), ...(participant === undefined ? {} : { participant: person(participant) }), ...(who === undefined ? {} : { coder: coder(who) }) } };
    return isNoted(moved) ? [] : [{ ...moved, about: about(moved) }];
  });
  const snapshot: Snapshot = {
    ...given,
    attributes: given.attributes.map((each) => ({ ...each, name: attributeOf[each.of](each.name) })),
    participants: given.participants.map((each) => ({ ...each, name: person(each.name), values: valuesIn('participants', each.values), ...(each.referredBy ? { referredBy: person(each.referredBy) } : {}) })),
    codes: given.codes.map((code) => ({ ...code, ...named(code) })),
    documents: given.documents.filter(({ name }) => !known.has(name)).map((each) => ({ ...each, values: valuesIn('documents', each.values), turns: each.turns.map((turn) => ({ ...turn, participant: turn.participant === null ? null : person(turn.participant) })) })),
    codings: news,
    coders: (given.coders ?? []).map((each) => ({ ...each, name: coder(each.name) })),
    passages: placed(fresh('passages', given.passages), false), memos,
    codeSets: newSets(project, fresh('codeSets', given.codeSets).map((set) => ({ ...set, codes: set.codes.map(named) }))),
    savedQueries: [...fresh('savedQueries', given.savedQueries)], savedTables: [...fresh('savedTables', given.savedTables)], reports: [...fresh('reports', given.reports)],
    surveys: fresh('surveys', given.surveys).map((survey) => ({ ...survey, attribute: survey.attribute === null ? null : attributeOf.participants(survey.attribute), questions: survey.questions.map((question) => ({ ...question, codes: question.codes.map(({ answer, code }) => ({ answer, code: named(code) })) })), respondents: survey.respondents.map((each) => ({ ...each, participant: each.participant === null ? null : person(each.participant) })) })),
    conflicts: fresh('conflicts', given.conflicts).map((conflict) => ({ ...conflict, party: partyOf(conflict.party), counterparty: partyOf(conflict.counterparty), code: conflict.code && named(conflict.code), points: conflict.points.map((point) => ({ ...point, code: point.code && named(point.code) })), passages: placed(conflict.passages, true) })),
    adjudications: fresh('adjudications', given.adjudications).map((each) => ({ ...each, code: named(each.code), coder: coder(each.coder), taken: each.taken === null ? null : coder(each.taken) })),
    finishedDocuments: fresh('finishedDocuments', given.finishedDocuments).map((each) => ({ ...each, coder: coder(each.coder) })), handOuts: [...fresh('handOuts', given.handOuts)],
    foreignParts: newParts(project, given),
  };
  return { snapshot, there: new Map([...known].map(([name, { id }]) => [name, id])) };
}

type Place = Span & Named & { readonly document: string; readonly coder: string };
/** Whether the study has a coding by its place, code and coder, in a document that it has already. */
function codingsThere(project: Reader, known: ReadonlyMap<string, Known>): (place: Place) => boolean {
  const paths = codePaths(project);
  const facetOf = new Map(codesInOrder(project).map(({ id, facet }) => [id, facet]));
  const keys = new Set([...known.values()].flatMap(({ id }) => project.query<Span & { code: number; coder: string }>('SELECT "start", "end", code, coders.name AS coder FROM codings JOIN passages ON passages.id = passage JOIN coders ON coders.id = coder WHERE document = ?', id)
    .map(({ start, end, code, coder }) => `${id}/${start}/${end}/${keyOf({ path: paths.get(code)!, facet: facetOf.get(code)! })}/${nameKey(coder)}`)));
  return ({ document, start, end, path, facet, coder }) => {
    const at = known.get(document);
    return at !== undefined && keys.has(`${at.id}/${start}/${end}/${keyOf({ path, facet })}/${nameKey(coder)}`);
  };
}
/** Whether the study has a memo by what it is on, what it says and who wrote it: many programs give new identities with every export. */
function memosThere(project: Reader, known: ReadonlyMap<string, Known>, given: readonly SnapshotMemo[]): (memo: SnapshotMemo) => boolean {
  if (given.length === 0) return () => false;
  const paths = codePaths(project);
  const facetOf = new Map(codesInOrder(project).map(({ id, facet }) => [id, facet]));
  const nameOf = (table: 'documents' | 'participants' | 'coders') => new Map(project.query<{ id: number; name: string }>(`SELECT id, name FROM ${table}`).map(({ id, name }) => [id, name]));
  const documents = nameOf('documents');
  const wordsOf = ({ about, target: { document = '', start = 0, end = 0, code, participant = '', coder = '' }, title, text, coder: author }: SnapshotMemo, name: (document: string) => string) =>
    JSON.stringify([about, name(document), start, end, code ? keyOf(code) : '', nameKey(participant), nameKey(coder), title, text, author === null ? null : nameKey(author)]);
  const there = new Set(memosAs(project, { documentOf: documents, personOf: nameOf('participants'), coderOf: nameOf('coders'), codeOf: (code) => ({ path: paths.get(code)!, facet: facetOf.get(code)! }) }).map((memo) => wordsOf(memo, (name) => name)));
  return (memo) => there.has(wordsOf(memo, (name) => { const at = known.get(name); return at ? documents.get(at.id)! : name === '' ? '' : `${name} (new)`; }));
}
/** Sets that the study has not got under the same name with the same codes. */
function newSets(project: Reader, sets: NonNullable<Snapshot['codeSets']>): NonNullable<Snapshot['codeSets']> {
  const paths = codePaths(project);
  const facetOf = new Map(codesInOrder(project).map(({ id, facet }) => [id, facet]));
  const keyOfSet = (name: string, codes: readonly Named[]) => JSON.stringify([nameKey(name), codes.map(keyOf).toSorted((a, b) => (a < b ? -1 : 1))]);
  const there = new Set(listSets.run(project, {}, undefined).map(({ name, codes }) => keyOfSet(name, codes.map((code) => ({ path: paths.get(code)!, facet: facetOf.get(code)! })))));
  return sets.filter(({ name, codes }) => !there.has(keyOfSet(name, codes)));
}
/** Parts of other programs that the study does not keep yet. */
function newParts(project: Reader, { foreignParts = [] }: Snapshot): NonNullable<Snapshot['foreignParts']> {
  const there = new Set(project.all('foreignParts').flatMap(({ uuid, source, owner, element, text }) => [uuid, `${source}\n${owner}\n${element}\n${text}`]));
  return foreignParts.filter(({ uuid, source, owner, element, text }) => !there.has(`${source}\n${owner}\n${element}\n${text}`) && (uuid === undefined || !there.has(uuid)));
}
