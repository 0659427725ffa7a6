import { createHash } from 'node:crypto';
import { createNotes, type ProjectNote, type ProjectNotes } from '../../../shared/model/projectReport.ts';
import type { Snapshot } from '../../../shared/model/snapshot.ts';
import { asDate, asNumber } from '../../../shared/model/values.ts';
import { archiveOf } from '../zip.ts';
import { createGuids, dateTime, type Guids } from './guids.ts';
import { guidOf } from './identity.ts';
import { ownOrigin } from './position.ts';
import { codebookSpace, projectSpace } from './standard.ts';
import { codeKey, writeCodes, type WordingNames, type WrittenCodes } from './writeCodes.ts';
import { parsed } from './keptFiles.ts';
import { caseReferences, writeParts } from './writeForeign.ts';
import { keptSources } from './writeMedia.ts';
import { writeMemos } from './writeMemos.ts';
import { writeSources, type PositionUnit } from './writeSources.ts';
import { printed } from './xml.ts';

export interface ProjectWriting {
  readonly names: WordingNames;
  /** How positions are counted in texts with astral characters: as the standard says, or as NVivo does. */
  readonly unit: PositionUnit;
  /** Whether Concord's own part goes along, by which nothing is lost on the way back. */
  readonly ours: boolean;
  /** A file that the study keeps, by the SHA-256 of its bytes; null where it has it not. */
  original?(hash: string): Uint8Array | null;
}
export interface WrittenProject { readonly bytes: Uint8Array; /** What other programs will not see, and what was written in another way. */ readonly notes: readonly ProjectNote[] }
/** The entry of a .qdpx that Concord alone reads. */
export const ownEntry = 'concord.json';
/** What the entry belongs to: the project and its texts, in the order in which they lie in the archive. */
export const sealOf = (parts: readonly Uint8Array[]): string => { const hash = createHash('sha256'); for (const part of parts) hash.update(part); return hash.digest('hex'); };

const wrapped = (name: string, inside: readonly string[]): string[] => (inside.length === 0 ? [] : [printed(name, {}, inside)]);
const head = '<?xml version="1.0" encoding="utf-8"?>\n';
const utf8 = (text: string): Uint8Array => Buffer.from(text);
/** The snapshot with its seal as JSON, written in parts: all of it at once would be a second study in memory. */
function ownPart(snapshot: Snapshot, seal: string): Uint8Array {
  const parts: Uint8Array[] = [utf8(`{"seal":${JSON.stringify(seal)},"snapshot":{`)];
  const step = 5000;
  Object.entries(snapshot).filter(([, value]) => value !== undefined).forEach(([key, value], place) => {
    parts.push(utf8(`${place === 0 ? '' : ','}${JSON.stringify(key)}:`));
    if (!Array.isArray(value)) { parts.push(utf8(JSON.stringify(value))); return; }
    parts.push(utf8('['));
    for (let at = 0; at < value.length; at += step) parts.push(utf8(`${at === 0 ? '' : ','}${JSON.stringify(value.slice(at, at + step)).slice(1, -1)}`));
    parts.push(utf8(']'));
  });
  return Buffer.concat([...parts, utf8('}}')]);
}

/** Variables of one kind of owner, and their values as elements. */
function variablesOf({ attributes, participants, documents }: Snapshot, of: 'participants' | 'documents', guids: Guids, descriptions: ReadonlyMap<string, string>) {
  const holders: readonly { readonly values: Readonly<Record<string, string>> }[] = of === 'participants' ? participants : documents;
  const known = new Map<string, { guid: string; tag: string }>();
  const said = new Set(holders.flatMap(({ values }) => Object.keys(values)));
  const all = [...attributes.filter((attribute) => attribute.of === of), ...[...said].filter((name) => !attributes.some((each) => each.of === of && each.name === name)).map((name) => ({ name, of, kind: 'text' as const, uuid: undefined }))];
  const elements = all.map(({ uuid, name, kind }) => {
    const values = holders.flatMap((holder) => holder.values[name] ?? []);
    const type = kind === 'number' && values.every((value) => asNumber(value) === value) ? (values.every((value) => /^-?\d+$/.test(value)) ? 'Integer' : 'Float') : kind === 'date' && values.every((value) => asDate(value) === value) ? 'Date' : 'Text';
    const guid = guids.give('variable', uuid, `${of}\n${name}`);
    known.set(name, { guid, tag: `${type}Value` });
    const description = uuid === undefined ? undefined : descriptions.get(uuid.toLowerCase());
    return printed('Variable', { guid, name, typeOfVariable: type }, description === undefined ? [] : [printed('Description', {}, { text: description })]);
  });
  return { elements, valuesOf: (values: Readonly<Record<string, string>>) => Object.entries(values).map(([name, value]) => printed('VariableValue', {}, [printed('VariableRef', { targetGUID: known.get(name)!.guid }), printed(known.get(name)!.tag, {}, { text: value })])) };
}
/** What other programs do not see, by kind. */
function sayUnseen({ participants, documents, codings, conflicts = [], surveys = [], savedQueries = [], savedTables = [], reports = [], listedWords = [], versions = [], adjudications = [], handOuts = [], finishedDocuments = [] }: Snapshot, notes: ProjectNotes): void {
  for (const { rating, party, counterparty, code } of codings) {
    if (rating !== null) notes.say('ratings-unseen', code.at(-1));
    if (party !== null || counterparty !== null) notes.say('parties-unseen', code.at(-1));
  }
  for (const { name, turns } of documents) { const spoken = turns.filter(({ participant }) => participant !== null).length; if (spoken > 0) notes.say('turns-unseen', name, spoken); }
  for (const list of [savedQueries, savedTables, reports, surveys, conflicts]) for (const { name } of list) notes.say('analyses-unseen', name);
  for (const { name } of [...versions, ...listedWords.map(({ word }) => ({ name: word }))]) notes.say('analyses-unseen', name);
  const team = adjudications.length + handOuts.length + finishedDocuments.length;
  if (team > 0) notes.say('team-unseen', undefined, team);
  for (const { name, role, sampling = '', referredBy } of participants) if (role !== 'interviewee' || sampling !== '' || referredBy) notes.say('people-unseen', name);
}

const memberOf = (guid: string): string => printed('MemberCode', { targetGUID: guid });
function codeSetsOf({ codeSets = [] }: Snapshot, guids: Guids, codes: WrittenCodes, member: (guid: string) => string): string[] {
  return [...codes.facetSets(member), ...codeSets.map(({ uuid, name, codes: members }) => printed('Set', { guid: guids.give('set', uuid, name), name }, members.flatMap((code) => codes.guidOf.get(codeKey(code)) ?? []).map(member)))];
}

/** A study as a .qdpx: valid by the standard, UTF-8, LF, no byte order mark, no path of this machine. Law: with Concord's own part it is read back as it was. */
export function writeProject(snapshot: Snapshot, { names, unit, ours, original = () => null }: ProjectWriting): WrittenProject {
  const notes = createNotes();
  const guids = createGuids(notes);
  const coders = new Map<string, string>();
  const initials = new Map((snapshot.foreignParts ?? []).filter(({ element }) => element === 'User').map((part) => [part.owner, parsed(part)?.attributes['id']]));
  const descriptions = new Map((snapshot.foreignParts ?? []).filter(({ element }) => element === 'Variable').map((part) => [part.owner, parsed(part)?.children.find(({ name }) => name === 'Description')?.text.trim() ?? '']));
  const said = new Set([...(snapshot.coders ?? []).map(({ name }) => name), ...snapshot.codings.map(({ coder }) => coder), ...(snapshot.memos ?? []).flatMap(({ coder }) => coder ?? [])]);
  const users = [...said].map((name) => {
    const uuid = snapshot.coders?.find((coder) => coder.name === name)?.uuid;
    coders.set(name, guids.give('user', uuid, name));
    return printed('User', { guid: coders.get(name)!, name, id: uuid === undefined ? undefined : initials.get(uuid) });
  });
  const userOf = (name: string) => coders.get(name);
  const memos = writeMemos(snapshot, guids, notes, userOf);
  const codes = writeCodes(snapshot, guids, notes, names, (key) => memos.referencesOf(['codes', '', '', '', key, '', ''].join('\n')));
  const [ofPeople, ofDocuments] = [variablesOf(snapshot, 'participants', guids, descriptions), variablesOf(snapshot, 'documents', guids, descriptions)];
  const kept = keptSources(snapshot, guids, notes, original);
  const sources = writeSources(snapshot, { guids, notes, kept, memos, unit, userOf, codeOf: (code) => codes.guidOf.get(codeKey(code))!, valuesOf: ofDocuments.valuesOf });
  const sourceOf = new Map(sources.map(({ document, guid }) => [document, guid]));
  const heard = Map.groupBy(snapshot.documents.flatMap(({ name, turns }) => [...new Set(turns.flatMap(({ participant }) => participant ?? []))].map((participant) => ({ participant, source: sourceOf.get(name)! }))), ({ participant }) => participant);
  const people = new Map(snapshot.participants.map(({ uuid, name }) => [name, guids.give('case', uuid, name)]));
  const saidOf = caseReferences(snapshot, guids, notes);
  const cases = snapshot.participants.map(({ uuid, name, values }) => {
    const voiced = (heard.get(name) ?? []).map(({ source }) => source);
    const [codeRefs, others] = [saidOf(uuid, new Set(voiced)).filter((each) => each.startsWith('<CodeRef')), saidOf(uuid, new Set(voiced)).filter((each) => !each.startsWith('<CodeRef'))];
    return printed('Case', { guid: people.get(name)!, name }, [...codeRefs, ...ofPeople.valuesOf(values), ...voiced.map((source) => printed('SourceRef', { targetGUID: source })), ...others]);
  });
  const onPeople = memos.onPeople.map(({ participant, guid }) => printed('Link', { guid: guids.give('link', undefined, guid), direction: 'OneWay', originGUID: guid, targetGUID: people.get(participant)! }));
  const sets = codeSetsOf(snapshot, guids, codes, memberOf);
  const within = new Map(sources.flatMap(({ within: place, element }) => (place ? [[place.uuid, { element: Buffer.from(element).toString(), behind: place.behind }] as const] : [])));
  const others = kept.sources((uuid) => within.get(uuid) ?? null, areaCodings(snapshot, guids, userOf, codes));
  const parts = writeParts(snapshot, guids, notes, new Set((snapshot.codeSets ?? []).flatMap(({ uuid }) => (uuid === undefined ? [] : [guidOf(uuid)]))));
  sayUnseen(snapshot, notes);
  // The sources are put between what stands before and behind them: they are the most of it, and bytes already.
  const [before, behind] = printed('Project', { xmlns: projectSpace, name: snapshot.name, origin: ownOrigin(unit), ...kept.made() }, [
    ...wrapped('Users', users), ...(codes.elements.length === 0 ? [] : [printed('CodeBook', {}, wrapped('Codes', codes.elements))]), ...wrapped('Variables', [...ofPeople.elements, ...ofDocuments.elements]), ...wrapped('Cases', [...cases, ...parts.cases]),
    ...(sources.length + others.length === 0 ? [] : ['<Sources>\0</Sources>']), ...wrapped('Notes', memos.notes), ...wrapped('Links', [...onPeople, ...parts.links]), ...wrapped('Sets', [...sets, ...parts.sets]), ...wrapped('Graphs', parts.graphs),
    ...(snapshot.description === '' ? [] : [printed('Description', {}, { text: snapshot.description })]),
  ]).split('\0') as [string, string?];
  const files = sources.map(({ file, text }) => [`sources/${file}`, text] as const);
  const project = Buffer.concat([utf8(`${head}${before}`), ...sources.filter((source) => source.within === null).map(({ element }) => element), ...others.map(utf8), utf8(`${behind ?? ''}\n`)]);
  if (!ours) notes.say('without-ours');
  const own = ours ? [[ownEntry, ownPart(snapshot, sealOf([project, ...files.map(([, text]) => text)]))] as const] : [];
  return { bytes: archiveOf([['project.qde', project], ...files, ...kept.files(), ...own]), notes: notes.list() };
}
/** The codings of a passage, by its UUID, once more for the area of a page that it is: as `<Coding>` elements; null where there is no such passage. */
function areaCodings({ passages = [], codings }: Snapshot, guids: Guids, userOf: (name: string) => string | undefined, codes: WrittenCodes): (passage: string) => readonly string[] | null {
  const places = new Map(passages.flatMap(({ uuid, document, start, end }) => (uuid === undefined ? [] : [[uuid.toLowerCase(), `${document}\n${start}/${end}`] as const])));
  const byPlace = new Map<string, Snapshot['codings'][number][]>();
  const gather = () => { if (byPlace.size === 0) for (const coding of codings) { const key = `${coding.document}\n${coding.start}/${coding.end}`; byPlace.set(key, [...(byPlace.get(key) ?? []), coding]); } return byPlace; };
  return (passage) => {
    const place = places.get(passage);
    return place === undefined ? null : (gather().get(place) ?? []).map((coding) => {
      const code = codeKey({ path: coding.code, facet: coding.facet });
      return printed('Coding', { guid: guids.give('area coding', undefined, `${passage}\n${code}\n${coding.coder}\n${guids.count()}`), creatingUser: userOf(coding.coder), creationDateTime: dateTime(coding.created) }, [printed('CodeRef', { targetGUID: codes.guidOf.get(code)! })]);
    });
  };
}

/** The codebook alone, as a .qdc. */
export function writeBook(snapshot: Snapshot, { names }: Pick<ProjectWriting, 'names'>): WrittenProject {
  const notes = createNotes();
  const guids = createGuids(notes);
  notes.say('codebook-only');
  const codes = writeCodes(snapshot, guids, notes, names, () => []);
  const sets = codeSetsOf(snapshot, guids, codes, (guid) => printed('MemberCode', { guid }));
  const body = printed('CodeBook', { xmlns: codebookSpace, origin: 'Concord' }, [printed('Codes', {}, codes.elements), ...wrapped('Sets', sets)]);
  return { bytes: utf8(`${head}${body}\n`), notes: notes.list() };
}
