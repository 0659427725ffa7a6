import type { z } from 'zod';
import { codersHere } from '../../shared/model/coderNames.ts';
import type { Exhibit } from '../../shared/model/exhibit.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { Words } from '../../shared/words/index.ts';
import type { NamedRole } from './naming.ts';
import type { Preparation, Reader } from './operation.ts';

/** An analysis that can be shown, saved under a name, exported and put into a report. All of them are entries of one list (exhibits.ts). */
export interface ExhibitKind<S extends z.ZodType = z.ZodType> {
  /** Kept in studies and reports: never renamed. */
  readonly id: string;
  /** What may be asked of it: the same as the input of its query, JSON. */
  readonly input: S;
  /** Where it names things of the study, by fields of `asked` ('filter.query'): they follow what becomes of these (following.ts). */
  readonly names?: Readonly<Record<string, NamedRole>>;
  /** The question with other values where it names values of attributes: `renamed` is given what an attribute is called there (null: any has it) and the value, and gives what is to stand there. */
  values?(asked: Readonly<Record<string, unknown>>, renamed: (attribute: unknown, value: unknown) => unknown): unknown;
  /** What takes long, done before bit by bit: others are let through in between, and it can be stopped. */
  ahead?(asked: z.output<S>, preparation: Preparation): Promise<void>;
  /** The same question in words that hold in every file of the study, where `asked` may hold numbers of this one; without it: as it is. */
  lasting?(project: Reader, asked: z.output<S>): z.input<S>;
  make(project: Reader, asked: z.output<S>, words: Words, wanted: Wanted): Exhibit;
  /** What one usually asks of it in this study; null where there is nothing to ask it of. Without it: what its input takes for {}. */
  usual?(project: Reader): z.input<S> | null;
}
/** What is wanted besides the numbers. */
export interface Wanted {
  /** Quotations of each cell, group or side, at most. */
  readonly quotations: number;
}
export const exhibitKind = <S extends z.ZodType>(kind: ExhibitKind<S>): ExhibitKind<S> => kind;

/** A kept question as it is asked in this file, where coders have numbers. A Problem `no-such-coder` where this study does not have one: everybody's codings would be another answer. */
export function askedHere(project: Reader, asked: unknown): unknown {
  const coders = project.all('coders');
  return codersHere(asked, coders, (name) => { throw new Problem('no-such-coder', { name, known: coders.map((coder) => coder.name).join(', ') }); });
}
