import { Users } from 'lucide-react';
import { useAct } from '../core/act.ts';
import { useCore, useDesk } from '../core/context.tsx';
import { useWords } from '../core/words.tsx';
import styles from './frame.module.css';

/** Studies that were open before or lie in the studies folder. */
export function StudyList({ onOpened }: { onOpened?: () => void }) {
  const words = useWords();
  const core = useCore();
  const act = useAct();
  const desk = useDesk();
  if (!desk) return null;
  if (desk.studies.length === 0) return <p>{words.say('study.none')}</p>;
  return (
    <div className={styles['recent']}>
      {desk.studies.map((study) => (
        <button key={study.file} type="button" onClick={() => void act(async () => { await core.flushing.all(); await core.desk('desk.open', { file: study.file }); onOpened?.(); })}>
          <b>{study.name}</b>{study.shared === null ? null : <i><Users size={12} strokeWidth={1.5} aria-hidden />{words.say('shared.inPlace', { place: study.shared.by === null ? words.say('shared.inFolder') : words.say(`shared.by.${study.shared.by}`) })}</i>}<small title={study.file}>{study.file === desk.study?.file ? words.say('study.isOpen') : study.file}</small><time>{words.date(study.opened)}</time>
        </button>
      ))}
    </div>
  );
}
