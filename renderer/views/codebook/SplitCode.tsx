import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Met } from '../../frame/Met.tsx';
import { Button } from '../../parts/Button.tsx';
import { Segments } from '../../parts/Choice.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import { useSeenCoder, useSeenCodes } from '../code/coders.ts';
import { InContext } from './InContext.tsx';
import styles from './split.module.css';
import { SplitTargets } from './SplitTargets.tsx';
import { decide, mostSplit, nextOpen, toggled, untouched, type Split } from './splitting.ts';
import type { Code } from './tree.ts';
import { useSplits } from './useSplits.ts';

/** Walks through the passages of a code one by one, and divides them among others in one step. It can be left and taken up again, also after a restart. */
export function SplitCode({ code, close }: { code: Code; close: () => void }) {
  const { say, language } = useWords();
  const core = useCore();
  const act = useAct();
  const codes = useSeenCodes();
  const { splits, put: keep, isKnown } = useSplits(codes);
  const split = splits.get(code.uuid) ?? untouched;
  const seen = useSeenCoder();
  const found = useLive('code.excerpts', { code: code.id, limit: mostSplit, ...seen });
  const everybodys = useLive('code.count', seen.coder === undefined ? null : { code: code.id })?.codings ?? 0;
  const hidden = Math.max(0, everybodys - (codes?.find(({ id }) => id === code.id)?.codings ?? everybodys));
  const excerpts = isKnown ? found : undefined;
  const box = useRef<HTMLDivElement>(null);
  const put = (next: Split | null) => keep(code.uuid, next);
  const codings = (excerpts ?? []).map((excerpt) => excerpt.uuid);
  const at = split.at !== null && codings.includes(split.at) ? split.at : nextOpen(split, codings, null) ?? codings[0] ?? null;
  const place = at === null ? -1 : codings.indexOf(at);
  const excerpt = excerpts?.[place];
  const decided = codings.filter((coding) => split.decided.has(coding));
  const going = decided.filter((coding) => split.decided.get(coding)!.to.length > 0);
  const isRead = excerpts !== undefined;
  useEffect(() => { if (isRead) box.current?.focus(); }, [isRead]);

  const step = (by: 1 | -1) => { const next = codings[place + by]; if (next !== undefined) put({ ...split, at: next }); };
  /** Decides about the passage in sight and goes on to the next that is open. */
  const choose = (to: readonly number[]) => {
    if (at === null) return;
    const next = decide(split, at, { to, keep: to.length > 0 && (split.decided.get(at)?.keep ?? false) });
    put({ ...next, at: nextOpen(next, codings, at) ?? at });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (at === null || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing || (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox')) return;
    const digit = /^Digit(\d)$/.exec(event.code)?.[1] ?? (/^\d$/.test(event.key) ? event.key : undefined);
    if (digit !== undefined) {
      const target = Number(digit) - 1;
      if (digit === '0') choose([]);
      else if (target < split.targets.length) { if (event.shiftKey) put({ ...toggled(split, at, target), at }); else choose([target]); }
    } else if (event.key === 'ArrowRight' || event.key === 'j') step(1);
    else if (event.key === 'ArrowLeft' || event.key === 'k') step(-1);
    else return;
    event.preventDefault();
  };
  const run = () => void act(async () => {
    await core.flushing.all();
    const numbers = new Map((excerpts ?? []).map((each) => [each.uuid, each.coding]));
    const codeOf = new Map((codes ?? []).map((each) => [each.uuid, each.id]));
    const done = await core.call('code.split', { code: code.id, targets: split.targets.map((target) => ('code' in target ? { code: codeOf.get(target.code)! } : { ...target })), choices: going.map((coding) => ({ coding: numbers.get(coding)!, to: [...split.decided.get(coding)!.to], keep: split.decided.get(coding)!.keep })), place: split.place, language });
    // What stays was looked at; what is open is there when it is taken up again, with the same codes to choose from. So is what was decided of codings that do not show now.
    const open = codings.length - decided.length;
    const unseen = seen.coder === undefined ? [] : [...split.decided].filter(([coding]) => !numbers.has(coding));
    put(open === 0 && unseen.length === 0 ? null : { ...untouched, place: split.place, targets: done.uuids.map((target) => ({ code: target })), decided: new Map([...decided.filter((coding) => !going.includes(coding) || split.decided.get(coding)!.keep).map((coding) => [coding, { to: [], keep: false }] as const), ...unseen]) });
    if (open === 0) close();
  });
  return (
    <Sheet title={say('split.title', { code: code.name })} size="wide" onClose={close}>
      <div className={styles['split']} ref={box} tabIndex={-1} onKeyDown={onKeyDown}>
        {excerpts === undefined ? null : excerpt === undefined ? <p>{say('code.noQuotations')}</p> : (
          <>
            <div className={styles['left']}>
              <div className={styles['walk']}>
                <Button look="icon" why={say('split.before')} keys="←" isDisabled={place <= 0} onPress={() => step(-1)}><ArrowLeft size={14} strokeWidth={1.5} /></Button>
                <Button look="icon" why={say('split.next')} keys="→" isDisabled={place >= codings.length - 1} onPress={() => step(1)}><ArrowRight size={14} strokeWidth={1.5} /></Button>
                <span aria-live="polite">{say('split.place', { place: place + 1, of: codings.length })}</span>
              </div>
              <InContext excerpt={excerpt} />
            </div>
            <div className={styles['right']}>
              <SplitTargets code={code} split={split} at={at!} put={put} choose={choose} leave={() => box.current?.focus()} />
              <Segments label={say('split.where')} value={split.place} onChange={(where) => put({ ...split, place: where })} options={[{ id: 'below', label: say('split.below') }, { id: 'beside', label: say('split.beside') }]} />
            </div>
          </>
        )}
        {seen.coder === undefined ? null : <p className={styles['hint']}>{say('margin.onlyMineCount')}{hidden > 0 ? ` ${say('blind.othersStay', { count: hidden, code: code.name })}` : ''}</p>}
        <Met />
        <footer className={styles['foot']}>
          <progress max={Math.max(1, codings.length)} value={decided.length} aria-label={say('split.progress')} />
          <span>{say('split.decided', { decided: decided.length, of: codings.length })} {say('split.resume')}</span>
          <Button onPress={close}>{say('word.close')}</Button>
          <Button look="primary" isDisabled={going.length === 0} onPress={run}>{say('split.run', { count: going.length })}</Button>
        </footer>
      </div>
    </Sheet>
  );
}
