import type Database from 'better-sqlite3';
import type { Fields } from '../../shared/model/fields.ts';
import { Problem } from '../../shared/model/problem.ts';
import { tableNames, tables, type Row, type TableName } from '../../shared/model/schema.ts';

export type Value = string | number | null;
type Cells = Record<string, unknown>;

/** Every table that a statement names, found in one pass. */
const tablesNamed = new RegExp(`\\b(?:${tableNames.join('|')})\\b`, 'g');

/** Rows of one open file, as the schema declares them: JSON columns come and go as values. Notes which tables are read. */
export function createRows(db: Database.Database, noteRead: (table: TableName) => void) {
  const statements = new Map<string, { statement: Database.Statement; reads: TableName[] }>();
  const jsonColumns = new Map(tableNames.map((table) => [table, Object.entries(tables[table] as Fields).filter(([, field]) => field.json).map(([name]) => name)]));
  const inserts = new Map(tableNames.map((table) => {
    const columns = Object.keys(tables[table]);
    return [table, `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`];
  }));

  const emptyRows = new Map(tableNames.map((table) => [table, Object.fromEntries(Object.entries(tables[table] as Fields).map(([name, field]) => [name, field.empty]))]));

  function prepare(sql: string): Database.Statement {
    let known = statements.get(sql);
    if (!known) statements.set(sql, (known = { statement: db.prepare(sql), reads: [...new Set(sql.match(tablesNamed) as TableName[] | null)] }));
    known.reads.forEach(noteRead);
    return known.statement;
  }
  function fromSql<T extends TableName>(table: T, cells: Cells): Row<T> {
    for (const name of jsonColumns.get(table)!) cells[name] = JSON.parse(cells[name] as string);
    return cells as unknown as Row<T>;
  }
  function toSql(table: TableName, cells: Cells): Cells {
    const json = jsonColumns.get(table)!.filter((name) => name in cells);
    return json.length === 0 ? cells : { ...cells, ...Object.fromEntries(json.map((name) => [name, JSON.stringify(cells[name])])) };
  }
  function find<T extends TableName>(table: T, id: number | null): Row<T> | null {
    const cells = id === null ? undefined : prepare(`SELECT * FROM "${table}" WHERE id = ?`).get(id) as Cells | undefined;
    return cells ? fromSql(table, cells) : null;
  }

  return {
    prepare,
    find,
    get<T extends TableName>(table: T, id: number): Row<T> {
      const row = find(table, id);
      if (!row) throw new Problem('not-found', { table, id });
      return row;
    },
    all<T extends TableName>(table: T, where: Partial<Row<T>> = {}): Row<T>[] {
      const columns = Object.keys(where);
      const filter = columns.length === 0 ? '' : ` WHERE ${columns.map((name) => `"${name}" IS ?`).join(' AND ')}`;
      return (prepare(`SELECT * FROM "${table}"${filter} ORDER BY id`).all(...Object.values(where)) as Cells[]).map((cells) => fromSql(table, cells));
    },
    between: <T extends TableName>(table: T, first: number, last: number): Row<T>[] =>
      (prepare(`SELECT * FROM "${table}" WHERE id BETWEEN ? AND ? ORDER BY id`).all(first, last) as Cells[]).map((cells) => fromSql(table, cells)),
    /** A function that inserts rows of a table, numbers and all. */
    inserter(table: TableName): (cells: Cells) => void {
      const statement = prepare(inserts.get(table)!);
      return (cells) => { statement.run(toSql(table, cells)); };
    },
    /** A row as it was recorded by an older version, with what has come to the table since. */
    completed: (table: TableName, cells: Cells): Cells => ({ ...emptyRows.get(table)!, ...cells }),
    update(table: TableName, id: number, cells: Cells): void {
      prepare(`UPDATE "${table}" SET ${Object.keys(cells).map((name) => `"${name}" = @${name}`).join(', ')} WHERE id = @id`).run({ ...toSql(table, cells), id });
    },
    delete(table: TableName, id: number): void {
      prepare(`DELETE FROM "${table}" WHERE id = ?`).run(id);
    },
    lastId: (table: TableName): number => prepare(`SELECT coalesce(max(id), 0) FROM "${table}"`).pluck().get() as number,
  };
}
export type Rows = ReturnType<typeof createRows>;
