import { extname } from 'node:path';
import { Problem } from '../../shared/model/problem.ts';
import { query as asked, type Condition } from '../../shared/model/query.ts';
import { nameKey } from '../../shared/model/text.ts';
import { sayQuery } from '../../shared/words/sayQuery.ts';
import type { Engine } from '../core/engine.ts';
import { excerptFormats } from '../formats/excerptFormats.ts';
import type { OutputOf } from '../ops/index.ts';
import type { IncomingFile } from '../ops/operation.ts';
import { exitCodes, type CliCommand, type Desk } from './command.ts';
import { readJson } from './readJson.ts';

type Found = OutputOf<'query.find'>;
type Row = Found['rows'][number];
/** Passages that are asked for in one call. */
const page = 1000;

async function askedFor(desk: Desk, engine: Engine, options: Readonly<Record<string, string | boolean | undefined>>): Promise<Condition | null> {
  if (typeof options['query'] === 'string') return readJson(desk, options['query'], asked);
  if (typeof options['saved'] !== 'string') return null;
  const saved = await engine.call('query.saved', {});
  const found = saved.find(({ name }) => nameKey(name) === nameKey(String(options['saved'])));
  if (!found?.query) throw new Problem('no-such-query', { query: String(options['saved']), known: saved.map(({ name }) => name).join(', ') });
  return found.query;
}

async function everyPassage(desk: Desk, engine: Engine, query: Condition): Promise<{ found: Found; rows: Row[] }> {
  const found = await desk.ask<Found>(engine, 'query.find', { query, limit: page });
  const rows = [...found.rows];
  while (rows.length < found.total) rows.push(...(await desk.ask<Found>(engine, 'query.find', { query, from: rows.length, limit: page })).rows);
  return { found, rows };
}

/** The query in words, then the passages under their documents: turn, speakers, quotation, the codes that were asked for. */
function foundText({ words }: Desk, { found, rows }: Awaited<ReturnType<typeof everyPassage>>, codes: ReadonlyMap<number, string>): string {
  const { say } = words;
  const lines = found.documents.flatMap(({ id, label, count }) => ['', `${label} (${count})`, ...rows.filter(({ document }) => document === id).flatMap((row) => {
    const named = [...new Set(row.codings.filter((coding) => coding.asked).map(({ code, rating }) => `${codes.get(code)}${rating === null ? '' : ` ${words.number(rating)}`}`))];
    return [`  ${[row.turn ?? '', row.speakers.join(', ')].join(' ').trim()}: ${row.quotation.replace(/\s+/g, ' ')}`, `      ${named.join('; ')}`];
  })]);
  const gone = found.gone.length === 0 ? [] : [say('cli.savedGone', { what: found.gone.map(({ name }) => name).join(', ') })];
  return [`${sayQuery(words, found.asked)}${words.language === 'zh' ? '。' : '.'}`, ...gone, say('query.found', { count: found.total }), ...lines].join('\n');
}

export const queryCommand: CliCommand = {
  name: 'query', arguments: '<study>',
  declare: (command) => command.option('--query <file>').option('--saved <name>').option('--format <format>').option('--json').option('-o, --output <file>'),
  run: (desk, [study], options) => desk.withStudy(String(study), async (engine) => {
    const query = await askedFor(desk, engine, options);
    if (query === null) {
      const saved = await engine.call('query.saved', {});
      if (options['json']) desk.printJson(saved);
      else desk.print(saved.length === 0 ? desk.words.say('cli.savedNone') : saved.map(({ name, query: known }) => (known ? `${name}\n  ${sayQuery(desk.words, known)}` : name)).join('\n'));
      return exitCodes.done;
    }
    const extension = typeof options['output'] === 'string' ? extname(options['output']).slice(1).toLowerCase() : '';
    const known = excerptFormats.map(({ id }) => id);
    const format = typeof options['format'] === 'string' ? options['format'] : known.includes(extension) ? extension : null;
    if (format !== null && !known.includes(format)) {
      desk.tell(desk.words.say('cli.noSuchFormat', { format, known: known.join(', ') }));
      return exitCodes.usage;
    }
    if (format !== null || typeof options['output'] === 'string') {
      const named = typeof options['saved'] === 'string' && options['query'] === undefined ? { saved: options['saved'] } : { query };
      const file = await desk.ask<IncomingFile>(engine, 'excerpt.export', { ...named, format: format ?? 'csv', language: desk.words.language });
      if (typeof options['output'] === 'string') desk.save(options['output'], file.bytes);
      else process.stdout.write(file.bytes);
      return exitCodes.done;
    }
    const all = await everyPassage(desk, engine, query);
    if (options['json']) desk.printJson({ ...all.found, inWords: sayQuery(desk.words, all.found.asked), rows: all.rows });
    else desk.print(foundText(desk, all, new Map((await engine.call('code.list', {})).map(({ id, path }) => [id, path]))));
    return exitCodes.done;
  }),
};
