import { useAct } from '../core/act.ts';
import { useCore, useDesk } from '../core/context.tsx';
import { useWords } from '../core/words.tsx';
import { Button } from '../parts/Button.tsx';
import { useSessionStore } from '../session.ts';
import styles from './frame.module.css';
import { StudyList } from './StudyList.tsx';

/** No study is open: make one, open one, or look at the sample. */
export function Welcome() {
  const { say, language } = useWords();
  const core = useCore();
  const session = useSessionStore();
  const act = useAct();
  const desk = useDesk();
  return (
    <main className={styles['welcome']}>
      <div className={styles['welcomeInside']}>
        <h1>{say('welcome.title')}</h1>
        <p>{say('welcome.text')}</p>
        <div className={styles['buttons']}>
          <Button look="primary" onPress={() => session.set({ open: 'newStudy' })}>{say('study.new')}</Button>
          <button type="button" className={styles['link']} onClick={() => void act(async () => { await core.desk('desk.sample', { language }); })}>{say('command.study.sample')}</button>
        </div>
        {desk && desk.studies.length > 0 ? <><hr /><StudyList /></> : null}
      </div>
    </main>
  );
}
