import type { StudyPlace } from '../../shared/model/bridge.ts';
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
  const where = ({ file, shared }: StudyPlace) => [...(shared === null ? [] : [words.say('shared.inPlace', { place: shared.by === null ? words.say('shared.inFolder') : words.say(`shared.by.${shared.by}`) })]), file === desk.study?.file ? words.say('study.isOpen') : file].join(' · ');
  if (desk.studies.length === 0) return <p>{words.say('study.none')}</p>;
  return (
    <div className={styles['recent']}>
      {desk.studies.map((study) => (
        <button key={study.file} type="button" onClick={() => void act(async () => { await core.flushing.all(); await core.desk('desk.open', { file: study.file }); onOpened?.(); })}>
          <b>{study.name}</b><small title={study.file}>{where(study)}</small><time>{words.date(study.opened)}</time>
        </button>
      ))}
    </div>
  );
}
