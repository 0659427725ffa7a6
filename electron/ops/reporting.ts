import { z } from 'zod';
import { fileStem } from '../../shared/model/fileName.ts';
import { Problem, problemRecord } from '../../shared/model/problem.ts';
import type { ExhibitPart, ReportPart } from '../../shared/model/report.ts';
import type { Row } from '../../shared/model/schema.ts';
import { createWords, type Words } from '../../shared/words/index.ts';
import { reportFormats, type MadePart, type MadeReport } from '../formats/reportFormats.ts';
import { kindInWords, language, madeExhibit } from './exhibiting.ts';
import { query, type IncomingFile, type Preparation, type Reader } from './operation.ts';
import { partsOf } from './reports.ts';
import { versionInWords } from './versions.ts';

function madePart(project: Reader, part: ReportPart, words: Words): MadePart {
  return part.type === 'exhibit' ? madeOf(project, part, words) : part;
}
/** What cannot be made (its code is gone, its kind unknown) says so in its place: a report never loses a part in silence. */
function madeOf(project: Reader, { id, kind, asked, title, quotations, matrix }: ExhibitPart, words: Words): MadePart {
  try {
    const { exhibit, origin } = madeExhibit(project, kind, asked, quotations, words);
    return { type: 'exhibit', id, exhibit: title === '' ? exhibit : { ...exhibit, title }, origin, matrix, picture: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { type: 'failed', id, title: title || kindInWords(kind, words), problem: problemRecord(error) };
  }
}

/** A report with all its numbers as the study has them now. */
export async function madeReport(report: Row<'reports'>, words: Words, { project, progress }: Preparation): Promise<MadeReport> {
  const parts: MadePart[] = [];
  const wanted = partsOf(report);
  for (const [index, part] of wanted.entries()) {
    await progress(index, wanted.length);
    parts.push(madePart(project, part, words));
  }
  const study = project.all('project')[0]!.name;
  return { title: report.name, lead: words.say('report.counted', { study, version: versionInWords(project, words), when: words.moment(Date.now()) }), parts };
}

export const exportReport = query({
  /** A report as a file, every number counted now. */
  input: z.strictObject({ report: z.int().positive(), format: z.enum(reportFormats.map(({ id }) => id) as [string, ...string[]]), language }),
  async prepare({ report, format, language: chosen }, preparation: Preparation): Promise<IncomingFile> {
    const words = createWords(chosen);
    const row = preparation.project.get('reports', report);
    return { name: `${fileStem(row.name, 'Report')}.${format}`, bytes: reportFormats.find(({ id }) => id === format)!.write(await madeReport(row, words, preparation), words) };
  },
  run: (_project, _input, file: IncomingFile) => file,
});
