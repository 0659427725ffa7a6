import type { Exhibit, ExhibitRow } from '../../../shared/model/exhibit.ts';
import type { Portrait } from '../../../shared/model/portrait.ts';
import { Problem } from '../../../shared/model/problem.ts';
import type { Row } from '../../../shared/model/schema.ts';
import { axisName } from '../../../shared/words/sayTable.ts';
import { partsNamed } from '../axis.ts';
import { exhibitKind } from '../exhibit.ts';
import { heardBy } from '../heard.ts';
import { oneSided } from '../oneSided.ts';
import type { Reader } from '../operation.ts';
import { documentPortrait } from '../portrait.ts';
import { quotationsOf, spread } from '../quoting.ts';
import { askedByName, lastingName, meant, type AskedByName } from '../surveys.ts';

function documentNamed(project: Reader, asked: AskedByName): Pick<Row<'documents'>, 'id' | 'uuid' | 'name'> {
  const found = meant(project.query<Pick<Row<'documents'>, 'id' | 'uuid' | 'name'>>('SELECT id, uuid, name FROM documents ORDER BY id'), asked);
  if (!found) throw new Problem('no-such-document', { document: typeof asked === 'object' ? asked.name : String(asked) });
  return found;
}
/** UTF-16 units of the text that these spans cover, each once. */
function covered(spans: readonly { readonly start: number; readonly end: number }[]): number {
  let [sum, reached] = [0, 0];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    sum += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return sum;
}
const share = (part: number, whole: number): number => Math.round((part / Math.max(1, whole)) * 1000) / 10;

/** One document from its beginning to its end: where each code stands, how often, and in how much of the text. */
export const portraitExhibit = exhibitKind({
  id: 'portrait',
  input: documentPortrait.input.extend({ /** By number, name or UUID. */ document: askedByName }),
  names: { rows: 'rows' },
  usual(project) {
    const first = project.one<{ name: string }>('SELECT documents.name FROM documents WHERE id IN (SELECT document FROM passages JOIN codings ON codings.passage = passages.id) ORDER BY id LIMIT 1');
    return first ? { document: first.name } : null;
  },
  lasting: (project, asked) => ({ ...asked, document: lastingName(documentNamed(project, asked.document)) }),
  make(project, { document: wanted, ...asked }, words, { quotations: each }): Exhibit {
    const { say } = words;
    const document = documentNamed(project, wanted);
    const portrait: Portrait = documentPortrait.run(project, { ...asked, document: document.id }, undefined);
    const rows = axisName(partsNamed(project, heardBy(project, asked.speakers), asked.rows, 'rows', false).map(({ part }) => part), words);
    const inside = portrait.codes.map((_, code) => portrait.codings.filter((coding) => coding.code === code));
    const people = [...new Set(portrait.codings.flatMap(({ speakers }) => speakers))];
    const speakersOf = (coding: Portrait['codings'][number]): number[] => coding.speakers.map((speaker) => people.indexOf(speaker));
    const speakers = say(asked.speakers === 'all' ? 'tables.withInterviewers' : 'tables.withoutInterviewers');
    const n = `${say('code.codings', { count: portrait.codings.length })}, ${say('stamp.people', { count: people.length })}`;
    return {
      title: say('tables.portraitTitle', { rows, document: document.name }), subtitle: say('exhibit.portraitSubtitle', { n, speakers }), corner: say('excerpt.code'),
      columns: [say('count.codings'), say('exhibit.firstAt'), say('exhibit.lastAt'), say('exhibit.ofText')].map((label) => ({ label, over: '', n: null })),
      rows: portrait.codes.map(({ name, facet, depth }, code): ExhibitRow => {
        const spans = inside[code]!;
        return { label: name, depth, facet, cells: [spans.length, share(Math.min(...spans.map(({ start }) => start)), portrait.length), share(Math.max(...spans.map(({ start }) => start)), portrait.length), share(covered(spans), portrait.length)] };
      }),
      notes: [
        ...(portrait.codings.length === 0 ? [say('tables.noPortrait')] : [say('exhibit.placesNote')]),
        // In an interview with one person all of it is hers.
        ...(people.length > 1 ? oneSided(portrait.codes.map(({ name }, code) => ({ of: name, speakers: inside[code]!.map(speakersOf) })), (person) => people[person]!, words) : []),
      ],
      quotations: each === 0 ? [] : quotationsOf(project, portrait.codes.flatMap(({ name }, code) => spread(inside[code]!.map((coding) => ({ coding: coding.coding, by: speakersOf(coding)[0] ?? 0 })), each).map((coding) => ({ of: name, coding })))),
      asked: [[say('excerpt.document'), document.name], [say('tables.rows'), rows], [say('tables.speakers'), speakers], ...(asked.coder === undefined ? [] : [[say('excerpt.coder'), project.find('coders', asked.coder)?.name ?? '–'] as const])],
      n, pictured: { kind: 'portrait', portrait },
    };
  },
});
