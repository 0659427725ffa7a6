import { agreementCommand } from './agreementCommand.ts';
import { studyCommands } from './studyCommands.ts';
import { excerptsCommand } from './excerptsCommand.ts';
import { codebookCommand } from './codebookCommand.ts';
import { conflictsCommand } from './conflictsCommand.ts';
import { exportCommand } from './projectCommands.ts';
import { replaceCommand } from './replaceCommand.ts';
import { queryCommand } from './queryCommand.ts';
import { documentsCommand } from './documentsCommand.ts';
import { handOutCommand } from './handOutCommand.ts';
import { memosCommand } from './memosCommand.ts';
import { mergeCommand } from './mergeCommand.ts';
import { participantsCommand } from './participantsCommand.ts';
import { reportCommands } from './reportCommands.ts';
import { searchCommand } from './searchCommand.ts';
import { snapshotCommand } from './snapshotCommand.ts';
import { surveyCommand } from './surveyCommand.ts';
import { statisticCommand } from './statisticCommand.ts';
import { ratingsCommand } from './ratingsCommand.ts';
import { togetherCommand } from './togetherCommand.ts';
import { wordsCommand } from './wordsCommand.ts';
import { serveCommand } from './serveCommand.ts';
import { tableCommand } from './tableCommand.ts';
import type { CliCommand } from './command.ts';

/** All subcommands. A new one is an entry here. */
export const cliCommands: readonly CliCommand[] = [
  ...studyCommands,
  tableCommand,
  excerptsCommand,
  codebookCommand,
  memosCommand,
  documentsCommand,
  participantsCommand,
  ...reportCommands,
  searchCommand,
  queryCommand,
  wordsCommand,
  ratingsCommand,
  agreementCommand,
  conflictsCommand,
  replaceCommand,
  mergeCommand,
  handOutCommand,
  togetherCommand,
  snapshotCommand,
  exportCommand,
  surveyCommand,
  statisticCommand,
  serveCommand,
];
