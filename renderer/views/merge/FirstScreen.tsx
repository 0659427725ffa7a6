import { X } from 'lucide-react';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useKept } from '../../core/useKept.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { useSessionStore } from '../../session.ts';
import { EarlierMerges } from './EarlierMerges.tsx';
import styles from './merge.module.css';
import { allBegun, chooseOther } from './merging.ts';
import { OwnPackage } from './OwnPackage.tsx';
import { Team } from './Team.tsx';

/** What merging is for, what to do next, and merges that were begun and not carried out. */
export function FirstScreen() {
  const { say } = useWords();
  const core = useCore();
  const session = useSessionStore();
  const act = useAct();
  const { kept, put } = useKept();
  const begun = allBegun(kept);
  const own = useLive('handOut.list', {})?.isPackage;
  if (own) return <OwnPackage own={own} />;
  return (
    <main className={styles['first']}>
      <div>
        <h1>{say('studyMerge.firstTitle')}</h1>
        <p>{say('studyMerge.firstText')}</p>
        <Button look="primary" onPress={() => void act(() => chooseOther(core, session))}>{say('studyMerge.choose')}</Button>
        {begun.length === 0 ? null : (
          <section aria-label={say('studyMerge.begun')}>
            <h2>{say('studyMerge.begun')}</h2>
            <p>{say('studyMerge.begunHint')}</p>
            <ul>
              {begun.map(({ key, file, decisions, of }) => (
                <li key={key}>
                  <b><bdi>{file}</bdi></b><small>{say('studyMerge.begunCount', { decided: Object.keys(decisions).length, of: Math.max(of, Object.keys(decisions).length) })}</small>
                  <Button look="icon" why={say('studyMerge.forget', { file })} onPress={() => put(key, null)}><X size={14} strokeWidth={1.5} /></Button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <EarlierMerges />
      </div>
      <Team />
    </main>
  );
}
