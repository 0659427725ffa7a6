import type { Condition } from '../../../shared/model/query.ts';
import type { AxisPart, Table, TableLine } from '../../../shared/model/table.ts';
import { lineWithKey } from '../../../shared/model/tableOrder.ts';
import type { TableAskedInput } from '../../../shared/model/tableAsked.ts';
import type { CellAsked } from './asked.ts';

/** The query that finds a cell's passages; null where no query says the same: codes by codes, triples, rows or columns all together, a filter. */
export function conditionOfCell(table: Table, input: TableAskedInput, { row, column }: CellAsked): Condition | null {
  if (row === null || column === null || table.relation !== null || input.filter || table.rowAxis.filter(({ kind }) => kind === 'codes').length > 1) return null;
  const columnAxis = [...table.columnAxis, ...(table.split ? [table.split] : [])];
  const [down, along] = [table.rows[lineWithKey(table.rows, row)], table.columns[lineWithKey(table.columns, column)]];
  if (!down || !along) return null;
  const of = [...partsOf(table.rowAxis, down, input.subcodes ?? false), ...partsOf(columnAxis, along, input.subcodes ?? false)];
  return { kind: 'all', of };
}
function partsOf(axis: readonly AxisPart[], line: TableLine, subcodes: boolean): Condition[] {
  let code = 0;
  return axis.map(({ kind, name }, index): Condition => {
    const [key, label] = [line.key[index]!, line.labels[index]!];
    switch (kind) {
      case 'codes': { const { uuid, path } = line.codes[code++]!; return { kind: 'coding', code: { uuid, name: path }, subcodes }; }
      case 'attribute': return { kind: 'attribute', attribute: { name }, values: [key] };
      case 'document': return { kind: 'document', documents: [{ name: label }] };
      case 'participant': return { kind: 'participant', participants: [{ name: label }] };
      case 'coder': return { kind: 'coding', subcodes: true, coders: [{ name: label }] };
    }
  });
}
