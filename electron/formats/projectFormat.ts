import type { Snapshot } from '../../shared/model/snapshot.ts';
import type { ProjectReport } from '../../shared/model/projectReport.ts';
import type { IncomingFile } from '../ops/operation.ts';

/** What a file of another program holds, before anybody has taken it in. */
export interface ProjectReading {
  /** Id of the format. */
  readonly format: string;
  /** The program that wrote it, as it names itself; '' where it does not. */
  readonly origin: string;
  readonly snapshot: Snapshot;
  readonly report: ProjectReport;
  /** Files of its sources that go with it; what of the snapshot's `foreignParts` names them, names them by hash. */
  readonly files?: readonly KeptFile[];
}
/** A file of a source: its name in the project, its bytes and their SHA-256. */
export interface KeptFile { readonly name: string; readonly hash: string; readonly bytes: Uint8Array }
/** Words that become data of the study, in the language of whoever takes it in. */
export interface GivenNames {
  /** An attribute of documents whose values are the groups they were in. */
  readonly documentGroup: string;
  /** Value of an attribute that is a group itself. */
  readonly inGroup: string;
  readonly unnamed: string;
  /** Who coded where a file does not say. */
  readonly unknownCoder: string;
}
export type Cell = string | number | Uint8Array | null;
/** The tables of another program's database, opened for reading alone. */
export interface ForeignTables {
  has(table: string): boolean;
  /** All rows of a table; none where there is no such table, null in columns that it has not. */
  rows<C extends string>(table: string, ...columns: readonly C[]): Record<C, Cell>[];
  close(): void;
}
export type OpenTables = (file: IncomingFile) => ForeignTables;

/** A kind of file that other programs keep or exchange their projects in. Reading is all or nothing: a Problem that names the file, or a reading. */
export interface ProjectFormat {
  readonly id: string;
  /** Without the dot, lower case. */
  readonly extensions: readonly string[];
  read(file: IncomingFile, names: GivenNames, open: OpenTables): Promise<ProjectReading>;
}
