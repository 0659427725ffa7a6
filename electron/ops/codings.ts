import { z } from 'zod';
import { Problem } from '../../shared/model/problem.ts';
import type { Row } from '../../shared/model/schema.ts';
import { splitsPair, type Span } from '../../shared/model/span.ts';
import { addCode, newCode } from './codes.ts';
import { command, query, type Reader, type Writer } from './operation.ts';
import { removeCodings } from './removal.ts';

const id = z.int().positive();
const judged = { rating: z.int().nullable().optional(), party: id.nullable().optional(), counterparty: id.nullable().optional() };
type Judged = z.infer<z.ZodObject<typeof judged>>;

/** The codings of a document, each with its passage's span, in the order of the text. */
export const listCodings = query({
  input: z.strictObject({ document: id }),
  run: (project, { document }) => project.query<Omit<Row<'codings'>, 'uuid'> & Span & { memo: 0 | 1 }>(
    `SELECT codings.id, passage, code, coder, rating, party, counterparty, codings.created, codings.changed, passages."start", passages."end",
       EXISTS (SELECT 1 FROM memos WHERE about = 'codings' AND target = codings.id) AS memo
     FROM passages JOIN codings ON codings.passage = passages.id WHERE document = ? ORDER BY passages."start", passages."end" DESC, codings.id`, document),
});

/** Whether a rating or a party may stand on a coding of this code; a Problem where not. */
export function checkJudgement(project: Reader, code: number, { rating, party, counterparty }: Judged): void {
  const { facet, scale, name } = project.get('codes', code);
  if (rating !== null && rating !== undefined) {
    if (facet !== 'dimension') throw new Problem('rating-not-here', { code: name });
    if (scale.length > 0 && !scale.some((step) => step.value === rating)) throw new Problem('rating-outside-scale', { code: name, rating, scale: scale.map((step) => step.value).join(', ') });
  }
  for (const side of [party, counterparty]) {
    if (side === null || side === undefined) continue;
    if (facet !== 'conflict' || project.get('codes', side).facet !== 'stakeholder') throw new Problem('party-not-here', { code: name });
  }
}

/** Takes over what is said of a coding anew; what was said already changes nothing, not even when. */
export function sayOf(project: Writer, coding: Row<'codings'>, said: Judged): void {
  const news = Object.entries(said).filter(([name, value]) => value !== undefined && value !== coding[name as keyof Judged]);
  if (news.length > 0) project.change('codings', coding.id, { ...Object.fromEntries(news), changed: project.now });
}

/** The passage with exactly this span, made if there is none. */
export function passageAt(project: Writer, document: number, { start, end }: Span): number {
  const there = project.one<{ id: number }>('SELECT id FROM passages WHERE document = ? AND "start" = ? AND "end" = ?', document, start, end);
  return there?.id ?? project.add('passages', { document, start, end });
}

/** The span as it may be coded: inside the text, not empty, cutting no character in two. */
export function soundSpan(text: string, { start, end }: Span): Span {
  if (start >= end || end > text.length) throw new Problem('span-outside');
  return { start: splitsPair(text, start) ? start - 1 : start, end: splitsPair(text, end) ? end + 1 : end };
}

const chosen = z.union([
  z.strictObject({ code: id, ...judged }),
  /** A code made on the spot. */
  z.strictObject({ create: z.strictObject(newCode), ...judged }),
]);

export const applyCodes = command({
  /** Puts codes on a span (UTF-16 units). A code that the coder has there already stays one coding; what is said of it anew is taken over. */
  input: z.strictObject({ document: id, start: z.int().min(0), end: z.int().min(0), codes: z.array(chosen).min(1) }),
  run(project, { document, start, end, codes }) {
    const passage = passageAt(project, document, soundSpan(project.get('documents', document).text, { start, end }));
    const coder = project.coder();
    const chosenCodes = codes.map((choice) => ('code' in choice ? choice.code : addCode(project, choice.create)));
    const codings = codes.map((choice, place) => {
      const code = chosenCodes[place]!;
      const { rating, party, counterparty } = choice;
      checkJudgement(project, code, choice);
      const [there] = project.all('codings', { passage, code, coder });
      if (!there) return project.add('codings', { passage, code, coder, rating: rating ?? null, party: party ?? null, counterparty: counterparty ?? null, created: project.now, changed: project.now });
      sayOf(project, there, { rating, party, counterparty });
      return there.id;
    });
    return { passage, codings, codes: chosenCodes };
  },
  about: (project, _input, { codings }) => ({ code: namesOf(project, codings), count: codings.length }),
});

export const namesOf = (project: Reader, codings: readonly number[]) =>
  codings.slice(0, 3).map((coding) => project.get('codes', project.get('codings', coding).code).name).join(', ') + (codings.length > 3 ? ' …' : '');

export const changeCoding = command({
  input: z.strictObject({ coding: id, ...judged }),
  run(project, { coding, ...said }) {
    const there = project.get('codings', coding);
    checkJudgement(project, there.code, said);
    sayOf(project, there, said);
  },
  about: (project, { coding, rating }) => ({ code: namesOf(project, [coding]), ...(rating === undefined ? {} : { rating: rating ?? '' }) }),
});

export const removeCoding = command({
  input: z.strictObject({ codings: z.array(id).min(1) }),
  run(project, { codings }) {
    const code = namesOf(project, codings);
    removeCodings(project, codings);
    return { code };
  },
  about: (_project, { codings }, { code }) => ({ code, count: codings.length }),
});
