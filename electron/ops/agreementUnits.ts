import type { AgreementUnit } from '../../shared/model/agreement.ts';
import { sentencesOf } from '../../shared/model/candidates.ts';
import type { Span } from '../../shared/model/span.ts';
import type { Reader } from './operation.ts';
import { textsOf } from './searchSources.ts';
import { textLengths } from './textLengths.ts';
import { tokensOf } from './tokens.ts';
import { turnColumns } from './turnColumns.ts';

/** The units of a document in its order: spans in UTF-16 units that do not overlap. */
interface Units { readonly starts: ArrayLike<number>; readonly ends: ArrayLike<number> }

/** Numbers stretches of a document's text in units. A unit is coded where any of it is. */
export interface Ruler {
  /** Units in the document. */
  readonly length: number;
  /** The first unit that ends behind an offset, and the first that begins at it or behind: [from(start), to(end)) are those that a span touches. */
  from(start: number): number;
  to(end: number): number;
}

/** How many of the ascending numbers are at most `most`. */
function countUpTo(numbers: ArrayLike<number>, most: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
const rulerOf = ({ starts, ends }: Units): Ruler => ({ length: starts.length, from: (start) => countUpTo(ends, start), to: (end) => countUpTo(starts, end - 1) });
const inColumns = (spans: readonly Span[]): Units => ({ starts: spans.map(({ start }) => start), ends: spans.map(({ end }) => end) });

/** Turns, and between them, or where there are none, the lines that hold any text: what nobody is known to say can be coded too. */
export function turnsAndLines(text: string, turns: readonly Span[]): Span[] {
  const units: Span[] = [];
  let at = 0;
  const lines = (until: number): void => {
    for (const line of text.slice(at, until).matchAll(/[^\n]*\S[^\n]*/g)) units.push({ start: at + line.index, end: at + line.index + line[0].length });
  };
  for (const turn of turns) {
    lines(turn.start);
    units.push(turn);
    at = Math.max(at, turn.end);
  }
  lines(text.length);
  return units;
}

/** The ruler of each document for a unit; kept until a text, a turn or a listed word changes. */
export function rulersOf(project: Reader, unit: AgreementUnit): (document: number) => Ruler {
  if (unit === 'document') return () => ({ length: 1, from: () => 0, to: () => 1 });
  if (unit === 'character' || unit === 'segment') { const lengths = textLengths(project); return (document) => ({ length: lengths[document]!, from: (start) => start, to: (end) => end }); }
  if (unit === 'word') { const { of } = tokensOf(project); return (document) => rulerOf(of(document)); }
  const known = project.derive(`agreementUnits/${unit}`, () => {
    for (const table of ['documents', 'turns']) project.one(`SELECT 1 FROM ${table} LIMIT 1`);
    return new Map<number, Ruler>();
  });
  const text = textsOf(project);
  return (document) => {
    let ruler = known.get(document);
    if (!ruler) known.set(document, (ruler = rulerOf(inColumns(unit === 'sentence' ? sentencesOf(text(document)) : turnsAndLines(text(document), turnsIn(project, document))))));
    return ruler;
  };
}
function turnsIn(project: Reader, document: number): Span[] {
  const turns = turnColumns(project);
  const { from, to } = turns.of.get(document) ?? { from: 0, to: 0 };
  return Array.from({ length: to - from }, (_, index) => ({ start: turns.start[from + index]!, end: turns.end[from + index]! }));
}
