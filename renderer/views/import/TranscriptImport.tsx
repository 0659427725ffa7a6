import { Check, CircleAlert, X } from 'lucide-react';
import { useState } from 'react';
import { roles } from '../../../shared/model/schema.ts';
import { isChinese } from '../../../shared/model/text.ts';
import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Field } from '../../parts/Field.tsx';
import { ProblemNote } from '../../parts/Problem.tsx';
import { useSessionStore } from '../../session.ts';
import styles from './import.module.css';
import type { Importing, Preview } from './importing.ts';
import { useImport, type Import } from './useImport.ts';

/** The files and their turns, who the speakers are taken for, and what needs a look. */
export function TranscriptImport({ importing }: { importing: Importing }) {
  const words = useWords();
  const { say } = words;
  const session = useSessionStore();
  const work = useImport(importing);
  const [chosen, setChosen] = useState<string | null>(null);
  const { previews, ready, progress } = work;
  const shown = previews.find((preview) => preview.handle === chosen) ?? previews.find((preview) => preview.problem !== null || preview.duplicate !== null) ?? previews[0];
  const isRead = previews.length === importing.files.length;
  const cancel = () => {
    if (progress) work.stop();
    if (!progress || !isRead) session.set({ importing: null, view: 'code' });
  };
  return (
    <>
      <main className={styles['main']}>
        <header className={styles['head']}><h1>{say('import.title', { count: importing.files.length })}</h1><p>{progress ? say(isRead ? 'import.importing' : 'import.reading', { done: progress.done, total: progress.total }) : say('import.hint')}</p></header>
        <div className={styles['body']}>
          {previews.length > 0 ? (
            <table className={styles['files']}>
              <thead><tr><th>{say('import.file')}</th><th>{say('import.encoding')}</th><th>{say('import.speakers')}</th><th className={styles['number']}>{say('count.words')}</th><th>{say('import.state')}</th></tr></thead>
              <tbody>
                {previews.map((preview) => (
                  <tr key={preview.handle} data-shown={preview === shown || undefined} onClick={() => setChosen(preview.handle)}>
                    <td><button type="button" aria-current={preview === shown || undefined} title={preview.name} onClick={() => setChosen(preview.handle)}><bdi>{preview.name}</bdi></button></td>
                    <td>{preview.found ? (preview.found.sure ? preview.found.encoding : say('import.likely', { encoding: preview.found.encoding })) : ''}</td>
                    <td className={styles['cut']}>{preview.found ? preview.found.labels.filter((label) => label.speaker).map((label) => label.label).join(', ') || say('import.noSpeakers') : ''}</td>
                    <td className={styles['number']}>{preview.found ? words.number(preview.found.words) : ''}</td>
                    <td><State preview={preview} work={work} /></td>
                  </tr>
                ))}
              </tbody>
            </table>
          ) : null}
          {shown ? <Details key={shown.handle} preview={shown} work={work} /> : null}
        </div>
        <footer className={styles['foot']}>
          <span>{say('import.kept')}</span>
          {progress ? <progress value={progress.done} max={Math.max(1, progress.total)} /> : null}
          <Button onPress={cancel}>{say('word.cancel')}</Button>
          <Button look="primary" isDisabled={ready.length === 0 || progress !== null} onPress={work.run}>{say('import.run', { count: ready.length })}</Button>
        </footer>
      </main>
      {shown?.found ? <aside className={styles['right']}><Speakers key={shown.handle} preview={shown} work={work} /></aside> : null}
    </>
  );
}

function State({ preview, work }: { preview: Preview; work: Import }) {
  const { say } = useWords();
  const decision = work.decisions.get(preview.handle);
  if (preview.problem) return <span className={styles['bad']}><X size={14} strokeWidth={1.5} aria-hidden />{say('import.unreadable')}</span>;
  if (decision?.leftOut) return <span className={styles['quiet']}>{say('import.leftOut')}</span>;
  if (preview.duplicate !== null && !decision?.again) return <span className={styles['warn']}><CircleAlert size={14} strokeWidth={1.5} aria-hidden />{say('import.duplicate')}</span>;
  if (preview.found && !preview.found.sure) return <span className={styles['warn']}><CircleAlert size={14} strokeWidth={1.5} aria-hidden />{say('import.checkEncoding')}</span>;
  return <span className={styles['good']}><Check size={14} strokeWidth={1.5} aria-hidden />{say('import.ready')}</span>;
}

/** One file: what is wrong with it, or its turns as they will be, with what leaves the text struck out. */
function Details({ preview, work }: { preview: Preview; work: Import }) {
  const words = useWords();
  const { say } = words;
  const decision = work.decisions.get(preview.handle);
  const { found } = preview;
  const encoding = preview.encodings.length === 0 ? null : (
    <Choice label={say('import.encoding')} value={decision?.choices.encoding ?? found?.encoding ?? null} options={preview.encodings.map((id) => ({ id, label: id }))} onChange={(chosen) => work.decide(preview.handle, { choices: { ...decision?.choices, encoding: chosen } })} />
  );
  const chinese = found ? isChinese(found.sample.map((turn) => turn.text).join(' ')) : false;
  return (
    <section className={styles['details']}>
      {preview.problem ? <ProblemNote problem={preview.problem}>{encoding}<Button onPress={() => work.decide(preview.handle, { leftOut: true })}>{say('import.leaveOut')}</Button></ProblemNote> : null}
      {preview.duplicate !== null && !decision?.again ? (
        <ProblemNote problem={{ problem: 'same-file-twice', values: { file: preview.name, document: preview.duplicate } }}>
          <Button onPress={() => work.decide(preview.handle, { leftOut: true })}>{say('import.leaveOut')}</Button>
          <Button look="plain" onPress={() => work.decide(preview.handle, { again: true, leftOut: false })}>{say('import.takeAgain')}</Button>
        </ProblemNote>
      ) : null}
      {found ? (
        <>
          <header className={styles['detailHead']}>
            <h2><bdi>{preview.name}</bdi></h2><span>{found.labels.some((label) => label.speaker) ? say('import.struck') : say('import.verbatim')}</span>
            {encoding}
            {found.patterns.length > 1 ? <Choice label={say('import.pattern')} value={found.pattern} options={found.patterns.map((id) => ({ id, label: words.has(`pattern.${id}`) ? say(`pattern.${id}` as 'pattern.none') : id }))} onChange={(pattern) => work.decide(preview.handle, { choices: { ...decision?.choices, pattern } })} /> : null}
            <Button look="plain" onPress={() => work.decide(preview.handle, { leftOut: !decision?.leftOut })}>{say(decision?.leftOut ? 'import.takeIn' : 'import.leaveOut')}</Button>
          </header>
          {found.notes.map((note) => <p key={note.code} className={styles['note']}><CircleAlert size={14} strokeWidth={1.5} aria-hidden />{say(`note.${note.code}`, note.values)}</p>)}
          <div className={styles['turns']} lang={chinese ? 'zh-Hans' : 'en'}>
            {found.sample.map((turn, index) => (
              <div key={index} data-interviewer={found.labels.find((label) => label.label === turn.label)?.role === 'interviewer' || undefined}>
                <b><bdi>{turn.label}</bdi>{turn.time === null ? null : <small>{words.clock(turn.time)}</small>}</b>
                <p>{turn.lifted === '' ? null : <del>{turn.lifted}</del>}{turn.text}</p>
              </div>
            ))}
            {found.turns > found.sample.length ? <p className={styles['quiet']}>{say('import.moreTurns', { count: found.turns - found.sample.length })}</p> : null}
          </div>
        </>
      ) : null}
    </section>
  );
}

/** Who the labels are: a person known or new, and whether she asks or answers. */
function Speakers({ preview, work }: { preview: Preview; work: Import }) {
  const { say } = useWords();
  const people = useLive('participant.list', {}) ?? [];
  const decision = work.decisions.get(preview.handle);
  const found = preview.found!;
  const { choices = {}, people: decided = {} } = decision ?? {};
  const toggle = (label: string, speaker: boolean) => work.decide(preview.handle, { choices: {
    ...choices,
    speakers: speaker ? [...(choices.speakers ?? []), label] : (choices.speakers ?? []).filter((each) => each !== label),
    notSpeakers: speaker ? (choices.notSpeakers ?? []).filter((each) => each !== label) : [...(choices.notSpeakers ?? []), label],
  } });
  return (
    <>
      <header className={styles['paneHead']}><h2>{say('import.speakers')}</h2><span><bdi>{preview.title}</bdi></span></header>
      <div className={styles['paneBody']}>
        <Field label={say('field.title')} value={decision?.title ?? preview.title} onCommit={(title) => work.decide(preview.handle, { title })} />
        {found.people.map((proposed) => {
          const person = decided[proposed.label] ?? proposed;
          const turns = found.labels.find((label) => label.label === proposed.label)?.turns;
          const known = people.some((each) => each.name === person.name);
          const set = (fields: Partial<typeof person>) => work.decide(preview.handle, { people: { ...decided, [proposed.label]: { name: person.name, role: person.role, ...fields } } });
          return (
            <fieldset key={proposed.label} className={styles['speaker']}>
              <legend><bdi>{proposed.label === '' ? say('import.wholeText') : proposed.label}</bdi><small>{turns === undefined ? '' : say('document.turns', { count: turns })}</small></legend>
              <Choice label={say('import.person')} wide value={known ? person.name : ''} options={[{ id: '', label: say('import.newPerson', { name: known ? preview.title : person.name }) }, ...people.map((each) => ({ id: each.name, label: each.name }))]} onChange={(name) => set({ name: name === '' ? (known ? preview.title : person.name) : name })} />
              {known ? null : <Field label={say('field.name')} value={person.name} onCommit={(name) => set({ name })} />}
              <Choice label={say('person.role')} wide value={person.role} options={roles.map((role) => ({ id: role, label: say(`role.${role}`) }))} onChange={(role) => set({ role })} />
              {proposed.label === '' ? null : <div><Button look="plain" onPress={() => toggle(proposed.label, false)}>{say('import.notSpeaker')}</Button></div>}
            </fieldset>
          );
        })}
        {found.labels.filter((label) => !label.speaker).map((label) => (
          <fieldset key={label.label} className={styles['speaker']}>
            <legend><bdi>{label.label}</bdi><small>{say('document.turns', { count: label.turns })}</small></legend>
            <p className={styles['quiet']}>{say('import.staysInText')}</p>
            <div><Button onPress={() => toggle(label.label, true)}>{say('import.isSpeaker')}</Button></div>
          </fieldset>
        ))}
        {found.people.length === 0 ? <p className={styles['quiet']}>{say('import.nobody')}</p> : null}
      </div>
    </>
  );
}
