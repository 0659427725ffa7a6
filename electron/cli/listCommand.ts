import { extname } from 'node:path';
import type { Engine } from '../core/engine.ts';
import type { IncomingFile } from '../ops/operation.ts';
import { exitCodes, type CliCommand, type Desk } from './command.ts';
import { textTable } from './textTable.ts';

const known = ['text', 'csv', 'xlsx', 'json'] as const;
type ListFormat = (typeof known)[number];
/** How a list of people or documents is wanted: as said, else as the file's name says, else as text. Null where there is no such format; that is told. */
function listFormat(desk: Desk, { format, json, output }: Readonly<Record<string, string | boolean | undefined>>): ListFormat | null {
  const named = typeof output === 'string' ? extname(output).slice(1).toLowerCase() : '';
  const wanted = json ? 'json' : typeof format === 'string' ? format : known.find((each) => each === named) ?? 'text';
  const found = known.find((each) => each === wanted) ?? null;
  if (found === null) desk.tell(desk.words.say('cli.noSuchFormat', { format: wanted, known: known.join(', ') }));
  return found;
}

/** A list as it is told: for programs, and as rows of text of which the first `left` columns are words. */
export interface Listed { readonly json: readonly unknown[]; readonly rows: readonly (readonly string[])[]; readonly left: number }

/** A command that lists people or documents, as text or JSON, to the terminal or into a file; as a sheet it is what the operation `sheet` makes. */
export const listCommand = (name: string, sheet: 'document.export' | 'participant.export', list: (engine: Engine, desk: Desk) => Promise<Listed>): CliCommand => ({
  name, arguments: '<study>',
  declare: (command) => command.option('--format <format>').option('--json').option('-o, --output <file>'),
  run: (desk, [study], options) => desk.withStudy(String(study), async (engine) => {
    const format = listFormat(desk, options);
    if (format === null) return exitCodes.usage;
    const { output } = options;
    const write = (bytes: Uint8Array) => (typeof output === 'string' ? desk.save(output, bytes) : process.stdout.write(bytes));
    if (format === 'csv' || format === 'xlsx') write((await desk.ask<IncomingFile>(engine, sheet, { format, language: desk.words.language })).bytes);
    else {
      const { json, rows, left } = await list(engine, desk);
      write(Buffer.from(`${format === 'json' ? JSON.stringify(json, null, 1) : textTable(rows, left)}\n`));
    }
    return exitCodes.done;
  }),
});
