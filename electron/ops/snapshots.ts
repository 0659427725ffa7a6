import { z } from 'zod';
import { Problem } from '../../shared/model/problem.ts';
import { referralCircle } from '../../shared/model/filling.ts';
import { formatPath } from '../../shared/model/path.ts';
import { query as asked } from '../../shared/model/query.ts';
import type { Facet, TableName } from '../../shared/model/schema.ts';
import { snapshot, type Snapshot } from '../../shared/model/snapshot.ts';
import { splitsPair, type Span } from '../../shared/model/span.ts';
import { nameKey } from '../../shared/model/text.ts';
import { addAttribute, findAttribute, setValue } from './attributes.ts';
import { addCode, findCode } from './codes.ts';
import { addCodings } from './codingSheet.ts';
import { addDocument } from './documents.ts';
import { command, type Reader, type Writer } from './operation.ts';
import { addParticipant, findParticipant } from './participants.ts';
import { takeAnalyses } from './snapshotAnalyses.ts';
import { takeMemos, takePassages, type Taken } from './snapshotMemos.ts';
import { takeTeam } from './snapshotTeam.ts';
import { namesIn } from './queryNames.ts';

/** A record's own UUID, where this study has none of it. */
const own = (project: Reader, table: TableName, uuid: string | undefined): { uuid?: string } =>
  (uuid === undefined || project.one(`SELECT 1 FROM ${table} WHERE uuid = ?`, uuid) ? {} : { uuid });

/** A moment, where one is given. */
const said = ({ created }: { created: number | undefined }): { created?: number } => (created === undefined ? {} : { created });

export const takeSnapshot = command({
  /**
   * Puts a study as plain values into this one: what is there by name is used, what is missing is made. Its documents are added. Sets and queries
   * whose names are taken get a number. Versions of the codebook are points of a history, and are not taken here (core/wholeStudy).
   */
  input: z.strictObject({ snapshot }),
  run: (project, { snapshot: given }) => takeIn(project, given),
  remember: ({ snapshot: { name } }) => ({ name }),
});

/** Takes a snapshot in. `there`: documents that its codings and memos name, and that are in the study already; `from`: the file that new ones came in, and what wrote it. */
export function takeIn(project: Writer, given: Snapshot, there: ReadonlyMap<string, number> = new Map(), from: { readonly source: string; readonly encoding: string } | null = null): { documents: number; codings: number } {
  takeCoders(project, given);
  takeCodes(project, given);
  const attribute = (of: 'participants' | 'documents', name: string) => {
    const said = given.attributes.find((each) => each.of === of && nameKey(each.name) === nameKey(name));
    return findAttribute(project, of, name)?.id ?? addAttribute(project, { name, of, kind: said?.kind ?? 'text', choices: [...(said?.choices ?? [])], ...own(project, 'attributes', said?.uuid) });
  };
  for (const { of, name } of given.attributes) attribute(of, name);
  const people = takePeople(project, given, attribute);
  const texts = new Map([...[...there].map(([name, id]) => [name, project.get('documents', id).text] as const), ...given.documents.map(({ name, text }) => [name, text] as const)]);
  checkSpans(given, texts);
  const added = new Map(given.documents.map(({ uuid, created, name, text, turns, values }) => {
    const document = addDocument(project, { ...from, name, text, turns: turns.map(({ participant, timeEnd = null, ...turn }) => ({ ...turn, timeEnd, participant: participant === null ? null : people.get(participant) ?? null })), ...own(project, 'documents', uuid), ...said({ created }) });
    for (const [column, value] of Object.entries(values)) setValue(project, attribute('documents', column), { document }, value);
    return [name, document] as const;
  }));
  const documents = new Map([...there, ...added]);
  const taken: Taken = { people, documents, code: (path, facet) => knownCode(project, path, facet) };
  takePassages(project, given, taken);
  const party = (path: readonly string[] | null) => (path === null ? null : knownCode(project, path, 'stakeholder'));
  const { added: codings } = addCodings(project, given.codings.map(({ uuid, ...coding }) => ({
    ...coding, ...own(project, 'codings', uuid), document: documents.get(coding.document)!, code: knownCode(project, coding.code, coding.facet), coder: project.coder(coding.coder), party: party(coding.party), counterparty: party(coding.counterparty),
  })));
  takeMemos(project, given, taken);
  takeSets(project, given);
  takeQueries(project, given);
  takeAnalyses(project, given, taken, freeAmong);
  takeTeam(project, given, taken);
  return { documents: added.size, codings };
}

function knownCode(project: Reader, path: readonly string[], facet: Facet): number {
  const found = findCode(project, path, facet);
  if (found === null) throw new Problem('no-such-code', { code: formatPath(path) });
  return found;
}
function takeCoders(project: Writer, { coders = [] }: Snapshot): void {
  const known = new Set(project.all('coders').map(({ name }) => nameKey(name)));
  for (const { name, uuid, layer = 'coder' } of coders) if (!known.has(nameKey(name))) { project.add('coders', { name, layer: project.all('coders', { layer: 'consensus' }).length > 0 ? 'coder' : layer, ...own(project, 'coders', uuid) }); known.add(nameKey(name)); }
}
/** By name. Who is there already keeps what is said of her; who brought whom is taken where nobody is named yet. */
function takePeople(project: Writer, { participants }: Snapshot, attribute: (of: 'participants', name: string) => number): Map<string, number> {
  const people = new Map<string, number>();
  for (const { uuid, created, name, role, sampling = '', values } of participants) {
    const participant = findParticipant(project, name)?.id ?? addParticipant(project, name, role, sampling, { ...own(project, 'participants', uuid), ...said({ created }) });
    people.set(name, participant);
    for (const [column, value] of Object.entries(values)) setValue(project, attribute('participants', column), { participant }, value);
  }
  for (const { name, referredBy } of participants) {
    const [participant, referrer] = [people.get(name)!, referredBy ? people.get(referredBy) ?? findParticipant(project, referredBy)?.id : undefined];
    if (referrer === undefined || project.get('participants', participant).referredBy !== null) continue;
    if (referralCircle(new Map(project.all('participants').map((each) => [each.id, each.id === participant ? referrer : each.referredBy]))).has(participant)) throw new Problem('referral-circle', { name: referredBy! });
    project.change('participants', participant, { referredBy: referrer });
  }
  return people;
}
/** A name that nothing goes by yet: itself, or with a number behind it. */
function freeAmong(names: Iterable<string>, wanted: string): string {
  const taken = new Set([...names].map(nameKey));
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted} (${number})`;
    if (!taken.has(nameKey(name))) return name;
  }
}
function takeSets(project: Writer, { codeSets = [] }: Snapshot): void {
  for (const { uuid, name, codes } of codeSets) {
    const sets = project.all('codeSets');
    const codeSet = project.add('codeSets', { name: freeAmong(sets.map((set) => set.name), name), position: Math.max(-1, ...sets.map((set) => set.position)) + 1, created: project.now, ...own(project, 'codeSets', uuid) });
    project.addAll('codeSetMembers', [...new Set(codes.map(({ path, facet }) => knownCode(project, path, facet)))].map((code) => ({ codeSet, code })));
  }
}
function takeQueries(project: Writer, { savedQueries = [] }: Snapshot): void {
  for (const { uuid, name, query } of savedQueries) {
    const saved = project.all('savedQueries');
    // What it names is found by UUID, else by name; what is gone stays in it as it was called.
    const condition = asked.safeParse(query).data;
    project.add('savedQueries', { name: freeAmong(saved.map((each) => each.name), name), query: condition ? namesIn(project, 'lenient').refreshed(condition) : query, position: Math.max(-1, ...saved.map((each) => each.position)) + 1, created: project.now, changed: project.now, ...own(project, 'savedQueries', uuid) });
  }
}

/** Refuses spans that are not in their texts: what comes from elsewhere may be wrong, what is in a study may not. */
function checkSpans({ documents, codings, conflicts = [] }: Snapshot, texts: ReadonlyMap<string, string>): void {
  const refuse = (wrong: boolean) => { if (wrong) throw new Problem('span-outside'); };
  const cuts = (text: string, { start, end }: Span) => start > end || end > text.length || splitsPair(text, start) || splitsPair(text, end);
  for (const { text, turns } of documents) turns.forEach((turn, index) => refuse(cuts(text, turn) || turn.start < (turns[index - 1]?.end ?? 0)));
  for (const place of [...codings, ...conflicts.flatMap(({ passages }) => passages)]) {
    const text = texts.get(place.document);
    if (text === undefined) throw new Problem('no-such-document', { document: place.document });
    refuse(place.start === place.end || cuts(text, place));
  }
}

function takeCodes(project: Writer, { codes }: Snapshot): void {
  for (const { uuid, path, facet, scale, aliases = [], colour, ...wording } of codes) {
    if (findCode(project, path, facet) !== null) continue;
    const parent = path.length > 1 ? findCode(project, path.slice(0, -1), facet) : null;
    if (path.length > 1 && parent === null) throw new Problem('no-such-code', { code: formatPath(path.slice(0, -1)) });
    addCode(project, { name: path.at(-1)!, facet, parent, scale: [...scale], aliases: [...aliases], ...wording, ...(colour === undefined ? {} : { colour }), ...own(project, 'codes', uuid) });
  }
}
