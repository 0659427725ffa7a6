import { memo, type CSSProperties, type ReactNode } from 'react';
import { languageOf } from '../../../../shared/model/text.ts';
import { asKind } from '../../../../shared/model/values.ts';
import { sameInCells, sameLine, type GridColumn, type GridLine } from './types.ts';
import styles from './grid.module.css';

export const rowHeight = 28;
/** A value that its column's kind would refuse today. */
export const isWrong = ({ kind }: GridColumn, text: string): boolean => text !== '' && (kind === 'number' || kind === 'date') && asKind(kind, text) === null;

interface RowProps {
  readonly line: GridLine | null;
  readonly index: number;
  readonly columns: readonly GridColumn[];
  /** What stands in the place of an empty name in the row for new people. */
  readonly placeholder: string;
  /** Selected columns, both in it; −1 for none. */
  readonly from: number;
  readonly to: number;
  readonly active: number;
  /** The person of this row stands on the right. */
  readonly open: boolean;
  readonly editing: boolean;
  readonly editor: ReactNode;
}
/** One row. Only the row of the active cell has an editor, and only rows whose selection or words changed are drawn again, also when all were read anew. */
export const GridRow = memo(function GridRow({ line, index, columns, placeholder, from, to, active, open, editing, editor }: RowProps) {
  return (
    <div role="row" aria-rowindex={index + 2} className={styles['row']} data-new={line === null || undefined} data-open={open || undefined} style={{ '--top': `${index * rowHeight}px` } as CSSProperties}>
      <div role="rowheader" className={styles['number']} data-open-row={line ? index : undefined} aria-label={line?.cells[0] ?? placeholder}>{line ? index + 1 : '+'}</div>
      {columns.map((column, at) => {
        const text = line?.cells[at] ?? '';
        return (
          <div key={column.id} role="gridcell" aria-colindex={at + 2} aria-selected={at >= from && at <= to} className={styles['cell']} data-row={index} data-column={at} data-kind={column.kind} data-active={at === active || undefined} data-editing={(editing && at === active) || undefined}
            data-wrong={isWrong(column, text) || undefined} data-gap={(line !== null && text === '' && !column.readOnly) || undefined} lang={languageOf(text) || undefined}>
            {at === active ? editor : null}
            <span className={styles['text']} title={text.length > 24 ? text : undefined} aria-hidden={at === active || undefined}>{line === null && at === 0 ? <i>{placeholder}</i> : <bdi>{text}</bdi>}</span>
          </div>
        );
      })}
    </div>
  );
}, ({ line, columns, ...before }, { line: nextLine, columns: next, ...now }) => sameLine(line, nextLine) && (columns === next || (columns.length === next.length && columns.every((column, at) => sameInCells(column, next[at]!))))
  && (Object.keys(now) as (keyof typeof now)[]).every((key) => before[key] === now[key]));
