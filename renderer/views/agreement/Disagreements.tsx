import { useRef, useState, type KeyboardEvent } from 'react';
import { sayLeftOutDocuments } from '../../../shared/words/sayAgreement.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { useSessionStore } from '../../session.ts';
import { DocumentDesk } from '../code/DocumentDesk.tsx';
import styles from './agreement.module.css';
import { DecisionPane } from './DecisionPane.tsx';
import { DisagreementList } from './DisagreementList.tsx';
import type { AgreementDesk } from './useAgreement.ts';
import { useDeciding } from './useDeciding.ts';
import { useDisagreements } from './useDisagreements.ts';

/** Where coders differ as a list to work through: both codings stand in the margins of the document, and are decided by a key. */
export function Disagreements({ desk }: { desk: AgreementDesk }) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const work = useDisagreements(desk);
  const [note, setNote] = useState('');
  const [all, setAll] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const deciding = useDeciding(desk, work, { note, all, done: () => { setNote(''); setAll(false); list.current?.focus(); } });
  const { found, current, index, rows, go } = work;
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    // In the text keys are those of coding; in a field they are letters, and in a choice they find what begins with them.
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || target.closest('main, input, textarea, [aria-haspopup], [role="listbox"]:not([tabindex="0"]), [role="dialog"], [role="menu"]')) return;
    const key = event.key.toLowerCase();
    const verdict = /^[1-9]$/.test(key) ? deciding.choices[Number(key) - 1] : deciding.choices.find((choice) => choice.keys === key || choice.also === key);
    if (key === 'j' || (key === 'arrowdown' && target === list.current)) go(index + 1);
    else if (key === 'k' || (key === 'arrowup' && target === list.current)) go(index - 1);
    else if (verdict) verdict.run();
    else if (key === 'c' && current && deciding.choices.length > 0) { if (deciding.isAnew) deciding.anew(); else session.set({ readingWanted: true }); }
    else if (key === 'o' && current && deciding.choices.length > 0) event.currentTarget.querySelector<HTMLElement>('[data-anew] [aria-haspopup="listbox"]')?.click();
    else return;
    event.preventDefault();
  };
  const adopt = () => void act(async () => {
    const { agreements } = await core.call('agreement.adopt', { ...desk.question, triples: false, layer: say('agreement.consensus') });
    session.set({ notice: { said: say('agreement.adopted', { count: agreements }) } });
  });
  const [counted] = sayLeftOutDocuments(words, found?.leftOut ?? [], desk.nameOf);
  return (
    <div className={styles['view']} data-left data-right={current !== null || undefined} onKeyDown={onKeyDown}>
      <DisagreementList desk={desk} work={work} list={list} onAdopt={adopt} />
      <main className={styles['main']}>
        {current ? <DocumentDesk key={current.document} document={current.document} /> : found ? (
          <div className={styles['empty']}>
            <h1>{say(desk.wished.show === 'open' ? 'agreement.noneOpen' : 'agreement.noneDecided')}</h1>
            {desk.blind ? <p>{say('agreement.blindNone')}</p> : counted === undefined ? null : <p>{counted} {say('agreement.nothingWay')}</p>}
          </div>
        ) : null}
      </main>
      {current ? <DecisionPane key={current.key} desk={desk} item={current} place={{ index, count: found?.total ?? rows.length, go }} deciding={deciding} note={note} onNote={setNote} all={all} onAll={setAll} /> : null}
    </div>
  );
}
