import { nameKey } from '../../shared/model/text.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { Sheet } from '../formats/sheet.ts';

/** Finds columns of a sheet by any of the names that people give them. */
export function columnFinder(file: string, { header }: Sheet) {
  const keys = header.map(nameKey);
  const find = (names: readonly string[]): number => names.map((name) => keys.indexOf(nameKey(name))).find((index) => index >= 0) ?? -1;
  return {
    find,
    need(names: readonly string[]): number {
      const index = find(names);
      if (index < 0) throw new Problem('sheet-column-missing', { file, column: names[0]!, found: header.join(', ') });
      return index;
    },
  };
}
