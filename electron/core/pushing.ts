import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem, problemRecord } from '../../shared/model/problem.ts';
import type { PushedBook } from '../../shared/model/pushedBook.ts';
import type { Language } from '../../shared/words/index.ts';
import type { OutputOf } from '../ops/index.ts';
import { compareWholly } from '../ops/mergingBooks.ts';
import type { IncomingFile, Reader } from '../ops/operation.ts';
import { openStudy } from './engine.ts';
import { readWhole } from './files.ts';
import { createOtherStudies } from './otherStudies.ts';

type Told = Pick<OutputOf<'codebook.compare'>, 'items' | 'tree'>;
const nothing = { problem: null, added: [], changed: [], gone: [], kept: [], codings: 0, saved: null };
function pushed(file: string, copy: Reader, { items, tree }: Told): PushedBook {
  const paths = (state: Told['tree'][number]['state']) => tree.filter((row) => row.state === state).map(({ path }) => path);
  const kept = items.filter(({ kind, holds }) => (kind === 'gone' || kind === 'merged') && holds === 'mine').map(({ about }) => about);
  return { ...nothing, file, added: paths('new'), changed: paths('changed'), gone: [...paths('gone'), ...paths('merged')], kept, codings: copy.one<{ count: number }>('SELECT count(*) AS count FROM codings')?.count ?? 0 };
}
const uuidOf = (study: Reader): string => study.get('project', 1).uuid;
function checkCopy(file: string, copy: Reader, study: string): void {
  if (uuidOf(copy) !== study) throw new Problem('copy-of-another', { file });
}
/** One copy that cannot be written does not keep the others from it. */
async function unlessProblem(file: string, work: () => Promise<PushedBook> | PushedBook): Promise<PushedBook> {
  try { return await work(); } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ...nothing, file, problem: problemRecord(error) };
  }
}

/** What giving the codebook to a copy would do there. The copy is only read. */
export const lookAtCopy = (book: { readonly name: string; readonly study: Reader }, name: string, read: () => IncomingFile): Promise<PushedBook> => unlessProblem(name, () => {
  const others = createOtherStudies();
  try {
    const copy = others.lend().open(read());
    checkCopy(name, copy, uuidOf(book.study));
    return pushed(name, copy, compareWholly(copy, book.name, book.study));
  } finally { others.close(); }
});

export interface Pushing { /** The study whose codebook it is, as the bytes of its file. */ readonly book: IncomingFile; readonly study: string; readonly who: string; readonly language: Language }
/** Writes the codebook into a copy, as a step of its own that can be undone there. Codings stay with their codes. */
export const pushInto = ({ book, study, who, language }: Pushing, name: string, path: string): Promise<PushedBook> => unlessProblem(name, async () => {
  const engine = openStudy(path, { who });
  try {
    checkCopy(name, engine.reader, study);
    const { value } = await engine.ask('codebook.merge', { others: [book.name], wholly: true, rest: 'theirs', language }, { preparation: { file: () => Promise.resolve(book) } });
    return pushed(name, engine.reader, value as OutputOf<'codebook.merge'>);
  } finally { engine.close(); }
});

/** The same for a copy that is there as bytes alone: `keep` gets what it has become. What lies on the disk meanwhile nobody else can read, and it goes again. */
export async function pushIntoBytes(pushing: Pushing, copy: IncomingFile, keep: (bytes: Uint8Array) => PushedBook['saved']): Promise<PushedBook> {
  const folder = mkdtempSync(join(tmpdir(), 'concord-'));
  try {
    const path = join(folder, 'copy.concord');
    writeFileSync(path, copy.bytes, { mode: 0o600 });
    const done = await pushInto(pushing, copy.name, path);
    return done.problem ? { ...done, problem: { ...done.problem, values: { ...done.problem.values, file: copy.name } } } : { ...done, saved: keep(readWhole(path).bytes) };
  } finally { rmSync(folder, { recursive: true, force: true }); }
}
