import type { PositionRule, ProjectNote } from '../model/projectReport.ts';
import type { Words } from './index.ts';

/** How a program counts positions, in words: 'UTF-16 units, CR LF counts 2, end not counted'. */
export const sayRule = ({ say, list }: Words, { unit, lineEnd, mark, end }: PositionRule): string =>
  list([say(`exchange.units.${unit}`), say(lineEnd === 2 ? 'exchange.lineEnds.two' : 'exchange.lineEnds.one'), say(`exchange.ends.${end}`), ...(mark === 1 ? [say('exchange.marked')] : [])]);

/** A part of another program's file, in words where there are some; else by its own name. */
export function sayElement({ say, has }: Words, element: string): string {
  const key = `exchange.elements.${element}`;
  return has(key) ? say(key) : element;
}
/** What a note is said of: names as they are, parts of files in words. */
export const sayNoted = (words: Words, { code, names }: ProjectNote): readonly string[] => (/^parts?-/.test(code) ? [...new Set(names.map((name) => sayElement(words, name)))] : names);
