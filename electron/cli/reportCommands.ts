import { extname } from 'node:path';
import { z } from 'zod';
import { Problem } from '../../shared/model/problem.ts';
import { newPart } from '../../shared/model/report.ts';
import { nameKey } from '../../shared/model/text.ts';
import type { Engine } from '../core/engine.ts';
import { exhibitFormats } from '../formats/exhibitFormats.ts';
import { reportFormats } from '../formats/reportFormats.ts';
import type { IncomingFile } from '../ops/operation.ts';
import { exitCodes, type CliCommand, type Desk, type ExitCode } from './command.ts';
import { readJson } from './readJson.ts';

type Options = Readonly<Record<string, string | boolean | undefined>>;
/** The format that is said, or that the file's name asks for; null (told) where there is none like that. */
function formatFrom(desk: Desk, { format, output, json }: Options, known: readonly string[], otherwise: string): string | null {
  const extension = typeof output === 'string' ? extname(output).slice(1).toLowerCase() : '';
  const chosen = json ? 'json' : typeof format === 'string' ? format : known.includes(extension) ? extension : otherwise;
  if (known.includes(chosen)) return chosen;
  desk.tell(desk.words.say('cli.noSuchFormat', { format: chosen, known: known.join(', ') }));
  return null;
}
function hand(desk: Desk, { output }: Options, bytes: Uint8Array): ExitCode {
  if (typeof output === 'string') desk.save(output, bytes);
  else process.stdout.write(bytes);
  return exitCodes.done;
}

async function reportCalled(engine: Engine, name: string | undefined): Promise<number> {
  const reports = await engine.call('report.list', {});
  const found = name === undefined && reports.length === 1 ? reports[0] : reports.find((report) => nameKey(report.name) === nameKey(name ?? ''));
  if (!found) throw new Problem('no-such-report', { report: name ?? '', known: reports.map((report) => report.name).join(', ') });
  return found.id;
}
const reportCommand: CliCommand = {
  name: 'report', arguments: '<study> [name]',
  declare: (command) => command.option('--list').option('--from <file>').option('--format <format>').option('--json').option('-o, --output <file>'),
  run: (desk, [study, name], options) => desk.withStudy(String(study), async (engine) => {
    const called = typeof name === 'string' ? name : undefined;
    if (typeof options['from'] === 'string') {
      const parts = readJson(desk, options['from'], z.array(newPart));
      await engine.call('report.create', { name: called ?? '', parts });
      if (options['format'] === undefined && options['output'] === undefined) return exitCodes.done;
    } else if (options['list'] || (called === undefined && options['format'] === undefined && options['output'] === undefined)) {
      const reports = await engine.call('report.list', {});
      if (options['json']) desk.printJson(reports);
      else desk.print(reports.length === 0 ? desk.words.say('cli.reportNone') : reports.map((report) => `${report.name}  (${desk.words.say('report.partCount', { count: report.parts })})`).join('\n'));
      return exitCodes.done;
    }
    const format = formatFrom(desk, { ...options, json: undefined }, reportFormats.map(({ id }) => id), 'html');
    if (format === null) return exitCodes.usage;
    const [report, { language }] = [await reportCalled(engine, called), desk.words];
    const file = await desk.ask<IncomingFile>(engine, 'report.export', { report, format, language });
    const code = hand(desk, options, file.bytes);
    await engine.call('report.made', { report, language });
    return code;
  }),
};

const exhibitCommand: CliCommand = {
  name: 'exhibit', arguments: '<study> [kind]',
  declare: (command) => command.option('--asked <file>').option('--saved <name>').option('--quotations <number>').option('--picture <kind>').option('--format <format>').option('--json').option('-o, --output <file>'),
  run: (desk, [study, kind], options) => desk.withStudy(String(study), async (engine) => {
    const kinds = await engine.call('exhibit.kinds', { language: desk.words.language });
    const saved = typeof options['saved'] === 'string' ? (await engine.call('savedTable.list', {})).find(({ name }) => nameKey(name) === nameKey(String(options['saved']))) : null;
    if (saved === undefined) throw new Problem('no-such-exhibit', { kind: String(options['saved']), known: (await engine.call('savedTable.list', {})).map(({ name }) => name).join(', ') });
    if (typeof kind !== 'string' && !saved) {
      if (options['json']) desk.printJson(kinds);
      else desk.print(kinds.map(({ id, name }) => `${id}  ${name}`).join('\n'));
      return exitCodes.done;
    }
    const format = formatFrom(desk, options, exhibitFormats.map(({ id }) => id), 'md');
    if (format === null) return exitCodes.usage;
    const wanted = saved ? { kind: saved.kind, asked: saved.asked } : { kind: String(kind), asked: typeof options['asked'] === 'string' ? readJson(desk, options['asked'], z.json()) : kinds.find(({ id }) => id === kind)?.usual ?? {} };
    const file = await desk.ask<IncomingFile>(engine, 'exhibit.export', { ...wanted, quotations: Number(options['quotations'] ?? 0), picture: typeof options['picture'] === 'string' ? options['picture'] : null, format, language: desk.words.language });
    return hand(desk, options, file.bytes);
  }),
};

export const reportCommands: readonly CliCommand[] = [reportCommand, exhibitCommand];
