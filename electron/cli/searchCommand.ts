import { parsePath } from '../../shared/model/path.ts';
import { Problem } from '../../shared/model/problem.ts';
import { facets, type Facet } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import type { InputOf, OutputOf } from '../ops/index.ts';
import { exitCodes, type CliCommand, type Desk } from './command.ts';
import { textTable } from './textTable.ts';

type Found = OutputOf<'search.find'>;
const oneLine = (text: string) => text.replace(/\s+/g, ' ');
/** Characters of context on either side of a hit. */
const around = 40;

/** Key words in context, by document: turn and speaker, left context, the hit in brackets, right context; the hits stand below each other. */
function foundText({ words: { say } }: Desk, text: string, { total, groups, hits }: Found): string {
  if (total === 0) return say('search.noHits', { typed: text });
  const before = textTable(hits.map(({ turn, speaker, field, left }) => [
    `  ${field === 'text' ? `${turn ?? ''} ${speaker}`.trim() : say(`field.${field}`)}`, oneLine(left).trim().slice(-around),
  ]), 1).split('\n');
  const told = hits.map(({ of, hit, right }, index) => ({ of, line: `${before[index]!} [${oneLine(hit)}] ${oneLine(right).trim().slice(0, around)}`.trimEnd() }));
  const lines = groups.flatMap(({ id, label, count }) => {
    const inside = told.filter(({ of }) => of === id);
    return inside.length === 0 ? [] : ['', `${label} (${count})`, ...inside.map(({ line }) => line)];
  });
  return [say('search.counted', { hits: say('search.hits', { count: total }), places: say('search.groups', { count: groups.length }) }), ...lines].join('\n');
}

export const searchCommand: CliCommand = {
  name: 'search', arguments: '<study> <text>',
  declare: (command) => command.option('--regex').option('--whole-word').option('--case').option('--in <what>', '', 'documents').option('--speakers <who>', '', 'all').option('--document <name>').option('--group <value>')
    .option('--limit <n>', '', '200').option('--code <path>').option('--facet <facet>').option('--as <extent>', '', 'hit').option('--json'),
  run: (desk, [study, text], options) => desk.withStudy(String(study), async (engine) => {
    const named = options['document'];
    const documents = typeof named === 'string' ? (await engine.call('document.list', {})).filter(({ name }) => nameKey(name) === nameKey(named)).map(({ id }) => id) : undefined;
    if (documents?.length === 0) throw new Problem('no-such-document', { document: String(named) });
    const search = {
      ...(documents === undefined ? {} : { documents }), text: String(text), regex: options['regex'] === true, wholeWord: options['wholeWord'] === true, matchCase: options['case'] === true,
      speakers: options['speakers'] as 'all', ...(typeof options['group'] === 'string' ? { group: { value: options['group'] } } : {}),
    } satisfies InputOf<'search.code'>['search'];
    if (typeof options['code'] === 'string') {
      const facet = options['facet'];
      if (parsePath(options['code']).length === 0 || options['in'] !== 'documents' || (facet !== undefined && !facets.includes(facet as Facet))) {
        desk.tell(desk.words.say('cli.codesWhere', { facets: facets.join(', ') }));
        return exitCodes.usage;
      }
      const coded = await desk.ask<OutputOf<'search.code'>>(engine, 'search.code', { search, code: { path: options['code'], facet: facet ?? null }, extent: options['as'] });
      if (options['json']) desk.printJson(coded);
      else desk.print(desk.words.say('cli.foundCoded', { hits: coded.hits, added: coded.added, known: coded.known }));
      return exitCodes.done;
    }
    const found = await desk.ask<Found>(engine, 'search.find', { ...search, in: options['in'], limit: Number(options['limit']) });
    if (options['json']) desk.printJson(found);
    else desk.print(foundText(desk, search.text, found));
    return exitCodes.done;
  }),
};
