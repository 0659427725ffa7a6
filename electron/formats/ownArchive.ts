import { faultsOf } from '../../shared/model/faults.ts';
import { Problem } from '../../shared/model/problem.ts';
import { createNotes, projectKinds, type ProjectKind } from '../../shared/model/projectReport.ts';
import { snapshot as shape, snapshotFormat, type Snapshot } from '../../shared/model/snapshot.ts';
import type { IncomingFile } from '../ops/operation.ts';
import type { ProjectFormat, ProjectReading } from './projectFormat.ts';

/** A whole study as JSON: Concord's own archive. Law: readArchive(writeArchive(snapshot)) equals the snapshot. */
export const writeArchive = (snapshot: Snapshot): Uint8Array => new TextEncoder().encode(`${JSON.stringify(snapshot, null, 1)}\n`);
/** Problems: `newer-snapshot`, `bad-input` with what is wrong. */
export function readArchive({ name: file, bytes }: IncomingFile): Snapshot {
  let given: unknown;
  try { given = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)); } catch { throw new Problem('bad-input', { operation: file, what: 'JSON' }); }
  return checked(file, given);
}
/** A snapshot that was parsed as JSON. Problems as of `readArchive`. */
export function checked(file: string, given: unknown): Snapshot {
  const theirs = typeof given === 'object' && given !== null && 'format' in given ? given.format : 1;
  if (typeof theirs === 'number' && theirs > snapshotFormat) throw new Problem('newer-snapshot', { file, theirs, ours: snapshotFormat });
  const parsed = shape.safeParse(given);
  if (!parsed.success) throw new Problem('bad-input', { operation: file, faults: faultsOf(parsed.error) });
  return parsed.data;
}
/** Whether a JSON file is an archive: others hold recognised speech. */
export const isOwnArchive = ({ bytes }: IncomingFile): boolean => /^\s*\{\s*"format"\s*:\s*\d+\s*,\s*"name"\s*:/.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'));

/** What a snapshot of Concord's own holds: all of it is understood. */
export function ownReading(format: string, snapshot: Snapshot, notes = createNotes()): ProjectReading {
  notes.say('ours');
  const counts = Object.fromEntries(projectKinds.map((kind) => [kind, snapshot[kind]?.length ?? 0])) as Record<ProjectKind, number>;
  return { format, origin: 'Concord', snapshot, report: { counts, rules: [], kept: [], notes: notes.list() } };
}
export const ownArchive: ProjectFormat = {
  id: 'archive', extensions: ['json'],
  async read(file) { return ownReading('archive', readArchive(file)); },
};
