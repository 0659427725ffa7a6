import type { IncomingFile } from '../ops/operation.ts';
import { exitCodes, type CliCommand } from './command.ts';
import { listFormat } from './listFormat.ts';
import { textTable } from './textTable.ts';

/** Lists the documents with who speaks there, what is said and coded, and their values, or writes them as a sheet. */
export const documentsCommand: CliCommand = {
  name: 'documents', arguments: '<study>',
  declare: (command) => command.option('--format <format>').option('--json').option('-o, --output <file>'),
  run: (desk, [study], options) => desk.withStudy(String(study), async (engine) => {
    const wanted = listFormat(desk, options);
    if (wanted === null) return exitCodes.usage;
    const { output } = options;
    const write = (bytes: Uint8Array) => (typeof output === 'string' ? desk.save(output, bytes) : process.stdout.write(bytes));
    if (wanted === 'csv' || wanted === 'xlsx') {
      write((await desk.ask<IncomingFile>(engine, 'document.export', { format: wanted, language: desk.words.language })).bytes);
      return exitCodes.done;
    }
    const { attributes, lines } = await engine.call('document.lines', {});
    const { say, percent } = desk.words;
    // An attribute may be called __proto__: its value must not pass for something else.
    if (wanted === 'json') write(Buffer.from(`${JSON.stringify(lines.map((line) => ({ ...line, values: Object.fromEntries(attributes.flatMap(({ name }, at) => (line.values[at] === '' ? [] : [[name, line.values[at]]]))) })), null, 1)}\n`));
    else write(Buffer.from(`${textTable([
      [say('field.title'), say('participants.speakersHere'), ...attributes.map(({ name }) => name), say('participants.turns'), say('participants.words'), say('participants.codings'), say('participants.coded')],
      ...lines.map((line) => [line.name, line.speakers.join(', '), ...line.values.map((value) => value.replace(/\s+/g, ' ')), ...[line.turns, line.words, line.codings].map(String), percent(line.coded)]),
    ], 2 + attributes.length)}\n`));
    return exitCodes.done;
  }),
};
