import { Download, Pencil } from 'lucide-react';
import { useState } from 'react';
import { isCounted } from '../../../shared/model/survey.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice, Segments, type Option } from '../../parts/Choice.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Answers } from './Answers.tsx';
import { AnswerTable } from './AnswerTable.tsx';
import { tableInput, type SurveyAsked } from './asked.ts';
import { Measures } from './Measures.tsx';
import { Panels } from './Panels.tsx';
import { QuestionEditor } from './QuestionEditor.tsx';
import { Reading } from './Reading.tsx';
import { usePutIntoReport } from '../report/putting.ts';
import styles from './survey.module.css';
import type { Question, Survey } from './Surveys.tsx';

export type Table = Outcome<'survey.table'>;
const subtitles = { percent: 'survey.subtitlePercent', count: 'survey.subtitleCount', rank: 'survey.subtitleRank' } as const;
const files = ['xlsx', 'csv', 'docx'] as const;

/** A question with its answers per group: the five most named, all as a table, means of a scale, or the answers one by one. */
export function QuestionPage({ survey, question, asked, set }: { survey: Survey; question: Question; asked: SurveyAsked; set: (fields: Partial<SurveyAsked>) => void }) {
  const words = useWords();
  const { say } = words;
  const input = tableInput(asked, survey.id, question.id);
  const table = useLive('survey.table', question.kind === 'open' ? null : input, true);
  const isOpen = question.kind === 'open';
  const page = isOpen ? 'answers' : asked.page;
  const shown = question.kind === 'scale' || question.kind === 'number' ? 'measures' : asked.shown;
  const subtitle = say(isOpen ? 'survey.subtitleOpen' : shown === 'measures' ? 'survey.subtitleMeasure' : shown === 'panels' ? 'survey.subtitlePercent' : subtitles[asked.measure], { survey: survey.name });
  return (
    <main className={styles['main']}>
      <header className={styles['head']}>
        <h1><bdi lang={languageOf(question.name) || undefined}>{question.name}</bdi></h1>
        {question.wording === '' ? null : <p className={styles['wording']}>“<bdi lang={languageOf(question.wording) || undefined}>{question.wording}</bdi>”</p>}
        <p>{subtitle}{question.kind === 'several' ? ` ${say('survey.severalPossible')}` : ''}{table && table.split !== '' && page === 'counts' ? ` ${say('survey.bySplit', { split: table.split })}` : ''}</p>
      </header>
      <Bar survey={survey} question={question} asked={asked} page={page} shown={shown} set={set} />
      <div className={styles['body']}>
        {page === 'answers' ? <Answers survey={survey} question={question} /> : !table || table.question.id !== question.id ? null : (
          <>
            {shown === 'measures' ? <Measures table={table} question={question} /> : shown === 'panels' ? <Panels table={table} input={input} /> : <AnswerTable table={table} measure={asked.measure} />}
            <Reading input={input} />
          </>
        )}
      </div>
    </main>
  );
}

/** What of the question is shown, of which groups, and how it is saved. */
function Bar({ survey, question, asked, page, shown, set }: { survey: Survey; question: Question; asked: SurveyAsked; page: SurveyAsked['page']; shown: 'panels' | 'table' | 'measures'; set: (fields: Partial<SurveyAsked>) => void }) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const intoReport = usePutIntoReport({ kind: 'survey', asked: tableInput(asked, survey.id, question.id) });
  const counted = survey.questions.filter(({ id, kind }) => isCounted(kind) && id !== question.id);
  const by: Option<string>[] = [{ id: 'all', label: say('survey.everybody') }, ...counted.map(({ id, name }) => ({ id: String(id), label: name }))];
  const grouping = survey.grouping === question.id ? null : survey.grouping;
  const chosen = asked.by === null || asked.by === question.id ? String(grouping ?? 'all') : String(asked.by);
  const parts: Option<string>[] = [{ id: '', label: say('survey.noSplit') }, ...counted.filter(({ id }) => String(id) !== chosen).map(({ id, name }) => ({ id: String(id), label: name }))];
  const save = (format: (typeof files)[number]) => void act(async () => {
    const file = await core.call('exhibit.export', { kind: 'survey', asked: tableInput(asked, survey.id, question.id), format, language: words.language });
    await core.bridge.save(file);
  });
  const countsPage = page === 'counts';
  const [editing, setEditing] = useState(false);
  return (
    <div className={styles['bar']}>
      {question.kind === 'open' ? null : <Segments label={say('survey.page')} value={page} options={[{ id: 'counts', label: say('survey.counts') }, { id: 'answers', label: say('survey.answers') }]} onChange={(next) => set({ page: next })} />}
      {countsPage ? <Choice label={say('survey.by')} value={chosen} options={by} onChange={(id) => set({ by: id === 'all' ? 'all' : Number(id) === grouping ? null : Number(id) })} /> : null}
      {countsPage && parts.length > 1 ? <Choice label={say('survey.split')} value={String(asked.split ?? '')} options={parts} onChange={(id) => set({ split: id === '' ? null : Number(id) })} /> : null}
      {countsPage && shown !== 'measures' ? <Segments label={say('survey.shown')} value={shown} options={[{ id: 'panels', label: question.kind === 'several' ? say('survey.panels') : say('survey.allAnswers') }, { id: 'table', label: say('survey.table') }]} onChange={(next) => set({ shown: next })} /> : null}
      {countsPage && shown === 'table' ? <Segments label={say('survey.measure')} value={asked.measure} options={[{ id: 'percent', label: say('survey.percent') }, { id: 'count', label: say('survey.count') }, { id: 'rank', label: say('survey.rank') }]} onChange={(measure) => set({ measure })} /> : null}
      <span className={styles['grow']} />
      <Button look="icon" why={say('survey.edit.open')} onPress={() => setEditing(true)}><Pencil size={16} strokeWidth={1.5} /></Button>
      {editing ? <QuestionEditor survey={survey} question={question} close={() => setEditing(false)} /> : null}
      <Menu label={say('survey.save')} groups={[{ entries: files.map((format) => ({ id: format, label: say(`export.${format}`), run: () => save(format) })) }, intoReport]}>
        <Button look="icon" why={say('survey.save')}><Download size={16} strokeWidth={1.5} /></Button>
      </Menu>
    </div>
  );
}
