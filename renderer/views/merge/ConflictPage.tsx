import { ArrowDown, ArrowUp, BookOpenText, Undo2 } from 'lucide-react';
import { useId } from 'react';
import type { Piece } from '../../../shared/model/codebookDiff.ts';
import type { MergeChoice } from '../../../shared/model/merge.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { sayAuthor } from '../../../shared/words/sayMerge.ts';
import { Choice } from '../../parts/Choice.tsx';
import { useSessionStore } from '../../session.ts';
import { marked, Pieces } from './Marked.tsx';
import styles from './merge.module.css';
import { choiceKeys, scopes, takeIn, together, type Conflict, type Preview, type Scope } from './merging.ts';
import { sayChoice, sayValue, sayWhat } from './saying.ts';
import type { Merge } from './useMerging.ts';

/** One difference: ours, what both had, theirs, and whose is to hold. */
export function ConflictPage({ work, conflict, place, scope, setScope, step, later }: { work: Merge; conflict: Conflict; place: number; scope: Scope; setScope: (scope: Scope) => void; step: (by: number) => void; later: () => void }) {
  const words = useWords();
  const { say } = words;
  const session = useSessionStore();
  const { about, where, at, decision, key } = conflict;
  const inText = () => { if (at) session.set({ view: 'code', document: at.document, passage: null, coders: null, selection: at.end > at.start ? { start: at.start, end: at.end } : null, goto: { start: at.start, end: at.end, wish: Date.now() } }); };
  const said = { ...conflict, ours: sayValue(words, conflict, conflict.ours), base: sayValue(words, conflict, conflict.base), theirs: sayValue(words, conflict, conflict.theirs) };
  const after = resultOf(said);
  return (
    <section className={styles['page']} aria-labelledby="merge-conflict">
      <header>
        <div><h2 id="merge-conflict"><bdi>{about}</bdi></h2><p>{say('studyMerge.place', { place: place + 1, of: work.conflicts.length, what: sayWhat(words, conflict) })}{where === '' ? '' : ` · ${where}`}</p></div>
        {at ? <Button look="plain" onPress={inText}><BookOpenText size={15} strokeWidth={1.5} aria-hidden />{say('studyMerge.inText')}</Button> : null}
        <Button look="icon" why={say('studyMerge.before')} keys="K" onPress={() => step(-1)}><ArrowUp size={16} strokeWidth={1.5} /></Button>
        <Button look="icon" why={say('studyMerge.after')} keys="J" onPress={() => step(1)}><ArrowDown size={16} strokeWidth={1.5} /></Button>
      </header>
      <Sides conflict={said} agreed={work.merging.preview?.last ?? null} />
      <Choices conflict={conflict} choose={(choice) => work.decide([key], choice)} />
      <p className={styles['later']}>
        {decision === null ? <Button look="plain" isDisabled={work.open < 2} onPress={later}>{say('studyMerge.later')}<kbd>N</kbd></Button> : <Button look="plain" onPress={() => work.decide([key], null)}>{say('studyMerge.takeBack')}<kbd>⌫</kbd></Button>}
        {work.merging.past.length === 0 ? null : <Button look="plain" onPress={work.stepBack}><Undo2 size={14} strokeWidth={1.5} aria-hidden />{say('studyMerge.stepBack')}<kbd>U</kbd></Button>}
      </p>
      <InOneGo work={work} conflict={conflict} scope={scope} choose={setScope} />
      <p className={styles['keys']}>{say('studyMerge.keys')}</p>
      {decision === null ? null : (
        <div className={styles['after']} aria-live="polite">
          <h3>{say('studyMerge.afterwards')}</h3>
          {after === undefined ? <p>{sayChoice(words, conflict, decision)}</p> : after === null ? <p>{say('studyMerge.nothingThere')}</p> : <p className={styles['value']} lang={languageOf(after)}>{after}</p>}
        </div>
      )}
    </section>
  );
}
/** What stands there afterwards, where that is a text; undefined where it is more than that. */
function resultOf({ kind, table, field, ours, theirs, decision }: Conflict): string | null | undefined {
  if ((kind !== 'field' && kind !== 'text' && kind !== 'span') || decision === null) return undefined;
  if (decision === 'both') return table === 'codes' && field === 'name' ? undefined : `${ours ?? ''}\n\n${theirs ?? ''}`;
  return decision === 'mine' ? ours : theirs;
}

function Sides({ conflict: { ours, base, theirs, kind, by }, agreed }: { conflict: Conflict; /** The last entry that both know. */ agreed: Preview['last'] }) {
  const words = useWords();
  const { say } = words;
  const author = (side: 'ours' | 'base' | 'theirs') => {
    if (side === 'base') return base === null || agreed === null ? null : <small>{words.moment(agreed.at)}</small>;
    return by[side] === null ? null : <small>{sayAuthor(words, by[side], (side === 'ours' ? ours : theirs) === null)}</small>;
  };
  const isCount = kind === 'turns';
  const told = (text: string | null, other: string | null): readonly Piece[] | null => (text === null ? null : isCount ? [{ text: say('studyMerge.turns', { count: Number(text) }), kind: 'same' }] : base === null ? marked(other, text, false) : marked(base, text, true));
  const sides = [['ours', ours, told(ours, theirs)], ['base', base, base === null ? null : [{ text: base, kind: 'same' } as const]], ['theirs', theirs, told(theirs, ours)]] as const;
  return (
    <div className={styles['sides']}>
      {sides.map(([side, text, pieces]) => (
        <section key={side} data-side={side} aria-label={say(`studyMerge.side_.${side}`)}>
          <h3>{say(`studyMerge.side_.${side}`)}{author(side)}</h3>
          {pieces === null ? <p className={styles['none']}>{say(side === 'base' && kind !== 'goneHere' ? 'studyMerge.noBase' : 'studyMerge.nothingThere')}</p> : (
            <p className={styles['value']} lang={languageOf(text ?? '')}><Pieces pieces={pieces} /></p>
          )}
        </section>
      ))}
    </div>
  );
}

/** The same for all that belong with this one and are undecided: of its kind, in its document, by its coder, or all. */
function InOneGo({ work, conflict, scope, choose }: { work: Merge; conflict: Conflict; scope: Scope; choose: (scope: Scope) => void }) {
  const { say, number } = useWords();
  const counted = scopes.map((id) => ({ id, all: together(work.conflicts, conflict, id).filter(({ key }) => key !== conflict.key) }));
  if (counted.every(({ all }) => all.length === 0)) return null;
  // What was chosen stays, also where there is nothing more of it: the keys never do more than what is said.
  const offered = counted.filter(({ id, all }) => all.length > 0 || id === scope);
  const { id, all } = offered.find((each) => each.id === scope)!;
  const name = { kind: say(`studyMerge.kind.${conflict.kind}`), document: conflict.document ?? '', coder: conflict.by.theirs?.who ?? '', all: '' };
  return (
    <div className={styles['all']}>
      <Choice label={say('studyMerge.inOneGo')} value={id} onChange={choose} options={offered.map((each) => ({ id: each.id, label: say(`studyMerge.scope.${each.id}`, { name: name[each.id] }), hint: number(each.all.length + 1) }))} />
      {choiceKeys.filter(([, choice]) => [conflict, ...all].some(({ choices }) => choices.includes(choice))).map(([digit, choice]) => <Button key={choice} onPress={() => work.decide(takeIn([conflict, ...all], choice), choice)}>{say(`studyMerge.allOf.${choice}`, { count: takeIn([conflict, ...all], choice).length })}<kbd>{`⇧ ${digit}`}</kbd></Button>)}
    </div>
  );
}

function Choices({ conflict, choose }: { conflict: Conflict; choose: (choice: MergeChoice) => void }) {
  const words = useWords();
  const { say } = words;
  const name = useId();
  return (
    <div className={styles['choices']} role="radiogroup" aria-label={say('studyMerge.whose')}>
      {choiceKeys.map(([digit, choice]) => (!conflict.choices.includes(choice) ? <i key={choice} aria-hidden /> : (
        <label key={choice} data-chosen={conflict.decision === choice || undefined}>
          <input type="radio" name={name} checked={conflict.decision === choice} onChange={() => choose(choice)} />
          <span><b>{say(`studyMerge.choice.${choice}`)}</b><small>{sayChoice(words, conflict, choice)}</small></span>
          <kbd>{digit}</kbd>
        </label>
      )))}
    </div>
  );
}
