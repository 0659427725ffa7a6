import { useEffect, useRef, useState, type FunctionComponent } from 'react';
import { packageRecord } from '../../shared/model/handOut.ts';
import { sayDone } from '../commands.ts';
import { useAct } from '../core/act.ts';
import { useCore, useDesk, useLive } from '../core/context.tsx';
import { useWords } from '../core/words.tsx';
import { Button } from '../parts/Button.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Entry } from '../parts/Entry.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { useSeenCoder, useSeenCodes } from '../views/code/coders.ts';
import { useSession, useSessionStore, type Session } from '../session.ts';
import { ExportCodebook } from '../views/codebook/ExportCodebook.tsx';
import { NewSet } from '../views/codebook/NewSet.tsx';
import { Versions } from '../views/codebook/Versions.tsx';
import { TextHistory } from '../views/textHistory/TextHistory.tsx';
import styles from './frame.module.css';
import { ExportProject } from './ExportProject.tsx';
import { Met } from './Met.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { StudyList } from './StudyList.tsx';
import { Together } from './Together.tsx';

type SheetProps = { readonly close: () => void };

function NewStudy({ close }: SheetProps) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const [name, setName] = useState('');
  const make = () => act(async () => {
    const wanted = name.trim() || say('app.untitled');
    const place = await core.bridge.pickPlace(`${wanted}.concord`);
    if (core.bridge.shell === 'desktop' && !place) return;
    await core.flushing.all();
    await core.desk('desk.create', { name: wanted, ...(place ? { handle: place.handle } : {}) });
    close();
  });
  return (
    <Sheet title={say('study.new')} onClose={close}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void make(); }}>
        <p>{say('study.newHint', { folder: useDesk()?.folder ?? '' })}</p>
        <Entry label={say('study.name')} value={name} onChange={setName} placeholder={say('app.untitled')} />
        <Met />
        <div className={styles['ends']}><Button onPress={close}>{say('word.cancel')}</Button><Button look="primary" type="submit">{say('study.make')}</Button></div>
      </form>
    </Sheet>
  );
}

function Studies({ close }: SheetProps) {
  const { say } = useWords();
  return <Sheet title={say('study.open')} onClose={close}><StudyList onOpened={close} /><Met /></Sheet>;
}

function Coder({ close }: SheetProps) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const desk = useDesk();
  const now = desk?.coder ?? '';
  const open = Boolean(desk?.study);
  const own = packageRecord(useLive('project.read', open ? {} : null)?.handedOut);
  const [name, setName] = useState(now);
  const take = () => act(async () => {
    if (name.trim() !== '' && name !== now) await core.desk('desk.coder', { name });
    await core.prefer('coderKnown', true);
    close();
  });
  return (
    <Sheet title={say('status.coder')} onClose={close}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void take(); }}>
        <p>{say('status.coderHint')}</p>
        {own ? <p>{say('handOut.own.sheetWarns', { coder: own.coder })}</p> : null}
        <Entry label={say('status.coderName')} value={name} onChange={setName} />
        <Met />
        <div className={styles['ends']}><Button onPress={close}>{say('word.cancel')}</Button><Button look="primary" type="submit">{say('word.save')}</Button></div>
      </form>
    </Sheet>
  );
}

function History({ close }: SheetProps) {
  const words = useWords();
  const session = useSessionStore();
  const [at] = useState(session.get().historyAt);
  // Some of what came after it is told, too.
  const entries = useLive('history.list', { limit: 300, ...(at === null ? {} : { before: at + 20 }) });
  const shown = useRef<HTMLTimeElement>(null);
  const isThere = entries !== undefined;
  useEffect(() => { if (isThere) shown.current?.scrollIntoView({ block: 'center' }); }, [isThere]);
  useEffect(() => () => session.set({ historyAt: null }), [session]);
  return (
    <Sheet title={words.say('history.title')} onClose={close} size="wide">
      {entries?.length === 0 ? <p className={styles['nothingYet']}>{words.say('history.none')}</p> : null}
      <div className={styles['history']}>
        {(entries ?? []).map((entry) => [
          <time key={`t${entry.seq}`} {...(entry.seq === at ? { ref: shown } : {})}>{words.moment(entry.at)}</time>,
          <span key={`w${entry.seq}`}>{entry.who}</span>,
          <span key={`s${entry.seq}`} {...(entry.seq === at ? { 'aria-current': 'true' as const } : {})}>{entry.kind === 'do' ? '' : `${words.say(`command.history.${entry.kind}`)}: `}{sayDone(words, entry)}</span>,
        ])}
      </div>
    </Sheet>
  );
}

function About({ close }: SheetProps) {
  const { say } = useWords();
  const desk = useDesk();
  return (
    <Sheet title={say('app.name')} onClose={close}>
      <div className={styles['form']}>
        <p>{say('about.what')}</p>
        <p>{say('about.where', { folder: desk?.folder ?? '' })}</p>
        <p>{say('about.version', { version: desk?.version || '0' })}</p>
        <div className={styles['ends']}><Button onPress={close}>{say('word.close')}</Button></div>
      </div>
    </Sheet>
  );
}

const formats = ['csv', 'xlsx', 'md', 'json'] as const;
function Export({ close }: SheetProps) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const codes = useSeenCodes();
  const seen = useSeenCoder();
  const attributes = useLive('attribute.list', {});
  const [code, setCode] = useState('');
  const [group, setGroup] = useState('');
  const [format, setFormat] = useState<(typeof formats)[number]>('xlsx');
  const groups = [...new Set((attributes ?? []).flatMap((attribute) => attribute.values.map((each) => each.value)))];
  const save = () => act(async () => {
    await core.flushing.all();
    const file = await core.call('excerpt.export', { format, language: words.language, ...seen, ...(code === '' ? {} : { code }), ...(group === '' ? {} : { group }) });
    if (await core.bridge.save(file)) close();
  });
  return (
    <Sheet title={say('export.title')} onClose={close}>
      <div className={styles['form']}>
        <p>{say('export.hint')}{seen.coder === undefined ? '' : ` ${say('margin.onlyMineCount')}`}</p>
        <Choice label={say('excerpt.code')} wide value={code} onChange={setCode} options={[{ id: '', label: say('export.allCodes') }, ...(codes ?? []).map((each) => ({ id: each.path, label: each.path, hint: String(each.codings) }))]} />
        <Choice label={say('export.group')} wide value={group} onChange={setGroup} options={[{ id: '', label: say('export.allGroups') }, ...groups.map((each) => ({ id: each, label: each }))]} />
        <Choice label={say('export.format')} wide value={format} onChange={setFormat} options={formats.map((id) => ({ id, label: say(`export.${id}`) }))} />
        <Met />
        <div className={styles['ends']}><Button onPress={close}>{say('word.cancel')}</Button><Button look="primary" onPress={() => void save()}>{say('word.save')}</Button></div>
      </div>
    </Sheet>
  );
}

const sheets: Readonly<Record<Exclude<NonNullable<Session['open']>, 'commands'>, FunctionComponent<SheetProps>>> = { newStudy: NewStudy, studies: Studies, coder: Coder, history: History, shortcuts: Shortcuts, about: About, export: Export, exportCodebook: ExportCodebook, exportProject: ExportProject, newSet: NewSet, versions: Versions, textHistory: TextHistory, together: Together };

/** The sheet that is open, if any. */
export function Sheets() {
  const session = useSessionStore();
  const open = useSession((now) => now.open);
  if (open === null || open === 'commands') return null;
  const Open = sheets[open];
  return <Open close={() => session.set({ open: null })} />;
}
