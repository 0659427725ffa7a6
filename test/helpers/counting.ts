import type { Snapshot } from '../../shared/model/snapshot.ts';
import type { Count } from '../../shared/model/table.ts';
import { wordStarts } from '../../shared/model/text.ts';

/**
 * What a frequency table says, straight from the words of the contract and obviously right: everything is looked at, nothing is
 * kept in step. It shares no code with the engine but what a word is.
 */

export interface AskedTable { readonly by: string; readonly count: Count; readonly speakers: 'interviewees' | 'all'; readonly subcodes: boolean; readonly rows: string | undefined }
type Coding = Snapshot['codings'][number];
type Column = { readonly key: string | null; readonly n: number; readonly documents: number; readonly asked: boolean };
export interface CountedTable { readonly n: number; readonly columns: readonly Column[]; readonly rows: readonly { readonly path: string; readonly cells: readonly (number | null)[]; readonly quotations: readonly string[][] }[] }

const unique = <T>(things: readonly T[]): T[] => [...new Set(things)];
const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((name, index) => name === b[index]);
export const spanName = ({ document, start, end }: Pick<Coding, 'document' | 'start' | 'end'>): string => `${document}/${start}/${end}`;

export function countTable(study: Snapshot, { by, count, speakers, subcodes, rows }: AskedTable): CountedTable {
  const person = (name: string) => study.participants.find((each) => each.name === name)!;
  const document = (name: string) => study.documents.find((each) => each.name === name)!;
  const counts = (name: string) => speakers === 'all' || person(name).role === 'interviewee';
  /** Who says the unit at this offset. */
  const speakerAt = (name: string, at: number) => document(name).turns.find((turn) => turn.start <= at && at < turn.end)?.participant ?? null;
  /** Everybody who says any unit of a passage. */
  const voices = ({ document: name, start, end }: Coding) =>
    unique(Array.from({ length: end - start }, (_, index) => speakerAt(name, start + index)).filter((voice) => voice !== null));
  const heard = (coding: Coding) => voices(coding).filter(counts);
  /** Only others speak here than those asked for. */
  const silent = (coding: Coding) => voices(coding).length > 0 && heard(coding).length === 0;

  const spoken = study.documents.flatMap(({ name, turns }) => turns.flatMap(({ participant }) => (participant !== null && counts(participant) ? [{ participant, document: name }] : [])));
  const interviewed = unique(spoken.map((each) => each.participant));
  const ofPeople = by === 'Group' || by === 'participant';
  const groupOfPerson = (name: string): string | null => (by === 'participant' ? name : person(name).values['Group'] ?? null);
  const groupOfDocument = (name: string): string | null => (by === 'document' ? name : document(name).values['Site'] ?? null);
  const groupsOf = (coding: Coding): (string | null)[] => {
    if (silent(coding)) return [];
    if (by === 'coder') return [coding.coder];
    if (!ofPeople) return [groupOfDocument(coding.document)];
    return voices(coding).length === 0 ? [null] : unique(heard(coding).map(groupOfPerson));
  };
  /** Those for whom a passage counts in a group. */
  const speakersFor = (coding: Coding, key: string | null) => heard(coding).filter((name) => !ofPeople || groupOfPerson(name) === key);

  function column(key: string | null): Column {
    const documents = by === 'coder' ? unique(study.codings.filter(({ coder }) => coder === key).map((coding) => coding.document)) : study.documents.map(({ name }) => name).filter((name) => groupOfDocument(name) === key);
    const people = ofPeople ? interviewed.filter((name) => groupOfPerson(name) === key) : unique(spoken.filter((each) => documents.includes(each.document)).map((each) => each.participant));
    const where = ofPeople ? unique(spoken.filter((each) => people.includes(each.participant)).map((each) => each.document)) : documents;
    return { key, n: people.length, documents: where.length, asked: key === null || by === 'coder' || (ofPeople ? people.length > 0 : documents.length > 0) };
  }
  function keys(): (string | null)[] {
    if (by === 'coder') return unique(study.codings.map(({ coder }) => coder));
    if (by === 'document') return study.documents.map(({ name }) => name);
    const values = by === 'Site' ? study.documents.flatMap(({ name }) => groupOfDocument(name) ?? []) : study.participants.filter(({ name }) => counts(name)).flatMap(({ name }) => groupOfPerson(name) ?? []);
    const without = by === 'Site' ? study.documents.some(({ name }) => groupOfDocument(name) === null)
      : interviewed.some((name) => groupOfPerson(name) === null) || study.codings.some((coding) => voices(coding).length === 0);
    const attribute = study.attributes.find(({ name }) => name === by);
    // A choice offers whatever was ever chosen, be it by those who do not count.
    const chosen = attribute?.kind === 'choice' ? [...study.participants, ...study.documents].flatMap((each) => each.values[by] ?? []) : [];
    return [...unique([...(attribute?.choices ?? []), ...chosen, ...values]), ...(without ? [null] : [])];
  }

  function measure(inside: readonly Coding[], key: string | null): number {
    if (count === 'codings') return inside.length;
    if (count === 'passages') return unique(inside.map(spanName)).length;
    if (count === 'documents') return unique(inside.map((coding) => coding.document)).length;
    if (count === 'participants') return unique(inside.flatMap((coding) => speakersFor(coding, key))).length;
    return study.documents.reduce((sum, { name, text }) => sum + wordStarts(text).filter((at) => inside.some((coding) =>
      coding.document === name && coding.start <= at && at < coding.end && (voices(coding).length === 0 || speakersFor(coding, key).includes(speakerAt(name, at)!)))).length, 0);
  }

  const facet = rows?.startsWith('facet:') ? rows.slice(6) : null;
  const wanted = study.codes.filter((code) => rows === undefined || code.facet === facet || (facet === null && same(code.path.slice(0, rows.split(' > ').length), rows.split(' > '))));
  const columns = keys().map(column);
  const codings = unique(study.codings.map((coding) => JSON.stringify({ ...coding, created: 0 }))).map((text) => JSON.parse(text) as Coding);
  return {
    n: interviewed.length, columns,
    rows: wanted.map(({ path }) => {
      const own = codings.filter((coding) => same(coding.code, path) || (subcodes && same(coding.code.slice(0, path.length), path)));
      const cells = columns.map(({ key }) => own.filter((coding) => groupsOf(coding).includes(key)));
      return { path: path.join(' > '), cells: cells.map((inside, index) => (columns[index]!.asked ? measure(inside, columns[index]!.key) : null)), quotations: cells.map((inside) => unique(inside.map(spanName)).toSorted()) };
    }),
  };
}
