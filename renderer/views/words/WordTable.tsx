import { ArrowDown, ChevronRight } from 'lucide-react';
import { Fragment, useState, type KeyboardEvent } from 'react';
import { languageOf } from '../../../shared/model/text.ts';
import { sayCorrected, sayWordGroup } from '../../../shared/words/sayWords.ts';
import type { Outcome } from '../../core/core.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { firstRows, type WordsAsked } from './asked.ts';
import styles from './words.module.css';

export type Table = Outcome<'words.table'>;
type Row = Table['rows'][number];
type Cell = NonNullable<Row['cells'][number]>;

/** From this p on what a group says more or less often may be chance. */
const chance = 0.05;
/** More than this part from one person is said of a cell, from this count on: of two, one is always half. */
const [mostlyOne, fromCount] = [0.5, 3];
const isMostlyOne = (cell: Cell) => cell.count >= fromCount && cell.most > mostlyOne;
const isByChance = (cell: Cell) => (cell.keyness?.adjusted ?? 1) >= chance;

/** Words by groups: sorted by their headings, each cell opens the lines behind it. */
export function WordTable({ table, asked, onSet }: { table: Table; asked: WordsAsked; onSet: (fields: Partial<WordsAsked>) => void }) {
  const words = useWords();
  const { say } = words;
  const { measure } = asked;
  /** Rows that show the forms they join. */
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  /** The cell that Tab comes to: one for the whole table, arrows walk on from there. */
  const [reached, setReached] = useState('');
  const named = (column: number): string => sayWordGroup(words, table.columns[column]!, table.by);
  const groups = table.by === null ? [] : table.columns.map((_, column) => column);
  const valueOf = (cell: Cell, column: number): number => (measure === 'count' ? cell.count : measure === 'rate' ? (cell.count / table.columns[column]!.words) * 10_000 : measure === 'keyness' ? cell.keyness?.signed ?? 0 : cell.tfidf);
  const highest = Math.max(1e-9, ...table.rows.flatMap(({ cells }) => cells.map((cell, column) => (cell ? valueOf(cell, column) : 0))));
  const digits = measure === 'count' ? 0 : 1;
  const shown = (value: number) => (measure === 'keyness' && value > 0 ? '+' : '') + words.number(value, digits);
  // Of keyness and tf-idf nothing stands under "All": without a column rows follow the highest of theirs.
  const sortedBy = (column: string | null | undefined) => (!asked.alphabet && asked.column === column && (column !== undefined || measure === 'count' || measure === 'rate') ? 'descending' : undefined);
  const heading = (label: string, column: string | null | undefined) => <button type="button" onClick={() => onSet({ column, alphabet: false })} title={label}><bdi>{label}</bdi>{sortedBy(column) ? <ArrowDown size={11} aria-hidden /> : null}</button>;
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    const at = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
    const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
    if (!at || !step) return;
    event.preventDefault();
    // Over what is not said and groups that nobody was asked in, to the next cell that opens.
    for (let [row, column] = [Number(at.dataset['row']) + step[0]!, Number(at.dataset['column']) + step[1]!]; row >= 0 && row < table.rows.length && column >= -2 && column < table.columns.length; row += step[0]!, column += step[1]!) {
      const next = event.currentTarget.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"] button`);
      if (next) return next.focus();
    }
  };
  const stop = table.rows.some(({ key }) => reached.startsWith(`${key}\n`)) ? reached : `${table.rows[0]?.key}\n-1`;
  const open = (row: Row, column: string | null | undefined) => onSet({ word: { key: row.key, word: row.word, column } });
  const tab = (row: Row, column: number) => ({ tabIndex: `${row.key}\n${column}` === stop ? 0 : -1, onFocus: () => setReached(`${row.key}\n${column}`) });
  const toggle = (key: string) => setOpened((now) => now.symmetricDifference(new Set([key])));
  const isOpen = (row: Row, column: string | null | undefined) => (asked.word?.key === row.key && asked.word.column === column) || undefined;
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" aria-sort={asked.alphabet ? 'ascending' : undefined}><button type="button" onClick={() => onSet({ alphabet: true })}>{say('words.word')}{asked.alphabet ? <ArrowDown size={11} aria-hidden /> : null}</button><small>{say('words.shown', { shown: table.rows.length, found: table.found })}</small></th>
            <th scope="col" aria-sort={sortedBy(undefined)}>{heading(say('words.total'), undefined)}<small>{say('words.n', { words: table.words })}</small></th>
            <th scope="col"><span>{say('words.people')}</span><small>n {words.number(table.people)}</small></th>
            {groups.map((column) => <th key={column} scope="col" aria-sort={sortedBy(table.columns[column]!.key)}>{heading(named(column), table.columns[column]!.key)}<small>{say('words.n', { words: table.columns[column]!.words })}</small></th>)}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, rowIndex) => (
            <Fragment key={row.key}>
            <tr data-here={asked.word?.key === row.key || undefined}>
              <th scope="row"><div className={styles['rowHead']} data-joins={asked.base || undefined}>
                {row.forms.length > 1 ? <span data-row={rowIndex} data-column={-2}><button type="button" {...tab(row, -2)} aria-expanded={opened.has(row.key)} aria-label={say('words.formsOf', { word: row.word, number: row.forms.length })} onClick={() => toggle(row.key)}><ChevronRight size={12} strokeWidth={1.5} aria-hidden /></button></span> : null}
                <span data-row={rowIndex} data-column={-1}><button type="button" {...tab(row, -1)} aria-current={isOpen(row, undefined)} lang={languageOf(row.word) || undefined} onClick={() => open(row, undefined)}><bdi>{row.word}</bdi></button></span>
              </div></th>
              <td>{words.number(row.count)}</td><td>{words.number(row.people)}</td>
              {groups.map((column) => {
                const cell = row.cells[column];
                if (!cell) return <td key={column} className={styles['unasked']} title={say('words.unasked')}><span className={styles['hidden']}>{say('words.unasked')}</span></td>;
                const value = valueOf(cell, column);
                const isQuiet = measure === 'keyness' && isByChance(cell);
                const text = measure === 'keyness' && !cell.keyness ? '–' : cell.count === 0 && measure !== 'keyness' ? '0' : shown(value);
                return (
                  <td key={column} data-row={rowIndex} data-column={column} data-here={isOpen(row, table.columns[column]!.key)} data-quiet={isQuiet || cell.count === 0 || undefined}
                    style={value <= 0 || isQuiet ? undefined : { background: `color-mix(in oklab, var(--theme-fill) ${(Math.min(1, value / highest) * 42).toFixed(1)}%, var(--paper))` }}>
                    {cell.count === 0 ? <span>{text}</span> : (
                      <button type="button" {...tab(row, column)} onClick={() => open(row, table.columns[column]!.key)} aria-label={say('words.cell', { word: row.word, group: named(column), value: say('words.cellPeople', { value: text, count: cell.people }) })}>
                        {isMostlyOne(cell) ? <i aria-hidden>◦</i> : null}{text}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
            {opened.has(row.key) && row.forms.length > 1 ? <tr className={styles['forms']}><td colSpan={3 + groups.length}><Forms row={row} asked={asked} onSet={onSet} /></td></tr> : null}
            </Fragment>
          ))}
        </tbody>
      </table>
      {table.rows.length < table.found ? <p className={styles['more']}><Button onPress={() => onSet({ limit: asked.limit + firstRows })}>{say('words.more', { count: Math.min(firstRows, table.found - table.rows.length) })}</Button></p> : null}
    </div>
  );
}

/** The forms that a row joins: each opens its own lines. */
function Forms({ row, asked, onSet }: { row: Row; asked: WordsAsked; onSet: (fields: Partial<WordsAsked>) => void }) {
  const { say, number } = useWords();
  return (
    <ul aria-label={say('words.formsOf', { word: row.word, number: row.forms.length })}>{row.forms.map(({ key, word, count }) => (
      <li key={key}><button type="button" aria-label={say('words.formLines', { word, number: count })} aria-current={(asked.word?.isForm && asked.word.key === key) || undefined} onClick={() => onSet({ word: { key, word, column: undefined, isForm: true } })}><bdi>{word}</bdi> <small>{number(count)}</small></button></li>
    ))}</ul>
  );
}

/** What the numbers are, what they say in a sentence, and what they do not. */
export function Reading({ table, asked }: { table: Table; asked: WordsAsked }) {
  const words = useWords();
  const { say } = words;
  const column = table.columns.findIndex(({ key }) => asked.column !== undefined && key === asked.column);
  const cells = table.rows.flatMap((row) => row.cells.flatMap((cell) => cell ?? []));
  const typical = column < 0 ? [] : table.rows.flatMap(({ word, cells: inside }) => { const cell = inside[column]; return cell?.keyness && cell.keyness.signed > 0 && !isByChance(cell) ? [say('words.ll', { word, value: words.number(cell.keyness.signed, 1), people: say('stamp.people', { count: cell.people }) })] : []; }).slice(0, 5);
  const group = column < 0 ? '' : sayWordGroup(words, table.columns[column]!, table.by);
  const isCompared = table.by !== null && asked.measure === 'keyness';
  return (
    <footer className={styles['reading']}>
      {isCompared && column >= 0 && asked.find === '' ? <p>{typical.length > 0 ? say(table.by === 'within' ? 'words.typicalSide' : 'words.typical', { group, words: words.list(typical) }) : say(table.by === 'within' ? 'words.noTypicalSide' : 'words.noTypical', { group })}</p> : null}
      <ul>
        <li>{asked.measure === 'keyness' ? say('words.keynessLegend', { corrected: sayCorrected(words, asked.adjust, table.tested) }) : asked.measure === 'tfidf' ? say('words.tfidfLegend', { documents: words.number(table.documents) }) : say(asked.measure === 'rate' ? 'words.rateLegend' : 'words.countLegend')}</li>
        <li>{say('words.nLegend')}</li>
        {asked.base ? <li>{say('words.baseLegend')}</li> : null}
        {cells.some(isMostlyOne) && table.by !== null ? <li>◦ {say('words.onePerson')}</li> : null}
        {table.columns.some(({ unasked }) => unasked) ? <li><i className={styles['hatch']} />{say('words.unasked')}</li> : null}
      </ul>
      {isCompared ? <p className={styles['caveat']}>{cells.some((cell) => cell.count > 0 && !cell.keyness) ? `${say('words.keynessTooMany')} ` : ''}{say('words.keynessCaveat')}</p> : null}
    </footer>
  );
}
