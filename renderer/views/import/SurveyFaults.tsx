import { useWords } from '../../core/words.tsx';
import sheet from './people.module.css';
import own from './survey.module.css';
import type { SurveyPreview } from './SurveyImport.tsx';

const shown = 6;
const faultWords = { empty: 'survey.import.empty', 'no-separator': 'survey.import.noSeparator', 'other-separator': 'survey.import.otherSeparator' } as const;

/** What is wrong with the sheet, and that it stays out; what only looks so. */
export function SurveyFaults({ found, samePeople, onSamePeople }: { found: SurveyPreview; samePeople: boolean; onSamePeople: (same: boolean) => void }) {
  const { say } = useWords();
  const columns = found.columns.flatMap(({ name, faults }) => faults.map((fault) => ({ name, fault })));
  const unnamed = found.id === null;
  if (found.faults.length + found.misfits.length + columns.length + found.namesakes === 0 && !unnamed) return null;
  return (
    <section className={sheet['faults']} aria-label={say('survey.import.look')}>
      <h2>{say('survey.import.look')}</h2>
      <ul>
        {unnamed ? <li>{say('survey.import.unnamed')}</li> : null}
        {found.faults.slice(0, shown).map(({ row, name, fault, before }) => <li key={row}>{fault === 'nameless' ? say('survey.import.nameless', { row }) : say('survey.import.twice', { row, name, before })}</li>)}
        {found.faults.length > shown ? <li>{say('people.andMore', { count: found.faults.length - shown })}</li> : null}
        {found.misfits.slice(0, shown).map(({ row, column, value }) => <li key={`${row}/${column}`}>{say('survey.import.misfit', { row, column, value })}</li>)}
        {found.misfits.length > shown ? <li>{say('people.andMore', { count: found.columns.reduce((sum, column) => sum + column.misfits, 0) - shown })}</li> : null}
        {columns.map(({ name, fault }) => <li key={name}>{say(faultWords[fault], { column: name })}</li>)}
        {found.namesakes > 0 ? <li className={own['same']}>{say('survey.import.namesakes', { count: found.namesakes })} <label><input type="checkbox" checked={samePeople} onChange={(event) => onSamePeople(event.currentTarget.checked)} />{say('survey.import.samePeople')}</label></li> : null}
      </ul>
    </section>
  );
}
