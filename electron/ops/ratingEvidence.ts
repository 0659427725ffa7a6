import { z } from 'zod';
import type { Excerpt } from '../../shared/model/excerpt.ts';
import { excerptsOf } from './excerpts.ts';
import { facts } from './facts.ts';
import { query, type Reader } from './operation.ts';
import { onScaleOf, ownGroup } from './ratings.ts';
import { anyOf, askedOfRatings, countingFor, dimensionAt, eachSaid, inBoth, sidesBy, type Said } from './statements.ts';

/** A rating as it counts behind a cell or a dot. */
export interface Evidence extends Excerpt {
  readonly passage: number;
  /** Whether its rating enters the median. */
  readonly counts: boolean;
  /** The participants for whom it counts. */
  readonly people: readonly string[];
}
/** Which of the speakers count in a cell: those of a group, of a side of the comparison, or all but a stakeholder's own people; null where none does. */
type Chosen = (said: Said) => readonly number[] | null;

const input = z.strictObject({
  ...askedOfRatings,
  about: z.int().positive(), dimensions: z.array(z.string().min(1)).min(1).max(2),
  /** The cell of this group of `by` (null: of those without a value), or of the stakeholder's own people or all others; of everybody without. */
  by: z.string().min(1).optional(), key: z.string().nullable().optional(), view: z.enum(['self', 'others']).optional(),
  /** The side of the comparison, where there is one. */
  arm: z.string().nullable().optional(),
});
function chosenBy(project: Reader, { by, key, view, arm, split, speakers, about }: z.output<typeof input>): Chosen {
  const arms = sidesBy(project, split, speakers);
  const groups = sidesBy(project, by, speakers);
  const own = view === undefined ? null : ownGroup(groups, project.get('codes', about));
  const inArm = (said: Said) => (split === undefined || arm === undefined ? said.speakers : arms.of(said).find(({ group }) => arms.groups[group]!.key === arm)?.speakers ?? null);
  const inGroup = (said: Said): readonly number[] | null => {
    if (view !== undefined) {
      const isOwn = (speaker: number) => own !== null && groups.groups[own]!.people.has(speaker);
      const chosen = said.speakers.filter((speaker) => isOwn(speaker) === (view === 'self'));
      return chosen.length > 0 ? chosen : null;
    }
    return by === undefined || key === undefined ? said.speakers : groups.of(said).find(({ group }) => groups.groups[group]!.key === key)?.speakers ?? null;
  };
  return (said) => {
    const [one, other] = [inGroup(said), inArm(said)];
    return one && other && inBoth(one, other, said);
  };
}

export const evidenceOf = query({
  /** The passages behind a cell or a dot, in the order of documents and text: each with the codings that rate (or do not rate) the stakeholder there. */
  input,
  run(project, asked) {
    const { about, dimensions: paths, by: _by, key: _key, view: _view, arm: _arm, ...rest } = asked;
    const dimensions = paths.map((path) => dimensionAt(project, path));
    const isAbout = countingFor(project, [project.get('codes', about)], asked.subcodes);
    const placeOf = countingFor(project, dimensions, asked.subcodes);
    const counts = dimensions.map((dimension) => onScaleOf(project, dimension));
    const chosen = chosenBy(project, asked);
    const { codings, passages } = facts(project);
    const found = new Map<number, { passage: number; counts: boolean; people: readonly number[] }>();
    eachSaid(project, rest, (said) => {
      if (anyOf(said.about, isAbout).length === 0) return;
      for (const place of placeOf(said.dimension)) {
        const people = chosen(said);
        if (people) found.set(codings.id[said.coding]!, { passage: passages.id[said.passage]!, counts: counts[place]!(said), people });
      }
    });
    const names = new Map(project.all('participants').map(({ id, name }) => [id, name]));
    const excerpts = excerptsOf(project, [...found.keys()]).map((excerpt): Evidence => {
      const { passage, counts: counting, people } = found.get(excerpt.coding)!;
      return { ...excerpt, passage, counts: counting, people: people.map((person) => names.get(person)!) };
    });
    const grouped = [...Map.groupBy(excerpts, ({ passage }) => passage).values()];
    return { passages: grouped, people: new Set(excerpts.flatMap(({ people }) => people)).size, most: mostOf(grouped) };
  },
});
/** Who says more than half of the passages, where there are enough for that to mean something; null where nobody does. */
function mostOf(passages: readonly (readonly Evidence[])[]): { name: string; passages: number } | null {
  if (passages.length < 3) return null;
  const said = Map.groupBy(passages.flatMap((codings) => [...new Set(codings.flatMap(({ people }) => people))]), (name) => name);
  const [most] = [...said].map(([name, each]) => ({ name, passages: each.length })).toSorted((a, b) => b.passages - a.passages);
  return most && most.passages * 2 > passages.length ? most : null;
}
