import { extname } from 'node:path';
import { memoFormats } from '../formats/memoFormats.ts';
import type { IncomingFile } from '../ops/operation.ts';
import { exitCodes, type CliCommand } from './command.ts';

export const memosCommand: CliCommand = {
  name: 'memos', arguments: '<study>',
  declare: (command) => command.option('--find <words>').option('--format <format>').option('-o, --output <file>'),
  run: (desk, [study], { find, format, output }) => desk.withStudy(String(study), async (engine) => {
    const known = memoFormats.map(({ id }) => id);
    const ending = typeof output === 'string' ? extname(output).slice(1).toLowerCase() : '';
    const wanted = typeof format === 'string' ? format : known.includes(ending) ? ending : 'md';
    if (!known.includes(wanted)) {
      desk.tell(desk.words.say('cli.noSuchFormat', { format: wanted, known: known.join(', ') }));
      return exitCodes.usage;
    }
    const file = await desk.ask<IncomingFile>(engine, 'memo.export', { format: wanted, language: desk.words.language, ...(typeof find === 'string' ? { typed: find } : {}) });
    if (typeof output === 'string') desk.save(output, file.bytes);
    else process.stdout.write(file.bytes);
    return exitCodes.done;
  }),
};
