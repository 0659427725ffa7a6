import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import frame from '../../frame/frame.module.css';
import { Button } from '../../parts/Button.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import { useSessionStore } from '../../session.ts';

/** Says what goes along with a code before it goes. */
export function RemoveCode({ code, close }: { code: Outcome<'code.list'>[number]; close: () => void }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const along = useLive('code.removal', { code: code.id });
  if (!along) return null;
  const remove = () => void act(async () => {
    await core.call('code.remove', { code: code.id });
    session.set({ litCode: null, aside: null });
    close();
  });
  return (
    <Sheet title={say('code.deleteTitle', { code: code.name })} onClose={close}>
      <div className={frame['form']}>
        <p>{along.codings === 0 && along.codes === 1 ? say('code.deleteNothing') : say('code.deleteAlong', { codes: say('code.codes', { count: along.codes }), codings: say('code.codings', { count: along.codings }), documents: say('code.documents', { count: along.documents }), memos: say('code.memos', { count: along.memos }) })}</p>
        <p>{say('code.deleteUndo')}</p>
        <div className={frame['ends']}><Button onPress={close} autoFocus>{say('word.cancel')}</Button><Button look="danger" onPress={remove}>{say('code.delete')}</Button></div>
      </div>
    </Sheet>
  );
}
