import type { InputOf } from '../../../electron/ops/index.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { CodeAll, type ChosenCode } from '../../parts/CodeAll.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { onlyOf } from './asked.ts';

/** Codes the hits that were picked, or all that was found, in one step. */
export function CodeFound({ search, total, codes }: { search: InputOf<'search.code'>['search']; total: number; codes: Outcome<'code.list'> }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const asked = useSession((now) => now.search);
  const apply = (code: ChosenCode, name: string) => void act(async () => {
    await core.flushing.all();
    const done = await core.call('search.code', { search, code, extent: asked.extent, ...(asked.picked.length > 0 ? { only: onlyOf(asked.picked) } : {}) });
    session.set({ search: { ...asked, picked: [] }, notice: { said: done.added === 0 ? say('search.codedKnown', { code: name }) : say('search.coded', { code: name, count: done.added }) } });
  });
  return (
    <CodeAll what="search" codes={codes} picked={asked.picked.length} total={total} hint={say('search.hint')} onPickNone={() => session.set({ search: { ...asked, picked: [] } })} onCode={apply}>
      <Choice label={say('search.extent')} value={asked.extent} options={[{ id: 'hit', label: say('search.hit') }, { id: 'sentence', label: say('search.sentence') }, { id: 'turn', label: say('search.turn') }]} onChange={(extent) => session.set({ search: { ...asked, extent } })} />
    </CodeAll>
  );
}
