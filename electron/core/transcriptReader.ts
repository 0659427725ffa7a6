import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Problem, type ProblemRecord } from '../../shared/model/problem.ts';
import type { ReadChoices, Reading } from '../formats/format.ts';
import { readTranscript } from '../formats/index.ts';
import type { GivenNames, ProjectReading } from '../formats/projectFormat.ts';
import { readProjectFile } from '../formats/projectFormats.ts';
import type { IncomingFile } from '../ops/operation.ts';
import { openTables } from './foreignTables.ts';

/** How long one file may take, ms, and how much memory its reading may use, MB. */
const longest = 120_000;
const mostMemory = 1536;

/** A transcript to be read, or another program's project. */
export type Asked = { readonly file: IncomingFile; readonly choices: ReadChoices } | { readonly file: IncomingFile; readonly names: GivenNames };
type Answer = { readonly reading: unknown } | { readonly problem: ProblemRecord } | { readonly fault: string };

/** The worker's file: beside this one in the checkout, an entry of its own in the built program. */
const workerFile = (): string => (import.meta.filename.endsWith('.ts') ? join(import.meta.dirname, 'readingWorker.ts') : join(import.meta.dirname.replace(/[\\/]chunks$/, ''), 'reading.js'));

/** Reads transcripts and other programs' projects in a thread of its own, one after the other. */
export function createTranscriptReader() {
  let worker: Worker | null = null;
  let before: Promise<unknown> = Promise.resolve();
  const stop = () => {
    void worker?.terminate();
    worker = null;
  };

  function ask(wanted: Asked, signal: AbortSignal | undefined): Promise<Answer | null> {
    const { file } = wanted;
    const asked = (worker ??= new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: mostMemory } }));
    asked.unref();
    return new Promise((answer, refuse) => {
      const timer = setTimeout(() => { end(); stop(); refuse(new Problem('reading-too-long', { file: file.name })); }, longest);
      const onAbort = () => { end(); stop(); refuse(new Problem('cancelled')); };
      const onMessage = (message: Answer) => { end(); answer(message); };
      // Out of memory, or no worker to be had here: the caller decides.
      const onError = () => { end(); worker = null; answer(null); };
      const end = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        asked.off('message', onMessage).off('error', onError).off('exit', onError);
      };
      asked.on('message', onMessage).on('error', onError).on('exit', onError);
      signal?.addEventListener('abort', onAbort);
      if (signal?.aborted) onAbort();
      else asked.postMessage({ ...wanted, file: { name: file.name, bytes: file.bytes } });
    });
  }
  /** `here` reads it in this thread, where there is no other to be had. */
  async function read<R>(asked: Asked, here: () => Promise<R>, signal: AbortSignal | undefined): Promise<R> {
    const started = Date.now();
    const answer = await ask(asked, signal);
    if (answer && 'reading' in answer) return answer.reading as R;
    if (answer && 'problem' in answer) throw new Problem(answer.problem.problem, answer.problem.values);
    // A worker that dies while it reads was too much for it; one that never ran is no fault of the file.
    if (answer === null && Date.now() - started > 2000) throw new Problem('reading-too-long', { file: asked.file.name });
    return here();
  }
  function inTurn<R>(work: () => Promise<R>): Promise<R> {
    const turn = before.then(work);
    before = turn.catch(() => {});
    return turn;
  }
  return {
    read: (file: IncomingFile, choices: ReadChoices, signal?: AbortSignal): Promise<Reading> => inTurn(() => read({ file, choices }, () => readTranscript(file, choices), signal)),
    project: (file: IncomingFile, names: GivenNames, signal?: AbortSignal): Promise<ProjectReading> => inTurn(() => read({ file, names }, () => readProjectFile(file, names, openTables), signal)),
    close: stop,
  };
}
export type TranscriptReader = ReturnType<typeof createTranscriptReader>;
