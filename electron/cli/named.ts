import type { Problem } from '../../shared/model/problem.ts';
import { nameKey } from '../../shared/model/text.ts';

export interface Named { readonly id: number; readonly name: string }
/** Those of these names, with commas between, compared without case; a name may have commas itself. A Problem where there is none of that name. */
export function named(given: string, known: readonly Named[], missing: (name: string) => Problem): number[] {
  // Names stand at the even places, what is between them at the odd ones.
  const parts = given.split(/([,，、])/);
  const found: number[] = [];
  for (let from = 0; from < parts.length;) {
    if (parts[from]!.trim() === '') { from += 2; continue; }
    const wholeTo = (to: number) => nameKey(parts.slice(from, to).join(''));
    const ends = parts.flatMap((_, index) => (index >= from && index % 2 === 0 ? [index + 1] : [])).toReversed();
    const end = ends.find((to) => known.some(({ name }) => nameKey(name) === wholeTo(to)));
    if (end === undefined) throw missing(parts[from]!.trim());
    found.push(known.find(({ name }) => nameKey(name) === wholeTo(end))!.id);
    from = end + 1;
  }
  return found;
}
