import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { WordKey } from '../../shared/words/index.ts';
import { createStudy } from '../core/engine.ts';
import { transcriptFormats } from '../formats/index.ts';
import type { HistoryEntry } from '../ops/operation.ts';
import type { OutputOf } from '../ops/index.ts';
import { exitCodes, problemLine, type CliCommand, type Desk } from './command.ts';
import { studyFrom } from './snapshotCommand.ts';
import { importProjects, isProject } from './projectCommands.ts';
import { importSurveys } from './surveyCommand.ts';
import { textTable } from './textTable.ts';

const text = (value: string | string[] | undefined) => String(value ?? '');

const newCommand: CliCommand = {
  name: 'new', arguments: '<study>',
  declare: (command) => command.option('--name <name>').option('--from <snapshot>').option('--json'),
  async run(desk, [study], { name, from, json }) {
    const file = desk.path(text(study));
    if (typeof from === 'string') await studyFrom(desk, text(study), from, (called) => createStudy(file, called));
    else createStudy(file, typeof name === 'string' ? name : basename(file, extname(file)));
    if (json) desk.printJson({ study: file });
    else desk.print(desk.words.say('cli.made', { file }));
    return exitCodes.done;
  },
};

/** Files as typed; a folder stands for the transcripts in it, a folder of QualCoder for its project. */
function filesOf(desk: Desk, typed: readonly string[]): string[] {
  const readable = new Set(transcriptFormats.flatMap((format) => format.extensions));
  return typed.map((each) => desk.path(each)).flatMap((path) => (statSync(path, { throwIfNoEntry: false })?.isDirectory()
    ? existsSync(join(path, 'data.qda')) ? [join(path, 'data.qda')] : readdirSync(path).filter((name) => readable.has(extname(name).slice(1).toLowerCase())).toSorted().map((name) => join(path, name)) : [path]));
}

const importCommand: CliCommand = {
  name: 'import', arguments: '<study> [files...]',
  declare: (command) => command.option('--participants <sheet>').option('--encoding <name>').option('--again').option('--as <kind>').option('--id <column>').option('--group <column>').option('--attribute <name>').option('--name <name>')
    .option('--column <column=kind>', '', (each: string, before?: string) => (before === undefined ? each : `${before}\n${each}`)).option('--json'),
  async run(desk, [study, typed], options) {
    const { participants, encoding, again, json } = options;
    const files = filesOf(desk, (typed ?? []) as string[]);
    if (files.length === 0 && typeof participants !== 'string') {
      desk.tell(desk.words.say('cli.nothingToImport'));
      return exitCodes.usage;
    }
    if (typeof options['as'] === 'string') {
      if (options['as'] === 'survey') return desk.withStudy(text(study), (engine) => importSurveys(desk, engine, files, options));
      desk.tell(desk.words.say('cli.noSuchSheetKind', { kind: options['as'] }));
      return exitCodes.usage;
    }
    const projects = files.filter(isProject);
    if (projects.length > 0 && projects.length < files.length) {
      desk.tell(desk.words.say('cli.projectsApart'));
      return exitCodes.usage;
    }
    if (projects.length > 0) return desk.withStudy(text(study), (engine) => importProjects(desk, engine, projects, json === true));
    return desk.withStudy(text(study), async (engine) => {
      const people = typeof participants === 'string' ? await desk.ask<OutputOf<'participant.import'>>(engine, 'participant.import', { handle: desk.path(participants) }) : null;
      const taken = files.length === 0 ? { documents: [], refused: [] } : await desk.ask<OutputOf<'document.import'>>(engine, 'document.import', {
        files: files.map((handle) => ({ handle, ...(again ? { again: true } : {}), ...(typeof encoding === 'string' ? { choices: { encoding } } : {}) })),
      });
      if (json) desk.printJson({ ...taken, participants: people });
      else {
        if (people) desk.print(desk.words.say('cli.peopleTaken', { added: people.added, known: people.known }));
        if (people && people.refused.length > 0) desk.tell(desk.words.say('cli.cellsRefused', { count: people.refused.length, list: desk.words.list(people.refused.slice(0, 20).map(({ row, column }) => `${row} ${column}`)) }));
        for (const document of taken.documents) desk.print(desk.words.say('cli.documentTaken', { name: document.name, turns: document.turns, speakers: document.speakers }));
      }
      for (const { problem } of taken.refused) desk.tell(problemLine(desk.words, problem));
      return taken.refused.length > 0 ? exitCodes.problem : exitCodes.done;
    });
  },
};

const codeCommand: CliCommand = {
  name: 'code', arguments: '<study>',
  declare: (command) => command.requiredOption('--from <sheet>').option('--json'),
  run: (desk, [study], { from, json }) => desk.withStudy(text(study), async (engine) => {
    const taken = await desk.ask<OutputOf<'coding.import'>>(engine, 'coding.import', { handle: desk.path(String(from)) });
    if (json) desk.printJson(taken);
    else desk.print(desk.words.say('cli.codingsTaken', { added: taken.added, known: taken.known, newCodes: taken.newCodes }));
    if (taken.several.length > 0) desk.tell(desk.words.say('cli.severalPlaces', { rows: taken.several.join(', ') }));
    return exitCodes.done;
  }),
};

/** What an entry of the history says in words. */
export function tellEntry({ words }: Desk, { kind, operation, about }: HistoryEntry): string {
  const key = `done.${operation}`;
  const done = words.has(key) ? words.say(key as WordKey, { count: 1, ...about }) : operation;
  return kind === 'do' ? done : `${words.say(kind === 'undo' ? 'command.history.undo' : 'command.history.redo')}: ${done}`;
}

const historyCommand: CliCommand = {
  name: 'history', arguments: '<study>',
  declare: (command) => command.option('--limit <n>').option('--json'),
  run: (desk, [study], { limit, json }) => desk.withStudy(text(study), async (engine) => {
    const entries = await engine.call('history.list', { limit: limit === undefined ? 200 : Number(limit) });
    if (json) desk.printJson(entries.map((entry) => ({ ...entry, at: new Date(entry.at).toISOString(), says: tellEntry(desk, entry) })));
    else desk.print(textTable(entries.map((entry) => [String(entry.seq), desk.words.moment(entry.at), entry.who, tellEntry(desk, entry)]), 4));
    return exitCodes.done;
  }),
};

const stepCommand = (name: 'undo' | 'redo'): CliCommand => ({
  name, arguments: '<study>',
  declare: (command) => command.option('--json'),
  run: (desk, [study], { json }) => desk.withStudy(text(study), async (engine) => {
    const entry = await engine.call(name === 'undo' ? 'history.undo' : 'history.redo', {});
    if (json) desk.printJson(entry);
    else desk.print(desk.words.say(name === 'undo' ? 'cli.undone' : 'cli.redone', { what: tellEntry(desk, { ...entry, kind: 'do' }) }));
    return exitCodes.done;
  }),
});

const checkCommand: CliCommand = {
  name: 'check', arguments: '<study>',
  declare: (command) => command.option('--json'),
  run: (desk, [study], { json }) => desk.withStudy(text(study), async (engine) => {
    const result = await engine.call('study.check', {});
    if (json) desk.printJson({ ok: result.findings.length === 0, ...result });
    else if (result.findings.length === 0) desk.print(desk.words.say('cli.sound', { documents: result.documents, passages: result.passages, codings: result.codings }));
    else for (const { code, where, count } of result.findings) desk.print(desk.words.say(`finding.${code}`, { where, count }));
    return result.findings.length === 0 ? exitCodes.done : exitCodes.differences;
  }),
};

export const studyCommands: readonly CliCommand[] = [newCommand, importCommand, codeCommand, historyCommand, stepCommand('undo'), stepCommand('redo'), checkCommand];
