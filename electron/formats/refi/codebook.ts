import { snapshotFormat, type Snapshot } from '../../../shared/model/snapshot.ts';
import { normaliseName } from '../../../shared/model/text.ts';
import type { ProjectReport } from '../../../shared/model/projectReport.ts';
import { readCodes } from './codes.ts';
import { childrenOf, keepUnknown, type Reading } from './context.ts';
import { reportOf } from './readProject.ts';
import { readSets } from './sets.ts';
import type { XmlElement } from './xml.ts';

/** A codebook by itself. Its name is the file's. */
export function readBook(reading: Reading, root: XmlElement, title: string): { snapshot: Snapshot; report: ProjectReport } {
  keepUnknown(reading, root);
  const sets = childrenOf(root, 'Sets');
  const { codes, byGuid } = readCodes(reading, childrenOf(root, 'Codes'), sets, new Set());
  const { codeSets } = readSets(reading, sets, byGuid, () => []);
  const snapshot: Snapshot = { format: snapshotFormat, name: normaliseName(title).slice(0, 400) || reading.names.unnamed, description: '', attributes: [], participants: [], codes, documents: [], codings: [], codeSets, foreignParts: [...reading.kept] };
  return { snapshot, report: reportOf(snapshot, reading, []) };
}
