import { z } from 'zod';
import { Problem } from '../../shared/model/problem.ts';
import { createWords, type Language } from '../../shared/words/index.ts';
import { excerptsOf } from './excerpts.ts';
import { countedInSql } from './layers.ts';
import { command, query } from './operation.ts';
import { seenBy } from './seen.ts';

const id = z.int().positive();

export const takeExample = command({
  /**
   * Puts a coded quotation with its source behind the examples of its code. Nothing that stands there is touched, and what stands
   * there already is not put there twice.
   */
  input: z.strictObject({ coding: id, language: z.enum(['en', 'zh'] satisfies Language[]).default('en') }),
  run(project, { coding, language }) {
    const [excerpt] = excerptsOf(project, [coding]);
    if (!excerpt) throw new Problem('not-found', { table: 'codings', id: coding });
    const { say } = createWords(language);
    const source = excerpt.turn === null ? excerpt.document : say('example.source', { document: excerpt.document, turn: say('passage.turn', { turn: excerpt.turn }) });
    const line = say('example.quoted', { quotation: excerpt.quotation.trim(), source });
    const { name, example } = project.get('codes', excerpt.codeId);
    const isThere = example.split('\n\n').includes(line);
    if (!isThere) project.change('codes', excerpt.codeId, { example: example === '' ? line : `${example}\n\n${line}` });
    return { code: name, added: !isThere };
  },
  about: (_project, _input, { code }) => ({ code }),
});

export const ratingsOfCode = query({
  /** How often a code was given each rating, lowest first. */
  input: z.strictObject({ code: id, ...seenBy }),
  run: (project, { code, coder = null }) => project.query<{ rating: number; codings: number }>(`SELECT rating, count(*) AS codings FROM codings WHERE code = ? AND rating IS NOT NULL AND ${countedInSql()} GROUP BY rating ORDER BY rating`, code, coder, coder),
});
