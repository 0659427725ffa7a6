import { z } from 'zod';
import { Problem } from '../../shared/model/problem.ts';
import type { Role, Row } from '../../shared/model/schema.ts';
import { nameKey, normaliseName } from '../../shared/model/text.ts';
import { readSheet, type Sheet } from '../formats/sheet.ts';
import { addAttribute, findAttribute, setValue } from './attributes.ts';
import { command, query, type IncomingFile, type Preparation, type Reader } from './operation.ts';
import { addParticipant, findParticipant } from './participants.ts';
import { documentColumns } from './people.ts';
import { columnFinder } from './sheets.ts';

const nameColumns = ['name', 'participant', 'pseudonym', 'person', 'participant id', 'id', 'code', 'respondent', 'speaker', '姓名', '受访者', '化名', '编号', '受访者编号', '参与者', '代号', '名称'];
const roleColumns = ['role', '角色', '身份'];
const roleWords: ReadonlyMap<string, Role> = new Map(Object.entries({
  interviewee: 'interviewee', participant: 'interviewee', respondent: 'interviewee', interviewer: 'interviewer', researcher: 'interviewer', moderator: 'interviewer', other: 'other',
  受访者: 'interviewee', 被访者: 'interviewee', 访谈者: 'interviewer', 访谈员: 'interviewer', 主持人: 'interviewer', 研究者: 'interviewer', 其他: 'other',
}));

type Kind = Row<'attributes'>['kind'];
export interface Column { readonly index: number; readonly name: string; readonly kind: Kind }
export interface PeopleSheet { readonly file: string; readonly nameColumn: string; readonly columns: readonly Column[]; readonly people: readonly { name: string; role: Role; cells: readonly string[] }[] }

/** What a column of values is: numbers, dates, a choice among few, or text. */
function kindOf(values: readonly string[]): Kind {
  const given = values.filter((value) => value !== '');
  if (given.length === 0) return 'text';
  if (given.every((value) => /^[-−+]?\d+(?:[.,]\d+)?$/.test(value))) return 'number';
  if (given.every((value) => /^\d{4}-\d{1,2}-\d{1,2}$/.test(value))) return 'date';
  const different = new Set(given).size;
  return different <= 30 && (different < given.length || given.length <= 3) && given.every((value) => value.length <= 80) ? 'choice' : 'text';
}

function readPeople(file: IncomingFile, sheet: Sheet): PeopleSheet {
  const columns = columnFinder(file.name, sheet);
  const found = columns.find(nameColumns);
  const nameIndex = found >= 0 ? found : 0;
  const roleIndex = columns.find(roleColumns);
  const seen = new Map<string, number>();
  const people = sheet.rows.flatMap((row, index) => {
    const name = normaliseName(row[nameIndex] ?? '');
    if (name === '') {
      if (row.every((cell) => cell.trim() === '')) return [];
      throw new Problem('sheet-cell', { file: file.name, row: sheet.firstRow + index, column: sheet.header[nameIndex]!, what: '—' });
    }
    const before = seen.get(nameKey(name));
    if (before !== undefined) throw new Problem('sheet-row-twice', { file: file.name, row: sheet.firstRow + index, name, before });
    seen.set(nameKey(name), sheet.firstRow + index);
    return [{ name, role: roleWords.get(nameKey(row[roleIndex] ?? '')) ?? 'interviewee', cells: row.map((cell) => cell.trim()) }];
  });
  if (people.length === 0) throw new Problem('sheet-empty', { file: file.name });
  const rest = sheet.header.flatMap((name, index) => (index === nameIndex || index === roleIndex || name.trim() === '' ? [] : [{ index, name: normaliseName(name), kind: documentColumns.includes(nameKey(name)) ? 'text' as const : kindOf(people.map((person) => person.cells[index] ?? '')) }]));
  return { file: file.name, nameColumn: sheet.header[nameIndex]!, columns: rest, people };
}

const input = z.strictObject({ handle: z.string() });
async function prepare({ handle }: z.infer<typeof input>, preparation: Preparation): Promise<PeopleSheet> {
  const file = await preparation.file(handle);
  return readPeople(file, await readSheet(file, {}));
}

/** Values that the sheet would change, as they stand now. */
const changedValues = (project: Reader, { columns, people }: PeopleSheet) => people.reduce((changed, person) => {
  const there = findParticipant(project, person.name);
  if (!there) return changed;
  return changed + columns.filter(({ index, name }) => {
    const attribute = findAttribute(project, 'participants', name);
    const now = attribute ? project.all('attributeValues', { attribute: attribute.id, participant: there.id })[0]?.value ?? '' : '';
    return person.cells[index] !== '' && person.cells[index] !== now;
  }).length;
}, 0);

export const previewPeople = query({
  /** What a sheet of participants holds: one row a person, columns become attributes. */
  input, prepare,
  run(project, _input, sheet: PeopleSheet) {
    const known = sheet.people.filter((person) => findParticipant(project, person.name)).length;
    return {
      file: sheet.file, nameColumn: sheet.nameColumn, known, added: sheet.people.length - known, changed: changedValues(project, sheet),
      columns: sheet.columns.map(({ name, kind, index }) => ({ name, kind, isNew: findAttribute(project, 'participants', name) === null, values: [...new Set(sheet.people.map((person) => person.cells[index]!).filter((value) => value !== ''))].slice(0, 6) })),
      sample: sheet.people.slice(0, 100).map((person) => ({ name: person.name, role: person.role, isNew: findParticipant(project, person.name) === null, values: sheet.columns.map(({ index }) => person.cells[index] ?? '') })),
    };
  },
});

export const importPeople = command({
  /** Takes a sheet of participants in: new ones are made, known ones (by name) get the values; an empty cell changes nothing. */
  input, prepare,
  run(project, _input, { columns, people }: PeopleSheet) {
    const attributes = columns.map(({ name, kind, index }) => {
      const there = findAttribute(project, 'participants', name);
      const choices = kind === 'choice' ? [...new Set(people.map((person) => person.cells[index]!).filter((value) => value !== ''))] : [];
      return { index, id: there?.id ?? addAttribute(project, { name, of: 'participants', kind, choices }) };
    });
    let added = 0;
    for (const person of people) {
      const there = findParticipant(project, person.name);
      const participant = there?.id ?? addParticipant(project, person.name, person.role);
      if (!there) added++;
      for (const { index, id } of attributes) if (person.cells[index]) setValue(project, id, { participant }, person.cells[index]);
    }
    return { added, known: people.length - added, attributes: columns.map(({ name }) => name) };
  },
  about: (_project, _input, { added, known }) => ({ count: added + known }),
  remember: () => ({}),
});
