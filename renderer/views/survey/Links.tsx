import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { languageOf } from '../../../shared/model/text.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import parts from '../../parts/parts.module.css';
import { Sign } from '../../parts/Sign.tsx';
import { useSeenCodes } from '../code/coders.ts';
import styles from './joint.module.css';
import type { Survey } from './Surveys.tsx';

type Line = Outcome<'survey.proposals'>[number];

/** Which codes speak of which answer: what is linked, what is proposed by its name, and any other code. */
export function Links({ survey, onLink }: { survey: Survey; /** The first link is made: there will be a table, and the list stays open. */ onLink: () => void }) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const lines = useLive('survey.proposals', { survey: survey.id }, true);
  const codes = useSeenCodes();
  if (!lines || !codes) return null;
  const link = (links: readonly { question: number; answer: string; code: number }[]) => { onLink(); void act(() => core.call('survey.link', { links: [...links] })); };
  const proposals = lines.flatMap(({ question, answer, proposed }) => (proposed ? [{ question, answer, code: proposed.id }] : []));
  return (
    <section className={styles['links']} aria-label={say('survey.links')}>
      <header><h2>{say('survey.links')}</h2><span>{say('survey.linksHint')}</span>{proposals.length === 0 ? null : <Button look="primary" onPress={() => link(proposals)}>{say('survey.acceptAll', { count: proposals.length })}</Button>}</header>
      {[...Map.groupBy(lines, ({ question }) => question).values()].map((same) => (
        <div key={same[0]!.question}>
          <h3><bdi lang={languageOf(same[0]!.questionName) || undefined}>{same[0]!.questionName}</bdi></h3>
          <ul>
            {same.map((line) => (
              <li key={line.answer}>
                <span title={line.answer}><bdi lang={languageOf(line.answer) || undefined}>{line.answer || say('survey.wholeQuestion')}</bdi></span>
                <span className={styles['codes']}>
                  {line.linked.map((code) => <span key={code.id} className={styles['chip']} title={code.path}><Sign facet={code.facet} colour={code.colour} /><bdi>{code.name}</bdi><Button look="icon" why={say('survey.unlink', { code: code.name })} onPress={() => void act(() => core.call('survey.unlink', { question: line.question, answer: line.answer, code: code.id }))}><X size={12} strokeWidth={1.5} /></Button></span>)}
                  {line.proposed ? <span className={styles['proposal']}><small>{say('survey.proposed')}</small><span title={line.proposed.path}><Sign facet={line.proposed.facet} colour={line.proposed.colour} /><bdi>{line.proposed.name}</bdi></span><Button look="default" onPress={() => link([{ question: line.question, answer: line.answer, code: line.proposed!.id }])}><Check size={12} strokeWidth={1.5} aria-hidden />{say('survey.accept')}</Button></span> : null}
                  <FindCode line={line} codes={codes} onCode={(code) => link([{ question: line.question, answer: line.answer, code }])} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** Any code, found by its name. */
function FindCode({ line, codes, onCode }: { line: Line; codes: Outcome<'code.list'>; onCode: (code: number) => void }) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const choose = (key: unknown) => { if (typeof key !== 'number') return; setTyped(''); onCode(key); };
  return (
    <ComboBox aria-label={say('survey.linkFor', { answer: line.answer || line.questionName })} items={codes.filter(({ path }) => path.toLowerCase().includes(typed.trim().toLowerCase())).slice(0, 200)} inputValue={typed} onInputChange={setTyped} selectedKey={null} onSelectionChange={choose} menuTrigger="focus">
      <Input className={`${parts['input']} ${styles['find']}`} placeholder={say('survey.link')} />
      <Popover className={parts['float'] ?? ''} offset={4} placement="bottom end">
        <ListBox className={parts['options'] ?? ''}>
          {(each: Outcome<'code.list'>[number]) => <ListBoxItem id={each.id} textValue={each.path} className={parts['option'] ?? ''}><Sign facet={each.facet} colour={each.colour} /><span className={parts['cut']}>{each.path}</span></ListBoxItem>}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
