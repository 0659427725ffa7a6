import { z } from 'zod';
import { fileStem } from '../../shared/model/fileName.ts';
import { nameKey } from '../../shared/model/text.ts';
import { createWords, type Language } from '../../shared/words/index.ts';
import { writeCsv, writeXlsx, type Cell } from '../formats/sheet.ts';
import { gridOf } from './filling.ts';
import { query, type IncomingFile, type Preparation, type Reader } from './operation.ts';
import { sheetColumns } from './peopleColumns.ts';

const order = new Intl.Collator('zh', { numeric: true });

/** A value as a cell: numbers stay numbers where they are written as such. */
export const valueCell = (kind: string, value: string): Cell => (value === '' ? null : kind === 'number' && String(Number(value)) === value ? Number(value) : value);

/** Participants as rows of a sheet, each with all its values. What is counted stays out: the sheet can be taken in again and changes nothing. */
export function peopleRows(project: Reader, language: Language): Cell[][] {
  const { say } = createWords(language);
  const { rows, attributes } = gridOf(project, 'participants');
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const taken = new Set(attributes.map(({ name }) => nameKey(name)));
  // An attribute may be called as one of our own columns is: then ours takes another of its names.
  const heading = (column: keyof typeof sheetColumns) => {
    const usual = say(`participants.${column}`);
    return taken.has(nameKey(usual)) ? sheetColumns[column].find((name) => !taken.has(nameKey(name))) ?? usual : usual;
  };
  return [
    [heading('name'), heading('role'), heading('sampling'), heading('referredBy'), ...attributes.map(({ name }) => name)],
    ...rows.toSorted((a, b) => order.compare(a.name, b.name) || a.id - b.id).map(({ name, role, sampling, referredBy, values }): Cell[] => [
      name, say(`role.${role ?? 'interviewee'}`), sampling || null, names.get(referredBy ?? 0) ?? null, ...attributes.map(({ id, kind }) => valueCell(kind, values[id] ?? '')),
    ]),
  ];
}

export const exportPeople = query({
  /** The participants with all their values as a sheet. */
  input: z.strictObject({ format: z.enum(['csv', 'xlsx']).default('csv'), language: z.enum(['en', 'zh'] satisfies Language[]).default('en') }),
  async prepare({ format, language }, { project }: Preparation): Promise<IncomingFile> {
    const rows = peopleRows(project, language);
    const { say } = createWords(language);
    const name = `${fileStem(`${project.all('project')[0]!.name} ${say('participants.title')}`, 'Participants')}.${format}`;
    return { name, bytes: format === 'csv' ? writeCsv(rows, { bom: true }) : await writeXlsx([{ name: say('participants.title'), rows }]) };
  },
  run: (_project, _input, file: IncomingFile) => file,
});
