import { Ellipsis, PanelLeft, PanelRight, Pencil } from 'lucide-react';
import { useCore, useLive } from '../../core/context.tsx';
import { useAct } from '../../core/act.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import { chooseVersion } from '../replace/replacing.ts';
import styles from './code.module.css';
import { CodersMenu } from './CodersMenu.tsx';
import { useSeenDocuments } from './coders.ts';
import { opensLeft } from './LeftAside.tsx';
import type { DocumentAtHand } from './useDocument.ts';

/** Title, values, how much is coded, whose codings show, and the switch to correcting the text. */
export function DocumentHeader({ document, at }: { document: number; at: DocumentAtHand }) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const editing = useSession((now) => now.editing);
  const leftShown = useSession((now) => now.leftShown);
  const rightShown = useSession((now) => now.rightShown);
  const listed = useSeenDocuments()?.find((each) => each.id === document);
  const attributes = useLive('attribute.list', {})?.filter((attribute) => attribute.of === 'documents') ?? [];
  return (
    <header className={styles['head']}>
      <span className={styles['narrowLeft']} {...opensLeft}><Button look="icon" why={say('code.leftPane')} aria-pressed={leftShown} onPress={() => session.set({ leftShown: !leftShown })}><PanelLeft size={16} strokeWidth={1.5} /></Button></span>
      <h1 title={at.read.name}><bdi>{at.read.name}</bdi></h1>
      <span className={styles['chips']}>{attributes.flatMap(({ id, name }) => (listed?.values[id] ? [<span key={id} className={styles['chip']} title={name}><bdi>{listed.values[id]}</bdi></span>] : []))}</span>
      {listed ? <span className={styles['coded']}><i><b style={{ width: `${Math.round(listed.coded * 100)}%` }} /></i>{say('code.coded', { share: words.percent(listed.coded) })}</span> : null}
      <CodersMenu at={at} />
      <Button look={editing ? 'primary' : 'default'} onPress={() => { void at.pending.flush(); session.set({ editing: !editing }); }}><Pencil size={14} strokeWidth={1.5} />{say(editing ? 'code.editDone' : 'code.edit')}</Button>
      <Menu label={say('code.more')} groups={[
        { entries: [{ id: 'passages', label: say('passage.list'), run: () => session.set({ aside: { kind: 'passages' }, rightShown: true, listWanted: true }) }, { id: 'about', label: say('code.aboutDocument'), run: () => session.set({ aside: { kind: 'document', id: document }, rightShown: true }) }, { id: 'text', label: say('textHistory.command'), run: () => void act(async () => { await core.flushing.all(); session.set({ open: 'textHistory' }); }) }, { id: 'replace', label: say('correct.replace.command'), run: () => void act(() => chooseVersion(core, session, document)) }] },
        { entries: [{ id: 'remove', label: say('code.removeDocument'), danger: true, run: () => void act(async () => { await core.flushing.all(); await core.call('document.remove', { documents: [document] }); }) }] },
      ]}>
        <Button look="icon" why={say('code.more')}><Ellipsis size={16} strokeWidth={1.5} /></Button>
      </Menu>
      <Button look="icon" why={say('code.rightPane')} aria-pressed={rightShown} onPress={() => session.set({ rightShown: !rightShown })}><PanelRight size={16} strokeWidth={1.5} /></Button>
    </header>
  );
}
