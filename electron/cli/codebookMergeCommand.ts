import { basename } from 'node:path';
import { bookDecisions, type BookItem } from '../../shared/model/codebookMerge.ts';
import { Problem, problemRecord } from '../../shared/model/problem.ts';
import type { PushedBook } from '../../shared/model/pushedBook.ts';
import type { Words } from '../../shared/words/index.ts';
import type { Engine } from '../core/engine.ts';
import { readWhole, sameFile } from '../core/files.ts';
import { lookAtCopy, pushInto } from '../core/pushing.ts';
import type { OutputOf } from '../ops/index.ts';
import { exitCodes, problemLine, type CliCommand, type Desk, type ExitCode } from './command.ts';
import { readJson } from './readJson.ts';
import { textTable } from './textTable.ts';

type Options = Parameters<CliCommand['run']>[2];
type Compared = OutputOf<'codebook.compare'>;

function itemLines({ say }: Words, { key, kind, about, field, ours, base, theirs, choices, decision, holds, likeness }: BookItem): string[] {
  const shown = (text: string | null) => (text === null || text === '' ? say('books.nothingThere') : text.replaceAll('\n', ' / '));
  return [
    `${say(`books.kind.${kind}`)}: ${about}${field === null ? '' : ` (${say(`field.${field}`)})`}${likeness === null ? '' : `, ${say(`books.reason.${likeness.reason}`)}`}`,
    ...(kind === 'added' ? [] : [`  ${say('books.ours')}: ${shown(ours)}`]), ...(base === null ? [] : [`  ${say('books.base')}: ${shown(base)}`]), `  ${say('books.theirs')}: ${shown(theirs)}`,
    `  ${key}: ${decision ?? holds ?? ''}${decision === null ? ` [${choices.join(' | ')}]` : ''}`,
  ];
}
function comparedText(words: Words, { books, items, tree }: Compared): string {
  const { say, number } = words;
  const open = items.filter(({ holds }) => holds === null).length;
  return [
    ...books.map(({ file, codes, since, hasBase }) => `${file}: ${say('books.codes', { count: codes })}; ${since ? say('books.since', { when: words.moment(since.at), who: since.who }) : say(hasBase ? 'books.sinceFile' : 'books.noBase')}`),
    ...(items.length === 0 ? [say('cli.books.nothing')] : items.flatMap((item) => itemLines(words, item))),
    ...(open === 0 ? [] : [say('cli.books.undecided', { count: open, number: open })]),
    textTable([[say('books.code'), say('books.codingsBefore'), say('books.codingsAfter'), ''], ...tree.map(({ path, before, after, state }) => [path, number(before), number(after), say(`books.state.${state}`)])], 1),
  ].join('\n');
}

/** Brings other codebooks into a study's. */
export async function mergeBooksInto(desk: Desk, engine: Engine, others: readonly string[], { dryRun, decide, rest, json }: Options): Promise<ExitCode> {
  if (rest !== undefined && !['mine', 'theirs', 'both'].includes(String(rest))) throw new Problem('bad-input', { operation: 'codebook merge', what: '--rest mine | theirs | both' });
  const input = { others: others.map(desk.path), ...(typeof decide === 'string' ? { decisions: readJson(desk, decide, bookDecisions) } : {}), ...(rest === undefined ? {} : { rest }) };
  if (dryRun === true) {
    const found = await desk.ask<Compared>(engine, 'codebook.compare', input);
    if (json === true) desk.printJson(found);
    else desk.print(comparedText(desk.words, found));
    return found.items.some(({ holds }) => holds === null) ? exitCodes.differences : exitCodes.done;
  }
  const done = await desk.ask<OutputOf<'codebook.merge'>>(engine, 'codebook.merge', { ...input, language: desk.words.language });
  const { added, changed, gone, merged } = done;
  if (json === true) desk.printJson(done);
  else desk.print(desk.words.say('cli.books.merged', { added, changed, gone, merged }));
  return exitCodes.done;
}

/** Writes a study's codebook into copies of it, each a step of its own that can be undone there. Codings stay with their codes; one copy that cannot be written does not keep the others from it. */
export async function pushBook(desk: Desk, study: string, copies: readonly string[], { dryRun, json }: Options): Promise<ExitCode> {
  const from = desk.path(study);
  const results = await desk.withStudy(study, async (engine) => {
    const pushing = { book: { name: basename(from), bytes: engine.bytes() }, study: engine.reader.get('project', 1).uuid, who: desk.coderAtWork(), language: desk.words.language };
    const answers: PushedBook[] = [];
    for (const copy of copies) {
      const [path, file] = [desk.path(copy), basename(copy)];
      if (sameFile(path, from)) answers.push({ file, problem: problemRecord(new Problem('copy-is-itself', { file })), added: [], changed: [], gone: [], kept: [], codings: 0, saved: null });
      else answers.push(await (dryRun === true ? lookAtCopy({ name: basename(from), study: engine.reader }, file, () => readWhole(path)) : pushInto(pushing, file, path)));
    }
    return answers;
  });
  const { say, list } = desk.words;
  if (json === true) desk.printJson(results.map(({ saved: _saved, ...result }) => result));
  else for (const { file, added, changed, gone, kept, problem } of results) {
    if (problem === null) desk.print(say('cli.books.pushed', { file, added: added.length, changed: changed.length, gone: gone.length }));
    else desk.tell(say('cli.books.pushFailed', { file, why: problemLine(desk.words, problem) }));
    if (kept.length > 0) desk.print(say('cli.books.kept', { file, list: list(kept) }));
  }
  return results.some(({ problem }) => problem !== null) ? exitCodes.problem : exitCodes.done;
}
