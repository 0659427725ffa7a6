import { basename, resolve } from 'node:path';
import { userInfo } from 'node:os';
import { Command as Program, CommanderError } from 'commander';
import { packageRecord } from '../../shared/model/handOut.ts';
import { Problem } from '../../shared/model/problem.ts';
import { createWords, languageFor, type WordKey } from '../../shared/words/index.ts';
import { openStudy, type Engine } from '../core/engine.ts';
import { readWhole, writeWhole } from '../core/files.ts';
import { openSettings, standardPlaces } from '../core/settings.ts';
import { exitCodes, problemLine, type Desk, type ExitCode } from './command.ts';
import { cliCommands } from './commands.ts';
import { copiesHere } from './togetherCommand.ts';

const localeOf = (environment: NodeJS.ProcessEnv) => environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || 'en';

/** The command line: subcommands over the operations and formats. Answers with the exit code. */
export async function main(given: readonly string[]): Promise<ExitCode> {
  const words = createWords(languageFor(localeOf(process.env)));
  // npm runs scripts in the project's folder and says in INIT_CWD where the person is.
  const here = process.env['INIT_CWD'] ?? process.cwd();
  const program = new Program('concord').description(words.say('cli.concord')).exitOverride().showHelpAfterError()
    .option('--coder <name>', words.say('cli.option.coder')).configureOutput({ writeErr: (text) => process.stderr.write(text) });
  let code: ExitCode = exitCodes.done;
  const open: { study: string | null } = { study: null };
  const desk: Desk = {
    words,
    path: (typed) => resolve(here, typed),
    coderNamed: () => program.opts<{ coder?: string }>().coder,
    coderAtWork: () => coderAtWork(desk.coderNamed()),
    async withStudy(study, work, as) {
      const said = as === 'here' ? undefined : desk.coderNamed();
      // What a person sees of a study in a shared folder is her working copy.
      const engine = openAs(copiesHere().copyOf(desk.path(study)) ?? desk.path(study), said);
      open.study = engine.file;
      try { return await work(engine); } finally { engine.close(); }
    },
    ask: async <R>(engine: Engine, name: string, input: unknown) => (await engine.ask(name, input, {
      preparation: { file: async (handle) => readWhole(handle) },
    })).value as R,
    print: (text) => { process.stdout.write(text.endsWith('\n') ? text : `${text}\n`); },
    tell: (text) => { process.stderr.write(`${text}\n`); },
    printJson: (value) => { process.stdout.write(`${JSON.stringify(value, null, 1)}\n`); },
    save: (file, bytes) => writeWhole(desk.path(file), bytes, open.study),
  };
  for (const command of cliCommands)
    command.declare(program.command(`${command.name} ${command.arguments}`.trim()).description(words.say(`cli.${command.name}` as WordKey)).showHelpAfterError())
      .action(async (...parts: unknown[]) => {
        const subcommand = parts.at(-1) as Program;
        code = await command.run(desk, parts.slice(0, -2) as (string | string[])[], subcommand.opts());
      });
  try {
    await program.parseAsync(given, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    if (!(error instanceof Problem)) throw error;
    desk.tell(problemLine(words, error));
    return error.code === 'study-in-use' ? exitCodes.inUse : error.code === 'bad-input' || error.code === 'statistic-input' || error.code === 'old-node' ? exitCodes.usage : exitCodes.problem;
  }
}

/** Opens a study for whoever was named, else in a package for its coder, else for whoever works on this machine. */
function openAs(file: string, said: string | undefined): Engine {
  const engine = openStudy(file, { who: coderAtWork(said) });
  const own = said === undefined ? packageRecord(engine.reader.all('project')[0]?.handedOut) : null;
  if (!own) return engine;
  engine.close();
  return openStudy(file, { who: own.coder });
}

/** Who codes: as said, else as in the settings of this machine, else who is logged in. */
function coderAtWork(said: string | undefined): string {
  const name = said ?? process.env['CONCORD_CODER'];
  if (name) return name;
  return openSettings(standardPlaces().settings).read().coder || basename(userInfo().username);
}
