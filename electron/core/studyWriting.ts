import Database from 'better-sqlite3';
import { tableNames } from '../../shared/model/schema.ts';
import type { StudyContents } from '../ops/package.ts';
import { checkNode } from './file.ts';
import { createSchema } from './migrate.ts';
import { createRows } from './rows.ts';

/** The bytes of a study file that holds these rows and nothing else, in no page and in no journal: it is written anew, and nothing is ever taken out of it. */
export function writeStudyBytes({ rows, first }: StudyContents): Uint8Array {
  checkNode();
  const db = new Database(':memory:');
  try {
    db.pragma('secure_delete = ON');
    db.transaction(() => {
      db.pragma('defer_foreign_keys = ON');
      createSchema(db);
      const { inserter } = createRows(db, () => {});
      for (const table of tableNames) {
        const insert = inserter(table);
        for (const row of rows[table] ?? []) insert({ ...row });
      }
      db.prepare("INSERT INTO journal (uuid, at, who, kind, operation, reverts, about, input, changes) VALUES (?, ?, ?, 'do', ?, NULL, ?, 'null', '[]')").run(first.uuid, first.at, first.who, first.operation, JSON.stringify(first.about));
    })();
    return db.serialize();
  } finally { db.close(); }
}
