import { join } from 'node:path';
import fc from 'fast-check';
import { createStudy, openStudy, type Engine } from '../../electron/core/engine.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { temporaryFolder } from './study.ts';

interface Runs { readonly numRuns: number; readonly seed: number }
const itself = (drawn: unknown): Snapshot => drawn as Snapshot;
/** Runs `work` on each random study, taken in by the engine: what is drawn is the study, or has it in it. */
export function eachStudy<S extends Snapshot>(drawn: fc.Arbitrary<S>, runs: Runs, work: (engine: Engine, drawn: S) => Promise<void>): Promise<void>;
export function eachStudy<T>(drawn: fc.Arbitrary<T>, runs: Runs, work: (engine: Engine, drawn: T) => Promise<void>, studyIn: (drawn: T) => Snapshot): Promise<void>;
export function eachStudy<T>(drawn: fc.Arbitrary<T>, { numRuns, seed }: Runs, work: (engine: Engine, drawn: T) => Promise<void>, studyIn: (drawn: T) => Snapshot = itself): Promise<void> {
  const folder = temporaryFolder();
  let round = 0;
  return fc.assert(fc.asyncProperty(drawn, async (given) => {
    const file = join(folder, `${round++}.concord`);
    createStudy(file, 'Study');
    const engine = openStudy(file, { who: 'Lin' });
    try {
      await engine.call('study.take', { snapshot: studyIn(given) });
      await work(engine, given);
    } finally { engine.close(); }
  }), { numRuns, seed });
}
