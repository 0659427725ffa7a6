import { useAct } from '../../core/act.ts';
import { useCore, useDesk } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { useSessionStore } from '../../session.ts';
import type { OwnPackage as Own } from './handingOut.ts';
import { chooseOther } from './merging.ts';
import styles from './team.module.css';

/** In a package: what it is, the documents that its coder is to code with what she has finished, and how it goes back. */
export function OwnPackage({ own }: { own: Own }) {
  const { say, date } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  return (
    <main className={styles['own']}>
      <div>
        <h1>{say('handOut.own.title', { coder: own.coder })}</h1>
        <p>{say('handOut.own.from', { count: own.documents.length, study: own.study, since: date(own.since) })} {say(own.blind ? 'handOut.own.blind' : 'handOut.own.open')}</p>
        <p>{say('handOut.own.codebook', { version: own.codebook })}</p>
        <OtherCoder own={own} />
        <Documents own={own} />
        <SendBack own={own} />
        <p className={styles['further']}>{say('handOut.own.noFurther')} <button type="button" className={styles['link']} onClick={() => void act(() => chooseOther(core, session))}>{say('handOut.own.merge')}</button></p>
      </div>
    </main>
  );
}
/** Somebody else codes in the package than it was made for. */
function OtherCoder({ own: { coder } }: { own: Own }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const at = useDesk()?.coder;
  if (at === undefined || at === coder) return null;
  return <p className={styles['warning']} role="status"><span>{say('handOut.own.other', { coder: at, of: coder })}</span><Button onPress={() => void act(() => core.desk('desk.coder', { name: coder }))}>{say('handOut.own.beOwner', { coder })}</Button></p>;
}
function Documents({ own: { coder, documents, added } }: { own: Own }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const isHers = useDesk()?.coder === coder;
  const done = documents.filter(({ finished }) => finished).length;
  const tick = (document: number, finished: boolean) => void act(() => core.call(finished ? 'document.finish' : 'document.resume', { document }));
  return (
    <section aria-labelledby="own-documents">
      <header><h2 id="own-documents">{say('handOut.own.documents')}</h2><span>{say('handOut.own.finishedOf', { count: done, of: documents.length })}</span></header>
      <ul className={styles['hers']}>
        {[...documents, ...added].map(({ document, name, finished, codings }, index) => (
          <li key={document}>
            <input type="checkbox" aria-label={say('handOut.own.tick', { document: name })} checked={finished} disabled={!isHers} onChange={(event) => tick(document, event.target.checked)} />
            <button type="button" title={name} onClick={() => session.set({ view: 'code', document })}><bdi>{name}</bdi></button>
            <small>{codings === 0 ? say('handOut.own.noCodings') : say('handOut.own.codings', { count: codings })}{index >= documents.length ? ` · ${say('handOut.own.added')}` : ''}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
function SendBack({ own }: { own: Own }) {
  const { say, date } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const file = useDesk()?.study?.file;
  const isDone = own.documents.length > 0 && own.documents.every(({ finished }) => finished);
  const save = () => void act(async () => {
    await core.flushing.all();
    const copy = await core.desk('desk.copy', { name: say('handOut.own.fileName', { study: own.study, coder: own.coder, date: date(Date.now()) }) });
    if (await core.bridge.save(copy)) session.set({ notice: { said: say('handOut.own.saved') } });
  });
  return (
    <section aria-labelledby="own-back">
      <h2 id="own-back">{say('handOut.own.back')}</h2>
      <p>{isDone ? `${say('handOut.own.allDone')} ` : ''}{say('handOut.own.backText')}</p>
      <Button look={isDone ? 'primary' : 'default'} onPress={save}>{say('handOut.own.save')}</Button>
      {file === undefined ? null : <p className={styles['where']}>{say('handOut.own.file', { file })}</p>}
    </section>
  );
}
