import { z } from 'zod';
import type { Exhibit, ExhibitCell, ExhibitColumn, ExhibitRow } from '../../../shared/model/exhibit.ts';
import { formatPath } from '../../../shared/model/path.ts';
import { byDifference, type RatingDifference } from '../../../shared/model/ratingDifferences.ts';
import { farApart, usualAxes, type Arm, type GridDot, type RatingAxis, type RatingCell, type RatingMatrix } from '../../../shared/model/ratings.ts';
import type { Words } from '../../../shared/words/index.ts';
import type { Offer } from '../../../shared/statistics/offer.ts';
import { sayLeftOut, sayMinus, sayRating, sayRatingOffer, sayScales, sayUndefined } from '../../../shared/words/sayRatings.ts';
import { sayQuery } from '../../../shared/words/sayQuery.ts';
import { attributesInOrder } from '../attributes.ts';
import { codePaths } from '../codes.ts';
import { exhibitKind, type ExhibitKind, type Wanted } from '../exhibit.ts';
import type { Reader } from '../operation.ts';
import { namesIn } from '../queryNames.ts';
import { ratingGrid } from '../ratingGrid.ts';
import { perceptionTable, ratingTable } from '../ratings.ts';
import { voicesOf, type Voiced } from '../ratingVoices.ts';
import { anyOf, codesOf, countingFor, dimensionAt, sidesBy, type AskedOfRatings, type Said } from '../statements.ts';

const dimensionPaths = (project: Reader): string[] => codesOf(project, 'dimension').map(({ id }) => formatPath(codePaths(project).get(id)!));
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
const nameOf = ({ say }: Words, { key, label }: Pick<Arm, 'key' | 'label'>): string => (key === null && label === '' ? say('by.noValue') : label);
/** The sides of a comparison over their columns; '' where there is none. */
const over = (words: Words, split: string | null, arm: Arm): string => (split === null ? '' : nameOf(words, arm));
const titled = ({ say }: Words, title: string, split: string | null): string => (split === null ? title : say('stakeholders.withSplit', { title, split }));

/** How it was asked, and of how many it is. */
function framed(project: Reader, words: Words, asked: AskedOfRatings, { n, split }: { n: number; split: string | null }, shown: readonly (readonly [string, string])[]): Pick<Exhibit, 'subtitle' | 'asked' | 'n'> {
  const { say } = words;
  const speakers = say(asked.speakers === 'all' ? 'tables.withInterviewers' : 'tables.withoutInterviewers');
  const filter = asked.saved ?? (asked.query && sayQuery(words, namesIn(project).refreshed(asked.query)));
  return {
    subtitle: [say('stakeholders.byPerson'), say('stakeholders.peopleOf', { people: say('tables.people', { count: n }), speakers })].join(words.language === 'zh' ? '' : ' '),
    asked: [
      ...shown, [say('tables.speakers'), speakers], ...(split === null ? [] : [[say('stakeholders.compared'), split] as const]), ...(filter === undefined ? [] : [[say('stakeholders.filter'), filter] as const]),
      ...(asked.subcodes ? [[say('tables.rows'), say('tables.subcodes')] as const] : []), ...(asked.coder === undefined ? [] : [[say('excerpt.coder'), project.find('coders', asked.coder)?.name ?? '–'] as const]),
    ],
    n: say('tables.people', { count: n }),
  };
}
/** The tests that fit, in sentences. */
const tested = (words: Words, offer: Offer | null): string[] => {
  if (!offer) return [];
  const { findings, text, notes } = sayRatingOffer(words, offer);
  return [...findings.map(({ lead, text: rest }) => `${lead} ${rest}`), ...text, ...notes];
};
/** Quotations, and where cells are mostly one person's. */
function heard(project: Reader, words: Words, asked: AskedOfRatings, { quotations: each }: Wanted, cellsOf: (said: Said) => readonly Voiced[]): { quotations: Exhibit['quotations']; notes: string[] } {
  const voices = voicesOf(project, asked, cellsOf);
  const { quotations, notes } = voices.quotations(each, words);
  return { quotations, notes: [...voices.warnings(words), ...notes] };
}
const isSpokenOf = (cells: readonly (RatingCell | null)[]): boolean => cells.some((cell) => (cell?.passages ?? 0) > 0);
const silence = (words: Words, axes: readonly RatingAxis[]): string[] => (axes.length === 0 ? [] : [words.say('stakeholders.nothingSaid', { who: words.list(axes.map(({ label }) => label)) })]);

/** What questions about ratings name, whichever they are. */
const ofAll = { split: 'groups', query: 'query', saved: 'savedQuery' } as const satisfies ExhibitKind['names'];

/** All that one cell says, in columns of its own. */
const measures = ['people', 'passages', 'raters', 'median', 'lower', 'upper', 'least', 'most', 'rated', 'unrated', 'offScale'] as const;
type Measure = (typeof measures)[number];
const labelOf = ({ say }: Words, measure: Measure): string => (measure === 'people' ? say('count.participants') : measure === 'passages' ? say('count.passages') : say(`stakeholders.measures.${measure}`));
function measured(cell: RatingCell | null, measure: Measure): ExhibitCell {
  if (cell === null) return null;
  switch (measure) {
    case 'people': case 'passages': case 'rated': case 'unrated': case 'offScale': return cell[measure];
    case 'raters': return cell.values.length;
    default: return cell.spread ? rounded(cell.spread[measure]) : '';
  }
}

/** Columns of a difference and its p, where just two sides are compared. */
const differing = (words: Words, { arms, differences }: { readonly arms: readonly Arm[]; readonly differences: unknown }, ...labels: readonly string[]): ExhibitColumn[] =>
  (differences === null ? [] : labels.flatMap((label) => [label, words.say('stakeholders.p')].map((each): ExhibitColumn => ({ label: each, over: sayMinus(words, arms), n: null }))));
/** Difference and p of a cell; the reason where there is none. */
function differed(words: Words, difference: RatingDifference | null, arms: readonly Arm[]): ExhibitCell[] {
  if (!difference) return [];
  const { value, why, p } = difference;
  return [value === null ? (why?.reason === 'unasked' ? null : sayUndefined(words, difference, arms)) : rounded(value), p === null ? '' : rounded(p)];
}
const noted = (words: Words, { arms, differences }: { readonly arms: readonly Arm[]; readonly differences: unknown }): string[] => (differences === null ? [] : [sayMinus(words, arms, 'stakeholders.differenceNote'), words.say('stakeholders.untested')]);

/** Each stakeholder, and below it each dimension that is spoken of, with people, passages, median and spread. */
export const ratingsExhibit = exhibitKind({
  id: 'ratings', input: ratingTable.input.extend({ sort: z.enum(['order', 'difference']).default('order') }), names: ofAll,
  make(project, { sort, ...asked }, words, wanted): Exhibit {
    const { say } = words;
    const table = ratingTable.run(project, asked, undefined);
    const [rowsOf, columnsOf] = [countingFor(project, codesOf(project, 'stakeholder'), asked.subcodes), countingFor(project, codesOf(project, 'dimension'), asked.subcodes)];
    const behind = heard(project, words, asked, wanted, (said) => anyOf(said.about, rowsOf).flatMap((row) => columnsOf(said.dimension).map((column) => ({ place: row * table.columns.length + column, of: `${table.rows[row]!.label}, ${table.columns[column]!.label}`, speakers: said.speakers }))));
    const columns = table.arms.flatMap((arm) => measures.map((measure): ExhibitColumn => ({ label: labelOf(words, measure), over: over(words, table.split, arm), n: measure === 'people' ? arm.n : null }))).concat(differing(words, table, say('stakeholders.difference')));
    const differenceOf = ({ row, column }: { row: number; column: number }) => table.differences?.[row]![column] ?? null;
    const spoken = table.rows.flatMap((_, row) => table.columns.flatMap((__, column) => (isSpokenOf(table.cells[row]![column]!) ? [{ row, column }] : [])));
    const cellsOf = (place: { row: number; column: number }): ExhibitCell[] => [...table.cells[place.row]![place.column]!.flatMap((cell) => measures.map((measure) => measured(cell, measure))), ...differed(words, differenceOf(place), table.arms)];
    const inOrder = () => table.rows.flatMap((row, index): ExhibitRow[] => {
      const inside = table.columns.flatMap((column, place): ExhibitRow[] => {
        return isSpokenOf(table.cells[index]![place]!) ? [{ label: column.label, depth: row.depth + 1, facet: 'dimension', cells: cellsOf({ row: index, column: place }) }] : [];
      });
      return inside.length === 0 ? [] : [{ label: row.label, depth: row.depth, facet: 'stakeholder', cells: columns.map(() => '') }, ...inside];
    });
    const rows = sort === 'difference' && table.differences ? byDifference(spoken, differenceOf).map((place): ExhibitRow => ({ label: say('stakeholders.of', { who: table.rows[place.row]!.label, what: table.columns[place.column]!.label }), depth: 0, facet: 'dimension', cells: cellsOf(place) })) : inOrder();
    return {
      title: titled(words, say('stakeholders.ratings'), table.split), corner: say('stakeholders.stakeholder'), columns, rows,
      notes: [say('stakeholders.shownMedians'), ...noted(words, table), ...sayScales(words, table.columns.filter((_, place) => table.cells.some((row) => isSpokenOf(row[place]!)))), ...silence(words, table.rows.filter((_, index) => !table.cells[index]!.some(isSpokenOf))), ...sayLeftOut(words, table.left), ...tested(words, table.offer), ...behind.notes],
      quotations: behind.quotations, drawn: { columns: table.arms.map((_, arm) => arm * measures.length + measures.indexOf('median')), percent: false },
      ...framed(project, words, asked, table, [[say('stamp.table'), say('stakeholders.ratings')]]),
    };
  },
});

/** Median and people of a cell. */
const pair = (cell: RatingCell | null): ExhibitCell[] => [measured(cell, 'median'), measured(cell, 'raters')];
const inArms = (words: Words, { split, arms }: Pick<RatingMatrix, 'split' | 'arms'>, row: Omit<ExhibitRow, 'cells'>, cells: (arm: number) => ExhibitCell[]): ExhibitRow[] =>
  (split === null ? [{ ...row, cells: cells(0) }] : [{ ...row, cells: cells(0).map(() => '') }, ...arms.map((arm, place): ExhibitRow => ({ label: nameOf(words, arm), depth: row.depth + 1, facet: null, cells: cells(place) }))]);

/** Who speaks by about whom; below it each stakeholder as its own people see it, as all others do, and the difference. */
export const perceptionExhibit = exhibitKind({
  id: 'perception', input: perceptionTable.input, names: { ...ofAll, dimension: 'dimension', by: 'groups' },
  usual(project) {
    const group = attributesInOrder(project).find(({ of, kind }) => of === 'participants' && kind === 'choice');
    const [dimension] = dimensionPaths(project);
    return group && dimension !== undefined ? { dimension, by: `participants:${group.name}` } : null;
  },
  make(project, asked, words, wanted): Exhibit {
    const { say } = words;
    const table = perceptionTable.run(project, asked, undefined);
    const [columnsOf, isIn, sides] = [countingFor(project, codesOf(project, 'stakeholder'), asked.subcodes), countingFor(project, [dimensionAt(project, asked.dimension)], asked.subcodes), sidesBy(project, asked.by, asked.speakers)];
    const behind = heard(project, words, asked, wanted, (said) => (isIn(said.dimension).length === 0 ? [] : sides.of(said).flatMap(({ group, speakers }) => anyOf(said.about, columnsOf).map((column) => ({ place: group * table.columns.length + column, of: `${nameOf(words, table.rows[group]!)} → ${table.columns[column]!.label}`, speakers })))));
    const shown = table.columns.flatMap((_, column) => (table.cells.some((row) => isSpokenOf(row[column]!)) ? [column] : []));
    const columns = shown.flatMap((column): ExhibitColumn[] => [say('stakeholders.measures.median'), 'n'].map((label) => ({ label, over: table.columns[column]!.label, n: null })));
    const groups = table.rows.flatMap((row, index) => inArms(words, table, { label: `${nameOf(words, row)} (n ${row.n})`, depth: 0, facet: null }, (arm) => shown.flatMap((column) => pair(table.cells[index]![column]![arm]!))));
    const view = (label: string, cells: (column: number, arm: number) => ExhibitCell[]) => inArms(words, table, { label, depth: 0, facet: null }, (arm) => shown.flatMap((column) => cells(column, arm)));
    return {
      title: titled(words, say('stakeholders.perception', { dimension: table.dimension.label }), table.split), corner: say('stakeholders.who'), columns,
      rows: [
        ...groups,
        ...view(say('stakeholders.self'), (column, arm) => { const { own, self } = table.views[column]![arm]!; return own === null ? ['', ''] : pair(self); }),
        ...view(say('stakeholders.others'), (column, arm) => pair(table.views[column]![arm]!.others)),
        ...view(say('stakeholders.difference'), (column, arm) => { const { difference } = table.views[column]![arm]!; return [difference === null ? '' : rounded(difference), '']; }),
      ],
      notes: [say('stakeholders.shownMedians'), ...sayScales(words, [table.dimension]), ...silence(words, table.columns.filter((_, column) => !shown.includes(column))), ...sayLeftOut(words, table.left), ...table.viewOffers.flatMap((offer, arm) => [[say('stakeholders.selfAndOthers'), ...(table.split === null ? [] : [nameOf(words, table.arms[arm]!)])].join(say('status.and')), ...tested(words, offer)]), ...(table.offer ? [say('stakeholders.betweenGroups'), ...tested(words, table.offer)] : []), ...behind.notes],
      quotations: behind.quotations, drawn: { columns: shown.map((_, index) => 2 * index), rows: groups.map((_, index) => index), percent: false },
      ...framed(project, words, asked, table, [[say('stamp.table'), say('stakeholders.perception', { dimension: table.dimension.path })], [say('tables.rows'), table.by!]]),
    };
  },
});

const quadrantName = z.string().min(1).max(80);
/** Positions of the interest–influence grid, as numbers: each stakeholder, and where each coder's codings alone would put it. */
export const gridExhibit = exhibitKind({
  id: 'grid', input: ratingGrid.input.extend({ /** What the quarters are called, where they have names of one's own. */ quadrants: z.strictObject({ topLeft: quadrantName, topRight: quadrantName, bottomLeft: quadrantName, bottomRight: quadrantName }).optional() }),
  names: { ...ofAll, x: 'dimension', y: 'dimension' },
  usual(project) {
    const paths = dimensionPaths(project);
    const axes = usualAxes(paths);
    return axes && { x: paths[axes.x]!, y: paths[axes.y]! };
  },
  make(project, { quadrants, ...asked }, words, wanted): Exhibit {
    const { say } = words;
    const grid = ratingGrid.run(project, asked, undefined);
    const stakeholders = grid.dots[0] ?? [];
    const [rowsOf, isIn] = [countingFor(project, codesOf(project, 'stakeholder'), asked.subcodes), countingFor(project, [dimensionAt(project, asked.x), dimensionAt(project, asked.y)], asked.subcodes)];
    const behind = heard(project, words, asked, wanted, (said) => (isIn(said.dimension).length === 0 ? [] : anyOf(said.about, rowsOf).map((row) => ({ place: row, of: stakeholders[row]!.label, speakers: said.speakers }))));
    const coders = [...new Map(grid.dots.flat().flatMap((dot) => dot.coders.map(({ coder, name }) => [coder, name] as const)))].toSorted(([a], [b]) => a - b);
    const axes = ['x', 'y'] as const;
    const columns = grid.arms.flatMap((arm) => [...axes.map((side) => grid[side].label), say('stakeholders.position'), say('count.participants'), say('count.passages'), ...coders.flatMap(([, coder]) => axes.map((side) => say('stakeholders.coderAt', { coder, dimension: grid[side].label })))]
      .map((label): ExhibitColumn => ({ label, over: over(words, grid.split, arm), n: label === say('count.participants') ? arm.n : null })))
      .concat(differing(words, grid, ...axes.map((side) => `${say(grid.centre === 'mean' ? 'stakeholders.differenceOfMeans' : 'stakeholders.difference')}: ${grid[side].label}`)));
    const cells = (dot: GridDot, arm: Arm): ExhibitCell[] => {
      const place = (value: number | undefined) => (value === undefined ? '' : rounded(value));
      if (grid.split !== null && arm.n === 0 && dot.passages === 0) return [null, null, say('stakeholders.unasked'), ...Array<null>(2 + 2 * coders.length).fill(null)];
      return [...axes.map((side) => place(dot[side].spread?.[grid.centre])), say(`stakeholders.placing.${dot.placing}`), dot.people, dot.passages, ...coders.flatMap(([coder]) => { const own = dot.coders.find((each) => each.coder === coder); return [place(own?.x), place(own?.y)]; })];
    };
    const far = grid.dots.flatMap((dots) => dots.filter(({ placing, apart }) => placing === 'placed' && apart > farApart));
    return {
      title: titled(words, say('stakeholders.grid', { x: grid.x.label, y: grid.y.label }), grid.split), corner: say('stakeholders.stakeholder'), columns,
      rows: stakeholders.map(({ label, depth }, index) => ({ label, depth, facet: 'stakeholder', cells: [...grid.arms.flatMap((arm, place) => cells(grid.dots[place]![index]!, arm)), ...axes.flatMap((side) => differed(words, grid.differences?.[index]![side] ?? null, grid.arms))] })),
      notes: [
        say(grid.centre === 'mean' ? 'stakeholders.shownMeans' : 'stakeholders.shownMedians'), say('stakeholders.leastPassages', { least: grid.least }), ...noted(words, grid), ...sayScales(words, [grid.x, grid.y]),
        ...(far.length === 0 ? [] : [`${say('stakeholders.coders')}: ${words.list(far.map(({ label, coders: own }) => `${label} (${own.map(({ name, x, y }) => `${name} ${sayRating(words, x)} / ${sayRating(words, y)}`).join(', ')})`))}`]), ...sayLeftOut(words, grid.left), ...tested(words, grid.offer), ...behind.notes,
      ],
      quotations: behind.quotations,
      pictured: { kind: 'grid', grid: { x: grid.x, y: grid.y, centre: grid.centre, least: grid.least, split: grid.split, arms: grid.arms, dots: grid.dots, n: grid.n, left: grid.left, differences: grid.differences }, quadrants },
      ...framed(project, words, asked, grid, [[say('stamp.table'), say('stakeholders.grid', { x: grid.x.path, y: grid.y.path })]]),
    };
  },
});
