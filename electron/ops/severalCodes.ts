import { z } from 'zod';
import { Problem } from '../../shared/model/problem.ts';
import { facets, tables, type Facet } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import { codesInOrder, subtree, type Code } from './codes.ts';
import { entriesNaming, forgetSource } from './conflictLinks.ts';
import { command, query, type Reader } from './operation.ts';
import { removeCodes, whatGoesAlong } from './removal.ts';
import { seenBy } from './seen.ts';

const id = z.int().positive();
/** One code, or several. */
const several = z.union([id, z.array(id).min(1).max(10_000)]);
type Several = z.output<typeof several>;

/** The chosen codes in the order of the codebook, without those that another chosen one takes along. A Problem `not-found` where one is gone. */
export function outermost(project: Reader, chosen: Several): Code[] {
  const ids = new Set(typeof chosen === 'number' ? [chosen] : chosen);
  for (const code of ids) project.get('codes', code);
  const along = new Set<number>();
  // Parents come before their children.
  return codesInOrder(project).filter((code) => {
    const goesAlong = code.parent !== null && along.has(code.parent);
    if (goesAlong || ids.has(code.id)) along.add(code.id);
    return ids.has(code.id) && !goesAlong;
  });
}
const withBelow = (project: Reader, chosen: Several): number[] => outermost(project, chosen).flatMap((code) => subtree(project, code.id));
const howMany = (chosen: Several): number => (typeof chosen === 'number' ? 1 : new Set(chosen).size);
/** What the history calls them: the first by its name, and how many there are. */
const named = (project: Reader, chosen: Several) => ({ code: outermost(project, chosen)[0]!.name, count: howMany(chosen) });

/** What a code has that only its facet can say: why it cannot come to another one, and how often. */
function boundTo(project: Reader, code: Code): { problem: 'code-is-rated' | 'code-has-parties' | 'code-is-party'; times: number } | null {
  const count = (where: string) => project.one<{ n: number }>(`SELECT count(*) AS n FROM codings WHERE ${where}`, code.id)!.n;
  const [problem, where] = {
    dimension: ['code-is-rated', 'code = ? AND rating IS NOT NULL'], conflict: ['code-has-parties', 'code = ? AND (party IS NOT NULL OR counterparty IS NOT NULL)'],
    stakeholder: ['code-is-party', '? IN (party, counterparty)'], theme: [null, ''],
  }[code.facet] as ['code-is-rated' | 'code-has-parties' | 'code-is-party' | null, string];
  const times = problem === null ? 0 : count(where) + (problem === 'code-is-party' ? entriesNaming(project, code.id) : 0);
  return problem !== null && times > 0 ? { problem, times } : null;
}
/** Refuses to take a code out of its facet where that would leave something said that only this facet can say. */
function refuseLoss(project: Reader, code: Code, facet: Facet): void {
  const bound = code.facet === facet ? null : boundTo(project, code);
  if (bound) throw new Problem(bound.problem, { code: code.name, times: bound.times });
}
/** Whether a code, with all that is below it, may come to a facet. */
export const mayChangeFacet = (project: Reader, code: Code, facet: Facet): boolean => code.facet === facet || subtree(project, code.id).every((each) => boundTo(project, project.get('codes', each)) === null);

export const moveCode = command({
  /**
   * Moves codes with all that is below them: under a parent or to a facet's top, before a sibling or to the end, in the order in which
   * they stand. Problems: `code-into-itself`, `name-taken`, and for another facet `code-is-rated`, `code-has-parties`, `code-is-party`.
   */
  input: z.strictObject({ code: several, parent: id.nullable(), facet: z.enum(facets), before: id.nullable().default(null) }),
  run(project, { code: chosen, parent, facet: asked, before }) {
    const moved = outermost(project, chosen);
    const going = new Set(moved.map((code) => code.id));
    const facet = parent === null ? asked : project.get('codes', parent).facet;
    const below = moved.map((code) => subtree(project, code.id));
    moved.forEach((code, index) => { if (parent !== null && below[index]!.includes(parent)) throw new Problem('code-into-itself', { name: code.name }); });
    for (const each of below.flat()) refuseLoss(project, project.get('codes', each), facet);
    const siblings = codesInOrder(project).filter((sibling) => sibling.parent === parent && sibling.facet === facet);
    // Before one that moves itself is before the next that stays.
    const next = siblings.slice(Math.max(0, siblings.findIndex((sibling) => sibling.id === before))).find((sibling) => !going.has(sibling.id));
    const others = siblings.filter((sibling) => !going.has(sibling.id));
    const found = before === null || !siblings.some((sibling) => sibling.id === before) || !next ? others.length : others.indexOf(next);
    const order = others.map((sibling) => sibling.id).toSpliced(found, 0, ...going);
    const names = new Set(others.map((sibling) => nameKey(sibling.name)));
    for (const code of moved) {
      if (names.has(nameKey(code.name))) throw new Problem('name-taken', { name: code.name });
      names.add(nameKey(code.name));
      project.change('codes', code.id, { parent });
    }
    for (const each of below.flat()) {
      // What is no conflict any more is not what an entry of the register was made of.
      if (facet !== 'conflict' && project.get('codes', each).facet === 'conflict') forgetSource(project, each);
      project.change('codes', each, { facet });
    }
    order.forEach((each, position) => project.change('codes', each, { position }));
  },
  about: (project, { code }) => named(project, code),
});

export const recolourCodes = command({
  input: z.strictObject({ codes: z.array(id).min(1).max(10_000), colour: tables.codes.colour.check }),
  run(project, { codes, colour }) { for (const code of codes) project.change('codes', code, { colour }); },
  about: (project, { codes }) => named(project, codes),
});

/** What removing codes takes along, to be shown before it is done. */
export const removalOfCode = query({
  input: z.strictObject({ code: several, ...seenBy }),
  run: (project, { code, coder }) => whatGoesAlong(project, withBelow(project, code), coder),
});

export const removeCode = command({
  input: z.strictObject({ code: several }),
  run(project, { code }) {
    const { code: name } = named(project, code);
    const codes = withBelow(project, code);
    const along = whatGoesAlong(project, codes);
    removeCodes(project, codes);
    return { name, ...along };
  },
  about: (_project, { code: chosen }, { name: code }) => ({ code, count: howMany(chosen) }),
});
