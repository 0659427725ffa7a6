import { extname } from 'node:path';
import { codebookFormats } from '../formats/codebookFormats.ts';
import type { IncomingFile } from '../ops/operation.ts';
import type { OutputOf } from '../ops/index.ts';
import { exitCodes, type CliCommand } from './command.ts';

export const codebookCommand: CliCommand = {
  name: 'codebook', arguments: '<study>',
  declare: (command) => command.option('--from <sheet>').option('--format <format>').option('--json').option('-o, --output <file>'),
  run: (desk, [study], { from, format, json, output }) => desk.withStudy(String(study), async (engine) => {
    if (typeof from === 'string') {
      const taken = await desk.ask<OutputOf<'codebook.import'>>(engine, 'codebook.import', { handle: desk.path(from) });
      if (json) desk.printJson(taken);
      else desk.print(desk.words.say('cli.codebookTaken', taken));
      return exitCodes.done;
    }
    const known = codebookFormats.map(({ id }) => id);
    const asked = typeof output === 'string' ? extname(output).slice(1).toLowerCase() : '';
    const wanted = typeof format === 'string' ? format : known.includes(asked) ? asked : 'csv';
    if (!known.includes(wanted)) {
      desk.tell(desk.words.say('cli.noSuchFormat', { format: wanted, known: known.join(', ') }));
      return exitCodes.usage;
    }
    const file = await desk.ask<IncomingFile>(engine, 'codebook.export', { format: wanted, language: desk.words.language });
    if (typeof output === 'string') desk.save(output, file.bytes);
    else process.stdout.write(file.bytes);
    return exitCodes.done;
  }),
};
