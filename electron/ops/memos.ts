import { z } from 'zod';
import { wholeText } from '../../shared/model/fields.ts';
import { subjects, type Row, type Subject } from '../../shared/model/schema.ts';
import { command, query, type Reader } from './operation.ts';
import { removeEmptyPassages } from './removal.ts';

const id = z.int().positive();

/** What a memo is about, in a few words for the history; never interview text. */
function nameOfSubject(project: Reader, about: Subject, target: number): string {
  if (about === 'codings') return project.get('codes', project.get('codings', target).code).name;
  if (about === 'passages') return project.get('documents', project.get('passages', target).document).name;
  return project.get(about as 'documents', target).name;
}

export const listMemos = query({
  /** Memos about one thing, or about everything. */
  input: z.strictObject({ about: z.enum(subjects).optional(), target: id.optional() }),
  run(project, { about, target }) {
    const where = { ...(about === undefined ? {} : { about }), ...(target === undefined ? {} : { target }) };
    return project.all('memos', where).map((memo: Row<'memos'>) => ({ ...memo, author: project.find('coders', memo.coder)?.name ?? '' }));
  },
});

export const writeMemo = command({
  /** Writes a memo, or the one that is named anew; without text it goes. */
  input: z.strictObject({ memo: id.optional(), about: z.enum(subjects), target: id, text: wholeText }),
  run(project, { memo, about, target, text }) {
    const subject = nameOfSubject(project, about, target);
    if (memo === undefined && text !== '') return { subject, memo: project.add('memos', { about, target, title: '', text, coder: project.coder(), created: project.now, changed: project.now }) };
    if (memo !== undefined && text !== '') {
      if (project.get('memos', memo).text !== text) project.change('memos', memo, { text, changed: project.now });
    } else if (memo !== undefined) {
      project.remove('memos', [memo]);
      if (about === 'passages') removeEmptyPassages(project, [target]);
    }
    return { subject, memo: text === '' ? null : memo! };
  },
  about: (_project, _input, { subject }) => ({ subject }),
});
