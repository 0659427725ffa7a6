import { agreementInput, type AgreementAsked, type AgreementTable } from '../../shared/model/agreement.ts';
import { agreementTable } from './agreementTable.ts';
import { query, type Preparation } from './operation.ts';
import { tokensAhead } from './tokens.ts';

/** Texts that were never split into words take a while. */
export const agreementAhead = ({ unit, documents }: Pick<AgreementAsked, 'unit' | 'documents'>, preparation: Preparation): Promise<void> => (unit === 'word' ? tokensAhead(preparation, documents) : Promise.resolve());

export const tableOfAgreement = query({
  /**
   * How far coders agree about each code (or triple) and over all: percent, Cohen's κ with its interval, Fleiss, Krippendorff's α, Gwet's AC1,
   * Brennan–Prediger, Holsti; what is not defined is null and says why. Who codes blind (`coder`) is told only of documents that she has finished.
   */
  input: agreementInput,
  prepare: (asked, preparation: Preparation) => agreementAhead(asked, preparation),
  run: (project, asked): AgreementTable => agreementTable(project, asked),
});
