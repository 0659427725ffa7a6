import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSessionStore } from '../../session.ts';
import styles from '../code/code.module.css';
import { Pane } from '../code/Pane.tsx';
import { useSeenCodes } from '../code/coders.ts';
import { SetsOf } from './SetsOf.tsx';
import { Swatches } from './Swatches.tsx';

/** Several codes at once: their colour, and the sets they are in. */
export function SeveralCodes({ codes: ids }: { codes: readonly number[] }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const codes = (useSeenCodes() ?? []).filter((code) => ids.includes(code.id));
  const [first] = codes;
  const colour = first && codes.every((code) => code.colour === first.colour) ? first.colour : null;
  return (
    <Pane title={say('book.several')} detail={say('book.chosen', { count: codes.length })}>
      {first ? (
        <div className={styles['fields']}>
          <Swatches facet={first.facet} colour={colour} onChange={(chosen) => void act(() => core.call('code.recolour', { codes: codes.map((code) => code.id), colour: chosen }))} />
          <SetsOf codes={codes.map((code) => code.id)} />
          <ul className={styles['also']}>
            {codes.map((code) => <li key={code.id}><button type="button" onClick={() => session.set({ aside: { kind: 'code', id: code.id }, litCode: code.id })}><Sign facet={code.facet} colour={code.colour} /><span className={styles['cut']} title={code.path}><bdi>{code.name}</bdi></span><span className={styles['n']}>{code.codings || ''}</span></button></li>)}
          </ul>
        </div>
      ) : null}
    </Pane>
  );
}
