import { extname } from 'node:path';
import { Problem } from '../../../shared/model/problem.ts';
import type { Snapshot } from '../../../shared/model/snapshot.ts';
import type { IncomingFile } from '../../ops/operation.ts';
import { openArchive, type Archive } from '../archive.ts';
import type { GivenNames, ProjectFormat, ProjectReading } from '../projectFormat.ts';
import { checked, ownReading } from '../ownArchive.ts';
import { isArchive } from '../signature.ts';
import { readBook } from './codebook.ts';
import { createReading, type Reading } from './context.ts';
import { momentOf } from './identity.ts';
import { ownEntry, sealOf } from './writeProject.ts';
import { filesOf } from './keptFiles.ts';
import { readProject } from './readProject.ts';
import { createNotes } from '../../../shared/model/projectReport.ts';
import { readXml } from './xml.ts';

const base = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase();
/** The project of an archive: the only .qde at its root, whatever it is called. */
function projectIn(file: string, archive: Archive): Uint8Array {
  const found = archive.names.filter((name) => /\.qde$/i.test(name) && !/(?:^|\/)(?:__MACOSX|\._)/.test(name));
  const root = found.filter((name) => !name.includes('/'));
  const name = root.find((each) => each.toLowerCase() === 'project.qde') ?? root[0] ?? found[0];
  if (name === undefined) throw new Problem('no-project-inside', { file });
  return archive.read(name)!;
}
const unescaped = (path: string): string => { try { return decodeURIComponent(path); } catch { return path; } };
/** Finds what a path leads to in the archive, and nowhere else: by its file name, in whatever case, wherever it lies there. */
function entries(archive: Archive): Pick<Reading, 'entry' | 'size'> {
  const byName = new Map(archive.names.toReversed().map((name) => [base(name), name]));
  const nameOf = (path: string): string => {
    const plain = path.replaceAll('\\', '/').replace(/\/+$/, '');
    return /^https?:/i.test(path) ? '' : byName.get(base(plain)) ?? byName.get(base(unescaped(plain))) ?? '';
  };
  return { entry: (path) => archive.read(nameOf(path)), size: (path) => archive.size(nameOf(path)) };
}

/** Concord's own part, where the file is still as Concord wrote it; null where there is none, or where another program changed the project or its texts. */
function ownPart(file: string, archive: Archive, notes: ReturnType<typeof createNotes>): Snapshot | null {
  const own = archive.read(ownEntry);
  if (!own) return null;
  const texts = archive.names.filter((name) => /^sources\/[^/]+\.txt$/.test(name)).map((name) => archive.read(name)!);
  try {
    const { seal, snapshot } = JSON.parse(new TextDecoder().decode(own)) as { seal: string; snapshot: unknown };
    if (seal === sealOf([archive.read('project.qde') ?? new Uint8Array(), ...texts])) return checked(file, snapshot);
  } catch (error) { if (!(error instanceof SyntaxError) && !(error instanceof TypeError) && !(error instanceof Problem)) throw error; }
  notes.say('ours-changed');
  return null;
}

async function read(file: IncomingFile, names: GivenNames): Promise<ProjectReading> {
  if (file.bytes.length === 0) throw new Problem('empty-file', { file: file.name });
  const archive = isArchive(file) ? openArchive(file) : null;
  const notes = createNotes();
  const own = archive && ownPart(file.name, archive, notes);
  if (own) return { ...ownReading('qdpx', own, notes), files: filesOf(own, entries(archive).entry) };
  const root = readXml(file.name, archive ? projectIn(file.name, archive) : file.bytes, notes);
  const origin = (root.attributes['origin'] ?? '').trim().slice(0, 200);
  const moment = momentOf(root.attributes['modifiedDateTime']) ?? momentOf(root.attributes['creationDateTime']) ?? Date.now();
  const reading = createReading({ file: file.name, origin, names, moment, ...(archive ? entries(archive) : { entry: () => null, size: () => null }) }, notes);
  if (root.name === 'CodeBook') return { format: 'qdc', origin, ...readBook(reading, root, file.name.slice(0, file.name.length - extname(file.name).length)) };
  if (root.name !== 'Project') throw new Problem('no-project-inside', { file: file.name });
  return { format: 'qdpx', origin, ...await readProject(reading, root), files: reading.attached.files() };
}
/** Projects and codebooks of the exchange standard REFI-QDA, as NVivo, MAXQDA, ATLAS.ti, QualCoder, Transana, Taguette and others write them. Problems: `broken-xml`, `no-project-inside`, and those of archives. */
export const refi: ProjectFormat = { id: 'qdpx', extensions: ['qdpx', 'qdc', 'qde'], read };
