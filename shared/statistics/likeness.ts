import { z } from 'zod';
import { statistic } from './statistic.ts';

/** What two sets share of all that is in either: presence (1) and absence (0) of each thing. */
export const jaccard = statistic({
  name: 'jaccard',
  source: 'Jaccard 1912',
  example: { a: [1, 1, 0], b: [1, 0, 0] },
  input: z.object({ a: z.array(z.union([z.literal(0), z.literal(1)])), b: z.array(z.union([z.literal(0), z.literal(1)])) }).refine(({ a, b }) => a.length === b.length, 'a and b of one length'),
  options: z.object({}),
  compute({ a, b }) {
    const either = a.filter((present, place) => present === 1 || b[place] === 1).length;
    return either === 0 ? { value: null, reason: 'empty union' } : { value: a.filter((present, place) => present === 1 && b[place] === 1).length / either };
  },
});

/** How much two codes occur together: the c-coefficient, Dice, and the share of the rarer one. More than 1 where quotations overlap: told, never cut off. */
export const cCoefficient = statistic({
  name: 'cCoefficient',
  source: 'ATLAS.ti manual, Code Co-occurrence Coefficient: c = n12/(n1 + n2 − n12)',
  example: { n1: 100, n2: 10, n12: 5 },
  input: z.object({ n1: z.int().min(0), n2: z.int().min(0), n12: z.int().min(0) }),
  options: z.object({}),
  compute({ n1, n2, n12 }) {
    const either = n1 + n2 - n12;
    if (either <= 0 || n1 === 0 || n2 === 0) return { value: null, reason: 'a code that was never given' };
    return {
      value: n12 / either, dice: (2 * n12) / (n1 + n2), overlapMin: n12 / Math.min(n1, n2),
      ...(n12 > Math.min(n1, n2) ? { flag: 'out of range (more co-occurrences than applications: overlapping quotations); ATLAS.ti marks it, never clamp silently' } : {}),
    };
  },
});
