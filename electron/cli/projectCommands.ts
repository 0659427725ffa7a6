import { extname } from 'node:path';
import { projectKinds, type ProjectNote } from '../../shared/model/projectReport.ts';
import type { Words } from '../../shared/words/index.ts';
import { sayElement, sayNoted, sayRule } from '../../shared/words/sayRule.ts';
import type { Engine } from '../core/engine.ts';
import { readWhole } from '../core/files.ts';
import { isOwnArchive } from '../formats/ownArchive.ts';
import { projectExtensions } from '../formats/projectFormats.ts';
import { projectWriters } from '../formats/projectWriters.ts';
import type { OutputOf } from '../ops/index.ts';
import type { IncomingFile } from '../ops/operation.ts';
import { Problem } from '../../shared/model/problem.ts';
import { named } from './named.ts';
import { exitCodes, type CliCommand, type Desk, type ExitCode } from './command.ts';

/** Whether a file is a project or codebook of another program, or an archive of Concord's own; other JSON is recognised speech. */
export function isProject(file: string): boolean {
  const extension = extname(file).slice(1).toLowerCase();
  return extension === 'json' ? isOwnArchive(readWhole(file)) : projectExtensions.includes(extension);
}

/** What is to be said of a file, a line each. */
const notesText = (words: Words, notes: readonly ProjectNote[], unit: 'utf16' | 'codePoint' = 'codePoint'): string[] =>
  notes.map((note) => ({ ...note, names: sayNoted(words, note) })).map(({ code, count, names }) => `${words.say(`exchange.note.${code}`, { count, unit: words.say(`exchange.units.${unit}`) })}${names.length === 0 ? '' : ` (${words.list(names.slice(0, 5))}${names.length > 5 ? ' …' : ''})`}`);

/** Takes projects in one after the other, and says what came in, how positions were read, and what is kept or stays out. */
export async function importProjects(desk: Desk, engine: Engine, files: readonly string[], json: boolean): Promise<ExitCode> {
  const { words } = desk;
  for (const handle of files) {
    const taken = await desk.ask<OutputOf<'exchange.take'>>(engine, 'exchange.take', { handle, language: words.language });
    if (json) { desk.printJson(taken); continue; }
    const added = projectKinds.filter((kind) => taken.added[kind] > 0).map((kind) => words.say(`exchange.kinds.${kind}`, { count: taken.added[kind] }));
    desk.print(added.length === 0 ? words.say('exchange.nothingNew') : words.say('cli.projectTaken', { file: taken.file, added: words.list(added) }));
    for (const rule of taken.rules) desk.print(`${rule.document}: ${sayRule(words, rule)}; ${words.say(`exchange.confidences.${rule.confidence}`)}`);
    if (taken.kept.length > 0) desk.tell(`${words.say('exchange.kept')}: ${words.list(taken.kept.map(({ element, count }) => `${sayElement(words, element)} (${count})`))}`);
    for (const line of notesText(words, taken.notes)) desk.tell(line);
  }
  return exitCodes.done;
}

/** Which documents and whose work, by name. */
async function partAsked(engine: Engine, documents: unknown, coders: unknown) {
  const all = await engine.call('coder.list', {});
  const known = all.map(({ name }) => name).join(', ');
  return {
    ...(typeof documents === 'string' ? { documents: named(documents, await engine.call('document.list', {}), (document) => new Problem('no-such-document', { document })) } : {}),
    ...(typeof coders === 'string' ? { coders: named(coders, all, (name) => new Problem('no-such-coder', { name, known })) } : {}),
  };
}
export const exportCommand: CliCommand = {
  name: 'export', arguments: '<study>',
  declare: (command) => command.option('--format <format>').option('--positions <unit>').option('--bare').option('--documents <names>').option('--coders <names>').option('--json').option('-o, --output <file>'),
  run: (desk, [study], { format, positions, bare, documents, coders, json, output }) => desk.withStudy(String(study), async (engine) => {
    const { words } = desk;
    const extension = typeof output === 'string' ? extname(output).slice(1).toLowerCase() : '';
    const wanted = typeof format === 'string' ? format : projectWriters.find((writer) => writer.extension === extension)?.id ?? 'qdpx';
    if (!projectWriters.some(({ id }) => id === wanted)) {
      desk.tell(words.say('cli.noSuchFormat', { format: wanted, known: projectWriters.map(({ id }) => id).join(', ') }));
      return exitCodes.usage;
    }
    const asked = { format: wanted, language: words.language, ...(typeof positions === 'string' ? { positions } : {}), ...(bare ? { bare: true } : {}), ...await partAsked(engine, documents, coders) };
    const file = await desk.ask<IncomingFile>(engine, 'exchange.export', asked);
    const { notes } = await desk.ask<OutputOf<'exchange.exportNotes'>>(engine, 'exchange.exportNotes', asked);
    if (typeof output === 'string') desk.save(output, file.bytes);
    else process.stdout.write(file.bytes);
    if (json && typeof output === 'string') desk.printJson({ file: output, notes });
    else for (const line of notesText(words, notes, positions === 'utf16' ? positions : 'codePoint')) desk.tell(line);
    return exitCodes.done;
  }),
};
