import type { ExhibitKind } from './exhibit.ts';
import { agreementExhibit, agreementRoundsExhibit, disagreementsExhibit } from './exhibits/agreement.ts';
import { agreementCodersExhibit, agreementDocumentsExhibit } from './exhibits/agreementCoders.ts';
import { conflictMatrixExhibit, conflictRegisterExhibit } from './exhibits/conflicts.ts';
import { gridExhibit, perceptionExhibit, ratingsExhibit } from './exhibits/ratings.ts';
import { codebookExhibit } from './exhibits/codebook.ts';
import { portraitExhibit } from './exhibits/portrait.ts';
import { quotationsExhibit } from './exhibits/quotations.ts';
import { jointExhibit } from './exhibits/joint.ts';
import { surveyExhibit } from './exhibits/survey.ts';
import { tableExhibit } from './exhibits/table.ts';
import { keynessExhibit, wordLinesExhibit, wordsExhibit } from './exhibits/words.ts';

/** Every analysis that can leave the program. A new one is a file and a line here, and its name in shared/words under `exhibit.kinds`. */
export const exhibits: readonly ExhibitKind[] = [
  tableExhibit,
  conflictMatrixExhibit,
  conflictRegisterExhibit,
  ratingsExhibit,
  perceptionExhibit,
  gridExhibit,
  portraitExhibit,
  quotationsExhibit,
  codebookExhibit,
  surveyExhibit,
  jointExhibit,
  wordsExhibit,
  keynessExhibit,
  wordLinesExhibit,
  agreementExhibit,
  agreementDocumentsExhibit,
  agreementCodersExhibit,
  agreementRoundsExhibit,
  disagreementsExhibit,
];
