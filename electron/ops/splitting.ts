import { z } from 'zod';
import { Problem } from '../../shared/model/problem.ts';
import { tables } from '../../shared/model/schema.ts';
import { createWords, type Language } from '../../shared/words/index.ts';
import { addCode, type Code } from './codes.ts';
import { putCoding } from './settling.ts';
import { command } from './operation.ts';

const id = z.int().positive();
const target = z.union([z.strictObject({ code: id }), z.strictObject({ create: tables.codes.name.check })]);
const choice = z.strictObject({ coding: id, /** Places in `targets`; a coding without any stays where it is. */ to: z.array(z.int().min(0)).max(50), /** Stays with the code as well. */ keep: z.boolean().default(false) });

export const splitCode = command({
  /**
   * Divides the codings of a code among others of its facet, which are there or are made below or beside it with its scale. A coding goes to
   * the first of its targets and is copied to the rest; with `keep` it is copied to all. Where the coder has coded the passage so already,
   * the two become one, and what differs is written into the memo, in `language`. Memos go along once. Laws: every coding chosen is at each of
   * its targets, once; with `to: []` nothing of it changes. Problems: `merge-with-itself`, `merge-other-facet`, `name-taken`, `not-found`.
   */
  input: z.strictObject({ code: id, targets: z.array(target).max(50), choices: z.array(choice).max(100_000), place: z.enum(['below', 'beside']).default('below'), language: z.enum(['en', 'zh'] satisfies Language[]).default('en') }),
  run(project, { code, targets, choices, place, language }) {
    const from = project.get('codes', code);
    const words = createWords(language);
    const parent = place === 'below' ? from.id : from.parent;
    const into = targets.map((each) => {
      const to = 'code' in each ? each.code : addCode(project, { name: each.create, facet: from.facet, parent, scale: from.scale });
      const stays = project.get('codes', to);
      if (to === code) throw new Problem('merge-with-itself', { code: from.name });
      if (stays.facet !== from.facet) throw new Problem('merge-other-facet', { code: from.name, into: stays.name });
      return stays;
    });
    const done = { moved: 0, copied: 0, coinciding: 0 };
    const seen = new Set<number>();
    for (const { coding: number, to, keep } of choices) {
      const coding = project.get('codings', number);
      const wanted = [...new Set(to)].map((index) => into[index]);
      if (coding.code !== code || seen.has(number) || wanted.includes(undefined)) throw new Problem('not-found', { table: 'codings', id: number });
      seen.add(number);
      const [first, ...others] = wanted as Code[];
      // Copies first, while the coding still says what it said.
      for (const other of keep && first ? [first, ...others] : others) {
        done.copied++;
        if (putCoding(project, coding, { passage: coding.passage, code: other.id }, words, true).met) done.coinciding++;
      }
      if (!first || keep) continue;
      done.moved++;
      if (putCoding(project, coding, { passage: coding.passage, code: first.id }, words).met) done.coinciding++;
    }
    return { name: from.name, ...done, targets: into.map((each) => each.id), uuids: into.map((each) => each.uuid) };
  },
  about: (_project, _input, { name: code, moved, copied }) => ({ code, count: moved + copied }),
  remember: ({ code, targets, place }) => ({ code, targets, place }),
});
