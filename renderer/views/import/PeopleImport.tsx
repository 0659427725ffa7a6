import { useEffect, useState } from 'react';
import type { HandedFile } from '../../../shared/model/bridge.ts';
import { isProblemRecord, Problem, problemRecord, type ProblemRecord } from '../../../shared/model/problem.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { ProblemNote } from '../../parts/Problem.tsx';
import { useSessionStore } from '../../session.ts';
import styles from './import.module.css';

/** A sheet of participants before it is taken in: one row a person, columns become attributes. */
export function PeopleImport({ file }: { file: HandedFile }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const [preview, setPreview] = useState<Outcome<'participant.preview'> | ProblemRecord | null>(null);
  useEffect(() => {
    let here = true;
    core.call('participant.preview', { handle: file.handle }).then((found) => { if (here) setPreview(found); }, (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      if (here) setPreview(problemRecord(error));
    });
    return () => { here = false; };
  }, [core, file]);
  const leave = () => session.set({ importing: null, view: 'code' });
  const run = () => void act(async () => {
    await core.call('participant.import', { handle: file.handle });
    leave();
  });
  const found = preview && !isProblemRecord(preview) ? preview : null;
  return (
    <main className={styles['main']}>
      <header className={styles['head']}><h1>{say('people.title')}</h1><p>{found ? say('people.hint', { file: file.name, added: say('people.added', { count: found.added }), known: say('people.known', { count: found.known }), changed: say('people.changed', { count: found.changed }) }) : file.name}</p></header>
      <div className={styles['body']}>
        {preview && isProblemRecord(preview) ? <ProblemNote problem={preview} /> : null}
        {found ? (
          <table className={styles['files']}>
            <thead><tr><th>{found.nameColumn}</th><th>{say('person.role')}</th>{found.columns.map((column) => <th key={column.name}>{column.name}<small>{say(`kind.${column.kind}`)}{column.isNew ? `, ${say('people.newColumn')}` : ''}</small></th>)}</tr></thead>
            <tbody>{found.sample.map((person) => <tr key={person.name}><td><bdi>{person.name}</bdi>{person.isNew ? null : <small>{say('people.isKnown')}</small>}</td><td>{say(`role.${person.role}`)}</td>{person.values.map((value, index) => <td key={index}><bdi>{value}</bdi></td>)}</tr>)}</tbody>
          </table>
        ) : null}
      </div>
      <footer className={styles['foot']}><span>{say('people.emptyCells')}</span><Button onPress={leave}>{say('word.cancel')}</Button><Button look="primary" isDisabled={!found} onPress={run}>{say('people.run', { count: (found?.added ?? 0) + (found?.known ?? 0) })}</Button></footer>
    </main>
  );
}
