import { z } from 'zod';
import type { Exhibit } from '../../shared/model/exhibit.ts';
import { faultsOf } from '../../shared/model/faults.ts';
import { fileStem } from '../../shared/model/fileName.ts';
import { Problem } from '../../shared/model/problem.ts';
import { createWords, type Language, type Words } from '../../shared/words/index.ts';
import { exhibitFormats } from '../formats/exhibitFormats.ts';
import type { Provenance } from '../formats/provenance.ts';
import { askedHere } from './exhibit.ts';
import { exhibits } from './exhibits.ts';
import { sayFollowed } from './following.ts';
import { query, type IncomingFile, type Preparation, type Reader } from './operation.ts';
import { drawnPicture } from './picturing.ts';
import { provenanceOf } from './provenance.ts';

export const language = z.enum(['en', 'zh'] satisfies Language[]).default('en');
/** Quotations of each cell, group or side. */
export const quotations = z.int().min(0).max(50).default(0);
const wanted = { kind: z.string().min(1).max(100), asked: z.json(), quotations, language };

/** What an analysis shows now, and where it comes from. Problems: `no-such-exhibit`, those of `askedHere`, `bad-input` where the question is none of its kind, and those of the analysis. */
export function madeExhibit(project: Reader, kind: string, asked: unknown, quotations: number, words: Words): { exhibit: Exhibit; origin: Provenance } {
  const found = exhibits.find(({ id }) => id === kind);
  if (!found) throw new Problem('no-such-exhibit', { kind, known: exhibits.map(({ id }) => id).join(', ') });
  const gone: string[] = [];
  const parsed = found.input.safeParse(askedHere(project, asked, gone));
  if (!parsed.success) throw new Problem('bad-input', { operation: kind, faults: faultsOf(parsed.error) });
  const made = found.make(project, parsed.data, words, { quotations });
  const exhibit = { ...made, notes: [...made.notes, ...gone.map((name) => words.say('exhibit.gone', { name })), ...sayFollowed(project, kind, parsed.data, words)] };
  return { exhibit, origin: provenanceOf(project, words, exhibit.asked, exhibit.n) };
}
/** Does ahead what of an analysis takes long. What is wrong with the question is told when it is made. */
export async function exhibitAhead(kind: string, asked: unknown, preparation: Preparation): Promise<void> {
  const found = exhibits.find(({ id }) => id === kind);
  if (!found?.ahead) return;
  try {
    const parsed = found.input.safeParse(askedHere(preparation.project, asked));
    if (parsed.success) await found.ahead(parsed.data, preparation);
  } catch (error) { if (!(error instanceof Problem) || error.code === 'cancelled') throw error; }
}
/** A kind of analysis by name; one that has none yet is called by its id. */
export const kindInWords = (kind: string, { say, has }: Words): string => { const key = `exhibit.kinds.${kind}`; return has(key) ? say(key) : kind; };

export const listExhibitKinds = query({
  /** Every analysis that can leave the program; `usual` is what one asks of it in this study, null where there is nothing to ask. */
  input: z.strictObject({ language }),
  run(project, { language: chosen }) {
    const words = createWords(chosen);
    return exhibits.map((kind) => {
      const asked = kind.usual ? kind.usual(project) : {};
      return { id: kind.id, name: kindInWords(kind.id, words), usual: asked !== null && kind.input.safeParse(asked).success ? asked : null };
    });
  },
});

export const readExhibit = query({
  /** An analysis as it is exported: all of it in words, and the lines of its stamp. */
  input: z.strictObject(wanted),
  prepare: ({ kind, asked }, preparation: Preparation) => exhibitAhead(kind, asked, preparation),
  run(project, { kind, asked, quotations: each, language: chosen }) {
    const { exhibit, origin } = madeExhibit(project, kind, asked, each, createWords(chosen));
    return { exhibit, stamp: origin.lines };
  },
});

export const exportExhibit = query({
  /** An analysis as a file. */
  input: z.strictObject({
    ...wanted, format: z.enum(exhibitFormats.map(({ id }) => id) as [string, ...string[]]),
    /** A kind of picture, '' for the usual one. */
    picture: z.string().max(100).nullable().default(null),
  }),
  async prepare({ kind, asked, quotations: each, language: chosen, format, picture }, preparation: Preparation): Promise<IncomingFile> {
    const { project } = preparation;
    await exhibitAhead(kind, asked, preparation);
    const words = createWords(chosen);
    const { exhibit, origin } = madeExhibit(project, kind, asked, each, words);
    const { pictures, bitmap = false, write } = exhibitFormats.find(({ id }) => id === format)!;
    const drawn = pictures === 'always' || (pictures === 'wanted' && picture !== null) ? await drawnPicture(exhibit, origin, picture ?? '', words, { prefix: 'picture', bitmap, alone: pictures === 'always' }) : null;
    const bytes = await write(exhibit, { words, origin, picture: drawn });
    return { name: `${fileStem(`${project.all('project')[0]!.name} ${exhibit.title}`, 'Study')}.${format}`, bytes };
  },
  run: (_project, _input, file: IncomingFile) => file,
});
