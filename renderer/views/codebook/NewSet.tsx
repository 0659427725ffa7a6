import { useState } from 'react';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import frame from '../../frame/frame.module.css';
import { Met } from '../../frame/Met.tsx';
import { Button } from '../../parts/Button.tsx';
import { Entry } from '../../parts/Entry.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import { useSession } from '../../session.ts';

/** Asks for a set's name; what is chosen in the codebook comes into it. */
export function NewSet({ close }: { close: () => void }) {
  const { say } = useWords();
  const core = useCore();
  const aside = useSession((now) => now.aside);
  const chosen = aside?.kind === 'codes' ? [...aside.ids] : [];
  return <Asked title={say('codeSet.new')} hint={chosen.length > 0 ? say('book.chosen', { count: chosen.length }) : say('codeSet.hint')} name="" done={say('codeSet.add')} close={close} take={async (name) => { await core.call('codeSet.create', { name, codes: chosen }); }} />;
}
export function RenameSet({ set, close }: { set: { readonly id: number; readonly name: string }; close: () => void }) {
  const { say } = useWords();
  const core = useCore();
  return <Asked title={say('codeSet.renameTitle', { set: set.name })} name={set.name} done={say('word.save')} close={close} take={async (name) => { await core.call('codeSet.rename', { set: set.id, name }); }} />;
}

function Asked({ title, hint, name: before, done, take, close }: { title: string; hint?: string; name: string; done: string; take: (name: string) => Promise<void>; close: () => void }) {
  const { say } = useWords();
  const act = useAct();
  const [name, setName] = useState(before);
  const send = () => act(async () => {
    await take(name);
    close();
  });
  return (
    <Sheet title={title} onClose={close}>
      <form className={frame['form']} onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') void send(); }}>
        {hint === undefined ? null : <p>{hint}</p>}
        <Entry label={say('codeSet.name')} value={name} onChange={setName} />
        <Met />
        <div className={frame['ends']}><Button onPress={close}>{say('word.cancel')}</Button><Button look="primary" type="submit" isDisabled={name.trim() === ''}>{done}</Button></div>
      </form>
    </Sheet>
  );
}
