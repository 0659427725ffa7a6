import { z } from 'zod';
import { wholeText } from '../../shared/model/fields.ts';
import { planFilling, type AskedRow, type Filling, type Grid, type Of } from '../../shared/model/filling.ts';
import { Problem } from '../../shared/model/problem.ts';
import { attributesInOrder } from './attributes.ts';
import { command, type Reader, type Writer } from './operation.ts';

/** People or documents as the grid that is filled. */
export function gridOf(project: Reader, of: Of): Grid {
  const owner = of === 'participants' ? 'participant' : 'document';
  const values = new Map<number, Record<number, string>>();
  for (const { id, attribute, value } of project.query<{ id: number; attribute: number; value: string }>(`SELECT ${owner} AS id, attribute, value FROM attributeValues WHERE ${owner} IS NOT NULL`)) {
    const row = values.get(id) ?? {};
    row[attribute] = value;
    values.set(id, row);
  }
  const rows = of === 'participants' ? project.all('participants') : project.query<{ id: number; name: string }>('SELECT id, name FROM documents ORDER BY id');
  return { of, rows: rows.map((row) => ({ ...row, values: values.get(row.id) ?? {} })), attributes: attributesInOrder(project).filter((attribute) => attribute.of === of) };
}

/** Writes what was planned; who is new is made. Answers with the number of each new row, by its place among the asked. */
export function writeFilling(project: Writer, of: Of, { rows, newChoices }: Pick<Filling, 'rows' | 'newChoices'>): Map<number, number> {
  // A name that somebody gives up here may be a new person's.
  for (const { id, fields: { referredBy: _later, ...fields } } of rows) if (id !== null) project.change(of, id, fields);
  const fresh = rows.filter(({ id }) => id === null);
  const first = project.addAll('participants', fresh.map(({ fields: { name, role = 'interviewee', sampling = '' } }) => ({ name: name!, role, sampling, referredBy: null, created: project.now })));
  const made = new Map(fresh.map(({ index }, at) => [index, first + at]));
  for (const { index, id, fields: { referredBy } } of rows)
    if (referredBy !== undefined) project.change('participants', id ?? made.get(index)!, { referredBy: referredBy !== null && referredBy < 0 ? made.get(-1 - referredBy)! : referredBy });
  for (const [attribute, values] of newChoices) project.change('attributes', attribute, { choices: [...project.get('attributes', attribute).choices, ...values] });
  writeValues(project, of, rows.flatMap(({ index, id, values }) => values.map(([attribute, value]) => ({ attribute, owner: id ?? made.get(index)!, value }))));
  return made;
}

/** Sets many values; '' takes one away. */
function writeValues(project: Writer, of: Of, values: readonly { attribute: number; owner: number; value: string }[]): void {
  if (values.length === 0) return;
  const owner = of === 'participants' ? 'participant' : 'document';
  const there = new Map(project.query<{ id: number; attribute: number; owner: number }>(`SELECT id, attribute, ${owner} AS owner FROM attributeValues WHERE ${owner} IS NOT NULL`).map((row) => [`${row.attribute}/${row.owner}`, row.id]));
  const known = values.map((each) => ({ ...each, id: there.get(`${each.attribute}/${each.owner}`) }));
  project.remove('attributeValues', known.flatMap(({ id, value }) => (id !== undefined && value === '' ? [id] : [])));
  for (const { id, value } of known) if (id !== undefined && value !== '') project.change('attributeValues', id, { value });
  project.addAll('attributeValues', known.filter(({ id, value }) => id === undefined && value !== '').map(({ attribute, owner: whose, value }) => ({ attribute, participant: null, document: null, [owner]: whose, value })));
}

/** A Problem that names the first cell that does not fit, and how many there are. */
function refuse({ of, rows, attributes }: Grid, asked: readonly AskedRow[], { misfits, newChoices }: Filling, mayChoose: boolean): void {
  const columnName = (column: string) => attributes.find(({ id }) => String(id) === column)?.name ?? column;
  const [first] = misfits;
  if (first) {
    const row = asked[first.index]!;
    const whose = rows.find(({ id }) => id === row.id)?.name ?? row.cells['name'] ?? '';
    throw new Problem('cells-refused', { count: misfits.length, reason: first.why, value: first.value.slice(0, 80), name: first.value.slice(0, 80), column: columnName(first.column), whose, of });
  }
  const [choice] = newChoices;
  if (choice && !mayChoose) throw new Problem('not-a-choice', { value: choice[1][0]!, choices: attributes.find(({ id }) => id === choice[0])!.choices.join(', ') });
}

const cells = z.record(z.string().regex(/^(?:name|role|sampling|referredBy|[1-9]\d{0,14})$/), wholeText);
const fillCommand = (of: Of) => command({
  /**
   * Fills cells of the grid (columns by 'name', 'role', 'sampling', 'referredBy', or an attribute's number; '' empties), all
   * or none: one that does not fit refuses all (`cells-refused`). A row without number is a new person. Values that a
   * choice does not offer are refused (`not-a-choice`) unless `newChoices` lets them be added.
   */
  input: z.strictObject({ rows: z.array(z.strictObject({ id: z.int().positive().nullable(), cells })).max(100_000), newChoices: z.boolean().default(false) })
    .refine(({ rows }) => new Set(rows.map(({ id }) => id).filter((id) => id !== null)).size === rows.filter(({ id }) => id !== null).length, 'each row once'),
  run(project, { rows, newChoices }) {
    const grid = gridOf(project, of);
    for (const { id } of rows) if (id !== null) project.get(of, id);
    const filling = planFilling(grid, rows);
    refuse(grid, rows, filling, newChoices);
    const made = writeFilling(project, of, filling);
    return { cells: filling.cells, rows: filling.rows.length, added: [...made.values()], first: filling.rows[0] ? filling.rows[0].id ?? made.get(filling.rows[0].index)! : null };
  },
  about: (project, _input, { cells: count, first }) => ({ count, whose: first === null ? '' : project.find(of, first)?.name ?? '' }),
  remember: ({ rows }) => ({ rows: rows.length }),
});
export const fillParticipants = fillCommand('participants');
export const fillDocuments = fillCommand('documents');
