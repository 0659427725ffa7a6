import { sides, type ConflictEntry, type ConflictPoint, type ConflictQuotation, type QuotedPassage, type Side, type SideRating } from '../../shared/model/conflicts.ts';
import type { Row } from '../../shared/model/schema.ts';
import { siding } from './conflictSides.ts';
import { facts, speakersOf } from './facts.ts';
import { countedInSql } from './layers.ts';
import type { Reader } from './operation.ts';
import type { Seen } from './seen.ts';

type Link = Row<'conflictPassages'>;

/** Entries in the order that the researcher gave them. */
export const conflictsInOrder = (project: Reader): Row<'conflicts'>[] => project.all('conflicts').toSorted((a, b) => a.position - b.position || a.id - b.id);
/** The points of an entry: of each kind in their order. */
export const pointsOf = (project: Reader, conflict: number): Row<'conflictPoints'>[] => project.all('conflictPoints', { conflict }).toSorted((a, b) => a.position - b.position || a.id - b.id);

/** Links of an entry that one sees: while coding blind, none to passages that only others have coded. */
export function linksOf(project: Reader, conflict: number, { coder }: Seen): Link[] {
  const links = project.all('conflictPassages', { conflict });
  if (coder === undefined || links.length === 0) return links;
  const hidden = new Set(project.query<{ passage: number }>('SELECT passage FROM codings WHERE passage IN (SELECT passage FROM conflictPassages WHERE conflict = ?) GROUP BY passage HAVING sum(coder = ?) = 0', conflict, coder).map(({ passage }) => passage));
  return links.filter(({ passage }) => !hidden.has(passage));
}
/** Whose side speaks in a passage: as a person chose, else that of the interviewees who speak there. */
export function sidesOfPassage(project: Reader): (pair: Row<'conflicts'>, passage: number, links: readonly Link[]) => readonly Side[] {
  const sidesOf = siding(project);
  const all = facts(project);
  return (pair, passage, links) => {
    const chosen = links.find(({ side }) => side !== '')?.side;
    if (chosen) return [chosen];
    const speakers = all.places[passage] === undefined ? [] : speakersOf(all, all.places[passage]);
    const found = new Set(speakers.flatMap((person) => sidesOf(person, pair)));
    return sides.filter((side) => found.has(side));
  };
}
/** People of each side who speak anywhere in the study. */
function interviewedOn(project: Reader): (pair: Row<'conflicts'>) => Record<Side, number> {
  const spoken = project.query<{ participant: number }>('SELECT DISTINCT participant FROM turns WHERE participant IS NOT NULL').map(({ participant }) => participant);
  const sidesOf = siding(project);
  return (pair) => {
    const on = spoken.flatMap((person) => sidesOf(person, pair));
    return { party: on.filter((side) => side === 'party').length, counterparty: on.filter((side) => side === 'counterparty').length };
  };
}

/** Entries of the register with what they rest on. */
export function entriesOf(project: Reader, conflicts: readonly Row<'conflicts'>[], seen: Seen): ConflictEntry[] {
  const sidesIn = sidesOfPassage(project);
  const interviewed = interviewedOn(project);
  return conflicts.map((conflict) => {
    const links = Map.groupBy(linksOf(project, conflict.id, seen), ({ passage }) => passage);
    const found = [...links].map(([passage, own]) => sidesIn(conflict, passage, own));
    const count = (side: Side) => found.filter((each) => each.includes(side)).length;
    const said = { party: count('party'), counterparty: count('counterparty'), neither: found.filter(({ length }) => length === 0).length };
    const silent = sides.filter((side) => said[side] === 0);
    const points = pointsOf(project, conflict.id).map(({ conflict: _conflict, uuid: _uuid, ...point }): ConflictPoint => ({ ...point, quotations: [...links.values()].filter((own) => own.some((link) => link.point === point.id)).length }));
    return { ...conflict, quotations: links.size, said, interviewed: interviewed(conflict), oneSided: silent.length === 1 && conflict.party !== conflict.counterparty ? sides.find((side) => said[side] > 0)! : null, points };
  });
}

/** The words of passages, who says them and where, in the order of documents and text. */
export function quotePassages(project: Reader, passages: Iterable<number>): QuotedPassage[] {
  const names = new Map(project.all('participants').map(({ id, name }) => [id, name]));
  const places = [...new Set(passages)].map((passage) => project.get('passages', passage)).toSorted((a, b) => a.document - b.document || a.start - b.start || a.end - b.end);
  return [...Map.groupBy(places, ({ document }) => document)].flatMap(([document, inside]) => {
    const { name, text } = project.get('documents', document);
    const turns = project.query<Row<'turns'>>('SELECT * FROM turns WHERE document = ? ORDER BY "start", id', document);
    return inside.map(({ id: passage, start, end }): QuotedPassage => {
      const touched = turns.flatMap((turn, index) => (turn.start < turn.end && turn.start < end && turn.end > start ? [{ ...turn, number: index + 1 }] : []));
      const speakers = [...new Set(touched.map(({ participant, label }) => names.get(participant ?? 0) ?? label).filter((called) => called !== ''))];
      return { passage, document, documentName: name, start, end, quotation: text.slice(start, end), turn: touched[0]?.number ?? null, speakers };
    });
  });
}
/** The passages that an entry rests on. */
export function quotationsOf(project: Reader, conflict: Row<'conflicts'>, seen: Seen): ConflictQuotation[] {
  const links = Map.groupBy(linksOf(project, conflict.id, seen), ({ passage }) => passage);
  const sidesIn = sidesOfPassage(project);
  return quotePassages(project, links.keys()).map((quoted) => {
    const own = links.get(quoted.passage)!;
    return { ...quoted, sides: sidesIn(conflict, quoted.passage, own), chosen: own.find(({ side }) => side !== '')?.side ?? '', points: own.flatMap(({ point }) => point ?? []) };
  });
}

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!) / 2;
};
/** What each side's people rate in the passages of an entry: people are the unit, each with the median of her own ratings. */
export function ratingsOf(project: Reader, conflict: Row<'conflicts'>, { coder }: Seen): SideRating[] {
  const all = facts(project);
  const sidesOf = siding(project);
  const linked = new Set(linksOf(project, conflict.id, { coder }).map(({ passage }) => passage));
  const rated = project.query<{ passage: number; code: number; rating: number }>(`SELECT passage, code, rating FROM codings WHERE rating IS NOT NULL AND passage IN (SELECT passage FROM conflictPassages WHERE conflict = ?) AND ${countedInSql()} ORDER BY code`, conflict.id, coder ?? null, coder ?? null);
  return [...Map.groupBy(rated.filter(({ passage }) => linked.has(passage)), ({ code }) => code)].flatMap(([code, inside]) => sides.flatMap((side): SideRating[] => {
    const own = inside.flatMap(({ passage, rating }) => speakersOf(all, all.places[passage]!).filter((person) => sidesOf(person, conflict).includes(side)).map((person) => ({ person, rating })));
    const medians = [...Map.groupBy(own, ({ person }) => person).values()].map((ratings) => median(ratings.map(({ rating }) => rating)));
    return medians.length === 0 ? [] : [{ code, side, median: median(medians), people: medians.length }];
  }));
}
