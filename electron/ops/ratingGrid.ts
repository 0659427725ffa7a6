import { z } from 'zod';
import { Problem } from '../../shared/model/problem.ts';
import { centres, placeOn, usualLeast, type Anchors, type Centre, type CoderPlace, type GridDot, type Placing, type RatingCell, type RatingGrid } from '../../shared/model/ratings.ts';
import type { Offer } from '../../shared/statistics/offer.ts';
import { query } from './operation.ts';
import { offerForGrid } from './ratingOffers.ts';
import { axisOf, gather, onScaleOf, type Gathered } from './ratings.ts';
import { anyOf, armsOf, askedOfRatings, codesOf, countingFor, dimensionAt, eachSaid, leaveOut, sidesBy } from './statements.ts';

/** What is said of one stakeholder on one side, by everybody and by each coder: the two dimensions, and the passages rated in either. */
interface Both { readonly x: Gathered; readonly y: Gathered; readonly rated: Gathered; readonly coders: Map<number, { readonly x: Gathered; readonly y: Gathered }> }
const both = (): Both => ({ x: gather(), y: gather(), rated: gather(), coders: new Map() });
const sides = ['x', 'y'] as const;
const valueOf = ({ spread }: RatingCell, centre: Centre): number | null => spread && spread[centre];

function placing(x: RatingCell, y: RatingCell, passages: number, least: number): Placing {
  if (x.spread && y.spread) return passages < least ? 'few' : 'placed';
  if (x.spread || y.spread) return 'half';
  return x.passages + y.passages > 0 ? 'unrated' : 'none';
}
/** The greatest distance of two coders in either direction, as a share of the scale. */
const apartOf = (coders: readonly CoderPlace[], scales: Readonly<Record<'x' | 'y', Anchors>>): number =>
  Math.max(0, ...sides.map((side) => { const places = coders.map((coder) => placeOn(scales[side], coder[side])); return places.length === 0 ? 0 : Math.max(...places) - Math.min(...places); }));

export const ratingGrid = query({
  /**
   * Where each stakeholder stands in two dimensions: the mean or median of the participants' own medians. With fewer than `least` rated
   * passages it is told but not placed.
   */
  input: z.strictObject({ ...askedOfRatings, x: z.string().min(1), y: z.string().min(1), centre: z.enum(centres).default('mean'), least: z.int().min(1).max(1000).default(usualLeast) }),
  run(project, { x, y, centre, least, ...asked }): RatingGrid & { readonly offer: Offer | null } {
    const dimensions = { x: dimensionAt(project, x), y: dimensionAt(project, y) };
    if (dimensions.x.id === dimensions.y.id) throw new Problem('same-dimension-twice', { dimension: dimensions.x.name });
    const stakeholders = codesOf(project, 'stakeholder');
    const arms = sidesBy(project, asked.split, asked.speakers);
    const rowsOf = countingFor(project, stakeholders, asked.subcodes);
    const isOn = { x: countingFor(project, [dimensions.x], asked.subcodes), y: countingFor(project, [dimensions.y], asked.subcodes) };
    const counts = { x: onScaleOf(project, dimensions.x), y: onScaleOf(project, dimensions.y) };
    const found = arms.groups.map(() => stakeholders.map(both));
    const left = leaveOut(project, asked, [dimensions.x, dimensions.y]);
    eachSaid(project, asked, (said) => {
      left.see(said);
      for (const side of sides) {
        if (isOn[side](said.dimension).length === 0) continue;
        const counting = counts[side](said);
        for (const { group: arm, speakers } of arms.of(said)) for (const row of anyOf(said.about, rowsOf)) {
          const dot = found[arm]![row]!;
          dot[side].add(said, speakers, counting);
          if (!counting) continue;
          dot.rated.add(said, speakers, true);
          if (!dot.coders.has(said.coder)) dot.coders.set(said.coder, { x: gather(), y: gather() });
          dot.coders.get(said.coder)![side].add(said, speakers, true);
        }
      }
    });
    const axes = { x: axisOf(project, dimensions.x), y: axisOf(project, dimensions.y) };
    const scales = { x: axes.x.scale!, y: axes.y.scale! };
    const names = new Map(project.all('coders').map(({ id, name }) => [id, name]));
    const dotOf = (place: number, { x: acrossGathered, y: upGathered, rated, coders }: Both): GridDot => {
      const { id, colour } = stakeholders[place]!;
      const { label, path, depth } = axisOf(project, stakeholders[place]!);
      const [across, up, { passages, people }] = [acrossGathered.cell(), upGathered.cell(), rated.cell()];
      const [atX, atY] = [valueOf(across, centre), valueOf(up, centre)];
      const places = [...coders].toSorted(([a], [b]) => a - b).flatMap(([coder, own]): CoderPlace[] => {
        const [ownX, ownY] = [valueOf(own.x.cell(), centre), valueOf(own.y.cell(), centre)];
        return ownX === null || ownY === null ? [] : [{ coder, name: names.get(coder)!, x: ownX, y: ownY }];
      });
      return { code: id, label, path, colour, depth, placing: placing(across, up, passages, least), passages, people, x: across, y: up, at: atX === null || atY === null ? null : { x: atX, y: atY }, coders: places, apart: apartOf(places, scales) };
    };
    const dots = found.map((arm) => arm.map((dot, place) => dotOf(place, dot)));
    return {
      ...axes, ...offerForGrid({ ...axes, dots, centre }, arms), centre, least, split: arms.by, arms: armsOf(arms), dots,
      n: new Set(arms.groups.flatMap(({ people }) => [...people])).size, left: left.told(),
    };
  },
});
