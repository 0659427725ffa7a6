import { basename } from 'node:path';
import { bookDecisions, type BookItem } from '../../shared/model/codebookMerge.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { Words } from '../../shared/words/index.ts';
import type { Engine } from '../core/engine.ts';
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
export async function pushBook(desk: Desk, study: string, copies: readonly string[], { json }: Options): Promise<ExitCode> {
  const from = desk.path(study);
  const results: { file: string; added: number; changed: number; gone: number; kept: string[]; problem: string | null }[] = [];
  for (const copy of copies) {
    const file = basename(copy);
    if (desk.path(copy) === from) {
      results.push({ file, added: 0, changed: 0, gone: 0, kept: [], problem: desk.words.say('cli.books.ourselves', { file }) });
      continue;
    }
    try {
      const { added, changed, gone, items } = await desk.withStudy(copy, (engine) => desk.ask<OutputOf<'codebook.merge'>>(engine, 'codebook.merge', { others: [from], wholly: true, rest: 'theirs', language: desk.words.language }));
      const kept = items.filter(({ kind, holds }) => (kind === 'gone' || kind === 'merged') && holds === 'mine').map(({ about }) => about);
      results.push({ file, added, changed, gone, kept, problem: null });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      results.push({ file, added: 0, changed: 0, gone: 0, kept: [], problem: problemLine(desk.words, error) });
    }
  }
  const { say, list } = desk.words;
  if (json === true) desk.printJson(results);
  else for (const { file, added, changed, gone, kept, problem } of results) {
    if (problem === null) desk.print(say('cli.books.pushed', { file, added, changed, gone }));
    else desk.tell(say('cli.books.pushFailed', { file, why: problem }));
    if (kept.length > 0) desk.print(say('cli.books.kept', { file, list: list(kept) }));
  }
  return results.some(({ problem }) => problem !== null) ? exitCodes.problem : exitCodes.done;
}
