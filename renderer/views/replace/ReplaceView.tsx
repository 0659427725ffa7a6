import { useEffect, useState } from 'react';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Segments } from '../../parts/Choice.tsx';
import { ProblemNote } from '../../parts/Problem.tsx';
import { scrolledByKeys } from '../../parts/scrolled.ts';
import { useSession, useSessionStore } from '../../session.ts';
import { useSeenDocuments } from '../code/coders.ts';
import frame from '../import/import.module.css';
import { WaitingDesk } from '../import/WaitingDesk.tsx';
import { PassageFates } from './PassageFates.tsx';
import styles from './replace.module.css';
import type { Replacing } from './replacing.ts';
import { TextDifferences } from './TextDifferences.tsx';
import { useReplacing } from './useReplacing.ts';
import { VersionPane } from './VersionPane.tsx';

/** A corrected version beside the document that it would replace: what becomes of the passages, what changes in the text. */
export function ReplaceView() {
  const session = useSessionStore();
  const replacing = useSession((now) => now.replacing);
  const documents = useSeenDocuments();
  const gone = replacing !== null && documents !== undefined && !documents.some(({ id }) => id === replacing.document);
  useEffect(() => { if (!replacing || gone) session.set({ view: 'code', replacing: null }); }, [replacing, gone, session]);
  return (
    <WaitingDesk>
      {replacing === null || gone ? null : <Comparison key={replacing.id} given={replacing} name={documents?.find(({ id }) => id === replacing.document)?.name ?? ''} />}
    </WaitingDesk>
  );
}

function Comparison({ given, name }: { given: Replacing; name: string }) {
  const words = useWords();
  const { say } = words;
  const work = useReplacing(given);
  const [shown, setShown] = useState<'passages' | 'text'>('passages');
  const { preview, problem } = work.replacing;
  const idle = preview !== null && preview.same && preview.turnsFrom === 'kept';
  const state = preview === null ? '' : work.open > 0 ? say('correct.replace.open', { count: work.open }) : work.leftOut > 0 ? say('correct.replace.leftOut', { count: work.leftOut }) : say('correct.replace.ready');
  return (
    <>
      <main className={frame['main']}>
        <header className={`${frame['head']} ${styles['head']}`}>
          <div><h1 title={name}>{say('correct.replace.title', { document: name })}</h1><p>{problem ? given.file.name : preview ? say('correct.replace.hint') : say('correct.replace.reading')}</p></div>
          {preview && !preview.same ? <Segments label={say('correct.replace.show')} value={shown} onChange={setShown} options={[{ id: 'passages', label: say('correct.replace.passages') }, { id: 'text', label: say('correct.replace.text') }]} /> : null}
        </header>
        <div className={frame['body']} {...(preview && !preview.same && shown === 'text' ? { role: 'region', 'aria-label': say('correct.replace.text'), ...scrolledByKeys } : {})}>
          {problem ? <ProblemNote problem={problem} /> : null}
          {preview?.same ? <p>{say(preview.turnsFrom === 'file' ? 'correct.replace.sameText' : 'correct.replace.same')}</p> : null}
          {preview && !preview.same ? (shown === 'passages' ? <PassageFates work={work} preview={preview} /> : <TextDifferences preview={preview} />) : null}
        </div>
        <footer className={frame['foot']}>
          <span aria-live="polite">{state}</span>
          <Button onPress={work.leave}>{say('word.cancel')}</Button>
          <Button look="primary" isDisabled={preview === null || work.open > 0 || idle} onPress={work.run}>{say('correct.replace.run')}</Button>
        </footer>
      </main>
      <aside className={frame['right']} aria-label={say('correct.replace.version')}><VersionPane work={work} /></aside>
    </>
  );
}
