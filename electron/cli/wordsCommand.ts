import type { Exhibit } from '../../shared/model/exhibit.ts';
import type { Words } from '../../shared/words/index.ts';
import { sayWordGroup } from '../../shared/words/sayWords.ts';
import type { Engine } from '../core/engine.ts';
import type { OutputOf } from '../ops/index.ts';
import { exitCodes, type CliCommand, type Desk } from './command.ts';
import { answerExhibit } from './exhibitAnswer.ts';
import { textTable } from './textTable.ts';

type Options = Readonly<Record<string, string | boolean | undefined>>;
type Table = OutputOf<'words.table'>;
type Lines = OutputOf<'words.kwic'>;
/** Characters of context on either side of a word. */
const around = 40;

/** Counts with the times per 10,000 words behind them; – where nobody was interviewed. */
function tableText(words: Words, table: Table): string {
  const { say } = words;
  const groups = table.by === null ? [] : table.columns;
  return textTable([
    [say('words.word'), say('words.total'), say('words.people'), ...groups.map((column) => sayWordGroup(words, column, table.by))],
    ['', say('words.n', { words: table.words }), `n ${words.number(table.people)}`, ...groups.map((column) => say('words.n', { words: column.words }))],
    ...table.rows.map((row) => [row.word, words.number(row.count), words.number(row.people), ...groups.map((column, index) => {
      const cell = row.cells[index];
      return !cell ? '–' : cell.count === 0 ? '0' : `${words.number(cell.count)} (${words.number((cell.count / column.words) * 10_000, 1)})`;
    })]),
  ], 1);
}
/** An analysis as it is exported, for the terminal. */
function exhibitText(words: Words, { corner, columns, rows, notes }: Exhibit): string {
  const shown = (cell: Exhibit['rows'][number]['cells'][number]) => (cell === null ? '–' : typeof cell === 'number' ? words.number(cell, Number.isInteger(cell) ? 0 : Math.abs(cell) < 0.1 ? 4 : 2) : cell);
  return [textTable([[corner, ...columns.map(({ label }) => label)], ...rows.map(({ label, depth, cells }) => [`${'  '.repeat(depth)}${label}`, ...cells.map(shown)])], 1), '', ...notes].join('\n');
}
/** Left context, the word in brackets, right context: the words stand below each other. */
function linesText({ say }: Words, { total, people, lines }: Lines): string {
  if (total === 0) return say('words.noLines');
  const oneLine = (text: string) => text.replace(/\s+/g, ' ');
  const before = textTable(lines.map(({ documentName, turn, speaker, left }) => [`${documentName}, ${turn ?? '–'} ${speaker}`.trimEnd(), oneLine(left).slice(-around)]), 1).split('\n');
  return [`${say('words.linesOf', { count: total })}${say('status.and')}${say('words.byPeople', { people: say('stamp.people', { count: people }) })}`, ...lines.map(({ word, right }, index) => `${before[index]!} [${oneLine(word)}] ${oneLine(right).trim().slice(0, around)}`.trimEnd())].join('\n');
}

interface Wanted { readonly kind: 'words' | 'keyness' | 'kwic'; readonly asked: Record<string, unknown> }
/** What the options ask for; null where they do not go together. */
function wantedBy(options: Options): Wanted | null {
  const text = (name: string) => (typeof options[name] === 'string' ? options[name] : undefined);
  const given = (fields: Record<string, unknown>) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const number = (name: string) => (text(name) === undefined ? undefined : Number(text(name)));
  const [by, word, code, saved] = [text('by'), text('kwic'), text('within'), text('saved')];
  if ((code !== undefined && saved !== undefined) || (options['keyness'] === true && (by === undefined || word !== undefined))) return null;
  const within = code === undefined ? (saved === undefined ? undefined : { saved }) : { code };
  const documents = text('document')?.split(/[,，、]/).map((name) => ({ name: name.trim() })).filter(({ name }) => name !== '');
  const counted = given({ by, documents, speakers: text('speakers'), within, column: text('group'), ...(options['base'] === true ? { base: true } : {}) });
  if (word !== undefined) return { kind: 'kwic', asked: { ...counted, word, ...given({ limit: number('top'), sort: text('sort') }) } };
  const rows = given({ limit: number('top'), stops: text('stops'), least: number('least'), find: text('find') });
  return options['keyness'] === true ? { kind: 'keyness', asked: { ...counted, ...rows, ...given({ adjust: text('adjust') }) } } : { kind: 'words', asked: { ...counted, ...rows, ...given({ sort: text('sort') }) } };
}

async function textOf(desk: Desk, engine: Engine, { kind, asked }: Wanted): Promise<string> {
  if (kind === 'kwic') return linesText(desk.words, await desk.ask<Lines>(engine, 'words.kwic', asked));
  if (kind === 'words') return tableText(desk.words, await desk.ask<Table>(engine, 'words.table', asked));
  return exhibitText(desk.words, (await desk.ask<OutputOf<'exhibit.read'>>(engine, 'exhibit.read', { kind, asked, language: desk.words.language })).exhibit);
}
/** The answer itself: of keyness the table in its order. */
const jsonOf = (desk: Desk, engine: Engine, { kind, asked }: Wanted): Promise<unknown> => desk.ask(engine, kind === 'kwic' ? 'words.kwic' : 'words.table', kind === 'keyness' ? { ...asked, sort: 'keyness' } : asked);

export const wordsCommand: CliCommand = {
  name: 'words', arguments: '<study>',
  declare: (command) => command.option('--by <attribute>').option('--keyness').option('--kwic <word>').option('--top <n>').option('--group <value>').option('--within <path>').option('--saved <name>').option('--document <names>').option('--speakers <who>').option('--stops <which>').option('--least <n>')
    .option('--find <letters>').option('--sort <order>').option('--adjust <method>').option('--base').option('--add-stop <words>').option('--add-word <words>').option('--format <format>').option('--json').option('-o, --output <file>'),
  run: (desk, [study], options) => desk.withStudy(String(study), async (engine) => {
    const { words } = desk;
    for (const [option, kind] of [['addStop', 'stop'], ['addWord', 'word']] as const) {
      const given = options[option];
      if (typeof given !== 'string') continue;
      await desk.ask(engine, 'words.add', { kind, words: given.split(/[,，、]/).map((word) => word.trim()).filter((word) => word !== '') });
    }
    const wanted = wantedBy(options);
    if (wanted === null) {
      desk.tell(words.say('cli.wordsUsage'));
      return exitCodes.usage;
    }
    return answerExhibit(desk, engine, options, { wanted, text: () => textOf(desk, engine, wanted), json: () => jsonOf(desk, engine, wanted) });
  }),
};
