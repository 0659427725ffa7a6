import { useEffect, useState } from 'react';
import { isProblemRecord, Problem, problemRecord, type ProblemRecord } from '../../../shared/model/problem.ts';
import { useCore } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { ProblemNote } from '../../parts/Problem.tsx';
import { useSessionStore } from '../../session.ts';
import styles from './import.module.css';
import { leaving, type Importing } from './importing.ts';

/** A sheet that was dropped: its columns tell whether it is of participants or a codebook; where they do not, the person says. */
export function SheetImport({ importing }: { importing: Importing }) {
  const { say, list } = useWords();
  const core = useCore();
  const session = useSessionStore();
  const [found, setFound] = useState<Outcome<'sheet.kind'> | ProblemRecord | null>(null);
  const [file] = importing.files;
  useEffect(() => {
    let here = true;
    core.call('sheet.kind', { handle: file!.handle }).then((answer) => {
      if (here && answer.kind === 'either') setFound(answer);
      else if (here) session.set({ importing: { ...importing, kind: answer.kind === 'participants' ? 'sheet' : answer.kind as 'codebook' | 'survey' } });
    }, (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      if (here) setFound(problemRecord(error));
    });
    return () => { here = false; };
  }, [core, session, importing, file]);
  const take = (kind: 'sheet' | 'codebook' | 'survey') => session.set({ importing: { ...importing, kind } });
  const isProblem = found !== null && isProblemRecord(found);
  return (
    <main className={styles['main']}>
      <header className={styles['head']}><h1>{say('sheetKind.title')}</h1><p>{file!.name}</p></header>
      <div className={styles['body']}>
        {isProblem ? <ProblemNote problem={found} /> : found === null ? null : <><p>{say('sheetKind.either')}</p><p className={styles['quiet']}>{say('sheetKind.columns', { columns: list(found.columns) })}</p></>}
      </div>
      <footer className={styles['foot']}>
        <span>{say('sheetKind.nothing')}</span>
        <Button onPress={() => session.set(leaving(session.get().importing, importing.id, { view: 'code' }))}>{say('word.cancel')}</Button>
        {found === null || isProblem ? null : <><Button autoFocus onPress={() => take('sheet')}>{say('sheetKind.people')}</Button><Button onPress={() => take('codebook')}>{say('sheetKind.codebook')}</Button><Button onPress={() => take('survey')}>{say('survey.one')}</Button></>}
      </footer>
    </main>
  );
}
