import type { Change } from '../../shared/model/change.ts';
import type { Reader } from './operation.ts';

type Lengths = Record<number, number>;
const lengthOf = (project: Reader, document: number): number => project.one<{ text: string }>('SELECT text FROM documents WHERE id = ?', document)?.text.length ?? 0;

function catchUp(project: Reader, known: Lengths, changes: readonly Change[]): Lengths {
  for (const change of changes) {
    if (change.kind === 'spliced') known[change.document] = lengthOf(project, change.document);
    else if (change.table !== 'documents') continue;
    else if (change.kind === 'removed') for (const { id } of change.rows) delete known[id];
    else if (change.kind === 'changed') known[change.id] = lengthOf(project, change.id);
    else for (const { id, text } of project.query<{ id: number; text: string }>('SELECT id, text FROM documents WHERE id BETWEEN ? AND ?', change.first, change.last)) known[id] = text.length;
  }
  return known;
}
/** The length of each document's text in UTF-16 units, which SQL cannot count. Texts need not be read for it again. */
export const textLengths = (project: Reader): Readonly<Lengths> => project.derive('textLengths', () => {
  const lengths: Lengths = {};
  for (const { id } of project.query<{ id: number }>('SELECT id FROM documents')) lengths[id] = lengthOf(project, id);
  return lengths;
}, (known, changes) => catchUp(project, known, changes), 'inFile');
