import { EyeOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { showKeys, sayDone } from '../commands.ts';
import { useAct } from '../core/act.ts';
import { useCore, useDesk, useLive } from '../core/context.tsx';
import { useWords } from '../core/words.tsx';
import { Menu } from '../parts/Menu.tsx';
import { Button } from '../parts/Button.tsx';
import { useSession, useSessionStore } from '../session.ts';
import { packageRecord } from '../../shared/model/handOut.ts';
import { languages } from '../../shared/words/index.ts';
import { useSeenCoder, useSeenDocuments } from '../views/code/coders.ts';
import { useHalfCoded } from '../views/code/halfCoded.ts';
import styles from './frame.module.css';
import { SharedSign } from './SharedSign.tsx';

/** Who codes, how much is coded, whether it is saved, what undo would take back, and the language. */
export function StatusLine() {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const session = useSessionStore();
  const act = useAct();
  const desk = useDesk();
  const open = Boolean(desk?.study);
  const seen = useSeenCoder();
  const project = useLive('project.read', open ? seen : null, true);
  const document = useSession((now) => now.document);
  const lost = useSession((now) => now.lost);
  const unsaved = useSyncExternalStore(core.flushing.subscribe, core.flushing.isPending);
  const documents = useSeenDocuments(open);
  const coders = useLive('coder.list', open ? {} : null);
  const half = useHalfCoded(open ? document : null);
  const halfOnly = useSession((now) => now.halfOnly);
  const here = documents?.find((each) => each.id === document);
  const undo = sayDone(words, project?.undo);
  const own = packageRecord(project?.handedOut);
  const others = (coders ?? []).filter((coder) => coder.name !== desk?.coder);
  return (
    <footer className={styles['status']}>
      <Menu label={say('status.coder')} groups={[
        { title: say('status.codesAs'), entries: others.map((coder) => ({ id: String(coder.id), label: coder.name, run: () => void act(async () => { await core.desk('desk.coder', { name: coder.name }); }) })) },
        { entries: [{ id: 'rename', label: say('status.otherName'), run: () => session.set({ open: 'coder' }) }] },
      ]}>
        <Button look="plain">{desk?.coder}</Button>
      </Menu>
      {own && project ? <button type="button" title={say('handOut.own.status', { count: own.documents.length, coder: own.coder, study: project.name })} onClick={() => session.set({ view: 'merge', merging: null })}>{say('handOut.own.status', { count: own.documents.length, coder: own.coder, study: project.name })}</button> : null}
      {project ? <span className={styles['counted']} title={seen.coder === undefined ? undefined : say('margin.onlyMineCount')}>{seen.coder === undefined ? null : <EyeOff size={12} strokeWidth={1.5} aria-label={say('margin.onlyMine')} />}{here ? `${say('status.codingsHere', { count: here.codings })}${say('status.and')}${say('status.inStudy', { count: project.codings })}` : say('status.codingsInStudy', { count: project.codings })}</span> : null}
      {half.size > 0 && here ? <button type="button" aria-pressed={halfOnly} title={say('status.halfHint')} onClick={() => session.set({ halfOnly: !halfOnly })}>{say(halfOnly ? 'status.halfOnly' : 'status.half', { count: half.size })}<kbd>H</kbd></button> : null}
      <span className={styles['grow']} />
      {open ? <SharedSign /> : null}
      {open ? <span className={styles['optional']}>{say(lost ? 'status.lost' : unsaved ? 'status.saving' : 'status.saved')}</span> : null}
      {undo === null ? null : (
        <button type="button" onClick={() => void act(async () => { await core.flushing.all(); await core.call('history.undo', {}); })}>{say('command.history.undo')}: {undo}<kbd>{showKeys('$mod+z')}</kbd></button>
      )}
      <Menu label={say('status.language')} groups={[{ entries: languages.map(({ id, name }) => ({ id, label: name, run: () => void core.prefer('language', id) })) }]}>
        <Button look="plain">{languages.find(({ id }) => id === words.language)!.name}</Button>
      </Menu>
    </footer>
  );
}
