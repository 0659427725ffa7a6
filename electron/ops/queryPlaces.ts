import type { Relation } from '../../shared/model/query.ts';
import type { Ground } from './queryGround.ts';
import type { Reader } from './operation.ts';
import { wordsOf } from './searchSources.ts';
import { turnColumns } from './turnColumns.ts';

type Marks = Uint8Array;

/** How many of the ascending numbers come before `bound`. */
export function countBelow(sorted: ArrayLike<number>, length: number, bound: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Spans in an order of ascending starts, ready to be asked in logarithmic time. */
interface Spans { readonly starts: readonly number[]; readonly farthest: readonly number[]; readonly nearest: readonly number[] }
function spansOf(starts: readonly number[], ends: readonly number[]): Spans {
  const farthest: number[] = [];
  ends.forEach((end, index) => farthest.push(index === 0 ? end : Math.max(end, farthest[index - 1]!)));
  const nearest = ends.slice();
  for (let index = nearest.length - 2; index >= 0; index--) nearest[index] = Math.min(nearest[index]!, nearest[index + 1]!);
  return { starts, farthest, nearest };
}
/** Whether some span starts at or before `latestStart` and ends at or behind `earliestEnd`. */
function someReaches({ starts, farthest }: Spans, latestStart: number, earliestEnd: number): boolean {
  const before = countBelow(starts, starts.length, latestStart + 1);
  return before > 0 && farthest[before - 1]! >= earliestEnd;
}
/** Whether some span starts at or behind `earliestStart` and ends at or before `latestEnd`. */
function someInside({ starts, nearest }: Spans, earliestStart: number, latestEnd: number): boolean {
  const from = countBelow(starts, starts.length, earliestStart);
  return from < starts.length && nearest[from]! <= latestEnd;
}

/** Numbers of the first and the last turn that [start, end) touches; null where it touches none. */
type Touching = (start: number, end: number) => readonly [number, number] | null;
function turnsTouched(project: Reader, document: number): { touching: Touching; inside: (start: number, end: number) => number | null } {
  const turns = turnColumns(project);
  const { from, to } = turns.of.get(document) ?? { from: 0, to: 0 };
  const [starts, ends] = [turns.start.slice(from, to), turns.end.slice(from, to)];
  const touching: Touching = (start, end) => {
    const first = countBelow(ends, ends.length, start + 1);
    const last = countBelow(starts, starts.length, end) - 1;
    return first <= last ? [first, last] : null;
  };
  return {
    touching,
    inside(start, end) {
      const touched = touching(start, end);
      return touched && touched[0] === touched[1] && starts[touched[0]]! <= start && ends[touched[0]]! >= end ? touched[0] : null;
    },
  };
}

/** Decides for one document which of its passages lie as asked to one of the `targets`: places in order. */
type Decide = (ground: Ground, targets: readonly number[], document: number) => (place: number) => boolean;
const plain = (ground: Ground, targets: readonly number[]): Spans => spansOf(targets.map((place) => ground.start[place]!), targets.map((place) => ground.end[place]!));
const overlapping: Decide = (ground, targets) => {
  const spans = plain(ground, targets);
  return (place) => someReaches(spans, ground.end[place]! - 1, ground.start[place]! + 1);
};

function deciderOf(project: Reader, relation: Relation): Decide {
  switch (relation.is) {
    case 'overlaps': return overlapping;
    case 'document': return () => () => true;
    case 'within': return (ground, targets) => {
      const spans = plain(ground, targets);
      return (place) => someReaches(spans, ground.start[place]!, ground.end[place]!);
    };
    case 'encloses': return (ground, targets) => {
      const spans = plain(ground, targets);
      return (place) => someInside(spans, ground.start[place]!, ground.end[place]!);
    };
    case 'turn': return (ground, targets, document) => {
      const { touching, inside } = turnsTouched(project, document);
      const touched = targets.flatMap((place) => [touching(ground.start[place]!, ground.end[place]!)].filter((each) => each !== null));
      const spans = spansOf(touched.map(([first]) => first), touched.map(([, last]) => last));
      return (place) => {
        const turn = inside(ground.start[place]!, ground.end[place]!);
        return turn !== null && someReaches(spans, turn, turn);
      };
    };
    case 'near': return nearDecider(project, relation);
  }
}

/** Where [start, end) begins and ends, measured in a unit; null where it cannot be measured. What ends later ends at the same or a greater number. */
type Measure = (start: number, end: number) => readonly [number, number] | null;
function measureIn(project: Reader, unit: Near['unit'], document: number): Measure {
  if (unit === 'turns') return turnsTouched(project, document).touching;
  if (unit === 'characters') return (start, end) => [start, end];
  // Measured in words, an offset is how many words begin before it.
  const words = wordsOf(project)(document);
  return (start, end) => [countBelow(words, words.length, start), countBelow(words, words.length, end)];
}
type Near = Extract<Relation, { is: 'near' }>;
/** Of all passages that end before another begins, the one that ends last is the nearest, in whatever unit; so it is behind. */
function nearDecider(project: Reader, { unit, most, other }: Near): Decide {
  return (ground, targets, document) => {
    const measure = measureIn(project, unit, document);
    const overlaps = other === undefined ? overlapping(ground, targets, document) : () => false;
    const measured = unit === 'turns' ? targets.filter((place) => measure(ground.start[place]!, ground.end[place]!) !== null) : targets;
    const starts = measured.map((place) => ground.start[place]!);
    const byEnd = other === 'after' ? [] : measured.toSorted((a, b) => ground.end[a]! - ground.end[b]!);
    const ends = byEnd.map((place) => ground.end[place]!);
    const here = (place: number) => measure(ground.start[place]!, ground.end[place]!);
    return (place) => {
      if (overlaps(place)) return true;
      const before = other === 'after' ? 0 : countBelow(ends, ends.length, ground.start[place]! + 1);
      const after = other === 'before' ? starts.length : countBelow(starts, starts.length, ground.end[place]!);
      if (before === 0 && after === starts.length) return false;
      const at = here(place);
      return at !== null && ((before > 0 && at[0] - here(byEnd[before - 1]!)![1] <= most) || (after < starts.length && here(measured[after]!)![0] - at[1] <= most));
    };
  };
}

/** The passages (of `among`) that lie as `relation` says to a marked one: itself, unless the other is to lie before or behind, or another of its document. */
export function placed(project: Reader, ground: Ground, relation: Relation, of: Marks, among: Marks | null): Marks {
  const marks = new Uint8Array(ground.size);
  const decide = deciderOf(project, relation);
  const isItself = relation.is !== 'near' || relation.other === undefined;
  for (const { id, from, to } of ground.documents) {
    const targets: number[] = [];
    for (let place = from; place < to; place++) if (of[place] === 1) targets.push(place);
    if (targets.length === 0) continue;
    let isThere: ReturnType<Decide> | null = null;
    for (let place = from; place < to; place++) {
      if (among && among[place] === 0) continue;
      if ((isItself && of[place] === 1) || (isThere ??= decide(ground, targets, id))(place)) marks[place] = 1;
    }
  }
  return marks;
}
