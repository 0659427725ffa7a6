import { useWords } from '../../core/words.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { useConsensus } from '../code/coders.ts';

/** Whether an analysis counts what the coders coded, or what the team agreed on. Not there before anything was decided. */
export function LayerChoice() {
  const { say } = useWords();
  const session = useSessionStore();
  const layer = useSession((now) => now.layer);
  const consensus = useConsensus();
  if (consensus === null) return null;
  return <Choice label={say('agreement.layer')} value={layer} options={(['people', 'consensus'] as const).map((id) => ({ id, label: say(`agreement.layers.${id}`) }))} onChange={(chosen) => session.set({ layer: chosen })} />;
}
