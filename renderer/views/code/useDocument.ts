import { useEffect, useMemo, useState } from 'react';
import { problemRecord } from '../../../shared/model/problem.ts';
import { isChinese } from '../../../shared/model/text.ts';
import { useCore, useDesk, useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { blocksOf } from '../../editor/blocks.ts';
import type { ShownPassage } from '../../editor/passages.ts';
import { createPendingEdits, type PendingEdits } from '../../editor/pendingEdits.ts';
import type { FacedBlock } from '../../editor/textSync.ts';
import { codeColour } from '../../parts/Sign.tsx';
import { useSession, useSessionStore } from '../../session.ts';

type Read = Outcome<'document.read'>;
type Participant = Outcome<'participant.list'>[number];

/** The attribute that people are shown by: the first choice, else the first of all. */
export function useMainAttribute(): Outcome<'attribute.list'>[number] | undefined {
  const attributes = useLive('attribute.list', {})?.filter((attribute) => attribute.of === 'participants');
  return attributes?.find((attribute) => attribute.kind === 'choice') ?? attributes?.[0];
}

function facedBlocks({ text, turns }: Read, people: ReadonlyMap<number, Participant>, mainAttribute: number | undefined): FacedBlock[] {
  const chinese = isChinese(text);
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
  readonly passages: readonly ShownPassage[];
  readonly codings: Outcome<'coding.list'>;
  readonly codes: Outcome<'code.list'>;
  readonly people: ReadonlyMap<number, Participant>;
  readonly chinese: boolean;
  /** Coders of the margin and of the mirrored one. */
  readonly coders: readonly number[];
  readonly pending: PendingEdits;
}

/** Everything that the desk shows of a document, kept in step with the study and with what is being typed. */
export function useDocument(document: number): DocumentAtHand | null {
  const core = useCore();
  const session = useSessionStore();
  const latest = useLive('document.read', { document });
  const codings = useLive('coding.list', { document });
  const codes = useLive('code.list', {});
  const participants = useLive('participant.list', {});
  const mainAttribute = useMainAttribute()?.id;
  const wanted = useSession((now) => now.coders);
  const coder = useDesk()?.coder;
  const me = useLive('coder.list', {})?.find((each) => each.name === coder)?.id;
  const pending = useMemo(() => createPendingEdits(
    async (splices) => { await core.call('document.edit', { document, splices: [...splices] }); },
    (problem) => { session.set({ notice: { problem: problemRecord(problem) } }); core.refresh(); },
  ), [core, session, document]);
  useEffect(() => {
    const forget = core.flushing.add(pending.flush);
    return () => { forget(); void pending.flush(); };
  }, [core, pending]);

  // What is typed and not yet acknowledged is newer than any answer of the core.
  const [read, setRead] = useState(latest);
  useEffect(() => { if (latest && !pending.isPending()) setRead(latest); }, [latest, pending]);

  const people = useMemo(() => new Map((participants ?? []).map((person) => [person.id, person])), [participants]);
  const blocks = useMemo(() => (read && participants ? facedBlocks(read, people, mainAttribute) : null), [read, participants, people, mainAttribute]);
  const coders = useMemo(() => {
    if (wanted) return wanted;
    // One's own codings stand in the margin, and whoever coded most here is mirrored beside them; who has not coded here reads that one's.
    const counted = [...Map.groupBy(codings ?? [], (coding) => coding.coder)].toSorted((a, b) => b[1].length - a[1].length).map(([coder]) => coder);
    return me !== undefined && counted.includes(me) ? [me, ...counted.filter((coder) => coder !== me).slice(0, 1)] : counted.slice(0, 1);
  }, [wanted, codings, me]);
  const passages = useMemo(() => shownPassages(codings ?? [], codes ?? [], coders), [codings, codes, coders]);
  if (!read || !blocks || !codings || !codes || read.id !== document) return null;
  return { read, blocks, passages, codings, codes, people, chinese: isChinese(read.text), coders, pending };
}

function shownPassages(codings: Outcome<'coding.list'>, codes: Outcome<'code.list'>, coders: readonly number[]): ShownPassage[] {
  const named = new Map(codes.map((code) => [code.id, code]));
  const shown = codings.filter((coding) => coders.includes(coding.coder) && named.has(coding.code));
  return [...Map.groupBy(shown, (coding) => coding.passage).values()].map((ofPassage) => ({
    id: ofPassage[0]!.passage, start: ofPassage[0]!.start, end: ofPassage[0]!.end,
    codings: ofPassage.map((coding) => {
      const { facet, name, colour } = named.get(coding.code)!;
      return { id: coding.id, code: coding.code, facet, name, colour: codeColour(facet, colour), rating: coding.rating, mirrored: coding.coder !== coders[0] };
    }),
  }));
}
