import type { ConflictMatrix, QuotedPassage } from '../../../shared/model/conflicts.ts';
import type { InputOf, OutputOf } from '../../../electron/ops/index.ts';
import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { codeColour } from '../../parts/Sign.tsx';
import type { OpenConflict } from './asked.ts';
import styles from './conflicts.module.css';
import { Facing } from './Facing.tsx';
import { PaneHead } from './PaneHead.tsx';

type Said = Awaited<OutputOf<'conflict.facing'>>['said'];
const quoted = (said: Said | null | undefined): QuotedPassage[] => (said?.passages ?? []).flatMap(({ passage, codings: [first] }) => (first ? [{ passage, document: first.documentId, documentName: first.document, start: first.start, end: first.end, quotation: first.quotation, speakers: first.speakers, turn: first.turn }] : []));

/** A cell of the matrix: what one group says against another, and what is said back. */
export function CellPane({ matrix, input, cell, onClose }: { matrix: ConflictMatrix; input: Omit<InputOf<'conflict.facing'>, 'row' | 'column'>; cell: Extract<OpenConflict, { kind: 'cell' }>; onClose: () => void }) {
  const { say } = useWords();
  const found = useLive('conflict.facing', { ...input, row: cell.row, column: cell.column });
  const row = matrix.rows.find(({ key }) => key === cell.row);
  const column = matrix.columns.find(({ code }) => code === cell.column);
  if (!row || !column) return null;
  const name = row.key === null ? say('by.noValue') : row.label;
  const told = (said: Said | null | undefined) => (said ? `${say('conflicts.passages', { count: said.passages.length })}${say('status.and')}${say('conflicts.people', { count: said.people })}` : '');
  const own = row.column === null ? 'var(--ink-3)' : codeColour('stakeholder', matrix.columns[row.column]!.colour);
  return (
    <>
      <PaneHead title={`${say('conflicts.against', { party: name, counterparty: column.label })}${cell.side === undefined ? '' : ` · ${cell.side ?? say('by.noValue')}`}`} onClose={onClose} />
      <div className={styles['paneBody']}>
        {found ? (
          <>
            <p className={styles['told']}>{say('conflicts.saidToldFull', { name, told: told(found.said) })}{found.answered ? ` ${say('conflicts.saidToldFull', { name: column.label, told: told(found.answered) })}` : ''}</p>
            <Facing sides={[
              { name, colour: own, quotations: quoted(found.said), none: say('conflicts.saysNothing') },
              { name: column.label, colour: codeColour('stakeholder', column.colour), quotations: quoted(found.answered), none: say(column.row === null || column.n === 0 ? 'conflicts.nobodyAsked' : row.column === null || matrix.rows[column.row] === row ? 'conflicts.ownGroup' : 'conflicts.saysNothing') },
            ]} />
          </>
        ) : null}
      </div>
    </>
  );
}
