import { setImmediate } from 'node:timers/promises';
import type { CoreEvent } from '../../shared/model/bridge.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { Preparation } from '../ops/operation.ts';
import type { Intake } from './intake.ts';
import type { TextSearcher } from './textSearcher.ts';
import type { TranscriptReader } from './transcriptReader.ts';

/** Long calls by the names that their callers gave them: they tell how far they are, let others through, and can be stopped before they write. */
export function createJobs(intake: Intake, reader: TranscriptReader, texts: TextSearcher, announce: (event: CoreEvent) => void) {
  const running = new Map<string, AbortController>();
  const preparation = (job: string | undefined, signal: AbortSignal | undefined): Omit<Preparation, 'project' | 'study' | 'writeStudy'> => ({
    file: async (handle) => intake.read(handle),
    foreignProject: (file, names) => reader.project(file, names, signal),
    transcript: (file, choices) => reader.read(file, choices, signal),
    searcher: (typed, expression) => texts.searcher(typed, expression, signal),
    async progress(done, total) {
      if (job !== undefined) announce({ kind: 'progress', job, done, total });
      await setImmediate();
      if (signal?.aborted) throw new Problem('cancelled');
    },
  });
  return {
    async run<R>(job: string | undefined, work: (preparation: Omit<Preparation, 'project' | 'study' | 'writeStudy'>) => Promise<R>): Promise<R> {
      if (job === undefined) return work(preparation(undefined, undefined));
      const controller = new AbortController();
      running.set(job, controller);
      try { return await work(preparation(job, controller.signal)); } finally { running.delete(job); }
    },
    cancel: (job: string): void => running.get(job)?.abort(),
  };
}
