import { useEffect, useState } from 'react';
import { isProblemRecord, Problem, problemRecord, type ProblemRecord } from '../../../shared/model/problem.ts';
import type { InputOf } from '../../../electron/ops/index.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice, type Option } from '../../parts/Choice.tsx';
import { ProblemNote } from '../../parts/Problem.tsx';
import { useSessionStore } from '../../session.ts';
import styles from './import.module.css';
import { leaving, type Importing } from './importing.ts';
import { SurveyColumns, type ColumnSaid } from './SurveyColumns.tsx';
import { SurveyFaults } from './SurveyFaults.tsx';
import own from './survey.module.css';

export type SurveyPreview = Outcome<'survey.preview'>;
/** What the person said against what was found. */
type Said = Omit<InputOf<'survey.import'>, 'handle' | 'columns'>;

/** A questionnaire's sheet before it is taken in: who answered, which groups, what each column holds, and what is wrong with it. All of it can be changed. */
export function SurveyImport({ importing }: { importing: Importing }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const file = importing.files[0]!;
  const [said, setSaid] = useState<Said>({});
  const [columns, setColumns] = useState<Readonly<Record<string, ColumnSaid>>>({});
  const [preview, setPreview] = useState<SurveyPreview | ProblemRecord | null>(null);
  const input = { ...said, handle: file.handle, columns: Object.entries(columns).map(([column, choice]) => ({ column, ...choice })) };
  const asked = JSON.stringify(input);
  useEffect(() => {
    let here = true;
    core.call('survey.preview', JSON.parse(asked) as typeof input).then((found) => { if (here) setPreview(found); }, (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      if (here) setPreview(problemRecord(error));
    });
    return () => { here = false; };
  }, [core, asked]);
  const found = preview && !isProblemRecord(preview) ? preview : null;
  const leave = () => session.set(leaving(session.get().importing, importing.id, { view: 'survey' } as const));
  const run = () => void act(async () => {
    await core.flushing.all();
    const { survey } = await core.call('survey.import', { ...input, leaveOut: [...new Set([...said.leaveOut ?? [], ...(found?.faults ?? []).map(({ row }) => row)])] });
    session.set({ survey: { ...session.get().survey, survey, question: null } });
    leave();
  });
  const questions = found?.columns.filter(({ kind }) => kind !== 'leave').length ?? 0;
  const changes = found ? found.added + found.changed + found.questions : 0;
  const say_ = (fields: Said) => setSaid({ ...said, ...fields });
  return (
    <main className={styles['main']}>
      <header className={styles['head']}>
        <h1>{say('survey.import.title')}</h1>
        <p>{found ? say('survey.import.hint', { file: found.file, respondents: say('survey.respondents', { count: found.taken }), questions: say('survey.questions', { count: questions }) }) : file.name}{found && found.documents > 0 ? ` ${say('survey.import.documents', { count: found.documents })}` : ''}</p>
      </header>
      <div className={styles['body']}>
        {preview && isProblemRecord(preview) ? <ProblemNote problem={preview} /> : null}
        {found ? <Bar found={found} said={said} onSay={say_} /> : null}
        {found ? <SurveyFaults found={found} samePeople={said.samePeople ?? false} onSamePeople={(samePeople) => say_({ samePeople })} /> : null}
        {found ? <SurveyColumns found={found} onSay={(column, choice) => setColumns({ ...columns, [column]: { ...columns[column], ...choice } })} /> : null}
        {found && found.group !== null ? <Groups found={found} /> : null}
      </div>
      <footer className={styles['foot']}>
        <span>{found?.survey ? say('survey.import.updates', { survey: found.survey.name, added: found.added, changed: found.changed, absent: found.absent }) : say('survey.import.nothingYet')}</span>
        <Button look="plain" onPress={() => session.set({ importing: { ...importing, kind: 'sheet' } })}>{say('sheetKind.asPeople')}</Button>
        <Button onPress={leave}>{say('word.cancel')}</Button>
        <Button look="primary" isDisabled={!found || questions === 0 || found.taken === 0 || (found.survey !== null && changes === 0)} onPress={run}>
          {found?.survey && changes === 0 ? say('people.nothing') : found?.survey ? say('survey.import.bringUp', { survey: found.survey.name }) : say('survey.import.run', { count: found?.taken ?? 0 })}
        </Button>
      </footer>
    </main>
  );
}

/** Who, of which group, joined to what, and into which questionnaire. */
function Bar({ found, said, onSay }: { found: SurveyPreview; said: Said; onSay: (fields: Said) => void }) {
  const { say } = useWords();
  const headings = found.headings.map((heading): Option<string> => ({ id: `c${heading}`, label: heading }));
  const chosen = (heading: string | null) => (heading === null ? 'none' : `c${heading}`);
  const attributes: Option<string>[] = [
    ...found.attributes.map(({ id, name, fits }) => ({ id: `a${id}`, label: name, ...(fits > 0 ? { hint: say('survey.import.fits', { fits, of: found.groups.filter(({ label }) => label !== '').length }) } : {}) })),
    ...(found.group !== null && !found.attributes.some(({ name }) => name === found.group) ? [{ id: 'new', label: say('survey.import.newAttribute', { attribute: found.group }) }] : []), { id: 'none', label: say('survey.import.noAttribute') },
  ];
  const into: Option<string>[] = [{ id: 'new', label: say('survey.import.newSurvey') }, ...found.surveys.map(({ id, name }) => ({ id: `s${id}`, label: name }))];
  return (
    <div className={own['bar']}>
      <Choice label={say('survey.import.respondent')} value={chosen(found.id)} options={[{ id: 'none', label: say('survey.import.numbered') }, ...headings]} onChange={(id) => onSay({ id: id === 'none' ? null : id.slice(1) })} />
      <Choice label={say('survey.import.group')} value={chosen(found.group)} options={[{ id: 'none', label: say('survey.import.noGroup') }, ...headings.filter(({ label }) => label !== found.id)]} onChange={(id) => onSay({ group: id === 'none' ? null : id.slice(1) })} />
      {found.group === null ? null : <Choice label={say('survey.import.attribute')} value={found.attribute === null ? 'none' : found.attribute.id === null ? 'new' : `a${found.attribute.id}`} options={attributes} onChange={(id) => onSay({ attribute: id === 'none' ? null : id === 'new' ? found.group! : Number(id.slice(1)) })} />}
      {found.surveys.length === 0 ? null : <Choice label={say('survey.import.into')} value={found.survey ? `s${found.survey.id}` : 'new'} options={into} onChange={(id) => onSay({ survey: id === 'new' ? null : Number(id.slice(1)) })} />}
      {found.survey !== null ? null : (
        <label className={own['name']}><span>{say('survey.import.name')}</span><input defaultValue={said.name ?? found.name} maxLength={200} spellCheck={false} onBlur={(event) => { const name = event.currentTarget.value.trim(); if (name !== '' && name !== found.name) onSay({ name }); }} /></label>
      )}
    </div>
  );
}

/** How many of each group are in the sheet. */
function Groups({ found }: { found: SurveyPreview }) {
  const words = useWords();
  const most = Math.max(1, ...found.groups.map(({ count }) => count));
  return (
    <section className={own['groups']} aria-label={words.say('survey.import.groups')}>
      <h2>{words.say('survey.import.groups')}</h2>
      <ul>{found.groups.map(({ label, count }) => <li key={label}><span><bdi>{label === '' ? words.say('survey.noGroup') : label}</bdi></span><i style={{ width: `${(count / most) * 100}%` }} /><b>{words.number(count)}</b></li>)}</ul>
    </section>
  );
}
