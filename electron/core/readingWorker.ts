import { parentPort } from 'node:worker_threads';
import { Problem, problemRecord } from '../../shared/model/problem.ts';
import { readTranscript } from '../formats/index.ts';
import type { Asked } from './transcriptReader.ts';

/** What reads projects is loaded with the first of them: transcripts need no database. */
async function read(asked: Asked): Promise<unknown> {
  if ('choices' in asked) return readTranscript(asked.file, asked.choices);
  const [{ readProjectFile }, { openTables }] = await Promise.all([import('../formats/projectFormats.ts'), import('./foreignTables.ts')]);
  return readProjectFile(asked.file, asked.names, openTables);
}
/** Reads files beside the core: a long one keeps nobody waiting, and a wicked one can be stopped. */
parentPort!.on('message', (asked: Asked) => {
  read(asked).then(
    (reading) => parentPort!.postMessage({ reading }),
    (error: unknown) => parentPort!.postMessage(error instanceof Problem ? { problem: problemRecord(error) } : { fault: error instanceof Error ? error.name : 'unknown' }),
  );
});
