import { useState } from 'react';
import { planFilling, withoutMisfits, type AskedRow, type Filling, type Grid } from '../../../shared/model/filling.ts';
import type { ProblemRecord } from '../../../shared/model/problem.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';

/** Something that is to be filled in, and must be agreed to first. */
export interface Asking { readonly how: 'paste' | 'empty' | 'down'; readonly asked: readonly AskedRow[]; readonly filling: Filling }

/** Why a cell cannot be taken, as a Problem with what was typed in it. */
export function misfitProblem(grid: Grid, { why, value, column }: Pick<Filling['misfits'][number], 'why' | 'value' | 'column'>): ProblemRecord {
  const choices = grid.attributes.find(({ id }) => String(id) === column)?.choices ?? [];
  return { problem: why, values: { value, name: value, choices: choices.join(', ') } };
}

/** Fills cells of a grid, each time in one step; what does not fit, would make new choices or new people is asked first. */
export function useFilling(grid: Grid | null) {
  const core = useCore();
  const act = useAct();
  const words = useWords();
  const [asking, setAsking] = useState<Asking | null>(null);
  /** What was sent and is not in the grid's own rows yet. */
  const [sent, setSent] = useState<{ readonly on: Grid; readonly rows: readonly AskedRow[] } | null>(null);
  const run = (rows: readonly AskedRow[], newChoices: boolean) => {
    if (!grid || rows.length === 0) return;
    const before = sent?.on === grid ? sent.rows : [];
    setSent({ on: grid, rows: [...before, ...rows] });
    const input = { rows: rows.map(({ id, cells }) => ({ id, cells: { ...cells } })), newChoices };
    void act(() => (grid.of === 'participants' ? core.call('participant.fill', input) : core.call('document.fill', input))).then((done) => { if (!done) setSent(null); });
  };
  return {
    asking,
    sent: sent && sent.on === grid ? sent.rows : [],
    cancel: () => setAsking(null),
    agree: () => {
      if (asking) run(withoutMisfits(asking.asked, asking.filling.misfits), true);
      setAsking(null);
    },
    /** One cell; answers with why it cannot be taken. */
    onCell(row: AskedRow, newChoice: boolean): string | null {
      if (!grid) return null;
      const { misfits: [misfit], newChoices, rows } = planFilling(grid, [row]);
      const [choice] = newChoices;
      const problem = misfit ?? (choice && !newChoice ? { why: 'not-a-choice' as const, value: choice[1][0]!, column: String(choice[0]) } : null);
      if (problem) {
        const { what, way } = words.problem(misfitProblem(grid, problem));
        return `${what}${words.language === 'zh' ? '' : ' '}${way}`;
      }
      if (rows.length > 0) run([row], newChoice);
      return null;
    },
    onCells(asked: readonly AskedRow[], how: Asking['how']): void {
      if (!grid || asked.length === 0) return;
      const filling = planFilling(grid, asked);
      if (filling.misfits.length > 0 || filling.newChoices.size > 0 || filling.rows.some(({ id }) => id === null)) setAsking({ how, asked, filling });
      else if (filling.rows.length > 0) run(asked, false);
    },
  };
}
