import type { Relation } from '../../shared/model/query.ts';
import { wordStarts } from '../../shared/model/text.ts';
import type { Ground } from './queryGround.ts';
import type { Reader } from './operation.ts';
import { textsOf } from './searchSources.ts';

type Marks = Uint8Array;

/** How many of the ascending numbers come before `bound`. */
function countBelow(sorted: ArrayLike<number>, length: number, bound: number): number {
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
  const turns = project.query<{ start: number; end: number }>('SELECT "start", "end" FROM turns WHERE document = ? AND "end" > "start" ORDER BY "start"', document);
  const [starts, ends] = [turns.map(({ start }) => start), turns.map(({ end }) => end)];
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
const overlapping = (ground: Ground, targets: readonly number[]) => {
  const spans = spansOf(targets.map((place) => ground.start[place]!), targets.map((place) => ground.end[place]!));
  return (place: number) => someReaches(spans, ground.end[place]! - 1, ground.start[place]! + 1);
};

function deciderOf(project: Reader, relation: Relation): Decide {
  const plain = (ground: Ground, targets: readonly number[]) => spansOf(targets.map((place) => ground.start[place]!), targets.map((place) => ground.end[place]!));
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
function nearDecider(project: Reader, { unit, most }: Extract<Relation, { is: 'near' }>): Decide {
  if (unit === 'turns') return (ground, targets, document) => {
    const { touching } = turnsTouched(project, document);
    const overlaps = overlapping(ground, targets);
    const touched = targets.flatMap((place) => [touching(ground.start[place]!, ground.end[place]!)].filter((each) => each !== null));
    const spans = spansOf(touched.map(([first]) => first), touched.map(([, last]) => last));
    return (place) => {
      if (overlaps(place)) return true;
      const here = touching(ground.start[place]!, ground.end[place]!);
      return here !== null && someReaches(spans, here[1] + most, here[0] - most);
    };
  };
  // Measured in words, an offset is how many words begin before it.
  return (ground, targets, document) => {
    const words = unit === 'words' ? wordStarts(textsOf(project)(document)) : null;
    const at = (offset: number) => (words ? countBelow(words, words.length, offset) : offset);
    const spans = spansOf(targets.map((place) => at(ground.start[place]!)), targets.map((place) => at(ground.end[place]!)));
    return (place) => someReaches(spans, at(ground.end[place]!) + most, at(ground.start[place]!) - most);
  };
}

/** The passages that lie as `relation` says to a marked one: itself, or another of its document. */
export function placed(project: Reader, ground: Ground, relation: Relation, of: Marks): Marks {
  const marks = new Uint8Array(ground.size);
  const decide = deciderOf(project, relation);
  for (const { id, from, to } of ground.documents) {
    const targets: number[] = [];
    for (let place = from; place < to; place++) if (of[place] === 1) targets.push(place);
    if (targets.length === 0) continue;
    const isThere = decide(ground, targets, id);
    for (let place = from; place < to; place++) if (of[place] === 1 || isThere(place)) marks[place] = 1;
  }
  return marks;
}
