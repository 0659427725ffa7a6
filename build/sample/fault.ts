/** What is wrong in a source file, and where: the file's name and the line's number from 1. */
export class SourceFault extends Error {
  constructor(file: string, line: number, said: string) {
    super(`${file}:${line}: ${said}`);
    this.name = 'SourceFault';
  }
}
/** A line of a source file, with its number from 1. */
export interface Line { readonly text: string; readonly number: number }
/** Stops with a SourceFault; bound to a file so that every check can say where. */
export type Stop = (line: Line, said: string) => never;
