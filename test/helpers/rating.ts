import type { Snapshot } from '../../shared/model/snapshot.ts';

/** What a rating table says, straight from its definition: every coding is looked at for every cell, nothing is kept in step. It shares no code with the engine. */

type Coding = Snapshot['codings'][number];
type Person = Snapshot['participants'][number];
export interface NaiveCell { readonly passages: number; readonly people: number; readonly rated: number; readonly unrated: number; readonly offScale: number; readonly values: readonly number[]; readonly spread: object | null }
export interface NaiveAsked {
  readonly about: string;
  readonly dimensions: readonly string[];
  readonly speakers: 'interviewees' | 'all';
  readonly subcodes: boolean;
  readonly coder?: string;
  /** Who of the speakers counts; and whether a passage counts of which nobody knows who speaks. */
  readonly who: (person: Person) => boolean;
  readonly unknown: boolean;
  readonly theme?: boolean;
}
const unique = <T>(things: readonly T[]): T[] => [...new Set(things)];
const ascending = (values: readonly number[]) => values.toSorted((a, b) => a - b);
/** The middle value, or halfway between the two middle ones. */
const middle = (values: readonly number[]): number => { const sorted = ascending(values); const half = Math.floor(sorted.length / 2); return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2; };
/** The value at a share of the way from the first to the last. */
function along(values: readonly number[], share: number): number {
  const sorted = ascending(values);
  const reached = (sorted.length - 1) * share;
  const whole = Math.trunc(reached);
  return whole + 1 < sorted.length ? sorted[whole]! * (1 - (reached - whole)) + sorted[whole + 1]! * (reached - whole) : sorted[whole]!;
}

export function rateNaively(study: Snapshot, { about, dimensions, speakers, subcodes, coder, who, unknown, theme }: NaiveAsked): NaiveCell & { readonly quotations: readonly string[]; readonly ratedAt: readonly string[] } {
  const below = (path: readonly string[], root: string) => path.join(' > ') === root || (subcodes && path.join(' > ').startsWith(`${root} > `));
  const heard = ({ document, start, end }: Coding): string[] => unique(study.documents.find(({ name }) => name === document)!.turns.filter((turn) => turn.start < end && turn.end > start).flatMap(({ participant }) => participant ?? []));
  const place = ({ document, start, end }: Coding) => `${document}/${start}/${end}`;
  const scaleOf = (path: string) => ascending(study.codes.find((code) => code.path.join(' > ') === path)!.scale.map(({ value }) => value));
  const counted = study.codings.flatMap((coding) => {
    if (coding.facet !== 'dimension' || !dimensions.some((root) => below(coding.code, root))) return [];
    if (coder !== undefined && coding.coder !== coder) return [];
    const beside = study.codings.filter((other) => place(other) === place(coding) && other.coder === coding.coder);
    if (!beside.some((other) => other.facet === 'stakeholder' && below(other.code, about))) return [];
    if (theme && !study.codings.some((other) => place(other) === place(coding) && other.facet === 'theme')) return [];
    const voices = heard(coding).map((name) => study.participants.find((person) => person.name === name)!);
    const asked = voices.filter(({ role }) => speakers === 'all' || role === 'interviewee');
    const counting = asked.filter(who);
    if (voices.length === 0 ? !unknown : counting.length === 0) return [];
    const roots = dimensions.filter((root) => below(coding.code, root));
    const fits = roots.some((root) => scaleOf(root).join() === scaleOf(coding.code.join(' > ')).join()) && (scaleOf(coding.code.join(' > ')).length === 0 || scaleOf(coding.code.join(' > ')).includes(coding.rating ?? NaN));
    return [{ coding, counting, state: coding.rating === null ? 'unrated' : fits ? 'rated' : 'off' }];
  });
  const rated = counted.filter(({ state }) => state === 'rated');
  const people = unique(counted.flatMap(({ counting }) => counting.map(({ name }) => name)));
  const values = ascending(people.flatMap((name) => {
    const own = rated.filter(({ counting }) => counting.some((person) => person.name === name)).map(({ coding }) => coding.rating!);
    return own.length === 0 ? [] : [middle(own)];
  }));
  const quotations = unique(counted.map(({ coding }) => place(coding))).toSorted();
  return {
    passages: quotations.length, people: people.length, rated: rated.length, unrated: counted.filter(({ state }) => state === 'unrated').length, offScale: counted.filter(({ state }) => state === 'off').length, values, quotations, ratedAt: unique(rated.map(({ coding }) => place(coding))),
    spread: values.length === 0 ? null : { n: values.length, least: values[0], most: values.at(-1), lower: along(values, 0.25), median: middle(values), upper: along(values, 0.75), mean: values.reduce((whole, value) => whole + value, 0) / values.length },
  };
}
