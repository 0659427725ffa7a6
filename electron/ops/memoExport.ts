import { z } from 'zod';
import { fileStem } from '../../shared/model/fileName.ts';
import type { MemoLink } from '../../shared/model/memoText.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { Row } from '../../shared/model/schema.ts';
import { createWords, type Language } from '../../shared/words/index.ts';
import { memoFormats, type PrintedMemo } from '../formats/memoFormats.ts';
import { resolveLink } from './memoLinks.ts';
import { memoFilter, wantedMemos } from './memos.ts';
import { memoSubject, quotationFor } from './memoSubjects.ts';
import { query, type IncomingFile, type Reader } from './operation.ts';

function printed(project: Reader, { uuid, about, target, title, text, coder, created, changed }: Row<'memos'>): PrintedMemo {
  const subject = memoSubject(project, about, target);
  const said = quotationFor(project, subject);
  const name = about === 'codes' || about === 'passages' ? subject.detail : about === 'project' ? '' : subject.label;
  return { uuid, about, subject: name, quotation: said && { ...said, document: subject.detail }, title, text, author: project.find('coders', coder)?.name ?? '', created, changed };
}

export const exportMemos = query({
  /** The memos that are asked for as a file, of each kind in the order in which they were written. A Problem `nothing-to-export` where there are none. */
  input: z.strictObject({ ...memoFilter.shape, format: z.enum(memoFormats.map(({ id }) => id) as [string, ...string[]]), language: z.enum(['en', 'zh'] satisfies Language[]).default('en') }),
  run(project, { format, language, ...filter }): IncomingFile {
    const memos = wantedMemos(project, filter);
    if (memos.length === 0) throw new Problem('nothing-to-export');
    const words = createWords(language);
    const title = words.say('memos.exportTitle', { study: project.all('project')[0]!.name });
    const nameOf = (link: MemoLink) => { const { label, detail, id, kind } = resolveLink(project, link); return { name: id === null ? label : kind === 'passage' ? `“${label}” (${detail})` : kind === 'coding' ? `${label} (${detail})` : label, gone: id === null }; };
    return { name: `${fileStem(title, 'Memos')}.${format}`, bytes: memoFormats.find(({ id }) => id === format)!.write(memos.toSorted((a, b) => a.created - b.created || a.id - b.id).map((memo) => printed(project, memo)), nameOf, title, words) };
  },
});
