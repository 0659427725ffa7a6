import { extname } from 'node:path';
import { Problem } from '../../shared/model/problem.ts';
import type { IncomingFile } from '../ops/operation.ts';
import type { GivenNames, ProjectFormat, ProjectReading } from './projectFormat.ts';
import { ownArchive } from './ownArchive.ts';
import { refi } from './refi/index.ts';

/** Every kind of file that other programs keep or exchange projects in. A new one is an entry here. */
export const projectFormats: readonly ProjectFormat[] = [refi, ownArchive];

export const projectExtensions: readonly string[] = projectFormats.flatMap(({ extensions }) => extensions);
/** Reads a project of another program by its file's ending. Problems name the file: `unknown-format`, and those of its format. */
export async function readProjectFile(file: IncomingFile, names: GivenNames): Promise<ProjectReading> {
  const extension = extname(file.name).slice(1).toLowerCase();
  const format = projectFormats.find(({ extensions }) => extensions.includes(extension));
  if (!format) throw new Problem('unknown-format', { file: file.name });
  if (file.bytes.length === 0) throw new Problem('empty-file', { file: file.name });
  return format.read(file, names);
}
