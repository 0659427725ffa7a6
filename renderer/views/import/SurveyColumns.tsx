import { ArrowLeft } from 'lucide-react';
import type { InputOf } from '../../../electron/ops/index.ts';
import { kindWords, questionKinds, separators } from '../../../shared/model/survey.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice, type Option } from '../../parts/Choice.tsx';
import styles from './import.module.css';
import own from './survey.module.css';
import type { SurveyPreview } from './SurveyImport.tsx';

export type ColumnSaid = Omit<NonNullable<InputOf<'survey.import'>['columns']>[number], 'column'>;
type Column = SurveyPreview['columns'][number];
const blanks = ['none', 'missing'] as const;
const blankWords = { none: 'survey.import.ticksNone', missing: 'survey.import.notAnswered' } as const;

/** Every column of the sheet: what its answers are taken for, and how many there are. */
export function SurveyColumns({ found, onSay }: { found: SurveyPreview; onSay: (column: string, said: ColumnSaid) => void }) {
  const words = useWords();
  const { say } = words;
  const ofTicks: Option<Column['kind'] | 'apart'>[] = [{ id: 'several', label: say(kindWords.several) }, { id: 'apart', label: say('survey.import.apart') }, { id: 'leave', label: say('survey.import.leave') }];
  const kinds: Option<Column['kind']>[] = [...questionKinds.map((kind) => ({ id: kind, label: say(kindWords[kind]) })), { id: 'leave', label: say('survey.import.leave') }];
  return (
    <>
      <table className={`${styles['files']} ${own['columns']}`}>
        <thead><tr><th>{say('survey.import.column')}</th><th>{say('survey.import.answers')}</th><th className={styles['number']}>{say('survey.import.answered')}</th><th>{say('survey.import.found')}</th></tr></thead>
        <tbody>
          {found.columns.map((column) => (
            <tr key={column.name} data-out={column.kind === 'leave' || undefined}>
              <th scope="row" title={column.name}><bdi lang={languageOf(column.name) || undefined}>{column.name}</bdi>{column.ticks > 0 ? <small>{say('survey.import.ticks', { number: column.ticks })}</small> : null}{column.isGroup ? <small>{say('survey.import.isGroup')}</small> : found.survey !== null && column.isNew && column.kind !== 'leave' ? <small>{say('people.newColumn')}</small> : null}</th>
              <td>
                <span className={own['kind']}>
                  {column.isGroup ? say('survey.kind.choice') : column.ticks > 0 ? <Choice label={say('survey.import.kind', { column: column.name })} value={column.kind} options={ofTicks} onChange={(kind) => onSay(column.name, kind === 'apart' ? { together: false } : { kind })} /> : <Choice label={say('survey.import.kind', { column: column.name })} value={column.kind} options={kinds} onChange={(kind) => onSay(column.name, { kind })} />}
                  {column.kind === 'several' ? (
                    <>
                      {column.ticks > 0 ? null : <Choice label={say('survey.import.separator')} value={column.separator} options={separators.map((separator) => ({ id: separator, label: separator === '\n' ? say('survey.import.lines') : separator }))} onChange={(separator) => onSay(column.name, { separator })} />}
                      <Choice label={say('survey.import.blank')} value={column.blank} options={blanks.map((blank) => ({ id: blank, label: say(blankWords[blank]) }))} onChange={(blank) => onSay(column.name, { blank })} />
                    </>
                  ) : null}
                </span>
              </td>
              <td className={styles['number']}>{words.number(column.answered)}</td>
              <td><Found column={column} onSay={(said) => onSay(column.name, said)} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.apart.map(({ name, columns }) => <p key={name} className={own['apart']}>{say('survey.import.keptApart', { column: name, number: columns })} <Button look="plain" onPress={() => onSay(name, { together: true })}>{say('survey.import.together')}</Button></p>)}
    </>
  );
}

/** What was found in a column: its answers, of a scale of words its steps in their order, else some of its cells. */
function Found({ column, onSay }: { column: Column; onSay: (said: ColumnSaid) => void }) {
  const words = useWords();
  const { say } = words;
  if (column.kind === 'scale' && column.choices.length > 1 && column.choices.every((step) => Number.isFinite(Number(step)))) return <>{say('survey.import.steps', { low: column.choices[0]!, high: column.choices.at(-1)! })}</>;
  if (column.kind === 'scale') {
    const earlier = (place: number) => onSay({ choices: column.choices.toSpliced(place - 1, 2, column.choices[place]!, column.choices[place - 1]!) });
    return (
      <span className={own['steps']}>
        <small>{say('survey.import.lowToHigh')}</small>
        {column.choices.map((step, place) => <span key={step}>{place === 0 ? null : <Button look="icon" why={say('survey.import.lower', { step })} onPress={() => earlier(place)}><ArrowLeft size={12} strokeWidth={1.5} /></Button>}<bdi>{step}</bdi></span>)}
        <Button look="plain" onPress={() => onSay({ choices: column.choices.toReversed() })}>{say('survey.import.turnRound')}</Button>
      </span>
    );
  }
  if (column.kind === 'choice' || column.kind === 'several') return <span className={own['found']} title={column.choices.join('\n')}><b>{words.number(column.choices.length)}</b> <bdi>{column.choices.slice(0, 6).join(' · ')}</bdi></span>;
  return <span className={own['found']}><bdi>{column.sample.map((cell) => cell.replace(/\s+/g, ' ')).join(' · ')}</bdi></span>;
}
