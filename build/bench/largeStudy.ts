import { connect } from '../../electron/core/file.ts';
import { createStudy } from '../../electron/core/engine.ts';
import { sha256 } from '../../electron/core/store.ts';
import { seeded } from './measure.ts';

export interface Size { readonly codings: number; readonly documents: number; readonly codes: number }
/** From a usual study to one far beyond any that was reported. */
export const sizes: readonly Size[] = [{ codings: 5_000, documents: 36, codes: 60 }, { codings: 200_000, documents: 500, codes: 300 }, { codings: 1_000_000, documents: 2_000, codes: 600 }];

const [turns, turnLength] = [200, 240];
const groups = ['Officials', 'Managers', 'Specialists', 'Centres', 'GPs', 'Social workers', 'Patients'];
const facets = ['stakeholder', 'dimension', 'conflict', 'theme'];

/** Writes a study straight into its tables, the same for the same size: one interviewee a document, three coders, some codes far more often than others. */
export function largeStudy(file: string, { codings, documents, codes }: Size): void {
  createStudy(file, `${codings}`);
  const db = connect(file);
  db.pragma('foreign_keys = OFF');
  db.pragma('synchronous = OFF');
  const random = seeded(20261124);
  let unique = 0;
  const uuid = () => `bench-${unique++}`;
  const insert = (table: string, ...columns: string[]) => db.prepare(`INSERT INTO ${table} (id, uuid, ${columns.map((column) => `"${column}"`).join(', ')}) VALUES (?, ?, ${columns.map(() => '?').join(', ')})`);
  const line = 'we wrote the forms until nine and nobody ever phoned about the patient who came back from the county hospital '.repeat(4).slice(0, turnLength - 1);
  const text = Array.from({ length: turns }, () => line).join('\n');
  const hash = sha256(text);
  db.transaction(() => {
    ['Lin', 'Wei', 'Mei'].forEach((name, index) => insert('coders', 'name').run(index + 1, uuid(), name));
    insert('attributes', 'name', 'of', 'kind', 'choices', 'position').run(1, uuid(), 'Group', 'participants', 'choice', JSON.stringify(groups), 0);
    insert('attributes', 'name', 'of', 'kind', 'choices', 'position').run(2, uuid(), 'Pilot', 'participants', 'choice', JSON.stringify(['Pilot', 'Non-pilot']), 1);
    const [person, value, document, turn] = [insert('participants', 'name', 'role', 'created'), insert('attributeValues', 'attribute', 'participant', 'value'), insert('documents', 'name', 'text', 'textHash', 'language', 'created'), insert('turns', 'document', 'start', 'end', 'participant')];
    person.run(1, uuid(), 'Interviewer', 'interviewer', 0);
    for (let index = 0, values = 0, rows = 0; index < documents; index++) {
      person.run(index + 2, uuid(), `Person ${index}`, 'interviewee', 0);
      value.run(++values, uuid(), 1, index + 2, groups[index % groups.length]);
      value.run(++values, uuid(), 2, index + 2, index % 3 === 0 ? 'Pilot' : 'Non-pilot');
      document.run(index + 1, uuid(), `Interview ${index}`, text, hash, 'en', 0);
      for (let each = 0; each < turns; each++) turn.run(++rows, uuid(), index + 1, each * turnLength, each * turnLength + turnLength - 1, each % 4 === 0 ? 1 : index + 2);
    }
    const code = insert('codes', 'parent', 'facet', 'name', 'colour', 'position', 'created');
    for (let index = 0; index < codes; index++) code.run(index + 1, uuid(), null, facets[index % 4], `Code ${index}`, String((index % 12) + 1), Math.floor(index / 4), 0);
    const [passage, coding] = [insert('passages', 'document', 'start', 'end'), insert('codings', 'passage', 'code', 'coder', 'rating', 'created', 'changed')];
    for (let index = 0, places = 0, inDocument = 1; index < codings; index++) {
      // Two codings in three open a passage; the others stand on the last. Most stay within one turn.
      if (index % 3 !== 2) {
        inDocument = 1 + random(documents);
        const start = random(turns) * turnLength + random(turnLength - 130);
        passage.run(++places, uuid(), inDocument, start, start + 20 + random(110));
      }
      const chosen = Math.floor(codes * (random(100_000) / 100_000) ** 2);
      coding.run(index + 1, uuid(), places, chosen + 1, 1 + (index % 3), chosen % 4 === 1 ? random(5) - 2 : null, index, index);
    }
  })();
  db.pragma('synchronous = FULL');
  db.close();
}
