import { chiSquare } from './chiSquare.ts';
import { fisherExact } from './fisherExact.ts';
import { dunn, kruskalWallis } from './kruskalWallis.ts';
import { cCoefficient, jaccard } from './likeness.ts';
import { mannWhitney } from './mannWhitney.ts';
import { pAdjust } from './pAdjust.ts';
import { percent, proportionDifference, wilson } from './proportions.ts';
import type { Statistic } from './statistic.ts';
import { keynessLL, tfidf } from './words.ts';

/** All statistics by name. A new one is a line here. */
export const statistics: readonly Statistic[] = [percent, wilson, proportionDifference, chiSquare, fisherExact, kruskalWallis, dunn, mannWhitney, pAdjust, jaccard, cCoefficient, keynessLL, tfidf];
