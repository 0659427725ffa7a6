import { rmSync } from 'node:fs';
import { openTables } from '../core/foreignTables.ts';
import { readWhole } from '../core/files.ts';
import { fillStudy } from '../core/wholeStudy.ts';
import { readProjectFile } from '../formats/projectFormats.ts';
import { writeArchive } from '../formats/ownArchive.ts';
import { givenNames } from '../ops/exchange.ts';
import { exitCodes, type CliCommand, type Desk } from './command.ts';

/** Makes a study of an archive, or of another program's project, whole or not at all: a file that was begun goes again. */
export async function studyFrom(desk: Desk, study: string, from: string, make: (name: string) => void): Promise<void> {
  const { snapshot: given, files = [] } = await readProjectFile(readWhole(desk.path(from)), givenNames(desk.words.language), openTables);
  make(given.name);
  try {
    await desk.withStudy(study, async (engine) => {
      await fillStudy(engine.call, given);
      // All of it is there by now, but for the files of its sources.
      if (files.length > 0) await desk.ask(engine, 'exchange.take', { handle: from, language: desk.words.language });
    });
  } catch (error) {
    for (const ending of ['', '-wal', '-shm']) rmSync(`${desk.path(study)}${ending}`, { force: true });
    throw error;
  }
}

export const snapshotCommand: CliCommand = {
  name: 'snapshot', arguments: '<study>',
  declare: (command) => command.option('-o, --output <file>'),
  run: (desk, [study], { output }) => desk.withStudy(String(study), async (engine) => {
    const bytes = writeArchive(await engine.call('study.snapshot', {}));
    if (typeof output === 'string') desk.save(output, bytes);
    else process.stdout.write(bytes);
    return exitCodes.done;
  }),
};
