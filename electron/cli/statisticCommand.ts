import { z } from 'zod';
import { faultsOf } from '../../shared/model/faults.ts';
import { Problem } from '../../shared/model/problem.ts';
import { intervalOf, intervalOptions } from '../../shared/statistics/intervals.ts';
import { statistics } from '../../shared/statistics/index.ts';
import { writable } from '../../shared/statistics/statistic.ts';
import { sayStatistic } from '../../shared/words/sayStatistic.ts';
import { exitCodes, type CliCommand } from './command.ts';
import { readJson } from './readJson.ts';

/** A statistic of a file's `{input, options}`, as JSON or in words; without a name: all that there are, with their sources. */
export const statisticCommand: CliCommand = {
  name: 'statistic', arguments: '[name]',
  declare: (command) => command.option('--input <file>').option('--json').option('--explain').option('--interval'),
  run(desk, [name], options) {
    if (name === undefined) {
      if (options['json'] === true) desk.printJson(statistics.map((each) => ({ name: each.name, title: sayStatistic(desk.words, each.name, { reason: 'nobody' }).title, source: each.source, example: { input: each.example } })));
      else desk.print(statistics.map((each) => `${each.name}: ${each.source}`).join('\n'));
      return Promise.resolve(exitCodes.done);
    }
    const found = statistics.find((each) => each.name === name);
    if (!found) throw new Problem('no-such-statistic', { name: String(name), known: statistics.map((each) => each.name).join(', ') });
    const example = JSON.stringify({ input: found.example });
    const file = options['input'];
    if (typeof file !== 'string') throw new Problem('bad-input', { operation: `statistic ${found.name}`, what: `--input FILE.json, ${example}` });
    const isMore = options['explain'] === true || options['interval'] === true;
    const given = z.object({ input: found.input, options: (isMore ? z.intersection(found.options, intervalOptions) : found.options).nullish() }).safeParse(readJson(desk, file, z.unknown()));
    if (!given.success) throw new Problem('statistic-input', { file, name: found.name, faults: faultsOf(given.error), example });
    const result = found.compute(given.data.input, given.data.options ?? {});
    const interval = isMore ? intervalOf(found.name, given.data.input, given.data.options) : null;
    if (options['explain'] !== true) desk.printJson(options['interval'] === true ? { ...result, interval: writable(interval) } : result);
    else {
      const { title, says, assumes } = sayStatistic(desk.words, found.name, result, given.data.options ?? {}, interval);
      desk.print([title, ...says, assumes, found.source].join('\n'));
    }
    return Promise.resolve(exitCodes.done);
  },
};
