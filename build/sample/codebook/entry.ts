/** The same words in the two languages of the program. */
export interface Words { readonly en: string; readonly zh: string }
export type Language = keyof Words;
export const both = (en: string, zh: string): Words => ({ en, zh });
export const noWords: Words = both('', '');

/** A code as the codebook's source writes it. Only the definition is demanded of every code. */
export interface CodeEntry {
  readonly name: Words;
  readonly definition: Words;
  readonly include?: Words;
  readonly exclude?: Words;
  readonly example?: Words;
  /** Steps from the lowest value to the highest; dimensions only. */
  readonly scale?: readonly { readonly value: number; readonly anchor: Words }[];
  readonly children?: readonly CodeEntry[];
}
