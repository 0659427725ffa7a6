import type { Words } from '../../shared/words/index.ts';

/** What is behind a cell or a side: its name in words, and who speaks in each of its quotations. */
export interface Voices { readonly of: string; readonly speakers: readonly (readonly number[])[] }
/** Fewer quotations than that are always mostly somebody's. */
export const leastQuotations = 3;
const named = 5;

/**
 * A warning for each of the worst cells in which one person speaks in more than half of the quotations: what looks like a group's view is one
 * person's. The cells with most quotations come first; of the others their number is said.
 */
export function oneSided(cells: readonly Voices[], nameOf: (participant: number) => string, { say }: Words): string[] {
  const found = cells.flatMap(({ of, speakers }) => {
    if (speakers.length < leastQuotations) return [];
    const counts = new Map<number, number>();
    for (const each of speakers) for (const person of new Set(each)) counts.set(person, (counts.get(person) ?? 0) + 1);
    const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
    return most && most[1] * 2 > speakers.length ? [{ of, person: most[0], said: most[1], all: speakers.length }] : [];
  }).toSorted((a, b) => b.all - a.all || b.said - a.said);
  if (found.length === 0) return [];
  return [
    ...found.slice(0, named).map(({ of, person, said, all }) => say(of === '' ? 'exhibit.oneSidedAll' : 'exhibit.oneSided', { of, person: nameOf(person), said, all })),
    ...(found.length > named ? [say('exhibit.oneSidedMore', { count: found.length - named, least: leastQuotations })] : []),
  ];
}
