import type { Snapshot } from '../../shared/model/snapshot.ts';
import type { Call } from '../ops/index.ts';

/**
 * Puts a whole study into one that is empty yet. A version is a point of the history: the codebook is told over as it was at each of them,
 * and named there, before all else comes in. Law: what `study.snapshot` then answers is the snapshot.
 */
export async function fillStudy(call: Call, snapshot: Snapshot): Promise<{ documents: number; codings: number }> {
  const { versions = [] } = snapshot;
  if (versions.length > 0) {
    // Who named them comes before them, and keeps her identity.
    const { format, name, description, coders } = snapshot;
    await call('study.take', { snapshot: { ...(format === undefined ? {} : { format }), name, description, ...(coders === undefined ? {} : { coders }), attributes: [], participants: [], codes: [], documents: [], codings: [] } });
    for (const { codes, ...version } of versions) {
      await call('codebook.restate', { codes: [...codes] });
      await call('version.name', version);
    }
    await call('codebook.restate', { codes: [...snapshot.codes] });
  }
  await call('project.change', { name: snapshot.name, description: snapshot.description });
  return call('study.take', { snapshot });
}
