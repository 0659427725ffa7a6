import type { HandedFile } from './bridge.ts';
import type { ProblemRecord } from './problem.ts';

/** What giving a study's codebook to a copy of it does there, or did. */
export interface PushedBook {
  readonly file: string;
  /** Why nothing can come of it; the copy is as it was then. */
  readonly problem: ProblemRecord | null;
  /** Paths of codes: new there, changed, gone, and those that went here and stay there, for something hangs on them. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly gone: readonly string[];
  readonly kept: readonly string[];
  /** Codings of the copy; they all stay. */
  readonly codings: number;
  /** The copy as it is now, to be saved: where it was handed in as bytes and its file is out of reach. */
  readonly saved: HandedFile | null;
}
