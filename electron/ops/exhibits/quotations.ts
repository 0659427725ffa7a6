import { z } from 'zod';
import { query as condition } from '../../../shared/model/query.ts';
import { sayQuery } from '../../../shared/words/sayQuery.ts';
import { codePaths } from '../codes.ts';
import { formatPath } from '../../../shared/model/path.ts';
import { exhibitKind } from '../exhibit.ts';
import { chosenExcerpts, excerptsOf } from '../excerpts.ts';
import { countedInSql } from '../layers.ts';
import { oneSided } from '../oneSided.ts';
import { foundBy } from '../queryEvaluation.ts';
import { namesIn } from '../queryNames.ts';
import { quotationsOf, spread } from '../quoting.ts';
import { savedQuery } from '../savedQueries.ts';
import { seenBy } from '../seen.ts';

/** Quotations of a code and what is below it, of a group, or of what a query finds: as many as are asked for, of as many people as they can be. */
export const quotationsExhibit = exhibitKind({
  id: 'quotations',
  input: z.strictObject({
    /** A code's path, a value of any attribute, a query, or the one saved under a name. */
    code: z.string().optional(), group: z.string().optional(), query: condition.optional(), saved: z.string().optional(),
    most: z.int().min(1).max(1000).default(10), ...seenBy,
  }),
  values: (asked, renamed) => ({ ...asked, group: renamed(null, asked['group']) }),
  names: { code: 'code', query: 'query', saved: 'savedQuery' },
  usual(project) {
    const first = project.one<{ code: number }>(`SELECT code FROM codings WHERE ${countedInSql()} GROUP BY code ORDER BY count(*) DESC, code LIMIT 1`, null, null);
    return first ? { code: formatPath(codePaths(project).get(first.code)!) } : null;
  },
  make(project, { code, group, query, saved, most, coder }, words) {
    const { say } = words;
    const wanted = saved === undefined ? query : savedQuery(project, saved);
    const within = wanted && new Set(foundBy(project, wanted, coder).codings);
    const found = within && code === undefined && group === undefined ? excerptsOf(project, [...within]) : chosenExcerpts(project, code, group, coder).filter(({ coding }) => within?.has(coding) ?? true);
    const passages = [...Map.groupBy(found, ({ documentId, start, end }) => `${documentId}/${start}/${end}`).values()].map(([first]) => first!);
    const people = [...new Set(passages.flatMap(({ speakers }) => speakers))];
    const asked = wanted && sayQuery(words, namesIn(project, 'lenient').refreshed(wanted));
    const title = [saved ?? (code === undefined && group === undefined ? asked : code), group].filter((part) => part !== undefined && part !== '').join(', ') || say('export.allCodes');
    const chosen = new Set(spread(passages.map(({ coding, speakers }) => ({ coding, by: people.indexOf(speakers[0] ?? '') })), most));
    return {
      title: say('exhibit.quotationsOf', { what: title }),
      subtitle: say('exhibit.quotationsShown', { shown: chosen.size, all: passages.length, people: say('stamp.people', { count: people.length }) }),
      corner: '', columns: [], rows: [],
      notes: oneSided([{ of: '', speakers: passages.map(({ speakers }) => speakers.map((speaker) => people.indexOf(speaker))) }], (person) => people[person]!, words),
      quotations: quotationsOf(project, passages.filter(({ coding }) => chosen.has(coding)).map(({ coding }) => ({ of: '', coding }))),
      asked: [
        ...(code === undefined ? [] : [[say('excerpt.code'), code] as const]), ...(group === undefined ? [] : [[say('search.group'), group] as const]), ...(asked === undefined ? [] : [[say('excerpt.query'), asked] as const]),
        ...(coder === undefined ? [] : [[say('excerpt.coder'), project.find('coders', coder)?.name ?? ''] as const]),
      ],
      n: say('stamp.excerpts', { codings: say('code.codings', { count: found.length }), documents: say('search.inDocuments', { count: new Set(found.map(({ documentId }) => documentId)).size }), people: say('stamp.people', { count: people.length }) }),
    };
  },
});
