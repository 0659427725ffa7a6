import type { TableAsked } from '../../shared/model/tableAsked.ts';
import type { Reader } from './operation.ts';
import type { Ground } from './queryGround.ts';
import { countBelow } from './queryPlaces.ts';
import { wordsOf } from './searchSources.ts';
import { turnColumns } from './turnColumns.ts';

type Asked = Pick<TableAsked, 'relation' | 'most' | 'unit'>;
/**
 * Passages of a document on a line, in order of `starts`: two lie as asked when the gap between them is less than `reach` (0: they must
 * share something) and `test` holds of them, the row's first. `starts` is -1 where a passage has no place on the line.
 */
interface Line { readonly starts: ArrayLike<number>; readonly ends: ArrayLike<number>; readonly reach: number; readonly test: ((row: number, column: number) => boolean) | null }

function turnLine(project: Reader, ground: Ground, document: number, from: number, to: number): Pick<Line, 'starts' | 'ends'> {
  const turns = turnColumns(project);
  const stretch = turns.of.get(document) ?? { from: 0, to: 0 };
  const [turnStarts, turnEnds] = [turns.start.slice(stretch.from, stretch.to), turns.end.slice(stretch.from, stretch.to)];
  const starts = new Int32Array(to - from).fill(-1);
  const ends = new Int32Array(to - from);
  for (let place = from; place < to; place++) {
    const first = countBelow(turnEnds, turnEnds.length, ground.start[place]! + 1);
    const behind = countBelow(turnStarts, turnStarts.length, ground.end[place]!);
    if (first < behind) [starts[place - from], ends[place - from]] = [first, behind];
  }
  return { starts, ends };
}
function lineOf(project: Reader, ground: Ground, { relation, most, unit }: Asked, document: number, from: number, to: number): Line {
  const [starts, ends] = [ground.start.subarray(from, to), ground.end.subarray(from, to)];
  const within = (inner: number, outer: number) => starts[inner]! >= starts[outer]! && ends[inner]! <= ends[outer]!;
  switch (relation) {
    case 'overlap': case 'triple': return { starts, ends, reach: 0, test: null };
    case 'within': return { starts, ends, reach: 0, test: within };
    case 'encloses': return { starts, ends, reach: 0, test: (row, column) => within(column, row) };
    case 'document': return { starts, ends, reach: Infinity, test: null };
    case 'turn': return { ...turnLine(project, ground, document, from, to), reach: 0, test: null };
    case 'near': {
      if (unit === 'characters') return { starts, ends, reach: most + 1, test: null };
      const words = wordsOf(project)(document);
      const measured = (offsets: Int32Array) => offsets.map((offset) => countBelow(words, words.length, offset));
      return { starts: measured(starts), ends: measured(ends), reach: most + 1, test: null };
    }
  }
}

/** Whether it is the same which of the two is the row's. */
export const isMutual = ({ relation }: Asked): boolean => relation !== 'within' && relation !== 'encloses';

/**
 * Calls `visit` with places that lie as asked, each row's place with all of its partners, itself among them, before the next; with `once`
 * each two only one time, the earlier place first. Only for relations between places: a triple is of one place.
 */
export function eachPairOfPlaces(project: Reader, ground: Ground, asked: Asked, once: boolean, visit: (row: number, column: number) => void): void {
  if (asked.relation === 'triple') {
    for (let place = 0; place < ground.size; place++) visit(place, place);
    return;
  }
  for (const { id, from, to } of ground.documents) {
    const { starts, ends, reach, test } = lineOf(project, ground, asked, id, from, to);
    const size = to - from;
    /** Earlier places that reach as far as the one at hand. */
    let active: number[] = [];
    for (let here = 0; here < size; here++) {
      const start = starts[here]!;
      if (start < 0) continue;
      const end = ends[here]!;
      if (!once) {
        active = active.filter((place) => start - ends[place]! < reach);
        for (const place of active) if (!test || test(here, place)) visit(from + here, from + place);
        active.push(here);
      }
      visit(from + here, from + here);
      for (let place = here + 1; place < size; place++) {
        if (starts[place]! < 0) continue;
        if (starts[place]! - end >= reach) break;
        if (!test || test(here, place)) visit(from + here, from + place);
      }
    }
  }
}
