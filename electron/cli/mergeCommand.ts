import { mergeDecisions, mergeMoves, type MergeAuthor, type MergeChoice } from '../../shared/model/merge.ts';
import { Problem } from '../../shared/model/problem.ts';
import type { Words } from '../../shared/words/index.ts';
import { sayAuthor } from '../../shared/words/sayMerge.ts';
import type { previewStudyMerge } from '../ops/studyMerge.ts';
import { exitCodes, type CliCommand } from './command.ts';
import { readJson } from './readJson.ts';
import { textTable } from './textTable.ts';

type Preview = ReturnType<typeof previewStudyMerge.run>;
type Told = Preview['conflicts'][number];

const whoWrote = (words: Words, author: MergeAuthor | null, value: string | null): string => (author ? ` (${sayAuthor(words, author, value === null)})` : '');
function conflictLines(words: Words, { key, kind, table, about, where, ours, base, theirs, choices, decision, touches, by }: Told): string[] {
  const { say } = words;
  const told = (value: string | null) => value ?? say('studyMerge.nothingThere');
  return [
    `${say(`studyMerge.kind.${kind}`)}: ${say(`studyMerge.table.${table as 'codes'}`)} · ${about}${where === '' ? '' : ` (${where})`}${touches > 0 ? ` +${touches}` : ''}`,
    `  ${say('studyMerge.base')}: ${told(base)}`, `  ${say('studyMerge.ours')}${whoWrote(words, by.ours, ours)}: ${told(ours)}`, `  ${say('studyMerge.others')}${whoWrote(words, by.theirs, theirs)}: ${told(theirs)}`,
    `  ${key}: ${decision ?? choices.join(' | ')}`,
  ];
}
const sign = { added: '+', changed: '~', removed: '-' } as const;
/** Rows of each kind that are told, and places of a text. */
const examples = 3;
function comingLines({ say }: Words, { coders, kinds, texts }: Preview['coming']): string[] {
  const table = (all: typeof coders) => textTable([[say('studyMerge.byCoder'), ...(['codings', 'memos'] as const).flatMap((subject) => mergeMoves.map((move) => `${say(`studyMerge.table.${subject}`)} ${sign[move]}`))], ...all.map(({ coder, codings, memos }) => [coder || say('studyMerge.nobodys'), ...[codings, memos].flatMap((counts) => mergeMoves.map((move) => String(counts[move])))])], 1);
  const rest = (all: number) => (all > examples ? ['    …'] : []);
  return [
    ...(coders.length === 0 ? [] : [table(coders)]),
    ...kinds.flatMap((kind) => [
      `${say(`studyMerge.table.${kind.table as 'codes'}`)}:`,
      ...mergeMoves.flatMap((move) => [...kind[move].slice(0, examples).map(({ name, where, coder }) => { const place = [where, coder ?? ''].filter((part) => part !== '').join(', '); return `  ${sign[move]} ${name}${place === '' ? '' : ` (${place})`}`; }), ...rest(kind[move].length)]),
    ]),
    ...texts.flatMap(({ document, count, edits }) => [`${document}: ${say('studyMerge.places', { count })}`, ...edits.slice(0, examples).map(({ before, removed, inserted, after }) => `  ${before}[-${removed}-]{+${inserted}+}${after}`), ...rest(count)]),
  ];
}
function previewText(words: Words, { from, relation, last, counts, conflicts, lost, ...more }: Omit<Preview, 'coming' | 'matches' | 'head'> & Partial<Preview>): string {
  const { say } = words;
  const open = conflicts.filter(({ decision }) => decision === null).length;
  return [
    `${from}: ${relation === 'apart' ? say('studyMerge.apart') : last ? say('studyMerge.copies', { when: words.moment(last.at), who: last.who }) : say('studyMerge.copiesFromStart')}`,
    counts.length === 0 ? say('studyMerge.nothing') : textTable([['', say('studyMerge.added'), say('studyMerge.changed'), say('studyMerge.removed')], ...counts.map(({ table, added, changed, removed }) => [say(`studyMerge.table.${table as 'codes'}`), String(added), String(changed), String(removed)])], 1),
    ...(more.coming ? comingLines(words, more.coming) : []),
    ...(lost.length === 0 ? [] : [say('studyMerge.lost', { count: lost.length, number: lost.length }), ...lost.map(({ document, quotation, codes }) => `  ${document}: “${quotation}” (${codes.join(', ')})`)]),
    ...(open === 0 ? [] : [say('studyMerge.undecided', { count: open, number: open })]),
    ...conflicts.flatMap((conflict) => conflictLines(words, conflict)),
  ].join('\n');
}

export const mergeCommand: CliCommand = {
  name: 'merge', arguments: '<study> <other>',
  declare: (command) => command.option('--dry-run').option('--decide <file>').option('--rest <choice>').option('--json'),
  run: (desk, [study, other], { dryRun, decide, rest, json }) => desk.withStudy(String(study), async (engine) => {
    if (rest !== undefined && !['mine', 'theirs', 'both'].includes(String(rest))) throw new Problem('bad-input', { operation: 'merge', what: '--rest mine | theirs | both' });
    const input = { handle: desk.path(String(other)), ...(typeof decide === 'string' ? { decisions: readJson(desk, decide, mergeDecisions) } : {}), ...(rest === undefined ? {} : { rest: rest as MergeChoice }) };
    const result = await desk.ask<Preview>(engine, dryRun === true ? 'study.mergePreview' : 'study.merge', input);
    if (json === true) desk.printJson(result);
    else desk.print([...(dryRun === true ? [] : [desk.words.say('studyMerge.merged', { file: result.file })]), previewText(desk.words, result)].join('\n'));
    return dryRun === true && result.conflicts.some(({ decision }) => decision === null) ? exitCodes.differences : exitCodes.done;
  }),
};
