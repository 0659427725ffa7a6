import { extname } from 'node:path';
import { excerptFormats } from '../formats/excerptFormats.ts';
import type { IncomingFile } from '../ops/operation.ts';
import { exitCodes, type CliCommand } from './command.ts';

/** The format that a file's name asks for, if none is said. */
export const formatOf = (output: string | boolean | undefined, otherwise: string): string => {
  const extension = typeof output === 'string' ? extname(output).slice(1).toLowerCase() : '';
  return ['csv', 'json', 'xlsx', 'md'].includes(extension) ? extension : otherwise;
};

export const excerptsCommand: CliCommand = {
  name: 'excerpts', arguments: '<study>',
  declare: (command) => command.option('--code <path>').option('--group <value>').option('--format <format>').option('--json').option('-o, --output <file>'),
  run: (desk, [study], options) => desk.withStudy(String(study), async (engine) => {
    const format = options['json'] ? 'json' : String(options['format'] ?? formatOf(options['output'], 'csv'));
    if (!excerptFormats.some(({ id }) => id === format)) {
      desk.tell(desk.words.say('cli.noSuchFormat', { format, known: excerptFormats.map(({ id }) => id).join(', ') }));
      return exitCodes.usage;
    }
    const chosen = Object.fromEntries(['code', 'group'].flatMap((name) => (typeof options[name] === 'string' ? [[name, options[name]]] : [])));
    const file = await desk.ask<IncomingFile>(engine, 'excerpt.export', { ...chosen, format, language: desk.words.language });
    if (typeof options['output'] === 'string') desk.save(options['output'], file.bytes);
    else process.stdout.write(file.bytes);
    return exitCodes.done;
  }),
};
