import type { Change } from '../../shared/model/change.ts';
import { wordStarts } from '../../shared/model/text.ts';
import type { Reader } from './operation.ts';
import { columns, turnColumns, type TurnColumns } from './turnColumns.ts';

/** What every analysis counts: who coded what where, and who speaks there. Columns of numbers, one entry a coding or a passage. */
export interface Facts {
  readonly codings: {
    readonly id: number[]; readonly coder: number[];
    /** 0 where the coding is gone. */
    readonly code: number[];
    /** Index into `passages`. */
    readonly passage: number[];
  };
  readonly passages: {
    readonly id: number[]; readonly document: number[]; readonly start: number[]; readonly end: number[];
    /** Places here of passages that are gone. */
    readonly gone: Set<number>;
    /** Who speaks there: index into `speakerSets`; -1 where the passage is gone. Found out when it is first asked for. */
    readonly spokenBy: number[];
  };
  /** Each set of participants that speak in some passage together. The first is empty: nobody is known to speak. */
  readonly speakerSets: number[][];
  /** Index into `passages` by a passage's number. */
  readonly places: number[];
}
export const speakersOf = ({ passages, speakerSets }: Facts, passage: number): readonly number[] => speakerSets[passages.spokenBy[passage]!]!;

/** Numbers sets of speakers, each set once. */
function setNumbers(speakerSets: number[][]): (speakers: readonly number[]) => number {
  const known = new Map(speakerSets.map((speakers, set) => [speakers.join(), set]));
  return (speakers) => {
    const sorted = speakers.toSorted((a, b) => a - b);
    const key = sorted.join();
    let set = known.get(key);
    if (set === undefined) known.set(key, (set = speakerSets.push(sorted) - 1));
    return set;
  };
}

interface Spoken { readonly speakerSets: number[][]; readonly spokenBy: number[]; readonly setOf: (speakers: readonly number[]) => number }
/** Finds the speakers of passages by the turns that they overlap. Turns are in the order of document and start, and of the passages the first `sorted`. */
function spoken(project: Reader, passages: Facts['passages'], sorted: number, turns: TurnColumns): Spoken {
  const speakerSets: number[][] = [[]];
  const setOf = setNumbers(speakerSets);
  const speakers: number[] = [];
  let first = 0;
  let before = 0;
  const spokenBy = passages.document.map((document, passage) => {
    if (passage >= sorted) return passages.gone.has(passage) ? -1 : setOf(speakersIn(project, passages, passage));
    const start = passages.start[passage]!;
    const end = passages.end[passage]!;
    // Turns do not overlap each other, so those that end before this passage begins are behind all later ones too.
    while (first < turns.document.length && (turns.document[first]! < document || (turns.document[first] === document && turns.end[first]! <= start))) first++;
    speakers.length = 0;
    for (let turn = first; turn < turns.document.length && turns.document[turn] === document && turns.start[turn]! < end; turn++) {
      const participant = turns.participant[turn]!;
      if (participant !== 0 && turns.end[turn]! > start && !speakers.includes(participant)) speakers.push(participant);
    }
    const same = speakers.length === 1 && speakerSets[before]!.length === 1 && speakerSets[before]![0] === speakers[0];
    return same ? before : (before = setOf(speakers));
  });
  for (const passage of passages.gone) spokenBy[passage] = -1;
  return { speakerSets, spokenBy, setOf };
}
const speakersIn = (project: Reader, { document, start, end }: Facts['passages'], passage: number): number[] =>
  project.query<{ participant: number }>('SELECT DISTINCT participant FROM turns WHERE document = ? AND "start" < "end" AND "start" < ? AND "end" > ? AND participant IS NOT NULL', document[passage]!, end[passage]!, start[passage]!).map(({ participant }) => participant);

/** Facts with what only they know: who speaks where, once somebody asked. */
interface Kept extends Facts { spoken: Spoken | null }
function makeFacts(project: Reader): Kept {
  const columnsOf = columns(project, ['id', 'document', 'start', 'end'], '(SELECT id, document, "start", "end" FROM passages ORDER BY document, "start")');
  const sorted = columnsOf.id.length;
  // Turns are read when somebody asks who speaks, and what is derived is kept in step with them from now on.
  project.one('SELECT 1 FROM turns LIMIT 1');
  const { passage, ...codings } = columns(project, ['id', 'code', 'coder', 'passage'], 'codings');
  const places: number[] = [];
  columnsOf.id.forEach((id, index) => { places[id] = index; });
  const speakers = (): Spoken => (kept.spoken ??= spoken(project, kept.passages, sorted, turnColumns(project)));
  const kept: Kept = {
    passages: { ...columnsOf, gone: new Set(), get spokenBy() { return speakers().spokenBy; } }, get speakerSets() { return speakers().speakerSets; }, places, codings: { ...codings, passage: passage.map((id) => places[id]!) }, spoken: null,
  };
  return kept;
}

/** Takes single codings and their passages in and out, which is what coding does all day; anything else makes the facts anew. */
function catchUp(project: Reader, facts: Kept, changes: readonly Change[]): Kept | null {
  const { codings, passages, places } = facts;
  for (const change of changes) {
    if (change.kind === 'added' && change.table === 'passages') {
      for (const { id, document, start, end } of project.query<{ id: number; document: number; start: number; end: number }>('SELECT id, document, "start", "end" FROM passages WHERE id BETWEEN ? AND ?', change.first, change.last)) {
        places[id] = passages.id.push(id) - 1;
        passages.document.push(document);
        passages.start.push(start);
        passages.end.push(end);
        if (facts.spoken) facts.spoken.spokenBy.push(facts.spoken.setOf(speakersIn(project, passages, places[id])));
      }
    } else if (change.kind === 'added' && change.table === 'codings') {
      for (const { id, code, coder, passage } of project.query<{ id: number; code: number; coder: number; passage: number }>('SELECT id, code, coder, passage FROM codings WHERE id BETWEEN ? AND ?', change.first, change.last)) {
        codings.id.push(id);
        codings.code.push(code);
        codings.coder.push(coder);
        codings.passage.push(places[passage]!);
      }
    } else if (change.kind === 'removed' && change.table === 'codings') {
      // What came and went since was never taken in.
      for (const { id } of change.rows) {
        const index = codings.id.lastIndexOf(id);
        if (index >= 0) codings.code[index] = 0;
      }
    } else if (change.kind === 'removed' && change.table === 'passages') {
      for (const { id } of change.rows) if (places[id] !== undefined) {
        passages.gone.add(places[id]);
        if (facts.spoken) facts.spoken.spokenBy[places[id]] = -1;
      }
    } else if (change.kind !== 'changed' || change.table !== 'codings' || 'code' in change.after || 'coder' in change.after || 'passage' in change.after) return null;
  }
  return facts;
}

export const facts = (project: Reader): Facts => project.derive<Kept>('facts', () => makeFacts(project), (known, changes) => catchUp(project, known, changes));

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
