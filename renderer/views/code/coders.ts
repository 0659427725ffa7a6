import { createContext, createElement, useCallback, useContext, useMemo, type ReactNode } from 'react';
import { useCore, useDesk, useKnown, useLive } from '../../core/context.tsx';
import type { Known, Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { useSession } from '../../session.ts';
import { useMe } from './useApplying.ts';

/** Colours that tell coders apart, in the order in which they joined the study: steps of the palette that lie far from one another. */
export const coderColours = ['stakeholder-1', 'conflict-2', 'dimension-3', 'theme-7', 'conflict-1', 'stakeholder-2', 'dimension-1', 'theme-2'] as const;

/** How the codings of several people are shown in this study, on this machine: whether only one's own, and whether by who coded. */
export function useCoderView() {
  const core = useCore();
  const desk = useDesk();
  const asked = desk?.study ? {} : null;
  const known = useLive('project.read', asked)?.uuid;
  const study = known ?? '';
  const coders = useLive('coder.list', asked);
  const preferences = desk?.preferences;
  const me = useMe();
  // Until it is known which study this is, whoever codes blind in some study sees nothing of others': not for a moment either.
  const blind = known === undefined ? Object.entries(preferences ?? {}).some(([name, value]) => name.startsWith('blind:') && value === true) : preferences?.[`blind:${study}`] === true;
  const byCoder = preferences?.[`byCoder:${study}`] === true;
  const colourOf = useCallback((coder: number) => `var(--${coderColours[Math.max(0, (coders ?? []).toSorted((a, b) => a.id - b.id).findIndex(({ id }) => id === coder)) % coderColours.length]!})`, [coders]);
  const prefer = useCallback((what: 'blind' | 'byCoder', value: boolean) => void core.prefer(`${what}:${study}`, value), [core, study]);
  return { blind, byCoder, me, colourOf, prefer };
}

/** What narrows a question to the codings that one sees: nothing, or while coding blind one's own (0: one has none yet). */
export const useSeenCoder = (): Seen => useContext(SeenContext);
interface Seen { readonly coder?: number }
const SeenContext = createContext<Seen>({});
/** Works out once for all that ask whose codings one sees. */
export function SeenProvider({ children }: { children: ReactNode }) {
  const { blind, me } = useCoderView();
  const seen = useMemo(() => (blind ? { coder: me ?? 0 } : {}), [blind, me]);
  return createElement(SeenContext, { value: seen }, children);
}

/** The layer that the team agreed on; null while there is none, and for whoever codes blind. */
export function useConsensus(): number | null {
  const { blind } = useCoderView();
  const coders = useLive('coder.list', {});
  return blind ? null : coders?.find(({ layer }) => layer === 'consensus')?.id ?? null;
}
/** An analysis that counts the layer that the team agreed on where that was asked for: all that is inside asks so, as it does for whoever codes blind. */
export function LayerProvider({ children }: { children: ReactNode }) {
  const seen = useSeenCoder();
  const consensus = useConsensus();
  const layer = useSession((now) => now.layer);
  const counted = useMemo(() => (layer === 'consensus' && consensus !== null ? { coder: consensus } : seen), [seen, layer, consensus]);
  return createElement(SeenContext, { value: counted }, children);
}
/** What is to be said where not everybody's codings count; '' where they do. */
export function useCountedNote(): string {
  const { say } = useWords();
  const { coder } = useSeenCoder();
  const { blind } = useCoderView();
  return coder === undefined ? '' : say(blind ? 'margin.onlyMineCount' : 'agreement.layerCounts');
}

/** The codes, and the documents, with what is counted of the codings that one may see. Nothing asks for either list in another way, so that no view can forget it. */
export function useSeenCodes(asked = true): Outcome<'code.list'> | undefined {
  const seen = useSeenCoder();
  return useLive('code.list', asked ? seen : null, true);
}
export function useSeenDocuments(asked = true): Outcome<'document.list'> | undefined {
  const seen = useSeenCoder();
  return useLive('document.list', asked ? seen : null, true);
}

/** The codings of a document that one may see: all, or only one's own while coding blind. */
export function useSeenCodings(document: number): Known<Outcome<'coding.list'>> | undefined {
  const known = useKnown('coding.list', { document });
  const { coder } = useSeenCoder();
  return useMemo(() => (known && coder !== undefined ? { ...known, value: known.value.filter((coding) => coding.coder === coder) } : known), [known, coder]);
}

/** Whose codings stand beside the text: those that were asked for; else one's own and whoever coded most here, else whoever coded most. */
export function codersShown(codings: Outcome<'coding.list'>, wanted: readonly number[] | null, me: number | undefined): readonly number[] {
  if (wanted) return wanted;
  const counted = [...Map.groupBy(codings, (coding) => coding.coder)].toSorted((a, b) => b[1].length - a[1].length).map(([coder]) => coder);
  return me !== undefined && counted.includes(me) ? [me, ...counted.filter((coder) => coder !== me).slice(0, 1)] : counted.slice(0, 1);
}
