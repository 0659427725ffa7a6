import { projectKinds, type ProjectKind, type ProjectReport } from '../../../shared/model/projectReport.ts';
import { snapshotFormat, type Snapshot } from '../../../shared/model/snapshot.ts';
import { normaliseName } from '../../../shared/model/text.ts';
import { readCodes } from './codes.ts';
import { childrenOf, keepUnknown, referencesIn, type Reading, type SpanPlace } from './context.ts';
import { createIdentities, createNames } from './identity.ts';
import { keepStamps, stampsElement } from './keptFiles.ts';
import { timed } from './clock.ts';
import { readLinks } from './links.ts';
import { readNotes, type MemoTarget } from './memos.ts';
import { readCases, readUsers, readVariables, type ReadCase, isCodedCase } from './people.ts';
import { groupsAsAttributes, readSets } from './sets.ts';
import { readSelections } from './selections.ts';
import { readSources, type Draft } from './sources.ts';
import { turnsOf, type Voice } from './speakers.ts';
import { textIn, type XmlElement } from './xml.ts';

/** What was understood, and what is said of the rest. */
export function reportOf(snapshot: Snapshot, reading: Pick<Reading, 'kept' | 'notes'>, rules: ProjectReport['rules']): ProjectReport {
  const counts = Object.fromEntries(projectKinds.map((kind) => [kind, snapshot[kind]?.length ?? 0])) as Record<ProjectKind, number>;
  const kept = [...Map.groupBy(reading.kept.filter(({ element }) => element !== stampsElement), ({ element }) => element)].map(([element, parts]) => ({ element, count: parts.length }));
  return { counts, rules, kept: kept.toSorted((a, b) => b.count - a.count || a.element.localeCompare(b.element)), notes: reading.notes.list() };
}

/** A project as plain values. Texts stay as they came (LF), so that what is said of positions stays true. */
export async function readProject(reading: Reading, root: XmlElement): Promise<{ snapshot: Snapshot; report: ProjectReport }> {
  const { notes, names } = reading;
  keepUnknown(reading, root);
  keepStamps(reading, root, '');
  const users = readUsers(reading, root);
  const variables = readVariables(reading, root);
  const cases = readCases(root);
  const named = cases.filter((each): each is ReadCase & { name: string } => each.name !== null);
  const sets = childrenOf(root, 'Sets');
  const codebook = childrenOf(root, 'CodeBook');
  const codes = readCodes(reading, codebook.flatMap((child) => (child.name === 'Codes' ? child.children : child.name === 'Code' ? [child] : [])), sets, new Set(named.map(({ guid }) => guid)));
  const memos = await readNotes(reading, root, users);
  const sources = await readSources(reading, root);

  const free = createNames(notes, names.unnamed);
  const drafts = sources.drafts.map((draft) => ({ ...draft, document: free(draft.name) }));
  const nameOf = new Map<Draft, string>(drafts.map((draft, index) => [sources.drafts[index]!, draft.document]));
  const documentsOf = (guid: string): string[] => (sources.byGuid.get(guid) ?? []).map((draft) => nameOf.get(draft)!);
  const selections = readSelections(reading, { drafts, codes: codes.byGuid, cases: new Set(named.map(({ guid }) => guid)), users, memos, voiced: new Set(cases.flatMap((each) => each.selections)) });

  const people = takeCases(reading, named, variables);
  const grouped = readSets(reading, sets, codes.byGuid, documentsOf);
  const said = groupsAsAttributes(reading, grouped.groups, variables.add);
  const add = (document: string, values: Record<string, string>) => said.set(document, { ...said.get(document), ...values });
  for (const draft of drafts) add(draft.document, variables.valuesOf(draft.owner, 'documents'));
  for (const each of cases) if (each.name === null) takeNameless(reading, each, (values) => { for (const document of each.sources.flatMap(documentsOf)) add(document, values); }, variables);

  const voices = voicesOf(reading, named, people.names, documentsOf, selections.places, selections.memberships);
  const identity = createIdentities(notes);
  const silent = new Set<string>();
  const documents = drafts.map((draft): Snapshot['documents'][number] => {
    const own = voices.get(draft.document) ?? [];
    const found = turnsOf(draft.text.text, own, [...people.names.values()]);
    if (found.labelled) notes.say('turns-found', draft.document, found.turns.filter(({ label }) => label !== '').length);
    for (const name of found.silent) { silent.add(name); notes.say('case-without-place', name); }
    return { ...identity(draft.guid), name: draft.document, text: draft.text.text, values: said.get(draft.document) ?? {}, turns: timed(found.turns, selections.clocks.get(draft.document) ?? [], draft.text.text), ...(draft.created === null ? {} : { created: draft.created }) };
  });
  for (const { guid, element } of named) if (silent.has(people.names.get(guid)!) || isCodedCase(element)) reading.keep(guid, element);

  const place = (guid: string): MemoTarget | null => {
    const [at, [document], code] = [selections.places.get(guid), documentsOf(guid), codes.byGuid.get(guid)];
    return at ? { about: 'passages', target: { ...at } } : document !== undefined ? { about: 'documents', target: { document } } : code ? { about: 'codes', target: { code: { path: [...code.path], facet: code.facet } } }
      : people.names.has(guid) ? { about: 'participants', target: { participant: people.names.get(guid)! } } : selections.codingOf.get(guid) ?? null;
  };
  for (const { code, note } of codes.notes) memos.attach({ about: 'codes', target: { code: { path: [...code.path], facet: code.facet } } }, note);
  for (const draft of drafts) {
    const on: MemoTarget = { about: 'documents', target: { document: draft.document } };
    if (draft.description !== '') memos.comment(on, draft.description, { created: draft.created });
    for (const note of referencesIn(draft.owner, 'NoteRef')) memos.attach(on, note);
  }
  for (const { guid, element } of named) if (textIn(element, 'Description') !== '') memos.comment({ about: 'participants', target: { participant: people.names.get(guid)! } }, textIn(element, 'Description'));
  for (const note of referencesIn(root, 'NoteRef')) memos.attach({ about: 'project', target: {} }, note);
  readLinks(reading, root, memos, place);
  for (const graph of childrenOf(root, 'Graphs')) reading.keep('', graph);

  const coded = new Set(selections.codings.map(({ code, facet }) => `${facet}\n${code.join('\n')}`));
  for (const { path, facet, codable } of codes.codes) if (codable === 'no' && coded.has(`${facet}\n${path.join('\n')}`)) notes.say('not-codable-coded', path.at(-1));
  const snapshot: Snapshot = {
    format: snapshotFormat, name: normaliseName(root.attributes['name'] ?? '').slice(0, 400).trim() || names.unnamed, description: textIn(root, 'Description').toWellFormed(),
    attributes: variables.attributes(), participants: people.participants, codes: codes.codes, documents, codings: selections.codings, coders: users.coders, passages: selections.passages, memos: memos.memos(),
    codeSets: grouped.codeSets, foreignParts: [...reading.kept],
  };
  return { snapshot, report: reportOf(snapshot, reading, selections.rules) };
}

type Variables = ReturnType<typeof readVariables>;
function takeCases(reading: Reading, named: readonly (ReadCase & { name: string })[], variables: Variables) {
  const identity = createIdentities(reading.notes);
  const free = createNames(reading.notes, reading.names.unnamed);
  const names = new Map<string, string>();
  const participants = named.map(({ guid, name, element }): Snapshot['participants'][number] => {
    const called = free(name);
    if (!names.has(guid)) names.set(guid, called);
    return { ...identity(guid), name: called, role: 'interviewee', values: variables.valuesOf(element, 'participants') };
  });
  return { participants, names };
}
/** A case without a name says something of documents; what it says of selections has no place. */
function takeNameless(reading: Reading, { guid, element, sources, selections }: ReadCase, give: (values: Record<string, string>) => void, variables: Variables): void {
  if (sources.length > 0) give(variables.valuesOf(element, 'documents'));
  if (sources.length === 0 || selections.length > 0 || isCodedCase(element)) { reading.notes.say('case-without-place'); reading.keep(guid, element); }
}

/** What is whose in each document. */
function voicesOf(reading: Reading, named: readonly ReadCase[], names: ReadonlyMap<string, string>, documentsOf: (guid: string) => readonly string[], places: ReadonlyMap<string, SpanPlace>, memberships: readonly { case: string; place: SpanPlace }[]): Map<string, Voice[]> {
  const voices = new Map<string, Voice[]>();
  const put = (document: string, voice: Voice) => { const there = voices.get(document); if (there) there.push(voice); else voices.set(document, [voice]); };
  for (const { guid, sources, selections } of named) {
    const name = names.get(guid)!;
    for (const source of sources) {
      const documents = documentsOf(source);
      if (documents.length === 0) reading.notes.say('broken-references', 'SourceRef');
      for (const document of documents) put(document, { name, span: null });
    }
    for (const selection of selections) {
      const place = places.get(selection);
      if (place) put(place.document, { name, span: place });
      else reading.notes.say('broken-references', 'SelectionRef');
    }
  }
  for (const { case: guid, place } of memberships) put(place.document, { name: names.get(guid)!, span: place });
  return voices;
}
