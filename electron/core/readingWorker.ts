import { parentPort } from 'node:worker_threads';
import { Problem, problemRecord } from '../../shared/model/problem.ts';
import type { ReadChoices } from '../formats/format.ts';
import { readTranscript } from '../formats/index.ts';
import type { IncomingFile } from '../ops/operation.ts';

/** Reads files beside the core: a long one keeps nobody waiting, and a wicked one can be stopped. */
parentPort!.on('message', ({ file, choices }: { file: IncomingFile; choices: ReadChoices }) => {
  readTranscript(file, choices).then(
    (reading) => parentPort!.postMessage({ reading }),
    (error: unknown) => parentPort!.postMessage(error instanceof Problem ? { problem: problemRecord(error) } : { fault: error instanceof Error ? error.name : 'unknown' }),
  );
});
