import { join } from 'node:path';
import fc from 'fast-check';
import { createStudy, openStudy, type Engine } from '../../electron/core/engine.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { temporaryFolder } from './study.ts';

/** Runs `work` on each random study, taken in by the engine. */
export function eachStudy(studies: fc.Arbitrary<Snapshot>, { numRuns, seed }: { readonly numRuns: number; readonly seed: number }, work: (engine: Engine, study: Snapshot) => Promise<void>): Promise<void> {
  const folder = temporaryFolder();
  let round = 0;
  return fc.assert(fc.asyncProperty(studies, async (study) => {
    const file = join(folder, `${round++}.concord`);
    createStudy(file, 'Study');
    const engine = openStudy(file, { who: 'Lin' });
    try {
      await engine.call('study.take', { snapshot: study });
      await work(engine, study);
    } finally { engine.close(); }
  }), { numRuns, seed });
}
