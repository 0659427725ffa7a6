import { brennanPrediger, fleissKappa, gwetAC1, percentAgreement, scottPi } from './agreement.ts';
import { chiSquare } from './chiSquare.ts';
import { cohenKappa } from './cohenKappa.ts';
import { fisherExact } from './fisherExact.ts';
import { dunn, kruskalWallis } from './kruskalWallis.ts';
import { krippendorffAlpha } from './krippendorffAlpha.ts';
import { cCoefficient, jaccard } from './likeness.ts';
import { mannWhitney } from './mannWhitney.ts';
import { pAdjust } from './pAdjust.ts';
import { percent, proportionDifference, wilson } from './proportions.ts';
import { holsti, maxqdaSegmentKappa, segmentAgreement } from './segmentAgreement.ts';
import type { Statistic } from './statistic.ts';
import { unitizingAlpha } from './unitizingAlpha.ts';
import { keynessLL, tfidf } from './words.ts';

/** All statistics by name. A new one is a line here. */
export const statistics: readonly Statistic[] = [
  percent, wilson, proportionDifference, chiSquare, fisherExact, kruskalWallis, dunn, mannWhitney, pAdjust, jaccard, cCoefficient, keynessLL, tfidf,
  percentAgreement, cohenKappa, scottPi, gwetAC1, brennanPrediger, fleissKappa, krippendorffAlpha, holsti, segmentAgreement, maxqdaSegmentKappa, unitizingAlpha,
];
