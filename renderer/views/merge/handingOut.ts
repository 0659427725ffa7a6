import type { PeopleTold } from '../../../shared/model/handOut.ts';
import type { Outcome } from '../../core/core.ts';

export type Packages = Outcome<'handOut.list'>;
export type Package = Packages['packages'][number];
export type OwnPackage = NonNullable<Packages['isPackage']>;

/** What is asked of a new package before it is saved. */
export interface Wished {
  readonly coder: string;
  readonly documents: readonly number[];
  readonly blind: 'yes' | 'no';
  readonly people: PeopleTold;
  /** Attributes that are told; none chosen is all of them. */
  readonly attributes: readonly number[];
  readonly note: string;
}
export const nothingWished: Wished = { coder: '', documents: [], blind: 'yes', people: 'names', attributes: [], note: '' };
/** A further package for the same coder: what she has not finished yet. */
export const wishedAgain = ({ coder, blind, documents }: Package): Wished => ({
  ...nothingWished, coder, blind: blind ? 'yes' : 'no', documents: documents.flatMap(({ document, finished }) => (document === null || finished ? [] : [document])),
});
/** What the operations are asked; null while a package of nothing is wished for. */
export const askedOf = ({ coder, documents, blind, people, attributes }: Wished) => (documents.length === 0 ? null : {
  coder: coder.trim(), documents: [...documents], blind: blind === 'yes', people, ...(people === 'values' && attributes.length > 0 ? { attributes: [...attributes] } : {}),
});
