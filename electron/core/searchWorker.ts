import { parentPort } from 'node:worker_threads';
import { Problem, problemRecord } from '../../shared/model/problem.ts';
import { searcher } from '../ops/expression.ts';
import type { TextsToSearch } from './textSearcher.ts';

/** Looks through texts beside the core, with an expression that may take its time: nobody else waits for it, and it can be stopped. */
parentPort!.on('message', ({ typed, expression, texts, left }: TextsToSearch) => {
  try { parentPort!.postMessage({ places: searcher(typed, expression, left)(texts) }); } catch (error) {
    parentPort!.postMessage(error instanceof Problem ? { problem: problemRecord(error) } : { fault: error instanceof Error ? error.name : 'unknown' });
  }
});
