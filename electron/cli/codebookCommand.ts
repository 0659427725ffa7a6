import { extname } from 'node:path';
import { codebookFormats } from '../formats/codebookFormats.ts';
import { Problem } from '../../shared/model/problem.ts';
import { nameKey } from '../../shared/model/text.ts';
import { diffFormats } from '../formats/diffFormats.ts';
import type { Engine } from '../core/engine.ts';
import type { IncomingFile } from '../ops/operation.ts';
import type { OutputOf } from '../ops/index.ts';
import { mergeBooksInto, pushBook } from './codebookMergeCommand.ts';
import { exitCodes, type CliCommand, type Desk, type ExitCode } from './command.ts';

export const codebookCommand: CliCommand = {
  name: 'codebook', arguments: '<study> [more...]',
  declare: (command) => command.option('--from <sheet>').option('--name <name>').option('--note <text>').option('--format <format>').option('--dry-run').option('--decide <file>').option('--rest <choice>').option('--json').option('-o, --output <file>'),
  run: (desk, [study, more], options) => {
    const rest = Array.isArray(more) ? more : [];
    if (study === 'versions' && rest.length === 1) return desk.withStudy(rest[0]!, (engine) => versions(desk, engine, options));
    if (study === 'diff' && (rest.length === 2 || rest.length === 3)) return desk.withStudy(rest[0]!, (engine) => diff(desk, engine, rest[1]!, rest[2] ?? null, options));
    if (study === 'merge' && rest.length > 1) return desk.withStudy(rest[0]!, (engine) => mergeBooksInto(desk, engine, rest.slice(1), options));
    if (study === 'push' && rest.length > 1) return pushBook(desk, rest[0]!, rest.slice(1), options);
    if (rest.length > 0) {
      desk.tell(desk.words.say('cli.codebookUsage'));
      return Promise.resolve(exitCodes.usage);
    }
    return codebook(desk, String(study), options);
  },
};
type Options = Parameters<CliCommand['run']>[2];

const codebook = (desk: Desk, study: string, { from, format, json, output }: Options): Promise<ExitCode> => desk.withStudy(study, async (engine) => {
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
});

/** Lists the versions, or names the codebook as it is now. */
async function versions(desk: Desk, engine: Engine, { name, note, json }: Options): Promise<ExitCode> {
  if (typeof name === 'string') await desk.ask(engine, 'version.name', { name, ...(typeof note === 'string' ? { note } : {}) });
  const list = await engine.call('version.list', {});
  if (json) desk.printJson(list);
  else for (const version of list) desk.print([version.name, desk.words.moment(version.created), version.coder, version.note.replace(/\s+/g, ' ')].filter(Boolean).join('  '));
  return exitCodes.done;
}

/** What became of the codebook between two versions, or since one. */
async function diff(desk: Desk, engine: Engine, from: string, to: string | null, { format, json, output }: Options): Promise<ExitCode> {
  const list = await engine.call('version.list', {});
  const named = (wanted: string): number => {
    const found = list.find((version) => nameKey(version.name) === nameKey(wanted));
    if (!found) throw new Problem('no-such-version', { version: wanted, known: list.map((version) => version.name).join(', ') });
    return found.id;
  };
  const asked = { from: named(from), to: to === null ? null : named(to) };
  const { changes } = await engine.call('version.diff', asked);
  if (json) {
    desk.printJson(changes);
    return changes.length > 0 ? exitCodes.differences : exitCodes.done;
  }
  const known = diffFormats.map(({ id }) => id);
  const wanted = typeof format === 'string' ? format : typeof output === 'string' && known.includes(extname(output).slice(1).toLowerCase()) ? extname(output).slice(1).toLowerCase() : 'md';
  if (!known.includes(wanted)) {
    desk.tell(desk.words.say('cli.noSuchFormat', { format: wanted, known: known.join(', ') }));
    return exitCodes.usage;
  }
  if (changes.length === 0) {
    desk.tell(desk.words.say('version.same'));
    return exitCodes.done;
  }
  const file = await desk.ask<IncomingFile>(engine, 'version.export', { ...asked, format: wanted, language: desk.words.language });
  if (typeof output === 'string') desk.save(output, file.bytes);
  else process.stdout.write(file.bytes);
  return exitCodes.differences;
}
