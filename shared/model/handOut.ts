import { z } from 'zod';

/** What a coder is told about who speaks: pseudonyms and values, pseudonyms alone, or numbers in their place. */
export const peopleTold = ['values', 'names', 'numbers'] as const;
export type PeopleTold = (typeof peopleTold)[number];

/** What stands in a package's `project.handedOut`, all by UUIDs. */
export const handedOut = z.object({
  study: z.string(),
  /** The study's last journal entry when the package was made, and the package's own first one. */
  entry: z.string(), package: z.string(),
  /** Who codes in it. */
  coder: z.string(), documents: z.array(z.string()), blind: z.boolean(),
});
export type HandedOut = z.infer<typeof handedOut>;

/** What a package cannot be given, for it quotes interviews or names people that are not handed out: lines of so many codes, so many memos. */
export interface LeftOut { readonly codes: number; readonly memos: number }
/** What a package tells all the same: codes whose name quotes or names what is not handed out; codes whose example is taken from what is. */
export interface Told { readonly codeNames: readonly string[]; readonly examples: readonly string[] }

/** What the open study is a package of, by its record; null for a study of its own. */
export function packageRecord(of: unknown): HandedOut | null {
  const read = handedOut.safeParse(of);
  return read.success ? read.data : null;
}
