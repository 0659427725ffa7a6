import { extname } from 'node:path';
import { baseOf, smallestShare, type Table } from '../../shared/model/table.ts';
import type { Words } from '../../shared/words/index.ts';
import { writeCsv } from '../formats/sheet.ts';
import { tableRows } from '../formats/tableSheet.ts';
import { excerptFormats } from '../formats/excerptFormats.ts';
import type { IncomingFile } from '../ops/operation.ts';
import { exitCodes, type CliCommand } from './command.ts';
import { textTable } from './textTable.ts';

/** A table for the terminal: n under the groups, shares behind the counts, – where nobody was interviewed. */
function tableText(table: Table, words: Words): string {
  const cell = (value: number | null, column: number): string => {
    if (value === null) return '–';
    const base = baseOf(table.count, table.columns[column]!);
    return base !== null && base >= smallestShare && value > 0 ? `${value} (${words.percent(value / base)})` : String(value);
  };
  return textTable([
    [words.say('excerpt.code'), ...table.columns.map((column) => (column.key === null ? words.say('by.noValue') : column.label))],
    ['', ...table.columns.map((column) => `n ${column.n}`)],
    ...table.rows.map((row, index) => [row.path, ...table.cells[index]!.map(cell)]),
  ], 1);
}

const frequenciesCommand: CliCommand = {
  name: 'frequencies', arguments: '<study>',
  declare: (command) => command.requiredOption('--by <attribute>').option('--rows <rows>').option('--count <what>', '', 'codings').option('--speakers <who>', '', 'interviewees')
    .option('--subcodes').option('--format <format>').option('--json').option('-o, --output <file>'),
  run: (desk, [study], options) => desk.withStudy(String(study), async (engine) => {
    const format = options['json'] ? 'json' : (options['format'] ?? formatOf(options['output'], 'text'));
    const table = await desk.ask<Table>(engine, 'frequency.table', {
      by: options['by'], count: options['count'], speakers: options['speakers'], subcodes: options['subcodes'] === true, ...(options['rows'] === undefined ? {} : { rows: options['rows'] }),
    });
    const { words } = desk;
    const written: Record<string, () => Uint8Array> = {
      text: () => Buffer.from(`${tableText(table, words)}\n`),
      csv: () => writeCsv(tableRows(table, words, false), { bom: options['output'] !== undefined }),
      json: () => Buffer.from(`${JSON.stringify({ ...table, columns: table.columns.map((column) => ({ ...column, label: column.key === null ? words.say('by.noValue') : column.label })) }, null, 1)}\n`),
    };
    const write = written[String(format)];
    if (!write) {
      desk.tell(words.say('cli.noSuchFormat', { format: String(format), known: Object.keys(written).join(', ') }));
      return exitCodes.usage;
    }
    if (typeof options['output'] === 'string') desk.save(options['output'], write());
    else process.stdout.write(write());
    return exitCodes.done;
  }),
};

/** The format that a file's name asks for, if none is said. */
const formatOf = (output: string | boolean | undefined, otherwise: string): string => {
  const extension = typeof output === 'string' ? extname(output).slice(1).toLowerCase() : '';
  return ['csv', 'json', 'xlsx', 'md'].includes(extension) ? extension : otherwise;
};

const excerptsCommand: CliCommand = {
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

export const analysisCommands: readonly CliCommand[] = [frequenciesCommand, excerptsCommand];
