import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import frame from '../../frame/frame.module.css';
import { Button } from '../../parts/Button.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import { useSessionStore } from '../../session.ts';
import { useSeenCoder } from '../code/coders.ts';
import type { Code } from './tree.ts';

/** Says what goes along with codes before they go. */
export function RemoveCodes({ codes, close }: { codes: readonly Code[]; close: () => void }) {
  const { say, list } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const chosen = codes.map((code) => code.id);
  const along = useLive('code.removal', { code: chosen, ...useSeenCoder() });
  if (!along) return null;
  const remove = () => void act(async () => {
    await core.call('code.remove', { code: chosen });
    session.set({ litCode: null, aside: null });
    close();
  });
  return (
    <Sheet title={codes.length === 1 ? say('code.deleteTitle', { code: codes[0]!.name }) : say('book.deleteTitle', { count: codes.length })} onClose={close}>
      <div className={frame['form']}>
        <p>{along.codings + along.hidden === 0 && along.codes === codes.length ? say('code.deleteNothing') : say('code.deleteAlong', { codes: say('code.codes', { count: along.codes }), codings: say('code.codings', { count: along.codings }), documents: say('code.documents', { count: along.documents }), memos: say('code.memos', { count: along.memos }) })}</p>
        {along.register.length > 0 ? <p>{say('book.deleteRegister', { count: along.register.length, names: list(along.register) })}</p> : null}
        {along.hidden > 0 ? <p>{say('blind.alsoGo', { count: along.hidden })}</p> : null}
        <p>{say('code.deleteUndo')}</p>
        <div className={frame['ends']}><Button onPress={close} autoFocus>{say('word.cancel')}</Button><Button look="danger" onPress={remove}>{say('code.delete')}</Button></div>
      </div>
    </Sheet>
  );
}
