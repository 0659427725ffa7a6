import { openSync, writeSync } from 'node:fs';
import { openStudy } from '../../electron/core/engine.ts';

/**
 * A process that codes until it is ended, and says "ready" once it has begun: `node coder.ts STUDY ACKNOWLEDGED WHO`. Each line of the second file is what was
 * acknowledged: "+3/7" for a coding's passage and number, "-" for an undo of the last one, which was announced by "?".
 */
const [file = '', acknowledged = '', who = ''] = process.argv.slice(2);
const engine = openStudy(file, { who });
const document = (await engine.call('document.list', {}))[0]!.id;
const codes = (await engine.call('code.list', {})).map(({ id }) => id);
const { length } = (await engine.call('document.read', { document })).text;
const log = openSync(acknowledged, 'a');
const acknowledge = (line: string) => writeSync(log, `${line}\n`);
for (let round = 0; ; round++) {
  const start = (round * 7919) % (length - 20);
  const { passage, codings } = await engine.call('coding.apply', { document, start, end: start + 1 + (round % 19), codes: [{ code: codes[round % codes.length]! }] });
  acknowledge(`+${passage}/${codings[0]}`);
  if (round === 0) process.stdout.write('ready\n');
  if (round % 5 < 4) continue;
  acknowledge('?');
  await engine.call('history.undo', {});
  acknowledge('-');
}
