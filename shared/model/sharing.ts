import type { ProblemRecord } from './problem.ts';
import type { Sharer } from './sharedPlace.ts';

/** What became of one file of a shared folder. */
export interface Met {
  readonly file: string;
  /** Nothing new in it; brought in; waits for decisions; another study's; or cannot be read yet, and why. */
  readonly became: 'same' | 'merged' | 'waits' | 'other' | 'unreadable';
  /** Codings that came. */
  readonly codings: number;
  readonly undecided: number;
  readonly problem: ProblemRecord | null;
}
export interface SharedFile extends Met {
  /** Whose it is, by its name; '' for the study that was shared at first. */
  readonly whose: string;
  /** The file that it is a conflicted copy of, as sharing programs make them; null for none. */
  readonly copyOf: string | null;
  /** When it was written last, ms; null where that is not known. */
  readonly at: number | null;
}
/** How the open study stands to those of the others. */
export interface SharedState {
  /** What shares the folder; null where a person chose it and nothing is known of it. */
  readonly by: Sharer | null;
  readonly folder: string;
  /** A package of one coder: nobody else's work comes in. */
  readonly alone: boolean;
  /** One's own file there; null before it was written. */
  readonly own: string | null;
  /** When all were looked at last, ms; null for not yet. */
  readonly at: number | null;
  readonly running: boolean;
  /** The folder cannot be reached: work goes on, and waits. */
  readonly missing: boolean;
  /** Whose work was brought in and undone: until the person asks nothing comes in and nothing goes out; null for none. */
  readonly takenBack: string | null;
  /** One's own file could not be written, and why. */
  readonly unwritten: ProblemRecord | null;
  /** The others' files, one's own left out unless something is the matter with it. */
  readonly files: readonly SharedFile[];
  readonly news: readonly SharedNews[];
}
/** Told once: that one works in a copy of one's own from now on, that it had to be made anew, a conflicted copy that came to be there. */
export interface SharedNews { readonly what: 'begun' | 'anew' | 'copy'; readonly file: string }
/** The others who share it, each once. */
export const sharersOf = (files: readonly SharedFile[]): string[] => [...new Set(files.filter(({ whose, became }) => whose !== '' && became !== 'other').map(({ whose }) => whose))];
