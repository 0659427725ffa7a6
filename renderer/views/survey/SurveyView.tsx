import { useLive } from '../../core/context.tsx';
import { useCommands } from '../../commands.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { useSession, useSessionStore } from '../../session.ts';
import type { SurveyAsked } from './asked.ts';
import { JointPage } from './JointPage.tsx';
import { QuestionPage } from './QuestionPage.tsx';
import styles from './survey.module.css';
import { Surveys } from './Surveys.tsx';

/** Questionnaires: their questions on the left; the answers of each group, and beside the interviews, to the right. */
export function SurveyView() {
  const session = useSessionStore();
  const asked = useSession((now) => now.survey);
  const surveys = useLive('survey.list', {});
  if (!surveys) return <div className={styles['survey']} />;
  if (surveys.length === 0) return <Empty />;
  const survey = surveys.find(({ id }) => id === asked.survey) ?? surveys[0]!;
  // What several answers may be given to is what the groups are most often compared by. The groups themselves are counted along with every question.
  const question = survey.questions.find(({ id }) => id === asked.question) ?? survey.questions.find(({ kind }) => kind === 'several') ?? survey.questions.find(({ id }) => id !== survey.grouping) ?? survey.questions[0]!;
  const known = (id: number | 'all' | null) => (typeof id === 'number' && !survey.questions.some((each) => each.id === id) ? null : id);
  const now: SurveyAsked = { ...asked, by: known(asked.by), split: known(asked.split) as number | null };
  const set = (fields: Partial<SurveyAsked>) => session.set({ survey: { ...now, survey: survey.id, question: question.id, ...fields } });
  return (
    <div className={styles['survey']}>
      <Surveys surveys={surveys} survey={survey} question={asked.page === 'joint' ? null : question} onChoose={set} />
      {now.page === 'joint' ? <JointPage key={survey.id} survey={survey} /> : <QuestionPage survey={survey} question={question} asked={now} set={set} />}
    </div>
  );
}

function Empty() {
  const { say } = useWords();
  const go = useCommands().find(({ id }) => id === 'import.survey');
  return (
    <main className={styles['survey']}>
      <div className={styles['empty']}>
        <h1>{say('survey.emptyTitle')}</h1>
        <p>{say('survey.emptyText')}</p>
        <Button look="primary" onPress={() => go?.run()}>{say('survey.emptyGo')}</Button>
        <small>{say('survey.emptyHint')}</small>
      </div>
    </main>
  );
}
