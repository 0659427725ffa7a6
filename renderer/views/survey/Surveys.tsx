import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { languageOf } from '../../../shared/model/text.ts';
import { useCommands } from '../../commands.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Entry } from '../../parts/Entry.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import type { SurveyAsked } from './asked.ts';
import styles from './survey.module.css';

export type Survey = Outcome<'survey.list'>[number];
export type Question = Survey['questions'][number];

/** The questionnaires, and of the one at hand its questions, each with how many answered it. */
export function Surveys({ surveys, survey, question, onChoose }: { surveys: readonly Survey[]; survey: Survey; question: Question | null; onChoose: (fields: Partial<SurveyAsked>) => void }) {
  const words = useWords();
  const { say } = words;
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null);
  const again = useCommands().find(({ id }) => id === 'import.survey');
  return (
    <nav className={styles['left']} aria-label={say('survey.surveys')}>
      {surveys.map((each) => (
        <section key={each.id}>
          <header>
            <h2>{each.id === survey.id ? <bdi>{each.name}</bdi> : <button type="button" onClick={() => onChoose({ survey: each.id, question: null, by: null, split: null, page: 'counts' })}><bdi>{each.name}</bdi></button>}<small>n {words.number(each.respondents)}</small></h2>
            {each.id === survey.id ? (
              <Menu label={say('survey.more', { survey: each.name })} groups={[
                { entries: [{ id: 'again', label: say('survey.again'), run: () => again?.run() }, { id: 'rename', label: say('survey.rename'), run: () => setOpen('rename') }] },
                { entries: [{ id: 'remove', label: say('survey.remove'), danger: true, run: () => setOpen('remove') }] },
              ]}><Button look="icon" why={say('survey.more', { survey: each.name })}><Ellipsis size={16} strokeWidth={1.5} /></Button></Menu>
            ) : null}
          </header>
          {each.id === survey.id ? (
            <ul aria-label={say('survey.questionsOf', { survey: each.name })}>
              {each.questions.map((one) => (
                <li key={one.id}><button type="button" aria-current={one.id === question?.id || undefined} title={one.name} onClick={() => onChoose({ question: one.id, ...(question === null ? { page: 'counts' as const } : {}) })}><bdi lang={languageOf(one.name) || undefined}>{one.name}</bdi><small>{words.number(one.answered)}</small></button></li>
              ))}
              <li className={styles['jointLink']}><button type="button" aria-current={question === null || undefined} onClick={() => onChoose({ page: 'joint' })}>{say('survey.joint')}</button></li>
            </ul>
          ) : null}
        </section>
      ))}
      {open === 'rename' ? <Rename survey={survey} close={() => setOpen(null)} /> : open === 'remove' ? <Remove survey={survey} close={() => setOpen(null)} /> : null}
    </nav>
  );
}

function Rename({ survey, close }: { survey: Survey; close: () => void }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const [name, setName] = useState(survey.name);
  const rename = () => void act(async () => {
    if (name.trim() !== '') await core.call('survey.change', { survey: survey.id, name });
    close();
  });
  return (
    <Sheet title={say('survey.renameTitle')} onClose={close}>
      <form className={styles['asking']} onSubmit={(event) => { event.preventDefault(); rename(); }}>
        <Entry label={say('survey.newName')} value={name} onChange={setName} />
        <div className={styles['ends']}><Button onPress={close}>{say('word.cancel')}</Button><Button look="primary" type="submit">{say('word.save')}</Button></div>
      </form>
    </Sheet>
  );
}

function Remove({ survey, close }: { survey: Survey; close: () => void }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const along = useLive('survey.removal', { survey: survey.id });
  if (!along) return null;
  return (
    <Sheet title={say('survey.removeTitle', { survey: survey.name })} onClose={close}>
      <div className={styles['asking']}>
        <p>{say('survey.removeText', { respondents: say('survey.respondents', { count: along.respondents }), documents: say('code.documents', { count: along.documents }), codings: say('code.codings', { count: along.codings }), people: say('survey.people', { count: along.people }) })} {say('survey.removeUndo')}</p>
        <div className={styles['ends']}><Button onPress={close}>{say('word.cancel')}</Button><Button look="danger" onPress={() => void act(async () => { await core.call('survey.remove', { survey: survey.id }); close(); })}>{say('survey.removeRun')}</Button></div>
      </div>
    </Sheet>
  );
}
