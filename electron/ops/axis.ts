import { Problem } from '../../shared/model/problem.ts';
import type { AxisPart, LineState, TableCode, TableLine } from '../../shared/model/table.ts';
import type { TableAsked } from '../../shared/model/tableAsked.ts';
import { codesPart, noSuchRows } from './axisCodes.ts';
import { groupsPart, noSuchAttribute } from './axisGroups.ts';
import type { Heard } from './heard.ts';
import type { Reader } from './operation.ts';

export interface PartGroup { readonly key: string | null; readonly label: string; readonly code: TableCode | null }
/** One of the things that an axis is crossed of. */
export interface Part {
  readonly part: AxisPart;
  /** What decides about the groups of a coding: its code, who speaks there, its document, or its coder. */
  readonly decides: 'code' | 'people' | 'document' | 'coder';
  readonly groups: readonly PartGroup[];
  /** The groups (indexes, each once) of a code, participant, document or coder by its number. */
  within(id: number): readonly number[];
  /** The group of what nobody is known to speak. */
  readonly unspoken?: number;
}
/** Rows or columns: each line is one group of each part, those of the last part beside each other. */
export interface Axis { readonly parts: readonly Part[]; readonly size: number; /** How far apart lines are that differ by one in a part. */ readonly strides: readonly number[] }

/** Lines and cells that a table has at most. */
const mostLines = 100_000;

export function axisOf(parts: readonly Part[]): Axis {
  const strides = parts.map((_, index) => parts.slice(index + 1).reduce((product, { groups }) => product * groups.length, 1));
  const size = parts.reduce((product, { groups }) => product * groups.length, 1);
  if (size > mostLines) throw new Problem('table-too-large', { lines: size, most: mostLines });
  return { parts, size, strides };
}
/** The groups that a line is of, one a part. */
export const groupsOfLine = ({ parts, strides }: Axis, line: number): number[] => parts.map(({ groups }, index) => Math.floor(line / strides[index]!) % groups.length);

/** The parts that an axis names; a bare name is a code first in rows, an attribute first in columns. */
export function partsNamed(project: Reader, heard: Heard, names: readonly string[], side: 'rows' | 'columns', subcodes: boolean): Part[] {
  return names.flatMap((name) => (name === 'triples' ? ['facet:stakeholder', 'facet:dimension', 'facet:conflict'] : [name])).map((name) => {
    const [codes, groups] = [() => codesPart(project, name, subcodes), () => groupsPart(project, heard, name)];
    const ofGroup = /^(?:participants|documents):|^(?:document|participant|coder)$/i.test(name);
    const part = side === 'rows' && !ofGroup ? codes() ?? groups() : groups() ?? codes();
    if (!part) throw side === 'rows' ? noSuchRows(name) : noSuchAttribute(project, name);
    return part;
  });
}
/** The axes of a table, with its split. A Problem where they cannot be crossed. */
export function axesOf(project: Reader, heard: Heard, { rows, columns, split, subcodes }: TableAsked): { rows: readonly Part[]; columns: readonly Part[]; split: Part | null } {
  const [ofRows, ofColumns] = [partsNamed(project, heard, rows, 'rows', subcodes), partsNamed(project, heard, columns, 'columns', subcodes)];
  const ofSplit = split === undefined ? null : groupsPart(project, heard, split);
  if (split !== undefined && !ofSplit) throw noSuchAttribute(project, split);
  const codeParts = (parts: readonly Part[]) => parts.filter(({ decides }) => decides === 'code').length;
  const isTriple = (parts: readonly Part[]) => codeParts(parts) > 1;
  const isMixed = [ofRows, ofColumns].some((parts) => isTriple(parts) && codeParts(parts) < parts.length);
  if (isMixed || (isTriple(ofColumns)) || (isTriple(ofRows) && codeParts(ofColumns) > 0)) throw new Problem('axes-not-crossed', { rows: rows.join(' × '), columns: columns.join(' × ') });
  return { rows: ofRows, columns: ofColumns, split: ofSplit };
}

/** People and documents behind combinations of groups. */
export interface Sample {
  /** The same for many combinations of one and the same parts. */
  of(parts: readonly Part[]): (groups: readonly number[]) => { readonly people: ReadonlySet<number>; readonly documents: ReadonlySet<number> };
  at(parts: readonly Part[], groups: readonly number[]): { readonly people: ReadonlySet<number>; readonly documents: ReadonlySet<number> };
}
const nobody: ReturnType<Sample['at']> = { people: new Set(), documents: new Set() };
/** `codersOf` says who coded a document. */
export function sampleOf(heard: Heard, documents: readonly number[], codersOf: (document: number) => readonly number[]): Sample {
  const known = new Map<string, Map<string, { people: Set<number>; documents: Set<number> }>>();
  function count(parts: readonly Part[]) {
    const found = new Map<string, { people: Set<number>; documents: Set<number> }>();
    const keysOf = (document: number, person: number | null): string[] => parts.reduce<string[]>((keys, part) => {
      const groups = part.decides === 'document' ? part.within(document) : part.decides === 'coder' ? codersOf(document).flatMap((coder) => part.within(coder)) : person === null ? [] : part.within(person);
      return keys.flatMap((key) => groups.map((group) => `${key}/${group}`));
    }, ['']);
    const at = (key: string) => { let entry = found.get(key); if (!entry) found.set(key, (entry = { people: new Set(), documents: new Set() })); return entry; };
    if (!parts.some(({ decides }) => decides === 'people')) for (const document of documents) for (const key of keysOf(document, null)) at(key).documents.add(document);
    for (const { document, participant } of heard.spoken) for (const key of keysOf(document, participant)) { const entry = at(key); entry.people.add(participant); entry.documents.add(document); }
    return found;
  }
  const of: Sample['of'] = (all) => {
    const parts = all.filter(({ decides }) => decides !== 'code');
    const name = parts.map((part) => JSON.stringify(part.part)).join();
    if (!known.has(name)) known.set(name, count(parts));
    const found = known.get(name)!;
    return (groups) => found.get(['', ...groups.filter((_, index) => all[index]!.decides !== 'code')].join('/')) ?? nobody;
  };
  return { of, at: (all, groups) => of(all)(groups) };
}
function stateOf(parts: readonly Part[], groups: readonly number[], { people, documents }: ReturnType<Sample['at']>): LineState {
  // What nobody is known to speak is in none of the groups but in those without a value.
  const isRest = parts.every(({ decides, groups: of }, index) => decides !== 'people' || of[groups[index]!]!.key === null);
  if (parts.some(({ decides }) => decides === 'people')) return people.size > 0 || isRest ? 'counted' : 'nobodyInterviewed';
  return documents.size > 0 || !parts.some(({ decides }) => decides === 'document') ? 'counted' : 'nobodyInterviewed';
}
/**
 * Whether anybody could have said anything in a cell: somebody (some document) who is in the groups of its row and of its column. Where only
 * one side has groups of people or documents that is known of the line already. Who coded decides nothing about it.
 */
export function presenceIn(sample: Sample, rowParts: readonly Part[], columnParts: readonly Part[]): (row: readonly number[], column: readonly number[]) => boolean {
  const places = (parts: readonly Part[]) => parts.flatMap(({ decides }, index) => (decides === 'people' || decides === 'document' ? [index] : []));
  const [down, along] = [places(rowParts), places(columnParts)];
  if (down.length === 0 || along.length === 0) return () => true;
  const parts = [...down.map((index) => rowParts[index]!), ...along.map((index) => columnParts[index]!)];
  const there = sample.of(parts);
  return (row, column) => { const groups = [...down.map((index) => row[index]!), ...along.map((index) => column[index]!)]; return stateOf(parts, groups, there(groups)) === 'counted'; };
}
/** One line: its groups, and of how many it is. */
export function lineOf(sample: Sample, parts: readonly Part[], groups: readonly number[]): TableLine {
  const of = groups.map((group, index) => parts[index]!.groups[group]!);
  const there = sample.at(parts, groups);
  return { key: of.map(({ key }) => key), labels: of.map(({ label }) => label), codes: of.flatMap(({ code }) => (code ? [code] : [])), n: there.people.size, documents: there.documents.size, state: stateOf(parts, groups, there) };
}
