import { z } from 'zod';
import { fileStem } from '../../shared/model/fileName.ts';
import type { Exhibit } from '../../shared/model/exhibit.ts';
import { Problem, problemRecord, type ProblemRecord } from '../../shared/model/problem.ts';
import { needsTable, type ExhibitPart } from '../../shared/model/report.ts';
import type { Row } from '../../shared/model/schema.ts';
import { createWords, type Words } from '../../shared/words/index.ts';
import { stampLine } from '../formats/exhibitCells.ts';
import { reportFormats, type MadePart, type MadeReport } from '../formats/reportFormats.ts';
import { exhibitAhead, kindInWords, language, madeExhibit } from './exhibiting.ts';
import { query, type IncomingFile, type Preparation, type Reader } from './operation.ts';
import { drawnPicture, footOf } from './picturing.ts';
import { sayChanges } from './reportChanges.ts';
import { partsOf } from './reports.ts';
import { versionInWords } from './versions.ts';

export interface ShownPart { readonly exhibit: Exhibit | null; readonly kind: string; readonly stamp: string; readonly foot: string; readonly problem: ProblemRecord | null }

/** What cannot be made (its code is gone, its kind unknown) says so in its place, and so does a picture that does not fit: a report loses nothing in silence. */
async function madeOf(project: Reader, part: ExhibitPart, words: Words, bitmap: boolean): Promise<MadePart> {
  const { id, kind, asked, title, quotations, matrix, picture } = part;
  try {
    const { exhibit: made, origin } = madeExhibit(project, kind, asked, quotations, words);
    const exhibit = { ...made, title: title || made.title, notes: [...made.notes, ...sayChanges(part, made, words)] };
    const drawn = picture === null ? null : await drawnPicture(exhibit, origin, picture, words, { prefix: `part${id}`, bitmap }).catch((error: unknown) => { if (error instanceof Problem) return error; throw error; });
    if (drawn instanceof Problem) return { type: 'exhibit', id, origin, matrix: true, picture: null, exhibit: { ...exhibit, notes: [...exhibit.notes, words.problem(drawn).what] } };
    return { type: 'exhibit', id, exhibit, origin, matrix: matrix || drawn === null || needsTable(picture), picture: drawn };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { type: 'failed', id, title: title || kindInWords(kind, words), problem: problemRecord(error) };
  }
}

/** A report with all its numbers as the study has them now. */
async function madeReport(report: Row<'reports'>, words: Words, bitmap: boolean, preparation: Preparation): Promise<MadeReport> {
  const { project, progress } = preparation;
  const parts: MadePart[] = [];
  const wanted = partsOf(report);
  for (const [index, part] of wanted.entries()) {
    await progress(index, wanted.length);
    if (part.type === 'exhibit') await exhibitAhead(part.kind, part.asked, { ...preparation, progress: () => progress(index, wanted.length) });
    parts.push(part.type === 'exhibit' ? await madeOf(project, part, words, bitmap) : part);
  }
  const study = project.all('project')[0]!.name;
  return { title: report.name, lead: words.say('report.counted', { study, version: versionInWords(project, words), when: words.moment(Date.now()) }), parts };
}

export const showPart = query({
  /** A part with an analysis as it is now, or why it cannot be made: follows the study. `foot` is what stands at the foot of its picture. */
  input: z.strictObject({ report: z.int().positive(), part: z.int().positive(), language }),
  run(project, { report, part: wanted, language: chosen }): ShownPart {
    const part = partsOf(project.get('reports', report)).find(({ id }) => id === wanted);
    if (part?.type !== 'exhibit') throw new Problem('not-found');
    const words = createWords(chosen);
    try {
      const { exhibit, origin } = madeExhibit(project, part.kind, part.asked, part.quotations, words);
      return { exhibit: { ...exhibit, title: part.title || exhibit.title, notes: [...exhibit.notes, ...sayChanges(part, exhibit, words)] }, kind: kindInWords(part.kind, words), stamp: stampLine(origin), foot: footOf(origin), problem: null };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { exhibit: null, kind: kindInWords(part.kind, words), stamp: '', foot: '', problem: problemRecord(error) };
    }
  },
});

export const exportReport = query({
  /** A report as a file, every number counted now. */
  input: z.strictObject({ report: z.int().positive(), format: z.enum(reportFormats.map(({ id }) => id) as [string, ...string[]]), language }),
  async prepare({ report, format, language: chosen }, preparation: Preparation): Promise<IncomingFile> {
    const words = createWords(chosen);
    const row = preparation.project.get('reports', report);
    const { bitmaps = false, write } = reportFormats.find(({ id }) => id === format)!;
    return { name: `${fileStem(row.name, 'Report')}.${format}`, bytes: write(await madeReport(row, words, bitmaps, preparation), words) };
  },
  run: (_project, _input, file: IncomingFile) => file,
});
