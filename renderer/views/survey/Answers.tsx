import { useState } from 'react';
import { languageOf } from '../../../shared/model/text.ts';
import { splitAnswers } from '../../../shared/model/survey.ts';
import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { useSessionStore } from '../../session.ts';
import styles from './survey.module.css';
import type { Question, Survey } from './Surveys.tsx';

/** Answers drawn at once, and how many more each time. */
const drawn = 200;

/** Who answered what, one by one; an open answer opens where it can be coded. */
export function Answers({ survey, question }: { survey: Survey; question: Question }) {
  const words = useWords();
  const { say } = words;
  const session = useSessionStore();
  const [most, setMost] = useState(drawn);
  const found = useLive('survey.answers', { survey: survey.id, question: question.id, limit: most }, true);
  if (!found) return null;
  if (found.total === 0) return <p className={styles['note']}>{say('survey.noAnswers')}</p>;
  const open = (document: number) => session.set({ view: 'code', document, passage: null, selection: null, goto: null, aside: null, readingWanted: true });
  return (
    <>
      <table className={`${styles['table']} ${styles['answers']}`}>
        <thead><tr><th scope="col">{say('survey.respondent')}</th><th scope="col">{say('survey.group')}</th><th scope="col">{say('survey.answer')}</th>{question.kind === 'open' ? <th scope="col"><span className={styles['hidden']}>{say('survey.open')}</span></th> : null}</tr></thead>
        <tbody>
          {found.rows.map(({ respondent, group, answer, document }) => (
            <tr key={respondent}>
              <th scope="row"><bdi>{respondent}</bdi></th><td><bdi lang={languageOf(group ?? '') || undefined}>{group ?? say('survey.noGroup')}</bdi></td>
              <td lang={languageOf(answer) || undefined} data-quiet={answer === '' || undefined}>{answer === '' ? say('survey.nothingTicked') : question.kind === 'several' ? splitAnswers(answer, question.separator).map((each) => <p key={each}>{each}</p>) : <p>{answer}</p>}</td>
              {question.kind === 'open' ? <td>{document === null ? null : <Button look="plain" onPress={() => open(document)}>{say('survey.open')}</Button>}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
      {found.total > found.rows.length ? <p className={styles['legend']}><Button onPress={() => setMost(most + drawn)}>{say('survey.showMore')} ({words.number(found.total - found.rows.length)})</Button></p> : null}
    </>
  );
}
