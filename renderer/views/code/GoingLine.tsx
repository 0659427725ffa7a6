import { X } from 'lucide-react';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSeenCodes } from './coders.ts';
import styles from './turn.module.css';
import type { Going, Told } from './useGoing.ts';

/** Codes that are named; of more, only how many. */
const named = 4;
const said = {
  would: { seen: 'correct.going.would', hidden: 'correct.going.wouldHidden' },
  gone: { seen: 'correct.going.gone', hidden: 'correct.going.goneHidden' },
  cut: { seen: 'correct.going.cut', hidden: 'correct.going.cutHidden' },
  half: { seen: 'correct.going.half', hidden: 'correct.going.halfHidden' },
} as const;

/** Which codings go with the words that are selected, or went with those that were deleted. It stands below the text and stops nobody. */
export function GoingLine({ going, close }: { going: Going | null; close: () => void }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  return (
    <div className={styles['going']} aria-live="polite" data-gone={going?.gone || undefined}>
      {going === null ? null : (
        <>
          <div className={styles['told']}>
            <ToldLine what={going.cut ? 'cut' : going.gone ? 'gone' : 'would'} told={going} />
            <ToldLine what="half" told={going.half} />
          </div>
          {going.gone && going.last ? <Button onPress={() => void act(async () => { await core.flushing.all(); await core.call('history.undo', {}); })}>{say('command.history.undo')}</Button> : null}
          {going.gone && !going.last ? <small>{say('correct.going.later')}</small> : null}
          {going.gone ? <Button look="icon" why={say('correct.going.keep')} onPress={close}><X size={14} strokeWidth={1.5} /></Button> : null}
        </>
      )}
    </div>
  );
}

/** How many codings that concerns, and their codes. */
function ToldLine({ what, told: { codings, hidden } }: { what: keyof typeof said; told: Told }) {
  const { say, number } = useWords();
  const codes = useSeenCodes();
  const counted = [...Map.groupBy(codings, ({ code }) => code)].map(([code, each]) => ({ code: codes?.find(({ id }) => id === code), count: each.length }));
  return codings.length + hidden === 0 ? null : (
    <p>
      {/* Of what one does not see, only how many: no code, no name. */}
      <span>{codings.length === 0 ? say(said[what].hidden, { count: hidden }) : say(said[what].seen, { count: codings.length })}</span>
      <span className={styles['goingCodes']}>
        {counted.slice(0, named).map(({ code, count }) => (code ? <span key={code.id} title={code.path}><Sign facet={code.facet} colour={code.colour} /><bdi>{code.name}</bdi>{count > 1 ? <small>{number(count)}</small> : null}</span> : null))}
        {counted.length > named ? <small>{say('correct.going.more', { count: counted.length - named })}</small> : null}
        {codings.length > 0 && hidden > 0 ? <small>{say('correct.going.andHidden', { count: hidden })}</small> : null}
      </span>
    </p>
  );
}
