import { useState } from 'react';
import type { Disagreement } from '../../../shared/model/agreement.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { useSession } from '../../session.ts';
import type { AgreementDesk } from './useAgreement.ts';
import type { useDisagreements } from './useDisagreements.ts';

export interface Choice { readonly id: string; readonly label: string; readonly hint: string; /** The key that chooses it, as it is shown. */ readonly keys: string; /** Another key for the same. */ readonly also?: string | undefined; readonly run: () => void }
type Work = ReturnType<typeof useDisagreements>;

/** What may be decided about the disagreement at hand, and what each choice does. */
export function useDeciding(desk: AgreementDesk, { current, rows, index }: Work, { note, all, done }: { readonly note: string; readonly all: boolean; readonly done: () => void }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const selection = useSession((now) => now.selection);
  // What was chosen of one disagreement is not meant for the next.
  const [wished, setWished] = useState<{ readonly key: string; readonly code: number; readonly rating: number | null } | null>(null);
  const said = current?.sides.flatMap(({ codings }) => codings) ?? [];
  const sameOr = <V>(values: readonly V[]): V | null => (values.length > 0 && values.every((value) => value === values[0]) ? values[0]! : null);
  const asTheyHave = { code: current?.code ?? 0, rating: sameOr(said.map(({ rating }) => rating)) };
  const anewAs = wished !== null && wished.key === current?.key ? wished : asTheyHave;
  const alike = current === null ? [] : rows.filter(({ code, kind }) => code === current.code && kind === current.kind && kind === 'place');
  const itemOf = ({ document, code, sides, kind, decision }: Disagreement) => ({ document, code, codings: sides.flatMap(({ codings }) => codings.map(({ id }) => id)), ...(kind === 'gone' && decision ? { earlier: decision.id } : {}) });
  const decide = (verdict: 'coder' | 'both' | 'neither' | 'anew', more: { taken?: number; places?: { start: number; end: number; code?: number; rating?: number | null; party?: number | null; counterparty?: number | null }[] } = {}) => void act(async () => {
    if (!current) return;
    const items = all && verdict !== 'anew' && current.kind === 'place' ? alike : [current];
    // The next one is at hand at once: keys come faster than answers.
    const next = rows.slice(index + 1).find((row) => !items.includes(row)) ?? rows.find((row) => !items.includes(row));
    desk.set({ at: next?.key ?? null });
    try {
      await core.flushing.all();
      await core.call('agreement.decide', { coders: [...desk.chosen], verdict, ...more, note: note.trim(), layer: say('agreement.consensus'), items: items.map(itemOf) });
    } catch (error) {
      desk.set({ at: current.key });
      throw error;
    }
    done();
  });
  const reopen = () => void act(async () => { if (current?.decision) { await core.call('agreement.reopen', { decisions: [current.decision.id] }); done(); } });
  // Where one of two has it and the other has nothing, all of it is the one's and none of it the other's.
  const isTwofold = current !== null && current.sides.length === 2 && current.sides.filter(({ codings }) => codings.length === 0).length === 1;
  const chosen = selection && selection.start < selection.end ? selection : null;
  const choices: Choice[] = current === null || desk.wished.show === 'decided' ? [] : current.kind === 'gone' ? [
    { id: 'neither', label: say('agreement.neither'), hint: say('agreement.neitherHint'), keys: 'n', run: () => decide('neither') },
    { id: 'keep', label: say('agreement.keep'), hint: say('agreement.keepHint'), keys: 'b', run: () => decide('anew', { places: current.differing.map(({ start, end }) => ({ start, end })) }) },
  ] : [
    ...current.sides.map(({ coder, codings }, place): Choice => ({ id: `coder${coder}`, label: say(codings.length === 0 ? 'agreement.takeNone' : 'agreement.take', { coder: desk.nameOf(coder) }), hint: '', keys: String(place + 1), also: isTwofold ? codings.length === 0 ? 'n' : 'b' : undefined, run: () => decide('coder', { taken: coder }) })),
    ...(current.kind === 'judgement' || isTwofold ? [] : [{ id: 'both', label: say('agreement.both'), hint: say('agreement.bothHint'), keys: 'b', run: () => decide('both') }]),
    ...(isTwofold ? [] : [{ id: 'neither', label: say('agreement.neither'), hint: say('agreement.neitherHint'), keys: 'n', run: () => decide('neither') }]),
  ];
  /** With the words that are chosen, else those that they differ about. Parties stay where all say the same and the code is the same. */
  const anew = () => {
    if (current === null) return;
    const parties = anewAs.code === current.code ? { party: sameOr(said.map(({ party }) => party)), counterparty: sameOr(said.map(({ counterparty }) => counterparty)) } : {};
    decide('anew', { places: [{ start: chosen?.start ?? current.start, end: chosen?.end ?? current.end, code: anewAs.code, rating: anewAs.rating, ...parties }] });
  };
  const isAnew = current !== null && (chosen !== null || anewAs.code !== current.code || anewAs.rating !== asTheyHave.rating);
  return { choices, alike: alike.length, reopen, chosen, anewAs, setAnewAs: (as: { readonly code: number; readonly rating: number | null }) => { if (current) setWished({ key: current.key, ...as }); }, isAnew, anew };
}
