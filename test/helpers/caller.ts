import { readFileSync } from 'node:fs';
import { openStudy } from '../../electron/core/engine.ts';
import { readWhole } from '../../electron/core/files.ts';
import { Problem, problemRecord } from '../../shared/model/problem.ts';

/**
 * A process that opens a study, says "ready", makes the calls that a file lists as [name, input] (files by their paths), prints a
 * line of JSON for each answer, and holds the study until it is ended: `node caller.ts STUDY CALLS [repeat]`. With `repeat` it
 * makes the calls again and again until one fails.
 */
const [file = '', list = '', repeat] = process.argv.slice(2);
const calls = JSON.parse(readFileSync(list, 'utf8')) as [string, unknown][];
const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);
const reply = (error: unknown) => (error instanceof Problem ? problemRecord(error) : { fault: String(error) });
try {
  const engine = openStudy(file, { who: 'Caller' });
  say('ready');
  for (let failed = false, round = 0; !failed && (round === 0 || repeat !== undefined); round++)
    for (const [name, input] of calls) {
      const answer = await engine.ask(name, input, { preparation: { file: async (path) => readWhole(path), progress: async () => {} } }).then(({ value }) => value, (error: unknown) => { failed = true; return reply(error); });
      say(answer ?? null);
    }
  process.once('SIGTERM', () => {
    try { engine.close(); say('closed'); } catch (error) { say(reply(error)); }
    process.exit(0);
  });
  setInterval(() => {}, 1000);
  say('done');
} catch (error) { say(reply(error)); }
