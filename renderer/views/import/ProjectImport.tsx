import { useEffect, useRef, useState } from 'react';
import { isProblemRecord, Problem, problemRecord, type ProblemRecord } from '../../../shared/model/problem.ts';
import { projectKinds } from '../../../shared/model/projectReport.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { ProblemNote } from '../../parts/Problem.tsx';
import { useSessionStore } from '../../session.ts';
import styles from './import.module.css';
import { leaving, type Importing } from './importing.ts';
import { ProjectReport } from './ProjectReport.tsx';

export type ProjectPreview = Outcome<'exchange.preview'>;

/** Another program's project or codebook, before it is taken in: what it holds, what of it is new, how its positions were read, and what is kept or stays out. */
export function ProjectImport({ importing }: { importing: Importing }) {
  const { say, language } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const file = importing.files[0]!;
  const [preview, setPreview] = useState<ProjectPreview | ProblemRecord | null>(null);
  const [running, setRunning] = useState(false);
  const job = useRef('');
  useEffect(() => {
    let here = true;
    const name = (job.current = crypto.randomUUID());
    core.call('exchange.preview', { handle: file.handle, language }, name).then((found) => { if (here) setPreview(found); }, (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      if (here) setPreview(problemRecord(error));
    });
    return () => { here = false; };
  }, [core, file, language]);
  const found = preview && !isProblemRecord(preview) ? preview : null;
  const isBook = found?.format === 'qdc';
  const leave = () => {
    if (found === null || running) void core.desk('job.cancel', { job: job.current });
    session.set(leaving(session.get().importing, importing.id, { view: 'code' } as const));
  };
  const run = () => {
    setRunning(true);
    void act(async () => {
      await core.flushing.all();
      await core.call('exchange.take', { handle: file.handle, language }, (job.current = crypto.randomUUID()));
      leave();
    }).finally(() => setRunning(false));
  };
  const isNew = found !== null && (projectKinds.some((kind) => found.fresh[kind] > 0));
  return (
    <main className={styles['main']}>
      <header className={styles['head']}>
        <h1>{say(isBook ? 'exchange.bookTitle' : 'exchange.title')}</h1>
        <p>{found === null ? file.name : found.origin === '' ? say('exchange.hintUnknown', { file: found.file }) : say('exchange.hint', { file: found.file, origin: found.origin })}</p>
      </header>
      <div className={styles['body']}>
        {preview === null ? <p role="status" className={styles['quiet']}>{say('exchange.reading', { file: file.name })}</p> : isProblemRecord(preview) ? <ProblemNote problem={preview} /> : <ProjectReport preview={preview} />}
      </div>
      <footer className={styles['foot']}>
        <span role="status">{found === null ? '' : isNew ? say('exchange.step') : say('exchange.nothingNew')}</span>
        <Button onPress={leave}>{say('word.cancel')}</Button>
        <Button look="primary" isDisabled={!isNew || running} onPress={run}>{say('exchange.run')}</Button>
      </footer>
    </main>
  );
}
