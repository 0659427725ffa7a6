import { z } from 'zod';
import { fileStem } from '../../shared/model/fileName.ts';
import { createWords, type Language } from '../../shared/words/index.ts';
import { writeCsv, writeXlsx, type Cell } from '../formats/sheet.ts';
import { attributesInOrder } from './attributes.ts';
import { listDocuments } from './documents.ts';
import { valueCell } from './peopleExport.ts';
import { query, type IncomingFile, type Preparation, type Reader } from './operation.ts';
import { countedBy, seenBy, type Seen } from './seen.ts';
import { talkByDocument } from './speakers.ts';

/** A document as a sheet has it: who speaks there, how much is said and coded, and its values in the order of the attributes. */
export interface DocumentLine { readonly name: string; readonly speakers: readonly string[]; readonly turns: number; readonly words: number; readonly codings: number; /** Share of the interviewees' words, 0 to 1. */ readonly coded: number; readonly values: readonly string[] }
export function documentLines(project: Reader, seen: Seen): { attributes: readonly { name: string; kind: string }[]; lines: DocumentLine[] } {
  const attributes = attributesInOrder(project).filter(({ of }) => of === 'documents');
  const names = new Map(project.all('participants').map(({ id, name }) => [id, name]));
  const talk = talkByDocument(project);
  return { attributes, lines: listDocuments.run(project, seen, undefined).map(({ id, name, speakers, codings, coded, values }) => ({
    name, speakers: speakers.map((speaker) => names.get(speaker)!), turns: talk.get(id)?.turns ?? 0, words: talk.get(id)?.words ?? 0, codings, coded, values: attributes.map((attribute) => values[attribute.id] ?? ''),
  })) };
}

export const listDocumentLines = query({
  /** The documents with what is said and coded in them and their values, in the order of `attributes`. */
  input: z.strictObject(seenBy),
  run: documentLines,
});

export const exportDocuments = query({
  /** The same as a sheet; what is coded is per cent, to one decimal. Where only one coder's codings count, the headings say whose they are. */
  input: z.strictObject({ ...seenBy, format: z.enum(['csv', 'xlsx']).default('csv'), language: z.enum(['en', 'zh'] satisfies Language[]).default('en') }),
  async prepare({ format, language, ...seen }, { project }: Preparation): Promise<IncomingFile> {
    const words = createWords(language);
    const { say } = words;
    const { attributes, lines } = documentLines(project, seen);
    const counted = (what: string) => countedBy(project, words, seen, what);
    const rows: Cell[][] = [
      [say('field.title'), say('participants.speakersHere'), say('participants.turns'), say('participants.words'), counted(say('participants.codings')), counted(`${say('participants.coded')} %`), ...attributes.map(({ name }) => name)],
      ...lines.map(({ name, speakers, turns, words, codings, coded, values }): Cell[] => [name, speakers.join('; ') || null, turns, words, codings, Math.round(coded * 1000) / 10, ...values.map((value, at) => valueCell(attributes[at]!.kind, value))]),
    ];
    const title = say('participants.documents');
    return { name: `${fileStem(`${project.all('project')[0]!.name} ${title}`, 'Documents')}.${format}`, bytes: format === 'csv' ? writeCsv(rows, { bom: true }) : await writeXlsx([{ name: title, rows }]) };
  },
  run: (_project, _input, file: IncomingFile) => file,
});
