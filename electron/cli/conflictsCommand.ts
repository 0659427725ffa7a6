import { extname } from 'node:path';
import { matrixCounts, oneSidedTimes, pointKinds, type ConflictEntry, type ConflictMatrix, type ConflictComparison } from '../../shared/model/conflicts.ts';
import { isApart, sayConflictDifference, sayConflictMinus, sayConflictSide } from '../../shared/words/sayConflicts.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { Words } from '../../shared/words/index.ts';
import type { Engine } from '../core/engine.ts';
import type { IncomingFile } from '../ops/operation.ts';
import { exitCodes, type CliCommand, type Desk } from './command.ts';
import { textTable } from './textTable.ts';

const formats = ['text', 'csv', 'xlsx', 'json'] as const;
type Options = Readonly<Record<string, string | boolean | undefined>>;

/** What of the matrix was asked for on the command line. */
function matrixAsked({ words }: Desk, { by, count, within, split }: Options) {
  const [, attribute, value] = typeof within === 'string' ? /^(.+?)=(.*)$/s.exec(within) ?? [] : [];
  if (typeof within === 'string' && attribute === undefined) throw new Problem('bad-input', { operation: 'conflicts', what: words.say('cli.withinUsage') });
  if (typeof within === 'string' && typeof split === 'string') throw new Problem('bad-input', { operation: 'conflicts', what: '--within, --split' });
  if (typeof count === 'string' && !matrixCounts.some((each) => each === count)) throw new Problem('bad-input', { operation: 'conflicts', what: `--count ${matrixCounts.join(', ')}` });
  return { ...(typeof by === 'string' ? { by } : {}), ...(typeof count === 'string' ? { count } : {}), ...(attribute === undefined ? {} : { within: { attribute, value: value === '' ? null : value! } }), ...(typeof split === 'string' ? { split } : {}) };
}
/** The matrix for the terminal: * is one-sided, – a group in which nobody was interviewed. */
function matrixText({ rows, columns, cells, oneSided, rowTotals, columnTotals, count, people, passages, least }: ConflictMatrix, { say }: Words): string {
  const cell = (value: number | null, marked = false) => (value === null ? '–' : `${value}${marked ? '*' : ''}`);
  const table = textTable([
    [`${say('conflicts.says')} ↓`, 'n', ...columns.map(({ label }) => label), say('conflicts.total')],
    ...rows.map(({ key, label, n }, row) => [key === null ? say('by.noValue') : label, String(n), ...columns.map((_, column) => cell(cells[row]![column]!, oneSided[row]![column])), cell(rowTotals[row]!)]),
    [say('conflicts.total'), '', ...columnTotals.map((each) => cell(each)), String(count === 'participants' ? people : passages)],
  ], 1);
  return oneSided.flat().includes(true) ? `${table}\n* ${say('conflicts.oneSidedLegend', { times: oneSidedTimes, least })}` : table;
}
/** A matrix for each side, and how two differ: bold is **. */
function comparisonText(comparison: ConflictComparison, words: Words): string {
  const { say } = words;
  const { sides, differences } = comparison;
  const parts = sides.map((side) => `${say('conflicts.sideOf', { side: sayConflictSide(words, side), n: words.number(side.matrix.n) })}\n${matrixText(side.matrix, words)}`);
  const { rows, columns, count } = sides[0]!.matrix;
  const apart = differences === null ? [] : [`${sayConflictMinus(words, comparison)}\n${textTable([
    [`${say('conflicts.says')} ↓`, ...columns.map(({ label }) => label)],
    ...rows.map(({ key, label }, row) => [key === null ? say('by.noValue') : label, ...differences[row]!.map((difference) => (difference === null ? '–' : `${sayConflictDifference(words, difference)}${isApart(difference) ? ' **' : ''}`))]),
  ], 1)}\n${say(count === 'participants' ? 'conflicts.differencePoints' : 'conflicts.differencePassages')}`];
  return [...parts, ...apart].join('\n\n');
}
function registerText(entries: readonly ConflictEntry[], names: ReadonlyMap<number, string>, { say }: Words): string {
  if (entries.length === 0) return say('cli.conflictsNone');
  const named = (code: number | null) => names.get(code ?? 0) ?? say('conflicts.unknownParty');
  return textTable([
    [say('conflicts.name'), say('excerpt.party'), '', say('excerpt.counterparty'), say('conflicts.oneSided'), say('conflicts.intensity'), say('conflicts.quotations'), ...pointKinds.map((kind) => say(`conflicts.kinds.${kind}`))],
    ...entries.map((entry) => [entry.name, named(entry.party), entry.direction === 'both' ? '↔' : '→', named(entry.counterparty), entry.oneSided === null ? '' : named(entry[entry.oneSided]), String(entry.intensity ?? ''), String(entry.quotations), ...pointKinds.map((kind) => String(entry.points.filter((point) => point.kind === kind).length))]),
  ], 5);
}
/** The register for programs: codes by their paths, points with their quotations. */
async function registerJson(engine: Engine, entries: readonly ConflictEntry[], names: ReadonlyMap<number, string>) {
  return Promise.all(entries.map(async ({ id, uuid, party, counterparty, code, points, position: _position, ...entry }) => {
    const found = await engine.call('conflict.read', { conflict: id });
    return {
      id: uuid, ...entry, party: names.get(party ?? 0) ?? null, counterparty: names.get(counterparty ?? 0) ?? null, code: names.get(code ?? 0) ?? null,
      points: points.map(({ kind, name, level, quotations }) => ({ kind, name, level, quotations })),
      passages: (found?.passages ?? []).map(({ documentName, start, end, turn, speakers, sides, quotation, points: on }) => ({ document: documentName, start, end, turn, speakers, sides, quotation, points: points.filter((point) => on.includes(point.id)).map(({ name }) => name) })),
    };
  }));
}

/** The conflict register as a list, or who is in conflict with whom. */
export const conflictsCommand: CliCommand = {
  name: 'conflicts', arguments: '<study>',
  declare: (command) => command.option('--matrix').option('--by <attribute>').option('--count <what>').option('--within <value>').option('--split <attribute>').option('--format <format>').option('--json').option('-o, --output <file>'),
  run: (desk, [study], options) => desk.withStudy(String(study), async (engine) => {
    const { output } = options;
    const ending = typeof output === 'string' ? extname(output).slice(1).toLowerCase() : '';
    const wanted = options['json'] ? 'json' : typeof options['format'] === 'string' ? options['format'] : formats.find((each) => each === ending) ?? 'text';
    if (!formats.some((each) => each === wanted)) {
      desk.tell(desk.words.say('cli.noSuchFormat', { format: wanted, known: formats.join(', ') }));
      return exitCodes.usage;
    }
    const { words } = desk;
    const write = (bytes: Uint8Array) => (typeof output === 'string' ? desk.save(output, bytes) : process.stdout.write(bytes));
    const asked = options['matrix'] ? matrixAsked(desk, options) : null;
    if (wanted === 'csv' || wanted === 'xlsx') write((await desk.ask<IncomingFile>(engine, 'exhibit.export', { kind: asked ? 'conflictMatrix' : 'conflictRegister', asked: asked ?? {}, format: wanted, language: words.language })).bytes);
    else if (asked) {
      if ('split' in asked) {
        const comparison = await desk.ask<ConflictComparison>(engine, 'conflict.compared', asked);
        write(Buffer.from(`${wanted === 'json' ? JSON.stringify(comparison, null, 1) : comparisonText(comparison, words)}\n`));
        return exitCodes.done;
      }
      const matrix = await desk.ask<ConflictMatrix>(engine, 'conflict.matrix', asked);
      write(Buffer.from(`${wanted === 'json' ? JSON.stringify(matrix, null, 1) : matrixText(matrix, words)}\n`));
    } else {
      const entries = await engine.call('conflict.list', {});
      const names = new Map((await engine.call('code.list', {})).map(({ id, path }) => [id, path]));
      write(Buffer.from(`${wanted === 'json' ? JSON.stringify(await registerJson(engine, entries, names), null, 1) : registerText(entries, names, words)}\n`));
    }
    return exitCodes.done;
  }),
};
