import { z } from 'zod';
import { alignTexts } from '../../shared/model/alignment.ts';
import type { Change } from '../../shared/model/change.ts';
import { inShort } from '../../shared/model/memoText.ts';
import type { Facet, Row } from '../../shared/model/schema.ts';
import { diffText, invertSplice, shift, spliceText, type Span } from '../../shared/model/span.ts';
import { query, type EditEntry, type Reader } from './operation.ts';
import { seenBy } from './seen.ts';

const id = z.int().positive();

/** A document at some moment: its text, where its passages lay, and which codes were on them. */
interface Moment { text: string; readonly passages: Map<number, Span>; readonly codings: Map<number, Pick<Row<'codings'>, 'passage' | 'code' | 'coder'>> }
function momentNow(project: Reader, document: number): Moment {
  const spans = project.query<Span & { id: number }>('SELECT id, "start", "end" FROM passages WHERE document = ?', document);
  const codings = project.query<{ id: number; passage: number; code: number; coder: number }>('SELECT codings.id, passage, code, coder FROM codings JOIN passages ON passages.id = passage WHERE document = ?', document);
  return { text: project.get('documents', document).text, passages: new Map(spans.map(({ id: passage, start, end }) => [passage, { start, end }])), codings: new Map(codings.map(({ id: coding, ...row }) => [coding, row])) };
}
const copyOf = ({ text, passages, codings }: Moment): Moment => ({ text, passages: new Map(passages), codings: new Map(codings) });

/** Takes one change back; exact, as undo is. Codings of other documents come in with their removals, and nobody asks for them. */
function takeBack(document: number, moment: Moment, change: Change): void {
  const { passages, codings } = moment;
  if (change.kind === 'spliced') {
    if (change.document !== document) return;
    const back = invertSplice(change.splice);
    moment.text = spliceText(moment.text, back);
    for (const [passage, span] of passages) passages.set(passage, shift(span, back));
  } else if (change.table === 'passages' || change.table === 'codings') {
    const rows: Map<number, object> = change.table === 'passages' ? passages : codings;
    if (change.kind === 'added') { for (let row = change.first; row <= change.last; row++) rows.delete(row); }
    else if (change.kind === 'changed') { const row = rows.get(change.id); if (row) rows.set(change.id, { ...row, ...change.before }); }
    else if (change.table === 'passages') { for (const row of change.rows as readonly Row<'passages'>[]) if (row.document === document) passages.set(row.id, { start: row.start, end: row.end }); }
    else for (const { id: coding, passage, code, coder } of change.rows as readonly Row<'codings'>[]) codings.set(coding, { passage, code, coder });
  }
}
const editsText = (document: number, { changes }: EditEntry): boolean => changes.some((change) => change.kind === 'spliced' && change.document === document);

interface Losses { readonly lost: number; readonly shortened: number; readonly restored: number }
/** What an edit did to the passages. */
function lossesOf(earlier: Pick<Moment, 'passages'>, later: Pick<Moment, 'passages'>): Losses {
  let [lost, shortened, restored] = [0, 0, 0];
  for (const [passage, span] of earlier.passages) {
    const left = later.passages.get(passage);
    if (!left) lost++;
    else if (left.end - left.start < span.end - span.start) shortened++;
  }
  for (const passage of later.passages.keys()) if (!earlier.passages.has(passage)) restored++;
  return { lost, shortened, restored };
}

/** Typing of one person within a minute (ms) is one step. */
const together = 60_000;
/** One step of a text's history. */
export interface TextStep extends Losses {
  /** Its first and its last entry in the journal. */
  readonly first: number;
  readonly last: number;
  readonly at: number;
  readonly until: number;
  readonly who: string;
  readonly kind: EditEntry['kind'];
  readonly operation: string;
  /** What went and what came, in short, and the words on either side. */
  readonly left: string;
  readonly right: string;
  readonly removed: string;
  readonly inserted: string;
}
/** Characters of what stayed on either side of a change that a list shows. */
const beside = 18;
function sampleOf(earlier: string, later: string): Pick<TextStep, 'left' | 'removed' | 'inserted' | 'right'> {
  const { at, removed, inserted } = diffText(earlier, later) ?? { at: 0, removed: '', inserted: '' };
  const end = at + removed.length;
  const line = (text: string) => text.replace(/\s+/g, ' ').replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
  // Whole words, where words have gaps between them.
  const left = at > beside ? earlier.slice(at - beside, at).replace(/^\S*\s+(?=\S)/, '') : earlier.slice(0, at);
  const right = earlier.length - end > beside ? earlier.slice(end, end + beside).replace(/(?<=\S)\s+\S*$/, '') : earlier.slice(end);
  return { left: line(left), removed: inShort(removed, 60), inserted: inShort(inserted, 60), right: line(right) };
}
/** Which step each entry belongs to: the first entry of the step, by entry. Counted from the oldest, so that steps stay what they are. */
function stepsOf(document: number, entries: readonly EditEntry[]): Map<EditEntry, EditEntry> {
  const steps = new Map<EditEntry, EditEntry>();
  let first: EditEntry | null = null;
  for (const entry of entries.toReversed()) {
    if (!editsText(document, entry)) { first = null; continue; }
    const typed = entry.operation === 'document.edit' && first !== null && first.operation === entry.operation && first.kind === entry.kind && first.who === entry.who && entry.at - first.at < together;
    if (!typed) first = entry;
    steps.set(entry, first!);
  }
  return steps;
}

export const historyOfText = query({
  /** Who changed a document's text and when, newest first: consecutive typing of one person in one minute is one step. */
  input: z.strictObject({ document: id }),
  run(project, { document }): TextStep[] {
    const moment = momentNow(project, document);
    const entries = project.edits(document);
    const firstOf = stepsOf(document, entries);
    const steps: TextStep[] = [];
    let textAfter = '';
    let last: EditEntry | null = null;
    let sum: Losses = { lost: 0, shortened: 0, restored: 0 };
    for (const entry of entries) {
      const first = firstOf.get(entry);
      const later = first ? copyOf(moment) : moment;
      for (const change of entry.changes.toReversed()) takeBack(document, moment, change);
      if (!first) continue;
      if (last === null) {
        last = entry;
        textAfter = later.text;
        sum = { lost: 0, shortened: 0, restored: 0 };
      }
      const { lost, shortened, restored } = lossesOf(moment, later);
      sum = { lost: sum.lost + lost, shortened: sum.shortened + shortened, restored: sum.restored + restored };
      if (entry !== first) continue;
      steps.push({ first: entry.seq, last: last.seq, at: entry.at, until: last.at, who: entry.who, kind: entry.kind, operation: entry.operation, ...sampleOf(moment.text, textAfter), ...sum });
      last = null;
    }
    return steps;
  },
});

/** A stretch of text that stayed, went or came. */
export interface TextPiece { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }
/** Law: without what was added it is the first text, without what was removed the second. */
export function textPieces(earlier: string, later: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  const put = (kind: TextPiece['kind'], text: string) => { if (text !== '') pieces.push({ kind, text }); };
  let at = 0;
  for (const { from, to, start, end } of [...alignTexts(earlier, later), { from: earlier.length, to: earlier.length, start: 0, end: 0 }]) {
    put('same', earlier.slice(at, from));
    put('removed', earlier.slice(from, to));
    put('added', later.slice(start, end));
    at = to;
  }
  return pieces;
}

/** A passage that an edit took, or left fewer words of. */
export interface HurtPassage {
  readonly passage: number;
  readonly before: string;
  /** What is left of it; null where it is gone. */
  readonly after: string | null;
  readonly codes: readonly { readonly name: string; readonly facet: Facet | null; readonly colour: string }[];
  /** Codings of others on it, which are not shown. */
  readonly hidden: number;
}
export const compareText = query({
  /**
   * A document's text after one entry of the journal (0: before the first) held against the same after a later one (null: now), and
   * the passages that edits in between took or shortened, with their codes; with `coder`, those that this coder gave. Nothing is written.
   */
  input: z.strictObject({ document: id, from: z.int().min(0), to: z.int().min(0).nullable(), ...seenBy }),
  run(project, { document, from, to, coder }) {
    const earlier = momentNow(project, document);
    let later = to === null ? copyOf(earlier) : null;
    const taken = new Set<number>();
    for (const entry of project.edits(document)) {
      if (later === null && entry.seq <= to!) later = copyOf(earlier);
      if (entry.seq <= from) break;
      const there = later !== null && editsText(document, entry) ? new Set(earlier.passages.keys()) : null;
      for (const change of entry.changes.toReversed()) takeBack(document, earlier, change);
      if (there) for (const passage of earlier.passages.keys()) if (!there.has(passage)) taken.add(passage);
    }
    later ??= copyOf(earlier);
    const onPassage = Map.groupBy(earlier.codings.values(), ({ passage }) => passage);
    const isSeen = (coding: { readonly coder: number }) => coder === undefined || coding.coder === coder;
    const codes = (passage: number) => [...new Set((onPassage.get(passage) ?? []).filter(isSeen).map(({ code }) => code))].map((code) => {
      const known = project.find('codes', code);
      return { name: known?.name ?? '', facet: known?.facet ?? null, colour: known?.colour ?? '' };
    });
    const hurt = [...earlier.passages].toSorted(([, a], [, b]) => a.start - b.start || a.end - b.end).flatMap(([passage, span]): HurtPassage[] => {
      const left = later.passages.get(passage);
      if (left ? left.end - left.start >= span.end - span.start : !taken.has(passage)) return [];
      return [{ passage, before: earlier.text.slice(span.start, span.end), after: left ? later.text.slice(left.start, left.end) : null, codes: codes(passage), hidden: (onPassage.get(passage) ?? []).filter((coding) => !isSeen(coding)).length }];
    });
    return { earlier: earlier.text, later: later.text, pieces: textPieces(earlier.text, later.text), hurt };
  },
});
