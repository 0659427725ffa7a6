import type { Grid } from '../../../shared/model/filling.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import styles from './participants.module.css';
import { misfitProblem, type Asking } from './useFilling.tsx';

const mostListed = 8;

/** What is about to be filled in: new people, new choices, and what does not fit. Nothing has been written. */
export function AskSheet({ grid, asking, columnLabel, onAgree, onCancel }: { grid: Grid; asking: Asking; columnLabel: (column: string) => string; onAgree: () => void; onCancel: () => void }) {
  const words = useWords();
  const { say } = words;
  const { asked, how, filling: { rows, newChoices, misfits, cells } } = asking;
  const added = rows.flatMap(({ id, fields }) => (id === null ? [fields.name!] : []));
  const title = how === 'empty' ? say('participants.asking.empty') : say(how === 'down' ? 'participants.asking.down' : 'participants.asking.paste', { rows: say('participants.asking.rows', { count: asked.length }) });
  const rowName = (index: number) => grid.rows.find(({ id }) => id === asked[index]!.id)?.name ?? (asked[index]!.cells['name']?.trim() || say('participants.asking.newRow', { row: index + 1 }));
  return (
    <Sheet title={title} onClose={onCancel}>
      <div className={styles['asking']}>
        <p>{cells === 0 ? say('participants.asking.none') : say('participants.asking.changes', { count: cells })}</p>
        {added.length === 0 ? null : <p>{say('participants.asking.people', { count: added.length, names: words.list([...added.slice(0, mostListed), ...(added.length > mostListed ? [say('participants.asking.more', { count: added.length - mostListed })] : [])]) })}</p>}
        {[...newChoices].map(([attribute, values]) => <p key={attribute}>{say('participants.asking.choices', { column: columnLabel(String(attribute)), values: words.list([...values.slice(0, mostListed), ...(values.length > mostListed ? [say('participants.asking.more', { count: values.length - mostListed })] : [])]) })}</p>)}
        {misfits.length === 0 ? null : (
          <>
            <p>{say('participants.asking.misfits', { count: misfits.length })}</p>
            <ul className={styles['misfits']}>
              {misfits.slice(0, mostListed).map((misfit) => <li key={`${misfit.index}/${misfit.column}`}><b>{say('participants.asking.misfit', { row: rowName(misfit.index), column: columnLabel(misfit.column) })}</b> {words.problem(misfitProblem(grid, misfit)).what}</li>)}
              {misfits.length > mostListed ? <li>{say('participants.asking.more', { count: misfits.length - mostListed })}</li> : null}
            </ul>
          </>
        )}
        <div className={styles['ends']}><Button onPress={onCancel}>{say('word.cancel')}</Button><Button look="primary" autoFocus isDisabled={cells === 0} onPress={onAgree}>{say(misfits.length > 0 ? 'participants.asking.runRest' : 'participants.asking.run')}</Button></div>
      </div>
    </Sheet>
  );
}
