import { wordStarts } from '../../shared/model/text.ts';
import type { Reader } from './operation.ts';

/** What every analysis counts: who coded what where, and who speaks there. Columns of numbers, one entry a coding or a passage. */
export interface Facts {
  readonly codings: { readonly id: readonly number[]; readonly code: readonly number[]; readonly coder: readonly number[]; /** Index into `passages`. */ readonly passage: Int32Array };
  readonly passages: { readonly id: readonly number[]; readonly document: readonly number[]; readonly start: readonly number[]; readonly end: readonly number[]; /** Who speaks in the passage; empty where nobody is known to. */ readonly speakers: readonly (readonly number[])[] };
}

/** Reads columns of numbers; one JSON text a column is several times faster than a row object each. */
function columns<N extends string>(project: Reader, names: readonly N[], from: string): Record<N, number[]> {
  const row = project.one<Record<N, string>>(`SELECT ${names.map((name) => `json_group_array("${name}") AS "${name}"`).join(', ')} FROM ${from}`)!;
  return Object.fromEntries(names.map((name) => [name, JSON.parse(row[name]) as number[]])) as Record<N, number[]>;
}

const nobody: readonly number[] = [];

/** The participants whose turns each passage overlaps. Both lists are in the order of document and start. */
function speakersOf(passages: Record<'document' | 'start' | 'end', number[]>, turns: Record<'document' | 'start' | 'end' | 'participant', number[]>): (readonly number[])[] {
  const alone = new Map<number, readonly number[]>();
  const speakers: (readonly number[])[] = [];
  let first = 0;
  for (let passage = 0; passage < passages.document.length; passage++) {
    const document = passages.document[passage]!;
    const start = passages.start[passage]!;
    const end = passages.end[passage]!;
    // Turns do not overlap each other, so those that end before this passage begins are behind all later ones too.
    while (first < turns.document.length && (turns.document[first]! < document || (turns.document[first] === document && turns.end[first]! <= start))) first++;
    let found = nobody;
    for (let turn = first; turn < turns.document.length && turns.document[turn] === document && turns.start[turn]! < end; turn++) {
      const participant = turns.participant[turn]!;
      if (participant === 0 || turns.end[turn]! <= start || found.includes(participant)) continue;
      if (found.length > 0) found = [...found, participant];
      else if (!(found = alone.get(participant) ?? nobody).length) alone.set(participant, (found = [participant]));
    }
    speakers.push(found);
  }
  return speakers;
}

export function facts(project: Reader): Facts {
  return project.derive('facts', () => {
    const passages = columns(project, ['id', 'document', 'start', 'end'], '(SELECT id, document, "start", "end" FROM passages ORDER BY document, "start")');
    const turns = columns(project, ['document', 'start', 'end', 'participant'], '(SELECT document, "start", "end", coalesce(participant, 0) AS participant FROM turns ORDER BY document, "start")');
    const codings = columns(project, ['id', 'code', 'coder', 'passage'], 'codings');
    const places = new Map(passages.id.map((id, index) => [id, index]));
    return {
      passages: { ...passages, speakers: speakersOf(passages, turns) },
      codings: { ...codings, passage: Int32Array.from(codings.passage, (id) => places.get(id)!) },
    };
  });
}

/** Counts words (of shared/model/text) of a document between two offsets. */
export function wordCounter(project: Reader, document: number): (start: number, end: number) => number {
  const starts = wordStarts(project.one<{ text: string }>('SELECT text FROM documents WHERE id = ?', document)!.text);
  const before = (offset: number): number => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (start, end) => before(end) - before(start);
}
