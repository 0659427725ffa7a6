import { useState, type KeyboardEvent } from 'react';
import { languageOf } from '../../../shared/model/text.ts';
import { sayDone } from '../../commands.ts';
import { useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Segments } from '../../parts/Choice.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import { useSession } from '../../session.ts';
import { useSeenCoder, useSeenDocuments } from '../code/coders.ts';
import { Differences } from './Differences.tsx';
import { HurtPassages } from './HurtPassages.tsx';
import styles from './textHistory.module.css';

type Step = Outcome<'document.history'>[number];
type Against = 'before' | 'now';

/** Who changed the text of the document at hand, and when; how it read then, held against what was before or against now. Nothing is written. */
export function TextHistory({ close }: { close: () => void }) {
  const { say } = useWords();
  const document = useSession((now) => now.document);
  const name = useSeenDocuments()?.find(({ id }) => id === document)?.name ?? '';
  const steps = useLive('document.history', document === null ? null : { document });
  const [chosen, setChosen] = useState<number | null>(null);
  const [against, setAgainst] = useState<Against>('before');
  const step = steps?.find(({ last }) => last === chosen) ?? steps?.[0];
  return (
    <Sheet title={say('textHistory.title', { document: name })} size="wide" onClose={close}>
      {!steps || document === null ? null : !step ? <p className={styles['quiet']}>{say('textHistory.none')}</p> : (
        <div className={styles['history']}>
          <Steps steps={steps} name={name} chosen={step.last} onChoose={setChosen} />
          <section className={styles['shown']} aria-label={say('textHistory.differences')}>
            <Segments label={say('textHistory.against')} value={against} options={[{ id: 'before', label: say('textHistory.step') }, { id: 'now', label: say('textHistory.now') }]} onChange={setAgainst} />
            <Compared document={document} step={step} against={against} />
          </section>
        </div>
      )}
    </Sheet>
  );
}

/** One stop for Tab; arrows choose. */
function Steps({ steps, name, chosen, onChoose }: { steps: readonly Step[]; name: string; chosen: number; onChoose: (last: number) => void }) {
  const words = useWords();
  const { say } = words;
  const place = steps.findIndex(({ last }) => last === chosen);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const next = { ArrowDown: place + 1, ArrowUp: place - 1, PageDown: place + 10, PageUp: place - 10, Home: 0, End: steps.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const there = Math.max(0, Math.min(steps.length - 1, next));
    onChoose(steps[there]!.last);
    event.currentTarget.querySelectorAll<HTMLElement>('[role="option"]')[there]?.focus();
  };
  return (
    <div role="listbox" aria-label={say('textHistory.steps')} className={styles['steps']} onKeyDown={onKeyDown}>
      {steps.map((step) => (
        <div key={step.last} role="option" aria-selected={step.last === chosen} tabIndex={step.last === chosen ? 0 : -1} className={styles['step']} onClick={() => onChoose(step.last)}>
          <span className={styles['stepHead']}><time>{words.moment(step.until)}</time><bdi>{step.who}</bdi></span>
          {step.kind === 'do' && step.operation === 'document.edit' ? null : <span>{step.kind === 'do' ? '' : `${say(`command.history.${step.kind}`)}: `}{sayDone(words, { operation: step.operation, about: { document: name } })}</span>}
          <span className={styles['sample']} lang={languageOf(step.removed + step.inserted) || undefined}>{step.left}{step.removed === '' ? null : <del>{step.removed}</del>}{step.inserted === '' ? null : <ins>{step.inserted}</ins>}{step.right}</span>
          {step.lost + step.shortened + step.restored > 0 ? (
            <small>{[step.lost > 0 ? say('textHistory.lost', { count: step.lost }) : '', step.shortened > 0 ? say('textHistory.shortened', { count: step.shortened }) : '', step.restored > 0 ? say('textHistory.restored', { count: step.restored }) : ''].filter(Boolean).join(say('status.and'))}</small>
          ) : null}
        </div>
      ))}
    </div>
  );
}

function Compared({ document, step, against }: { document: number; step: Step; against: Against }) {
  const { say } = useWords();
  const seen = useSeenCoder();
  const compared = useLive('document.compare', { document, ...(against === 'before' ? { from: step.first - 1, to: step.last } : { from: step.last, to: null }), ...seen }, true);
  if (!compared) return null;
  if (compared.earlier === compared.later) return <p className={styles['quiet']}>{say('textHistory.same')}</p>;
  return (
    <>
      <HurtPassages hurt={compared.hurt} />
      <Differences key={`${step.last}/${against}`} pieces={compared.pieces} />
    </>
  );
}
