import { bringFileTogether } from '../core/together.ts';
import { exitCodes, problemLine, type CliCommand } from './command.ts';

export const togetherCommand: CliCommand = {
  name: 'together', arguments: '<study>',
  declare: (command) => command.option('--folder <folder>').option('--json'),
  async run(desk, [study], { folder, json }) {
    const { words } = desk;
    const { met, written, unwritten } = await bringFileTogether(desk.path(String(study)), desk.coderAtWork(), typeof folder === 'string' ? desk.path(folder) : undefined);
    if (unwritten) throw unwritten;
    if (json === true) desk.printJson({ met, written });
    else {
      for (const { file, became, codings, undecided, problem } of met) desk.print(words.say(`cli.met.${became}`, { file, codings, undecided, why: problem ? problemLine(words, problem) : '' }));
      desk.print(written === null ? words.say('cli.togetherNotWritten') : words.say('cli.togetherWritten', { file: written }));
    }
    return met.some(({ became }) => became === 'waits') ? exitCodes.differences : exitCodes.done;
  },
};
