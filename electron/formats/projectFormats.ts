import { extname } from 'node:path';
import { Problem } from '../../shared/model/problem.ts';
import type { IncomingFile } from '../ops/operation.ts';
import type { GivenNames, OpenTables, ProjectFormat, ProjectReading } from './projectFormat.ts';
import { qualcoder } from './databases/qualcoder.ts';
import { rqda } from './databases/rqda.ts';
import { taguette } from './databases/taguette.ts';
import { ownArchive } from './ownArchive.ts';
import { refi } from './refi/index.ts';

/** Every kind of file that other programs keep or exchange projects in. A new one is an entry here. */
export const projectFormats: readonly ProjectFormat[] = [refi, qualcoder, taguette, rqda, ownArchive];

export const projectExtensions: readonly string[] = projectFormats.flatMap(({ extensions }) => extensions);
/** Reads a project of another program by its file's ending. Problems name the file: `unknown-format`, and those of its format. */
export async function readProjectFile(file: IncomingFile, names: GivenNames, open: OpenTables): Promise<ProjectReading> {
  const extension = extname(file.name).slice(1).toLowerCase();
  const format = projectFormats.find(({ extensions }) => extensions.includes(extension));
  if (!format) throw new Problem('unknown-format', { file: file.name });
  if (file.bytes.length === 0) throw new Problem('empty-file', { file: file.name });
  return format.read(file, names, open);
}
