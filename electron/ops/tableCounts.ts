import type { Count } from '../../shared/model/table.ts';
import type { Reader } from './operation.ts';
import type { Ground } from './queryGround.ts';
import type { Share } from './tableSpace.ts';
import { extentCounter } from './tableExtents.ts';

/** Counts what comes into cells, in the order of documents and of passages within them; what comes again is not counted again. */
export interface Counter {
  visit(cell: number, place: number, share: Share, unit: number): void;
  numbers(): ArrayLike<number>;
}

/** Things that come in such an order that the same one never comes back to a cell after another: the last is all that needs to be known. */
function inOrder(cells: number, thingOf: (place: number, unit: number) => number): Counter {
  const numbers = new Uint32Array(cells);
  const last = new Int32Array(cells).fill(-1);
  return {
    visit(cell, place, _share, unit) {
      const thing = thingOf(place, unit);
      if (last[cell] === thing) return;
      last[cell] = thing;
      numbers[cell]!++;
    },
    numbers: () => numbers,
  };
}

/** People come back: those that a cell met are noted when another has come between, and told apart in the end. */
export function peopleCounter(cells: number, most: number): Counter & { meet(cell: number, person: number): void } {
  const last = new Int32Array(cells).fill(-1);
  let noted = new Float64Array(1024);
  let size = 0;
  const meet = (cell: number, person: number): void => {
    if (last[cell] === person) return;
    last[cell] = person;
    if (size === noted.length) { const longer = new Float64Array(size * 2); longer.set(noted); noted = longer; }
    noted[size++] = cell * (most + 1) + person;
  };
  return {
    meet,
    visit(cell, _place, { people }) { for (let index = 0; index < people.length; index++) meet(cell, people[index]!); },
    numbers() {
      const numbers = new Uint32Array(cells);
      const met = noted.subarray(0, size).sort();
      for (let index = 0; index < size; index++) if (index === 0 || met[index] !== met[index - 1]) numbers[Math.floor(met[index]! / (most + 1))]!++;
      return numbers;
    },
  };
}
export const highestPerson = (project: Reader): number => project.one<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM participants')!.id;

export function counterOf(project: Reader, ground: Ground, count: Count, cells: number): Counter {
  switch (count) {
    case 'codings': return inOrder(cells, (_place, unit) => unit);
    case 'passages': return inOrder(cells, (place) => place);
    case 'documents': return inOrder(cells, (place) => ground.document[place]!);
    case 'participants': return peopleCounter(cells, highestPerson(project));
    default: return extentCounter(project, ground, count, cells);
  }
}
