import type { z } from 'zod';
import type { Change } from '../../shared/model/change.ts';
import type { NewRow, Row, spanTables, TableName } from '../../shared/model/schema.ts';
import type { Expression } from '../../shared/model/search.ts';
import type { Splice } from '../../shared/model/span.ts';
import type { ProblemValues } from '../../shared/model/problem.ts';
import type { GivenNames, ProjectReading } from '../formats/projectFormat.ts';
import type { ReadChoices, Reading } from '../formats/format.ts';
import type { StudyContents } from './package.ts';

/** Reading a study. Which tables were read is noted by the store itself, so that views know when to ask again. */
export interface Reader {
  /** The row with this number; a Problem `not-found` where there is none. */
  get<T extends TableName>(table: T, id: number): Row<T>;
  find<T extends TableName>(table: T, id: number | null): Row<T> | null;
  /** All rows whose fields equal those of `where`, by number. */
  all<T extends TableName>(table: T, where?: Partial<Row<T>>): Row<T>[];
  /** Rows whose numbers lie between these two, both included, by number. */
  between<T extends TableName>(table: T, first: number, last: number): Row<T>[];
  /** Bound SQL over the tables of shared/model/schema. JSON columns come as text. */
  query<R>(sql: string, ...values: readonly (string | number | null)[]): R[];
  one<R>(sql: string, ...values: readonly (string | number | null)[]): R | undefined;
  /**
   * What `make` computed, kept until a table changes that it read. With `update` it may be brought up to date instead:
   * that answers with the value for the study as it is now, or null where it must be made anew. What is 'inFile' is plain
   * JSON, and stays beside the study's rows when the study is closed, so that a large one opens at once.
   */
  derive<V>(key: string, make: () => V, update?: (value: V, changes: readonly Change[]) => V | null, keep?: 'inFile'): V;
  /** The audit log, newest first: entries before `before` (a `seq`; null for the newest), and what undo and redo would do next. */
  history(before: number | null, limit: number): HistoryEntry[];
  next(step: 'undo' | 'redo'): HistoryEntry | null;
  /** The journal's last entry, by UUID; '' before anything was done. */
  head(): string;
  /**
   * A table's rows, by number, as they were after that journal entry ('' for the study's beginning): what was done since is taken back
   * on a copy. Not for tables that edits of texts move. A Problem `not-found` where this study has no such entry.
   */
  asOf<T extends Exclude<TableName, 'documents' | (typeof spanTables)[number]>>(table: T, entry: string): Row<T>[];
  /** What edited a document's text, and what touched passages or codings of any document, newest first. */
  edits(document: number): EditEntry[];
  /** What one entry of the history changed. */
  changesOf(seq: number): readonly Change[];
  /** Every entry of the journal in order, in short; and what one was asked. */
  trail(): readonly TrailEntry[];
  inputOf(seq: number): unknown;
  /** An imported file as it came, or null where this file does not keep it. */
  original(hash: string): IncomingFile | null;
  readonly integrity: Integrity;
}

/** Damage that only the store itself can see. */
export interface Integrity {
  /** What SQLite says of damaged pages; empty for none. */
  pages(): readonly string[];
  /** How many references lead nowhere. */
  references(): number;
  hash(text: string): string;
  originals(): readonly { hash: string; name: string }[];
  /** Whether the kept file still has the bytes that its hash says. */
  original(hash: string): boolean;
}

export interface HistoryEntry {
  readonly seq: number;
  /** When, in ms. */
  readonly at: number;
  readonly who: string;
  readonly kind: 'do' | 'undo' | 'redo';
  readonly operation: string;
  readonly about: About;
}

/** An entry of the journal as copies of a study know it again: by UUID. `reverts` is the entry that an undo or redo took back. */
export interface TrailEntry extends Pick<HistoryEntry, 'seq' | 'at' | 'who' | 'kind' | 'operation'> { readonly uuid: string; readonly reverts: number | null }

/** An entry of the history with what it changed. */
export interface EditEntry extends Omit<HistoryEntry, 'about'> { readonly changes: readonly Change[] }

/** Writing a study. Whatever is written is recorded as a Change, and can be undone; nobody writes an undo. */
export interface Writer extends Reader {
  /** Now, in ms: one moment for the whole command. */
  readonly now: number;
  /** What this command has changed so far. */
  readonly changes: readonly Change[];
  /** The coder at work, made a record of with the first coding or memo. */
  coder(name?: string): number;
  add<T extends TableName>(table: T, row: NewRow<T>): number;
  /** Adds many rows, numbered on from the answer in their order. */
  addAll<T extends TableName>(table: T, rows: readonly NewRow<T>[]): number;
  /** Changes some fields of a row; fields that stay as they are are not recorded. */
  change<T extends TableName>(table: T, id: number, fields: Partial<Omit<Row<T>, 'id' | 'uuid'>>): void;
  remove(table: TableName, ids: readonly number[]): void;
  /** Edits a document's text and moves every span behind the edit; a Problem `text-has-changed` where the text is another. */
  splice(document: number, splice: Splice): void;
  /** Keeps an imported file as it came. Answers with the SHA-256 of its bytes; the same bytes are kept once. */
  keepOriginal(name: string, bytes: Uint8Array): string;
}

/** A file that a person handed in: picked, dropped, or named on the command line. */
export interface IncomingFile { readonly name: string; readonly bytes: Uint8Array }

/** What a long operation has while it prepares, before anything is written. */
export interface Preparation {
  readonly project: Reader;
  /** Reads a handed-in file by its handle. */
  file(handle: string): Promise<IncomingFile>;
  /** Opens a handed-in study beside this one, for reading: a copy in memory, the same for the same bytes as long as it is asked for. Problems as of opening it. */
  study(handle: string): Promise<{ readonly project: Reader; readonly file: string }>;
  /** Reads a file as a transcript; where there is a window, in a thread of its own. */
  transcript(file: IncomingFile, choices: ReadChoices): Promise<Reading>;
  /** Searches texts with an expression that a person typed; where there is a window, in a thread of its own. Answers and Problems as of `searcher`. */
  searcher(typed: string, expression: Expression): (texts: readonly string[]) => Promise<number[][]>;
  /** Reads another program's project; where there is a window, in a thread of its own. */
  foreignProject(file: IncomingFile, names: GivenNames): Promise<ProjectReading>;
  /** The bytes of a study file that holds this and nothing else. */
  writeStudy(contents: StudyContents): Uint8Array;
  /** Reports how far it is, and lets other calls through; throws the Problem `cancelled` when the person has stopped it. */
  progress(done: number, total: number): Promise<void>;
}

/** Words for the undo label and the history: filled into `done.<operation>`. */
export type About = ProblemValues;

interface Declared<S extends z.ZodType, P> {
  /** What may come in. Parsed once, at the engine's door; extra keys are refused. */
  readonly input: S;
  /** Slow or asynchronous work, done before the transaction; its answer goes to `run`. */
  prepare?(input: z.output<S>, preparation: Preparation): Promise<P>;
}
export interface Query<S extends z.ZodType = z.ZodType, O = unknown, P = any> extends Declared<S, P> {
  readonly kind: 'query';
  run(project: Reader, input: z.output<S>, prepared: P): O;
}
export interface Command<S extends z.ZodType = z.ZodType, O = unknown, P = any> extends Declared<S, P> {
  readonly kind: 'command';
  run(project: Writer, input: z.output<S>, prepared: P): O;
  /** What to say of it in the history. */
  about?(project: Reader, input: z.output<S>, output: O): About;
  /** What the journal keeps of the input; the whole of it unless this says less (large imports, bytes), or more: what came of it. */
  remember?(input: z.output<S>, output: O): unknown;
  /** Whether it is written into the journal even where it changed nothing: what was decided holds all the same. */
  evenIfSame?(output: O): boolean;
}

/** Undo or redo: what it writes is what an earlier command wrote, backwards. */
export interface Step { readonly kind: 'step'; readonly step: 'undo' | 'redo'; readonly input: z.ZodType<Record<string, never>>; run(): HistoryEntry }
export type Operation = Query | Command | Step;

export const query = <S extends z.ZodType, O, P = undefined>(declared: Omit<Query<S, O, P>, 'kind'>): Query<S, O, P> => ({ kind: 'query', ...declared });
export const command = <S extends z.ZodType, O, P = undefined>(declared: Omit<Command<S, O, P>, 'kind'>): Command<S, O, P> => ({ kind: 'command', ...declared });
