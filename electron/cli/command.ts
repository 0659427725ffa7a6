import type { Command as Subcommand } from 'commander';
import type { Problem, ProblemRecord } from '../../shared/model/problem.ts';
import type { Words } from '../../shared/words/index.ts';
import type { Engine } from '../core/engine.ts';

/** What ends a command: 0 done, 1 differences found, 2 usage, 3 study in use, 4 a Problem. */
export const exitCodes = { done: 0, differences: 1, usage: 2, inUse: 3, problem: 4 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A Problem on one line: what happened, the way out, and its code for scripts. */
export function problemLine(words: Words, problem: Problem | ProblemRecord): string {
  const { what, way } = words.problem(problem);
  return `${what}${words.language === 'zh' ? '' : ' '}${way} (${'problem' in problem ? problem.problem : problem.code})`;
}

/** What a subcommand has while it runs. */
export interface Desk {
  readonly words: Words;
  /** An absolute path for one that was typed, seen from where it was typed. */
  path(typed: string): string;
  /** Runs with an open study, and closes it whatever happens. Who works there is the coder that was named, unless the name means another (`as` 'here': whoever works on this machine). */
  withStudy<R>(study: string, work: (engine: Engine) => Promise<R>, as?: 'here'): Promise<R>;
  /** The coder that was named, if one was. */
  coderNamed(): string | undefined;
  /** Who codes: as named, else as this machine knows. */
  coderAtWork(): string;
  /** Calls with files that are named by their paths, as `handle`s. */
  ask<R>(engine: Engine, name: string, input: unknown): Promise<R>;
  print(text: string): void;
  /** Says something that is no result: on the error stream, so that results can be piped. */
  tell(text: string): void;
  printJson(value: unknown): void;
  save(file: string, bytes: Uint8Array): void;
}
/** One subcommand: its words stand in shared/words under `cli.<name>`. */
export interface CliCommand {
  readonly name: string;
  /** As commander writes them: '<study>', '[files...]'. */
  readonly arguments: string;
  declare(command: Subcommand): Subcommand;
  run(desk: Desk, given: readonly (string | string[])[], options: Readonly<Record<string, string | boolean | undefined>>): Promise<ExitCode>;
}
