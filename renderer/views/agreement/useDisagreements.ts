import { useEffect } from 'react';
import type { Disagreement } from '../../../shared/model/agreement.ts';
import { useLive } from '../../core/context.tsx';
import { useSessionStore } from '../../session.ts';
import type { AgreementDesk } from './useAgreement.ts';

/** Disagreements that are listed at once; as they are decided the next ones come. */
const most = 1000;

/** The work list, and the disagreement at hand: the one that was chosen, else the first. */
export function useDisagreements(desk: AgreementDesk) {
  const { wished, question, set, chosen } = desk;
  const { triples: _triples, ...rest } = question;
  const narrowed = wished.only === null ? rest : { ...rest, codes: [wished.only] };
  const asked = { ...narrowed, show: wished.show, order: wished.order };
  const found = useLive('agreement.disagreements', { ...asked, limit: most }, true);
  const rows = found?.rows;
  const chosenAt = rows?.findIndex(({ key }) => key === wished.at) ?? -1;
  const index = !rows || rows.length === 0 ? -1 : Math.max(0, chosenAt);
  const current = rows?.[index] ?? null;
  useShown(current, chosen);
  const go = (to: number): void => {
    const row = rows?.[Math.max(0, Math.min((rows?.length ?? 1) - 1, to))];
    if (row) set({ at: row.key });
  };
  return { found, rows: rows ?? [], index, current, go, asked };
}

/** Opens both codings in the margins of the document, with the words that differ marked; takes that back when the view is left. */
function useShown(current: Disagreement | null, chosen: readonly number[]): void {
  const session = useSessionStore();
  // Before anything is set: whose codings stood in the margins stand there again.
  useEffect(() => { const { coders, litCode } = session.get(); return () => session.set({ differing: [], litCode, coders, goto: null }); }, [session]);
  const told = current === null ? null : JSON.stringify([current.key, current.document, current.start, current.end, current.differing, current.code, current.sides.map(({ coder, codings }) => [coder, codings.length])]);
  useEffect(() => {
    if (told === null) return session.set({ differing: [] });
    const [, document, start, end, differing, code, sides] = JSON.parse(told) as [string, number, number, number, Disagreement['differing'], number, [number, number][]];
    // The margins hold two: who has it, and who has it otherwise.
    const inOrder = sides.toSorted((a, b) => b[1] - a[1]).map(([coder]) => coder);
    const two = chosen.filter((coder) => inOrder.slice(0, 2).includes(coder));
    return session.set({ document, coders: two.length > 0 ? two : chosen.slice(0, 2), passage: null, selection: null, aside: null, editing: false, palette: null, litCode: code, differing, goto: { start, end, wish: Date.now(), quiet: true } });
  }, [told, chosen, session]);
}
