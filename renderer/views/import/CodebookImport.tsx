import { useEffect, useState } from 'react';
import { isProblemRecord, Problem, problemRecord, type ProblemRecord } from '../../../shared/model/problem.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { ProblemNote } from '../../parts/Problem.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSessionStore } from '../../session.ts';
import styles from './import.module.css';
import { leaving, type Importing } from './importing.ts';

type Preview = Outcome<'codebook.preview'>;
const states = { new: 'bookImport.isNew', changed: 'bookImport.isChanged', same: 'bookImport.isSame' } as const;

/** A sheet of codes, before it is taken in: which are new, which change and in what, which stay, and which rows cannot be read. */
export function CodebookImport({ importing }: { importing: Importing }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const file = importing.files[0]!;
  const [preview, setPreview] = useState<Preview | ProblemRecord | null>(null);
  useEffect(() => {
    let here = true;
    core.call('codebook.preview', { handle: file.handle }).then((found) => { if (here) setPreview(found); }, (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      if (here) setPreview(problemRecord(error));
    });
    return () => { here = false; };
  }, [core, file]);
  const leave = () => session.set(leaving(session.get().importing, importing.id, { view: 'code' } as const));
  const run = () => void act(async () => {
    await core.flushing.all();
    await core.call('codebook.import', { handle: file.handle });
    leave();
  });
  const found = preview && !isProblemRecord(preview) ? preview : null;
  const count = (becomes: Preview['rows'][number]['becomes']) => found?.rows.filter((row) => row.becomes === becomes).length ?? 0;
  return (
    <main className={styles['main']}>
      <header className={styles['head']}><h1>{say('bookImport.title')}</h1><p>{found ? say('bookImport.hint', { file: file.name, added: say('bookImport.added', { count: found.added }), changed: say('bookImport.changed', { count: count('changed') }), same: say('bookImport.same', { count: count('same') }) }) : file.name}</p></header>
      <div className={styles['body']}>
        {preview && isProblemRecord(preview) ? <ProblemNote problem={preview} /> : null}
        {found && found.refused.length > 0 ? <Refused refused={found.refused} /> : null}
        {found && found.rows.length > 0 ? <Rows rows={found.rows} /> : null}
      </div>
      <footer className={styles['foot']}><span>{say('bookImport.empty')}</span><Button look="plain" onPress={() => session.set({ importing: { ...importing, kind: 'sheet' } })}>{say('sheetKind.asPeople')}</Button><Button onPress={leave}>{say('word.cancel')}</Button><Button look="primary" isDisabled={!found || found.refused.length > 0 || found.added + count('changed') === 0} onPress={run}>{say('bookImport.run')}</Button></footer>
    </main>
  );
}

function Refused({ refused }: { refused: Preview['refused'] }) {
  const words = useWords();
  return (
    <section className={styles['refused']} role="alert">
      <p className={styles['bad']}>{words.say('bookImport.refused', { count: refused.length })}</p>
      <ul>{refused.map(({ row, problem }) => <li key={row}><b>{words.say('bookImport.row')} {row}</b><span>{words.problem(problem).what} {words.problem(problem).way}</span></li>)}</ul>
    </section>
  );
}

function Rows({ rows }: { rows: Preview['rows'] }) {
  const { say } = useWords();
  return (
    <table className={`${styles['files']} ${styles['codes']}`}>
      <thead><tr><th className={styles['number']}>{say('bookImport.row')}</th><th>{say('bookImport.code')}</th><th>{say('import.state')}</th><th>{say('bookImport.says')}</th></tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.row} data-same={row.becomes === 'same' || undefined}>
            <td className={styles['number']}>{row.row}</td>
            <td title={row.path}><Sign facet={row.facet} /> <bdi lang={languageOf(row.path) || undefined}>{row.path}</bdi></td>
            <td>{say(states[row.becomes])}</td>
            <td>{row.said.map(({ field, before, after }) => <p key={field}><b>{field === 'aliases' ? say('merge.aliases') : say(`field.${field}`)}</b> <span lang={languageOf(after) || undefined}>{after}</span>{before === '' ? null : <small>{say('bookImport.was', { before })}</small>}</p>)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
