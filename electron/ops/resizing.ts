import { z } from 'zod';
import { Problem } from '../../shared/model/problem.ts';
import { wholeGraphemes } from '../../shared/model/snapping.ts';
import { createWords, type Language, type Words } from '../../shared/words/index.ts';
import { applyCodes, namesOf, passageAt } from './codings.ts';
import { command, type Writer } from './operation.ts';
import { removeEmptyPassages } from './removal.ts';
import { giveMemo, isSaid, leftInWords, memosOf, noteOn, settle, type CodingRow } from './settling.ts';

const id = z.int().positive();
/** What is left of a coding that falls together with another is kept as a memo, in this language. */
const language = z.enum(['en', 'zh'] satisfies Language[]).default('en');

/**
 * Puts a coding on another passage, under another code of its facet, or both. Where its coder has that code there already the two become one:
 * what the one that goes says beside the other is kept as a memo, and so is a rating that is not on the code's scale. Answers with the one that stays.
 */
function putCoding(project: Writer, id: number, { passage, code }: { passage: number; code: number }, words: Words): number {
  const coding = project.get('codings', id);
  if (coding.passage === passage && coding.code === code) return id;
  const there = project.all('codings', { passage, code, coder: coding.coder })[0] ?? null;
  const { fields, left } = settle(coding, there, project.get('codes', code).scale);
  if (there) {
    for (const memo of memosOf(project, 'codings', id)) giveMemo(project, memo, there.id);
    project.remove('codings', [id]);
    if (Object.entries(fields).some(([name, value]) => there[name as keyof CodingRow] !== value)) project.change('codings', there.id, { ...fields, changed: project.now });
  } else project.change('codings', id, { passage, code, ...fields, changed: project.now });
  const stays = there?.id ?? id;
  if (isSaid(left)) noteOn(project, stays, coding.coder, leftInWords(project, project.get('codes', coding.code), left, words));
  return stays;
}

export const resizePassage = command({
  /**
   * Gives a passage other edges (UTF-16 units, widened to whole graphemes): all of it, the codings of one `coder`, which are the triple
   * they are, or one `coding` alone. What others coded there stays on the old words. Where a passage with these edges is there already
   * the two become one, memos and all.
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
  const stay = codings.map((coding) => putCoding(project, coding, { passage: into, code: project.get('codings', coding).code }, words));
  for (const memo of memosOf(project, 'passages', from)) if (memos === 'all' || memo.coder === memos) giveMemo(project, memo, into);
  removeEmptyPassages(project, [from]);
  return { passage: into, codings: stay };
}

export const recodeCoding = command({
  /**
   * A coding gets another code of its facet and keeps its coder, rating, parties and memos; a code of another facet is put beside it,
   * as the coding of whoever is at work.
   */
  input: z.strictObject({ coding: id, code: id, language }),
  run(project, { coding, code, language: chosen }) {
    const { passage, code: before } = project.get('codings', coding);
    if (project.get('codes', code).facet === project.get('codes', before).facet) return { passage, coding: putCoding(project, coding, { passage, code }, createWords(chosen)), recoded: true };
    const { document, start, end } = project.get('passages', passage);
    return { passage, coding: applyCodes.run(project, { document, start, end, codes: [{ code }] }, undefined).codings[0]!, recoded: false };
  },
  about: (project, _input, { coding }) => ({ code: namesOf(project, [coding]) }),
});
