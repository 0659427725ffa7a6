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

/** What a package cannot be given: it holds words of interviews that are not handed out. */
export interface LeftOut { readonly codes: number; readonly memos: number }
