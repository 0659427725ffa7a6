import { Problem } from '../../shared/model/problem.ts';

/** What a file may cost to read. A file beyond these is refused before it can fill the memory; people split it, or it was made to do harm. */
export const limits = {
  /** Bytes of one file. */
  file: 256 * 1024 * 1024,
  /** UTF-16 units of one text. */
  text: 50_000_000,
  /** Bytes of one entry of an archive, unpacked. */
  entry: 256 * 1024 * 1024,
  /** Bytes of all entries of an archive, unpacked. */
  archive: 1024 * 1024 * 1024,
  entries: 20_000,
  /** Bytes of a file of another program's project (a PDF, a picture, a formatted text) that a study keeps, and of all of them together. */
  keptFile: 25 * 1024 * 1024,
  keptFiles: 100 * 1024 * 1024,
  /** Unpacked bytes for each packed one, in entries above `ratioFrom` bytes. */
  ratio: 200,
  ratioFrom: 10 * 1024 * 1024,
} as const;

const megabytes = (bytes: number) => Math.floor(bytes / (1024 * 1024));
/** Refuses a file of more bytes than one may have. */
export function checkSize(file: string, bytes: number, limit: number = limits.file): void {
  if (bytes > limit) throw new Problem('too-big', { file, limit: megabytes(limit) });
}
/** Refuses a text of more UTF-16 units than a document may have. */
export function checkLength(file: string, units: number): void {
  if (units > limits.text) throw new Problem('too-big', { file, limit: megabytes(limits.text * 2) });
}
