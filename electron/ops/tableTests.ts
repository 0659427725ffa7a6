import { z } from 'zod';
import { tableAsked } from '../../shared/model/tableAsked.ts';
import { createWords } from '../../shared/words/index.ts';
import { testsOf } from '../../shared/words/sayTests.ts';
import { language } from './export.ts';
import { query } from './operation.ts';
import { makeTable } from './table.ts';

export const testsOfTable = query({
  /** The tests that fit the same table, its lines named as people read them; null where there is nothing to compare. Exact ones take their time: the table does not wait for them. */
  input: z.strictObject({ ...tableAsked.shape, language }),
  run: (project, { language: chosen, ...asked }) => testsOf(createWords(chosen), makeTable(project, asked), asked.correction),
});
