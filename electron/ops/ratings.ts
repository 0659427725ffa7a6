import { z } from 'zod';
import { formatPath } from '../../shared/model/path.ts';
import { comparedArms, differenceIn } from '../../shared/model/ratingDifferences.ts';
import { anchorsOf, type Perception, type RatingAxis, type RatingCell, type RatingMatrix, type TwoViews } from '../../shared/model/ratings.ts';
import { nameKey } from '../../shared/model/text.ts';
import { median } from '../../shared/statistics/offeredScale.ts';
import type { Offer } from '../../shared/statistics/offer.ts';
import { spreadOf } from '../../shared/statistics/spread.ts';
import { codePaths, type Code } from './codes.ts';
import { judgements } from './judgements.ts';
import { query, type Reader } from './operation.ts';
import { offerForTable, offersForViews } from './ratingOffers.ts';
import { anyOf, armsOf, askedOfRatings, codesOf, countingFor, dimensionAt, eachSaid, inBoth, isUnasked, leaveOut, sidesBy, type Said, type Sides } from './statements.ts';

/** Gathers what is said of one stakeholder in one dimension. */
export interface Gathered {
  add(said: Said, speakers: readonly number[], counts: boolean): void;
  cell(): RatingCell;
}
export function gather(): Gathered {
  const passages = new Set<number>();
  const people = new Set<number>();
  const ratings = new Map<number, number[]>();
  let [rated, unrated, offScale] = [0, 0, 0];
  return {
    add({ passage, rating }, speakers, counts) {
      passages.add(passage);
      for (const speaker of speakers) people.add(speaker);
      if (rating === null) unrated++;
      else if (!counts) offScale++;
      else {
        rated++;
        for (const speaker of speakers) {
          const own = ratings.get(speaker);
          if (own) own.push(rating);
          else ratings.set(speaker, [rating]);
        }
      }
    },
    cell() {
      const values = [...ratings.values()].map(median).toSorted((a, b) => a - b);
      return { passages: passages.size, people: people.size, rated, unrated, offScale, values, spread: spreadOf(values) };
    },
  };
}

const steps = ({ scale }: Pick<Code, 'scale'>): string => scale.map(({ value }) => value).toSorted((a, b) => a - b).join();
/** Whether a rating of a code counts for the dimension it stands in or below: both have the same steps, and it is one of them. */
export function onScaleOf(project: Reader, dimension: Code): (said: Said) => boolean {
  const ownSteps = steps(dimension);
  const alike = new Set(codesOf(project, 'dimension').filter((code) => steps(code) === ownSteps).map(({ id }) => id));
  const known = new Set(dimension.scale.map(({ value }) => value));
  return ({ dimension: code, rating }) => alike.has(code) && rating !== null && (known.size === 0 || known.has(rating));
}

/** A code as a row or a column. */
export function axisOf(project: Reader, { id, name, facet, colour, scale }: Code): RatingAxis {
  const path = codePaths(project).get(id)!;
  const { rating } = judgements(project);
  const given = facet === 'dimension' && scale.length === 0 ? project.query<{ id: number }>('SELECT id FROM codings WHERE code = ? AND rating IS NOT NULL', id).map((row) => rating[row.id]!) : [];
  return { code: id, key: null, label: name, path: formatPath(path), facet, colour, depth: path.length - 1, n: null, scale: facet === 'dimension' ? anchorsOf(scale, given) : null };
}
/** Cells by row, column and arm, made where something is said. */
function matrix(rows: number, columns: number, arms: number) {
  const cells: (Gathered | undefined)[] = [];
  const nothing = gather().cell();
  return {
    at: (row: number, column: number, arm: number): Gathered => (cells[(row * columns + column) * arms + arm] ??= gather()),
    told: (isAsked: (row: number, arm: number) => boolean) => Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => Array.from({ length: arms }, (___, arm) => (isAsked(row, arm) ? cells[(row * columns + column) * arms + arm]?.cell() ?? nothing : null)))),
  };
}

export const ratingTable = query({
  /** How each stakeholder (rows) is rated in each dimension (columns), whoever speaks. */
  input: z.strictObject(askedOfRatings),
  run(project, asked): RatingMatrix & { readonly offer: Offer | null } {
    const stakeholders = codesOf(project, 'stakeholder');
    const dimensions = codesOf(project, 'dimension');
    const arms = sidesBy(project, asked.split, asked.speakers);
    const rowsOf = countingFor(project, stakeholders, asked.subcodes);
    const columnsOf = countingFor(project, dimensions, asked.subcodes);
    const counts = dimensions.map((dimension) => onScaleOf(project, dimension));
    const cells = matrix(stakeholders.length, dimensions.length, arms.groups.length);
    const left = leaveOut(project, asked, dimensions);
    eachSaid(project, asked, (said) => {
      left.see(said);
      for (const { group: arm, speakers } of arms.of(said))
        for (const row of anyOf(said.about, rowsOf)) for (const column of columnsOf(said.dimension)) cells.at(row, column, arm).add(said, speakers, counts[column]!(said));
    });
    const found = { rows: stakeholders.map((code) => axisOf(project, code)), columns: dimensions.map((code) => axisOf(project, code)), cells: cells.told((_, arm) => !arms.groups[arm]!.unasked) };
    return { ...found, by: null, split: arms.by, arms: armsOf(arms), interviewed: stakeholders.map(() => arms.groups.map(({ people }) => people.size)), n: peopleIn(arms).size, left: left.told(), ...offerForTable(found, arms) };
  },
});
const peopleIn = ({ groups }: Sides): ReadonlySet<number> => new Set(groups.flatMap(({ people }) => [...people]));

/** The group (index) that is called as a stakeholder code, or as it was called before. */
export function ownGroup({ groups, decides }: Sides, { name, aliases }: Pick<Code, 'name' | 'aliases'>): number | null {
  if (decides !== 'speakers') return null;
  for (const called of [name, ...aliases].map(nameKey)) {
    const found = groups.findIndex(({ key, label }) => key !== null && nameKey(label) === called);
    if (found >= 0) return found;
  }
  return null;
}

export const perceptionTable = query({
  /** How the groups of an attribute (rows) rate each stakeholder (columns) in one dimension. */
  input: z.strictObject({ ...askedOfRatings, dimension: z.string().min(1), by: z.string().min(1) }),
  run(project, { dimension: path, by, ...asked }): Perception & ReturnType<typeof offersForViews> {
    const dimension = dimensionAt(project, path);
    const stakeholders = codesOf(project, 'stakeholder');
    const groups = sidesBy(project, by, asked.speakers);
    const arms = sidesBy(project, asked.split, asked.speakers);
    const columnsOf = countingFor(project, stakeholders, asked.subcodes);
    const inDimension = countingFor(project, [dimension], asked.subcodes);
    const counts = onScaleOf(project, dimension);
    const cells = matrix(groups.groups.length, stakeholders.length, arms.groups.length);
    const own = stakeholders.map((code) => ownGroup(groups, code));
    const views = stakeholders.map(() => arms.groups.map(() => ({ self: gather(), others: gather() })));
    const left = leaveOut(project, asked, [dimension]);
    eachSaid(project, asked, (said) => {
      left.see(said);
      if (inDimension(said.dimension).length === 0) return;
      const counting = counts(said);
      const sides = groups.of(said);
      for (const { group: arm, speakers: inArm } of arms.of(said)) for (const column of anyOf(said.about, columnsOf)) {
        for (const { group, speakers } of sides) {
          const both = inBoth(speakers, inArm, said);
          if (both) cells.at(group, column, arm).add(said, both, counting);
        }
        const ownPeople = own[column] === null ? [] : inArm.filter((speaker) => groups.groups[own[column]!]!.people.has(speaker));
        const others = inArm.filter((speaker) => !ownPeople.includes(speaker));
        if (ownPeople.length > 0) views[column]![arm]!.self.add(said, ownPeople, counting);
        if (others.length > 0) views[column]![arm]!.others.add(said, others, counting);
      }
    });
    const isAsked = (row: number, arm: number) => !isUnasked(groups.groups[row]!, arms.groups[arm]!);
    const found = {
      columns: stakeholders.map((code) => axisOf(project, code)), cells: cells.told(isAsked),
      views: views.map((column, index) => column.map(({ self, others }, arm) => twoViews(own[index]!, own[index] === null || !isAsked(own[index]!, arm) ? null : self.cell(), others.cell()))),
    };
    const compared = arms.by === null ? null : comparedArms(arms.groups);
    return {
      ...found, ...offersForViews(found, groups, arms), differences: compared && found.cells.map((row) => row.map((cell) => differenceIn(cell, compared, 'median', null))), dimension: axisOf(project, dimension), by: groups.by, split: arms.by, arms: armsOf(arms), interviewed: groups.groups.map((group) => arms.groups.map(({ people }) => [...people].filter((person) => group.people.has(person)).length)), n: peopleIn(groups).size, left: left.told(),
      rows: groups.groups.map(({ key, label, people }) => ({ code: null, key, label, path: '', facet: null, colour: '', depth: 0, n: people.size, scale: null })),
    };
  },
});
function twoViews(own: number | null, self: RatingCell | null, others: RatingCell): TwoViews {
  return { own, self, others, difference: self?.spread && others.spread ? self.spread.median - others.spread.median : null };
}
