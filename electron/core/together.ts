import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileStem } from '../../shared/model/fileName.ts';
import { Problem, problemRecord } from '../../shared/model/problem.ts';
import type { Met, SharedFile } from '../../shared/model/sharing.ts';
import type { OutputOf } from '../ops/index.ts';
import { openStudy, type Engine } from './engine.ts';
import { readWhole, writeNew, writeWhole } from './files.ts';
import { checkWhole, createOtherStudies } from './otherStudies.ts';
import { sourcesOf, stampOf, type Source } from './sharedFiles.ts';

const extension = '.concord';
/** Where those who share a study put theirs, each a file of her own: beside it, unless they agreed on another place. */
export const sharedFolderOf = (study: string): string => join(dirname(study), `${basename(study, extname(study))}.shared`);

/** What is known of a file since it was looked at: a file that stayed as it is need not be read again. */
export interface Seen { readonly stamp: string; readonly met: Met; /** The open study's last entry then. */ readonly head: string; /** The file's own last entry, where that is known. */ readonly holds?: string }
export interface Round {
  /** The study that is open, one's own. */
  readonly engine: Engine;
  readonly who: string;
  readonly folder: string;
  /** The study that was shared at first, if it still lies there: it stays as it is, and is one of the sources. */
  readonly original: string | null;
  /** A package: others' files are none of its business. */
  readonly alone?: boolean;
  /** One's own file in the folder; null where it has none yet. */
  readonly own: string | null;
  /** Whether one's own may take another free name where its name is taken by what is not here. */
  readonly mayRename: boolean;
  readonly seen: Map<string, Seen>;
  /** Asked before anything is written into the open study: throws where this is not the moment. */
  wait?(): void;
  /** Is told of a fault of the program that a file brought about; without it, it is thrown. */
  fault?(error: unknown): void;
  /** Whether the study was closed meanwhile. */
  ended?(): boolean;
}
export interface Together { readonly met: readonly SharedFile[]; /** The file that now holds what is here; null where one of that name holds what is not here yet. */ readonly written: string | null; readonly unwritten: Problem | null }

/**
 * Brings the open study together with those of the others, through a folder that is shared by whatever program (no lock in it is trusted): their files are merged
 * in, each in one step of the history, unless something has to be decided or they are another study's or not whole; then one's own file is written,
 * whole or not at all. It never replaces a file that holds something that is not here. Copies that sharing programs make of a file ("conflicted copy") are files as all others.
 */
export async function bringTogether(round: Round): Promise<Together> {
  const { engine, folder, original, alone = false, own, seen } = round;
  const met: SharedFile[] = [];
  for (const source of sourcesOf({ folder, original, alone })) {
    const stamp = stampOf(source.path);
    const known = seen.get(source.path);
    const isKnown = known !== undefined && known.stamp === stamp && (known.met.became !== 'waits' || known.head === engine.reader.head());
    const found = isKnown ? { ...known.met, became: known.met.became === 'merged' ? 'same' as const : known.met.became, codings: 0 } : source.problem ? { ...nothing(source), became: 'unreadable' as const, problem: source.problem } : await meet(round, source);
    if (round.ended?.()) throw new Problem('cancelled');
    // Only if it stayed the same while it was read.
    if (!isKnown && stampOf(source.path) === stamp) seen.set(source.path, { stamp, met: found, head: engine.reader.head() });
    met.push({ ...found, whose: source.whose, copyOf: source.copyOf, at: source.at });
  }
  const before = met.find(({ file }) => own !== null && file === own);
  try { return { met, written: write(round, before), unwritten: null }; } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { met, written: null, unwritten: error };
  }
}

/** Puts what is here into one's own file, if it still is as it was when it was last looked at and nothing of it was missing here: the study is about to be closed. */
export function putOwn({ engine, folder, own, seen }: Round): void {
  const path = own === null ? '' : join(folder, own);
  const last = seen.get(path);
  if (last === undefined || last.holds === engine.reader.head() || (last.met.became !== 'same' && last.met.became !== 'merged') || last.stamp !== stampOf(path)) return;
  writeWhole(path, engine.bytes(), engine.file);
}

/** Takes one's own file away that went by another name, if all of it is here; says whether it did. */
export function dropOwn({ folder, own, seen }: Round): boolean {
  const path = join(folder, own ?? '');
  const last = seen.get(path);
  if (last === undefined || (last.met.became !== 'same' && last.met.became !== 'merged') || last.stamp !== stampOf(path)) return false;
  rmSync(path);
  return true;
}

/** Writes one's own file where nothing is lost by it; answers with its name, null where it was left as it is. */
function write({ engine, who, folder, own, mayRename, seen }: Round, before: SharedFile | undefined): string | null {
  const wait = before?.became === 'waits' || (before?.became === 'unreadable' && !isBroken(before.problem?.problem));
  const isTaken = before !== undefined && before.became !== 'same' && before.became !== 'merged';
  if (isTaken && (wait || !mayRename)) return null;
  const head = engine.reader.head();
  const note = (file: string) => { const path = join(folder, file); seen.set(path, { stamp: stampOf(path), met: { ...nothing({ file }), became: 'same' }, head, holds: head }); };
  if (own !== null && !isTaken) {
    const path = join(folder, own);
    const last = seen.get(path);
    if (before && last && (last.holds ?? headOf(path)) === head) {
      seen.set(path, { ...last, holds: head });
      return own;
    }
    // It changed since it was looked at: the next time.
    if (before && last?.stamp !== stampOf(path)) return null;
    if (before) writeWhole(path, engine.bytes(), engine.file);
    else writeNew(path, engine.bytes());
    note(own);
    return own;
  }
  const stem = fileStem(who, 'Coder');
  const bytes = engine.bytes();
  for (let number = 1; ; number++) {
    const file = `${stem}${number === 1 ? '' : ` ${number}`}${extension}`;
    try { writeNew(join(folder, file), bytes); } catch (error) { if (error instanceof Problem && error.code === 'file-exists') continue; throw error; }
    note(file);
    return file;
  }
}
const isBroken = (code: string | undefined): boolean => code === 'damaged-study' || code === 'not-a-study' || code === 'foreign-study' || code === 'newer-study';
const nothing = ({ file }: Pick<Source, 'file'>) => ({ file, codings: 0, undecided: 0, problem: null });

/** A study's last entry, '' where there is none or it cannot be read. */
function headOf(path: string): string {
  const others = createOtherStudies();
  try { return others.lend().open(readWhole(path)).head(); } catch (error) {
    if (error instanceof Problem) return '';
    throw error;
  } finally { others.close(); }
}

async function meet({ engine, who, wait, fault, ended }: Round, { file: name, path }: Source): Promise<Met> {
  const met = nothing({ file: name });
  try {
    const file = readWhole(path);
    checkWhole(file);
    // Read once: what is merged is what was looked at, whatever comes into the folder meanwhile.
    const options = { who, preparation: { file: () => Promise.resolve(file) } };
    const { relation, conflicts } = (await engine.ask('study.mergePreview', { handle: path }, options)).value as OutputOf<'study.mergePreview'>;
    if (relation === 'apart') return { ...met, became: 'other' };
    if (conflicts.length > 0) return { ...met, became: 'waits', undecided: conflicts.length };
    wait?.();
    const before = engine.reader.head();
    const { counts } = (await engine.ask('study.merge', { handle: path }, options)).value as OutputOf<'study.merge'>;
    // What changes nothing is not written into the history.
    if (engine.reader.head() === before) return { ...met, became: 'same' };
    return { ...met, became: 'merged', codings: counts.find(({ table }) => table === 'codings')?.added ?? 0 };
  } catch (error) {
    if (ended?.() || (error instanceof Problem && error.code === 'cancelled')) throw error;
    if (!(error instanceof Problem)) {
      if (!fault) throw error;
      fault(error);
      return { ...met, became: 'unreadable', problem: { problem: 'program-fault', values: {} } };
    }
    // What was written meanwhile differs from theirs.
    if (error.code === 'merge-undecided') return { ...met, became: 'waits', undecided: Number(error.values['count'] ?? 1) };
    return { ...met, became: 'unreadable', problem: problemRecord(error) };
  }
}

/** The same for a study that is closed, as the command line has it: its file in the folder goes by the name of whoever works. */
export async function bringFileTogether(study: string, who: string, folder = sharedFolderOf(study)): Promise<Together> {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  const engine = openStudy(study, { who });
  try { return await bringTogether({ engine, who, folder, original: null, own: `${fileStem(who, 'Coder')}${extension}`, mayRename: false, seen: new Map() }); } finally { engine.close(); }
}
