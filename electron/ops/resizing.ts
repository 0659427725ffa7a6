import { z } from 'zod';
import { Problem } from '../../shared/model/problem.ts';
import { wholeGraphemes } from '../../shared/model/snapping.ts';
import { createWords, type Language } from '../../shared/words/index.ts';
import { addCode, newCode } from './codes.ts';
import { applyCodes, checkJudgement, namesOf, passageAt, sayOf } from './codings.ts';
import { copyLinks, giveLinks } from './conflictLinks.ts';
import { redirectPlace } from './memoLinks.ts';
import { command, type Writer } from './operation.ts';
import { removeEmptyPassages } from './removal.ts';
import { giveMemo, memosOf, putCoding } from './settling.ts';

const id = z.int().positive();
/** What is left of a coding that falls together with another is kept as a memo, in this language. */
const language = z.enum(['en', 'zh'] satisfies Language[]).default('en');

export const resizePassage = command({
  /**
   * Gives a passage other edges (UTF-16 units, widened to whole graphemes): all of it, the codings of one `coder`, which are the triple
   * they are, or one `coding` alone. What others coded there stays on the old words. Where a passage with these edges is there already
   * the two become one, memos and all. Links to the passage go on leading to it while something is left of it, and then to where its last
   * codings went.
   */
  input: z.strictObject({ passage: id, coder: id.optional(), coding: id.optional(), start: z.int().min(0), end: z.int().min(0), language }),
  run(project, { passage, coder, coding, start, end, language: chosen }) {
    const { document } = project.get('passages', passage);
    const { text } = project.get('documents', document);
    if (start >= end || end > text.length) throw new Problem('span-outside');
    const span = wholeGraphemes(text, { start, end });
    const there = project.all('codings', { passage });
    const moved = there.filter((each) => (coding === undefined || each.id === coding) && (coder === undefined || each.coder === coder));
    if (moved.length === 0 && (coder !== undefined || coding !== undefined)) throw new Problem('not-found', { table: 'codings', id: coding ?? coder! });
    const taken = project.one<{ id: number }>('SELECT id FROM passages WHERE document = ? AND "start" = ? AND "end" = ?', document, span.start, span.end);
    if (taken?.id === passage) return { passage, codings: moved.map((each) => each.id) };
    if (moved.length === there.length && !taken) {
      project.change('passages', passage, { start: span.start, end: span.end });
      return { passage, codings: moved.map((each) => each.id) };
    }
    return moveAll(project, passage, passageAt(project, document, span), moved.map((each) => each.id), moved.length === there.length ? 'all' : coding === undefined ? coder! : 'none', chosen);
  },
  about: (project, _input, { codings }) => ({ code: namesOf(project, codings), count: codings.length }),
});

/** Puts codings on another passage; along go all memos of the old one, those of one coder (by number), or none. */
function moveAll(project: Writer, from: number, into: number, codings: readonly number[], memos: 'all' | 'none' | number, chosen: z.output<typeof language>): { passage: number; codings: number[] } {
  const words = createWords(chosen);
  const stay = codings.map((each) => { const coding = project.get('codings', each); return putCoding(project, coding, { passage: into, code: coding.code }, words).coding; });
  for (const memo of memosOf(project, 'passages', from)) if (memos === 'all' || memo.coder === memos) giveMemo(project, memo, into);
  // A conflict of the register rests on the words that its codings are on.
  const isConflict = ({ code }: { readonly code: number }) => project.get('codes', code).facet === 'conflict';
  if (memos === 'all') giveLinks(project, from, into);
  else if (stay.some((coding) => isConflict(project.get('codings', coding)))) (project.all('codings', { passage: from }).some(isConflict) ? copyLinks : giveLinks)(project, from, into);
  const { uuid } = project.get('passages', from);
  removeEmptyPassages(project, [from]);
  if (!project.find('passages', from)) redirectPlace(project, 'passage', uuid, project.get('passages', into).uuid);
  return { passage: into, codings: stay };
}

export const recodeCoding = command({
  /**
   * A coding gets another code of its facet, or one made on the spot, and keeps its coder, rating, parties and memos; a rating that is
   * said along takes the place of the old one. A code of another facet is put beside it, as the coding of whoever is at work.
   */
  input: z.strictObject({ coding: id, code: z.union([id, z.strictObject(newCode)]), rating: z.int().optional(), language }),
  run(project, { coding, code: chosen, rating, language: spoken }) {
    const given = project.get('codings', coding);
    const { passage, code: before } = given;
    const code = typeof chosen === 'number' ? chosen : addCode(project, chosen);
    checkJudgement(project, code, { rating });
    if (project.get('codes', code).facet === project.get('codes', before).facet) {
      const put = putCoding(project, rating === undefined ? given : { ...given, rating: null }, { passage, code }, createWords(spoken));
      sayOf(project, project.get('codings', put.coding), { rating });
      return { passage, coding: put.coding, code, recoded: true };
    }
    const { document, start, end } = project.get('passages', passage);
    return { passage, coding: applyCodes.run(project, { document, start, end, codes: [{ code, rating }] }, undefined).codings[0]!, code, recoded: false };
  },
  about: (project, _input, { coding }) => ({ code: namesOf(project, [coding]) }),
});
