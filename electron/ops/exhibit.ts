import type { z } from 'zod';
import { codersHere } from '../../shared/model/coderNames.ts';
import type { Exhibit } from '../../shared/model/exhibit.ts';
import { formatPath, parsePath } from '../../shared/model/path.ts';
import { Problem } from '../../shared/model/problem.ts';
import { recordsHere, type RecordName } from '../../shared/model/recordNames.ts';
import { nameKey } from '../../shared/model/text.ts';
import type { Words } from '../../shared/words/index.ts';
import { codePaths, codesFound } from './codes.ts';
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

/** The code or document of that UUID; where there is none of it, that of the name. */
function recordHere(project: Reader, { of, uuid, name }: RecordName): number | null {
  const known = project.all(of, { uuid })[0];
  if (known) return known.id;
  if (of === 'documents') return project.query<{ id: number; name: string }>('SELECT id, name FROM documents').find((each) => nameKey(each.name) === nameKey(name))?.id ?? null;
  for (const [id, path] of codePaths(project)) if (nameKey(formatPath(path)) === nameKey(name)) return id;
  // Under a name that a merge left behind; one that leads to several leads to none of them.
  try { return codesFound(project).find(parsePath(name), null)?.id ?? null; } catch (error) { if (error instanceof Problem) return null; throw error; }
}
/**
 * A kept question as it is asked in this file, where coders, codes and documents have numbers. Of several codes or documents those that are gone are left out, and
 * `gone` is told what they were called. Problems: `no-such-coder`, `no-such-code`, `no-such-document` where nothing that was asked for is left: all of them would be another answer.
 */
export function askedHere(project: Reader, given: unknown, gone: string[] = []): unknown {
  const coders = project.all('coders');
  const asked = recordsHere(given, (name) => recordHere(project, name), ({ of, name }, isAlone) => {
    if (isAlone) throw of === 'codes' ? new Problem('no-such-code', { code: name }) : new Problem('no-such-document', { document: name });
    gone.push(name);
  });
  return codersHere(asked, coders, (name) => { throw new Problem('no-such-coder', { name, known: coders.map((coder) => coder.name).join(', ') }); });
}
