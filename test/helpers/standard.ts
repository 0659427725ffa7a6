import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { validateXML } from 'xmllint-wasm';

const schemas = resolve(import.meta.dirname, '../../../shared/files/xsd');
/** What libxml2 has against XML files, by the schemas of REFI-QDA; empty where they are valid. */
export async function faultsBySchema(schema: 'Project' | 'Codebook', files: readonly { fileName: string; contents: string }[]): Promise<string[]> {
  const { valid, errors } = await validateXML({ xml: [...files], schema: [{ fileName: 'schema.xsd', contents: readFileSync(resolve(schemas, `${schema}-v1.0.xsd`), 'utf8') }] });
  return valid ? [] : errors.map(({ message }) => message);
}
