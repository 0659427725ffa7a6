import { ArrowRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { isProblemRecord, Problem, problemRecord, type ProblemRecord } from '../../../shared/model/problem.ts';
import { languageOf } from '../../../shared/model/text.ts';
import { asRole } from '../../../shared/model/values.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { ProblemNote } from '../../parts/Problem.tsx';
import { useSessionStore } from '../../session.ts';
import styles from './import.module.css';
import { leaving, type Importing } from './importing.ts';
import sheet from './people.module.css';

type Preview = Outcome<'participant.preview'>;
type Row = Preview['rows'][number];
interface LeftOut { readonly rows: readonly number[]; readonly columns: readonly string[] }
/** Rows drawn at once, and how many more each time. */
const drawn = 300;

const toggled = <T,>(list: readonly T[], each: T): readonly T[] => (list.includes(each) ? list.filter((other) => other !== each) : [...list, each]);
/** Rows that need no eye: known, whole, and saying what is there already. */
const isQuiet = (row: Row) => row.fault === null && !row.isNew && row.cells.length === 0 && row.refused.length === 0 && row.taken;

/** A sheet of participants before it is taken in: who is new, what changes from what to what, and what does not fit. Rows and columns can be left out. */
export function PeopleImport({ importing }: { importing: Importing }) {
  const { say } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const file = importing.files[0]!;
  const [left, setLeft] = useState<LeftOut>({ rows: [], columns: [] });
  const [preview, setPreview] = useState<Preview | ProblemRecord | null>(null);
  const leaveOut = { rows: [...left.rows], columns: [...left.columns] };
  const asked = JSON.stringify(leaveOut);
  useEffect(() => {
    let here = true;
    core.call('participant.preview', { handle: file.handle, leaveOut: JSON.parse(asked) as typeof leaveOut }).then((found) => { if (here) setPreview(found); }, (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      if (here) setPreview(problemRecord(error));
    });
    return () => { here = false; };
  }, [core, file, asked]);
  const leave = () => session.set(leaving(session.get().importing, importing.id, { view: 'participants', peopleTab: 'people' } as const));
  const found = preview && !isProblemRecord(preview) ? preview : null;
  const faulty = found?.rows.filter(({ fault }) => fault !== null) ?? [];
  const run = () => void act(async () => {
    await core.call('participant.import', { handle: file.handle, leaveOut: { ...leaveOut, rows: [...new Set([...leaveOut.rows, ...faulty.map(({ row }) => row)])] } });
    leave();
  });
  const taken = (found?.added ?? 0) + (found?.known ?? 0) - (found?.unchanged ?? 0);
  return (
    <main className={styles['main']}>
      <header className={styles['head']}>
        <h1>{say('people.title')}</h1>
        <p>{found ? say('people.hint', { file: file.name, added: say('people.added', { count: found.added }), known: say('people.known', { count: found.known }), changed: say('people.changed', { count: found.changed }) }) : file.name}</p>
      </header>
      <div className={styles['body']}>
        {preview && isProblemRecord(preview) ? <ProblemNote problem={preview} /> : null}
        {found ? <Faults found={found} faulty={faulty} /> : null}
        {found ? <Rows found={found} left={left} onRow={(row) => setLeft({ ...left, rows: toggled(left.rows, row) })} onColumn={(column) => setLeft({ ...left, columns: toggled(left.columns, column) })} /> : null}
      </div>
      <footer className={styles['foot']}><span>{say('people.emptyCells')}</span><Button look="plain" onPress={() => session.set({ importing: { ...importing, kind: 'codebook' } })}>{say('sheetKind.asCodebook')}</Button><Button look="plain" onPress={() => session.set({ importing: { ...importing, kind: 'survey' } })}>{say('survey.asSurvey')}</Button><Button onPress={leave}>{say('word.cancel')}</Button><Button look="primary" isDisabled={!found || taken + found.columns.filter(({ isNew, name }) => isNew && !left.columns.includes(name)).length === 0} onPress={run}>{taken === 0 ? say('people.nothing') : say('people.run', { count: taken })}</Button></footer>
    </main>
  );
}

/** Rows that are nobody's, and cells that do not fit: what they are, and that they stay out. */
function Faults({ found, faulty }: { found: Preview; faulty: readonly Row[] }) {
  const words = useWords();
  const { say } = words;
  const cells = found.rows.flatMap((row) => row.refused.map((cell) => ({ ...cell, row })));
  if (faulty.length === 0 && cells.length === 0) return null;
  const shown = 6;
  return (
    <section className={sheet['faults']} aria-label={say('people.staysOut')}>
      <h2>{say('people.staysOut')}</h2>
      <ul>
        {faulty.slice(0, shown).map((row) => <li key={row.row}>{row.fault === 'nameless' ? say('people.nameless', { row: row.row }) : say('people.twice', { row: row.row, name: row.name, before: row.before })}</li>)}
        {cells.slice(0, shown).map(({ row, column, value, why }) => { const { what, way } = words.problem({ problem: why, values: { value, name: value } }); return <li key={`${row.row}/${column}`}>{say('people.misfit', { row: row.row, name: row.name, column })} {what} {way}</li>; })}
        {faulty.length > shown || cells.length > shown ? <li>{say('people.andMore', { count: Math.max(0, faulty.length - shown) + Math.max(0, cells.length - shown) })}</li> : null}
      </ul>
    </section>
  );
}

/** What changes, row by row; those that stay as they are are only counted, unless somebody wants to see them. */
function Rows({ found, left, onRow, onColumn }: { found: Preview; left: LeftOut; onRow: (row: number) => void; onColumn: (column: string) => void }) {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  const [most, setMost] = useState(drawn);
  const rows = found.rows.filter((row) => all || !isQuiet(row));
  const quiet = found.rows.filter(isQuiet).length;
  const inWords = (column: Preview['columns'][number], value: string) => { const role = column.to === 'role' ? asRole(value) : null; return role ? say(`role.${role}`) : value; };
  return (
    <>
      {quiet === 0 ? null : <p className={sheet['quiet']}>{say('people.unchanged', { count: quiet })} <Button look="plain" onPress={() => setAll(!all)}>{say(all ? 'people.hideUnchanged' : 'people.showUnchanged')}</Button></p>}
      {rows.length === 0 ? null : (
        <table className={`${styles['files']} ${sheet['people']}`}>
          <thead>
            <tr>
              <th><span className={sheet['unseen']}>{say('people.take')}</span></th><th>{found.nameColumn}</th>
              {found.columns.map((column) => (
                <th key={column.name} data-out={left.columns.includes(column.name) || undefined}>
                  <label><input type="checkbox" checked={!left.columns.includes(column.name)} onChange={() => onColumn(column.name)} /><bdi>{column.name}</bdi></label>
                  <small>{column.to ? say(`participants.${column.to}`) : say(`kind.${column.kind}`)}{column.isNew ? `, ${say('people.newColumn')}` : ''}{column.changes === 0 ? '' : `, ${say('people.cells', { count: column.changes })}`}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row) => (
              <tr key={row.row} data-out={!row.taken || undefined}>
                <td><label><input type="checkbox" aria-label={say('people.takeRow', { row: row.row, name: row.name })} checked={row.taken} disabled={row.fault !== null} onChange={() => onRow(row.row)} />{row.row}</label></td>
                <th scope="row"><bdi lang={languageOf(row.name) || undefined}>{row.name || '–'}</bdi><small>{row.fault === null ? (row.isNew ? say('people.newPerson') : say('people.isKnown')) : say(row.fault === 'twice' ? 'people.isTwice' : 'people.isNameless')}</small></th>
                {found.columns.map((column) => {
                  const cell = row.cells.find((each) => each.column === column.name);
                  const refused = row.refused.find((each) => each.column === column.name);
                  if (refused) return <td key={column.name} className={sheet['refused']}><bdi>{refused.value}</bdi></td>;
                  if (!cell) return <td key={column.name} />;
                  return <td key={column.name}>{cell.from === '' ? <ins><bdi>{inWords(column, cell.to)}</bdi></ins> : <span className={sheet['change']}><del><bdi>{inWords(column, cell.from)}</bdi></del><ArrowRight size={12} strokeWidth={1.5} aria-label={say('people.becomes')} /><ins><bdi>{inWords(column, cell.to)}</bdi></ins></span>}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > most ? <p className={sheet['quiet']}><Button onPress={() => setMost(most + drawn)}>{say('people.showMore', { count: rows.length - most })}</Button></p> : null}
    </>
  );
}
