import { z } from 'zod';
import { fileStem } from '../../shared/model/fileName.ts';
import { Problem } from '../../shared/model/problem.ts';
import { query as asked } from '../../shared/model/query.ts';
import { createWords, type Language, type Words } from '../../shared/words/index.ts';
import { sayQuery } from '../../shared/words/sayQuery.ts';
import { excerptFormats } from '../formats/excerptFormats.ts';
import { attributesInOrder } from './attributes.ts';
import { chosenExcerpts, excerptsOf } from './excerpts.ts';
import { query, type IncomingFile, type Preparation, type Reader } from './operation.ts';
import { provenanceOf } from './provenance.ts';
import { foundBy } from './queryEvaluation.ts';
import { namesIn } from './queryNames.ts';
import { savedQuery } from './savedQueries.ts';
import { only } from './seen.ts';

export const language = z.enum(['en', 'zh'] satisfies Language[]).default('en');
export const studyName = (project: Reader) => project.all('project')[0]!.name;
export const fileName = (words: string, extension: string) => `${fileStem(words, 'Study')}.${extension}`;

const excerptInput = z.strictObject({
  code: z.string().optional(), group: z.string().optional(),
  /** Only the codings that made passages fulfil this query, or the one saved under a name; the query stands in the file, in words. */
  query: asked.optional(), saved: z.string().optional(),
  /** Only this coder's codings (0: nobody's); the file says so. */
  coder: only,
  format: z.enum(excerptFormats.map((format) => format.id) as [string, ...string[]]), language,
});
/** Whose codings are in a file, where they are not everybody's. */
export const byCoder = (project: Reader, { say }: Words, coder: number | undefined) => (coder === undefined ? [] : [[say('excerpt.coder'), project.find('coders', coder)?.name ?? ''] as const]);

export const exportExcerpts = query({
  /** Coded excerpts as a file: one row a coding. */
  input: excerptInput,
  async prepare({ code, group, coder, query: given, saved, format, language: chosen }, { project }: Preparation): Promise<IncomingFile> {
    const condition = saved === undefined ? given : savedQuery(project, saved);
    const within = condition && new Set(foundBy(project, condition, coder).codings);
    const excerpts = within && code === undefined && group === undefined ? excerptsOf(project, [...within]) : chosenExcerpts(project, code, group, coder).filter(({ coding }) => within?.has(coding) ?? true);
    if (excerpts.length === 0) throw new Problem('nothing-to-export');
    const words = createWords(chosen);
    const { say } = words;
    const { extension, write } = excerptFormats.find(({ id }) => id === format)!;
    const asked = condition && sayQuery(words, namesIn(project).refreshed(condition));
    const origin = provenanceOf(project, words, [
      ...(code === undefined ? [] : [[say('excerpt.code'), code] as const]), ...(group === undefined ? [] : [[say('search.group'), group] as const]), ...byCoder(project, words, coder), ...(asked === undefined ? [] : [[say('excerpt.query'), asked] as const]),
    ], say('stamp.excerpts', {
      codings: say('code.codings', { count: excerpts.length }), documents: say('search.inDocuments', { count: new Set(excerpts.map(({ documentId }) => documentId)).size }),
      people: say('stamp.people', { count: new Set(excerpts.flatMap(({ speakers }) => speakers)).size }),
    }));
    return { name: fileName([studyName(project), saved, code?.replace(/\s*>\s*/g, ' '), group].filter(Boolean).join(' '), extension), bytes: await write(excerpts, { attributes: attributesInOrder(project).map(({ name }) => name), words, query: asked, origin }) };
  },
  run: (_project, _input, file: IncomingFile) => file,
});
