import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileStem } from '../../shared/model/fileName.ts';
import { Problem, problemRecord, type ProblemRecord } from '../../shared/model/problem.ts';
import type { OutputOf } from '../ops/index.ts';
import { openStudy, type Engine } from './engine.ts';
import { readWhole, writeWhole } from './files.ts';
import { checkWhole } from './otherStudies.ts';

const extension = '.concord';
/** Where those who share a study put theirs, each a file of her own: beside it, unless they agreed on another place. */
export const sharedFolderOf = (study: string): string => join(dirname(study), `${basename(study, extname(study))}.shared`);

/** What became of one file of the shared folder. */
export interface Met {
  readonly file: string;
  /** Nothing new in it; brought in; waits for decisions; another study's; or cannot be read yet, and why. */
  readonly became: 'same' | 'merged' | 'waits' | 'other' | 'unreadable';
  /** Codings that came. */
  readonly codings: number;
  readonly undecided: number;
  readonly problem: ProblemRecord | null;
}
export interface Together { readonly met: readonly Met[]; /** The file that now holds what is here; null where one of that name holds what is not here yet. */ readonly written: string | null }

/**
 * Brings a study of one's own together with those of the others, through a folder that is shared by whatever program (no lock in it is trusted): their files are merged
 * in, each in one step of the history, unless something has to be decided or they are another study's or not whole; then one's own file is written,
 * whole or not at all. It never replaces a file that holds something that is not here. Copies that sharing programs make of a file ("conflicted copy") are files as all others.
 */
export async function bringTogether(study: string, who: string, folder = sharedFolderOf(study)): Promise<Together> {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  const own = `${fileStem(who, 'Coder')}${extension}`;
  const names = readdirSync(folder).filter((name) => extname(name) === extension && !name.startsWith('.')).toSorted();
  const met: Met[] = [];
  const engine = openStudy(study, { who });
  try { for (const name of names) met.push(await meet(engine, join(folder, name))); } finally { engine.close(); }
  const before = met.find(({ file }) => file === own);
  if (before && before.became !== 'same' && before.became !== 'merged') return { met, written: null };
  const { bytes } = readWhole(study);
  if (!before || !Buffer.from(readWhole(join(folder, own)).bytes).equals(bytes)) writeWhole(join(folder, own), bytes);
  return { met, written: own };
}

async function meet(engine: Engine, path: string): Promise<Met> {
  const met = { file: basename(path), codings: 0, undecided: 0, problem: null };
  try {
    const file = readWhole(path);
    checkWhole(file);
    // Read once: what is merged is what was looked at, whatever comes into the folder meanwhile.
    const preparation = { file: () => Promise.resolve(file) };
    const { relation, counts, conflicts } = (await engine.ask('study.mergePreview', { handle: path }, { preparation })).value as OutputOf<'study.mergePreview'>;
    if (relation === 'apart') return { ...met, became: 'other' };
    if (conflicts.length > 0) return { ...met, became: 'waits', undecided: conflicts.length };
    if (counts.length === 0) return { ...met, became: 'same' };
    await engine.ask('study.merge', { handle: path }, { preparation });
    return { ...met, became: 'merged', codings: counts.find(({ table }) => table === 'codings')?.added ?? 0 };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ...met, became: 'unreadable', problem: problemRecord(error) };
  }
}
