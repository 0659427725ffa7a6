import { ArrowDown, ArrowUp, ChevronDown, CircleAlert, Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { ScaleStep } from '../../../shared/model/schema.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { useSeenCoder } from '../code/coders.ts';
import styles from './codebook.module.css';

const bare = (values: readonly number[]): ScaleStep[] => values.map((value) => ({ value, anchor: '' }));
const largest = 99;

/** The ordinal scale of a dimension, lowest first, with its anchors in words. A change that would put ratings off the scale is asked about. */
export function ScaleEditor({ code, scale }: { code: number; scale: readonly ScaleStep[] }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const told = useRated();
  const all = useLive('code.ratings', { code }) ?? [];
  const seen = useLive('code.ratings', { code, ...useSeenCoder() }, true) ?? [];
  const [asked, setAsked] = useState<readonly ScaleStep[] | null>(null);
  const offOn = (steps: readonly ScaleStep[], ratings = all) => (steps.length === 0 ? [] : ratings.filter(({ rating }) => !steps.some((step) => step.value === rating)));
  /** Ratings off a scale: those that one sees, each; of others only how many. */
  const tell = (what: 'scale.off' | 'scale.wouldBeOff', steps: readonly ScaleStep[]) => {
    const [mine, everybodys] = [told(offOn(steps, seen)), told(offOn(steps))];
    return [...(mine.count > 0 ? [say(what, mine)] : []), ...(everybodys.count > mine.count ? [say('blind.alsoOff', { count: everybodys.count - mine.count })] : [])].join(' ');
  };
  const write = (steps: readonly ScaleStep[]) => {
    setAsked(null);
    void act(() => core.call('code.change', { code, scale: steps.toSorted((a, b) => a.value - b.value) }));
  };
  const take = (steps: readonly ScaleStep[]) => {
    const more = offOn(steps).some(({ rating }) => !offOn(scale).some((each) => each.rating === rating));
    if (more) setAsked(steps);
    else write(steps);
  };
  const presets = [
    { id: 'five', label: say('scale.five'), run: () => take(bare([-2, -1, 0, 1, 2])) }, { id: 'likert', label: say('scale.likert'), run: () => take(bare([1, 2, 3, 4, 5])) },
    { id: 'levels', label: say('scale.levels'), run: () => take([{ value: 1, anchor: say('scale.low') }, { value: 2, anchor: say('scale.middle') }, { value: 3, anchor: say('scale.high') }]) },
  ];
  const off = offOn(scale);
  return (
    <fieldset className={styles['scale']}>
      <legend>{say('scale.title')}</legend>
      <Menu label={say('scale.preset')} groups={[{ entries: presets }, { entries: scale.length === 0 ? [] : [{ id: 'none', label: say('scale.none'), run: () => take([]) }] }]}><Button look="plain">{say('scale.preset')}<ChevronDown size={12} aria-hidden /></Button></Menu>
      {scale.length === 0 ? <p>{say('scale.usual')}</p> : <Steps scale={scale} take={take} />}
      {asked ? (
        <div role="alert" className={styles['offScale']}>
          <p>{tell('scale.wouldBeOff', asked)}</p>
          <div><Button onPress={() => setAsked(null)} autoFocus>{say('word.cancel')}</Button><Button look="danger" onPress={() => write(asked)}>{say('scale.anyway')}</Button></div>
        </div>
      ) : off.length > 0 ? <p className={styles['flag']}><CircleAlert size={13} strokeWidth={1.5} aria-hidden />{tell('scale.off', scale)}</p> : null}
    </fieldset>
  );
}

/** Ratings in words: how many they are, and each with how often it was given. */
function useRated() {
  const { number, list } = useWords();
  return (ratings: readonly { rating: number; codings: number }[]) => ({ count: ratings.reduce((sum, { codings }) => sum + codings, 0), list: list(ratings.map(({ rating, codings }) => `${number(rating)} (${number(codings)})`)) });
}

function Steps({ scale, take }: { scale: readonly ScaleStep[]; take: (steps: readonly ScaleStep[]) => void }) {
  const { say, number } = useWords();
  const change = (place: number, fields: Partial<ScaleStep>) => take(scale.map((step, index) => (index === place ? { ...step, ...fields } : step)));
  const swap = (one: number, other: number) => take(scale.map((step, index) => (index === one ? { ...step, anchor: scale[other]!.anchor } : index === other ? { ...step, anchor: scale[one]!.anchor } : step)));
  const revalue = (place: number, typed: string) => {
    const value = Number(typed.trim().replace('−', '-'));
    if (typed.trim() !== '' && Number.isInteger(value) && Math.abs(value) <= largest && !scale.some((step) => step.value === value)) change(place, { value });
  };
  const [low, high] = [scale[0]!.value - 1, scale.at(-1)!.value + 1];
  return (
    <>
      <ol>
        {scale.map((step, place) => (
          <li key={step.value}>
            <Field label={`${say('scale.value')} ${number(step.value)}`} hidden value={number(step.value)} onCommit={(typed) => revalue(place, typed)} />
            <Field label={`${say('scale.anchor')} ${number(step.value)}`} hidden value={step.anchor} placeholder={say('scale.anchor')} onCommit={(anchor) => change(place, { anchor: anchor.slice(0, 200) })} />
            <Button look="icon" why={say('scale.up', { value: step.value })} isDisabled={place === 0} onPress={() => swap(place, place - 1)}><ArrowUp size={12} strokeWidth={1.5} /></Button>
            <Button look="icon" why={say('scale.down', { value: step.value })} isDisabled={place === scale.length - 1} onPress={() => swap(place, place + 1)}><ArrowDown size={12} strokeWidth={1.5} /></Button>
            <Button look="icon" why={say('scale.remove', { value: step.value })} onPress={() => take(scale.filter((each) => each !== step))}><X size={12} strokeWidth={1.5} /></Button>
          </li>
        ))}
      </ol>
      <div className={styles['ends']}>
        <Button look="plain" isDisabled={low < -largest} onPress={() => take([{ value: low, anchor: '' }, ...scale])}><Plus size={12} aria-hidden />{say('scale.addLow')}</Button>
        <Button look="plain" isDisabled={high > largest} onPress={() => take([...scale, { value: high, anchor: '' }])}><Plus size={12} aria-hidden />{say('scale.addHigh')}</Button>
      </div>
    </>
  );
}
