import { existsSync, renameSync, rmSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { originalsSql, schemaVersion, tableNames, tables, type TableName } from '../../shared/model/schema.ts';
import type { Field, Fields } from '../../shared/model/fields.ts';
import { isChinese } from '../../shared/model/text.ts';
import { applicationId } from './file.ts';
import { refuseForeign } from './foreign.ts';

const column = ([name, field]: [string, Field]) =>
  name === 'id' ? 'id INTEGER PRIMARY KEY' : name === 'uuid' ? 'uuid TEXT NOT NULL UNIQUE' : `"${name}" ${field.sql.replaceAll('%COLUMN%', `"${name}"`)}`;
const createTable = (table: TableName) => `CREATE TABLE "${table}" (${Object.entries(tables[table] as Fields).map(column).join(', ')}) STRICT`;

const indexes = [
  'CREATE INDEX codingsOfPassage ON codings (passage)',
  'CREATE INDEX codingsOfCode ON codings (code, passage)',
  'CREATE INDEX passagesInOrder ON passages (document, start, "end")',
  'CREATE INDEX turnsInOrder ON turns (document, start)',
  'CREATE INDEX turnsOfParticipant ON turns (participant)',
  'CREATE UNIQUE INDEX valueOfParticipant ON attributeValues (attribute, participant) WHERE participant IS NOT NULL',
  'CREATE UNIQUE INDEX valueOfDocument ON attributeValues (attribute, document) WHERE document IS NOT NULL',
  'CREATE INDEX memosAbout ON memos (about, target)',
  'CREATE INDEX codesOfParent ON codes (parent)',
  'CREATE INDEX referredByParticipant ON participants (referredBy) WHERE referredBy IS NOT NULL',
  'CREATE UNIQUE INDEX membersOfSet ON codeSetMembers (codeSet, code)',
  'CREATE INDEX setsOfCode ON codeSetMembers (code)',
  'CREATE INDEX questionsOfSurvey ON questions (survey)',
  'CREATE UNIQUE INDEX respondentsOfSurvey ON respondents (survey, name)',
  'CREATE UNIQUE INDEX answersOfQuestion ON answers (question, respondent)',
  'CREATE INDEX answersOfRespondent ON answers (respondent)',
  'CREATE INDEX pointsOfConflict ON conflictPoints (conflict)',
  'CREATE INDEX passagesOfConflict ON conflictPassages (conflict)',
  'CREATE INDEX conflictsOfPassage ON conflictPassages (passage)',
  'CREATE INDEX adjudicationsOfDocument ON adjudications (document, code)',
  'CREATE UNIQUE INDEX finishedByCoder ON finishedDocuments (document, coder)',
];
const journal = `CREATE TABLE journal (seq INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, who TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')), operation TEXT NOT NULL, reverts INTEGER, about TEXT NOT NULL, input ANY, changes ANY NOT NULL) STRICT`;
const settings = 'CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID';

const schema = () => [...tableNames.map(createTable), ...indexes, journal, originalsSql, settings];

/** Steps that are more than a new column, each named by the version that it leads to. Never changed once released. */
export const steps: Readonly<Record<number, (db: Database.Database) => void>> = {
  /** Documents say what language they are written in; passages are read in order without a look at their rows. */
  2: (db) => {
    db.exec('DROP INDEX passagesInOrder');
    const set = db.prepare('UPDATE documents SET language = ? WHERE id = ?');
    for (const { id, text } of db.prepare('SELECT id, text FROM documents').all() as { id: number; text: string }[]) set.run(isChinese(text) ? 'zh' : 'en', id);
  },
};

/** Writes the schema into a new, empty file. */
export function createSchema(db: Database.Database): void {
  for (const sql of schema()) db.exec(sql);
  db.pragma(`application_id = ${applicationId}`);
  db.pragma(`user_version = ${schemaVersion}`);
}

/**
 * Brings an older file to this version: new columns first, then the numbered steps, in one transaction that either
 * happens or does not. Before anything is written, a schema that holds more than ours is refused: a trigger would run
 * with our rights.
 */
export function migrate(db: Database.Database, file: string, keep: 'old' | 'nothing' = 'old'): void {
  const from = db.pragma('user_version', { simple: true }) as number;
  checkSchema(db, file);
  if (from === schemaVersion) return;
  if (keep === 'old') keepOld(db, from);
  const there = new Set(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]);
  const known = tableNames.filter((table) => there.has(table));
  db.transaction(() => {
    for (const table of tableNames) if (!there.has(table)) db.exec(createTable(table));
    for (let version = from + 1; version <= schemaVersion; version++) {
      for (const table of known)
        for (const [name, field] of Object.entries(tables[table] as Fields))
          if (field.since === version) db.exec(`ALTER TABLE "${table}" ADD COLUMN ${column([name, field])}`);
      steps[version]?.(db);
    }
    for (const index of indexes) db.exec(index.replace(' INDEX ', ' INDEX IF NOT EXISTS '));
    db.pragma(`user_version = ${schemaVersion}`);
  }).immediate();
}

/** The file as it was stays beside the new one until a person removes it. */
function keepOld(db: Database.Database, from: number): void {
  const kept = `${db.name}.format-${from}.bak`;
  if (existsSync(kept)) return;
  const fresh = `${kept}.new`;
  rmSync(fresh, { force: true });
  db.prepare('VACUUM INTO ?').run(fresh);
  renameSync(fresh, kept);
}

/** Refuses a file whose schema holds what Concord never writes. */
export const checkSchema = (db: Database.Database, file: string): void =>
  refuseForeign(db, file, new Set(schema().map((sql) => /^CREATE (?:UNIQUE )?(?:TABLE|INDEX) "?(\w+)/.exec(sql)![1]!)));
