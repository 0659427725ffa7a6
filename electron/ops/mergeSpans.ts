import type { MergedTable, MergeLost } from '../../shared/model/merge.ts';
import { inShort } from '../../shared/model/memoText.ts';
import { wordsAround } from '../../shared/model/wordsAround.ts';
import { clip, type Span, type Splice } from '../../shared/model/span.ts';
import type { TextClash } from '../../shared/model/textMerge.ts';
import type { AnyRow } from './mergeDelta.ts';
import type { Fresh, Planning } from './mergePlan.ts';
import { mergeTexts, type MergedText } from './mergeTexts.ts';
import { fingerprint } from './mergeTelling.ts';
import { traced } from './mergeTraces.ts';

/** A document of ours whose text is edited; the last splice first. */
export interface PlannedText { readonly document: number; readonly name: string; readonly splices: readonly Splice[] }
type PassageRow = AnyRow & Span & { readonly document: number };
interface Paired extends MergedText { readonly document: number; readonly name: string; /** Passages of ours by the span that they will have. */ readonly passages: ReadonlyMap<string, number> | null }
const spanKey = ({ start, end }: Span): string => `${start}-${end}`;

/** Where spans of theirs come to stand in the texts of ours, as they will be. */
export function createSpans(planning: Omit<Planning, 'restore'>) {
  const { ours, theirs, ourDelta, theirDelta, decide, placeOf } = planning;
  const pairs = new Map<number, Paired | null>();
  const turns = new Map<number, readonly (Span & { readonly id: number })[]>();
  const lost = new Map<number, { document: string; uuid: string; quotation: string; codes: Set<string> }>();

  function pairOf(theirDocument: number): Paired | null {
    if (!pairs.has(theirDocument)) {
      const document = placeOf('documents', theirDocument);
      // Of a document that theirs took away there is nothing to place.
      pairs.set(theirDocument, document === undefined || document < 0 || !theirs.find('documents', theirDocument) ? null : pair(theirDocument, document));
    }
    return pairs.get(theirDocument)!;
  }
  function pair(their: number, document: number): Paired {
    const [own, other] = [ours.get('documents', document), theirs.get('documents', their)];
    const { name, uuid } = own;
    const sides = [{ text: own.text, splices: ourDelta.splices.get(document) ?? [] }, { text: other.text, splices: theirDelta.splices.get(their) ?? [] }] as const;
    const choose = (clash: TextClash) => {
      const here = placeOfClash(own.text, clash, sides[0].splices);
      return decide({
        key: `text:${uuid}:${fingerprint(clash.ours, [clash.from, clash.base, clash.theirs])}`, kind: 'text', table: 'documents', about: name, where: here ? wordsAround(own.text, here) : '',
        field: 'text', ours: clash.ours, base: clash.base, theirs: clash.theirs, from: clash.from, ...(here ? { here } : {}), choices: ['mine', 'theirs'],
      }) === 'theirs' ? 'theirs' : 'mine';
    };
    const spans = own.text === other.text ? [] : ours.query<Span & { id: number }>('SELECT id, "start", "end" FROM passages WHERE document = ? AND (id IN (SELECT passage FROM codings) OR id IN (SELECT target FROM memos WHERE about = \'passages\')) ORDER BY "start"', document);
    const merged = mergeTexts(...sides, planning.theyKnow, choose, (splices) => coveredBy(spans, splices, document));
    const passages = merged.splices.length === 0 ? null : new Map(ours.query<Span & { id: number }>('SELECT id, "start", "end" FROM passages WHERE document = ?', document).toReversed().flatMap(({ id, ...span }) => { const at = merged.placeOurs(span); return at ? [[spanKey(at), id] as const] : []; }));
    return { ...merged, document, name, passages };
  }
  /** Whether our words that are coded would go, and the person has not said that they may. */
  function coveredBy(spans: readonly (Span & { id: number })[], splices: readonly Splice[], document: number): boolean {
    return spans.some(({ id, ...span }) => {
      const left = splices.reduce<Span | null>((now, splice) => now && clip(now, splice), span);
      if (left !== null || knownGone(id)) return false;
      const { text, name } = ours.get('documents', document);
      const words = text.slice(span.start, span.end);
      return decide({ key: `covered:${ours.get('passages', id).uuid}:${fingerprint(words, null)}`, kind: 'covered', table: 'passages', about: inShort(words), where: name, field: 'text', ours: words, base: words, theirs: null, choices: ['mine', 'theirs'] }) !== 'theirs';
    });
  }
  /** A passage that theirs took away themselves, and on which nothing of ours stands that they did not know. */
  function knownGone(id: number): boolean {
    const { uuid } = ours.get('passages', id);
    const there = (theirDelta.rows.get('passages') ?? []).find((row) => row.uuid === uuid);
    return there?.now === null && ours.all('codings', { passage: id }).every((coding) => planning.ourTouched('codings', coding.id) === undefined);
  }

  return {
    pairOf,
    /** The passage of ours that lies where one of theirs comes to lie: undefined for none, null where its words are gone. */
    matchPassage(row: AnyRow): number | undefined | null {
      const { document, start, end } = row as unknown as PassageRow;
      const found = pairOf(document);
      if (!found) return undefined;
      const at = found.placeTheirs({ start, end });
      if (!at) {
        lost.set(row.id, { document: found.name, uuid: ours.get('documents', found.document).uuid, quotation: inShort(theirs.get('documents', document).text.slice(start, end), 400), codes: new Set() });
        return null;
      }
      return found.passages ? found.passages.get(spanKey(at)) : ours.one<{ id: number }>('SELECT id FROM passages WHERE document = ? AND "start" = ? AND "end" = ?', found.document, at.start, at.end)?.id;
    },
    /**
     * The turn of ours that one of theirs is, in a document that came into both apart: the one with its edges; null where ours divides those words
     * otherwise, undefined where it has no turn there. In copies turns are known by their identity.
     */
    matchTurn(row: AnyRow): number | undefined | null {
      const { document, start, end } = row as unknown as PassageRow;
      const found = pairOf(document);
      if (!found || !planning.theirTouched('documents', document)?.added) return undefined;
      const at = found.placeTheirs({ start, end });
      if (!at) return null;
      let own = turns.get(document);
      if (!own) turns.set(document, (own = ours.all('turns', { document: found.document }).flatMap((turn) => { const span = found.placeOurs(turn); return span ? [{ id: turn.id, ...span }] : []; })));
      const same = own.find((turn) => spanKey(turn) === spanKey(at));
      return same ? same.id : own.some((turn) => turn.start < at.end && at.start < turn.end) ? null : undefined;
    },
    /** Notes the code of a coding whose passage found no place. */
    noteLost(row: AnyRow): void { lost.get(row['passage'] as number)?.codes.add(planning.tell.named('theirs', 'codes', row['code'] as number)); },
    lost: (): MergeLost[] => [...lost.values()].map(({ codes, ...where }) => ({ ...where, codes: [...codes] })),
  };
}
export type Spans = ReturnType<typeof createSpans>;
/** Where the words that both corrected stand in ours; null where that cannot be told. */
function placeOfClash(text: string, { from, base, ours }: TextClash, splices: readonly Splice[]): Span | null {
  const { start, end } = traced(splices, { start: from, end: from + base.length });
  const inside = text.slice(start, end).indexOf(ours);
  const at = inside >= 0 ? start + inside : ours === '' ? -1 : text.indexOf(ours);
  return at < 0 ? null : { start: at, end: at + ours.length };
}

/** Gives what comes its place in the texts of ours; says which texts are edited, and which edges and turns change. */
export function planSpans(planning: Planning, spans: Spans, removed: Map<MergedTable, number[]>, comes: (each: Fresh) => boolean): { texts: PlannedText[]; placeless: ReadonlySet<number> } {
  const { ours, theirs, theirDelta, fresh } = planning;
  const placeless = new Set<number>();
  for (const document of new Set([...theirDelta.splices.keys(), ...theirs.query<{ id: number }>('SELECT id FROM documents').map(({ id }) => id).filter((id) => theirDelta.rows.get('documents')!.some((row) => row.id === id))])) spans.pairOf(document);
  const undecidedTurns = planTurns(planning, spans, removed);
  for (const each of fresh) {
    if ((each.table !== 'passages' && each.table !== 'turns') || !comes(each)) continue;
    const { document, start, end } = each.theirs as unknown as PassageRow;
    if (each.table === 'turns' && undecidedTurns.has(document)) { placeless.add(each.number); continue; }
    const at = spans.pairOf(document)?.placeTheirs({ start, end }) ?? (spans.pairOf(document) ? null : { start, end });
    if (at) Object.assign(each.fields, at);
    else placeless.add(each.number);
  }
  planEdges(planning, spans, undecidedTurns);
  planTouching(planning, spans, undecidedTurns);
  const texts = new Map<number, PlannedText>();
  for (const { id } of theirs.query<{ id: number }>('SELECT id FROM documents')) {
    if (!theirDelta.splices.has(id) && !theirDelta.rows.get('documents')!.some((row) => row.id === id)) continue;
    const found = spans.pairOf(id);
    if (found && found.splices.length > 0) texts.set(found.document, { document: found.document, name: ours.get('documents', found.document).name, splices: found.splices });
  }
  return { texts: [...texts.values()], placeless };
}

/** Edges that theirs moved, of passages and turns, but for documents (theirs) whose turns stay as ours has them. */
function planEdges({ ours, theirDelta, ourTouched, oursBy, setFields, decide, tell }: Planning, spans: Spans, ourTurns: ReadonlySet<number>): void {
  for (const table of ['passages', 'turns'] as const) for (const { now, added, held, uuid } of theirDelta.rows.get(table) ?? []) {
    if (now === null || added || !(held.has('start') || held.has('end'))) continue;
    const id = oursBy(table, uuid);
    const row = now as PassageRow;
    if (table === 'turns' && ourTurns.has(row.document)) continue;
    const found = id === undefined ? null : spans.pairOf(row.document);
    const at = found?.placeTheirs({ start: row.start, end: row.end });
    if (id === undefined || !found || !at) continue;
    const own = ours.get(table, id);
    const predicted = found.placeOurs(own);
    if (predicted && spanKey(predicted) === spanKey(at)) continue;
    const ourHeld = ourTouched(table, id)?.held;
    const moved = ourHeld?.has('start') || ourHeld?.has('end');
    if (!moved) { setFields(table, id, { ...at }); continue; }
    if (table === 'turns') continue;
    const words = { ours: ours.get('documents', own.document).text.slice(own.start, own.end), theirs: found.text.slice(at.start, at.end) };
    const decision = decide({ key: `span:${own.uuid}:${fingerprint(words.ours, words.theirs)}`, kind: 'span', table, ...tell.about('ours', table, own as unknown as AnyRow), field: 'span', ours: words.ours, base: null, theirs: words.theirs, choices: ['mine', 'theirs'] });
    if (decision === 'theirs') setFields(table, id, { ...at });
  }
}

/**
 * Where corrections touch at the edge of a passage that both have, each study knows of its own alone whether they were typed inside: the passage is as long
 * as either has it, and where ours was not corrected as theirs has it.
 */
function planTouching({ ours, theirs, ourDelta, theirDelta, ourTouched, theirTouched, setFields }: Planning, spans: Spans, ourTurns: ReadonlySet<number>): void {
  const movedByHand = (touched: ReturnType<typeof ourTouched>) => touched !== undefined && (touched.added || touched.held.has('start') || touched.held.has('end'));
  for (const their of theirDelta.splices.keys()) {
    const found = spans.pairOf(their);
    if (!found?.known || found.splices.length === 0) continue;
    for (const table of ourTurns.has(their) ? ['passages'] as const : ['passages', 'turns'] as const) {
      const there = new Map(theirs.all(table, { document: their }).map((row) => [row.uuid, row]));
      for (const own of ours.all(table, { document: found.document })) {
        const other = there.get(own.uuid);
        if (!other || movedByHand(ourTouched(table, own.id)) || movedByHand(theirTouched(table, other.id))) continue;
        const [at, predicted] = [found.placeTheirs(other), found.placeOurs(own)];
        if (!at || !predicted || spanKey(at) === spanKey(predicted)) continue;
        if (!ourDelta.splices.has(found.document)) setFields(table, own.id, { ...at });
        else if (table === 'passages') setFields(table, own.id, { start: Math.min(at.start, predicted.start), end: Math.max(at.end, predicted.end) });
      }
    }
  }
}

/** Turns that theirs took away. Answers with the documents (theirs) whose turns both divided anew, and of which ours are kept. */
function planTurns({ ours, theirs, ourDelta, theirDelta, oursBy, decide }: Planning, spans: Spans, removed: Map<MergedTable, number[]>): ReadonlySet<number> {
  const kept = new Set<number>();
  const divided = (rows: typeof theirDelta.rows) => Map.groupBy((rows.get('turns') ?? []).filter(({ added, now }) => added || now === null), (row) => (row.now ?? row.was)!['document'] as number);
  const ourTurns = divided(ourDelta.rows);
  for (const [document, rows] of divided(theirDelta.rows)) {
    const found = spans.pairOf(document);
    if (!found) continue;
    const own = ourTurns.get(found.document) ?? [];
    if (own.length > 0 && theirDelta.rows.get('documents')!.every((row) => row.id !== document || !row.added)) {
      const { uuid, name } = ours.get('documents', found.document);
      const decision = decide({ key: `turns:${uuid}:${fingerprint(own.map((row) => row.uuid), rows.map((row) => row.uuid))}`, kind: 'turns', table: 'documents', about: name, where: '', field: 'turns', ours: String(ours.all('turns', { document: found.document }).length), base: null, theirs: String(theirs.all('turns', { document }).length), choices: ['mine', 'theirs'] });
      if (decision !== 'theirs') { kept.add(document); continue; }
      removed.set('turns', [...(removed.get('turns') ?? []), ...own.filter(({ now }) => now !== null).map(({ id }) => id)]);
    }
    const gone = rows.flatMap((row) => { const id = row.now === null ? oursBy('turns', row.uuid) : undefined; return id === undefined ? [] : [id]; });
    removed.set('turns', [...(removed.get('turns') ?? []), ...gone]);
  }
  return kept;
}
