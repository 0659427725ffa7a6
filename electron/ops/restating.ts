import { z } from 'zod';
import { formatPath } from '../../shared/model/path.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { Row } from '../../shared/model/schema.ts';
import { snapshotCodes } from '../../shared/model/snapshot.ts';
import { nameKey } from '../../shared/model/text.ts';
import { codesInOrder } from './codes.ts';
import { command } from './operation.ts';

export const restateCodebook = command({
  /**
   * Makes the codebook what is given, code by code: known ones (by UUID) change and move, others are new, and those that are not given go. Only
   * in a study where nothing is coded, put into sets or registered as a conflict yet, for a study's history is told over in this way. Problems: `codebook-in-use`, `no-such-code`, `name-taken`.
   */
  input: z.strictObject({ codes: snapshotCodes }),
  run(project, { codes }) {
    if (project.one('SELECT 1 FROM codings LIMIT 1') || project.one('SELECT 1 FROM codeSetMembers LIMIT 1') || project.one('SELECT 1 FROM conflicts LIMIT 1')) throw new Problem('codebook-in-use');
    const known = new Map(codesInOrder(project).map((code) => [code.uuid, code]));
    const given = new Set(codes.map(({ uuid }) => uuid));
    // Names are free while codes move to and fro; children go before their parents.
    const gone = codesInOrder(project).filter(({ uuid }) => !given.has(uuid));
    const places = new Map<string, number>();
    const counted = new Map<string, number>();
    const fresh: number[] = [];
    for (const { uuid, path, facet, scale, aliases = [], ...more } of codes) {
      const parent = path.length === 1 ? null : places.get(`${facet}/${nameKey(formatPath(path.slice(0, -1)))}`);
      if (parent === undefined) throw new Problem('no-such-code', { code: formatPath(path.slice(0, -1)) });
      if (places.has(`${facet}/${nameKey(formatPath(path))}`)) throw new Problem('name-taken', { name: path.at(-1)! });
      const position = counted.get(`${facet}/${parent}`) ?? 0;
      counted.set(`${facet}/${parent}`, position + 1);
      const there = uuid === undefined ? undefined : known.get(uuid);
      const said: Partial<Row<'codes'>> = { name: path.at(-1)!, facet, parent, position, scale: [...scale], aliases: [...aliases], codable: 'yes', ...more };
      if (there) project.change('codes', there.id, said);
      const id = there?.id ?? project.add('codes', { definition: '', include: '', exclude: '', example: '', colour: '1', created: project.now, ...(uuid === undefined ? {} : { uuid }), ...said } as Omit<Row<'codes'>, 'id'>);
      if (!there) fresh.push(id);
      places.set(`${facet}/${nameKey(formatPath(path))}`, id);
    }
    project.remove('codes', gone.map(({ id }) => id).toReversed());
    return { added: fresh.length, gone: gone.length };
  },
  about: (_project, { codes }) => ({ count: codes.length }),
  remember: () => ({}),
});
