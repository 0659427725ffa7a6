import { z } from 'zod';
import { Problem } from '../../shared/model/problem.ts';
import { statistics } from '../../shared/statistics/index.ts';
import { exitCodes, type CliCommand } from './command.ts';
import { readJson } from './readJson.ts';

/** A statistic of a file's `{input, options}`, as JSON; without a name: all that there are, with their sources. */
export const statisticCommand: CliCommand = {
  name: 'statistic', arguments: '[name]',
  declare: (command) => command.option('--input <file>').option('--json'),
  async run(desk, [name], options) {
    if (name === undefined) {
      desk.print(statistics.map((each) => `${each.name}: ${each.source}`).join('\n'));
      return exitCodes.done;
    }
    const found = statistics.find((each) => each.name === name);
    if (!found) throw new Problem('no-such-statistic', { name: String(name), known: statistics.map((each) => each.name).join(', ') });
    const file = options['input'];
    if (typeof file !== 'string') throw new Problem('bad-input', { operation: `statistic ${found.name}`, what: '--input FILE.json' });
    const given = readJson(desk, file, z.object({ input: found.input, options: found.options.optional() }));
    desk.printJson(found.compute(given.input, given.options ?? {}));
    return exitCodes.done;
  },
};
