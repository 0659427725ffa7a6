import { Download, X } from 'lucide-react';
import { useState } from 'react';
import { jointMeasures, verdicts, type JointMeasure, type Verdict } from '../../../shared/model/joint.ts';
import { measureWords } from '../../../shared/model/survey.ts';
import { smallestShare } from '../../../shared/model/table.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { hasScale, jointRules, sayCentre, sayPlace } from '../../../shared/words/sayJoint.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice, Segments, type Option } from '../../parts/Choice.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSeenCoder } from '../code/coders.ts';
import { shareText } from './columns.ts';
import { Links } from './Links.tsx';
import { JointQuotations } from './JointQuotations.tsx';
import { usePutIntoReport } from '../report/putting.ts';
import styles from './survey.module.css';
import joint from './joint.module.css';
import type { Survey } from './Surveys.tsx';

export type Joint = Outcome<'survey.joint'>;
type Cell = Joint['rows'][number]['cells'][number];
const verdictWords = { convergent: 'survey.verdict.convergent', silent: 'survey.verdict.silent', contradictory: 'survey.verdict.contradictory', nothing: 'survey.verdict.nothing' } as const satisfies Record<Verdict, string>;
const files = ['xlsx', 'csv', 'docx'] as const;
/** Quotations of a cell. */
const quotations = 3;

/** What the questionnaire says beside what the interviews say, answer by answer and group by group. */
export function JointPage({ survey }: { survey: Survey }) {
  const words = useWords();
  const { say } = words;
  const core = useCore();
  const act = useAct();
  const seen = useSeenCoder();
  const [measure, setMeasure] = useState<JointMeasure>('mean');
  const found = useLive('survey.joint', { survey: survey.id, quotations, measure, ...seen }, true);
  const attributes = useLive('attribute.list', {});
  const intoReport = usePutIntoReport({ kind: 'joint', asked: { survey: survey.name, measure, ...seen } });
  const [linking, setLinking] = useState<boolean | null>(null);
  const [cell, setCell] = useState<{ readonly row: number; readonly group: number } | null>(null);
  if (!found || !attributes) return <main className={styles['main']} />;
  const links = linking ?? found.rows.length === 0;
  const choices: Option<string>[] = [{ id: '', label: say('survey.import.noAttribute') }, ...attributes.filter(({ of }) => of === 'participants').map(({ id, name }) => ({ id: String(id), label: name }))];
  const save = (format: (typeof files)[number]) => void act(async () => {
    await core.bridge.save(await core.call('exhibit.export', { kind: 'joint', asked: { survey: survey.id, quotations, measure, ...seen }, quotations, format, language: words.language }));
  });
  const open = cell && found.rows[cell.row]?.cells[cell.group] ? cell : null;
  return (
    <>
      <main className={styles['main']}>
        <header className={styles['head']}><h1>{say('survey.jointTitle')}</h1><p>{say('survey.jointSubtitle', { survey: survey.name })}</p></header>
        <div className={styles['bar']}>
          <Choice label={say('survey.jointAttribute')} value={String(survey.attribute ?? '')} options={choices} onChange={(id) => void act(() => core.call('survey.change', { survey: survey.id, attribute: id === '' ? null : Number(id) }))} />
          <Button aria-pressed={links} onPress={() => setLinking(!links)}>{say(links ? 'survey.hideLinks' : 'survey.showLinks')}</Button>
          {hasScale(found) ? <Segments label={say('survey.byMeasure')} value={measure} options={jointMeasures.map((id) => ({ id, label: say(measureWords[id]) }))} onChange={setMeasure} /> : null}
          <span className={styles['grow']} />
          <Menu label={say('survey.save')} groups={[{ entries: files.map((format) => ({ id: format, label: say(`export.${format}`), run: () => save(format) })) }, intoReport]}><Button look="icon" why={say('survey.save')} isDisabled={found.rows.length === 0}><Download size={16} strokeWidth={1.5} /></Button></Menu>
        </div>
        <div className={styles['body']}>
          {found.attribute === null ? <p className={styles['note']}>{say('survey.jointNoAttribute')}</p> : null}
          {links ? <Links survey={survey} onLink={() => setLinking(true)} /> : null}
          {found.rows.length > 0 ? <JointTable found={found} open={open} onOpen={(row, group) => setCell({ row, group })} /> : links ? null : <p className={styles['note']}>{say('survey.jointNoLinks')}</p>}
        </div>
      </main>
      {open ? <JointQuotations joint={found} row={open.row} group={open.group} onClose={() => setCell(null)} closing={<X size={16} strokeWidth={1.5} />} /> : null}
    </>
  );
}

function JointTable({ found, open, onOpen }: { found: Joint; open: { row: number; group: number } | null; onOpen: (row: number, group: number) => void }) {
  const words = useWords();
  const { say } = words;
  return (
    <>
      <div className={styles['scroll']}>
        <table className={joint['joint']}>
          <thead><tr><th scope="col">{say('survey.answer')}</th>{found.groups.map(({ label, interviewed }) => <th key={label} scope="col" title={label}><bdi lang={languageOf(label) || undefined}>{label}</bdi><small>{say('survey.inInterviews')} n {words.number(interviewed)}</small></th>)}</tr></thead>
          <tbody>
            {found.rows.map((row, place) => (
              <tr key={`${row.question.id}/${row.answer}`}>
                <th scope="row" title={row.question.name}>
                  <bdi lang={languageOf(row.answer || row.question.name) || undefined}>{row.answer || row.question.name}</bdi>
                  {row.codes.map((code, index) => <small key={code.id} title={row.paths[index]}><Sign facet={code.facet} colour={code.colour} /><bdi>{code.name}</bdi></small>)}
                </th>
                {row.cells.map((cell, group) => (
                  <td key={group} data-here={(open?.row === place && open.group === group) || undefined} data-verdict={cell.verdict ?? 'none'}>
                    {cell.verdict === null && !cell.survey && !cell.interviews ? <span className={styles['hatch']} title={say('survey.unasked')}><span className={styles['hidden']}>{say('survey.unasked')}</span></span> : (
                      <button type="button" onClick={() => onOpen(place, group)}>
                        <span className={styles['hidden']}>{say('survey.showQuotations', { answer: row.answer || row.question.name, group: found.groups[group]!.label })}</span><Pair cell={cell} measure={found.measure} of={row.answer === '' ? row.cells.filter(({ survey }) => survey).length : null} />
                      </button>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles['legend']}>{verdicts.filter((verdict) => verdict !== 'nothing').map((verdict) => <span key={verdict} className={joint['key']} data-verdict={verdict}><i />{say(verdictWords[verdict])}</span>)}<span>{say('survey.smallN', { n: smallestShare })}</span></p>
      <p className={joint['rule']}>{jointRules(words, found).join(words.language === 'zh' ? '' : ' ')}</p>
    </>
  );
}

/** Both sources of one cell, each as a bar, and what they say together; of a whole question, the group's place among the `of` that were asked. */
function Pair({ cell, measure, of }: { cell: Cell; measure: JointMeasure; of: number | null }) {
  const words = useWords();
  const { say } = words;
  const { survey, interviews, verdict } = cell;
  return (
    <>
      <span className={joint['source']}><small>{say('survey.inSurvey')}</small>{survey ? <><b>{shareText(words, survey.count, survey.n, survey.percent)}</b>{of === null ? <em>{sayPlace(words, survey, null)}</em> : null}<i><i style={{ width: `${survey.percent}%` }} /></i>{of === null ? null : <em data-line>{[...(survey.centre === null ? [] : [sayCentre(words, measure, survey.centre)]), sayPlace(words, survey, of)].join(' · ')}</em>}</> : <em>{say('survey.unasked')}</em>}</span>
      <span className={joint['source']} data-interviews><small>{say('survey.inInterviews')}</small>{interviews ? <><b>{interviews.n < smallestShare ? `${interviews.count}/${interviews.n}` : words.percent(interviews.count / interviews.n)}</b><i><i style={{ width: `${interviews.percent}%` }} /></i></> : <em>{say('survey.notInterviewed')}</em>}</span>
      {verdict === null ? null : <span className={joint['verdict']}>{say(verdictWords[verdict])}</span>}
    </>
  );
}
