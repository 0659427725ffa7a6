import type { ExhibitQuotation } from '../../shared/model/exhibit.ts';
import type { Words } from '../../shared/words/index.ts';
import { facts } from './facts.ts';
import { oneSided } from './oneSided.ts';
import type { Reader } from './operation.ts';
import { quotationsOf, spread } from './quoting.ts';
import { eachSaid, type AskedOfRatings, type Said } from './statements.ts';

/** Quotations under one exhibit, over all of its cells. */
const most = 300;
/** A cell that a statement is evidence of: its place in the order of the exhibit, its name in words, and who speaks for it. */
export interface Voiced { readonly place: number; readonly of: string; readonly speakers: readonly number[] }

/** What is behind the cells of an exhibit of ratings: where it is mostly one person, and some quotations of each. */
export function voicesOf(project: Reader, asked: AskedOfRatings, cellsOf: (said: Said) => readonly Voiced[]) {
  const { codings } = facts(project);
  const cells = new Map<number, { of: string; passages: Map<number, { coding: number; speakers: readonly number[] }> }>();
  eachSaid(project, asked, (said) => {
    for (const { place, of, speakers } of cellsOf(said)) {
      let cell = cells.get(place);
      if (!cell) cells.set(place, (cell = { of, passages: new Map() }));
      if (!cell.passages.has(said.passage)) cell.passages.set(said.passage, { coding: codings.id[said.coding]!, speakers });
    }
  });
  const inOrder = [...cells].toSorted(([a], [b]) => a - b).map(([, cell]) => cell);
  return {
    warnings: (words: Words): string[] => oneSided(inOrder.map(({ of, passages }) => ({ of, speakers: [...passages.values()].map(({ speakers }) => speakers) })), (participant) => project.find('participants', participant)?.name ?? '', words),
    quotations(each: number, { say }: Words): { readonly quotations: ExhibitQuotation[]; readonly notes: string[] } {
      if (each === 0) return { quotations: [], notes: [] };
      const chosen = inOrder.flatMap(({ of, passages }) => spread([...passages.values()].map(({ coding, speakers }) => ({ coding, by: speakers[0] ?? 0 })), each).map((coding) => ({ of, coding })));
      return { quotations: quotationsOf(project, chosen.slice(0, most)), notes: chosen.length > most ? [say('exhibit.quotationsCut', { shown: most, count: chosen.length - most })] : [] };
    },
  };
}
