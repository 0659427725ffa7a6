import { InvalidArgumentError } from 'commander';
import { corrections, wholeOf, cellAt, sizeOf, smallestShare, type Correction, type Showing, type Table } from '../../shared/model/table.ts';
import { writable } from '../../shared/statistics/statistic.ts';
import { Problem } from '../../shared/model/problem.ts';
import { nameKey } from '../../shared/model/text.ts';
import { shownColumns, shownDifference, type ShownColumn } from '../../shared/model/tableDifference.ts';
import { lineWithKey } from '../../shared/model/tableOrder.ts';
import type { TableAskedInput } from '../../shared/model/tableAsked.ts';
import { differenceText, intervalText } from '../../shared/words/sayDifference.ts';
import { axisName, countText, groupName, lineName, tableSubtitle, tableTitle } from '../../shared/words/sayTable.ts';
import { sayTests, testsOf } from '../../shared/words/sayTests.ts';
import type { Words } from '../../shared/words/index.ts';
import type { IncomingFile } from '../ops/operation.ts';
import type { OneSidedCell } from '../ops/tableVoices.ts';
import { exitCodes, type CliCommand } from './command.ts';
import { formatOf } from './excerptsCommand.ts';
import { textTable } from './textTable.ts';

type Options = Readonly<Record<string, string | boolean | undefined>>;

/** A table for the terminal: n under the groups, shares behind the counts, – where nobody was interviewed, all together at the ends. */
function tableText(table: Table, show: Showing, speakers: 'interviewees' | 'all', words: Words, correction?: Correction): string {
  const columns = shownColumns(table);
  const cell = (row: number, column: number): string => {
    const value = cellAt(table, row, column);
    if (value === null) return '–';
    const whole = wholeOf(table, row, column, show);
    return whole !== null && value > 0 && (show !== 'n' || whole >= smallestShare) ? `${countText(value, table.count, words)} (${words.percent(value / whole)})` : countText(value, table.count, words);
  };
  const differenceAt = (row: number, group: number): string => { const shown = shownDifference(table, row, group, show)!; const interval = intervalText(shown, words); return `${differenceText(shown, table.count, words)}${interval === '' ? '' : ` (${interval})`}`; };
  const at = (row: number, place: ShownColumn): string => (place.kind === 'cell' ? cell(row, place.column) : differenceAt(row, place.group));
  const lines = [...table.columns, ...table.totals.columns];
  const nameOf = (column: number) => (column < table.columns.length ? lineName(lines[column]!, words) : [words.say('tables.allTogether'), ...(table.split ? [lineName(lines[column]!, words)] : [])].join(' · '));
  return [`${tableTitle(table, words)}. ${tableSubtitle(table, speakers, words)}`, '', textTable([
    [axisName(table.rowAxis, words), ...columns.map((place) => (place.kind === 'cell' ? nameOf(place.column) : `${words.say('tables.difference')}: ${groupName(table, place.group, words)}`))],
    ['', ...columns.map((place) => (place.kind === 'cell' ? `n ${sizeOf(table, lines[place.column]!)}` : ''))],
    ...table.rows.map((row, index) => [lineName(row, words, true), ...columns.map((place) => at(index, place))]),
    [words.say('tables.allTogether'), ...columns.map((place) => at(table.rows.length, place))],
  ], 1), ...after(sayTests(words, testsOf(words, table, correction)))].join('\n');
}

/** Lines that stand apart from what is above them. */
const after = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ['', ...lines]);

const sorts = ['order', 'name', 'total'] as const;
function inputOf(options: Options): TableAskedInput {
  const several = (name: string): string[] => (options[name] as unknown as string[] | undefined) ?? [];
  const given = (...names: string[]) => Object.fromEntries(names.flatMap((name) => (typeof options[name] === 'string' ? [[name, options[name]]] : [])));
  const sort = options['sort'];
  const filter = options['filter'];
  return {
    ...(several('rows').length > 0 ? { rows: several('rows') } : {}), columns: several('columns'),
    ...given('count', 'split', 'relation', 'unit', 'speakers', 'show'),
    ...(options['show'] === 'percent' ? { show: 'n' } : {}),
    ...(options['most'] === undefined ? {} : { most: Number(options['most']) }),
    ...(typeof filter === 'string' ? { filter: { saved: /^\d+$/.test(filter) ? Number(filter) : filter } } : {}),
    ...(typeof sort === 'string' ? { sort: sorts.find((each) => each === sort) ?? { column: sort.split(' · ') } } : {}),
    ...(options['correction'] === undefined ? {} : { correction: correctionOf(options) }), presence: options['presence'] === true, subcodes: options['subcodes'] === true,
  } as TableAskedInput;
}
/** How the tests of the rows are corrected for their number. */
function correctionOf({ correction }: Options): Correction | undefined {
  const found = corrections.find((each) => typeof correction === 'string' && each.toLowerCase() === correction.toLowerCase());
  if (typeof correction === 'string' && !found) throw new Problem('bad-input', { operation: 'table', what: `--correction ${corrections.join(', ')}` });
  return found;
}
const collect = (value: string, before: unknown): string[] => {
  if (value.trim() === '') throw new InvalidArgumentError('');
  return [...(Array.isArray(before) ? before as string[] : []), value];
};

/** Lines with the names that people read, and the tests that fit; their keys stay what quotations are asked by. */
const named = (table: Table, oneSided: readonly OneSidedCell[], words: Words, correction?: Correction) => ({
  ...table, oneSided, title: tableTitle(table, words),
  tests: writable(testsOf(words, table, correction)),
  rows: table.rows.map((row) => ({ ...row, label: lineName(row, words, true) })), columns: table.columns.map((column) => ({ ...column, label: lineName(column, words) })),
});

export const tableCommand: CliCommand = {
  name: 'table', arguments: '<study>',
  declare: (command) => command.option('--columns <axis>', '', collect).option('--rows <axis>', '', collect).option('--count <what>').option('--split <attribute>').option('--show <how>')
    .option('--relation <how>').option('--most <number>').option('--unit <unit>').option('--filter <saved>').option('--speakers <who>').option('--presence').option('--subcodes').option('--sort <by>')
    .option('--correction <how>').option('--cell <row and column>', '', collect).option('--portrait <document>').option('--format <format>').option('--json').option('-o, --output <file>'),
  run: (desk, [study], options) => desk.withStudy(String(study), async (engine) => {
    const { words } = desk;
    const input = inputOf(options);
    const { correction } = input;
    if (typeof options['portrait'] === 'string') {
      const document = (await engine.call('document.list', {})).find(({ name }) => nameKey(name) === nameKey(String(options['portrait'])));
      if (!document) throw new Problem('no-such-document', { document: options['portrait'] });
      const asked = { document: document.id, rows: input.rows ?? ['codes'], speakers: input.speakers ?? 'interviewees' };
      const portrayed = String(options['format'] ?? formatOf(options['output'], 'json'));
      if (options['json'] || portrayed === 'json') desk.printJson(await desk.ask(engine, 'table.portrait', asked));
      else {
        const file = await desk.ask<IncomingFile>(engine, 'exhibit.export', { kind: 'portrait', asked, format: portrayed, picture: 'portrait', language: words.language });
        if (typeof options['output'] === 'string') desk.save(options['output'], file.bytes);
        else process.stdout.write(file.bytes);
      }
      return exitCodes.done;
    }
    if (input.columns.length === 0) {
      desk.tell(words.say('cli.tableColumns'));
      return exitCodes.usage;
    }
    const format = options['json'] ? 'json' : String(options['format'] ?? formatOf(options['output'], 'text'));
    const table = await desk.ask<Table>(engine, 'table.make', input);
    const show = input.show ?? 'n';
    const cell = options['cell'] as unknown as string[] | undefined;
    if (cell !== undefined) {
      desk.printJson(await desk.ask(engine, 'table.quotations', { ...input, row: keyCalled(table.rows, cell[0] ?? '', words), column: cell[1] === undefined ? null : keyCalled(table.columns, cell[1], words) }));
      return exitCodes.done;
    }
    const sheet = async (as: 'csv' | 'xlsx') => (await desk.ask<IncomingFile>(engine, 'exhibit.export', { kind: 'table', asked: input, format: as, language: words.language })).bytes;
    const written: Record<string, () => Uint8Array | Promise<Uint8Array>> = {
      text: () => Buffer.from(`${tableText(table, show, input.speakers ?? 'interviewees', words, correction)}\n`),
      csv: () => sheet('csv'),
      xlsx: () => sheet('xlsx'),
      json: async () => Buffer.from(`${JSON.stringify(named(table, await desk.ask<OneSidedCell[]>(engine, 'table.oneSided', input), words, correction), null, 1)}\n`),
    };
    const write = written[format];
    if (!write) {
      desk.tell(words.say('cli.noSuchFormat', { format, known: Object.keys(written).join(', ') }));
      return exitCodes.usage;
    }
    const bytes = await write();
    if (typeof options['output'] === 'string') desk.save(options['output'], bytes);
    else process.stdout.write(bytes);
    return exitCodes.done;
  }),
};

/** The key of the line of that name (of a code: its path or its own name); the name itself where there is none, which has no quotations. */
function keyCalled(lines: Table['columns'], name: string, words: Words): readonly (string | null)[] {
  const found = lines.find((line) => lineName(line, words, true) === name) ?? lines.find((line) => lineName(line, words) === name);
  return found?.key ?? lines[lineWithKey(lines, [name])]?.key ?? [name];
}
