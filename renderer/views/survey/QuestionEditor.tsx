import { ArrowLeft } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Input, Label, TextArea, TextField } from 'react-aria-components';
import type { InputOf } from '../../../electron/ops/index.ts';
import { isProblemRecord, Problem, problemRecord, type ProblemRecord } from '../../../shared/model/problem.ts';
import { kindWords, questionKinds, separators } from '../../../shared/model/survey.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import parts from '../../parts/parts.module.css';
import { ProblemNote } from '../../parts/Problem.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import styles from './editor.module.css';
import type { Question, Survey } from './Surveys.tsx';

type Said = Omit<InputOf<'survey.changeQuestion'>, 'question'>;
type Preview = Outcome<'survey.previewQuestion'>;
const blankWords = { none: 'survey.import.ticksNone', missing: 'survey.import.notAnswered' } as const;
/** Faults that are listed. */
const listed = 5;

/** A question's name, wording and how its answers are understood; what a change would come to is told before it is done. */
export function QuestionEditor({ survey, question, close }: { survey: Survey; question: Question; close: () => void }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const [said, setSaid] = useState<Said>({});
  const [marks, setMarks] = useState(question.missing.join('; '));
  const [found, setFound] = useState<Preview | ProblemRecord | null>(null);
  const asked = JSON.stringify({ question: question.id, ...said });
  useEffect(() => {
    let here = true;
    core.call('survey.previewQuestion', JSON.parse(asked) as InputOf<'survey.previewQuestion'>).then((answer) => { if (here) setFound(answer); }, (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      if (here) setFound(problemRecord(error));
    });
    return () => { here = false; };
  }, [core, asked]);
  const put = (fields: Said) => setSaid({ ...said, ...fields });
  const kind = said.kind ?? question.kind;
  const isTicked = question.columns.length > 1;
  const preview = found && !isProblemRecord(found) ? found : null;
  const run = () => void act(async () => {
    await core.flushing.all();
    await core.call('survey.changeQuestion', { question: question.id, ...said });
    close();
  });
  return (
    <Sheet title={say('survey.edit.title', { question: question.name })} size="wide" onClose={close}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (preview?.different) run(); }}>
        <TextField value={said.name ?? question.name} onChange={(name) => { const { name: _name, ...rest } = said; setSaid(name.trim() === '' || name === question.name ? rest : { ...rest, name }); }} className={parts['field'] ?? ''} autoFocus><Label>{say('survey.newName')}</Label><Input className={parts['input'] ?? ''} maxLength={400} /></TextField>
        <TextField value={said.wording ?? question.wording} onChange={(wording) => put({ wording })} className={parts['field'] ?? ''}><Label>{say('survey.edit.wording')}</Label><TextArea rows={2} className={parts['input'] ?? ''} maxLength={4000} /></TextField>
        {survey.grouping === question.id ? null : (
          <div className={styles['line']}>
            {isTicked ? <p>{say('survey.import.ticks', { number: question.columns.length })}</p> : <Choice label={say('survey.import.answers')} value={kind} options={questionKinds.map((each) => ({ id: each, label: say(kindWords[each]) }))} onChange={(next) => { const { choices: _choices, ...rest } = said; setSaid({ ...rest, kind: next }); }} />}
            {kind === 'several' && !isTicked ? <Choice label={say('survey.import.separator')} value={said.separator ?? (preview?.separator || question.separator || ';')} options={separators.map((separator) => ({ id: separator, label: separator === '\n' ? say('survey.import.lines') : separator }))} onChange={(separator) => put({ separator })} /> : null}
            {kind === 'several' ? <Choice label={say('survey.import.blank')} value={said.blank ?? question.blank} options={(['none', 'missing'] as const).map((blank) => ({ id: blank, label: say(blankWords[blank]) }))} onChange={(blank) => put({ blank })} /> : null}
          </div>
        )}
        {isTicked || survey.grouping === question.id ? null : <TextField value={marks} onChange={(text) => { setMarks(text); put({ missing: [...new Set(text.split(/[;；]/).map((mark) => mark.trim()).filter((mark) => mark !== ''))] }); }} className={parts['field'] ?? ''}><Label>{say('survey.edit.missing')}</Label><Input className={parts['input'] ?? ''} placeholder={say('survey.edit.missingHint')} /></TextField>}
        {kind === 'scale' && preview ? <Steps steps={said.choices ?? preview.choices} onSteps={(choices) => put({ choices: [...choices] })} /> : null}
        {isTicked ? <Ticked question={question} said={said} put={put} /> : null}
        {found && isProblemRecord(found) ? <ProblemNote problem={found} /> : null}
        {preview ? <Outlook preview={preview} kind={kind} /> : null}
        <div className={styles['ends']}><span>{preview && !preview.fromSheet ? say('survey.edit.notKept') : say('survey.edit.fromSheet', { file: survey.source })}</span><Button onPress={close}>{say('word.cancel')}</Button><Button look="primary" type="submit" isDisabled={!preview?.different}>{say('word.save')}</Button></div>
      </form>
    </Sheet>
  );
}

/** What the change would come to. */
function Outlook({ preview, kind }: { preview: Preview; kind: Question['kind'] }) {
  const words = useWords();
  const { say } = words;
  return (
    <section className={styles['outlook']} aria-label={say('survey.edit.outlook')} aria-live="polite">
      <p><b>{preview.changed === 0 ? say('survey.edit.answered', { number: preview.after }) : say('survey.edit.becomes', { before: words.number(preview.before), after: words.number(preview.after), changed: say('survey.edit.changes', { count: preview.changed }) })}</b></p>
      {kind === 'open' || preview.answers.length === 0 ? null : <p className={styles['answers']}>{preview.answers.slice(0, 12).map(({ answer, count }) => <span key={answer}><bdi>{answer}</bdi> <small>{words.number(count)}</small></span>)}{preview.answers.length > 12 ? <span>{say('people.andMore', { count: preview.answers.length - 12 })}</span> : null}</p>}
      {preview.documents === 'made' ? <p>{say('survey.edit.documentsMade')}</p> : preview.documents === 'gone' ? <p>{say('survey.edit.documentsGone')}</p> : null}
      {preview.unlinked > 0 ? <p>{say('survey.edit.unlinked', { count: preview.unlinked })}</p> : null}
      {preview.misfits > 0 ? (
        <ul>
          {preview.faults.slice(0, listed).map(({ row, value }, index) => <li key={index}>{row === 0 ? say('survey.edit.misfitKept', { value }) : say('survey.edit.misfit', { row, value })}</li>)}
          {preview.misfits > listed ? <li>{say('people.andMore', { count: preview.misfits - listed })}</li> : null}
        </ul>
      ) : null}
    </section>
  );
}

/** The steps of a scale, low to high: of whole numbers its ends, of words their order. */
function Steps({ steps, onSteps }: { steps: readonly string[]; onSteps: (steps: readonly string[]) => void }) {
  const { say } = useWords();
  const whole = steps.every((step) => /^-?\d+$/.test(step)) && steps.length > 0;
  const [ends, setEnds] = useState<readonly [string, string] | null>(null);
  const [low, high] = ends ?? [steps[0] ?? '', steps.at(-1) ?? ''];
  const setEnd = (from: string, to: string) => {
    setEnds([from, to]);
    const [least, most] = [Number(from), Number(to)];
    if (/^-?\d+$/.test(from) && /^-?\d+$/.test(to) && least < most && most - least <= 100) onSteps(Array.from({ length: most - least + 1 }, (_, step) => String(least + step)));
  };
  if (whole) return <div className={styles['line']}><TextField value={low} onChange={(value) => setEnd(value, high)} className={styles['end'] ?? ''}><Label>{say('survey.edit.low')}</Label><Input className={parts['input'] ?? ''} inputMode="numeric" /></TextField><TextField value={high} onChange={(value) => setEnd(low, value)} className={styles['end'] ?? ''}><Label>{say('survey.edit.high')}</Label><Input className={parts['input'] ?? ''} inputMode="numeric" /></TextField></div>;
  return (
    <div className={styles['steps']}>
      <small>{say('survey.import.lowToHigh')}</small>
      {steps.map((step, place) => <span key={step}>{place === 0 ? null : <Button look="icon" why={say('survey.import.lower', { step })} onPress={() => onSteps(steps.toSpliced(place - 1, 2, step, steps[place - 1]!))}><ArrowLeft size={12} strokeWidth={1.5} /></Button>}<bdi>{step}</bdi></span>)}
      <Button look="plain" onPress={() => onSteps(steps.toReversed())}>{say('survey.import.turnRound')}</Button>
    </div>
  );
}

/** What each ticked column is called: programs for statistics say little more than a number. */
function Ticked({ question, said, put }: { question: Question; said: Said; put: (fields: Said) => void }) {
  const { say } = useWords();
  const named = new Map((said.answers ?? []).map(({ answer, name }) => [answer, name]));
  const name = (answer: string, value: string) => put({ answers: [...new Map([...named, [answer, value] as const])].filter(([from, to]) => to.trim() !== '' && to !== from).map(([from, to]) => ({ answer: from, name: to })) });
  return <div className={styles['ticked']} role="group" aria-label={say('survey.edit.ticked')}>{question.columns.map(({ heading, answer }) => <TextField key={heading} defaultValue={answer} onChange={(value) => name(answer, value)}><Label>{heading}</Label><Input className={parts['input'] ?? ''} maxLength={400} /></TextField>)}</div>;
}
