import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { problemRecord, type Problem } from '../../../shared/model/problem.ts';
import type { Facet } from '../../../shared/model/schema.ts';
import { useCore, useKnown, useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { blocksOf } from '../../editor/blocks.ts';
import type { KnownPassages, ShownPassage } from '../../editor/passages.ts';
import { createPendingEdits, type PendingEdits } from '../../editor/pendingEdits.ts';
import type { FacedBlock } from '../../editor/textSync.ts';
import { codeColour } from '../../parts/Sign.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { missingFacets } from './triple.ts';
import { codersShown, useCoderView, useSeenCodes, useSeenCodings } from './coders.ts';

type Read = Outcome<'document.read'>;
type Participant = Outcome<'participant.list'>[number];

/** The attribute that people are shown by: the first choice, else the first of all. */
export function useMainAttribute(): Outcome<'attribute.list'>[number] | undefined {
  const attributes = useLive('attribute.list', {})?.filter((attribute) => attribute.of === 'participants');
  return attributes?.find((attribute) => attribute.kind === 'choice') ?? attributes?.[0];
}

function facedBlocks({ text, turns, language }: Read, people: ReadonlyMap<number, Participant>, mainAttribute: number | undefined): FacedBlock[] {
  const chinese = language === 'zh';
  return blocksOf(text, turns).map(({ start, end, turn }) => {
    const said = turn === null ? undefined : turns[turn]!;
    const person = said?.participant ? people.get(said.participant) : undefined;
    const line = text.slice(start, end);
    const interviewer = person?.role === 'interviewer';
    return {
      text: line,
      face: {
        speaker: person?.name ?? said?.label ?? '', chinese,
        group: person && !interviewer && mainAttribute !== undefined ? person.values[mainAttribute] ?? '' : '',
        kind: turn === null ? (line.trim() === '' ? 'gap' : 'plain') : interviewer ? 'interviewer' : 'speech',
      },
    };
  });
}

export interface DocumentAtHand {
  readonly read: Read;
  readonly blocks: readonly FacedBlock[];
  readonly passages: KnownPassages;
  readonly codings: Outcome<'coding.list'>;
  /** Those of all coders, also such as one does not see while coding blind. */
  readonly allCodings: Outcome<'coding.list'>;
  /** The edits that `codings` knows of (see Core.edits). */
  readonly codingEdits: number;
  readonly codes: Outcome<'code.list'>;
  readonly people: ReadonlyMap<number, Participant>;
  readonly chinese: boolean;
  /** Coders of the margin and of the mirrored one. */
  readonly coders: readonly number[];
  /** All who coded here, hidden or not. */
  readonly codedBy: readonly number[];
  /** The colour of whoever codes, where stripes are coloured by that. */
  readonly colourOf: ((coder: number) => string) | null;
  readonly pending: PendingEdits;
}

/** The pending edits of a document, sent on their way before anything else happens to it. */
function usePending(document: number): PendingEdits {
  const core = useCore();
  const session = useSessionStore();
  const pending = useMemo(() => {
    const tell = (problem: Problem) => session.set({ notice: { problem: problemRecord(problem) } });
    return createPendingEdits({
      send: (splices, on) => core.call('document.edit', { document, splices: [...splices], ...(on === undefined ? {} : { on }) }),
      edits: core.edits,
      refused: (problem) => { tell(problem); core.refresh(); },
      unreached: tell,
    });
  }, [core, session, document]);
  useEffect(() => {
    const forget = core.flushing.add(pending);
    // What could not be sent goes when the core answers again; nothing is sent twice, for it says on which text it was typed.
    const stop = core.onEvent((event) => { if (event.kind === 'restarted') void pending.flush(); });
    return () => { stop(); void pending.flush().finally(forget); };
  }, [core, pending]);
  return pending;
}

/** Everything that the desk shows of a document, kept in step with the study and with what is being typed. */
export function useDocument(document: number): DocumentAtHand | null {
  const latest = useKnown('document.read', { document });
  const all = useKnown('coding.list', { document });
  const { blind, byCoder, me, colourOf } = useCoderView();
  const codings = useSeenCodings(document);
  const codedBy = useMemo(() => [...new Set(all?.value.map((coding) => coding.coder))], [all]);
  const noted = useKnown('passage.noted', { document });
  const codes = useSeenCodes();
  const participants = useLive('participant.list', {});
  const mainAttribute = useMainAttribute()?.id;
  const wanted = useSession((now) => now.coders);
  const pending = usePending(document);
  const isPending = useSyncExternalStore(pending.subscribe, pending.isPending);

  // What was typed since an answer was asked for is newer than the answer: then the text on the screen stays.
  const [kept, setShown] = useState(latest);
  const shown = kept ?? latest;
  useEffect(() => { if (latest && !isPending && pending.since(latest.edits).length === 0) setShown(latest); }, [latest, isPending, pending]);

  const people = useMemo(() => new Map((participants ?? []).map((person) => [person.id, person])), [participants]);
  const blocks = useMemo(() => (shown && participants ? facedBlocks(shown.value, people, mainAttribute) : null), [shown, participants, people, mainAttribute]);
  const shownNow = useMemo(() => codersShown(codings?.value ?? [], blind ? null : wanted, me).join(','), [wanted, blind, codings, me]);
  const coders = useMemo(() => shownNow.split(',').filter(Boolean).map(Number), [shownNow]);
  // How often a code is given changes with each coding; how it looks does not.
  const told = JSON.stringify((codes ?? []).map(({ id, facet, name, colour }): Look => [id, facet, name, colour]));
  const looks = useMemo(() => new Map((JSON.parse(told) as Look[]).map((look) => [look[0], look])), [told]);
  const passages = useMemo((): KnownPassages | null => {
    // Answers from either side of an edit do not go together; the one that is behind is on its way.
    if (!codings || !all || !noted || codings.edits !== noted.edits) return null;
    // A memo on what only others coded is hidden with their codings.
    const [seen, others] = [new Set(codings.value.map((coding) => coding.passage)), new Set(all.value.map((coding) => coding.passage))];
    return { passages: shownPassages(codings.value, noted.value.filter(({ id }) => seen.has(id) || !others.has(id)), looks, coders, byCoder ? colourOf : null), edits: codings.edits };
  }, [codings, all, noted, looks, coders, byCoder, colourOf]);
  const [met, setTogether] = useState(passages);
  const together = met ?? passages;
  useEffect(() => { if (passages) setTogether(passages); }, [passages]);
  if (!shown || !blocks || !codings || !codes || !together || shown.value.id !== document) return null;
  return { read: shown.value, blocks, passages: together, codings: codings.value, allCodings: all?.value ?? codings.value, codingEdits: codings.edits, codes, people, chinese: shown.value.language === 'zh', coders, codedBy, colourOf: byCoder ? colourOf : null, pending };
}

/** What is seen of a code: its number, facet, name and colour. */
type Look = readonly [id: number, facet: Facet, name: string, colour: string];
function shownPassages(codings: Outcome<'coding.list'>, noted: Outcome<'passage.noted'>, named: ReadonlyMap<number, Look>, coders: readonly number[], colourOf: ((coder: number) => string) | null): ShownPassage[] {
  const shown = codings.filter((coding) => coders.includes(coding.coder) && named.has(coding.code));
  const notes = new Set(noted.map(({ id }) => id));
  const coded = [...Map.groupBy(shown, (coding) => coding.passage).values()].map((ofPassage) => ({
    id: ofPassage[0]!.passage, start: ofPassage[0]!.start, end: ofPassage[0]!.end, noted: notes.has(ofPassage[0]!.passage),
    missing: missingFacets(ofPassage.filter((coding) => coding.coder === coders[0]).map((coding) => named.get(coding.code)![1])),
    codings: ofPassage.map((coding) => {
      const [, facet, name, colour] = named.get(coding.code)!;
      return { id: coding.id, code: coding.code, coder: coding.coder, facet, name, colour: colourOf?.(coding.coder) ?? codeColour(facet, colour), rating: coding.rating, mirrored: coders.length === 2 && coding.coder === coders[1] };
    }),
  }));
  const carrying = new Set(codings.map((coding) => coding.passage));
  const uncoded = noted.filter(({ id }) => !carrying.has(id)).map(({ id, start, end }) => ({ id, start, end, noted: true, codings: [] }));
  return [...coded, ...uncoded];
}
