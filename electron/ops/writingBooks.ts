import type { BookCode } from '../../shared/model/codebookMerge.ts';
import type { NewRow, Row } from '../../shared/model/schema.ts';
import type { BookPlan } from './mergingBooks.ts';
import type { Writer } from './operation.ts';
import { removeCodes } from './removal.ts';

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
/** What is written of a code besides its place. */
const fieldsOf = ({ name, facet, definition, include, exclude, example, scale, aliases }: BookCode) => ({ name, facet, definition, include, exclude, example, scale: [...scale], aliases: [...aliases] });

/** Writes the codebook that was planned. New codes stand behind their siblings. Answers with the UUIDs of those that were only named by a file. */
export function writeBook(project: Writer, { before, after, gone }: Pick<BookPlan, 'before' | 'after' | 'gone'>): Map<string, string> {
  const rows = new Map(project.all('codes').map((row) => [row.uuid, row]));
  const was = new Map(before.map((code) => [code.uuid, code]));
  const numbers = new Map([...rows].map(([uuid, { id }]) => [uuid, id]));
  const uuids = new Map<string, string>();
  const next = new Map<string, number>();
  for (const { parent, facet, position } of rows.values()) { const key = `${facet}/${parent}`; next.set(key, Math.max(next.get(key) ?? 0, position + 1)); }
  const behind = (facet: string, parent: number | null): number => { const key = `${facet}/${parent}`; const position = next.get(key) ?? 0; next.set(key, position + 1); return position; };
  const parentOf = ({ parent }: BookCode): number | null => (parent === null ? null : numbers.get(parent) ?? null);
  let open = after.filter(({ uuid }) => !rows.has(uuid));
  // Parents before what stands below them.
  while (open.length > 0) {
    const now = open.filter(({ parent }) => parent === null || numbers.has(parent));
    for (const code of now) {
      const parent = parentOf(code);
      const id = project.add('codes', { ...fieldsOf(code), parent, colour: code.colour, codable: code.codable, created: project.now, position: behind(code.facet, parent), ...(isUuid(code.uuid) ? { uuid: code.uuid } : {}) } as NewRow<'codes'>);
      numbers.set(code.uuid, id);
      if (!isUuid(code.uuid)) uuids.set(code.uuid, project.get('codes', id).uuid);
    }
    open = now.length === 0 ? [] : open.filter(({ uuid }) => !numbers.has(uuid));
  }
  for (const code of after) {
    const old = was.get(code.uuid);
    if (!old || JSON.stringify(old) === JSON.stringify(code)) continue;
    const moved = old.parent !== code.parent || old.facet !== code.facet;
    const parent = parentOf(code);
    project.change('codes', rows.get(code.uuid)!.id, { ...fieldsOf(code), ...(moved ? { parent, ...(old.parent !== code.parent || code.parent === null ? { position: behind(code.facet, parent) } : {}) } : {}) } as Partial<Row<'codes'>>);
  }
  removeCodes(project, before.filter(({ uuid }) => gone.includes(uuid)).map(({ uuid }) => rows.get(uuid)!.id));
  return uuids;
}
