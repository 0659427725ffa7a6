import type { Piece } from './compose.ts';
import type { ReadChoices } from './format.ts';
import { acceptLabels, type Tally } from './judge.ts';
import { isPlausible, labelKey } from './labels.ts';
import { withoutBlankEdges } from './lines.ts';
import { cleanLabel, onlyTime, timesIn } from './patterns.ts';

type Rows = readonly (readonly string[])[];
/** Which column of a table of speech is what; -1 where it has none. */
interface Layout { readonly label: number; readonly time: number; readonly text: number; readonly header: boolean }
export interface SpeechTable { readonly rows: Rows; readonly layout: Layout }

const headings = new Set(`speaker speakers name names who person participant participants role time timespan timestamp timestamps timecode start text content transcript utterance no no. #
  说话人 发言人 讲话人 姓名 角色 人物 时间 时间码 起止时间 内容 文本 正文 序号 說話人 發言人 時間 內容 序號`.split(/\s+/));
const isTime = (cell: string) => onlyTime.test(cell.trim());
const share = (cells: readonly string[], test: (cell: string) => boolean) => cells.filter(test).length / Math.max(1, cells.length);

/** What the columns of a table are, if it is one of speech: two to five columns, one of speakers or of times, and text. */
export function layoutOf(rows: Rows): Layout | null {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (width < 2 || width > 5 || rows.length < 2) return null;
  const header = rows[0]!.filter((cell) => cell.trim() !== '').every((cell) => headings.has(cell.trim().toLowerCase()));
  const body = header ? rows.slice(1) : rows;
  const columns = Array.from({ length: width }, (_, column) => body.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== ''));
  const filled = columns.map((_, column) => column).filter((column) => columns[column]!.length > 0);
  const time = filled.find((column) => share(columns[column]!, isTime) >= 0.6) ?? -1;
  const rest = filled.filter((column) => column !== time);
  const names = rest.filter((column) => share(columns[column]!, (cell) => isPlausible(cleanLabel(cell.replace(/[:：]$/, '')))) >= 0.8);
  const distinct = (column: number) => new Set(columns[column]!.map(labelKey)).size / columns[column]!.length;
  const label = rest.length < 2 ? -1 : names.toSorted((a, b) => distinct(a) - distinct(b))[0] ?? -1;
  const length = (column: number) => columns[column]!.reduce((sum, cell) => sum + cell.length, 0);
  const text = rest.filter((column) => column !== label).toSorted((a, b) => length(b) - length(a))[0];
  if (text === undefined) return null;
  return label < 0 && time < 0 ? null : { label, time, text, header };
}

const labelIn = (row: readonly string[], { label }: Layout) => cleanLabel((row[label] ?? '').trim().replace(/\s*[:：]$/, ''));
/** How often each label stands in the tables; all tables of a document are one talk. */
export function tallyTables(tables: readonly SpeechTable[]): Map<string, Tally & { readonly label: string }> {
  const tallies = new Map<string, Tally & { label: string }>();
  for (const { rows, layout } of tables)
    for (const row of layout.header ? rows.slice(1) : rows) {
      const label = labelIn(row, layout);
      const before = tallies.get(labelKey(label));
      if (label !== '') tallies.set(labelKey(label), { label: before?.label ?? label, turns: (before?.turns ?? 0) + 1, strong: layout.time >= 0 });
    }
  return tallies;
}
export const rowsOf = (tables: readonly SpeechTable[]): number => tables.reduce((sum, { rows }) => sum + rows.length, 0);
export const acceptInTables = (tables: readonly SpeechTable[], choices: ReadChoices): Set<string> => acceptLabels(tallyTables(tables), rowsOf(tables), choices);

/** The rows of a table as turns; a row without a speaker goes on with the one before, one whose label is no speaker's stays as it is. */
export function piecesOf({ rows, layout }: SpeechTable, accepted: ReadonlySet<string>, spelling: (key: string) => string): Piece[] {
  const pieces: Piece[] = [];
  let [label, heading] = ['', ''];
  rows.forEach((row, index) => {
    const filled = row.filter((cell) => cell.trim() !== '');
    if (filled.length === 0) return;
    if (index === 0 && layout.header) { heading = `${row.join('\t').trim()}\n`; return; }
    const written = labelIn(row, layout);
    if (written !== '' && !accepted.has(labelKey(written))) { pieces.push({ text: filled.join('\t'), turn: null }); return; }
    if (written !== '') label = spelling(labelKey(written));
    const { time, timeEnd } = timesIn(layout.time < 0 ? undefined : row[layout.time]?.trim() || undefined, false);
    const lifted = heading + row.filter((cell, column) => column !== layout.text && cell.trim() !== '').join('\t');
    heading = '';
    const said = row[layout.text] ?? '';
    const { start, end } = withoutBlankEdges(said, 0, said.length);
    pieces.push({ text: said.slice(start, end), turn: { label, time, timeEnd, lifted, liftedAfter: '' } });
  });
  return pieces;
}
