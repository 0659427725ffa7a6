import { rmSync } from 'node:fs';
import { Problem } from '../../shared/model/problem.ts';
import { snapshot, snapshotFormat, type Snapshot } from '../../shared/model/snapshot.ts';
import { fillStudy } from '../core/wholeStudy.ts';
import { exitCodes, type CliCommand, type Desk } from './command.ts';
import { readJson } from './readJson.ts';

/** A snapshot from a file. Problems: `newer-snapshot`, `bad-input`. */
const readSnapshot = (desk: Desk, file: string): Snapshot => readJson(desk, file, snapshot, (given, name) => {
  const theirs = typeof given === 'object' && given !== null && 'format' in given ? given.format : 1;
  if (typeof theirs === 'number' && theirs > snapshotFormat) throw new Problem('newer-snapshot', { file: name, theirs, ours: snapshotFormat });
});

/** Makes a study of a snapshot, whole or not at all: a file that was begun goes again. */
export async function studyFrom(desk: Desk, study: string, from: string, make: (name: string) => void): Promise<void> {
  const given = readSnapshot(desk, from);
  make(given.name);
  try { await desk.withStudy(study, async (engine) => fillStudy(engine.call, given)); } catch (error) {
    for (const ending of ['', '-wal', '-shm']) rmSync(`${desk.path(study)}${ending}`, { force: true });
    throw error;
  }
}

export const snapshotCommand: CliCommand = {
  name: 'snapshot', arguments: '<study>',
  declare: (command) => command.option('-o, --output <file>'),
  run: (desk, [study], { output }) => desk.withStudy(String(study), async (engine) => {
    const bytes = Buffer.from(`${JSON.stringify(await engine.call('study.snapshot', {}), null, 1)}\n`);
    if (typeof output === 'string') desk.save(output, bytes);
    else process.stdout.write(bytes);
    return exitCodes.done;
  }),
};
