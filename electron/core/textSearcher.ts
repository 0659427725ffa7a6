import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Problem, type ProblemRecord } from '../../shared/model/problem.ts';
import type { Expression } from '../../shared/model/search.ts';
import { searcher } from '../ops/expression.ts';

/** How long one search may take beside the core, ms: it keeps nobody waiting but who asked for it. */
const longest = 10_000;

export interface TextsToSearch { readonly typed: string; readonly expression: Expression; readonly texts: readonly string[]; /** ms. */ readonly left: number }
type Answer = { readonly places: number[][] } | { readonly problem: ProblemRecord } | { readonly fault: string };

/** The worker's file: beside this one in the checkout, an entry of its own in the built program. */
const workerFile = (): string => (import.meta.filename.endsWith('.ts') ? join(import.meta.dirname, 'searchWorker.ts') : join(import.meta.dirname.replace(/[\\/]chunks$/, ''), 'searching.js'));

/** Searches texts in a thread of its own, one search after the other; one that is not wanted any more is stopped in its midst. */
export function createTextSearcher() {
  let worker: Worker | null = null;
  let before: Promise<unknown> = Promise.resolve();
  const stop = () => {
    void worker?.terminate();
    worker = null;
  };
  function ask(message: TextsToSearch, signal: AbortSignal | undefined): Promise<Answer | null> {
    const asked = (worker ??= new Worker(workerFile()));
    asked.unref();
    return new Promise((answer, refuse) => {
      const onAbort = () => { end(); stop(); refuse(new Problem('cancelled')); };
      const onMessage = (reply: Answer) => { end(); answer(reply); };
      // No worker to be had here, or it is gone: the caller decides.
      const onGone = () => { end(); worker = null; answer(null); };
      const end = () => {
        signal?.removeEventListener('abort', onAbort);
        asked.off('message', onMessage).off('error', onGone).off('exit', onGone);
      };
      asked.on('message', onMessage).on('error', onGone).on('exit', onGone);
      signal?.addEventListener('abort', onAbort);
      if (signal?.aborted) onAbort();
      else asked.postMessage(message);
    });
  }
  return {
    /** As `searcher` of ops/expression; the time limit is one for all texts of a search together. */
    searcher(typed: string, expression: Expression, signal?: AbortSignal): (texts: readonly string[]) => Promise<number[][]> {
      let left = longest;
      const look = async (texts: readonly string[]): Promise<number[][]> => {
        const started = performance.now();
        try {
          const answer = await ask({ typed, expression, texts, left: Math.max(1, left) }, signal);
          if (answer === null) return searcher(typed, expression)(texts);
          if ('places' in answer) return answer.places;
          if ('fault' in answer) throw new Error(answer.fault);
          throw answer.problem.problem === 'search-too-long' ? new Problem('search-too-long', { typed, seconds: longest / 1000 }) : new Problem(answer.problem.problem, answer.problem.values);
        } finally { left -= performance.now() - started; }
      };
      return (texts) => {
        const turn = before.then(() => look(texts));
        before = turn.catch(() => {});
        return turn;
      };
    },
    close: stop,
  };
}
export type TextSearcher = ReturnType<typeof createTextSearcher>;
