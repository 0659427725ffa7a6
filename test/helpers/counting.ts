import type { Snapshot } from '../../shared/model/snapshot.ts';
import type { Count, TableRelation } from '../../shared/model/table.ts';
import { wordStarts } from '../../shared/model/text.ts';

/**
 * What a table says, straight from the words of the contract and obviously right: everything is looked at, nothing is kept in step. It
 * shares no code with the engine but what a word is.
 */
export interface AskedTable {
  readonly rows: readonly string[]; readonly columns: readonly string[]; readonly split?: string | undefined;
  readonly count: Count; readonly speakers: 'interviewees' | 'all'; readonly subcodes: boolean;
  readonly relation?: TableRelation; readonly most?: number; readonly unit?: 'characters' | 'words';
  /** Which passages count; all without it. */
  readonly passes?: (passage: { document: string; start: number; end: number }) => boolean;
}
type Coding = Snapshot['codings'][number];
type Key = readonly (string | null)[];
/** A coding (or two, or a triple) heard from one voice: null where nobody is known to speak. */
interface Occurrence { readonly unit: string; readonly coding: Coding; readonly partner: Coding | null; readonly triple: readonly Coding[] | null; readonly voice: string | null }
export interface CountedLine { readonly key: Key; readonly n: number; readonly documents: number; readonly counted: boolean }
export interface CountedTable {
  readonly n: number; readonly rows: readonly CountedLine[]; readonly columns: readonly CountedLine[]; readonly totals: readonly CountedLine[];
  /** By row and column; the number of rows or columns (and on, for each group of the split) for all of them together. */
  cell(row: number, column: number): number | null;
  quotations(row: number, column: number): string[];
}

const unique = <T>(things: readonly T[]): T[] => [...new Set(things)];
const startsWith = (path: readonly string[], root: readonly string[]) => root.every((name, index) => path[index] === name);
export const spanName = ({ document, start, end }: Pick<Coding, 'document' | 'start' | 'end'>): string => `${document}/${start}/${end}`;
const codingName = (coding: Coding): string => [spanName(coding), coding.code.join('>'), coding.coder].join();

export function countTable(study: Snapshot, asked: AskedTable): CountedTable {
  const { count, speakers, subcodes, relation = 'overlap', most = 100, unit = 'characters' } = asked;
  const person = (name: string) => study.participants.find((each) => each.name === name)!;
  const document = (name: string) => study.documents.find((each) => each.name === name)!;
  const counts = (name: string) => speakers === 'all' || person(name).role === 'interviewee';
  const turnAt = (name: string, at: number) => document(name).turns.find((turn) => turn.start <= at && at < turn.end);
  const units = ({ start, end }: { start: number; end: number }) => Array.from({ length: end - start }, (_, index) => start + index);
  /** Everybody who says any unit of a passage. */
  const voices = (coding: Coding) => unique(units(coding).map((at) => turnAt(coding.document, at)?.participant ?? null).filter((voice) => voice !== null));
  const heard = (coding: Coding) => voices(coding).filter(counts);
  /** Only others speak here than those asked for. */
  const silent = (coding: Coding) => voices(coding).length > 0 && heard(coding).length === 0;
  const codings = unique(study.codings.map((coding) => JSON.stringify({ ...coding, created: 0, rating: null, party: null, counterparty: null, memo: '' }))).map((text) => JSON.parse(text) as Coding)
    .filter((coding) => asked.passes?.(coding) ?? true);

  const isCodes = (part: string) => part === 'codes' || part.startsWith('facet:') || study.codes.some(({ path }) => path.join(' > ') === part);
  const attribute = (part: string) => study.attributes.find(({ name }) => name === part)!;
  const isOfPeople = (part: string) => part === 'participant' || (!isCodes(part) && !['document', 'coder'].includes(part) && attribute(part).of === 'participants');
  const codesOf = (part: string) => study.codes.filter((code) => part === 'codes' || (part.startsWith('facet:') ? code.facet === part.slice(6) : startsWith(code.path, part.split(' > ')))).map(({ path }) => path);
  const split = asked.split === undefined ? [] : [asked.split];
  const [rowParts, columnParts] = [asked.rows, [...asked.columns, ...split]];
  const groupOfPerson = (part: string, name: string | null): string | null => (name === null ? null : part === 'participant' ? name : person(name).values[part] ?? null);
  const groupOfDocument = (part: string, name: string): string | null => (part === 'document' ? name : document(name).values[part] ?? null);

  const spoken = study.documents.flatMap(({ name, turns }) => turns.flatMap(({ participant }) => (participant !== null && counts(participant) ? [{ participant, document: name }] : [])));
  const interviewed = unique(spoken.map((each) => each.participant));
  function keysOf(part: string): (string | null)[] {
    if (isCodes(part)) return codesOf(part).map((path) => path.join(' > '));
    if (part === 'coder') return unique(study.codings.map(({ coder }) => coder));
    if (part === 'document') return study.documents.map(({ name }) => name);
    const unspoken = study.codings.some((coding) => voices(coding).length === 0);
    if (part === 'participant') return [...study.participants.map(({ name }) => name).filter(counts), ...(unspoken ? [null] : [])];
    const { choices, kind, of } = attribute(part);
    const holders = of === 'documents' ? study.documents.map(({ values }) => values) : study.participants.filter(({ name }) => counts(name)).map(({ values }) => values);
    // A choice offers whatever was ever chosen, be it by those who do not count.
    const chosen = kind === 'choice' ? [...study.participants, ...study.documents].flatMap((each) => each.values[part] ?? []) : [];
    const without = of === 'documents' ? study.documents.some(({ values }) => values[part] === undefined) : unspoken || interviewed.some((name) => person(name).values[part] === undefined);
    return [...unique([...choices, ...chosen, ...holders.flatMap((values) => values[part] ?? [])]), ...(without ? [null] : [])];
  }

  /** Codes of a line are codes of a row's coding, of its partner (in columns), or of the parts of a triple. */
  const hasCode = (coding: Coding, key: string) => (subcodes ? startsWith(coding.code, key.split(' > ')) : coding.code.join(' > ') === key);
  const bothCodes = rowParts.some(isCodes) && columnParts.some(isCodes);
  const ofTriples = rowParts.filter(isCodes).length > 1;
  function isIn({ coding, partner, triple, voice }: Occurrence, parts: readonly string[], key: Key, side: 'row' | 'column'): boolean {
    return parts.every((part, index) => {
      const group = key[index]!;
      if (isCodes(part)) return triple ? hasCode(triple[index]!, group) : hasCode(side === 'column' && partner ? partner : coding, group);
      if (part === 'coder') return coding.coder === group;
      return isOfPeople(part) ? groupOfPerson(part, voice) === group : groupOfDocument(part, coding.document) === group;
    });
  }

  function lie(one: Coding, other: Coding): boolean {
    if (one.document !== other.document) return false;
    const same = spanName(one) === spanName(other);
    const overlap = one.start < other.end && other.start < one.end;
    const { turns, text } = document(one.document);
    switch (relation) {
      case 'overlap': return overlap;
      case 'within': return one.start >= other.start && one.end <= other.end;
      case 'encloses': return other.start >= one.start && other.end <= one.end;
      case 'document': return true;
      case 'triple': return same && one.coder === other.coder;
      case 'turn': return turns.some((turn) => [one, other].every((each) => units(each).some((at) => turn.start <= at && at < turn.end)));
      case 'near': {
        if (overlap) return true;
        const gap = one.end <= other.start ? { start: one.end, end: other.start } : { start: other.end, end: one.start };
        return (unit === 'characters' ? gap.end - gap.start : wordStarts(text).filter((at) => at >= gap.start && at < gap.end).length) <= most;
      }
    }
  }
  const inVoices = (made: Omit<Occurrence, 'voice'>): Occurrence[] => (silent(made.coding) ? [] : (voices(made.coding).length === 0 ? [null] : heard(made.coding)).map((voice) => ({ ...made, voice })));
  const directed = relation === 'within' || relation === 'encloses';
  const occurrences: Occurrence[] = bothCodes && !ofTriples
    ? codings.flatMap((coding) => codings.filter((partner) => partner !== coding && !silent(partner) && lie(coding, partner)).flatMap((partner) =>
      inVoices({ coding, partner, triple: null, unit: (directed ? [codingName(coding), codingName(partner)] : [codingName(coding), codingName(partner)].toSorted()).join(' & ') })))
    : ofTriples ? codings.flatMap((coding) => tuples(rowParts.map((part) => codings.filter((each) => spanName(each) === spanName(coding) && each.coder === coding.coder && codesOf(part).some((path) => hasCode(each, path.join(' > '))))))
      .filter(([first]) => first === coding).flatMap((triple) => inVoices({ coding, partner: null, triple, unit: triple.map(codingName).join(' & ') })))
      : codings.flatMap((coding) => inVoices({ coding, partner: null, triple: null, unit: codingName(coding) }));

  const isOfSample = !asked.passes && ![...rowParts, ...columnParts].some((part) => isCodes(part) || part === 'coder');
  const byPeople = [...rowParts, ...columnParts].some(isOfPeople);
  /** People and documents of the study in groups, whatever of them is coded. */
  function inGroups(parts: readonly string[], key: Key): { participant: string | null; document: string }[] {
    const all = parts.some(isOfPeople) ? spoken : [...study.documents.map(({ name }) => ({ participant: null, document: name })), ...spoken];
    return all.filter((each) => parts.every((part, index) => {
      if (isCodes(part)) return true;
      if (part === 'coder') return study.codings.some((coding) => coding.coder === key[index] && coding.document === each.document);
      return isOfPeople(part) ? groupOfPerson(part, each.participant) === key[index] : groupOfDocument(part, each.document) === key[index];
    }));
  }
  function line(parts: readonly string[], key: Key): CountedLine {
    const there = inGroups(parts, key);
    const [n, documents] = [unique(there.flatMap(({ participant }) => participant ?? [])).length, unique(there.map((each) => each.document)).length];
    const rest = parts.every((part, index) => !isOfPeople(part) || key[index] === null);
    return { key, n, documents, counted: parts.some(isOfPeople) ? n > 0 || rest : documents > 0 || !parts.some((part) => !isCodes(part) && part !== 'coder') };
  }
  const combined = (parts: readonly string[]) => parts.reduce<Key[]>((keys, part) => keys.flatMap((key) => keysOf(part).map((each) => [...key, each])), [[]]);
  const rowKeys = combined(rowParts).filter((key) => !ofTriples || occurrences.some((each) => isIn(each, rowParts, key, 'row')));
  const columnKeys = combined(columnParts);
  const splitKeys = combined(split);
  const [rows, columns, totals] = [rowKeys.map((key) => line(rowParts, key)), columnKeys.map((key) => line(columnParts, key)), splitKeys.map((key) => line(split, key))];
  const columnsAt = (column: number): readonly Key[] => (column < columnKeys.length ? [columnKeys[column]!] : columnKeys.filter((key) => split.length === 0 || key.at(-1) === splitKeys[column - columnKeys.length]![0]));
  const rowsAt = (row: number): readonly Key[] => (row < rowKeys.length ? [rowKeys[row]!] : rowKeys);
  const inside = (row: number, column: number) => occurrences.filter((each) => rowsAt(row).some((key) => isIn(each, rowParts, key, 'row')) && columnsAt(column).some((key) => isIn(each, columnParts, key, 'column')));

  function measure(found: readonly Occurrence[]): number {
    if (count === 'codings') return unique(found.map((each) => each.unit)).length;
    if (count === 'passages') return unique(found.map(({ coding }) => spanName(coding))).length;
    if (count === 'documents') return unique(found.map(({ coding }) => coding.document)).length;
    if (count === 'participants') return unique(found.flatMap(({ voice }) => voice ?? [])).length;
    return study.documents.reduce((sum, { name, text, turns }) => {
      // Of each unit of the text: whether somebody who counts here says it in a passage that counts here.
      const said = units({ start: 0, end: text.length }).filter((at) => found.some(({ coding, voice }) => coding.document === name && coding.start <= at && at < coding.end && (voice === null || turnAt(name, at)?.participant === voice)));
      if (count === 'words') return sum + wordStarts(text).filter((at) => said.includes(at)).length;
      if (count === 'characters') return sum + said.filter((at) => !(/[\uDC00-\uDFFF]/.test(text[at]!) && /[\uD800-\uDBFF]/.test(text[at - 1] ?? ''))).length;
      return sum + turns.reduce((time, turn, index) => {
        const [begins, ends] = [turn.time, turn.timeEnd ?? turns[index + 1]?.time ?? null];
        return begins === null || ends === null || ends <= begins || turn.start === turn.end ? time
          : time + Math.round(((ends - begins) * said.filter((at) => turn.start <= at && at < turn.end).length) / (turn.end - turn.start));
      }, 0);
    }, 0);
  }
  function sample(row: number, column: number): number {
    const found = rowsAt(row).flatMap((rowKey) => columnsAt(column).flatMap((columnKey) => inGroups([...rowParts, ...columnParts], [...rowKey, ...columnKey])));
    return unique(found.flatMap((each) => (count === 'documents' ? (byPeople && each.participant === null ? [] : [each.document]) : each.participant ?? []))).length;
  }
  return {
    n: interviewed.length, rows, columns, totals,
    cell(row, column) {
      const lines = [row < rows.length ? rows[row]! : null, column < columns.length ? columns[column]! : totals[column - columns.length]!];
      if (lines.some((each) => each && !each.counted)) return null;
      // Somebody who was interviewed, or a document, has to be in the groups of both.
      const groupsOf = (parts: readonly string[], key: Key) => parts.flatMap((part, index) => (isCodes(part) || part === 'coder' ? [] : [{ part, group: key[index]! }]));
      const down = row < rows.length ? groupsOf(rowParts, rows[row]!.key) : [];
      const along = column < columns.length ? groupsOf(columnParts, columns[column]!.key) : groupsOf(split, totals[column - columns.length]!.key);
      if (down.length > 0 && along.length > 0 && !line([...down, ...along].map(({ part }) => part), [...down, ...along].map(({ group }) => group)).counted) return null;
      return isOfSample && (count === 'participants' || count === 'documents') ? sample(row, column) : measure(inside(row, column));
    },
    quotations: (row, column) => unique(inside(row, column).map(({ coding }) => spanName(coding))).toSorted(),
  };
}
function tuples<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((made, list) => made.flatMap((tuple) => list.map((each) => [...tuple, each])), [[]]);
}
