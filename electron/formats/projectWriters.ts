import type { ProjectNote } from '../../shared/model/projectReport.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { writeArchive } from './ownArchive.ts';
import { writeBook, writeProject, type ProjectWriting } from './refi/writeProject.ts';

/** A kind of file that a whole study, or its codebook, is written as for other programs. A new one is an entry in the list below. */
export interface ProjectWriter {
  readonly id: string;
  readonly extension: string;
  /** `notes`: what those who read it will not see, or see in another way. */
  write(snapshot: Snapshot, how: ProjectWriting): { readonly bytes: Uint8Array; readonly notes: readonly ProjectNote[] };
}
export const projectWriters: readonly ProjectWriter[] = [
  { id: 'qdpx', extension: 'qdpx', write: writeProject },
  { id: 'qdc', extension: 'qdc', write: writeBook },
  { id: 'archive', extension: 'json', write: (snapshot) => ({ bytes: writeArchive(snapshot), notes: [] }) },
];
