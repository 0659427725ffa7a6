import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { archiveOf } from '../../electron/formats/zip.ts';

const folder = resolve(import.meta.dirname, '../../../shared/files');
/** A file that another program made, beside the project; null where it is not there. */
export function realFile(name: string): { name: string; bytes: Uint8Array } | null {
  const path = resolve(folder, name);
  return existsSync(path) ? { name: name.split('/').at(-1)!, bytes: readFileSync(path) } : null;
}
export const hasRealFiles = existsSync(resolve(folder, 'refi'));

/** A .qdpx of what stands inside of <Project>, and its sources by file name. */
export const qdpx = (inside: string, sources: Readonly<Record<string, string | Uint8Array>> = {}, attributes = 'origin="Test 1.0"'): Uint8Array => archiveOf([
  ['project.qde', `<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="P" ${attributes}>${inside}</Project>`],
  ...Object.entries(sources).map(([name, contents]) => [`sources/${name}`, contents] as const),
]);
export const givenNames = { documentGroup: 'Document group', inGroup: 'yes', unnamed: 'Unnamed', unknownCoder: 'Unknown coder' };
