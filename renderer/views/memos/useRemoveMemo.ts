import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { useSessionStore } from '../../session.ts';

/** Deletes a memo without asking, and says how it comes back. */
export function useRemoveMemo(): (memo: number) => void {
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const { say } = useWords();
  return (memo) => void act(async () => {
    await core.flushing.all();
    await core.call('memo.remove', { memo });
    session.set({ notice: { said: say('memos.removed') } });
  });
}
