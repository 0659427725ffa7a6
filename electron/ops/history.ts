import { z } from 'zod';
import { query, type Step } from './operation.ts';

const step = (step: Step['step']): Step => ({ kind: 'step', step, input: z.strictObject({}), run: () => { throw new Error('undo and redo are carried out by the engine'); } });
/** Takes back the last command that is not taken back yet, across restarts. Answers with its entry in the history. */
export const undo = step('undo');
export const redo = step('redo');

export const listHistory = query({
  input: z.strictObject({ before: z.int().nullable().default(null), limit: z.int().min(1).max(10_000).default(200) }),
  run: (project, { before, limit }) => project.history(before, limit),
});
