import { dirname, join } from 'node:path';
import { Problem } from '../../shared/model/problem.ts';
import type { Met } from '../../shared/model/sharing.ts';
import { clock } from '../core/clock.ts';
import { standardPlaces } from '../core/settings.ts';
import { createSharing } from '../core/sharing.ts';
import { bringFileTogether } from '../core/together.ts';
import { createWorkingCopies, type Shared, type WorkingCopies } from '../core/workingCopies.ts';
import { exitCodes, problemLine, type CliCommand } from './command.ts';

interface Brought { readonly met: readonly Met[]; readonly written: string | null; readonly unwritten: Problem | null }

/** The studies that this machine shares with others, as the window has them. */
export const copiesHere = (): WorkingCopies => createWorkingCopies(join(dirname(standardPlaces().settings), 'shared'));

/** A study of a shared folder is brought together in its working copy, as in the window. */
async function bringCopyTogether(copies: WorkingCopies, shared: Shared, opened: string, who: string): Promise<Brought> {
  const { engine, anew } = copies.open(shared, opened);
  const sharing = createSharing({ engine, shared, anew, clock, who: () => who, isKnown: () => true, keep: copies.keep, announce: () => {}, fault: (error) => { throw error; } });
  try {
    await sharing.bring(true);
    const { files, own, missing, unwritten } = sharing.state();
    if (missing) throw new Problem('no-such-file', { file: shared.folder });
    return { met: files, written: files.some(({ file }) => file === own) ? null : own, unwritten: unwritten && new Problem(unwritten.problem, unwritten.values) };
  } finally {
    sharing.close();
    engine.close();
  }
}

export const togetherCommand: CliCommand = {
  name: 'together', arguments: '<study>',
  declare: (command) => command.option('--folder <folder>').option('--json'),
  async run(desk, [study], { folder, json }) {
    const { words } = desk;
    const [path, who] = [desk.path(String(study)), desk.coderAtWork()];
    const copies = copiesHere();
    const shared = typeof folder === 'string' ? null : copies.find(path);
    const { met, written, unwritten } = shared ? await bringCopyTogether(copies, shared, path, who) : await bringFileTogether(path, who, typeof folder === 'string' ? desk.path(folder) : undefined);
    if (unwritten) throw unwritten;
    if (json === true) desk.printJson({ met, written, ...(shared ? { copy: shared.copy } : {}) });
    else {
      if (shared) desk.tell(words.say('cli.togetherCopy', { file: shared.copy }));
      for (const { file, became, codings, undecided, problem } of met) desk.print(words.say(`cli.met.${became}`, { file, codings, undecided, why: problem ? problemLine(words, problem) : '' }));
      desk.print(written === null ? words.say('cli.togetherNotWritten') : words.say('cli.togetherWritten', { file: written }));
    }
    return met.some(({ became }) => became === 'waits') ? exitCodes.differences : exitCodes.done;
  },
};
