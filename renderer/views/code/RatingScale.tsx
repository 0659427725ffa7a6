import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { ScaleStep } from '../../../shared/model/schema.ts';
import { useWords } from '../../core/words.tsx';
import styles from './code.module.css';

/** The scale of a dimension that has none of its own. */
const usual: readonly ScaleStep[] = [-2, -1, 0, 1, 2].map((value) => ({ value, anchor: '' }));
const shown = (value: number) => (value > 0 ? `+${value}` : String(value).replace('-', '−'));

/** Equal cells, one chosen; arrow keys move, choosing the chosen one again takes the rating away. `onRate` says whether it was taken. */
export function RatingScale({ rating: known, scale, onRate: take }: { rating: number | null; scale: readonly ScaleStep[]; onRate: (rating: number | null) => Promise<boolean> }) {
  const { say } = useWords();
  // Keys come faster than answers: what was chosen shows at once, and the next key goes on from there.
  const [wished, setWished] = useState<number | null | undefined>(undefined);
  useEffect(() => setWished((now) => (now === known ? undefined : now)), [known]);
  const rating = wished === undefined ? known : wished;
  const onRate = (value: number | null) => {
    setWished(value === known ? undefined : value);
    void take(value).then((taken) => { if (!taken) setWished(undefined); });
  };
  const cells = useRef<HTMLDivElement>(null);
  const own = scale.length > 0 ? scale : usual;
  // A rating from before the scale was changed stays, marked, until another is chosen.
  const isOff = rating !== null && !own.some((step) => step.value === rating);
  const steps = isOff ? [...own, { value: rating, anchor: say('scale.offHere') }].toSorted((a, b) => a.value - b.value) : own;
  const [first, last] = [steps[0]!, steps.at(-1)!];
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const place = steps.findIndex((step) => step.value === rating);
    const next = steps[Math.max(0, Math.min(steps.length - 1, place < 0 ? Math.floor(steps.length / 2) : place + by))]!;
    onRate(next.value);
    (cells.current?.children[steps.indexOf(next)] as HTMLElement | undefined)?.focus();
  };
  return (
    <div className={styles['rating']}>
      <div role="radiogroup" aria-label={say('excerpt.rating')} className={styles['scale']} ref={cells} onKeyDown={onKeyDown}>
        {steps.map((step) => (
          <button key={step.value} type="button" role="radio" aria-checked={step.value === rating} data-off={(isOff && step.value === rating) || undefined} tabIndex={step.value === rating || (rating === null && step === steps[Math.floor(steps.length / 2)]) ? 0 : -1} title={step.anchor || undefined} onClick={() => onRate(step.value === rating ? null : step.value)}>{shown(step.value)}</button>
        ))}
      </div>
      <div className={styles['anchors']}>{isOff ? <span>{say('scale.offHere')}: {shown(rating)}</span> : rating === null && !first.anchor ? <span>{say('passage.rateIt')}</span> : <><span>{first.anchor}</span><span>{last.anchor}</span></>}</div>
    </div>
  );
}
