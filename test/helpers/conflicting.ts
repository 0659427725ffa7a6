import fc from 'fast-check';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { queryableStudies } from './queryable.ts';

/** Random studies in which some stakeholders are called as groups of people are, by their name or another one. */
export const conflictingStudies: fc.Arbitrary<Snapshot> = fc.tuple(
  queryableStudies, fc.shuffledSubarray(['nurse', 'Doctor', '12', '患者'], { minLength: 1 }), fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 4, maxLength: 8 }),
).map(([study, names, pairs]) => {
  let next = 0;
  const codes = study.codes.map((code) => (code.facet === 'stakeholder' && next < names.length ? { ...code, aliases: [names[next++]!] } : code));
  const stakeholders = codes.filter(({ facet }) => facet === 'stakeholder');
  const party = (which: number) => (which === 0 ? null : stakeholders[(which - 1) % Math.max(1, stakeholders.length)]?.path ?? null);
  return { ...study, codes, codings: study.codings.map((coding, index) => { const [first, second] = pairs[index % pairs.length]!; return coding.facet === 'conflict' ? { ...coding, party: party(first), counterparty: party(second) } : coding; }) };
});

type Coding = Snapshot['codings'][number];
const key = (path: readonly string[] | null) => (path === null ? null : path.join(' > '));
const lower = (name: string) => name.toLowerCase();

export interface NaiveMatrix { readonly cells: Readonly<Record<string, number>>; readonly people: number; readonly passages: number }
/**
 * Who says it against whom, counted straight from the words of the contract: every coding is looked at for every person who speaks in it.
 * Cells are called 'group against column'; groups without a value are ''. Shares no code with the engine.
 */
export function recount(study: Snapshot, count: 'participants' | 'passages', site: string | null | undefined, coder: string | undefined): NaiveMatrix {
  const groupOf = (name: string) => study.participants.find((each) => each.name === name)!.values['Group'] ?? '';
  const stakeholders = study.codes.filter(({ facet }) => facet === 'stakeholder');
  const groups = [...new Set([...(study.attributes.find(({ name }) => name === 'Group')!.choices), ...study.participants.flatMap(({ values }) => values['Group'] ?? [])])];
  const calls = (called: string) => stakeholders.find(({ path }) => lower(path.at(-1)!) === lower(called)) ?? stakeholders.find(({ aliases = [] }) => aliases.some((alias) => lower(alias) === lower(called)));
  const groupOfCode = (path: readonly string[]): string | null => {
    for (let length = path.length; length > 0; length--) {
      const found = groups.find((group) => calls(group) && key(calls(group)!.path) === key(path.slice(0, length)));
      if (found !== undefined) return found;
    }
    return null;
  };
  const columnOf = (path: readonly string[]) => groupOfCode(path) ?? `code ${path[0]}`;
  const distance = (person: string, path: readonly string[] | null): number => {
    if (path === null) return Infinity;
    const own = [study.participants.find((each) => each.name === person)!.values, { name: person }].flatMap((values) => Object.values(values)).flatMap((called) => calls(called)?.path ? [calls(called)!.path] : []);
    return Math.min(Infinity, ...own.map((mine) => (key(mine.slice(0, path.length)) === key(path) ? mine.length - path.length : Infinity)));
  };
  const voices = ({ document, start, end }: Coding) => {
    const { turns } = study.documents.find(({ name }) => name === document)!;
    return [...new Set(turns.flatMap((turn) => (turn.participant !== null && turn.start < turn.end && turn.start < end && turn.end > start ? [turn.participant] : [])))];
  };
  const cells = new Map<string, Set<string>>();
  const [people, passages] = [new Set<string>(), new Set<string>()];
  for (const coding of study.codings.filter(({ facet }) => facet === 'conflict')) {
    if (coder !== undefined && coding.coder !== coder) continue;
    if (site !== undefined && (study.documents.find(({ name }) => name === coding.document)!.values['Site'] ?? null) !== site) continue;
    for (const person of voices(coding).filter((name) => study.participants.find((each) => each.name === name)!.role === 'interviewee')) {
      const [first, second] = [distance(person, coding.party), distance(person, coding.counterparty)];
      const against = second < first ? coding.party : coding.counterparty;
      if (against === null) continue;
      const place = `${coding.document}/${coding.start}/${coding.end}`;
      const cell = `${groupOf(person)} against ${columnOf(against)}`;
      cells.set(cell, (cells.get(cell) ?? new Set()).add(count === 'participants' ? person : place));
      people.add(person);
      passages.add(place);
    }
  }
  return { cells: Object.fromEntries([...cells].map(([cell, units]) => [cell, units.size])), people: people.size, passages: passages.size };
}
