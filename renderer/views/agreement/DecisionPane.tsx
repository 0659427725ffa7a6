import { ArrowDown, ArrowUp } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import type { Decision, Disagreement, DisagreementSide } from '../../../shared/model/agreement.ts';
import type { Facet } from '../../../shared/model/schema.ts';
import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSeenCodes } from '../code/coders.ts';
import styles from './agreement.module.css';
import { Anew, shortened } from './Anew.tsx';
import type { AgreementDesk } from './useAgreement.ts';
import type { useDeciding } from './useDeciding.ts';

interface DecisionProps {
  readonly desk: AgreementDesk; readonly item: Disagreement; readonly place: { readonly index: number; readonly count: number; readonly go: (to: number) => void };
  readonly deciding: ReturnType<typeof useDeciding>; readonly note: string; readonly onNote: (note: string) => void; readonly all: boolean; readonly onAll: (all: boolean) => void;
}
/** The words of the disagreement as each coder has them, and what can be decided about it. */
export function DecisionPane({ desk, item, place, deciding, note, onNote, all, onAll }: DecisionProps) {
  const words = useWords();
  const { say } = words;
  const id = useId();
  const codes = useSeenCodes();
  const text = useLive('document.read', { document: item.document })?.text ?? '';
  const code = codes?.find((each) => each.id === item.code);
  const nameOf = (of: number | null) => codes?.find((each) => each.id === of)?.name ?? '–';
  return (
    <aside className={styles['right']} aria-label={say('agreement.decide')}>
      <header className={styles['paneHead']}>
        <h2>{code ? <Sign facet={code.facet} colour={code.colour} /> : null}<bdi title={code?.path}>{code?.name}</bdi></h2>
        <small>{say('agreement.nth', { nth: place.index + 1, all: place.count })}</small>
        <Button look="icon" why={say('agreement.previous')} keys="K" isDisabled={place.index <= 0} onPress={() => place.go(place.index - 1)}><ArrowUp size={16} strokeWidth={1.5} /></Button>
        <Button look="icon" why={say('agreement.next')} keys="J" isDisabled={place.index >= place.count - 1} onPress={() => place.go(place.index + 1)}><ArrowDown size={16} strokeWidth={1.5} /></Button>
      </header>
      <div className={styles['paneBody']}>
        {item.decision?.outdated ? <p className={styles['caveat']}>{say('agreement.outdated', { ...sayDecision(words, item.decision, desk.nameOf) })}</p> : null}
        {item.sides.map((side) => <Side key={side.coder} side={side} item={item} text={text} name={desk.nameOf(side.coder)} codeName={nameOf} isDimension={code?.facet === 'dimension'} />)}
        {item.decision && !item.decision.outdated ? <Decided desk={desk} decision={item.decision} onReopen={deciding.reopen}>{item.consensus.map(({ code: made, start, end, rating }) => <InConsensus key={`${made}/${start}`} made={codes?.find((each) => each.id === made)} words={text.slice(start, end)} rating={rating} />)}</Decided> : (
          <>
            <div className={styles['choices']} role="group" aria-label={say('agreement.decide')}>
              {deciding.choices.map((choice) => <button key={choice.id} type="button" title={choice.hint || undefined} onClick={choice.run}><span className={styles['cut']}>{choice.label}</span><kbd aria-hidden>{choice.keys.toUpperCase()}</kbd></button>)}
            </div>
            {deciding.alike > 1 && item.kind === 'place' ? <label className={styles['check']}><input type="checkbox" checked={all} onChange={(event) => onAll(event.target.checked)} />{say('agreement.decideAll', { count: deciding.alike })}</label> : null}
            {item.kind === 'gone' ? null : <Anew deciding={deciding} item={item} text={text} />}
            <label className={styles['note']} htmlFor={id}>{say('agreement.note')}</label>
            <textarea id={id} className={styles['noteText']} rows={2} value={note} placeholder={say('agreement.noteHint')} maxLength={10_000} onChange={(event) => onNote(event.target.value)} />
            <p className={styles['hint']}>{say('agreement.whereTo')} {say('agreement.keys')}</p>
          </>
        )}
      </div>
    </aside>
  );
}
const sayDecision = (words: ReturnType<typeof useWords>, { verdict, taken, coder, created }: Decision, nameOf: (coder: number | null) => string) => ({ verdict: words.say(`agreement.verdicts.${verdict}`, { coder: nameOf(taken) }), coder: nameOf(coder), date: words.date(created) });

function Decided({ desk, decision, onReopen, children }: { desk: AgreementDesk; decision: Decision; onReopen: () => void; children: ReactNode }) {
  const words = useWords();
  return (
    <div className={styles['decided']}>
      <p>{words.say('agreement.decidedBy', sayDecision(words, decision, desk.nameOf))}</p>
      {children}
      {decision.note === '' ? null : <blockquote>{decision.note}</blockquote>}
      <Button onPress={onReopen}>{words.say('agreement.reopen')}</Button>
    </div>
  );
}

/** What the decision put into the consensus layer: with which code, and on which words. */
function InConsensus({ made, words: coded, rating }: { made: { readonly name: string; readonly path: string; readonly facet: Facet; readonly colour: string } | undefined; words: string; rating: number | null }) {
  const { number } = useWords();
  return <p className={styles['made']}>{made ? <span title={made.path}><Sign facet={made.facet} colour={made.colour} /><bdi>{made.name}</bdi>{rating === null ? null : <b>{`${rating > 0 ? '+' : ''}${number(rating)}`}</b>}</span> : null}<q>{shortened(coded, 90)}</q></p>;
}
/** Words around the disagreement that are shown with it. */
const around = 60;
/** One coder's codings in the words of all: hers with the wash of the text, what only others have dashed. */
function Side({ side, item, text, name, codeName, isDimension }: { side: DisagreementSide; item: Disagreement; text: string; name: string; codeName: (code: number | null) => string; isDimension: boolean }) {
  const words = useWords();
  const { say, number } = words;
  const from = Math.max(0, text.lastIndexOf(' ', Math.max(0, item.start - around)) + 1, text.lastIndexOf('\n', Math.max(0, item.start - 1)) + 1);
  const lineEnd = text.indexOf('\n', item.end);
  const to = Math.min(lineEnd < 0 ? text.length : Math.max(item.end, lineEnd), item.end + around);
  const bounds = [...new Set([from, to, item.start, item.end, ...side.codings.flatMap(({ start, end }) => [start, end])])].filter((at) => at >= from && at <= to).toSorted((a, b) => a - b);
  const said = side.codings.flatMap(({ id, rating, party, counterparty }) => [
    ...(isDimension ? [{ key: `r${id}`, told: rating === null ? say('agreement.unrated') : say('agreement.rating', { rating: `${rating > 0 ? '+' : ''}${number(rating)}` }) }] : []),
    ...(party === null && counterparty === null ? [] : [{ key: `p${id}`, told: say('agreement.against', { party: codeName(party), counterparty: codeName(counterparty) }) }]),
  ]);
  return (
    <section className={styles['side']}>
      <h3><bdi>{name}</bdi><small>{side.codings.length === 0 ? say('agreement.hasNot') : said.map(({ told }) => told).join(' · ')}</small></h3>
      <p className={styles['words']}>
        {bounds.slice(0, -1).map((start, index) => {
          const end = bounds[index + 1]!;
          const own = side.codings.some((coding) => coding.start <= start && coding.end >= end);
          const inside = start >= item.start && end <= item.end;
          return <span key={start} className={own ? styles['own'] : inside ? styles['others'] : styles['around']}>{text.slice(start, end)}</span>;
        })}
      </p>
    </section>
  );
}
